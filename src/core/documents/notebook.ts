import type { Node } from 'jsonc-parser';
import { parseJsonTree } from '../text/parseJson';
import type { TextRange } from '../text/range';
import { Decoder, type DecodedText } from './decodedText';
import { addEscaped } from './escapes';

/** A cell of a notebook. */
export interface NotebookCell {
  readonly kind: 'code' | 'markdown' | 'raw';
  /** VS Code language id. */
  readonly language: string;
  /** The cell's text, as the editor shows it. */
  readonly source: string;
  /** Where the strings that the text is written in stand in the notebook's file, their quotes left out. */
  readonly strings: readonly TextRange[];
  /** The offset in the notebook's file at which an offset of the cell is written. */
  readonly toRaw: (offset: number) => number;
}

export interface Notebook {
  readonly cells: readonly NotebookCell[];
  /**
   * What the cells printed when they ran last, as plain text: nobody edits it. Pictures, pages and errors are left
   * out.
   */
  readonly outputs: readonly NotebookCell[];
}

/**
 * The cells of a Jupyter notebook (nbformat 4, JSON), each with the mapping from its own offsets to those of the
 * file. Works on broken JSON as far as cells can be read; no cells when there are none, or when it is nested too deep
 * to be parsed.
 */
export function notebookCells(text: string): Notebook {
  const root = parseJsonTree(text);
  const cells = property(root, 'cells')?.children ?? [];
  const language = languageOf(root);
  return {
    cells: cells.flatMap((cell) => readCell(text, cell, language) ?? []),
    outputs: cells.flatMap((cell) => readOutputs(text, cell)),
  };
}

/**
 * Streams and plain or marked-up text:
 * https://nbformat.readthedocs.io/en/latest/format_description.html#code-cell-outputs
 */
function readOutputs(text: string, cell: Node): NotebookCell[] {
  return (property(cell, 'outputs')?.children ?? []).flatMap((output) => {
    const data = property(output, 'data');
    const printed =
      property(output, 'text') ?? property(data, 'text/markdown') ?? property(data, 'text/plain');
    return printed === undefined ? [] : [cellOf(text, printed, 'raw', 'plaintext')];
  });
}

/** Several cells as one text, each with a line end behind it. */
export function joinedCells(text: string, cells: readonly NotebookCell[]): DecodedText {
  const decoder = new Decoder(text);
  for (const { strings } of cells) {
    addStrings(decoder, text, strings);
    const end = strings.at(-1)?.end ?? 0;
    decoder.replace(end, end, '\n');
  }
  return decoder.finish();
}

function languageOf(root: Node | undefined): string {
  const metadata = property(root, 'metadata');
  const name =
    property(property(metadata, 'language_info'), 'name') ??
    property(property(metadata, 'kernelspec'), 'language');
  return typeof name?.value === 'string' ? name.value.toLowerCase() : 'python';
}

function readCell(text: string, cell: Node, language: string): NotebookCell | undefined {
  const kind = property(cell, 'cell_type')?.value as unknown;
  const source = property(cell, 'source');
  if (source === undefined || (kind !== 'code' && kind !== 'markdown' && kind !== 'raw')) return undefined;
  return cellOf(
    text,
    source,
    kind,
    kind === 'code' ? language : kind === 'markdown' ? 'markdown' : 'plaintext',
  );
}

function cellOf(text: string, source: Node, kind: NotebookCell['kind'], language: string): NotebookCell {
  const strings = stringsOf(source);
  const decoder = new Decoder(text);
  addStrings(decoder, text, strings);
  const decoded = decoder.finish();
  return {
    kind,
    language,
    source: decoded.text,
    strings,
    toRaw: (offset) => decoded.sourceOffset(offset),
  };
}

/** A string, or the strings of a list: nbformat has both for a text of several lines. */
function stringsOf(node: Node): readonly TextRange[] {
  const nodes = node.type === 'array' ? (node.children ?? []) : [node];
  return nodes
    .filter(({ type }) => type === 'string')
    .map(({ offset, length }) => ({ start: offset + 1, end: offset + length - 1 }));
}

function addStrings(decoder: Decoder, text: string, strings: readonly TextRange[]): void {
  for (const range of strings) addEscaped(decoder, text, range);
}

function property(node: Node | undefined, name: string): Node | undefined {
  return node?.children?.find((child) => child.children?.[0]?.value === name)?.children?.[1];
}
