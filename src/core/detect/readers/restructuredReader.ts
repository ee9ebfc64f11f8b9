import { lineEnd, nextLine, skipSpaces } from '../../text/charClass';
import { textFrom } from '../../text/pieces';
import type { TextRange } from '../../text/range';
import { ALONE, type Intake, type Site } from '../site';
import type { ReadAs } from './markdownReader';

const PROSE: Site = { lexical: 'prose', where: 'prose', ...ALONE };

/** Reads reStructuredText: `.. code-block::` directives hold other languages, the rest is running text. */
export function readRestructured(intake: Intake, range: TextRange, readAs: ReadAs): void {
  const { text } = intake;
  let at = range.start;
  while (at < range.end) {
    const end = lineEnd(text, at, range.end);
    const from = skipSpaces(text, at, end);
    const directive = /^\.\. (?:code-block|code|sourcecode|prompt|tab-code|highlight)::\s*([\w+-]*)/.exec(
      textFrom(text, from, end, 80),
    );
    const next = nextLine(text, end, range.end);
    if (directive === null) {
      intake.prose({ start: at, end }, PROSE);
      at = next;
    } else
      at = block(text, { start: next, end: range.end }, from - at, (body) =>
        readAs(directive[1] ?? '', body),
      );
  }
}

/** Hands over the lines that are indented more than the directive, and returns where they end. */
function block(text: string, range: TextRange, indent: number, read: (body: TextRange) => void): number {
  let at = range.start;
  while (at < range.end) {
    const end = lineEnd(text, at, range.end);
    const from = skipSpaces(text, at, end);
    if (from < end && from - at <= indent) break;
    at = nextLine(text, end, range.end);
  }
  if (at > range.start) read({ start: range.start, end: at });
  return at;
}
