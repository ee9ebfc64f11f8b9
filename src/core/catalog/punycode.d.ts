declare module 'punycode/' {
  /** The labels of a domain name in Unicode (RFC 3492). Throws a RangeError on a label that decodes to nothing. */
  export function toUnicode(domain: string): string;
}
