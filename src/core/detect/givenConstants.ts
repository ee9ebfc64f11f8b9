import { textBefore } from '../text/pieces';
import type { TextRange } from '../text/range';
import { atLeast, lastName, type Intent } from './intent';
import { keyWords } from './signatures/keys';
import { lineBefore } from './surroundings';
import type { Site } from './site';

/**
 * Constants of clients, where something gets one: a place for models, a caller, or what is called after their type.
 */

/** Calls that collect, compare or look up what they are given, and words of statements. */
const COLLECTS = new RegExp(
  '^(?:add|append|assert\\w*|case|contains\\w*|delete|eq|equals|expect\\w*|get|has|if|insert|match|of|print\\w*|push|' +
    'put|remove|switch|to|when|while|\\w*(?:array|list|map|seq|set|vec)(?:of)?)$',
  'i',
);

/** A place for models, or an argument of a call that may ask one: a constant says for itself that it is a model. */
export function isGiven({ call, key, isKey }: Site, intent: Intent): boolean {
  if (atLeast(intent, 'model')) return true;
  if (isKey === true) return false;
  if (keyWords(key).includes('model')) return true;
  return call !== undefined && atLeast(intent, 'value') && !COLLECTS.test(lastName(call.callee));
}

/** `return Models.GPT4o`, `() => Models.GPT4o`: who calls the function gets it. */
const RETURNED = /(?:\breturn|\)\s?=>)[ \t]{1,4}(?:\w{1,60}(?:\.|::)){1,6}$/;

export function isReturned(text: string, { start }: TextRange): boolean {
  return RETURNED.test(lineBefore(text, start));
}

/** `ggmlType = GgmlType.Base`: what is given the constant is called after its type, and so for nothing else. */
export function isOfItsType(text: string, { start }: TextRange, { key, isKey }: Site): boolean {
  const type = /(\w{1,60})(?:\.|::)$/.exec(textBefore(text, start, LONGEST_TYPE))?.[1];
  return isKey !== true && type !== undefined && type.toLowerCase() === key.toLowerCase();
}

const LONGEST_TYPE = 64;
