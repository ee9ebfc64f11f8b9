/**
 * A report without what every change of the catalog changes: the digest of the catalog, and the number of a bill of materials that names it.
 * @param digest as the report names it, `sha256:…`
 */
export function withoutDigests(text: string, digest: string): string {
  return text.replaceAll(digest, 'sha256:…').replace(/("serialNumber": "urn:uuid:)[^"]+/, '$1…');
}
