import { likenessOf } from '../registries/names/families';
import type { Brackets } from './brackets';
import type { Site } from './site';

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
  const head = headOf(text.slice(Math.max(0, own.at - LONGEST_HEAD), own.at), own.mark);
  if (head === undefined) return false;
  const value =
    key === '' ? QUOTED : `[^(){}]{0,${REACH}}?(?<![\\w.])["']?${key}["']?\\s{0,20}(?:=>|[:=])${QUOTED}`;
  return countOf(brackets, text, `${head}\\${own.mark}${value}`) >= FEWEST;
}

/** The form of what stands before a record: it is told by its type, or by the key that it is the value of. */
function headOf(before: string, mark: string): string | undefined {
  const [, label = '', made = ''] = HEAD.exec(before) ?? [];
  const type = made.split(/[.:]/).at(-1) ?? '';
  if (type !== '') return isRecordType(type) ? `\\b${type}\\s?` : undefined;
  return label === '' || mark === '(' ? undefined : `\\b${label}["']?\\s{0,20}(?:=>|[:=])\\s{0,20}`;
}

function isRecordType(type: string): boolean {
  return type === 'dict' || (/^[A-Z]/.test(type) && !ASKS.test(type));
}

/** The same for the items of a list in YAML's block style: `- name: …`. */
export function isOneOfManyItems({ text, start, brackets }: Asked, key: string): boolean {
  const line = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  const column = /^[ -]*/.exec(line)?.[0].length ?? 0;
  if (!line.slice(column).startsWith(key)) return false;
  return countOf(brackets, text, `^[ -]{${column}}${key}:[ \\t]*["']?([^\\s"'#]{1,120})`) >= FEWEST;
}

/** Of each text, how many different models are written in a form. */
const COUNTS = new WeakMap<Brackets, Map<string, number>>();

function countOf(brackets: Brackets, text: string, form: string): number {
  let counts = COUNTS.get(brackets);
  if (counts === undefined) COUNTS.set(brackets, (counts = new Map()));
  let count = counts.get(form);
  if (count === undefined) {
    const names = new Set<string>();
    for (const [, name = ''] of text.matchAll(new RegExp(form, 'gm')))
      if (!names.has(name) && isLikeModel(name)) names.add(name);
    counts.set(form, (count = names.size));
  }
  return count;
}

function isLikeModel(name: string): boolean {
  return likenessOf(name).family !== '';
}
