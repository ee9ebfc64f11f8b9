import type { LicenseRecord } from '../catalog/records';

export type CommercialUse = LicenseRecord['commercialUse'];

/** From the strictest; what is not known is no permission. */
const STRICTEST: readonly CommercialUse[] = ['no', 'unknown', 'conditional', 'yes'];

/** What several licenses that hold together say of commercial use. `unknown` where there is none. */
export function strictestUse(licenses: readonly { readonly commercialUse: CommercialUse }[]): CommercialUse {
  const stated = licenses.map(({ commercialUse }) => commercialUse);
  return STRICTEST.find((one) => stated.includes(one)) ?? 'unknown';
}
