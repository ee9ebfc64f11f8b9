import { spawn } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { cli, CLI, DEMO, folderWith, ROOT } from './cli';

describe('wrong usage', () => {
  it.each([
    [['adit'], 'There is no command "adit". Did you mean audit?'],
    [['audit', '--fromat', 'json'], 'audit has no option --fromat. Did you mean --format?'],
    [
      ['audit', '--format', 'jsn'],
      '--format cannot be "jsn": it needs one of table, json, markdown, html, csv, sarif, cyclonedx, spdx, notice. Did you mean json?',
    ],
    [['audit', '--format'], '--format needs one of'],
    [['audit', '--fail-on', 'error', '--fail-on', 'never'], '--fail-on is given twice. Give it once.'],
    [['audit', '--timestamp=now'], '--timestamp takes no value. Write only --timestamp.'],
    [['audit', 'no/such/place'], 'There is no file or folder "no/such/place".'],
    [['audit', '--policy', 'no-policy.yaml'], 'The policy no-policy.yaml cannot be read'],
    [['audit', '--baseline', 'none.json'], 'Make one with: audit --format json --output none.json'],
    [['audit', '--since', 'no-such-ref'], '--since no-such-ref: git knows no commit "no-such-ref" here.'],
    [['audit', '--today', 'tomorrow'], '--today cannot be "tomorrow": it needs a day'],
    [['lookup'], 'lookup needs at least one id, or --stdin.'],
    [['compat', 'mit'], 'compat needs two licenses, UPSTREAM and DOWNSTREAM, or --stdin.'],
    [['compat', 'mit', 'mit', '--relation', 'uses'], '--relation cannot be "uses"'],
    [['explain', 'license/denyed'], 'There is no rule "license/denyed". Did you mean license/denied?'],
    [['licenses', 'apache-2.O'], 'There is no license "apache-2.O". Did you mean apache-2.0?'],
    [['report', 'split'], 'report cannot "split"; it can merge.'],
    [['report', 'merge', 'package.json'], 'package.json is not a report of this program.'],
  ])('%j is told with the remedy, on standard error', async (args, text) => {
    const { code, stdout, stderr } = await cli(args);
    expect(stderr).toContain(text);
    expect(stdout).toBe('');
    expect(code).toBe(2);
  });

  it('of nobody who asked is help', async () => {
    const { code, stdout, stderr } = await cli([]);
    expect(stderr).toContain('Commands:');
    expect([stdout, code]).toEqual(['', 2]);
  });

  it('names the line of an input that cannot be read', async () => {
    const { code, stdout, stderr } = await cli(['compat', '--stdin'], {
      input: '{"upstream":"mit","downstream":"mit","relation":"ships"}\n\nnonsense\n',
    });
    expect(stderr).toContain('Line 3 of the input is not a JSON object.');
    expect(stdout.trim().split('\n')).toHaveLength(1);
    expect(code).toBe(2);
  });
});

describe('help', () => {
  it.each(['audit', 'lookup', 'compat', 'explain', 'licenses', 'report'])(
    'of %s says how it is called and what exit codes mean',
    async (name) => {
      const { code, stdout } = await cli([name, '--help']);
      expect(code).toBe(0);
      expect(stdout).toContain(`model-license-lens ${name}`);
      expect(stdout).toMatch(/Exit codes:\n {2}0 {2}\S/);
      expect((await cli(['help', name])).stdout).toBe(stdout);
    },
  );

  it('lists every command', async () => {
    expect((await cli(['--help'])).stdout).toMatch(
      /audit[\s\S]*lookup[\s\S]*compat[\s\S]*explain[\s\S]*licenses[\s\S]*report/,
    );
  });

  it('gives the version', async () => {
    expect(await cli(['--version'])).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
    });
  });
});

