import { likenessOf } from './families';

/** Names of models that belong to a library, which knows where to get them. */

/** What the sentence-transformers models are trained for stands first in their names. */
const SENTENCE_TASKS = [
  'msmarco-',
  'ms-marco-',
  'all-',
  'multi-qa-',
  'paraphrase-',
  'nli-',
  'stsb-',
  'quora-',
  'nq-',
  'distiluse-',
  'xlm-r-',
  'gtr-',
  'facebook-dpr-',
  'bert-base-nli-',
  'roberta-base-nli-',
  'distilbert-base-nli-',
  'allenai-',
];

/** How the names of sentence-transformers begin. */
export function sentenceTasks(): readonly string[] {
  return SENTENCE_TASKS;
}

/**
 * A name of the sentence-transformers library, which puts its own owner before it: a task, then an encoder
 * (`all-MiniLM-L6-v2`, `msmarco-distilbert-base-v3`).
 */
export function isSentenceTransformer(value: string): boolean {
  if (!SENTENCE_TASKS.some((task) => value.startsWith(task))) return false;
  const { family, score } = likenessOf(value);
  return family !== '' && score >= 2 && value.split('-').length >= 4;
}

/** Languages that spaCy has packages for. */
const SPACY_LANGUAGES = 'ca zh hr da nl en fi fr de el it ja ko lt mk nb pl pt ro ru sl es sv uk xx'.split(
  ' ',
);

/** How the names of spaCy's packages begin. */
export function spacyStarts(): readonly string[] {
  return SPACY_LANGUAGES;
}

const SPACY_PACKAGE = new RegExp(
  String.raw`^[a-z]{2,3}[_-](?:core|dep|ent|sent|udv25|vectors|pipeline|ner|trf|pytt|core_sci|` +
    String.raw`ner_[a-z0-9]+)(?:[_-][a-z0-9]+){1,3}(?:-\d[\w.]*)?$`,
);

/** A spaCy package: `en_core_web_sm`, `de_dep_news_trf`, `xx_ent_wiki_sm`, with or without a version. */
export function isSpacyPackage(value: string): boolean {
  return (
    SPACY_PACKAGE.test(value) &&
    /[_-](?:sm|md|lg|trf|xl|dbs|rel|scibert|md-\d.*|ud)(?:-\d[\w.]*)?$/.test(value)
  );
}

/**
 * A model of SageMaker JumpStart: the framework or maker, what it does, and its name
 * (`meta-textgeneration-llama-3-1-8b`, `huggingface-llm-mistral-7b`, `nova-textgeneration-micro`), as its
 * documentation lists them.
 */
export function isJumpStart(value: string): boolean {
  return nameAtJumpStart(value) !== undefined;
}

/** What a name of JumpStart calls the model itself: `llama-3-1-8b` of `meta-textgeneration-llama-3-1-8b`. */
export function nameAtJumpStart(value: string): string | undefined {
  return value.length <= 100 ? JUMPSTART.exec(value)?.[1] : undefined;
}

const JUMPSTART = new RegExp(
  '^(?:huggingface|meta|nova|mistral|deepseek|openai|qwen|pytorch|tensorflow|mxnet|model|stabilityai|ai21|cohere)-' +
    '(?:llm|vlm|textgeneration[12]?|textgenerationneuron|reasoning|asr|eqa|spc|ner|tc|zstc|fillmask|' +
    'translation|summarization|text2text|textembedding|sentencesimilarity|tcembedding|txt2img|' +
    'depth2img|upscaling|inpainting|imagegeneration|icembedding|audioembedding|semseg|ssd|ic|od1?|is|' +
    'sentencepair)' +
    '-([a-z\\d]+(?:-[a-z\\d]+)*)$',
);

/**
 * A model of Vosk, by the name of its folder: `vosk-model-small-en-us-0.15`, as its list of models and its
 * `model_name` take it.
 */
export function isVoskModel(value: string): boolean {
  return /^vosk-(?:model|recasepunc)-[a-z\d]+(?:-[a-z\d]+)*-\d[\w.]*$/.test(value) && value.length <= 100;
}

/**
 * A model that MLC compiled for WebLLM, by the id that its engine takes: `gemma-2-2b-it-q4f32_1-MLC-1k`. The
 * repository under `mlc-ai` has the same name without the length of the context (WebLLM's `prebuiltAppConfig`).
 */
export function webLlmRepository(value: string): string | undefined {
  const found = /^([A-Za-z][\w.-]{2,80}-q\df(?:16|32)(?:_\d)?-MLC)(?:-\d+k)?$/.exec(value);
  return found === null ? undefined : `mlc-ai/${found[1]}`;
}

/**
 * `qwen2.5-0.5b-instruct@q4_k_m`: how LM Studio names one quantization of a model. The part before the mark, or
 * `undefined`.
 */
export function lmStudioName(value: string): string | undefined {
  return /^([a-z\d][\w.-]{2,80}(?:\/[\w.-]{3,80})?)@(?:i?q\d(?:_[a-z\d]+)*|bf16|fp?(?:16|32)|\dbit)$/i.exec(
    value,
  )?.[1];
}

const WHISPER_SIZES = new RegExp(
  String.raw`^(?:(?:tiny|base|small|medium|large)(?:\.en)?|large-v[123]|large-v3-turbo|turbo|distil-(?:small|` +
    String.raw`medium)\.en|distil-large-v[23](?:\.5)?)(?:-int8|-q[458]_[0-9]|-tdrz)?$`,
);

/** A size of Whisper, which only means something to a library that loads Whisper. */
export function isWhisperSize(value: string): boolean {
  return WHISPER_SIZES.test(value);
}

/** A name in timm's registry: `resnet50`, `vit_base_patch16_224.augreg_in21k`. */
export function isTimmName(value: string): boolean {
  return (
    /^[a-z][a-z0-9]*(?:_[a-z0-9]+)*(?:\.[a-z0-9_]+)?$/.test(value) && value.length >= 4 && /\d|_/.test(value)
  );
}

const TORCHVISION_FUNCTION = new RegExp(
  String.raw`^(?:alexnet|convnext_|densenet\d|efficientnet_|googlenet|inception_v3|maxvit_t|mnasnet|` +
    String.raw`mobilenet_v|regnet_|resnet\d|resnext\d|wide_resnet\d|shufflenet_|squeezenet|swin_|swin3d_|vgg\d|` +
    String.raw`vit_[blh]_|fcn_|deeplabv3_|lraspp_|fasterrcnn_|fcos_|maskrcnn_|keypointrcnn_|retinanet_|ssd\d|` +
    String.raw`ssdlite|r3d_18|mc3_18|r2plus1d_18|s3d|mvit_v|raft_)\w*$|^(?:alexnet|googlenet|inception_v3|` +
    String.raw`maxvit_t|s3d|r3d_18|mc3_18|r2plus1d_18)$`,
);

/** Functions of `torchvision.models` (its documentation, "Models and pre-trained weights"). */
export function isTorchvisionFunction(name: string): boolean {
  return TORCHVISION_FUNCTION.test(name);
}

/** A name in the registries of torchvision and torch hub: `resnet18`, `deeplabv3_resnet50`, `yolov5s`. */
export function isVisionName(value: string): boolean {
  return /^[A-Za-z][A-Za-z0-9]*(?:[_-][A-Za-z0-9]+)*$/.test(value) && value.length >= 3 && value.length <= 60;
}
