import { execFile, execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { parse } from 'yaml';
import { startPullRequestServer } from '../support/pullRequestServer';
import { cli, CLI, DEMO, folderWith, ROOT } from './cli';

const execute = promisify(execFile);

interface Step {
  readonly name: string;
  readonly id?: string;
  readonly run?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
}

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default: string }>>;
  readonly runs: { readonly steps: readonly Step[] };
}

const action = parse(readFileSync(join(ROOT, 'action.yml'), 'utf8')) as Action;
const APP = 'from transformers import pipeline\np = pipeline(model="facebook/nllb-200-distilled-600M")\n';
const POLICY = 'version: 1\nuse: { purpose: commercial }\nlicenses: { deny: ["category:non-commercial"] }\n';

/** Runs a step's script as the runner does: expressions filled in, outputs and summary in files. */
async function runStep(
  name: string,
  cwd: string,
  given: Readonly<Record<string, string>>,
  earlier: Readonly<Record<string, string>> = {},
) {
  const step = action.runs.steps.find((candidate) => candidate.name === name);
  const inputs = {
    ...Object.fromEntries(Object.entries(action.inputs).map(([key, { default: value }]) => [key, value])),
    ...given,
  };
  const temp = folderWith({ output: '', summary: '' });
  const context: Readonly<Record<string, string>> = {
    'github.action_path': ROOT,
    'runner.temp': temp,
    ...Object.fromEntries(Object.entries(inputs).map(([key, value]) => [`inputs.${key}`, value])),
    'steps.install.outputs.cli': CLI,
    ...Object.fromEntries(
      Object.entries(earlier).flatMap(([key, value]) =>
        ['audit', 'install'].map((id) => [`steps.${id}.outputs.${key}`, value]),
      ),
    ),
  };
  const fill = (text: string): string =>
    text.replace(/\$\{\{ *([\w.-]+) *\}\}/g, (_, key: string) => context[key] ?? '');
  const env = Object.fromEntries(Object.entries(step?.env ?? {}).map(([key, value]) => [key, fill(value)]));
  const files = { GITHUB_OUTPUT: join(temp, 'output'), GITHUB_STEP_SUMMARY: join(temp, 'summary') };
  const { code, stdout, stderr } = await execute(
    'bash',
    ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step?.run ?? 'exit 99'],
    { cwd, env: { ...process.env, ...env, ...files } },
  ).then(
    (done) => ({ code: 0, ...done }),
    (error: { code: number; stdout: string; stderr: string }) => error,
  );
  const outputs = Object.fromEntries(
    readFileSync(files.GITHUB_OUTPUT, 'utf8')
      .trim()
      .split('\n')
      .map((line) => line.split(/=(.*)/s).slice(0, 2)),
  ) as Record<string, string>;
  return { code, stdout, stderr, outputs, summary: readFileSync(files.GITHUB_STEP_SUMMARY, 'utf8') };
}

/** The variables of a runner, for the rest of a test. */
function onPullRequest({ api, graphql }: { api: string; graphql: string }, event: object): void {
  const variables = {
    GITHUB_API_URL: api,
    GITHUB_GRAPHQL_URL: graphql,
    GITHUB_SERVER_URL: 'https://github.test',
    GITHUB_REPOSITORY: 'acme/app',
    GITHUB_RUN_ID: '1',
    GITHUB_EVENT_PATH: join(folderWith({ 'event.json': JSON.stringify(event) }), 'event.json'),
  };
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
  onTestFinished(() => void vi.unstubAllEnvs());
}

