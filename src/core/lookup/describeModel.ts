import { parentsOf, type Parent } from '../catalog/parents';
import type { Catalog, ModelRecord, OrganizationRecord, Resolution } from '../catalog/records';
import type { Evidence, Model } from '../model';
import { asBase, basesOf, isReplaced } from './bases';
import { licensesUnder, summaryOf } from './licenseSummary';
import { phraseOf } from './modelTerms';
import { opennessUnder } from './openness';
import { countryOf, MAX_CHAIN, originOf, originsOf, publisherOf } from './origin';

/** What the catalog knows of a model, as every surface shows it. */
export function describeModel(catalog: Catalog, { record, via }: Resolution): Model {
  const organization = publisherOf(catalog, record);
  const publisher =
    organization === undefined
      ? namespaceOf(record)
      : { id: organization.id, name: organization.name, country: countryOf(catalog, organization) };
  const lineage = lineageOf(catalog, record);
  const license = licensesUnder(
    catalog,
    { key: record.license, also: record.alsoLicenses ?? [], phrase: phraseOf(catalog, record) },
    basesOf(catalog, { publisher, lineage }),
  );
  return {
    id: record.id,
    name: record.name ?? record.id.slice(record.id.indexOf('/') + 1),
    registry: record.registry,
    aliases: record.aliases,
    publisher,
    origin: originsOf(catalog, originOf(catalog, record), parentsOf(record)),
    openness: {
      level: opennessUnder(record.openness ?? 'unknown', license.effective, catalog),
      components: record.components,
    },
    license: { ...license, ...codeLicense(catalog, record) },
    lineage,
    task: record.task,
    parameters: record.parameters,
    released: record.released,
    ...(record.created && { created: record.created }),
    gated: record.gated,
    ...languagesOf(record),
    status: record.status,
    copyOf: record.copyOf,
    contradictions: record.contradictions,
    evidence: evidenceOf(catalog, record, organization, via),
  };
}

function languagesOf({ languages }: ModelRecord): Pick<Model, 'languages'> {
  return languages === null || languages === undefined ? {} : { languages };
}

function codeLicense(catalog: Catalog, { codeLicense: key }: ModelRecord): Pick<Model['license'], 'code'> {
  const code = key === null || key === undefined ? null : summaryOf(catalog, key);
  return code === null ? {} : { code };
}

/** An owner the catalog has no organization for still published the model: its name on the Hub is all that is known. */
function namespaceOf({ id, registry }: ModelRecord): Model['publisher'] {
  const slash = id.indexOf('/');
  if (registry !== 'huggingface' || slash < 0) return null;
  const name = id.slice(0, slash);
  return { id: name.toLowerCase(), name, country: null };
}

/**
 * A re-packed copy has the bases of what it is a copy of as well, but for those whose terms its publisher has put others in
 * the place of: the weights are the same, and so are the terms that reach them.
 */
function withOriginals(catalog: Catalog, record: ModelRecord, depth = MAX_CHAIN): readonly Parent[] {
  const parents = parentsOf(record);
  const original = record.copyOf === null || depth === 0 ? undefined : catalog.model(record.copyOf);
  if (original === undefined) return parents;
  const known = new Set([record.id, ...parents.map(({ model }) => model)]);
  return [
    ...parents,
    ...withOriginals(catalog, original, depth - 1).filter(
      (parent) => !known.has(parent.model) && !isReplaced(catalog, original, parent),
    ),
  ];
}

/** The bases that a model names, each with the license it declares. */
function lineageOf(catalog: Catalog, record: ModelRecord): Model['lineage'] {
  return withOriginals(catalog, record).map((parent) => asBase(catalog, parent));
}

function evidenceOf(
  catalog: Catalog,
  record: ModelRecord,
  publisher: OrganizationRecord | undefined,
  via: Resolution['via'],
): Evidence[] {
  const ofModel = record.sources.flatMap(({ source, date, facts, confidence }) => {
    const named = catalog.sources[source];
    const title = named?.title ?? source;
    const origin = via === 'family' || named?.inferred === true ? 'inferred' : 'catalog';
    const tagsOnly = named?.tagsOnly === true;
    return facts.map(
      (fact) => ({ fact, source: title, date, confidence, origin, ...(tagsOnly && { tagsOnly }) }) as const,
    );
  });
  const ofPublisher = (publisher?.sources ?? []).map(
    ({ source, date, confidence }) =>
      ({
        fact: 'origin',
        source: catalog.sources[source]?.title ?? source,
        date,
        confidence,
        origin: 'catalog',
      }) as const,
  );
  return [...ofModel, ...ofPublisher];
}
