import { BACKSLASH, findMark, isBlankCode, isWordCode, lineEnd, NEWLINE } from './charClass';
import type { ReadLongString } from './longStrings';
import type { StringForm, Syntax } from './syntax';

/** A string literal: where it is, and where what it says is. */
export interface StringToken {
  readonly start: number;
  readonly end: number;
  readonly contentStart: number;
  readonly contentEnd: number;
  readonly form: StringForm;
  /** The word that ends a here-document: `YAML` of `<<~YAML`. */
  readonly label?: string | undefined;
}

/** Receives the tokens of a text in order. Blanks are not reported. */
export interface TokenSink {
  word(start: number, end: number): void;
  string(token: StringToken): void;
  comment(start: number, end: number): void;
  punctuation(code: number, at: number): void;
  newline(at: number): void;
}

/** What may open at a character of one syntax, longer marks first. */
type Opening =
  | { readonly kind: 'block'; readonly mark: string; readonly close: string }
  | { readonly kind: 'line'; readonly mark: string }
  | { readonly kind: 'string'; readonly mark: string; readonly form: StringForm }
  | { readonly kind: 'long'; readonly mark: string; readonly read: ReadLongString }
  | { readonly kind: 'regex'; readonly mark: string };

/** By character code, up to 127. */
type OpeningTable = readonly (readonly Opening[] | undefined)[];

/** Here-documents without an end after which no other is looked for: each search is as long as the text. */
const MOST_UNCLOSED = 4;

/** A string of several lines without escapes. */
const RAW: StringForm = { open: '', close: '', multiline: true, escape: 'none' };

const openings = new WeakMap<Syntax, OpeningTable>();

/** Longer regular expressions are taken for something else: the bound keeps a failed attempt cheap. */
const LONGEST_REGEX = 400;

/** Values end in these: a slash after them divides. */
const ENDS_VALUE = new Set([41, 93, 125]);

/**
 * Cuts `text` from `start` to `end` into tokens, looking at each character a bounded number of times. Broken input gives
 * some tokens, never an error: an open block comment or string runs to the end of the text.
 */
export function tokenize(
  text: string,
  range: { readonly start: number; readonly end: number },
  syntax: Syntax,
  sink: TokenSink,
): void {
  new Lexer(text, range.end, syntax, sink).run(range.start);
}

class Lexer {
  private readonly opens: OpeningTable;
  /** Whether the token before ends a value, so that a slash after it is a division. */
  private afterValue = false;
  /** Where the here-document ends that is announced on the present line. */
  private hereDocumentEnd = 0;
  private neverClosed = 0;

  constructor(
    private readonly text: string,
    private readonly end: number,
    syntax: Syntax,
    private readonly sink: TokenSink,
  ) {
    this.opens = openingTable(syntax);
  }

  run(start: number): void {
    const { text, end, opens, sink } = this;
    let at = start;
    while (at < end) {
      const code = text.charCodeAt(at);
      const candidates = code < 128 ? opens[code] : undefined;
      if (candidates !== undefined) {
        const next = this.special(at, candidates);
        if (next > at) {
          at = next;
          continue;
        }
      }
      if (isWordCode(code)) at = this.word(at);
      else if (code === NEWLINE) at = this.newline(at);
      else if (isBlankCode(code)) at++;
      else {
        this.afterValue = ENDS_VALUE.has(code);
        sink.punctuation(code, at++);
      }
    }
  }

  /** The text of a here-document follows the line that announces it, and was read there. */
  private newline(at: number): number {
    this.sink.newline(at);
    const next = Math.max(at + 1, this.hereDocumentEnd);
    this.hereDocumentEnd = 0;
    return next;
  }

  private word(start: number): number {
    let at = start + 1;
    while (at < this.end && isWordCode(this.text.charCodeAt(at))) at++;
    this.afterValue = !(at - start === 6 && this.text.startsWith('return', start));
    this.sink.word(start, at);
    return at;
  }

  /** Reads a comment or string that opens here; the same offset when none does. */
  private special(at: number, candidates: readonly Opening[]): number {
    for (const opening of candidates) {
      if (opening.mark.length > 1 && !this.text.startsWith(opening.mark, at)) continue;
      const next = this.read(at, opening);
      if (next > at) return next;
    }
    return at;
  }

  private read(at: number, opening: Opening): number {
    switch (opening.kind) {
      case 'block':
        return this.blockComment(at, at + opening.mark.length, opening.close);
      case 'line':
        return this.lineComment(at);
      case 'string':
        return this.string(at, opening.form);
      case 'long':
        return this.longString(at, opening.read);
      case 'regex':
        return this.afterValue ? at : this.regex(at);
    }
  }

