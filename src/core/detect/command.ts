import { cut } from '../text/interner';
import type { TextRange } from '../text/range';
import type { Registry } from '../vocabulary';
import { keyKind } from './signatures/keys';
import {
  imageAt,
  isDataCommand,
  isProgram,
  operandsOf,
  programOfImage,
  registryOfProgram,
} from './signatures/commands';
import type { Intake, Operand, Site } from './site';

/** Longest word that is looked at. */
const LONGEST_WORD = 1_000;

/**
 * Reads the words of one command: the operands of programs that take models, the values of flags, and `key=value`
 * words.
 * @param lead words before these that are written nowhere: what the image of a container starts
 */
export function readCommand(
  intake: Intake,
  ranges: readonly TextRange[],
  site: Site,
  lead: readonly string[] = [],
): void {
  const words = ranges.map(({ start, end }) =>
    end - start > LONGEST_WORD ? '' : cut(intake.text, start, end),
  );
  if (lead.length > 0) return readWords(intake, { words, ranges, lead }, site);
  const meant = keptProgram(intake, words, ranges) ?? startedInContainer(words, ranges);
  if (meant !== undefined) return readCommand(intake, meant, site);
  if (isDataCommand(words) || isOfFolders(words)) return;
  const { image, program } = startedByImage(words);
  readWords(intake, { words: words.slice(0, image), ranges: ranges.slice(0, image), lead }, site);
  if (program !== undefined) readCommand(intake, ranges.slice(image), site, program);
}

/** The words of a command with where they stand, and what comes before them. */
interface Words {
  readonly words: readonly string[];
  readonly ranges: readonly TextRange[];
  readonly lead: readonly string[];
}

function readWords(intake: Intake, { words, ranges, lead }: Words, site: Site): void {
  const command = commandOf([...lead, ...words]);
  let list = '';
  for (const [index, range] of ranges.entries()) {
    const word = words[index] ?? '';
    if (word.startsWith('-')) list = takesSeveral(word) ? word : '';
    if (ADAPTERS.test(list)) readAdapter(intake, { word, range }, site);
    const place = placeIn(command, { index: index + lead.length, list });
    if (place === 'setting') flagValue(intake, { word, range }, site);
    else if (place !== undefined) readWord(intake, { word, range }, { ...site, ...place });
  }
  pinByFlag(intake, words, ranges);
}

function readWord(intake: Intake, { word, range }: { word: string; range: TextRange }, site: Site): void {
  if (site.operand !== undefined && VARIABLE.test(word)) intake.dynamic({ range, site });
  intake.value(unquoted(word, range), site);
}

/** The words of a command whose program the text keeps in a variable. */
function keptProgram(
  intake: Intake,
  words: readonly string[],
  ranges: readonly TextRange[],
): readonly TextRange[] | undefined {
  const at = words.findIndex((word) => !isAssignment(word) && word !== 'sudo');
  const kept = intake.programOf(words[at] ?? '');
  return kept && [...kept, ...ranges.slice(at + 1)];
}

/**
 * `docker run --entrypoint hf image download owner/name`: the program, and its words behind the image. What of the
 * words before is the image need not be told: its arguments begin where the program knows them.
 */
function startedInContainer(
  words: readonly string[],
  ranges: readonly TextRange[],
): readonly TextRange[] | undefined {
  const flag = words.findIndex((word) => word.startsWith(ENTRY));
  const at = words[flag] === ENTRY ? flag + 1 : flag;
  const written = words[at];
  if (written === undefined || imageProgramAt(words) < 0) return undefined;
  const program = written.slice(at === flag ? ENTRY.length + 1 : 0);
  const behind = words
    .slice(0, flag + MOST_FLAGS)
    .findIndex(
      (word, index) =>
        index > flag + 1 && !isProgram(word) && operandsOf([program, ...words.slice(index)]).length > 0,
    );
  const { end = 0 } = ranges[at] ?? {};
  return behind < 0 ? undefined : [{ start: end - program.length, end }, ...ranges.slice(behind)];
}

