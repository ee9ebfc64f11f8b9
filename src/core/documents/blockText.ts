import { hasBlank, isBlankCode, lineEnd, nextLine, skipSpaces } from '../text/charClass';
import type { TextRange } from '../text/range';
import { Decoder, type DecodedText } from './decodedText';

/** How the lines of a block become one text: as they stand, or put together by blanks (YAML 1.2, section 8.1). */
export type BlockStyle = 'literal' | 'folded';

interface Line extends TextRange {
  /** Where the first character that is no blank stands; the end of the line when there is none. */
  readonly first: number;
}

/** What an indented block of text means: without the indentation that all its lines share. */
export function blockText(source: string, range: TextRange, style: BlockStyle = 'literal'): DecodedText {
  const lines = linesOf(source, range);
  const indent = lines.reduce(
    (least, { start, first, end }) => (first < end ? Math.min(least, first - start) : least),
    Number.MAX_SAFE_INTEGER,
  );
  const decoder = new Decoder(source);
  for (const [index, line] of lines.entries()) {
    decoder.copy(Math.min(line.start + indent, line.first), line.end);
    const next = lines[index + 1];
    if (next === undefined) break;
    decoder.replace(line.end, next.start, style === 'folded' && folds(line, next, indent) ? ' ' : '\n');
  }
  return decoder.finish();
}

/** Between two lines of text; not around an empty line, nor beside one that is indented further. */
function folds(line: Line, next: Line, indent: number): boolean {
  return isText(line, indent) && isText(next, indent);
}

function isText({ start, first, end }: Line, indent: number): boolean {
  return first < end && first - start === indent;
}

function linesOf(source: string, range: TextRange): readonly Line[] {
  const lines: Line[] = [];
  let start = range.start;
  while (start < range.end) {
    const end = lineEnd(source, start, range.end);
    lines.push({ start, first: skipSpaces(source, start, end), end });
    start = nextLine(source, end, range.end);
  }
  return lines;
}

/** The range without the blanks and line ends around it. */
export function trimmed(source: string, range: TextRange): TextRange {
  let { start, end } = range;
  while (start < end && isBlankCode(source.charCodeAt(start))) start++;
  while (end > start && isBlankCode(source.charCodeAt(end - 1))) end--;
  return { start, end };
}

/** A text of one word: no blank inside. */
export function isOneWord(source: string, { start, end }: TextRange): boolean {
  return end > start && !hasBlank(source, start, end);
}
