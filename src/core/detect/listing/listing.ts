import type { Message } from '../../message';
import { textBehind } from '../../text/pieces';
import { ofAliases, ofAliasTable, ofFamilies, ofSuccessors, ofSuperseded } from './aliases';
import { ofArm, ofMember, ofRewritten } from './arms';
import { ofCommaList, ofComparison, ofCondition } from './comparisons';
import { ofConstant, ofSibling } from './constants';
import { ofElement } from './elements';
import { ofKey } from './keys';
import type { Because, ListedPlace } from './listedPlace';
import { ofModelList, ofRegistered, ofTold } from './modelLists';
import { ofDeclared, ofDisabled, ofMany, ofRecord } from './records';
import { ofArchitecture, ofPairType, ofType } from './types';

/**
 * Why a name at this place is one of many that something knows or offers, or `undefined` where it is not: keys of
 * tables, comparisons, values of types and enumerations, elements of lists, records with prices and capabilities,
 * constants that are called like the model.
 */
export function listedBecause(place: ListedPlace): Message | undefined {
  for (const check of isOfPair(place) ? PAIR_CHECKS : CHECKS) {
    const why = check(place, listedBecause);
    if (why !== undefined) return why;
  }
  return undefined;
}

/**
 * A key with its colon stands before the value, and nothing that compares or adds to it behind: an entry of a
 * mapping.
 */
function isOfPair({ text, start, end, site, brackets }: ListedPlace): boolean {
  if (site.isCompared === true || site.key === '' || brackets.open(start)[0]?.mark === '(') return false;
  let at = start - 1;
  if (QUOTES.includes(text.charAt(at))) at--;
  while (text.charCodeAt(at) === 32) at--;
  return text.charCodeAt(at) === 58 && PAIR_END.test(textBehind(text, end, 60));
}
const QUOTES = '"\'`';
const PAIR_END = /^["'`]?[ \t]{0,20}(?:[,;}\])]|\r?\n(?!\s{0,40}\|))/;

type Check = (place: ListedPlace, because: Because) => Message | undefined;

/** For a value of a mapping and any other, in the midst of what is asked of each. */
const OF_ANY_VALUE: readonly Check[] = [
  ofFamilies,
  ofSuperseded,
  ofSuccessors,
  ofDisabled,
  ofArchitecture,
  ofCommaList,
  ofConstant,
  ofArm,
];
/** For `key: "…"`: no comparison, union or list begins with a colon. */
const PAIR_CHECKS: readonly Check[] = [
  ofKey,
  ofCondition,
  ofPairType,
  ofAliases,
  ...OF_ANY_VALUE,
  ofAliasTable,
  ofRecord,
  ofModelList,
  ofTold,
  ofDeclared,
  ofSibling,
  ofMany,
];
const CHECKS: readonly Check[] = [
  ofKey,
  ofComparison,
  ofMember,
  ofRewritten,
  ofCondition,
  ofType,
  ...OF_ANY_VALUE,
  ofElement,
  ofRecord,
  ofModelList,
  ofTold,
  ofRegistered,
  ofDeclared,
  ofSibling,
  ofMany,
];
