import type { Finding } from '../policy/finding';
import type { FileEdit, Fix, FixContext, FixKind } from './fix';
import { fixesFor } from './fixesFor';
import { applyEdits } from './policyFile';

/** One change that settles a finding. */
export interface Settlement {
  readonly finding: Finding;
  readonly fix: Fix;
  readonly edit: FileEdit;
}

export interface Settled {
  /** The document with all of them. */
  readonly text: string;
  /** In the order of their places. */
  readonly settlements: readonly Settlement[];
}

/**
 * Settles findings in one document as the editor's quick fixes would: for each the first fix of the kinds asked for that changes
 * this document alone and asks nobody anything. Where two would change the same place, the first holds.
 * @param findings all in the document of the context, with ranges in its text
 */
export function settle(
  findings: readonly Finding[],
  context: FixContext,
  kinds: ReadonlySet<FixKind>,
): Settled {
  const settlements: Settlement[] = [];
  let end = 0;
  for (const finding of [...findings].sort((a, b) => a.range.start - b.range.start)) {
    const next = settlementOf(finding, context, kinds);
    if (next === undefined || next.edit.range.start < end) continue;
    settlements.push(next);
    end = Math.max(next.edit.range.end, next.edit.range.start + 1);
  }
  return {
    text: applyEdits(
      context.document.text() ?? '',
      settlements.map(({ edit: { range, newText } }) => ({ range, newText })),
    ),
    settlements,
  };
}

function settlementOf(
  finding: Finding,
  context: FixContext,
  kinds: ReadonlySet<FixKind>,
): Settlement | undefined {
  for (const fix of fixesFor(finding, context)) {
    if (!kinds.has(fix.kind) || fix.action.kind !== 'edit' || fix.action.needs.length > 0) continue;
    const [edit, ...more] = fix.action.edits({});
    if (edit !== undefined && more.length === 0 && edit.path === context.document.path && !edit.create)
      return { finding, fix, edit };
  }
  return undefined;
}
