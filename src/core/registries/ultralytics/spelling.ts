import { before, without, type SpellingRule } from '../spelling/rule';

/** Ultralytics' checkpoints: `yolov8n.pt`, `yolo11n-seg.onnx`; the ending behind the dash is the task. */
export const ultralyticsSpelling: SpellingRule = (spelling) => {
  const file = without(spelling.slice(spelling.lastIndexOf('/') + 1), [
    '.pt',
    '.yaml',
    '.onnx',
    '.engine',
    '.torchscript',
  ]);
  const name = before(file, '-_').toLowerCase();
  return [file.toLowerCase(), name].map((form) => ({ registry: 'ultralytics', spelling: form }));
};
