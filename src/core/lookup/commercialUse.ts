import type { LicenseRecord } from '../catalog/records';
import type { LicenseSummary, Model } from '../model';

export type CommercialUse = LicenseRecord['commercialUse'];

/** From the strictest; what is not known is no permission. */
const STRICTEST: readonly CommercialUse[] = ['no', 'unknown', 'conditional', 'yes'];

/** What several licenses that hold together say of commercial use. `unknown` where there is none. */
export function strictestUse(licenses: readonly { readonly commercialUse: CommercialUse }[]): CommercialUse {
  const stated = licenses.map(({ commercialUse }) => commercialUse);
  return STRICTEST.find((one) => stated.includes(one)) ?? 'unknown';
}

/** All licenses that a model is under, whether it states them or its bases do. */
export function licensesOf({
  license: { declared, effective, also = [] },
}: Model): readonly LicenseSummary[] {
  return [declared, effective, ...also].filter((license) => license !== null);
}

/** What all licenses of a model together say of commercial use. */
export function commercialUseOf(model: Model): CommercialUse {
  return strictestUse(licensesOf(model));
}
