import { getLocation } from 'jsonc-parser';

/** A place in a notebook as its editor shows it: the cell, and lines and columns in the cell, all counted from 0. */
export interface NotebookPlace {
  readonly cell: number;
  readonly line: number;
  readonly column: number;
}

/**
 * Where an offset of a notebook's file lies in its cells; `undefined` outside the cells' sources. A cell's source is
 * one string, or one a line (nbformat 4).
 */
export function notebookPlace(text: string, offset: number): NotebookPlace | undefined {
  const { path, previousNode } = getLocation(text, offset);
  const [cells, cell, source, index = 0] = path;
  if (cells !== 'cells' || typeof cell !== 'number' || source !== 'source' || typeof index !== 'number' || previousNode?.type !== 'string') return undefined;
  const before = decoded(text.slice(previousNode.offset + 1, offset)).split('\n');
  return { cell, line: index + before.length - 1, column: before.at(-1)?.length ?? 0 };
}

/** The characters that the inside of a JSON string stands for; one that is cut within an escape, up to that. */
function decoded(inside: string): string {
  try {
    return JSON.parse(`"${inside}"`) as string;
  } catch {
    return inside.replaceAll('\\n', '\n');
  }
}
