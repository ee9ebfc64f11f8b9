import { execFile } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isoDay } from '../../src/core/isoDay';
import {
  CATALOG_PACKAGE,
  type PackageServer,
  packageOf,
  startPackageServer,
  tarOf,
  withHead,
} from '../support/packageServer';
import { CLI, cli, folderWith, type Outcome, ROOT, spawnCli } from './cli';

const BUNDLED = readFileSync(join(ROOT, 'dist/catalog.jsonl'), 'utf8');
const { version: FORMAT, date: TODAY } = JSON.parse(BUNDLED.slice(0, BUNDLED.indexOf('\n'))) as {
  version: number;
  date: string;
};
const DAY_MS = 86_400_000;
/** Later than the catalog that came with the program, and not so late that no update would be believed. */
const LATER = isoDay(Date.now() + 5 * DAY_MS);
const LATEST = isoDay(Date.now() + 9 * DAY_MS);
const DATES = { models: isoDay(Date.now()), services: LATER, licenses: '2026-01-30' };
const NEWER = withHead(BUNDLED, { date: LATER, dates: DATES });
const versionOf = (date: string, format = FORMAT): string => `${format}.${date.replaceAll('-', '')}.0`;
const V = versionOf(LATER);
const PACKED = packageOf(V, NEWER);

let server: PackageServer;
let home: string;
beforeEach(async () => {
  server = await startPackageServer();
  home = folderWith({ '.npmrc': '' });
});
afterEach(() => server.close());

function run(
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
  cwd = ROOT,
  program = cli,
): Promise<Outcome> {
  return program(args, {
    cwd,
    env: {
      XDG_DATA_HOME: join(home, 'data'),
      // As a person starts it, not as the package manager that runs these tests.
      npm_execpath: undefined,
      npm_config_user_agent: undefined,
      npm_lifecycle_event: undefined,
      npm_config_userconfig: join(home, '.npmrc'),
      npm_config_globalconfig: join(home, 'none'),
      npm_config_registry: server.origin,
      ...env,
    },
  });
}

const update = (...args: readonly string[]): Promise<Outcome> => run(['catalog', 'update', ...args]);
/** In a process of its own, with all that a process loads. */
const updateAlone = (): Promise<Outcome> => run(['catalog', 'update'], {}, ROOT, spawnCli);

async function status(env: NodeJS.ProcessEnv = {}): Promise<Record<string, unknown>> {
  return JSON.parse((await run(['catalog', 'status', '--format', 'json'], env)).stdout) as Record<
    string,
    unknown
  >;
}

describe('catalog status', () => {
  it('tells a date for each part, and that the catalog came with the program', async () => {
    const { stdout } = await run(['catalog', 'status']);
    expect(stdout).toMatch(/^Catalog of \d{4}-\d\d-\d\d\n/);
    expect(stdout).toMatch(/^models +\d{4}-\d\d-\d\d$/m);
    expect(stdout).toMatch(/^services and end dates +\d{4}-\d\d-\d\d$/m);
    expect(stdout).toMatch(/^licenses +\d{4}-\d\d-\d\d$/m);
    expect(stdout).toMatch(/^from +the program$/m);
    expect(await status()).toMatchObject({ date: TODAY, source: 'bundled', bundled: TODAY, previous: null });
  });
});

