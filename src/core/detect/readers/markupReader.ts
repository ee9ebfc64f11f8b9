import { findMark, isBlankCode, isWordCode, lineEnd, skipBlanks, trimEnd } from '../../text/charClass';
import { matchesOf } from '../../text/matches';
import { textFrom } from '../../text/pieces';
import type { TextRange } from '../../text/range';
import { syntaxOf } from '../../text/syntax';
import type { Where } from '../../vocabulary';
import { isOneWord } from '../../documents/blockText';
import { Decoder } from '../../documents/decodedText';
import { embeddedLanguage, isScriptName } from '../../documents/embedded';
import { addEntities } from '../../documents/entities';
import { ALONE, type Intake, type Site } from '../site';
import { PaintedCode } from './paintedCode';
import { readCode } from './codeReader';
import { readScalar } from './lineReader';

const LESS = 60;
const GREATER = 62;
const DOT = 46;
const AT = 64;
/**
 * An attribute whose value is an expression, https://vuejs.org/api/built-in-directives and
 * https://angular.dev/guide/templates/binding: `:model`, `v-bind:model`, `[model]`.
 */
const BOUND = /^(?::|v-bind:|\[)(?:attr\.)?([A-Za-z][\w-]{0,58})\]?$/;

/** Strings, so that no bracket in them counts, and brackets. */
const BRACES = /"(?:[^"\\\n]|\\.)*"|[{}]/g;
const PARENTHESES = /"(?:[^"\\\n]|\\.)*"|[()]/g;
/** Longest expression that is read, in characters. */
const LONGEST = 20_000;

/** Elements whose text is code. Pages tell no case of letters apart. */
const SCRIPT = /^(?:script|style)$/i;

export interface MarkupOptions {
  readonly where: Where;
  /** Scripts and styles inside are code. */
  readonly scripts: boolean;
}

/**
 * Reads XML and HTML: attributes are values of their names, the text of an element is a value of the element's name.
 */
export function readMarkup(intake: Intake, range: TextRange, options: MarkupOptions): void {
  new MarkupReader(intake, range, options).run();
}

class MarkupReader {
  private readonly text: string;
  private element = '';
  private outer = '';
  /** What the list of choices that is open is for. */
  private choice = '';
  /** Code with marked words is open, and what gets a value there: the word before the last sign of assignment. */
  private readonly painted = new PaintedCode();
  /** An expression was found that nothing closes. */
  private isExpressionOpen = false;
  /** The choice that is open says its value in an attribute, so that its text is for people. */
  private isValued = false;

  constructor(
    private readonly intake: Intake,
    private readonly range: TextRange,
    private readonly options: MarkupOptions,
  ) {
    this.text = intake.text;
  }

  run(): void {
    let at = this.range.start;
    while (at < this.range.end) {
      const behind = this.expression(skipBlanks(this.text, at, this.range.end));
      if (behind > at) {
        at = behind;
        continue;
      }
      const open = findMark(this.text, '<', at, this.range.end);
      const stop = open < 0 ? this.range.end : open;
      if (stop > at) this.content({ start: at, end: stop });
      at = stop < this.range.end ? this.tag(stop) : stop;
    }
  }

  /**
   * Reads an expression of a policy of Azure API Management, which is C# and may have signs of markup in it, `@{ … }`
   * or `@( … )`: https://learn.microsoft.com/azure/api-management/api-management-policy-expressions. Returns the
   * offset behind it, or -1 where none begins.
   */
  private expression(start: number): number {
    if (this.options.scripts || this.isExpressionOpen || this.text.charCodeAt(start) !== AT) return -1;
    const first = this.text.charAt(start + 1);
    if (first !== '{' && first !== '(') return -1;
    const end = bracketEnd(this.text, start + 1, this.range.end);
    this.isExpressionOpen = end < 0;
    if (end < 0) return -1;
    const decoder = new Decoder(this.text);
    addEntities(decoder, this.text, { start: start + 2, end: end - 1 });
    this.intake.embed('csharp', decoder.finish());
    return end;
  }