describe('the GitHub action', () => {
  it('puts no input into the text of a script, where it could be a command', () => {
    for (const { run } of action.runs.steps) expect(run ?? '').not.toContain('${{');
  });

  it('reports findings to summary and code scanning before it fails the job', async () => {
    const cwd = folderWith({ 'app.py': APP, '.model-policy.yaml': POLICY });
    const { code, outputs, summary } = await runStep('Audit', cwd, {});
    expect(code).toBe(0);
    expect(summary).toMatch(/^# Model License Lens: audit\n[\s\S]*license\/denied/);
    expect(JSON.parse(readFileSync(outputs['sarif'] ?? '', 'utf8'))).toMatchObject({
      version: '2.1.0',
      runs: [{ results: expect.arrayContaining([expect.objectContaining({ ruleId: 'license/denied' })]) }],
    });
    expect(JSON.parse(readFileSync(outputs['report'] ?? '', 'utf8'))).toMatchObject({ schema: 1 });
    expect((await runStep('Result', cwd, {}, outputs)).code).toBe(1);
  });

  it('says on the pull request what it found, in one comment', async () => {
    const cwd = folderWith({ 'app.py': APP, '.model-policy.yaml': POLICY });
    const server = await startPullRequestServer();
    onPullRequest(server, { pull_request: { number: 7 } });
    const { outputs } = await runStep('Audit', cwd, {});
    const write = (): ReturnType<typeof runStep> =>
      runStep('Comment', cwd, { token: 'secret-token' }, outputs);
    expect(await write()).toMatchObject({ code: 0, stdout: 'Comment written.\n' });
    expect(await write()).toMatchObject({ code: 0, stdout: 'Comment updated.\n' });
    expect(server.comments.map(({ body }) => body)).toEqual([
      expect.stringMatching(
        /^<!-- model-license-lens: \. -->\n# Model License Lens: audit\n[\s\S]*license\/denied/,
      ),
    ]);
    expect(server.tokens[0]).toBe('Bearer secret-token');
  });

  it.each([
    ['does not comment on a push', {}, /^No comment: this run is of no pull request\.\n$/],
    [
      'warns where it may not comment',
      { pull_request: { number: 7 } },
      /^::warning::No comment .*: 403 .*pull-requests: write/,
    ],
  ])('%s, and goes on', async (_, event, said) => {
    const cwd = folderWith({ 'app.py': APP });
    const refused = { status: 403, answer: { message: 'Resource not accessible by integration' } };
    onPullRequest(await startPullRequestServer([], refused), event);
    // Written here: what the step for it writes is what the test above comments on.
    const outputs = { report: join(cwd, 'audit.json'), markdown: join(cwd, 'audit.md') };
    await cli(['audit', '--format', 'json', '--output', outputs.report], { cwd });
    await cli(['audit', '--format', 'markdown', '--output', outputs.markdown], { cwd });
    const { code, stdout } = await runStep('Comment', cwd, { token: 'secret-token' }, outputs);
    expect([code, stdout]).toEqual([0, expect.stringMatching(said)]);
    expect(stdout).not.toContain('secret-token');
  });

  it('pins what it uses to a commit', () => {
    const used = action.runs.steps.flatMap(({ uses = [] }) => uses);
    expect(used).toHaveLength(3);
    for (const name of used) expect(name).toMatch(/@[0-9a-f]{40}$/);
  });

  it('keeps what large trees name from run to run, once', async () => {
    vi.stubEnv('XDG_CACHE_HOME', folderWith({}));
    onTestFinished(() => void vi.unstubAllEnvs());
    const cwd = folderWith({ 'app.py': APP, 'long.py': 'def add(a, b):\n    return a + b\n'.repeat(20_000) });
    const { outputs: installed } = await runStep('Install the command line', cwd, {});
    const kept = async (): Promise<string | undefined> =>
      (await runStep('Audit', cwd, {}, installed)).outputs['kept'];
    const first = await kept();
    const files = readdirSync(installed['cache'] ?? '').map((file) => file.replace(/^.*\./, ''));
    expect(files.sort()).toEqual(['found', 'report']);
    expect([first, await kept()]).toEqual([expect.stringMatching(/^\d+-\d+$/), first]);
    writeFileSync(join(cwd, 'app.py'), `${APP}# more\n`);
    expect(await kept()).not.toBe(first);

    const steps = action.runs.steps.filter(({ uses = '' }) => uses.startsWith('actions/cache/'));
    expect(steps.map((step) => step.with?.['path'])).toEqual(
      steps.map(() => '${{ steps.install.outputs.cache }}'),
    );
    const [restore, save] = steps.map((step) => step.with);
    expect(save?.['key']).toBe(`${restore?.['restore-keys'] ?? ''}\${{ steps.audit.outputs.kept }}`);
  });

  it('keeps nothing of a small tree', async () => {
    vi.stubEnv('XDG_CACHE_HOME', folderWith({}));
    onTestFinished(() => void vi.unstubAllEnvs());
    const cwd = folderWith({ 'app.py': APP });
    const { outputs: installed } = await runStep('Install the command line', cwd, {});
    expect((await runStep('Audit', cwd, {}, installed)).outputs).not.toHaveProperty('kept');
  });

  it('passes when nothing is at or above the level', async () => {
    const cwd = folderWith({ 'app.py': APP, '.model-policy.yaml': POLICY });
    const { code, outputs } = await runStep('Audit', cwd, { 'fail-on': 'never' });
    expect([code, (await runStep('Result', cwd, {}, outputs)).code]).toEqual([0, 0]);
  });

  it('stops at a policy that cannot be used', async () => {
    const { code, stderr } = await runStep(
      'Audit',
      folderWith({ 'app.py': APP, '.model-policy.yaml': 'version: 2\n' }),
      {},
    );
    expect(code).toBe(2);
    expect(stderr).toContain('.model-policy.yaml:1:');
  });

  it('takes an input for nothing but itself', async () => {
    const cwd = folderWith({ 'app.py': APP });
    const { code, stderr } = await runStep('Audit', cwd, { path: '$(touch made) `touch made`; touch made' });
    expect([code, stderr]).toEqual([2, expect.stringContaining('There is no file or folder')]);
    await expect(execute('ls', ['made'], { cwd })).rejects.toThrow();
  });

  it('runs the command line that is built, where it is', async () => {
    const { code, outputs } = await runStep('Install the command line', folderWith({}), {});
    expect([code, outputs['cli']]).toEqual([0, CLI]);
  });

  it('runs a packed command line, away from the repository', async () => {
    const packages = folderWith({});
    await execute('npm', ['pack', ROOT, '--ignore-scripts', '--silent'], { cwd: packages });
    const [packed = ''] = readdirSync(packages).filter((name) => name.endsWith('.tgz'));
    const installed = await runStep('Install the command line', packages, {
      version: `file:${join(packages, packed)}`,
    });
    expect([installed.code, installed.outputs['cli']]).toEqual([0, expect.not.stringContaining(ROOT)]);
    const cwd = folderWith({ 'app.py': APP, '.model-policy.yaml': POLICY });
    const { code, summary, outputs } = await runStep('Audit', cwd, {}, installed.outputs);
    expect([code, summary]).toEqual([0, expect.stringContaining('license/denied')]);
    expect((await runStep('Result', cwd, {}, outputs)).code).toBe(1);
  });

  it('stops at a version that there is not', async () => {
    const missing = await runStep('Install the command line', folderWith({}), {
      version: 'file:/there/is/no/such.tgz',
    });
    expect(missing.code).toBe(2);
  });
});

describe('the page about CI', () => {
  const page = readFileSync(join(ROOT, 'docs/ci.md'), 'utf8');
  const blocks = [...page.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text = '']) => parse(text) as unknown);

  it('lists the inputs of the action with what they are without being given', () => {
    const rows = [...page.matchAll(/^\| `([\w-]+)` \| (?:`(.*?)`|(the token of the job))? ?\|/gm)];
    const given = { 'the token of the job': '${{ github.token }}' };
    expect(
      Object.fromEntries(
        rows.map(([, name, value, said]) => [name, value ?? given[said as keyof typeof given] ?? '']),
      ),
    ).toEqual(
      Object.fromEntries(Object.entries(action.inputs).map(([name, { default: value }]) => [name, value])),
    );
  });

  it('names inputs of the action, and the hook of this version', () => {
    const [hook] = parse(readFileSync(join(ROOT, '.pre-commit-hooks.yaml'), 'utf8')) as { id: string }[];
    const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
    expect(blocks).toEqual([
      expect.objectContaining({ jobs: { models: expect.objectContaining({ steps: expect.anything() }) } }),
      { repos: [expect.objectContaining({ rev: `v${version}`, hooks: [{ id: hook?.id }] })] },
      {
        repos: [
          {
            repo: 'local',
            hooks: [
              expect.objectContaining({
                entry: expect.stringMatching(/ audit --fail-on=warning --$/) as unknown,
              }),
            ],
          },
        ],
      },
    ]);
    const [workflow] = blocks as [{ jobs: { models: { steps: { with?: object }[] } } }];
    for (const name of Object.keys(workflow.jobs.models.steps.at(-1)?.with ?? {}))
      expect(Object.keys(action.inputs)).toContain(name);
    for (const text of [page, readFileSync(join(ROOT, 'README.md'), 'utf8')])
      expect(text).toContain(`npx --yes model-license-lens@${version} audit`);
  });
});

