import type { Policy, SeverityOrOff } from './policy';
import type { RuleInfo } from './rule';

/** The severity a policy sets, or the rule's own; without a policy only real traps are told, most as information. */
export function severityOf(rule: RuleInfo, policy: Policy | undefined): SeverityOrOff {
  if (policy === undefined)
    return rule.withoutPolicy === true
      ? 'information'
      : rule.withoutPolicy === false
        ? 'off'
        : rule.withoutPolicy;
  return policy.rules.get(rule.code) ?? rule.severity;
}
