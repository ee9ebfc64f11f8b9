import type { LicenseRecord } from '../../catalog/records';
import type { Hit, Subject } from '../rule';

/**
 * Whether a licence is what the project agrees to. Terms of the weights bind who runs them; who calls a hosted model is bound by its
 * operator's terms, which may be others.
 */
export function binds(license: LicenseRecord, { relation }: Pick<Subject, 'relation'>): boolean {
  return relation !== 'calls' || license.category === 'proprietary-api';
}

/** The gravest of several hits; without a severity of its own a hit has the rule's, which is the highest. */
export function gravest(hits: readonly Hit[]): Hit | undefined {
  return hits.find(({ severity }) => severity === undefined) ?? hits.find(({ severity }) => severity === 'warning') ?? hits[0];
}