describe('catalog update', () => {
  it('puts the newest catalog of the format in force, for every command', async () => {
    server.publish(versionOf(TODAY), packageOf(versionOf(TODAY), NEWER));
    server.publish(V, PACKED);
    server.publish(versionOf('2099-05-05', FORMAT + 1), Buffer.from('of a later program'));
    server.versions['99.0.0-beta'] = {};
    const { code, stderr } = await updateAlone();
    expect(stderr).toBe(
      `Asking ${server.host} for ${CATALOG_PACKAGE}.\nThe catalog of ${LATER} is in force: models of ${DATES.models}, services and end dates of ${DATES.services}, licenses of ${DATES.licenses}.\n`,
    );
    expect(code).toBe(0);
    expect(server.requests.map(({ url }) => url)).toEqual([
      `/${CATALOG_PACKAGE}`,
      `/${CATALOG_PACKAGE}/-/${CATALOG_PACKAGE}-${V}.tgz`,
    ]);
    expect(await status()).toMatchObject({
      date: LATER,
      dates: DATES,
      version: V,
      source: 'updated',
      from: server.host,
      bundled: TODAY,
      previous: TODAY,
    });
    const { stdout } = await run(['audit', 'package.json', '--format', 'json']);
    expect((JSON.parse(stdout) as { tool: object }).tool).toMatchObject({
      catalogDate: LATER,
      catalogDates: DATES,
    });
  });

  it('says where nothing newer is to be had, and fetches no package', async () => {
    server.publish(versionOf(TODAY), packageOf(versionOf(TODAY), BUNDLED));
    const { code, stderr } = await update();
    expect([code, stderr]).toEqual([
      0,
      `Asking ${server.host} for ${CATALOG_PACKAGE}.\nThe catalog in force is the newest: ${TODAY} is what the registry has.\n`,
    ]);
    expect(server.requests).toHaveLength(1);
  });

  it('leaves out what the publisher has withdrawn', async () => {
    server.publish(V, PACKED);
    server.versions[V] = { ...server.versions[V], deprecated: 'wrong facts' };
    const { code, stderr } = await update();
    expect(stderr).toContain(
      `${server.host} has no catalog that this version of Model License Lens can read.`,
    );
    expect(code).toBe(3);
  });

  it('takes the file of a package, or a catalog, where no registry can be reached', async () => {
    const files = folderWith({ 'c.tgz': PACKED, 'c.jsonl': NEWER, 'notes.txt': 'no catalog\n' });
    const { stderr } = await update(join(files, 'notes.txt'));
    expect(stderr).toBe(
      'The catalog was not updated: the catalog cannot be used: it is not a compiled catalog.\n',
    );
    expect((await update(join(files, 'c.tgz'))).code).toBe(0);
    expect(await status()).toMatchObject({ date: LATER, from: join(files, 'c.tgz') });
    expect((await update(join(files, 'c.jsonl'))).stderr).toContain('is not newer than the one in force');
    await update('--rollback');
    expect((await update(join(files, 'c.jsonl'))).code).toBe(0);
    expect(await status()).toMatchObject({ date: LATER, from: join(files, 'c.jsonl') });
    expect(server.requests).toEqual([]);
  });

  it('is taken back one by one, down to the catalog of the program', async () => {
    server.publish(V, PACKED);
    await update();
    const last = versionOf(LATEST);
    server.publish(last, packageOf(last, withHead(BUNDLED, { date: LATEST })));
    await update();
    expect(await status()).toMatchObject({ date: LATEST, previous: LATER });
    expect((await update('--rollback')).stderr).toBe(`The catalog of ${LATER} is in force again.\n`);
    expect(await status()).toMatchObject({ date: LATER, previous: TODAY });
    expect((await update('--rollback')).stderr).toBe(`The catalog of ${TODAY} is in force again.\n`);
    expect(await status()).toMatchObject({ date: TODAY, source: 'bundled' });
    const { code, stderr } = await update('--rollback');
    expect([code, stderr]).toEqual([
      3,
      `There is no update to take back: the catalog of ${TODAY} came with the program.\n`,
    ]);
    // Nothing is left of the catalogs that are no longer in use.
    expect(readdirSync(join(home, 'data/model-license-lens/catalog'))).toEqual([`${FORMAT}.json`]);
  });

  it('may run twice at once', async () => {
    server.publish(V, PACKED);
    const outcomes = await Promise.all([updateAlone(), updateAlone(), updateAlone()]);
    expect(outcomes.map(({ code }) => code)).toEqual([0, 0, 0]);
    expect(await status()).toMatchObject({ date: LATER, previous: TODAY });
    expect(readdirSync(join(home, 'data/model-license-lens/catalog'))).toHaveLength(2);
  });
});

