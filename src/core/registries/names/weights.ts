import { likenessOf } from './families';

/** File names of weights: the name of the model with an extension that only weights have. */

const EXTENSIONS = new Set(
  (
    'gguf ggml safetensors pt pth ckpt onnx tflite keras mlmodel mlpackage mlmodelc engine nemo ' +
    'llamafile task litertlm pte bin h5 ggjt trt hef rknn'
  ).split(' '),
);
/** Extensions that other files have too: the name must say more. */
const SHARED = new Set('bin h5 task engine pt pth ckpt keras'.split(' '));

/** The extensions of weights, without the dot. */
export function weightsExtensions(): readonly string[] {
  return [...EXTENSIONS];
}

/** Whether a file has the ending of weights, whatever its name. */
export function hasWeightsEnding(name: string): boolean {
  const dot = name.lastIndexOf('.');
  return dot > 0 && EXTENSIONS.has(name.slice(dot + 1).toLowerCase());
}

/** A path as it is compared: `./models/mine/` is `models/mine`. */
export function folderName(path: string): string {
  return path.replace(/^(?:\.\/)+/, '').replace(/\/$/, '');
}

/**
 * The name that a folder is called after: ModelScope's client puts `___` in place of each dot, `Qwen1___5-14B-Chat`
 * (https://github.com/modelscope/modelscope/blob/master/modelscope/hub/utils/utils.py).
 */
export function nameOfFolder(folder: string): string {
  return folder.replaceAll('___', '.');
}

/**
 * A name, and for a file of weights the folders it lies in, the nearest first: what is stated of the folder of a model
 * is stated of its weights.
 */
export function withFoldersOfWeights(name: string): readonly string[] {
  const names = [name];
  if (hasWeightsEnding(name))
    for (let end = name.lastIndexOf('/'); end > 0; end = name.lastIndexOf('/', end - 1))
      names.push(name.slice(0, end));
  return names;
}

/**
 * The span of the file name of weights at the end of a path or address, when its name tells the model; else
 * `undefined`.
 */
export function weightsFile(
  value: string,
  place: WeightsPlace = 'text',
): { readonly start: number; readonly end: number } | undefined {
  const end = endOf(value);
  const slash = Math.max(value.lastIndexOf('/', end - 1), value.lastIndexOf('\\', end - 1));
  const name = value.slice(slash + 1, end);
  const dot = name.lastIndexOf('.');
  if (dot <= 0 || dot > 120) return undefined;
  const extension = name.slice(dot + 1).toLowerCase();
  if (!EXTENSIONS.has(extension) || !/^[\w.+-]+$/.test(name)) return undefined;
  if (extension === 'pt' && VOICES.test(value.slice(0, slash + 1))) return undefined;
  const stem = name.slice(0, dot);
  if (VOCABULARY.test(stem)) return undefined;
  return tellsModel(stem, extension) || tellsAt(place, stem, extension)
    ? { start: slash + 1, end }
    : undefined;
}

/**
 * A folder of presets that a model of speech takes its voices from: `voices/en-Emma_woman.pt`. Whole models of voices
 * are no `.pt`.
 */
const VOICES = /(?:^|[/\\])voices[/\\]/i;

/**
 * `ggml-vocab-llama-bpe.gguf`: the tokenizer alone, without weights, which llama.cpp keeps for its tests:
 * https://github.com/ggml-org/llama.cpp/tree/master/models
 */
const VOCABULARY = /^ggml-vocab-/i;

