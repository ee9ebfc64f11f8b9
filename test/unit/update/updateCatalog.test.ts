import { beforeEach, describe, expect, it } from 'vitest';
import { encodeCatalog } from '../../../src/core/catalog/compiled';
import { createCatalog } from '../../../src/core/catalog/createCatalog';
import type { CatalogRecords } from '../../../src/core/catalog/records';
import { render } from '../../../src/core/message';
import { type BytesResponse, type HttpRequest, NEVER_CANCELED } from '../../../src/core/ports';
import { CatalogStore } from '../../../src/core/update/store';
import { createUnpacker, type UnpackPlatform } from '../../../src/core/update/unpack';
import {
  CATALOG_PACKAGE,
  installCatalogFile,
  updateCatalog,
  type UpdateOutcome,
} from '../../../src/core/update/updateCatalog';
import { type CatalogVersion, versionText } from '../../../src/core/update/version';
import { decode } from '../../../src/node/host';
import { builtRecords } from '../../support/builtCatalog';
import { packageOf, sha512 } from '../../support/packageServer';

const RECORDS: CatalogRecords = {
  ...builtRecords(),
  date: '2026-11-01',
  models: builtRecords().models.slice(0, 200),
};
const IN_FORCE = { version: { date: '2026-11-01', revision: 0 }, catalog: createCatalog(RECORDS) };
const REGISTRY = { endpoint: { origin: 'https://npm.example', basePath: '', secure: true } };
const TOOLS = {
  unpacker: createUnpacker(globalThis as unknown as UnpackPlatform),
  decode,
  today: '2026-12-31',
};
const catalogOf = (date: string, models = RECORDS.models): string =>
  encodeCatalog({ ...RECORDS, date, models });

let files: Map<string, string>;
let store: CatalogStore;
let requests: HttpRequest[];
beforeEach(() => {
  files = new Map();
  requests = [];
  store = new CatalogStore(
    {
      read: (name) =>
        Promise.resolve(files.has(name) ? new TextEncoder().encode(files.get(name)) : undefined),
      write: (name, text) => Promise.resolve(void files.set(name, text)),
      remove: (name) => Promise.resolve(void files.delete(name)),
      list: () => Promise.resolve([...files.keys()]),
    },
    IN_FORCE.version,
  );
});

/** Updates from a registry that has one catalog. */
function update(version: CatalogVersion, text: string, byItself = false): Promise<UpdateOutcome> {
  const packed = packageOf(versionText(version), text);
  const dist = { tarball: 'https://npm.example/c.tgz', integrity: sha512(packed) };
  const http = {
    getBytes(request: HttpRequest): Promise<BytesResponse> {
      requests.push(request);
      const body = request.url.endsWith('.tgz')
        ? packed
        : Buffer.from(JSON.stringify({ versions: { [versionText(version)]: { dist } } }));
      return Promise.resolve({ status: 200, headers: {}, body, truncated: false });
    },
  };
  const target = { store, inForce: IN_FORCE, byItself };
  return updateCatalog({ registry: REGISTRY }, target, { ...TOOLS, http }, NEVER_CANCELED);
}

const reasonOf = (outcome: UpdateOutcome): string =>
  outcome.kind === 'refused' ? render(outcome.reason) : outcome.kind;

