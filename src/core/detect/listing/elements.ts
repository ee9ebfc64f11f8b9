import { message, type Message } from '../../message';
import { textBefore, textBehind } from '../../text/pieces';
import type { Bracket, Brackets } from '../brackets';
import { lineBefore } from '../surroundings';
import type { Site } from '../site';
import { isGot, isOfFetched } from './fetched';
import { type Because, type ListedPlace, ROW_REACH } from './listedPlace';
import { isEntryByOrder } from './pairs';
import { isInRow, isInserted, isInTuple, isMerged, lastMark } from './rows';

/** Elements of lists, sets, tuples and arrays, as each language writes them. */

/** The condition of a template and what it gives, https://docs.aws.amazon.com/AWSCloudFormation: two values for one. */
const OF_CONDITION = new RegExp(
  String.raw`(?:["']?Fn::If["']?\s{0,4}:|!If)\s{0,40}(?:\[[^[\]]{1,300}|` +
    String.raw`\n[ \t]*-[ \t]+[^\n]{1,200}\n(?:[ \t]*-[ \t]+[^\n]{1,200}\n)?[ \t]*-[ \t]+["']?)$`,
);
const TEMPLATE_REACH = 500;

export function ofElement(place: ListedPlace, because: Because): Message | undefined {
  const { site, text, start } = place;
  if (isConverted(place) || isMerged(place)) return OF_LIST;
  if (site.operand !== undefined || site.key.startsWith('-')) return undefined;
  if (site.where === 'config' && OF_CONDITION.test(textBefore(text, start, TEMPLATE_REACH))) return undefined;
  const isOne = isInVector(place) || (!isArgument(place) && isAnyElement(place));
  return isOne && !isGot(place, because) && !isOfFetched(place) ? OF_LIST : undefined;
}

/** Whether a place is in a list of whatever form. */
function isAnyElement(place: ListedPlace): boolean {
  return (
    (isElement(place) && !isEntryByOrder(place)) ||
    isArrayItem(place.site) ||
    (place.site.where === 'code' && isInserted(place))
  );
}

const OF_LIST = message('it is an element of a list');

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

/** Calls that make lists and sets of what they are given; `Preferences.Set("model", "gpt-4o")` gives a value. */
export const COLLECTION = new RegExp(
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

/** `MODELS=("gpt-4o" "gpt-4o-mini")`: an array of a shell. In `"gpt-4o | chat"` it is none. */
function isInShellArray({ text, start, end, brackets, site }: ListedPlace): boolean {
  const [open] = brackets.open(start);
  return (
    open?.mark === '(' &&
    site.call === undefined &&
    /(?:^|\n|[;\s])[A-Za-z_]\w*\+?=$/.test(textBefore(text, open.at, 60)) &&
    /^["']?[\s)](?!\|)/.test(text.slice(end, end + 3)) &&
    /(?<!\|)[(\s]["']?$/.test(text.slice(start - 3, start))
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
