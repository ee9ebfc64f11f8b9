import { namesAt } from '../catalog/hostIndex';
import type { HostRecord } from '../catalog/hostRecords';
import type { Catalog } from '../catalog/records';
import type { Evidence, Model } from '../model';
import type { Registry } from '../vocabulary';
import { isChosenName } from './service';
import { licensesUnder } from './licenseSummary';
import { countryOf, originFrom, originsOf } from './origin';
import { unlistedModel } from './unlistedModel';

/**
 * What may be said of a name without a record at a known host: who published it, by how it begins or because the host runs only
 * its own models; then the host's terms are those of the name. All of it is inferred; `undefined` where nothing follows. Where the owner
 * of a deployment may have chosen the name, it is no more than a hint at a maker.
 */
export function inferredModel(
  catalog: Catalog,
  host: HostRecord,
  spelling: string,
  registry: Registry | undefined,
): Model | undefined {
  const publisher = publisherOf(catalog, host, spelling);
  if (publisher === undefined) return undefined;
  const isOwn = host.resells.length === 0 && publisher.id === host.operator;
  const [source] = host.sources;
  const evidence = (fact: string): Evidence => ({
    fact,
    source: source?.url ?? host.id,
    date: source?.read ?? catalog.date,
    confidence: 'low',
    origin: 'inferred',
  });
  const country = countryOf(catalog, publisher);
  const model = unlistedModel(spelling, registry ?? 'other');
  if (isChosenName(host.id))
    return {
      ...model,
      origin: [{ ...originFrom(catalog, spelling, publisher), probable: true }],
      evidence: [evidence('origin')],
    };
  return {
    ...model,
    publisher: { id: publisher.id, name: publisher.name, country },
    origin: originsOf(catalog, originFrom(catalog, spelling, publisher), []),
    ...(isOwn && { license: licensesUnder(catalog, { key: host.terms }, []) }),
    evidence: ['publisher', 'origin', ...(isOwn && host.terms !== null ? ['license'] : [])].map(evidence),
  };
}

function publisherOf(catalog: Catalog, host: HostRecord, spelling: string) {
  const listed = catalog.service(host.id, spelling);
  const forms = [spelling, ...(listed === undefined ? [] : [listed.id])].flatMap((name) =>
    namesAt(host.id, name),
  );
  const [longest] = host.fallback
    .filter(({ prefix }) => forms.some((form) => form.startsWith(prefix.toLowerCase())))
    .sort((a, b) => b.prefix.length - a.prefix.length);
  if (longest !== undefined) return catalog.organization(longest.publisher);
  const isListed = host.resells.length === 0 && listed !== undefined;
  return isListed && host.operator !== null ? catalog.organization(host.operator) : undefined;
}
