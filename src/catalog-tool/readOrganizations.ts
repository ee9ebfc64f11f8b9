import type { OrganizationRecord } from '../core';
import type { DataFile } from './readData';
import { sourcesOf, type NamedSources, type StatedSources } from './namedSources';

/** An organization as people write it: `parent` and `owners` only where there are any. */
type OrganizationEntry = Omit<OrganizationRecord, 'parent' | 'owners' | 'sources'> &
  Partial<Pick<OrganizationRecord, 'parent' | 'owners'>> & {
    readonly sources: StatedSources;
  };

/** The full records of one file of organizations, in its order. */
export function organizationsOf(file: DataFile, sources: NamedSources): OrganizationRecord[] {
  return (file.value as readonly OrganizationEntry[]).map(({ sources: from, ...entry }) => ({
    parent: null,
    owners: [],
    ...entry,
    sources: sourcesOf(from, Object.keys(entry), sources),
  }));
}
