import type { TextRange } from '../text/range';
import { countUpTo } from '../text/sorted';

/** A stretch of decoded text: from `at` on it comes from the source between `start` and `end`. */
interface Piece {
  readonly at: number;
  readonly start: number;
  readonly end: number;
  /** Character by character the same as the source; otherwise it stands for the whole stretch of the source. */
  readonly isCopy: boolean;
}

/** A text as it is meant, and the way back to the source that spells it. Offsets are UTF-16 code units. */
export interface DecodedText {
  readonly text: string;
  /** Where in the source a range of the decoded text is written. A character that is escaped is in it as a whole. */
  sourceRange(range: TextRange): TextRange;
  /** Where in the source an offset of the decoded text is written. */
  sourceOffset(offset: number): number;
}

/** Puts a decoded text together, in the order of the source. What is neither copied nor replaced is left out. */
export class Decoder {
  private readonly parts: string[] = [];
  private readonly pieces: Piece[] = [];
  private length = 0;

  constructor(private readonly source: string) {}

  /** This stretch of the source means what it says. */
  copy(start: number, end: number): void {
    this.add(this.source.slice(start, end), { start, end, isCopy: true });
  }

  /** This stretch of the source means something else. */
  replace(start: number, end: number, meaning: string): void {
    this.add(meaning, { start, end, isCopy: false });
  }

  private add(part: string, place: Omit<Piece, 'at'>): void {
    if (part === '') return;
    this.parts.push(part);
    this.pieces.push({ at: this.length, ...place });
    this.length += part.length;
  }

  finish(): DecodedText {
    return new Decoded(this.parts.join(''), this.pieces);
  }
}

class Decoded implements DecodedText {
  constructor(
    readonly text: string,
    private readonly pieces: readonly Piece[],
  ) {}

  sourceRange({ start, end }: TextRange): TextRange {
    const from = this.sourceOffset(start);
    return { start: from, end: end > start ? Math.max(from, this.behind(end - 1)) : from };
  }

  sourceOffset(offset: number): number {
    const piece = this.pieceAt(offset);
    if (piece === undefined) return offset;
    return piece.isCopy ? piece.start + offset - piece.at : piece.start;
  }

  /** The offset of the source behind what spells the character at an offset. */
  private behind(offset: number): number {
    const piece = this.pieceAt(offset);
    if (piece === undefined) return offset + 1;
    return piece.isCopy ? piece.start + offset - piece.at + 1 : piece.end;
  }

  private pieceAt(offset: number): Piece | undefined {
    return this.pieces[Math.max(0, countUpTo(this.pieces, offset, ({ at }) => at) - 1)];
  }
}

/** A text that means what it says, from `start` to `end` of the source. */
export function verbatim(source: string, { start, end }: TextRange): DecodedText {
  const decoder = new Decoder(source);
  decoder.copy(start, end);
  return decoder.finish();
}