describe('what cannot be used leaves the catalog in force, with the reason and exit code 3', () => {
  const refused = async (reason: string, env: NodeJS.ProcessEnv = {}): Promise<void> => {
    const { code, stderr } = await run(['catalog', 'update'], env);
    expect(stderr).toContain(`The catalog was not updated: ${reason}`);
    expect(code).toBe(3);
    expect(await status(env)).toMatchObject({ date: TODAY, source: 'bundled' });
  };

  it('a package that was tampered with, or is cut off', async () => {
    server.publish(V, PACKED);
    server.on(`/${CATALOG_PACKAGE}/-/${CATALOG_PACKAGE}-${V}.tgz`, (_, response) =>
      response.end(PACKED.subarray(0, PACKED.length - 100)),
    );
    await refused(`the package is not the one that ${server.host} describes: its sha512 differs.`);
  });

  it('a connection that breaks', async () => {
    server.publish(V, PACKED);
    server.on(`/${CATALOG_PACKAGE}/-/${CATALOG_PACKAGE}-${V}.tgz`, (_, response) => {
      response.writeHead(200, { 'content-length': PACKED.length });
      response.write(PACKED.subarray(0, 1000), () => response.destroy());
    });
    await refused(`${server.host} could not be reached: `);
  });

  it('a package without a sha512', async () => {
    server.publish(V, PACKED, { integrity: 'sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk=' });
    await refused(`${server.host} states no sha512 of the package, so it cannot be verified.`);
  });

  it('only newer formats', async () => {
    server.publish(versionOf(LATER, FORMAT + 1), Buffer.from(''));
    await refused(`${server.host} has only catalogs of a newer format; update Model License Lens first.`);
  });

  it.each<[string, string, (catalog: string) => string]>([
    [
      'another format than its package says',
      `it has format ${FORMAT + 1}`,
      (text) => withHead(text, { version: FORMAT + 1 }),
    ],
    ['another day than its package says', `it is of ${TODAY}, and its package says ${LATER}.`, () => BUNDLED],
    ['no end', 'its part "', (text) => text.slice(0, text.length / 2)],
    [
      'a part of a wrong schema',
      'its part "licenses" is damaged.',
      (text) => text.replace('"category":"', '"kategory":"'),
    ],
    [
      'a model that its index does not find',
      'it does not find its own model ',
      (text) => text.replace('01-ai/\\n', '01-aj/\\n'),
    ],
    ['no catalog', 'it is not a compiled catalog.', () => '<html></html>'],
  ])('a catalog with %s', async (_name, reason, damage) => {
    const damaged = damage(NEWER);
    expect(damaged).not.toBe(NEWER);
    server.publish(V, packageOf(V, damaged));
    await refused(`the catalog cannot be used: ${reason}`);
  });

  it('a package that is huge when unpacked, or no archive', async () => {
    server.publish(V, gzipSync(Buffer.alloc(90_000_000), { level: 1 }));
    await refused('the package cannot be unpacked: it is damaged, or larger than 80 MB.');
    server.publish(V, gzipSync(Buffer.from('no archive'.repeat(100))));
    await refused('the package cannot be used: it is not a whole archive.');
  });

  it.each<[string, string, readonly { name: string; content: string; type?: string }[]]>([
    [
      'a link',
      'catalog.jsonl in it is not a regular file',
      [{ name: 'package/catalog.jsonl', content: '', type: '2' }],
    ],
    ['no catalog', 'it holds no catalog.jsonl', [{ name: 'package/other.jsonl', content: '' }]],
    [
      'two',
      'it holds catalog.jsonl twice',
      [
        { name: 'package/catalog.jsonl', content: '' },
        { name: '../catalog.jsonl', content: '' },
      ],
    ],
  ])('a package that holds %s', async (_name, reason, entries) => {
    server.publish(V, gzipSync(tarOf([{ name: 'package/package.json', content: '{}' }, ...entries])));
    await refused(`the package cannot be used: ${reason}.`);
  });

  it('a registry that sends more than a package is large', async () => {
    server.publish(V, PACKED);
    server.on(`/${CATALOG_PACKAGE}/-/${CATALOG_PACKAGE}-${V}.tgz`, (_, response) =>
      response.end(Buffer.alloc(20_000_001)),
    );
    await refused(`what ${server.host} sends is larger than 20 MB.`);
  });

  it('a registry that is down, knows no such package, fails, or wants a login', async () => {
    await refused(`${server.host} does not have the package.`);
    server.on(`/${CATALOG_PACKAGE}`, (_, response) => response.writeHead(500).end());
    await refused(`${server.host} answered with status 500.`);
    server.on(`/${CATALOG_PACKAGE}`, (_, response) => response.writeHead(401).end());
    await refused(`${server.host} asks for a login (401): log in with npm first.`);
    server.on(`/${CATALOG_PACKAGE}`, (_, response) => response.end('<html>Welcome to this hotel</html>'));
    await refused(`the answer of ${server.host} is not the record of a package.`);
    await refused('127.0.0.1:9 could not be reached: ', { npm_config_registry: 'http://127.0.0.1:9' });
  });

  it('a proxy that Node.js was not told to use, which is then said', async () => {
    const { stderr } = await run(['catalog', 'update'], {
      npm_config_registry: 'http://127.0.0.1:9',
      HTTPS_PROXY: 'http://127.0.0.1:9',
      NODE_USE_ENV_PROXY: '',
    });
    expect(stderr).toContain('Node.js uses it when NODE_USE_ENV_PROXY=1 is set too');
  });

  it('a folder that cannot be written', async () => {
    server.publish(V, PACKED);
    await refused('the catalog could not be kept: ', { XDG_DATA_HOME: join(home, '.npmrc') });
  });
});

