import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, closeSync, existsSync, mkdirSync, openSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cli, CLI, DEMO, folderWith, ROOT, spawnCli } from './cli';

describe('wrong usage', () => {
  it.each([
    [['adit'], 'There is no command "adit". Did you mean audit?'],
    [['audit', '--fromat', 'json'], 'audit has no option --fromat. Did you mean --format?'],
    [
      ['audit', '--format', 'jsn'],
      '--format cannot be "jsn": it needs one of table, json, jsonl, markdown, html, csv, sarif, cyclonedx, spdx, notice, inventory. Did you mean json?',
    ],
    [['audit', '--format'], '--format needs one of'],
    [['audit', '--fail-on', 'error', '--fail-on', 'never'], '--fail-on is given twice. Give it once.'],
    [['audit', '--timestamp=now'], '--timestamp takes no value. Write only --timestamp.'],
    [['audit', 'no/such/place'], 'There is no file or folder "no/such/place".'],
    [['audit', '--policy', 'no-policy.yaml'], 'There is no file no-policy.yaml'],
    [['audit', '--baseline', 'none.json'], 'Make one with: audit --format json --output none.json'],
    [['audit', '--since', 'no-such-ref'], '--since no-such-ref: git knows no commit "no-such-ref" here.'],
    [['audit', '--today', 'tomorrow'], '--today cannot be "tomorrow": it needs a day'],
    [['audit', '--today', '2027-02-31'], '--today cannot be "2027-02-31": it needs a day'],
    [['audit', ''], 'A path is empty.'],
    [['audit', '--explain', 'app.py'], '--explain cannot be "app.py": it needs a file and a line'],
    [['audit', '--explain', '../app.py:1'], 'the file does not lie in the audited folder'],
    [['audit', '--explain', 'a.py:1', '--format', 'csv'], '--explain is written as text or'],
    [['audit', '--explain', 'a.py:1', '--since', 'HEAD'], '--explain does not go with --since.'],
    [
      ['audit', '--policy', '/dev/zero'],
      'The policy /dev/zero cannot be read: it is a pipe, socket or device',
    ],
    [
      ['audit', '--baseline', '/dev/zero'],
      '/dev/zero cannot be read as a report: it is a pipe, socket or device',
    ],
    [['audit', '--policy', 'src'], 'The policy src cannot be read: it is a folder'],
    [
      ['audit', '--output', 'no/such/folder/x.json', 'package.json'],
      'cannot be written to no/such/folder/x.json',
    ],
    [['audit', '--', '--help'], 'There is no file or folder "--help".'],
    [['lookup'], 'lookup needs at least one id, or --stdin.'],
    [['compat', 'mit'], 'compat needs two licenses, UPSTREAM and DOWNSTREAM, or --stdin.'],
    [['compat', 'mit', 'mit', '--relation', 'uses'], '--relation cannot be "uses"'],
    [['explain', 'license/denyed'], 'There is no rule "license/denyed". Did you mean license/denied?'],
    [['licenses', 'plamo'], 'There is no license "plamo". Did you mean plamo-community?'],
    [['licenses', 'apache-2.O'], 'There is no license "apache-2.O". Did you mean apache-2.0?'],
    [
      ['report', 'split'],
      '"report split" is not one of: report merge FILE…, report calendar FILE…, report org FOLDER, report renovate',
    ],
    [['catalog'], 'One of these is expected here: catalog status, catalog update'],
    [['catalog', 'upgrade'], '"catalog upgrade" is not one of: catalog status, catalog update'],
    [
      ['catalog', 'status', 'c.jsonl'],
      'catalog status takes no file. Write: catalog status --catalog c.jsonl',
    ],
    [['catalog', 'status', '--rollback'], 'catalog status takes no --rollback.'],
    [['catalog', 'update', '--catalog', 'c.jsonl'], 'catalog update takes no --catalog.'],
    [['catalog', 'update', 'a.tgz', 'b.tgz'], 'catalog update takes one file, not "b.tgz" too.'],
    [['catalog', 'update', 'a.tgz', '--rollback'], '--rollback takes the last update back'],
    [['catalog', 'update', 'none.tgz'], 'none.tgz cannot be read: ENOENT'],
    [['catalog', 'update', '--package', '../x'], '"../x" is not the name of a package of npm.'],
    [
      ['catalog', 'update', 'a.tgz', '--package', 'x'],
      '--package names what is fetched. A file is not fetched.',
    ],
    [['report', 'merge', 'package.json'], 'package.json is not a report of this program.'],
  ])('%j is told with the remedy, on standard error', async (args, text) => {
    const { code, stdout, stderr } = await cli(args);
    expect(stderr).toContain(text);
    expect(stdout).toBe('');
    expect(code).toBe(2);
  });

  it('of nobody who asked is help', async () => {
    const { code, stdout, stderr } = await spawnCli([]);
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
  it.each(['init', 'audit', 'lookup', 'compare', 'compat', 'explain', 'licenses', 'report', 'catalog'])(
    'of %s says how it is called and what exit codes mean',
    async (name) => {
      const { code, stdout } = await spawnCli([name, '--help']);
      expect(code).toBe(0);
      expect(stdout).toContain(`model-license-lens ${name}`);
      expect(stdout).toMatch(/Exit codes:\n {2}0 {2}\S/);
      expect((await cli(['help', name])).stdout).toBe(stdout);
    },
  );

  it('lists every command', async () => {
    expect((await cli(['--help'])).stdout).toMatch(
      /init[\s\S]*audit[\s\S]*lookup[\s\S]*compare[\s\S]*compat[\s\S]*explain[\s\S]*licenses[\s\S]*report/,
    );
  });

  it('gives the version', async () => {
    expect(await spawnCli(['--version'])).toMatchObject({
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
    expect((await spawnCli(['audit'], { cwd })).code).toBe(1);
    expect((await spawnCli(['audit', '--fail-on', 'never'], { cwd })).code).toBe(0);
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

  it('are not those of a policy elsewhere where one place is asked for', async () => {
    const cwd = folderWith({
      ...denied,
      ...policy,
      'sub/.model-policy.yaml': 'version: 1\nlicences: {}\n',
      'sub/app.py': 'AutoModel.from_pretrained("Qwen/Qwen3-8B")\n',
    });
    const explained = (place: string) => cli(['audit', '--explain', place], { cwd });
    expect(await explained('app.py:2')).toMatchObject({ code: 0, stderr: '' });
    expect((await explained('sub/app.py:1')).stderr).toContain('sub/.model-policy.yaml:2:1');
  });

  it('are 2 for a place where only the program itself says which model is asked for', async () => {
    const cwd = folderWith({ 'ask.sh': 'curl "$LLM_URL/v1/chat/completions" -d "$BODY"\n' });
    const { code, stderr } = await cli(['audit', '--explain', 'ask.sh:1'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toMatch(
      /: Which model is asked for on line 1 of ask\.sh is chosen when the program runs: "\$LLM_URL/,
    );
  });

  it('are those of a place that is named from here, or as a report of the audited folder names it', async () => {
    const cwd = folderWith({
      'app.py': 'x = 1\n',
      'sub/app.py': 'AutoModel.from_pretrained("Qwen/Qwen3-8B")\n',
    });
    for (const place of ['sub/app.py:1', 'app.py:1'])
      expect(await cli(['audit', 'sub', '--explain', place], { cwd })).toMatchObject({ code: 0, stderr: '' });
    const { stderr } = await cli(['audit', 'sub', '--explain', '../app.py:1'], { cwd });
    expect(stderr).toContain('the file does not lie in the audited folder');
  });

  it('are 2 for a place in a file that is not there', async () => {
    const cwd = folderWith({ 'app.py': 'AutoModel.from_pretrained("Qwen/Qwen3-8B")\n' });
    const { code, stderr } = await cli(['audit', '--explain', 'gone.py:1'], { cwd });
    expect([code, stderr]).toEqual([2, expect.stringContaining('There is no file or folder "gone.py".')]);
  });

  it('are those of a place whose name is typed with letters of one piece', async () => {
    const name = 'デバッグ/a.py';
    const cwd = folderWith({ [name.normalize('NFD')]: 'AutoModel.from_pretrained("Qwen/Qwen3-8B")\n' });
    const { code, stdout } = await cli(['audit', '--explain', `${name.normalize('NFC')}:1`], { cwd });
    expect([code, stdout]).toEqual([0, expect.stringContaining('Qwen/Qwen3-8B')]);
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

  it('are 2 for a broken policy before anything is searched', async () => {
    const cwd = folderWith({ ...denied, 'sub/deep/app.py': 'x = 1\n', 'broken.yaml': 'version: 2\n' });
    chmodSync(join(cwd, 'sub'), 0);
    const outcomes = [await cli(['audit', '--policy', 'broken.yaml'], { cwd })];
    writeFileSync(join(cwd, '.model-policy.yaml'), 'version: 2\n');
    outcomes.push(await cli(['audit'], { cwd }));
    chmodSync(join(cwd, 'sub'), 0o755);
    for (const { code, stderr } of outcomes)
      expect([code, stderr]).toEqual([2, expect.stringMatching(/:1:10 /)]);
  });

  it.each([
    ['a link that leads nowhere', (file: string) => symlinkSync('nowhere', file)],
    ['a link to a policy', (file: string) => symlinkSync(join(DEMO, '.model-policy.yaml'), file)],
    ['a folder', (file: string) => mkdirSync(file)],
    ['a pipe', (file: string) => execFileSync('mkfifo', [file])],
  ])(
    'are 2 where the policy is %s, in the audited folder, above it and where no repository is',
    async (_, make) => {
      for (const at of ['.', 'sub']) {
        const cwd = folderWith({ 'sub/app.py': denied['app.py'] });
        make(join(cwd, '.model-policy.yaml'));
        const { code, stderr } = await cli(['audit', at], { cwd });
        expect([at, code, stderr]).toEqual([at, 2, expect.stringContaining('The policy cannot be used')]);
        expect(stderr).toContain('/docs/policy.md\n');
      }
    },
  );

  it.each([['--help'], ['init', '--help'], ['audit', '--help']])(
    'lead to the page about the policy: %s',
    async (...args) => {
      expect((await cli(args)).stdout).toMatch(/^Every key of a policy: https:\S*\/docs\/policy\.md$/m);
    },
  );

  it('are those of the working folder for a folder in it, without a repository', async () => {
    const cwd = folderWith({ ...policy, 'src/app.py': denied['app.py'] });
    for (const path of ['.', 'src', 'src/app.py'])
      expect((await cli(['audit', path], { cwd })).code, path).toBe(1);
  });

  it('are not silent about a policy of another name', async () => {
    const cwd = folderWith({ ...denied, '.model-policy.yml': policy['.model-policy.yaml'] });
    const { code, stdout } = await cli(['audit', '--fail-on', 'warning'], { cwd });
    expect(stdout).toContain(
      '.model-policy.yml:1:1 warning policy/invalid: .model-policy.yml does not count as a policy: a policy is named .model-policy.yaml',
    );
    expect(code).toBe(1);
  });

  it.each<[string, (file: string) => void]>([
    ['a pipe', (file) => execFileSync('mkfifo', [file])],
    [
      'larger than is read',
      (file) => writeFileSync(file, `${denied['app.py']}${'# padding\n'.repeat(1_100_000)}`),
    ],
    ['no text', (file) => writeFileSync(file, Uint8Array.of(0xff, 0xfd, 0xfc, 0xfb, 0xfa))],
    ['zeros', (file) => writeFileSync(file, new Uint8Array(100))],
  ])('are 3 for a file that was named and is %s', async (_, make) => {
    const cwd = folderWith({ ...policy, 'other.py': denied['app.py'], 'fine.py': 'x = 1\n' });
    make(join(cwd, 'named.py'));
    for (const names of [['named.py'], ['fine.py', 'named.py'], ['named.py', '.']]) {
      const { code, stdout, stderr } = await cli(['audit', '--format', 'json', ...names], { cwd });
      expect([code, stderr]).toEqual([3, expect.stringMatching(/^not read: named\.py: ./m)]);
      expect(JSON.parse(stdout)).toMatchObject({ stats: { complete: false } });
    }
  });

  it('are 3 for code in a folder that is in no encoding that is read, which is told by name', async () => {
    const cwd = folderWith({ ...policy, 'fine.py': 'x = 1\n' });
    for (const name of ['code.py', 'data.txt'])
      writeFileSync(join(cwd, name), Uint8Array.of(0xff, 0xfd, 0xfc, 0xfb, 0xfa));
    const { code, stderr } = await cli(['audit'], { cwd });
    expect([code, stderr.match(/^not read: .*/gm)]).toEqual([
      3,
      ['not read: code.py: neither UTF-8 nor UTF-16 text'],
    ]);
  });

  it('are 0 for what a commit changes beside code: pictures, links, data, and reports of this program', async () => {
    const cwd = folderWith({ ...policy, 'README.md': '# Read me\n' });
    const picture = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d);
    for (const name of ['logo.png', 'data.bin']) writeFileSync(join(cwd, name), picture);
    symlinkSync('README.md', join(cwd, 'CLAUDE.md'));
    await cli(['audit', '--format', 'json', '--output', 'baseline.json', '--fail-on', 'never'], { cwd });
    const names = ['logo.png', 'data.bin', 'CLAUDE.md', 'baseline.json'];
    const { code, stdout, stderr } = await cli(['audit', '--fail-on=warning', '--', ...names], { cwd });
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain(
      'Left out: binary file (2); symbolic link, not followed (1); written by this tool (1).',
    );
  });

  it('may be 0 without a word, and with the report where they are not', async () => {
    const cwd = folderWith({ ...policy, ...denied, 'fine.py': 'x = 1\n' });
    writeFileSync(join(cwd, 'code.py'), Uint8Array.of(0xff, 0xfd, 0xfc, 0xfb, 0xfa));
    const quiet = async (...args: string[]): Promise<readonly unknown[]> => {
      const { code, stdout } = await cli(['audit', '--quiet', ...args], { cwd });
      return [code, stdout];
    };
    expect(await quiet('fine.py')).toEqual([0, '']);
    expect(await quiet('app.py', '--fail-on', 'never')).toEqual([0, '']);
    expect(await quiet('app.py')).toEqual([1, expect.stringContaining('app.py:2:21 error')]);
    expect(await quiet('code.py')).toEqual([3, expect.stringContaining('Left out')]);
    expect(await quiet('fine.py', '--format', 'json', '--output', 'out.json')).toEqual([0, '']);
    expect(existsSync(join(cwd, 'out.json'))).toBe(true);
  });

  it.each([
    ['settings.yaml', 3],
    ['CURRENT', 0],
    ['.#app.py', 0],
  ])('are of a link that leads to no file the same, named and not: %s', async (link, exit) => {
    for (const to of [link, 'nowhere']) {
      const cwd = folderWith({ ...policy, 'fine.py': 'x = 1\n' });
      symlinkSync(to, join(cwd, link));
      for (const names of [[link, 'fine.py'], []]) {
        const { code, stdout, stderr } = await cli(['audit', ...names], { cwd });
        expect([code, stderr]).toEqual([
          exit,
          exit === 0 ? '' : expect.stringContaining(`not read: ${link}: `),
        ]);
        expect(stdout).toContain('symbolic link to no file (1)');
      }
    }
  });

  it('are 3 for a named link where code would be', async () => {
    const cwd = folderWith({ ...policy, ...denied });
    symlinkSync('app.py', join(cwd, 'link.py'));
    const { code, stderr } = await cli(['audit', 'link.py'], { cwd });
    expect([code, stderr]).toEqual([3, expect.stringContaining('not read: link.py')]);
  });

  it('are 3 for a named file that lies behind a link', async () => {
    const cwd = folderWith({ ...policy, 'real/app.py': denied['app.py'], 'fine.py': 'x = 1\n' });
    symlinkSync('real', join(cwd, 'link'));
    const { code, stderr } = await cli(['audit', 'link/app.py', 'fine.py'], { cwd });
    expect([code, stderr]).toEqual([3, expect.stringContaining('not read: link/app.py')]);
  });

  it('come from reading a named file, whatever its name or first comment says', async () => {
    const marked = `# generated by a tool, do not edit\n${denied['app.py']}`;
    const named = { 'app.py': marked, 'app_pb2.py': denied['app.py'], 'ignored.py': denied['app.py'] };
    const cwd = folderWith({ ...policy, ...named, '.gitignore': 'ignored.py\n' });
    for (const name of Object.keys(named)) expect((await cli(['audit', name], { cwd })).code, name).toBe(1);
  });

  it('are 0 for named files that are read as something else, or that the policy leaves out', async () => {
    const cwd = folderWith({
      '.model-policy.yaml': `${policy['.model-policy.yaml']}ignore: { paths: ["left/**"] }\n`,
      '.model-lock.yaml': 'version: 1\nmodels: {}\n',
      'left/app.py': denied['app.py'],
    });
    const names = ['.model-policy.yaml', '.model-lock.yaml', 'left/app.py'];
    for (const name of names)
      expect(await cli(['audit', name], { cwd }), name).toMatchObject({ code: 0, stderr: '' });
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

  it('keeps the exit code when the reader of its output goes away', async () => {
    const many = 'p = pipeline(model="facebook/nllb-200-distilled-600M")\n'.repeat(3_000);
    const cwd = folderWith({
      'app.py': `from transformers import pipeline\n${many}`,
      '.model-policy.yaml':
        'version: 1\nuse: { purpose: commercial }\nlicenses: { deny: ["category:non-commercial"] }\n',
    });
    const child = spawn(process.execPath, [CLI, 'audit', '--format', 'json'], {
      cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stderr = '';
    child.stderr.on('data', (chunk: Buffer) => {
      stderr += chunk.toString();
    });
    child.stdout.once('data', () => child.stdout.destroy());
    expect(await new Promise((done) => child.on('close', done))).toBe(1);
    expect(stderr).toBe('');
  });

  it.runIf(existsSync('/dev/full'))(
    'says that its output could not be written, and is incomplete',
    async () => {
      const full = openSync('/dev/full', 'w');
      const child = spawn(process.execPath, [CLI, 'licenses'], { stdio: ['ignore', full, 'pipe'] });
      let stderr = '';
      child.stderr?.on('data', (chunk: Buffer) => {
        stderr += chunk.toString();
      });
      expect(await new Promise((done) => child.on('close', done))).toBe(3);
      closeSync(full);
      expect(stderr).toMatch(
        /^model-license-lens: the result could not be written to standard output: ENOSPC.*\n$/,
      );
    },
  );

  it('answers a long input line by line, in order', async () => {
    const ids = Array.from({ length: 5_000 }, (_, index) => `nobody/model-${index}`);
    const { code, stdout } = await spawnCli(['lookup', '--stdin'], { input: ids.join('\r\n') });
    const answers = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { query: string; model: null });
    expect(answers.map(({ query }) => query)).toEqual(ids);
    expect(code).toBe(0);
  });

  it('writes no progress to anything but a terminal', async () => {
    expect((await spawnCli(['audit', DEMO, '--fail-on', 'never'], { cwd: ROOT })).stderr).toBe('');
  });
});
