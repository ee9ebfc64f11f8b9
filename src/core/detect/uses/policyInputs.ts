import { escapeRegExp } from '../../text/escapeRegExp';
import { matchesOf } from '../../text/matches';
import { textBefore } from '../../text/pieces';
import { COMPARED_ONLY } from '../listing/listedPlace';
import { lineBefore } from '../surroundings';
import { CODE_WITHOUT_LOADER, listedAs, needing, type Place } from './place';

/** What puts a value in the place of the document that rules of Rego look at, before that value. */
const GIVEN = /\bwith\s{1,20}(?:input|data)(?:\.\w{1,60}|\[[^\]\n]{1,60}\]){0,8}\s{1,20}as\s{1,20}$/;
const LONGEST_HEAD = 240;
/** A value that is given a name of its own. */
const NAMED = /(?:^|\n)[ \t]*(\w{1,60})\s{0,8}:?=\s{0,8}$/;
/** How many objects and lists around a name are asked for what they are given to. */
const DEEPEST = 6;

/**
 * A name in the request that rules of Rego are tried with: `with input as {"model": "gpt-4o"}`. Rules that are
 * evaluated ask nobody, but by `http.send`. What a rule gives back may be asked by who asks the rule, and is none of
 * this: https://www.openpolicyagent.org/docs/policy-language#with-keyword
 */
export const isOfPolicyInput = needing(
  { ...CODE_WITHOUT_LOADER, words: ['with input', 'with data'] },
  (place) => {
    const { text, start, registry, knowledge } = place;
    if (!knowledge.path.endsWith('.rego') || knowledge.mentions('http.send')) return undefined;
    const around = knowledge.brackets.around(start).slice(0, DEEPEST);
    const isGiven =
      GIVEN.test(lineBefore(text, start).replace(/["\x60]$/, '')) ||
      around.some(({ at, mark }) => mark !== '(' && isPutIn(at, place));
    return isGiven ? listedAs(registry, COMPARED_ONLY) : undefined;
  },
);

/** Whether what begins at a place is put in there, by itself or by the name that it has for nothing else. */
function isPutIn(at: number, { text }: Place): boolean {
  const before = textBefore(text, at, LONGEST_HEAD);
  if (GIVEN.test(before)) return true;
  const name = NAMED.exec(before)?.[1];
  if (name === undefined) return false;
  const uses = [...matchesOf(text, new RegExp(String.raw`(?<![\w.])${escapeRegExp(name)}(?!\w)`, 'g'))];
  const given = uses.filter(({ index }) => GIVEN.test(textBefore(text, index, LONGEST_HEAD)));
  return given.length > 0 && given.length === uses.length - 1;
}
