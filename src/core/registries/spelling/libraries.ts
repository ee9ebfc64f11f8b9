import { hub } from './hub';
import { repackedName } from './repack';
import { after, before, owned, without, type Candidate, type SpellingRule } from './rule';

/** `resnet50.a1_in1k`, and not the name of a file. */
export function isTimmName(spelling: string): boolean {
  return /^[a-z\d_]+\.[a-z\d_]+$/.test(spelling) && !WEIGHTS.some((ending) => spelling.endsWith(ending));
}

/** PyTorch Image Models: `resnet50.a1_in1k`, alone, behind `timm/` or as `hf-hub:timm/…`; a name without a tag means its default weights. */
export const timm: SpellingRule = (spelling) => {
  const name = after(spelling, ['hf-hub:timm/', 'hf_hub:timm/', 'timm/']) ?? spelling;
  if (name.includes('/')) return hub(spelling);
  return [
    { registry: 'timm', spelling: name },
    { registry: 'huggingface', spelling: `timm/${name}` },
  ];
};

/** spaCy's packages: `en_core_web_sm`, with a version or as a wheel's address. */
export const spacy: SpellingRule = (spelling) => {
  const file = spelling.slice(spelling.lastIndexOf('/') + 1);
  const name = (file.split(/[-=@ ]/, 1)[0] ?? '').replace(/^spacy:/, '');
  return /^[a-z]{2}_[a-z_]+$/.test(name)
    ? [
        { registry: 'spacy', spelling: name },
        { registry: 'huggingface', spelling: `spacy/${name}` },
      ]
    : [];
};

const DISTILLED = 'distil-';

/** Whisper's sizes (`large-v3`, `tiny.en`, `turbo`), as openai-whisper, faster-whisper, whisper.cpp (`ggml-base.en.bin`) and WhisperX take them. */
export const whisper: SpellingRule = (spelling) => {
  const file = without(spelling.slice(spelling.lastIndexOf('/') + 1), ['.bin', '.pt']);
  const size = before(
    after(file, ['ggml-', 'whisper-', 'faster-whisper-', 'openai-whisper-']) ?? file,
    ':',
  ).replace(/-q\d_\d$/i, '');
  const id = size.startsWith(DISTILLED)
    ? `distil-whisper/${size}`
    : `openai/whisper-${size === 'turbo' ? 'large-v3-turbo' : size === 'large' ? 'large-v3' : size}`;
  return [
    { registry: 'whisper', spelling: size },
    { registry: 'huggingface', spelling: id },
  ];
};

/** Ultralytics' checkpoints: `yolov8n.pt`, `yolo11n-seg.onnx`; the ending behind the dash is the task. */
export const ultralytics: SpellingRule = (spelling) => {
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

/** torchvision's builders and weight enums: `resnet50`, `ResNet50_Weights.IMAGENET1K_V2`. */
export const torchvision: SpellingRule = (spelling) => {
  const name = before(spelling, '.')
    .replace(/_Weights$/, '')
    .replace(/_QuantizedWeights$/, '');
  return [{ registry: 'torchvision', spelling: name }];
};

/** ModelScope: mostly the Hub's own ids; owners that only mirror others' models are compared by name. */
export const modelscope: SpellingRule = (spelling) => {
  const path = before(
    after(spelling, [
      'https://modelscope.cn/models/',
      'https://www.modelscope.cn/models/',
      'modelscope://',
      'modelscope/',
    ]) ?? spelling,
    '?#@',
  );
  const id = path.split('/', 2).join('/');
  const name = id.slice(id.indexOf('/') + 1);
  return [{ registry: 'modelscope', spelling: id }, ...owned(id), { name }];
};

/** Kaggle: `owner/model/framework/variation[/version]`; the variation is the model's full name, or what follows the model's. */
export const kaggle: SpellingRule = (spelling) => {
  const path =
    after(spelling, ['https://www.kaggle.com/models/', 'https://kaggle.com/models/', 'kaggle://']) ??
    spelling;
  const [vendor = '', model = '', , variation = ''] = path.split('/');
  if (vendor === '' || model === '') return [];
  const names = variation === '' ? [model] : [variation, `${model}-${variation}`];
  return [
    { registry: 'kaggle', spelling: `${vendor}/${model}` },
    ...names.map((name): Candidate => ({ vendor, name })),
  ];
};

const WEIGHTS = [
  '.gguf',
  '.ggml',
  '.safetensors',
  '.bin',
  '.pt',
  '.pth',
  '.ckpt',
  '.onnx',
  '.llamafile',
  '.mlmodel',
  '.tflite',
];

/** A file of weights, named after its model: `models/Qwen2.5-7B-Instruct-Q4_K_M.gguf`, also the first of several parts. */
export const localFile: SpellingRule = (spelling) => {
  const file = spelling.slice(Math.max(spelling.lastIndexOf('/'), spelling.lastIndexOf('\\')) + 1);
  const name = without(file, WEIGHTS);
  if (name === file) return [];
  const whole = name.replace(/-\d{5}-of-\d{5}$/, '');
  const base = repackedName(whole) ?? whole;
  return [
    { registry: 'local', spelling: file },
    ...[...new Set([whole, base])].map((form): Candidate => ({ name: form })),
  ];
};
