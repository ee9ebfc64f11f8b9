import type { Analysis } from '../engine';
import type { EvaluationContext } from '../policy/evaluate';
import { exceptionsFor } from '../policy/exceptions';
import type { Finding } from '../policy/finding';
import { DRIFT_RULES } from '../policy/rules/driftRules';
import { ATTRIBUTION_MISSING, LICENSE_COPY_MISSING } from '../policy/rules/obligationRules';

/** Found by looking at the whole workspace: an editor, which sees one file at a time, only knows of them from an audit. */
const WORKSPACE_RULES: ReadonlySet<string> = new Set([ATTRIBUTION_MISSING, LICENSE_COPY_MISSING, ...DRIFT_RULES].map(({ code }) => code));

/**
 * The findings of an earlier audit that a file's present text alone cannot give, moved to where the name stands now. Those about
 * a name that is gone, or that the policy has an exception for by now, are left out.
 * @param audited what the audit found in this file
 */
export function carryFindings(audited: readonly Finding[], { references }: Analysis, { policy, today }: EvaluationContext): readonly Finding[] {
  return audited.flatMap((finding) => {
    const before = finding.reference;
    if (before === undefined || !WORKSPACE_RULES.has(finding.rule)) return [];
    const now = references.find(({ id, registry, role }) => id === before.id && registry === before.registry && role === before.role);
    const names = [before.id, before.text, ...(finding.model === null ? [] : [finding.model])];
    const excepted = policy !== undefined && exceptionsFor(policy, finding.rule, names, today).length > 0;
    return now === undefined || excepted ? [] : [{ ...finding, reference: now, range: now.range }];
  });
}
