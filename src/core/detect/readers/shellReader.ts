import {
  BACKSLASH,
  findMark,
  hasBlank,
  isBlankCode,
  lineEnd,
  NEWLINE,
  nextLine,
  RETURN,
  skipSpaces,
} from '../../text/charClass';
import { textFrom } from '../../text/pieces';
import type { TextRange } from '../../text/range';
import { matchesOf } from '../../text/matches';
import { blockText } from '../../documents/blockText';
import { inlineProgramLanguage, wordText } from '../../documents/inlineProgram';
import { hereDocumentLanguage } from '../../documents/hereDocument';
import { isFilePath } from '../filePath';
import { operandAt } from '../signatures/commands';
import { type Intake, OF_COMMAND, type Operand } from '../site';
import { readJqProgram } from './jqProgram';

/** A quote that does not close within this many characters is an apostrophe. */
const LONGEST_QUOTE = 20_000;
/** Words of one command that are kept. */
const MOST_WORDS = 400;
const QUOTES: ReadonlySet<number> = new Set([34, 39]);
/** A flag that may take a program's text, whatever the program. */
const FLAG = /^(?:-[A-Za-z]+|--eval|--print|eval)$/;
const LONGEST_FLAG = 8;
/** Commands that have a shell run the text that they are given. */
const RUNS_TEXT = /^(?:.*\/)?(?:ssh|eval|trap|tmux|screen|watch|parallel)$/;
/** Longest path of an interpreter. */
const LONGEST_PROGRAM = 200;
/** Characters around the mark of a here-document that are read of its line. */
const LONGEST_ANNOUNCEMENT = 400;

/** What goes on behind the end of a line where it stands before that: in PowerShell, and in batch files. */
export const BACKTICK = 96;
const CARET = 94;

/**
 * Reads commands: words, quotes, assignments, comments, line continuations, here-documents.
 *
 * @param goesOn the mark at the end of a line whose command goes on
 */
export function readShell(intake: Intake, range: TextRange, goesOn: number = BACKSLASH): void {
  new ShellReader(intake, range, goesOn).run();
}

/** Where a command ends: with the first line from its start on that no mark lets go on. */
export function commandEnd(text: string, start: number, limit: number, goesOn: number = BACKSLASH): number {
  let end = lineEnd(text, start, limit);
  while (end < limit && text.charCodeAt(end - 1) === goesOn)
    end = lineEnd(text, nextLine(text, end, limit), limit);
  return end;
}

/** `;`, `|`, `&`, `(` and `)`: a command ends there. */
const SEPARATORS = new Set([59, 124, 38, 40, 41]);

const SINGLE = 39;
/** What begins with a flag and goes on is what a command gets, also over lines: `ARGS="--model owner/name"`. */
const ARGUMENTS = /^(?:\s|\\\r?\n)*-{1,2}[A-Za-z][\w.-]*(?:=\S|\s)/;
const LONGEST_LEAD = 200;
/**
 * Variables for what people are told, by their last word or the first: `TEXT_SERVER_ARGS` and `MESSAGE_ARGS` are the
 * arguments of a server.
 */
