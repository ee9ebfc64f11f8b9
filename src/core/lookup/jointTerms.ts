import type { Catalog, LicenseRecord } from '../catalog/records';
import { barredUses } from '../licenses/terms';
import { licensesInEffect, type Model } from '../model';

type AiActReading = LicenseRecord['meets']['aiActOpenSource'];

/** From what outweighs the others; what is not known is no qualification. */
const GRAVEST: readonly AiActReading[] = ['disqualified', null, 'arguable', 'qualifies'];

/** What the licenses in effect make of a model, all at once. */
export interface JointTerms {
  /** The license in effect first, then those that hold beside it. */
  readonly licenses: readonly LicenseRecord[];
  /** The uses that any of them bars. */
  readonly barredUses: readonly string[];
  /** What the AI Act makes of the model under the one that counts most against it; `null` where that is not known. */
  readonly aiActOpenSource: AiActReading;
  readonly aiActReasons: readonly string[];
}

/**
 * The terms of a model under all its licenses in effect; `undefined` where the catalog has no record of the first one.
 */
export function jointTerms(model: Model, catalog: Pick<Catalog, 'license'>): JointTerms | undefined {
  const { effective } = model.license;
  if (effective === null || catalog.license(effective.key) === undefined) return undefined;
  const inEffect = licensesInEffect(model).map(({ key }) => catalog.license(key));
  const licenses = inEffect.filter((license) => license !== undefined);
  // What one of them without a record makes of the model is not known.
  const readings = inEffect.map((license) => license?.meets.aiActOpenSource ?? null);
  return {
    licenses,
    barredUses: [...new Set(licenses.flatMap((license) => [...barredUses(license)]))],
    aiActOpenSource: GRAVEST.find((reading) => readings.includes(reading)) ?? null,
    aiActReasons: [...new Set(licenses.flatMap(({ meets }) => meets.aiActReasons))],
  };
}
