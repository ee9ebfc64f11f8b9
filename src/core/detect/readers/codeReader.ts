import { isBlankCode, isNameCode, isWordCode, lineEnd, skipSpaces } from '../../text/charClass';
import { isOneWord, trimmed } from '../../documents/blockText';
import { embeddedString } from '../../documents/embeddedString';
import { perObject } from '../../once';
import { tokenize, type StringToken, type TokenSink } from '../../text/lexer';
import { textBefore, textBehind, textFrom } from '../../text/pieces';
import type { TextRange } from '../../text/range';
import {
  COLON,
  DASH,
  DIGIT,
  DOT,
  HOLE,
  OTHER,
  QUOTE,
  shapeOf,
  SIGN,
  SLASH,
  UNDERSCORE,
} from '../../text/shape';
import { readAsWord } from '../../text/lookAlikes';
import type { Syntax } from '../../text/syntax';
import type { Where } from '../../vocabulary';
import { familyIn, isFullName } from '../../registries/names/families';
import { hostedRegistry, mayStartHosted } from '../../registries/names/hosted';
import { mayEndWeights, mayStartName } from '../../registries/names/starts';
import { isLibraryWord } from '../../registries/names/ollama';
import { providerRegistry } from '../../registries/names/providerPath';
import { isFilePath } from '../filePath';
import { mayBeLoaderName } from '../signatures/loaders';
import { ALONE, type Intake, type Site } from '../site';
import { CallReader } from './callReader';
import { CodeContext } from './codeContext';
import { filledCode } from './filledCode';
import { lineBefore } from '../surroundings';
import { Frame, OPEN_BLOCK, OPEN_CALL, OPEN_LIST } from './frame';
import { isTextOfPage, onlyShown } from './textOfPage';

export interface CodeOptions {
  readonly syntax: Syntax;
  readonly where: Where;
  /** Of a value of YAML, the names that it has, innermost first: `args: […]`. Its words need no quotes. */
  readonly names?: readonly string[];
}

/** Reads a language of strings, calls, assignments and brackets: nearly all of them, and JSON and TOML too. */
export function readCode(intake: Intake, range: TextRange, options: CodeOptions): void {
  const reader = new CodeReader(intake, range, options);
  tokenize(intake.text, range, options.syntax, reader);
  reader.finish(range.end);
}

/** The place of a comment. */
const COMMENT: Site = { lexical: 'comment', where: 'comment', ...ALONE };
/** Longest first word of a name outside of any string. */
const LONGEST_FIRST_PART = 12;
/** Kinds of repositories on the Hub that are no models. */
const OTHER_REPOSITORIES = new Set(['dataset', 'datasets', 'space', 'spaces', 'kernel', 'kernels']);
/** Longest flag that says that a script follows. */
const LONGEST_FLAG = 12;
/** Deeper nesting than this is not followed: its values keep the context that was there. */
const DEEPEST = 200;
/** What is looked for in a name need not be one, as at `name.includes("…")`. */
const asTest = (site: Site): Site => ({
  ...site,
  key: '',
  call: { callee: 'contains', argument: 0 },
  isCompared: true,
});

/** Letters that constants begin with which have no type before them and no capital: `gemini15Pro`, `claude3Opus`. */
const SMALL_CONSTANT = new Set([99, 103, 105, 116]);

