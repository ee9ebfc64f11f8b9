import type { LicenseRecord } from '../../catalog/records';
import { sourceOf } from '../../licenses/terms';
import { hasLicenseOfOriginal } from '../../model';
import type { Decision } from '../finding';
import type { Policy, Stated } from '../policy';
import type { Subject } from '../rule';

/** The name people know the model by: the canonical id, or what the text says where nothing is known of it. */
export function nameOf({ model, reference }: Subject): string {
  return model?.id ?? reference.id;
}

/** The base that a license comes with, where the model itself does not state that license: a copy that has its original's states none. */
export function baseWith(
  license: LicenseRecord,
  { declared, model, effective }: Subject,
): string | undefined {
  if (declared?.key === license.key && (model === undefined || !hasLicenseOfOriginal(model)))
    return undefined;
  if (model?.license.also?.some(({ key }) => key === license.key) === true) return undefined;
  return effective.bases.find((base) => base.license?.key === license.key)?.model;
}

/** The line of the policy that decided, which may stand in a policy it builds on. */
export function byPolicy(policy: Policy, { range, path }: Stated): Decision {
  return { kind: 'policy', path: path ?? policy.path, range };
}

export function byClause(license: LicenseRecord, clause: string | null | undefined): Decision {
  return { kind: 'clause', license: license.key, clause: clause ?? null, source: sourceOf(license) };
}

/** What fixes need to know of a license. */
export function licenseData(license: LicenseRecord): Readonly<Record<string, string>> {
  return { licenseKey: license.key, ...(license.url !== null && { licenseUrl: license.url }) };
}
