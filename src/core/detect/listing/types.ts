import type { Message } from '../../message';
import { textBefore } from '../../text/pieces';
import type { Bracket, Brackets } from '../brackets';
import { isMadeChoice, isShownChoice } from '../choices';
import { lineBefore } from '../surroundings';
import { nearestKey, type Site } from '../site';
import { blockItem } from './blockItems';
import { keyOfRecord, type ListedPlace, OF_TYPE } from './listedPlace';
import { isValueOfSetting } from './valuesOfSettings';

/** Values of types, enumerations and schemas, and choices that people are shown. */

/** Values that a schema or an argument accepts. */
export const CHOICES = new RegExp(
  String.raw`^(?:enum|choices|anyof|oneof|options|allowed_?values|valid_?values|possible_?values|examples?|` +
    String.raw`suggestions?|values|literals?|picklist|callback_?data)$`,
  'i',
);
const TYPE_CALL = new RegExp(
  String.raw`(?:^|[.:])(?:Literal|enum|nativeEnum|picklist|oneOf|union|literal|Enum|NewEnum|StringEnum|in|IN|` +
    String.raw`choices|ValidateSet|OneOf|Choice|AllowedValues)$`,
);

/** `builder().model("…")`, `new Options().WithModel("…")`: what is built with the model may be kept under any name. */
const SETTER = /[.:](?:set|with|use)?_?model(?:_?(?:name|id|path|asset_?path|file))?$/i;

/** Whether a value is one that a schema or an argument accepts, by the key that it has. */
export function isChoice({ site }: Pick<ListedPlace, 'site'>): boolean {
  const isSet = site.key === '' && SETTER.test(site.call?.callee ?? '');
  return !isSet && (CHOICES.test(nearestKey(site)) || site.parents.some((key) => SAMPLE.test(key)));
}

/**
 * `options: [{ name: "gpt-4o", value: "gpt-4o" }]`: one of several that people choose from, by its name. Settings are
 * written so, too, and their names are keys: `options: [{ name: "model", value: "gpt-4o" }]`.
 */
function isValueOfChoice(place: ListedPlace): boolean {
  const { text, start, site, brackets } = place;
  return (
    OF_CHOICES.test(site.parents[0] ?? '') &&
    keyOfRecord(place) === 'value' &&
    (brackets.open(start)[1]?.mark === '[' || blockItem(text, start) !== undefined)
  );
}
const OF_CHOICES = /^(?:choices|options|suggestions?|picklist)$/i;

/** What says how values of a schema look: `json_schema_extra={"example": {"model": "gpt-4o"}}`. */
const SAMPLE = /^(?:(?:json_)?schema_extra|openapi_examples?)$/;

/** What an entry of a mapping is by the block that it is in, the call, or its key. */
export function ofPairType(place: ListedPlace): Message | undefined {
  const { site } = place;
  if (isValueOfSetting(place)) return undefined;
  return isTypeBlock(place) ||
    isOfTypeCall(site) ||
    isChoice(place) ||
    isValueOfChoice(place) ||
    isMadeChoice(place.text, place)
    ? OF_TYPE
    : undefined;
}

export function ofType(place: ListedPlace): Message | undefined {
  const { text, start, site } = place;
  const before = lineBefore(text, start);
  if (isValueOfSetting(place)) return undefined;
  return isOfUnion(place, before) ||
    isTypeBlock(place) ||
    (site.where === 'code' && isTypeOfCode(place, before)) ||
    isOfTypeCall(site) ||
    (isChoice(place) && !MODEL_BEFORE.test(before)) ||
    isValueOfChoice(place) ||
    isShownChoice(text, place)
    ? OF_TYPE
    : undefined;
}

/**
 * `'gpt-4o' | 'gpt-4o-mini'`, `'gpt-4o' | string`; the bars of `unwrap_or_else(|_| "gpt-4o".into())` hold an argument.
 */
