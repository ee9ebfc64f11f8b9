import { findMark, lineEnd, nextLine, SPACE, skipSpaces, trimEnd } from '../../text/charClass';
import { commentStart } from '../../text/lexicalState';
import { textFrom } from '../../text/pieces';
import type { TextRange } from '../../text/range';
import { cut } from '../../text/interner';
import { DASH, DIGIT, LETTER, shapeOf, SLASH } from '../../text/shape';
import type { Syntax } from '../../text/syntax';
import type { Where } from '../../vocabulary';
import { memoized } from '../../text/memo';
import { matchesOf } from '../../text/matches';
import { mayEndWeights, mayStartName } from '../../registries/names/starts';
import { isRevisionKey } from '../revisions';
import { isVariable, keyKindIn, mayTellModel } from '../signatures/keys';
import { ALONE, type Call, type Intake, OF_COMMAND, type Site } from '../site';
import { blockText, isOneWord, trimmed, type BlockStyle } from '../../documents/blockText';
import { inlineProgramLanguage } from '../../documents/inlineProgram';
import { Decoder } from '../../documents/decodedText';
import { embeddedLanguage, isProseName, isScriptName } from '../../documents/embedded';
import { isDataFlag } from '../../documents/embeddedString';
import { addDoubled, addEscaped } from '../../documents/escapes';
import { languageByShape } from '../../documents/shape';
import { rangesOf } from './callReader';
import { readCode } from './codeReader';
import { flowEntries } from './flowEntries';
import { readScalar, unquotedRange } from './lineReader';
import { readShell } from './shellReader';

const YAML: Syntax = { lineComments: ['#'], blockComments: [], strings: [] };

/** A mapping or list that is open at a line, by its indentation. */
interface Level {
  readonly indent: number;
  key: string;
  /** Value of `name` beside `value`, as lists of environment variables have it. */
  name: string;
  /** Elements of the list at this level, which may be the words of a command. */
  items: TextRange[];
  readonly group: number;
  readonly isList: boolean;
  /** Hydra's name of what is called with the values of this mapping. */
  target: string;
  /**
   * The names from here outwards, and what is known of a value here, once they were asked for under the present key.
   */
  names: readonly string[] | undefined;
  site: Site | undefined;
}

