import { message, type Message } from '../message';
import type { Finding } from './finding';
import type { InlineIgnore } from './inlineIgnores';
import type { Policy } from './policy';
import { RULE_CODES } from './rules';
import { UNUSED_IGNORE } from './rules/policyRules';
import { severityOf } from './severity';

/** The ignore comments that silence nothing, and what is wrong with each. */
export function unusedIgnores(
  all: readonly InlineIgnore[], used: ReadonlyMap<InlineIgnore, ReadonlySet<string>>, policy: Policy | undefined,
): readonly Finding[] {
  const severity = severityOf(UNUSED_IGNORE, policy);
  if (severity === 'off') return [];
  return all.flatMap((ignore) => {
    const needed = used.get(ignore) ?? new Set();
    const data = needed.size === 0 ? { removable: 'yes' } : {};
    return faultsOf(ignore, needed, policy).map((text) => ({ rule: UNUSED_IGNORE.code, severity, range: ignore.range, message: text, model: null, data }));
  });
}

function faultsOf({ rules, reason }: InlineIgnore, used: ReadonlySet<string>, policy: Policy | undefined): readonly Message[] {
  if (rules.length === 0) return [message('This comment names no rule, so it silences nothing')];
  if (reason === '') return [message('This comment gives no reason, so it silences nothing')];
  return rules.flatMap((rule) => {
    if (!RULE_CODES.includes(rule)) return [message('There is no rule "{0}"', rule)];
    // A rule that is off would find something here again when it is switched on.
    if (used.has(rule) || policy?.rules.get(rule) === 'off') return [];
    return [message('Nothing is found by {0} here, so this comment silences nothing', rule)];
  });
}
