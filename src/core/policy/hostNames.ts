import { hostAddress } from '../catalog/hostAddress';
import type { HostRecord } from '../catalog/hostRecords';
import type { Catalog } from '../catalog/records';

/**
 * What names a host as a whole in a list: its id, its addresses, and `example.com` where it answers at `api.example.com`. An address of
 * only one of its regions, or of one customer, names no more than the calls to it.
 */
export function namesOfHost({ id, endpoints, regions: { places } }: HostRecord): readonly string[] {
  const whole = endpoints
    .map((address) => address.replace(/\/.*/, ''))
    .filter((name) => !Object.hasOwn(places, name));
  const domains = whole.flatMap((name) => /^api\.([^.*]+\.[^.*]+)$/.exec(name)?.[1] ?? []);
  return [id, ...whole, ...domains];
}

/**
 * What names a machine of the project's own in a list: `llm.acme.internal`, `litellm`. A service of a cluster that is
 * called like a host of the catalog has no name of its own.
 */
export function nameOfOwnAddress(
  written: string | undefined,
  catalog: Pick<Catalog, 'host'>,
): string | undefined {
  const name = written === undefined ? undefined : hostAddress(written)?.host;
  return name === undefined || catalog.host(name) !== undefined ? undefined : name;
}
