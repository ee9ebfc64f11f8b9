import type { TextRange } from '../text/range';

/** How far a record is looked at before and behind the name. */
const BEFORE = 1_000;
const BEHIND = 1_500;
/** What only the answer of a service says: why it ended, what it counted, what kind of thing it is. */
const ANSWER =
  /\b(?:finish_?reason|stop_?reason|system_fingerprint|(?:prompt|completion)_?tokens)["']?\s*[:=]|\busage["']?\s*[:=]\s*(?:\{|[\w.]*usage\b)|["']chat\.completion(?:\.chunk)?["']/i;

/**
 * Whether a name stands in a recorded answer of a service: the mapping or call that it is a value of also says how the
 * answer ended or what it used up. No request has that. A block of statements is no mapping.
 */
export function isInAnswer(text: string, { start, end }: TextRange): boolean {
  const open = openingOf(text, start);
  if (
    open === undefined ||
    (text.charAt(open) === '{' && !/:\s*["'`]?$/.test(text.slice(Math.max(0, start - 8), start)))
  )
    return false;
  return ANSWER.test(text.slice(open, closingOf(text, end)));
}

/** The bracket that is open at an offset. */
function openingOf(text: string, from: number): number | undefined {
  let depth = 0;
  for (let at = from - 1; at >= Math.max(0, from - BEFORE); at--) {
    const character = text.charAt(at);
    if ('})]'.includes(character)) depth++;
    else if ('{(['.includes(character) && depth-- === 0) return character === '[' ? undefined : at;
  }
  return undefined;
}

/** Where that bracket closes, or as far as is looked. */
function closingOf(text: string, from: number): number {
  const stop = Math.min(text.length, from + BEHIND);
  let depth = 0;
  for (let at = from; at < stop; at++) {
    const character = text.charAt(at);
    if ('{(['.includes(character)) depth++;
    else if ('})]'.includes(character) && depth-- === 0) return at;
  }
  return stop;
}
