import type { Analysis } from '../engine';
import type { EvaluationContext } from '../policy/evaluationContext';
import { exceptionsFor } from '../policy/exceptions';
import type { Finding } from '../policy/finding';
import { ignores } from '../policy/inlineIgnores';
import { isWorkspaceRule } from '../policy/rules';

/**
 * The findings of an earlier audit that a file's present text alone cannot give, moved to where the name stands now. Those about
 * a name that is gone, or that the policy has an exception for or the text an ignore comment by now, are left out.
 * @param audited what the audit found in this file
 */
export function carryFindings(
  audited: readonly Finding[],
  analysis: Analysis,
  { policy, today, path }: EvaluationContext,
): readonly Finding[] {
  return audited.flatMap(eachOf).flatMap((finding) => {
    const before = finding.reference;
    if (before === undefined || !isWorkspaceRule(finding.rule)) return [];
    const now = analysis.references.find(
      ({ id, registry, role }) => id === before.id && registry === before.registry && role === before.role,
    );
    if (now === undefined) return [];
    const { line } = analysis.lines.positionAt(now.range.start);
    const names = [before.id, before.text, ...(finding.model === null ? [] : [finding.model])];
    const silenced =
      (policy !== undefined && exceptionsFor(policy, finding.rule, { names, path }, today).length > 0) ||
      analysis.ignores.some((ignore) => ignores(ignore, line, finding.rule));
    return silenced ? [] : [{ ...finding, reference: now, range: now.range }];
  });
}

/** A finding and those that it speaks for, each by itself. */
function eachOf(finding: Finding): readonly Finding[] {
  const { also, merged = [], ...alone } = finding;
  return also === undefined ? [finding] : [alone, ...merged];
}
