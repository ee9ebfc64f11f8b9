import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { writeServices, type DatedList } from '../../../../src/catalog-tool/coverage/writeServices';
import { withListed } from '../../../../src/catalog-tool/readHosts';
import { readData } from '../../../../src/catalog-tool/readData';
import type { HostRecord } from '../../../../src/core/catalog/hostRecords';

const folder = mkdtempSync(join(tmpdir(), 'listed-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const list = (name: string, names: readonly string[], isCurrent = true): DatedList => ({
  package: name,
  version: '1.0.0',
  day: '2026-11-20',
  isCurrent,
  names: names.map((id) => ({ host: id.startsWith('x') ? 'xhost' : 'acme', id })),
});

describe('names that packages list', () => {
  it('are written a file a host, each once, without lists of the past, in place of what was there', () => {
    writeServices(folder, [list('@a/old', ['x-gone'])], new Set(['xhost']));
    const unknown = writeServices(
      folder,
      [list('@a/one', ['b', 'a', 'x1']), list('@a/two', ['A', 'c']), list('@a/past', ['d'], false)],
      new Set(['acme']),
    );
    expect(unknown).toEqual(['xhost']);
    expect(readdirSync(join(folder, 'listed'))).toEqual(['acme.yaml']);
    expect(parse(readFileSync(join(folder, 'listed/acme.yaml'), 'utf8'))).toEqual({
      host: 'acme',
      packages: {
        '@a/one@1.0.0': { day: '2026-11-20', names: ['a', 'b'] },
        '@a/two@1.0.0': { day: '2026-11-20', names: ['c'] },
      },
    });
  });

  it('stand behind what the calendar of the host says, with the page of the package', () => {
    const own = { id: 'A', aliases: ['b'], status: 'retired' } as unknown as HostRecord['names'][number];
    const [host] = withListed(
      [{ id: 'acme', names: [own] } as unknown as HostRecord],
      readData(folder, 'listed'),
    );
    expect(host?.names.map(({ id, status }) => [id, status])).toEqual([
      ['A', 'retired'],
      ['c', 'active'],
    ]);
    expect(host?.names[1]?.source).toEqual({
      url: 'https://www.npmjs.com/package/@a/two/v/1.0.0',
      read: '2026-11-20',
    });
  });
});
