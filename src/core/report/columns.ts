import { visible } from './visible';

/** Widest column of any table. */
const WIDEST = 100;

/** Characters of East Asia take two columns of a terminal. */
const WIDE = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\u3000-\u303f\u30fc\uff01-\uff60]/gu;

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
  while (rest.length > widest) {
    const before = rest.lastIndexOf(' ', widest);
    const space = before > 0 ? before : rest.indexOf(' ', widest);
    const end = Math.min(space > 0 ? space : rest.length, WIDEST);
    lines.push(rest.slice(0, end).trimEnd());
    rest = rest.slice(end).trimStart();
  }
  return rest === '' && lines.length > 0 ? lines : [...lines, rest];
}
