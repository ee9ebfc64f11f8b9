import { matchesOf } from '../../text/matches';
import { textBefore, textFrom } from '../../text/pieces';
import type { TextRange } from '../../text/range';

/** Where code begins in a string that is filled in: `${` of JavaScript and Kotlin, `#{` of Ruby, `\(` of Swift. */
const MARKS = /[$#]\{|\\\(/g;
/** The prefixes of Python's strings that are filled in. */
const FILLED = /(?<![\w"'])(?:[fFtT][rR]?|[rR][fFtT])$/;
const BRACE = /\{/g;
/** Characters of a string that are looked at, and of one piece of code in it. */
const LONGEST = 8_000;
const LONGEST_CODE = 2_000;
/** A call with something written in it: nothing else in a string asks for a model. */
const CALL = /\w\(|\bnew\s/;
const QUOTED = /["'`]/;

/**
 * The pieces of code in a string that is filled in, of those that may call something: `f"{client.create(model='…')}"`.
 * @param string the whole of it, with its quotes
 */
export function filledCode(text: string, { start, end }: TextRange): readonly TextRange[] {
  const written = textFrom(text, start, end, LONGEST);
  if (!CALL.test(written)) return [];
  const marks = FILLED.test(textBefore(text, start, 3)) ? BRACE : MARKS;
  const found: TextRange[] = [];
  let behind = 0;
  for (const { 0: mark, index } of matchesOf(written, marks)) {
    const from = index + mark.length;
    const to = index < behind ? -1 : closeOf(written, from);
    if (to < 0) continue;
    behind = to;
    const code = written.slice(from, to);
    if (CALL.test(code) && QUOTED.test(code)) found.push({ start: start + from, end: start + to });
  }
  return found;
}

/** Where the bracket before an offset is closed; -1 where it is not. */
function closeOf(text: string, from: number): number {
  let depth = 1;
  for (let at = from; at < Math.min(text.length, from + LONGEST_CODE); at++) {
    const mark = text.charAt(at);
    if (mark === '{' || mark === '(' || mark === '[') depth++;
    else if ((mark === '}' || mark === ')' || mark === ']') && --depth === 0) return at;
  }
  return -1;
}