describe('the hook of git', () => {
  const [script = ''] = /^#!\/bin\/sh\n[^`]*/m.exec(readFileSync(join(ROOT, 'docs/ci.md'), 'utf8')) ?? [];
  const program = `"${process.execPath}" "${CLI}"`;

  it.each([
    ['app.py', false],
    ['an app.py', false],
    ['other.txt', true],
  ])('looks at what is staged: %s', (staged, passes) => {
    const cwd = folderWith({
      'app.py': APP,
      'an app.py': APP,
      'other.txt': 'text\n',
      '.model-policy.yaml': POLICY,
      'hook.sh': script.replace('npx model-license-lens', program),
    });
    execFileSync('git', ['init', '--quiet'], { cwd });
    execFileSync('git', ['add', staged], { cwd });
    const { status } = spawnSync('sh', ['hook.sh'], { cwd, stdio: 'ignore' });
    expect(status === 0).toBe(passes);
  });
});

describe('the pre-commit hook', () => {
  it('calls a program of the package with the files of the commit', async () => {
    const [hook] = parse(readFileSync(join(ROOT, '.pre-commit-hooks.yaml'), 'utf8')) as {
      entry: string;
      args: string[];
    }[];
    const { name, version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
      name: string;
      version: string;
    };
    const published = `npx --yes ${name}@${version} `;
    expect(hook?.entry.startsWith(published)).toBe(true);
    const args = [...(hook?.entry.slice(published.length) ?? '').split(' '), ...(hook?.args ?? [])];
    const cwd = folderWith({ 'app.py': APP, 'other.py': APP, '.model-policy.yaml': POLICY });
    const { code, stdout } = await cli([...args, 'app.py', '.model-policy.yaml'], { cwd });
    expect(code).toBe(1);
    expect(stdout).toMatch(/^app\.py:2:21 error license\/denied/m);
    expect(stdout).not.toContain('other.py');
    for (const name of ['--help', '-h', '--fail-on=never', '--exclude=**', '--policy=x.yaml', '--']) {
      const files = {
        'app.py': APP,
        '.model-policy.yaml': POLICY,
        [name]: 'text\n',
        'x.yaml': 'version: 1\n',
      };
      const hostile = folderWith(files);
      const outcome = await cli([...args, name, 'app.py'], { cwd: hostile });
      expect([name, outcome.code, outcome.stderr]).toEqual([name, 1, '']);
      expect((await cli([...args.slice(0, -1), name, 'app.py'], { cwd: hostile })).code, name).toBe(
        name === '--' ? 1 : 2,
      );
    }
  });

  it('installs what it needs and nothing else', async () => {
    const { stdout } = await execute('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
      cwd: ROOT,
    });
    const [{ files } = { files: [] }] = JSON.parse(stdout) as [{ files: { path: string }[] }];
    expect(
      files
        .map(({ path }) => path)
        .filter((path) => !path.endsWith('.schema.json'))
        .sort(),
    ).toEqual(expect.arrayContaining(['LICENSE', 'dist/catalog.jsonl', 'dist/cli.js', 'package.json']));
    expect(files.filter(({ path }) => /^(src|test|media(?!\/l10n\/)|out|node_modules)\//.test(path))).toEqual(
      [],
    );
  });
});

