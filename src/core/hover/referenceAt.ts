import type { Analysis } from '../engine';
import type { Finding } from '../policy/finding';
import type { ModelReference } from '../reference';
import { contains } from '../text/range';

/** The model name at an offset: a place that names it, or one that uses a name given elsewhere. */
export function referenceAt(
  { references, uses }: Pick<Analysis, 'references' | 'uses'>,
  offset: number,
): ModelReference | undefined {
  return (
    references.find(({ range }) => contains(range, offset)) ??
    uses.find(({ range }) => contains(range, offset))
  );
}

/** Those of the findings that are about a reference; a use has those of the place that gives the name. */
export function findingsAbout(
  findings: readonly Finding[],
  { range, definedAt }: ModelReference,
): readonly Finding[] {
  const about = definedAt ?? range;
  return findings.filter(
    ({ reference }) => reference?.range.start === about.start && reference.range.end === about.end,
  );
}
