import { once } from '../../once';
import { isDigitCode } from '../../text/charClass';
import { memoized } from '../../text/memo';

/**
 * What names of models are made of. A name is judged by its parts: a family (`llama`, `qwen`), a size (`7b`), a
 * version (`v0.1`), a variant (`instruct`) and a packing (`GGUF`, `4bit`). No name is listed here: the catalog knows
 * names, this knows the habits they follow, so that a name of next year is recognized too.
 */

/** Family words that name nothing else. */
const FAMILIES = new Set(
  (
    'llama codellama tinyllama openllama llamaguard vicuna alpaca mistral mixtral ministral ' +
    'magistral devstral codestral pixtral voxtral ' +
    'mathstral gemma codegemma shieldgemma recurrentgemma paligemma medgemma embeddinggemma ' +
    'functiongemma qwen qwq qvq codeqwen qwopus ' +
    'bloomz gpt gptj gptneo gptneox chatgpt deepseek deepcoder deepscaler internlm internvl baichuan ' +
    'chatglm glm codegeex minicpm minimax ' +
    'kimi moonshot ernie hunyuan pangu olmo olmoe olmocr molmo tulu pythia stablelm stablecode ' +
    'stablediffusion mpt redpajama starcoder starchat ' +
    'santacoder codegen wizardlm wizardcoder wizardmath wizardvicuna openhermes starling openchat ' +
    'dbrx jamba rwkv smollm smolvlm smoldocling nemotron nemoguard ' +
    'minitron exaone lfm openelm eurollm teuken apertus sarashina elyza rinna plamo karakuri swallow ' +
    'llava bakllava moondream idefics ' +
    'florence blip siglip openclip bert distilbert roberta distilroberta camembert deberta albert ' +
    'biobert finbert scibert legalbert pubmedbert tinybert mobilebert ' +
    'sbert electra xlmr xlm minilm mpnet simcse splade colbert colpali colqwen colsmol contriever ' +
    'msmarco nomic mxbai bge gte simlm ' +
    'flan bart mbart pegasus nllb madlad marian wavlm hubert seamless parakeet musicgen encodec xtts ' +
    'kokoro pyannote distilgpt ' +
    'sdxl kandinsky pixart dalle controlnet animatediff cogvideo cogvideox cogvlm deit beit dinov ' +
    'resnet resnext efficientnet mobilenet ' +
    'mobilevit convnext convnextv densenet inception regnet vgg yolo yolov yolox rtdetr detr ' +
    'segformer maskformer midas zoedepth trocr layoutlm nougat tapas timesfm moirai ' +
    'longformer bigbird reformer xlnet ctrl claude grok gemini qwenlong smaug goliath xwin nous ' +
    'wizard zephyr hermes dolphin orca solar tinydolphin megadolphin samantha airoboros guanaco ' +
    'koala dolly fastchat codebooga phind phi meditron biomistral saul ' +
    'aya falcon bloom opt granite cohere voyage sonar jina rerank embed e internvideo ovis aria ' +
    'kosmos fuyu persimmon xgen zamba ' +
    'mamba recurrent griffin palmyra inkuba sailor seallm seallms merlinite hyperclova kanana ' +
    'solarpro cogito rnj sqlcoder nsql nexusraven firefunction functionary ' +
    'speecht musiclm bark canary whisper vits orpheus sesame dia chatterbox parler melotts ' +
    'fastspeech tacotron stable flux wan ltx mochi ' +
    'clip vit swin dino sam depth dpt donut chronos arctic instructor calm command nova titan ' +
    'kandinsky playground openvla octo smolvla paddleocr rexnet nasnet moonshine gliner silero yunet ' +
    'sd sdxs svd emaonly kosmos2 sentencepiece fasterrcnn maskrcnn deeplabv deeplab retinanet ssd ' +
    'keypointrcnn fcos elmo yamnet vggish'
  ).split(' '),
);

