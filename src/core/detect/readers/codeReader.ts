import { isNameCode, isWordCode, NEWLINE } from '../../text/charClass';
import { tokenize, type StringToken, type TokenSink } from '../../text/lexer';
import type { TextRange } from '../../text/range';
import type { Syntax } from '../../text/syntax';
import type { Where } from '../../vocabulary';
import { isProgram } from '../signatures/commands';
import { mayStartHosted } from '../names/hosted';
import { isTorchvisionFunction } from '../names/library';
import { loaderAt, mayLoad } from '../signatures/loaders';
import type { Call, Intake, Site } from '../site';
import { Frame } from './frame';

export interface CodeOptions {
  readonly syntax: Syntax;
  readonly where: Where;
}

/** Reads a language of strings, calls, assignments and brackets: nearly all of them, and JSON and TOML too. */
export function readCode(intake: Intake, range: TextRange, options: CodeOptions): void {
  const reader = new CodeReader(intake, range, options);
  tokenize(intake.text, range, options.syntax, reader);
  reader.finish(range.end);
}

const DASH = 45;
const OPEN_CALL = 40;
const OPEN_LIST = 91;
const OPEN_BLOCK = 123;
const CLOSERS: ReadonlyMap<number, number> = new Map([[41, OPEN_CALL], [93, OPEN_LIST], [125, OPEN_BLOCK]]);
/** Deeper nesting than this is not followed: its values keep the context that was there. */
const DEEPEST = 200;
/** Strings of a list that are kept as words of a command. */
const MOST_WORDS = 64;
/** Characters after which a line end ends no statement. */
const CONTINUES = new Set([40, 44, 61, 58, 91, 123, 43, 38, 124, 63, 46, 92]);

/** Calls that give back what they are given, or a default for it. */
const TRANSPARENT = new Set((
  'getenv get get_env environ str String string from to_string toString Path cast of ofNullable orElse unwrap_or unwrap_or_else unwrap_or_default getOrDefault getProperty getEnv env fetch Some Optional Field field Option Argument '
  + 'Setting Input default Literal literal config get_env_var env_or format into to_owned String::from Value coalesce IFNULL nz trim strip lower requireEnv option getString setdefault pop'
).split(' '));

/** Calls whose first string is the name of what the other arguments are. */
const NAMES_FIRST = /^(?:add_argument|option|add_option|Option|Argument|getenv|get|get_env|getOrDefault|getProperty|getEnv|env|fetch|String|StringVar|StringP|StringVarP|set|put|setProperty|setdefault|pop|param|parameter|put_env|setItem|define|config|DEFINE_string|setenv|Setenv|SetEnvironmentVariable|option_env|with_env|GetValue|GetEnvironmentVariable|environmentVariable|put_new|append|addOption|addArgument|arg|flag|bind|attribute|attr|prop|Sys\.getenv|WithEnv|AddParameter|text_input|selectbox|arg_required)$/;

class CodeReader implements TokenSink {
  private frame: Frame;
  private depth = 0;
  private previous: TextRange = { start: -1, end: -1 };
  private previousIsName = false;
  private lastCode = 0;
  private readonly text: string;

  constructor(private readonly intake: Intake, range: TextRange, private readonly options: CodeOptions) {
    this.text = intake.text;
    this.frame = new Frame(0, '', range.start, undefined);
  }

  finish(end: number): void {
    for (let frame: Frame | undefined = this.frame; frame !== undefined; frame = frame.parent) this.endArgument(frame, end);
  }

  word(start: number, end: number): void {
    this.previous = { start, end };
    this.previousIsName = true;
    this.frame.tokens++;
    this.lastCode = 0;
  }

  comment(start: number, end: number): void {
    this.intake.prose({ start, end }, { lexical: 'comment', where: 'comment', key: '', parents: [], group: 0 });
  }

  newline(at: number): void {
    const { frame } = this;
    const inStatement = frame.open === 0 || frame.open === OPEN_BLOCK;
    if (inStatement && this.options.syntax.lineStatements === true && !CONTINUES.has(this.lastCode)) frame.reset(at + 1);
  }

  punctuation(code: number, at: number): void {
    const { frame } = this;
    if (code === OPEN_CALL || code === OPEN_LIST || code === OPEN_BLOCK) this.open(code, at);
    else if (CLOSERS.has(code)) this.close(code, at);
    else if (code === 44) {
      this.endArgument(frame, at);
      frame.next(at + 1);
    } else if (code === 59) frame.reset(at + 1);
    else if (code === 61) this.equals(at);
    else if (code === 58) this.colon(at);
    else if (code === 63) frame.ternary = this.text.charCodeAt(at + 1) !== 58 && this.text.charCodeAt(at + 1) !== 46 && this.text.charCodeAt(at + 1) !== 63;
    else if (code === 60 && this.text.charCodeAt(at + 1) === 45) this.setKey();
    if (code === DASH) this.bareName(at);
    frame.tokens++;
    this.previousIsName = false;
    this.lastCode = code;
  }

