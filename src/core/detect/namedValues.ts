import { textBefore, textBehind, textFrom } from '../text/pieces';
import type { TextRange } from '../text/range';
import { matchesOf } from '../text/matches';
import type { Brackets } from './brackets';

/**
 * Variables of the environment that are written as records of a name and a value, as Kubernetes, task definitions of
 * ECS, Bicep and Terraform have them, or of a key and a value:
 * https://kubernetes.io/docs/tasks/inject-data-application/define-environment-variable-container,
 * https://docs.digitalocean.com/products/app-platform/reference/app-spec
 */
const NAME = String.raw`(?:(?:[Oo]ption_?)?[Nn]ame|[Kk]ey)`;
/**
 * Also `OpenAI__Endpoint`, as .NET writes keys of sections:
 * https://learn.microsoft.com/en-us/aspnet/core/fundamentals/configuration/#non-prefixed-environment-variables
 */
const VARIABLE = String.raw`[A-Z][A-Z\d_]{1,80}|[A-Z][A-Za-z\d]{0,40}__\w{1,60}`;
/** Plain entries that a record may have between the two: `scope: RUN_TIME`. */
const BETWEEN =
  String.raw`(?:(?!["']?(?:[Vv]alue|[Oo]perator)\b)["']?\w{1,30}["']?\s{0,8}[:=][ \t]{0,8}` +
  String.raw`["']?[\w:.-]{1,60}["']?\s{0,4},?\s{1,120}){0,2}`;
const HEAD =
  String.raw`(["']?)${NAME}\1\s{0,8}[:=]\s{0,8}(["']?)(${VARIABLE})\2\s{0,4},?\s{1,120}${BETWEEN}|` +
  String.raw`(["'])${NAME}\4\s{0,8}:\s{0,8}(["'])(${VARIABLE})\5\s{0,4},\s{0,120}`;
const VALUE = String.raw`(["']?)[Vv]alue\7\s{0,8}[:=][ \t]{0,8}`;
const NAMED_VALUE = new RegExp(String.raw`(?<![\w.-])(?:${HEAD})${VALUE}`, 'g');
const ENDS_IN_NAME = new RegExp(String.raw`(?<![\w.-])(?:${HEAD})["']?$`);
const ENDS_IN_VALUE = new RegExp(String.raw`(?<![\w.-])(?:${HEAD})${VALUE}["']?$`);
/** The name behind its value, as who sorts entries by hand may write it. */
const BEHIND =
  String.raw`["']?\s{0,4},?\s{1,120}["']?${NAME}["']?\s{0,8}[:=]\s{0,8}` +
  String.raw`["']?(${VARIABLE})(?![\w-])`;
const ENDS_IN_KEY = /(?<![\w.-])["']?[Vv]alue["']?\s{0,8}[:=][ \t]{0,8}["']?$/;
const BEGINS_WITH_NAME = new RegExp(`^${BEHIND}`);
const VALUE_FIRST = new RegExp(
  String.raw`[ \t]{0,80}(?:-[ \t]{1,8})?(?<![\w.-])["']?[Vv]alue["']?\s{0,8}[:=][ \t]{0,8}` +
    String.raw`(?=["']?[^\s"',{}]{1,300}${BEHIND})`,
  'g',
);
/** Longest text before a value that tells its name. */
const LONGEST_HEAD = 300;
/** Longest value that belongs to its name. */
const LONGEST_VALUE = 400;
/** How far around a value the others of its list are looked for, in characters, and how many of them. */
const REACH = 4_000;
const MOST_VALUES = 60;

/** A variable, and where its record begins and its value ends. */
export interface NamedValue {
  readonly name: string;
  readonly range: TextRange;
}

/**
 * The text with each such record written as `NAME: value`, the name right before the value and blanks before it, so
 * that all values stay where they are: what is said of keys and values of settings holds for them too.
 */
export function withPlainNames(text: string): string {
  const written = mayDefineParts(text) ? withNamesOfParts(text) : text;
  return withNamesOfRecords(written.includes('default') ? withNamesOfFields(written) : written);
}

/**
 * The head of a part of a chart's templates that is an address, and its name behind that of the chart:
 * `{{ define "chart.url" }}https://…`, see https://helm.sh/docs/chart_template_guide/named_templates/
 */
