import { matchesOf } from '../../text/matches';
import { textBefore } from '../../text/pieces';
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
  return BEFORE_TAG.test(text.slice(end, end + REACH)) && BEHIND_TAG.test(textBefore(text, start, REACH));
}

/** The constants that are nothing but such a text, wherever they are used: `<pre>{HELP}</pre>`. */
export function onlyShown(text: string): ReadonlySet<string> {
  const names = new Set(Array.from(matchesOf(text, IN_BRACES), ([, name = '']) => name));
  const others = new Map<string, number>();
  const shown = new Set<string>();
  if (names.size === 0) return shown;
  for (const { 0: name, index } of text.matchAll(/[\w$]+/g)) {
    if (!names.has(name)) continue;
    if (isTextOfPage(text, { start: index, end: index + name.length })) shown.add(name);
    else others.set(name, (others.get(name) ?? 0) + 1);
  }
  return new Set([...shown].filter((name) => others.get(name) === 1));
}

const IN_BRACES = /\{([A-Za-z_$][\w$]{1,60})\}/g;