/** Families whose word means something else too: it takes more to believe them. */
const AMBIGUOUS = new Set(
  (
    'falcon bloom opt phi orca solar command nova titan gemini sonar embed rerank flux sam depth ' +
    'canary bark dolphin hermes granite clip vit ' +
    'flan stable aya arctic instructor calm chronos dino swin donut wan kokoro mamba zephyr whisper ' +
    'playground parakeet e nous wizard koala ' +
    'guanaco samantha goliath swallow florence inception midas voyage cohere sesame dia griffin ' +
    'recurrent aria saul octo ctrl seamless merlinite ' +
    'chatterbox mochi orpheus moonshot nougat tapas marian bart pegasus electra reformer starling ' +
    'yolo gpt glm mistral llama claude grok vits contriever sd svd ssd silero'
  ).split(' '),
);

/** Family words with a digit in the middle. */
const WITH_DIGITS = [
  'wav2vec2',
  'wav2vec',
  'm2m100',
  'pix2struct',
  'mask2former',
  'text2vec',
  'data2vec',
  'gpt2',
  'chat2',
  'eva02',
  'sd3',
  'sd15',
  'sd21',
  'mt5',
  'byt5',
  'codet5',
  't5gemma',
  't5',
  'ul2',
  'e5',
  'speecht5',
  'm3e',
  'mt0',
  'i2vgen',
  'c4ai',
  'all2vec',
  'sam2',
  'u2net',
  'rn50',
  'rn101',
  'dinov2',
  'dinov3',
  'blip2',
];

/** Publishers that some put before the family: `meta-llama-3-8b`, `ibm-granite-3b`. */
const PUBLISHERS = new Set(
  (
    'meta databricks microsoft google openai nvidia ibm mistralai deepseekai facebook intel ' +
    'snowflake salesforce cohere hf deci amazon baai huggingface llamafamily open llm'
  ).split(' '),
);

const VARIANTS = new Set(
  (
    'instruct chat base it pt uncased cased large small medium mini tiny xl xxl xxxl xlarge huge ' +
    'giant nano micro lite light turbo preview latest exp ' +
    'vision vl vlm audio omni coder code codes math embed embedding embeddings rerank reranker ' +
    'reward guard scout maverick distill distilled distil hf sft dpo orpo rlhf rl lora qlora ' +
    'adapter merged pro flash ultra plus max finetuned finetune tuned multilingual english chinese ' +
    'japanese korean german french spanish arabic portuguese italian en zh ja jp jpn de fr ' +
    'instruct2 instruct3 instruct4 ' +
    'thinking reasoning reasoner instant versatile speculative long moe dense next prover ocr tts ' +
    'asr stt squad squad2 mnli nli sst sst2 ner qa cnn xsum samsum sentiment ' +
    'oss multi text image speech ctc rnnt tdt realtime streaming patch16 patch32 patch14 freedom ' +
    'uncensored abliterated heretic distillation v'
  ).split(' '),
);

/** What a model was made for may stand before its family: `chinese-clip-vit-base`, `multilingual-e5-large`. */
const LANGUAGES = new Set(
  (
    'multilingual english chinese japanese korean german french spanish arabic portuguese italian ' +
    'vietnamese russian'
  ).split(' '),
);

const PACKINGS = new Set(
  (
    'gguf ggml awq gptq exl2 exl3 mlx onnx openvino coreml tensorrt trt fp8 fp16 fp32 bf16 fp4 nvfp4 ' +
    'mxfp4 int4 int8 w4a16 w8a8 w8a16 4bit 8bit 6bit 5bit 3bit 2bit ' +
    'bnb k m s l xs xxs qat quantized imatrix dynamic unsloth pruned safetensors litert tflite mlc ' +
    'ct2 ctranslate2 marlin hqq aqlm quip'
  ).split(' '),
);

export interface Likeness {
  /** The family word, `''` when none is known. */
  readonly family: string;
  /** The name begins with its family (a publisher before it does not count). */
  readonly leads: boolean;
  readonly ambiguous: boolean;
  readonly sized: boolean;
  readonly packed: boolean;
  /** Parts that names of models do not usually have. */
  readonly strange: number;
  /** How much speaks for a model: 3 is "very likely one", 0 nothing at all. */
  readonly score: number;
}

const LONGEST = 160;

/** Judges a name without its owner. Linear in its length, which is bounded. */
export const likenessOf: (name: string) => Likeness = memoized(judge);

