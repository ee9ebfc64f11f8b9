/** See thirdPartyNotices.mjs. */
export function thirdPartyNotices(metafiles: readonly object[]): string;
