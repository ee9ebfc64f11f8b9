import { textBefore, textBehind, textFrom } from '../text/pieces';
import type { TextRange } from '../text/range';
import { matchesOf } from '../text/matches';
import type { Bracket, Brackets } from './brackets';
import { lineStartOf } from './surroundings';

/**
 * Where the other elements of the lists stand that a place is in, the innermost first, and the other documents of a
 * stream: what one target of a gateway, or one entry of a list of models, says of itself tells nothing of the next.
 */
export function otherElements(text: string, brackets: Brackets, at: number): readonly TextRange[] {
  const open = brackets.open(at);
  const inBrackets = ofBrackets(open);
  const outermost = open.at(-1);
  // Brackets that hold lines hold no list of YAML or TOML.
  if (outermost !== undefined && outermost.at < lineStartOf(text, at)) return inBrackets;
  const isYaml = ENTRY.test(text.slice(lineStartOf(text, at), at));
  const inLines = isYaml ? [...ofItems(text, at), ...ofDocuments(text, at)] : ofTables(text, at);
  return [...inBrackets, ...inLines];
}

/** Elements that are mappings, calls or lists of their own: `[{ … }, { … }]`. */
function ofBrackets(open: readonly Bracket[]): readonly TextRange[] {
  return open.flatMap((list, level) => {
    const own = open[level - 1];
    return list.mark === '[' && own !== undefined ? around(list.at, list.close, own.at, own.close) : [];
  });
}

function around(start: number, end: number, ownStart: number, ownEnd: number): readonly TextRange[] {
  return [
    { start, end: ownStart },
    { start: ownEnd, end },
  ];
}

/** How far before and behind a place its list is followed, in characters. */
const REACH = 1_500;
/** The head of an element of a list of tables: https://toml.io/en/v1.0.0#array-of-tables */
const TABLE = /(?:^|\n)[ \t]*(\[\[?)[ \t]*([\w."-]{1,100})[ \t]*\]/g;

/** Elements that are tables of TOML, with the tables in them: `[[targets]]`, `[targets.options]`. */
function ofTables(text: string, at: number): readonly TextRange[] {
  const low = Math.max(0, at - REACH);
  const said = textBefore(text, at, REACH);
  const before = said.includes('[[') ? [...matchesOf(said, TABLE)] : [];
  const own = before.findLast(([, mark]) => mark === '[[');
  const name = own?.[2] ?? '';
  if (own === undefined || before.some(({ 2: other = '', index }) => index > own.index && !isIn(other, name)))
    return [];
  const first = before.find(([, mark, other]) => mark === '[[' && other === name) ?? own;
  const behind = textFrom(text, at, text.length, REACH);
  const next = [...matchesOf(behind, TABLE)].find(([, mark, other]) => mark === '[[' && other === name);
  return around(
    low + first.index,
    at + behind.length,
    low + own.index,
    next === undefined ? at + behind.length : at + next.index,
  );
}

function isIn(table: string, outer: string): boolean {
  return table.startsWith(`${outer}.`);
}

/** An entry of a mapping in YAML, also as an item of a list, and a line that says nothing of how deep it stands. */
const ENTRY = /^[ \t]*(?:-[ \t]+)*["']?[\w./@-]+["']?[ \t]*:(?:\s|$)/;
const NO_LINE = /^[ \t]*(?:#.*)?\r?$/;

interface Line extends TextRange {
  /** Where its list mark stands, or what it says. */
  readonly column: number;
  readonly isItem: boolean;
}

/** Items of lists in YAML, by their indentation. */
function ofItems(text: string, at: number): readonly TextRange[] {
  const before = linesOf(text, Math.max(0, at - REACH), at);
  const behind = linesOf(text, at, Math.min(text.length, at + REACH)).slice(1);
  let limit = Infinity;
  const found: TextRange[] = [];
  for (const [index, line] of [...before.entries()].reverse()) {
    if (line.column >= limit) continue;
    limit = line.column;
    if (line.isItem) found.push(...othersOf(line, before.slice(0, index), behind));
  }
  return found;
}

/** The items before and behind one, in its list. */
function othersOf(
  { column, start: own }: Line,
  before: readonly Line[],
  behind: readonly Line[],
): readonly TextRange[] {
  const isIn = (line: Line): boolean => line.column > column || (line.isItem && line.column === column);
  const head = before.findLast((line) => !isIn(line));
  const start = head?.end ?? before[0]?.start ?? own;
  const next = behind.findIndex((line) => line.column <= column);
  const first = behind[next];
  if (first === undefined || !isIn(first)) return [{ start, end: own }];
  const last = behind.slice(next).find((line) => !isIn(line));
  return around(start, last?.start ?? behind.at(-1)?.end ?? own, own, first.start);
}

function linesOf(text: string, from: number, to: number): readonly Line[] {
  let start = from;
  return text
    .slice(from, to)
    .split('\n')
    .flatMap((said): Line[] => {
      const line = {
        start,
        end: start + said.length,
        column: said.search(/\S|$/),
        isItem: /^[ \t]*-(?:\s|$)/.test(said),
      };
      start += said.length + 1;
      return NO_LINE.test(said) ? [] : [line];
    });
}

/** The documents of a stream of YAML before and behind a place. */
function ofDocuments(text: string, at: number): readonly TextRange[] {
  const low = Math.max(0, at - REACH);
  const before = text.slice(low, at).lastIndexOf(DOCUMENT);
  const behind = textBehind(text, at, REACH).indexOf(DOCUMENT);
  return [
    ...(before < 0 ? [] : [{ start: 0, end: low + before }]),
    ...(behind < 0 ? [] : [{ start: at + behind, end: text.length }]),
  ];
}

const DOCUMENT = '\n---';
