import { parentsOf } from '../catalog/parents';
import type { Catalog } from '../catalog/records';
import {
  type Evidence,
  isRecorded,
  licenseEvidence,
  type LicenseSummary,
  licensesInEffect,
  type Model,
} from '../model';
import { perObject } from '../once';
import type { PolicyModel } from '../policy/policy';
import { folderName, withFoldersOfWeights } from '../registries/names/weights';
import { basesOf, through } from './bases';
import { licensesUnder, statedIn } from './licenseSummary';
import { levelOfWeights, opennessUnder } from './openness';
import { unlistedModel } from './unlistedModel';

/** A policy carries no date of its own: what it says holds as long as it is in the file. */
const UNDATED = '';

const byName = perObject(
  (models: readonly PolicyModel[]) => new Map(models.map((model) => [comparable(model.id), model])),
);

function comparable(id: string): string {
  return folderName(id.trim()).toLowerCase();
}

/**
 * What a policy states of a model. It may name one by any spelling, so both the one that was asked for and the record's id
 * are looked up; and the folder in which a file of weights lies.
 * @param models those that the policy describes
 * @param known what is known of the spelling without the policy, or with it
 */
export function statedOf(
  models: readonly PolicyModel[],
  spelling: string,
  known?: Pick<Model, 'id'>,
): PolicyModel | undefined {
  const stated = byName(models);
  for (const name of withFoldersOfWeights(comparable(spelling))) {
    const own = stated.get(name);
    if (own !== undefined) return own;
  }
  return known && stated.get(comparable(known.id));
}

/** What a policy says that a model is, or was made from. */
export function underlying(stated: Pick<PolicyModel, 'base' | 'is'> | undefined): string | null {
  return stated?.base ?? stated?.is ?? null;
}

/** The model that a policy says a name is another one of: what it was made from goes before that. */
export function namesake(stated: Pick<PolicyModel, 'base' | 'is'> | undefined): string | undefined {
  return stated?.base === null ? stated.is : undefined;
}

/**
 * The bases that a policy states for a model, those that it states for them after it, nearest first; and what it says that one of them is.
 * @param models those that the policy describes
 * @param stated one of them; nothing comes of none
 */
export function statedBases(
  models: readonly PolicyModel[],
  stated: Pick<PolicyModel, 'base' | 'is'> | undefined,
): readonly string[] {
  const bases: string[] = [];
  for (let base = underlying(stated); base !== null && !bases.includes(base); ) {
    bases.push(base);
    base = underlying(statedOf(models, base));
  }
  return bases;
}

/**
 * The model that a name stands for by the policy, with what the policy states of it beside that. `undefined` where nobody recorded that
 * model: then it is as open as a base that nobody knows.
 * @param same what is known of the model
 */
export function asNamed(catalog: Catalog, stated: PolicyModel, same: Model | undefined): Model | undefined {
  if (same === undefined || openIn(catalog, same.id, same) !== undefined) return undefined;
  const { license, origin, openness } = stated;
  const isBare = license === null && origin === null && openness === null;
  return isBare ? same : applyPolicyModel(catalog, { ...stated, id: same.id, base: null }, same, undefined);
}

/**
 * A model as the project's policy describes it, over what else is known of it. A stated fact replaces the known one; a
 * fact the policy leaves out stays as it was.
 */
export function applyPolicyModel(
  catalog: Catalog,
  stated: PolicyModel,
  known: Model | undefined,
  base: Model | undefined,
): Model {
  const from = known ?? unlistedModel(stated.id, 'other');
  const lineage = stated.base === null ? from.lineage : lineageFrom(catalog, stated, stated.base, base);
  const license = licenseOf(catalog, stated, { ...from, lineage });
  return {
    ...from,
    publisher: withCountry(from, stated.origin),
    origin: [
      {
        model: stated.id,
        organization: from.publisher?.id ?? null,
        country: stated.origin ?? from.publisher?.country ?? null,
      },
      ...(stated.base === null ? from.origin.slice(1) : baseOrigin(stated.base, base)),
    ],
    openness: {
      ...from.openness,
      level: stated.openness ?? opennessFrom(catalog, from.openness.level, license.effective, base),
    },
    license,
    lineage,
    evidence: [...evidenceOf(stated), ...from.evidence],
  };
}

