import { isDeepStrictEqual } from 'node:util';
import { citationsOf, type ModelEntry } from '../readModels';
import { byTrust, type Claim, type ClaimedModel } from './claims';
import { basesOf, type Base } from './lineage';
import { weighLicense, type LicenseReader } from './weighLicense';

export interface Merged {
  readonly id: string;
  readonly entry: ModelEntry;
  /** Claims that lost, for the report. */
  readonly losing: readonly { readonly claim: Claim; readonly kept: string | null }[];
}

type Citations = Record<string, string[]>;

/** Not supplied by a source: what a merge itself finds out. */
const UNSOURCED: ReadonlySet<string> = new Set(['contradictions', 'copyOf', 'sources']);

/**
 * One entry from all that is claimed of a model. Every fact that it has already and nobody claims anew is carried with its
 * sources; facts no source states are left out.
 */
export function mergeModel({ id, claims, kept }: ClaimedModel, reader: LicenseReader): Merged {
  const license = weighLicense(claims, reader);
  const facts: Record<string, unknown> = {};
  const from: Citations = {};
  const cited = kept === undefined ? [] : citationsOf(kept);
  const state = (fact: string, value: unknown, claim: Claim | null | undefined): void => {
    if (claim === null || claim === undefined) return;
    facts[fact] = value;
    const citations = cited.filter(([, stated]) => stated.includes(fact)).map(([source]) => source);
    const isSame = citations.includes(claim.cited) && isDeepStrictEqual(kept?.[fact as never], value);
    for (const source of isSame ? citations : [claim.cited]) (from[source] ??= []).push(fact);
  };
  if (license.key !== null) state('license', license.key, license.from);
  for (const fact of ['task', 'released', 'gated', 'components'] as const) {
    const best = bestOf(claims, fact);
    state(fact, best?.value, best);
  }
  // A card that names no base says nothing against a list that does.
  const lineage = claims
    .filter(({ fact }) => fact === 'lineage')
    .map((claim) => ({ ...claim, value: lineageOf(claim, id) }));
  const best = bestOf(
    lineage.filter(({ value }) => value.length > 0),
    'lineage',
  );
  state('lineage', best?.value, best);
  carry(kept, claims, { facts, from, cited });
  const doubts = doubtsOf(kept, license.contradiction, license.key);
  if (doubts.length > 0 || kept?.contradictions?.length === 0) facts['contradictions'] = doubts;
  if (Object.keys(from).length === 0) nameOnly(claims, from);
  const stated = Object.keys(facts).filter((fact) => !UNSOURCED.has(fact));
  return {
    id,
    entry: { ...facts, sources: shortest(from, stated) } as ModelEntry,
    losing: license.losing.map((claim) => ({ claim, kept: license.key })),
  };
}

/** What the entry has of facts that nobody claims: as it is, with the sources that it cites for them. */
function carry(
  kept: ModelEntry | undefined,
  claims: readonly Claim[],
  {
    facts,
    from,
    cited,
  }: {
    readonly facts: Record<string, unknown>;
    readonly from: Citations;
    readonly cited: ReturnType<typeof citationsOf>;
  },
): void {
  const claimed = new Set<string>(claims.map(({ fact }) => fact));
  const carried = Object.keys(kept ?? {}).filter(
    (fact) => !claimed.has(fact) && !(fact in facts) && fact !== 'sources' && fact !== 'contradictions',
  );
  for (const fact of carried) facts[fact] = kept?.[fact as keyof ModelEntry];
  for (const [source, stated] of cited) {
    const still = stated.filter((fact) => carried.includes(fact) || fact === 'id');
    if (still.length > 0) (from[source] ??= []).push(...still);
  }
}

/** What the entry says in doubt stays while its license does; a license that won in its place ends the doubts of the other. */
function doubtsOf(kept: ModelEntry | undefined, found: string | null, key: string | null): readonly string[] {
  const before = (kept?.contradictions ?? []).filter(
    (text) => !text.startsWith('license:') || key === (kept?.license ?? null) || stillHolds(text, key),
  );
  return found === null ? before : [...before.filter((text) => !OF_CARDS.test(text)), found];
}

/** A contradiction as {@link weighLicense} words it, which a newer one replaces. */
const OF_CARDS = /^license: .* \(card of \d{4}-\d{2}\)$/;

/** A contradiction about a license is void once another license has won than any that it names. */
function stillHolds(contradiction: string, key: string | null): boolean {
  return key !== null && contradiction.includes(` ${key} (`);
}

function lineageOf({ value, isKept }: Claim, id: string): readonly Base[] {
  return isKept === true ? (value as readonly Base[]) : basesOf(value as readonly string[], id);
}

function bestOf(claims: readonly Claim[], fact: Claim['fact']): Claim | undefined {
  return claims.filter((claim) => claim.fact === fact).sort(byTrust)[0];
}

/** A model of which only the id is known still has the source that lists it. */
function nameOnly(claims: readonly Claim[], from: Citations): void {
  const [first] = [...claims].sort(byTrust);
  if (first !== undefined) from[first.cited] = ['id'];
}

/** One source for every fact is written as a list, which reads better than a map, unless it is cited for more than a list says. */
function shortest(from: Citations, stated: readonly string[]): ModelEntry['sources'] {
  const sources = Object.keys(from);
  const [only] = sources;
  const isAll =
    only !== undefined && sources.length === 1 && isDeepStrictEqual(new Set(from[only]), new Set(stated));
  return isAll && stated.length > 0 ? [only] : from;
}