describe('an update', () => {
  it('asks for the record of the package and the package, and stores what it verified', async () => {
    const text = catalogOf('2026-12-01');
    const version = { date: '2026-12-01', revision: 0 };
    const outcome = await update(version, text);
    expect(outcome).toMatchObject({
      kind: 'updated',
      installed: { version, from: 'npm.example', installed: '2026-12-31' },
    });
    expect(requests.map(({ url }) => url)).toEqual([
      `https://npm.example/${CATALOG_PACKAGE}`,
      'https://npm.example/c.tgz',
    ]);
    expect([...files.values()]).toContain(text);
    expect((await store.state()).current?.version).toEqual(version);
  });

  it('takes a correction of the same day by its revision', async () => {
    const text = catalogOf('2026-11-01');
    expect((await update({ date: '2026-11-01', revision: 0 }, text)).kind).toBe('newest');
    expect((await update({ date: '2026-11-01', revision: 1 }, text)).kind).toBe('updated');
  });

  it('is not put in force with a byte that is no text: its digest would be of another one', async () => {
    const bytes = new TextEncoder().encode(catalogOf('2026-12-01'));
    bytes[bytes.indexOf(0x41, 2_000)] = 0xff;
    const outcome = await installCatalogFile(bytes, 'file', { store, inForce: IN_FORCE }, TOOLS);
    expect('reason' in outcome && render(outcome.reason)).toBe(
      'the catalog cannot be used: it cannot be read: it is no UTF-8 text',
    );
  });

  it('refuses a catalog that has lost more than half of its models', async () => {
    const text = catalogOf('2026-12-01', RECORDS.models.slice(0, 99));
    expect(reasonOf(await update({ date: '2026-12-01', revision: 0 }, text))).toBe(
      'the catalog cannot be used: it knows only 99 models, and the one in force knows 200',
    );
    expect(files.size).toBe(0);
  });

  it.each([
    ['licenses', 'licenses'],
    ['organizations', 'publishers'],
    ['hosts', 'hosts'],
  ] as const)('refuses a catalog that has lost more than half of its %s', async (kind, word) => {
    const records = { ...RECORDS, date: '2026-12-01', [kind]: RECORDS[kind].slice(0, 1) };
    const outcome = await update({ date: '2026-12-01', revision: 0 }, encodeCatalog(records));
    expect(reasonOf(outcome)).toMatch(`the catalog cannot be used: it knows only 1 ${word}, and the one`);
    expect(files.size).toBe(0);
  });

  it('refuses a catalog of a day far ahead, than which no later one would be newer', async () => {
    const outcome = await update({ date: '2027-02-01', revision: 0 }, catalogOf('2027-02-01'));
    expect(reasonOf(outcome)).toBe(
      'the catalog cannot be used: it is of 2027-02-01, and today is 2026-12-31',
    );
    expect((await update({ date: '2027-01-31', revision: 0 }, catalogOf('2027-01-31'))).kind).toBe('updated');
  });

  it('refuses a catalog of a day that no calendar has', async () => {
    const bytes = new TextEncoder().encode(catalogOf('2026-12-41'));
    const outcome = await installCatalogFile(bytes, 'file', { store, inForce: IN_FORCE }, TOOLS);
    expect(reasonOf(outcome)).toBe(
      'the catalog cannot be used: it is of 2026-12-41, and today is 2026-12-31',
    );
  });

  it('does not bring back by itself what its user took back, but a newer one, and when asked', async () => {
    const first = { date: '2026-12-01', revision: 0 };
    const text = catalogOf(first.date);
    await update(first, text);
    await store.rollBack();
    expect((await update(first, text, true)).kind).toBe('newest');
    expect((await update({ date: '2026-12-02', revision: 0 }, catalogOf('2026-12-02'), true)).kind).toBe(
      'updated',
    );
    await store.rollBack();
    expect((await update({ date: '2026-12-02', revision: 0 }, catalogOf('2026-12-02'))).kind).toBe('updated');
  });
});

describe('a file', () => {
  const install = (bytes: Uint8Array | string): Promise<UpdateOutcome> =>
    installCatalogFile(Buffer.from(bytes), 'c.tgz', { store, inForce: IN_FORCE }, TOOLS);

  it('of a package counts with the revision that its manifest states', async () => {
    const packed = packageOf(versionText({ date: '2026-11-01', revision: 2 }), catalogOf('2026-11-01'));
    expect(await install(packed)).toMatchObject({ kind: 'updated', installed: { version: { revision: 2 } } });
  });

  it('that is older than the catalog in force is refused', async () => {
    expect(reasonOf(await install(catalogOf('2026-10-01')))).toBe(
      'the catalog of 2026-10-01 is not newer than the one in force, which is of 2026-11-01',
    );
  });

  it('that is nothing of the kind is refused', async () => {
    expect(reasonOf(await install(''))).toContain('it is not a compiled catalog');
    expect(reasonOf(await install(Uint8Array.of(0x1f, 0x8b, 8)))).toContain('cannot be unpacked');
  });
});
