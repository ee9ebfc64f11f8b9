import { message, type Message } from '../message';
import { SEVERITIES } from '../vocabulary';
import type { Policy, SeverityOrOff } from './policy';
import type { RuleInfo } from './rule';
import { limitOfSureness } from './sureness';

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

/** What else is to be said of the severity of a rule: without a policy, and where a fact is not sure. */
export function severityNotes(rule: Pick<RuleInfo, 'withoutPolicy' | 'fact'>): readonly Message[] {
  const limit = limitOfSureness(rule.fact);
  return [toldWithoutPolicy(rule), ...(limit === undefined ? [] : [limit])];
}

/** What a rule tells where there is no policy, as {@link severityOf} has it. */
function toldWithoutPolicy({ withoutPolicy }: Pick<RuleInfo, 'withoutPolicy'>): Message {
  if (withoutPolicy === 'warning') return message('Without a policy it is a warning.');
  return withoutPolicy
    ? message('Without a policy it is only told as information.')
    : message('Without a policy it reports nothing.');
}

/** The place of a severity in their order, the gravest first; what is off or not there comes last. */
export function rank(severity: SeverityOrOff | undefined): number {
  return severity === undefined || severity === 'off' ? SEVERITIES.length : SEVERITIES.indexOf(severity);
}
