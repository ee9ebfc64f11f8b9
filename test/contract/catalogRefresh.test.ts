import { spawn } from 'node:child_process';
import { cpSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { json, startHubServer, type HubServer } from '../support/hubServer';
import { folderWith, ROOT } from './cli';

const CATALOG = join(ROOT, 'src/catalog');
/** What a refresh of models that the catalog has not needs of it: to read the rest takes longer than all else these tests do. */
const NEEDED = ['sources.yaml', 'family-names.yaml', 'licenses/permissive.yaml'];

let server: HubServer;
let folder: string;
beforeEach(async () => {
  server = await startHubServer();
  folder = folderWith({ 'src/catalog/license-names.yaml': 'exact: {}\nbyOwner: {}\nnone: []\n' });
  for (const file of NEEDED) cpSync(join(CATALOG, file), join(folder, 'src/catalog', file));
});
afterEach(() => server.close());

const IDS = Array.from({ length: 24 }, (_, index) => `acme/m${String(index).padStart(2, '0')}`);
const answer = (id: string) =>
  json({ id, tags: ['license:mit'], cardData: { license: 'mit' }, gated: false });

/** Runs the built tool as a person would, with a Hub on this machine; `started` may stop it. */
function catalog(
  args: readonly string[],
  {
    env = {},
    input = '',
    started,
  }: { env?: NodeJS.ProcessEnv; input?: string; started?: (stop: () => void) => void } = {},
): Promise<{ code: number | null; stdout: string; stderr: string }> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [join(ROOT, 'dist/catalogTool.js'), ...args], {
      cwd: folder,
      env: {
        ...process.env,
        HF_ENDPOINT: server.origin,
        HF_TOKEN: '',
        HF_HUB_OFFLINE: '',
        XDG_CACHE_HOME: folder,
        ...env,
      },
    });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk) => (stdout += String(chunk)));
    child.stderr.on('data', (chunk) => (stderr += String(chunk)));
    child.on('close', (code) => done({ code, stdout, stderr }));
    child.stdin.end(input);
    started?.(() => child.kill('SIGINT'));
  });
}

describe('catalog refresh', () => {
  it('reads ids from standard input, writes a proposal beside the sources and says so', async () => {
    server.on('acme/m00', answer('acme/m00'));
    const { code, stdout, stderr } = await catalog(
      ['refresh', '--ids', '-', '--proposal', join(folder, 'p')],
      { input: 'acme/m00\nacme/gone\n' },
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toBe(
      `1 answered, 1 gone, 0 not answered; written: ${join(folder, 'p')}.jsonl, ${join(folder, 'p')}.md\n`,
    );
    expect(readFileSync(join(folder, 'p.md'), 'utf8')).toContain('| `acme/m00` | `mit` | not known |');
  });

  it('stopped by Ctrl-C leaves what it has, and the same command ends it with the bytes of a whole run', async () => {
    for (const id of IDS) server.on(id, answer(id));
    let interrupt = (): void => undefined;
    server.on('acme/m09', (request, response) => {
      interrupt();
      setTimeout(() => answer('acme/m09')(request, response), 500);
    });
    const args = [
      'refresh',
      '--ids',
      '-',
      '--state',
      join(folder, 'state.jsonl'),
      '--proposal',
      join(folder, 'p'),
    ];
    const first = await catalog(args, { input: IDS.join('\n'), started: (stop) => (interrupt = stop) });
    expect(first.code).toBe(3);
    expect(first.stderr).toContain('not answered: "acme/m23": interrupted before it was asked');
    const asked = server.requests.length;
    const before = readFileSync(join(folder, 'p.jsonl'), 'utf8').split('\n').length - 1;
    expect(before).toBeGreaterThan(0);
    server.on('acme/m09', answer('acme/m09'));
    expect((await catalog(args, { input: IDS.join('\n') })).code).toBe(0);
    expect(server.requests.length - asked).toBe(IDS.length - before);
    await catalog(
      ['refresh', '--ids', '-', '--state', join(folder, 'other.jsonl'), '--proposal', join(folder, 'q')],
      { input: IDS.join('\n') },
    );
    for (const ending of ['jsonl', 'md'])
      expect(readFileSync(join(folder, `p.${ending}`), 'utf8')).toBe(
        readFileSync(join(folder, `q.${ending}`), 'utf8'),
      );
  });

  it('asks nothing where HF_HUB_OFFLINE is set, or the address cannot be asked', async () => {
    const args = ['refresh', '--ids', '-', '--proposal', join(folder, 'p')];
    expect(await catalog(args, { env: { HF_HUB_OFFLINE: '1' }, input: 'acme/m00' })).toMatchObject({
      code: 3,
      stderr: 'Nothing is asked: HF_HUB_OFFLINE is set.\n',
    });
    expect(
      await catalog(args, { env: { HF_ENDPOINT: 'http://hub.example' }, input: 'acme/m00' }),
    ).toMatchObject({ code: 2, stderr: expect.stringContaining('HF_ENDPOINT cannot be used') });
    expect(server.requests).toEqual([]);
    expect(existsSync(join(folder, 'p.md'))).toBe(false);
  });

  it('sends no token over a connection that is not encrypted', async () => {
    server.on('acme/m00', answer('acme/m00'));
    await catalog(['refresh', '--ids', '-', '--proposal', join(folder, 'p')], {
      env: { HF_TOKEN: 'hf_secret' },
      input: 'acme/m00',
    });
    expect(JSON.stringify(server.requests)).not.toContain('hf_secret');
  });

  it('names wrong usage', async () => {
    expect(await catalog(['refresh'])).toMatchObject({
      code: 2,
      stderr: 'refresh needs --ids, --owner or --older-than\n',
    });
    expect(await catalog(['refresh', '--owner', 'acme', '--state', 'src/catalog/state'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('lies among the sources'),
    });
  });
});
