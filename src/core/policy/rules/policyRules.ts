import { message } from '../../message';
import type { RuleInfo } from '../rule';

export const POLICY_INVALID: RuleInfo = {
  code: 'policy/invalid',
  severity: 'error',
  withoutPolicy: true,
  summary: message('The policy file cannot be used'),
  checks: message(
    'The file is read as plain YAML data and compared with the form of a policy, down to every key, date and code.',
  ),
  why: message(
    'A broken policy is never taken for "all allowed": in the editor the last good one stays in force, and the command line stops.',
  ),
  settle: [message('Correct the place that is marked.')],
  example: 'licenses:   # the key is "licenses"\n  deny: [gemma]',
};

export const NOT_INHERITED: RuleInfo = {
  code: 'policy/not-inherited',
  severity: 'information',
  withoutPolicy: false,
  summary: message('A policy in a folder leaves out what the policy above it denies'),
  checks: message(
    'In an audit, each policy below another one is compared with it: what it denies and allows among licenses, models, origins and hosts, the required openness, unknown licenses as errors, the severity of these rules, the most that findings can be in each context, and exceptions or paths that cover everything. Below a policy that locks rules, one that does not build on the file that locks them leaves out the locks too, whatever it says itself.',
  ),
  why: message(
    'Only the nearest policy is in force. So a new file in a folder can allow there what the policy of the project denies.',
  ),
  settle: [
    message('State `extends` with the path of the policy above, so that both are in force.'),
    message(
      'Set the severity of this rule under `rules` in the policy above, when folders are meant to have their own rules.',
    ),
  ],
  example: '# examples/.model-policy.yaml\nversion: 1\nextends: ../.model-policy.yaml',
};

export const EXPIRED_EXCEPTION: RuleInfo = {
  code: 'policy/expired-exception',
  severity: 'warning',
  withoutPolicy: true,
  summary: message('An exception has expired'),
  checks: message(
    'The `expires` day of an exception, or the day of an ignore comment (`ignore[rule] until YYYY-MM-DD reason`), is past. It has no effect any more.',
  ),
  why: message('A date was set so that somebody looks again. This is that day.'),
  settle: [message('Decide again: give it a new date, or remove it and settle the finding.')],
  example: 'exceptions:\n  - model: gpt-4o\n    reason: pilot\n    expires: 2025-01-31',
};

export const UNUSED_EXCEPTION: RuleInfo = {
  code: 'policy/unused-exception',
  severity: 'information',
  withoutPolicy: false,
  summary: message('An exception has no effect'),
  checks: message(
    'After a whole audit: exceptions that no finding needed, `duties` that no license of such a model asks, and what `describe` states of a model that nothing names.',
  ),
  why: message('What is left over from an earlier state will hide a later one.'),
  settle: [
    message('Remove it.'),
    message('Correct its model or rules, when it was meant for something that is still there.'),
  ],
  example: 'exceptions:\n  - model: a/model-that-is-gone\n    reason: pilot',
};

export const UNUSED_IGNORE: RuleInfo = {
  code: 'policy/unused-ignore',
  severity: 'information',
  withoutPolicy: false,
  summary: message('An ignore comment has no effect'),
  checks: message(
    'A comment `model-license-lens: ignore[rule] reason` is for the code it stands behind, or on a line of its own for the next line. It is reported where that line has no such finding, the rule does not exist, or no reason is given.',
  ),
  why: message('What is left over from an earlier state will hide a later one.'),
  settle: [message('Remove the comment.'), message('Correct its rule, or add the reason.')],
  example: '# model-license-lens: ignore[license/denied] approved for the pilot\nx = 1',
};