/**
 * `docker run vllm/vllm-openai owner/name`: the program that an image starts, and the index of the first word that it
 * gets; no program and the number of all words where none takes a model so.
 */
function startedByImage(words: readonly string[]): {
  readonly image: number;
  readonly program?: readonly string[];
} {
  const all = { image: words.length };
  const at = imageProgramAt(words);
  if (at < 0 || operandsOf(words).length > 0) return all;
  const first = imageAt(words, at) + 1;
  const program = first > 0 ? programOfImage(words[first - 1] ?? '', words[first]) : undefined;
  return program !== undefined && operandsOf([...program, ...words.slice(first)]).length > 0
    ? { image: first, program }
    : all;
}

const ENTRY = '--entrypoint';
/** Words between the program of a container and its arguments. */
const MOST_FLAGS = 60;

/** `$model`, `"${model}"`, `$$m` of a makefile, `qwen3:$size` */
const VARIABLE = /^["']?(?:\w[\w./-]{0,100}[:/-])?\$\$?\{?\w+\}?["']?[;)]*$/;

interface Command {
  readonly words: readonly string[];
  /** By the index of the word. */
  readonly operands: ReadonlyMap<number, Operand>;
  /** The one registry that the program takes its models from. */
  readonly registry: Registry | undefined;
  /** Whether the word of an index is a container image, if it is no flag. */
  readonly isImage: (index: number) => boolean;
  /** Where `make` stands; -1 for none. */
  readonly maker: number;
}

function commandOf(words: readonly string[]): Command {
  return {
    words,
    operands: new Map(operandsOf(words).map(({ index, operand }) => [index, operand])),
    registry: registryOfProgram(words),
    isImage: imagePlaces(words),
    maker: makeAt(words),
  };
}

/** What a word of a command is the value of; `undefined` for one that names nothing: a flag, a goal of `make`. */
function placeIn(
  { words, operands, registry, isImage, maker }: Command,
  { index, list }: { readonly index: number; readonly list: string },
): Partial<Site> | 'setting' | undefined {
  const word = words[index] ?? '';
  const operand = operands.get(index);
  if (operand !== undefined) return { operand };
  if (isAssignment(word)) return 'setting';
  const flag = words[index - 1] ?? '';
  if (flag.startsWith('--') && !flag.includes('=')) return { ...operandOf(flag, registry), key: flag };
  const isGoal = maker >= 0 && index > maker;
  if (word.startsWith('-') || isGoal) return undefined;
  return { key: isImage(index) ? 'image' : list };
}

/**
 * `--revision` says which state of the models of a command is meant, and `--model-version` that of the model which a
 * deployment runs: https://learn.microsoft.com/cli/azure/cognitiveservices/account/deployment
 */
function pinByFlag(intake: Intake, words: readonly string[], ranges: readonly TextRange[]): void {
  const version = valueOf(words, ranges, '--model-version');
  const model = version && valueOf(words, ranges, '--model-name');
  const all = { start: ranges[0]?.start ?? 0, end: ranges.at(-1)?.end ?? 0 };
  const revision = model === undefined ? valueOf(words, ranges, '--revision') : version;
  if (revision !== undefined) intake.pin(model ?? all, intake.text.slice(revision.start, revision.end));
}

/** Where the value of a flag stands, behind it or in the same word. */
function valueOf(
  words: readonly string[],
  ranges: readonly TextRange[],
  flag: string,
): TextRange | undefined {
  const at = words.findIndex((word) => word === flag || word.startsWith(`${flag}=`));
  const inWord = words[at] === flag ? 0 : flag.length + 1;
  const index = at + (inWord === 0 ? 1 : 0);
  const [word, range] = [words[index], ranges[index]];
  return at < 0 || word === undefined || range === undefined
    ? undefined
    : unquoted(word.slice(inWord), { start: range.start + inWord, end: range.end });
}

/** `--model=x`, `MODEL=x` */
function isAssignment(word: string): boolean {
  return word.startsWith('-') ? word.includes('=') : /^[A-Za-z_][\w.]*=./.test(word);
}

/** What the value of a flag for models must be where the program can only mean one registry. */
function operandOf(flag: string, registry: Registry | undefined): Pick<Site, 'operand'> {
  return registry !== undefined && keyKind(flag) === 'model'
    ? { operand: { registry, role: 'loads', evidence: `flag:${flag}` } }
    : {};
}

/** `--model-list a b c`: every word up to the next flag is a value. */
function takesSeveral(flag: string): boolean {
  return (
    (/^--(?:[\w-]*-)?models?(?:-(?:list|names|ids))?$/.test(flag) && !/model$/.test(flag)) ||
    ADAPTERS.test(flag)
  );
}

/**
 * Adapters that a server loads beside its model, each with the name that it answers to:
 * https://docs.vllm.ai/en/stable/features/lora.html, https://docs.sglang.ai/advanced_features/lora.html
 */
const ADAPTERS = /^--lora[-_](?:modules|paths)(?:=|$)/;

/** `claims=acme/claims-lora` behind `--lora-modules`: the adapter stands behind its name. */
function readAdapter(intake: Intake, { word, range }: { word: string; range: TextRange }, site: Site): void {
  const from = word.startsWith('-') && !word.includes('=') ? -1 : word.lastIndexOf('=') + 1;
  if (from < 0) return;
  const value = { start: range.start + from, end: range.end };
  intake.value(unquoted(word.slice(from), value), { ...site, key: '--lora' });
}

function flagValue(intake: Intake, { word, range }: { word: string; range: TextRange }, site: Site): void {
  const equals = word.indexOf('=');
  const value = { start: range.start + equals + 1, end: range.end };
  intake.value(unquoted(word.slice(equals + 1), value), { ...site, key: word.slice(0, equals) });
}

/** Quotes that a word still has around it. */
function unquoted(word: string, { start, end }: TextRange): TextRange {
  const first = /^\\?["'`]/.exec(word)?.[0].length ?? 0;
  const last = word.length > first ? (/\\?["'`][:;,)\]]*$/.exec(word)?.[0].length ?? 0) : 0;
  return { start: start + first, end: end - last };
}

/** `$IMAGE`, `"${VLLM_IMAGE}"` */
function isImageVariable(word: string): boolean {
  return /^["']?\$\{?(?:\w*_)?image\}?["']?$/i.test(word);
}

/** Programs of a shell whose operands are folders. */
const OF_FOLDERS = /^(?:cd|pushd|mkdir|rmdir)$/;

/** `cd owner/name`: where a command goes, however much it looks like a repository of models. */
function isOfFolders(words: readonly string[]): boolean {
  return OF_FOLDERS.test(words.find((word) => !isAssignment(word) && word !== 'sudo') ?? '');
}

/** Where `make` stands, whose other words are goals of its own; -1 for none. Settings may stand before it. */
function makeAt(words: readonly string[]): number {
  const program = words.findIndex((word) => !isAssignment(word));
  return /^(?:.*\/)?g?make$|^\$\(MAKE\)$/.test(words[program] ?? '') ? program : -1;
}

/** Where a program that takes container images stands; -1 for none. */
function imageProgramAt(words: readonly string[]): number {
  return words.findIndex((word) => /(?:^|\/)(?:docker|podman|nerdctl)$/.test(word));
}

/**
 * Tells, by its index, whether a word of a command is a container image: the operands of `docker run` and its like are,
 * up to the one that a variable holds. What follows is for the program in it.
 */
function imagePlaces(words: readonly string[]): (index: number) => boolean {
  const at = imageProgramAt(words);
  if (at < 0) return () => false;
  const firstBehind = (isOne: (word: string) => boolean): number => {
    const found = words.findIndex((word, index) => index > at && isOne(word));
    return found < 0 ? words.length : found;
  };
  const held = firstBehind(isImageVariable);
  const sub = firstBehind((word) => !word.startsWith('-'));
  const takesImages = /^(?:run|pull|push|build|tag|image|create|buildx)$/.test(words[sub] ?? '');
  return (index) => at <= index && index <= held && (takesImages || index <= sub);
}
