import { readFileSync, writeFileSync } from 'node:fs';
import { CopyFinder, copyNames, isNamedAfter, type OrganizationRecord, repackedName } from '../../core';
import { citationOf, type NamedSources } from '../namedSources';
import { readData, readLicenses, readYaml } from '../readData';
import { citationsOf, type ModelEntry } from '../readModels';
import { organizationsOf } from '../readOrganizations';
import { presentId, spellingFiles } from '../readSpellings';
import { CLAIMED_FACTS, ClaimReader, type Claim, type ClaimedModel, type ClaimRow } from './claims';
import { mergeModel, type Merged } from './mergeModel';
import { readStore, type StoredModel } from './store';
import { readWordings, type ReadWording } from './wordings';
import { writeModels, type Written } from './writeModels';

export interface MergeResult {
  /** Models that the claims are about. */
  readonly models: number;
  readonly licensed: number;
  readonly losing: number;
}

/** A model that claims are about, with its records so far. */
interface Gathered extends ClaimedModel {
  readonly stored: readonly StoredModel[];
}

/**
 * Weighs the claims of files (JSON Lines, one model a line) together with what the catalog already says, changes the entries of
 * those models in the generated YAML, and writes the claims that lost to `report`. Whatever no claim is about stays as it is, byte
 * for byte. A model with a record written by hand keeps it: what claims say otherwise is in the report. Throws before anything
 * is written for a file that it cannot change without loss.
 */
export function mergeClaims(dataFolder: string, files: readonly string[], report: string): MergeResult {
  const rows = files.flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as ClaimRow),
  );
  const store = readStore(dataFolder);
  const merged = weighGathered(dataFolder, gather(dataFolder, rows, store));
  const byHand = new Set(store.filter(({ isCurated }) => isCurated).map(({ id }) => id.toLowerCase()));
  const written = withCopies(
    merged.filter(({ id }) => !byHand.has(id.toLowerCase())),
    store.map(({ id }) => id),
    readData(dataFolder, 'organizations').flatMap((file) => organizationsOf(file, readSources(dataFolder))),
  );
  writeModels(dataFolder, written);
  const losing = merged.flatMap(({ id, claims, kept: before, losing: lost }) =>
    (byHand.has(id.toLowerCase()) ? againstHand(claims, before?.license ?? null) : lost).map(
      ({ claim: { fact, value, source, kind, date }, kept }) => ({
        id,
        kept,
        fact,
        value,
        source,
        kind,
        date,
      }),
    ),
  );
  writeFileSync(report, losing.map((row) => `${JSON.stringify(row)}\n`).join(''));
  return {
    models: merged.length,
    licensed: merged.filter(
      ({ entry: { license } }) => license !== undefined && license !== null && license !== 'none-stated',
    ).length,
    losing: losing.length,
  };
}

/** What a merge of these rows would make of the Hub's models that they are about. Nothing is written. */
export function weighClaims(dataFolder: string, rows: readonly ClaimRow[]): readonly Merged[] {
  return weighGathered(dataFolder, gather(dataFolder, rows, readStore(dataFolder)));
}

function weighGathered(dataFolder: string, models: readonly Gathered[]): (Gathered & Merged)[] {
  const licenses = readLicenses(dataFolder);
  const read = readWordings(dataFolder, licenses);
  const permissive = new Set(
    licenses.filter((license) => license.category === 'permissive').map((license) => license.key),
  );
  return models.map((model) => ({ ...model, ...mergeModel(model, licenseReader(model, read, permissive)) }));
}

/** The claims about a model that is recorded by hand: none of them is taken over, so each new one is told of. */
function againstHand(
  claims: readonly Claim[],
  license: string | null,
): readonly { readonly claim: Claim; readonly kept: string | null }[] {
  return claims
    .filter(({ isKept, fact }) => isKept !== true && fact !== 'id')
    .map((claim) => ({ claim, kept: claim.fact === 'license' ? license : null }));
}

function readSources(dataFolder: string): NamedSources {
  return readYaml(dataFolder, 'sources.yaml').value as NamedSources;
}

function licenseReader({ id }: ClaimedModel, read: ReadWording, permissive: ReadonlySet<string>) {
  const owner = id.slice(0, id.indexOf('/'));
  return {
    read: (wording: string) => read(wording, owner),
    permissive: (key: string) => permissive.has(key),
  };
}

