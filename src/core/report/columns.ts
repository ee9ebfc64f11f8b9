import { visible } from './visible';

/** Longest cell of a table; what is longer shows its beginning. */
const LONGEST_CELL = 100;

function clipped(cell: string): string {
  return cell.length > LONGEST_CELL ? `${cell.slice(0, LONGEST_CELL - 1)}…` : cell;
}

/** Columns as wide as their longest cell; the last one is not padded. */
export function columns(rows: readonly (readonly string[])[]): readonly string[] {
  const widths: number[] = [];
  const shown = rows.map((row) => row.map((cell) => clipped(visible(cell))));
  for (const row of shown)
    row.forEach((cell, index) => {
      widths[index] = Math.max(widths[index] ?? 0, cell.length);
    });
  return shown.map((row) =>
    row
      .map((cell, index) => (index === row.length - 1 ? cell : cell.padEnd(widths[index] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
}
