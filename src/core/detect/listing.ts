import { message, type Message } from '../message';
import { perObject } from '../once';
import { memoized } from '../text/memo';
import { textAround, textBefore, textBehind, textFrom } from '../text/pieces';
import { plainName } from '../text/plainName';
import { matchesOf } from '../text/matches';
import type { TextRange } from '../text/range';
import { countUpTo } from '../text/sorted';
import { isAskedElement, isGivenToRequests } from './askedLists';
import type { Bracket, Brackets } from './brackets';
import { isMadeChoice, isShownChoice } from './choices';
import { isAmongNamed, isCalledLike, isNamedLike, sharesWord } from './constants';
import { hostedRegistry } from '../registries/names/hosted';
import { providerRegistry } from '../registries/names/providerPath';
import { isAmongKeyedRecords } from './keyedRecords';
import { declaredBefore, isLoopedByName, isOfUsed, nameOfModelList } from './listNames';
import { isOneOfMany, isOneOfManyItems } from './manyAlike';
import { lineBefore, lineStartOf, sectionBefore, sectionBehind, signBefore } from './surroundings';
import { keyWords } from './signatures/keys';
import { nameOfValue } from './namedValues';
import { nearestKey, type Site } from './site';
import { addTo } from '../text/grouped';

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
type Because = (place: ListedPlace) => Message | undefined;

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

function ofKey(place: ListedPlace): Message | undefined {
  return place.site.isKey === true ||
    isKeyByArrow(place) ||
    isKeyGiven(place) ||
    isHeader(place) ||
    isKeyOfSetting(place)
    ? message('it is a key of a table')
    : undefined;
}

/**
 * `'gpt-4o' => 2.5`, `"gpt-4o" to 2.5`, `"gpt-4o" -> 2.5`, `{"gpt-4o" 2.5}`: keys and patterns of languages without
 * colons.
 */
function isKeyByArrow({ text, start, end, site }: ListedPlace): boolean {
  if (site.where !== 'code') return false;
  const behind = textBehind(text, end, LONGEST_CASE);
  return (
    ARROW_BEHIND.test(behind) ||
    (WRAPPED_CASE.test(lineBefore(text, start)) && WRAPPED_ARM.test(behind)) ||
    (COMMA_ARM.test(behind) && IN_MATCH.test(textBefore(text, start, MATCH_REACH)))
  );
}

/** Also behind further names of the same arm, as C# and Rust have them: `"a" or "b" =>`, `"a" | "b" =>`. */
const ARROW_BEHIND = new RegExp(
  String.raw`^["'](?:\s{1,20}(?:or|\|{1,2})\s{1,20}["'][^"'\n]{1,120}["']){0,9}\s{0,20}` +
    String.raw`(?:=>|->|to\s|\d+(?:[._]\d+)*\s*[)}"\n])`,
);