  private content(range: TextRange): void {
    const start = skipBlanks(this.text, range.start, range.end);
    const end = trimEnd(this.text, start, range.end);
    if (end <= start) return;
    const string = this.painted.string(this.text, { start, end });
    if (string !== undefined)
      return this.intake.value(string.range, { ...this.site('string', string.key), parents: [] });
    if (this.embed({ start, end })) return;
    readScalar(
      this.intake,
      { start, end },
      this.site(this.element === '' || this.isValued ? 'prose' : 'bare', this.isValued ? '' : this.element),
    );
  }

  /** In configuration, the text of an element may be a script or a document. */
  private embed(range: TextRange): boolean {
    if (this.options.scripts || isOneWord(this.text, range)) return false;
    const decoder = new Decoder(this.text);
    const hasLines = lineEnd(this.text, range.start, range.end) < range.end;
    if (!hasLines && !isScriptName(this.element)) return false;
    addEntities(decoder, this.text, range);
    const document = decoder.finish();
    const language = embeddedLanguage(
      document.text,
      { start: 0, end: document.text.length },
      { key: this.element, byShape: hasLines },
    );
    return language !== undefined && this.intake.embed(language, document);
  }

  private site(lexical: Site['lexical'], key: string): Site {
    return {
      lexical,
      where: this.options.where,
      key,
      parents: this.outer === '' ? [] : [this.outer],
      group: 0,
    };
  }

  /** What begins with `<`; the components of Phoenix with `<.`. */
  private tag(start: number): number {
    const { text } = this;
    if (text.startsWith('<!--', start)) return this.comment(start);
    if (text.startsWith('<![CDATA[', start)) return this.cdata(start);
    const next = text.charCodeAt(start + 1);
    if (next === 47) return this.endTag(start);
    const isComponent = next === DOT && isWordCode(text.charCodeAt(start + 2));
    if (!isWordCode(next) && !isComponent)
      return next === 33 || next === 63 ? this.skipTo('>', start + 1) : start + 1;
    return this.startTag(start);
  }

  /** Reads a tag with its attributes, and the script in it; returns the offset behind. */
  private startTag(start: number): number {
    const { text } = this;
    let at = start + 1;
    while (at < this.range.end && isTagCode(text.charCodeAt(at))) at++;
    const name = text.slice(start + 1, Math.min(at, start + 60));
    if (name === 'pre') this.painted.open();
    this.outer = this.element;
    this.element = name === 'option' && this.choice !== '' ? this.choice : name;
    this.isValued = false;
    if (name === 'select') this.choice = '';
    const after = this.attributes(at, this.element);
    const isScript = this.options.scripts && SCRIPT.test(name);
    return isScript && text.charCodeAt(after - 2) !== 47 ? this.script(after, name.toLowerCase()) : after;
  }

  private comment(start: number): number {
    const end = this.skipTo('-->', start + 4);
    this.intake.prose({ start, end }, { lexical: 'comment', where: 'comment', ...ALONE });
    return end;
  }

  private cdata(start: number): number {
    const end = this.skipTo(']]>', start + 9);
    this.content({ start: start + 9, end: Math.max(start + 9, end - 3) });
    return end;
  }

  private endTag(start: number): number {
    if (this.text.startsWith('pre', start + 2)) this.painted.close();
    this.isValued = false;
    this.element = this.outer;
    this.outer = '';
    return this.skipTo('>', start);
  }

  private skipTo(mark: string, from: number): number {
    const found = findMark(this.text, mark, from, this.range.end);
    return found < 0 ? this.range.end : found + mark.length;
  }

  /** Where an element ends that holds no others, in whatever case its name is written. */
  private endOf(name: string, start: number): number {
    const { text, range } = this;
    for (let at = start; ; at += 2) {
      at = findMark(text, '</', at, range.end);
      if (at < 0) return range.end;
      if (text.slice(at + 2, at + 2 + name.length).toLowerCase() === name) return at;
    }
  }

