import { contextOfPath } from '../detect/context/context';
import { message } from '../message';
import { capped, contextUnder } from '../policy/contextCap';
import type { Finding } from '../policy/finding';
import type { Policy } from '../policy/policy';
import { PROJECT_LICENSE_UNCLEAR } from '../policy/rules/projectRules';
import { severityOf } from '../policy/severity';
import { baseName } from './pathRules';
import type { Disagreement } from './projectLicense';

/**
 * That two files of a folder state different licenses for the project: at the one that is trusted more.
 * @param policy the one that governs the file
 * @param hasWeights whether the project uses weights, which are held against both: without any there is nothing to decide
 * @returns `undefined` where nobody asks
 */
export function projectLicenseFinding(
  { stated, other }: Disagreement,
  policy: Policy | undefined,
  hasWeights: boolean,
): Finding | undefined {
  const set = severityOf(PROJECT_LICENSE_UNCLEAR, policy);
  if (set === 'off') return undefined;
  const severity = capped(
    hasWeights ? set : 'hint',
    contextUnder(policy, stated.path, contextOfPath(stated.path)),
    policy,
  );
  return severity === 'off'
    ? undefined
    : {
        rule: PROJECT_LICENSE_UNCLEAR.code,
        severity,
        range: { start: 0, end: 0 },
        message: message(
          '{0} states {1} for this project, {2} states {3}: weights are held against both',
          baseName(stated.path),
          stated.license,
          baseName(other.path),
          other.license,
        ),
        model: null,
      };
}
