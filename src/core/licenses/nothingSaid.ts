import type { LicenseRecord } from '../catalog/records';

/** What a license says nothing of, unless its record does. */
export const NOTHING_SAID: Omit<LicenseRecord, 'key' | 'name' | 'category' | 'commercialUse' | 'evidence'> = {
  aliases: [],
  spdx: null,
  version: null,
  publisher: null,
  url: null,
  family: false,
  commercialCondition: null,
  rights: [],
  obligations: [],
  restrictions: [],
  thresholds: [],
  regions: [],
  covers: ['weights'],
  meets: { osi: null, openWeightDefinition: null, aiActOpenSource: null, aiActReasons: [] },
  summary: '',
  verification: 'unverified',
  notes: null,
};
