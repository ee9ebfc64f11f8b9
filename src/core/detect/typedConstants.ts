import { matchesOf } from '../text/matches';
import { perObject } from '../once';
import { textBefore } from '../text/pieces';
import type { Brackets } from './brackets';
import { keyWords } from './signatures/keys';
import { lineBefore, lineStartOf } from './surroundings';

/** `type ChatModel string`: a type of Go whose values are texts. */
const TEXT_TYPE = /^type\s{1,4}([A-Za-z]\w{0,80})\s{1,4}string\b/gm;
/** `GPT4o ChatModel = "…"`, `GPT4o = ChatModel("…")`, behind `const` or in a block of it. */
const CONSTANT = /^\s*(const\s{1,4})?(\w{1,80})\s{1,40}(?:(\w{1,80})\s{0,4})?=\s{0,4}(?:(\w{1,80})\()?["`]$/;
/** So many constants make a type one of values to choose from: a program that asks for each of its own has fewer. */
const FEWEST = 6;
/** What a program takes unless it is told otherwise is called by these. */
const TAKEN = /^(?:default|fallback|primary|secondary|current|selected)$/;

/** Of each text, the types of text with several constants. */
const TYPES = perObject((_brackets: Brackets) => ({ names: undefined as ReadonlySet<string> | undefined }));

/**
 * Whether a value is that of one of many constants of a type of texts, as Go writes an enumeration, and the text does
 * no more with that constant than ask which one a value is.
 */
export function isTypedConstant(text: string, start: number, brackets: Brackets): boolean {
  const [, own, name = '', type, converted] = CONSTANT.exec(lineBefore(text, start)) ?? [];
  const of = type ?? converted;
  if (of === undefined || keyWords(name).some((word) => TAKEN.test(word))) return false;
  const isConstant =
    own !== undefined ||
    brackets
      .open(start)
      .some(({ at, mark }) => mark === '(' && /\bconst\s{0,4}$/.test(textBefore(text, at, 12)));
  return isConstant && (TYPES(brackets).names ??= typesOf(text)).has(of) && !isTaken(text, name, start);
}

/** Whether a text takes the value of a constant anywhere, other than to compare another with it. */
function isTaken(text: string, name: string, start: number): boolean {
  const line = lineStartOf(text, start);
  return [...matchesOf(text, new RegExp(String.raw`(?<![\w.])${name}(?!\w|\s{0,8}:(?!=))`, 'g'))].some(
    ({ index }) =>
      lineStartOf(text, index) !== line && !/^\s*case\b|[!=]=\s{0,4}$/.test(lineBefore(text, index)),
  );
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