/** Whether two names without their owners are of two families, and neither of none. */
export function areOfOtherFamilies(one: string, other: string): boolean {
  const [first, second] = [likenessOf(one).family, likenessOf(other).family];
  return first !== '' && second !== '' && first !== second;
}

function judge(name: string): Likeness {
  if (name.length > LONGEST) return NOTHING;
  const parts = name
    .toLowerCase()
    .split(SEPARATORS)
    .filter((part) => part !== '');
  const seen: Seen = {
    family: '',
    ambiguous: true,
    leads: false,
    version: false,
    sized: false,
    packed: false,
    variants: 0,
    strange: 0,
  };
  for (const [index, part] of parts.entries()) {
    if (isSize(part)) seen.sized = true;
    else if (PACKINGS.has(part) || isQuantization(part)) seen.packed = true;
    else if (VARIANTS.has(part) && !(index === 0 && part === 'embed')) seen.variants++;
    else readFamily(part, index, parts, seen);
    if (VERSION.test(part)) seen.version = true;
  }
  return {
    family: seen.family,
    leads: seen.leads,
    ambiguous: seen.ambiguous,
    sized: seen.sized,
    packed: seen.packed,
    strange: seen.strange,
    score: scoreOf(seen),
  };
}

const NOTHING: Likeness = {
  family: '',
  leads: false,
  ambiguous: true,
  sized: false,
  packed: false,
  strange: 0,
  score: 0,
};
const SEPARATORS = /[-_.:/ ]/;
const VERSION = /^v?\d{1,2}(?:p\d)?$|^v\d|\d/;
/** Versions, dates, context lengths, numbers of layers: `v0`, `2407`, `l6`, `r1`, `a3b`. */
const NUMBER = /^[a-z]{0,2}\d+[a-z]{0,2}$/;
/** Parameters, not the thousands of examples or tokens that names of data sets tell. */
const SIZE = /^(?:\d{1,4}x)?[ae]?\d{1,4}(?:[.p]\d{1,2})?[bmt]$/;
/** `q4`, `q4km`, MLC's `q4f16`, `3bpw`. */
const QUANTIZATION = /^(?:i?q\d(?:km|ks|kl|k|0|1|f16|f32)?|\d{1,2}bpw|\dbits?)$/;

/** What the letters that a part of a name begins with may make of it. */
const FAMILY = 1;
const VARIANT = 2;
/** Only with a digit behind them: `t` of `t5`, `fp` of `fp8`. */
const NUMBERED = 4;
/** The size of {@link leading}, a power of two: few words share a place. */
const PLACES = 1 << 14;
/** Letters before the digits of sizes and quantizations. */
const SIZE_STARTS = ['a', 'e', 'q', 'iq'];
/** By the hash of these letters, so that a part is judged without being cut out. A look-up needs none of it. */
const leading = once(leadingLetters);

function leadingLetters(): Uint8Array {
  const table = new Uint8Array(PLACES);
  const mark = (word: string, bit: number): void => {
    const letters = lettersAtStart(word);
    let hash = 0;
    for (let at = 0; at < letters.length; at++) hash = withLetter(hash, letters.charCodeAt(at));
    const place = placeOf(hash);
    table[place] = (table[place] ?? 0) | (letters === word ? bit : NUMBERED);
  };
  for (const family of FAMILIES)
    for (const word of [family, `${family}v`]) if (word !== 'e') mark(word, FAMILY);
  for (const word of [...VARIANTS, ...PACKINGS]) mark(word, VARIANT);
  for (const word of [...WITH_DIGITS, ...SIZE_STARTS]) mark(word, NUMBERED);
  return table;
}

function withLetter(hash: number, letter: number): number {
  return Math.imul(hash ^ letter, 0x01000193);
}

function placeOf(hash: number): number {
  return (hash ^ (hash >>> 15)) & (PLACES - 1);
}

/**
 * Whether {@link likenessOf} may tell a family or a score of two: most words can be put aside by a look at their
 * letters, without being cut into parts and remembered.
 */
