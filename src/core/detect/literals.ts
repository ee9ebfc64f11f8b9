import { IN_WORD, isBlankCode, isWordCode, NEWLINE } from '../text/charClass';
import { once } from '../once';
import { matchesOf } from '../text/matches';
import { textBefore, textBehind, textFrom } from '../text/pieces';
import type { TextRange } from '../text/range';
import type { Brackets } from './brackets';
import { addTo } from '../text/grouped';

/** An element of a list, or an entry of a table, that a text writes. */
export interface Entry {
  readonly key?: TextRange;
  /** The text that it is, without its quotes; absent where it is a record, a list or no text. */
  readonly value?: TextRange;
  /** What it holds, where it is a record or a list: by their keys, and by their numbers. */
  readonly parts: ReadonlyMap<string, TextRange>;
}

/** Entries of one list that are read, characters of one, and how far behind a name its list begins. */
const MOST_ENTRIES = 200;
const LONGEST_LIST = 20_000;
const LONGEST_HEAD = 120;

const QUOTES = new Set(['"', "'", '`']);
const OPENS = new Set([...QUOTES, '(', '[', '{']);

/** The offset of the quote that closes the one at an offset, on the same line; -1 for none. */
export function closingQuote(text: string, at: number, to: number): number {
  const quote = text.charAt(at);
  for (let next = at + 1; next < to; next++) {
    const char = text.charAt(next);
    if (char === '\\') next++;
    else if (char === quote) return next;
    else if (char === '\n') return -1;
  }
  return -1;
}

/** The lists and tables that a text writes, by their places and names. */
export class Literals {
  private readonly known = new Map<number, readonly Entry[]>();
  /** How many names lead to the one that is being read. */
  private depth = 0;
  /** Where names are given something, by the names. */
  private readonly given = once(() => this.readGiven());

  constructor(
    private readonly text: string,
    private readonly brackets: Brackets,
    private readonly isShell: boolean,
  ) {}

  /** What an expression in a range goes over: the list that it writes, or the one that a name in it is given. */
  of({ start, end }: TextRange): readonly Entry[] {
    if (this.isShell) return [...this.words({ start, end })];
    const own = this.written(start, end);
    if (own.length > 0) return own;
    const expression = textFrom(this.text, start, end, LONGEST_HEAD);
    for (const [name] of matchesOf(expression, NAMES)) {
      const entries = this.named(name, start);
      if (entries.length > 0) return entries;
    }
    return [];
  }

  /** The line behind the sign that gives a name something, last before a place, or else first behind it. */
  lineGiven(name: string, before: number): string {
    const at = this.givenAt(name, before);
    return at === undefined ? '' : (textBehind(this.text, at, LONGEST_HEAD).split('\n', 1)[0] ?? '');
  }

  private givenAt(name: string, before: number): number | undefined {
    const places = this.given().get(plain(name)) ?? [];
    return places.findLast((place) => place < before) ?? places[0];
  }

  /** The entries of the list that a name is given last before a place, or else first behind it. */
  named(name: string, before: number): readonly Entry[] {
    const at = this.givenAt(name, before);
    if (at === undefined) return [];
    let entries = this.known.get(at);
    if (entries === undefined && this.depth < DEEPEST) {
      const line = this.text.indexOf('\n', at);
      // Until it is read: what a name is given may be made of the name itself.
      this.known.set(at, []);
      this.depth++;
      this.known.set(at, (entries = this.written(at, line === -1 ? this.text.length : line)));
      this.depth--;
    }
    return entries ?? [];
  }

  /** Every word before a sign that gives something: which of them is the name is told by who asks for it. */
  private readGiven(): ReadonlyMap<string, readonly number[]> {
    const { text } = this;
    const given = new Map<string, number[]>();
    eachSign(text, ({ start, end }) => {
      for (const [written] of matchesOf(leadBefore(text, start), NAME)) {
        const name = plain(written);
        addTo(given, name, end);
      }
    });
    return given;
  }

