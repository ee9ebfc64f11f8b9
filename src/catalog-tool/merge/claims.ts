import type { Component } from '../../core';
import { IMPORT_DAY } from '../dayOfCreation';
import type { ModelEntry } from '../readModels';
import { citing, SOURCE_KINDS, type NamedSources, type SourceKind } from '../namedSources';

/** What claims can be about. Every other fact of an entry is written by hand and carried as it is. */
export const CLAIMED_FACTS = ['id', 'license', 'released', 'lineage', 'task', 'gated', 'components'] as const;

/** One thing one source says of one model. `null` for a license: the source shows the model's own card, and it states none. */
export interface Claim {
  readonly fact: (typeof CLAIMED_FACTS)[number];
  readonly value: unknown;
  /** Key of `sources.yaml`, or the address of a source that one record alone cites. */
  readonly source: string;
  /** How an entry that keeps the claim cites its source. */
  readonly cited: string;
  readonly kind: SourceKind;
  readonly date: string;
  /** For a license: the model's own card says `other`, or several keys, and words its terms in its own way. */
  readonly ownTerms?: boolean;
  /** The catalog says it already: the value is as entries write it, not as a source words it. */
  readonly isKept?: boolean;
}

export interface ClaimedModel {
  readonly id: string;
  readonly claims: readonly Claim[];
  /** What the catalog says of it so far, with the defaults of its file. Whatever nobody claims anew is carried. */
  readonly kept?: ModelEntry;
}

/** One row of a claims file: a model with what each source says of it. */
export interface ClaimRow {
  readonly id: string;
  readonly namespace: string;
  readonly sources: readonly SourceRow[];
}

export interface SourceRow {
  readonly source: string;
  readonly license?: string;
  readonly license_name?: string;
  /** The name a list suggests for a card that says `other`. */
  readonly suggested?: string;
  readonly released?: string;
  readonly base_model?: readonly string[];
  readonly gated?: boolean | string;
  /** The row repeats the Hub's own record: a missing license means the card states none. */
  readonly hub?: boolean;
  readonly date?: string;
  readonly task?: string | null;
  /** The released parts that the source has looked up. */
  readonly components?: readonly Component[];
}

/** Turns rows of a claims file into claims under the names of `sources.yaml`; sources that are not named there say nothing. */
export class ClaimReader {
  private readonly keys: ReadonlyMap<string, string>;

  constructor(private readonly sources: NamedSources) {
    this.keys = new Map(
      Object.entries(sources).flatMap(([key, source]) =>
        (source.claims ?? []).map((name) => [name, key] as const),
      ),
    );
  }

  model(row: ClaimRow): ClaimedModel {
    return { id: row.id, claims: row.sources.flatMap((said) => this.claims(said)) };
  }

  private claims(said: SourceRow): Claim[] {
    const source = this.keys.get(said.source);
    const named = source === undefined ? undefined : this.sources[source];
    if (source === undefined || named === undefined) return [];
    const date = said.date ?? named.date;
    const claim = (fact: Claim['fact'], value: unknown): Claim => ({
      fact,
      value,
      source,
      cited: citing(source, date, this.sources),
      kind: named.kind,
      date,
    });
    const facts: Claim[] = [claim('id', true)];
    if (named.without?.includes('license') !== true)
      facts.push(
        ...licenseOf(said).map(({ value, ownTerms }) => ({
          ...claim('license', value),
          ...(ownTerms && { ownTerms }),
        })),
      );
    if (said.released !== undefined && said.released !== IMPORT_DAY)
      facts.push(claim('released', said.released));
    if (said.base_model !== undefined) facts.push(claim('lineage', said.base_model));
    if (said.task !== undefined && said.task !== null) facts.push(claim('task', said.task));
    if (said.gated !== undefined) facts.push(claim('gated', said.gated !== false));
    if (said.components !== undefined)
      facts.push(claim('components', Object.fromEntries(said.components.map((part) => [part, true]))));
    return facts;
  }
}

/** What a source says of the license, if anything; several keys in one card are one wording of its own. */
function licenseOf({
  suggested,
  license,
  license_name: name,
  hub,
}: SourceRow): readonly { readonly value: string | null; readonly ownTerms: boolean }[] {
  if (license === undefined && suggested === undefined)
    return hub === true ? [{ value: null, ownTerms: false }] : [];
  const value = suggested ?? (license === 'other' ? name : license) ?? 'other';
  return [{ value, ownTerms: hub === true && (license === 'other' || license?.includes(',') === true) }];
}

/** Most trusted first: by kind of source, then the newest. */
export function byTrust(a: Claim, b: Claim): number {
  return (
    SOURCE_KINDS.indexOf(a.kind) - SOURCE_KINDS.indexOf(b.kind) ||
    (a.date < b.date ? 1 : a.date > b.date ? -1 : 0)
  );
}
