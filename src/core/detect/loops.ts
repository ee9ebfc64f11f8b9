import { IN_WORD, isBlankCode, isWordCode } from '../text/charClass';
import { matchesOf } from '../text/matches';
import { textBefore, textBehind, textFrom } from '../text/pieces';
import type { TextRange } from '../text/range';
import type { Brackets } from './brackets';
import { closingQuote } from './literals';

/** A loop, or a function that gets each element of a list. */
export interface Loop {
  /** What stands for an element, as written: `m`, `(k, v)`, `{ id }`. */
  readonly pattern: string;
  /** The list. */
  readonly list: TextRange;
  /** Where an element is handled. */
  readonly bodies: readonly TextRange[];
  /** What the last of its names is given: the element, its number in a function, the value in PHP's. */
  readonly last: 'element' | 'number' | 'value';
}

/** Loops of a text that are read. */
const MOST_LOOPS = 200;
const LONGEST_BODY = 3_000;
const LONGEST_LIST = 2_000;
const LONGEST_CHAIN = 2_000;

/** `for m in MODELS`, `for _, m := range models`, `for (String m : models)`, `for m <- models`. */
const FOR = new RegExp(
  String.raw`(?<![\w.$-])(?:for|foreach|doseq)\b(?:\s{1,4}await\b)?([^\n;"'\x60=]{1,100}?)` +
    String.raw`(?:\s(?:in|of)\s|\s?<-\s|\s?:?=\s?range\s|(?<![:\n])\s?:(?![:=]))[ \t]{0,4}`,
  'g',
);
/** `foreach (LIST as $m)`: PHP's. */
const FOR_AS = /\bforeach\s?\(([^{;]{1,400}?)\sas\s([^\n(){;]{1,80}?)\)/g;
/** What gives each element of a list to a function. */
const EACH = new RegExp(
  String.raw`(?<![${IN_WORD}])(?:map(?:_?(?:async|dbl|chr|dfr|lgl|Not(?:Null|Nil)))?|flat_?[mM]ap|` +
    String.raw`for_?[eE]ach\w{0,10}|ForEach(?:Async)?|each(?:_with_\w{1,8})?|filter_?[mM]ap|collect|` +
    String.raw`Select(?:Many|Async)?|associate(?:With|By)?|[lsv]apply|walk|array_(?:map|walk)|async_stream|iter|` +
    String.raw`traverse)\b!?\s?(?:do\b|(?=[({]))`,
  'g',
);
/** https://developer.hashicorp.com/terraform/language/meta-arguments/for_each */
const FOR_EACH = /for_each[ \t]{0,20}=[ \t]{0,4}/g;
/**
 * What runs a test with each of a list: https://docs.pytest.org/en/stable/how-to/parametrize.html,
 * https://docs.junit.org/current/user-guide/#writing-tests-parameterized-tests-sources-ValueSource,
 * https://vitest.dev/api/#test-each. pytest's names what stands for an element, and for its parts.
 */
const TESTED = new RegExp(
  String.raw`@pytest\.mark\.parametrize\(\s{0,40}[([]?((?:["'][\w, ]{1,80}["'][, ]{0,4}){1,6})[)\]]?\s{0,4},\s{0,40}|` +
    String.raw`@ValueSource\(\s{0,40}\w{1,12}\s?=\s?|\b(?:it|test|describe)(?:\.\w{1,20})?\.each\(`,
  'g',
);
/** The function behind it, with its arguments where the list names none. */
const TESTS = new RegExp(
  String.raw`\bdef\s{1,4}\w{1,120}\(|\b(?:void|fun)\s{1,4}(?:\w{1,120}|\x60[^\x60\n]{1,200}\x60)\(([^()]{0,200})\)`,
);
const TEST_WITHIN = 1_000;
/** What stands before the first word of a line. */
const MARGIN = /\n[ \t]{0,20}$/;

/** The head of a function: `(m) =>`, `m ->`, `fn m ->`, `|m|`, `lambda m:`, `{ m in`, `function(m)`, `\(m)`. */
const LAMBDA = new RegExp(
  String.raw`^(?:(?:async|move|static|fn|lambda|case)\b\s{0,4})*(?:\|([^|\n]{1,80})\||` +
    String.raw`(?:function\b[^(\n]{0,40}|\\)\(([^()\n]{1,80})\)|` +
    String.raw`([^\n=>"'\x60;]{1,80}?)(?:=>|->|\sin\s|:\s))`,
);
/** What stands for an element in a function that names none. */
const IMPLICIT = /(?<![\w$.])(?:it(?=[\s.)\],}])|\$0|&1|\.x|_1)(?!\w)/;
const BLANKS = /[ \t]*/y;

