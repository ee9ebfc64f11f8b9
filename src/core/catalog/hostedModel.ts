import { BY_HOST } from '../registries/tables';
import type { ServiceRecord } from './hostRecords';
import type { Catalog } from './records';

/**
 * The model record that a name at a host leads to: the stated one, else that of {@link ledTo}.
 * @returns its id; `null` where there is none
 */
export function modelOf(
  catalog: Catalog,
  host: string,
  { id, model, leadsTo }: Pick<ServiceRecord, 'id' | 'model' | 'leadsTo'>,
): string | null {
  if (model !== null) return model;
  return leadsTo === undefined ? ledTo(catalog, host, id) : leadsTo;
}

/** The model records that the other names of a service lead to, in their order; `null` for one that leads to none. */
export function modelsOfAliases(
  catalog: Catalog,
  host: string,
  { aliases, aliasesLeadTo }: Pick<ServiceRecord, 'aliases' | 'aliasesLeadTo'>,
): readonly (string | null)[] {
  return aliasesLeadTo ?? aliases.map((name) => ledTo(catalog, host, name));
}

/** The model record that a name is an id, another name or a spelling of, where it is asked for at a host; `null` where only a family is known. */
export function ledTo(catalog: Catalog, host: string, name: string): string | null {
  const found = catalog.resolve(name, BY_HOST.get(host));
  return found === undefined || found.via === 'family' ? null : found.record.id;
}
