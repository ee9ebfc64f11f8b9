import type { Decision, Finding } from './finding';
import type { Policy } from './policy';
import { byPolicy } from './rules/wording';

/** A finding that only exceptions of the policy keep from being told. */
export interface Excused {
  readonly finding: Pick<Finding, 'rule' | 'severity' | 'message' | 'decision'>;
  readonly exceptions: readonly {
    /** Where the policy grants it. */
    readonly decision: Decision;
    readonly reason: string;
    readonly approvedBy: string | null;
    /** The last day on which it holds, `YYYY-MM-DD`; `null` for none. */
    readonly until: string | null;
  }[];
}

/** @param indexes of the exceptions that silence the finding, in those of the policy; there is at least one */
export function excusedBy(finding: Finding, indexes: readonly number[], policy: Policy): Excused {
  const { rule, severity, message, decision } = finding;
  return {
    finding: { rule, severity, message, ...(decision !== undefined && { decision }) },
    exceptions: indexes.flatMap((index) => {
      const exception = policy.exceptions[index];
      if (exception === undefined) return [];
      const { reason, approvedBy, expires: until } = exception;
      return [{ decision: byPolicy(policy, exception), reason, approvedBy, until }];
    }),
  };
}
