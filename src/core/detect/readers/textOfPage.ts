import { isWordCode } from '../../text/charClass';
import { matchesOf } from '../../text/matches';
import { textBefore, textBehind } from '../../text/pieces';
import type { TextRange } from '../../text/range';

/** The end of a tag, and other text of it, before a brace; no arrow and no comparison. */
const BEHIND_TAG = /(?:<|[\w"'}\]]\s{0,40}\/?)>[^<>{}()=;]{0,200}\{\s{0,80}$/;
/** The brace is closed, and the text goes on up to the next tag. */
const BEFORE_TAG = /^\s{0,80}\}[^<>{}()=;]{0,200}(?:<[/A-Za-z>]|\{\s{0,20}["'\x60])/;
const REACH = 400;

/**
 * Whether a string stands as text between the tags of a page, as JSX has it: `<pre>{`MODEL=phi4`}</pre>`. People read
 * it, and nothing is done with what it names.
 */
export function isTextOfPage(text: string, { start, end }: TextRange): boolean {
  return BEFORE_TAG.test(textBehind(text, end, REACH)) && BEHIND_TAG.test(textBefore(text, start, REACH));
}

/** The constants that are nothing but such a text, wherever they are used: `<pre>{HELP}</pre>`. */
export function onlyShown(text: string): ReadonlySet<string> {
  const isAlone = new Set<string>();
  const shown = new Set<string>();
  for (const { 0: written, 1: name = '', index } of matchesOf(text, IN_BRACES)) {
    const start = index + written.indexOf(name);
    if (written.length === name.length + 2) isAlone.add(name);
    if (isTextOfPage(text, { start, end: start + name.length })) shown.add(name);
  }
  for (const name of shown) if (!isAlone.has(name)) shown.delete(name);
  if (shown.size === 0) return shown;
  const others = new Map<string, number>();
  eachName(text, shown, (name, range) => {
    if (!isTextOfPage(text, range)) others.set(name, (others.get(name) ?? 0) + 1);
  });
  return new Set([...shown].filter((name) => others.get(name) === 1));
}

const IN_BRACES = /\{\s{0,80}([A-Za-z_$][\w$]{1,60})\s{0,80}\}/g;

/** The places of some names: most other words of a text are put aside by their first letter. */
function eachName(
  text: string,
  names: ReadonlySet<string>,
  take: (name: string, range: TextRange) => void,
): void {
  const firsts = new Set(Array.from(names, (name) => name.charCodeAt(0)));
  let end = 0;
  for (let start = 0; start < text.length; start = end + 1) {
    end = start;
    while (isNameCode(text.charCodeAt(end))) end++;
    if (end === start || !firsts.has(text.charCodeAt(start))) continue;
    const name = text.slice(start, end);
    if (names.has(name)) take(name, { start, end });
  }
}

/** Letters, digits, `_` and `$` of ASCII. */
function isNameCode(code: number): boolean {
  return code < 128 && isWordCode(code);
}