  /** A service's name outside of any string: word lists (`%w[gpt-4o gpt-4o-mini]`), texts in forms this lexer does not know. */
  private bareName(dash: number): void {
    const { start, end } = this.previous;
    if (!this.previousIsName || end !== dash || !isWordCode(this.text.charCodeAt(dash + 1)) || !mayStartHosted(this.text.slice(start, Math.min(end, start + 12)))) return;
    const before = this.text.charCodeAt(start - 1);
    if (isNameCode(before)) return;
    let stop = dash;
    while (isNameCode(this.text.charCodeAt(stop))) stop++;
    while (!isWordCode(this.text.charCodeAt(stop - 1))) stop--;
    this.intake.value({ start, end: stop }, { lexical: 'bare', where: this.options.where, key: '', parents: [], group: 0 });
  }

  string({ contentStart, contentEnd, start, end, form }: StringToken): void {
    const content = { start: contentStart, end: contentEnd };
    this.lastCode = 0;
    const { frame } = this;
    if (frame.strings.length < MOST_WORDS) frame.strings.push(content);
    if (this.isText(content)) this.longString(content, form.multiline);
    else if (contentEnd > contentStart) this.shortString(content, end);
    frame.tokens++;
    this.previous = { start, end };
    this.previousIsName = true;
  }

  /** Blanks inside: a text, not one value. */
  private isText({ start, end }: TextRange): boolean {
    for (let at = start; at < end; at++) {
      const code = this.text.charCodeAt(at);
      if (code === 32 || code === NEWLINE || code === 9 || code === 13) return true;
    }
    return false;
  }

  private longString(content: TextRange, multiline: boolean): void {
    const { frame } = this;
    const isDocumentation = multiline && frame.tokens === 0 && frame.key === undefined && (frame.open === 0 || frame.open === OPEN_BLOCK);
    const place: Site = isDocumentation
      ? { lexical: 'comment', where: 'comment', key: '', parents: [], group: 0 }
      : { lexical: 'prose', where: this.options.where, key: '', parents: [], group: 0 };
    this.intake.prose(content, place);
  }

  private shortString(content: TextRange, end: number): void {
    const isKey = this.isFollowedByColon(end) && this.frame.open === OPEN_BLOCK && this.frame.key === undefined;
    const site = this.siteOf(isKey);
    if (isRepositoryType(site.key)) this.frame.isOther = /^(?:dataset|space|kernel)s?$/.test(this.text.slice(content.start, Math.min(content.end, content.start + 10)));
    this.intake.value(content, site);
    if (!isKey && site.key !== '') this.intake.define(site.key, content, content.start);
  }

  private isFollowedByColon(end: number): boolean {
    let at = end;
    while (this.text.charCodeAt(at) === 32) at++;
    const code = this.text.charCodeAt(at);
    return (code === 58 && this.text.charCodeAt(at + 1) !== 58) || (code === 61 && this.text.charCodeAt(at + 1) === 62);
  }

  private open(code: number, at: number): void {
    if (this.depth++ >= DEEPEST) return;
    const callee = code === OPEN_CALL ? this.calleeBefore(at) : '';
    this.frame = new Frame(code, callee, at + 1, this.frame);
    this.frame.group = this.intake.newGroup();
    this.frame.acceptedBefore = this.intake.accepted;
  }

  private close(code: number, at: number): void {
    if (this.depth > 0) this.depth--;
    if (this.depth >= DEEPEST || this.frame.parent === undefined) return;
    const { frame } = this;
    this.endArgument(frame, at);
    if (CLOSERS.get(code) === frame.open) this.endCommand(frame);
    if (frame.isOther) this.intake.withdraw({ start: frame.start, end: at });
    this.frame = frame.parent ?? frame;
    this.frame.tokens++;
  }

  /** `=` gives the name before it a value, `==` compares. */
  private equals(at: number): void {
    const { frame } = this;
    const after = this.text.charCodeAt(at + 1);
    const before = this.text.charCodeAt(at - 1);
    if (before === 61 && this.lastCode === 61) return;
    if (after === 61 || before === 33) {
      frame.compared = true;
      this.setKey();
    } else if (frame.key === undefined || (this.previousIsName && frame.open !== OPEN_CALL && !this.isTyped())) this.setKey();
  }

