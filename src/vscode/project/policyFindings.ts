import {
  type Finding,
  invalidPolicyFindings,
  type PolicyContext,
  policyFindings,
  UNUSED_EXCEPTION,
} from '../../core';
import type { AuditRun } from '../audit/auditRun';
import type { PolicyState } from './policyFiles';

/**
 * What is wrong with a policy file itself. Only an audit has seen all the files that an exception may be for, so what it said of
 * unused ones holds until the policy changes.
 */
export function findingsAboutPolicy(
  state: PolicyState | undefined,
  context: Omit<PolicyContext, 'used'>,
  audited: AuditRun | undefined,
): readonly Finding[] {
  if (state === undefined) return [];
  const { policy, problems, broken } = state;
  // The ranges of the policy in force are not those of a text that is broken.
  if (broken || policy === undefined) return invalidPolicyFindings(problems);
  return [
    ...invalidPolicyFindings(problems),
    ...policyFindings(policy, { ...context, used: undefined }),
    ...unusedExceptions(state, audited),
  ];
}

function unusedExceptions({ uri, text }: PolicyState, audited: AuditRun | undefined): readonly Finding[] {
  if (audited?.result.policies.some((scope) => scope.text === text) !== true) return [];
  return audited.findingsIn(uri).filter(({ rule }) => rule === UNUSED_EXCEPTION.code);
}
