import { sizeInName } from '../catalog/nameSize';
import type { Catalog, ModelRecord } from '../catalog/records';
import type { Model } from '../model';
import { perObject } from '../once';
import { memoized } from '../text/memo';
import { likenessOf } from '../registries/names/families';
import { coverageOf, covers } from './coverage';

/** What is asked of a model before it is offered in the place of another: the same work, and about the same size. */

export type Wanted = Pick<
  Model,
  'id' | 'aliases' | 'parameters' | 'publisher' | 'lineage' | 'copyOf' | 'openness'
>;

/** Tasks of the Hub that name the same thing. */
const SAME_TASK: Readonly<Record<string, string>> = { 'sentence-similarity': 'feature-extraction' };

export function canonicalTask(task: string): string {
  return SAME_TASK[task] ?? task;
}

/** Whether a model of the same task can do the other's work, by its size and by what its name says of a job that others do not do. */
export function canStandIn(
  record: ModelRecord,
  wanted: Wanted,
  { task, isServed = false }: { readonly task: string; readonly isServed?: boolean },
): boolean {
  return (
    !isPart(wanted) &&
    !isPart(record) &&
    packing(record) === packing(wanted) &&
    (fitsSize(record, wanted, task) || (isServed && isNext(record, wanted))) &&
    ((saidByName(record).jobs ^ saidByNames(wanted).jobs) & ~saidByTask(task)) === 0 &&
    fitsTask(record, wanted, task) &&
    (areServed(record, wanted)
      ? isLater(record, wanted) && (task !== 'text-generation' || gradeOf(record.id) === gradeOf(wanted.id))
      : covers(coverageByNames(record), coverageByNames(wanted), task))
  );
}

/** One of which no day is known may be from before, unless the figures in its name are higher: `claude-haiku-5-5`, for `claude-3-haiku`. */
function isLater(record: ModelRecord, wanted: Wanted): boolean {
  return record.released !== null || hasHigherVersion(record, wanted);
}

function hasHigherVersion(record: Pick<ModelRecord, 'id'>, wanted: Wanted): boolean {
  const [version, other] = [versionOf(record.id), versionOf(wanted.id)];
  const at = version.findIndex((figure, index) => figure !== other[index]);
  return at >= 0 && other.length > 0 && (version[at] ?? 0) > (other[at] ?? 0);
}

/** The figures of a name that are no day: `4`, `8` of `claude-opus-4-8-20260528`. */
function versionOf(id: string): readonly number[] {
  return [...id.slice(id.lastIndexOf('/') + 1).matchAll(/(?<![a-z\d])\d{1,2}(?![a-z\d])/gi)].map(([figure]) =>
    Number(figure),
  );
}

/** A later one of the same line, as its maker names them: who calls it need not know how large it is. */
function isNext(record: ModelRecord, wanted: Wanted): boolean {
  return (
    record.publisher === wanted.publisher?.id &&
    familyWord(record.id) === familyWord(wanted.id) &&
    gradeOf(record.id) === gradeOf(wanted.id) &&
    hasHigherVersion(record, wanted)
  );
}

/** The first word of a name, which is mostly that of its family: `flux` of `black-forest-labs/FLUX.1-dev`. */
export function familyWord(id: string): string | undefined {
  return /^[a-z]+/i.exec(id.slice(id.lastIndexOf('/') + 1))?.[0].toLowerCase();
}

/** Both are one publisher's, who says neither their size nor their languages: its grades (`opus`, `mini`) take their place. */
function areServed(record: ModelRecord, wanted: Wanted): boolean {
  return (
    record.openness === 'api-only' &&
    wanted.openness.level === 'api-only' &&
    record.publisher === wanted.publisher?.id
  );
}

/** The words of a served name but its first, which is the family's: `opus` of `claude-3-opus-20240229`. */
function gradeOf(id: string): string {
  return id
    .slice(id.lastIndexOf('/') + 1)
    .toLowerCase()
    .split(/[^a-z0-9.]+/)
    .slice(1)
    .filter((word) => !/\d/.test(word) && !UNGRADED.has(word))
    .sort()
    .join(' ');
}

const UNGRADED: ReadonlySet<string> = new Set(['latest', 'preview', 'exp', 'experimental', 'v']);

/** The form of the weights that a name tells, which the call that loads them depends on: a GGUF file needs a GGUF. */
export function packingOf(id: string): string {
  return PACKING.exec(id)?.[1]?.toLowerCase() ?? '';
}

