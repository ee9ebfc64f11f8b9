import { escapeRegExp } from '../../text/escapeRegExp';
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

/** Whether a constant is nothing but such a text, wherever it is used: `<pre>{HELP}</pre>`. */
export function isOnlyShown(text: string, name: string): boolean {
  if (!/^[A-Za-z_$][\w$]{1,60}$/.test(name) || !text.includes(`{${name}}`)) return false;
  const uses = [...text.matchAll(new RegExp(String.raw`(?<![\w$])${escapeRegExp(name)}(?![\w$])`, 'g'))];
  const shown = uses.filter(({ index }) => isTextOfPage(text, { start: index, end: index + name.length }));
  return shown.length > 0 && uses.length === shown.length + 1;
}
