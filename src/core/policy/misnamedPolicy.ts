import { message } from '../message';
import type { PolicyProblem } from './policy';
import { POLICY_FILE_NAME } from './readPolicy';

/** Names by which people write a policy that nothing reads: silence about one would look as if all were allowed. */
export const MISNAMED_POLICIES: readonly string[] = [
  '.model-policy.yml',
  '.model-policy.json',
  '.model-policy',
  '.model-policies.yaml',
  '.model-policies.yml',
  '.model_policy.yaml',
  '.model_policy.yml',
  '.modelpolicy.yaml',
  '.modelpolicy.yml',
];

/** Whether a file is named almost like a policy. Letter case counts: other systems read only {@link POLICY_FILE_NAME}. */
export function isMisnamedPolicy(name: string): boolean {
  return name !== POLICY_FILE_NAME && [POLICY_FILE_NAME, ...MISNAMED_POLICIES].includes(name.toLowerCase());
}

/** What is to be said of such a file, at its beginning. */
export function misnamedPolicyProblem(name: string): PolicyProblem {
  return {
    severity: 'warning',
    message: message('{0} does not count as a policy: a policy is named {1}', name, POLICY_FILE_NAME),
    range: { start: 0, end: 0 },
  };
}