export class Loops {
  constructor(
    private readonly text: string,
    private readonly brackets: Brackets,
  ) {}

  *all(): Generator<Loop> {
    let count = 0;
    for (const form of [this.plain, this.ofWords, this.called, this.tested, this.resources])
      for (const loop of form.call(this)) {
        if (count++ >= MOST_LOOPS) return;
        yield loop;
      }
  }

  private *plain(): Generator<Loop> {
    const { text } = this;
    for (const { 0: head, 1: pattern = '', index } of matchesOf(text, FOR)) {
      const start = index + head.length;
      const list = { start, end: this.expressionEnd(start) };
      const bodies = this.comprehension(index, list.end) ?? [this.bodyBehind(index, list.end)];
      yield { pattern, list, bodies, last: 'element' };
    }
  }

  private *ofWords(): Generator<Loop> {
    const { text } = this;
    for (const { 0: head, 1: written = '', 2: pattern = '', index } of matchesOf(text, FOR_AS)) {
      const start = index + head.indexOf(written);
      const list = { start, end: start + written.length };
      const bodies = [this.bodyBehind(index, index + head.length)];
      yield { pattern: pattern.replace('=>', ','), list, bodies, last: 'value' };
    }
  }

  /** `MODELS.map((m) => …)`, `Enum.map(models, fn m -> …)`, `lapply(models, function(m) …)`, `models.each do |m|`. */
  private *called(): Generator<Loop> {
    const { text } = this;
    for (const { 0: name, index } of matchesOf(text, EACH)) {
      const open = index + name.length;
      const bracket = this.brackets.openedAt(open);
      const body =
        bracket === undefined
          ? this.bodyBehind(index, open)
          : { start: open + 1, end: Math.min(bracket.close, open + LONGEST_BODY) };
      const chain = this.chainBefore(index);
      for (const { list, lambda } of this.arguments(chain, body, bracket === undefined)) {
        const pattern = this.patternAt(lambda, body.end);
        if (pattern !== undefined)
          yield { pattern, list, bodies: [{ start: lambda, end: body.end }], last: 'number' };
      }
    }
  }

  /** The list and the function of a call: what stands before it, or the other one of its arguments. */
  private *arguments(
    chain: TextRange,
    body: TextRange,
    isBlock: boolean,
  ): Generator<{ readonly list: TextRange; readonly lambda: number }> {
    const written = this.text.slice(chain.start, chain.end);
    if (written !== '' && !MODULE.test(written)) yield { list: chain, lambda: body.start };
    if (isBlock) return;
    const comma = this.expressionEnd(body.start);
    if (this.text.charAt(comma) === ',') yield { list: { start: body.start, end: comma }, lambda: comma + 1 };
    // The function itself may hold commas: what stands last is the list.
    const last = this.text.lastIndexOf(',', body.end);
    if (this.brackets.open(last)[0]?.at === body.start - 1)
      yield { list: { start: last + 1, end: body.end }, lambda: body.start };
    const before = textBefore(this.text, chain.start, 40).trimEnd();
    const pipe = /(?:\|>|%>%)$/.exec(before)?.[0];
    if (pipe !== undefined)
      yield { list: this.chainBefore(this.text.lastIndexOf(pipe, chain.start)), lambda: body.start };
  }