const isScript = memoized(isScriptName);
/** Shared by the many levels without elements. Never changed. */
const NONE: TextRange[] = [];
const MOST_ITEMS = 100;
/** Keys of lists of what is run, besides those of scripts. */
const OF_STEPS = /^(?:steps|tasks|jobs|processes|recipe)$/i;
/** Variables with their values, and a program behind them. */
const COMMAND_BEHIND = /^(?:[A-Za-z_]\w*=[^\s"'=]+[ \t]+)+[a-z.$/][\w./-]*(?:[ \t]+\S|$)/;
/** Longest value of a word that is looked at, in characters. */
const LONGEST_WORD = 200;
/** Names around a value's own that are told. */
const MOST_NAMES = 5;
const NO_NAMES: readonly string[] = [];

/** Where a block of text begins: the line behind its header. */
interface Block {
  /** The column of its key. */
  readonly indent: number;
  readonly start: number;
  readonly style: BlockStyle;
}

/** Reads YAML line by line: it does not need to be valid, and a template's braces do no harm. */
export function readYaml(intake: Intake, range: TextRange, where: Where = 'config'): void {
  new YamlReader(intake, range, where).run();
}

class YamlReader {
  private readonly text: string;
  private levels: Level[] = [];
  /** The document is an object of Kubernetes, whose `data` are its files and variables, no data set. */
  private isManifest = false;
  /** A value in brackets was found that nothing closes. */
  private isFlowOpen = false;

  constructor(
    private readonly intake: Intake,
    private readonly range: TextRange,
    private readonly where: Where,
  ) {
    this.text = intake.text;
  }

  run(): void {
    let at = this.range.start;
    while (at < this.range.end) at = this.line(at);
    this.closeTo(-1);
  }

  private line(start: number): number {
    const end = lineEnd(this.text, start, this.range.end);
    const next = nextLine(this.text, end, this.range.end);
    const from = skipSpaces(this.text, start, end);
    const comment =
      findMark(this.text, '#', from, end) < 0 ? end : commentStart(this.text, { start: from, end }, YAML);
    if (comment < end)
      this.intake.prose({ start: comment, end }, { lexical: 'comment', where: 'comment', ...ALONE });
    const to = trimEnd(this.text, from, comment);
    if (to <= from) return next;
    return this.content({ start: from, end: to }, from - start, next);
  }

  /**
   * Reads the entries of a line; several when list marks stand before a key. Returns where the next line to read
   * starts.
   */
  private content(line: TextRange, indent: number, next: number): number {
    let { start } = line;
    let column = indent;
    while (
      this.text.charCodeAt(start) === 45 &&
      (start + 1 === line.end || this.text.charCodeAt(start + 1) === SPACE)
    ) {
      this.openList(column);
      const inner = skipSpaces(this.text, start + 1, line.end);
      column += inner - start;
      start = inner;
      if (start >= line.end) return next;
      this.closeTo(column);
      const first = this.text.charCodeAt(start);
      const style = blockStyle(first);
      if (style !== undefined)
        return this.block({ indent: column - 1, start: next, style }, this.site(this.levels.length - 1).key);
    }
    const closed = this.flowEnd({ start, end: line.end });
    if (closed >= 0) return this.flowOver({ start, end: closed });
    const colon = this.keyEnd(start, line.end);
    if (colon >= 0 && this.isSentence(start, colon)) {
      this.intake.prose({ start, end: line.end }, { ...this.site(this.levels.length - 1), lexical: 'prose' });
      return next;
    }
    if (colon < 0) {
      this.item({ start, end: line.end });
      return next;
    }
    return this.entry({ start, end: line.end }, { colon, column, next });
  }

  /** A line of a text that runs over several lines, with a colon in it: no key has quotes and brackets inside. */
  private isSentence(start: number, colon: number): boolean {
    for (let at = start + 1; at < colon - 1; at++) {
      const code = this.text.charCodeAt(at);
      if (code === 123 || code === 44 || (code === 34 && this.text.charCodeAt(start) !== 34))
        return !this.text.startsWith('{{', at) && this.text.charCodeAt(at - 1) !== 123;
    }
    return false;
  }

  private openList(column: number): void {
    const top = this.closeTo(column, true);
    if (top?.isList === true && top.indent === column) return;
    this.push(column, '', true);
  }

  private push(indent: number, key: string, isList: boolean): Level {
    const level: Level = {
      indent,
      key,
      name: '',
      items: NONE,
      group: this.intake.newGroup(this.levels.at(-1)?.group),
      isList,
      target: '',
      names: undefined,
      site: undefined,
    };
    this.levels.push(level);
    return level;
  }

  /**
   * Closes the levels deeper than a column, and returns the innermost that stays. A list may stand at its key's own
   * column.
   */
  private closeTo(column: number, forList = false): Level | undefined {
    for (
      let top = this.levels[this.levels.length - 1];
      top !== undefined;
      top = this.levels[this.levels.length - 1]
    ) {
      if (top.indent < column || (top.indent === column && (!top.isList || forList))) return top;
      this.levels.pop();
      this.endList(top);
    }
    return undefined;
  }

  private entry(
    line: TextRange,
    { colon, column, next }: { colon: number; column: number; next: number },
  ): number {
    const top = this.closeTo(column);
    const level =
      top !== undefined && top.indent === column && !top.isList ? top : this.push(column, '', false);
    const keyRange = unquotedRange(this.text, {
      start: line.start,
      end: trimEnd(this.text, line.start, colon),
    });
    level.key = cut(this.text, keyRange.start, Math.min(keyRange.end, keyRange.start + 160));
    if (column === 0 && level.key === 'apiVersion') this.isManifest = true;
    level.names = undefined;
    level.site = undefined;
    this.readKey(keyRange, level);
    const value = { start: skipSpaces(this.text, colon + 1, line.end), end: line.end };
    if (value.start >= value.end) return next;
    const first = this.text.charCodeAt(value.start);
    const header = first === 33 || first === 38 ? this.untagged(value).start : value.start;
    const style = blockStyle(this.text.charCodeAt(header));
    if (style !== undefined) return this.block({ indent: column, start: next, style }, nameOf(level));
    const closed = this.flowEnd(value);
    if (closed >= 0) return this.flowOver({ start: value.start, end: closed });
    this.scalar(value, level);
    return next;
  }

  /** A key may be the name of a model itself: `gpt-4o: …`. */
  private readKey(range: TextRange, level: Level): void {
    const shape = shapeOf(this.text, range.start, range.end) & (DIGIT | DASH | SLASH);
    if (
      shape === 0 ||
      (shape === DASH &&
        !mayStartName(this.text.charCodeAt(range.start), this.text.charCodeAt(range.start + 1)))
    )
      return;
    this.intake.value(range, { ...this.site(this.levels.length - 2), isKey: true, group: level.group });
  }

  private scalar(range: TextRange, level: Level): void {
    const value = this.untagged(range);
    if (this.opensFlow(value.start)) return this.flow(value);
    const content = unquotedRange(this.text, value);
    const start = textFrom(this.text, content.start, content.end, LONGEST_WORD);
    if (level.key === 'name' || (NAMES_VARIABLE.test(level.key) && isVariable(start))) level.name = start;
    if (this.saysNothing(content, level)) return;
    if (level.key === '_target_') level.target = start;
    if (content.start > value.start && this.quotedObject(content, level)) return;
    if (!start.includes(' ')) this.word(content, level);
    else if (isScript(level.key)) readShell(this.intake, content);
    else readScalar(this.intake, content, this.siteOf(level));
  }

  /** One word under a key that is for no model. */
  private saysNothing({ start, end }: TextRange, { key }: Level): boolean {
    const isOfModel = key === 'name' && this.levels.at(-2)?.key === 'model';
    return (
      !isOfModel &&
      !mayTellModel(key) &&
      !isRevisionKey(key) &&
      shapeOf(this.text, start, end) === LETTER &&
      !this.intake.isPromised('', key)
    );
  }

  /** A scalar without blanks: a value that others may get by its key. */
  private word(content: TextRange, level: Level): void {
    const site = this.siteOf(level);
    readScalar(this.intake, content, this.isFetched(content) ? { ...site, group: level.group } : site);
    if (mayBeRead(site.key)) this.intake.define(site.key, content, content.start);
  }

  private siteOf(level: Level): Site {
    const site = this.site(this.levels.length - 1);
    const key = nameOf(level);
    return key === level.key ? site : { ...site, key };
  }

  /** `'{"model": …}'`: JSON in quotes, as variables and annotations of configuration have it. */
  private quotedObject(content: TextRange, level: Level): boolean {
    if (this.text.charCodeAt(content.start) !== 123 || this.text.charCodeAt(content.end - 1) !== 125)
      return false;
    const decoder = new Decoder(this.text);
    if (this.text.charCodeAt(content.start - 1) === 34) addEscaped(decoder, this.text, content);
    else addDoubled(decoder, this.text, content, "'");
    const document = decoder.finish();
    const range = { start: 0, end: document.text.length };
    return (
      !isProseName(nameOf(level)) &&
      languageByShape(document.text, range) === 'json' &&
      this.intake.embed('json', document)
    );
  }

  /** An address or a file of weights: in one mapping the one is got from the other. */
  private isFetched({ start, end }: TextRange): boolean {
    return (
      this.text.startsWith('https://', start) ||
      mayEndWeights(this.text.charCodeAt(end - 2), this.text.charCodeAt(end - 1))
    );
  }

  private hasSpace(start: number, end: number): boolean {
    for (let at = start; at < end; at++) if (this.text.charCodeAt(at) === SPACE) return true;
    return false;
  }

  /** Anchors and tags stand before the value. */
  private untagged(range: TextRange): TextRange {
    let { start } = range;
    while (this.text.charCodeAt(start) === 38 || this.text.charCodeAt(start) === 33) {
      while (start < range.end && this.text.charCodeAt(start) !== SPACE) start++;
      start = skipSpaces(this.text, start, range.end);
    }
    return { start, end: range.end };
  }

  private item(range: TextRange): void {
    const top = this.levels[this.levels.length - 1];
    const value = this.untagged(range);
    const first = this.text.charCodeAt(value.start);
    if ((first === 91 || first === 123) && !this.text.startsWith('{{', value.start)) return this.flow(value);
    const content = unquotedRange(this.text, value);
    const site = this.site(this.levels.length - 1);
    if (top?.isList === true) addItem(top, content);
    if (this.isOfCommand(top, content)) return;
    if (this.isAssignment(content, site)) return;
    const inScript = isScript(site.key) && keyKindIn(site.key, site.parents) !== 'model';
    if (inScript && this.hasSpace(content.start, content.end)) return readShell(this.intake, content);
    readScalar(this.intake, content, inScript ? { ...site, key: '', parents: [] } : site);
  }

  /** Reads an item `NAME=value`, also before a command; false for every other. */
  private isAssignment(content: TextRange, site: Site): boolean {
    const name = this.assignedName(content);
    if (name === '') return false;
    const { start, end } = content;
    if (this.isBeforeCommand(content, site)) readShell(this.intake, content);
    else readScalar(this.intake, { start: start + name.length + 1, end }, { ...site, key: name });
    return true;
  }

  /** The variable of an item `NAME=value`, `''` of every other. */
  private assignedName({ start, end }: TextRange): string {
    return /^([A-Za-z_][\w.-]{0,98})=[^=]/.exec(textFrom(this.text, start, end, 120))?.[1] ?? '';
  }

  /** `- OPENAI_MODEL=gpt-4o python a.py`: what a step runs, with a variable before its command. */
  private isBeforeCommand({ start, end }: TextRange, { key }: Site): boolean {
    return (
      (isScript(key) || OF_STEPS.test(key)) &&
      COMMAND_BEHIND.test(textFrom(this.text, start, end, LONGEST_WORD))
    );
  }

  /** `- bash`, `- -c`, `- "X=1 serve & …"`: the last item of a list is what a shell is to run. */
  private isShellProgram(list: Level | undefined): boolean {
    const words = list?.items.slice(0, -1).map(({ start, end }) => cut(this.text, start, end)) ?? [];
    return words.length > 1 && words.length < 4 && inlineProgramLanguage(words) === 'shellscript';
  }

  /** Reads the last item of a list that is what a shell is to run, or what a command sends; false for every other. */
  private isOfCommand(list: Level | undefined, content: TextRange): boolean {
    if (this.isBody(list, content)) return this.intake.embed('json', blockText(this.text, content), '');
    if (!this.isShellProgram(list)) return false;
    readShell(this.intake, content);
    return true;
  }

  /** `- curl`, `- -d`, `- '{"model": …}'` */
  private isBody(list: Level | undefined, { start }: TextRange): boolean {
    const before = list?.items.at(-2);
    return (
      before !== undefined &&
      this.text.charCodeAt(start) === 123 &&
      isDataFlag(cut(this.text, before.start, before.end))
    );
  }

  /** Whether a value in brackets begins at an offset, which the braces of a template are not. */
  private opensFlow(at: number): boolean {
    const first = this.text.charCodeAt(at);
    return (first === 91 || first === 123) && !this.text.startsWith('{{', at);
  }

  /** Reads a value in brackets that goes on over lines. Returns where the next line to read starts. */
  private flowOver(range: TextRange): number {
    this.flow(range);
    return nextLine(this.text, range.end, this.range.end);
  }

  /**
   * Behind the bracket that closes a value which is open at the end of its line; -1 where it is closed there, or
   * nowhere. One that nothing closes is a slip or a template: then none of the text is looked for again.
   */
  private flowEnd({ start, end }: TextRange): number {
    if (this.isFlowOpen || !this.opensFlow(start)) return -1;
    const close = closeOf(this.text, start, Math.min(this.range.end, start + LONGEST_FLOW));
    this.isFlowOpen = close < 0;
    return close > end ? close : -1;
  }

  /** Values of mappings and elements of their lists have the place that brackets give, others that of the whole. */
  private flow(range: TextRange): void {
    const names = this.names(this.levels.length - 1);
    const site = this.site(this.levels.length - 1);
    readCode(this.intake, range, { syntax: FLOW, where: this.where, names });
    this.commandsIn(range);
    let at = range.start;
    const groups = new Map<number, number>();
    for (const { value, keys, list } of flowEntries(this.text, range)) {
      const [key = '', ...outer] = keys;
      this.intake.prose({ start: at, end: value.start }, site);
      const own = { ...site, key, parents: [...outer, ...names] };
      readScalar(
        this.intake,
        value,
        list === undefined ? own : { ...own, group: this.groupOf(list, groups) },
      );
      at = value.end;
    }
    this.intake.prose({ start: at, end: range.end }, site);
  }

  /** The group of the elements of a list in brackets. */
  private groupOf(list: number, groups: Map<number, number>): number {
    const group = groups.get(list) ?? this.intake.newGroup(this.levels.at(-1)?.group);
    groups.set(list, group);
    return group;
  }

  /** `[ollama, pull, "aya:8b"]`: the words of a command, with quotes or without. */
  private commandsIn({ start, end }: TextRange): void {
    if (end - start > LONGEST_COMMAND) return;
    for (const list of rangesOf(matchesOf(this.text.slice(start, end), LIST), start))
      this.commandOf(rangesOf(matchesOf(this.text.slice(list.start, list.end), WORD_IN_LIST), list.start));
  }

  /**
   * A block of text: its lines are those that are indented more than its key. Returns where the next line to read
   * starts.
   */
  private block({ indent, start, style }: Block, key: string): number {
    let at = start;
    let end = start;
    while (at < this.range.end) {
      const stop = lineEnd(this.text, at, this.range.end);
      const from = skipSpaces(this.text, at, stop);
      if (from < stop && from - at <= indent) break;
      at = nextLine(this.text, stop, this.range.end);
      end = from < stop ? stop : end;
    }
    if (end > start) this.blockContent({ start, end }, key, style);
    return at;
  }

  /** A block of one word is a value like any other; one that is a document is read as such. */
  private blockContent(range: TextRange, key: string, style: BlockStyle): void {
    const site = this.site(this.levels.length - 1);
    const content = trimmed(this.text, range);
    if (isOneWord(this.text, content) && !isScript(key)) {
      readScalar(this.intake, content, { ...site, key });
      if (mayBeRead(key)) this.intake.define(key, content, content.start);
      return;
    }
    const language = embeddedLanguage(this.text, range, { key, byShape: true });
    if (language !== undefined && this.intake.embed(language, blockText(this.text, range, style), key))
      return;
    this.intake.prose(range, { ...site, lexical: 'prose' });
  }

  /** What is known of a value in the level with this index. */
  private site(index: number): Site {
    const level = this.levels[index];
    if (level === undefined) return { lexical: 'bare', where: this.where, ...ALONE };
    return (level.site ??= this.siteIn(level, index));
  }

  private siteIn(level: Level, index: number): Site {
    let named = index;
    while (named >= 0 && this.levels[named]?.key === '') named--;
    const key = this.levels[named]?.key ?? '';
    const call = this.callOf(named, key);
    return {
      lexical: 'bare',
      where: this.where,
      key: call !== undefined && key === '_args_' ? '' : key,
      parents: this.names(named - 1),
      group: level.isList ? level.group : 0,
      ...(!level.isList && { entry: level.group }),
      ...(call && { call }),
    };
  }

  /** `_target_: transformers.AutoModel.from_pretrained`: the values beside it are arguments of that call. */
  private callOf(index: number, key: string): Call | undefined {
    const target = this.levels[index]?.target ?? '';
    return target === '' || key === '_target_' ? undefined : { callee: target, argument: 0 };
  }

  private namesFrom(index: number): readonly string[] {
    const names: string[] = [];
    for (let at = index; at >= 0 && names.length < MOST_NAMES; at--) {
      const key = this.levels[at]?.key ?? '';
      if (key !== '' && !(at === 0 && this.isManifest && key === 'data')) names.push(key);
    }
    return names;
  }

  /** The names of a level and those around it, nearest first. */
  private names(index: number): readonly string[] {
    const level = this.levels[index];
    if (level === undefined) return NO_NAMES;
    return (level.names ??= this.namesFrom(index));
  }

  /** The end of the key at `start`: the colon that a blank or the line end follows; -1 when the line has no key. */
  private keyEnd(start: number, end: number): number {
    const first = this.text.charCodeAt(start);
    if (first === 34 || first === 39) return this.quotedKeyEnd(start, end);
    if (first === 91 || first === 123) return -1;
    const stop = Math.min(end, start + 300);
    for (let at = start; at < stop; at++)
      if (this.text.charCodeAt(at) === 58 && (at + 1 >= end || this.isBlank(at + 1))) return at;
    return -1;
  }

  private quotedKeyEnd(start: number, end: number): number {
    const quote = this.text.charCodeAt(start);
    let at = start + 1;
    while (at < end && this.text.charCodeAt(at) !== quote) at++;
    at = skipSpaces(this.text, at + 1, end);
    return this.text.charCodeAt(at) === 58 && at < end ? at : -1;
  }

  private isBlank(at: number): boolean {
    const code = this.text.charCodeAt(at);
    return code === SPACE || code === 9;
  }

  private endList({ isList, items }: Level): void {
    if (isList) this.commandOf(items);
  }

  private commandOf(items: readonly TextRange[]): void {
    if (items.length < 2) return;
    const isCommand = items.some(({ start, end }) => this.text.charCodeAt(start) === 45 && end > start + 2);
    const first = items[0];
    const program = first === undefined ? '' : this.text.slice(first.start, first.end);
    if (isCommand || /^(?:ollama|vllm|hf|huggingface-cli|docker|llm)$/.test(program)) {
      this.intake.command(items, OF_COMMAND);
    }
  }
}

const LONGEST_COMMAND = 2_000;
/** A list in brackets that holds no other. */
const LIST = /\[[^[\]{}]*\]/g;
/** An element of it, without its quotes: one in quotes may be of several words. */
const WORD_IN_LIST = /(?<=["'])[^"',[\]]{1,400}(?=["'])|(?<![^\s,[\]"'])[^\s,[\]"']+/g;

/** So many characters of a value in brackets are read as one. */
const LONGEST_FLOW = 200_000;

/** Behind the bracket that closes the one at an offset; -1 where none does. Quotes and comments hold none. */
function closeOf(text: string, start: number, stop: number): number {
  let depth = 0;
  for (let at = start; at < stop; at++) {
    const mark = text.charAt(at);
    if (mark === '[' || mark === '{') depth++;
    else if ((mark === ']' || mark === '}') && --depth === 0) return at + 1;
    else if (mark === '#' && /\s/.test(text.charAt(at - 1))) at = lineEnd(text, at, stop);
    else if ((mark === '"' || mark === "'") && /[\s[{,:]/.test(text.charAt(at - 1)))
      at = quoteEnd(text, at, stop);
  }
  return -1;
}

/** The quote that ends the string at an offset; its own offset where none does. */
function quoteEnd(text: string, start: number, stop: number): number {
  const quote = text.charAt(start);
  for (let at = start + 1; at < stop; at++) {
    if (text.charAt(at) === quote) return at;
    if (quote === '"' && text.charAt(at) === '\\') at++;
  }
  return start;
}

/** `|` keeps the lines of a block of text, `>` makes one of them; `undefined` when none begins here. */
function blockStyle(code: number): BlockStyle | undefined {
  return code === 124 ? 'literal' : code === 62 ? 'folded' : undefined;
}

/** What the value of a level is the value of: in a list of environment variables that is what `name` beside it says. */
function nameOf({ key, name }: Level): string {
  return (key === 'value' || key === 'Value' || key === 'default') && name !== '' ? name : key;
}

/** What task definitions and specifications of apps call the name of a variable, beside `name`. */
const NAMES_VARIABLE = /^(?:Name|[Kk]ey|[Oo]ption_?[Nn]ame)$/;

/** Whether others may get the value of a key by its name. */
function mayBeRead(key: string): boolean {
  return mayTellModel(key) || isVariable(key);
}

/** Adds an element of a list; of a very long one only the first count. */
function addItem(level: Level, item: TextRange): void {
  if (level.items === NONE) level.items = [item];
  else if (level.items.length < MOST_ITEMS) level.items.push(item);
}

/** Lists and mappings in brackets: quoted or bare values. */
const FLOW: Syntax = {
  lineComments: [],
  blockComments: [],
  strings: [
    { open: '"', close: '"', multiline: true, escape: 'backslash' },
    { open: "'", close: "'", multiline: true, escape: 'doubled' },
  ],
};