  /** The entries of the first brackets with texts in them from a place on, or of the texts that stand there alone. */
  private written(start: number, end: number): readonly Entry[] {
    const { text } = this;
    if (this.isShell) {
      const lines = this.linesAt(start);
      return lines === undefined
        ? [...this.words(this.ofArray(start) ?? { start, end })]
        : wordsOf(text, lines);
    }
    const stop = Math.min(end, start + LONGEST_HEAD);
    for (let at = start; at < stop; at++) {
      const char = text.charAt(at);
      if (QUOTES.has(char)) return this.texts({ start: at, end });
      const bracket = this.brackets.openedAt(at);
      if (bracket === undefined) continue;
      if (bracket.close - at > LONGEST_LIST) return [];
      const content = { start: at + 1, end: bracket.close };
      const written = text.slice(content.start, content.end);
      const lead = textBefore(text, at, LEAD);
      if (!/["'`]/.test(written) && !WORDS.test(lead)) {
        at = bracket.close;
        continue;
      }
      const entries = this.entries(content, lead);
      if (entries.length > 0) return entries;
    }
    return [];
  }

  /** Texts that stand alone: `"a", "b"`, and words of one, `"a b".split()`. */
  private texts(range: TextRange): readonly Entry[] {
    const own = this.textIn(range);
    if (own !== undefined && /\S\s/.test(this.text.slice(own.start, own.end))) return wordsOf(this.text, own);
    return this.entries(range, '');
  }

  /** What stands in the quotes at an offset, where a shell's text goes over several lines. */
  private linesAt(at: number): TextRange | undefined {
    const quote = this.text.charAt(at);
    if (quote !== '"' && quote !== "'") return undefined;
    const close = this.text.indexOf(quote, at + 1);
    const inner = { start: at + 1, end: close };
    const isLong = close - at > LONGEST_LIST;
    return close > at && !isLong && this.text.slice(inner.start, inner.end).includes('\n')
      ? inner
      : undefined;
  }

  /** What stands in the parentheses of an array of a shell. */
  private ofArray(at: number): TextRange | undefined {
    const bracket = this.brackets.openedAt(at);
    return bracket?.mark === '(' ? { start: at + 1, end: bracket.close } : undefined;
  }

  /** The words of a command, those of its variables too: `a "$MODELS"`, `[a]=1 [b]=2`. */
  private *words({ start, end }: TextRange): Generator<Entry> {
    const written = textFrom(this.text, start, end, LONGEST_LIST);
    for (const { 0: word, 1: key, index } of matchesOf(written, WORD)) {
      const at = start + index;
      if (word.startsWith('#')) continue;
      const variable = /\$[{(]?[!#]?(\w+)/.exec(word)?.[1];
      const inner = { start: at + 1, end: at + word.length - 1 };
      if (variable !== undefined) {
        yield* this.named(variable, start);
      } else if (key !== undefined)
        yield {
          key: keyIn(this.text, at, key),
          value: { start: at + word.length, end: at + word.length },
          parts: NO_PARTS,
        };
      else if (/^["']/.test(word)) yield* wordsOf(this.text, inner);
      else yield { value: { start: at, end: at + word.length }, parts: NO_PARTS };
    }
  }

  private entries(content: TextRange, lead: string, depth = 0): readonly Entry[] {
    const written = this.text.slice(content.start, content.end);
    const parts = [...this.split(content)];
    if (!/["'`]/.test(written)) return wordsOf(this.text, content);
    const [only, ...others] = parts;
    const isCall = this.text.charAt(content.start - 1) === '(' && others.length === 0;
    if (isCall && only !== undefined && depth < DEEPEST) {
      const inner = this.brackets.openedAt(only.start);
      // A list in brackets of its own: `tuple(["…"])`, `Object.freeze({…})`.
      if (inner?.close === only.end - 1)
        return this.entries({ start: only.start + 1, end: inner.close }, lead, depth + 1);
    }
    const entries = parts.map((part) => this.entry(part));
    return PAIRS.test(lead) ? paired(entries) : entries;
  }

  /** The parts of a range between commas and line ends. */
  private *split({ start, end }: TextRange): Generator<TextRange> {
    const { text } = this;
    let from = start;
    let count = 0;
    for (let at = start; at <= end && count < MOST_ENTRIES; at++) {
      const char = at === end ? ',' : text.charAt(at);
      const next = this.behind(at, char, end);
      if (next !== undefined) {
        // A comment before an element is none of it.
        if (!OPENS.has(char) && this.text.slice(from, at).trim() === '') from = next + 1;
        at = next;
        continue;
      }
      if (!endsPart(text, { start: from, end: at }, char)) continue;
      const part = trimmed(text, from, at);
      from = at + 1;
      if (part.end <= part.start) continue;
      count++;
      yield part;
    }
  }

  /** The last character of a string, a comment or brackets that begin at an offset. */
  private behind(at: number, char: string, end: number): number | undefined {
    if (at >= end) return undefined;
    if (QUOTES.has(char)) {
      const close = closingQuote(this.text, at, end);
      return close === -1 ? undefined : close;
    }
    const bracket = this.brackets.openedAt(at);
    if (bracket !== undefined) return Math.min(bracket.close, end - 1);
    const isComment = (char === '#' || this.text.startsWith('//', at)) && this.text.charAt(at + 1) !== '{';
    if (!isComment) return undefined;
    const line = this.text.indexOf('\n', at);
    return line === -1 || line > end ? end - 1 : line - 1;
  }

  private entry(range: TextRange): Entry {
    const mark = this.separator(range);
    const value = mark === undefined ? range : trimmed(this.text, mark.end, range.end);
    const key = mark === undefined ? undefined : this.keyIn({ start: range.start, end: mark.start });
    const isHeld =
      '([{'.includes(this.text.charAt(value.start)) || HOLDS.test(textBehind(this.text, value.start, LEAD));
    const parts = isHeld ? this.partsOf(value) : NO_PARTS;
    const text = isHeld ? undefined : this.textIn(value);
    return { ...(key && { key }), ...(text && { value: text }), parts };
  }

  /** What stands between a key and its value. */
  private separator({ start, end }: TextRange): TextRange | undefined {
    for (let at = start; at < end; at++) {
      const next = this.behind(at, this.text.charAt(at), end);
      if (next !== undefined) at = next;
      else {
        SEPARATOR.lastIndex = at;
        const found = SEPARATOR.exec(this.text);
        if (found !== null) return { start: at, end: at + found[0].length };
        if (this.text.startsWith('::', at)) at++;
      }
    }
    return undefined;
  }

  private keyIn(range: TextRange): TextRange {
    const quoted = this.textIn(range);
    if (quoted !== undefined) return quoted;
    const [, lead = '', word = ''] =
      /^([[(:\s]*)([^\s\])]*)/.exec(this.text.slice(range.start, range.end)) ?? [];
    const start = range.start + lead.length;
    return { start, end: start + word.length };
  }

  /** The first string in a range. */
  private textIn({ start, end }: TextRange): TextRange | undefined {
    const stop = Math.min(end, start + LEAD);
    for (let at = start; at < stop; at++) {
      if (!QUOTES.has(this.text.charAt(at))) continue;
      const close = closingQuote(this.text, at, end);
      return close === -1 ? undefined : { start: at + 1, end: close };
    }
    return undefined;
  }

  private partsOf({ start, end }: TextRange): ReadonlyMap<string, TextRange> {
    const open = start + this.text.slice(start, end).search(/[([{]/);
    const parts = new Map<string, TextRange>();
    let number = 0;
    for (const part of this.split({ start: open + 1, end: end - 1 })) {
      const mark = this.separator(part);
      const value = this.textIn(mark === undefined ? part : { start: mark.end, end: part.end });
      const key = mark === undefined ? undefined : this.keyIn({ start: part.start, end: mark.start });
      if (value !== undefined && key !== undefined) parts.set(this.text.slice(key.start, key.end), value);
      if (value !== undefined) parts.set(String(number), value);
      number++;
    }
    return parts;
  }
}

const NAME = new RegExp(`[${IN_WORD}]{1,80}`, 'g');
/** Between a sign that gives something and what it gives. */
const GAP = /[ \t]{0,40}(?:\n\s{0,40})?/y;
/** The name of an attribute of Elixir, which a blank and a list stand behind: `@name [`. */
const ATTRIBUTE = new RegExp(`@[${IN_WORD}]{1,60}$`);

/**
 * What gives a name a value, up to it: `=`, `:=`, `<-`, a blank behind Elixir's `@name`. Read by the characters, for
 * code has such a sign on every other line.
 */
function eachSign(text: string, take: (sign: TextRange) => void): void {
  for (let at = 0; at < text.length; at++) {
    if (!isSign(text, at)) continue;
    GAP.lastIndex = text.charCodeAt(at) === LESS ? at + 2 : at + 1;
    GAP.test(text);
    const end = GAP.lastIndex;
    take({ start: at, end });
    at = end - 1;
  }
}

const EQUALS = 61;
const LESS = 60;
const BLANK = 32;

/** Whether such a sign stands at an offset, or behind its colon. */
function isSign(text: string, at: number): boolean {
  switch (text.charCodeAt(at)) {
    case EQUALS:
      // No comparison and no arrow: `==`, `=>`, `=~`, `!=`, `<=`, `>=`.
      return !'=>~'.includes(text.charAt(at + 1)) && !'!<>'.includes(text.charAt(at - 1));
    case LESS:
      return text.charAt(at + 1) === '-';
    case BLANK:
      return text.charAt(at + 1) === '[' && ATTRIBUTE.test(textBefore(text, at, 61));
    default:
      return false;
  }
}

/** What stands before a sign in its line, from the last mark on that separates, without parts of types. */
function leadBefore(text: string, at: number): string {
  const low = Math.max(0, at - LONGEST_HEAD);
  let start = at;
  for (; start > low && text.charCodeAt(start - 1) !== NEWLINE; start--) {
    const char = text.charAt(start - 1);
    if (SEPARATES.has(char)) break;
    if (CLOSES_TYPE.has(char)) return withoutTypes(text.slice(lineStartFrom(text, start, low), at));
  }
  return text.slice(start, at);
}

function lineStartFrom(text: string, from: number, low: number): number {
  let start = from;
  while (start > low && text.charCodeAt(start - 1) !== NEWLINE) start--;
  return start;
}

function withoutTypes(lead: string): string {
  return (
    lead
      .replace(IN_TYPE, '')
      .split(/[;,({=]/)
      .at(-1) ?? ''
  );
}

const SEPARATES = new Set([';', ',', '(', '{', '=']);
/** Ends a part of a type, in which separators are none. */
const CLOSES_TYPE = new Set(['>', ']', '}']);
/** Parts of types that hold signs of lists: `<string, string>`, `[&str; 2]`, `{ get; set; }`. */
const IN_TYPE = /<[^<>]{0,60}>|\[[^[\]]{0,30}\]|\{\s?get;[^{}]{0,30}\}/g;
/** A name without the sign of variables. */
function plain(name: string): string {
  return name.replace(/^\$/, '');
}

/** Variables of a shell that lead to its words, and brackets around a list. */
const DEEPEST = 4;
const NO_PARTS: ReadonlyMap<string, TextRange> = new Map();
const LEAD = 60;
const NAMES = new RegExp(String.raw`[${IN_WORD}]{1,80}(?![${IN_WORD}]|\()`, 'g');
const SEPARATOR = /:(?![:=])|=>|=(?!=)|->|\bto\b/y;
/** A record with its type before it: `Model{…}`, `Model("…", …)`, `new Model { … }`. */
const HOLDS =
  /^&?(?:new\s+)?(?!String\b|str\b)[\w.:]{0,40}(?:<[^<>]{0,30}>)?\s?[{]|^(?:new\s+)?[A-Z]\w{1,40}\(|^%?\{/;
/** Lists of words without quotes: Ruby's, Perl's, Elixir's. */
const WORDS = /(?:%[wi]|\bqw|~w)\s?$/;
/** What is given keys and values by turns. */
const PAIRS = /\bMap\.of\s?$/;

/** Whether a part of a list ends before a character: at a line end behind which its value does not stand. */
function endsPart(text: string, { start, end }: TextRange, char: string): boolean {
  return ',;'.includes(char) || (char === '\n' && !/[:=>(]$/.test(text.slice(start, end).trimEnd()));
}

/** Words between blanks. */
function wordsOf(text: string, { start, end }: TextRange): readonly Entry[] {
  return [...matchesOf(text.slice(start, end), PLAIN_WORD)]
    .slice(0, MOST_ENTRIES)
    .map(({ 0: word, index }) => ({
      value: { start: start + index, end: start + index + word.length },
      parts: NO_PARTS,
    }));
}

const PLAIN_WORD = /[^\s\\]{1,200}/g;
/** A word of a shell, a comment, an entry of its tables. */
const WORD = new RegExp(
  String.raw`#[^\n]{0,400}|\[["']?([^[\]\s"']{1,120})["']?\]=(?:"[^"\n]{0,200}"|'[^'\n]{0,200}'|[^\s()]{0,200})|` +
    String.raw`"[^"\n]{0,400}"|'[^'\n]{0,400}'|[^\s"'()\\;]{1,200}`,
  'g',
);

function keyIn(text: string, at: number, key: string): TextRange {
  const start = text.indexOf(key, at);
  return { start, end: start + key.length };
}

function paired(entries: readonly Entry[]): readonly Entry[] {
  return entries.flatMap(({ value }, index) => {
    const { value: own, parts = NO_PARTS } = entries[index + 1] ?? {};
    return index % 2 === 0 ? [{ ...(value && { key: value }), ...(own && { value: own }), parts }] : [];
  });
}

function trimmed(text: string, start: number, end: number): TextRange {
  let from = start;
  let to = end;
  while (from < to && isBlankCode(text.charCodeAt(from))) from++;
  while (to > from && isBlankCode(text.charCodeAt(to - 1))) to--;
  return { start: from, end: to };
}

/** Whether a whole word stands at a place. */
export function isWordAt(text: string, at: number, length: number): boolean {
  return !isWordCode(text.charCodeAt(at - 1)) && !isWordCode(text.charCodeAt(at + length));
}
