import { textAround } from '../../text/pieces';
import { matchesOf } from '../../text/matches';
import { sharesWord } from '../constants';
import { keyWords } from '../signatures/keys';
import { blockItem } from './blockItems';
import { contentAround, keyOfRecord, type ListedPlace, LONGEST_HEAD } from './listedPlace';

/** Records of one setting each, by its name and its value: what they set is used, however they stand in lists. */

/** Whether the name beside a value is the key of a setting, by itself or by those of its list. */
export function isValueOfSetting(place: ListedPlace): boolean {
  const { text, start, end, id, brackets } = place;
  if (keyOfRecord(place) !== 'value') return false;
  const [own, outer] = brackets.open(start);
  const isInline = own?.mark === '{';
  const record = isInline ? contentAround(text, brackets, own, end) : blockItem(text, start)?.text;
  const names = namesOfRecord(record ?? '');
  if (names.length === 0 || names.some(({ name }) => sharesWord(name, id))) return false;
  if (names.some(isKeyOfModel)) return true;
  const list = isInline ? outer : undefined;
  return NAMES_PARAMETER.test(
    list === undefined
      ? textAround(text, start, end, LONGEST_HEAD)
      : contentAround(text, brackets, list, end),
  );
}
interface NameOfRecord {
  readonly field: string;
  readonly name: string;
}

/** The first name of a record, and its first `id`. */
function namesOfRecord(record: string): readonly NameOfRecord[] {
  const names = Array.from(matchesOf(record, NAME_OF_RECORD), ([, field = '', name = '']) => ({
    field,
    name,
  }));
  return [names.find((one) => !isId(one)), names.find(isId)].filter((one) => one !== undefined);
}

function isId({ field }: NameOfRecord): boolean {
  return /^id$/i.test(field);
}

/**
 * Whether the name of a record is a key of a model. One that is no label may say only what the model is for, and an
 * `id` is one only by its end: `model-1` is one of several.
 */
function isKeyOfModel(one: NameOfRecord): boolean {
  if (IS_KEY.test(one.field) && OF_TASK.test(one.name)) return true;
  const words = keyWords(one.name).filter((word, index) => index === 0 || !/^(?:id|name)$/.test(word));
  return (isId(one) ? words.slice(-1) : words).some((word) => OF_MODEL.test(word));
}
const IS_KEY = /^(?:name|key|id)$/i;
const OF_TASK = /^(?:chat|completions?|embeddings?)$/;
/** What keys of models have, and names of models have not. */
const OF_MODEL = /^(?:model|llm|engine|deployment)$/;
/** The name of a record where it may be a key: one word. */
const NAME_OF_RECORD = new RegExp(
  String.raw`(?<![\w-])["']?(name|key|id|label|title|text)["']?\s{0,8}[:=]\s{0,8}["']?([\w.-]{1,60})["']?` +
    String.raw`\s{0,8}(?:[,;}\n\r]|$)`,
  'gi',
);
/** The record of a setting of requests. */
const NAMES_PARAMETER = new RegExp(
  String.raw`(?<![\w-])["']?(?:name|key|label)["']?\s{0,8}[:=]\s{0,8}["']?(?:temperature|top_?[pk]|` +
    String.raw`max_?(?:\w{1,12}_?)?tokens|api_?key|base_?url|timeout|system_?prompt|seed|stream)\b`,
  'i',
);
