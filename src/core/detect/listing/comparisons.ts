import type { Message } from '../../message';
import { textBefore, textBehind } from '../../text/pieces';
import { lineBefore, signBefore } from '../surroundings';
import { keyWords } from '../signatures/keys';
import type { Site } from '../site';
import { blockItem } from './blockItems';
import { COMPARED_ONLY, contentAround, type ListedPlace, LONGEST_CASE } from './listedPlace';

/**
 * Names that are only compared with something: by a sign or a function, in a `case`, in a query, or as what a
 * condition of settings looks for.
 */

const CASE = /\b(?:case|when)\s+(?:[^\n:]{0,200},\s*)?(?:\w+\()?["'`]$/;
/** `[ "$MODEL" = "gpt-4o" ]` of a shell, and no list of records: `[ { model = "gpt-4o" } ]`. */
const TESTED = /\[\[?\s(?:\$\{[^{}\n]{1,60}\}|[^\]{},;=\n]){1,80}\s=\s["']?$/;
const COMPARED =
  /(?:[!=]==?|\beq\b|\bequals(?:IgnoreCase)?\(|\beql\?\s?\(?|\.is\(|\bisEqual(?:To)?\(?:?)\s*["'`]$/;
const PART_TEST = new RegExp(
  String.raw`(?:starts?_?with|ends?_?with|has_?prefix|has_?suffix|includes|contains|index_?of|(?<=:)find|` +
    String.raw`match(?:es)?|strings\.(?:Contains|HasPrefix)|str[ir]?i?pos|stri?str)\??\(?\s*` +
    String.raw`(?:[\w.$>()-]{1,80}\s*,\s*)?(?:[([]\s*(?:` +
    String.raw`["'\x60][^"'\x60]{0,80}["'\x60]\s*,\s*){0,20})?["'\x60([]+$`,
  'i',
);

/** `"gpt-4o".equals(model)`: the name that is compared stands first. */
const COMPARES = new RegExp(
  String.raw`^["'\x60]\s*\??\.\s*(?:equals(?:IgnoreCase)?|compareTo(?:IgnoreCase)?|contentEquals|` +
    String.raw`eq(?:_ignore_ascii_case)?|eql\?|casecmp\??|localeCompare)\s*\(`,
  'i',
);
/**
 * `Objects.equals(model, "gpt-4o")`, `strings.EqualFold(model, "gpt-4o")`, `strcmp(model, "gpt-4o")`, and what
 * writes an attribute where two are equal: https://developer.wordpress.org/reference/functions/selected/
 */
const COMPARED_WITH = new RegExp(
  String.raw`\b(?:(?:equals(?:IgnoreCase)?|EqualFold|strn?(?:case)?cmp|areEqual|isEqual)\(\s*[\w.$>()-]{1,80}|` +
    String.raw`(?:selected|checked)\(\s*\$[\w$>()[\]'"-]{1,80}),\s*["'\x60]$`,
  'i',
);

/**
 * What a query or a function clause of Elixir compares with. A parameter with a default is no clause:
 * `def ask(prompt, model="…")`, `model: "…"`, `model \\ "…"`.
 */
const PATTERN = new RegExp(
  String.raw`\b(?:WHERE|AND|OR(?!\s+REPLACE)|ON|HAVING|where|having)\s(?:(?!\b(?:SET|set)\s)[^;=\n]){1,80}=\s*'$|` +
    String.raw`\bdefp?\s+\w+\([^)"'=\\:]*["']$`,
);

/** `when 'a', 'b' then x` of Ruby, also over lines: the names behind, and what is made of them. */
const THEN = /^["'](?:\s{0,80},\s{0,80}["'][^"'\n]{1,80}["']){0,20}\s{1,80}then\b/;

/** `matches!(model, "a" | "b")` of Rust. */
const MATCHED = /\bmatches!\([^;{}"]{1,80},\s*(?:"[^"\n]{1,80}"\s*\|\s*)*"$/;

export function ofComparison(place: ListedPlace): Message | undefined {
  const { text, start, end, site } = place;
  const before = lineBefore(text, start);
  return site.isCompared === true ||
    isGivenToTest(site) ||
    isComparedBefore(before, signBefore(text, start)) ||
    isShellCase(place, before) ||
    /^["'`]\s*(?:[!=]==?|in\b|not in\b)/.test(textBehind(text, end, 12)) ||
    (site.where === 'code' &&
      (isComparedInCode(before, textBehind(text, end, LONGEST_CASE)) || isBelowCase(text, start, before)))
    ? COMPARED_ONLY
    : undefined;
}

/** By what stands before a name on its line, up to a sign. */
function isComparedBefore(before: string, sign: string): boolean {
  return (
    (!NO_COMPARISON.has(sign) && COMPARED.test(before)) ||
    ((sign === '=' || sign === '') && TESTED.test(before)) ||
    PART_TEST.test(before) ||
    (!NO_CASE.has(sign) && CASE.test(before))
  );
}

/** Signs that no comparison ends in, and no `case`. */
const NO_COMPARISON = new Set([',', '[', '{']);
const NO_CASE = new Set(['=', ':', '[', '{']);

/** `gpt-4o|gpt-4.1) …;;`: what a `case` of a shell compares with. */
function isShellCase({ text, end, mentions }: ListedPlace, before: string): boolean {
  return (
    mentions('esac') &&
    /(?:^|;;|\bin)\s*\(?(?:[\w.:/*?"'-]+\s?\|\s?)*["'*]?$/.test(before) &&
    /^["'*]{0,2}(?:\s?\|\s?[\w.:/*?"'-]+)*\)(?:\s|$)/.test(textBehind(text, end, LONGEST_CASE))
  );
}

/** Words that a function begins with which compares what it is given: `matchesAlias(model, alias: 'gpt-4o')`. */
const TESTS = /^(?:match(?:es)?|equals?|compares?|is (?:one|any) of|is in)(?: |$)/;

/** An argument beside others of a function of the project's own that compares them. */
function isGivenToTest({ call, key, where }: Site): boolean {
  if (where !== 'code' || call === undefined || (key === '' && call.argument === 0)) return false;
  return TESTS.test(keyWords(call.callee.slice(call.callee.lastIndexOf('.') + 1)).join(' '));
}

/** `name is "gpt-4o"`, `name is not "gpt-4o" or "o1"`: a constant pattern of C#, also a later one of several. */
const IS_PATTERN = /\bis\s(?:\s*not\s)?[\s(]*(?:"[^"\n]{1,120}"\)?\s+(?:or|and)\s(?:\s*not\s)?[\s(]*)*"$/;

/** `case "a",` with more names in the lines below, as Go and Swift have it. */
const CASE_ABOVE = new RegExp(
  String.raw`\bcase\s+["'][^"'\n]{1,120}["']\s*,(?:\s|//[^\n]*\n|["'][^"'\n]{1,120}["']\s*,)*["']$`,
);
/** What may stand before a name on such a line: other names. */
const NAMES_ONLY = /^\s*(?:["'][^"'\n]{1,120}["']\s*,\s*)*["']$/;
/** How far above a name its `case` is looked for, in characters. */
const CASE_REACH = 2_000;

/** Whether a name stands in the lines below a `case` that it is a further value of. */
function isBelowCase(text: string, start: number, before: string): boolean {
  return NAMES_ONLY.test(before) && CASE_ABOVE.test(textBefore(text, start, CASE_REACH));
}

/** What a condition of settings says of how it compares, beside the value that it compares with. */
const OPERATOR = new RegExp(
  String.raw`\b(?:op(?:erator)?|comparator|comparison|match(?:_?type)?)["']?\s{0,8}[:=]\s{0,8}["']?` +
    String.raw`(?:regexp?|(?:not_?)?(?:equals?|eq|contains|in|match(?:es)?)|neq?|(?:starts|ends)_?with|` +
    String.raw`prefix|suffix|glob|exact)\b`,
  'i',
);

/** The key of what a condition compares with: a record of a key and a value is read under that key. */
const CONDITION_VALUE = /(?<![\w-])(?:values?|pattern)["']?\s{0,8}[:=]\s{0,8}\[?["']?$/i;

/** `{ "key": "model", "operator": "regex", "value": "gpt-4" }`: what a condition compares with. */
export function ofCondition({ text, start, end, brackets }: ListedPlace): Message | undefined {
  if (!CONDITION_VALUE.test(lineBefore(text, start))) return undefined;
  const own = brackets.around(start).find(({ mark }) => mark === '{');
  const item = own === undefined ? blockItem(text, start)?.text : contentAround(text, brackets, own, end);
  return item !== undefined && OPERATOR.test(item) ? COMPARED_ONLY : undefined;
}

/** By the forms of comparing that only code has. */
function isComparedInCode(before: string, behind: string): boolean {
  return (
    PATTERN.test(before) ||
    IS_PATTERN.test(before) ||
    MATCHED.test(before) ||
    COMPARES.test(behind) ||
    COMPARED_WITH.test(before) ||
    THEN.test(behind)
  );
}

/** Words of a name that says what the names in its value are looked for in, or what they can do. */
const LOOKED_FOR =
  /^(?:supports?|supported|capable|keywords?|prefix(?:es)?|suffix(?:es)?|patterns?|substrings?)$/;
/** A name, and elements of its value between commas, in quotes: `WebSearchModels = "qwen-plus,`. */
const IN_COMMA_LIST = new RegExp(
  String.raw`((?:[A-Za-z_$][\w$]{0,80}["']?[\s:.<>]{0,8}){1,3})(?::=|=>|=|:)\s{0,8}` +
    String.raw`["'\x60]((?:[\w.:/@*-]{1,80}\s{0,4},\s{0,4}){0,40})$`,
);

/**
 * `supportedModels = "qwen-plus,qwen-turbo"`: an element of a list in one text, by whose name it is looked for in
 * names of models.
 */
export function ofCommaList({ text, start, end, site }: ListedPlace): Message | undefined {
  if (site.where !== 'code') return undefined;
  const behind = /^\s{0,4}([,"'\x60])/.exec(text.slice(end, end + 8))?.[1];
  if (behind === undefined) return undefined;
  const line = lineBefore(text, start);
  if (behind !== ',' && !line.includes(',')) return undefined;
  const [, names = '', before = ''] = IN_COMMA_LIST.exec(line) ?? [];
  return (behind === ',' || before !== '') && isLookedFor(names) ? COMPARED_ONLY : undefined;
}

/** Whether a word of a list's names says that its elements are looked for. */
function isLookedFor(names: string): boolean {
  return names.split(/[^\w$]+/).some((name) => keyWords(name).some((word) => LOOKED_FOR.test(word)));
}
