import { BACKSLASH, isBlankCode, isWordCode, lineEnd, NEWLINE } from './charClass';
import type { StringForm, Syntax } from './syntax';

/** A string literal: where it is, and where what it says is. */
export interface StringToken {
  readonly start: number;
  readonly end: number;
  readonly contentStart: number;
  readonly contentEnd: number;
  readonly form: StringForm;
}

/** Receives the tokens of a text in order. Blanks are not reported. */
export interface TokenSink {
  word(start: number, end: number): void;
  string(token: StringToken): void;
  comment(start: number, end: number): void;
  punctuation(code: number, at: number): void;
  newline(at: number): void;
}

/** Class of a character in one syntax: may open a comment or string, or not. */
type OpeningTable = Uint8Array;

const openings = new WeakMap<Syntax, OpeningTable>();

/** Longer regular expressions are taken for something else: the bound keeps a failed attempt cheap. */
const LONGEST_REGEX = 400;

/** Values end in these: a slash after them divides. */
const ENDS_VALUE = new Set([41, 93, 125]);

/**
 * Cuts `text` from `start` to `end` into tokens, looking at each character a bounded number of times. Broken input gives
 * some tokens, never an error: an open block comment or string runs to the end of the text.
 */
export function tokenize(text: string, range: { readonly start: number; readonly end: number }, syntax: Syntax, sink: TokenSink): void {
  new Lexer(text, range.end, syntax, sink).run(range.start);
}

class Lexer {
  private readonly opens: OpeningTable;
  /** Whether the token before ends a value, so that a slash after it is a division. */
  private afterValue = false;

  constructor(
    private readonly text: string, private readonly end: number, private readonly syntax: Syntax, private readonly sink: TokenSink,
  ) {
    this.opens = openingTable(syntax);
  }

  run(start: number): void {
    const { text, end, opens, sink } = this;
    let at = start;
    while (at < end) {
      const code = text.charCodeAt(at);
      if (code < 128 && opens[code] === 1) {
        const next = this.special(at);
        if (next > at) {
          at = next;
          continue;
        }
      }
      if (isWordCode(code)) at = this.word(at);
      else if (code === NEWLINE) sink.newline(at++);
      else if (isBlankCode(code)) at++;
      else {
        this.afterValue = ENDS_VALUE.has(code);
        sink.punctuation(code, at++);
      }
    }
  }

  private word(start: number): number {
    let at = start + 1;
    while (at < this.end && isWordCode(this.text.charCodeAt(at))) at++;
    this.afterValue = !(at - start === 6 && this.text.startsWith('return', start));
    this.sink.word(start, at);
    return at;
  }

  /** Reads a comment or string that opens here; the same offset when none does. */
  private special(at: number): number {
    const { text, syntax } = this;
    for (const [open, close] of syntax.blockComments) {
      if (text.startsWith(open, at)) return this.blockComment(at, at + open.length, close);
    }
    for (const mark of syntax.lineComments) {
      if (text.startsWith(mark, at)) return this.lineComment(at);
    }
    for (const form of syntax.strings) {
      if (!text.startsWith(form.open, at)) continue;
      const next = this.string(at, form);
      if (next > at) return next;
    }
    return syntax.regexLiterals === true && text.charCodeAt(at) === 47 && !this.afterValue ? this.regex(at) : at;
  }

  private blockComment(start: number, from: number, close: string): number {
    const found = this.text.indexOf(close, from);
    const stop = found < 0 || found + close.length > this.end ? this.end : found + close.length;
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

  /** A quoted character is one character or one escape, so its closing quote is near. */
  private isCharacter(from: number): boolean {
    if (this.text.charCodeAt(from) !== BACKSLASH) return this.text.charCodeAt(from + 1) === 39 || this.text.charCodeAt(from + 2) === 39;
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
      else if (form.hole !== undefined && code === form.hole.charCodeAt(0) && text.startsWith(form.hole, at)) holes++;
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
  let table = openings.get(syntax);
  if (table === undefined) {
    table = new Uint8Array(128);
    for (const mark of syntax.lineComments) table[mark.charCodeAt(0)] = 1;
    for (const [open] of syntax.blockComments) table[open.charCodeAt(0)] = 1;
    for (const { open } of syntax.strings) table[open.charCodeAt(0)] = 1;
    if (syntax.regexLiterals === true) table[47] = 1;
    openings.set(syntax, table);
  }
  return table;
}
