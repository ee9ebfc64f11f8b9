import { textBefore } from '../../text/pieces';
import { mentioned, needing, TO_READ, type Needs } from './place';

const SHOWN: Needs = {
  loader: false,
  words: ['<pre', '<code', '<samp', '<kbd', '<inlinecode', '<snippet', 'highlighter'],
};
/** How far before a name its text begins, in characters. */
const TEXT_REACH = 4_000;
/** The element of a page, or the component for code, whose content a text in these marks is. */
const ELEMENT = new RegExp(
  String.raw`<(?:pre|code|samp|kbd|[A-Z]\w{0,30}Highlighter|(?:Inline)?Code(?:Block|Snippet|Sample|Example)?|` +
    String.raw`Snippet)(?:\s[^<>]{0,300})?>\s{0,80}\{\s{0,80}$`,
);

/**
 * A text that a page shows as it is written, `<pre>{`{ "model": "…" }`}</pre>`: people read what a request or an event
 * looks like.
 */
export const isShown = needing(SHOWN, ({ registry, text, start }) => {
  const before = textBefore(text, start, TEXT_REACH);
  const opens = before.lastIndexOf('`');
  return opens >= 0 && ELEMENT.test(before.slice(0, opens)) ? mentioned(registry, TO_READ) : undefined;
});
