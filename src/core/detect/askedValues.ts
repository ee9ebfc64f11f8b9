import { once } from '../once';
import { textFrom } from '../text/pieces';
import type { TextRange } from '../text/range';
import { matchesOf } from '../text/matches';
import { ANY_KEY, isOfWholeText, type NamePath } from './askedConstants';
import { lineBefore } from './surroundings';
import type { Tracer } from './tracer';

/**
 * The strings that a client may get for a model by a name: those that the name is given at once, in a choice or in a
 * table that is looked up. What they look like says nothing: owners choose the names of deployments.
 */

/** Longest expression that is read, in characters, and how many names a value may have passed through. */
const LONGEST_EXPRESSION = 400;
const DEEPEST = 3;
const MOST_VALUES = 40;
/** A string of one word. */
const STRING = /(["'\x60])([A-Za-z\x80-\uffff][^\s"'\x60]{1,120})\1/g;
/** What makes tables and lists, or reads a setting that may be missing; every other call makes something else. */
const COLLECTS =
  /^(?:await\s+|new\s+)?(?:dict|Map|Object\.freeze|Map\.of|mapOf|os\.getenv|os\.environ\.get|getenv|env)\(/;
const CALL = /^(?:await\s+|new\s+)?[\w.]+\(/;
/** What is compared, or the name of an entry or a variable of the environment that is read. */
const COMPARED = /(?:[!=]=|\bis|\bin|\bcase|\bwhen)\s*$/;
const LOOKED_UP =
  /[\w)\]]\[$|(?:getenv|environ\.get|env|\.(?:get|fetch|pop))\($|\b(?:get|has)attr\([^(),]{1,80},\s{0,4}$/;
const KEY = /(?<![\w-])["']?([\w-]{1,60})["']?\s*(?::|=>|=)\s*$/;

/** One name that leads to values. */
interface Step {
  readonly path: NamePath;
  readonly depth: number;
}

/**
 * Where the strings stand that a client may get by a name.
 * @param paths that lead to them
 * @param pathsOf the names that an expression gets its value by
 */
export function valuesUnder(
  paths: readonly NamePath[],
  {
    text,
    tracer,
    pathsOf,
  }: {
    readonly text: string;
    readonly tracer: Tracer;
    readonly pathsOf: (expression: string) => readonly NamePath[];
  },
): readonly TextRange[] {
  const found: TextRange[] = [];
  const seen = new Set<string>();
  const declared = once(() => declaredIn(text));
  const steps: Step[] = paths.map((path) => ({ path, depth: 0 }));
  // What a name leads to is added behind.
  for (const { path, depth } of steps) {
    const [name = '', key] = path;
    if (found.length >= MOST_VALUES) break;
    if (seen.has(name) || depth >= DEEPEST) continue;
    seen.add(name);
    const isAnywhere = isOfWholeText(path) || !mayBeKeptForModel(path);
    for (const { start, end } of tracer.expressionsOf(name)) {
      if (!isAnywhere && !isGiven(lineBefore(text, start), declared)) continue;
      const expression = textFrom(text, start, end, LONGEST_EXPRESSION);
      found.push(
        ...stringsIn(expression, key).map((at) => ({ start: start + at.start, end: start + at.end })),
      );
      for (const next of pathsOf(expression)) steps.push({ path: next, depth: depth + 1 });
    }
  }
  return found.slice(0, MOST_VALUES);
}

/** What stands before the value of a variable on its line, and before the default of a parameter. */
const GIVEN = new RegExp(
  String.raw`^\s*(?:[\w<>@$?]{1,40}[ \t]+){0,4}(?:(?:self|this)[.]|[@$])?\w{1,80}[ \t]*(?::[^=\n]{1,60})?:?=[ \t]*$|` +
    String.raw`\b(?:def|function|func|fun|fn|async|constructor)\b`,
);
/** What a call passes by the name of a parameter. */
const PASSED_BY_NAME = /(\w{1,80})\([^()]{0,200}[=:][ \t]*$/;

/** Whether a name is given a value at a place: a variable, a default, or what a function of the text is called with. */
function isGiven(before: string, declared: () => ReadonlySet<string>): boolean {
  if (GIVEN.test(before) || !/[=:]\s*$/.test(before)) return true;
  const callee = PASSED_BY_NAME.exec(before)?.[1];
  return callee !== undefined && declared().has(callee);
}

/** The functions and classes that a text declares. */
function declaredIn(text: string): ReadonlySet<string> {
  const heads = matchesOf(text, /\b(?:def|function|func|fun|fn|class)\s(\w{1,80})/g);
  return new Set(Array.from(heads, ([, name = '']) => name));
}

/**
 * Whether what is kept under a name may be for a client's model wherever the text gives it: a constant, or a variable
 * that is called so. Other variables are of their functions.
 */
export function mayBeKeptForModel(path: NamePath): boolean {
  return isOfWholeText(path) || /model|llm/i.test(path[0] ?? '');
}

/** The strings of an expression that are values: of the one key of a table, where it is known. */
function stringsIn(expression: string, key = ANY_KEY): readonly TextRange[] {
  if (CALL.test(expression) && !COLLECTS.test(expression)) return [];
  const isTable = /^[^"'\x60]{0,20}[{[(]/.test(expression);
  const found: TextRange[] = [];
  for (const { 0: quoted, index } of matchesOf(expression, STRING)) {
    const before = expression.slice(0, index);
    if (!isValue(before, expression.slice(index + quoted.length))) continue;
    const own = isTable && key !== ANY_KEY ? KEY.exec(before)?.[1] : undefined;
    if (own === undefined || own === key) found.push({ start: index + 1, end: index + quoted.length - 1 });
  }
  return found;
}

/** Whether a string is no key, is not compared and looks nothing up, by what stands before and behind it. */
function isValue(before: string, behind: string): boolean {
  const isKey = /^\s*(?::|=>|[!=]=)/.test(behind) && !/\?\s*$/.test(before);
  return !isKey && !COMPARED.test(before) && !LOOKED_UP.test(before);
}
