import { getNodeValue, type Node } from 'jsonc-parser';
import { perObject } from '../../once';
import {
  isRecordOfAnswer,
  KEYS_OF_ANSWER,
  NAMES_IN_ANSWER,
  WORD_OF_ANSWER,
} from '../../registries/openrouter/answer';
import { parseJsonTree } from '../../text/parseJson';
import { hostOfRegistry } from '../host';
import { OF_RECORD } from '../listing/listedPlace';
import type { Knowledge } from '../knowledge';
import { mentioned, needing } from './place';

/** Under these keys, or as a whole, a text of JSON holds an answer. */
const HELD_UNDER: ReadonlySet<unknown> = new Set(['data', 'models']);
/** So many records are more than a program asks one by one: the answer has hundreds, those of one kind are dozens. */
const FEWEST_RECORDS = 20;
/** Of the records, so many have the form of the answer: programs leave out or add to few. */
const MOST = 0.9;
/**
 * A name in a saved answer of OpenRouter to who asks for its models: what it sells, by its own names. Which weights a
 * model has and how its text is cut into tokens is only told there, and nobody loads them for it.
 */
export const isInSavedAnswer = needing(
  { where: ['config'], loader: false, words: [WORD_OF_ANSWER] },
  ({ site, start, knowledge }) => {
    const records = recordsOf(knowledge);
    if (records.size === 0) return undefined;
    const open = knowledge.brackets.open(start);
    const level = open.findIndex(({ at }) => records.has(at));
    if (level < 0) return undefined;
    return level === 0 && NAMES_IN_ANSWER.has(site.key)
      ? { role: 'lists', host: hostOfRegistry('openrouter'), why: [OF_RECORD] }
      : mentioned(undefined, OF_RECORD);
  },
);

/** Of each text, where the records of such an answer begin that say nothing but what it says. */
const recordsOf = perObject(({ text }: Knowledge): ReadonlySet<number> => {
  const root = parseJsonTree(text);
  const records = root === undefined ? [] : listIn(root);
  const answered = records.filter((record) => isRecordOfAnswer(getNodeValue(record)));
  return answered.length < Math.max(FEWEST_RECORDS, records.length * MOST)
    ? new Set()
    : new Set(answered.filter((record) => !isChosen(record)).map(({ offset }) => offset));
});

/** The list that a text of JSON is, or holds. */
function listIn(root: Node): readonly Node[] {
  const held =
    root.type === 'array'
      ? root
      : root.children?.find(({ children: [key] = [] }) => HELD_UNDER.has(key?.value))?.children?.[1];
  return held?.type === 'array' ? (held.children ?? []) : [];
}

/** Whether a record says what the answer does not: that its model is asked, how, or for what. */
function isChosen({ children: fields = [] }: Node): boolean {
  return fields.some(({ children: [key] = [] }) => !KEYS_OF_ANSWER.has(String(key?.value)));
}
