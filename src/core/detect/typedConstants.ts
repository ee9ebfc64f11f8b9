import { matchesOf } from '../text/matches';
import { perObject } from '../once';
import { textBefore } from '../text/pieces';
import type { Brackets } from './brackets';
import { keyWords } from './signatures/keys';
import { lineBefore } from './surroundings';

/** `type ChatModel string`: a type of Go whose values are texts. */
const TEXT_TYPE = /^type\s{1,4}([A-Za-z]\w{0,80})\s{1,4}string\b/gm;
/** `GPT4o ChatModel = "…"`, `GPT4o = ChatModel("…")`, behind `const` or in a block of it. */
const CONSTANT = /^\s*(const\s{1,4})?(\w{1,80})\s{1,40}(?:(\w{1,80})\s{0,4})?=\s{0,4}(?:(\w{1,80})\()?["`]$/;
/** So many constants make a type one of values to choose from. */
const FEWEST = 3;
/** What a program takes unless it is told otherwise is called by these. */
const TAKEN = /^(?:default|fallback|primary|secondary|current|selected)$/;

/** Of each text, the types of text with several constants. */
const TYPES = perObject((_brackets: Brackets) => ({ names: undefined as ReadonlySet<string> | undefined }));

/** Whether a value is that of one of several constants of a type of texts, as Go writes an enumeration. */
export function isTypedConstant(text: string, start: number, brackets: Brackets): boolean {
  const [, own, name = '', type, converted] = CONSTANT.exec(lineBefore(text, start)) ?? [];
  const of = type ?? converted;
  if (of === undefined || keyWords(name).some((word) => TAKEN.test(word))) return false;
  const isConstant =
    own !== undefined ||
    brackets
      .open(start)
      .some(({ at, mark }) => mark === '(' && /\bconst\s{0,4}$/.test(textBefore(text, at, 12)));
  return isConstant && (TYPES(brackets).names ??= typesOf(text)).has(of);
}

function typesOf(text: string): ReadonlySet<string> {
  const types = [...matchesOf(text, TEXT_TYPE)].map(({ 1: name = '' }) => name);
  return new Set(types.filter((type) => countOf(text, type) >= FEWEST));
}

function countOf(text: string, type: string): number {
  return [
    ...matchesOf(text, new RegExp(String.raw`\b${type}\s{0,4}=\s{0,4}["\x60]|=\s{0,4}${type}\(["\x60]`, 'g')),
  ].length;
}
