/** Half of a surrogate pair, which UTF-8 has no bytes for. */
const HALF_PAIR = /\p{Surrogate}/gu;

/** A text as one part of an address (RFC 3986, percent-encoded). Never throws: half of a surrogate pair becomes U+FFFD. */
export function uriPart(text: string): string {
  return encodeURIComponent(text.replace(HALF_PAIR, '\uFFFD'));
}
