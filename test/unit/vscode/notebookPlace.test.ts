import { describe, expect, it } from 'vitest';
import { notebookPlace } from '../../../src/vscode/results/notebookPlace';

const NAME = 'openai/whisper-tiny';

function notebook(...sources: readonly (string | readonly string[])[]): string {
  const cells = sources.map((source) => ({
    cell_type: 'code',
    metadata: {},
    outputs: [],
    execution_count: null,
    source,
  }));
  return JSON.stringify({ cells, metadata: {}, nbformat: 4, nbformat_minor: 5 }, null, 1);
}

function placeOf(text: string, name = NAME): ReturnType<typeof notebookPlace> {
  const start = text.indexOf(name);
  return notebookPlace(text, { start, end: start + name.length });
}

describe('notebookPlace', () => {
  it('finds the cell, line and column of a name in a source of lines', () => {
    const text = notebook(['import os\n'], ['x = 1\n', `m = load("${NAME}")\n`]);
    expect(placeOf(text)).toEqual({
      cell: 1,
      start: { line: 2, column: 11 },
      end: { line: 2, column: 11 + NAME.length },
    });
  });

  it('finds it in a source that is one string, behind escapes and an emoji', () => {
    const text = notebook(`a = "\\t🦙"\nb = "${NAME}"`);
    expect(placeOf(text)).toEqual({
      cell: 0,
      start: { line: 2, column: 6 },
      end: { line: 2, column: 6 + NAME.length },
    });
  });

  it('has no place outside the sources', () => {
    expect(placeOf(notebook('x'), '"nbformat"')).toBeUndefined();
  });

  it('has none in a file that is no notebook', () => {
    expect(notebookPlace('{]', { start: 0, end: 1 })).toBeUndefined();
  });
});
