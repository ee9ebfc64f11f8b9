import { readPolicy } from '../policy/readPolicy';
import type { FileEdit, FixContext } from './fix';
import { PolicyText, type TextEdit } from './policyEdit';

/**
 * Changes to the policy file, which is made where there is none. Each change is worked out on the text as it is. None where the
 * file has another form, or where it could no longer be read as a policy afterwards.
 * @param completed the change with what people still have to write into it, where it is left to them
 */
export function policyEdits(
  { policy }: FixContext,
  change: PolicyTextChange,
  completed = change,
): readonly FileEdit[] {
  const before = policy.text();
  const text = before ?? '';
  const edits = editsOf(change, text);
  const tried = applyEdits(text, editsOf(completed, text));
  if (edits.length === 0 || readPolicy(tried, policy.path).policy === undefined) return [];
  if (before === undefined)
    return [{ path: policy.path, range: { start: 0, end: 0 }, newText: applyEdits('', edits), create: true }];
  return edits.map((edit) => ({ path: policy.path, ...edit, create: false }));
}

/** Changes of a policy as it is. */
export type PolicyTextChange = (text: PolicyText) => readonly (TextEdit | undefined)[];

function editsOf(change: PolicyTextChange, text: string): readonly TextEdit[] {
  return change(new PolicyText(text)).filter((edit) => edit !== undefined);
}

/** The text after some edits that do not overlap. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const last = [...edits].sort((a, b) => b.range.start - a.range.start);
  return last.reduce(
    (result, { range, newText }) => result.slice(0, range.start) + newText + result.slice(range.end),
    text,
  );
}
