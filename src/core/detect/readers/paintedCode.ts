import { isBlankCode, isWordCode } from '../../text/charClass';
import type { TextRange } from '../../text/range';

/** How pages write the quotes of strings. */
const QUOTES = ['"', "'", '&quot;', '&#34;', '&#39;', '&apos;'];
/** Longest sign of assignment with what may stand around it. */
const LONGEST_SIGN = 12;
const SIGN = /^\s*(?:=|:|:=|=>|<-|&lt;-|=&gt;)\s*$/;
const LONGEST_NAME = 80;

/**
 * Code in a page whose words are marked by elements (`<span>model</span><span>=</span><span>"…"</span>`), as tools
 * for documentation paint it. Keeps what the last sign of assignment gives a value to.
 */
export class PaintedCode {
  private isOpen = false;
  private word = '';
  private key = '';

  open(): void {
    this.isOpen = true;
    this.word = '';
    this.key = '';
  }

  close(): void {
    this.isOpen = false;
  }

  /**
   * The inside of a string and the name that it is given to, when the piece is one; every other piece is only
   * remembered.
   */
  string(text: string, piece: TextRange): { readonly range: TextRange; readonly key: string } | undefined {
    if (!this.isOpen) return undefined;
    const range = unquoted(text, piece);
    if (range !== undefined) return { range, key: this.key };
    if (piece.end - piece.start <= LONGEST_SIGN && SIGN.test(text.slice(piece.start, piece.end)))
      this.key = this.word;
    else {
      this.word = lastWord(text, piece);
      this.key = '';
    }
    return undefined;
  }
}

/** Inside of a string without blanks. */
function unquoted(text: string, { start, end }: TextRange): TextRange | undefined {
  const quote = QUOTES.find((mark) => text.startsWith(mark, start));
  if (quote === undefined || end - start < 2 * quote.length || !text.startsWith(quote, end - quote.length))
    return undefined;
  for (let at = start; at < end; at++) if (isBlankCode(text.charCodeAt(at))) return undefined;
  return { start: start + quote.length, end: end - quote.length };
}

function lastWord(text: string, { start, end }: TextRange): string {
  let from = end;
  while (from > Math.max(start, end - LONGEST_NAME) && isWordCode(text.charCodeAt(from - 1))) from--;
  return text.slice(from, end);
}
