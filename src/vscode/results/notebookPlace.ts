import { LineIndex, type NotebookCell, notebookCells, type Position, type TextRange } from '../../core';

/** A place in a notebook as its editor shows it: the cell, counted from 0, and the places in the cell. */
export interface NotebookPlace {
  readonly cell: number;
  readonly start: Position;
  readonly end: Position;
}

/** Where a range of a notebook's file lies in its cells; `undefined` outside their sources. */
export function notebookPlace(text: string, range: TextRange): NotebookPlace | undefined {
  const { cells } = notebookCells(text);
  const index = cells.findIndex(
    (cell) => cell.toRaw(0) <= range.start && range.start <= cell.toRaw(cell.source.length),
  );
  const cell = cells[index];
  if (cell === undefined) return undefined;
  const lines = new LineIndex(cell.source);
  return {
    cell: index,
    start: lines.positionAt(sourceOffset(cell, range.start)),
    end: lines.positionAt(sourceOffset(cell, range.end)),
  };
}

/** The first offset of a cell that is written at or behind an offset of the file. */
function sourceOffset({ source, toRaw }: NotebookCell, raw: number): number {
  let low = 0;
  let high = source.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (toRaw(middle) < raw) low = middle + 1;
    else high = middle;
  }
  return low;
}
