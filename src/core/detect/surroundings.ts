import { isBlankCode } from '../text/charClass';
import { textAround, textBefore, textBehind } from '../text/pieces';
import { covers, type TextRange } from '../text/range';
import { matchesOf } from '../text/matches';
import { KEY_WORDS } from '../registries/tables';
import type { Bracket, Brackets } from './brackets';
import { isOwn } from './host';
import { FIELD_OF_ADDRESS, nameOfValue, partsBeside, valuesBeside } from './namedValues';
import { keyWords } from './signatures/keys';

/**
 * What stands around a name, cut by the structure of the text: what is in the same mapping, call or section, what the
 * mappings around it have beside, and what stands before in the same document. Other documents of a stream, other
 * services of a compose file, other containers and what stands behind in a list of settings are left out.
 */
export interface Surroundings {
  /** The other entries of the mapping, call, section or record that the name is in. */
  readonly own: Part;
  /** The direct entries of the mappings around, nearest first. */
  readonly outer: readonly Part[];
}

/** What belongs together, in the order in which it speaks for the name: lines, or what brackets hold. */
export type Part = readonly TextRange[];

/** How far before a value the sign is looked for that it stands behind, in characters. */
const LONGEST_GAP = 200;

/**
 * The last character before a value and its quote that is no blank; `''` where it is none of ASCII, or none is near.
 * A form that ends right before a value is asked for only behind a sign that it may end in.
 */
export function signBefore(text: string, start: number): string {
  const low = Math.max(0, start - LONGEST_GAP);
  let at = start - 1;
  if (QUOTE_CODES.has(text.charCodeAt(at))) at--;
  for (; at >= low; at--) {
    const code = text.charCodeAt(at);
    if (!isBlankCode(code)) return code > LAST_OF_ASCII ? '' : text.charAt(at);
  }
  return '';
}

const LAST_OF_ASCII = 127;
const QUOTE_CODES: ReadonlySet<number> = new Set([34, 39, 96]);

/** Whether an offset lies in a part. */
export function holds(part: Part, at: number): boolean {
  return part.some((range) => covers(range, at));
}

/** What is left of a part without some ranges of the text. */
export function without(part: Part, ranges: readonly TextRange[]): Part {
  return ranges.reduce<Part>(
    (left, { start, end }) =>
      left.flatMap((one) =>
        end <= one.start || one.end <= start
          ? [one]
          : [
              { start: one.start, end: start },
              { start: end, end: one.end },
            ].filter((piece) => piece.start < piece.end),
      ),
    part,
  );
}

/** How far is looked, in characters and lines, and how many mappings outwards. */
export const FURTHEST = 4_000;
const MOST_LINES = 60;
const MOST_LEVELS = 6;

const EMPTY: Surroundings = { own: [], outer: [] };

/** The surroundings of a value. Looks at a bounded number of characters. */
export function surroundingsOf(text: string, brackets: Brackets, place: TextRange): Surroundings {
  const around = structureAround(text, brackets, place);
  const name = nameOfValue(text, place);
  const part = name === undefined ? partsBeside(text, place) : undefined;
  const key = name ?? part?.name;
  if (key === undefined) return around;
  const beside = (part?.beside ?? valuesBeside(text, brackets, place)).map((other) => ({
    key: other.name,
    range: other.range,
  }));
  const own = ofOneProgram({ key, value: valueAt(text, place) }, beside);
  return { own: [...around.own, ...own], outer: around.outer };
}

/** The setting that a name is the value of. */
interface Named {
  readonly key: string;
  readonly value: string;
}

function valueAt(text: string, { start, end }: TextRange): string {
  return text.slice(start, end);
}

/** A setting and its key. */
type Keyed = Pick<Setting, 'key' | 'range'>;

/** Those of the settings of one program that may be for a model, in a list: those of its stem speak last. */
function ofOneProgram(name: Named, all: readonly Keyed[]): readonly TextRange[] {
  const stem = stemOf(name.key);
  const isOwn = (other: Keyed): boolean => {
    const its = stemOf(other.key);
    return stem === its || isKin(stem, its);
  };
  const others = withoutOthers(name, all);
  return [...others.filter((one) => !isOwn(one)), ...others.filter(isOwn)].map(({ range }) => range);
}

