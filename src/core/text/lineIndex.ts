import { once } from '../once';
import type { Position, Span, TextRange } from './range';
import { countUpTo } from './sorted';

/** Translates between offsets and lines. `\n`, `\r\n` and a lone `\r` end a line, as they do in VS Code. */
export class LineIndex {
  /** Of most texts nobody asks for a line. */
  private readonly starts = once(() => lineStarts(this.text));

  constructor(private readonly text: string) {}

  get lineCount(): number {
    return this.starts().length;
  }

  /** The 1-based place of an offset; an offset outside the text is moved to its nearer end. */
  positionAt(offset: number): Position {
    const at = Math.max(0, Math.min(offset, this.text.length));
    const line = countUpTo(this.starts(), at, (start) => start);
    return { line, column: at - (this.starts()[line - 1] ?? 0) + 1 };
  }

  spanOf(range: TextRange): Span {
    const start = this.positionAt(range.start);
    const end = this.positionAt(range.end);
    return { line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
  }

  /** The offset at which a 1-based line starts; `undefined` when the text has no such line. */
  lineStart(line: number): number | undefined {
    return this.starts()[line - 1];
  }

  /** The text of a 1-based line without its line end; `''` when the text has no such line. */
  lineText(line: number): string {
    const start = this.starts()[line - 1];
    if (start === undefined) return '';
    let end = this.starts()[line] ?? this.text.length;
    while (end > start && (this.text[end - 1] === '\n' || this.text[end - 1] === '\r')) end--;
    return this.text.slice(start, end);
  }
}

/** Most texts have no `\r`, and a single character is found faster than all are looked at. */
function lineStarts(text: string): readonly number[] {
  const starts = [0];
  if (text.includes('\r')) {
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
    }
  } else {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  }
  return starts;
}
