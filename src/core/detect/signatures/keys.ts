import { memoized } from '../../text/memo';
import { likenessOf } from '../../registries/names/families';

/** What the name of a property, keyword, variable, flag or element says about its value. */

/**
 * `model`: the value names a model. `weak`: it may (`name`, `id`). `other`: it names something else about a model,
 * such as its type. `data`, `image`, `code`: it names a data set, a container image, a package or other code,
 * whatever it looks like.
 */
export type KeyKind = 'model' | 'weak' | 'other' | 'data' | 'image' | 'code' | 'none';

const MODEL = new Set(
  (
    'model models preset checkpoint checkpoints ckpt llm llms vlm slm mllm embedder embeddings ' +
    'embedding embed reranker rerank ranker lora adapter tokenizer processor vae unet transformer ' +
    'controlnet teacher student draft judge vocoder vad pretrain ' +
    'deployment engine gguf weights pretrained encoder decoder backbone basemodel modelid modelname ' +
    'modelpath repo repoid llama whisper ollama gpt claude gemini mistral chatmodel deployments ' +
    'foundationmodel finetuned ' +
    'bert roberta deberta electra t5 gpt2 blip hubert wav2vec2 generator summarizer transcriber ' +
    'classifier assistant completion completions ner asr tts stt speech chat vision openai anthropic ' +
    'bedrock groq'
  ).split(' '),
);
/** Of the words above, those that say it alone; the others need company. */
const SURE = new Set(
  (
    'model models checkpoint ckpt llm llms vlm embedder reranker modelid modelname modelpath ' +
    'basemodel repoid gguf chatmodel foundationmodel lora tokenizer backbone checkpoints preset ' +
    'adapter deployment controlnet vae unet pretrained finetuned'
  ).split(' '),
);
/** Words that may follow without changing what is named. */
const TAIL = new Set(
  (
    'id ids name names path or default value values repo repository url uri identifier string str ' +
    'slug ref key list file filename alias fallback primary secondary main small large fast mini big ' +
    'heavy light cheap strong weak smart one two a b 1 2 3 options choices option arn override hf hub'
  ).split(' '),
);
const OTHER = new Set(
  (
    'type types filter subpath mountpath class len length max min kwargs config configuration dir ' +
    'directory subdir subdirectory folder provider family format template parser arch archs ' +
    'architecture architectures ' +
    'prefix suffix description title count num number size dtype quantization ' +
    'revision license licence token tokens price cost api save saved output log logs hash task mode ' +
    'status state loader server host addr address port timeout registry endpoint version kind category group ' +
    'author username email color ' +
    'quant dimension dimensions dim dims temperature cache device parallel split role label labels ' +
    'tag tags icon logo image avatar prompt message content text body help usage docs doc ' +
    'documentation comment card info metadata ' +
    'push hubmodelid wandb project run experiment namespace servicename service container selector ' +
    'app component vocab layers layer heads hidden seed batch extension ext strategy policy method ' +
    'function func action event ' +
    'error reason warning header headers schema regex pattern glob extra args params parameters ' +
    'ratio threshold weight rank alpha dropout target module modules summary backend framework ' +
    'library package import tokenizerclass attn implementation workspace cluster'
  ).split(' '),
);
const DATA = new Set('dataset datasets corpus corpora trainset testset benchmark benchmarks'.split(' '));
const IMAGE = new Set('image images container dockerimage baseimage'.split(' '));
const CODE = new Set(
  (
    'license licence uses import require include extends dependencies devdependencies ' +
    'peerdependencies plugin plugins package packages artifactid groupid homepage src href workflow ' +
    'action script scripts main types exports module bin github githubrepo giturl scope scopes ' +
    'path_prefix route routes mimetype contenttype if accept content media mediatype locale timezone ' +
    'tz lang'
  ).split(' '),
);
/** Of the words for code, those that are also what a program has a model for: `models: { main: …, plugin: … }`. */
const TASKS = new Set(
  (
    'import include plugin plugins package packages workflow action script scripts main types exports ' +
    'module bin scope scopes route routes if accept content media lang'
  ).split(' '),
);
/** Of these, those that name no repository, route or text elsewhere. */
const TASKS_ANYWHERE = new Set('main action workflow script'.split(' '));
const WEAK = new Set(
  (
    'id name repository repo path url uri value values choices default source ref key label title ' +
    'slug endpoint base target from'
  ).split(' '),
);

/** Whether other words make one a model's: a key is that of a chat or an engine as often as of its model. */
function isInCompany(words: readonly string[]): boolean {
  return words.length > 1 && !/^keys?$/.test(words.at(-1) ?? '');
}

/** Longest name that is looked at: longer ones are no names. */
const LONGEST = 80;

