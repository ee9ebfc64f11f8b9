import { type AuditResult, render } from '../core';

/**
 * A policy with an error judges nothing, and a report made without it would look as if all were allowed.
 * @param prefix leads to the audited folder, with `/` at its end
 * @returns a line for each error: `path:line:column message`
 */
export function policyErrors({ policies }: AuditResult, prefix: string): readonly string[] {
  return policies.flatMap(({ path, problems }) =>
    problems
      .filter(({ severity }) => severity === 'error')
      .map(({ span, message }) => `${prefix}${path}:${span.line}:${span.column} ${render(message)}`),
  );
}
