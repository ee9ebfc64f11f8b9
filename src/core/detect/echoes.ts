import { isBlankCode, isNameCode, isWordCode } from '../text/charClass';
import { textBefore } from '../text/pieces';
import { byStart, type TextRange } from '../text/range';
import { countUpTo } from '../text/sorted';
import type { Site } from './site';
import { addTo } from '../text/grouped';

/** Places of a text that are kept, and how many of them are looked back at for the one that an offset is in. */
const MOST_PLACES = 20_000;
const NESTED = 4;
/** Names that are looked for again, places of one name, and characters that are searched in all. */
const MOST_NAMES = 60;
const MOST_HITS = 200;
const MOST_CHARACTERS = 8_000_000;
/** How far before a name a word about data sets makes it one. */
const REACH = 40;

/** A stretch of running text, or a value that said too little by itself. */
interface Place {
  readonly range: TextRange;
  readonly site: Site;
}

/**
 * Where a name stands again that the same text gives at a sure place: a reader knows it there, whatever it looks
 * like. Keeps the running text and the values that were not taken for names.
 */
export class Echoes {
  private readonly texts: Place[] = [];
  private readonly values = new Map<string, Place[]>();
  private kept = 0;
  private isSorted = false;

  addText(range: TextRange, site: Site): void {
    if (this.texts.length < MOST_PLACES) this.texts.push({ range, site });
  }

  addValue(value: string, place: Place): void {
    if (this.kept++ >= MOST_PLACES) return;
    addTo(this.values, value, place);
  }

  /** The places where these names stand again, as whole words. */
  *of(names: readonly string[], text: string): Generator<Place & { readonly name: string }> {
    for (const name of names.slice(
      0,
      Math.min(MOST_NAMES, Math.floor(MOST_CHARACTERS / Math.max(1, text.length))),
    )) {
      for (const place of this.values.get(name) ?? []) yield { ...place, name };
      for (const start of placesOf(name, text)) {
        const range = { start, end: start + name.length };
        const around = this.around(range);
        if (around !== undefined && !isData(text, start)) yield { range, site: around.site, name };
      }
    }
  }

  /** The values that begin as one of these does: `owner/name-` of another size. */
  *alike(starts: ReadonlySet<string>): Generator<Place & { readonly name: string }> {
    if (starts.size === 0) return;
    for (const [name, places] of this.values) {
      if (!starts.has(startOfId(name) ?? '')) continue;
      for (const place of places) yield { ...place, name };
    }
  }

  /** The running text that a range stands in. */
  private around({ start, end }: TextRange): Place | undefined {
    if (!this.isSorted) this.texts.sort(byStart);
    this.isSorted = true;
    const count = countUpTo(this.texts, start, ({ range }) => range.start);
    for (let at = count - 1; at >= Math.max(0, count - NESTED); at--) {
      const place = this.texts[at];
      if (place !== undefined && place.range.end >= end) return place;
    }
    return undefined;
  }
}

/**
 * `readerbench/RoGPT2-` of `readerbench/RoGPT2-base`: the owner and the first part of the name; `undefined` for a
 * name of one part.
 */
export function startOfId(id: string): string | undefined {
  return /^[\w.-]+\/[A-Za-z\d.]{3,}[-_]/.exec(id)?.[0];
}

function* placesOf(name: string, text: string): Generator<number> {
  let hits = 0;
  for (
    let at = text.indexOf(name);
    at >= 0 && hits < MOST_HITS;
    at = text.indexOf(name, at + name.length), hits++
  ) {
    if (!(at > 0 && isNameCode(text.charCodeAt(at - 1))) && isEnd(text, at + name.length)) yield at;
  }
}

/** A name ends here; a mark that ends a sentence may follow. */
function isEnd(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (Number.isNaN(code) || isBlankCode(code) || !isNameCode(code)) return true;
  return (
    (code === 46 || code === 58) && !isWordCode(text.charCodeAt(at + 1)) && text.charCodeAt(at + 1) !== 47
  );
}

function isData(text: string, start: number): boolean {
  const before = textBefore(text, start, REACH);
  return /data[-_ ]?(?:set|name|path|dir)/i.test(before.slice(before.lastIndexOf('\n') + 1));
}
