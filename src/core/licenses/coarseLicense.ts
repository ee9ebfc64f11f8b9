import type { LicenseRecord, ObligationTerm, RestrictionTerm } from '../catalog/records';
import type { LicenseCategory } from '../vocabulary';
import { NOTHING_SAID } from './nothingSaid';
import { spdxCategory } from './spdxCategories';

const KEEP: ObligationTerm = {
  obligation: 'retain-copyright',
  triggers: ['distribution', 'derivative'],
  clause: null,
};
const NO_MORE: RestrictionTerm = {
  restriction: 'no-additional-terms',
  triggers: ['distribution', 'derivative'],
  clause: null,
};
const BARS_COMMERCE: RestrictionTerm = {
  restriction: 'non-commercial',
  triggers: ['use', 'hosted-service', 'distribution', 'derivative'],
  clause: null,
};
const BARS_CHANGES: RestrictionTerm = {
  restriction: 'no-derivatives',
  triggers: ['derivative'],
  clause: null,
};

function shareAlike(triggers: ObligationTerm['triggers']): ObligationTerm {
  return { obligation: 'share-alike', triggers, clause: null, accepts: [] };
}

/** What every license of a category has in common. */
const TERMS: Readonly<
  Partial<Record<LicenseCategory, Pick<LicenseRecord, 'obligations' | 'restrictions' | 'commercialUse'>>>
> = {
  permissive: { commercialUse: 'yes', obligations: [KEEP], restrictions: [] },
  'weak-copyleft': {
    commercialUse: 'yes',
    obligations: [shareAlike(['derivative']), KEEP],
    restrictions: [],
  },
  copyleft: {
    commercialUse: 'yes',
    obligations: [shareAlike(['distribution', 'derivative']), KEEP],
    restrictions: [NO_MORE],
  },
  'non-commercial': { commercialUse: 'no', obligations: [KEEP], restrictions: [BARS_COMMERCE] },
  'no-derivatives': { commercialUse: 'yes', obligations: [KEEP], restrictions: [BARS_CHANGES] },
  'community-restricted': { commercialUse: 'unknown', obligations: [KEEP], restrictions: [] },
};

/** A record that says no more than a license's category, for a name the catalog has no record of. */
function recordOf(key: string, spdx: string | null, category: LicenseCategory): LicenseRecord {
  const terms = TERMS[category];
  return {
    ...NOTHING_SAID,
    key,
    spdx,
    name: spdx ?? key,
    category,
    url: spdx === null ? null : `https://spdx.org/licenses/${spdx}.html`,
    commercialUse: terms?.commercialUse ?? 'unknown',
    obligations: terms?.obligations ?? [],
    restrictions: terms?.restrictions ?? [],
    covers: [],
    evidence: [],
  };
}

/** A license by its category alone where its SPDX id is known, and as unknown otherwise. Never `undefined`: unknown is a state. */
export function coarseLicense(name: string): LicenseRecord {
  const found = spdxCategory(name);
  return found === undefined
    ? recordOf(name, null, 'unknown')
    : recordOf(found.id.toLowerCase(), found.id, found.category);
}
