import type { LicenseRecord } from '../catalog/records';

/**
 * How open public weights are under the licenses that hold for them, all at the same time: open weights when all meet the Open Weight
 * Definition (OpenWeight/owd, version 0.3); merely available when one was read and does not, or the publisher states none; `null`
 * where that is not known.
 * @param licenses `undefined` stands for a license that is not known
 */
export function opennessOfWeights(
  licenses: readonly (LicenseRecord | undefined)[],
): 'open-weights' | 'weights-available' | null {
  if (licenses.some(isClosed)) return 'weights-available';
  const all = licenses.every((license) => license?.meets.openWeightDefinition === true);
  return licenses.length > 0 && all ? 'open-weights' : null;
}

function isClosed(license: LicenseRecord | undefined): boolean {
  return license?.meets.openWeightDefinition === false || license?.category === 'none-stated';
}
