import parse from 'spdx-expression-parse';
import type { Catalog, LicenseRecord } from '../catalog/records';
import { coarseLicense } from './coarseLicense';

/** One license, several at once, or a choice among several. */
export type LicenseExpression =
  | { readonly kind: 'license'; readonly record: LicenseRecord }
  | { readonly kind: 'all' | 'any'; readonly parts: readonly [LicenseExpression, LicenseExpression] };

/** Finds licenses by name. A {@link Catalog} is one. */
export type LicenseSource = Pick<Catalog, 'license'>;

type Node = ReturnType<typeof parse>;

const OPERATOR = /^(?:and|or|with)$/i;

/**
 * Reads a license as people write it: a Hub key, an SPDX id, an alias, in any case, or an SPDX expression over these
 * (`Apache-2.0 OR MIT`). A name nobody knows becomes an unknown license, and so does a text that is no expression. An exception
 * (`WITH`) only widens what its license allows, so the license alone is kept.
 */
export function readLicense(text: string, source: LicenseSource): LicenseExpression {
  const name = text.trim();
  const known = source.license(name);
  if (known !== undefined) return { kind: 'license', record: known };
  return readExpression(name, source) ?? { kind: 'license', record: licenseByName(name, source) };
}

/** A license of the catalog, or what is known of the name without a record. A trailing `+` means that version or later. */
function licenseByName(name: string, source: LicenseSource): LicenseRecord {
  const later = name.endsWith('+')
    ? (source.license(`${name.slice(0, -1)}-or-later`) ?? source.license(name.slice(0, -1)))
    : undefined;
  return source.license(name) ?? later ?? coarseLicense(name);
}

/**
 * The grammar is that of `spdx-expression-parse`, which accepts only SPDX's own spellings; the names are therefore put in as
 * references (`LicenseRef-0`) and looked up afterwards.
 */
function readExpression(text: string, source: LicenseSource): LicenseExpression | undefined {
  const tokens = text
    .replaceAll('(', ' ( ')
    .replaceAll(')', ' ) ')
    .split(/\s+/)
    .filter((token) => token !== '');
  if (!tokens.some((token) => OPERATOR.test(token))) return undefined;
  const names: string[] = [];
  const words = tokens.flatMap((token, index) => {
    if (token === '(' || token === ')') return [token];
    if (token.toLowerCase() === 'with' || tokens[index - 1]?.toLowerCase() === 'with') return [];
    if (OPERATOR.test(token)) return [token.toUpperCase()];
    return [`LicenseRef-${names.push(token) - 1}`];
  });
  try {
    return toExpression(parse(words.join(' ')), (reference) =>
      licenseByName(names[Number(reference.slice('LicenseRef-'.length))] ?? '', source),
    );
  } catch {
    return undefined;
  }
}

function toExpression(node: Node, recordOf: (reference: string) => LicenseRecord): LicenseExpression {
  if (!('conjunction' in node)) return { kind: 'license', record: recordOf(node.license) };
  const parts = [toExpression(node.left, recordOf), toExpression(node.right, recordOf)] as const;
  return { kind: node.conjunction === 'and' ? 'all' : 'any', parts };
}
