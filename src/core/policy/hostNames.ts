import type { HostRecord } from '../catalog/hostRecords';

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
