import { lineEnd } from '../text/charClass';
import { matchesOf } from '../text/matches';
import { textBehind, textFrom } from '../text/pieces';
import type { TextRange } from '../text/range';
import type { Brackets } from './brackets';
import {
  mayNameImage,
  mayRunProgram,
  mayStartServer,
  operandsOf,
  programOfImage,
} from './signatures/commands';
import { lineBefore, lineStartOf } from './surroundings';

/**
 * Keys of what a container or a process is started with, as far as it is written in parts: a program, its first words,
 * its arguments. Kubernetes has `command` and `args`, compose and ECS `entrypoint` and `command`, images `ENTRYPOINT`
 * and `CMD`, workflows `entrypoint` and `args`, process managers `script` and `args`; builders have methods of these
 * names.
 */
const KEY = new RegExp(
  String.raw`(?:(?<![\w$.-])["']?|(?<=\.)with)` +
    String.raw`(entry_?point|command|cmd|script|program|args|arguments)["']?` +
    String.raw`(?:[ \t]{0,8}[:=]|[ \t]{1,8}(?=\[)|(?=\(["']))`,
  'gi',
);
/** In the order in which their words make a command. A text that has the keys of only one says no command in parts. */
const RANKS: readonly RegExp[] = [/entry_?point/i, /command|cmd|script|program/i, /args|arguments/i];
/** A list in the brackets of its language: `[]string{`, `List.of(`, `[`. */
const OPENS = /^[ \t]{0,40}(?:\[\]string|[A-Za-z][\w.]{0,20})?[[({]/;
const CLOSES = /[\])}]/g;
const WORD = /"([^"\n]{0,400})"|'([^'\n]{0,400})'|[^\s,"'[\]()}&]{1,400}/g;
/** `- word`, one a line. */
const ITEM = /^[ \t]{0,200}- {1,20}(\S.*)$/;
/** Ends what belongs together where neither brackets nor columns do: the next image, the next section. */
const NEXT_PART = /^(?:FROM\s|\[)/m;
const LONGEST_LIST = 2_000;
const MOST_KEYS = 1_000;
const MOST_WORDS = 60;
/** How far apart the parts of one command stand, in characters. */
const REACH = 3_000;

interface Part {
  readonly at: number;
  readonly rank: number;
  readonly words: readonly TextRange[];
}

/** The words of a command, behind those that are written nowhere. */
export interface SplitCommand {
  /** What the image of the container starts: its program, with the words that it gives it first. */
  readonly lead: readonly string[];
  readonly words: readonly TextRange[];
}

/** Commands whose program and arguments are written under different keys of one mapping, or that an image starts. */
export function splitCommands(text: string, brackets: Brackets): readonly SplitCommand[] {
  const ofPrograms = mayRunProgram(text) ? [...ofMappings(text, brackets), ...ofChains(text)] : [];
  const whole = ofPrograms.map((words) => ({ lead: [], words }));
  return [...(mayNameImage(text) ? ofImages(text, brackets) : []), ...whole];
}

/** `image: ghcr.io/ggml-org/llama.cpp:server` */
const IMAGE = /(?<![\w$.-])["']?image["']?:[ \t]{0,8}["']?([\w./:@-]{3,200})/g;

/** `image: …` of a server beside `command: …`: what the image starts is written nowhere. */
function ofImages(text: string, brackets: Brackets): readonly SplitCommand[] {
  const images = [...matchesOf(text, IMAGE)].flatMap(({ index: at, 1: image = '' }) => {
    return isComment(text, at) || !mayStartServer(image) ? [] : [{ at, image }];
  });
  if (images.length === 0) return [];
  const given = partsOf(text).filter(({ words }) => !isOfModel(text, words));
  return images.slice(0, MOST_KEYS).flatMap(({ at, image }) => {
    const parts = given.filter((part) => isBesideImage(at, part, { text, brackets }));
    const [{ words } = { words: [] }, ...others] = parts.filter(({ rank }) => rank > 0);
    const isWhole = others.length === 0 && !parts.some(({ rank }) => rank === 0);
    const first = words[0] === undefined ? '' : text.slice(words[0].start, words[0].end);
    const lead = programOfImage(image, first);
    return lead !== undefined && isWhole && isOfModel(text, words, lead) ? [{ lead, words }] : [];
  });
}

function isBesideImage(
  image: number,
  part: Part,
  within: { readonly text: string; readonly brackets: Brackets },
): boolean {
  const [first, second] = image < part.at ? [image, part.at] : [part.at, image];
  return isBeside({ at: first }, { at: second }, within);
}

/** `Command::new("vllm").arg("serve").arg("owner/name")` */
const CHAIN = /\bCommand::new\((?=\s*")/g;
const STEP = /\s{0,40}\.(\w{1,30})\(([^()]{0,400})\)/y;

function ofChains(text: string): readonly (readonly TextRange[])[] {
  return [...matchesOf(text, CHAIN)].flatMap(({ 0: { length }, index }) => {
    const words = [...wordsAt(text, index + length - 1)];
    STEP.lastIndex = (words[0]?.end ?? 0) + 2;
    for (let step = STEP.exec(text); step !== null && words.length < MOST_WORDS; step = STEP.exec(text)) {
      const [whole, method = '', given = ''] = step;
      if (/^args?$/.test(method))
        words.push(...wordsIn(given, step.index + whole.indexOf(given, method.length)));
    }
    return isOfModel(text, words) ? [words] : [];
  });
}

function isOfModel(text: string, words: readonly TextRange[], lead: readonly string[] = []): boolean {
  return operandsOf([...lead, ...words.map(({ start, end }) => text.slice(start, end))]).length > 0;
}

function ofMappings(text: string, brackets: Brackets): readonly (readonly TextRange[])[] {
  if (RANKS.filter((form) => form.test(text)).length < 2) return [];
  const open: Part[][] = [];
  for (const part of partsOf(text)) {
    const last = open.at(-1);
    if (
      last?.every((other) => other.rank !== part.rank && isBeside(other, part, { text, brackets })) === true
    )
      last.push(part);
    else open.push([part]);
  }
  return open.flatMap((parts) => {
    if (parts.length < 2) return [];
    const words = [...parts].sort((a, b) => a.rank - b.rank).flatMap((part) => part.words);
    return isOfModel(text, words) ? [words] : [];
  });
}

function partsOf(text: string): readonly Part[] {
  const parts: Part[] = [];
  for (const match of matchesOf(text, KEY)) {
    if (parts.length >= MOST_KEYS) break;
    const [{ length }, name = ''] = match;
    const words = wordsAt(text, match.index + length);
    if (words.length > 0 && !isComment(text, match.index))
      parts.push({ at: match.index, rank: RANKS.findIndex((form) => form.test(name)), words });
  }
  return parts;
}

/** The words of a list in brackets, of one with an item a line, or of a string. */
function wordsAt(text: string, at: number): readonly TextRange[] {
  const head = textBehind(text, at, LONGEST_LIST);
  const opened = OPENS.exec(head)?.[0].length;
  if (opened !== undefined) {
    CLOSES.lastIndex = opened;
    const close = CLOSES.exec(head)?.index ?? head.length;
    return wordsIn(head.slice(opened, close), at + opened);
  }
  const end = lineEnd(text, at, text.length);
  const line = textFrom(text, at, end, LONGEST_LIST);
  const quoted = /^\s{0,40}(?:"[^"]*"|'[^']*')/.exec(line)?.[0] ?? line;
  if (line.trim() !== '') return wordsIn(quoted.replace(/["']/g, ' '), at);
  const words: TextRange[] = [];
  for (let next = end + 1; next < at + LONGEST_LIST; ) {
    const stop = lineEnd(text, next, text.length);
    const item = ITEM.exec(textFrom(text, next, stop, LONGEST_LIST))?.[1];
    if (item === undefined) break;
    words.push(...wordsIn(item, next + text.slice(next, stop).indexOf(item, 1)).slice(0, 1));
    next = stop + 1;
  }
  return words;
}

function wordsIn(list: string, offset: number): readonly TextRange[] {
  return [...matchesOf(list, WORD)].map(({ 0: whole, 1: double, 2: single, index }) => {
    const word = double ?? single;
    const start = offset + index + (word === undefined ? 0 : 1);
    return { start, end: start + (word ?? whole).length };
  });
}

function isComment(text: string, at: number): boolean {
  return /^\s*(?:#|\/\/)/.test(lineBefore(text, at));
}

/** Whether two keys are of one mapping: in the same brackets, or, without any, in the same column of one block. */
function isBeside(
  { at: first }: Pick<Part, 'at'>,
  { at: second }: Pick<Part, 'at'>,
  { text, brackets }: { readonly text: string; readonly brackets: Brackets },
): boolean {
  if (second - first > REACH) return false;
  const [one, other] = [brackets.around(first)[0]?.at, brackets.around(second)[0]?.at];
  if (one !== other) return false;
  return one !== undefined || isInBlock(text, first, second);
}

/** Both in one line, or in one column where no line between begins further left, as another mapping or item does. */
function isInBlock(text: string, first: number, second: number): boolean {
  const end = lineEnd(text, first, text.length);
  if (end > second || isChained(text, first, second)) return true;
  const column = columnOf(text, first);
  if (column !== columnOf(text, second)) return false;
  const between = text.slice(end + 1, second);
  return (
    !NEXT_PART.test(between) &&
    between.split('\n').every((line) => line.trim() === '' || line.search(/[^ ]/) >= column)
  );
}

/** Methods of one builder. */
function isChained(text: string, first: number, second: number): boolean {
  return (
    [first, second].every((at) => text.charAt(at - 1) === '.') && !text.slice(first, second).includes(';')
  );
}

function columnOf(text: string, at: number): number {
  return at - lineStartOf(text, at);
}