/** The same, kept: each model that is replaced is compared with every model of its task. */
const packing = perObject(({ id }: Pick<Wanted, 'id'>) => packingOf(id));

const PACKING =
  /[-_.](gguf|ggml|mlx|awq|gptq|exl2|exl3|onnx|openvino|ct2|bnb|ipu|coreml|tflite|fp8|fp4|int4|int8|w4a16|w8a8|nvfp4|mxfp4|\dbit)(?:[-_.]|$)/i;

/** Models that take pictures and text, by their names; where that is the task, they need not say it. */
const SEES = /(?:^|[-_/.\d])(?:vl|vlm|vision)(?:[-_/.\d]|$)|internvl|llava|paligemma|idefics|pixtral/i;

interface Named extends Pick<Wanted, 'id' | 'copyOf'> {
  readonly lineage: readonly { readonly model: string }[];
}

function namesOf({ id, copyOf, lineage }: Named): readonly string[] {
  return [id, ...(copyOf === null ? [] : [copyOf]), ...lineage.map(({ model }) => model)];
}

const coverageByNames = perObject((model: Named) => coverageOf(namesOf(model)));

/**
 * The task that a name tells, for records that state none. It decides nothing but whether a model is offered.
 */
export function taskByName(id: string): string | undefined {
  const found = TASKS.find(([name]) => name.test(id))?.[1];
  return (
    found ??
    (TALKS.test(id) && likenessOf(id.slice(id.indexOf('/') + 1)).family !== ''
      ? 'text-generation'
      : undefined)
  );
}

const TASKS: readonly (readonly [name: RegExp, task: string])[] = [
  [/rerank|cross-encoder/i, 'text-ranking'],
  [/(?:^|[-/])(?:mobile|open)?clip(?!s?\/)|siglip/i, 'zero-shot-image-classification'],
  [/depth-?anything|(?:^|[-/])dpt-|zoedepth|midas/i, 'depth-estimation'],
  [/(?:^|\/)(?!v-)[\w-]*splade/i, 'fill-mask'],
  [
    /embed|(?:^|[-/])(?:bge|gte|gme|e5)-|sentence-transformers\/|v-splade|(?:^|[-_/])ruri|glucose/i,
    'feature-extraction',
  ],
  [SEES, 'image-text-to-text'],
  [/(?:^|[-_/])(?:whisper|parakeet|canary)|(?:^|[-_/\d])asr(?:[-_\d]|$)/i, 'automatic-speech-recognition'],
  [/(?:^|[-_/\d])tts(?:[-_\d]|$)|kokoro|chatterbox/i, 'text-to-speech'],
  [/nllb|madlad|opus-mt|m2m/i, 'translation'],
  [/^(?:claude|gpt|gemini|grok)-|^o\d(?:-|$)/, 'text-generation'],
];

/** Families of language models, and words that only those have. What else a name says of a job is compared by itself. */
const TALKS =
  /(?:^|[-_/])(?:meta-)?(?:llama|qwen|mistral|mixtral|ministral|gemma|phi|falcon|olmo|granite|smollm|deepseek|glm|yi|exaone|c4ai-command|aya|gpt-oss|internlm|apertus|nemotron|codestral|starcoder)(?:[-_.\d]|$)/i;

/**
 * What a name says of a job that no other model does, and the tasks that say so themselves: where one of those is wanted, one
 * name tells the job and the next, which does the same, does not.
 */
