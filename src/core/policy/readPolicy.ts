import { message } from '../message';
import { buildPolicy } from './buildPolicy';
import { checkShape } from './checkShape';
import type { PolicyReading } from './policy';
import { POLICY_SHAPE } from './policyShape';
import { readYaml } from './yamlTree';

export const POLICY_FILE_NAME = '.model-policy.yaml';

/**
 * Reads a policy file. Never throws; every problem has the range of the offending text.
 * @param path relative to the workspace folder, with `/`
 */
export function readPolicy(text: string, path: string): PolicyReading {
  const { root, problems } = readYaml(text);
  if (problems.length > 0) return { policy: undefined, problems };
  if (root === undefined || (root.kind === 'scalar' && root.value === null)) {
    return {
      policy: undefined,
      problems: [
        {
          severity: 'error',
          range: { start: 0, end: 0 },
          message: message('The policy is empty; it starts with "version: 1"'),
        },
      ],
    };
  }
  const misfits = checkShape(root, POLICY_SHAPE);
  return { policy: misfits.length > 0 ? undefined : buildPolicy(root, path), problems: misfits };
}
