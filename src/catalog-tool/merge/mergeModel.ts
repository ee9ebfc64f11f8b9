import type { ModelEntry } from '../readModels';
import { byTrust, type Claim, type ClaimedModel } from './claims';
import { basesOf } from './lineage';
import { weighLicense, type LicenseReader } from './weighLicense';

export interface Merged {
  readonly id: string;
  readonly entry: ModelEntry;
  /** Claims that lost, for the report. */
  readonly losing: readonly { readonly claim: Claim; readonly kept: string | null }[];
}

/** One entry from all that is claimed of a model. Facts no source states are left out. */
export function mergeModel({ id, claims, contradictions = [] }: ClaimedModel, reader: LicenseReader): Merged {
  const license = weighLicense(claims, reader);
  const facts: Record<string, unknown> = {};
  const from: Record<string, string[]> = {};
  const state = (fact: string, value: unknown, claim: Claim | null | undefined): void => {
    if (claim === null || claim === undefined) return;
    facts[fact] = value;
    (from[claim.cited] ??= []).push(fact);
  };
  if (license.key !== null) state('license', license.key, license.from);
  for (const fact of ['task', 'released', 'gated', 'components'] as const) {
    const best = bestOf(claims, fact);
    state(fact, best?.value, best);
  }
  // A card that names no base says nothing against a list that does.
  const lineage = claims
    .filter(({ fact }) => fact === 'lineage')
    .map((claim) => ({ ...claim, value: basesOf(claim.value as readonly string[], id) }));
  const best = bestOf(
    lineage.filter(({ value }) => value.length > 0),
    'lineage',
  );
  state('lineage', best?.value, best);
  const doubts =
    license.contradiction === null
      ? contradictions.filter((text) => stillHolds(text, license.key))
      : [license.contradiction];
  if (doubts.length > 0) facts['contradictions'] = doubts;
  if (Object.keys(from).length === 0) nameOnly(claims, from);
  return {
    id,
    entry: {
      ...facts,
      sources: shortest(
        from,
        Object.keys(facts).filter((fact) => fact !== 'contradictions'),
      ),
    } as ModelEntry,
    losing: license.losing.map((claim) => ({ claim, kept: license.key })),
  };
}

/** A contradiction about licenses names those in question, the kept one among them. */
function stillHolds(contradiction: string, key: string | null): boolean {
  return !contradiction.startsWith('license:') || (key !== null && contradiction.includes(` ${key} (`));
}

function bestOf(claims: readonly Claim[], fact: Claim['fact']): Claim | undefined {
  return claims.filter((claim) => claim.fact === fact).sort(byTrust)[0];
}

/** A model of which only the id is known still has the source that lists it. */
function nameOnly(claims: readonly Claim[], from: Record<string, string[]>): void {
  const [first] = [...claims].sort(byTrust);
  if (first !== undefined) from[first.cited] = ['id'];
}

/** One source for every fact is written as a list, which reads better than a map. */
function shortest(
  from: Readonly<Record<string, readonly string[]>>,
  stated: readonly string[],
): ModelEntry['sources'] {
  const sources = Object.keys(from);
  const [only] = sources;
  return only !== undefined && sources.length === 1 && from[only]?.length === stated.length ? [only] : from;
}
