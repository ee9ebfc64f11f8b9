import type { Source } from '../../core/catalog/records';
import type { Confidence } from '../../core/vocabulary';

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
}
export type NamedSources = Readonly<Record<string, NamedSource>>;

/** Keys of sources that supply every stated fact, or keys with the facts that each supplies. */
export type StatedSources = readonly string[] | Readonly<Record<string, readonly string[]>>;

const CONFIDENCE: Readonly<Record<SourceKind, Confidence>> = { 'own-file': 'high', 'own-card': 'high', curated: 'medium', list: 'low' };

/** A source that one record alone cites, with the day it is of: `github:owner/name@commit 2026-08-23`. */
const CITED_ONCE = /^(\S+) (\d{4}-\d{2}-\d{2})$/;

/** The sources of a record in full. `stated` are the facts that the entry gives; confidence follows the kind of the source. */
export function sourcesOf(from: StatedSources, stated: readonly string[], sources: NamedSources): Source[] {
  const pairs = isList(from) ? from.map((key) => [key, stated] as const) : Object.entries(from);
  return pairs.map(([key, facts]) => ({ ...placeOf(key, sources), facts }));
}

/** A key of `sources.yaml`, or the publisher's own file that the entry itself cites. */
function placeOf(key: string, sources: NamedSources): Omit<Source, 'facts'> {
  const [, source, date] = CITED_ONCE.exec(key) ?? [];
  if (source !== undefined && date !== undefined) return { source, date, confidence: 'high' };
  return { source: key, date: sources[key]?.date ?? '', confidence: CONFIDENCE[sources[key]?.kind ?? 'list'] };
}

function isList(from: StatedSources): from is readonly string[] {
  return Array.isArray(from);
}
