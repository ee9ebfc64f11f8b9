import type { Message } from '../../message';
import { textBefore, textBehind, textFrom } from '../../text/pieces';
import { matchesOf } from '../../text/matches';
import { isGivenToRequests } from '../askedLists';
import type { Bracket } from '../brackets';
import { isLoopedByName, isOfUsed, nameOfModelList } from '../listNames';
import { keyWords } from '../signatures/keys';
import type { Site } from '../site';
import { attributesOf, isNameAgain, isSetting, RECORD_KEY, withoutNested } from './attributes';
import { isFetchedName } from './fetched';
import {
  COMMENT_REACH,
  contentAround,
  DEEPEST,
  keyOfRecord,
  type ListedPlace,
  OF_RECORD,
} from './listedPlace';
import { isBesideRecord, recordHead } from './recordAround';
import { isGiven } from './records';
import { isLabelled } from './rows';

/**
 * Records of lists that are called lists of models, that a function tells, or that are put among others one by one.
 */

/**
 * `var ModelList = []Model{ {Model: "gpt-4o", Owner: OpenAI}, … }`: a record of a list that is called one of models.
 * What says how a model is asked or got makes it a setting, and so does a loop over the list.
 */
export function ofModelList(place: ListedPlace): Message | undefined {
  const { text, start, site, brackets } = place;
  if (site.where !== 'code' || isGiven(place)) return undefined;
  const open = brackets.open(start);
  for (let level = 0; level <= DEEPEST; level++) {
    const [record, list] = open.slice(level);
    if (record === undefined || list === undefined) return undefined;
    const name = record.mark === '[' ? undefined : nameOfModelList(text, list);
    if (name !== undefined && !isFetchedName(name))
      return isRecordOfList(place, { name, record, list, level }) ? OF_RECORD : undefined;
  }
  return undefined;
}

/** A record of a list, and how many brackets of it are around a place. */
interface ListedRecord {
  readonly name: string;
  readonly record: Bracket;
  readonly list: Bracket;
  readonly level: number;
}

function isRecordOfList(place: ListedPlace, found: ListedRecord): boolean {
  const { text, start, end } = place;
  const { record, level } = found;
  if (!isBesideRecord(recordHead(text, record.at), textBehind(text, record.close, COMMENT_REACH)))
    return false;
  if (level > 0) return isNameAgain(text.slice(record.at, start), text.slice(start, end));
  return (
    isOfOffer(place, found) && !isSetting(withoutNested(contentAround(text, place.brackets, record, end)))
  );
}

/** What makes a record that a value is an argument of; `''` where nothing does. */
function makerOf({ key, call }: Site): string {
  return key === '' && call !== undefined && MADE_RECORD.test(call.callee) ? call.callee : '';
}

/** Whether a value names its record, and the list offers models: a loop or another program may use what it has. */
function isOfOffer(place: ListedPlace, found: ListedRecord): boolean {
  const { text, site, brackets } = place;
  const { name } = found;
  const made = makerOf(site);
  const key = keyOfRecord(place);
  if (made === '' && !RECORD_KEY.test(key)) return false;
  if (made === '' && !/model/i.test(key)) return true;
  if (isGivenToRequests(text, brackets, name)) return false;
  // What another loop makes of options is what people choose from.
  if (isLoopedByName(text, brackets, name)) return MADE_OPTION.test(made) && !isOfUsed(name);
  return !isOfUsed(name) || (made !== '' && isLabelledInRecord(place, found)) || isOfMenu(place, found);
}

/** Whether a name, or the same where its record has it first, has a name for people behind it. */
function isLabelledInRecord(place: ListedPlace, { record }: ListedRecord): boolean {
  const { text, start, end } = place;
  const first = text.indexOf(text.slice(start - 1, end + 1), record.at) + 1;
  return isLabelled(place) || isLabelled({ ...place, start: first, end: first + end - start });
}

/** So many records that are called after their models are a menu: what is chosen of it is written elsewhere. */
const FEWEST_OF_MENU = 5;
const LONGEST_MENU = 20_000;
/** Of each list, how many models its records have. */
const MODELS_IN = new WeakMap<Bracket, number>();

