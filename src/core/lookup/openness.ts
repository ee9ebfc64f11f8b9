import type { Catalog } from '../catalog/records';
import { opennessOfWeights } from '../licenses/openWeights';
import type { LicenseSummary } from '../model';
import type { OpennessLevel } from '../vocabulary';

type Level = OpennessLevel | 'unknown';

/**
 * How open weights are under the license that governs them in the end: an MIT label on a derivative of Llama leaves Llama's terms,
 * which do not meet the Open Weight Definition.
 */
export function opennessUnder(known: Level, license: LicenseSummary | null, catalog: Catalog): Level {
  return (known === 'open-weights' || known === 'open-source') && meetsDefinition(license, catalog) === false
    ? 'weights-available'
    : known;
}

/** How open weights are that were seen, where nothing else is known. */
export function levelOfWeights(license: LicenseSummary | null, catalog: Catalog): Level {
  return opennessOfWeights([license === null ? undefined : catalog.license(license.key)]) ?? 'unknown';
}

function meetsDefinition(license: LicenseSummary | null, catalog: Catalog): boolean | null | undefined {
  return license === null ? undefined : catalog.license(license.key)?.meets.openWeightDefinition;
}