const PART = /\{\{-?\s{0,4}define\s{1,4}"(?:[^"{}\n]{0,80}\.)?([\w-]{1,60})"\s{0,4}-?\}\}\s{0,40}/g;

/** Whether a text may have such parts: most code says `undefined` or `#define`. */
export function mayDefineParts(text: string): boolean {
  return text.includes('define') && text.includes('{{');
}

/** An address that a part ends behind without a blank. */
const ENDS_PART = /(\bhttps?:\/\/[^\s"'{}]{3,200})(\{\{-?\s{0,4}end\b)/g;

function withNamesOfParts(text: string): string {
  const named = text.replace(PART, (all: string, name: string) =>
    ADDRESS_NAME.test(name) ? plainName(all, name) : all,
  );
  return named === text
    ? text
    : named.replace(ENDS_PART, (_, address: string, end: string) => address + ' '.repeat(end.length));
}

/** The parts of a chart's templates around the one that a place is in, by their names, with its own. */
export function partsBeside(
  text: string,
  { start, end }: TextRange,
): { readonly name: string; readonly beside: readonly NamedValue[] } | undefined {
  const low = Math.max(0, start - REACH);
  const around = text.slice(low, end + REACH);
  if (!mayDefineParts(around)) return undefined;
  const heads = [...matchesOf(around, PART)].slice(0, MOST_VALUES);
  const parts = heads.map(({ 1: name = '', index }, at) => ({
    name,
    range: { start: low + index, end: low + (heads[at + 1]?.index ?? around.length) },
  }));
  const own = parts.find(({ range }) => range.start < start && end <= range.end);
  return own && { name: own.name, beside: parts.filter((one) => one !== own) };
}

function withNamesOfRecords(text: string): string {
  if (!/[Vv]alue["']?\s{0,8}[:=]/.test(text) || !NAMES_VARIABLE.test(text)) return text;
  return text
    .replace(NAMED_VALUE, (all: string, ...groups: readonly string[]) =>
      plainName(all, groups[2] ?? groups[5] ?? ''),
    )
    .replace(VALUE_FIRST, (all: string, name: string) => plainName(all, name));
}

/** Keys of addresses, of which the description of a form tells the default. */
export const FIELD_OF_ADDRESS = String.raw`[A-Za-z][\w-]{0,40}(?:base|ur[il]|end_?point|host|address|server)`;
const ADDRESS_NAME = new RegExp(`^${FIELD_OF_ADDRESS}$|^(?:url|uri|host|endpoint)$`, 'i');
const FIELD_IN_BRACKETS = new RegExp(
  String.raw`(["'])(${FIELD_OF_ADDRESS})\1\s{0,8}:\s{0,8}\{[^{}]{0,800}?(["'])default\3\s{0,8}:\s{0,8}(?=["'])`,
  'gi',
);
/** Each line can be read in one way only, as its blanks end at what is none: what is tried would double by the line. */
const FIELD_IN_LINES = new RegExp(
  String.raw`^([ \t]{0,60})(${FIELD_OF_ADDRESS}):[ \t]{0,8}\r?\n` +
    String.raw`(?:\1[ \t]{1,20}(?![ \t]|default:)[^\n]{0,400}\n){0,16}` +
    String.raw`\1[ \t]{1,20}default:[ \t]{1,8}(?=\S)`,
  'gim',
);

/**
 * The same of the fields of a form that are described with their defaults, in JSON Schema, in the inputs of an action:
 * `"api_base": { "type": "string", "default": "https://…" }`. They are kept in their lines.
 */
function withNamesOfFields(text: string): string {
  const named = (all: string, _: string, name: string): string => {
    const blank = all.replace(/[^\n]/g, ' ');
    const room = blank.length - name.length - 2;
    return room < blank.lastIndexOf('\n') + 1 ? all : `${blank.slice(0, room)}${name}: `;
  };
  return text.replace(FIELD_IN_BRACKETS, named).replace(FIELD_IN_LINES, named);
}

/** What every such record has, whichever comes first. */
const NAMES_VARIABLE = new RegExp(String.raw`${NAME}["']?\s{0,8}[:=]\s{0,8}["']?(?:${VARIABLE})`);

/** A name as a key, where there is room for it before the value. */
function plainName(head: string, name: string): string {
  const room = head.length - name.length - 2;
  return room < 0 ? head : `${' '.repeat(room)}${name}: `;
}

/** The name of the variable that a value is of. */
export function nameOfValue(text: string, { start, end }: TextRange): string | undefined {
  return nameFrom(text, Math.max(0, start - LONGEST_HEAD), { start, end });
}

/** The same, where its record begins at an offset or behind. */
function nameFrom(text: string, from: number, { start, end }: TextRange): string | undefined {
  const head = text.slice(from, start);
  if (!/[:=][ \t]{0,8}["']?$/.test(head)) return undefined;
  const before = nameIn(ENDS_IN_VALUE.exec(head));
  return before ?? (ENDS_IN_KEY.test(head) ? nameBehind(text, end) : undefined);
}

function nameBehind(text: string, end: number): string | undefined {
  return BEGINS_WITH_NAME.exec(textBehind(text, end, LONGEST_HEAD))?.[1];
}

/** The name of the variable whose record has a key `value` at a place. */
export function nameOfRecord(text: string, start: number): string | undefined {
  return nameIn(ENDS_IN_NAME.exec(textBefore(text, start, LONGEST_HEAD)));
}

function nameIn(found: RegExpExecArray | null): string | undefined {
  return found?.[3] ?? found?.[6];
}

/** The variables of the list that the value at a place is in, itself among them, in order. */
export function valuesBeside(text: string, brackets: Brackets, place: TextRange): readonly NamedValue[] {
  const { start, end } = listAround(text, brackets, place);
  const found: NamedValue[] = [];
  const list = text.slice(start, end);
  for (const { 0: head, 1: first, 3: plain, 6: quoted, index } of [
    ...matchesOf(list, NAMED_VALUE),
    ...matchesOf(list, VALUE_FIRST),
  ].sort((one, other) => one.index - other.index)) {
    if (found.length >= MOST_VALUES) break;
    const at = start + index;
    const valueAt = at + head.length;
    const value = /^[^\n}]*/.exec(textFrom(text, valueAt, end, LONGEST_VALUE))?.[0] ?? '';
    found.push({ name: plain ?? quoted ?? first ?? '', range: { start: at, end: valueAt + value.length } });
  }
  return found;
}

/** The list of records around a place: what the bracket around its record holds, or the items of a block list. */
function listAround(text: string, brackets: Brackets, { start, end }: TextRange): TextRange {
  const low = Math.max(0, start - REACH);
  const high = Math.min(text.length, end + REACH);
  const [own, list] = brackets.around(start);
  const from = Math.max(low, start - LONGEST_HEAD);
  // The bracket around the value holds its name too.
  const isInBrackets =
    own !== undefined && own.at >= from && nameFrom(text, own.at + 1, { start, end }) !== undefined;
  // Records in braces may be the items of a list in block style: `- { name: A, value: b }`.
  return isInBrackets && list !== undefined
    ? { start: Math.max(low, list.at + 1), end: Math.min(high, list.close) }
    : itemsAround(text, { start, end }, { start: low, end: high });
}

/** The lines of the block list that a line is in: up and down to the first one that is further out. */
function itemsAround(text: string, { start, end }: TextRange, limit: TextRange): TextRange {
  const column = columnOfItem(text.slice(limit.start, start));
  if (column === undefined) return { start, end };
  const isInside = (line: string): boolean => {
    const indent = line.search(/\S/);
    return indent < 0 || indent > column || (indent === column && /[-#]/.test(line.charAt(indent)));
  };
  let low = text.lastIndexOf('\n', start - 1) + 1;
  while (low > limit.start) {
    const lineStart = text.lastIndexOf('\n', low - 2) + 1;
    if (lineStart < limit.start || !isInside(text.slice(lineStart, low - 1))) break;
    low = lineStart;
  }
  let high = end;
  for (let at = text.indexOf('\n', end); at >= 0 && at < limit.end; ) {
    const next = text.indexOf('\n', at + 1);
    const lineEnd = next < 0 ? text.length : next;
    if (!isInside(text.slice(at + 1, lineEnd))) break;
    high = lineEnd;
    at = next;
  }
  return { start: low, end: high };
}

/** The column of the mark of the list item that ends a text. */
function columnOfItem(before: string): number | undefined {
  const lines = before.split('\n');
  for (let at = lines.length - 1; at >= 0; at--) {
    const indent = /^[ \t]*(?=-[ \t])/.exec(lines[at] ?? '')?.[0].length;
    if (indent !== undefined) return indent;
  }
  return undefined;
}