/** Cuts `modelNameOrPath`, `MODEL_NAME_OR_PATH` and `--model-name-or-path` into the same lower-case words. */
export const keyWords: (key: string) => readonly string[] = memoized((key) => {
  if (key.length > LONGEST) return [];
  return key
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .filter((word) => word !== '');
});

/** Where the word stands that tells what is named: the last one that is no tail. */
function headIndex(words: readonly string[]): number {
  const last = words.findLastIndex((word) => !TAIL.has(word));
  return Math.max(last, 0);
}

export const keyKind: (key: string) => KeyKind = memoized((key) => {
  const words = keyWords(key);
  const kind = wholeKind(words.join(''), key);
  if (kind !== undefined) return kind;
  const last = headIndex(words);
  const head = words[last] ?? '';
  if (isOfData(words, last)) return 'data';
  if (isPicture(words)) return 'image';
  if (words.some((word, index) => OTHER.has(word) && index >= last - 1 && !(SURE.has(head) && index < last)))
    return 'other';
  if (words.some((word) => SURE.has(word))) return 'model';
  if (MODEL.has(head)) return isInCompany(words) ? 'model' : 'weak';
  if (IMAGE.has(head)) return 'image';
  return WEAK.has(words.at(-1) ?? '') ? 'weak' : 'none';
});

/** `train_dataset`, `EVAL_DATA_NAME`: the last word that is no tail is `data`, or one says that it is a set of data. */
function isOfData(words: readonly string[], last: number): boolean {
  const head = words[last] ?? '';
  return (
    (words.some((word) => DATA.has(word)) && !SURE.has(head)) ||
    (head === 'data' && words.length > 1 && last < words.length - 1)
  );
}

/** `icon`, `startIcon`, `icon_name`: a drawing. */
function isPicture(words: readonly string[]): boolean {
  return words.slice(-2).some((word) => word === 'icon' || word === 'icons');
}

/** Whether a key is that of a variable of the environment, which programs read by its name: `OPENAI_BASE_URL`. */
export function isVariable(key: string): boolean {
  return /^[A-Z][A-Z\d]*(?:_[A-Z\d]+)+$/.test(key);
}

/**
 * Whether a value of this key may be a model by its place: the key says so, or may say so together with those around
 * it.
 */
export const mayTellModel: (key: string) => boolean = memoized(
  (key) => keyKind(key) === 'model' || keyKind(key) === 'weak' || isSize(key) || FETCHED.has(key),
);

/** Words of keys that speak of recognizing speech, where models are named by their sizes. */
const SPEECH = new Set(
  'whisper fasterwhisper whispercpp stt asr transcribe transcription transcriber transcriptions speech'.split(
    ' ',
  ),
);

/** Whether a key is for recognizing speech. */
export const isSpeechKey: (key: string) => boolean = memoized((key) =>
  keyWords(key).some((word) => SPEECH.has(word)),
);

/** `model_size`, `size`: what a model is chosen by where only its sizes are named. */
const isSize: (key: string) => boolean = memoized(
  (key) =>
    /^(?:.*model)?sizes?(?:orpath)?$/.test(keyWords(key).join('')) ||
    keyWords(key).join('').endsWith('modelsizeorpath'),
);

const DATA_NAME = new RegExp(
  String.raw`^(?:train|training|val|valid|validation|test|eval|evaluation|calib|calibration|finetune|sft|dpo|` +
    String.raw`rm|pretrain)?data(?:s|set|names?|paths?|dirs?|files?|ids?|repos?|repoids?|sources?)?$`,
);

/** The model that OpenRLHF goes on from, and its likes. Without the dashes it is as often a phase or a switch. */
const PRETRAIN = '--pretrain';

/** How models are asked, `LLM_INTERFACE_CONVERSE`, whichever is: `LLM_INTERFACE_MODEL` says which. */
const WAY_OF_ASKING =
  /^(?:ll?m|model)s?(?:interface|protocol)(?!\w*(?:models?|repo(?:sitory)?|checkpoint|weights|ids?|names?|paths?)$)/;
/** What a program writes: `hub_model_id`, `target_model`. */
const OUTPUT = /^(?:hub|push(?:to)?hub|output|save|new|target|export)\w*(?:model|repo)\w*$/;
const OTHERS = [WAY_OF_ASKING, OUTPUT];

/** Names that are decided as a whole. */
function wholeKind(joined: string, key: string): KeyKind | undefined {
  if (joined === '') return 'none';
  if (key === PRETRAIN) return 'model';
  if (/kubernetesio|k8sio/.test(joined)) return 'other';
  if (CODE.has(joined)) return 'code';
  // `copy_from` says nothing of images.
  if (IMAGE.has(joined) || joined === 'from') return 'image';
  if (joined === 'spaces') return 'data';
  if (
    DATA.has(joined) ||
    DATA_NAME.test(joined) ||
    /^(?:train|training|val|valid|validation|test|eval|evaluation|calib|calibration|finetune|sft|dpo)set$/.test(
      joined,
    )
  )
    return 'data';
  return OTHERS.some((other) => other.test(joined)) ? 'other' : undefined;
}

