import { message, type Message } from '../../message';
import { textBefore } from '../../text/pieces';
import type { Bracket } from '../brackets';
import { isCalledLike } from '../constants';
import { isAmongKeyedRecords } from '../keyedRecords';
import { isOfUsed } from '../listNames';
import { isOneOfMany, isOneOfManyItems } from '../manyAlike';
import { lineBefore } from '../surroundings';
import { nameOfValue } from '../namedValues';
import type { Site } from '../site';
import {
  attributesOf,
  isNameAgain,
  isOffered,
  isSetting,
  RECORD_KEY,
  REQUEST,
  SETTINGS,
  WHO_IS_ASKED,
  withoutAbilities,
  withoutDefaults,
  withoutNested,
} from './attributes';
import { blockItem, ITEM_REACH } from './blockItems';
import { isFetchedName } from './fetched';
import { isGivenToLoader } from './givenToLoader';
import { COMMENT_REACH, keyOfRecord, type ListedPlace, LONGEST_HEAD, OF_RECORD } from './listedPlace';
import {
  countIn,
  holderOf,
  IN_MAPPING,
  isItemOf,
  keptBlock,
  keptSection,
  MANY,
  recordAround,
  type RecordFound,
  recordHead,
  sectionOf,
} from './recordAround';
import { isValueOfSetting } from './valuesOfSettings';

/** Records of tables: what they say of their models, or how many there are of one form, makes a table of them. */

/**
 * A record of a table: an element of a list of mappings, or a value of a mapping of mappings, with what tables say of
 * models.
 */
export function ofRecord(place: ListedPlace): Message | undefined {
  const { site } = place;
  if (site.call !== undefined && site.key === '') return undefined;
  if (isGiven(place)) return undefined;
  const record = recordAround(place) ?? keptSection(place) ?? keptBlock(place) ?? sectionOf(place);
  const key = keyInRecord(place, record);
  if (!RECORD_KEY.test(key)) return undefined;
  if (record === undefined) return ofBlock(place, key);
  return REQUEST.test(withoutAbilities(record.text)) || isUsedAlone(place, record)
    ? undefined
    : ofTable(place, record, key);
}

function ofTable(place: ListedPlace, record: RecordFound, key: string): Message | undefined {
  return isOfTable(record, key) || isOfMapping(place, record.text, key) ? OF_RECORD : undefined;
}

/** `const defaultModel = { modelId: "gpt-4o", supportsTools: true }`: one record, whose name says that it is used. */
function isUsedAlone({ site }: ListedPlace, { isElement, hasKin }: RecordFound): boolean {
  return !isElement && !hasKin && isOfUsed(site.parents[0] ?? '');
}

/** One of the records that code keeps under keys of their own, each with words for people: what somebody may choose. */
function isOfMapping(place: ListedPlace, record: string, key: string): boolean {
  const isTold = (one: string): boolean => attributesOf(one) !== 'none' && !isSetting(one);
  return (
    place.site.where === 'code' &&
    !/^model$/i.test(key) &&
    isTold(record) &&
    isAmongKeyedRecords(place, key, isTold)
  );
}

/**
 * What is in no table: the operand of a command, the record of a variable of the environment or of a setting,
 * `{ name: "MODEL_NAME", value: "gpt-4o" }`, which sets it, and those of which a loader gets the whole list.
 */
export function isGiven(place: ListedPlace): boolean {
  return (
    place.site.operand !== undefined ||
    nameOfValue(place.text, place) !== undefined ||
    isValueOfSetting(place) ||
    isGivenToLoader(place)
  );
}

/** `{ id: "gpt-4o", modelString: "gpt-4o" }`: a value that gives the record's name again is known by that name. */
function keyInRecord(place: ListedPlace, record: RecordFound | undefined): string {
  const key = keyOfRecord(place);
  const isAgain =
    !RECORD_KEY.test(key) &&
    /model|^repo/i.test(key) &&
    record !== undefined &&
    (record.isKept === true || isNameAgain(record.text, place.text.slice(place.start, place.end)));
  return isAgain ? 'id' : key;
}

/** Settings have a key `model` too: what they say besides may be said of an element of a table. */
function isOfTable({ text, isElement, hasKin }: RecordFound, key: string): boolean {
  const told = attributesOf(text);
  const isAlone = !isElement && !hasKin;
  if (told === 'strong' && !(isAlone && (/^model$/i.test(key) || WHO_IS_ASKED.test(text)))) return true;
  return !/^model$/i.test(key) && (hasKin || (told === 'weak' && isElement));
}

/** One of many records of one form, wherever they stand: more of them than anything would run. */
export function ofMany(place: ListedPlace): Message | undefined {
  if (isGiven(place) || !mayBeOfMany(place.site)) return undefined;
  const item = place.site.where === 'config' ? blockItem(place.text, place.start) : undefined;
  const isTable = item === undefined ? isManyRecord(place) : isManyItem(place, item.text);
  return isTable ? OF_RECORD : undefined;
}

/** Where the weights of a table's models are got from: of few, it is where the program gets them. */
const SOURCE_KEY = /^(?:\w{1,30}\.)?(?:default|hugging_?face|hf|model_?scope|ms|open_?mind)$/i;

