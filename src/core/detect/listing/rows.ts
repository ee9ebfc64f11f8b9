import { textBefore, textBehind, textFrom } from '../../text/pieces';
import { plainName } from '../../text/plainName';
import { type ListedPlace, ROW_REACH } from './listedPlace';

/** Elements that are themselves rows: tuples, rows of a statement of SQL, and names with a name for people behind. */

/** `INSERT INTO models VALUES ('…')`: a row of a table. */
export function isInserted({ text, start }: ListedPlace): boolean {
  return /\bINSERT\s+INTO\b[^;]*\bVALUES\b[^;]*$/i.test(textBefore(text, start, ROW_REACH));
}

/** `MERGE INTO models USING (VALUES (1, '…'), …)`: one of the rows that a table is brought up to. */
const MERGED = /\bMERGE\s[^;(]{1,200}\bUSING\s*\(\s*VALUES\b[^;]*$/i;
const MERGE_REACH = 6_000;

export function isMerged({ text, start, site, mentions }: ListedPlace): boolean {
  return (
    site.where === 'code' &&
    mentions('merge') &&
    mentions('using') &&
    MERGED.test(textBefore(text, start, MERGE_REACH))
  );
}

/** A tuple of Elixir that holds texts alone: `{"GPT-4o", "gpt-4o"}`. */
const BRACED_TUPLE = /^\{\s{0,40}"[^"\n]{0,120}"(?:\s{0,8},\s{0,40}"[^"\n]{0,120}"){1,4}\s{0,40}\}$/;

/** `[("gpt-4o", 15), ("gpt-4o-mini", 3)]`: a tuple that is itself one of several. */
export function isInRow({ text, start, end, site, brackets }: ListedPlace): boolean {
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
export function isInTuple({ text, start, brackets }: ListedPlace): boolean {
  const [own] = brackets.open(start);
  if (own?.mark !== '(' || !/[,(=]\s{0,40}$/.test(textBefore(text, own.at, 60))) return false;
  return /^\(\s*(?:["'][^"'\n]{1,120}["']\s*,\s*){1,40}(?:["'][^"'\n]{1,120}["']\s*)?\)/.test(
    text.slice(own.at, own.close + 1),
  );
}

/** The last mark of a text that is no blank and in no comment to the end of its line. */
export function lastMark(text: string): string {
  const lines = text.split('\n');
  for (let line = lines.pop(); line !== undefined; line = lines.pop()?.replace(/(?:^|\s)(?:\/\/|#).*$/, '')) {
    const code = line.trimEnd();
    if (code !== '') return code.slice(-1);
  }
  return '';
}

/** `new("llama-3.1-8b-instant", "Llama 3.1 8B")`: people choose from what has a name for them, fallbacks too. */
export function isLabelled({ text, end, id }: ListedPlace): boolean {
  const label =
    /^["'`]\s{0,20},\s{0,80}["'`]([^"'`\n]{2,80})["'`]/.exec(textBehind(text, end, 200))?.[1] ?? '';
  return /[A-Z]/.test(label) && plainName(id.slice(id.lastIndexOf('/') + 1)).startsWith(plainName(label));
}