/**
 * How open a model is of which the policy does not say it. What was made from weights that can be had is weights too, as open as the
 * license in effect leaves them, which looks at that of the base.
 */
function opennessFrom(
  catalog: Catalog,
  known: Model['openness']['level'],
  license: LicenseSummary | null,
  base: Model | undefined,
): Model['openness']['level'] {
  const level = base?.openness.level ?? 'unknown';
  return known === 'unknown' && level !== 'unknown' && level !== 'api-only'
    ? levelOfWeights(license, catalog)
    : opennessUnder(known, license, catalog);
}

/** The base that a policy states, and what that was made from where the catalog does not tell it: what binds it binds what follows. */
function lineageFrom(
  catalog: Catalog,
  { id }: PolicyModel,
  base: string,
  known: Model | undefined,
): Model['lineage'] {
  const record = catalog.model(known?.id ?? base);
  const told = new Set([
    id,
    base,
    ...(record === undefined ? [] : parentsOf(record).map(({ model }) => model)),
  ]);
  const open = openIn(catalog, base, known);
  return [
    {
      model: record?.id ?? base,
      relation: 'finetune',
      license: known?.license.declared?.key ?? null,
      ...(open !== undefined && { open }),
    },
    ...(known?.lineage ?? [])
      .filter(({ model }) => !told.has(model))
      .map((above) => ({ ...above, relation: through('finetune', above) })),
  ];
}

/** What nobody recorded of a base. The version of a model that a host alone knows is one by its calendar. */
function openIn(
  catalog: Catalog,
  base: string,
  known: Model | undefined,
): Model['lineage'][number]['open'] | undefined {
  const isKnown =
    (known !== undefined && (isRecorded(known) || isUnderOriginals(known))) || isNameOfHost(catalog, base);
  if (!isKnown) return 'model';
  return known === undefined || licensesInEffect(known).length === 0 ? 'license' : undefined;
}

/** Whether a host has a name, which only its calendar may tell of. */
export function isNameOfHost(catalog: Catalog, name: string): boolean {
  return catalog.hosts.some(({ id }) => catalog.service(id, name) !== undefined);
}

/** Whether it is a re-packed copy by more than its name, so that the license of its original holds. */
function isUnderOriginals(known: Model): boolean {
  const evidence = licenseEvidence(known);
  return evidence !== undefined && evidence.confidence !== 'low';
}

/** A folder in which weights lie has no owner. */
function withCountry({ id, registry, publisher }: Model, country: string | null): Model['publisher'] {
  if (country === null || (publisher === null && registry === 'local')) return publisher;
  const owner = id.includes('/') ? id.slice(0, id.indexOf('/')) : id;
  return { id: publisher?.id ?? owner, name: publisher?.name ?? owner, country };
}

function baseOrigin(id: string, base: Model | undefined): Model['origin'] {
  return base?.origin ?? [{ model: id, organization: null, country: null }];
}

/** @param from what is known, with the lineage that the policy states */
function licenseOf(catalog: Catalog, stated: PolicyModel, from: Model): Model['license'] {
  if (stated.license === null && stated.base === null) return from.license;
  const bases = stated.base === null ? [] : basesOf(catalog, from);
  const own = stated.license === null ? statedIn(from.license) : { key: stated.license };
  return licensesUnder(catalog, own, bases);
}

function evidenceOf(stated: PolicyModel): Evidence[] {
  const facts = {
    license: stated.license,
    origin: stated.origin,
    openness: stated.openness,
    lineage: stated.base,
  };
  return Object.entries(facts)
    .filter(([, value]) => value !== null)
    .map(([fact]) => ({
      fact,
      source: '.model-policy.yaml',
      date: UNDATED,
      confidence: 'high',
      origin: 'policy override',
    }));
}
