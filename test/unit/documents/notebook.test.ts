import { describe, expect, it } from 'vitest';
import { notebookCells } from '../../../src/core/documents/notebook';
import { detect } from '../detect/marked';

function notebook(
  cells: readonly { readonly type: string; readonly source: string | readonly string[] }[],
  language = 'python',
  printed = 'done',
): string {
  return JSON.stringify(
    {
      cells: cells.map(({ type, source }) => ({
        cell_type: type,
        metadata: {},
        outputs: [{ output_type: 'stream', text: [printed] }],
        source,
      })),
      metadata: { language_info: { name: language } },
      nbformat: 4,
      nbformat_minor: 5,
    },
    null,
    1,
  );
}

describe('notebookCells', () => {
  it('parses no file that is nested deeper than a parser can follow', () => {
    const deep = (levels: number): string =>
      `{"cells": [{"cell_type": "code", "source": "a", "metadata": ${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}}]}`;
    expect(notebookCells(deep(100)).cells).toHaveLength(1);
    for (const levels of [5_000, 200_000]) expect(notebookCells(deep(levels)).cells).toEqual([]);
    expect(notebookCells(`{"cells":${'{"a":'.repeat(3_500)}1`).cells).toEqual([]);
  });

  it('decodes the cells and maps their offsets to the file', () => {
    const text = notebook([
      { type: 'code', source: ['a = "x"\n', 'b = "\\u00e9\\t"  # é🙂\n', 'c'] },
      { type: 'markdown', source: '# Title' },
    ]);
    const { cells } = notebookCells(text);
    expect(cells.map(({ kind, language }) => [kind, language])).toEqual([
      ['code', 'python'],
      ['markdown', 'markdown'],
    ]);
    expect(cells[0]?.source).toBe('a = "x"\nb = "\\u00e9\\t"  # é🙂\nc');
    for (const name of ['a', 'b', 'c']) {
      const at = cells[0]?.source.indexOf(name) ?? -1;
      expect(text.charAt(cells[0]?.toRaw(at) ?? -1)).toBe(name);
    }
  });

  it('reads a raw cell as text, and none of a kind that is not known', () => {
    const text = notebook([
      { type: 'raw', source: 'a: b' },
      { type: 'heading', source: '# Title' },
      { type: 'markdown', source: '# Title' },
    ]);
    expect(notebookCells(text).cells.map(({ language, source }) => [language, source])).toEqual([
      ['plaintext', 'a: b'],
      ['markdown', '# Title'],
    ]);
  });

  it('reads what has the form of cells where the rest has none', () => {
    const cells = [
      'x',
      [['cell_type', 'code']],
      { source: 'x' },
      { cell_type: 'code' },
      { cell_type: ['code'], source: 'x' },
      { cell_type: 'code', source: ['a', 5, null, 'b'] },
      { cell_type: 'code', source: { c: 'c' } },
    ];
    const found = notebookCells(JSON.stringify({ metadata: [], cells })).cells;
    expect(found.map(({ source }) => source)).toEqual(['ab', '']);
  });

  it('takes the language from the kernel, and Python where it says none', () => {
    expect(notebookCells(notebook([{ type: 'code', source: 'x' }], 'julia')).cells[0]?.language).toBe(
      'julia',
    );
    expect(notebookCells('{"cells": [{"cell_type": "code", "source": "x"}]}').cells[0]?.language).toBe(
      'python',
    );
  });

  it.each(['', '{', '[]', '{"cells": 3}', '{"cells": [{"cell_type": "code", "source": ["a'])(
    'reads what it can of %j',
    (text) => {
      expect(notebookCells(text).cells.length).toBeLessThanOrEqual(1);
    },
  );
});

describe('references in a notebook', () => {
  const text = notebook([
    { type: 'code', source: ['MODEL = "acme/one"\n', 'x = 1'] },
    { type: 'markdown', source: ['Uses `gpt-4o`.'] },
    { type: 'code', source: ['m = AutoModel.from_pretrained(MODEL)\n', '!ollama pull llama3.1:8b\n'] },
    { type: 'code', source: ['%%bash\n', 'vllm serve acme/two\n'] },
  ]);
  const { references, uses } = detect(text, 'a.ipynb');

  it('stand where the file has them', () => {
    expect(references.map((reference) => reference.text)).toEqual([
      'acme/one',
      'gpt-4o',
      'llama3.1:8b',
      'acme/two',
    ]);
    for (const { range, text: own } of references) expect(text.slice(range.start, range.end)).toBe(own);
  });

  it('are known in later cells', () => {
    expect(uses.map((use) => use.id)).toEqual(['acme/one']);
    expect(uses[0]?.definedAt).toEqual(references[0]?.range);
  });

  it('are the same in a cell that the editor passes by itself', () => {
    const cell = notebookCells(text).cells[1];
    const [reference] = detect(cell?.source ?? '', 'a.ipynb#cell', { languageId: 'markdown' }).references;
    expect(cell?.toRaw(reference?.range.start ?? -1)).toBe(references[1]?.range.start);
  });
});

describe('what a notebook printed', () => {
  it('mentions models where the file has them, and loads none', () => {
    const text = notebook([{ type: 'code', source: 'x = 1' }], 'python', '| gpt-4o | 3 |\nbert.bin: 100%');
    expect(
      detect(text, 'a.ipynb').references.map(({ range, role }) => [text.slice(range.start, range.end), role]),
    ).toEqual([['gpt-4o', 'mentions']]);
  });

  it('is read from streams and plain text, not from pictures and pages', () => {
    const outputs = [
      { output_type: 'display_data', data: { 'image/png': 'gpt-4o', 'text/html': '<b>gpt-4o</b>' } },
      { output_type: 'execute_result', data: { 'text/plain': ['o3-mini'], 'text/html': '<b>gpt-4o</b>' } },
    ];
    const { cells, outputs: read } = notebookCells(
      JSON.stringify({ cells: [{ cell_type: 'code', source: 'x', outputs }] }),
    );
    expect(cells).toHaveLength(1);
    expect(read.map(({ source }) => source)).toEqual(['o3-mini']);
  });
});
