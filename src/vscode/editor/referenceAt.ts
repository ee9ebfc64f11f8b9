import type { DocumentAnalysis } from '../analyses';
import { contains, type Finding, type ModelReference } from '../../core';

/** The model name at an offset: a place that names it, or one that uses a name given elsewhere. */
export function referenceAt(
  { analysis: { references, uses } }: DocumentAnalysis,
  offset: number,
): ModelReference | undefined {
  return (
    references.find(({ range }) => contains(range, offset)) ??
    uses.find(({ range }) => contains(range, offset))
  );
}

/** The findings about a reference; a use has those of the place that gives the name. */
export function findingsAbout(
  { findings }: DocumentAnalysis,
  { range, definedAt }: ModelReference,
): readonly Finding[] {
  const about = definedAt ?? range;
  return findings.filter(
    ({ reference }) => reference?.range.start === about.start && reference.range.end === about.end,
  );
}