/** The head of a function without a name, up to its colon. */
const LAMBDA = /(?<![\w"'-])lambda(?![\w-])[^:\n()[\]{}"']*$/;
const LONGEST_LAMBDA = 80;

/** What a keyword of a Lisp stands behind whose value it is. */
const KEY_OF_KEYWORD = /(?<![\w:]):(?:[\w.-]{1,60}\/)?([\w-]{1,60})\s{1,40}:$/;
/** What stands before the colon of a keyword that is no other's end, and behind one that is a key: its value. */
const BEFORE_KEYWORD = /^[\s,{([]?$/;
const KEYWORD_VALUE = /^[\s,]{1,80}[{["\d]/;
/** What stands before the type of a name of Go: `const Model `, `\tModel `. */
const BEFORE_TYPE =
  /(?<![\w.])(?!(?:const|var|type|return|case)\b)([A-Za-z_]\w{0,80})[ \t]{1,40}(?:\*|\[\])?$/;
const LONGEST_NAME = 130;
/** A field of a type, up to its tag: `Model string `. */
const TAGGED_FIELD = /(?:^|[{;])[ \t]*([A-Z]\w*)[ \t]+[\w.*[\]]+[ \t]*$/;
/**
 * The default in it, of https://pkg.go.dev/github.com/caarlos0/env, github.com/kelseyhightower/envconfig,
 * github.com/ilyakaznacheev/cleanenv, github.com/alecthomas/kong and others.
 */
const TAG_DEFAULT = /\b(?:envDefault|env-default|default):"([^"\s]{2,200})"/;
const LONGEST_TAG = 1_000;
const SHELL = 'shell';
const QUOTES = new Set([34, 39]);
const PIPE = 124;
const AMPERSAND = 38;
const EQUALS_MARK = 61;
const MINUS = 45;
/** Words behind which a value is chosen by the comparison before them, or another condition begins. */
const CHOOSING = /^(?:if|else|then|do|and|or)$/;
const LONGEST_CHOOSING = 5;
const SLASH_MARK = 47;
/** At the end of a line outside of any bracket it opens a block. */
const COLON_MARK = 58;
/** A type up to the first comma between its arguments, or a later one, and the words that declare a name with it. */
const TYPE_ARGUMENTS = /^:\s{0,4}[\w.]{1,60}<[^=;(){}\n]{0,120}$/;
const DECLARES = /\b(?:const|let|var|val|readonly|static|public|private|protected)\s{1,4}$/;
/** Longest name under which a loader is imported that is looked up. */
const LONGEST_ALIAS = 30;
/** The name of a gateway before that of a model. */
const PREFIX = /(?<![\w-])([\w-]+)\/$/;
/** Longest name outside of any string. */
const LONGEST_BARE = 100;
/** Blanks and comments that may stand between two values of a type. */
const LONGEST_GAP = 200;
/** Brackets that end a condition. */
const CLOSERS = new Set([41, 93, 125]);
const LONGEST_LEAD = 200;
const LONGEST_TYPE = 200;
/** Of a SHA-256 in hexadecimal. */
const DIGEST_LENGTH = 64;
/** What runs the string before it: `"…".execute()` of Groovy, `"…".!` of Scala. */
const RUN_BEHIND = /^(?:\.execute\(|\s?\.?!{1,2}(?![=\w]))/;
const LONGEST_RUN = 12;
/**
 * What gives a shell the string behind it: `.arg("-c").arg(` of Rust, `writeShellScriptBin "chat"` and other builders
 * of Nix (https://nixos.org/manual/nixpkgs/stable/#chap-trivial-builders).
 */
const RUN_BEFORE = new RegExp(
  String.raw`\.arg\(\s{0,8}["'](?:-[a-z]?c|\/[cC])["']\s{0,8}\)\s{0,40}\.arg\(\s{0,8}$|` +
    String.raw`\b(?:write(?:Shell|Bash|Dash|Ba)Script(?:Bin)?|runCommand(?:Local|CC)?)\s{1,8}"[^"\n]{1,60}"` +
    String.raw`(?:\s{1,8}\{[^{}]{0,400}\})?\s{1,20}$|` +
    String.raw`\bwriteShellApplication\s{1,8}\{[^{}]{0,400}\btext\s{1,4}=\s{1,4}$`,
);
const LONGEST_RUN_BEFORE = 500;
/** https://packaging.python.org/en/latest/specifications/dependency-specifiers/ */
const DIRECT_REFERENCE = /^[\w.-]{1,60}(?:\[[\w,.-]{1,60}\])?\s{0,4}@\s{1,4}(?=(?:git\+)?https?:)/;
const DOT_MARK = 46;
/** `OS.Process.system`, `p/shell`: a name with its modules. */
const MEMBER = /(?<![\w.])[A-Za-z_][\w.]{0,30}$/;
/**
 * What stands on the line before and behind a label of a block:
 * https://developer.hashicorp.com/terraform/language/syntax/configuration#blocks
 */
const BEFORE_LABEL = /^[ \t]*[A-Za-z_][\w-]*(?:[ \t]+"[^"\n]*")*[ \t]+$/;
const BEHIND_LABEL = /^(?:[ \t]+"[^"\n]*")*[ \t]*\{/;
/** Strings of a list that are kept as words of a command. */
const MOST_WORDS = 64;
/** Characters after which a line end ends no statement. */
const CONTINUES = new Set([40, 44, 61, 58, 91, 123, 43, 38, 124, 63, 46, 92]);
/** What a word must have some of to be a name by itself. */
const MARKS = DIGIT | SLASH | DASH | COLON | DOT | UNDERSCORE | HOLE | SIGN | QUOTE;
/** With these any word may be an address, a path or a tag. */
const TELLING_MARKS = SLASH | COLON | HOLE | SIGN | QUOTE;

/** The line that names a table of TOML, and each of its names. */
const TABLE = /^\[{1,2}((?:[\w \t.-]|"[^"\r\n]*"|'[^'\r\n]*')+)\]{1,2}[ \t]*(?:#.*)?(?:[\r\n]|$)/;
const TABLE_NAME = /[\w-]+|"[^"]*"|'[^']*'/g;

/** The constants of a text that a page only shows. */
const shownOf = perObject(({ text }: Intake) => onlyShown(text));

class CodeReader implements TokenSink {
  private frame: Frame;
  private depth = 0;
  private previous: TextRange = { start: -1, end: -1 };
  private previousIsName = false;
  private lastCode = 0;
  /**
   * What a rule of Snakemake runs comes next, in one text or in several that stand one behind the other:
   * https://snakemake.readthedocs.io/en/stable/snakefiles/rules.html
   */
  private isRun = false;
  /** The table of TOML that begins behind the line which names it. */
  private nextTable: readonly string[] | undefined;
  private readonly text: string;
  private readonly context: CodeContext;
  private readonly calls: CallReader;
  private readonly where: Where;

  constructor(
    private readonly intake: Intake,
    range: TextRange,
    private readonly options: CodeOptions,
  ) {
    this.text = intake.text;
    this.where = options.where;
    this.context = new CodeContext(intake, options.where);
    this.context.table = options.names ?? [];
    this.calls = new CallReader(intake, this.context, options.where);
    this.frame = new Frame(0, range.start, undefined, undefined);
  }

  finish(end: number): void {
    for (let frame: Frame | undefined = this.frame; frame !== undefined; frame = frame.parent)
      this.calls.endArgument(frame, end);
  }

  word(start: number, end: number): void {
    this.isRun &&= QUOTES.has(this.text.charCodeAt(end));
    this.previous = { start, end };
    this.previousIsName = true;
    this.frame.tokens++;
    this.lastCode = 0;
    if (this.frame.compared && end - start < LONGEST_CHOOSING) this.chosen(start, end);
    if (this.mayBeConstant(start))
      this.intake.constant({ start, end }, () =>
        this.context.siteOf(this.frame, this.isKey(this.frame, end)),
      );
  }

  /** `x if plan == "pro" else "…"`: a word behind which a value is chosen, or the next condition begins. */
  private chosen(start: number, end: number): void {
    if (CHOOSING.test(this.text.slice(start, end))) this.frame.endComparison();
  }

  /** Constants begin with a capital, or are members, or imported by themselves. */
  private mayBeConstant(start: number): boolean {
    const first = this.text.charCodeAt(start);
    return (
      (first >= 65 && first <= 90) ||
      SMALL_CONSTANT.has(first) ||
      (first >= 97 && first <= 122 && this.text.charCodeAt(start - 1) === DOT_MARK)
    );
  }

  comment(start: number, end: number): void {
    this.intake.prose({ start, end }, COMMENT);
  }

  newline(at: number): void {
    const { frame } = this;
    const inStatement = frame.open === 0 || frame.open === OPEN_BLOCK || frame.holdsStatements;
    if (!inStatement || this.options.syntax.lineStatements !== true) return;
    if (
      (!CONTINUES.has(this.lastCode) || (this.lastCode === COLON_MARK && frame.open === 0)) &&
      !this.isContinued(at)
    )
      frame.reset(at + 1);
  }

  /** The next line that is no comment begins with `|`: one more of the values that a type may have. */
  private isContinued(newline: number): boolean {
    const limit = Math.min(newline + LONGEST_GAP, this.text.length);
    let at = newline;
    while (at < limit) {
      while (at < limit && isBlankCode(this.text.charCodeAt(at))) at++;
      if (!this.text.startsWith('//', at)) break;
      at = lineEnd(this.text, at, limit);
    }
    return this.text.charCodeAt(at) === PIPE;
  }

  // eslint-disable-next-line complexity -- one flat table of marks, each with what it does
  punctuation(code: number, at: number): void {
    this.isRun = code === COLON_MARK && this.previousIsName && this.isShell();
    this.frame.tokens++;
    switch (code) {
      case 40:
      case 91:
      case 123:
        this.open(code, at);
        break;
      case 41:
        this.close(OPEN_CALL, at);
        break;
      case 93:
        this.close(OPEN_LIST, at);
        break;
      case 125:
        this.close(OPEN_BLOCK, at);
        break;
      case 44:
        if (this.isInType(at)) break;
        this.calls.endArgument(this.frame, at);
        this.frame.next(at + 1);
        break;
      case 45:
        this.bareName(at);
        break;
      case 59:
        this.frame.reset(at + 1);
        break;
      case 61:
        this.equals(at);
        break;
      case 58:
        this.colon(at);
        break;
      case 63:
        this.question(at);
        break;
      case 60:
        if (this.text.charCodeAt(at + 1) === 45) this.setKey();
        break;
      case 62:
        // `plan == "pro" -> "…"`, `p if p == "pro" => "…"`
        if (this.lastCode === MINUS || this.lastCode === EQUALS_MARK) this.frame.endComparison();
        break;
      case AMPERSAND:
      case PIPE:
        this.frame.endComparison();
        break;
    }
    this.previousIsName = false;
    this.lastCode = code;
  }

  /** `shell:` */
  private isShell(): boolean {
    const { start, end } = this.previous;
    return end - start === SHELL.length && this.text.startsWith(SHELL, start);
  }

  string(token: StringToken): void {
    const { contentStart, contentEnd, start, end, form } = token;
    const whole = { start: contentStart, end: contentEnd };
    const content = form.multiline ? trimmed(this.text, whole) : whole;
    this.nameBefore();
    this.lastCode = 0;
    const { frame } = this;
    if (frame.strings.length < MOST_WORDS) frame.addString(content);
    if (isTextOfPage(this.text, token)) this.proseOf(whole);
    else if (content.end > content.start && !this.isBlockLabel(token) && !this.fieldTag(token)) {
      const shape = shapeOf(this.text, content.start, content.end);
      const word = this.wordIn(content, shape);
      if (word !== undefined) this.shortString(word, { shape, end });
      else this.longString(token, content);
    }
    frame.tokens++;
    this.previous = { start, end };
    this.previousIsName = true;
  }

  /** A text of several words: a comment, a document of its own, the arguments of a command, or words for people. */
  private longString(token: StringToken, content: TextRange): void {
    const whole = { start: token.contentStart, end: token.contentEnd };
    if (token.form.multiline && this.beginsStatement(token.start) && !this.isRun)
      return this.intake.prose(whole, COMMENT);
    this.calls.filledOperand(content);
    // Before the words around: what is found first at a place stays.
    if (this.where === 'code')
      for (const code of filledCode(this.text, token)) readCode(this.intake, code, this.options);
    if (!this.embed(token) && !this.calls.argumentsOf(this.frame, content)) this.proseOf(whole);
  }

  private proseOf(range: TextRange): void {
    this.intake.prose(range, { ...COMMENT, lexical: 'prose', where: this.where });
  }

  /** The one word of a string, or the address in one that says where a package is got from. */
  private wordIn(content: TextRange, shape: number): TextRange | undefined {
    if ((shape & OTHER) === 0 || this.mayBeWord(content)) return content;
    const address = this.behindName(content);
    if (address !== undefined) this.proseOf({ start: content.start, end: address.start });
    return address;
  }

  /** Beyond ASCII there are paths, what only looks like a name, and names that hosts of the project's own have. */
  private mayBeWord(content: TextRange): boolean {
    if (isFilePath(this.text, content)) return true;
    const isWord = content.end - content.start <= LONGEST_ALIAS && isOneWord(this.text, content);
    return (isWord && this.context.promises(this.frame)) || readAsWord(this.text, content) !== undefined;
  }

  /** `"ja_core_news_lg @ https://…"`: where a package is got from, as dependencies of Python say. */
  private behindName({ start, end }: TextRange): TextRange | undefined {
    const name = DIRECT_REFERENCE.exec(textFrom(this.text, start, end, LONGEST_LEAD));
    return name === null ? undefined : { start: start + name[0].length, end };
  }

  /**
   * Reads the default that the tag of a field says, as libraries for settings have it; false where it says none. What
   * is no default names nothing that is used: `json:"model"`.
   */
  private fieldTag({ start, contentStart, contentEnd }: StringToken): boolean {
    if (this.options.syntax.fieldTags !== true) return false;
    const [, field] = TAGGED_FIELD.exec(lineBefore(this.text, start)) ?? [];
    if (field === undefined) return false;
    const found = TAG_DEFAULT.exec(textFrom(this.text, contentStart, contentEnd, LONGEST_TAG));
    if (found === null) return false;
    const [all, value = ''] = found;
    const end = contentStart + found.index + all.length - 1;
    this.intake.value(
      { start: end - value.length, end },
      { lexical: 'string', where: this.where, ...ALONE, key: field },
    );
    return true;
  }

  /** A label says what a block is called in the configuration, and names no model. */
  private isBlockLabel({ start, end }: StringToken): boolean {
    return (
      this.options.syntax.blockLabels === true &&
      BEHIND_LABEL.test(textBehind(this.text, end, LONGEST_LEAD)) &&
      BEFORE_LABEL.test(lineBefore(this.text, start))
    );
  }

  /** `model "…"` and `:model "…"`: the word before a string is its key, in languages that write it so. */
  private nameBefore(): void {
    const { frame, previous, options } = this;
    const { spacedEntries, keywords } = options.syntax;
    if ((spacedEntries !== true && keywords !== true) || !this.previousIsName) return;
    if (keywords === true && this.text.charCodeAt(previous.start - 1) !== COLON_MARK) frame.key = undefined;
    else if (keywords === true || this.isFirstWord()) this.setKey();
  }

  /** The name that the brackets around a place are the value of. */
  private outerKey({ parent }: Frame): string {
    if (parent === undefined) return this.context.table[0] ?? '';
    const key = this.context.keyOf(parent);
    return key === '' && parent.parent === undefined ? (this.context.table[0] ?? '') : key;
  }

  /** A text of several words may be a document or a script of its own. */
  private embed(token: StringToken): boolean {
    const { frame } = this;
    const outer = this.outerKey(frame);
    const key = this.context.keyOf(frame);
    if (this.where === 'code' && shownOf(this.intake).has(key)) return false;
    const callee = this.calledBefore(token.start) ?? frame.callee.name;
    const document = embeddedString(this.text, token, {
      key: key === '' && frame.open === OPEN_LIST ? outer : key,
      parent: outer,
      callee,
      wordBefore: this.wordBefore(frame),
      isConfiguration: this.where === 'config',
      isCommand:
        token.form.runs === true ||
        RUN_BEHIND.test(textBehind(this.text, token.end, LONGEST_RUN)) ||
        this.isRun ||
        RUN_BEFORE.test(textBefore(this.text, token.start, LONGEST_RUN_BEFORE)) ||
        this.calls.isCommandLine({ key, callee }, { start: token.contentStart, end: token.contentEnd }),
    });
    return document !== undefined && this.intake.embed(document.language, document.text, key);
  }

  /** `sh '…'`, `system "…"`, `` $`…` ``: a call without brackets, of languages that have them. */
  private calledBefore(string: number): string | undefined {
    if (!this.previousIsName) return undefined;
    const { start, end } = this.previous;
    const name = textFrom(this.text, start, end, LONGEST_ALIAS);
    if (name === '$') return name;
    // Directly before a string, it is the string's own prefix.
    if (string === end) return undefined;
    if (this.isFirstWord()) return name;
    const before = this.text.charCodeAt(start - 1);
    return before === DOT_MARK || before === SLASH_MARK
      ? MEMBER.exec(textBefore(this.text, end, LONGEST_ALIAS))?.[0]
      : undefined;
  }

  /** It is the first of its statement or block: `steps { sh '…'`, `(shell "…")`. */
  private isFirstWord(): boolean {
    return this.frame.tokens === 1;
  }

  /** The element of a list that stands before the present one. */
  private wordBefore({ strings }: Frame): string {
    const word = strings.at(-2);
    return word === undefined ? '' : textFrom(this.text, word.start, word.end, LONGEST_FLAG);
  }

  /** Nothing but the string's own prefix (`r"…"`) stands before it. */
  private beginsStatement(start: number): boolean {
    const { frame } = this;
    const isFirst = frame.tokens === 0 || (frame.tokens === 1 && this.previous.end === start);
    return isFirst && (frame.open === 0 || frame.open === OPEN_BLOCK);
  }

  private shortString(content: TextRange, { shape, end }: { shape: number; end: number }): void {
    const { frame } = this;
    const isKey = this.isKey(frame, end);
    if (!isKey && !frame.compared) this.define(frame, content);
    const mayBeNamedKey = isKey && this.where === 'code' && (shape & DASH) !== 0 && (shape & DIGIT) !== 0;
    if (
      !this.mayTell(content, shape) &&
      !this.intake.isPromised(frame.callee.name, this.context.keyOf(frame)) &&
      !mayBeNamedKey
    )
      return;
    const plain = this.context.siteOf(frame, isKey);
    const site = this.isLookedFor(end) ? asTest(plain) : plain;
    this.noteArgument(content, site.key);
    this.intake.value(content, site);
  }

  /**
   * A string or constant that a colon follows in a block, or in the brackets of Swift and Groovy, but for the first of
   * two values: `{cheap ? "…" : "…"}`.
   */
  private isKey({ open, key, ternary }: Frame, end: number): boolean {
    return (
      (open === OPEN_BLOCK || open === OPEN_LIST) &&
      key === undefined &&
      !ternary &&
      this.isFollowedByColon(end)
    );
  }

  /** What an argument says of the others: the revision that is asked for, or that no model is meant. */
  private noteArgument({ start, end }: TextRange, key: string): void {
    const { frame } = this;
    if (key === 'revision') frame.revision = textFrom(this.text, start, end, 100);
    if (key === 'src' && frame.callee.last === 'load') frame.isOther = this.text.startsWith('spaces', start);
    if (key === 'repo_type' || key === 'repoType')
      frame.isOther = OTHER_REPOSITORIES.has(this.text.slice(start, end));
  }

  /** `"gpt-4" in name`: the string is looked for in another. */
  private isLookedFor(end: number): boolean {
    return this.text.startsWith(' in ', end) || this.text.startsWith(' not in ', end);
  }

  private define(frame: Frame, content: TextRange): void {
    const outer = frame.parent;
    if (frame.key === undefined && (frame.open !== OPEN_CALL || outer?.key === undefined)) return;
    this.intake.define(this.context.keyOf(frame), content, content.start);
    if (outer?.key !== undefined && frame.callee.isTransparent)
      this.intake.define(this.context.keyOf(outer), content, content.start);
  }

  /**
   * A plain word is only looked at where models are expected, where it may be one of a list of them, or where it is
   * as long as a digest.
   */
  private mayTell({ start, end }: TextRange, shape: number): boolean {
    if (end - start === DIGEST_LENGTH) return true;
    if ((shape & TELLING_MARKS) !== 0 || this.context.promises(this.frame)) return true;
    if ((shape & MARKS) === 0) return isLibraryWord(textFrom(this.text, start, end, LONGEST_BARE));
    return (
      mayStartName(this.text.charCodeAt(start), this.text.charCodeAt(start + 1)) ||
      mayEndWeights(this.text.charCodeAt(end - 2), this.text.charCodeAt(end - 1))
    );
  }

  private isFollowedByColon(end: number): boolean {
    let at = end;
    while (this.text.charCodeAt(at) === 32) at++;
    const code = this.text.charCodeAt(at);
    return (
      (code === 58 && this.text.charCodeAt(at + 1) !== 58) ||
      (code === 61 && this.text.charCodeAt(at + 1) === 62)
    );
  }

  /**
   * A service's name outside of any string: word lists (`%w[gpt-4o gpt-4o-mini]`), values of YAML, texts in forms this
   * lexer does not know.
   */
  private bareName(dash: number): void {
    const { start, end } = this.previous;
    if (end !== dash || end - start > LONGEST_FIRST_PART) return;
    const first = this.text.slice(start, dash);
    if (!mayStartHosted(first) && familyIn(first.toLowerCase()) === '') return;
    if (this.isKeyword(start)) return this.keyword(start, dash, first);
    const from = this.gatewayBefore(start);
    // Before the end is looked for, which would be found again from each part of a long name.
    if (isNameCode(this.text.charCodeAt(from - 1))) return;
    const stop = this.endOfName(dash);
    if (stop <= dash || this.isInPattern(start, stop)) return;
    if (!this.isWholeName(textFrom(this.text, start, stop, LONGEST_BARE), first, from < start)) return;
    const place: Site =
      this.options.names === undefined
        ? { lexical: 'bare', where: this.where, ...ALONE }
        : { ...this.context.siteOf(this.frame, this.isKey(this.frame, stop)), lexical: 'bare' };
    this.intake.value({ start: from, end: stop }, place);
  }

  /** Whether a name that begins with the first word of names is one: behind a gateway's, only a service's own. */
  private isWholeName(name: string, first: string, isBehindGateway: boolean): boolean {
    if (isBehindGateway) return hostedRegistry(name) !== undefined;
    return mayStartHosted(first) || isFullName(name);
  }

  /** Whether a word begins a keyword of a Lisp: `:gpt-4-turbo`. */
  private isKeyword(start: number): boolean {
    return (
      this.options.syntax.keywords === true &&
      this.text.charCodeAt(start - 1) === COLON_MARK &&
      BEFORE_KEYWORD.test(this.text.charAt(start - 2))
    );
  }

  /** A keyword may be a name as the value of another, `{:model :gpt-4-turbo}`, or as a key: `{:gpt-4-turbo 2}`. */
  private keyword(start: number, dash: number, first: string): void {
    const { text, frame } = this;
    const stop = this.endOfName(dash);
    const name = textFrom(text, start, stop, LONGEST_BARE);
    if (stop <= dash || !this.isWholeName(name, first, false)) return;
    const key = KEY_OF_KEYWORD.exec(textBefore(text, start, LONGEST_LEAD))?.[1];
    if (key !== undefined)
      this.intake.value({ start, end: stop }, { lexical: 'bare', where: this.where, ...ALONE, key });
    else if (
      frame.open === OPEN_BLOCK &&
      /\d/.test(name) &&
      KEYWORD_VALUE.test(textBehind(text, stop, LONGEST_LEAD))
    )
      this.intake.value({ start, end: stop }, this.context.siteOf(frame, true));
  }

  private endOfName(from: number): number {
    let stop = from;
    while (isNameCode(this.text.charCodeAt(stop))) stop++;
    while (!isWordCode(this.text.charCodeAt(stop - 1))) stop--;
    return stop;
  }

  /** Where the name of a gateway begins that stands before a service's name: `openai/gpt-4o`. */
  private gatewayBefore(start: number): number {
    const [prefix = '', name = ''] = PREFIX.exec(textBefore(this.text, start, LONGEST_ALIAS)) ?? [];
    return providerRegistry(name) === undefined ? start : start - prefix.length;
  }

  /** `/pixtral|mistral-small-(2503|2506)/`: a part of a regular expression. */
  private isInPattern(start: number, end: number): boolean {
    const before = this.text.charCodeAt(start - 1);
    const after = this.text.charAt(end);
    return (
      before === PIPE ||
      '|/(\\'.includes(after === '' ? ' ' : after) ||
      (after === '-' && this.text.charAt(end + 1) === '(')
    );
  }

  /** `[tool.poe.tasks]`, `[[models]]` at the start of a line of TOML: the table that the entries below belong to. */
  private beginTable(at: number): void {
    const [, names] = TABLE.exec(textFrom(this.text, at, this.text.length, LONGEST_LEAD)) ?? [];
    if (names === undefined) return;
    this.context.table = [];
    this.nextTable = (names.match(TABLE_NAME) ?? []).map((name) => name.replace(/["']/g, '')).reverse();
  }

  private open(code: number, at: number): void {
    if (this.isTable(code)) this.beginTable(at);
    if (this.depth++ >= DEEPEST) return;
    if (code === OPEN_BLOCK) this.beginBlock(at);
    const outer = this.frame.group;
    this.frame =
      code === OPEN_CALL ? this.callFrame(at) : new Frame(code, at + 1, this.frame, this.context.pairBehind);
    this.frame.group = this.intake.newGroup(outer);
    this.frame.acceptedBefore = this.intake.accepted;
  }

  private isTable(code: number): boolean {
    const { frame, options } = this;
    return (
      options.syntax.namedTables === true && code === OPEN_LIST && frame.open === 0 && frame.tokens === 1
    );
  }

  /** What a block is the value of: the word before it, or no name where a statement has the block. */
  private beginBlock(at: number): void {
    if (this.options.syntax.namedBlocks === true) this.setKey();
    if (CLOSERS.has(this.lastCode) && this.isControlled(at)) this.frame.reset(at);
  }

  private callFrame(at: number): Frame {
    const { start, end } = this.previous;
    const isBlock = this.previousIsName && /^(?:const|var)$/.test(textFrom(this.text, start, end, 6));
    const frame = new Frame(OPEN_CALL, at + 1, this.frame, isBlock ? undefined : this.context.calleeBefore);
    frame.mayLoad = !isBlock && (!this.previousIsName || end !== at || this.mayBeLoader(this.previous));
    frame.holdsStatements = isBlock;
    return frame;
  }

  /** `for model in models() {`: the block that begins is no value of the name before. */
  private isControlled(bracket: number): boolean {
    const before = textBefore(this.text, bracket, LONGEST_LEAD);
    return /^[\s}]*(?:for|if|else|while|switch|foreach|match|select|catch)\b/.test(
      before.slice(before.lastIndexOf('\n') + 1),
    );
  }

  private mayBeLoader({ start, end }: TextRange): boolean {
    return (
      mayBeLoaderName(this.text.charCodeAt(start), this.text.charCodeAt(end - 1), end - start) ||
      this.intake.importOf(textFrom(this.text, start, end, LONGEST_ALIAS)) !== undefined
    );
  }

  private close(opener: number, at: number): void {
    if (this.depth > 0) this.depth--;
    const { frame } = this;
    if (this.depth >= DEEPEST || frame.parent === undefined) return;
    this.calls.endArgument(frame, at);
    if (opener === frame.open) this.calls.endFrame(frame, at);
    this.frame = frame.parent;
    if (this.frame.parent !== undefined || this.nextTable === undefined) return;
    this.context.table = this.nextTable;
    this.nextTable = undefined;
  }

  /** `=` gives the name before it a value, `==` compares. */
  private equals(at: number): void {
    const { frame } = this;
    const after = this.text.charCodeAt(at + 1);
    const before = this.text.charCodeAt(at - 1);
    if (after === 61 || before === 33) {
      frame.compare();
      this.setKey();
    } else if (
      frame.key === undefined ||
      this.isMember(at) ||
      (this.previousIsName &&
        (frame.open !== OPEN_CALL || frame.holdsStatements) &&
        !this.isTyped(frame.key, at))
    ) {
      this.setKey();
      if (this.options.syntax.typesBehindNames === true) this.nameBeforeType();
    }
  }

  /** `const Model ChatModel = "…"`: the word before `=` is the type of the name before it. */
  private nameBeforeType(): void {
    const { key } = this.frame;
    if (key === undefined) return;
    const [all, name] = BEFORE_TYPE.exec(textBefore(this.text, key.start, LONGEST_NAME)) ?? [];
    if (all === undefined || name === undefined) return;
    const start = key.start - all.length;
    this.frame.key = { start, end: start + name.length };
  }

  /**
   * `options => options.ModelId ??= "…"`: no argument has a name with a dot, so the body of a function gives it a
   * value.
   */
  private isMember(equals: number): boolean {
    const { start } = this.previous;
    if (this.text.startsWith('??', equals - 2)) this.previousIsName = true;
    return this.previousIsName && this.text.charCodeAt(start - 1) === DOT_MARK;
  }

  /**
   * A type stands between the name and `=`: `model: str = "…"`. Behind the colon of a `case`, statements begin on a
   * new line.
   */
  private isTyped(key: TextRange, equals: number): boolean {
    if (textFrom(this.text, key.end, equals, LONGEST_TYPE).includes('\n')) return false;
    return this.text.charCodeAt(skipSpaces(this.text, key.end, equals)) === COLON_MARK;
  }

  /** `const names: Record<string, string> = …`: a comma between the arguments of a type that declares a name. */
  private isInType(comma: number): boolean {
    const { key, open } = this.frame;
    return (
      key !== undefined &&
      open !== OPEN_CALL &&
      TYPE_ARGUMENTS.test(textFrom(this.text, key.end, comma, LONGEST_TYPE)) &&
      DECLARES.test(textBefore(this.text, key.start, LONGEST_GAP))
    );
  }

  private colon(at: number): void {
    if (this.text.charCodeAt(at + 1) === 58 || this.text.charCodeAt(at - 1) === 58) return;
    const { frame } = this;
    // A symbol may be what is compared: `plan == :pro`.
    if (this.lastCode !== EQUALS_MARK) frame.endComparison();
    if (frame.ternary || this.endsLambda(at)) return;
    if (frame.key === undefined || frame.open === OPEN_BLOCK || frame.open === 0) this.setKey();
  }

  /** `lambda:`, `lambda x, y=1:`: no key, but the head of a function. */
  private endsLambda(at: number): boolean {
    return this.options.syntax.lambdas === true && LAMBDA.test(textBefore(this.text, at, LONGEST_LAMBDA));
  }

  /** `?` of a choice; not of `?:`. A comparison ends at it, but not at the `?.` of a member. */
  private question(at: number): void {
    if (this.text.charCodeAt(at + 1) !== DOT_MARK) this.frame.endComparison();
    this.frame.ternary = this.text.charCodeAt(at + 1) !== COLON_MARK;
  }

  private setKey(): void {
    if (!this.previousIsName) return;
    this.frame.key = this.previous;
    this.frame.keyText = undefined;
  }
}
