import {
  BACKSLASH,
  isBlankCode,
  isDigitCode,
  isNameCode,
  isWordCode,
  lineEnd,
  NEWLINE,
} from '../text/charClass';
import { cut } from '../text/interner';
import { textBehind } from '../text/pieces';
import type { TextRange } from '../text/range';
import type { Registry } from '../vocabulary';
import { mayEndWeights, mayStartName } from '../registries/names/starts';
import { isProgram, mayStartProgram } from './signatures/commands';
import type { Call, Intake, Site } from './site';

/**
 * Looks for names in running text: prose, comments, strings of several words. What stands directly before a name, as
 * far as it is on the same line and near, tells its place: a key with a colon, a flag, a call's parenthesis, a
 * command.
 */
export function scanText(intake: Intake, range: TextRange, site: Site): void {
  new TextScanner(intake, range, site).run();
}

/** How far back the place of a name is looked for. */
const REACH = 160;
/** Longest word that is looked at as a name. */
const LONGEST_NAME = 400;
/** Most characters between two elements of a list in running text. */
const LONGEST_GAP = 12;
/** Most words and characters of a command that is read as one. */
const LONGEST_COMMAND = 60;
const LONGEST_LINE = 1_000;

/**
 * What a word has beside letters: nothing, something that names have, or something that only addresses, paths and
 * tags have.
 */
type Marks = 'none' | 'some' | 'telling';

const DOT = 46;
const BACKTICK = 96;
const BRACKET = 91;
const AT = 64;
const QUOTES = new Set([34, 39, 96]);
const COLON = 58;
const SLASH = 47;
const EQUALS = 61;
const GREATER = 62;
/** `(`, `[`, `{` and `)`, `]`, `}`. */
const OPENERS = new Set([40, 91, 123]);
const CLOSERS = new Set([41, 93, 125]);
/** What ends a command: quotes, marks of a shell, a tab. */
const COMMAND_END = new Set([9, 34, 38, 39, 59, 60, 62, 92, 96, 124]);
/** What no address has: brackets end it, for in running text they enclose it, and so do quotes, `|`, `,` and `\`. */
const ADDRESS_END = new Set([34, 39, 40, 41, 44, 60, 62, 91, 92, 93, 96, 123, 124, 125]);

