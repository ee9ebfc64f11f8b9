import type { LicenseRecord } from '../../catalog/records';
import type { Subject } from '../rule';

/**
 * Whether a license is what the project agrees to. Terms of the weights bind who runs them; who calls a hosted model is bound by its
 * operator's terms, which may be others.
 */
export function binds(license: LicenseRecord, { relation }: Pick<Subject, 'relation'>): boolean {
  return relation !== 'calls' || license.category === 'proprietary-api';
}