  private patternAt(at: number, end: number): string | undefined {
    const written = textFrom(this.text, at, end, 200).replace(/^[\s({]+/, '');
    const head = LAMBDA.exec(written);
    const own = head?.[1] ?? head?.[2] ?? head?.[3];
    if (own !== undefined && !/[.&]/.test(own.replace(/^[&*]+/, '').replace(/:.*/, ''))) return own;
    return IMPLICIT.exec(this.text.slice(at, end))?.[0];
  }

  /** `@pytest.mark.parametrize("model", […])`, `@ValueSource(strings = {…})`, `it.each([…])('…', (model) => …)`. */
  private *tested(): Generator<Loop> {
    for (const { 0: head, 1: names, index } of matchesOf(this.text, TESTED)) {
      const start = index + head.length;
      const call = this.brackets.openedAt(index + head.indexOf('('));
      const list = { start, end: this.expressionEnd(start) };
      const test = call && (head.startsWith('@') ? this.testBehind(call.close) : this.testGiven(call.close));
      const pattern = names?.replace(/["']/g, '') ?? test?.pattern;
      if (test === undefined || pattern === undefined) continue;
      yield { pattern, list, bodies: [test.body], last: 'element' };
    }
  }

  /** The function that stands behind an annotation. */
  private testBehind(from: number): Test | undefined {
    const found = TESTS.exec(textBehind(this.text, from, TEST_WITHIN));
    if (found === null) return undefined;
    const [head, pattern] = found;
    const at = from + found.index;
    const open = this.brackets.openedAt(at + head.lastIndexOf('('));
    return open && { pattern, body: this.bodyBehind(at, open.close + 1) };
  }

  /** The function that a call gets whose bracket opens behind a place: `it.each([…])('…', (model) => …)`. */
  private testGiven(close: number): Test | undefined {
    const open = this.brackets.openedAt(close + 1);
    if (open === undefined) return undefined;
    const body = {
      start: this.expressionEnd(open.at + 1) + 1,
      end: Math.min(open.close, close + LONGEST_BODY),
    };
    return { pattern: this.patternAt(body.start, body.end), body };
  }

  private *resources(): Generator<Loop> {
    for (const { 0: head, index } of matchesOf(this.text, FOR_EACH)) {
      if (!MARGIN.test(textBefore(this.text, index, 21))) continue;
      const start = index + head.length;
      const [around] = this.brackets.open(index);
      if (around === undefined) continue;
      const list = { start, end: this.expressionEnd(start) };
      const bodies = [{ start: list.end, end: Math.min(around.close, list.end + LONGEST_BODY) }];
      for (const pattern of ['each.value', 'each.key']) yield { pattern, list, bodies, last: 'element' };
    }
  }

  /** Where the expression ends that begins at a place. */
  private expressionEnd(from: number): number {
    const { text } = this;
    const to = Math.min(text.length, from + LONGEST_LIST);
    let at = from;
    for (; at < to; at++) {
      const char = text.charAt(at);
      const bracket = this.brackets.openedAt(at);
      if (bracket !== undefined) {
        if (char === '{' && this.isBlock(from, at)) return at;
        at = bracket.close;
      } else if (/["'`]/.test(char)) {
        const close = closingQuote(text, at, to);
        if (close === -1) return at;
        at = close;
      } else if (char === '\\') at++;
      else if (')]};\n'.includes(char) || this.isEnd(at, char)) return at;
    }
    return at;
  }

  /** A comma behind which no further text stands, the colon of a block, a word that begins one. */
  private isEnd(at: number, char: string): boolean {
    const { text } = this;
    if (char === ',')
      return !/["'`]/.test(text.charAt(at - 1)) || !/^,\s*["'`]/.test(textBehind(text, at, 20));
    if (char === ':') return /\s/.test(text.charAt(at + 1));
    return (
      isBlankCode(text.charCodeAt(at)) && /^\s(?:do|if|loop|then|as|where)\b/.test(text.slice(at, at + 8))
    );
  }

  /** Whether a brace opens what is done, and no list: `for m in models {`, but `[]string{"…"}`, `new[] { … }`. */
  private isBlock(from: number, at: number): boolean {
    const before = this.text.slice(from, at).trimStart();
    return /\s$/.test(before) && !/\bnew\b/.test(before);
  }

  /** The brackets of `[load(m) for m in MODELS]`, where a loop is one of them. */
  private comprehension(at: number, end: number): readonly TextRange[] | undefined {
    const [around] = this.brackets.open(at);
    if (around === undefined || at - around.at > LONGEST_BODY) return undefined;
    const isAround = around.mark !== '{' || /^\s*\}/.test(textBehind(this.text, end, 40));
    const before = { start: around.at + 1, end: at };
    if (!isAround || this.text.slice(before.start, before.end).trim() === '') return undefined;
    return [before, { start: end, end: Math.min(around.close, end + LONGEST_BODY) }];
  }

  /** What is done behind the head of a loop: a block in braces, or the rest of the line and the lines further in. */
  bodyBehind(head: number, from: number): TextRange {
    const { text } = this;
    const stop = Math.min(text.length, from + LONGEST_BODY);
    const behind = text.slice(from, stop);
    const shell = SHELL_BODY.exec(behind);
    if (shell !== null) return { start: from, end: from + shell[0].length };
    const lead = LEAD.exec(behind)?.[0] ?? '';
    const start = from + lead.length;
    const bracket = lead.includes('do') ? undefined : this.brackets.openedAt(start);
    if (bracket?.mark === '{') return { start: start + 1, end: Math.min(bracket.close, stop) };
    return { start: from, end: this.endOfBlock(start, stop, marginAt(text, head)) };
  }

  /** The end of the first line from a place on behind which one begins no further in. */
  private endOfBlock(from: number, stop: number, margin: number): number {
    for (const { 1: blanks = '', index } of matchesOf(this.text.slice(from, stop), LINE))
      if (blanks.length <= margin) return from + index;
    return stop;
  }

  /** The chain of names, calls and lists that ends before a place: `["…"].iter()` of `["…"].iter().map(`. */
  private chainBefore(at: number): TextRange {
    const { text } = this;
    const low = Math.max(0, at - LONGEST_CHAIN);
    const before = text.slice(low, at).trimEnd();
    const mark = /(?:\?\.|\.|->|::)$/.exec(before)?.[0] ?? '';
    const end = low + before.slice(0, before.length - mark.length).trimEnd().length;
    let start = end;
    while (start > low) {
      const char = text.charAt(start - 1);
      if (')]}'.includes(char)) start = this.brackets.closedAt(start - 1)?.at ?? low;
      else if (isInChain(text, start - 1, char)) start--;
      else break;
    }
    return { start, end };
  }
}

/** A function that tests, with what stands for an element where it says so. */
interface Test {
  readonly pattern: string | undefined;
  readonly body: TextRange;
}

/** What stands between the head of a loop and its body. */
const LEAD = /^[\s)]{0,80}(?:(?:do|loop|then|=>)\b|:|;)?\s{0,80}/;
const SHELL_BODY = /^[\s;)"']{0,20}do\b[^]*?(?=\bdone\b)/;
/** The beginning of a line that is not empty. */
const LINE = /\n(?![\r\n])([ \t]*)/g;

/** Whether a character belongs to a chain of names and calls, which may go over lines that begin with a dot. */
function isInChain(text: string, at: number, char: string): boolean {
  if (char === '\n' || char === ' ') return /^(?:\?\.|\.|->|::)/.test(textBehind(text, at, 40).trimStart());
  return isWordCode(text.charCodeAt(at)) || '.?!:>-@%&'.includes(char);
}

/** A module whose function is called, and no list: `Enum`, `purrr:`, `List`. */
const MODULE =
  /^(?:Enum|Stream|Task|Parallel|purrr:*|Array|List|Seq|Map|pool|executor|futures?|[lL]odash|_|R)$/;

/** How far in the line begins that a place is on. */
function marginAt(text: string, at: number): number {
  BLANKS.lastIndex = text.lastIndexOf('\n', at - 1) + 1;
  return BLANKS.exec(text)?.[0].length ?? 0;
}
