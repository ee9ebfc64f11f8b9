import spdxIds from 'spdx-license-ids/index.json';
import deprecatedIds from 'spdx-license-ids/deprecated.json';
import { licensesInEffect, type LicenseSummary, type Model } from '../model';

const SPDX_IDS: ReadonlySet<string> = new Set([...spdxIds, ...deprecatedIds]);

/** Categories that name no license: nothing is stated, or nothing is known. */
const NAMELESS: ReadonlySet<string> = new Set(['none-stated', 'unknown']);

export type Acknowledgement = 'declared' | 'concluded';

export interface NamedLicense {
  readonly acknowledgement: Acknowledgement;
  readonly license: LicenseSummary;
  /** An id of the SPDX license list, or `null` where the license is not on it. */
  readonly spdxId: string | null;
}

/**
 * The licenses a bill of materials may name: those that the model's repository declares, and what its lineage leaves in effect.
 * Where it declares several that hold at once, all of them stay in effect. A license that is not known, or that nobody stated, is left out rather than named.
 */
export function namedLicenses(model: Model): readonly NamedLicense[] {
  const { declared, also = [] } = model.license;
  return [
    ...[declared, ...also].flatMap((own) => named('declared', own)),
    ...licensesInEffect(model).flatMap((own) => named('concluded', own)),
  ];
}

function named(acknowledgement: Acknowledgement, license: LicenseSummary | null): readonly NamedLicense[] {
  if (license === null || NAMELESS.has(license.category)) return [];
  return [
    {
      acknowledgement,
      license,
      spdxId: license.spdx !== null && SPDX_IDS.has(license.spdx) ? license.spdx : null,
    },
  ];
}
