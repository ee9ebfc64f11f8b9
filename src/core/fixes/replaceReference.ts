import type { ModelReference } from '../reference';
import type { FixAction, FixContext } from './fix';

/** Writes something else where a text names a model, if the text still has that name there. */
export function replaceReference(
  { range, text }: ModelReference,
  newText: string,
  { document }: FixContext,
): FixAction {
  return {
    kind: 'edit',
    needs: [],
    edits: () =>
      document.text()?.slice(range.start, range.end) === text
        ? [{ path: document.path, range, newText, create: false }]
        : [],
  };
}