/** `when (m) { "a", "b" -> 1 }` of Kotlin, `match ($m) { 'a', 'b' => 1 }` of PHP: names before that of an arm. */
const COMMA_ARM = /^["'](?:\s{0,20},\s{0,40}["'][^"'\n]{1,120}["']){1,9}\s{0,20}[-=]>/;
/** What an arm gives stands behind its arrow. */
const IN_MATCH = /\b(?:when|match)\s?(?:\([^(){}]{0,80}\)\s?)?\{[^{}]*$(?<![-=]>\s{0,40}["'])/;
const MATCH_REACH = 600;

/** `Some("a") | Some("b") =>`, `Ok("a" | "b") if … =>` of Rust: names in what the arm takes apart. */
const WRAPPED_CASE = /(?:^|[{,|])\s*[A-Z][\w:]*\([^=;{},]*"$/;
const WRAPPED_ARM = /^"(?:[\s|():\w]|"[^"\n]{1,120}"){0,200}?(?:\sif\s[^{};\n]{1,200}?)?=>/;

/** What puts an entry into a mapping, by its key and its value. */
const PUTS =
  /(?:^|[.:>])(?:put(?:_?if_?absent)?|(?:try_?)?(?:insert|emplace)(?:_or_assign)?|entry|make_pair)$/i;
/** What is asked and keeps no entries, by its last word, in front of such a call: `llm.put("gpt-4o", prompt)`. */
const ASKED = new RegExp(
  String.raw`(?:^|[\W_]|(?<=[a-z])(?=[A-Z]))(?:[lL]{2}[mM]s?|[aA][iI]|[oO]pen[aA][iI]|[aA]nthropic|[gG]emini|` +
    String.raw`[gG][pP][tT]|[aA]gents?|[bB]ots?|[cC]hat|[aA]ssistants?)(?:\(\))?(?:\.|::|->)\w{1,40}$`,
);
const putsEntry = memoized((callee: string): boolean => PUTS.test(callee) && !ASKED.test(callee));
/** Before a brace that holds pairs: what makes a mapping of them. */
const HOLDS_PAIRS = /(?:[mM]ap|Dictionary|Table)\b[^;{}]{0,120}$/;

/** `prices.put("gpt-4o", 2.5)`, `Map.entry("gpt-4o", 2.5)`, and `{ "gpt-4o", 2.5 }` among the pairs of a mapping. */
function isKeyGiven({ text, start, end, site, brackets }: ListedPlace): boolean {
  if (site.where !== 'code' || site.key !== '' || !/^["']\s{0,4},/.test(text.slice(end, end + 6)))
    return false;
  if (site.call?.argument === 0 && putsEntry(site.call.callee)) return true;
  const [own, outer] = brackets.open(start);
  return (
    own?.mark === '{' &&
    outer?.mark === '{' &&
    /^\{\s{0,20}"$/.test(text.slice(own.at, start)) &&
    HOLDS_PAIRS.test(textBefore(text, outer.at, LONGEST_HEAD))
  );
}

/** `claude-3-haiku = "anthropic.claude-3-haiku-20240307-v1:0"` of Terraform and TOML: what gets a value is a key. */
function isKeyOfSetting({ text, start, end, site }: ListedPlace): boolean {
  return (
    site.where === 'config' &&
    /^["']?[ \t]{0,80}=(?!=)/.test(textBehind(text, end, 100)) &&
    /^\s*["']?$/.test(lineBefore(text, start))
  );
}

/** `[models."gpt-4o"]`: the name of a section. */
function isHeader({ text, start, end, site }: ListedPlace): boolean {
  return (
    site.where === 'config' &&
    /^\s*\[{1,2}[\w.-]*["']$/.test(lineBefore(text, start)) &&
    /^["'][\w.-]*\]/.test(textBehind(text, end, 60))
  );
}

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

function ofComparison(place: ListedPlace): Message | undefined {
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

const LONGEST_CASE = 400;

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
function ofCondition({ text, start, end, brackets }: ListedPlace): Message | undefined {
  if (!CONDITION_VALUE.test(lineBefore(text, start))) return undefined;
  const own = brackets.around(start).find(({ mark }) => mark === '{');
  const item = own === undefined ? blockItem(text, start)?.text : contentAround(text, brackets, own, end);
  return item !== undefined && OPERATOR.test(item) ? COMPARED_ONLY : undefined;
}

function contentAround(text: string, brackets: Brackets, own: Bracket, end: number): string {
  const content = brackets.contentOf(own, end);
  return text.slice(content.start, content.end);
}

const COMPARED_ONLY = message('it is only compared with something');

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

/** What may wrap what an arm gives: `Some("…")`, `{ Ok("…")`, `return String::from("…")`. */
const GIVES =
  String.raw`\s{0,40}(?:\{\s{0,40})?(?:return\s{1,4})?` +
  String.raw`(?:(?:Some|Ok|(?:String|Cow)::\w{1,20})\(\s{0,40}){0,2}["'\x60]$`;
/**
 * `GeminiModel::Pro => "…"`, `Model.Pro -> "…"`, `case Model.Pro: return "…"`, `[Model.Pro]: "…"`,
 * `if m == Model.Pro: return "…"`, `when /pro/ then '…'`: the type of an arm, and what it is of.
 */
const MEMBER_ARM = new RegExp(
  String.raw`\b(\w{1,80})(?:::|\.)(\w{1,80})\s{0,20}(?:=>|->|\]\s{0,4}:|` +
    String.raw`(?<=\bcase\s{1,4}[\w.:]{1,160})\s{0,4}:|(?<=(?:==|\bis)\s{1,4}[\w.:]{1,160})\)?\s{0,4}:?)${GIVES}`,
);
const WHEN_THEN = /^\s*when\s([^\n]*)\bthen\s+["']$/;
/** What `Self::Pro` is of, and how far above an arm it begins, in characters. */
const OWN_TYPE = /\b(?:impl(?:<[^<>\n]{0,80}>)?|enum)\s+(?:[\w:<>]{1,80}\s+for\s+)?(\w{1,80})/g;
const TYPE_REACH = 3_000;
/** A type of models, by the word that it ends in. */
const TYPE_OF_MODELS = /(?:model|llm)(?:name|id|type|kind)?s?$/i;
/** What a member of it is called that says what its model is for: it chooses one. */
const PURPOSE = new RegExp(
  String.raw`^(?:default|primary|main|fallback|fast|smart|cheap|best|balanced|quick|light|heavy|strong|weak|small|` +
    String.raw`medium|large|basic|advanced|premium|free|chat|text|code|coding|embedd?|vision|image|audio|speech|` +
    String.raw`tts|stt|transcri\w*|summar\w*|translat\w*|moderation|reason\w*|complet\w*|rerank\w*)` +
    String.raw`(?:er|ings?|s|_?model)?$`,
  'i',
);

/**
 * The value of an arm for a model that is told by another name: what a constant or a word for it stands for. An arm
 * for anything else, `Tier::Free => "gpt-4o-mini"`, chooses its model.
 */
function ofMember({ text, start, site, id }: ListedPlace): Message | undefined {
  if (site.where !== 'code') return undefined;
  const before = lineBefore(text, start);
  const arm = NO_ARM.has(signBefore(text, start)) ? '' : textBefore(text, start, ARM_REACH);
  const [, written = '', member = ''] = MEMBER_ARM.exec(arm) ?? [];
  const type = written === 'Self' || written === 'self' ? ownType(text, start) : written;
  return (TYPE_OF_MODELS.test(type) && !PURPOSE.test(member)) || tellsModel({ before, type, member }, id)
    ? COMPARED_ONLY
    : undefined;
}

/** Signs that no arm ends in. */
const NO_ARM = new Set(['=', ',', '[']);

/** How far before a value the arm that gives it begins, in characters. */
const ARM_REACH = 260;

/** Whether the arm is for a word of the model's own name, which may be that of its provider. */
function tellsModel(arm: { before: string; type: string; member: string }, id: string): boolean {
  if (arm.member === '') return sharesWord(WHEN_THEN.exec(arm.before)?.[1] ?? '', id);
  return (
    providerRegistry(arm.member.toLowerCase()) === undefined && sharesWord(`${arm.type} ${arm.member}`, id)
  );
}

function ownType(text: string, start: number): string {
  return [...matchesOf(textBefore(text, start, TYPE_REACH), OWN_TYPE)].at(-1)?.[1] ?? '';
}

/** How far above a value the condition stands that it follows from. */
const CONDITION_REACH = 300;
/** `if (model.startsWith('gpt-4o-2024')) model = '`, over lines: the variable, and what it is compared with. */
const REWRITTEN = new RegExp(
  String.raw`(?<![\w$.])(\$?\w{1,40})(?:(?:\.|->)\w{1,40}\??\(|\s{0,4}={2,3}\s{0,4}|\s{0,4},\s{0,4})` +
    String.raw`["']([^"'\n]{2,80})["'][^"'{}]{0,60}[{:]?\s{0,60}\1\s{0,4}=\s{0,4}["'\x60]$`,
);

/** `when 'claude-3-haiku'` above `'anthropic.claude-3-haiku-20240307-v1:0'`: the value of an arm, alone on its line. */
const ARM_ABOVE = /\b(?:when|case)\s{1,9}["']([^"'\n]{2,80})["']:?[ \t]*\r?\n\s{1,40}(?:return\s{1,9})?["']$/;

/**
 * A name that is put in the place of one that begins alike: something else chose it, and only its spelling is settled
 * here. Where the word compared with has no version, the value is chosen: `if (model == "auto") model = "gpt-4o"`.
 */
function ofRewritten({ text, start, site, id }: ListedPlace): Message | undefined {
  if (site.where !== 'code') return undefined;
  const { arm, compared } = conditionBefore(text, start);
  const isSame = isCalledLike(arm, id) || id.includes(compared) || compared.startsWith(id);
  return /\d/.test(compared) && isSame
    ? message('it is another spelling of a name that was chosen before')
    : undefined;
}

/** What the arm above a value is for, and what it is compared with there or in the condition before it. */
function conditionBefore(text: string, start: number): { readonly arm: string; readonly compared: string } {
  const before = textBefore(text, start, CONDITION_REACH);
  const sign = signBefore(text, start);
  const arm = NO_ARM.has(sign) ? '' : (ARM_ABOVE.exec(before)?.[1] ?? '');
  const rewritten = sign === '=' || sign === '' ? REWRITTEN.exec(before)?.[2] : undefined;
  return { arm, compared: rewritten ?? arm };
}

/** Values that a schema or an argument accepts. */
const CHOICES = new RegExp(
  String.raw`^(?:enum|choices|anyof|oneof|options|allowed_?values|valid_?values|possible_?values|examples?|` +
    String.raw`suggestions?|values|literals?|picklist|callback_?data)$`,
  'i',
);
const TYPE_CALL = new RegExp(
  String.raw`(?:^|[.:])(?:Literal|enum|nativeEnum|picklist|oneOf|union|literal|Enum|NewEnum|StringEnum|in|IN|` +
    String.raw`choices|ValidateSet|OneOf|Choice|AllowedValues)$`,
);

/** `builder().model("…")`, `new Options().WithModel("…")`: what is built with the model may be kept under any name. */
const SETTER = /[.:](?:set|with|use)?_?model(?:_?(?:name|id|path|asset_?path|file))?$/i;

/** Whether a value is one that a schema or an argument accepts, by the key that it has. */
export function isChoice({ site }: Pick<ListedPlace, 'site'>): boolean {
  const isSet = site.key === '' && SETTER.test(site.call?.callee ?? '');
  return !isSet && (CHOICES.test(nearestKey(site)) || site.parents.some((key) => SAMPLE.test(key)));
}

/**
 * `options: [{ name: "gpt-4o", value: "gpt-4o" }]`: one of several that people choose from, by its name. Settings are
 * written so, too, and their names are keys: `options: [{ name: "model", value: "gpt-4o" }]`.
 */
function isValueOfChoice(place: ListedPlace): boolean {
  const { text, start, site, brackets } = place;
  return (
    OF_CHOICES.test(site.parents[0] ?? '') &&
    keyOfRecord(place) === 'value' &&
    (brackets.open(start)[1]?.mark === '[' || blockItem(text, start) !== undefined)
  );
}
const OF_CHOICES = /^(?:choices|options|suggestions?|picklist)$/i;

/** Whether the name beside a value is the key of a setting, by itself or by those of its list. */
function isValueOfSetting(place: ListedPlace): boolean {
  const { text, start, end, id, brackets } = place;
  if (keyOfRecord(place) !== 'value') return false;
  const [own, outer] = brackets.open(start);
  const isInline = own?.mark === '{';
  const record = isInline ? contentAround(text, brackets, own, end) : blockItem(text, start)?.text;
  const names = namesOfRecord(record ?? '');
  if (names.length === 0 || names.some(({ name }) => sharesWord(name, id))) return false;
  if (names.some(isKeyOfModel)) return true;
  const list = isInline ? outer : undefined;
  return NAMES_PARAMETER.test(
    list === undefined
      ? textAround(text, start, end, LONGEST_HEAD)
      : contentAround(text, brackets, list, end),
  );
}
interface NameOfRecord {
  readonly field: string;
  readonly name: string;
}

/** The first name of a record, and its first `id`. */
function namesOfRecord(record: string): readonly NameOfRecord[] {
  const names = Array.from(matchesOf(record, NAME_OF_RECORD), ([, field = '', name = '']) => ({
    field,
    name,
  }));
  return [names.find((one) => !isId(one)), names.find(isId)].filter((one) => one !== undefined);
}

function isId({ field }: NameOfRecord): boolean {
  return /^id$/i.test(field);
}

/**
 * Whether the name of a record is a key of a model. One that is no label may say only what the model is for, and an
 * `id` is one only by its end: `model-1` is one of several.
 */
function isKeyOfModel(one: NameOfRecord): boolean {
  if (IS_KEY.test(one.field) && OF_TASK.test(one.name)) return true;
  const words = keyWords(one.name).filter((word, index) => index === 0 || !/^(?:id|name)$/.test(word));
  return (isId(one) ? words.slice(-1) : words).some((word) => OF_MODEL.test(word));
}
const IS_KEY = /^(?:name|key|id)$/i;
const OF_TASK = /^(?:chat|completions?|embeddings?)$/;
/** What keys of models have, and names of models have not. */
const OF_MODEL = /^(?:model|llm|engine|deployment)$/;
/** The name of a record where it may be a key: one word. */
const NAME_OF_RECORD = new RegExp(
  String.raw`(?<![\w-])["']?(name|key|id|label|title|text)["']?\s{0,8}[:=]\s{0,8}["']?([\w.-]{1,60})["']?` +
    String.raw`\s{0,8}(?:[,;}\n\r]|$)`,
  'gi',
);
/** The record of a setting of requests. */
const NAMES_PARAMETER = new RegExp(
  String.raw`(?<![\w-])["']?(?:name|key|label)["']?\s{0,8}[:=]\s{0,8}["']?(?:temperature|top_?[pk]|` +
    String.raw`max_?(?:\w{1,12}_?)?tokens|api_?key|base_?url|timeout|system_?prompt|seed|stream)\b`,
  'i',
);

/** What says how values of a schema look: `json_schema_extra={"example": {"model": "gpt-4o"}}`. */
const SAMPLE = /^(?:(?:json_)?schema_extra|openapi_examples?)$/;

/** What an entry of a mapping is by the block that it is in, the call, or its key. */
function ofPairType(place: ListedPlace): Message | undefined {
  const { site } = place;
  if (isValueOfSetting(place)) return undefined;
  return isTypeBlock(place) ||
    isOfTypeCall(site) ||
    isChoice(place) ||
    isValueOfChoice(place) ||
    isMadeChoice(place.text, place)
    ? OF_TYPE
    : undefined;
}

function ofType(place: ListedPlace): Message | undefined {
  const { text, start, site } = place;
  const before = lineBefore(text, start);
  if (isValueOfSetting(place)) return undefined;
  return isOfUnion(place, before) ||
    isTypeBlock(place) ||
    (site.where === 'code' && isTypeOfCode(place, before)) ||
    isOfTypeCall(site) ||
    (isChoice(place) && !MODEL_BEFORE.test(before)) ||
    isValueOfChoice(place) ||
    isShownChoice(text, place)
    ? OF_TYPE
    : undefined;
}

/** Why a value of a type or enumeration is one of many. */
export const OF_TYPE = message('it is one of the values of a type or enumeration');

/**
 * `'gpt-4o' | 'gpt-4o-mini'`, `'gpt-4o' | string`; the bars of `unwrap_or_else(|_| "gpt-4o".into())` hold an argument.
 */
function isOfUnion({ text, end }: ListedPlace, before: string): boolean {
  if (/(?<!\|)\|\s*["'`]$/.test(before)) return !/\|[\w\s,&]{0,60}\|\s*["'`]$/.test(before);
  return (
    /^\s*\|\s*(?:["'`]|\(?string\b)/.test(text.slice(end + 1, end + 60)) &&
    /(?:[:=<(]|^)\s*["'`]$/.test(before)
  );
}

/** In the block of an interface or enumeration. */
function isTypeBlock(place: ListedPlace): boolean {
  const { text, start, site } = place;
  if (site.where !== 'code' || OF_VARIABLE.test(textBefore(text, start, 160))) return false;
  return isInInterface(place) || isEnumMember(place);
}

/** The default of a variable of the environment is used, whatever holds it. */
const OF_VARIABLE = /\b(?:getenv|environ\.get|env)\(\s*["'][\w.]{1,100}["']\s*,\s*["']$/;

/** `CREATE TYPE model AS ENUM ('…')`, `Literal["…", "…"]` */
function isTypeOfCode({ text, start }: ListedPlace, before: string): boolean {
  return /\bENUM\s*\([^)]*'$/i.test(before) || /\bLiteral\[[^\]]*$/.test(textBefore(text, start, 600));
}

function isOfTypeCall({ call, key }: Site): boolean {
  return call !== undefined && TYPE_CALL.test(call.callee) && !/default/i.test(key);
}

/** `options { model "x" }`: the word beside the value is its key, whatever block it is in. */
const MODEL_BEFORE = /\bmodel(?:_?(?:id|name))?\s+["'`]?$/i;

function isInInterface({ text, start, brackets, mentions }: ListedPlace): boolean {
  return (mentions('interface') || mentions('type')) && blocksAround(text, brackets, start).isInterface;
}

/**
 * What the blocks around a place are: `interface Config { model?: 'gpt-4o' }`, `type Config = { … }`, `enum Model {`.
 */
function blocksAround(text: string, brackets: Brackets, start: number): Blocks {
  const open = brackets.open(start);
  let blocks = BLOCKS.get(open);
  if (blocks === undefined) {
    const leads = open.map(({ at, mark }) => (mark === '{' ? textBefore(text, at, BLOCK_HEAD) : ''));
    const level = leads.findIndex((lead) => ENUM.test(lead));
    blocks = {
      isInterface: leads.some((lead) => INTERFACE.test(lead.slice(-120))),
      isEnum: level >= 0,
      member: level > 0 ? open[level - 1]?.at : undefined,
    };
    BLOCKS.set(open, blocks);
  }
  return blocks;
}

interface Blocks {
  readonly isInterface: boolean;
  readonly isEnum: boolean;
  /** Where a member of the enumeration opens the bracket that the place is in. */
  readonly member: number | undefined;
}

/** Of the brackets that are open at places one after the other, as long as these are the same. */
const BLOCKS = new WeakMap<readonly Bracket[], Blocks>();
/** How far before its bracket a block is declared, with the fields of an enumeration; and anything else. */
const BLOCK_HEAD = 600;
const LONGEST_HEAD = 200;
const INTERFACE = /\b(?:interface\s+\w+[^;{}=()]{0,80}|type\s+\w+\s*=\s*)$/;
const ENUM = /\benum\s+(?:class\s+)?\w+[^;{}]{0,520}$/;

/** `class Model(str, Enum):`, `enum Model {`: the block that the place is in, by its first line. */
function isEnumMember({ text, start, brackets, mentions }: ListedPlace): boolean {
  if (!mentions('enum') && !mentions('choices')) return false;
  const low = Math.max(0, start - 3_000);
  const head = text.slice(low, start);
  const mark = head.lastIndexOf('\nclass ');
  const python = mark >= 0 || (low === 0 && head.startsWith('class ')) ? head.slice(mark + 1) : '';
  if (
    /^class \w+\([^)\n]*(?:Enum|Choices)\b[^)\n]*\):/.test(python) &&
    !/\n[^\s#]/.test(python.replace(/^class[^\n]*/, ''))
  )
    return !isInMethod(python);
  const { isEnum, member = start } = blocksAround(text, brackets, start);
  return isEnum && ![start, member].some((at) => STORED.test(lineBefore(text, at)));
}

/** What an enumeration may hold beside its values: Swift's without any is a namespace for constants. */
const STORED = new RegExp(
  String.raw`^\s*(?:@\w+\s+)*(?:(?:public|private|internal|fileprivate|protected|static|const|final)\s+){0,3}` +
    String.raw`(?:(?:static|const)\s+(?:let|va[lr]|final|\w+)|let|va[lr])\s`,
);

/** The last line of a class is further in than the last method's first. */
function isInMethod(text: string): boolean {
  const method = [...text.matchAll(/\n([ \t]+)(?:async )?def /g)].at(-1)?.[1];
  const own = /^[ \t]*/.exec(text.slice(text.lastIndexOf('\n') + 1))?.[0] ?? '';
  return method !== undefined && own.length > method.length;
}

const LONGEST_LEAD = 3;

/**
 * `"claude-haiku-4-5": { "bedrock": "anthropic.claude-haiku-4-5-20251001-v1:0" }`: how providers spell a model, under
 * its own name.
 */
function ofAliases({ site, id }: ListedPlace): Message | undefined {
  const [name = ''] = site.parents;
  if (name === '' || providerRegistry(site.key) === undefined) return undefined;
  const isSame = plainName(id.slice(id.lastIndexOf('/') + 1)) === plainName(name);
  const isPart = name.length >= SHORTEST_NAME && /\d/.test(name) && plainName(id).includes(plainName(name));
  return isSame || isPart ? message('it is one of the names that providers have for a model') : undefined;
}

/** An entry alone on its line: `"glm4moe": "glm",`, `glm4moe: glm`, `'glm4moe' => 'glm',`. */
const LINE_ENTRY = new RegExp(
  String.raw`^[ \t]*["']?([A-Za-z][\w.:-]{1,60})["']?[ \t]*(?::|=>?)[ \t]*["']?([A-Za-z][A-Za-z_-]{1,40})["']?` +
    String.raw`[,;]?[ \t\r]*(?:(?:#|//).*)?$`,
);
const LONGEST_ENTRY = 160;
/** So many entries that map a name to the word that it begins with make a table of families. */
const FEWEST_FAMILIES = 3;

/**
 * `"command-r": "command-r"` in the lines of a table that maps names to families: `"glm4moe": "glm"`. The value is a
 * family, as the others are.
 */
function ofFamilies({ text, start, site, id }: ListedPlace): Message | undefined {
  if (site.call !== undefined || id.includes('/')) return undefined;
  const from = lineStartOf(text, start);
  const [line = ''] = textBehind(text, from, LONGEST_ENTRY).split('\n', 1);
  const [, name, family] = LINE_ENTRY.exec(line) ?? [];
  if (family !== id || name?.startsWith(id) !== true) return undefined;
  const before = textBefore(text, from, ROW_REACH).split('\n').reverse().slice(1);
  const behind = text
    .slice(from, from + ROW_REACH)
    .split('\n')
    .slice(1);
  const families = new Set([...familiesIn(before), ...familiesIn(behind)]);
  return families.size >= FEWEST_FAMILIES ? OF_TYPE : undefined;
}

/** The words that names are mapped to which begin with them, up to the first line that maps nothing. */
function* familiesIn(lines: readonly string[]): Generator<string> {
  for (const line of lines) {
    const [, name, family] = LINE_ENTRY.exec(line) ?? [];
    if (name === undefined || family === undefined) return;
    if (name !== family && name.toLowerCase().startsWith(family.toLowerCase())) yield family;
  }
}

/** Shorter names stand in many others. */
const SHORTEST_NAME = 5;

/** `SUPERSEDED_MODELS = mapOf(("openai" to "gpt-4o") to DEFAULT)`: names that a project has given up. */
function ofSuperseded({ text, start, site, brackets, mentions }: ListedPlace): Message | undefined {
  if (site.where !== 'code' || site.operand !== undefined) return undefined;
  if (!GIVEN_UP.some((word) => mentions(word))) return undefined;
  const isGivenUp = brackets
    .open(start)
    .slice(0, DEEPEST + 1)
    .some((bracket) => SUPERSEDED.test(declaredBefore(text, bracket.at).name));
  return isGivenUp ? message('it is a name that others have replaced') : undefined;
}

const GIVEN_UP = ['superseded', 'obsolete', 'outdated', 'retired', 'replaced'];
const SUPERSEDED = new RegExp(
  String.raw`(?:^|_)(?:superseded|obsolete|outdated|retired|replaced)(?:_|[A-Z]|$)|` +
    String.raw`(?:^|_)(?:SUPERSEDED|OBSOLETE|OUTDATED|RETIRED|REPLACED)(?:_|$)|` +
    String.raw`(?:Superseded|Obsolete|Outdated|Retired|Replaced)(?:[A-Z]|$)`,
);

/**
 * `successors = {"gpt-4-32k": "gpt-5.4"}`: a table that leads from old names to present ones asks for none of them;
 * what it makes of a setting is what that setting asks for.
 */
function ofSuccessors({ text, start, site, id, brackets }: ListedPlace): Message | undefined {
  const [open] = brackets.open(start);
  const isName = /^[a-z][\w./:-]*\d/i.test(site.key) || hostedRegistry(site.key) !== undefined;
  if (site.where !== 'code' || open === undefined || !isName) return undefined;
  const head = textBefore(text, open.at, LONGEST_HEAD);
  return SUCCESSORS.test(head) || (OTHER_NAMES.test(head) && isOfSameService(site.key, id))
    ? message('it is the name that another has now')
    : undefined;
}

/**
 * The same of names that a service has beside one another: `SYNONYMS = {"gemini-pro": "gemini-1.5-pro"}`. A table of
 * aliases from one service to another, `{"gpt-4o": "deepseek-chat"}`, is a router's, which sends its values.
 */
const OTHER_NAMES = new RegExp(
  String.raw`(?:synonym|alias(?:es)?|canonical|normali[sz]|pric(?:e|ing))\w{0,40}\b["'\]]?[^;{}]{0,120}$`,
  'i',
);

function isOfSameService(key: string, id: string): boolean {
  const service = hostedRegistry(key);
  return service !== undefined && service === hostedRegistry(id.slice(id.lastIndexOf('/') + 1));
}

const SUCCESSORS = new RegExp(
  String.raw`(?:success(?:or|ion)|replace(?:d|ment)|rename|migrat(?:e|ion)|upgrade|deprecat(?:ed|ion)|legacy|retired|` +
    String.raw`obsolete|old_?(?:to|names?|ids?|models?))\w{0,40}\b["'\]]?[^;{}]{0,120}$`,
  'i',
);

/** A constant for an architecture, and the word that files of weights have for it: `{ LLM_ARCH_MAMBA, "mamba" }`. */
const OF_ARCHITECTURE = new RegExp(
  String.raw`(?<![\w$])(?:(?:[A-Z]\w{0,40}_)?ARCH(?:ITECTURE)?_[A-Z\d_]{1,60}|` +
    String.raw`\w{0,40}(?:ARCH(?:ITECTURE)?|Arch(?:itecture)?)(?:\.|::)\w{1,60})` +
    String.raw`\]?\s{0,40}(?:,|=>|->|=|:)\s{0,40}["']$`,
);

/** The name of an architecture beside its constant, as tables of readers of weights have it. */
function ofArchitecture({ text, start, site }: ListedPlace): Message | undefined {
  return site.where === 'code' && OF_ARCHITECTURE.test(lineBefore(text, start)) ? OF_TYPE : undefined;
}

/** What a flag gets is used, whatever the flag is called: `--clip_l clip_l.safetensors`. */
function ofConstant(place: ListedPlace): Message | undefined {
  return isNamedLike(place) &&
    !place.site.key.startsWith('-') &&
    !isDefaultOfParameter(place) &&
    !isOfEntry(place)
    ? message('it is the value of a constant that is called like it')
    : undefined;
}

/** `{ name: "gpt-4o", value: "gpt-4o", provider: "openai" }`: an entry that says who runs its model is no constant. */
function isOfEntry(place: ListedPlace): boolean {
  return (
    keyOfRecord(place) === 'value' &&
    !place.site.parents.some((key) => CHOICES.test(key)) &&
    WHO_IS_ASKED.test((recordAround(place) ?? blockItem(place.text, place.start))?.text ?? '')
  );
}

/** `def f(segmentation: Model = "owner/segmentation")`: what a function runs unless it is told otherwise. */
function isDefaultOfParameter({ text, start, site, brackets }: ListedPlace): boolean {
  const [open] = brackets.open(start);
  if (open?.mark !== '(' || (site.call !== undefined && site.key === '')) return false;
  return /\b(?:def|function|func|fun|fn)\s{1,4}\w{1,80}\s?$/.test(textBefore(text, open.at, 100));
}

/** `GeminiModel::Pro => write!(f, "gemini-2.5-pro")`: how a member of an enumeration is written out in Rust. */
const WRITTEN =
  /=>\s{0,20}(?:\{\s{0,40})?(?:write!\(\s{0,20}\w{1,20}\s{0,4},\s{0,20}|\w{1,20}\.write_str\(\s{0,20})"$/;

const LONGEST_ARM = 160;

/** The arm that writes out a member of an enumeration; one whose value is the name is that of a constant. */
function ofArm({ text, start, site }: ListedPlace): Message | undefined {
  return site.where === 'code' && WRITTEN.test(textBefore(text, start, LONGEST_ARM)) ? OF_TYPE : undefined;
}

function ofSibling(place: ListedPlace): Message | undefined {
  if (place.site.where !== 'code' || isDefaultOfParameter(place)) return undefined;
  // A constant's own parentheses hold nothing but its value: its siblings stand around them.
  const block = place.brackets
    .open(place.start)
    .find(({ at, mark }) => mark !== '(' || place.start - at > LONGEST_LEAD);
  return isAmongNamed(place, block)
    ? message('it is the value of a constant that is called like it')
    : undefined;
}

/** Lists of what is got, not of what is known. */
const FETCHED = new RegExp(
  String.raw`^(?:download\w*|pull\w*|preload\w*|prefetch\w*|fetch\w*|install\w*|load|loaded|warm\w*|` +
    String.raw`bundle\w*|deploy\w*|serve|served|serving|cached?)$`,
);

/** `PRELOAD_MODELS`; not `PROMPT_CACHE_MODELS`, which tells what the models can do. */
function isFetchedName(name: string): boolean {
  const words = [...keyWords(name)];
  return words.some((word) => FETCHED.test(word)) && !words.some((word) => ABLE.test(word));
}

const ABLE = /^(?:prompts?|patterns?|supports?|supported|capable|allowed|known|valid)$/;

/** The condition of a template and what it gives, https://docs.aws.amazon.com/AWSCloudFormation: two values for one. */
const OF_CONDITION = new RegExp(
  String.raw`(?:["']?Fn::If["']?\s{0,4}:|!If)\s{0,40}(?:\[[^[\]]{1,300}|` +
    String.raw`\n[ \t]*-[ \t]+[^\n]{1,200}\n(?:[ \t]*-[ \t]+[^\n]{1,200}\n)?[ \t]*-[ \t]+["']?)$`,
);
const TEMPLATE_REACH = 500;

function ofElement(place: ListedPlace, because: Because): Message | undefined {
  const { site, text, start } = place;
  if (isConverted(place) || isMerged(place)) return OF_LIST;
  if (site.operand !== undefined || site.key.startsWith('-')) return undefined;
  if (site.where === 'config' && OF_CONDITION.test(textBefore(text, start, TEMPLATE_REACH))) return undefined;
  const isOne = isInVector(place) || (!isArgument(place) && isAnyElement(place));
  return isOne && !isGot(place, because) && !isOfFetched(place) ? OF_LIST : undefined;
}

/** Whether a place is in a list of whatever form. */
function isAnyElement(place: ListedPlace): boolean {
  return isElement(place) || isArrayItem(place.site) || (place.site.where === 'code' && isInserted(place));
}

/** Whether the text asks or gets each of a list, or the one at a place. */
function isGot(place: ListedPlace, because: Because): boolean {
  return (
    isLoopedOver(place) ||
    isAskedElement(place) ||
    isPulled(place) ||
    isEvaluated(place) ||
    isShortForm(place, because)
  );
}

/** How an element of a list in block style stands that is a name alone, and one that says more of its model. */
const SHORT = /^([ \t]*)-[ \t]+["']?$/;
const LONG = /^([ \t]*)-[ \t]+model(?:_?(?:id|name))?:[ \t]+["']?(?=(\w[^\s"'#]{2,160}))/gm;

/** Of each text, where lists have elements that begin with their model, by how far in these stand. */
const LONG_FORMS = perObject((_brackets: Brackets) => ({
  at: undefined as ReadonlyMap<string, readonly TextRange[]> | undefined,
}));

/** `- owner/name` in a list that has `- model: owner/other` too: what is done with the one is done with the other. */
function isShortForm(place: ListedPlace, because: Because): boolean {
  const { text, start, site, brackets } = place;
  const indent = site.where === 'config' ? SHORT.exec(lineBefore(text, start))?.[1] : undefined;
  if (indent === undefined) return false;
  const forms = (LONG_FORMS(brackets).at ??= longForms(text)).get(indent) ?? [];
  const next = countUpTo(forms, start, (form) => form.start);
  const long = [forms[next - 1], forms[next]].find(
    (form) => form !== undefined && isOneList(text, indent.length, [start, form.start]),
  );
  return long !== undefined && because(longPlace(place, long)) === undefined;
}

function longForms(text: string): ReadonlyMap<string, readonly TextRange[]> {
  const forms = new Map<string, TextRange[]>();
  for (const { index, 0: head, 1: indent = '', 2: name = '' } of matchesOf(text, LONG)) {
    const start = index + head.length;
    addTo(forms, indent, { start, end: start + name.length });
  }
  return forms;
}

function longPlace(place: ListedPlace, { start, end }: TextRange): ListedPlace {
  const { site, text } = place;
  const parents = site.key === '' ? site.parents : [site.key, ...site.parents];
  return { ...place, start, end, id: text.slice(start, end), site: { ...site, key: 'model', parents } };
}

/** How far apart two elements of a list may stand, in characters. */
const LIST_REACH = 4_000;

/** Whether two places are in the same list: what stands between them lies further in than its dashes, or behind one. */
function isOneList(text: string, depth: number, [one, other]: readonly [number, number]): boolean {
  const from = Math.min(one, other);
  const to = lineStartOf(text, Math.max(one, other));
  if (to - from > LIST_REACH) return false;
  const lines = text.slice(from, to).split('\n').slice(1);
  return lines.every((line) => {
    const own = line.search(/\S/);
    return own < 0 || own > depth || line.charAt(own) === '#' || (own === depth && line.charAt(own) === '-');
  });
}

/** The models that promptfoo asks in turn: https://www.promptfoo.dev/docs/configuration/reference */
const EVALUATED = /^(?:providers|targets)$/;

const OF_PROVIDER = /^[a-z][\w-]{1,30}:/;

/** Parts of such settings, one of which stands beside the list. */
const OF_EVALUATION = ['prompts', 'tests:', 'defaulttest', 'scenarios:', 'redteam:', 'promptfoo'];

/** Whether a list is that of an evaluation: beside it stand the prompts or tests that each of it gets. */
function isEvaluated({ text, start, end, site, mentions }: ListedPlace): boolean {
  return (
    EVALUATED.test(nearestKey(site)) &&
    OF_EVALUATION.some(mentions) &&
    OF_PROVIDER.test(text.slice(start, end))
  );
}

/** Whether all of a list is got, as its name says. What has a name for people beside it, people choose from. */
function isOfFetched(place: ListedPlace): boolean {
  const { key, parents } = place.site;
  const isNamedSo =
    isFetchedName(key) ||
    parents.slice(0, 2).some((name) => isFetchedName(name) && !isFunction(name, place)) ||
    isRunBeside(place.site) ||
    isPulledFirst(place.site);
  return isNamedSo && !(isInRow(place) && isLabelled(place));
}

/** `const load = async () => {`: a function is no list, whatever it gets. */
function isFunction(name: string, { text, site, brackets }: ListedPlace): boolean {
  return site.where === 'code' && (FUNCTIONS(brackets).names ??= functionsOf(text)).has(name);
}

/** Of each text, the names that are given functions. */
const FUNCTIONS = perObject((_brackets: Brackets) => ({
  names: undefined as ReadonlySet<string> | undefined,
}));

function functionsOf(text: string): ReadonlySet<string> {
  return new Set([...matchesOf(text, GIVEN_FUNCTION)].map(({ 1: name = '' }) => name));
}

const GIVEN_FUNCTION = new RegExp(
  String.raw`(?<![\w$])([\w$]{1,80})(?=\s{0,4}(?::[^=\n]{1,80})?=\s{0,4}(?:async\s{0,4})?` +
    String.raw`(?:function\b|\([^()]{0,200}\)\s{0,4}(?::[^=\n]{1,80})?=>|\w{1,40}\s{0,4}=>|useCallback\())`,
  'g',
);

/** `models: { run: […] }`: those that a chart has its server hold ready, beside those that it pulls. */
function isRunBeside({ key, parents }: Site): boolean {
  const [list = '', around = ''] = key === '' ? parents : [key, ...parents];
  return list === 'run' && around === 'models';
}

/**
 * `init: { chat: { additional-models: […] } }`: those that Spring AI pulls when a program starts, as it does those in
 * one text: https://docs.spring.io/spring-ai/reference/api/chat/ollama-chat.html#auto-pulling-models
 */
function isPulledFirst(site: Site): boolean {
  return ADDITIONAL.test(nearestKey(site)) && site.parents.some((name) => name === 'init');
}

const ADDITIONAL = /^additional-?models$/i;

const OF_LIST = message('it is an element of a list');

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
function ofCommaList({ text, start, end, site }: ListedPlace): Message | undefined {
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

/** What a call gets, where the call makes no list of it. */
function isArgument(place: ListedPlace): boolean {
  const { call, key } = place.site;
  return (
    call !== undefined &&
    !(key === '' && (COLLECTION.test(call.callee) || isInRow(place) || isInTuple(place)))
  );
}

/** `c("gpt-4o", "gpt-4")`: several values of R, of which a parameter for a model takes the first. */
function isInVector({ text, start, site, brackets, mentions }: ListedPlace): boolean {
  if (site.call?.callee !== 'c' || !mentions('<-')) return false;
  const [own] = brackets.open(start);
  return (
    own !== undefined &&
    !/model/i.test(site.key) &&
    text.slice(own.at, own.close).includes(',') &&
    text.charAt(own.close + 1) !== '[' &&
    !TAKEN_OF.test(textBefore(text, own.at, 60))
  );
}

/** What takes a value of a vector: a parameter for a model its first, `sample(c(…), 1)` any. */
const TAKEN_OF = new RegExp(
  String.raw`(?:\bmodel\w{0,20}\s{0,4}=\s{0,4}|` +
    String.raw`\b(?:sample|head|tail|rev|first|last|nth|switch)\(\s{0,20}(?:[\w.]{1,20}\s?=\s?)?)c$`,
);

/** `[]string{string(client.Model), …}`: an element that is turned into a text first. */
function isConverted({ text, start, site, brackets }: ListedPlace): boolean {
  const [own, outer] = brackets.open(start);
  if (site.key !== '' || own?.mark !== '(' || outer === undefined) return false;
  const lead = text.slice(Math.max(outer.at, own.at - 60), own.at);
  return (
    /[[{,]\s*(?:string|str|String|String::from)$/.test(lead) &&
    (outer.mark === '[' || /\]\s*[\w.]{1,60}$/.test(textBefore(text, outer.at, 80)))
  );
}

/** The list `models` of a chart that runs Ollama's image: what its server has. */
const OLLAMA_IMAGE = /^[ \t]*(?:repository|image):[ \t]*["']?(?:[\w.-]+\/)?ollama\/ollama(?![\w-])/m;

/** Of each text, whether it runs that image. */
const RUNS_OLLAMA = perObject((_brackets: Brackets) => ({ is: undefined as boolean | undefined }));

function isPulled({ text, site, brackets, mentions }: ListedPlace): boolean {
  if (site.where !== 'config' || nearestKey(site).toLowerCase() !== 'models' || !mentions('ollama'))
    return false;
  return (RUNS_OLLAMA(brackets).is ??= OLLAMA_IMAGE.test(text));
}

/** `for model in ["…", "…"]:`: what is done in the loop is done with each. */
function isLoopedOver({ text, start, site, brackets }: ListedPlace): boolean {
  const [own] = brackets.open(start);
  if (site.where !== 'code' || own?.mark !== '[') return false;
  const head = textBefore(text, own.at, 240);
  return (
    /\bfor\b[^\n;]{1,80}\s(?:in|of)\s*(?:&?\s?vec!|&)?$/.test(head) &&
    !LOOKS_FOR_EACH.test(head) &&
    /^\](?:\.iter\(\)|\.into_iter\(\))?\s*[:){]/.test(textBehind(text, own.close, 20))
  );
}

/** `any(m in name for m in […])`, `all(not name.startswith(m) for m in […])`: what is looked for in a name. */
const LOOKS_FOR_EACH =
  /\b(?:any|all)\(\s{0,40}(?:not\s)?(?:\w{1,40}\s(?:not\s)?in\s|[\w.]{1,60}(?:==|\.\w{1,20}\())[^;{}]{0,120}$/;

/** Calls that make lists and sets of what they are given; `Preferences.Set("model", "gpt-4o")` gives a value. */
const COLLECTION = new RegExp(
  String.raw`(?<!\w)(?:listOf|setOf|arrayOf|array|(?:mutableList|(?:mutable|hash|linked|sorted)Set)Of|asList|` +
    String.raw`arrayListOf|Array|` +
    String.raw`frozenset|(?<![.>:])list|tuple|List|Seq|Vector|ListSet|vec!|VALUES|values|` +
    String.raw`(?:ImmutableList|ImmutableSet|` +
    String.raw`List|Set|Stream|EnumSet|Array)\.of|(?:Sets|Lists)\.new\w{1,20}|(?:sets|mapset)\.New\w{0,20}|` +
    String.raw`(?<=^|[^\w.>:]|mutable\.)[sS]et)$`,
);

/** `<string-array><item>…</item></string-array>` */
function isArrayItem({ key, parents, where }: Site): boolean {
  return where === 'config' && key === 'item' && /(?:array|list|items|entries)$/i.test(parents[0] ?? '');
}

/** `INSERT INTO models VALUES ('…')`: a row of a table. */
function isInserted({ text, start }: ListedPlace): boolean {
  return /\bINSERT\s+INTO\b[^;]*\bVALUES\b[^;]*$/i.test(textBefore(text, start, ROW_REACH));
}

/** `MERGE INTO models USING (VALUES (1, '…'), …)`: one of the rows that a table is brought up to. */
const MERGED = /\bMERGE\s[^;(]{1,200}\bUSING\s*\(\s*VALUES\b[^;]*$/i;
const MERGE_REACH = 6_000;

function isMerged({ text, start, site, mentions }: ListedPlace): boolean {
  return (
    site.where === 'code' &&
    mentions('merge') &&
    mentions('using') &&
    MERGED.test(textBefore(text, start, MERGE_REACH))
  );
}

const ROW_REACH = 1_000;

/** A tuple of Elixir that holds texts alone: `{"GPT-4o", "gpt-4o"}`. */
const BRACED_TUPLE = /^\{\s{0,40}"[^"\n]{0,120}"(?:\s{0,8},\s{0,40}"[^"\n]{0,120}"){1,4}\s{0,40}\}$/;

/** `[("gpt-4o", 15), ("gpt-4o-mini", 3)]`: a tuple that is itself one of several. */
function isInRow({ text, start, end, site, brackets }: ListedPlace): boolean {
  const [own, outer] = brackets.open(start);
  if (own === undefined || outer?.mark !== '[') return false;
  if (isNamedByFirst(text.slice(own.at + 1, Math.min(start, own.at + 160)), site.key)) return false;
  if (own.mark !== '(' && !BRACED_TUPLE.test(textFrom(text, own.at, own.close + 1, ROW_REACH))) return false;
  const lead = text.slice(Math.max(outer.at, own.at - 200), own.at).replace(/(?:pytest\.)?param$/, '');
  return '[,('.includes(lastMark(lead)) && text.slice(own.at, Math.max(own.close, end)).includes(',');
}

/** `("model", "gpt-4o")`, `("model", box "gpt-4o")`: a pair whose first text is the name that the second has. */
function isNamedByFirst(before: string, key: string): boolean {
  return key !== '' && FIRST_OF_PAIR.exec(before)?.[1] === key;
}

const FIRST_OF_PAIR = /^\s{0,40}["'`]([\w.-]{1,80})["'`]\s{0,8},/;

/** `radio("Model", ("gpt-4o", "gpt-4o-mini"))`: a tuple of names that a call gets. */
function isInTuple({ text, start, brackets }: ListedPlace): boolean {
  const [own] = brackets.open(start);
  if (own?.mark !== '(' || !/[,(=]\s{0,40}$/.test(textBefore(text, own.at, 60))) return false;
  return /^\(\s*(?:["'][^"'\n]{1,120}["']\s*,\s*){1,40}(?:["'][^"'\n]{1,120}["']\s*)?\)/.test(
    text.slice(own.at, own.close + 1),
  );
}

/** `MODELS=("gpt-4o" "gpt-4o-mini")`: an array of a shell. */
function isInShellArray({ text, start, end, brackets, site }: ListedPlace): boolean {
  const [open] = brackets.open(start);
  return (
    open?.mark === '(' &&
    site.call === undefined &&
    /(?:^|\n|[;\s])[A-Za-z_]\w*\+?=$/.test(textBefore(text, open.at, 60)) &&
    /^["']?[\s)]/.test(text.slice(end, end + 2)) &&
    /[(\s]["']?$/.test(text.slice(start - 2, start))
  );
}

/** The value stands directly in a list, set or tuple. */
function isElement(place: ListedPlace): boolean {
  const { text, start, end, site, brackets } = place;
  // Lua's long brackets are quotes.
  if (/\[=*\[$/.test(textBefore(text, start, 20)) && /^\]=*\]/.test(textBehind(text, end, 20))) return false;
  const line = lineBefore(text, start);
  if (/^\s*(?:-\s+)+["']?$/.test(line)) return true;
  if (site.where === 'code' && isInBareTuple(line, textBehind(text, start, ROW_REACH))) return true;
  return (
    isInLispSet(text, brackets, start) || isInShellArray(place) || isInRow(place) || isBetweenMarks(place)
  );
}

/** What stands before and behind the value separates elements, in brackets that hold some. */
function isBetweenMarks(place: ListedPlace): boolean {
  const { text, start, end, site, brackets } = place;
  const before = withoutQuotes(textBefore(text, start, 400));
  const mark = lastMark(before);
  const behind = ELEMENT_END.exec(textBehind(text, end, 200));
  if (behind === null || !['[', ',', '(', '{'].includes(mark))
    return WORD_LIST.test(before) || isInWordList(place);
  const [open] = brackets.open(start);
  if (open === undefined || site.key !== '')
    return open?.mark === '[' && (mark === '[' || (mark === ',' && site.where === 'config'));
  return open.mark === '[' || holdsElements(place, open, behind[1] ?? '');
}

/** `{'a', 'b'}.contains(model)` of Dart: what a set is asked. */
const ASKED_SET = /^\}\s{0,8}\.\s{0,2}(?:contains|any)\(/;
/** What stands before a brace that holds elements: of an array, a set (`<String>{` of Dart), a type of arrays. */
const BRACE_BEFORE = /(?:[=:(#]|\}|\]\w*|\bof|\bin|string|[=:(]\s*(?:const\s)?<\w{1,40}>|\w{0,20}set!)\s*$/;
/** The same in C#: `new() {`, `new HashSet<string>(comparer) {`, and the pairs within. */
const MADE_COLLECTION = new RegExp(
  String.raw`\bnew(?:\s+[\w.]{0,40}(?:Set|List|Collection|Dictionary|Queue|Stack|Bag)(?:<[^{}();]{0,60}>)?)?` +
    String.raw`\s{0,10}(?:\([^(){}]{0,40}\))?\s{0,40}(?:\{\s{0,40}(?:\{[^{}]{0,60}\},\s{0,40})*)?$`,
);

/** `<Chat model={"gpt-4o"}>`: a brace in a tag that holds an expression. */
const IN_TAG = /<[.A-Za-z][\w.:-]{0,60}\s(?:[^<>;]|=>){0,400}\w=$/;
const TAG_REACH = 480;

/** What stands before a parenthesis or brace says that it holds elements; `behind` is the mark behind the value. */
function holdsElements({ text, start }: ListedPlace, open: Bracket, behind: string): boolean {
  const lead = textBefore(text, open.at, 60);
  // Parentheses around one value group it: without a comma they make no tuple.
  if (open.mark === '(' && behind === ')' && /^\s*["'`]?$/.test(text.slice(open.at + 1, start)))
    return COLLECTION.test(lead.trimEnd());
  if (open.mark === '{') {
    const isOfTag = behind === '}' && IN_TAG.test(textBefore(text, open.at, TAG_REACH));
    const isMade = BRACE_BEFORE.test(lead) || MADE_COLLECTION.test(lead);
    return !isOfTag && (isMade || ASKED_SET.test(textBehind(text, open.close, 20)));
  }
  return /(?:[=:,(]|\bin|\bof)\s*$/.test(lead) || COLLECTION.test(lead.trimEnd());
}

/** `REASONING = "o1", "o3-mini"`: a tuple of Python without parentheses, nothing but strings to the end of the line. */
function isInBareTuple(before: string, from: string): boolean {
  const line = before + (from.split('\n', 1)[0] ?? '');
  return /^\s*[\w.]{1,80}\s*=\s*(["'])[^"'\n]{1,200}\1(?:\s*,\s*(["'])[^"'\n]{1,200}\2)+(?:\s*,)?(?:\s*#.*)?$/.test(
    line.trimEnd(),
  );
}

/**
 * What stands behind an element: a comma or the end of its list, behind its type, what makes it a text of its own
 * (`.to_string()`, Rust's), and a comment.
 */
const ELEMENT_END = new RegExp(
  String.raw`^["'\x60]?(?:\.(?:to_string|to_owned|into|to_s|freeze)(?:\(\))?)?\s*` +
    String.raw`(?:(?:as|satisfies)\s+[\w.]{1,60}\s*)?(?:(?:\/\/|#)[^\n]*(?:\n\s*|$))?([,\])}]|$)`,
);
/** `%w[…]`, `~w(…)`, `qw(…)` */
const WORD_LIST = /(?:[%~][wiWI]|\bqw\s{0,4})(?:\[[^\]]*|\([^)]*|\{[^}]*|<[^>]*|\|[^|]*|\/[^/]*)$/;

/** A word of a list of words, however long: nothing but words stand between its mark and the place. */
function isInWordList({ text, start, brackets, site }: ListedPlace): boolean {
  const [open] = brackets.open(start);
  return (
    site.where === 'code' &&
    open !== undefined &&
    WORD_LIST_HEAD.test(textBefore(text, open.at, 10)) &&
    start < endOfWords(text, open)
  );
}
const WORD_LIST_HEAD = /(?:[%~][wiWI]|\bqw\s{0,4})$/;

/** Up to where a bracket holds nothing but words; asked for each word of it, looked for once. */
function endOfWords(text: string, open: Bracket): number {
  let end = WORDS_END.get(open);
  if (end === undefined) {
    const mark = /["'`;=]/g;
    mark.lastIndex = open.at;
    end = mark.exec(text)?.index ?? text.length;
    WORDS_END.set(open, end);
  }
  return end;
}
const WORDS_END = new WeakMap<Bracket, number>();

/** `#{"gpt-4o" "gpt-4o-mini"}` */
function isInLispSet(text: string, brackets: Brackets, start: number): boolean {
  const [open] = brackets.open(start);
  return open?.mark === '{' && text.charAt(open.at - 1) === '#' && text.charAt(open.at + 1) === '"';
}

/** A text without the quotes and marks of a string that it ends in. */
function withoutQuotes(text: string): string {
  let end = text.length;
  while (end > 0 && /["'`@]/.test(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}

/** The last mark of a text that is no blank and in no comment to the end of its line. */
function lastMark(text: string): string {
  const lines = text.split('\n');
  for (let line = lines.pop(); line !== undefined; line = lines.pop()?.replace(/(?:^|\s)(?:\/\/|#).*$/, '')) {
    const code = line.trimEnd();
    if (code !== '') return code.slice(-1);
  }
  return '';
}

/** Keys of what only a table of models says of each: prices, sizes, abilities, dates, words for people. */
const ATTRIBUTE = new RegExp(
  String.raw`(?:context[-_]?(?:window|length|size|limit|tokens)|ctx[-_]?(?:len|size)|price|` +
    String.raw`pricing|cost|per[-_]?(?:million|1?[km])(?:[-_]?\w*tokens?)?|` +
    String.raw`max[-_]?(?:input|output|context|completion)[-_]?tokens|` +
    String.raw`max[-_]?(?:prompt|input|context)[-_]?(?:length|size|chars)|` +
    String.raw`supports?[-_A-Z]\w*|capabilit(?:y|ies)|(?:display|readable)[-_]?name|release[-_]?date|released|` +
    String.raw`(?:knowledge[-_]?|training[-_]?)?cutoff(?:[-_]?date)?|deprecat\w+|modalit(?:y|ies)|owned[-_]?by|` +
    String.raw`is[-_]?(?:vision|reasoning|default|free|new|premium|pro)|recommended|vram\w*|size[-_]?(?:gb|mb|` +
    String.raw`bytes)?|param(?:eter)?s?[-_]?(?:count|size)?|family|license|tags|description|label|icon|logo|` +
    String.raw`badge|desc|strengths|speed|quality|tier|rank|elo|benchmark\w*|scores?|intelligence|` +
    String.raw`embedding[-_]?dim\w*|dimensions?|tool[-_]?call\w*|function[-_]?calling|vision|multimodal|` +
    String.raw`reasoning|attachment|limit|model_type|mode)$`,
  'i',
);
/** Keys that are such where their value is a number. */
const COUNTED = /(?:input|output|prompt|completion|cached?)$/i;
/** A key with what separates it from its value, and the beginning of a number behind. */
const KEY = /(?<![\w-])([\w-]+)(?![\w-])["']?\s*[:=](\s*[\d.])?/g;
/** Keys of a record that may name the model that the record is of. */
const RECORD_KEY = new RegExp(
  String.raw`^(?:id|name|value|key|slug|code|alias|family|model|models?_?(?:id|name|key)|llm_?name|` +
    String.raw`(?:hosted|base|canonical|upstream|inference_?profile)_?(?:model_?)?id|` +
    String.raw`(?:id|name|model)_?prefix|sym_?link|replacement|successor|` +
    String.raw`model_?name|api_?(?:name|model(?:_?(?:id|name))?)|identifier|title|label|(?:display|readable)_?name)$`,
  'i',
);
/** What only a request or the settings of an agent say. */
const REQUEST = new RegExp(
  String.raw`\b["']?(?:messages|prompt|input(?!["']?\s*[:=]\s*[\d.])|system[-_]?prompt|instructions?|stream|` +
    String.raw`temperature|top_?p|api[-_]?key|tools?|response_format|base_?url|api_?base|roles)["']?\s*[:=]`,
  'i',
);

/** What a record says of its model that no setting says, or that settings may say too. */
function attributesOf(record: string): Attribute {
  let told: Attribute = 'none';
  for (const [, key = '', number] of matchesOf(record, KEY)) {
    const attribute = number !== undefined && COUNTED.test(key) ? 'strong' : attributeOf(key);
    if (attribute === 'strong') return attribute;
    if (attribute === 'weak') told = attribute;
  }
  return told;
}

type Attribute = 'strong' | 'weak' | 'none';

const attributeOf: (key: string) => Attribute = memoized((key) =>
  ATTRIBUTE.test(key) ? (STRONG.test(key) && !ASKED_FOR.test(key) ? 'strong' : 'weak') : 'none',
);

/** What a request says too: a table's limit, or how much is asked for. */
const ASKED_FOR = /^["']?max[-_]?(?:output|completion)[-_]?tokens?\b/i;

const STRONG = new RegExp(
  String.raw`input|output|prompt|completion|cache|price|pricing|cost|context|max[-_]?(?:input|output|context|` +
    String.raw`completion)|support|capabilit|cutoff|owned|modalit|deprecat|vram|display|readable`,
  'i',
);

/**
 * A record of a table: an element of a list of mappings, or a value of a mapping of mappings, with what tables say of
 * models.
 */
function ofRecord(place: ListedPlace): Message | undefined {
  const { site } = place;
  if (site.call !== undefined && site.key === '') return undefined;
  if (isGiven(place)) return undefined;
  const record = recordAround(place) ?? keptSection(place) ?? keptBlock(place) ?? sectionOf(place);
  const key = keyInRecord(place, record);
  if (!RECORD_KEY.test(key)) return undefined;
  if (record === undefined) return ofBlock(place, key);
  return REQUEST.test(withoutAbilities(record.text)) || isUsedAlone(place, record)
    ? undefined
    : ofTable(place, record, key);
}

function ofTable(place: ListedPlace, record: RecordFound, key: string): Message | undefined {
  return isOfTable(record, key) || isOfMapping(place, record.text, key) ? OF_RECORD : undefined;
}

/** `const defaultModel = { modelId: "gpt-4o", supportsTools: true }`: one record, whose name says that it is used. */
function isUsedAlone({ site }: ListedPlace, { isElement, hasKin }: RecordFound): boolean {
  return !isElement && !hasKin && isOfUsed(site.parents[0] ?? '');
}

/** One of the records that code keeps under keys of their own, each with words for people: what somebody may choose. */
function isOfMapping(place: ListedPlace, record: string, key: string): boolean {
  const isTold = (one: string): boolean => attributesOf(one) !== 'none' && !isSetting(one);
  return (
    place.site.where === 'code' &&
    !/^model$/i.test(key) &&
    isTold(record) &&
    isAmongKeyedRecords(place, key, isTold)
  );
}

/** Why a name of a table of models is one of many. */
export const OF_RECORD = message('it is in a record of a table of models');

/**
 * What is in no table: the operand of a command, and the record of a variable of the environment or of a setting,
 * `{ name: "MODEL_NAME", value: "gpt-4o" }`, which sets it.
 */
function isGiven(place: ListedPlace): boolean {
  return (
    place.site.operand !== undefined ||
    nameOfValue(place.text, place) !== undefined ||
    isValueOfSetting(place)
  );
}

/** A record that tells its name and its value is known by that value. */
function keyOfRecord({ text, start, site }: ListedPlace): string {
  return /\bvalue["']?\s{0,20}[:=]\s{0,20}["'`]?$/.test(lineBefore(text, start)) ? 'value' : nearestKey(site);
}

/** `{ id: "gpt-4o", modelString: "gpt-4o" }`: a value that gives the record's name again is known by that name. */
function keyInRecord(place: ListedPlace, record: RecordFound | undefined): string {
  const key = keyOfRecord(place);
  const isAgain =
    !RECORD_KEY.test(key) &&
    /model|^repo/i.test(key) &&
    record !== undefined &&
    (record.isKept === true || isNameAgain(record.text, place.text.slice(place.start, place.end)));
  return isAgain ? 'id' : key;
}

/** Settings have a key `model` too: what they say besides may be said of an element of a table. */
function isOfTable({ text, isElement, hasKin }: RecordFound, key: string): boolean {
  const told = attributesOf(text);
  const isAlone = !isElement && !hasKin;
  if (told === 'strong' && !(isAlone && (/^model$/i.test(key) || WHO_IS_ASKED.test(text)))) return true;
  return !/^model$/i.test(key) && (hasKin || (told === 'weak' && isElement));
}

/** What settings of one model say of who runs it. */
const WHO_IS_ASKED = /(?<![\w-])["']?(?:llm_?)?(?:provider|backend|api_?type|vendor)["']?\s{0,8}[:=]/i;

/** How far out of its record a value may stand, in brackets. */
const DEEPEST = 2;
/** What a record says of how its model is got. */
const GOT = /\b(?:ur[il]|repo\w*|file(?:name)?|hf_?\w{1,20}|download\w*|checkpoint|weights)["']?\s*[:=]/i;

/**
 * `var ModelList = []Model{ {Model: "gpt-4o", Owner: OpenAI}, … }`: a record of a list that is called one of models.
 * What says how a model is asked or got makes it a setting, and so does a loop over the list.
 */
function ofModelList(place: ListedPlace): Message | undefined {
  const { text, start, site, brackets } = place;
  if (site.where !== 'code' || isGiven(place)) return undefined;
  const open = brackets.open(start);
  for (let level = 0; level <= DEEPEST; level++) {
    const [record, list] = open.slice(level);
    if (record === undefined || list === undefined) return undefined;
    const name = record.mark === '[' ? undefined : nameOfModelList(text, list);
    if (name !== undefined && !isFetchedName(name))
      return isRecordOfList(place, { name, record, list, level }) ? OF_RECORD : undefined;
  }
  return undefined;
}

/** A record of a list, and how many brackets of it are around a place. */
interface ListedRecord {
  readonly name: string;
  readonly record: Bracket;
  readonly list: Bracket;
  readonly level: number;
}

function isRecordOfList(place: ListedPlace, found: ListedRecord): boolean {
  const { text, start, end } = place;
  const { record, level } = found;
  if (!isBesideRecord(recordHead(text, record.at), textBehind(text, record.close, COMMENT_REACH)))
    return false;
  if (level > 0) return isNameAgain(text.slice(record.at, start), text.slice(start, end));
  return (
    isOfOffer(place, found) && !isSetting(withoutNested(contentAround(text, place.brackets, record, end)))
  );
}

/** What makes a record that a value is an argument of; `''` where nothing does. */
function makerOf({ key, call }: Site): string {
  return key === '' && call !== undefined && MADE_RECORD.test(call.callee) ? call.callee : '';
}

/** Whether a value names its record, and the list offers models: a loop or another program may use what it has. */
function isOfOffer(place: ListedPlace, found: ListedRecord): boolean {
  const { text, site, brackets } = place;
  const { name } = found;
  const made = makerOf(site);
  const key = keyOfRecord(place);
  if (made === '' && !RECORD_KEY.test(key)) return false;
  if (made === '' && !/model/i.test(key)) return true;
  if (isGivenToRequests(text, brackets, name)) return false;
  // What another loop makes of options is what people choose from.
  if (isLoopedByName(text, brackets, name)) return MADE_OPTION.test(made) && !isOfUsed(name);
  return !isOfUsed(name) || (made !== '' && isLabelledInRecord(place, found)) || isOfMenu(place, found);
}

/** Whether a name, or the same where its record has it first, has a name for people behind it. */
function isLabelledInRecord(place: ListedPlace, { record }: ListedRecord): boolean {
  const { text, start, end } = place;
  const first = text.indexOf(text.slice(start - 1, end + 1), record.at) + 1;
  return isLabelled(place) || isLabelled({ ...place, start: first, end: first + end - start });
}

/** So many records that are called after their models are a menu: what is chosen of it is written elsewhere. */
const FEWEST_OF_MENU = 5;
const LONGEST_MENU = 20_000;
/** Of each list, how many models its records have. */
const MODELS_IN = new WeakMap<Bracket, number>();

/** `DEFAULT_MODELS = [{ id: "gpt-4o", model: "gpt-4o" }, …]`: what people choose from before they add their own. */
function isOfMenu({ text, start, end }: ListedPlace, { name, record, list }: ListedRecord): boolean {
  if (!/default/i.test(name)) return false;
  const around = `${text.slice(record.at, start)}"${text.slice(end, record.close)}`;
  if (!isNameAgain(around, text.slice(start, end))) return false;
  let count = MODELS_IN.get(list);
  if (count === undefined) {
    const content = textFrom(text, list.at, list.close, LONGEST_MENU);
    count = content.match(/(?<![\w-])model["']?\s{0,8}[:=]/g)?.length ?? 0;
    MODELS_IN.set(list, count);
  }
  return count >= FEWEST_OF_MENU;
}

/** `new("llama-3.1-8b-instant", "Llama 3.1 8B")`: people choose from what has a name for them, fallbacks too. */
function isLabelled({ text, end, id }: ListedPlace): boolean {
  const label =
    /^["'`]\s{0,20},\s{0,80}["'`]([^"'`\n]{2,80})["'`]/.exec(textBehind(text, end, 200))?.[1] ?? '';
  return /[A-Z]/.test(label) && plainName(id.slice(id.lastIndexOf('/') + 1)).startsWith(plainName(label));
}

/** What makes a record of a model, and no client of one: `new Model("gpt-4o", "GPT-4o")`, `ModelInfo("gpt-4o")`. */
const MADE_RECORD = new RegExp(
  String.raw`^(?:new|(?:\w+\.)*(?:(?:AI|Ai|LLM|Llm)?Model|\w*(?:Info|Option|Choice|Entry|Item|Definition|` +
    String.raw`Description|Metadata)))$`,
);

/** What makes a record of a model that people may choose, by its own word. */
const MADE_OPTION = /(?:Option|Choice)$/;

/** Whether a record says how its model is asked, run or got. */
function isSetting(record: string): boolean {
  return REQUEST.test(record) || SETTINGS.test(record) || GOT.test(record);
}

/** A text without what stands in brackets within it. */
export function withoutNested(text: string): string {
  let depth = 0;
  let own = '';
  for (const character of text) {
    if ('([{'.includes(character)) depth++;
    else if (')]}'.includes(character)) depth--;
    else if (depth === 0) own += character;
  }
  return own;
}

/** The names that a record gives its model, with their keys. */
const RECORD_NAME =
  /\b(?:id|name|key|value|slug|model(?:_?(?:id|name))?)["']?\s{0,20}[:=]\s{0,20}["'\x60]([^"'\x60\n]{1,120})["'\x60]/gi;

/** Whether a record gives its model this name. */
function isNameAgain(record: string, name: string): boolean {
  return [...matchesOf(record, RECORD_NAME)].some(([, said]) => said === name);
}

/** One of many records of one form, wherever they stand: more of them than anything would run. */
function ofMany(place: ListedPlace): Message | undefined {
  if (isGiven(place) || !mayBeOfMany(place.site)) return undefined;
  const item = place.site.where === 'config' ? blockItem(place.text, place.start) : undefined;
  const isTable = item === undefined ? isManyRecord(place) : isManyItem(place, item.text);
  return isTable ? OF_RECORD : undefined;
}

/** Where the weights of a table's models are got from: of few, it is where the program gets them. */
const SOURCE_KEY = /^(?:\w{1,30}\.)?(?:default|hugging_?face|hf|model_?scope|ms|open_?mind)$/i;

/** The first argument of what makes a record, or a field that may name its model, of what nobody fetches or routes. */
function mayBeOfMany({ key, parents, call }: Site): boolean {
  return (
    (RECORD_KEY.test(key) || SOURCE_KEY.test(key) || (key === '' && call?.argument === 0)) &&
    ![key, ...parents].some((name) => isFetchedName(name) || name === 'litellm_params')
  );
}

function isManyItem(place: ListedPlace, item: string): boolean {
  const { key } = place.site;
  return !/^model$/i.test(key) && !REQUEST.test(item) && !SETTINGS.test(item) && isOneOfManyItems(place, key);
}

function isManyRecord(place: ListedPlace): boolean {
  const { text, start, end, site, brackets } = place;
  const [own] = brackets.open(start);
  if (own === undefined || isWrappedForRequest(text, own) || !isOneOfMany(place, site.key)) return false;
  const content = brackets.contentOf(own, end);
  return !REQUEST.test(text.slice(content.start, content.end));
}

/** `ChatCompletionRequest(model = ModelId("gpt-4o"), …)`: a name in its type, for what is asked. */
function isWrappedForRequest(text: string, { at }: Bracket): boolean {
  return WRAPPED_FOR_REQUEST.test(textBefore(text, at, COMMENT_REACH));
}

const WRAPPED_FOR_REQUEST = /\bmodel(?:_?(?:[Ii]d|[Nn]ame))?\s?[:=]\s?(?:new\s)?[\w.]{1,60}$/;

/** What only an offer says of a model: what it costs, and what people call it. */
const OFFERED = /price|pricing|cost|label|display[-_]?name/i;

function isOffered(item: string): boolean {
  return item.split('\n').some((line) => OFFERED.test(line.split(':', 1)[0] ?? ''));
}

/**
 * An item of a list in block style, one of several, with a price or a label: settings of a model to run have neither.
 */
function ofBlock({ text, start, site }: ListedPlace, key: string): Message | undefined {
  if (site.where !== 'config' || /^model$/i.test(key)) return undefined;
  const item = blockItem(text, start);
  return item !== undefined &&
    item.hasKin &&
    isOffered(item.text) &&
    !REQUEST.test(withoutDefaults(item.text))
    ? OF_RECORD
    : undefined;
}

/** What is charged for a model, and what is said of it beside: no settings of a model to run have both. */
const PRICED = /^[ \t]*[\w-]*(?:price|pricing|(?:usd|cost)[-_]per)[\w-]*:/im;
const DESCRIBED =
  /^[ \t]*(?:- )?["']?(?:display[-_]?name|(?:knowledge[-_]?|training[-_]?)?cutoff[\w-]*)["']?:/im;

/** `"capabilities": { "tools": null }`: what is told in a mapping of its own of what a model can do. */
const CAPABILITIES = /\b(?:capabilit(?:y|ies)|features)["']?\s{0,9}(?:=>|[:=])\s{0,9}\{[^{}]{0,600}\}/gi;

/**
 * A record without what its model can do: that it takes a temperature, which kinds of input, and beside a price the
 * names of tools. A request says which temperature, what input, and what tools do.
 */
function withoutAbilities(record: string): string {
  const able = record.replace(CAPABILITIES, '').replace(WHETHER, '');
  const told = SHOWN.test(able) ? able.replace(PLACES_FOR_IT, '') : able;
  const kinds = /modalit/i.test(told) ? told.replace(KINDS_OF_INPUT, '') : told;
  return PRICE_TOLD.test(kinds)
    ? kinds.replace(/\btools["']?\s{0,9}(?:=>|[:=])\s{0,9}\[[\s\w"',-]{0,600}\]/g, '')
    : kinds;
}

/** `"temperature": true`: whether the model takes it. */
const WHETHER = new RegExp(
  String.raw`\b(?:messages|prompt|input|system[-_]?prompt|instructions?|temperature|top_?p|tools?|response_format|` +
    String.raw`roles)["']?\s{0,9}(?:=>|[:=])\s{0,9}(?:true|false)\b`,
  'gi',
);
const KINDS_OF_INPUT = new RegExp(
  String.raw`\binput["']?\s{0,9}(?:=>|[:=])\s{0,9}` +
    String.raw`\[(?:\s{0,20}["']?(?:text|image|audio|video|pdf|file)s?["']?,?){1,8}\s{0,20}\]`,
  'gi',
);

/** What people see of a model. */
const SHOWN = /\b(?:display|readable)[-_]?name["']?\s{0,9}(?:=>|[:=])/i;
/** `roles: ["main", "live"]`: for what a program lets people choose the model. */
const PLACES_FOR_IT =
  /\broles["']?\s{0,9}(?:=>|[:=])\s{0,9}\[(?:\s{0,20}["'][\w-]{1,40}["'],?){1,8}\s{0,20}\]/gi;

const PRICE_TOLD = /\b(?:price|pricing|(?:usd|cost)_per\w*)["']?\s{0,9}(?:=>|[:=])/i;

/** A record of an offer without the values that requests to the model begin with. */
function withoutDefaults(item: string): string {
  return PRICED.test(item) && DESCRIBED.test(item)
    ? item.replace(/\b(?:temperature|top_?p)["']?\s*:/gi, '')
    : item;
}

/** So far an item is looked through, in characters before and behind a place. */
const ITEM_REACH = 1_500;

/** Where the line of a place ends. */
function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

/** The item of a list in YAML's block style that a place is in, and whether the list has others. */
export function blockItem(
  text: string,
  start: number,
): { readonly text: string; readonly hasKin: boolean } | undefined {
  const own = lineBefore(text, start);
  const dash = /^ *(?=- )/.exec(own)?.[0].length ?? own.search(/\S|$/) - 2;
  if (dash < 0) return undefined;
  const isHead = (line: string): boolean => line.startsWith('- ', dash) && line.search(/\S/) === dash;
  const isEdge = edgeOf(dash + 1);
  const low = Math.max(0, start - ITEM_REACH);
  let from = start - own.length;
  for (let line = own; !isEdge(line); line = lineBefore(text, from - 1), from -= line.length + 1)
    if (from <= low) return undefined;
  if (!isHead(text.slice(from, from + dash + 2))) return undefined;
  const to = edgeBehind(text, start, isEdge);
  const hasKin = isHead(text.slice(to + 1, to + dash + 3)) || isHead(edgeBefore(text, from, { low, isEdge }));
  return { text: text.slice(from, to), hasKin };
}

/** Tells the lines that end what is indented so far: those further out. A comment, however far out, ends nothing. */
function edgeOf(column: number): (line: string) => boolean {
  return (line) => {
    const at = line.search(/\S/);
    return at >= 0 && at < column && line.charAt(at) !== '#';
  };
}

/** The nearest line before a place that is an edge, or the last one that is looked at. */
function edgeBefore(
  text: string,
  from: number,
  { low, isEdge }: { readonly low: number; readonly isEdge: (line: string) => boolean },
): string {
  let line = '';
  for (let at = from; at > low && !isEdge(line); at -= line.length + 1) line = lineBefore(text, at - 1);
  return line;
}

/** Where the last line behind a place ends that no edge precedes. */
function edgeBehind(text: string, start: number, isEdge: (line: string) => boolean): number {
  const high = start + ITEM_REACH;
  let to = lineEnd(text, start);
  while (to < high && to < text.length && !isEdge(text.slice(to + 1, lineEnd(text, to + 1))))
    to = lineEnd(text, to + 1);
  return to;
}

/** The element of an array of tables that an id is in. */
function sectionOf({ text, start, site }: ListedPlace): RecordFound | undefined {
  if (site.where !== 'config' || site.call !== undefined || !ID_KEY.test(site.key)) return undefined;
  const section = /^\s*\w+\s*=/.test(lineBefore(text, start)) ? sectionAround(text, start) : undefined;
  return section === undefined ? undefined : { text: section, isElement: false, hasKin: false };
}

/** `[openai.models."gpt-4o"]` of TOML: the table that is kept under the name of the model which it tells of. */
function keptSection({ text, start, site, id }: ListedPlace): RecordFound | undefined {
  if (site.where !== 'config' || !/^\s*[\w"'-]+\s*=/.test(lineBefore(text, start))) return undefined;
  const section = sectionBefore(text, start, SECTION_REACH);
  const name = /^\[(.*?)["']?\]{1,2}[ \t\r]*$/.exec(section.split('\n', 1)[0] ?? '')?.[1];
  if (name?.endsWith(id) !== true) return undefined;
  return keptRecord(section + sectionBehind(text, start, SECTION_REACH));
}

/** The mapping in YAML's block style that is kept under the name of the model which it tells of. */
function keptBlock({ text, start, site, id }: ListedPlace): RecordFound | undefined {
  const own = lineBefore(text, start);
  const column = own.search(/\S/);
  if (site.where !== 'config' || column <= 0 || own.startsWith('- ', column)) return undefined;
  const isEdge = edgeOf(column);
  const from = start - own.length;
  const head = edgeBefore(text, from, { low: Math.max(0, start - ITEM_REACH), isEdge });
  if (!isKeptUnder(head.trimEnd(), id)) return undefined;
  return keptRecord(text.slice(text.lastIndexOf(head, from), edgeBehind(text, start, isEdge)));
}

/** Settings to run a model with may be kept under its name too. */
function keptRecord(text: string): RecordFound {
  return {
    text,
    isKept: true,
    isElement: false,
    hasKin: !SETTINGS.test(text) && attributesOf(text) !== 'none',
  };
}

/** What only the settings of a model to run say. */
const SETTINGS = new RegExp(
  String.raw`\b(?:device|dtype|torch_dtype|quanti[sz]ation|load_in_\dbit|gpu\w*|revision|replicas|path|` +
    String.raw`local_?dir|n_ctx)["']?\s*[:=]`,
  'i',
);

interface RecordFound {
  readonly text: string;
  /** It is kept under the name of the model. */
  readonly isKept?: boolean;
  readonly isElement: boolean;
  readonly hasKin: boolean;
}

const ID_KEY = /^(?:id|slug|code|(?:model|api)_?(?:id|name))$/i;
/** How far a section of settings is looked at before and behind a place. */
const SECTION_REACH = 1_000;

/** The element of an array of tables: from its header, `[[model]]`, to the next. */
function sectionAround(text: string, at: number): string | undefined {
  const before = textBefore(text, at, SECTION_REACH);
  const from = before.lastIndexOf('[[');
  if (from < 0) return undefined;
  return before.slice(from) + sectionBehind(text, at, SECTION_REACH);
}

/** What closes an item, and opens the next one behind comments. */
const NEXT_RECORD = /^\s*[})\]]\s*,(?:\s|(?:\/\/|#)[^\n]*\n)*(?:new\s|&)?(?:\w[\w.]*)?\s?[{([]/;
const RECORD_BEFORE = /[})\]]\s*,\s*(?:new\s+|&)?(?:\w[\w.]*)?$/;
const ITEM_HEAD = /[{,]\s*(?:new\s+|&)?(?:\w[\w.]*)?$/;
/** So far comments between items are passed over, in characters. */
const COMMENT_REACH = 1_000;
const COMMENT = /^(?:\/\/|\/?\*|#|--)|^$/;

/** The type of a record, before its opening mark. */
const TYPED_HEAD = /(?:\bnew[ \t]{1,9}|&)?[\w.]{0,80}[ \t]{0,9}$/;

/** The end of the code before a place, without the comments that stand between. */
function codeBefore(text: string, at: number): string {
  let end = at;
  while (at - end < COMMENT_REACH) {
    const line = lineBefore(text, end);
    if (end === line.length || !COMMENT.test(line.trim())) break;
    end -= line.length + 1;
  }
  const code = textBefore(text, end, 200).trimEnd();
  return code.replace(/([,{[(])[ \t]*(?:\/\/|#)[^\n]*$/, '$1');
}

/** What stands before a record: the code before comments, and the type that makes it. */
function recordHead(text: string, at: number): string {
  const head = TYPED_HEAD.exec(lineBefore(text, at))?.[0] ?? '';
  return `${codeBefore(text, at - head.length)} ${head}`.trimEnd();
}

/** The mapping that a value is in, when it is one of several in a list or mapping. */
function recordAround({ text, start, end, brackets, id }: ListedPlace): RecordFound | undefined {
  // The record is near, the list that it is in may be long.
  const [own] = brackets.around(start);
  if (own === undefined || isPlainList(text, own)) return undefined;
  const holder = holderOf(text, own, brackets.open(start));
  const isInMapping = holder === 'mapping';
  // Parentheses make a record in a list alone.
  if (own.mark === '(' && holder !== 'list') return undefined;
  const content = brackets.contentOf(own, end);
  const inside = text.slice(content.start, content.end);
  const before = recordHead(text, own.at);
  const behind = textBehind(text, content.end, COMMENT_REACH);
  const isKept = isInMapping && isKeptUnder(before, id);
  return {
    text: inside,
    isKept,
    isElement: isItemOf(holder, before, IN_MAPPING),
    hasKin:
      (isItemOf(holder, before, ITEM_HEAD) && isBesideRecord(before, behind)) ||
      // No settings to run the model with.
      (isKept && !SETTINGS.test(inside)) ||
      (isInMapping && isKeptByLast(text, brackets, id)) ||
      hasTypedKin(text, brackets, before),
  };
}

/**
 * `{Name: "…", Model: "…", Disabled: true}`, one of several: it is kept for its name, and nothing asks it. Settings
 * that are off at first, outside of a list, may be turned on.
 */
function ofDisabled({ text, start, end, site, brackets, mentions }: ListedPlace): Message | undefined {
  if (!mentions('disabled') && !mentions('enabled')) return undefined;
  const open = brackets.open(start);
  const [own] = open;
  if (site.where !== 'code' || own === undefined || start - own.at > ITEM_REACH) return undefined;
  const content = brackets.contentOf(own, end);
  const inside = withoutNested(text.slice(content.start, content.end));
  return DISABLED.test(inside) && isItemOf(holderOf(text, own, open), recordHead(text, own.at), IN_MAPPING)
    ? message('it is listed as one that is not used')
    : undefined;
}

const DISABLED = new RegExp(
  String.raw`(?<![\w.])["']?(?:is_?)?(?:disabled["']?\s{0,9}(?:=>|[:=])\s{0,9}true|` +
    String.raw`enabled["']?\s{0,9}(?:=>|[:=])\s{0,9}false)\b`,
  'i',
);

/** Whether a record is an item of a list, or of a block whose items begin in a form. */
function isItemOf(holder: Holder, before: string, form: RegExp): boolean {
  return holder === 'list' || (holder === 'mapping' && form.test(before));
}

type Holder = 'list' | 'mapping' | 'none';

/** What the brackets around a record hold; a call that is given nothing else stands for the record. */
function holderOf(text: string, own: Bracket, [, around, further]: readonly Bracket[]): Holder {
  const holder = around !== undefined && isOnlyPassed(text, own, around) ? further : around;
  if (holder === undefined) return 'none';
  return holder.mark === '{' ? 'mapping' : isListHead(text, holder) ? 'list' : 'none';
}

/** `[infer(ModelInfo(id: "gpt-4o"))]`: a record that is all that a function is given stands where the call stands. */
function isOnlyPassed(text: string, own: Bracket, { at, mark, close }: Bracket): boolean {
  return (
    mark === '(' &&
    /^\(\s*[A-Z][\w.]{0,60}$/.test(text.slice(at, own.at)) &&
    /^\)[\s,]*$/.test(text.slice(own.close, close)) &&
    /[\w>]$/.test(text.charAt(at - 1))
  );
}

/** Whether a bracket opens a list: parentheses do behind what makes one, `listOf(`. */
function isListHead(text: string, { at, mark }: Bracket): boolean {
  return mark === '[' || (mark === '(' && COLLECTION.test(textBefore(text, at, 40)));
}

function isPlainList(text: string, { mark, at }: Bracket): boolean {
  return mark === '[' && !MAP_IN_BRACKETS.test(textBehind(text, at, COMMENT_REACH));
}

/** `[ 'model' => …`, behind comments too: the mapping of a language that writes mappings in the brackets of lists. */
const MAP_IN_BRACKETS = /^\[\s{0,20}(?:(?:\/\/|#)[^\n]{0,160}\n\s{0,20}){0,3}["']\w{1,40}["']\s{0,20}=>/;

const IN_MAPPING = /[}\]]\s*,?$|[{,]\s*(?:&?\w[\w.]*)?$/;

/** `}, {`, `}, Model {`, `), new Model(`: another record of the list stands before or behind. */
function isBesideRecord(before: string, behind: string): boolean {
  return RECORD_BEFORE.test(before) || NEXT_RECORD.test(behind);
}

/**
 * `val GPT_4O = ModelInfo("gpt-4o", 128_000)`, one of several constants that are records of one type. A client or
 * agent that is made so is asked.
 */
function ofDeclared(place: ListedPlace): Message | undefined {
  const { text, start, site, brackets, id } = place;
  if (site.where !== 'code' || !isOwnField(place)) return undefined;
  const [own] = brackets.open(start);
  if (own === undefined || own.mark === '[') return undefined;
  const { name, type } = declarationBefore(text, own.at);
  if (type === '' || ASKED_TYPE.test(type) || isWrappedForRequest(text, own)) return undefined;
  const kin = countIn(text, brackets, MADE).get(`${type}${own.mark}`) ?? 0;
  return kin >= MANY || (kin > 1 && isCalledLike(name, id)) ? OF_RECORD : undefined;
}

/** Of each text, how often it has what is written in a form: read once a form, for there may be as many as places. */
const COUNTS = perObject((_brackets: Brackets) => new Map<RegExp, ReadonlyMap<string, number>>());

function countIn(text: string, brackets: Brackets, form: RegExp): ReadonlyMap<string, number> {
  const known = COUNTS(brackets);
  let counts = known.get(form);
  if (counts === undefined) {
    const found = new Map<string, number>();
    for (const [written] of matchesOf(text, form)) found.set(written, (found.get(written) ?? 0) + 1);
    known.set(form, (counts = found));
  }
  return counts;
}

/** A type before the bracket of what it makes. */
const MADE = /\b[A-Z]\w{0,60}[({]/g;

/** The name that is declared before a bracket, and the type of what the brackets make; `''` where there is none. */
function declarationBefore(text: string, at: number): { readonly name: string; readonly type: string } {
  const [, name = '', type = ''] = DECLARED.exec(textBefore(text, at, LONGEST_HEAD)) ?? [];
  return { name, type };
}

/** The first argument of what makes a record, or the field for its name. */
function isOwnField({ text, start, site }: ListedPlace): boolean {
  const { key, call } = site;
  const isNamed = RECORD_KEY.test(key) && !/^model$/i.test(key);
  return isNamed || NAMED.test(lineBefore(text, start)) || (key === '' && call?.argument === 0);
}

const NAMED = /\b(?:id|name)["']?\s{0,9}[:=]\s{0,9}["']$/;
const DECLARED =
  /(?<!\w)([A-Za-z_]\w{1,60})\s{0,4}(?::\s{0,4}[\w<>.?]{1,60}\s{0,4})?:?=\s{0,40}(?:new\s+|&)?([A-Z]\w{0,60})$/;
const ASKED_TYPE = new RegExp(
  String.raw`(?:Client|Agent|Chat|LL[Mm]|Pipeline|Chain|Embeddings?|Embedder|Bot|Provider|Service|Generator|` +
    String.raw`Session|Request|Params|Options|Config|Settings|Assistant)$`,
);
/** So many records of one type make a table, whatever they are called. */
const MANY = 3;

/** `const GPT4: LLM = {`, one of several of its type, all constants of the module: the table is made of them. */
function hasTypedKin(text: string, brackets: Brackets, before: string): boolean {
  const type = /\b(?:const|let|val|var|static|readonly)\s+[A-Za-z_]\w{0,80}\s*:\s*([A-Z]\w{0,80})\s*=$/.exec(
    before,
  )?.[1];
  if (type === undefined) return false;
  return (countIn(text, brackets, TYPED_RECORD).get(`: ${type} = {`) ?? 0) > 1;
}

/** A constant's type and the bracket of its value. */
const TYPED_RECORD = /: [A-Z]\w{0,80} = \{/g;

/** `"gpt-4o": {`, `["gpt-4o"] = {`: the record is kept under its own name. */
function isKeptUnder(before: string, id: string): boolean {
  const behind = /["'`]?\]?\s{0,40}(?::|=>|=)$/.exec(before.slice(-60))?.[0];
  return behind !== undefined && before.endsWith(id, before.length - behind.length);
}

/** `"vits": { "id": "tts_models/en/vctk/vits"`: a record that is kept under the last part of its model's name. */
const KEPT_BY_LAST = new RegExp(
  String.raw`["']([\w.-]{1,80})["']\s{0,20}(?::|=>)\s{0,20}\{\s{0,80}["']?(?:id|name|slug)["']?\s{0,20}` +
    String.raw`(?::|=>)\s{0,20}["']([\w./-]{1,120}/\1)["']`,
  'g',
);

/** Of each text, the names whose records are kept so, where there are several. */
const LAST_PARTS = perObject((_brackets: Brackets) => ({
  names: undefined as ReadonlySet<string> | undefined,
}));

function isKeptByLast(text: string, brackets: Brackets, id: string): boolean {
  if (!id.includes('/')) return false;
  const known = LAST_PARTS(brackets);
  known.names ??= new Set(Array.from(matchesOf(text, KEPT_BY_LAST), ([, , name = '']) => name));
  return known.names.size >= MANY && known.names.has(id);
}

/**
 * `MLX_MODELS = {"tiny": "mlx-community/whisper-tiny", …}`: a table that finds the repositories of short names. What
 * is got by all of them is got.
 */
function ofAliasTable({ text, start, end, site, brackets }: ListedPlace): Message | undefined {
  const [own] = brackets.open(start);
  if (site.where !== 'code' || site.call !== undefined || own?.mark !== '{') return undefined;
  const { name, made } = declaredBefore(text, own.at);
  if (name === '' || !MADE_MAPPING.test(made) || isFetchedName(name) || isOfUsed(name)) return undefined;
  if (isLoopedByName(text, brackets, name)) return undefined;
  let isTable = ALIAS_TABLES.get(own);
  if (isTable === undefined)
    ALIAS_TABLES.set(own, (isTable = mapsToRepositories(contentAround(text, brackets, own, end))));
  return isTable ? OF_RECORD : undefined;
}

const ALIAS_TABLES = new WeakMap<Bracket, boolean>();
/** What may stand between the name of a mapping and its opening mark. */
const MADE_MAPPING = /^(?:new\s[\w<>, ]{1,60}(?:\(\))?\s{0,40})?$/;
/** An entry of a mapping of texts to texts. */
const TEXT_ENTRY =
  /["'`]([^"'`\n]{1,80})["'`]\]?\s{0,8}(?::|=>|=)\s{0,8}["'`]([\w.-]{1,80}\/[\w.-]{1,120})["'`]\s{0,8}(?:[,}\n]|$)/g;
/** So many short names for repositories make a table of them. */
const FEWEST_ALIASES = 4;

/** Whether a mapping finds repositories by parts of their names, and tells nothing else. */
function mapsToRepositories(content: string): boolean {
  const entries = [...matchesOf(content, TEXT_ENTRY)];
  const short = entries.filter(([, key = '', repository = '']) =>
    repository.toLowerCase().includes(key.toLowerCase()),
  );
  return (
    short.length >= FEWEST_ALIASES &&
    short.length === entries.length &&
    entries.length === [...content.matchAll(/(?::|=>)\s/g)].length
  );
}

/** The head of a function, up to its body: `async getAvailableModels() {`, `const listModels = () =>`. */
const FUNCTION_HEAD =
  /([A-Za-z_$][\w$]{0,80})\s{0,4}(?:=\s{0,4}(?:async\s{1,4})?)?\([^()]{0,200}\)[^;(){}\n]{0,80}(?:[{:]|=>\s{0,8}$)/g;
const NO_FUNCTION = /^(?:if|for|foreach|while|switch|catch|with|elif|match)$/;
/** What stands before what a function gives. */
const GIVES_BACK = /(?:\breturn\s{0,8}|=>\s{0,8})\(?$/;
/** So far above what it gives a function may begin, in characters. */
const FUNCTION_REACH = 800;
/** Words of a function that tells what there is to choose from. */
const TELLS = /^(?:available|supported|known|all|list|selectable|offered)$/;

/**
 * `getAvailableModels() { return { fast: { model: "gpt-4o-mini", description: "…" }, … } }`: a record in what a
 * function tells there is to choose from.
 */
function ofTold({ text, start, end, site, brackets }: ListedPlace): Message | undefined {
  const open = brackets.open(start);
  const [own] = open;
  if (site.where !== 'code' || own?.mark !== '{') return undefined;
  const content = brackets.contentOf(own, end);
  const record = text.slice(content.start, content.end);
  if (attributesOf(record) === 'none' || isSetting(record)) return undefined;
  const given = open.slice(1, DEEPEST + 2).find(({ at }) => GIVES_BACK.test(textBefore(text, at, 20)));
  return given !== undefined && tellsModels(functionBefore(text, given.at)) ? OF_RECORD : undefined;
}

/** The name of the function whose head is the last one before a place; `''` where none is near. */
function functionBefore(text: string, at: number): string {
  const heads = [...matchesOf(textBefore(text, at, FUNCTION_REACH), FUNCTION_HEAD)];
  return heads.map(([, name = '']) => name).findLast((name) => !NO_FUNCTION.test(name)) ?? '';
}

function tellsModels(name: string): boolean {
  const words = keyWords(name);
  return words.some((word) => TELLS.test(word)) && words.some((word) => /^(?:models|llms)$/.test(word));
}

/** `addModel("gpt-4o", "GPT-4o", 128_000)`: a model that is put among others, with a name for people. */
function ofRegistered(place: ListedPlace): Message | undefined {
  const { call, key, where } = place.site;
  if (where !== 'code' || call === undefined || key !== '' || call.argument !== 0) return undefined;
  const [does = '', ...what] = keyWords(call.callee.slice(call.callee.lastIndexOf('.') + 1));
  return /^(?:add|register|define)$/.test(does) &&
    what.some((word) => /^models?$/.test(word)) &&
    isLabelled(place)
    ? OF_RECORD
    : undefined;
}

type Check = (place: ListedPlace, because: Because) => Message | undefined;

/** For `key: "…"`: no comparison, union or list begins with a colon. */
const PAIR_CHECKS: readonly Check[] = [
  ofKey,
  ofCondition,
  ofPairType,
  ofAliases,
  ofFamilies,
  ofSuperseded,
  ofSuccessors,
  ofDisabled,
  ofArchitecture,
  ofCommaList,
  ofConstant,
  ofArm,
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
  ofFamilies,
  ofSuperseded,
  ofSuccessors,
  ofDisabled,
  ofArchitecture,
  ofCommaList,
  ofConstant,
  ofArm,
  ofElement,
  ofRecord,
  ofModelList,
  ofTold,
  ofRegistered,
  ofDeclared,
  ofSibling,
  ofMany,
];