const JOBS: readonly (readonly [name: RegExp, ...tasks: readonly string[]])[] = [
  [/rerank|cross-encoder/i, 'text-ranking'],
  [/guard|moderation|injection|jailbreak/i],
  [/clip(?!s?\/)/i, 'zero-shot-image-classification', 'image-text-to-text'],
  [
    /(?<!de|en)cod(?:e|er)(?![a-z]{3})|code(?:llama|gen|gemma|stral|qwen|t5|bert)|codestral|starcoder|replit/i,
  ],
  [/math|prover/i],
  // The Hub files it under the recognition of speech.
  [/diari[sz]ation/i],
  [/(?:^|[-_/])(?:prm|reward|rm)(?:[-_/]|$)|reward/i],
  [/[a-z]RM(?:[-_/]|$)/],
  [/hubert|wav2vec|wavlm|data2vec|speech|audio/i, 'automatic-speech-recognition', 'text-to-speech'],
  [
    /(?:^|[-_/])(?:intern)?vit(?:[-_/]|$)|dino|image/i,
    'image-text-to-text',
    'depth-estimation',
    'mask-generation',
    'image-segmentation',
    'zero-shot-image-classification',
    'text-to-image',
  ],
  // Stubs for tests, whose weights are noise.
  [/tiny-random|-testing\/|(?:^|\/)tiny-/i],
  [/depth/i, 'depth-estimation'],
  [/rmbg|background|matting|birefnet/i],
  [/(?:^|[-_/])sam\d?(?:[-_.]|$)|segment-anything/i, 'mask-generation'],
  [/music|sound|mulan|(?:^|[-_/])(?:muq|mert|clap)(?:[-_]|$)/i],
  [/video/i, 'text-to-video', 'image-to-video', 'video-text-to-text'],
  [/omni|ocr|draft|eagle|speculator|[-_]assistant$/i],
  // These translate what is said, and say it.
  [/seamless|(?:^|[-_/])s2st(?:[-_]|$)/i],
  // These change a picture that they are given.
  [/inpaint|outpaint|kontext|(?:^|[-_])(?:fill|edit|refiner|upscaler?)(?:[-_.]|$)|pix2pix/i],
  // These move a robot.
  [/(?:^|[-_/])(?:open)?vla(?:[-_]|$)/i],
  [/splade/i],
  // A vector for each word, and not one for a text.
  [/colbert/i],
  // These find pages by their pictures, and write nothing.
  [/v-splade|col(?:pali|qwen|smol|nomic)|visrag|vlm2vec|(?:^|[-_/])gme-/i],
  [/anim(?:e|agine)|waifu|illustrious/i],
  [/medical|biomed|clinical|(?:^|[-_/])med(?:[-_]|$)|legal|financ|(?:^|[-_/])fin(?:[-_/]|$)/i],
  [/(?:^|[-_])rp(?:$|[-_])|roleplay|nsfw|uncensored|abliterated/i],
  [/cc25/i],
  // Read more texts, and is not yet trained for its work.
  [/[-_](?:cpt|unsupervised|pretrain(?:ed)?)(?:[-_]|$)/i],
  [SEES, 'image-text-to-text'],
];

/** These go with one model, which they are made for or are a part of. */
const PARTS =
  /controlnet|ip-adapter|(?:^|[-_/])(?:t2i-adapter|lora|vae|pipeline|(?:question|query|ctx|context|doc|passage)[-_]encoder)(?:[-_.]|$)/i;

const isPart = perObject(({ id }: Pick<Wanted, 'id'>) => PARTS.test(id));

// ── Task ────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Tasks whose models do one thing each: one tells languages apart, the next finds insults. */
const NARROW = new Set([
  'text-classification',
  'token-classification',
  'image-classification',
  'audio-classification',
  'image-feature-extraction',
  'zero-shot-classification',
  'tabular-classification',
]);

function fitsTask(record: ModelRecord, wanted: Wanted, task: string): boolean {
  // A classifier of texts of one kind does not do for others: what its name adds has to be in the wanted one's too.
  if (task === 'text-classification')
    return (
      subjects(record.id).length > 0 &&
      subjects(record.id).every((word) => subjects(wanted.id).includes(word))
    );
  if (NARROW.has(task)) return subjects(record.id).some((word) => subjects(wanted.id).includes(word));
  // Each family of voices has a program of its own.
  if (task === 'text-to-speech') return familyWord(record.id) === familyWord(wanted.id);
  // "Feature extraction" also holds models of sounds and papers; who wants to compare sentences needs one made for that.
  return task !== 'feature-extraction' || !isTextEmbedder(wanted) || isTextEmbedder(record);
}

function isTextEmbedder({ id, task }: { readonly id: string; readonly task?: string | null }): boolean {
  return (
    task === 'sentence-similarity' ||
    /embed|(?:^|[-/])(?:bge|gte|e5)-|sentence-transformers|minilm|sbert|potion/i.test(id)
  );
}

/** Names of architectures, sizes and languages, which say nothing of what a classifier tells apart. */
const BESIDE = new Set(
  (
    'bert roberta distilbert distilroberta deberta albert electra xlm xlmr camembert longformer vit resnet wav2vec2 hubert whisper base small large tiny medium multilingual uncased cased ' +
    'model models finetuned english onnx classifier classification text token sequence with from'
  ).split(' '),
);

