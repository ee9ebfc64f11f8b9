import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Model } from '../../src/core/model';
import type { AuditReport } from '../../src/core/report/auditReport';
import { json, startHubServer, type HubServer } from '../support/hubServer';
import { ggufFile } from '../support/weights';
import { cli, folderWith, ROOT, spawnCli, type Outcome } from './cli';

const SHA = '0123456789abcdef0123456789abcdef01234567';
const APACHE = readFileSync(join(ROOT, 'LICENSE'), 'utf8');
const record = (id: string, license: string, more: object = {}): object => ({
  id,
  sha: SHA,
  gated: false,
  disabled: false,
  tags: [`license:${license}`],
  cardData: { license },
  siblings: [{ rfilename: 'model.safetensors' }],
  ...more,
});
const use = (id: string): string => `AutoModel.from_pretrained("${id}")\n`;

let server: HubServer;
let home: string;
beforeEach(async () => {
  server = await startHubServer();
});
afterEach(() => server.close());

/** Runs the program with a Hub on this machine and an empty home. */
function run(
  args: readonly string[],
  { cwd = ROOT, env = {} }: { cwd?: string; env?: NodeJS.ProcessEnv } = {},
  program = cli,
): Promise<Outcome> {
  return program(args, {
    cwd,
    env: {
      HF_ENDPOINT: server.origin,
      XDG_CACHE_HOME: home,
      HF_HUB_OFFLINE: '',
      HF_TOKEN: '',
      ...env,
    },
  });
}

const models = (stdout: string): readonly (Model | null)[] =>
  stdout
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { model: Model | null }).model);
const drift = (report: string): readonly string[] =>
  (JSON.parse(report) as AuditReport).findings
    .filter(({ rule }) => rule.startsWith('drift/'))
    .map(({ path, line, rule, message }) => `${path}:${line} ${rule} ${message}`);

beforeEach(() => {
  home = folderWith({});
});

describe('lookup --online', () => {
  it('gives what the Hub says, with source and day, in the order of the ids', async () => {
    server.on('acme/new-7b', json(record('acme/new-7b', 'cc-by-nc-4.0')));
    const { stdout, stderr, code } = await run(
      ['lookup', 'acme/new-7b', 'gpt-4o', 'Qwen/Qwen3-8B', '--online'],
      {},
      spawnCli,
    );
    expect(models(stdout).map((model) => model?.id)).toEqual(['acme/new-7b', 'gpt-4o', 'Qwen/Qwen3-8B']);
    expect(models(stdout)[0]).toMatchObject({
      license: { declared: { key: 'cc-by-nc-4.0' } },
      openness: { level: 'weights-available' },
      evidence: expect.arrayContaining([
        {
          fact: 'license',
          source: `${server.origin}/acme/new-7b`,
          date: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
          confidence: 'high',
          origin: 'hub',
        },
      ]),
    });
    expect(server.requests.map(({ url }) => url.replace(/\?.*/, '')).sort()).toEqual([
      '/api/models/Qwen/Qwen3-8B',
      '/api/models/acme/new-7b',
    ]);
    expect(stderr).toBe(
      'not looked up: Qwen/Qwen3-8B: the Hub has no public model named Qwen/Qwen3-8B: it is missing or private\n',
    );
    expect(code).toBe(0);
  });

  it('sends the id, what is asked for, and nothing that tells who asks about what', async () => {
    await run(['lookup', 'acme/new-7b', '--online'], { env: { HF_TOKEN: 'hf_secret' } });
    const [request] = server.requests;
    expect(request?.url).toMatch(/^\/api\/models\/acme\/new-7b\?(expand=\w+&?)+$/);
    expect(
      Object.keys(request?.headers ?? {}).filter(
        (name) =>
          ![
            'host',
            'connection',
            'accept',
            'accept-language',
            'accept-encoding',
            'sec-fetch-mode',
            'user-agent',
          ].includes(name),
      ),
    ).toEqual([]);
    // The address is not encrypted, so the token stays here.
    expect(JSON.stringify(request)).not.toContain('hf_secret');
  });

  it('answers from what it kept, until that is cleared', async () => {
    server.on('acme/new-7b', json(record('acme/new-7b', 'mit')));
    for (let time = 0; time < 2; time++)
      expect(
        models((await run(['lookup', 'acme/new-7b', '--online'])).stdout)[0]?.license.declared?.key,
      ).toBe('mit');
    expect(server.requests).toHaveLength(1);
    expect((await run(['lookup', '--clear-cache'])).stderr).toContain('forgotten');
    await run(['lookup', 'acme/new-7b', '--online']);
    expect(server.requests).toHaveLength(2);
  });

  it('does not use what it kept while it is offline', async () => {
    server.on('acme/new-7b', json(record('acme/new-7b', 'mit')));
    await run(['lookup', 'acme/new-7b', '--online']);
    expect(models((await run(['lookup', 'acme/new-7b'])).stdout)).toEqual([null]);
  });

  it('shows in the table what sources do not agree on', async () => {
    server.on('Qwen/Qwen3-8B', json(record('Qwen/Qwen3-8B', 'cc-by-nc-4.0')));
    const { stdout } = await run(['lookup', 'Qwen/Qwen3-8B', '--online', '--format', 'table']);
    expect(stdout).toMatch(
      /^Qwen\/Qwen3-8B: sources disagree on license: apache-2\.0 \(.*\) against cc-by-nc-4\.0 \(http:\/\/127\.0\.0\.1:\d+\/Qwen\/Qwen3-8B, \d{4}-\d\d-\d\d\)$/m,
    );
  });

  it('waits where the Hub asks for it, says so, and then has the answer', async () => {
    let first = true;
    server.on('acme/new-7b', (request, response) => {
      if (first) json('', 429, { ratelimit: '"api";r=0;t=0' })(request, response);
      else json(record('acme/new-7b', 'mit'))(request, response);
      first = false;
    });
    const { stdout, stderr } = await run(['lookup', 'acme/new-7b', '--online']);
    expect(stderr).toBe('The Hub asks for a pause: going on in 1 s.\n');
    expect(models(stdout)[0]?.license.declared?.key).toBe('mit');
  });

  it('refuses an address that is none, and says what it must look like', async () => {
    for (const HF_ENDPOINT of ['ftp://x', 'http://mirror.example', 'https://user@host', 'huggingface.co']) {
      const { code, stderr } = await run(['lookup', 'acme/new-7b', '--online'], { env: { HF_ENDPOINT } });
      expect(stderr).toContain('HF_ENDPOINT cannot be used');
      expect(code).toBe(2);
    }
  });

  it('and --offline together are wrong usage', async () =>
    expect((await run(['lookup', 'x', '--online', '--offline'])).code).toBe(2));
});