describe('what is run by others', () => {
  const workflows = readdirSync(join(ROOT, '.github/workflows')).map((name) => `.github/workflows/${name}`);

  it.each(['action.yml', ...workflows])('is in %s pinned by a hash, which no one can move', (file) => {
    const uses = [...readFileSync(join(ROOT, file), 'utf8').matchAll(/^\s*(?:- )?uses: *(.+)$/gm)];
    expect(uses.length).toBeGreaterThan(0);
    for (const [, used] of uses) expect(used).toMatch(/^[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  it('is kept up to date, as are the packages', () => {
    const { updates } = parse(readFileSync(join(ROOT, '.github/dependabot.yml'), 'utf8')) as {
      updates: { 'package-ecosystem': string; directory: string }[];
    };
    expect(updates.map((update) => update['package-ecosystem'])).toEqual(['npm', 'github-actions']);
  });
});

describe('the problem matcher', () => {
  it('follows every line of a finding in the table', async () => {
    const { contributes } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
      contributes: { problemMatchers: { pattern: { regexp: string } }[] };
    };
    const pattern = new RegExp(contributes.problemMatchers[0]?.pattern.regexp ?? '(?!)');
    const table = (await cli(['audit', DEMO])).stdout.split('\n').filter((line) => pattern.test(line));
    const report = JSON.parse((await cli(['audit', DEMO, '--format', 'json'])).stdout) as {
      findings: {
        path: string;
        line: number;
        column: number;
        rule: string;
        severity: string;
        message: string;
        also?: readonly string[];
        hints?: readonly string[];
      }[];
    };
    // The table has the gravest first, the report goes by place.
    const sorted = (rows: readonly (readonly unknown[])[]): readonly string[] =>
      rows.map((row) => JSON.stringify(row)).sort();
    expect(
      sorted(
        table
          .map((line) => pattern.exec(line)?.slice(1))
          .map((found) => [found?.[0], found?.[1], found?.[2], found?.[4], found?.[5]]),
      ),
    ).toEqual(
      sorted(
        report.findings
          .filter(({ severity }) => severity !== 'hint')
          .map(({ path, line, column, rule, message, also = [], hints = [] }) => {
            const told = also.filter((other) => !hints.includes(other));
            return [
              `test/fixtures/demo/${path}`,
              String(line),
              String(column),
              rule,
              told.length === 0 ? message : `${message} (also: ${told.join(', ')})`,
            ];
          }),
      ),
    );
    expect(table.length).toBeGreaterThan(10);
  });
});
