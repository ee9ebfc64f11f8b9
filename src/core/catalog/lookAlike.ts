import { toUnicode } from 'punycode/';

/**
 * Letters that look like those of ASCII, from the data of Unicode Technical Standard #39 (confusables.txt): of the scripts whose
 * letters domain names may have.
 */
const CONFUSABLES: Readonly<Record<string, string>> = {
  а: 'a',
  ɑ: 'a',
  α: 'a',
  с: 'c',
  ԁ: 'd',
  е: 'e',
  ɡ: 'g',
  һ: 'h',
  і: 'i',
  ı: 'i',
  ι: 'i',
  ј: 'j',
  ӏ: 'l',
  ո: 'n',
  о: 'o',
  ο: 'o',
  օ: 'o',
  р: 'p',
  ρ: 'p',
  ԛ: 'q',
  ѕ: 's',
  υ: 'u',
  ν: 'v',
  ԝ: 'w',
  х: 'x',
  у: 'y',
};

/**
 * What a host name reads like in plain letters, where it is written in others: `xn--pi-6kc.openai.com` reads like `api.openai.com`.
 * `undefined` for a name in plain letters, and for one that cannot be decoded.
 */
export function readsLike(host: string): string | undefined {
  const shown = decoded(host.toLowerCase());
  if (shown === undefined || /^[\x20-\x7e]*$/.test(shown)) return undefined;
  const plain = [...shown.normalize('NFKD').replace(/\p{M}/gu, '')]
    .map((letter) => CONFUSABLES[letter] ?? letter)
    .join('');
  return /^[a-z\d.-]+$/.test(plain) ? plain : undefined;
}

function decoded(host: string): string | undefined {
  try {
    return toUnicode(host);
  } catch {
    return undefined; // No label of Unicode: the name cannot be looked up either.
  }
}