describe('exit codes of audit', () => {
  const denied = {
    'app.py': 'from transformers import pipeline\np = pipeline(model="facebook/nllb-200-distilled-600M")\n',
  };
  const policy = {
    '.model-policy.yaml':
      'version: 1\nuse: { purpose: commercial }\nlicenses: { deny: ["category:non-commercial"] }\n',
  };

  it('tell what was found, by the level asked for', async () => {
    const cwd = folderWith({ ...denied, ...policy });
    expect((await cli(['audit'], { cwd })).code).toBe(1);
    expect((await cli(['audit', '--fail-on', 'never'], { cwd })).code).toBe(0);
    expect((await cli(['audit', '--exclude', '*.py'], { cwd })).code).toBe(0);
  });

  it('are 0 without a policy, whatever informs', async () => {
    const { code, stdout } = await cli(['audit', '--fail-on', 'warning'], { cwd: folderWith(denied) });
    expect(code).toBe(0);
    expect(stdout).toContain('facebook/nllb-200-distilled-600M');
  });

  it('are 2 for a policy that cannot be used, which is named with its line, and nothing is judged', async () => {
    const cwd = folderWith({ ...denied, 'sub/.model-policy.yaml': 'version: 1\nlicences:\n  deny: [mit]\n' });
    const { code, stdout, stderr } = await cli(['audit', '--format', 'json'], { cwd });
    expect(stderr).toMatch(/sub\/\.model-policy\.yaml:2:1 .*licenses/);
    expect([code, stdout]).toEqual([2, '']);
  });

  it('are 3 when something could not be read, even though something was found', async () => {
    const cwd = folderWith({ ...denied, ...policy });
    const { code, stdout } = await cli(
      ['audit', '.', '--fail-on', 'never', '--policy', '.model-policy.yaml', '--format', 'json', 'gone'],
      { cwd },
    );
    expect([code, stdout]).toEqual([2, '']);
    const shard = {
      ...(JSON.parse((await cli(['audit', '--format', 'json'], { cwd })).stdout) as { stats: object }),
    };
    const incomplete = folderWith({
      'a.json': JSON.stringify({ ...shard, stats: { ...shard.stats, complete: false } }),
    });
    expect((await cli(['report', 'merge', 'a.json'], { cwd: incomplete })).code).toBe(3);
  });

  it('apply the nearest policy up the tree', async () => {
    const cwd = folderWith({
      ...policy,
      'allowed/.model-policy.yaml': 'version: 1\n',
      'allowed/app.py': denied['app.py'],
      'app.py': denied['app.py'],
    });
    const { findings } = JSON.parse((await cli(['audit', '--format', 'json'], { cwd })).stdout) as {
      findings: { path: string; severity: string }[];
    };
    expect(
      findings.filter(({ severity }) => severity === 'error').every(({ path }) => path === 'app.py'),
    ).toBe(true);
    expect(findings.some(({ path, severity }) => path === 'app.py' && severity === 'error')).toBe(true);
  });
});

describe('streams', () => {
  it('ends quietly when the reader of its output goes away', async () => {
    const child = spawn(process.execPath, [CLI, 'lookup', '--stdin'], { stdio: ['pipe', 'pipe', 'pipe'] });
    let stderr = '';
    child.stderr.on('data', (chunk: Buffer) => {
      stderr += chunk.toString();
    });
    child.stdin.on('error', () => undefined);
    child.stdout.once('data', () => child.stdout.destroy());
    child.stdin.end('gpt-4o\n'.repeat(20_000));
    expect(await new Promise((done) => child.on('close', done))).toBe(0);
    expect(stderr).toBe('');
  });

  it('answers a long input line by line, in order', async () => {
    const ids = Array.from({ length: 5_000 }, (_, index) => `nobody/model-${index}`);
    const { code, stdout } = await cli(['lookup', '--stdin'], { input: ids.join('\r\n') });
    const answers = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { query: string; model: null });
    expect(answers.map(({ query }) => query)).toEqual(ids);
    expect(code).toBe(0);
  });

  it('writes no progress to anything but a terminal', async () => {
    expect((await cli(['audit', DEMO, '--fail-on', 'never'], { cwd: ROOT })).stderr).toBe('');
  });
});
