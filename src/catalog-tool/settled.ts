import type { ModelRecord, OpennessLevel, Source } from '../core';
import type { NamedSources } from './namedSources';
import type { DataFile } from './readData';

/**
 * A disagreement settled by hand: what one or several models are in truth, why, and where that was read. It goes before every
 * merged claim, and may name a model of the Hub that no merged source lists.
 */
export interface Settled {
  readonly models: readonly string[];
  readonly license?: string;
  /** License of the code, where it is another one than that of the weights. */
  readonly codeLicense?: string;
  /** Further licenses of the weights that hold at the same time. */
  readonly alsoLicenses?: readonly string[];
  /** The words that this model's copy of the license asks to show. */
  readonly displayPhrase?: string;
  readonly openness?: OpennessLevel;
  readonly components?: ModelRecord['components'];
  readonly lineage?: ModelRecord['lineage'];
  /** For a re-packed copy whose name does not tell of what. */
  readonly copyOf?: string;
  readonly publisher?: string;
  /** Whether it takes or gives more than text. */
  readonly multimodal?: boolean;
  /** Whether its files can be had only after terms were accepted or access was asked for. */
  readonly gated?: boolean;
  /** When it was given out: a year, month or day. */
  readonly released?: string;
  /** What other sources say and why they are not followed; begins with the name of the fact. */
  readonly reason?: string;
  /** An address specific enough to go and check. */
  readonly source: string;
  readonly date: string;
}

export function settledOf(files: readonly DataFile[]): Settled[] {
  return files.flatMap((file) => file.value as Settled[]);
}

interface SettleOptions {
  /** The record of a model that no merged source lists. */
  readonly unlisted: (id: string) => ModelRecord;
  readonly sources?: NamedSources;
}

/** Puts what was settled in the place of what was merged. Settled models of the Hub without a record get one. */
export function settle(
  models: readonly ModelRecord[],
  settled: readonly Settled[],
  { unlisted, sources = {} }: SettleOptions,
): ModelRecord[] {
  const lists = listRepositories(sources);
  const apply = (model: ModelRecord, entry: Settled): ModelRecord => applied(model, entry, lists);
  const byId = new Map<string, { readonly id: string; readonly entries: Settled[] }>();
  for (const entry of settled) {
    for (const id of entry.models) {
      const known = byId.get(id.toLowerCase());
      if (known === undefined) byId.set(id.toLowerCase(), { id, entries: [entry] });
      else known.entries.push(entry);
    }
  }
  const listed = models.map((model) =>
    (byId.get(model.id.toLowerCase())?.entries ?? []).reduce(apply, model),
  );
  for (const model of models) byId.delete(model.id.toLowerCase());
  return [...listed, ...[...byId.values()].map(({ id, entries }) => entries.reduce(apply, unlisted(id)))];
}

/** What can be settled. */
export const SETTLED_FACTS = [
  'license',
  'codeLicense',
  'alsoLicenses',
  'displayPhrase',
  'openness',
  'components',
  'lineage',
  'copyOf',
  'publisher',
  'multimodal',
  'gated',
  'released',
] as const;

/** Facts that say under which license the weights are. */
const LICENSE_FACTS: ReadonlySet<string> = new Set(['license', 'alsoLicenses']);

function applied(model: ModelRecord, settled: Settled, lists: ReadonlyMap<string, string>): ModelRecord {
  const { reason, source } = settled;
  const names: string[] = SETTLED_FACTS.filter((fact) => settled[fact] !== undefined);
  const facts = Object.fromEntries(names.map((name) => [name, settled[name as keyof Settled]]));
  const kept = model.sources.map((from) => ({
    ...from,
    facts: from.facts.filter((fact) => !names.includes(fact)),
  }));
  return {
    ...model,
    ...facts,
    contradictions:
      reason === undefined
        ? model.contradictions
        : [
            ...model.contradictions.filter((text) => !names.some((name) => text.startsWith(`${name}:`))),
            reason,
          ],
    sources: [
      ...told(names, { ...settled, isListed: isOfOthers(model.id, source, lists) }),
      ...kept.filter((from) => from.facts.length > 0),
    ],
  };
}

/**
 * The sources of what is settled. A license that a list of others tells is as sure as one of a curated source, whoever
 * read the list: the publisher's own text was not.
 */
function told(
  names: readonly string[],
  { source, date, isListed }: Pick<Settled, 'source' | 'date'> & { readonly isListed: boolean },
): readonly Source[] {
  const listed = isListed ? names.filter((name) => LICENSE_FACTS.has(name)) : [];
  const read = names.filter((name) => !listed.includes(name));
  return [
    ...(read.length > 0 ? [{ source, date, facts: read, confidence: 'high' as const }] : []),
    ...(listed.length > 0 ? [{ source, date, facts: listed, confidence: 'medium' as const }] : []),
  ];
}

/** The repositories that are lists of models of others, in lower case, with the keys of their sources. */
function listRepositories(sources: NamedSources): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(sources).flatMap(([key, { url, kind }]) => {
      const repository =
        kind === 'list' || kind === 'curated' ? repositoryIn(url?.replace(/\/$/, '') ?? '') : undefined;
      return repository === undefined ? [] : [[repository, key] as const];
    }),
  );
}

/**
 * The repository at the beginning of a source: `github:owner/name@commit path`, `https://github.com/owner/name/blob/…`.
 */
function repositoryIn(source: string): string | undefined {
  return /^(?:github:|https:\/\/github\.com\/)([\w.-]+\/[\w.-]+)/.exec(source)?.[1]?.toLowerCase();
}

/**
 * Whether what was read of a model is a list of somebody else: not where its owner has the repository, or is named like
 * the list.
 */
function isOfOthers(id: string, source: string, lists: ReadonlyMap<string, string>): boolean {
  const repository = repositoryIn(source);
  const key = repository === undefined ? undefined : lists.get(repository);
  const owner = id.slice(0, id.indexOf('/')).toLowerCase();
  return key !== undefined && owner !== key && owner !== repository?.split('/')[0];
}
