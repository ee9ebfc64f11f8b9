import { toUnicode } from 'punycode/';
import { inLatin } from '../text/lookAlikes';

/**
 * What a host name reads like in plain letters, where it is written in others: `xn--pi-6kc.openai.com` reads like `api.openai.com`.
 * `undefined` for a name in plain letters, and for one that cannot be decoded.
 */
export function readsLike(host: string): string | undefined {
  const shown = decoded(host.toLowerCase());
  if (shown === undefined || /^[\x20-\x7e]*$/.test(shown)) return undefined;
  const plain = inLatin(shown.normalize('NFKD').replace(/\p{M}/gu, ''));
  return /^[a-z\d.-]+$/.test(plain) ? plain : undefined;
}

function decoded(host: string): string | undefined {
  try {
    return toUnicode(host);
  } catch {
    return undefined; // No label of Unicode: the name cannot be looked up either.
  }
}
