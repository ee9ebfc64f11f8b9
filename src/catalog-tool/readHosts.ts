import type { HostRecord, ServiceRecord } from '../core';
import type { ListedFile } from './coverage/writeServices';
import type { DataFile } from './readData';

/** The hosts, each with the names beside its own calendar that packages list for it: they exist there, and no more is said of them. */
export function withListed(hosts: readonly HostRecord[], files: readonly DataFile[]): readonly HostRecord[] {
  const listed = new Map(
    files.map(({ value }) => [(value as ListedFile).host, (value as ListedFile).packages]),
  );
  return hosts.map((host) => {
    const own = new Set(host.names.flatMap(({ id, aliases }) => [id, ...aliases]).map(lower));
    const more = Object.entries(listed.get(host.id) ?? {}).flatMap(([name, { day, names }]) => {
      const source = { url: pageOf(name), read: day };
      return names.filter((id) => !own.has(lower(id))).map((id) => ({ ...UNTOLD, id, source }));
    });
    return more.length === 0 ? host : { ...host, names: [...host.names, ...more] };
  });
}

const UNTOLD: Omit<ServiceRecord, 'id' | 'source'> = {
  aliases: [],
  model: null,
  status: 'active',
  endsOn: null,
  endsNotBefore: null,
  deprecatedOn: null,
  successor: null,
  note: null,
};

/** `@scope/name@1.2.3` has a page of its own on npm. */
function pageOf(name: string): string {
  const at = name.lastIndexOf('@');
  return `https://www.npmjs.com/package/${name.slice(0, at)}/v/${name.slice(at + 1)}`;
}

function lower(text: string): string {
  return text.toLowerCase();
}