function subjects(id: string): readonly string[] {
  return id
    .slice(id.indexOf('/') + 1)
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length > 2 && !/\d/.test(word) && !BESIDE.has(word));
}

// ── Size ────────────────────────────────────────────────────────────────────────────────────────────────────────

/** A model more than four times as large or as small runs on other machines, and answers otherwise. */
const MAX_DOUBLINGS = 2;

/** Tasks whose models differ a thousandfold in size: without a size nothing can be compared. */
const OF_ALL_SIZES = new Set(['text-generation', 'image-text-to-text', 'text2text-generation']);

function fitsSize(record: ModelRecord, wanted: Wanted, task: string): boolean {
  const unknown =
    OF_ALL_SIZES.has(task) &&
    wanted.openness.level !== 'api-only' &&
    [record, wanted].some((model) => sizeOf(model) === undefined);
  return (
    !unknown && !isOfUntoldClass(record, wanted, task) && sizeDifference(record, wanted) <= MAX_DOUBLINGS
  );
}

/** How large a served model is only its maker tells, by its grades: nothing says which other model does as well. */
function isOfUntoldClass(record: ModelRecord, wanted: Wanted, task: string): boolean {
  return (
    OF_ALL_SIZES.has(task) &&
    wanted.openness.level === 'api-only' &&
    sizeOf(wanted) === undefined &&
    !areServed(record, wanted)
  );
}

/** Halvings or doublings between two sizes, to the whole: up to three quarters of one decide nothing. */
export function sizeDistance(record: Sized, wanted: Sized): number {
  return Math.floor(sizeDifference(record, wanted) + 0.25);
}

type Sized = Pick<ModelRecord, 'id' | 'aliases' | 'parameters'>;

/** Halvings or doublings between two sizes. A size that is not known counts as far, unless the wanted one is not known either. */
export function sizeDifference(record: Sized, wanted: Sized): number {
  const [size, other] = [sizeOf(record), sizeOf(wanted)];
  if (size !== undefined && other !== undefined) return Math.abs(Math.log2(size / other));
  if ((TINY.test(record.id) && (other ?? 0) >= LARGE) || (TINY.test(wanted.id) && (size ?? 0) >= LARGE))
    return MAX_DOUBLINGS + 1;
  const [word, otherWord] = [sizeWord(record.id), sizeWord(wanted.id)];
  if (word !== undefined && otherWord !== undefined) return Math.abs(word - otherWord) * DOUBLINGS_A_WORD;
  return other === undefined ? 0 : MAX_DOUBLINGS;
}

/** Parameters in billions: as stated, or as the name has it (`8B`, `350M`, and roughly `8x7B`), or a name it has elsewhere (`command-r:35b`). */
export const sizeOf = perObject(({ id, aliases, parameters }: Sized): number | undefined =>
  parameters === null
    ? [id, ...aliases].map(sizeByName).find((size) => size !== undefined)
    : parameters / 1e9,
);

function sizeByName(name: string): number | undefined {
  const size = sizeInName(name);
  return size === undefined ? undefined : (size.experts * size.parameters) / 1e9;
}

/** Words that publishers grade a family by: whisper-tiny, -small, -medium, -large are each about three times the one before. */
const SIZE_WORDS = [
  /(?:^|[-_/])(?:tiny|nano|xs)(?:[-_.]|$)/i,
  /(?:^|[-_/])(?:small|mini|s\d?)(?:[-_.]|$)/i,
  /(?:^|[-_/])(?:base|medium|m)(?:[-_.]|$)/i,
  /(?:^|[-_/])(?:large|l)(?:[-_.]|$)/i,
  /(?:^|[-_/])(?:xl|xxl|huge|giant)(?:[-_.]|$)/i,
];
const DOUBLINGS_A_WORD = 1.5;
/** Whatever a publisher grades, its smallest is far from a billion parameters. */
const TINY = /(?:^|[-_/])(?:tiny|nano)(?:[-_.]|$)/i;
const LARGE = 0.5;

function sizeWord(id: string): number | undefined {
  const at = SIZE_WORDS.findIndex((word) => word.test(id));
  return at < 0 ? undefined : at;
}

// ── Purpose ─────────────────────────────────────────────────────────────────────────────────────────────────────