/** Words that name a model even among the settings of data: what reads the data. */
const ENCODERS = new Set(['model', 'tokenizer', 'bert', 'roberta', 't5', 'gpt2', 'deberta', 'electra']);

/** Names of wrappers that say nothing. */
const NEUTRAL = new Set(
  (
    'options params parameters config settings spec args arguments properties props values data ' +
    'defaults default value env'
  ).split(' '),
);

/** Where something is kept: of a model's image as often as of the model. */
const STORES = new Set(['repository', 'tag', 'url', 'uri', 'source']);

/** What is done with the models that are listed under it: `models: { pull: […] }`. */
const FETCHED = new Set(['pull', 'run', 'preload', 'load', 'download', 'install']);

/** Kubernetes chooses resources by labels, which people make from all kinds of names. */
const SELECTORS = new Set(['labels', 'matchLabels', 'selector', 'annotations']);

/** What a key says by itself, and sizes and lists that only mean models where something near says so. */
function ownKind(key: string, parents: readonly string[]): KeyKind {
  if (isSize(key) && (isSpeechKey(key) || isSpeechKey(parents[0] ?? ''))) return 'model';
  return FETCHED.has(key) && keyKind(parents[0] ?? '') === 'model' ? 'model' : keyKind(key);
}

/** `MODELS = { "ViT-B-16": … }`: the key is a model's name itself. */
function isNameInTable(key: string, [parent = '']: readonly string[]): boolean {
  return key.includes('-') && likenessOf(key).family !== '' && keyKind(parent) === 'model';
}

/** The key of what is tried when the model of a call fails: `fallbacks`, `default_fallbacks`, `fallbackModels`. */
export const isFallbacks: (key: string) => boolean = memoized((key) =>
  /fallbacks?(?:_?(?:models?|chain|list))?$/i.test(key),
);

/**
 * What the key of a list says of its elements. Among fallbacks it is what a router calls a model, which may be any
 * word: `fallbacks: [{"main": ["…"]}]`.
 */
export function keyKindOfList(key: string, parents: readonly string[]): KeyKind {
  return isFallbacks(parents[0] ?? '') ? 'none' : keyKindIn(key, parents);
}

/** What a key says together with those around it: `name` under `model` names a model. */
export function keyKindIn(key: string, parents: readonly string[]): KeyKind {
  const own = ownKind(key, parents);
  const outer = kindAround(own, key, parents);
  if (outer !== undefined) return outer;
  const asTask = kindOfTask(own, key, parents);
  if (asTask !== undefined) return asTask;
  if (own !== 'weak' && own !== 'none') return own;
  if (own === 'none' && isNameInTable(key, parents)) return 'model';
  return own === 'weak' ? weakKindIn(key, parents) : own;
}

/** What a block says of all the values in it, whatever their keys say. */
function kindAround(own: KeyKind, key: string, parents: readonly string[]): KeyKind | undefined {
  if (own !== 'model' && parents.slice(0, 2).some((parent) => SELECTORS.has(parent))) return 'other';
  if (parents[0] === 'with' && keyWords(key)[0]?.startsWith('repo') === true) return 'code';
  if (!parents.slice(0, 4).some((parent) => keyKind(parent) === 'data' && !/^[Dd]ata$/.test(parent)))
    return undefined;
  return own === 'model' && keyWords(key).some((word) => ENCODERS.has(word)) ? 'model' : 'data';
}

/**
 * What a key for code, images or data says where it may be the task that a model is for: anything among models, and
 * elsewhere little. Images and sets of data that are written there have no name of a model by which one is asked.
 */
function kindOfTask(own: KeyKind, key: string, parents: readonly string[]): KeyKind | undefined {
  const word = keyWords(key).join('');
  if (own !== 'code' && own !== 'image' && word !== 'data') return undefined;
  const isOfModels = kindOfOuter(parents) === 'model';
  if (own === 'code' && isOfModels) return TASKS.has(word) ? 'none' : undefined;
  if (own === 'code') return TASKS_ANYWHERE.has(word) ? 'other' : undefined;
  return isOfModels ? 'other' : undefined;
}

/** What the nearest name around that says something is for. */
function kindOfOuter(parents: readonly string[]): KeyKind {
  const parent = parents.find((name) => !NEUTRAL.has(keyWords(name).join('')));
  return parent === undefined ? 'none' : keyKind(parent);
}

/** A key that says little is of what the nearest name around it that says something is of. */
function weakKindIn(key: string, parents: readonly string[]): KeyKind {
  const outer = kindOfOuter(parents);
  if (outer === 'image' || outer === 'code') return outer;
  return outer === 'model' && !STORES.has(keyWords(key).join('')) ? 'model' : 'weak';
}
