import { type CatalogRecords, daysBetween, REGISTRIES, type Registry } from '../../core';

/** Days. A host that lists a name as active so long after the earliest end that it states never meant that day. */
const LONG_AFTER = 90;

/**
 * What is wrong with the hosts beside the other records: operators, publishers, terms and models that do not exist, an address or a
 * name that stands twice, days that contradict the state, and successors that have ended.
 * @returns one sentence per problem, naming the host.
 */
export function checkHosts({ hosts, organizations, licenses, models }: CatalogRecords): readonly string[] {
  const known = new Set(organizations.map(({ id }) => id));
  const keys = new Set(licenses.map(({ key }) => key));
  const ids = new Set(models.map(({ id }) => id));
  const registries: ReadonlySet<string> = new Set(REGISTRIES);
  const addresses = new Map<string, string>();
  return hosts.flatMap(({ id, operator, terms, endpoints, resells, names, fallback }) => {
    const organization = (of: string | null): string[] =>
      of === null || known.has(of) ? [] : [`host ${id}: there is no organization ${of}`];
    const seen = new Map<string, string>();
    const ended = new Set(
      names.filter(({ status }) => status === 'retired').map((service) => service.id.toLowerCase()),
    );
    return [
      ...organization(operator),
      ...fallback.flatMap(({ publisher }) => organization(publisher)),
      ...(terms === null || keys.has(terms) ? [] : [`host ${id}: there is no license ${terms}`]),
      ...resells
        .filter((registry: Registry) => !registries.has(registry))
        .map((registry) => `host ${id}: there is no registry ${registry}`),
      ...endpoints.flatMap((address) => {
        const other = addresses.get(address);
        addresses.set(address, id);
        return other === undefined ? [] : [`host ${id}: ${address} is the address of ${other}`];
      }),
      ...names.flatMap((service) => [
        ...[service.id, ...service.aliases].flatMap((name) => {
          const other = seen.get(name.toLowerCase());
          seen.set(name.toLowerCase(), service.id);
          return other === undefined ? [] : [`host ${id}: the name ${name} stands twice`];
        }),
        ...(service.model === null || ids.has(service.model)
          ? []
          : [`host ${id}: ${service.id} runs ${service.model}, which has no record`]),
        ...(service.status === 'active' && service.endsOn !== null
          ? [`host ${id}: ${service.id} is active and yet ends on ${service.endsOn}`]
          : []),
        ...(service.status === 'active' &&
        service.endsNotBefore !== null &&
        daysBetween(service.endsNotBefore, service.source.read) > LONG_AFTER
          ? [
              `host ${id}: ${service.id} was seen long after ${service.endsNotBefore}, so that this day says nothing of its end`,
            ]
          : []),
        ...(service.successor?.toLowerCase() === service.id.toLowerCase()
          ? [`host ${id}: ${service.id} is its own successor`]
          : []),
        ...(service.successor !== null && ended.has(service.successor.toLowerCase())
          ? [`host ${id}: ${service.successor}, the successor of ${service.id}, has ended itself`]
          : []),
      ]),
    ];
  });
}