function endOf(value: string): number {
  const query = value.search(/[?#]/);
  return query < 0 ? value.length : query;
}

/**
 * Where a file is named: at an address that it is got from, beside that address, under a key for models, or anywhere.
 */
export type WeightsPlace = 'address' | 'download' | 'model' | 'text';

/**
 * At places for weights a name need not be like a model's: it must only be more than what training and exporting call
 * their files.
 */
function tellsAt(place: WeightsPlace, stem: string, extension: string): boolean {
  if (place === 'text') return false;
  if (place === 'download') return isOwnName(stem) || (ownWords(stem) === 1 && !PARTS.test(stem));
  if (SHARED.has(extension) && (place === 'model' || !/^(?:pt|pth|ckpt)$/.test(extension))) {
    const { family, score } = likenessOf(stem);
    return family !== '' && score >= 2 && isOwnName(stem);
  }
  return isOwnName(stem) || (place === 'model' && isNumberedName(stem));
}

/** `dreamPencil_v500`: one word of its own and a version. */
function isNumberedName(stem: string): boolean {
  return ownWords(stem) === 1 && /[-_.]v?\d/i.test(stem);
}

/** What the files of one repository are called after what they do there. */
const PARTS = new RegExp(
  String.raw`^(?:ae$|diffusion|vae|unet|clip|text|vision|image|audio|scheduler|optimizer|generator|` +
    String.raw`discriminator|vocab|embeddings?|tokenizer|backbone|head|flow|rng|training|consolidated|pooling|` +
    String.raw`dense|transformer|prior|vocoder|speaker|joiner)`,
  'i',
);

const GENERIC = new Set(
  (
    'model models best last final latest checkpoint checkpoints ckpt epoch epochs step steps iter ' +
    'weights weight pytorch torch tf flax adapter lora export exported quantized quant optimized ' +
    'simplified dynamic static test dummy sample ' +
    'does not exist missing nonexistent fake mock example my your trained pretrained finetuned ' +
    'finetune tuned merged merge encoder decoder tokenizer onnx data main demo output out result ' +
    'state dict net network file path new old fp16 fp32 int8 float16 uint8 default custom saved save ' +
    'mmproj avg cached uncached encode decode preprocess joiner 4bit 8bit 4bits 8bits bf16 f16 f32 ' +
    'ema loss acc val train of and the v1 v2 mel filters'
  ).split(' '),
);

function isOwnName(stem: string): boolean {
  return ownWords(stem) >= 2;
}

/** How many words of a name files do not get from programs. */
function ownWords(stem: string): number {
  return stem
    .toLowerCase()
    .split(/[-_.+]/)
    .filter((part) => /[a-z]{2}/.test(part) && !GENERIC.has(part)).length;
}

function tellsModel(stem: string, extension: string): boolean {
  if (isYolo(stem) || isWhisperCpp(stem) || isPiperVoice(stem) || isFlux(stem)) return true;
  const { family, sized, packed, score } = likenessOf(stem);
  if (family === '') return extension === 'gguf' && packed && ownWords(stem) > 0;
  return score >= (SHARED.has(extension) ? 3 : 2) && (sized || packed || score >= 3);
}

const YOLO = new RegExp(
  String.raw`^(?:yolo(?:v\d{1,2}|\d{1,2}|_nas|e|world)?[-_]?(?:v\d{1,2})?[nsmlxucetb]{0,2}\d?(?:[-_](?:seg|` +
    String.raw`cls|pose|obb|world|worldv2|oiv7|tiny|spp|e6|pf|v8[sml]|11[sml]|p6|csp|w6|d6|face))*|rtdetr-[lx]|` +
    String.raw`sam2?(?:\.1)?_(?:b|l|s|t|h)|mobile_sam|FastSAM-[sx])$`,
  'i',
);

/** `yolov8n`, `yolo11s-seg`, `yolov5su`, `rtdetr-l`, `sam_b`, `FastSAM-s`: the weights that Ultralytics publishes. */
export function isYolo(stem: string): boolean {
  return YOLO.test(stem);
}

/** The files of FLUX as their makers name them: `flux1-dev`, `flux1-canny-dev-lora`, `flux2-dev`. */
function isFlux(stem: string): boolean {
  return /^flux[12]?[-_.](?:dev|schnell|pro|fill|canny|depth|redux|kontext|krea|klein)\b/i.test(stem);
}

/** The voices of Piper: `en_US-lessac-medium`. */
function isPiperVoice(stem: string): boolean {
  return /^[a-z]{2}_[A-Z]{2}-\w+-(?:x_low|low|medium|high)$/.test(stem);
}

/**
 * The files of whisper.cpp: `ggml-base.en`, `ggml-large-v3-turbo-q5_0`, and as its first address, ggml.ggerganov.com,
 * has them, `ggml-model-whisper-base.en-q5_1` (https://github.com/ggml-org/whisper.cpp, models/download-ggml-model.sh).
 */
export function isWhisperCpp(stem: string): boolean {
  return /^ggml-(?:model-whisper-)?(?:tiny|base|small|medium|large|distil)(?:\.[\w.]+)?(?:-[\w.]+)*$/.test(
    stem,
  );
}
