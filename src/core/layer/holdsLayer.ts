import { readLayer } from './readLayer';

const FILE = /\.(?:ya?ml|json)$/i;
/** The keys that each such file has, and one of the sections with records: at the start of a line, or behind a mark. */
const HEADS: readonly RegExp[] = heads(String.raw`^\uFEFF?`);
const HEADS_OF_OBJECT: readonly RegExp[] = heads(String.raw`[\n{,][ \t]{0,8}`);

function heads(front: string): readonly RegExp[] {
  return [
    String.raw`["']?title["']?[ \t]{0,4}:`,
    String.raw`["']?date["']?[ \t]{0,4}:[ \t]{0,4}["']?\d{4}-\d\d-\d\d\b`,
    String.raw`["']?(?:models|organizations|licenses|hosts)["']?[ \t]{0,4}:`,
  ].map((head) => new RegExp(`${front}${head}`, 'm'));
}

/** Whether a file is a catalog layer by what it holds: an organization's own records, without a mistake. */
export function holdsLayer(path: string, text: string): boolean {
  if (!FILE.test(path) || !hasHeads(text)) return false;
  const reading = readLayer(text);
  if ('problems' in reading) return false;
  const { models, organizations, licenses, hosts } = reading.layer;
  return [models, organizations, licenses, hosts].some((records) => records.length > 0);
}

/** Whether a text has the keys on its outermost level: only then is it worth to be parsed as a whole. */
function hasHeads(text: string): boolean {
  const first = /\S/.exec(text);
  if (first === null || first[0] === '[') return false;
  if (first[0] !== '{') return HEADS.every((head) => head.test(text));
  const own = outermostOf(text, first.index);
  return HEADS_OF_OBJECT.every((head) => head.test(own));
}

/** What an object holds on its own level, without what stands in the brackets of its values. */
function outermostOf(text: string, open: number): string {
  const pieces: string[] = [];
  let depth = 0;
  let from = open;
  for (let at = open; at < text.length; at++) {
    const mark = text.charCodeAt(at);
    if (mark === QUOTE) at = endOfText(text, at);
    else if (OPENS.has(mark) && ++depth === 2) pieces.push(text.slice(from, at + 1));
    else if (CLOSES.has(mark) && --depth <= 1) {
      if (depth < 1) return `${pieces.join('')}${text.slice(from, at)}`;
      from = at;
    }
  }
  return pieces.join('');
}

const QUOTE = 34;
const BACKSLASH = 92;
const OPENS: ReadonlySet<number> = new Set([91, 123]);
const CLOSES: ReadonlySet<number> = new Set([93, 125]);

/** Where a text in double quotes ends. */
function endOfText(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text.charCodeAt(at) !== QUOTE) at += text.charCodeAt(at) === BACKSLASH ? 2 : 1;
  return at;
}
