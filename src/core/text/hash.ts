/** FNV-1a's prime and offset; the further words start elsewhere, so that together they are one longer hash. */
const PRIME = 0x01000193;
const OFFSET = 0x811c9dc5;
const WORDS_OF_HASH = 2;
const WORDS_OF_UUID = 4;

/**
 * A hash of a text as hexadecimal digits, eight per word. For telling texts apart and naming them stably, not for security.
 */
export function hashText(text: string): string {
  return digest([text], WORDS_OF_HASH);
}

/** A UUID made from the parts of a text: the same text, the same UUID. Version 8 of RFC 9562, which leaves the content to its maker. */
export function uuidOf(parts: Iterable<string>): string {
  const hex = digest(parts, WORDS_OF_UUID);
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

function digest(parts: Iterable<string>, words: number): string {
  const hashes = Array.from({ length: words }, (_, word) => OFFSET + Math.imul(word, 0x9e3779b1));
  for (const part of parts) for (const [word, hash] of hashes.entries()) hashes[word] = goOn(hash, part);
  return hashes.map((hash) => (mix(hash) >>> 0).toString(16).padStart(8, '0')).join('');
}

function goOn(start: number, text: string): number {
  let hash = start;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), PRIME);
  return hash;
}

/** Spreads the last characters' influence over all bits, which FNV alone does not. */
function mix(hash: number): number {
  let h = hash;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}
