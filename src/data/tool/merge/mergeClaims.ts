import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CopyFinder } from '../../../core/catalog/copies';
import type { OrganizationRecord } from '../../../core/catalog/records';
import { repackedName } from '../../../core/catalog/spelling/repack';
import type { NamedSources } from '../namedSources';
import { readData, readLicenses, readYaml } from '../readData';
import { organizationsOf } from '../readOrganizations';
import { presentId, spellingFiles } from '../readSpellings';
import type { ModelEntry, ModelFile } from '../readModels';
import { ClaimReader, type Claim, type ClaimedModel, type ClaimRow } from './claims';
import { mergeModel, type Merged } from './mergeModel';
import { wordingReader, type ReadWording, type Wordings } from './wordings';
import { writeModels } from './writeModels';

const FOLDER = 'models/huggingface';

export interface MergeResult {
  readonly models: number;
  readonly licensed: number;
  readonly losing: number;
}

/**
 * Weighs the claims of files (JSON Lines, one model a line) together with what the catalogue already says, writes the YAML of
 * the Hub's models, and the claims that lost to `report`.
 */
export function mergeClaims(dataFolder: string, files: readonly string[], report: string): MergeResult {
  const sources = readYaml(dataFolder, 'sources.yaml').value as NamedSources;
  const licenses = readLicenses(dataFolder);
  const read = wordingReader(readYaml(dataFolder, 'wordings.yaml').value as Wordings, licenses);
  const permissive = new Set(licenses.filter((license) => license.category === 'permissive').map((license) => license.key));
  const models = gather(dataFolder, files, sources);
  const merged = models.map((model) => mergeModel(model, licenseReader(model, read, permissive)));
  const entries = withCopies(merged, readData(dataFolder, 'organizations').flatMap((file) => organizationsOf(file, sources)));
  rmSync(join(dataFolder, FOLDER), { recursive: true, force: true });
  writeModels(join(dataFolder, FOLDER), entries);
  const losing = merged.flatMap(({ id, losing: lost }) => lost.map(({ claim, kept }) => ({ id, kept, ...claim })));
  writeFileSync(report, losing.map((row) => `${JSON.stringify(row)}\n`).join(''));
  return {
    models: entries.size,
    licensed: [...entries.values()].filter(({ license }) => license !== undefined && license !== null && license !== 'none-stated').length,
    losing: losing.length,
  };
}

function licenseReader({ id }: ClaimedModel, read: ReadWording, permissive: ReadonlySet<string>) {
  const owner = id.slice(0, id.indexOf('/'));
  return { read: (wording: string) => read(wording, owner), permissive: (key: string) => permissive.has(key) };
}

/** All claims by model: those of the files, and the catalogue's own facts from sources that the files do not speak for. */
function gather(dataFolder: string, files: readonly string[], sources: NamedSources): ClaimedModel[] {
  const reader = new ClaimReader(sources);
  const present = presentId(spellingFiles(readData(dataFolder, 'spellings')));
  const models = new Map<string, { id: string; claims: Claim[] }>();
  const add = ({ id: named, claims }: ClaimedModel): void => {
    const id = present(named);
    const known = models.get(id.toLowerCase());
    if (known === undefined) models.set(id.toLowerCase(), { id, claims: [...claims] });
    else known.claims.push(...claims);
  };
  const rows = files.flatMap((file) => readFileSync(file, 'utf8').split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as ClaimRow));
  for (const row of rows) if (row.namespace === 'hf') add(reader.model(row));
  const spoken = new Set([...models.values()].flatMap(({ claims }) => claims.map((claim) => claim.source)));
  for (const file of readData(dataFolder, FOLDER)) {
    for (const [id, entry] of Object.entries((file.value as ModelFile).models)) add({ id, claims: claimsOf(entry, sources, spoken) });
  }
  return [...models.values()];
}

/** What an entry already states, as claims; a source that the files speak for anew replaces what it said before. */
function claimsOf(entry: ModelEntry, sources: NamedSources, spoken: ReadonlySet<string>): Claim[] {
  const { sources: from, ...facts } = entry;
  const pairs = Array.isArray(from) ? from.map((key: string) => [key, Object.keys(facts)] as const) : Object.entries(from as Record<string, string[]>);
  return pairs.filter(([key]) => !spoken.has(key)).flatMap(([source, stated]) => stated.flatMap((fact): Claim[] => {
    const named = sources[source];
    if (named === undefined) return [];
    const value = fact === 'lineage' ? facts.lineage?.map(({ model, relation }) => `${relation}:${model}`) : facts[fact as keyof typeof facts];
    return [{ fact: fact as Claim['fact'], value, source, kind: named.kind, date: named.date }];
  }));
}

/** Adds what each re-packed copy is a copy of: as its card says, or as it is named. */
function withCopies(merged: readonly Merged[], organizations: readonly OrganizationRecord[]): Map<string, ModelEntry> {
  const finder = new CopyFinder(merged.map(({ id }) => [id, id]), organizations);
  return new Map(merged.map(({ id, entry }) => {
    if (repackedName(id.slice(id.indexOf('/') + 1)) === undefined) return [id, entry];
    const stated = entry.lineage?.find(({ relation }) => relation === 'quantized')?.model;
    const copyOf = stated ?? finder.originalOf(id);
    return [id, copyOf === undefined ? entry : { ...entry, copyOf }];
  }));
}
