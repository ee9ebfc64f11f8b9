/**
 * The group of regions that stands before an inference profile's id: `us.`, `in.`, `us-gov.`, `apac.`, `global.`. Two
 * letters are a country or a continent, of which new ones come; the vendor behind the point shows that this is one.
 */
export function isRegionGroup(part: string): boolean {
  return /^(?:[a-z]{2}(?:-gov)?|apac|global)$/.test(part);
}
