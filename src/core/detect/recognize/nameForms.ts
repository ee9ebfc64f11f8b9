import { meaningOf } from '../intent';
import { isAnyScriptName } from '../../registries/names/anyScript';
import { hasFileEnding, isPlaceholder } from '../../registries/names/hubId';
import type { Question } from './question';

/** What a name of no known form looks like, and where one is only looked for. */

/** What a name of whatever form may be. */
export function mayBeAny(value: string): boolean {
  if (isAnyScriptName(value)) return true;
  return !isPlaceholder(value) && !hasFileEnding(value) && /^[A-Za-z\d@][\w./:@-]*$/.test(value);
}

/** What a service's name looks like: lower case, in parts. */
export const HOSTED_NAME = /^[a-z][a-z\d]{1,20}(?:[-.][a-z\d]{1,20}){1,8}$/;

/** Whether a name only has this in it, or begins so. */
export function isLookedFor({ isCompared, call }: Question['site']): boolean {
  return isCompared === true || (call !== undefined && meaningOf(call.callee).isTest);
}