/** What a name says of what a model is for: one that follows instructions is not replaced by one that does not. */
const FOLLOWS =
  /instruct|chat|assistant|-it(?:$|[-.:])|[-_]r1(?:[-_.]|$)|think|reason|hermes|supernova|vicuna|llava|zephyr|[-_]sft(?:$|[-_.])/i;
const PURPOSES: readonly (readonly [name: RegExp, ...tasks: readonly string[]])[] = [
  [FOLLOWS, 'text-generation', 'image-text-to-text', 'text2text-generation'],
  [
    /embed|bge-(?!rerank)|gte-|(?:^|[-/])e5-/i,
    'text-generation',
    'fill-mask',
    'text-ranking',
    'image-text-to-text',
  ],
  [/vision|vlm?(?:$|[-.:])/i, 'text-generation', 'feature-extraction', 'text-ranking'],
  // Converted for the library that loads them, where that takes no other form.
  [/[-_]hf$/i, 'depth-estimation', 'image-segmentation', 'image-text-to-text', 'mask-generation'],
];

/** How many purposes two models differ in, of those that matter for a task. */
export function purposeDistance(
  record: Pick<ModelRecord, 'id'>,
  wanted: Wanted,
  { catalog, task }: { readonly catalog: Pick<Catalog, 'model'>; readonly task: string },
): number {
  const differing =
    purposes(saidByName(record), record.id, catalog) ^ purposes(saidByNames(wanted), wanted.id, catalog);
  return PURPOSES.filter(
    ([, ...tasks], at) => ((differing >> at) & 1) === 1 && (tasks.length === 0 || tasks.includes(task)),
  ).length;
}

/** A publisher that marks its bases (`Qwen3-8B-Base`) does not mark the ones that follow instructions (`Qwen3-8B`). */
function purposes({ purposes: said }: Said, id: string, catalog: Pick<Catalog, 'model'>): number {
  if ((said & FOLLOWS_BIT) !== 0) return said;
  const unpacked = id.replace(PACKED_END, '');
  return BASE_ENDS.some((end) => catalog.model(unpacked + end) !== undefined) ? said | FOLLOWS_BIT : said;
}

/** Whether its name, that of what it was made from, or a marked base beside it tells that a model follows instructions. */
export function followsByName(model: Named, catalog: Pick<Catalog, 'model'>): boolean {
  return (purposes(saidByNames(model), model.id, catalog) & FOLLOWS_BIT) !== 0;
}

const BASE_ENDS = ['-Base', '-base'];
const PACKED_END = /[-_](?:gguf|ggml|mlx|awq|gptq(?:-int\d)?|exl[23]|onnx|fp8)$/i;

/** A few steps make a picture. */
const FEW_STEPS = /[-_.](?:turbo|lightning|schnell|lcm)(?:[-_.]|$)/i;

/** Whether a model takes many steps for what the wanted one makes in a few. */
export function takesMoreSteps({ id }: Pick<ModelRecord, 'id'>, wanted: Pick<Wanted, 'id'>): boolean {
  return FEW_STEPS.test(wanted.id) && !FEW_STEPS.test(id);
}

// ── What names say ──────────────────────────────────────────────────────────────────────────────────────────────

/** One bit for each job and purpose: an audit compares each model it would replace with every model of the task. */
interface Said {
  readonly jobs: number;
  readonly purposes: number;
}

/** The place of {@link FOLLOWS} among the purposes. */
const FOLLOWS_BIT = 1;

/** The jobs that a task says by itself: asked for each of the thousands of models of the task. */
const saidByTask = memoized((task: string) =>
  JOBS.reduce((bits, [, ...tasks], at) => (tasks.includes(task) ? bits | (1 << at) : bits), 0),
);

function bitsOf(
  asked: readonly (readonly [name: RegExp, ...tasks: readonly string[]])[],
  names: readonly string[],
): number {
  return asked.reduce(
    (bits, [pattern], at) => (names.some((name) => pattern.test(name)) ? bits | (1 << at) : bits),
    0,
  );
}

function saidIn(names: readonly string[]): Said {
  return { jobs: bitsOf(JOBS, names), purposes: bitsOf(PURPOSES, names) };
}

const saidByName = perObject(({ id }: Pick<ModelRecord, 'id'>) => saidIn([id]));

/** A copy or fine-tune does what its base was named for. */
const saidByNames = perObject((model: Named) => saidIn(namesOf(model)));