/**
 * Stems that say only that a model is meant, whoever has it: `AI_MODEL` is asked at `OPENAI_BASE_URL` beside it, as
 * `MODEL` is.
 */
const OF_ANY_MODEL = /^(?:ai|llm|gpt|gen ?ai|default|inference)$/;
const OF_MODEL = /model(?:[-_]?(?:id|name))?$/i;
const OF_ADDRESS = /(?:url|uri|base|host|endpoint|address)$/i;

/** The settings of other stems beside a name whose stem is any model's, and of which no kin gives an address. */
function anybodys(stem: string, beside: readonly Pick<Setting, 'key' | 'range'>[]): readonly TextRange[] {
  if (!OF_ANY_MODEL.test(stem)) return [];
  const others = beside.filter(({ key }) => !isKin(stem, stemOf(key)));
  const hasOwn = beside.some((one) => !others.includes(one) && OF_ADDRESS.test(one.key));
  return hasOwn ? [] : others.map(({ range }) => range);
}

/** A stem that names what runs weights: `OLLAMA_MODEL`. */
function isOfRuntime(stem: string): boolean {
  return stem.split(' ').some((word) => {
    const registry = KEY_WORDS.get(word);
    return registry !== undefined && isOwn(registry);
  });
}

/** A stem that names a service or a runtime; OpenAI's is that of any client of its interface. */
function isOfService(stem: string): boolean {
  return stem.split(' ').some((word) => word !== 'openai' && KEY_WORDS.has(word));
}

/**
 * The settings of a program without the addresses of other stems, where one of its own has any, or a model of the
 * address's stem stands beside it: the model of `ASSIST_MODEL` is at `ASSIST_BASE_URL`, and not at `GATEWAY_URL` beside
 * it; that of `OLLAMA_MODEL` is not at `LLM_BASE_URL`, which is for `LLM_MODEL`.
 */
function withoutOthers(name: Named, all: readonly Keyed[]): readonly Keyed[] {
  const stem = stemOf(name.key);
  if (stem === '') return all;
  const isOwn = (other: string): boolean => isKin(stem, stemOf(other));
  const hasOwn = all.some(({ key }) => OF_ADDRESS.test(key) && isOwn(key));
  const isOthers = (other: string): boolean =>
    OF_ADDRESS.test(other) &&
    !isOwn(other) &&
    ((hasOwn && stemOf(other) !== '') || isForItsModel(other, name, all));
  return all.filter(({ key }) => !isOthers(key));
}

/**
 * Whether an address is for the model of its stem beside it, and so not for the name of a service. One whose stem says
 * nothing is left to weights of the Hub, unless their runtime is named: who else would be asked for them is unknown.
 */
function isForItsModel(address: string, name: Named, all: readonly Keyed[]): boolean {
  const stem = stemOf(name.key);
  if (!isOfService(stem)) return false;
  const isOpen = stemOf(address) === '' && name.value.includes('/') && !isOfRuntime(stem);
  return !isOpen && hasItsModel(address, all);
}

/**
 * Whether a model of the stem of an address stands beside it. A stem that says nothing must be written alike, as
 * `CHAT_BASE_URL` and `CHAT_MODEL`: `BASE_URL` alone is for any model.
 */
export function hasItsModel(address: string, all: readonly Pick<Keyed, 'key'>[]): boolean {
  const stem = stemOf(address);
  const [word] = keyWords(address);
  return all.some(
    ({ key }) => OF_MODEL.test(key) && stemOf(key) === stem && (stem !== '' || keyWords(key)[0] === word),
  );
}

function keyed(text: string, part: Part): readonly Keyed[] {
  return part.map((range) => ({ range, key: keyOfLine(text.slice(range.start, range.end)) }));
}

