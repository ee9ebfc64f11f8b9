import { providerRegistry } from '../registries/names/providerPath';
import { matchesOf } from '../text/matches';
import { textBefore, textBehind } from '../text/pieces';
import { keyKind } from './signatures/keys';

/**
 * Settings of a program that a database keeps, as scripts and programs write them: what a column for models is set to,
 * the value of a row that is called like a model's setting, and what stands beside who runs it.
 */

/** How much of a statement is looked at before and behind a place, in characters. */
const STATEMENT_REACH = 3_000;
/** Names of columns that a row of settings is found by, and of those that hold what it is set to. */
const KEY_COLUMN = /^(?:(?:\w+_)?(?:key|name)|setting|option|param(?:eter)?|variable|config)$/i;
const VALUE_COLUMN = /^(?:\w+_)?val(?:ue)?$/i;
/** What tables of settings are called. */
const OF_SETTINGS = new RegExp(
  String.raw`(?:^|[\W_])(?:settings?|config(?:s|uration|urations)?|preferences|options|param(?:eter)?s|` +
    String.raw`env(?:ironment)?|key_?values?|kv)["'\x60\]]*$`,
  'i',
);
/** Columns of words for people, and of what a record is called. */
const FOR_PEOPLE =
  /^(?:\w+_)?(?:name|label|title|descr?(?:iption)?|display|notes?|comments?|text|summary|slug)$/i;

/** Whether what a column is set to by a statement is a setting: `UPDATE settings SET value = '…' WHERE key = '…'`. */
export function isColumnSet(text: string, start: number, column: string): boolean {
  if (keyKind(column) === 'model') return true;
  const { before, behind } = statementAround(text, start);
  if (VALUE_COLUMN.test(column)) return findsSetting(behind) || putsSetting(before);
  return !FOR_PEOPLE.test(column) && setsProvider(`${before}${behind}`);
}

interface Statement {
  readonly before: string;
  readonly behind: string;
}

function statementAround(text: string, start: number): Statement {
  const before = textBefore(text, start, STATEMENT_REACH);
  const behind = textBehind(text, start, STATEMENT_REACH);
  return {
    before: before.slice(before.lastIndexOf(';') + 1),
    behind: behind.split(';', 1)[0] ?? '',
  };
}

/** What a row is found by, and the first of the names that it may have. */
const FOUND_BY = /\b(\w{1,60})["'\x60\]]?\s{0,8}(?:=|in\s{0,4}\()\s{0,8}'([^'\n]{1,120})'/gi;

/** `WHERE key = 'chat_model'` */
function findsSetting(behind: string): boolean {
  const [, ...conditions] = behind.split(/\bwhere\b/i);
  return [...matchesOf(conditions.join(' '), FOUND_BY)].some(
    ([, column = '', name = '']) => KEY_COLUMN.test(column) && isModelSetting(name),
  );
}

const STRING = /'([^'\n]{1,120})'/g;

/** `… VALUES ('chat_model', '…') ON CONFLICT (key) DO UPDATE SET value =`: of a row that is there already. */
function putsSetting(before: string): boolean {
  const [row = '', ...conflict] = before.split(/\bon\s{1,20}(?:conflict|duplicate)\b/i);
  return conflict.length > 0 && [...matchesOf(row, STRING)].some(([, name = '']) => isModelSetting(name));
}

/** Whether a setting is called as one for a model: `chat_model`, `ai.default-model`, `OPENAI_MODEL`. */
function isModelSetting(name: string): boolean {
  return (
    keyKind(name.slice(Math.max(...['.', ':', '/'].map((mark) => name.lastIndexOf(mark))) + 1)) === 'model'
  );
}

const SETS_PROVIDER =
  /(?:^|[\s,])["'\x60[]?(?:\w{1,40}_)?(?:provider|vendor)["'\x60\]]?\s{0,8}=\s{0,8}'([\w.-]{1,60})'/gi;

/** `provider = 'openai'`, as one of what a statement sets, before its conditions. */
function setsProvider(statement: string): boolean {
  const set = statement.split(/\bwhere\b/i, 1)[0] ?? '';
  return [...matchesOf(set, SETS_PROVIDER)].some(([, name = '']) => providerRegistry(name) !== undefined);
}

/** The table and the columns of a statement that puts rows in, up to the first of these. */
const INSERTS = new RegExp(
  String.raw`\b(?:insert|replace)(?:\s{1,20}or\s{1,20}\w{1,20}|\s{1,20}ignore)?\s{1,20}into\s{1,20}` +
    String.raw`([\w."\x60[\]]{1,120})\s{0,20}(?:\(([^()]{1,2000})\)\s{0,20})?values\b`,
  'gi',
);

/**
 * Whether an element of a row is what a setting is set to: `INSERT INTO settings (key, value) VALUES ('chat_model',
 * '…')`, `INSERT INTO settings (id, chat_model) VALUES (1, '…')`. Rows of other tables are records.
 */
export function isRowOfSettings(text: string, start: number): boolean {
  const { before } = statementAround(text, start);
  const conflict = ON_CONFLICT.exec(before)?.[1];
  if (conflict !== undefined) return isColumnSet(text, start, conflict);
  const inserts = [...matchesOf(before, INSERTS)].at(-1);
  if (inserts === undefined) return false;
  const [head, table = '', columns] = inserts;
  const row = rowBefore(before.slice(inserts.index + head.length));
  if (row === undefined || !OF_SETTINGS.test(table)) return false;
  return columns === undefined ? isModelSetting(row.at(-1) ?? '') : isValueIn(namesOf(columns), row);
}

/** What a row that is there already gets: `ON CONFLICT (key) DO UPDATE SET value = '`, up to the value. */
const ON_CONFLICT = new RegExp(
  String.raw`\bon\s{1,20}(?:conflict|duplicate)\b[^']{0,200}?(?:\bset|\bupdate|,)\s{1,20}` +
    String.raw`["\x60]?(\w{1,60})["\x60]?\s{0,8}=\s{0,8}'$`,
  'i',
);

function namesOf(columns: string): readonly string[] {
  return columns.split(',').map((name) => name.replaceAll(/[\s"'\x60[\]]/g, ''));
}

/** Whether the column behind those of a row is one for models, or for values, beside the name of a model's setting. */
function isValueIn(columns: readonly string[], row: readonly string[]): boolean {
  const column = columns[row.length] ?? '';
  if (keyKind(column) === 'model') return true;
  const key = columns.findIndex((name) => KEY_COLUMN.test(name));
  return VALUE_COLUMN.test(column) && isModelSetting(row[key] ?? '');
}

/** One value of a row, with the comma behind it. */
const ROW_VALUE = /\s{0,40}(?:'([^'\n]{0,400})'|([^,'()]{1,200}))(?:::\w{1,40}\s{0,40})?,/y;

/** The values before a place in its row, without quotes, or `undefined` where it stands in none. */
function rowBefore(before: string): readonly string[] | undefined {
  const row = before.slice(before.lastIndexOf('(') + 1);
  const values: string[] = [];
  ROW_VALUE.lastIndex = 0;
  let end = 0;
  for (let found = ROW_VALUE.exec(row); found !== null; found = ROW_VALUE.exec(row)) {
    values.push((found[1] ?? found[2] ?? '').trim());
    end = ROW_VALUE.lastIndex;
  }
  return before.includes('(') && /^\s{0,40}'$/.test(row.slice(end)) ? values : undefined;
}