const HUB_PAGE = new RegExp(
  String.raw`^https://(?:huggingface\.co|hf\.co)/(?!datasets/|spaces/|docs/|blog/|collections/|` +
    String.raw`papers/)([\w.-]+/)[\w.-]+(?=[)#?/])`,
);
const HUB_FILE = new RegExp(
  String.raw`^https://(?:huggingface\.co|hf\.co)/(?!datasets/|spaces/)[\w.-]+/[\w.-]+/(?:resolve|blob|tree)/`,
);
const DATA_SET = /["'`]{0,4} (?:data[- ]?sets?|corpus)\b/y;

class TextScanner {
  private readonly text: string;
  private readonly end: number;
  private commandUntil = 0;
  /** The last word in marks of code, and the list that it is an element of. */
  private lastSpan: { readonly end: number; readonly group: number } = { end: 0, group: 0 };
  /** Where the last command ends that takes images, which are named like models. */
  private imagesUntil = 0;

  constructor(
    private readonly intake: Intake,
    private readonly range: TextRange,
    private readonly site: Site,
  ) {
    this.text = intake.text;
    this.end = range.end;
  }

  run(): void {
    let at = this.range.start;
    while (at < this.end) at = isNameCode(this.text.charCodeAt(at)) ? this.word(at) : at + 1;
  }

  private word(start: number): number {
    const { text } = this;
    let at = start;
    let marks: Marks = 'none';
    while (at < this.end) {
      const code = text.charCodeAt(at);
      if (!isNameCode(code)) break;
      if (code === COLON && text.startsWith('//', at + 1)) return this.address(start, at);
      marks = withMark(marks, code);
      at++;
    }
    const trimmed = this.trim(start, at);
    if (trimmed.end - trimmed.start >= 2) this.name(trimmed, marks);
    return at;
  }

  private name(word: TextRange, marks: Marks): void {
    this.maybeCommand(word, marks);
    if (marks === 'none' && !this.isMarkedOff(word.start)) return;
    if (word.start < this.imagesUntil) return;
    const linked = this.linkedRegistry(word);
    const isPointedAt = linked === undefined && this.isPointedAt(word.start);
    // What stands behind a word is only read where it would be taken, which most are not.
    if (linked === undefined && !isPointedAt && !this.speaks(word, marks)) return;
    if (this.isOfOtherThings(word)) return;
    if (linked !== undefined)
      this.intake.candidate(word, {
        ...this.site,
        operand: { registry: linked, role: 'mentions', evidence: 'link' },
      });
    else if (isPointedAt) this.intake.value(word, this.placeOf(word));
    else this.intake.candidate(word, this.placeOf(word));
  }

  /** What stands behind a word, or what it is the text of, says that it names something else than one model. */
  private isOfOtherThings(word: TextRange): boolean {
    return (
      this.isPattern(word.end) || this.isFolder(word) || this.isOtherLink(word) || this.isDataSet(word.end)
    );
  }

  /** The registry to whose page of a model the word is the text of a link. */
  private linkedRegistry(word: TextRange): Registry | undefined {
    const target = this.linkTarget(word);
    if (target === '') return undefined;
    if (this.isHubLink(word, target) || this.isWeightsLink(word, target)) return 'huggingface';
    return this.isLibraryLink(word, target) ? 'ollama' : undefined;
  }

  /** `gemini-2.0-*`, `gpt-4-<date>`: all names that begin so. */
  private isPattern(end: number): boolean {
    if (this.text.charCodeAt(end) === BACKSLASH && this.text.charCodeAt(end + 1) === DOT) return true;
    return (
      this.text.charCodeAt(end) === 45 && end + 1 < this.end && '*<{['.includes(this.text.charAt(end + 1))
    );
  }

  /** `src/models/`: what ends in a slash holds others. */
  private isFolder({ start, end }: TextRange): boolean {
    if (
      this.text.charCodeAt(end) !== SLASH ||
      isNameCode(this.text.charCodeAt(end + 1)) ||
      mayEndWeights(this.text.charCodeAt(end - 2), this.text.charCodeAt(end - 1))
    )
      return false;
    return this.text.slice(start, end).includes('/');
  }

  /** `the acme/chats dataset`: the next word says what it is. */
  private isDataSet(end: number): boolean {
    DATA_SET.lastIndex = end;
    return DATA_SET.test(this.text);
  }

  /** The text of a link to a data set, a space, a repository of code or a change in one, or a number of an issue. */
  private isOtherLink(word: TextRange): boolean {
    if (this.text.charCodeAt(word.end) === 35 && isDigitCode(this.text.charCodeAt(word.end + 1))) return true;
    const target = this.linkTarget(word);
    if (target === '') return false;
    if (/^https:\/\/huggingface\.co\/(?:datasets|spaces|collections|papers)\//.test(target)) return true;
    const path = /^https?:\/\/(?:www\.)?(?:github|gitlab)\.com\/([^)\s]+)/.exec(target)?.[1];
    const text = this.text.slice(word.start, word.end);
    return (
      path !== undefined &&
      ((text.includes('/') && path.startsWith(text)) || path.includes(`/commit/${text}`))
    );
  }

  /** The text of a link to a model's page on the Hub, with the same owner. */
  private isHubLink(word: TextRange, target: string): boolean {
    const page = HUB_PAGE.exec(target);
    return page !== null && this.text.startsWith(page[1] ?? '', word.start);
  }

  /** The text of a link to a file on the Hub, with the name of one. */
  private isWeightsLink({ end }: TextRange, target: string): boolean {
    return (
      mayEndWeights(this.text.charCodeAt(end - 2), this.text.charCodeAt(end - 1)) && HUB_FILE.test(target)
    );
  }

  /**
   * What follows `](` directly behind a word that stands alone in the brackets of a link; `''` for every other word.
   */
  private linkTarget({ start, end }: TextRange): string {
    const first = this.text.charCodeAt(start - 1) === BACKTICK ? start - 2 : start - 1;
    const last = this.text.charCodeAt(end) === BACKTICK ? end + 1 : end;
    return this.text.charCodeAt(first) === 91 && this.text.startsWith('](', last)
      ? textBehind(this.text, last + 2, LONGEST_NAME)
      : '';
  }

  /** The word itself speaks for a model. */
  private speaks({ start, end }: TextRange, marks: Marks): boolean {
    if (
      marks !== 'telling' &&
      !mayStartName(this.text.charCodeAt(start), this.text.charCodeAt(start + 1)) &&
      !mayEndWeights(this.text.charCodeAt(end - 2), this.text.charCodeAt(end - 1))
    )
      return false;
    return end - start <= LONGEST_NAME && this.intake.mayBeName(cut(this.text, start, end));
  }

  /** Something before the word may say that it is a model: a flag, a key, a call. */
  private isPointedAt(start: number): boolean {
    let at = start - 1;
    while (
      at > this.range.start &&
      (QUOTES.has(this.text.charCodeAt(at)) ||
        this.text.charCodeAt(at) === 32 ||
        this.text.charCodeAt(at) === BACKSLASH)
    )
      at--;
    const code = this.text.charCodeAt(at);
    if (code === 61 || code === COLON || code === 40 || code === 44 || code === 62) return true;
    return this.site.key !== '' || this.flagBefore(at, Math.max(this.range.start, at - 40)) !== '';
  }

  /** A plain word only counts where something points at it: a quote, an equals sign, a colon. */
  private isMarkedOff(start: number): boolean {
    const before = this.text.charCodeAt(start - 1);
    if (before === BRACKET) return true;
    if (start <= this.range.start) return false;
    if (QUOTES.has(before) || before === 61) return true;
    if (before !== 32) return false;
    const further = this.text.charCodeAt(start - 2);
    return further === COLON || further === 61;
  }

  private trim(start: number, end: number): TextRange {
    let from = start;
    let to = end;
    while (from < to && !this.mayBegin(from)) from++;
    while (to > from && !isWordCode(this.text.charCodeAt(to - 1))) to--;
    return { start: from, end: to };
  }

  private mayBegin(at: number): boolean {
    const code = this.text.charCodeAt(at);
    if (isWordCode(code)) return code !== 95;
    return (
      (code === 64 || code === 46 || code === SLASH || code === 126) &&
      isWordCode(this.text.charCodeAt(at + 1))
    );
  }

  private address(wordStart: number, colon: number): number {
    const { text } = this;
    let start = colon;
    while (start > wordStart && isWordCode(text.charCodeAt(start - 1))) start--;
    let end = colon + 3;
    while (end < this.end && isAddressCode(text.charCodeAt(end))) end++;
    while (end > colon + 3 && '.,;:!?*_'.includes(text.charAt(end - 1))) end--;
    const { lexical, where, parents, group } = this.site;
    this.intake.value(
      { start, end },
      { lexical, where: where === 'prose' ? 'url' : where, key: '', parents, group },
    );
    return end;
  }

  /** By its first characters; without marks a word is a program only as a whole. */
  private mayBeProgram({ start, end }: TextRange, marks: Marks): boolean {
    const length = end - start;
    const whole = marks === 'none' ? length : undefined;
    return (
      length <= 24 && mayStartProgram(this.text.charCodeAt(start), this.text.charCodeAt(start + 1), whole)
    );
  }

  private maybeCommand(word: TextRange, marks: Marks): void {
    if (word.start < this.commandUntil || !this.mayBeProgram(word, marks)) return;
    if (!isProgram(cut(this.text, word.start, word.end))) return;
    const words = this.commandWords(word.start);
    const [, second] = words;
    if (second === undefined) return;
    this.commandUntil = (words.at(-1) ?? word).end;
    const runsImages =
      /^(?:docker|podman)$/.test(this.text.slice(word.start, word.end)) &&
      !this.text.startsWith('model', second.start);
    if (runsImages) this.imagesUntil = this.commandUntil;
    this.intake.command(words, { ...this.site, where: this.site.where === 'code' ? 'code' : 'cli' });
  }

  /** The words of the command that starts here, up to the end of the line or of what encloses it. */
  private commandWords(start: number): readonly TextRange[] {
    const words: TextRange[] = [];
    const stop = lineEnd(this.text, start, Math.min(this.end, start + LONGEST_LINE));
    let at = start;
    while (at < stop && words.length < LONGEST_COMMAND) {
      while (at < stop && this.text.charCodeAt(at) === 32) at++;
      const from = at;
      while (at < stop && !COMMAND_END.has(this.text.charCodeAt(at)) && this.text.charCodeAt(at) !== 32) at++;
      if (at > from) words.push(this.trimWord(from, at));
      if (at < stop && COMMAND_END.has(this.text.charCodeAt(at))) break;
    }
    return words;
  }

  private trimWord(start: number, end: number): TextRange {
    let to = end;
    while (to > start + 1 && '.,;:!?)*'.includes(this.text.charAt(to - 1))) to--;
    return { start, end: to };
  }

  /** The place of a name, from what stands before it. */
  private placeOf(word: TextRange): Site {
    const low = Math.max(this.range.start, word.start - REACH);
    const at = this.beforeQuotes(word.start - 1, low);
    const code = at >= low ? this.text.charCodeAt(at) : 0;
    const isPair = (code === EQUALS || code === COLON) && this.isPair(word, at);
    const base = this.placeByMarks(word, low, isPair);
    if (code !== EQUALS && code !== COLON && code !== GREATER)
      return this.isKeyword(word.end) ? base : this.placeInCall(base, at, low);
    const isJson = code === COLON && base.lexical === 'prose' && this.isQuotedPair(word.start, at);
    return {
      ...base,
      lexical: isJson ? 'string' : base.lexical,
      key: this.keyOf(at, low),
      ...(isPair && { isPair }),
    };
  }

  /** What the marks around a name and the words before it on its line say of its place. */
  private placeByMarks(word: TextRange, low: number, isPair: boolean): Site {
    const { site } = this;
    const lexical = !isPair && this.isMarkedUp(word) ? 'span' : site.lexical;
    const group = site.group === 0 && lexical === 'span' ? this.listOf(word) : site.group;
    const saysModel =
      (this.text.charCodeAt(word.start - 1) === BACKTICK || lexical === 'comment') &&
      this.saysModel(word.start, low);
    return {
      lexical,
      where: site.where,
      key: '',
      parents: withOuter(site),
      group,
      ...(saysModel && { saysModel }),
    };
  }

  /** The place of a name that stands among the arguments of a call or behind a flag, or nowhere in particular. */
  private placeInCall(base: Site, at: number, low: number): Site {
    const { site } = this;
    const code = at >= low ? this.text.charCodeAt(at) : 0;
    const call = code === 40 || code === 44 ? this.callAround(at, low) : undefined;
    if (call !== undefined) return { ...base, call };
    const flag = this.flagBefore(at, low);
    return flag === ''
      ? { ...base, key: site.lexical === 'bare' ? site.key : '', parents: site.parents }
      : { ...base, key: flag, where: site.where === 'prose' ? 'cli' : site.where };
  }

  /** `create_model(async_req=True)`: a word of a call that says what its value is for. */
  private isKeyword(end: number): boolean {
    return this.text.charCodeAt(end) === EQUALS && this.text.charCodeAt(end + 1) !== EQUALS;
  }

  /**
   * The line speaks of a model before this offset, and not of what it is made like:
   * `change the model if you do not use …`.
   */
  private saysModel(end: number, low: number): boolean {
    const line = this.lineBefore(end, low);
    return /\bmodels?\b/i.test(line) && !/\b(?:famil|architectur|format|type|class|template)/i.test(line);
  }

  /** The name before a mark; of a default, what it is the default of: `--model NAME  which one to use (default: …)`. */
  private keyOf(mark: number, low: number): string {
    const key = this.keyBefore(mark, low);
    if (key.toLowerCase() !== 'default') return key;
    const line = this.lineBefore(mark, low);
    return (
      /--[a-z][\w-]*(?=[ =,<[`])(?!.*--[a-z])/.exec(line)?.[0] ?? (/\bmodel\b/i.test(line) ? 'model' : key)
    );
  }

  /** What stands on the line before an offset, no further back than `low`. */
  private lineBefore(end: number, low: number): string {
    const before = this.text.slice(low, end);
    return before.slice(before.lastIndexOf('\n') + 1);
  }

  /** The number of the list that a word in marks of code is an element of: `` `llama3.1`, `mistral` and `qwen3` ``. */
  private listOf({ start, end }: TextRange): number {
    const continues =
      start - this.lastSpan.end < LONGEST_GAP &&
      /^["'`]\s*(?:,|\/|or|and)\s*(?:(?:or|and)\s+)?["'`]$/.test(this.text.slice(this.lastSpan.end, start));
    const group = continues ? this.lastSpan.group : this.intake.newGroup();
    this.lastSpan = { end, group };
    return group;
  }

  /** The last character before a name that is neither its opening quote nor a blank. */
  private beforeQuotes(from: number, low: number): number {
    let at = from;
    const quote = this.text.charCodeAt(at);
    if (at >= low && QUOTES.has(quote)) {
      at--;
      // `"{""model"":""…""}"`: as Basic and C# write a quote in a string.
      if (at >= low && this.text.charCodeAt(at) === quote) at--;
      while (at >= low && (this.text.charCodeAt(at) === BACKSLASH || this.text.charCodeAt(at) === BACKTICK))
        at--;
    }
    while (at >= low && isInlineBlank(this.text.charCodeAt(at))) at--;
    return at;
  }

  /** `[gemma3](https://ollama.com/library/gemma3)`: the text of a link to its page. */
  private isLibraryLink(word: TextRange, target: string): boolean {
    const page = /^https?:\/\/(?:www\.)?ollama\.(?:com|ai)\/library\/([\w.-]+)/.exec(target)?.[1];
    return this.text.slice(word.start, word.end).split(':', 1)[0] === page;
  }

  /** `"model":"…"`: a part of JSON, wherever it stands. */
  private isQuotedPair(start: number, colon: number): boolean {
    const before = this.text.charCodeAt(start - 1);
    return QUOTES.has(before) && before !== BACKTICK && this.text.charCodeAt(colon - 1) === before;
  }

  /** In the marks of code, in quotes in a comment, or the text of a link. */
  private isMarkedUp(word: TextRange): boolean {
    if (this.text.charCodeAt(word.start - 1) === BACKTICK && this.site.lexical !== 'string') return true;
    return (
      this.isQuoted(word) &&
      (this.site.lexical === 'comment' || (this.site.where === 'prose' && this.hasDigit(word)))
    );
  }

  private hasDigit({ start, end }: TextRange): boolean {
    for (let at = start; at < end; at++) if (isDigitCode(this.text.charCodeAt(at))) return true;
    return false;
  }

  private isQuoted({ start, end }: TextRange): boolean {
    const before = this.text.charCodeAt(start - 1);
    return QUOTES.has(before) && this.text.charCodeAt(end) === before;
  }

  /**
   * `model="…"` or an entry of front matter: what stands before the mark is a key, although all around is running
   * text.
   */
  private isPair(word: TextRange, mark: number): boolean {
    if (this.text.charCodeAt(mark) !== 61) return this.isFrontMatter(word, mark) || this.isEntry(word, mark);
    return (
      (this.isQuoted(word) || this.isSetting(word, mark)) && !'=!<>:'.includes(this.text.charAt(mark - 1))
    );
  }

  /**
   * `# LLM_MODEL=gpt-4o`, `; model = yolov8m`: a line of settings that is put aside, nothing but name and value in
   * it.
   */
  private isSetting({ end }: TextRange, mark: number): boolean {
    if (this.site.lexical !== 'comment') return false;
    const next = this.text.charCodeAt(end);
    const before = this.text.slice(Math.max(this.range.start, mark - 80), mark);
    const line = before.slice(before.lastIndexOf('\n') + 1).trimStart();
    return (
      /^(?:#|\/\/|;)\s*(?:export\s+)?[A-Z][A-Z\d]*(?:_[A-Z\d]+)+$/.test(line) ||
      ((end >= this.end || next === NEWLINE) && /^(?:#|;)\s*[a-z]\w*\s*$/i.test(line))
    );
  }

  /** `//   model: "mistral",`: an entry that is put aside, nothing but name and value on its line. */
  private isEntry(word: TextRange, colon: number): boolean {
    if (this.site.lexical !== 'comment' || this.text.charCodeAt(colon) !== COLON || !this.isQuoted(word))
      return false;
    const after = this.text.slice(word.end + 1, word.end + 80);
    return (
      /^,?[ \t]*(?:[\r\n]|$)/.test(after) &&
      /^(?:\/\/|#|\*)?\s*["']?[A-Za-z_]\w*["']?$/.test(
        this.lineBefore(colon, Math.max(this.range.start, colon - 80)).trim(),
      )
    );
  }

  /** `base_model: owner/name` on a line of its own, in a text that a program writes. */
  private isFrontMatter({ start, end }: TextRange, colon: number): boolean {
    if (this.site.where !== 'code' || this.text.charCodeAt(colon) !== COLON) return false;
    const next = this.text.charCodeAt(end);
    return (
      (next === NEWLINE || end >= this.end) &&
      /\n(?:base|teacher|student|parent)_models?: $/.test(
        this.text.slice(Math.max(this.range.start, start - 40), start),
      )
    );
  }

  /** The name before `=`, `:`, `:=` or `=>`. */
  private keyBefore(mark: number, low: number): string {
    let at = mark;
    while (at >= low && ':=> '.includes(this.text.charAt(at))) at--;
    while (
      at >= low &&
      (QUOTES.has(this.text.charCodeAt(at)) ||
        this.text.charCodeAt(at) === BACKSLASH ||
        this.text.charCodeAt(at) === 42)
    )
      at--;
    const end = at + 1;
    while (at >= low && isKeyCode(this.text.charCodeAt(at))) at--;
    return cut(this.text, at + 1, end);
  }

  private flagBefore(at: number, low: number): string {
    let start = at;
    while (start >= low && isKeyCode(this.text.charCodeAt(start))) start--;
    const word = this.text.slice(start + 1, at + 1);
    return word.startsWith('--') ? word : '';
  }

  /** The call whose arguments the name stands among. */
  private callAround(from: number, low: number): Call | undefined {
    let argument = 0;
    let depth = 0;
    for (let at = from; at >= low; at--) {
      const code = this.text.charCodeAt(at);
      if (code === NEWLINE) return undefined;
      if (CLOSERS.has(code)) depth++;
      else if (OPENERS.has(code)) {
        if (depth > 0) depth--;
        else return code === 40 ? this.callee(at, low, argument) : undefined;
      } else if (code === 44 && depth === 0) argument++;
    }
    return undefined;
  }

  private callee(open: number, low: number, argument: number): Call | undefined {
    let at = open - 1;
    while (
      at >= low &&
      (isWordCode(this.text.charCodeAt(at)) ||
        this.text.charCodeAt(at) === 46 ||
        this.text.charCodeAt(at) === COLON)
    )
      at--;
    const callee = this.text.slice(at + 1, open);
    return callee === '' ? undefined : { callee, argument };
  }
}

/** The names around a text, of which its own key is the nearest. */
function withOuter({ key, parents }: Site): readonly string[] {
  return key === '' ? parents : [key, ...parents];
}

function isInlineBlank(code: number): boolean {
  return code !== NEWLINE && isBlankCode(code);
}

function isKeyCode(code: number): boolean {
  return isWordCode(code) || code === 45 || code === 46;
}

/** What an address may be made of. */
function isAddressCode(code: number): boolean {
  return code > 32 && code < 128 && !ADDRESS_END.has(code);
}

/** What a word has, with one more of its characters. */
function withMark(marks: Marks, code: number): Marks {
  if (code === SLASH || code === COLON || code === AT) return 'telling';
  if (marks !== 'none') return marks;
  return code === 45 || code === 95 || code === DOT || isDigitCode(code) ? 'some' : 'none';
}
