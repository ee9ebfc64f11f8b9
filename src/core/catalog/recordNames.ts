/** The names by which licenses and organizations are looked up, and how they are compiled: no record has to be read to find another. */
import type { Items } from './items';
import type { LicenseRecord, OrganizationRecord } from './records';
import { buildSlots, type Slots, SlotTable } from './slots';

/** Licenses by key, SPDX id and alias. A key goes before an SPDX id, and that before an alias, whatever their order. */
export function licensesByName(licenses: readonly LicenseRecord[]): ReadonlyMap<string, LicenseRecord> {
  const named = new Map<string, LicenseRecord>();
  const add = (name: string, record: LicenseRecord): void => {
    const key = name.toLowerCase();
    if (!named.has(key)) named.set(key, record);
  };
  for (const record of licenses) add(record.key, record);
  for (const record of licenses) if (record.spdx !== null) add(record.spdx, record);
  for (const record of licenses) for (const alias of record.aliases) add(alias, record);
  return named;
}

/** Organizations by their namespaces, `registry:owner`, in lower case. */
export function ownersOf(
  organizations: readonly OrganizationRecord[],
): ReadonlyMap<string, OrganizationRecord> {
  return new Map(
    organizations.flatMap((record) => record.owners.map((owner) => [owner.toLowerCase(), record] as const)),
  );
}

export function organizationsById(
  organizations: readonly OrganizationRecord[],
): ReadonlyMap<string, OrganizationRecord> {
  return new Map(organizations.map((record) => [record.id.toLowerCase(), record]));
}

/** All names of a record, which may be those of another one, too. */
type NamesOf<T> = (record: T) => readonly string[];

export const namesOfLicense: NamesOf<LicenseRecord> = ({ key, spdx, aliases }) => [
  key,
  ...(spdx === null ? [] : [spdx]),
  ...aliases,
];
export const namesOfOrganization: NamesOf<OrganizationRecord> = ({ id }) => [id];
export const namespacesOf: NamesOf<OrganizationRecord> = ({ owners }) => owners;

/** Each name with the number of its record and its own among that one's names: for any name there is one of a record. */
export interface NameSlots extends Slots {
  /** More names than any record has. */
  readonly names: number;
}

/** @param named which record each name leads to, in lower case */
export function compileNames<T>(
  records: readonly T[],
  named: ReadonlyMap<string, T>,
  namesOf: NamesOf<T>,
): NameSlots {
  const numbers = new Map(records.map((record, number) => [record, number]));
  const names = Math.max(1, ...records.map((record) => namesOf(record).length));
  const valueOf = (name: string, record: T): number =>
    (numbers.get(record) ?? 0) * names + namesOf(record).findIndex((one) => one.toLowerCase() === name);
  return { ...buildSlots([...named].map(([name, record]) => [name, valueOf(name, record)])), names };
}

/** Finds the record of a name in lower case. */
export function compiledNames<T>(
  slots: NameSlots,
  records: Items<T>,
  namesOf: NamesOf<T>,
): (name: string) => T | undefined {
  const recordOf = (value: number): T | undefined => records.at(Math.floor(value / slots.names));
  const table = new SlotTable(slots, (value, name) => {
    const record = recordOf(value);
    return record !== undefined && namesOf(record)[value % slots.names]?.toLowerCase() === name;
  });
  return (name) => {
    const [value] = table.all(name);
    return value === undefined ? undefined : recordOf(value);
  };
}