  private blockComment(start: number, from: number, close: string): number {
    const found = findMark(this.text, close, from, this.end);
    const stop = found < 0 ? this.end : found + close.length;
    this.sink.comment(start, stop);
    return stop;
  }

  private lineComment(start: number): number {
    const stop = lineEnd(this.text, start, this.end);
    this.sink.comment(start, stop);
    return stop;
  }

  private string(start: number, form: StringForm): number {
    const contentStart = start + form.open.length;
    if (form.character === true && !this.isCharacter(contentStart)) return start;
    const contentEnd = this.stringEnd(contentStart, form);
    const closed = this.text.startsWith(form.close, contentEnd) && contentEnd + form.close.length <= this.end;
    const end = closed ? contentEnd + form.close.length : contentEnd;
    this.afterValue = true;
    this.sink.string({ start, end, contentStart, contentEnd, form });
    return Math.max(end, start + 1);
  }

  /** A string whose closing mark follows from the opening one. Inside another here-document's line only the first counts. */
  private longString(start: number, read: ReadLongString): number {
    if (this.hereDocumentEnd > 0 || this.neverClosed >= MOST_UNCLOSED) return start;
    const found = read(this.text, start, this.end);
    if (found === null) this.neverClosed++;
    if (found === undefined || found === null) return start;
    const { contentStart, contentEnd, end, lineGoesOn, label } = found;
    this.afterValue = true;
    this.sink.string({ start, end: lineGoesOn ?? end, contentStart, contentEnd, form: RAW, label });
    if (lineGoesOn === undefined) return end;
    this.hereDocumentEnd = end;
    return lineGoesOn;
  }

  /** A quoted character is one character or one escape, so its closing quote is near. */
  private isCharacter(from: number): boolean {
    if (this.text.charCodeAt(from) !== BACKSLASH)
      return this.text.charCodeAt(from + 1) === 39 || this.text.charCodeAt(from + 2) === 39;
    const close = this.text.slice(from + 2, from + 12).indexOf("'");
    return close >= 0;
  }

  private stringEnd(from: number, form: StringForm): number {
    const { text, end } = this;
    const first = form.close.charCodeAt(0);
    let holes = 0;
    for (let at = from; at < end; at++) {
      const code = text.charCodeAt(at);
      if (code === BACKSLASH && form.escape === 'backslash') at++;
      else if (code === NEWLINE && !form.multiline) return at;
      else if (form.hole !== undefined && code === form.hole.charCodeAt(0) && text.startsWith(form.hole, at))
        holes++;
      else if (holes > 0 && code === 125) holes--;
      else if (code === first && holes === 0 && text.startsWith(form.close, at)) {
        if (form.escape !== 'doubled' || !text.startsWith(form.close, at + form.close.length)) return at;
        at += form.close.length;
      }
    }
    return end;
  }

  /** Steps over a regular expression, so that quotes in it open nothing. The same offset when it does not close on its line. */
  private regex(start: number): number {
    const stop = Math.min(this.end, start + LONGEST_REGEX);
    let inClass = false;
    for (let at = start + 1; at < stop; at++) {
      const code = this.text.charCodeAt(at);
      if (code === NEWLINE) break;
      if (code === BACKSLASH) at++;
      else if (code === 91) inClass = true;
      else if (code === 93) inClass = false;
      else if (code === 47 && !inClass) {
        this.afterValue = true;
        return at + 1;
      }
    }
    return start;
  }
}

function openingTable(syntax: Syntax): OpeningTable {
  const known = openings.get(syntax);
  if (known !== undefined) return known;
  const table = new Array<Opening[] | undefined>(128).fill(undefined);
  const add = (opening: Opening): void => {
    const code = opening.mark.charCodeAt(0);
    const all = table[code] ?? [];
    all.push(opening);
    table[code] = all;
  };
  for (const [mark, close] of syntax.blockComments) add({ kind: 'block', mark, close });
  for (const mark of syntax.lineComments) add({ kind: 'line', mark });
  for (const { mark, read } of syntax.longStrings ?? []) add({ kind: 'long', mark, read });
  for (const form of syntax.strings) add({ kind: 'string', mark: form.open, form });
  if (syntax.regexLiterals === true) add({ kind: 'regex', mark: '/' });
  openings.set(syntax, table);
  return table;
}
