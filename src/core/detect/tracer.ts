import { isBlankCode, isWordCode } from '../text/charClass';
import { textBefore, textBehind } from '../text/pieces';
import type { TextRange } from '../text/range';

/** Names that are traced in one text, places looked at for each, and characters around a place. */
const MOST_NAMES = 24;
const MOST_PLACES = 60;
/**
 * Characters that are searched for names in all: in a text of this length one name, in one of a file's usual length
 * all.
 */
const MOST_CHARACTERS = 4_000_000;
const REACH = 400;

const OPENERS = new Set([40, 91, 123]);
const CLOSERS = new Set([41, 93, 125]);
/** `,`, `;`, a line end and `#`. */
const ENDS = new Set([44, 59, 10, 35]);
const QUOTES = new Set([34, 39, 96]);
/** What types have beside words: a blank, `,`, `.`, `<`, `>`, `?`, `[`, `]` and `|`. */
const IN_TYPE = new Set([32, 44, 46, 60, 62, 63, 91, 93, 124]);

/** What an arrow function is given to, up to its parameters: `const load = async (`. */
const ARROW = /\b(?:const|let|var)\s+([A-Za-z_$][\w$]*)\s*(?::[^=\n]{1,80})?=\s*(?:async\s*)?$/;
/** What stands before the name of a method, and between its parameters and its body. */
const METHOD_TYPE = /(?<![\w$])([\w$]{1,80})(?:<[\w$<>,.?[\] ]{1,80}>)?(?:\[\])?\??\s{1,20}[*&]?$/;
const BODY = /^\s{0,40}(?:throws\s[\w.,\s]{1,80})?(?::\s?[\w<>[\]|., ]{1,60})?(?:\{|=>)/;
const LONGEST_TYPE = 120;
/** Words that a call follows and no name of a method. */
const NO_TYPE = new Set(
  'return new await throw else yield case in of not and or do try if while for when match delete typeof'.split(
    ' ',
  ),
);

/**
 * Where a name gets its value: the expressions that are assigned or passed to it. Looked for on demand, within fixed
 * bounds.
 */
export class Tracer {
  private readonly known = new Map<string, readonly TextRange[]>();

  constructor(private readonly text: string) {}

  /** The expressions that a name may stand for, in the order of the text. */
  expressionsOf(name: string): readonly TextRange[] {
    let found = this.known.get(name);
    if (found === undefined) {
      if (this.known.size >= MOST_NAMES || (this.known.size + 1) * this.text.length > MOST_CHARACTERS)
        return [];
      found = this.find(name);
      this.known.set(name, found);
    }
    return found;
  }

  private find(name: string): readonly TextRange[] {
    const found: TextRange[] = [];
    for (const at of this.placesOf(name)) {
      if (this.isInText(at)) continue;
      const assigned = this.isOnlyTyped(at, at + name.length) ? undefined : this.assigned(at + name.length);
      // The default of a parameter is what it has where a call passes nothing.
      if (assigned !== undefined) found.push(assigned);
      found.push(...this.passed(at));
    }
    return found;
  }

  /** `def f(name: str, other: int)`: behind the colon of a parameter stands its type. */
  private isOnlyTyped(at: number, end: number): boolean {
    if (this.text.charCodeAt(end) !== 58 || this.parameterAt(at) === undefined) return false;
    const type = this.expression(end + 1);
    return !/(?<![=!<>])=(?![=>])/.test(this.text.slice(type.start, type.end));
  }

  /** Inside a string of several words on its line: `f"Loading model: {…}"`. A name that is quoted itself is not. */
  private isInText(at: number): boolean {
    if (QUOTES.has(this.text.charCodeAt(at - 1)) || this.text.charCodeAt(at - 1) === 45) return false;
    let quote = 0;
    const start = Math.max(this.text.lastIndexOf('\n', at) + 1, at - REACH);
    for (let i = start; i < at; i++) {
      const code = this.text.charCodeAt(i);
      if (code === quote) quote = 0;
      else if (quote === 0 && QUOTES.has(code)) quote = code;
    }
    return quote !== 0;
  }

  /** Where a name stands as a whole word. */
  private placesOf(name: string): readonly number[] {
    const places: number[] = [];
    for (
      let at = this.text.indexOf(name);
      at >= 0 && places.length < MOST_PLACES;
      at = this.text.indexOf(name, at + name.length)
    ) {
      const before = at === 0 ? 32 : this.text.charCodeAt(at - 1);
      const after = at + name.length < this.text.length ? this.text.charCodeAt(at + name.length) : 32;
      if (!isWordCode(before) && !isWordCode(after)) places.push(at);
    }
    return places;
  }

  /** The expression behind `=` or `:`, a type annotation between them left out. */
  private assigned(end: number): TextRange | undefined {
    let at = this.skipBlanks(QUOTES.has(this.text.charCodeAt(end)) ? end + 1 : end);
    if (
      this.text.charCodeAt(at) === 58 &&
      this.text.charCodeAt(at + 1) !== 58 &&
      this.text.charCodeAt(at + 1) !== 61
    ) {
      const equals = this.annotationEnd(at + 1);
      at = equals < 0 ? at : equals;
    }
    const mark = this.text.charCodeAt(at);
    if (mark !== 61 && mark !== 58) return undefined;
    if (mark === 58 && this.opensBlock(at + 1)) return undefined;
    if (this.text.charCodeAt(at + 1) === 61) return mark === 58 ? this.expression(at + 2) : undefined;
    return this.expression(at + 1);
  }

  /** Nothing but a line end follows the colon: `if model:`. */
  private opensBlock(from: number): boolean {
    let at = from;
    while (this.text.charCodeAt(at) === 32 || this.text.charCodeAt(at) === 13) at++;
    return this.text.charCodeAt(at) === 10;
  }

  /** The `=` behind a type annotation on the same line; -1 when there is none. */
  private annotationEnd(from: number): number {
    for (let at = from; at < Math.min(this.text.length, from + 60); at++) {
      const code = this.text.charCodeAt(at);
      if (code === 61 && this.text.charCodeAt(at + 1) !== 61) return at;
      if (!isWordCode(code) && !IN_TYPE.has(code)) return -1;
    }
    return -1;
  }

  /** A parameter gets what the calls of its function pass. */
  private passed(at: number): readonly TextRange[] {
    const place = this.parameterAt(at);
    if (place === undefined) return [];
    const found: TextRange[] = [];
    for (const call of this.placesOf(place.name)) {
      const open = call + place.name.length;
      if (this.text.charCodeAt(open) !== 40 || this.isDeclared(call)) continue;
      const argument = this.argument(open + 1, place.index);
      if (argument !== undefined) found.push(argument);
    }
    return found;
  }

  /** The function whose parameter list this place is in, and the position in it; `self` does not count. */
  private parameterAt(at: number): { readonly name: string; readonly index: number } | undefined {
    let index = 0;
    let depth = 0;
    for (let i = at - 1; i >= Math.max(0, at - REACH); i--) {
      const code = this.text.charCodeAt(i);
      if (CLOSERS.has(code) || this.closesType(i)) depth++;
      else if (code === 60) depth = Math.max(0, depth - 1);
      else if (OPENERS.has(code)) {
        if (depth > 0) depth--;
        else return code === 40 ? this.declaration(i, index) : undefined;
      } else if (code === 44 && depth === 0) index++;
    }
    return undefined;
  }

  /** The mark behind the parameters of a type, `Map<String, Tier>`, and no part of an arrow. */
  private closesType(at: number): boolean {
    const before = this.text.charCodeAt(at - 1);
    return this.text.charCodeAt(at) === 62 && before !== 45 && before !== 61;
  }

  private declaration(
    open: number,
    index: number,
  ): { readonly name: string; readonly index: number } | undefined {
    const arrow = ARROW.exec(textBefore(this.text, open, LONGEST_TYPE))?.[1];
    if (arrow !== undefined) return this.isArrow(open) ? { name: arrow, index } : undefined;
    let start = open;
    while (start > 0 && isWordCode(this.text.charCodeAt(start - 1))) start--;
    if (start === open || !this.isDeclared(start)) return undefined;
    const self = /^\s*(?:self|cls)\b/.test(this.text.slice(open + 1, open + 30));
    const name = this.text.slice(start, open);
    const called = name === '__init__' ? this.classBefore(start) : name;
    return called === '' ? undefined : { name: called, index: self ? index - 1 : index };
  }

  /** `const load = async (id: string) => …`: behind the parameters stands an arrow. */
  private isArrow(open: number): boolean {
    const close = this.closed(open);
    return (
      close !== undefined && /^\s*(?::[^={]{1,80})?=>/.test(textBehind(this.text, close + 1, LONGEST_TYPE))
    );
  }

  /** The class whose constructor is declared here: it is called by that name. */
  private classBefore(at: number): string {
    const start = this.text.lastIndexOf('class ', at);
    return start < 0 ? '' : (/^class ([A-Za-z_]\w*)/.exec(textBehind(this.text, start, REACH))?.[1] ?? '');
  }

  private isDeclared(start: number): boolean {
    return (
      /(?:^|\W)(?:def|function|func|fn|fun)\s+$/.test(textBefore(this.text, start, 12)) ||
      this.isMethod(start)
    );
  }

  /** `static ChatModel make(Tier tier) {`: a type or a word for a method, parameters, and the body. */
  private isMethod(start: number): boolean {
    const word = METHOD_TYPE.exec(textBefore(this.text, start, LONGEST_TYPE))?.[1];
    if (word === undefined || NO_TYPE.has(word)) return false;
    const close = this.closed(this.text.indexOf('(', start));
    return close !== undefined && BODY.test(this.text.slice(close + 1, close + LONGEST_TYPE));
  }

  /** Where the bracket closes that opens here, where that is near. */
  private closed(open: number): number | undefined {
    let depth = 0;
    for (let at = open; at < Math.min(this.text.length, open + REACH); at++) {
      const code = this.text.charCodeAt(at);
      if (OPENERS.has(code)) depth++;
      else if (CLOSERS.has(code) && --depth === 0) return at;
    }
    return undefined;
  }

  /** The positional argument at an index. */
  private argument(from: number, index: number): TextRange | undefined {
    let start = from;
    for (let count = 0; count <= index; count++) {
      const range = this.expression(start);
      if (count === index)
        return range.end > range.start &&
          !/^[A-Za-z_]\w*\s*=[^=]/.test(textBehind(this.text, range.start, 60))
          ? range
          : undefined;
      const stop = this.skipBlanks(range.end);
      if (this.text.charCodeAt(stop) !== 44) return undefined;
      start = stop + 1;
    }
    return undefined;
  }

  /** From here to the end of the argument, element or statement. */
  private expression(from: number): TextRange {
    const start = this.skipBlanks(from);
    const stop = Math.min(this.text.length, start + REACH);
    let depth = 0;
    let at = start;
    while (at < stop) {
      const code = this.text.charCodeAt(at);
      if (QUOTES.has(code)) at = this.closingQuote(at, code, stop);
      else if (OPENERS.has(code)) depth++;
      else if (CLOSERS.has(code) && depth-- === 0) break;
      else if (depth === 0 && ENDS.has(code)) break;
      at++;
    }
    while (at > start && isBlankCode(this.text.charCodeAt(at - 1))) at--;
    return { start, end: at };
  }

  private closingQuote(open: number, quote: number, stop: number): number {
    for (let at = open + 1; at < stop; at++) {
      const code = this.text.charCodeAt(at);
      if (code === 92) at++;
      else if (code === quote || code === 10) return at;
    }
    return stop;
  }

  private skipBlanks(from: number): number {
    let at = from;
    while (at < this.text.length && at < from + REACH && isBlankCode(this.text.charCodeAt(at))) at++;
    return at;
  }
}