  private script(start: number, name: string): number {
    const end = this.endOf(name, start);
    const syntax = syntaxOf(name === 'script' ? 'typescript' : 'css');
    if (syntax !== undefined && name === 'script')
      readCode(this.intake, { start, end }, { syntax, where: 'code' });
    return end;
  }

  /** Reads attributes up to the end of the tag, and returns the offset behind it. */
  private attributes(from: number, element: string): number {
    const { text, range } = this;
    let at = from;
    while (at < range.end) {
      const code = text.charCodeAt(at);
      if (code === GREATER) return at + 1;
      if (code === LESS) return at;
      if (isBlankCode(code) || code === 47) at++;
      else at = this.attribute(at, element);
    }
    return at;
  }

  private attribute(start: number, element: string): number {
    const { text, range } = this;
    let at = start;
    while (
      at < range.end &&
      !isBlankCode(text.charCodeAt(at)) &&
      text.charCodeAt(at) !== 61 &&
      text.charCodeAt(at) !== GREATER
    )
      at++;
    const name = textFrom(text, start, at, 60);
    at = skipBlanks(text, at, range.end);
    if (text.charCodeAt(at) !== 61) return Math.max(at, start + 1);
    at = skipBlanks(text, at + 1, range.end);
    const quote = text.charCodeAt(at);
    if (quote === 123) return this.braces(at, name);
    if (quote !== 34 && quote !== 39) return this.unquoted(at, name);
    const behind = this.expression(at + 1);
    if (behind >= 0) return Math.min(behind + 1, range.end);
    const close = findMark(text, String.fromCharCode(quote), at + 1, range.end);
    const end = close < 0 ? range.end : close;
    this.quoted({ start: at + 1, end }, name, element);
    return Math.min(end + 1, range.end);
  }

  /** The value of an attribute, or an expression that a program makes one of: `:model="cheap ? 'a' : 'b'"`. */
  private quoted(range: TextRange, name: string, element: string): void {
    const bound = this.options.scripts ? BOUND.exec(name)?.[1] : undefined;
    const syntax = syntaxOf('typescript');
    if (bound === undefined || syntax === undefined) this.value(range, name, element);
    else readCode(this.intake, range, { syntax, where: 'code', names: [bound] });
  }

  /** `{…}` holds an expression, as in JSX: only plain strings in it are looked at. */
  private braces(open: number, name: string): number {
    const end = this.skipTo('}', open);
    this.intake.prose(
      { start: open + 1, end: Math.max(open + 1, end - 1) },
      { ...this.site('bare', name), where: 'code' },
    );
    return end;
  }

  private unquoted(start: number, name: string): number {
    let at = start;
    while (
      at < this.range.end &&
      !isBlankCode(this.text.charCodeAt(at)) &&
      this.text.charCodeAt(at) !== GREATER
    )
      at++;
    this.value({ start, end: at }, name, this.element);
    return Math.max(at, start + 1);
  }

  private value(range: TextRange, name: string, element: string): void {
    if (name === 'value') this.isValued = true;
    if (element === 'select' && (name === 'id' || name === 'name'))
      this.choice = textFrom(this.text, range.start, range.end, 60);
    readScalar(this.intake, range, { ...this.site('string', name), parents: [element] });
  }
}

function isTagCode(code: number): boolean {
  return isWordCode(code) || code === 45 || code === 58 || code === 46;
}

/** Where a bracket ends, `{` or `(`, whatever stands in strings in it; -1 where it stays open. */
function bracketEnd(text: string, open: number, to: number): number {
  const first = text.charAt(open);
  const marks = matchesOf(
    text.slice(open, Math.min(to, open + LONGEST)),
    first === '{' ? BRACES : PARENTHESES,
  );
  let depth = 0;
  for (const { 0: mark, index } of marks) {
    if (mark === first) depth++;
    else if (mark.length === 1 && --depth === 0) return open + index + 1;
  }
  return -1;
}
