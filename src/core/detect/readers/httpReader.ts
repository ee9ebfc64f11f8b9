import { lineEnd, nextLine, skipSpaces, trimEnd } from '../../text/charClass';
import { textFrom } from '../../text/pieces';
import type { TextRange } from '../../text/range';
import { ALONE, type Intake, type Site } from '../site';
import { readScalar, unquotedRange } from './lineReader';
import type { ReadAs } from './markdownReader';

const REQUEST: Site = { lexical: 'bare', where: 'config', ...ALONE };
const COMMENT: Site = { ...REQUEST, lexical: 'comment', where: 'comment' };

/**
 * Reads requests as editors and HTTP clients keep them in files (`.http`, `.rest`): `@name = value`, comments,
 * addresses and headers, and bodies, of which those in braces are JSON.
 */
export function readHttp(intake: Intake, range: TextRange, readAs: ReadAs): void {
  const { text } = intake;
  for (let start = range.start; start < range.end; ) {
    const end = lineEnd(text, start, range.end);
    const first = skipSpaces(text, start, end);
    const code = text.charCodeAt(first);
    if (code === 123 && first < end) {
      const stop = bodyEnd(text, start, range.end);
      readAs('json', { start: first, end: stop });
      start = nextLine(text, stop, range.end);
      continue;
    }
    readLine(intake, { start: first, end });
    start = nextLine(text, end, range.end);
  }
}

function readLine(intake: Intake, line: TextRange): void {
  const { text } = intake;
  const code = text.charCodeAt(line.start);
  if (code === 35 || text.startsWith('//', line.start)) return intake.prose(line, COMMENT);
  const variable = /^@([\w.-]+)\s*=\s*/.exec(textFrom(text, line.start, line.end, 200));
  if (variable === null) return intake.prose(line, { ...REQUEST, lexical: 'prose' });
  const value = unquotedRange(text, {
    start: line.start + variable[0].length,
    end: trimEnd(text, line.start, line.end),
  });
  readScalar(intake, value, { ...REQUEST, key: variable[1] ?? '' });
}

/** A body goes on to the next request (`###`) or a script (`> {%`). */
function bodyEnd(text: string, start: number, limit: number): number {
  for (let at = start; at < limit; ) {
    const end = lineEnd(text, at, limit);
    if (text.startsWith('###', at) || text.startsWith('> ', at)) return at;
    at = nextLine(text, end, limit);
  }
  return limit;
}