describe('the registry', () => {
  it('is never another host than the user set: neither by a redirect nor by the record', async () => {
    const asked: string[] = [];
    const other = createServer((request, response) => {
      asked.push(request.headers.authorization ?? '-');
      response.end();
    });
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as { port: number };
    const elsewhere = `http://127.0.0.1:${port}/c.tgz`;
    writeFileSync(join(home, '.npmrc'), `//${server.host}/:_authToken=secret\n`);
    server.publish(V, PACKED, { tarball: elsewhere });
    const byRecord = await update();
    server.on(`/${CATALOG_PACKAGE}`, (_, response) => response.writeHead(302, { location: elsewhere }).end());
    const byRedirect = await update();
    other.close();
    for (const { code, stderr } of [byRecord, byRedirect]) {
      expect(stderr).toContain(
        `${server.host} leads to another host, 127.0.0.1:${port}, which was not asked.`,
      );
      expect(code).toBe(3);
    }
    expect(asked).toEqual([]);
    expect(server.requests.map(({ headers }) => headers.authorization)).toEqual([
      'Bearer secret',
      'Bearer secret',
    ]);
  });

  it('may redirect on its own host', async () => {
    server.publish(V, PACKED);
    server.on('/moved', (_, response) => response.end(JSON.stringify({ versions: server.versions })));
    server.on(`/${CATALOG_PACKAGE}`, (_, response) => response.writeHead(301, { location: '/moved' }).end());
    expect((await update()).code).toBe(0);
  });

  it('is that of the user’s .npmrc where the environment names none, never that of the folder', async () => {
    server.publish(V, PACKED);
    writeFileSync(join(home, '.npmrc'), `; mine\nregistry = "\${MIRROR}"\n`);
    const project = join(home, 'project');
    mkdirSync(project);
    writeFileSync(join(project, '.npmrc'), 'registry=http://127.0.0.1:9\n');
    const { code } = await run(
      ['catalog', 'update'],
      { npm_config_registry: undefined, MIRROR: server.origin },
      project,
    );
    expect(code).toBe(0);
  });

  it('is not that of a project whose package manager started the program', async () => {
    server.publish(V, PACKED);
    writeFileSync(join(home, '.npmrc'), `registry=${server.origin}\n`);
    const project = join(home, 'project');
    mkdirSync(project);
    writeFileSync(join(project, '.npmrc'), 'registry=http://127.0.0.1:9/\n');
    writeFileSync(
      join(project, 'package.json'),
      JSON.stringify({
        name: 'project',
        scripts: { update: `"${process.execPath}" "${CLI}" catalog update` },
      }),
    );
    const { stderr } = await promisify(execFile)('npm', ['run', 'update'], {
      cwd: project,
      shell: process.platform === 'win32',
      env: {
        ...process.env,
        HOME: home,
        USERPROFILE: home,
        XDG_DATA_HOME: join(home, 'data'),
        npm_config_registry: undefined,
        npm_config_userconfig: undefined,
      },
    });
    expect(stderr).toContain(`The catalog of ${LATER} is in force`);
  });

  it('of an organization’s own package is that of its scope', async () => {
    const own = await startPackageServer('@acme/models');
    own.publish(V, PACKED);
    writeFileSync(join(home, '.npmrc'), `@acme:registry=${own.origin}/\n`);
    const { code } = await update('--package', '@acme/models');
    await own.close();
    expect(code).toBe(0);
    expect(server.requests).toEqual([]);
  });

  it.each([
    [
      { npm_config_registry: 'http://registry.example' },
      'the registry that npm is set to ask cannot be asked',
    ],
    [{ npm_config_offline: 'true' }, 'npm is set to work offline'],
  ])('is not asked where %j', async (env, reason) => {
    const { code, stderr } = await run(['catalog', 'update'], env);
    expect(stderr).toContain(`The catalog was not updated: ${reason}`);
    expect(code).toBe(3);
  });
});