describe('audit --online', () => {
  it('judges by what the Hub says, keeps the rest when one look-up fails, and lists that one', async () => {
    server.on('acme/new-7b', json(record('acme/new-7b', 'cc-by-nc-4.0')));
    server.on('acme/broken', json('<html>', 500));
    const root = folderWith({ 'a.py': use('acme/new-7b') + use('acme/broken') + use('Qwen/Qwen3-8B') });
    const { stdout, stderr, code } = await run(['audit', root, '--online', '--format', 'json']);
    const report = JSON.parse(stdout) as AuditReport;
    expect(report.models.map(({ id, license }) => `${id} ${license.declared?.key}`)).toEqual([
      'Qwen/Qwen3-8B apache-2.0',
      'acme/new-7b cc-by-nc-4.0',
    ]);
    expect(report.findings.map(({ rule, model }) => `${rule} ${model}`)).toContain(
      'license/non-commercial acme/new-7b',
    );
    expect(stderr.trim().split('\n')).toEqual([
      'not looked up: Qwen/Qwen3-8B: the Hub has no public model named Qwen/Qwen3-8B: it is missing or private',
      'not looked up: acme/broken: the Hub answered with status 500',
    ]);
    expect(code).toBe(0);
  });

  it('asks for nothing that is only mentioned, and for each model once', async () => {
    const root = folderWith({
      'a.py': use('acme/new-7b'),
      'b.py': use('acme/new-7b'),
      'README.md': 'See mistralai/Mistral-7B-Instruct-v0.3.\n',
    });
    await run(['audit', root, '--online']);
    expect(server.requests).toHaveLength(1);
  });

  it('cannot be moved or switched on by the audited folder', async () => {
    const root = folderWith({
      'a.py': use('acme/new-7b'),
      '.env': `HF_ENDPOINT=${server.origin}\nHF_TOKEN=hf_x\n`,
      '.model-policy.yaml': 'version: 1\n',
      '.vscode/settings.json': `{"modelLicenseLens.lookup.online": true, "modelLicenseLens.lookup.endpoint": "${server.origin}"}`,
    });
    await run(['audit', root, '--fail-on', 'never'], { cwd: root });
    expect(server.requests).toEqual([]);
  });
});

