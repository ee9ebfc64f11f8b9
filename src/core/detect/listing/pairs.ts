import { textBefore, textBehind, textFrom } from '../../text/pieces';
import { likenessOf } from '../../registries/names/families';
import { hostedRegistry } from '../../registries/names/hosted';
import { providerRegistry } from '../../registries/names/providerPath';
import type { Brackets } from '../brackets';
import { isCalledLike, sharesWord } from '../constants';
import { standsForModel } from './arms';
import type { ListedPlace } from './listedPlace';

/** Pairs of a key and a value that only their order tells, as mappings are given them: entries, and no elements. */

/** What is given keys and values by turns: `Map.of(Tier.LOW, "…", …)`. */
const BY_TURNS = /(?:Map|Dictionary)(?:\.|::)of$/;
/** What is given a list of pairs. */
const OF_PAIRS =
  /(?:\bnew\s{1,4}(?:Weak)?Map|Map(?:\.|::)from|(?<![\w.])dict)\s{0,4}(?:<[^()[\]{}]{0,120}>)?\(\s{0,40}$/;
/** What holds pairs in braces: `Dictionary<Tier, string> Names = new() {`. */
const HOLDS_PAIRS = /(?:[mM]ap|Dictionary)\b[^;{}]{0,120}$/;
const LONGEST_HEAD = 200;
/** The key of a pair, as a text or a name, with the mark before it and all up to its value. */
const KEY =
  /([([{,])\s{0,80}(?:(["'`])([^"'`\n]{1,80})\2|([A-Za-z_][\w.:]{0,120}|\d{1,9}))\s{0,8},\s{0,80}[a-z@$]?["'`]$/;
const LONGEST_KEY = 400;
const PAIR_END = /^["'`]\s{0,8},?\s{0,80}[)\]}]/;
/** Mappings that are given by turns are short. */
const LONGEST_TURNS = 4_000;

/**
 * Whether a value is that of an entry of a mapping whose key stands before it: `[Tier.Low, "…"]`, `{ Tier.Low, "…" }`,
 * `Map.of("low", "…")`. What its key is another name of is only listed there: `Map.of("gpt4", "gpt-4o")`, as is the
 * name that an older one has now.
 */
export function isEntryByOrder(place: ListedPlace): boolean {
  const key = keyByOrder(place, place.brackets);
  return key !== undefined && !isOtherName(key, place.id);
}

/** The key of a pair: what stands in quotes, or the path of a name. */
interface PairKey {
  readonly word: string | undefined;
  readonly name: string;
}

/** The last word of the key of a pair that a value is in: `Azure` of `{ Provider.Azure, "…" }`. */
export function wordByOrder(
  place: Pick<ListedPlace, 'text' | 'start' | 'end' | 'site'>,
  brackets: Brackets,
): string {
  const { word, name = '' } = keyByOrder(place, brackets) ?? {};
  return word ?? name.slice(Math.max(name.lastIndexOf('.'), name.lastIndexOf(':')) + 1);
}

function keyByOrder(
  { text, start, end, site }: Pick<ListedPlace, 'text' | 'start' | 'end' | 'site'>,
  brackets: Brackets,
): PairKey | undefined {
  if (site.where !== 'code' || site.key !== '') return undefined;
  const before = textBefore(text, start, LONGEST_KEY);
  const [key, mark = '', , word, name = ''] = KEY.exec(before) ?? [];
  const [own, outer] = brackets.open(start);
  if (key === undefined || own === undefined) return undefined;
  const isByTurns = own.mark === '(' && BY_TURNS.test(textBefore(text, own.at, LONGEST_HEAD));
  const isPair = (): boolean =>
    outer !== undefined &&
    mark !== ',' &&
    own.at === start - key.length &&
    PAIR_END.test(textBehind(text, end, LONGEST_HEAD)) &&
    (outer.mark === '{' ? HOLDS_PAIRS : OF_PAIRS).test(textBefore(text, outer.at, LONGEST_HEAD));
  return (isByTurns ? isSecond(text, own.at + 1, start) : isPair()) ? { word, name } : undefined;
}

/** Texts and comments, whose commas and brackets part nothing, and arguments of calls. */
const NO_MARKS = /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`[^`]*`|\/\/[^\n]*|\/\*(?:[^*]|\*(?!\/))*\*\//g;
const INNERMOST = /\([^()]*\)|<[^<>()]*>/g;
/** So deep keys are made by calls. */
const DEEPEST_CALL = 3;

/** Whether an odd number of arguments stands before a place. */
function isSecond(text: string, from: number, start: number): boolean {
  if (start - from > LONGEST_TURNS) return false;
  let marks = textFrom(text, from, start, LONGEST_TURNS).replace(NO_MARKS, '');
  for (let depth = 0; depth < DEEPEST_CALL; depth++) marks = marks.replace(INNERMOST, '');
  return marks.split(',').length % 2 === 0;
}

/** Whether the key of a pair is called like the model, a member of a type of models, or the name of another one. */
function isOtherName({ word, name }: PairKey, id: string): boolean {
  if (word !== undefined) return sharesWord(word, id) || isCalledLike(word, id) || isModel(word);
  const [member = '', type = ''] = name.split(/\.|::/).reverse();
  return standsForModel({ type, member }, id) || isCalledLike(member, id);
}

/** Whether a key is the name of a model: what is beside it has replaced it, or is how another has it. */
function isModel(word: string): boolean {
  if (providerRegistry(word.toLowerCase()) !== undefined) return false;
  return (
    hostedRegistry(word) !== undefined ||
    (REPOSITORY.test(word) && likenessOf(word.slice(word.indexOf('/') + 1)).family !== '')
  );
}

const REPOSITORY = /^[\w-]{1,60}\/[\w.-]{2,100}$/;
