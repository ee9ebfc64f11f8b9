import { ownersOf } from '../catalog/recordNames';
import type { OrganizationRecord } from '../catalog/records';
import type { Registry } from '../vocabulary';

/** The organization behind the namespace of an id: `owner/name` on the Hub, the whole registry elsewhere. */
export function namespaceOwners(organizations: readonly OrganizationRecord[]) {
  const owners = ownersOf(organizations);
  return (registry: Registry, id: string): string | null => {
    const slash = id.indexOf('/');
    const namespace = slash < 0 ? '*' : id.slice(0, slash);
    return owners.get(`${registry}:${namespace}`.toLowerCase())?.id ?? null;
  };
}
