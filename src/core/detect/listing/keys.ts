import { message, type Message } from '../../message';
import { memoized } from '../../text/memo';
import { textBefore, textBehind } from '../../text/pieces';
import { lineBefore } from '../surroundings';
import { attributesOf, isNameAgain, REQUEST, SETTINGS, withoutAbilities } from './attributes';
import { isWalked, MAKES, putsSeveral } from './recordAround';
import { type ListedPlace, LONGEST_CASE, LONGEST_HEAD } from './listedPlace';

/**
 * Keys of tables: before a colon is what the readers tell; here is what languages without one write, and what puts
 * an entry into a mapping.
 */

export function ofKey(place: ListedPlace): Message | undefined {
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
function isKeyGiven(place: ListedPlace): boolean {
  const { text, start, end, site, brackets } = place;
  if (site.where !== 'code' || site.key !== '' || !/^["']\s{0,4},/.test(text.slice(end, end + 6)))
    return false;
  if (site.call?.argument === 0 && isPut(place, site.call.callee)) return true;
  const [own, outer] = brackets.open(start);
  return (
    own?.mark === '{' &&
    outer?.mark === '{' &&
    /^\{\s{0,20}"$/.test(text.slice(own.at, start)) &&
    HOLDS_PAIRS.test(textBefore(text, outer.at, LONGEST_HEAD))
  );
}

/** Whether the call that gets a key puts an entry into a mapping under it. */
function isPut(place: ListedPlace, callee: string): boolean {
  return putsEntry(callee) || putsRecord(place, callee);
}

/** What sets an entry of a mapping; settings are set so, too. */
const SETS = /(?:\.|->)set$/;
/** From a key to the mark of the record that is put under it. */
const TO_RECORD = /^["']\s{0,4},\s{0,40}(?=\{)/;

/**
 * `models.set("gpt-4o", { id: "gpt-4o", contextWindow: 128_000 })`, one of several: the record names itself so, says
 * what tables say of models, and nothing that a request does.
 */
function putsRecord({ text, start, end, id, brackets }: ListedPlace, callee: string): boolean {
  const called = `${callee}(`;
  const isSet =
    SETS.test(callee) && !id.includes('/') && putsSeveral(text, brackets, called) && !isWalked(text, called);
  const [between] = isSet ? (TO_RECORD.exec(textBehind(text, end, LONGEST_CASE)) ?? []) : [];
  const own = between === undefined ? undefined : brackets.openedAt(end + between.length);
  if (own === undefined) return false;
  const content = brackets.contentOf(own, end);
  const record = text.slice(content.start, content.end);
  return isNameAgain(record, text.slice(start, end)) && attributesOf(record) !== 'none' && !isAsked(record);
}

/** Whether a record says what a request or the settings to run a model say. */
function isAsked(record: string): boolean {
  return REQUEST.test(withoutAbilities(record)) || SETTINGS.test(record) || MAKES.test(record);
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
