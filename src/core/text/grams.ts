/**
 * Which stretches of four characters a text has: one pass over it, after which most words that it does not have are put aside without
 * looking for them. What asks a text for many words, or for forms with certain words in them, asks here first.
 *
 * Letters count in either case. There is only room for a few bits, so a word that the text does not have may be taken for one that it may
 * have; never the other way round.
 */
export class Grams {
  private readonly bits = new Int32Array(WORDS);

  constructor(text: string) {
    const { bits } = this;
    const read = LOWERED_TO_ASCII.test(text) ? text.toLowerCase() : text;
    let gram = 0;
    for (let at = 0; at < read.length; at++) {
      gram = (gram << 8) | ((read.charCodeAt(at) | LOWER_CASE) & 0xff);
      const place = placeOf(gram);
      bits[place >>> 5] = (bits[place >>> 5] ?? 0) | (1 << (place & 31));
    }
  }

  /** False only where the text has the word in no spelling of upper and lower case; of letters beyond ASCII nothing is told. */
  mayHave(word: string): boolean {
    let gram = 0;
    for (let at = 0; at < word.length; at++) {
      const code = word.charCodeAt(at);
      if (code > 127) return true;
      gram = (gram << 8) | code | LOWER_CASE;
      if (at >= LENGTH - 1 && !this.has(placeOf(gram))) return false;
    }
    return true;
  }

  /** False only where the text has none of the words. */
  mayHaveAny(words: readonly string[]): boolean {
    for (const word of words) if (this.mayHave(word)) return true;
    return false;
  }

  private has(place: number): boolean {
    return (((this.bits[place >>> 5] ?? 0) >>> (place & 31)) & 1) === 1;
  }
}

const LENGTH = 4;
/** A power of two: so many bits that few stretches of a long text share one. */
const PLACES = 1 << 16;
const WORDS = PLACES >>> 5;
/** Set in a letter of ASCII it makes it lower case; that it changes other characters too only makes the answers less sharp. */
const LOWER_CASE = 32;
/** Letters beyond ASCII that are written with one of it in lower case. */
const LOWERED_TO_ASCII = /[\u0130\u212a]/;

function placeOf(gram: number): number {
  return Math.imul(gram, 0x9e3779b1) >>> 16;
}

let lately: { readonly text: string; readonly grams: Grams } | undefined;

/** The stretches of a text; of the one that was asked for last they are kept. */
export function gramsOf(text: string): Grams {
  if (lately?.text !== text) lately = { text, grams: new Grams(text) };
  return lately.grams;
}