// eslint-disable-next-line complexity -- one pass over the characters, which cuts nothing out
export function mayBeLike(name: string): boolean {
  const table = leading();
  let telling = 0;
  let hasDigit = 0;
  for (let at = 0; at < name.length; at++) {
    let hash = 0;
    let code = name.charCodeAt(at) | LOWER_CASE;
    const start = at;
    for (; code >= 97 && code <= 122; code = name.charCodeAt(++at) | LOWER_CASE)
      hash = withLetter(hash, code);
    const isNumbered = isDigitCode(code);
    const marks = at === start ? 0 : (table[placeOf(hash)] ?? 0);
    if ((marks & FAMILY) !== 0 || (isNumbered && (marks & NUMBERED) !== 0)) return true;
    if ((marks & VARIANT) !== 0) telling++;
    const isOfDigits = at === start;
    for (; !isSeparator(code); code = name.charCodeAt(++at) | LOWER_CASE) {
      if (code > 127) return true;
      if (isDigitCode(code)) hasDigit = 1;
      else if (isOfDigits && isNumbered) return true;
    }
  }
  return telling + hasDigit >= 2;
}

/** Set in a letter of ASCII it makes it lower case; a digit has it, and no mark becomes a letter by it. */
const LOWER_CASE = 32;
const UNDERSCORE = 95 | LOWER_CASE;

/** What separates parts, in lower case; the end of a name is a blank, for no character at all has only this bit. */
function isSeparator(code: number): boolean {
  return code === 45 || code === 46 || code === 47 || code === 58 || code === 32 || code === UNDERSCORE;
}

interface Seen {
  family: string;
  ambiguous: boolean;
  leads: boolean;
  version: boolean;
  sized: boolean;
  packed: boolean;
  variants: number;
  strange: number;
}

function readFamily(part: string, index: number, parts: readonly string[], seen: Seen): void {
  const family = familyIn(part);
  if (family === '') {
    if (!NUMBER.test(part) && !PUBLISHERS.has(part)) seen.strange++;
    return;
  }
  const ambiguous = AMBIGUOUS.has(family);
  if (seen.family !== '' && (ambiguous || !seen.ambiguous)) return;
  seen.family = family;
  seen.ambiguous = ambiguous;
  seen.leads = parts
    .slice(0, index)
    .every(
      (before) =>
        PUBLISHERS.has(before) || LANGUAGES.has(before) || NUMBER.test(before) || familyIn(before) !== '',
    );
}

function scoreOf({ family, ambiguous, sized, packed, version, variants }: Seen): number {
  const byFamily = family === '' ? 0 : ambiguous ? 1 : 2;
  const score = byFamily + (sized ? 2 : 0) + (packed ? 1 : 0) + Math.min(variants, 2) + (version ? 1 : 0);
  return family === '' && !sized ? Math.min(score, 2) : score;
}

/** Every word that begins the name of a family. */
export function familyWords(): readonly string[] {
  return [...FAMILIES, ...WITH_DIGITS];
}

/** The family that a part of a name is of: `llama3` and `llama` are of `llama`; `''` for none. */
export function familyIn(part: string): string {
  const letters = lettersAtStart(part);
  if (letters.length < part.length) for (const word of WITH_DIGITS) if (part.startsWith(word)) return word;
  if (FAMILIES.has(letters)) return letters === 'e' ? '' : letters;
  return letters.endsWith('v') && FAMILIES.has(letters.slice(0, -1)) ? letters.slice(0, -1) : '';
}

function lettersAtStart(part: string): string {
  let end = 0;
  while (end < part.length && part.charCodeAt(end) >= 97 && part.charCodeAt(end) <= 122) end++;
  return part.slice(0, end);
}

function isSize(part: string): boolean {
  return part.length <= 9 && SIZE.test(part);
}

function isQuantization(part: string): boolean {
  return part.length <= 6 && QUANTIZATION.test(part);
}

/**
 * A name of a model without an owner, of which every part is understood: `llama-3.1-8b-instant`,
 * `Qwen2.5-Coder-32B-Instruct`.
 */
export function isFullName(name: string): boolean {
  const { leads, sized, strange, score } = likenessOf(name);
  return leads && sized && strange === 0 && score >= 4;
}

/** Very likely the name of a model, whatever stands around it. */
export function isModelLike(name: string): boolean {
  const { score, family, ambiguous, sized } = likenessOf(name);
  return score >= (family === '' || ambiguous ? 4 : 3) || (sized && family !== '');
}
