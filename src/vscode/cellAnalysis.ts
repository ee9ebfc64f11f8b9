import { type Analysis, LineIndex, type ModelReference, type TextRange } from '../core';

/** A cell in the text that it is understood with: its notebook's cells of the same language, as the audit joins them. */
export interface CellText {
  readonly text: string;
  /** Where the cell's own text lies in it. */
  readonly own: TextRange;
  /** Changes when any cell does. */
  readonly version: number;
}

/** What an analysis of the joined text says of the cell, in the cell's own offsets. */
export function withinCell(analysis: Analysis, { text, own }: CellText): Analysis {
  const inside = ({ range }: { readonly range: TextRange }): boolean =>
    own.start <= range.start && range.end <= own.end;
  const moved = ({ start, end }: TextRange): TextRange => ({
    start: start - own.start,
    end: end - own.start,
  });
  const cells = new Map<ModelReference, ModelReference>();
  const toCell = (reference: ModelReference): ModelReference => {
    const { definedAt, ...rest } = reference;
    const here = definedAt !== undefined && inside({ range: definedAt });
    const result = { ...rest, range: moved(reference.range), ...(here && { definedAt: moved(definedAt) }) };
    cells.set(reference, result);
    return result;
  };
  const above = analysis.lines.positionAt(own.start).line - 1;
  return {
    ...analysis,
    lines: new LineIndex(text.slice(own.start, own.end)),
    ignores: analysis.ignores.filter(inside).map((ignore) => ({
      ...ignore,
      range: moved(ignore.range),
      lines: ignore.lines.map((line) => line - above),
    })),
    references: analysis.references.filter(inside).map(toCell),
    uses: analysis.uses.filter(inside).map(toCell),
    runtimeChoices: analysis.runtimeChoices
      .filter(inside)
      .map((choice) => ({ ...choice, range: moved(choice.range) })),
    findings: analysis.findings.filter(inside).map((finding) => {
      const reference = finding.reference && cells.get(finding.reference);
      return { ...finding, range: moved(finding.range), ...(reference && { reference }) };
    }),
  };
}
