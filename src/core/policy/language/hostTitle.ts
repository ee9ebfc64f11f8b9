import type { HostRecord } from '../../catalog/hostRecords';
import type { Catalog } from '../../catalog/records';

/** `Amazon Bedrock · Amazon, United States`: what a host is called, who runs it and from where. */
export function hostTitle(
  { id, name, operator }: HostRecord,
  catalog: Catalog,
  countryName: (code: string) => string,
): string {
  const organization = operator === null ? undefined : catalog.organization(operator);
  const runner =
    organization === undefined
      ? []
      : [organization.name, ...(organization.country === null ? [] : [countryName(organization.country)])];
  return [...(name === null ? [] : [name]), runner.length === 0 ? id : runner.join(', ')].join(' · ');
}