describe('audit --local', () => {
  it('knows a model by what the stores of this machine hold of it, and without the option does not look', async () => {
    const digest = createHash('sha256').update(APACHE).digest('hex');
    const stores = folderWith({
      'ollama/manifests/registry.ollama.ai/library/acme-own/7b': JSON.stringify({
        layers: [{ mediaType: 'application/vnd.ollama.image.license', digest: `sha256:${digest}` }],
      }),
      [`ollama/blobs/sha256-${digest}`]: APACHE,
      [`hf/hub/models--acme--cached-7b/refs/main`]: SHA,
      [`hf/hub/models--acme--cached-7b/snapshots/${SHA}/README.md`]: '---\nlicense: cc-by-nc-4.0\n---\n',
    });
    const root = folderWith({ 'a.py': use('acme/cached-7b'), Modelfile: 'FROM acme-own:7b\n' });
    const env = { OLLAMA_MODELS: join(stores, 'ollama'), HF_HOME: join(stores, 'hf') };
    const known = async (args: readonly string[]): Promise<readonly string[]> =>
      (
        JSON.parse((await run(['audit', root, '--format', 'json', ...args], { env })).stdout) as AuditReport
      ).models.map(({ id, license }) => `${id} ${license.declared?.key}`);
    expect(await known([])).toEqual([]);
    expect(await known(['--local'])).toEqual(['acme-own:7b apache-2.0', 'acme/cached-7b cc-by-nc-4.0']);
    expect(server.requests).toEqual([]);
  });

  it('is not needed for weights that lie in the tree', async () => {
    const root = folderWith({
      'models/acme.gguf': ggufFile(
        { 'general.architecture': 'llama', 'general.license': 'cc-by-nc-4.0' },
        2_000_000,
        1,
      ),
    });
    const report = JSON.parse((await run(['audit', root, '--format', 'json'])).stdout) as AuditReport;
    expect(report.models.map(({ license }) => license.declared?.key)).toEqual(['cc-by-nc-4.0']);
  });
});

