import { withoutSource } from '../ollama/spelling';
import { familyIn, likenessOf } from './families';

/** Names in Ollama's library: `llama3.1`, `qwen2.5-coder:7b`, `owner/name:tag`. */

/** Library names that begin with no family word. */
const OTHERS = new Set(
  (
    'all-minilm snowflake-arctic-embed snowflake-arctic-embed2 paraphrase-multilingual neural-chat ' +
    'stable-beluga everythinglm nuextract reader-lm reflection r1-1776 ' +
    'bespoke-minicheck medllama2 marco-o1 athene-v2 opencoder openthinker notus notux yarn-llama2 ' +
    'yarn-mistral yi yi-coder llama2-chinese mathstral duckdb-nsql ' +
    'tinydolphin magicoder stablelm2 dolphin3 dolphincoder smallthinker codeup open-orca-platypus2 ' +
    'alfred firefunction-v2 granite-embedding embeddinggemma ' +
    'deepseek-v2 deepseek-v3 deepseek-r1 deepseek-coder deepseek-coder-v2 deepseek-llm gpt-oss ' +
    'translategemma medgemma command-r command-r-plus'
  ).split(' '),
);

/** Family words that are library names just as they are. */
const PLAIN = new Set(
  (
    'llama mistral mixtral gemma qwen phi llava vicuna codellama tinyllama orca-mini zephyr falcon ' +
    'solar dbrx wizardlm wizardcoder qwq starcoder codegemma moondream ' +
    'bakllava nomic-embed-text mxbai-embed-large openchat openhermes dolphin-mistral dolphin-mixtral ' +
    'codestral magistral devstral mathstral cogito exaone-deep hermes sqlcoder meditron'
  ).split(' '),
);

/** Families that Ollama does not run. */
const NOT_THERE = new Set(
  (
    'whisper bert distilbert roberta distilroberta xlm xlmr albert electra deberta camembert bart ' +
    'mbart pegasus marian t5 mt5 byt5 codet5 gpt gpt2 chatgpt gptneo clip siglip vit deit beit swin ' +
    'dino dinov dinov2 resnet resnext ' +
    'efficientnet mobilenet convnext densenet vgg inception yolo yolov yolox detr rtdetr sam sam2 ' +
    'depth wav2vec2 wav2vec hubert wavlm sdxl sd3 flux dalle stable claude gemini grok sonar voyage ' +
    'rerank embed nova titan cohere splade colbert ' +
    'contriever msmarco sbert simcse mpnet speecht5 bark xtts kokoro pyannote parakeet musicgen blip ' +
    'layoutlm layoutlmv trocr donut tapas nllb m2m100 madlad seamless jamba reka jina'
  ).split(' '),
);

const NAME = /^[a-z0-9][a-z0-9._-]{0,79}$/i;
const OWNED = /^[a-z0-9][\w.-]{0,38}\/[a-z0-9][\w.-]{0,79}$/i;
const TAG = /^[\w][\w.-]{0,79}$/;
const TAG_WORDS = new RegExp(
  String.raw`^(?:latest|cloud|instruct|chat|text|code|base|mini|small|medium|large|tiny|vision|thinking|` +
    String.raw`preview|nano|pro|it|fast|full|flash)(?:[-.].*)?$`,
);
const SIZE_TAG = /^(?:\d{1,3}x)?[ae]?\d{1,4}(?:\.\d{1,2})?[bmkt](?:[-_.].*)?$/i;

export interface OllamaName {
  readonly name: string;
  readonly tag: string;
}

/** Splits a name and its tag; `undefined` when the value has not the form. */
export function ollamaName(value: string): OllamaName | undefined {
  const colon = value.indexOf(':');
  const name = colon < 0 ? value : value.slice(0, colon);
  const tag = colon < 0 ? '' : withoutSource(value.slice(colon + 1));
  if (!(NAME.test(name) || OWNED.test(name)) || (colon >= 0 && !isTag(tag))) return undefined;
  return { name, tag };
}

/** Styles that names of icons end in: `solar:chat-line-bold-duotone` (https://icon-sets.iconify.design/solar/). */
const ICON_STYLE = /-(?:bold|broken|linear|outline|duotone|twotone|filled|rounded|sharp)$/;

function isTag(tag: string): boolean {
  return TAG.test(tag) && !ICON_STYLE.test(tag);
}

/** A tag that says a size, a variant or `latest`, as only tags of models do. */
export function isModelTag(tag: string): boolean {
  return SIZE_TAG.test(tag) || TAG_WORDS.test(tag) || /^(?:[ief]?q\d|fp16|f16|bf16|v\d)/i.test(tag);
}

/** What other servers write behind a name of the library: `command-r-v01:q1_s` of LocalAI's gallery. */
const VERSION = /-v\d{1,3}(?:\.\d{1,2})?$/;

/** Whether the library has a name that begins with no family word, perhaps with a version behind it. */
export function isListedName(name: string): boolean {
  return OTHERS.has(name.replace(VERSION, ''));
}

/** Certain by its form alone: a library's name with a digit or a tag that fits (`llama3.1`, `gemma2:9b`, `qwen3`). */
export function isOllamaLike(value: string): boolean {
  const split = ollamaName(value);
  if (split === undefined || split.name.includes('/')) return false;
  const { name, tag } = split;
  if (name !== name.toLowerCase() || name.includes('_')) return false;
  if (tag !== '')
    return (
      (isModelTag(tag) && (isLibraryName(name) || isListedName(name))) ||
      (/^x{0,2}[sml]$/.test(tag) && OTHERS.has(name))
    );
  return /\d/.test(name) && isLibraryName(name);
}

/** Names of the library that begin with no family word, and those that are one. */
export function libraryNames(): readonly string[] {
  return [...OTHERS, ...PLAIN];
}

/** A library name that is a plain word. */
export function isLibraryWord(word: string): boolean {
  return PLAIN.has(word);
}

/**
 * A name that the library has or would have. A family word alone counts here, so the place must say that a model is
 * meant.
 */
export function isLibraryName(name: string): boolean {
  if (OTHERS.has(name) || PLAIN.has(name)) return true;
  const first = name.split('-', 1)[0] ?? '';
  const family = familyIn(first);
  if (family === '' || NOT_THERE.has(family)) return false;
  const rest = first.slice(family.length);
  return /^(?:v?\d[\d.]*[a-z]{0,4}|)$/.test(rest) && likenessOf(name).score >= 1;
}