function structureAround(text: string, brackets: Brackets, place: TextRange): Surroundings {
  const { start, end } = place;
  const lineStart = lineStartOf(text, start);
  const open = brackets.around(start);
  const innermost = open[0];
  const line = lineAt(text, lineStart);
  if (innermost === undefined && FLAG.test(text.slice(lineStart, start)) && !isYaml(line))
    return { own: [commandAround(text, start)], outer: [] };
  if (isFlat(line) && innermost === undefined) return flatSurroundings(text, lineStart, place);
  if (isYaml(line) && (innermost === undefined || innermost.at >= lineStart)) {
    const onLine = open.filter(({ at }) => at >= lineStart);
    const inner = onLine.map((bracket) => [brackets.contentOf(bracket, end)]);
    const around = yamlSurroundings(text, lineStart, inner);
    const name = { key: keyOfLine(text.slice(lineStart, start)), value: valueAt(text, place) };
    const own = ITEM.test(line)
      ? [...around.own, ...ofOneProgram(name, itemsBeside(text, lineStart))]
      : withoutOthers(name, keyed(text, around.own)).map(({ range }) => range);
    return { ...around, own };
  }
  return bracketSurroundings(
    text,
    open.map((bracket) => ({ bracket, content: brackets.contentOf(bracket, end) })),
    place,
  );
}

