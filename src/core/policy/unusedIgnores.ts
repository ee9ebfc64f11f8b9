import { isDay } from '../isoDay';
import { message, type Message } from '../message';
import type { Finding } from './finding';
import type { AppliedIgnore } from './inlineIgnores';
import type { Policy } from './policy';
import { isWorkspaceRule, RULE_CODES } from './rules';
import { EXPIRED_EXCEPTION, UNUSED_IGNORE } from './rules/policyRules';
import { severityOf } from './severity';

/** The ignore comments of a file that silence nothing, and what is wrong with each. Rules of the workspace are left to the audit. */
export function unusedIgnores(all: readonly AppliedIgnore[], policy: Policy | undefined): readonly Finding[] {
  return all.flatMap((ignore) =>
    isExpired(ignore)
      ? expiredFindings(ignore, policy)
      : unusedFindings(ignore, faultsOf(ignore, policy), policy),
  );
}

/** It gives a reason and a day of the calendar, which is past: nothing else keeps such a comment from its effect. */
function isExpired({ holds, reason, until }: AppliedIgnore): boolean {
  return !holds && reason !== '' && until !== null && isDay(until);
}

function expiredFindings(
  { range, until, rules }: AppliedIgnore,
  policy: Policy | undefined,
): readonly Finding[] {
  const severity = severityOf(EXPIRED_EXCEPTION, policy);
  if (severity === 'off') return [];
  return [
    {
      rule: EXPIRED_EXCEPTION.code,
      severity,
      range,
      message:
        rules.length === 0
          ? message('This comment expired on {0}', until ?? '')
          : message('This comment for {0} expired on {1}', rules.join(', '), until ?? ''),
      model: null,
    },
  ];
}

/** As `unusedIgnores`, for the rules that only an audit of the whole workspace judges. */
export function unusedWorkspaceIgnores(
  ignore: AppliedIgnore,
  policy: Policy | undefined,
): readonly Finding[] {
  if (!ignore.holds) return []; // Said of the file already.
  return unusedFindings(
    ignore,
    ignore.rules.filter(isWorkspaceRule).flatMap((rule) => unneeded(rule, ignore, policy)),
    policy,
  );
}

function unusedFindings(
  { range, silenced, rules }: AppliedIgnore,
  faults: readonly Message[],
  policy: Policy | undefined,
): readonly Finding[] {
  const severity = severityOf(UNUSED_IGNORE, policy);
  if (severity === 'off') return [];
  const data = silenced.size === 0 && !rules.some(isWorkspaceRule) ? { removable: 'yes' } : {};
  return faults.map((text) => ({
    rule: UNUSED_IGNORE.code,
    severity,
    range,
    message: text,
    model: null,
    data,
  }));
}

function faultsOf(ignore: AppliedIgnore, policy: Policy | undefined): readonly Message[] {
  const { rules, reason, until, holds } = ignore;
  if (rules.length === 0) return [message('This comment names no rule, so it has no effect')];
  if (reason === '') return [message('This comment gives no reason, so it has no effect')];
  if (!holds && until !== null && !isDay(until))
    return [
      message(
        'This comment has no effect, since its end cannot be read: "{0}". Write it as "until YYYY-MM-DD"',
        until,
      ),
    ];
  return rules.flatMap((rule) => {
    if (!RULE_CODES.includes(rule)) return [message('There is no rule "{0}"', rule)];
    return isWorkspaceRule(rule) ? [] : unneeded(rule, ignore, policy);
  });
}

function unneeded(rule: string, { silenced }: AppliedIgnore, policy: Policy | undefined): readonly Message[] {
  if (policy?.lockedBy.has(rule) === true)
    return [message('A policy that this project builds on locks {0}, so this comment has no effect', rule)];
  // A rule that is off would find something here again when it is switched on.
  if (silenced.has(rule) || policy?.rules.get(rule) === 'off') return [];
  return [message('Nothing is found by {0} here, so this comment has no effect', rule)];
}