/** The first argument of what makes a record, or a field that may name its model, of what nobody fetches or routes. */
function mayBeOfMany({ key, parents, call }: Site): boolean {
  return (
    (RECORD_KEY.test(key) || SOURCE_KEY.test(key) || (key === '' && call?.argument === 0)) &&
    ![key, ...parents].some((name) => isFetchedName(name) || name === 'litellm_params')
  );
}

function isManyItem(place: ListedPlace, item: string): boolean {
  const { key } = place.site;
  return !/^model$/i.test(key) && !REQUEST.test(item) && !SETTINGS.test(item) && isOneOfManyItems(place, key);
}

function isManyRecord(place: ListedPlace): boolean {
  const { text, start, end, site, brackets } = place;
  const [own] = brackets.open(start);
  if (own === undefined || isWrappedForRequest(text, own) || !isOneOfMany(place, site.key)) return false;
  const content = brackets.contentOf(own, end);
  return !REQUEST.test(text.slice(content.start, content.end));
}

/** `ChatCompletionRequest(model = ModelId("gpt-4o"), …)`: a name in its type, for what is asked. */
function isWrappedForRequest(text: string, { at }: Bracket): boolean {
  return WRAPPED_FOR_REQUEST.test(textBefore(text, at, COMMENT_REACH));
}

const WRAPPED_FOR_REQUEST = /\bmodel(?:_?(?:[Ii]d|[Nn]ame))?\s?[:=]\s?(?:new\s)?[\w.]{1,60}$/;

/**
 * An item of a list in block style, one of several, with a price or a label: settings of a model to run have neither.
 */
function ofBlock({ text, start, site }: ListedPlace, key: string): Message | undefined {
  if (site.where !== 'config' || /^model$/i.test(key)) return undefined;
  const item = blockItem(text, start);
  return item !== undefined &&
    item.hasKin &&
    isOffered(item.text) &&
    !REQUEST.test(withoutDefaults(item.text))
    ? OF_RECORD
    : undefined;
}

/**
 * `{Name: "…", Model: "…", Disabled: true}`, one of several: it is kept for its name, and nothing asks it. Settings
 * that are off at first, outside of a list, may be turned on.
 */
export function ofDisabled({ text, start, end, site, brackets, mentions }: ListedPlace): Message | undefined {
  if (!mentions('disabled') && !mentions('enabled')) return undefined;
  const open = brackets.open(start);
  const [own] = open;
  if (site.where !== 'code' || own === undefined || start - own.at > ITEM_REACH) return undefined;
  const content = brackets.contentOf(own, end);
  const inside = withoutNested(text.slice(content.start, content.end));
  return DISABLED.test(inside) && isItemOf(holderOf(text, own, open), recordHead(text, own.at), IN_MAPPING)
    ? message('it is listed as one that is not used')
    : undefined;
}

const DISABLED = new RegExp(
  String.raw`(?<![\w.])["']?(?:is_?)?(?:disabled["']?\s{0,9}(?:=>|[:=])\s{0,9}true|` +
    String.raw`enabled["']?\s{0,9}(?:=>|[:=])\s{0,9}false)\b`,
  'i',
);

/**
 * `val GPT_4O = ModelInfo("gpt-4o", 128_000)`, one of several constants that are records of one type. A client or
 * agent that is made so is asked.
 */
export function ofDeclared(place: ListedPlace): Message | undefined {
  const { text, start, site, brackets, id } = place;
  if (site.where !== 'code' || !isOwnField(place)) return undefined;
  const [own] = brackets.open(start);
  if (own === undefined || own.mark === '[') return undefined;
  const { name, type } = declarationBefore(text, own.at);
  if (type === '' || ASKED_TYPE.test(type) || isWrappedForRequest(text, own)) return undefined;
  const kin = countIn(text, brackets, MADE).get(`${type}${own.mark}`) ?? 0;
  return kin >= MANY || (kin > 1 && isCalledLike(name, id)) ? OF_RECORD : undefined;
}

/** A type before the bracket of what it makes. */
const MADE = /\b[A-Z]\w{0,60}[({]/g;

/** The name that is declared before a bracket, and the type of what the brackets make; `''` where there is none. */
function declarationBefore(text: string, at: number): { readonly name: string; readonly type: string } {
  const [, name = '', type = ''] = DECLARED.exec(textBefore(text, at, LONGEST_HEAD)) ?? [];
  return { name, type };
}

/** The first argument of what makes a record, or the field for its name. */
function isOwnField({ text, start, site }: ListedPlace): boolean {
  const { key, call } = site;
  const isNamed = RECORD_KEY.test(key) && !/^model$/i.test(key);
  return isNamed || NAMED.test(lineBefore(text, start)) || (key === '' && call?.argument === 0);
}

const NAMED = /\b(?:id|name)["']?\s{0,9}[:=]\s{0,9}["']$/;
const DECLARED =
  /(?<!\w)([A-Za-z_]\w{1,60})\s{0,4}(?::\s{0,4}[\w<>.?]{1,60}\s{0,4})?:?=\s{0,40}(?:new\s+|&)?([A-Z]\w{0,60})$/;
const ASKED_TYPE = new RegExp(
  String.raw`(?:Client|Agent|Chat|LL[Mm]|Pipeline|Chain|Embeddings?|Embedder|Bot|Provider|Service|Generator|` +
    String.raw`Session|Request|Params|Options|Config|Settings|Assistant)$`,
);
