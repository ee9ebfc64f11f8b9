/**
 * The group of regions that stands before an inference profile's id: `us.`, `in.`, `us-gov.`, `apac.`, `global.`. Two
 * letters are a country or a continent, of which new ones come; the vendor behind the point shows that this is one.
 */
export function isRegionGroup(part: string): boolean {
  return /^(?:[a-z]{2}(?:-gov)?|apac|global)$/.test(part);
}

/**
 * The group of regions before a name, with its point: `eu.` of `eu.anthropic.claude-sonnet-4-6`, also at the end of an
 * ARN; empty where the name has none.
 */
export function regionGroupOf(id: string): string {
  const [group = '', ...others] = id
    .slice(id.lastIndexOf('/') + 1)
    .toLowerCase()
    .split('.');
  return isRegionGroup(group) && hasVendor(others) ? `${group}.` : '';
}

/** A vendor, a point, and a name: `in.anthropic.claude…`, where `ai.name-1.5` has no group before it. */
function hasVendor([vendor = '', name = '']: readonly string[]): boolean {
  return /^[a-z][a-z\d]+$/.test(vendor) && /^[a-z]/.test(name);
}