const FOR_PEOPLE = new RegExp(
  String.raw`(?:^|_)(?:help|usage|messages?|msg|notes?|desc(?:ription)?|text|title|err(?:or)?s?)` +
    String.raw`(?:_?(?:text|msg|message|lines?|str))?$|` +
    String.raw`^(?:help|usage|err(?:or)?|msg|message)_(?!(?:\w*_)?(?:arg(?:ument)?s|opt(?:ion)?s|flags)$)`,
  'i',
);
const LONGEST_SUBSTITUTION = 2_000;
/** Longest `<name>` that stands for one. */
const LONGEST_HOLE = 80;
const SUBSTITUTION = /\$\((?!\()|(?<!\\)`/g;
const VARIABLE = /\$\([A-Za-z_]\w{0,60}\)/y;

/** Where the parenthesis before an offset is closed; -1 where it is not. */
function substitutionEnd(text: string, from: number): number {
  let depth = 1;
  for (let at = from; at < text.length; at++) {
    const mark = text.charAt(at);
    if (mark === '\\') at++;
    else if (mark === '(') depth++;
    else if (mark === ')' && --depth === 0) return at;
  }
  return -1;
}

class ShellReader {
  private readonly text: string;
  private readonly end: number;
  private words: TextRange[] = [];
  private isInArray = false;
  private takesRowsApart: boolean | undefined;
  private hereDocument = '';
  /** The line that announces it. */
  private announcement = '';
  /** A failed search for a closing quote is not repeated before this offset. */
  private noQuote: Record<number, number> = {};

  constructor(
    private readonly intake: Intake,
    private readonly range: TextRange,
    private readonly goesOn: number,
  ) {
    this.text = intake.text;
    this.end = range.end;
  }

  run(): void {
    let at = this.range.start;
    while (at < this.end) at = this.step(at);
    this.endCommand();
  }

  private step(at: number): number {
    const code = this.text.charCodeAt(at);
    if (code === NEWLINE) {
      this.endCommand();
      return this.hereDocument === '' ? at + 1 : this.readHereDocument(at + 1);
    }
    if (this.isContinued(at, code)) return nextLine(this.text, at + 1, this.end);
    if (isBlankCode(code)) return at + 1;
    if (code === 35 && this.startsWord(at)) return this.comment(at);
    if (SEPARATORS.has(code)) {
      if (code === 40) this.maybeArray(at);
      this.endCommand();
      if (code === 41) this.isInArray = false;
      return at + 1;
    }
    if (code === 60 && this.text.startsWith('<<', at)) return this.openHereDocument(at + 2);
    return this.word(at);
  }

  /** `NAME=( … )`: the words inside are values of the name. */
  private maybeArray(at: number): void {
    this.isInArray = this.text.charCodeAt(at - 1) === 61;
    if (this.isInArray) this.words = [];
  }

  /** `"owner/name|chat|8b"`: an element of several values, which a loop takes apart. In blanks they are words. */
  private readRow({ start, end }: TextRange): void {
    const row = textFrom(this.text, start, end, LONGEST_ROW);
    if (!ROW.test(row) || !(this.takesRowsApart ??= TAKES_APART.test(this.text))) return;
    for (const { 0: value, index } of matchesOf(row, VALUE_OF_ROW))
      this.intake.value(
        { start: start + index, end: start + index + value.length },
        { ...OF_COMMAND, lexical: 'string', where: 'code' },
      );
  }

  /** Whether a line ends behind a mark, and its command does not: batch files are read as commands, too. */
  private isContinued(at: number, code: number): boolean {
    if (code !== this.goesOn && code !== CARET) return false;
    const next = this.text.charCodeAt(at + 1);
    return next === NEWLINE || next === RETURN;
  }

  private startsWord(at: number): boolean {
    return at === this.range.start || isBlankCode(this.text.charCodeAt(at - 1));
  }

  private comment(start: number): number {
    const stop = lineEnd(this.text, start, this.end);
    this.intake.prose({ start, end: stop }, { ...OF_COMMAND, lexical: 'comment', where: 'comment' });
    return stop;
  }

  private word(start: number): number {
    let at = start;
    while (at < this.end && !this.endsWord(at, start)) {
      const code = this.text.charCodeAt(at);
      if (this.isContinued(at, code)) break;
      if (code === BACKSLASH) at += 2;
      else if (code === 34 || code === 39) at = this.closeQuote(at, code);
      else at = Math.max(at + 1, code === 36 ? this.variableEnd(at) : 0);
    }
    const end = Math.min(Math.max(at, start + 1), this.end);
    if (this.words.length < MOST_WORDS) this.words.push({ start, end });
    return end;
  }

  private endsWord(at: number, start: number): boolean {
    const code = this.text.charCodeAt(at);
    // `name>out`, but no `<name>`
    if (code === 62)
      return at > start && !this.text.slice(Math.max(start, at - LONGEST_HOLE), at).includes('<');
    return isBlankCode(code) || (SEPARATORS.has(code) && !this.isInWord(code, at, start));
  }

  /** Behind `$(NAME)`, as makefiles write a variable; the offset itself where no such begins. */
  private variableEnd(at: number): number {
    if (this.text.charCodeAt(at + 1) !== 40) return at;
    VARIABLE.lastIndex = at;
    return VARIABLE.test(this.text) ? VARIABLE.lastIndex : at;
  }

  /** A word may begin with a parenthesis, and `$(` begins a command in it. */
  private isInWord(code: number, at: number, start: number): boolean {
    return code === 40 && (at === start || this.text.charCodeAt(at - 1) === 36);
  }

  /** The offset behind the closing quote; just behind the opening one when there is none near. */
  private closeQuote(open: number, quote: number): number {
    if (open < (this.noQuote[quote] ?? 0)) return open + 1;
    const stop = Math.min(this.end, open + LONGEST_QUOTE);
    for (let at = open + 1; at < stop; at++) {
      const code = this.text.charCodeAt(at);
      if (code === BACKSLASH && quote === 34) at++;
      else if (code === 36 && quote === 34 && this.text.charCodeAt(at + 1) === 40) {
        // What a shell runs in a text has quotes of its own.
        const close = substitutionEnd(textFrom(this.text, at, stop, LONGEST_SUBSTITUTION), 2);
        if (close > 0) at += close;
      } else if (code === quote) return at + 1;
    }
    this.noQuote[quote] = stop;
    return open + 1;
  }

  private endCommand(): void {
    if (this.words.length === 0) return;
    const words = this.words;
    this.words = [];
    for (const [index, word] of words.entries())
      if (!this.readProgram(words, index)) {
        if (this.isInArray) this.readRow(word);
        readJqProgram(this.intake, words, index);
        this.readQuoted(word.start, word.end);
      }
    this.intake.command(words, OF_COMMAND);
    for (const word of words) this.define(word);
  }

  /** `python -c "…"`: a text that a program runs is read in its language. */
  private readProgram(words: readonly TextRange[], index: number): boolean {
    const word = words[index];
    const flag = words[index - 1];
    if (word !== undefined && this.isRunByCommand(words, word))
      return this.intake.embed('shellscript', wordText(this.text, word));
    if (word === undefined || flag === undefined || !QUOTES.has(this.text.charCodeAt(word.start)))
      return false;
    // Cheap first: nearly no word before a quoted one is a flag that takes a program.
    if (flag.end - flag.start > LONGEST_FLAG || !FLAG.test(this.text.slice(flag.start, flag.end)))
      return false;
    const language = inlineProgramLanguage(
      words.slice(0, index).map(({ start, end }) => textFrom(this.text, start, end, LONGEST_PROGRAM)),
    );
    return language !== undefined && this.intake.embed(language, wordText(this.text, word));
  }

  /** `ssh host "…"`, `eval "…"`: a command of several words that another has a shell run. */
  private isRunByCommand([program]: readonly TextRange[], { start, end }: TextRange): boolean {
    return (
      program !== undefined &&
      QUOTES.has(this.text.charCodeAt(start)) &&
      hasBlank(this.text, start, end) &&
      RUNS_TEXT.test(textFrom(this.text, program.start, program.end, LONGEST_PROGRAM))
    );
  }

  /** What is quoted may be a command line, a request body or a text of its own. */
  private readQuoted(start: number, end: number): void {
    const quote = firstQuote(this.text, start, end);
    if (quote < 0 || !(hasBlank(this.text, quote, end) || this.holdsObject(quote, end))) return;
    const equals = quote > start && this.text.charCodeAt(quote - 1) === 61;
    const key = equals ? this.text.slice(Math.max(start, quote - 80), quote - 1) : '';
    if (isFilePath(this.text, { start: quote + 1, end: end - 1 })) return;
    // Before the words around: what is found first at a place stays.
    if (this.text.charCodeAt(quote) !== SINGLE) this.readSubstitutions({ start: quote + 1, end });
    if (equals && !FOR_PEOPLE.test(key) && ARGUMENTS.test(textFrom(this.text, quote + 1, end, LONGEST_LEAD)))
      return readShell(this.intake, { start: quote + 1, end: this.endOfQuote(quote, end) });
    this.intake.prose({ start: quote + 1, end }, { ...OF_COMMAND, lexical: 'prose', key });
  }

  /** `"$(ollama run …)"`, `` "`…`" ``: what a shell runs to fill in a text. */
  private readSubstitutions({ start, end }: TextRange): void {
    const written = this.text.slice(start, end);
    SUBSTITUTION.lastIndex = 0;
    for (let found = SUBSTITUTION.exec(written); found !== null; found = SUBSTITUTION.exec(written)) {
      const from = found.index + found[0].length;
      const to = found[0] === '`' ? written.indexOf('`', from) : substitutionEnd(written, from);
      if (to < 0) return;
      readShell(this.intake, { start: start + from, end: start + to });
      SUBSTITUTION.lastIndex = to + 1;
    }
  }

  /** Before the closing quote of a word that ends with it. */
  private endOfQuote(quote: number, end: number): number {
    return end > quote + 1 && this.text.charCodeAt(end - 1) === this.text.charCodeAt(quote) ? end - 1 : end;
  }

  /** `{"model":"…"}`: quotes in quotes. */
  private holdsObject(quote: number, end: number): boolean {
    const inner = this.text.charCodeAt(quote) === 39 ? '"' : "'";
    return findMark(this.text, inner, quote + 1, end) >= 0;
  }

  private define({ start, end }: TextRange): void {
    const word = textFrom(this.text, start, end, 400);
    const found = /^(?:export\s+)?([A-Za-z_]\w*)=["']?([^"'\s]+)/.exec(word);
    if (found === null) return;
    const from = start + word.indexOf(found[2] ?? '', (found[1] ?? '').length + 1);
    this.intake.define(found[1] ?? '', { start: from, end: from + (found[2] ?? '').length }, from);
  }

  private openHereDocument(at: number): number {
    const from = skipSpaces(this.text, this.text.charCodeAt(at) === 45 ? at + 1 : at, this.end);
    const found = /^(['"]?)([A-Za-z_]\w*)\1/.exec(textFrom(this.text, from, this.end, 60));
    if (found === null) return at;
    this.hereDocument = found[2] ?? '';
    this.announcement = this.lineAround(at);
    return from + found[0].length;
  }

  /** The line of a command with those that go on in it, as far as they are near, in the command's part of the text. */
  private lineAround(at: number): string {
    const low = Math.max(this.range.start, at - LONGEST_ANNOUNCEMENT);
    const before = this.text.slice(low, at).replace(/\\\r?\n/g, ' ');
    const end = lineEnd(this.text, at, Math.min(this.end, at + LONGEST_ANNOUNCEMENT));
    return before.slice(before.lastIndexOf('\n') + 1) + this.text.slice(at, end);
  }

  /** A document for a program, a loop or a file is read as what it is; everything else is text. */
  private document(range: TextRange): void {
    if (LOOP_END.test(this.announcement) && this.readLooped(range)) return;
    const language = hereDocumentLanguage(this.announcement, this.text, range);
    if (language === undefined || !this.intake.embed(language, blockText(this.text, range)))
      this.intake.prose(range, { ...OF_COMMAND, lexical: 'prose' });
  }

  /**
   * `while read -r repo folder; do … "$repo"; done <<LIST`: what a command of the loop gets, line by line. False where
   * none does that takes a model.
   */
  private readLooped({ start, end }: TextRange): boolean {
    const low = Math.max(this.range.start, start - LONGEST_LOOP);
    const loop = [...matchesOf(this.text.slice(low, start), LOOP)].at(-1);
    if (loop === undefined) return false;
    const [head, names = ''] = loop;
    const body = this.text.slice(low + loop.index + head.length, start);
    const operands = names
      .trim()
      .split(/\s+/)
      .map((name) => operandIn(body, name));
    if (operands.every((operand) => operand === undefined)) return false;
    for (const { index, 0: line } of this.text.slice(start, end).matchAll(/^[ \t]*[^#\s][^\n]*/gm))
      for (const [field, word] of [...line.matchAll(/\S+/g)].entries()) {
        const operand = operands[field];
        const from = start + index + word.index;
        const range = { start: from, end: from + word[0].length };
        if (operand === undefined) this.intake.prose(range, { ...OF_COMMAND, lexical: 'prose' });
        else this.intake.value(range, { ...OF_COMMAND, operand });
      }
    return true;
  }

  private readHereDocument(start: number): number {
    const mark = this.hereDocument;
    this.hereDocument = '';
    let at = start;
    while (at < this.end) {
      const stop = lineEnd(this.text, at, this.end);
      const next = nextLine(this.text, stop, this.end);
      if (stop - at < 200 && this.text.slice(at, stop).trim() === mark) {
        this.document({ start, end: at });
        return next;
      }
      at = next;
    }
    this.document({ start, end: this.end });
    return this.end;
  }
}

/** Values between bars in quotes. */
const ROW = /^(["'])[^"'\n]{0,400}\|[^"'\n]{0,400}\1$/;
const LONGEST_ROW = 802;
/** What gets a value of such a row: else it may be a pattern or an edit of `sed`. */
const TAKES_APART = new RegExp(
  String.raw`\bIFS=\$?["']?\\?\||\$\{\w{1,60}(?:%{1,2}|#{1,2}|/{1,2})\*?["'\\]{0,2}\||` +
    String.raw`\b(?:cut\b[^\n|]{0,40}-d|awk\b[^\n|]{0,40}-F|tr)\s?["'\\]\|`,
);
const VALUE_OF_ROW = /(?<=["'|][ \t]{0,8})[^"'|\s]+(?=[ \t]{0,8}["'|])/g;

/** How far before the document of a loop its head is looked for. */
export const LONGEST_LOOP = 4_000;
const LOOP_END = /(?:^|[\s;])done\s*<</;
/** The head of a loop that reads lines, with the names of their words. */
export const LOOP =
  /\bwhile\s+(?:IFS=\S{0,12}\s+)?read\s+(?:-[a-z]+\s+)*([A-Za-z_]\w*(?:[ \t]+[A-Za-z_]\w*){0,8})\s*[;\n]/g;

/** What the first command of a loop that gets a variable and takes a model makes of it. */
export function operandIn(body: string, name: string): Operand | undefined {
  const variable = new RegExp(String.raw`^["']?\$\{?${name}\}?["']?;?$`);
  for (const line of body.split('\n')) {
    const words = line.trim().split(/\s+/);
    const at = words.findIndex((word) => variable.test(word));
    const operand = at < 0 ? undefined : operandAt(words, at);
    if (operand !== undefined) return operand;
  }
  return undefined;
}

function firstQuote(text: string, start: number, end: number): number {
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === 34 || code === 39) return at;
  }
  return -1;
}