/** The models that rows are about, each with all claims: those of the rows, and the catalog's own facts where the rows do not speak for their source anew. */
function gather(
  dataFolder: string,
  rows: readonly ClaimRow[],
  store: readonly StoredModel[],
): readonly Gathered[] {
  const sources = readSources(dataFolder);
  const reader = new ClaimReader(sources);
  const present = presentId(spellingFiles(readData(dataFolder, 'aliases')));
  const models = new Map<string, { id: string; readonly claims: Claim[]; readonly stored: StoredModel[] }>();
  for (const row of rows) {
    if (row.namespace !== 'hf') continue;
    const { id: named, claims } = reader.model(row);
    const id = present(named);
    const known = models.get(id.toLowerCase());
    if (known === undefined) models.set(id.toLowerCase(), { id, claims: [...claims], stored: [] });
    else known.claims.push(...claims);
  }
  for (const stored of store) models.get(present(stored.id).toLowerCase())?.stored.push(stored);
  return [...models.values()].map(({ id, claims, stored }) => {
    const spoken = new Set(claims.map((claim) => `${claim.source} ${claim.fact}`));
    // A record under the present name goes before one under a former name.
    const own = stored.filter((one) => one.id.toLowerCase() === id.toLowerCase());
    const all = [...own, ...stored.filter((one) => !own.includes(one))];
    const before = all.flatMap((one) => claimsOf(one.id, one.entry, sources));
    const kept = all.map(({ entry }) => entry).reduceRight<ModelEntry | undefined>(joined, undefined);
    return {
      id: isSpelledAnew(claims) ? id : (own[0]?.id ?? id),
      claims: [...claims, ...before.filter(({ source, fact }) => !spoken.has(`${source} ${fact}`))],
      stored: all,
      ...(kept !== undefined && { kept }),
    };
  });
}

/** The entry of one model that is recorded under two names; `entry` goes before. */
function joined(former: ModelEntry | undefined, entry: ModelEntry): ModelEntry {
  if (former === undefined) return entry;
  const rest = Object.keys(former).filter((fact) => !(fact in entry));
  const contradictions = [...new Set([...(entry.contradictions ?? []), ...(former.contradictions ?? [])])];
  const sources: Record<string, string[]> = {};
  const cite = (from: ModelEntry, isMeant: (fact: string) => boolean): void => {
    for (const [cited, facts] of citationsOf(from)) {
      const meant = facts.filter(isMeant);
      if (meant.length > 0) (sources[cited] ??= []).push(...meant);
    }
  };
  cite(entry, () => true);
  cite(former, (fact) => rest.includes(fact));
  return { ...former, ...entry, ...(contradictions.length > 0 && { contradictions }), sources };
}

/** Lists differ in capitals: an id stays as the catalog has it, unless the model's own card spells it anew. */
function isSpelledAnew(claims: readonly Claim[]): boolean {
  return claims.some(({ kind }) => kind === 'own-card' || kind === 'own-file');
}

/** What an entry already states, as claims. Throws for a source that is neither named nor a citation with its day. */
function claimsOf(id: string, entry: ModelEntry, sources: NamedSources): Claim[] {
  return citationsOf(entry).flatMap(([cited, stated]) => {
    const citation = citationOf(cited, sources);
    if (citation === undefined)
      throw new Error(`${id}: the source ${cited} is neither in sources.yaml nor an address with its day`);
    return CLAIMED_FACTS.filter((fact) => stated.includes(fact)).flatMap((fact): Claim[] => {
      const value = fact === 'id' ? true : entry[fact];
      if (value === undefined || value === null) return [];
      return [{ fact, value, cited, isKept: true, ...citation }];
    });
  });
}

/**
 * Adds to models that the catalog did not have what each re-packed copy is a copy of: as its card says, or as it is named. What a
 * record says of that already stays.
 */
function withCopies(
  merged: readonly (Gathered & Merged)[],
  ids: readonly string[],
  organizations: readonly OrganizationRecord[],
): Written[] {
  const all = [...new Set([...ids, ...merged.map(({ id }) => id)])];
  const finder = new CopyFinder(
    copyNames(
      all.map((id) => ({ spelling: id, id })),
      organizations,
    ),
  );
  return merged.map(({ id, entry, stored }) => {
    if (stored.length > 0 || repackedName(id.slice(id.indexOf('/') + 1)) === undefined)
      return { id, entry, stored };
    const stated = entry.lineage?.find(
      ({ model, relation }) => relation === 'quantized' && isNamedAfter(id, model),
    )?.model;
    const copyOf = stated ?? finder.originalOf(id);
    return { id, entry: copyOf === undefined ? entry : { ...entry, copyOf }, stored };
  });
}