describe('the lock file', () => {
  const LOCK = '.model-lock.yaml';

  it('is the same bytes when it is written twice, also offline after online', async () => {
    server.on('acme/new-7b', json(record('acme/new-7b', 'apache-2.0')));
    const root = folderWith({ 'a.py': use('acme/new-7b') + use('Qwen/Qwen3-8B') });
    const texts: string[] = [];
    for (const args of [
      ['--online', '--approved-by', 'legal'],
      ['--online'],
      [],
      ['--approved-by', 'someone else'],
    ]) {
      const { stderr } = await run(['audit', root, '--update-lock', '--fail-on', 'never', ...args]);
      expect(stderr).toContain('.model-lock.yaml holds the models in use: 2');
      texts.push(readFileSync(join(root, LOCK), 'utf8'));
    }
    expect(new Set(texts).size).toBe(1);
    expect(texts[0]).toContain(`revision: "${SHA}"`);
    expect(texts[0]).toContain('approvedBy: "legal"');
  });

  it('gives a changed license with old and new, gated, moved, renamed and gone as the Hub has them later', async () => {
    for (const id of ['acme/a', 'acme/b', 'acme/c', 'acme/d']) server.on(id, json(record(id, 'apache-2.0')));
    const root = folderWith({ 'm.py': ['acme/a', 'acme/b', 'acme/c', 'acme/d'].map(use).join('') });
    const audit = async (): Promise<string> =>
      (await run(['audit', root, '--online', '--format', 'json', '--fail-on', 'never'])).stdout;
    await run(['audit', root, '--online', '--update-lock']);
    expect(drift(await audit())).toEqual([]);
    await run(['lookup', '--clear-cache']);
    server.on('acme/a', json(record('acme/a', 'cc-by-nc-4.0', { gated: 'manual' })));
    server.on('acme/b', json(record('acme/b', 'apache-2.0', { sha: 'f'.repeat(40) })));
    server.on('acme/c', (_request, response) =>
      response.writeHead(307, { location: '/api/models/acme/c2' }).end(),
    );
    server.on('acme/c2', json(record('acme/c2', 'apache-2.0')));
    server.on(
      'acme/d',
      json({ error: 'Invalid username or password.' }, 401, { 'x-error-code': 'RepoNotFound' }),
    );
    expect(drift(await audit())).toEqual([
      'm.py:1 drift/gated acme/a: it was open when it was approved and is gated now',
      'm.py:1 drift/license-changed acme/a: the license was apache-2.0 when it was approved and is cc-by-nc-4.0 now',
      'm.py:1 drift/openness-changed acme/a: it was open-weights when it was approved and is weights-available now',
      'm.py:2 drift/revision-moved acme/b: revision 0123456789ab was approved and ffffffffffff is current',
      'm.py:3 drift/renamed acme/c was approved and is now named acme/c2',
      'm.py:4 drift/gone acme/d was approved, and the Hub no longer shows it',
    ]);
  });

  it('is compared offline too', async () => {
    const root = folderWith({ 'm.py': use('Qwen/Qwen3-8B'), '.model-policy.yaml': 'version: 1\n' });
    await run(['audit', root, '--update-lock']);
    const text = readFileSync(join(root, LOCK), 'utf8');
    writeFileSync(join(root, LOCK), text.replace('license: "apache-2.0"', 'license: "mit"'));
    const { code, stdout } = await run(['audit', root]);
    expect(stdout).toContain(
      'm.py:1:28 error drift/license-changed: Qwen/Qwen3-8B: the license was mit when it was approved and is apache-2.0 now',
    );
    expect(code).toBe(1);
  });

  it('that is broken is told with its place, and is not written over', async () => {
    const broken = '<<<<<<< ours\nversion: 1\n';
    const root = folderWith({
      'm.py': use('Qwen/Qwen3-8B'),
      [LOCK]: broken,
      '.model-policy.yaml': 'version: 1\n',
    });
    const { code, stdout } = await run(['audit', root]);
    expect(stdout).toMatch(/\.model-lock\.yaml:\d+:\d+ error drift\/invalid-lock: Not valid YAML/);
    expect(code).toBe(1);
    const update = await run(['audit', root, '--update-lock', '--approved-by', 'intern']);
    expect(update.stderr).toMatch(
      /lock was not written: .*\.model-lock\.yaml:\d+: Not valid YAML.*\n.*delete it first/,
    );
    expect(update.code).toBe(2);
    expect(readFileSync(join(root, LOCK), 'utf8')).toBe(broken);
    rmSync(join(root, LOCK));
    expect((await run(['audit', root, '--update-lock'])).code).toBe(0);
    expect((await run(['audit', root])).stdout).not.toContain('drift/');
  });

  it.skipIf(process.platform === 'win32').each([
    ['a link', (path: string) => symlinkSync('elsewhere.yaml', path)],
    ['a folder', (path: string) => mkdirSync(path)],
    ['a pipe', (path: string) => execFileSync('mkfifo', [path])],
  ])('that is %s is an error, also without a policy, and is not written', async (_, make) => {
    const root = folderWith({ 'm.py': use('Qwen/Qwen3-8B') });
    make(join(root, LOCK));
    const { code, stdout } = await run(['audit', root]);
    expect(stdout).toContain(
      '.model-lock.yaml:1:1 error drift/invalid-lock: .model-lock.yaml is a link, a folder',
    );
    expect(code).toBe(1);
    const update = await run(['audit', root, '--update-lock']);
    expect(update.stderr).toContain('The lock was not written');
    expect(update.code).toBe(2);
  });

  it('keeps every approval while an audit is not complete', async () => {
    const cell = { cell_type: 'code', metadata: {}, outputs: [], source: [use('acme/new-7b')] };
    const notebook = { cells: [cell], metadata: {}, nbformat: 4, nbformat_minor: 5 };
    const root = folderWith({ 'm.py': use('Qwen/Qwen3-8B'), 'n.ipynb': JSON.stringify(notebook) });
    await run(['audit', root, '--update-lock', '--approved-by', 'legal']);
    const before = readFileSync(join(root, LOCK), 'utf8');
    expect(before).toContain('acme/new-7b');
    writeFileSync(join(root, 'n.ipynb'), `{"cells":${'{"a":'.repeat(9000)}`);
    const update = await run(['audit', root, '--update-lock', '--approved-by', 'intern']);
    expect(update.stderr).toContain('The lock was not written: the audit is not complete');
    expect(update.code).toBe(3);
    expect(readFileSync(join(root, LOCK), 'utf8')).toBe(before);
  });

  it('is not written for a part of a project, whose other approvals would be lost', async () => {
    const root = folderWith({ 'm.py': use('Qwen/Qwen3-8B'), 'n.py': use('acme/new-7b') });
    const { code, stderr } = await run(['audit', 'm.py', '--update-lock'], { cwd: root });
    expect(stderr).toContain('it takes one folder');
    expect(code).toBe(2);
  });

  it.each([
    [['--approved-by', 'me'], 'Give --update-lock too'],
    [['--update-lock', '--since', 'HEAD'], 'cannot be given with --since'],
  ])('%j is wrong usage', async (args, words) => {
    const { code, stderr } = await run(['audit', folderWith({ 'a.py': '' }), ...args]);
    expect(stderr).toContain(words);
    expect(code).toBe(2);
  });
});