function isOfUnion({ text, end }: ListedPlace, before: string): boolean {
  if (/(?<!\|)\|\s*["'`]$/.test(before)) return !/\|[\w\s,&]{0,60}\|\s*["'`]$/.test(before);
  return (
    /^\s*\|\s*(?:["'`]|\(?string\b)/.test(text.slice(end + 1, end + 60)) &&
    /(?:[:=<(]|^)\s*["'`]$/.test(before)
  );
}

/** In the block of an interface or enumeration. */
function isTypeBlock(place: ListedPlace): boolean {
  const { text, start, site } = place;
  if (site.where !== 'code' || OF_VARIABLE.test(textBefore(text, start, 160))) return false;
  return isInInterface(place) || isEnumMember(place);
}

/** The default of a variable of the environment is used, whatever holds it. */
const OF_VARIABLE = /\b(?:getenv|environ\.get|env)\(\s*["'][\w.]{1,100}["']\s*,\s*["']$/;

/** `CREATE TYPE model AS ENUM ('…')`, `Literal["…", "…"]` */
function isTypeOfCode({ text, start, brackets }: ListedPlace, before: string): boolean {
  const lines = textBefore(text, start, 600);
  return (
    /\bENUM\s*\([^)]*'$/i.test(before) ||
    /\bTYPE\s{1,8}[\w."]{1,120}\s{1,8}AS\s{1,8}ENUM\s{0,8}\([^);]*'$/i.test(lines) ||
    isOfLiteral(text, brackets, start)
  );
}

/** One of the values that a type of Python has, which no variable of that type is given by it: `Literal["…", "…"]`. */
export function isOfLiteral(text: string, brackets: Brackets, start: number): boolean {
  const [own] = brackets.open(start);
  return own?.mark === '[' && /\bLiteral$/.test(textBefore(text, own.at, 20));
}

function isOfTypeCall({ call, key }: Site): boolean {
  return call !== undefined && TYPE_CALL.test(call.callee) && !/default/i.test(key);
}

/** `options { model "x" }`: the word beside the value is its key, whatever block it is in. */
const MODEL_BEFORE = /\bmodel(?:_?(?:id|name))?\s+["'`]?$/i;

function isInInterface({ text, start, brackets, mentions }: ListedPlace): boolean {
  return (mentions('interface') || mentions('type')) && blocksAround(text, brackets, start).isInterface;
}

/**
 * What the blocks around a place are: `interface Config { model?: 'gpt-4o' }`, `type Config = { … }`, `enum Model {`.
 */
function blocksAround(text: string, brackets: Brackets, start: number): Blocks {
  const open = brackets.open(start);
  let blocks = BLOCKS.get(open);
  if (blocks === undefined) {
    const leads = open.map(({ at, mark }) => (mark === '{' ? textBefore(text, at, BLOCK_HEAD) : ''));
    const level = leads.findIndex((lead) => isHeadOfEnum(lead));
    blocks = {
      isInterface: leads.some((lead) => INTERFACE.test(lead.slice(-120))),
      isEnum: level >= 0,
      member: level > 0 ? open[level - 1]?.at : undefined,
    };
    BLOCKS.set(open, blocks);
  }
  return blocks;
}

interface Blocks {
  readonly isInterface: boolean;
  readonly isEnum: boolean;
  /** Where a member of the enumeration opens the bracket that the place is in. */
  readonly member: number | undefined;
}

/** Of the brackets that are open at places one after the other, as long as these are the same. */
const BLOCKS = new WeakMap<readonly Bracket[], Blocks>();
/** How far before its bracket a block is declared, with the fields of an enumeration. */
const BLOCK_HEAD = 600;
const INTERFACE = /\b(?:interface\s+\w+[^;{}=()]{0,80}|type\s+\w+\s*=\s*)$/;
/**
 * The head of an enumeration without its fields: what these are given or marked with, and what it is or follows, also
 * as Dart, Scala and Kotlin have it.
 */
const ENUM = new RegExp(
  String.raw`\benum\s+(?:(?:class|struct)\s+)?\w+\s*(?:<[^<>;{}]{0,80}>\s*)?` +
    String.raw`(?:@[\w.]+\s*|(?:(?:private|internal|protected|public)\s+)|constructor\s*){0,6}` +
    String.raw`(?:(?::|\b(?:implements|extends|where|with|derives)\b)[^;{}=()"'\x60]{0,300})?$`,
);
/** `Enum("Model", {`: the members of an enumeration of Python that a call makes. */
const MADE_ENUM = /(?<![\w$])(?:Str|Int)?Enum\(\s{0,40}["']\w{1,60}["']\s{0,4},\s{0,40}(?:names\s?=\s?)?$/;
/** Texts, comments and lines for a preprocessor, which say nothing of what a block is. */
const NO_HEAD = new RegExp(
  String.raw`"""(?:[^"]|"(?!""))*"""|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|` +
    String.raw`\/\/[^\n]*|\/\*(?:[^*]|\*(?!\/))*\*\/|^[ \t]*#(?!\[)[^\n]*`,
  'gm',
);
/** The fields of an enumeration and what an annotation is given, the innermost of them. */
const FIELDS = /\([^(){};]*\)/g;
/** So deep calls stand in one another in the fields. */
const DEEPEST_FIELD = 5;

/** Whether a block of members of an enumeration begins behind a text. */
function isHeadOfEnum(lead: string): boolean {
  if (MADE_ENUM.test(lead)) return true;
  if (!lead.includes('enum')) return false;
  let head = lead.replace(NO_HEAD, '');
  for (let depth = 0; depth < DEEPEST_FIELD && head.includes('('); depth++) head = head.replace(FIELDS, ' ');
  return ENUM.test(head);
}

/** `class Model(str, Enum):`, `enum Model {`: the block that the place is in, by its first line. */
function isEnumMember({ text, start, brackets, mentions }: ListedPlace): boolean {
  if (!mentions('enum') && !mentions('choices')) return false;
  const low = Math.max(0, start - 3_000);
  const head = text.slice(low, start);
  const mark = head.lastIndexOf('\nclass ');
  const python = mark >= 0 || (low === 0 && head.startsWith('class ')) ? head.slice(mark + 1) : '';
  if (
    /^class \w+\([^)\n]*(?:Enum|Choices)\b[^)\n]*\):/.test(python) &&
    !/\n[^\s#]/.test(python.replace(/^class[^\n]*/, ''))
  )
    return !isInMethod(python);
  const { isEnum, member = start } = blocksAround(text, brackets, start);
  return isEnum && ![start, member].some((at) => STORED.test(lineBefore(text, at)));
}

/** What an enumeration may hold beside its values: Swift's without any is a namespace for constants. */
const STORED = new RegExp(
  String.raw`^\s*(?:@\w+\s+)*(?:(?:public|private|internal|fileprivate|protected|static|const|final)\s+){0,3}` +
    String.raw`(?:(?:static|const)\s+(?:let|va[lr]|final|\w+)|let|va[lr])\s`,
);

/** The last line of a class is further in than the last method's first. */
function isInMethod(text: string): boolean {
  const method = [...text.matchAll(/\n([ \t]+)(?:async )?def /g)].at(-1)?.[1];
  const own = /^[ \t]*/.exec(text.slice(text.lastIndexOf('\n') + 1))?.[0] ?? '';
  return method !== undefined && own.length > method.length;
}

/** A constant for an architecture, and the word that files of weights have for it: `{ LLM_ARCH_MAMBA, "mamba" }`. */
const OF_ARCHITECTURE = new RegExp(
  String.raw`(?<![\w$])(?:(?:[A-Z]\w{0,40}_)?ARCH(?:ITECTURE)?_[A-Z\d_]{1,60}|` +
    String.raw`\w{0,40}(?:ARCH(?:ITECTURE)?|Arch(?:itecture)?)(?:\.|::)\w{1,60})` +
    String.raw`\]?\s{0,40}(?:,|=>|->|=|:)\s{0,40}["']$`,
);

/** The name of an architecture beside its constant, as tables of readers of weights have it. */
export function ofArchitecture({ text, start, site }: ListedPlace): Message | undefined {
  return site.where === 'code' && OF_ARCHITECTURE.test(lineBefore(text, start)) ? OF_TYPE : undefined;
}
