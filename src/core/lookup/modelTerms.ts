import { parentsOf } from '../catalog/parents';
import type { Catalog, LicenseRecord, ModelRecord } from '../catalog/records';
import { MAX_CHAIN } from './origin';

/** Terms with a model's own words in them, so that the same terms are the same object. */
const known = new WeakMap<LicenseRecord, Map<string, LicenseRecord>>();

/**
 * The record of a license as it holds for one model: publishers reuse a text and put another name in the words that it wants shown
 * ("Kimi K2.5" for "Kimi K2"). Without such words it is the catalog's own record.
 */
export function licenseFor(
  catalog: Pick<Catalog, 'license'>,
  key: string,
  phrase: string | undefined,
): LicenseRecord | undefined {
  const record = catalog.license(key);
  if (record === undefined || phrase === undefined) return record;
  const worded = known.get(record) ?? new Map<string, LicenseRecord>();
  known.set(record, worded);
  const own = worded.get(phrase) ?? withPhrase(record, phrase);
  worded.set(phrase, own);
  return own;
}

function withPhrase(record: LicenseRecord, phrase: string): LicenseRecord {
  return {
    ...record,
    obligations: record.obligations.map((term) =>
      term.obligation === 'display-phrase' ? { ...term, text: phrase } : term,
    ),
  };
}

/**
 * The words that a model's copy of its license asks to show: its own, or those of what it was made from, as long as the license is
 * the same. `undefined` where the license's record says them, or it asks for none.
 */
export function phraseOf(
  catalog: Pick<Catalog, 'model'>,
  record: ModelRecord,
  depth = MAX_CHAIN,
): string | undefined {
  if (typeof record.displayPhrase === 'string') return record.displayPhrase;
  if (depth === 0) return undefined;
  for (const { model } of parentsOf(record)) {
    const parent = catalog.model(model);
    if (parent === undefined || (record.license !== null && parent.license !== record.license)) continue;
    const phrase = phraseOf(catalog, parent, depth - 1);
    if (phrase !== undefined) return phrase;
  }
  return undefined;
}
