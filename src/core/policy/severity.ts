import type { Policy, SeverityOrOff } from './policy';
import type { RuleInfo } from './rule';

/** The severity a policy sets, or the rule's own; without a policy only real traps are told, and only as information. */
export function severityOf(rule: RuleInfo, policy: Policy | undefined): SeverityOrOff {
  if (policy === undefined) return rule.withoutPolicy ? 'information' : 'off';
  return policy.rules.get(rule.code) ?? rule.severity;
}
