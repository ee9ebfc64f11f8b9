import { loader } from '../define';
import { ultralyticsSpelling } from './spelling';
import type { RegistryDefinition } from '../registry';

/** Checkpoints of Ultralytics: `yolov8n.pt`, `yolo11n-seg.onnx`. */
export const ultralytics: RegistryDefinition = {
  kind: 'library',
  loaders: [loader('ultralytics', 'YOLO RTDETR SAM FastSAM YOLOWorld NAS YOLOE', { keywords: 'model' })],
  keyWords: ['ultralytics'],
  spelling: ultralyticsSpelling,
};
