import { matchesOf } from '../text/matches';
import { textBefore } from '../text/pieces';
import type { TextRange } from '../text/range';
import { untilClosed, type Brackets } from './brackets';
import { edgeBefore, edgeBehind, edgeOf, ITEM_REACH } from './listing/blockItems';
import { lineBefore } from './surroundings';

/**
 * What only the answer of a service says: why it ended, what it counted, what kind of thing it is. Ollama's and
 * Google's also list the models that they have (https://docs.ollama.com/api, https://ai.google.dev/api/models).
 */
const ANSWER = new RegExp(
  String.raw`\b(?:finish_?reason|stop_?reason|system_fingerprint|(?:prompt|completion)_?tokens)["']?\s*[:=]|` +
    String.raw`\busage["']?\s*(?:[:=]|=>)\s*(?:[{[](?!\s*["']?include\b)` +
    String.raw`|[\w.]*usage\b)|["']chat\.completion(?:\.chunk)?["']|` +
    String.raw`["']object\\?["']\s*:\s*\\?["'](?:list|model|embedding|response|batch|file|` +
    String.raw`text_completion|fine_tuning\.job|thread\.[\w.]+|realtime\.\w+|chat\.\w[\w.]*)\b|["'](?:first_id|` +
    String.raw`last_id|(?:total|load|eval|prompt_eval)_duration|modified_at|supportedGenerationMethods|` +
    String.raw`(?:in|out)putTokenLimit)\\?["']\s*:|["']done["']\s*:\s*(?:true|false)\b`,
  'i',
);

/**
 * Whether a name stands in a recorded answer of a service: the mapping or call that it is a value of also says how the
 * answer ended or what it used up. No request has that, though its words for people, or what is called beside it, may
 * speak of it. A block of statements is no mapping.
 */
export function isInAnswer(text: string, brackets: Brackets, { start, end }: TextRange): boolean {
  if (text.startsWith('\\"', start - 2)) {
    const line = escapedLine(text, { start, end });
    if (line !== undefined && saysAnswer(line)) return true;
  }
  const [open] = brackets.around(start);
  if (
    open === undefined ||
    (open.mark === '[' && !/=>\s*["']?$/.test(textBefore(text, start, 8))) ||
    (open.mark === '{' && !/(?::|=>)\s*["'`]?$/.test(textBefore(text, start, 8)))
  )
    return false;
  const content = brackets.contentOf(open, end);
  return saysAnswer(text.slice(content.start, content.end));
}

/** The line of a block in YAML that says what kind of thing an answer is, behind its indentation. */
const OBJECT_LINE =
  /^["']?object["']?:[ \t]*["']?(?:list|response|text_completion|chat\.completion(?:\.chunk)?)["']?[ \t]*\r?$/;
/** What such an answer has besides, and no request or setting. */
const ANSWERED_LINE = /^["']?(?:choices|data|output|usage|created(?:_at)?)["']?:/;

/** Whether the model of a mapping in YAML's block style is that of an answer, as cassettes keep it: by what it is. */
export function isInBlockOfAnswer(text: string, start: number): boolean {
  const own = lineBefore(text, start);
  const column = own.search(/\S/);
  if (!/^\s*["']?model["']?:[ \t]*["']?$/.test(own)) return false;
  const isEdge = edgeOf(column);
  const from = start - own.length;
  const head = edgeBefore(text, from, { low: Math.max(0, start - ITEM_REACH), isEdge });
  const block = text.slice(text.lastIndexOf(head, from), edgeBehind(text, start, isEdge));
  const fields = block
    .split('\n')
    .flatMap((line) => (line.search(/\S/) === column ? [line.slice(column)] : []));
  return fields.some((line) => OBJECT_LINE.test(line)) && fields.some((line) => ANSWERED_LINE.test(line));
}

function saysAnswer(content: string): boolean {
  const data = withoutWords(content);
  return ANSWER.test(data) && (COUNTED.test(data) || !REQUEST.test(data));
}

/** Longest line of a string that is read on either side of a name, in characters. */
const LONGEST_LINE = 4_000;
/** An answer in JSON, or an event with a part of one: `data: {…}`. */
const JSON_LINE = /^(?:data:)?\s{0,8}\{/;

/**
 * The line in JSON of a string of code or data around a name in it, as that writes it: one of the events of an answer,
 * `"data: {\"model\":\"gpt-4o\", …}\n\ndata: …"`.
 */
function escapedLine(text: string, { start, end }: TextRange): string | undefined {
  let from = start - 2;
  for (const low = Math.max(0, start - LONGEST_LINE); from > low && !endsLine(text, from - 1); ) from--;
  let to = end;
  for (const high = Math.min(text.length, end + LONGEST_LINE); to < high && !endsLine(text, to); ) to++;
  const line = text.slice(from, to).replace(/\\(["\\/])/g, '$1');
  return JSON_LINE.test(line) ? line : undefined;
}

/** Whether a character closes a string, or a line in it. */
function endsLine(text: string, at: number): boolean {
  const mark = text.charAt(at);
  if (mark === '\n') return true;
  const isEscaped = text.charAt(at - 1) === '\\';
  return mark === '"' ? !isEscaped : mark === 'n' && isEscaped && text.charAt(at - 2) !== '\\';
}

/** What is told of an answer that came, also in a record of a request with it. */
const COUNTED =
  /(?:finish|stop)_?reason["']?\s*(?:[:=]|=>)\s*["']\w|(?:prompt|completion)_?tokens["']?\s*(?:[:=]|=>)\s*\d/i;
/** What a request has beside its model. */
const REQUEST = /(?<![\w.-])["']?(?:messages|contents)["']?\s{0,4}(?:[:=]|=>)/;
const STRING = /(?<!\\)(["'\x60])((?:(?!\1)[^\\]|\\.){0,4000}?)\1/gs;
/** What a function is called with, or does, begins; what a class is made of is data. */
const DONE = new RegExp(
  String.raw`(?<![\w$])(?!(?:array|dict|list|hash)\()(?:[\w$]{1,60}[.:]{1,2}){0,4}[a-z_$][\w$]{0,60}\(|=>\s{0,8}\(|` +
    String.raw`(?:\)|(?<!["':\w$])[A-Za-z_$][\w$]{0,40})\s{0,4}=>\s{0,8}\{`,
  'g',
);

/** A mapping without its texts of more than a word, and without what is called in it. */
function withoutWords(content: string): string {
  if (content.length > LONGEST_READ) return content;
  const data = content.replace(STRING, (all, quote: string, said: string) =>
    /[\s{]/.test(said) ? quote + quote : all,
  );
  let kept = '';
  let from = 0;
  for (const { 0: head, index } of matchesOf(data, DONE)) {
    if (index < from) continue;
    const end = index + head.length;
    kept += data.slice(from, index);
    from = end + untilClosed(data.slice(end)).length;
  }
  return kept + data.slice(from);
}

const LONGEST_READ = 20_000;
