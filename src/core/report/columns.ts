import { visible } from './visible';

/** Widest column of any table. */
const WIDEST = 100;

const EAST_ASIAN = String.raw`\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}`;
/** Marks of East Asia that end no line, and those that begin none. */
const OPENING = '（「『【〈《“';
const CLOSING = '、。，．：；？！）」』】〉》”・ー～';

/** Characters of East Asia take two columns of a terminal. */
const WIDE = new RegExp(String.raw`[${EAST_ASIAN}\u3000-\u303f\u30fb\u30fc\uff01-\uff60]`, 'gu');

/** What stays together in a line: a word, or one character of East Asia, with the marks around it. */
const PIECE = new RegExp(
  String.raw`[${OPENING}]*(?:[${EAST_ASIAN}]|[^\s${EAST_ASIAN}${OPENING}${CLOSING}]+)?[${CLOSING}]*`,
  'gu',
);

/** The width of a text, in columns of a terminal. */
export function widthOf(text: string): number {
  return text.length + (text.match(WIDE)?.length ?? 0);
}

/**
 * The lines of a table, its columns as wide as their longest line; the last one is not padded. A cell that is wider than allowed goes on
 * under itself: nothing is cut.
 * @param widest characters after which a cell goes on in the next line
 */
export function columns(rows: readonly (readonly string[])[], widest = WIDEST): readonly string[] {
  const widths: number[] = [];
  const shown = rows.map((row) => row.map((cell) => wrapped(visible(cell), widest)));
  for (const row of shown)
    row.forEach((lines, index) => {
      widths[index] = Math.max(widths[index] ?? 0, ...lines.map(widthOf));
    });
  return shown.flatMap((row) =>
    Array.from({ length: Math.max(1, ...row.map(({ length }) => length)) }, (_, line) =>
      row
        .map((lines, index) => {
          const text = lines[line] ?? '';
          return index === row.length - 1 ? text : text + ' '.repeat((widths[index] ?? 0) - widthOf(text));
        })
        .join('  ')
        .trimEnd(),
    ),
  );
}

/** The lines of a text, broken between words: a word stays whole where it is no wider than any column may be, so that ids can be copied. */
function wrapped(text: string, widest: number): readonly string[] {
  const lines: string[] = [];
  let rest = text;
  while (widthOf(rest) > widest) {
    const end = lineEnd(rest, widest);
    lines.push(rest.slice(0, end).trimEnd());
    rest = rest.slice(end).trimStart();
  }
  return rest === '' && lines.length > 0 ? lines : [...lines, rest];
}

/** Where a line that is too wide ends: behind the last piece that has room, else behind the first one. */
function lineEnd(text: string, widest: number): number {
  let [end, width] = [0, 0];
  for (const { 0: piece, index } of text.matchAll(PIECE)) {
    if (piece === '') continue;
    width += widthOf(text.slice(end, index + piece.length));
    if (width > widest && end > 0) return end;
    end = index + piece.length;
    if (width > widest) break;
  }
  return end === 0 ? text.length : Math.min(end, WIDEST);
}