  /** A type stands between the name and `=`: `model: str = "…"`. */
  private isTyped(): boolean {
    const key = this.frame.key;
    return key !== undefined && this.text.charCodeAt(this.skipSpaces(key.end)) === 58;
  }

  private skipSpaces(from: number): number {
    let at = from;
    while (this.text.charCodeAt(at) === 32 || this.text.charCodeAt(at) === 63) at++;
    return at;
  }

  private colon(at: number): void {
    if (this.text.charCodeAt(at + 1) === 58 || this.text.charCodeAt(at - 1) === 58) return;
    if (this.frame.ternary) {
      this.frame.ternary = false;
      return;
    }
    if (this.frame.key === undefined || this.frame.open === OPEN_BLOCK || this.frame.open === 0) this.setKey();
  }

  private setKey(): void {
    if (this.previousIsName) this.frame.key = this.previous;
  }

  /** The dotted name that ends directly before a bracket, type arguments left out. */
  private calleeBefore(open: number): string {
    let at = open - 1;
    while (at >= 0 && this.text.charCodeAt(at) === 32 && open - at < 4) at--;
    if (this.text.charCodeAt(at) === 62) at = this.beforeTypeArguments(at);
    const end = at + 1;
    const low = Math.max(0, end - 120);
    while (at >= low && isCalleeCode(this.text.charCodeAt(at))) at--;
    return this.isDeclared(at) ? '' : this.text.slice(at + 1, end);
  }

  /** The name is being declared, not called. */
  private isDeclared(blank: number): boolean {
    const before = this.text.slice(Math.max(0, blank - 9), blank);
    return this.text.charCodeAt(blank) === 32 && /(?:^|\W)(?:def|function|func|fn|fun|class|interface)$/.test(before);
  }

  private beforeTypeArguments(close: number): number {
    const low = Math.max(0, close - 80);
    for (let at = close; at >= low; at--) if (this.text.charCodeAt(at) === 60) return at - 1;
    return close;
  }

  /** What is known of the value that comes next. */
  private siteOf(isKey: boolean): Site {
    const { frame, options } = this;
    const parents: string[] = [];
    let call: Call | undefined;
    let holder: Frame = frame;
    let key = this.keyOf(frame);
    for (let outer: Frame | undefined = frame, steps = 0; outer !== undefined && steps < 8; outer = outer.parent, steps++) {
      if (outer !== frame) {
        const name = this.keyOf(outer);
        if (name !== '') parents.push(name);
      }
      if (call === undefined && outer.callee !== '' && !isTransparent(outer.callee)) {
        call = { callee: outer.callee, argument: outer.argument };
        holder = outer;
      }
    }
    if (call !== undefined && holder !== frame) {
      const own = this.keyOf(holder);
      if (this.passesThrough(frame, holder) && loaderAt(call, own) !== undefined) key = own;
      else if (frame.callee === '' && frame.open !== OPEN_CALL && loaderAt(call, key) === undefined) call = undefined;
    }
    return {
      lexical: 'string', where: options.where, key, parents, group: frame.group,
      ...(call !== undefined && { call }), ...(isKey && { isKey }), ...(frame.compared && { isCompared: true }),
    };
  }

  /** Nothing but lists, parentheses and transparent calls stand between. */
  private passesThrough(from: Frame, to: Frame): boolean {
    for (let frame: Frame | undefined = from; frame !== undefined && frame !== to; frame = frame.parent) {
      if (frame.open === OPEN_BLOCK && this.keyOf(frame) !== '') return false;
    }
    return true;
  }

  /** The name of a frame's current argument: its keyword, or what the call's first string says the others are. */
  private keyOf(frame: Frame): string {
    if (frame.key !== undefined) {
      const key = unquoted(this.text.slice(frame.key.start, Math.min(frame.key.end, frame.key.start + 120)));
      return isDefault(key) ? this.firstName(frame) || key : key;
    }
    return frame.argument > 0 && NAMES_FIRST.test(lastName(frame.callee)) ? this.firstName(frame) : '';
  }

  private firstName(frame: Frame): string {
    for (const { start, end } of frame.strings.slice(0, 3)) {
      const name = this.text.slice(start, Math.min(end, start + 60));
      if (/^-{0,2}[A-Za-z][\w.:-]*(?: <.*)?$/.test(name)) return name.split(' ', 1)[0] ?? '';
    }
    return '';
  }

