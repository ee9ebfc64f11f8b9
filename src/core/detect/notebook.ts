import { parseTree, type Node } from 'jsonc-parser';
import { findMark } from '../text/charClass';
import { tooDeepInJson } from '../text/jsonNesting';
import { countUpTo } from '../text/sorted';

/** A cell of a notebook. */
export interface NotebookCell {
  readonly kind: 'code' | 'markdown' | 'raw';
  /** VS Code language id. */
  readonly language: string;
  /** The cell's text, as the editor shows it. */
  readonly source: string;
  /** The offset in the notebook's file at which an offset of the cell is written. */
  toRaw(offset: number): number;
}

export interface Notebook {
  readonly cells: readonly NotebookCell[];
}

/** From this offset of the source on, raw offsets run in step with source offsets. */
interface Anchor {
  readonly source: number;
  readonly raw: number;
}

/**
 * The cells of a Jupyter notebook (nbformat 4, JSON), each with the mapping from its own offsets to those of the file. Works on
 * broken JSON as far as cells can be read; no cells when there are none, or when it is nested too deep to be parsed.
 */
export function notebookCells(text: string): Notebook {
  if (tooDeepInJson(text) !== undefined) return { cells: [] };
  const root = parseTree(text, []);
  const cells = property(root, 'cells')?.children ?? [];
  const language = languageOf(root);
  return { cells: cells.flatMap((cell) => readCell(text, cell, language) ?? []) };
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
  const strings = source.type === 'array' ? (source.children ?? []) : [source];
  const anchors: Anchor[] = [];
  let decoded = '';
  for (const node of strings) {
    if (node.type !== 'string') continue;
    decoded = appendString(text, node, { decoded, anchors });
  }
  return {
    kind,
    language: kind === 'code' ? language : kind === 'markdown' ? 'markdown' : 'plaintext',
    source: decoded,
    toRaw: (offset) => rawOffset(anchors, offset),
  };
}

/** Adds the text of a JSON string, with an anchor at its start and behind each escape. */
function appendString(
  text: string,
  node: Node,
  { decoded, anchors }: { decoded: string; anchors: Anchor[] },
): string {
  const end = node.offset + node.length - 1;
  let at = node.offset + 1;
  let result = decoded;
  anchors.push({ source: result.length, raw: at });
  while (at < end) {
    const escape = findMark(text, '\\', at, end);
    const stop = escape < 0 ? end : escape;
    result += text.slice(at, stop);
    at = stop;
    if (at < end) {
      const length = text.charAt(at + 1) === 'u' ? 6 : 2;
      result += unescaped(text.slice(at, at + length));
      at += length;
      anchors.push({ source: result.length, raw: at });
    }
  }
  return result;
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

function unescaped(escape: string): string {
  const mark = escape.charAt(1);
  if (mark === 'u') return String.fromCharCode(Number.parseInt(escape.slice(2), 16) || 0xfffd);
  return ESCAPES[mark] ?? mark;
}

function rawOffset(anchors: readonly Anchor[], offset: number): number {
  const anchor = anchors[Math.max(0, countUpTo(anchors, offset, ({ source }) => source) - 1)];
  return anchor === undefined ? offset : anchor.raw + offset - anchor.source;
}

function property(node: Node | undefined, name: string): Node | undefined {
  return node?.children?.find((child) => child.children?.[0]?.value === name)?.children?.[1];
}
