import { readPolicy } from '../policy/readPolicy';
import type { FileEdit, FixContext } from './fix';
import { PolicyText, type TextEdit } from './policyEdit';

/**
 * Changes to the policy file, which is made where there is none. Each change is worked out on the text as it is. None where the
 * file has another form, or where it could no longer be read as a policy afterwards.
 */
export function policyEdits(
  { policy }: FixContext,
  change: (text: PolicyText) => readonly (TextEdit | undefined)[],
): readonly FileEdit[] {
  const before = policy.text();
  const text = before ?? '';
  const edits = change(new PolicyText(text)).filter((edit) => edit !== undefined);
  if (edits.length === 0 || readPolicy(applyEdits(text, edits), policy.path).policy === undefined) return [];
  if (before === undefined)
    return [{ path: policy.path, range: { start: 0, end: 0 }, newText: applyEdits('', edits), create: true }];
  return edits.map((edit) => ({ path: policy.path, ...edit, create: false }));
}

/** The text after some edits that do not overlap. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const last = [...edits].sort((a, b) => b.range.start - a.range.start);
  return last.reduce(
    (result, { range, newText }) => result.slice(0, range.start) + newText + result.slice(range.end),
    text,
  );
}
