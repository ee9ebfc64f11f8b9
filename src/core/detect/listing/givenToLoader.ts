import { perObject } from '../../once';
import { matchesOf } from '../../text/matches';
import { type Bracket, type Brackets, calleeBefore } from '../brackets';
import { declaredBefore } from '../listNames';
import { isLoaderName } from '../signatures/loaders';
import { type ListedPlace, LONGEST_HEAD } from './listedPlace';

/** Lists of records that a loader gets: it loads each of them. */

/**
 * Whether a record is in a list that a loader is given, in place or by its name:
 * `Pipeline.from_pretrained(configs=[ModelConfig(model_id="…"), …])`.
 */
export function isGivenToLoader({ text, start, site, brackets }: ListedPlace): boolean {
  if (site.where !== 'code') return false;
  let [inner] = brackets.open(start);
  if (inner === undefined) return false;
  for (const bracket of brackets.open(start).slice(1)) {
    // What a function does that a loader gets is no argument of it.
    if (BODY.test(text.slice(Math.max(bracket.at, inner.at - LONGEST_HEAD), inner.at + 1))) return false;
    if (bracket.mark === '(' && isLoaderName(calleeBefore(text, bracket))) return true;
    if (bracket.mark === '[' && isNamedForLoader(text, brackets, bracket)) return true;
    inner = bracket;
  }
  return false;
}

/** The head of a function before what it does. */
const BODY = /(?:=>|\blambda\b[\w\s,]{0,60}:)\s{0,20}[{[(]$|\)\s{0,20}\{$/;

/** `configs = [ModelConfig(…), …]` of `from_pretrained(configs)`. */
function isNamedForLoader(text: string, brackets: Brackets, list: Bracket): boolean {
  const { name, made } = declaredBefore(text, list.at);
  if (name === '' || made.trim() !== '') return false;
  return (GIVEN(brackets).names ??= namesGiven(text)).has(name);
}

/** Of each text, the names that loaders are given. */
const GIVEN = perObject((_brackets: Brackets) => ({ names: undefined as ReadonlySet<string> | undefined }));

function namesGiven(text: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (const [, callee = '', given = ''] of matchesOf(text, CALL))
    if (isLoaderName(callee)) for (const [, name = ''] of matchesOf(given, WHOLE)) names.add(name);
  return names;
}

/** A call with what it is given up to the first bracket that is closed in it. */
const CALL = /(?<![\w$.])([A-Za-z_$][\w$.]{0,80})\((?=([^()]{1,400}))/g;
/** A name that is given as it is, alone or for a keyword: `configs`, `configs=self.configs`. */
const WHOLE =
  /(?<=^|[,{(])\s{0,80}(?:\w{1,60}\s{0,4}[:=]\s{0,4})?(?:self\.|this\.)?([A-Za-z_$][\w$]{0,80})\s{0,80}(?=[,})]|$)/g;
