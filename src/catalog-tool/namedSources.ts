import type { Confidence, Source } from '../core';

/** What a source is worth, best first: the order in which claims are trusted. */
export const SOURCE_KINDS = ['own-file', 'own-card', 'curated', 'list'] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

/** An entry of `sources.yaml`. */
export interface NamedSource {
  readonly title: string;
  readonly url: string | null;
  readonly license: string | null;
  readonly date: string;
  readonly kind: SourceKind;
  /** How claims files name this source. */
  readonly claims?: readonly string[];
  /** Facts it is not believed on: it copies them without checking, or holds placeholders. */
  readonly without?: readonly string[];
  /** What is said in its name is concluded from other facts, not read. */
  readonly inferred?: boolean;
  /** What all models of the list are for, where it has models of one task alone. */
  readonly task?: string;
  /** It records the Hub's tags, not the text of the cards. */
  readonly tagsOnly?: true;
  /** What it has as the day of a release is the one on which the repository was created on the Hub. */
  readonly daysOfCreation?: true;
  /** Every fact from it is of a day of its own: entries cite it as `key YYYY-MM-DD`. */
  readonly dated?: boolean;
}
export type NamedSources = Readonly<Record<string, NamedSource>>;

/** Keys of sources that supply every stated fact, or keys with the facts that each supplies. */
export type StatedSources = readonly string[] | Readonly<Record<string, readonly string[]>>;

const CONFIDENCE: Readonly<Record<SourceKind, Confidence>> = {
  'own-file': 'high',
  'own-card': 'high',
  curated: 'medium',
  list: 'low',
};

/** A source that one record alone cites, or a dated one, with the day it is of: `github:owner/name@commit 2026-08-23`. */
const CITED_WITH_DAY = /^(\S+) (\d{4}-\d{2}-\d{2})$/;

/** A source as an entry cites it. */
export interface Citation {
  /** A key of `sources.yaml`, or an address. */
  readonly source: string;
  readonly kind: SourceKind;
  readonly date: string;
}

/** Reads how an entry cites a source: by its key, or with a day. Anything that is not in `sources.yaml` is the publisher's own file. */
export function citationOf(cited: string, sources: NamedSources): Citation | undefined {
  const [, place, day] = CITED_WITH_DAY.exec(cited) ?? [];
  const source = place ?? cited;
  const named = sources[source];
  const date = day ?? named?.date;
  if (date === undefined) return undefined;
  return { source, date, kind: named?.kind ?? 'own-file' };
}

/** How an entry cites a fact that a source stated on a day. */
export function citing(source: string, date: string, sources: NamedSources): string {
  return sources[source]?.dated === true ? `${source} ${date}` : source;
}

/** The sources of a record in full. `stated` are the facts that the entry gives; confidence follows the kind of the source. */
export function sourcesOf(from: StatedSources, stated: readonly string[], sources: NamedSources): Source[] {
  const pairs = isList(from) ? from.map((key) => [key, stated] as const) : Object.entries(from);
  return pairs.map(([key, facts]) => {
    const { source, date, kind } = citationOf(key, sources) ?? { source: key, date: '', kind: 'list' };
    return { source, date, confidence: CONFIDENCE[kind], facts };
  });
}

function isList(from: StatedSources): from is readonly string[] {
  return Array.isArray(from);
}