describe('a stored catalog', () => {
  it('that was damaged is not used, and every run says so', async () => {
    server.publish(V, PACKED);
    await update();
    const folder = join(home, 'data/model-license-lens/catalog');
    const [file = ''] = readdirSync(folder).filter((name) => name.endsWith('.jsonl'));
    writeFileSync(join(folder, file), NEWER.slice(0, -1));
    const { code, stderr } = await run(['lookup', 'Qwen/Qwen3-8B']);
    expect(stderr).toBe(
      `The updated catalog of ${LATER} is missing or damaged; the one of ${TODAY} that came with the program is in force.\n`,
    );
    expect(code).toBe(0);
    writeFileSync(join(folder, `${FORMAT}.json`), '{"current":{"version":"x"');
    expect(await status()).toMatchObject({ date: TODAY, source: 'bundled' });
  });

  it('that is older than the one of the program is not used', async () => {
    const folder = join(home, 'data/model-license-lens/catalog');
    mkdirSync(folder, { recursive: true });
    const current = { version: versionOf('2020-01-01'), sha512: 'x', from: 'x', installed: '2020-01-02' };
    writeFileSync(join(folder, `${FORMAT}.json`), JSON.stringify({ current, previous: null }));
    expect(await status()).toMatchObject({ date: TODAY, source: 'bundled', previous: null });
  });
});

describe('--catalog', () => {
  it('uses a compiled catalog instead, checked first', async () => {
    const files = folderWith({
      'c.jsonl': NEWER,
      'cut.jsonl': NEWER.slice(0, 3_000_000),
      'p.tgz': PACKED,
    });
    const { stdout } = await run([
      'audit',
      'package.json',
      '--format',
      'json',
      '--catalog',
      join(files, 'c.jsonl'),
    ]);
    expect((JSON.parse(stdout) as { tool: { catalogDate: string } }).tool.catalogDate).toBe(LATER);
    for (const [name, reason] of [
      ['cut.jsonl', 'its part "'],
      ['none.jsonl', 'it cannot be read: ENOENT'],
      ['p.tgz', 'it is a package; put it in force with: catalog update FILE'],
      ['.', 'it is not a regular file'],
    ] as const) {
      const { code, stderr } = await run(['lookup', 'qwen3:8b', '--catalog', join(files, name)]);
      expect(stderr).toContain(`${name === '.' ? files : name} cannot be used: ${reason}`);
      expect(code).toBe(2);
    }
  });
});

describe('no socket is opened', () => {
  const GUARD = pathToFileURL(join(ROOT, 'test/support/noSockets.mjs')).href;
  const guarded = (args: readonly string[]): Promise<Outcome> =>
    run(args, { NODE_OPTIONS: `--import ${GUARD}` }, ROOT, spawnCli);

  it('before the user asks for an update: by no other command, and not by a file or a step back', async () => {
    const files = folderWith({ 'c.tgz': PACKED });
    for (const args of [
      ['catalog', 'status'],
      ['catalog', 'update', join(files, 'c.tgz')],
      ['lookup', 'Qwen/Qwen3-8B'],
      ['catalog', 'update', '--rollback'],
    ]) {
      const { code, stderr } = await guarded(args);
      expect(stderr).not.toContain('NETWORK');
      expect(code).toBe(0);
    }
  });

  it('and the guard does see the one of an update', async () => {
    const { code, stderr } = await guarded(['catalog', 'update']);
    expect(stderr).toContain('NETWORK: globalThis.fetch');
    expect(stderr).toContain(`${server.host} could not be reached: the network is off limits`);
    expect(code).toBe(3);
  });
});
