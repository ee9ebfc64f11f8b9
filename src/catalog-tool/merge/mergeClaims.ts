import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CopyFinder, isNamedAfter, type OrganizationRecord, repackedName } from '../../core';
import { citationOf, type NamedSources } from '../namedSources';
import { readData, readLicenses, readYaml } from '../readData';
import { organizationsOf } from '../readOrganizations';
import { presentId, spellingFiles } from '../readSpellings';
import type { ModelEntry, ModelFile } from '../readModels';
import { ClaimReader, type Claim, type ClaimedModel, type ClaimRow } from './claims';
import { mergeModel, type Merged } from './mergeModel';
import { readWordings, type ReadWording } from './wordings';
import { writeModels } from './writeModels';

const FOLDER = 'generated/huggingface';

export interface MergeResult {
  readonly models: number;
  readonly licensed: number;
  readonly losing: number;
}

/**
 * Weighs the claims of files (JSON Lines, one model a line) together with what the catalog already says, writes the YAML of
 * the Hub's models, and the claims that lost to `report`.
 */
export function mergeClaims(dataFolder: string, files: readonly string[], report: string): MergeResult {
  const rows = files.flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as ClaimRow),
  );
  const merged = weighClaims(dataFolder, rows);
  const entries = withCopies(
    merged,
    readData(dataFolder, 'organizations').flatMap((file) => organizationsOf(file, readSources(dataFolder))),
  );
  rmSync(join(dataFolder, FOLDER), { recursive: true, force: true });
  writeModels(join(dataFolder, FOLDER), entries);
  const losing = merged.flatMap(({ id, losing: lost }) =>
    lost.map(({ claim: { fact, value, source, kind, date }, kept }) => ({
      id,
      kept,
      fact,
      value,
      source,
      kind,
      date,
    })),
  );
  writeFileSync(report, losing.map((row) => `${JSON.stringify(row)}\n`).join(''));
  return {
    models: entries.size,
    licensed: [...entries.values()].filter(
      ({ license }) => license !== undefined && license !== null && license !== 'none-stated',
    ).length,
    losing: losing.length,
  };
}

/** What a merge of these rows would make of the Hub's models. Nothing is written. */
export function weighClaims(dataFolder: string, rows: readonly ClaimRow[]): readonly Merged[] {
  const licenses = readLicenses(dataFolder);
  const read = readWordings(dataFolder, licenses);
  const permissive = new Set(
    licenses.filter((license) => license.category === 'permissive').map((license) => license.key),
  );
  return gather(dataFolder, rows, readSources(dataFolder)).map((model) =>
    mergeModel(model, licenseReader(model, read, permissive)),
  );
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

/** All claims by model: those of the rows, and the catalog's own facts where the rows do not speak for their source anew. */
function gather(dataFolder: string, rows: readonly ClaimRow[], sources: NamedSources): ClaimedModel[] {
  const reader = new ClaimReader(sources);
  const present = presentId(spellingFiles(readData(dataFolder, 'aliases')));
  const models = new Map<string, { id: string; claims: Claim[]; contradictions: string[] }>();
  const add = ({ id: named, claims, contradictions = [] }: ClaimedModel): void => {
    const id = present(named);
    const known = models.get(id.toLowerCase());
    if (known === undefined)
      return void models.set(id.toLowerCase(), {
        id,
        claims: [...claims],
        contradictions: [...contradictions],
      });
    known.claims.push(...claims);
    known.contradictions.push(...contradictions);
  };
  for (const row of rows) if (row.namespace === 'hf') add(reader.model(row));
  const spoken = new Set(
    [...models].flatMap(([id, { claims }]) => claims.map((claim) => `${id} ${claim.source} ${claim.fact}`)),
  );
  for (const file of readData(dataFolder, FOLDER)) {
    for (const [id, entry] of Object.entries((file.value as ModelFile).models)) {
      keepSpelling(models.get(present(id).toLowerCase()), present(id));
      const isSpoken = (claim: Claim): boolean =>
        spoken.has(`${present(id).toLowerCase()} ${claim.source} ${claim.fact}`);
      add({
        id,
        claims: claimsOf(id, entry, sources).filter((claim) => !isSpoken(claim)),
        contradictions: entry.contradictions ?? [],
      });
    }
  }
  return [...models.values()];
}

/** Lists differ in capitals: an id stays as the catalog has it, unless the model's own card spells it anew. */
function keepSpelling(
  model: { id: string; readonly claims: readonly Claim[] } | undefined,
  id: string,
): void {
  if (model !== undefined && !model.claims.some(({ kind }) => kind === 'own-card' || kind === 'own-file'))
    model.id = id;
}

/** What an entry already states, as claims. Throws for a source that is neither named nor a citation with its day. */
function claimsOf(id: string, { sources: from, ...facts }: ModelEntry, sources: NamedSources): Claim[] {
  const pairs = Array.isArray(from)
    ? from.map((cited: string) => [cited, Object.keys(facts)] as const)
    : Object.entries(from as Record<string, string[]>);
  return pairs.flatMap(([cited, stated]) => {
    const citation = citationOf(cited, sources);
    if (citation === undefined)
      throw new Error(`${id}: the source ${cited} is neither in sources.yaml nor an address with its day`);
    return stated.map((fact): Claim => {
      const value =
        fact === 'lineage'
          ? facts.lineage?.map(({ model, relation }) => `${relation}:${model}`)
          : facts[fact as keyof typeof facts];
      return { fact: fact as Claim['fact'], value, cited, ...citation };
    });
  });
}

/** Adds what each re-packed copy is a copy of: as its card says, or as it is named. */
function withCopies(
  merged: readonly Merged[],
  organizations: readonly OrganizationRecord[],
): Map<string, ModelEntry> {
  const finder = new CopyFinder(
    merged.map(({ id }) => [id, id]),
    organizations,
  );
  return new Map(
    merged.map(({ id, entry }) => {
      if (repackedName(id.slice(id.indexOf('/') + 1)) === undefined) return [id, entry];
      const stated = entry.lineage?.find(
        ({ model, relation }) => relation === 'quantized' && isNamedAfter(id, model),
      )?.model;
      const copyOf = stated ?? finder.originalOf(id);
      return [id, copyOf === undefined ? entry : { ...entry, copyOf }];
    }),
  );
}
