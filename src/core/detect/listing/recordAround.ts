import { perObject } from '../../once';
import { textBefore, textBehind } from '../../text/pieces';
import { escapeRegExp } from '../../text/escapeRegExp';
import { matchesOf } from '../../text/matches';
import type { Bracket, Brackets } from '../brackets';
import { lineBefore, sectionBefore, sectionBehind } from '../surroundings';
import { attributesOf, SETTINGS } from './attributes';
import { edgeBefore, edgeBehind, edgeOf, ITEM_REACH } from './blockItems';
import { COLLECTION } from './elements';
import { COMMENT_REACH, type ListedPlace } from './listedPlace';

/** The record that a value is in, by brackets, block or section, and whether it is one of several. */

/** The element of an array of tables that an id is in. */
export function sectionOf({ text, start, site }: ListedPlace): RecordFound | undefined {
  if (site.where !== 'config' || site.call !== undefined || !ID_KEY.test(site.key)) return undefined;
  const section = /^\s*\w+\s*=/.test(lineBefore(text, start)) ? sectionAround(text, start) : undefined;
  return section === undefined ? undefined : { text: section, isElement: false, hasKin: false };
}

/** `[openai.models."gpt-4o"]` of TOML: the table that is kept under the name of the model which it tells of. */
export function keptSection({ text, start, site, id }: ListedPlace): RecordFound | undefined {
  if (site.where !== 'config' || !/^\s*[\w"'-]+\s*=/.test(lineBefore(text, start))) return undefined;
  const section = sectionBefore(text, start, SECTION_REACH);
  const name = /^\[(.*?)["']?\]{1,2}[ \t\r]*$/.exec(section.split('\n', 1)[0] ?? '')?.[1];
  if (name?.endsWith(id) !== true) return undefined;
  return keptRecord(section + sectionBehind(text, start, SECTION_REACH));
}

/** The mapping in YAML's block style that is kept under the name of the model which it tells of. */
export function keptBlock({ text, start, site, id }: ListedPlace): RecordFound | undefined {
  const own = lineBefore(text, start);
  const column = own.search(/\S/);
  if (site.where !== 'config' || column <= 0 || own.startsWith('- ', column)) return undefined;
  const isEdge = edgeOf(column);
  const from = start - own.length;
  const head = edgeBefore(text, from, { low: Math.max(0, start - ITEM_REACH), isEdge });
  if (!isKeptUnder(head.trimEnd(), id)) return undefined;
  return keptRecord(text.slice(text.lastIndexOf(head, from), edgeBehind(text, start, isEdge)));
}

/** Settings to run a model with may be kept under its name too. */
function keptRecord(text: string): RecordFound {
  return {
    text,
    isKept: true,
    isElement: false,
    hasKin: !SETTINGS.test(text) && attributesOf(text) !== 'none',
  };
}

export interface RecordFound {
  readonly text: string;
  /** It is kept under the name of the model. */
  readonly isKept?: boolean;
  readonly isElement: boolean;
  readonly hasKin: boolean;
}

const ID_KEY = /^(?:id|slug|code|(?:model|api)_?(?:id|name))$/i;
/** How far a section of settings is looked at before and behind a place. */
const SECTION_REACH = 1_000;

/** The element of an array of tables: from its header, `[[model]]`, to the next. */
function sectionAround(text: string, at: number): string | undefined {
  const before = textBefore(text, at, SECTION_REACH);
  const from = before.lastIndexOf('[[');
  if (from < 0) return undefined;
  return before.slice(from) + sectionBehind(text, at, SECTION_REACH);
}

/** What closes an item, and opens the next one behind comments. */
const NEXT_RECORD = /^\s*[})\]]\s*,(?:\s|(?:\/\/|#)[^\n]*\n)*(?:new\s|&)?(?:\w[\w.]*)?\s?[{([]/;
const RECORD_BEFORE = /[})\]]\s*,\s*(?:new\s+|&)?(?:\w[\w.]*)?$/;
const ITEM_HEAD = /[{,]\s*(?:new\s+|&)?(?:\w[\w.]*)?$/;
const COMMENT = /^(?:\/\/|\/?\*|#|--)|^$/;

/** The type of a record, before its opening mark. */
const TYPED_HEAD = /(?:\bnew[ \t]{1,9}|&)?[\w.]{0,80}[ \t]{0,9}$/;

/** The end of the code before a place, without the comments that stand between. */
function codeBefore(text: string, at: number): string {
  let end = at;
  while (at - end < COMMENT_REACH) {
    const line = lineBefore(text, end);
    if (end === line.length || !COMMENT.test(line.trim())) break;
    end -= line.length + 1;
  }
  const code = textBefore(text, end, 200).trimEnd();
  return code.replace(/([,{[(])[ \t]*(?:\/\/|#)[^\n]*$/, '$1');
}

/** What stands before a record: the code before comments, and the type that makes it. */
export function recordHead(text: string, at: number): string {
  const head = TYPED_HEAD.exec(lineBefore(text, at))?.[0] ?? '';
  return `${codeBefore(text, at - head.length)} ${head}`.trimEnd();
}

/** The mapping that a value is in, when it is one of several in a list or mapping. */
export function recordAround(place: ListedPlace): RecordFound | undefined {
  const { text, start, end, brackets, id } = place;
  // The record is near, the list that it is in may be long.
  const [own] = brackets.around(start);
  if (own === undefined || isPlainList(text, own)) return undefined;
  const holder = holderOf(text, own, brackets.open(start));
  const isInMapping = holder === 'mapping';
  // Parentheses make a record in a list alone.
  if (own.mark === '(' && holder !== 'list') return undefined;
  const content = brackets.contentOf(own, end);
  const inside = text.slice(content.start, content.end);
  const before = recordHead(text, own.at);
  const behind = textBehind(text, content.end, COMMENT_REACH);
  const isKept = isInMapping ? isKeptUnder(before, id) : isPutUnder(place, before, inside);
  return {
    text: inside,
    isKept,
    isElement: isItemOf(holder, before, IN_MAPPING),
    hasKin:
      (isItemOf(holder, before, ITEM_HEAD) && isBesideRecord(before, behind)) ||
      // No settings to run the model with.
      (isKept && !SETTINGS.test(inside)) ||
      (isInMapping && isKeptByLast(text, brackets, id)) ||
      hasTypedKin(text, brackets, before),
  };
}

/** Whether a record is an item of a list, or of a block whose items begin in a form. */
export function isItemOf(holder: Holder, before: string, form: RegExp): boolean {
  return holder === 'list' || (holder === 'mapping' && form.test(before));
}

type Holder = 'list' | 'mapping' | 'none';

/** What the brackets around a record hold; a call that is given nothing else stands for the record. */
export function holderOf(text: string, own: Bracket, [, around, further]: readonly Bracket[]): Holder {
  const holder = around !== undefined && isOnlyPassed(text, own, around) ? further : around;
  if (holder === undefined) return 'none';
  return holder.mark === '{' ? 'mapping' : isListHead(text, holder) ? 'list' : 'none';
}

/** `[infer(ModelInfo(id: "gpt-4o"))]`: a record that is all that a function is given stands where the call stands. */
function isOnlyPassed(text: string, own: Bracket, { at, mark, close }: Bracket): boolean {
  return (
    mark === '(' &&
    /^\(\s*[A-Z][\w.]{0,60}$/.test(text.slice(at, own.at)) &&
    /^\)[\s,]*$/.test(text.slice(own.close, close)) &&
    /[\w>]$/.test(text.charAt(at - 1))
  );
}

/** Whether a bracket opens a list: parentheses do behind what makes one, `listOf(`. */
function isListHead(text: string, { at, mark }: Bracket): boolean {
  return mark === '[' || (mark === '(' && COLLECTION.test(textBefore(text, at, 40)));
}

function isPlainList(text: string, { mark, at }: Bracket): boolean {
  return mark === '[' && !MAP_IN_BRACKETS.test(textBehind(text, at, COMMENT_REACH));
}

/** `[ 'model' => …`, behind comments too: the mapping of a language that writes mappings in the brackets of lists. */
const MAP_IN_BRACKETS = /^\[\s{0,20}(?:(?:\/\/|#)[^\n]{0,160}\n\s{0,20}){0,3}["']\w{1,40}["']\s{0,20}=>/;

export const IN_MAPPING = /[}\]]\s*,?$|[{,]\s*(?:&?\w[\w.]*)?$/;

/** `}, {`, `}, Model {`, `), new Model(`: another record of the list stands before or behind. */
export function isBesideRecord(before: string, behind: string): boolean {
  return RECORD_BEFORE.test(before) || NEXT_RECORD.test(behind);
}

/** Of each text, how often it has what is written in a form: read once a form, for there may be as many as places. */
const COUNTS = perObject((_brackets: Brackets) => new Map<RegExp, ReadonlyMap<string, number>>());

export function countIn(text: string, brackets: Brackets, form: RegExp): ReadonlyMap<string, number> {
  const known = COUNTS(brackets);
  let counts = known.get(form);
  if (counts === undefined) {
    const found = new Map<string, number>();
    for (const [written] of matchesOf(text, form)) found.set(written, (found.get(written) ?? 0) + 1);
    known.set(form, (counts = found));
  }
  return counts;
}
/** So many records of one type make a table, whatever they are called. */
export const MANY = 3;

/** `const GPT4: LLM = {`, one of several of its type, all constants of the module: the table is made of them. */
function hasTypedKin(text: string, brackets: Brackets, before: string): boolean {
  const type = /\b(?:const|let|val|var|static|readonly)\s+[A-Za-z_]\w{0,80}\s*:\s*([A-Z]\w{0,80})\s*=$/.exec(
    before,
  )?.[1];
  if (type === undefined) return false;
  return (countIn(text, brackets, TYPED_RECORD).get(`: ${type} = {`) ?? 0) > 1;
}

/** A constant's type and the bracket of its value. */
const TYPED_RECORD = /: [A-Z]\w{0,80} = \{/g;

/** `"gpt-4o": {`, `["gpt-4o"] = {`: the record is kept under its own name. */
function isKeptUnder(before: string, id: string): boolean {
  const behind = /["'`]?\]?\s{0,40}(?::|=>|=)$/.exec(before.slice(-60))?.[0];
  return behind !== undefined && before.endsWith(id, before.length - behind.length);
}

/** What puts records into a mapping, with its bracket; and up to the mark of one, with the key that it is put under. */
const PUTS_RECORDS =
  /[\w$.>-]{1,80}(?:\.|->)(?:set|put)\((?=\s{0,40}["'`][^"'`\n]{1,160}["'`]\s{0,4},\s{0,40}\{)/g;
const PUT_UNDER = /([\w$.>-]{1,80}(?:\.|->)(?:set|put)\()\s{0,40}["'`]([^"'`\n]{1,160})["'`]\s{0,4},$/;

/** Whether what is called, written up to its bracket, puts several records into the same mapping. */
export function putsSeveral(text: string, brackets: Brackets, called: string): boolean {
  return (countIn(text, brackets, PUTS_RECORDS).get(called) ?? 0) >= MANY;
}

/**
 * `models.set("gpt-4o", { id: "gpt-4o", contextWindow: 128_000 })`, one of several: the record is put under its own
 * name. What says nothing that tables say of models may be a client that is kept for its requests.
 */
function isPutUnder({ text, brackets, id }: ListedPlace, before: string, inside: string): boolean {
  const [, called = '', key] = PUT_UNDER.exec(before.slice(-360)) ?? [];
  return (
    key === id &&
    !id.includes('/') &&
    attributesOf(inside) !== 'none' &&
    putsSeveral(text, brackets, called) &&
    !isWalked(text, called) &&
    !MAKES.test(inside)
  );
}

/** What a record makes or does itself: it keeps a client for its requests. */
export const MAKES = /\bnew\s|=>/;
/** Whether a text goes through what is put into a mapping: each of its models may be asked for there. */
export function isWalked(text: string, called: string): boolean {
  const holder = escapeRegExp(called.slice(0, called.search(/(?:\.|->)(?:set|put)\($/)));
  return new RegExp(
    String.raw`\b${holder}(?:\.|->)(?:values|entries|keys|forEach)\b|\bof\s+${holder}\b`,
  ).test(text);
}

/** `"vits": { "id": "tts_models/en/vctk/vits"`: a record that is kept under the last part of its model's name. */
const KEPT_BY_LAST = new RegExp(
  String.raw`["']([\w.-]{1,80})["']\s{0,20}(?::|=>)\s{0,20}\{\s{0,80}["']?(?:id|name|slug)["']?\s{0,20}` +
    String.raw`(?::|=>)\s{0,20}["']([\w./-]{1,120}/\1)["']`,
  'g',
);

/** Of each text, the names whose records are kept so, where there are several. */
const LAST_PARTS = perObject((_brackets: Brackets) => ({
  names: undefined as ReadonlySet<string> | undefined,
}));

function isKeptByLast(text: string, brackets: Brackets, id: string): boolean {
  if (!id.includes('/')) return false;
  const known = LAST_PARTS(brackets);
  known.names ??= new Set(Array.from(matchesOf(text, KEPT_BY_LAST), ([, , name = '']) => name));
  return known.names.size >= MANY && known.names.has(id);
}
