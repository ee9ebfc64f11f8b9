import type { Catalog } from '../catalog/records';
import type { Detection, ModelReference } from '../reference';
import type { TextRange } from '../text/range';
import { countUpTo } from '../text/sorted';
import { Collector } from './collector';
import { canonical, languageOf } from './fileTypes';
import { notebookCells, type NotebookCell } from './notebook';
import { readLanguage } from './readers/read';

export interface DetectOptions {
  /** Path with `/`; its name and extension choose the file type. */
  readonly path: string;
  /** VS Code language id; decides where the path does not. */
  readonly languageId?: string;
  readonly catalog: Catalog;
  /** Values of configuration keys found in other files of the workspace, for code that reads them by name. */
  readonly configValues?: ReadonlyMap<string, string>;
}

/**
 * Finds every model reference in a text, in one pass and in linear time. Never throws. In a notebook's file the ranges are
 * those of the file; in a cell, which the editor passes as a text of its own, those of the cell.
 */
export function detectReferences(text: string, options: DetectOptions): Detection {
  const language = languageOf(options.path, options.languageId);
  return language === 'jupyter' ? detectInNotebook(text, options) : detectIn(text, language, options);
}

function detectIn(text: string, language: string, { catalog, configValues }: DetectOptions): Detection {
  const collector = new Collector(text, catalog, configValues);
  readLanguage(collector, language, { start: 0, end: text.length });
  return collector.result();
}

/** The cells of a language are read as one text, so that a constant of one cell is known in the next. */
function detectInNotebook(text: string, options: DetectOptions): Detection {
  const { cells } = notebookCells(text);
  const parts: Detection[] = [];
  for (const language of new Set(cells.map(cellLanguage))) {
    const joined = join(cells.filter((cell) => cellLanguage(cell) === language));
    parts.push(moved(detectIn(joined.text, language, options), joined.toRaw, text));
  }
  return {
    references: parts.flatMap(({ references }) => references).sort(byStart),
    uses: parts.flatMap(({ uses }) => uses).sort(byStart),
    runtimeChoices: parts.flatMap(({ runtimeChoices }) => runtimeChoices).sort(byStart),
  };
}

/** A cell's first line may say that it is of another language. */
function cellLanguage({ language, source }: NotebookCell): string {
  const magic = /^%%(bash|sh|script bash|html|javascript|js|sql)\b/.exec(source)?.[1];
  return magic === undefined ? canonical(language) : canonical(magic === 'script bash' ? 'bash' : magic);
}

function byStart(a: { readonly range: TextRange }, b: { readonly range: TextRange }): number {
  return a.range.start - b.range.start;
}

function join(cells: readonly NotebookCell[]): { text: string; toRaw: (offset: number) => number } {
  const starts: number[] = [];
  let text = '';
  for (const cell of cells) {
    starts.push(text.length);
    text += `${cell.source}\n`;
  }
  const toRaw = (offset: number): number => {
    const cell = Math.max(0, countUpTo(starts, offset, (start) => start) - 1);
    return cells[cell]?.toRaw(offset - (starts[cell] ?? 0)) ?? offset;
  };
  return { text, toRaw };
}

function moved(detection: Detection, toRaw: (offset: number) => number, text: string): Detection {
  /** The last character is mapped, not the end: behind it an escape or another string may follow. */
  const range = ({ start, end }: TextRange): TextRange => ({ start: toRaw(start), end: toRaw(end - 1) + 1 });
  const reference = (found: ModelReference): ModelReference => {
    const own = range(found.range);
    return {
      ...found,
      range: own,
      text: text.slice(own.start, own.end),
      ...(found.definedAt && { definedAt: range(found.definedAt) }),
    };
  };
  return {
    references: detection.references.map(reference),
    uses: detection.uses.map(reference),
    runtimeChoices: detection.runtimeChoices.map((choice) => ({ ...choice, range: range(choice.range) })),
  };
}
