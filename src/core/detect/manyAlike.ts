import { likenessOf } from '../registries/names/families';
import type { Brackets } from './brackets';
import type { Site } from './site';
import { matchesOf } from '../text/matches';
import { textBefore } from '../text/pieces';
import { addTo } from '../text/grouped';

/** So many models that are written in one form make a table: nothing runs them all. */
const FEWEST = 20;
/** How far behind the opening mark of a record the key may stand, and how long a head is. */
const REACH = 400;
const LONGEST_HEAD = 200;

/** What only one of many things made alike is called that asks its model: a table holds what is told of models. */
const ASKS = new RegExp(
  String.raw`(?:Client|Agent|Chat|LL[Mm]|Pipeline|Chain|Embeddings?|Embedder|Bot|Provider|Service|Generator|` +
    String.raw`Session|Request|Assistant|Task|Job|Step|Node)$`,
);
/** What stands before a record: the key that it is the value of, and the type or function that makes it. */
const HEAD =
  /(?:\b([A-Za-z_]\w{0,60})["']?\s{0,20}(?:=>|[:=])\s{0,20})?(?:new\s{1,9}|&)?([A-Za-z_][\w.:]{0,80})?\s?$/;
const QUOTED = String.raw`\s{0,20}["'\x60]([^"'\x60\n]{1,120})["'\x60]`;

interface Asked {
  readonly text: string;
  readonly start: number;
  readonly site: Site;
  readonly brackets: Brackets;
}

/**
 * Whether a name is a value of one of many records of one form in a text, each of which tells another model:
 * `dict(name="…", hf_config=dict(org="…", name="…"))`, `ModelInfo("…", 8192)`, in whatever lists they stand.
 * @param key of the value in its record; `''` for the first argument of a call
 */
export function isOneOfMany({ text, start, brackets }: Asked, key: string): boolean {
  const [own] = brackets.open(start);
  if (own === undefined || own.mark === '[' || start - own.at > REACH) return false;
  if (brackets.count(own.mark) < FEWEST) return false;
  if (isKeptWithMany({ text, start, brackets }, key)) return true;
  const head = headOf(textBefore(text, own.at, LONGEST_HEAD), own.mark);
  if (head === undefined) return false;
  const value =
    key === '' ? QUOTED : `[^(){}]{0,${REACH}}?(?<![\\w.])["']?${key}["']?\\s{0,20}(?:=>|[:=])${QUOTED}`;
  const form = `${head.form}\\${own.mark}${value}`;
  return isOfMany(brackets, form, () => namesAt(text, form, headsOf(brackets, text).get(head.word) ?? []));
}

/** `"GPT-4o": {`: a record that is kept under a name for people. */
const KEPT_RECORD = String.raw`["'\]]\s{0,8}(?::|=>)\s{0,20}\{`;
const KEPT = new RegExp(`${KEPT_RECORD.slice(0, -2)}$`);

/**
 * Whether the record is one of many that mappings keep under names: `{"GPT-4o": {"model_name": "gpt-4o"}, …}`,
 * `{"Qwen3-8B": {Source.HUB: "Qwen/Qwen3-8B"}, …}`.
 */
function isKeptWithMany({ text, start, brackets }: Omit<Asked, 'site'>, key: string): boolean {
  const [own, mapping] = brackets.open(start);
  if (key === '' || own?.mark !== '{' || mapping?.mark !== '{') return false;
  if (!KEPT.test(textBefore(text, own.at, LONGEST_HEAD))) return false;
  const record = `${KEPT_RECORD}[^{}]{0,${REACH}}?(?:["']|\\w\\.)${key}["']?\\s{0,20}(?:=>|:)${QUOTED}`;
  return isOfMany(brackets, `kept ${key}`, () =>
    Array.from(matchesOf(text, new RegExp(record, 'g')), ([, name = '']) => name),
  );
}

/** The form of what stands before a record, and the word in it that tells records apart. */
interface Head {
  readonly word: string;
  readonly form: string;
}

/** A record is told by its type, or by the key that it is the value of. */
function headOf(before: string, mark: string): Head | undefined {
  const [, label = '', made = ''] = HEAD.exec(before) ?? [];
  const type = made.split(/[.:]/).at(-1) ?? '';
  if (type !== '') return isRecordType(type) ? { word: type, form: `${type}\\s?` } : undefined;
  if (label === '' || mark === '(') return undefined;
  return { word: label, form: `${label}["']?\\s{0,20}(?:=>|[:=])\\s{0,20}` };
}

/** Of each text, where the words stand that may be heads of records: an opening mark is near behind them. */
const HEADS = new WeakMap<Brackets, ReadonlyMap<string, readonly number[]>>();
const BEFORE_MARK = /\b[A-Za-z_]\w{0,80}(?!\w)(?=["']?\s{0,20}(?:(?:=>|[:=])\s{0,20})?[({])/g;

function headsOf(brackets: Brackets, text: string): ReadonlyMap<string, readonly number[]> {
  const known = HEADS.get(brackets);
  if (known !== undefined) return known;
  const heads = new Map<string, number[]>();
  for (const { 0: word, index } of matchesOf(text, BEFORE_MARK)) {
    addTo(heads, word, index);
  }
  HEADS.set(brackets, heads);
  return heads;
}

/**
 * What is named by a form that begins at these places. Each place is looked at by itself: to search the text for each
 * form would take time for each kind of record in it.
 */
function* namesAt(text: string, form: string, places: readonly number[]): Generator<string> {
  if (places.length < FEWEST) return;
  const record = new RegExp(form, 'y');
  for (const place of places) {
    if (place < record.lastIndex) continue;
    record.lastIndex = place;
    const found = record.exec(text);
    if (found !== null) yield found[1] ?? '';
  }
}

function isRecordType(type: string): boolean {
  return type === 'dict' || (/^[A-Z]/.test(type) && !ASKS.test(type));
}

/** The same for the items of a list in YAML's block style: `- name: …`. */
export function isOneOfManyItems({ text, start, brackets }: Asked, key: string): boolean {
  const line = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  const column = /^[ -]*/.exec(line)?.[0].length ?? 0;
  if (!line.slice(column).startsWith(key)) return false;
  return isOfMany(brackets, `${column} ${key}`, () => itemNames(text, column, key));
}

function* itemNames(text: string, column: number, key: string): Generator<string> {
  const item = new RegExp(`^[ -]{${column}}${key}:[ \\t]*["']?([^\\s"'#]{1,120})`, 'gm');
  for (const [, name = ''] of matchesOf(text, item)) yield name;
}

/** Of each text, whether many different models are written in a form. */
const ANSWERS = new WeakMap<Brackets, Map<string, boolean>>();

function isOfMany(brackets: Brackets, form: string, namesOf: () => Iterable<string>): boolean {
  let answers = ANSWERS.get(brackets);
  if (answers === undefined) ANSWERS.set(brackets, (answers = new Map()));
  let answer = answers.get(form);
  if (answer === undefined) answers.set(form, (answer = areMany(namesOf())));
  return answer;
}

function areMany(names: Iterable<string>): boolean {
  const models = new Set<string>();
  for (const name of names) {
    if (!models.has(name) && isLikeModel(name)) models.add(name);
    if (models.size >= FEWEST) return true;
  }
  return false;
}

function isLikeModel(name: string): boolean {
  return likenessOf(name).family !== '';
}
