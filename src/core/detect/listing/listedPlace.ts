import { message, type Message } from '../../message';
import type { Bracket, Brackets } from '../brackets';
import { lineBefore } from '../surroundings';
import { nearestKey, type Site } from '../site';

/** A value and its place, as far as it matters for what stands in lists and tables. */
export interface ListedPlace {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly site: Site;
  readonly id: string;
  readonly brackets: Brackets;
  /** Whether the text has a word, in lower case, anywhere. */
  readonly mentions: (word: string) => boolean;
}

/** Tells why a name at a place is one of many: a rule may ask it of another place. */
export type Because = (place: ListedPlace) => Message | undefined;

/** How far behind a name an arm or a comparison that it begins is read, in characters. */
export const LONGEST_CASE = 400;

/** What stands between the marks of a bracket that a place is in. */
export function contentAround(text: string, brackets: Brackets, own: Bracket, end: number): string {
  const content = brackets.contentOf(own, end);
  return text.slice(content.start, content.end);
}

/** Why a name that chooses nothing is one of many. */
export const COMPARED_ONLY = message('it is only compared with something');

/** Why a value of a type or enumeration is one of many. */
export const OF_TYPE = message('it is one of the values of a type or enumeration');

/** How far before its bracket a list or a record is declared, in characters. */
export const LONGEST_HEAD = 200;

/** How far around a row of a table others are read, in characters. */
export const ROW_REACH = 1_000;

/** Why a name of a table of models is one of many. */
export const OF_RECORD = message('it is in a record of a table of models');

/** A record that tells its name and its value is known by that value. */
export function keyOfRecord({ text, start, site }: ListedPlace): string {
  return /\bvalue["']?\s{0,20}[:=]\s{0,20}["'`]?$/.test(lineBefore(text, start)) ? 'value' : nearestKey(site);
}

/** How far out of its record a value may stand, in brackets. */
export const DEEPEST = 2;
/** So far comments between items are passed over, in characters. */
export const COMMENT_REACH = 1_000;
