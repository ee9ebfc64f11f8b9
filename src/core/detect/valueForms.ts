import type { TextRange } from '../text/range';
import { COMMA, DASH, DIGIT, HOLE, LETTER, OTHER, SIGN, SLASH, UNDERSCORE } from '../text/shape';
import { isAnyScriptName } from '../registries/names/anyScript';
import { mayTellModel } from './signatures/keys';
import { nearestKey, type Site } from './site';

/** What a value may be, by its form and its place, before anything is asked of it. */

/** Longest value that is looked at: longer ones name nothing. */
const LONGEST_VALUE = 2_000;

/** Something with letters, of no more characters than any name or address has, and none that these never have. */
export function mayBeValue({ start, end }: TextRange, shape: number): boolean {
  return (shape & LETTER) !== 0 && (shape & OTHER) === 0 && end - start <= LONGEST_VALUE;
}

/** What separates or fills in parts stands in the value, and it is no address. */
export function mayBeComposed(value: string, shape: number): boolean {
  return (shape & (COMMA | SIGN | HOLE)) !== 0 && (value.startsWith('${') || !value.includes('://'));
}

/** A value that a name from another place of the text may turn out to be. */
export function mayEcho(shape: number): boolean {
  return (shape & (SLASH | DASH)) !== 0 || (shape & (UNDERSCORE | DIGIT)) === (UNDERSCORE | DIGIT);
}

/** The place alone may say that a model is meant: told from the nearest key, before everything around is asked. */
export function mayPromise(site: Site): boolean {
  return site.call !== undefined || site.operand !== undefined || mayTellModel(nearestKey(site));
}

/** What may be somebody's own name for a model, in letters of any script, with a provider or a tag or without. */
export function isOwnName(value: string, site: Site): boolean {
  return (mayPromise(site) || site.parents.some(mayTellModel)) && value.split(/[/:]/).some(isAnyScriptName);
}