  /** `models.resnet50(weights=…)`: a function of torchvision is the name of its model when weights are loaded. */
  private namedFunction(frame: Frame, end: number): void {
    const key = this.keyOf(frame);
    if (key !== 'weights' && key !== 'pretrained') return;
    const { start } = this.trimmed(this.valueStart(frame), end);
    const name = lastName(frame.callee);
    const from = this.text.lastIndexOf(name, frame.start - 1);
    if (!isTorchvisionFunction(name) || /^(?:None|False|false|null)\b/.test(this.text.slice(start, start + 6))) return;
    const operand = { registry: 'torchvision' as const, role: 'loads' as const, evidence: `call:${frame.callee}` };
    this.intake.value({ start: from, end: from + name.length }, { lexical: 'bare', where: this.options.where, key: '', parents: [], group: 0, operand });
  }

  /** A loader's model that is not written here is remembered, to be looked up or listed. */
  private endArgument(frame: Frame, at: number): void {
    if (frame.open === OPEN_CALL && frame.key !== undefined) this.namedFunction(frame, at);
    const accepted = this.intake.accepted > frame.acceptedBefore;
    frame.acceptedBefore = this.intake.accepted;
    if (accepted || frame.tokens === 0 || frame.callee === '' || !mayLoad(lastName(frame.callee))) return;
    const key = this.keyOf(frame);
    const call = { callee: frame.callee, argument: frame.argument };
    if (loaderAt(call, key) === undefined) return;
    const start = this.valueStart(frame);
    const expression = this.trimmed(start, at);
    if (expression.end > expression.start && !this.isLiteral(expression)) {
      this.intake.dynamic({ range: expression, site: { lexical: 'string', where: this.options.where, key, parents: [], group: 0, call } });
    }
  }

  private valueStart(frame: Frame): number {
    if (frame.key === undefined) return frame.argumentStart;
    let at = frame.key.end;
    while (' =:>'.includes(this.text.charAt(at)) && this.text.charAt(at) !== '') at++;
    return at;
  }

  private trimmed(start: number, end: number): TextRange {
    let from = start;
    let to = end;
    while (from < to && ' \n\r\t'.includes(this.text.charAt(from))) from++;
    while (to > from && ' \n\r\t'.includes(this.text.charAt(to - 1))) to--;
    return { start: from, end: to };
  }

  /** A string, number or parameter declaration: nothing that a name could be looked up for. */
  private isLiteral({ start, end }: TextRange): boolean {
    const first = this.text.charAt(start);
    if (first === '"' || first === "'" || first === '`' || (first >= '0' && first <= '9')) return !/[+?|]| or | if /.test(this.text.slice(start, Math.min(end, start + 200)));
    return /^(?:self|cls|None|null|undefined|True|False|true|false|\*+\w+|\.\.\.\w*)$/.test(this.text.slice(start, Math.min(end, start + 40)));
  }

  /** A list of strings may be a command: `["vllm", "serve", "owner/name"]`. */
  private endCommand(frame: Frame): void {
    const words = frame.strings;
    if (words.length === 0 || frame.open === OPEN_BLOCK) return;
    const outer = frame.open === OPEN_LIST ? frame.parent : undefined;
    const program = outer !== undefined && outer.callee !== '' ? outer.strings[0] : undefined;
    const all = program === undefined ? words : [program, ...words];
    if (all.length < 2 || !this.isCommand(all)) return;
    this.intake.command(all, { lexical: 'string', where: this.options.where === 'code' ? 'code' : 'cli', key: '', parents: [], group: 0 });
  }

  private isCommand(words: readonly TextRange[]): boolean {
    return words.some(({ start, end }, index) => {
      if (end - start > 60) return false;
      return this.text.charCodeAt(start) === 45 || (index < 3 && isProgram(this.text.slice(start, end)));
    });
  }
}

function isCalleeCode(code: number): boolean {
  return isWordCode(code) || code === 46 || code === 58 || code === 63 || code === 33;
}

function lastName(callee: string): string {
  return callee.slice(Math.max(callee.lastIndexOf('.'), callee.lastIndexOf(':')) + 1);
}

function isTransparent(callee: string): boolean {
  return TRANSPARENT.has(lastName(callee));
}

function isRepositoryType(key: string): boolean {
  return key === 'repo_type' || key === 'repoType';
}

function isDefault(key: string): boolean {
  return key === 'default' || key === 'default_value' || key === 'defaultValue' || key === 'value' || key === 'Default';
}

function unquoted(text: string): string {
  const first = text.charCodeAt(0);
  return first === 34 || first === 39 || first === 96 ? text.slice(1, -1) : text;
}