/** `DEFAULT_MODELS = [{ id: "gpt-4o", model: "gpt-4o" }, …]`: what people choose from before they add their own. */
function isOfMenu({ text, start, end }: ListedPlace, { name, record, list }: ListedRecord): boolean {
  if (!/default/i.test(name)) return false;
  const around = `${text.slice(record.at, start)}"${text.slice(end, record.close)}`;
  if (!isNameAgain(around, text.slice(start, end))) return false;
  let count = MODELS_IN.get(list);
  if (count === undefined) {
    const content = textFrom(text, list.at, list.close, LONGEST_MENU);
    count = content.match(/(?<![\w-])model["']?\s{0,8}[:=]/g)?.length ?? 0;
    MODELS_IN.set(list, count);
  }
  return count >= FEWEST_OF_MENU;
}

/** What makes a record of a model, and no client of one: `new Model("gpt-4o", "GPT-4o")`, `ModelInfo("gpt-4o")`. */
const MADE_RECORD = new RegExp(
  String.raw`^(?:new|(?:\w+\.)*(?:(?:AI|Ai|LLM|Llm)?Model|\w*(?:Info|Option|Choice|Entry|Item|Definition|` +
    String.raw`Description|Metadata)))$`,
);

/** What makes a record of a model that people may choose, by its own word. */
const MADE_OPTION = /(?:Option|Choice)$/;

/** The head of a function, up to its body: `async getAvailableModels() {`, `const listModels = () =>`. */
const FUNCTION_HEAD =
  /([A-Za-z_$][\w$]{0,80})\s{0,4}(?:=\s{0,4}(?:async\s{1,4})?)?\([^()]{0,200}\)[^;(){}\n]{0,80}(?:[{:]|=>\s{0,8}$)/g;
const NO_FUNCTION = /^(?:if|for|foreach|while|switch|catch|with|elif|match)$/;
/** What stands before what a function gives. */
const GIVES_BACK = /(?:\breturn\s{0,8}|=>\s{0,8})\(?$/;
/** So far above what it gives a function may begin, in characters. */
const FUNCTION_REACH = 800;
/** Words of a function that tells what there is to choose from. */
const TELLS = /^(?:available|supported|known|all|list|selectable|offered)$/;

/**
 * `getAvailableModels() { return { fast: { model: "gpt-4o-mini", description: "…" }, … } }`: a record in what a
 * function tells there is to choose from.
 */
export function ofTold({ text, start, end, site, brackets }: ListedPlace): Message | undefined {
  const open = brackets.open(start);
  const [own] = open;
  if (site.where !== 'code' || own?.mark !== '{') return undefined;
  const content = brackets.contentOf(own, end);
  const record = text.slice(content.start, content.end);
  if (attributesOf(record) === 'none' || isSetting(record)) return undefined;
  const given = open.slice(1, DEEPEST + 2).find(({ at }) => GIVES_BACK.test(textBefore(text, at, 20)));
  return given !== undefined && tellsModels(functionBefore(text, given.at)) ? OF_RECORD : undefined;
}

/** The name of the function whose head is the last one before a place; `''` where none is near. */
function functionBefore(text: string, at: number): string {
  const heads = [...matchesOf(textBefore(text, at, FUNCTION_REACH), FUNCTION_HEAD)];
  return heads.map(([, name = '']) => name).findLast((name) => !NO_FUNCTION.test(name)) ?? '';
}

function tellsModels(name: string): boolean {
  const words = keyWords(name);
  return words.some((word) => TELLS.test(word)) && words.some((word) => /^(?:models|llms)$/.test(word));
}

/** `addModel("gpt-4o", "GPT-4o", 128_000)`: a model that is put among others, with a name for people. */
export function ofRegistered(place: ListedPlace): Message | undefined {
  const { call, key, where } = place.site;
  if (where !== 'code' || call === undefined || key !== '' || call.argument !== 0) return undefined;
  const [does = '', ...what] = keyWords(call.callee.slice(call.callee.lastIndexOf('.') + 1));
  return /^(?:add|register|define)$/.test(does) &&
    what.some((word) => /^models?$/.test(word)) &&
    isLabelled(place)
    ? OF_RECORD
    : undefined;
}