/** The flag that a value is given by, in a command, also as a variable: `-e MODEL=`. */
const FLAG = /\s--?[A-Za-z][\w-]{0,60}(?:\s|=)["']?(?:[A-Z_][A-Z\d_]{0,60}=["']?)?$/;
/** What ends a command, and begins the next one; a line that goes on ends none. */
const COMMAND_END = /[;|]|&&|(?<!\\)\r?\n/g;

/** The command that a place is in, with the lines that go on in it. */
export function commandAround(text: string, at: number): TextRange {
  const low = Math.max(0, at - FURTHEST);
  const before = [...matchesOf(text.slice(low, at), COMMAND_END)].at(-1);
  const behind = textBehind(text, at, FURTHEST);
  const until = behind.search(COMMAND_END);
  return {
    start: before === undefined ? low : low + before.index + before[0].length,
    end: at + (until === -1 ? behind.length : until),
  };
}

/** What a part says, a line for each of its pieces. */
export function textOf(text: string, part: Part): string {
  return part.map(({ start, end }) => text.slice(start, end)).join('\n');
}

/** `KEY=value`, `key = value`: lines of settings without nesting. */
function isFlat(line: string): boolean {
  return (
    /^\s*(?:export\s+|set\s+|SET\s+|\$env:|-D|ENV\s+|ARG\s+)?[A-Za-z_][\w.-]*\s*=(?!=)/.test(line) &&
    !/[;{(,]$/.test(line.trimEnd())
  );
}

/** `key: value`, `- value` */
function isYaml(line: string): boolean {
  return /^\s*(?:-\s+)*(?:["']?[\w./@-]+["']?\s*:(?:\s|$)|-\s)/.test(line) && !/[,;]\s*$/.test(line);
}

/** What stands before the body of a class, and behind the last value of a statement on its line. */
const CLASS = /\b(?:class|namespace|object|impl|module)\s+\w[^{};()"'=]*(?:\([^(){};]*\)[^{};()"'=]*)?$/;
const LONGEST_CLASS = 240;
const STATEMENT_END = /^[^\n{}]*;[ \t]*(?:\/\/[^\n]*)?(?:\r?\n|$)/;

const STATEMENT = new RegExp(
  String.raw`;\s|;$|\n[ \t]*(?:const|let|var|val|return|if|for|await|try|throw|public|private|protected|` +
    String.raw`static|final|func|fn|def|async)\b`,
);

/** Lines that are comments: what they say is no statement. */
const COMMENTS = /(?<=\n)[ \t]*(?:#|\/\/)[^\n]*/g;

/** Braces that hold statements: they are no mapping whose entries belong together. */
export function holdsStatements(text: string, { at, mark }: Bracket, offset: number): boolean {
  if (mark !== '{') return false;
  const inside = text.slice(at + 1, offset).replace(COMMENTS, '');
  return (
    CLASS.test(textBefore(text, at, LONGEST_CLASS)) ||
    STATEMENT_END.test(textBehind(text, offset, LONGEST_LINE)) ||
    STATEMENT.test(inside) ||
    (/(?:\)|=>|\b(?:else|try|do|finally))\s*(?::\s*[\w<>[\]]+\s*)?$/.test(textBefore(text, at, 60)) &&
      /^\s*(?:const|let|var|val|return|if|for|await|this\.|self\.|\w+\s*(?::?=)|\w+\()/.test(inside))
  );
}

function bracketSurroundings(
  text: string,
  levels: readonly { readonly bracket: Bracket; readonly content: TextRange }[],
  place: TextRange,
): Surroundings {
  const parts: Part[] = [];
  for (const { bracket, content } of levels) {
    if (holdsStatements(text, bracket, place.end)) break;
    parts.push([content]);
  }
  const [own = [], ...outer] = parts;
  return { own: own.flatMap((content) => withoutOtherVariables(text, content, place)), outer };
}

/** A variable and its value as entries of a mapping: `"LLM_BASE_URL": "https://…"`, `LLM_BASE_URL = "https://…"`. */
const VARIABLE_ENTRY =
  /(?<![\w-])["']?([A-Z][A-Z\d_]{1,60})["']?\s{0,8}(?::|=>|=)\s{0,20}["'][^"'\n]{0,200}["']/g;

/** The contents of a mapping that has a variable's value at a place, without what is for other variables. */
function withoutOtherVariables(text: string, content: TextRange, place: TextRange): Part {
  const entries = Array.from(
    matchesOf(text.slice(content.start, content.end), VARIABLE_ENTRY),
    ({ 0: entry, 1: key = '', index }) => ({
      key,
      range: { start: content.start + index, end: content.start + index + entry.length },
    }),
  );
  const name = entries.find(({ range }) => range.start < place.end && place.end <= range.end);
  if (name === undefined) return [content];
  const kept = new Set(withoutOthers({ key: name.key, value: valueAt(text, place) }, entries));
  return without(
    [content],
    entries.filter((entry) => !kept.has(entry)).map(({ range }) => range),
  );
}

/** Longest line that is looked at: what is further away is none of the name's business. */
const LONGEST_LINE = 400;

/** Where the line of a place begins, or how far back is looked for it. */
export function lineStartOf(text: string, at: number): number {
  const low = Math.max(0, at - LONGEST_LINE);
  return low + text.slice(low, at).lastIndexOf('\n') + 1;
}

/** What stands on the line of a place before it. */
export function lineBefore(text: string, at: number): string {
  return text.slice(lineStartOf(text, at), at);
}

/** What stands before a place in its section of settings, from the header on, as far as it is looked for. */
export function sectionBefore(text: string, at: number, reach: number): string {
  const before = `\n${textBefore(text, at, reach)}`;
  return before.slice(before.lastIndexOf('\n[') + 1);
}

/** What stands behind a place in its section, up to the next header, as far as it is looked for. */
export function sectionBehind(text: string, at: number, reach: number): string {
  return text.slice(at, at + reach).split('\n[', 1)[0] ?? '';
}

function lineAt(text: string, start: number): string {
  const line = textBehind(text, start, LONGEST_LINE);
  const end = line.indexOf('\n');
  return end < 0 ? line : line.slice(0, end);
}

/** Endings of keys of addresses, keys and providers: what stands before them says which models they are for. */
const STEM_END = new Set(
  (
    'base url uri api host endpoint port server address key token secret provider type org ' +
    'organization path model models name id deployment version timeout chat embedding embeddings ' +
    'apiurl baseurl apibase'
  ).split(' '),
);

/** Endings that say nothing more once something stands before them: `AGENT_LLM_API_BASE`, `AGENT_DEFAULT_MODEL`. */
const WEAK_END = new Set(['llm', 'default']);

/** The words of a key without what kind of setting it is: `openai` of `OPENAI_BASE_URL` and of `OPENAI_MODEL`. */
export function stemOf(key: string): string {
  const words = [...keyWords(key)];
  const isEnd = (word: string): boolean => STEM_END.has(word) || (words.length > 1 && WEAK_END.has(word));
  while (words.length > 0 && isEnd(words[words.length - 1] ?? '')) words.pop();
  return words.join(' ');
}

/** The head of a rule of a Makefile, and a line of a recipe: what one target runs with is nothing to another. */
const TARGET = /^[\w./%$(){} -]{1,200}:(?![=/])/;
const RECIPE_LINE = /^\t/;

/**
 * Settings one a line: those of the same stem wherever they stand in the section, those of the same paragraph before
 * the name, and those behind it in the paragraph where neither has a stem: `CHAT_MODEL`, then `ENDPOINT`. All of the
 * paragraph are of a name whose stem is any model's.
 */
function flatSurroundings(text: string, lineStart: number, place: TextRange): Surroundings {
  const name = { key: keyOfLine(text.slice(lineStart, place.start)), value: valueAt(text, place) };
  const stem = stemOf(name.key);
  const all = [linesBefore(text, lineStart), linesBehind(text, lineStart)].map((lines) => [
    ...settings(text, lines),
  ]);
  const others = ofOtherPaths(name.key, all.flat());
  const [before = [], behind = []] = all.map((some) => some.filter((one) => !others.has(one)));
  const paragraph = [...before, ...behind].filter(({ inParagraph }) => inParagraph);
  const isOthers = (key: string): boolean => OF_ADDRESS.test(key) && isForItsModel(key, name, paragraph);
  const isAnybodys = (key: string): boolean => stemOf(key) === '' && !isOthers(key);
  const own = before.flatMap(({ range, key, inParagraph }) =>
    isKin(stem, stemOf(key)) || (inParagraph && (stem === '' || isAnybodys(key))) ? [range] : [],
  );
  const kin: TextRange[] = [];
  let isOpen = stem === '';
  for (const { range, key, inParagraph } of behind) {
    isOpen &&= inParagraph && isFlat(text.slice(range.start, range.end));
    const other = stemOf(key);
    if (isKin(stem, other)) kin.push(range);
    // What stands before the name speaks first, then what is nearest to it.
    else if (isOpen && other === '') own.unshift(range);
  }
  return { own: [...own, ...kin, ...anybodys(stem, paragraph)], outer: [] };
}

/**
 * The addresses among settings with points in their keys that are not of a name's own path, which is nested as
 * mappings are: of `a.chat.options.model` is `a.chat.base-url`, and `a.base-url` only where that is not written. Where
 * none is of the path, those of others are what other models have.
 */
function ofOtherPaths(name: string, all: readonly Setting[]): ReadonlySet<Setting> {
  if (!name.includes('.')) return new Set();
  const addresses = all
    .filter(({ key }) => key.includes('.') && OF_ADDRESS.test(key))
    .map((setting) => ({ setting, path: pathOf(setting.key) }));
  const longest = Math.max(...addresses.map(({ path }) => (name.startsWith(path) ? path.length : -1)));
  const hasModel = (path: string): boolean =>
    all.some(({ key }) => OF_MODEL.test(key) && key.startsWith(path));
  const isOthers = (path: string): boolean => {
    if (name.startsWith(path)) return path.length < longest;
    return hasModel(path) || (longest >= 0 && !path.startsWith(pathOf(name)));
  };
  return new Set(addresses.filter(({ path }) => isOthers(path)).map(({ setting }) => setting));
}

/** What the key of an address has before its last part, but for parts that say only how a model is reached. */
function pathOf(key: string): string {
  const parts = key.split('.').slice(0, -1);
  while (isSettingsKey(parts.at(-1) ?? '')) parts.pop();
  return parts.map((part) => `${part}.`).join('');
}

/** A setting as an item of a list: `- OPENAI_MODEL=gpt-4o`. */
const ITEM = /^\s*-\s+["']?[A-Za-z_]\w*=/;

/** The others of a list of settings: those behind a line, then those before, each the furthest first. */
function itemsBeside(text: string, lineStart: number): readonly Keyed[] {
  const items = (ranges: Iterable<TextRange>): readonly Keyed[] => {
    const found: TextRange[] = [];
    for (const range of ranges) {
      const line = text.slice(range.start, range.end);
      if (/^\s*#/.test(line)) continue;
      if (!ITEM.test(line)) break;
      found.push(range);
    }
    return keyed(text, found.reverse());
  };
  return [...items(linesBehind(text, lineStart)), ...items(linesBefore(text, lineStart))];
}

/** A line of settings with its key, and whether no empty line stands between it and the name. */
interface Setting {
  readonly range: TextRange;
  readonly key: string;
  readonly inParagraph: boolean;
}

/** The settings of the same section, without the recipes of other targets of a Makefile. */
function* settings(text: string, ranges: Iterable<TextRange>): Generator<Setting> {
  let hasPassedTarget = false;
  let inParagraph = true;
  for (const range of ranges) {
    const line = text.slice(range.start, range.end);
    if (/^\s*\[/.test(line)) return;
    if (hasPassedTarget && RECIPE_LINE.test(line)) continue;
    hasPassedTarget ||= TARGET.test(line);
    inParagraph &&= line.trim() !== '';
    if (!NO_SETTING.test(line)) yield { range, key: keyOfLine(line), inParagraph };
  }
}

/** A comment, or an empty line. */
const NO_SETTING = /^\s*(?:#|;|!|\/\/|::|@?rem\b|$)/i;

function keyOfLine(line: string): string {
  return /(?<![\w.-])([A-Za-z_][\w.-]{0,80})["']?\s{0,40}[=:]/.exec(line)?.[1] ?? '';
}

/** `openai` and `openai fallback`, `spring ai openai` and `spring ai openai chat options`. */
export function isKin(stem: string, other: string): boolean {
  return stem !== '' && (stem === other || stem.startsWith(`${other} `) || other.startsWith(`${stem} `));
}

/** The lines before one, the nearest first; none behind a line that is too long. */
function* linesBefore(text: string, lineStart: number): Generator<TextRange> {
  const low = Math.max(0, lineStart - FURTHEST);
  const behind = text.slice(low, lineStart);
  let end = behind.length - 1;
  for (let count = 0; end > 0 && count < MOST_LINES; count++) {
    const mark = behind.lastIndexOf('\n', end - 1);
    if (mark < 0 && low > 0) return;
    const start = low + mark + 1;
    yield { start, end: Math.min(low + end, start + LONGEST_LINE) };
    end = mark;
  }
}

/** The lines behind one; none behind a line that is too long. */
function* linesBehind(text: string, lineStart: number): Generator<TextRange> {
  const ahead = textBehind(text, lineStart, FURTHEST);
  let mark = ahead.indexOf('\n');
  for (let count = 0; mark >= 0 && mark + 1 < ahead.length && count < MOST_LINES; count++) {
    const start = mark + 1;
    mark = ahead.indexOf('\n', start);
    const end = mark === -1 ? ahead.length : mark;
    yield { start: lineStart + start, end: lineStart + Math.min(end, start + LONGEST_LINE) };
  }
}

interface Level {
  readonly indent: number;
  readonly lines: TextRange[];
}

/** Mappings of YAML, by their indentation. */
function yamlSurroundings(text: string, lineStart: number, inner: readonly Part[]): Surroundings {
  const line = lineAt(text, lineStart);
  const levels = levelsAbove(text, { start: lineStart, end: lineStart + line.length });
  addBelow(text, levels, linesBehind(text, lineStart));
  const [own, ...outer] = [...inner, ...levels.map(({ lines }) => lines)];
  return own === undefined ? EMPTY : { own, outer: outer.slice(0, MOST_LEVELS) };
}

/** The columns at which a line's list marks and its content begin. */
function columnsOf(line: string): { readonly dashes: readonly number[]; readonly content: number } {
  const dashes: number[] = [];
  let at = 0;
  for (;;) {
    while (line.charAt(at) === ' ') at++;
    if (!line.startsWith('- ', at) && line.slice(at) !== '-') return { dashes, content: at };
    dashes.push(at);
    at++;
  }
}

/** `image:` with its parts below, as charts of Helm have it. */
const IMAGE = /^\s*(?:-\s+)?image:\s*$/;
/** How the model beside is reached, in a mapping of its own: what stands below is said of the model. */
const SETTINGS_KEY = 'options|config|settings|param(?:eter)?s|connection|client|endpoint|api|server|upstream';
const SETTINGS = new RegExp(
  String.raw`^\s*(?:-\s+)?(?:${SETTINGS_KEY}|${FIELD_OF_ADDRESS}):\s*(?:#.*)?$`,
  'i',
);
const IS_SETTINGS_KEY = new RegExp(`^(?:${SETTINGS_KEY})$`);

/** Whether a mapping under a key says how the model beside it is reached. */
export function isSettingsKey(key: string): boolean {
  return IS_SETTINGS_KEY.test(key);
}

/** The head of a mapping, and a provider that is written, each with its word. */
const HEAD = /^\s*(?:-\s+)?["']?([A-Za-z][\w-]{1,40})["']?:\s*(?:#.*)?$/;
const PROVIDER =
  /^[ \t-]*["']?(?:provider|vendor|backend|type)["']?:[ \t]*["']?([A-Za-z][\w-]{1,40})["']?[ \t]*(?:#|\r?$)/gim;
/** How far from such a mapping its provider is written, in characters. */
const PROVIDER_REACH = 1_000;

/** Whether an entry holds settings of the model beside: `config:`, or `openAI:` where `provider: OpenAI` is near. */
function isSettings(text: string, { start, end }: TextRange): boolean {
  const entry = text.slice(start, end);
  if (SETTINGS.test(entry)) return true;
  const word = HEAD.exec(entry)?.[1];
  if (word === undefined) return false;
  const near = textAround(text, start, end, PROVIDER_REACH);
  return [...matchesOf(near, PROVIDER)].some(
    ([, provider = '']) => provider.toLowerCase() === word.toLowerCase(),
  );
}

function levelsAbove(text: string, first: TextRange): Level[] {
  const opened = new OpenLevels(text, first);
  for (const range of linesBefore(text, first.start)) {
    const line = text.slice(range.start, range.end);
    if (/^(?:---|\.\.\.)/.test(line)) break;
    if (/^\s*(?:#|$)/.test(line)) continue;
    opened.add(line, range);
  }
  return opened.levels;
}

/** The mappings around a line, innermost first, as the lines before it tell, the nearest first. */
class OpenLevels {
  readonly levels: Level[];
  /** The column of the innermost mapping whose head was not seen, or of its list marks. */
  private limit: number;
  /** More entries of the last mapping may follow; else only the key of the list that it is an item of. */
  private isOpen: boolean;
  /** The lines below the next entry of the present level, the nearest first. */
  private below: TextRange[] = [];

  constructor(
    private readonly text: string,
    first: TextRange,
  ) {
    const { dashes, content } = columnsOf(text.slice(first.start, first.end));
    this.levels = [{ indent: content, lines: [first] }];
    this.isOpen = dashes.length === 0;
    this.limit = dashes[0] ?? content;
  }

  add(line: string, range: TextRange): void {
    const { dashes, content } = columnsOf(line);
    const isItem = dashes.length > 0;
    const left = dashes[0] ?? content;
    if (left > this.limit) {
      this.below.push(range);
      return;
    }
    if (this.isOpen && content === this.limit) this.addEntry(line, range);
    else if (left < this.limit || (!this.isOpen && !isItem))
      this.levels.push({ indent: content, lines: [range] });
    else return;
    this.limit = left;
    this.isOpen = !isItem;
  }

  private addEntry(line: string, range: TextRange): void {
    this.levels.at(-1)?.lines.push(range, ...this.partsOf(line, range));
    this.below = [];
  }

  /** What stands below an entry and belongs to it, for the name beside. */
  private partsOf(entry: string, range: TextRange): Part {
    if (IMAGE.test(entry))
      return this.below.filter(({ start, end }) => /^\s*repository:/.test(this.text.slice(start, end)));
    return this.levels.length === 1 && isSettings(this.text, range) ? this.below : [];
  }
}

/** Entries that follow in the mappings that are open. */
function addBelow(text: string, levels: readonly Level[], lines: Iterable<TextRange>): void {
  let at = 0;
  let isInSettings = false;
  for (const range of lines) {
    const line = text.slice(range.start, range.end);
    if (/^(?:---|\.\.\.)/.test(line)) return;
    if (/^\s*(?:#|$)/.test(line)) continue;
    const { dashes, content } = columnsOf(line);
    at = levelAt(levels, at, dashes[0] ?? content);
    const level = levels[at];
    if (level === undefined) return;
    const isEntry = content === level.indent;
    if (isEntry) isInSettings = at === 0 && isSettings(text, range);
    if (isEntry || isInSettings) level.lines.push(range);
  }
}

/** The level, from one on, whose mapping a line at this column is in. */
function levelAt(levels: readonly Level[], from: number, column: number): number {
  return levels.findIndex(({ indent }, at) => at >= from && column >= indent);
}
