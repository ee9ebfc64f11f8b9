import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, symlinkSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020';
import { describe, expect, it } from 'vitest';
import type { AuditReport } from '../../src/core/report/auditReport';
import {
  CONFIDENCES,
  LICENSE_CATEGORIES,
  LINEAGE_RELATIONS,
  OPENNESS_LEVELS,
  PLACES,
  REGISTRIES,
  ROLES,
  SEVERITIES,
} from '../../src/core/vocabulary';
import { cli, DEMO, folderWith, ROOT } from './cli';

const schema = JSON.parse(readFileSync(join(ROOT, 'dist/audit.schema.json'), 'utf8')) as object;
const valid = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true }).compile(schema);

async function auditOf(cwd: string, ...args: string[]): Promise<AuditReport> {
  const { stdout, stderr, code } = await cli(['audit', '--format', 'json', ...args], { cwd });
  expect(stderr, `exit code ${code}`).toBe('');
  return JSON.parse(stdout) as AuditReport;
}

const placesOf = ({ references }: AuditReport): string[] =>
  references.map(({ path, line, column, text }) => `${path}:${line}:${column} ${text}`);
const LOAD = 'from transformers import AutoModel\nmodel = AutoModel.from_pretrained("Qwen/Qwen3-8B")\n';

describe('audit --format json', () => {
  it('follows the published schema', async () => {
    expect(valid(await auditOf(DEMO)) || valid.errors).toBe(true);
  });

  it('is published with the words of the code', () => {
    const text = JSON.stringify(schema);
    for (const words of [
      REGISTRIES,
      ROLES,
      PLACES,
      CONFIDENCES,
      SEVERITIES,
      LICENSE_CATEGORIES,
      LINEAGE_RELATIONS,
    ])
      expect(text).toContain(`{"enum":${JSON.stringify(words)}}`);
    expect(text).toContain(JSON.stringify([...OPENNESS_LEVELS, 'unknown']));
  });

  it('is the same each time, and names no place of the machine', async () => {
    const [first, second] = [
      await cli(['audit', DEMO, '--format', 'json']),
      await cli(['audit', '.', '--format', 'json'], { cwd: DEMO }),
    ];
    expect(first.stdout).toBe(second.stdout);
    expect(first.stdout).not.toContain(ROOT);
  });

  it('knows which models the use policies of Llama keep from the European Union, and their copies', async () => {
    const ids = [
      'meta-llama/Llama-4-Scout-17B-16E-Instruct',
      'bartowski/meta-llama_Llama-4-Scout-17B-16E-Instruct-GGUF',
      'meta-llama/Llama-Guard-4-12B',
      'meta-llama/Llama-3.2-90B-Vision',
      'unsloth/Llama-3.2-11B-Vision-Instruct-GGUF',
      'meta-llama/Llama-Guard-3-11B-Vision',
      'meta-llama/Llama-3.2-3B',
      'hugging-quants/Llama-3.2-1B-Instruct-Q8_0-GGUF',
      'deepcogito/cogito-v1-preview-llama-3B',
      'meta-llama/Llama-3.3-70B-Instruct',
      'MaziyarPanahi/Llama-3.3-70B-Instruct-GGUF',
      'meta-llama/Llama-Guard-3-1B',
      'meta-llama/Llama-Prompt-Guard-2-86M',
    ];
    const code = ids.map((id) => `AutoModel.from_pretrained("${id}")`).join('\n');
    const { findings } = await auditOf(
      folderWith({
        'a.py': `from transformers import AutoModel\n${code}\n`,
        '.model-policy.yaml': 'version: 1\nuse: { regions: [EU] }\n',
      }),
    );
    expect(findings.filter(({ rule }) => rule === 'license/region').map(({ model }) => model)).toEqual(
      ids.slice(0, 6),
    );
  });

  it('places each reference at exactly its text', async () => {
    const { references } = await auditOf(DEMO);
    expect(references.length).toBeGreaterThan(20);
    for (const { path, line, column, endLine, endColumn, text } of references) {
      expect(endLine).toBe(line);
      const written = readFileSync(join(DEMO, path), 'utf8').split(/\r\n|\r|\n/)[line - 1] ?? '';
      expect(written.slice(column - 1, endColumn - 1), `${path}:${line}`).toBe(text);
    }
  });

  it('lists a model for every reference that has one, and names none twice', async () => {
    const { references, models } = await auditOf(DEMO);
    const ids = models.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(references.map(({ model }) => model).filter((id) => id !== null))).toEqual(new Set(ids));
  });
});

describe('what is audited', () => {
  it('is one folder, with paths relative to it', async () => {
    const cwd = folderWith({ 'inner/app.py': LOAD });
    expect(placesOf(await auditOf(cwd, 'inner'))).toEqual(['app.py:2:36 Qwen/Qwen3-8B']);
  });

  it('is several paths, relative to where the command runs', async () => {
    const cwd = folderWith({ 'a/app.py': LOAD, 'b/app.py': LOAD, 'c.py': LOAD, 'd.py': LOAD });
    expect(placesOf(await auditOf(cwd, 'a', 'c.py')).map((place) => place.split(':')[0])).toEqual([
      'a/app.py',
      'c.py',
    ]);
  });

  it('is governed by policy and ignore file of the repository around it', async () => {
    const cwd = folderWith({
      'app/main.py': LOAD,
      'app/made/x.py': LOAD,
      '.gitignore': '/app/made\n',
      '.model-policy.yaml': 'version: 1\norigins: { deny: [CN] }\n',
      '.git/HEAD': '',
    });
    const report = await auditOf(cwd, 'app');
    expect(report.policy.path).toBe('../.model-policy.yaml');
    expect(report.findings.map(({ rule, path }) => `${path} ${rule}`)).toContain('main.py origin/denied');
    expect(report.stats.filesSkipped).toContainEqual({ path: 'made/', reason: 'left out by .gitignore' });
  });

  it('never lies outside of it, where links lead', async () => {
    const outside = folderWith({ 'secret.py': LOAD });
    const cwd = folderWith({ 'app.py': 'x = 1\n' });
    symlinkSync(outside, join(cwd, 'linked'));
    symlinkSync(join(outside, 'secret.py'), join(cwd, 'linked.py'));
    const { code, stdout } = await cli(['audit', '.', '--format', 'json'], { cwd });
    const report = JSON.parse(stdout) as AuditReport;
    expect([code, report.references]).toEqual([3, []]);
    expect(report.stats.filesSkipped.map(({ path, reason }) => `${path} ${reason}`)).toEqual([
      'linked symbolic link, not followed',
      'linked.py symbolic link to a file that is not searched here',
    ]);
  });

  it('can be what others wrote badly: nothing stops it, and each is listed', async () => {
    const long = `x = "${'a'.repeat(50_000_000)}"\n`;
    const cwd = folderWith({
      'long.py': long,
      'long-line.py': `x = "${'a b/c '.repeat(800_000)}"\n${LOAD}`,
      'zeros.bin': new Uint8Array(5_000),
      'deep.json': '['.repeat(100_000),
      'broken.ipynb': '{"cells": [',
      'broken.yaml': 'model: [',
      'empty.py': '',
      'app.py': LOAD,
    });
    const { stdout, stderr } = await cli(['audit', '--format', 'json'], { cwd });
    expect(stderr).toBe('not read: long.py: larger than 10 MB\n');
    const { references, stats } = JSON.parse(stdout) as AuditReport;
    expect(references.map(({ path }) => path)).toContain('app.py');
    expect(stats.filesSkipped).toContainEqual({ path: 'long.py', reason: 'larger than 10 MB' });
    expect(stats.filesSkipped).toContainEqual({ path: 'zeros.bin', reason: 'binary file' });
    // A source of this size may name models.
    expect(stats.complete).toBe(false);
  });

  it('is not what it wrote itself', async () => {
    const cwd = folderWith({ 'app.py': LOAD });
    const formats = {
      json: 'models.json',
      markdown: 'models.md',
      html: 'models.html',
      sarif: 'models.sarif',
      cyclonedx: 'bom.json',
      spdx: 'models.spdx.json',
    };
    const before = await auditOf(cwd);
    for (const [format, file] of Object.entries(formats))
      expect(await cli(['audit', '--format', format, '--output', file], { cwd })).toMatchObject({
        code: 0,
        stdout: '',
        stderr: `Written to ${file}.\n`,
      });
    const after = await auditOf(cwd);
    expect(after.references).toEqual(before.references);
    expect(after.stats.filesSkipped.map(({ path }) => path)).toEqual(Object.values(formats).sort());
  });

  it('is written to standard output where a hyphen stands for it', async () => {
    const cwd = folderWith({ 'app.py': LOAD });
    const { stdout, stderr } = await cli(['audit', '--format', 'csv', '--output', '-'], { cwd });
    expect(stdout).toBe((await cli(['audit', '--format', 'csv'], { cwd })).stdout);
    expect([stderr, existsSync(join(cwd, '-'))]).toEqual(['', false]);
  });

  it('is written to no file outside of the folder by a link in it', async () => {
    const outside = folderWith({ 'precious.txt': 'precious\n' });
    const cwd = folderWith({ 'app.py': LOAD });
    symlinkSync(join(outside, 'precious.txt'), join(cwd, 'models.json'));
    symlinkSync(outside, join(cwd, 'reports'));
    for (const file of ['models.json', 'reports/precious.txt', 'reports/new.json'])
      expect(await cli(['audit', '--format', 'json', '--output', file], { cwd })).toMatchObject({
        code: 2,
        stderr: expect.stringContaining('a link leads from there to') as string,
      });
    expect(readFileSync(join(outside, 'precious.txt'), 'utf8')).toBe('precious\n');
    expect(existsSync(join(outside, 'new.json'))).toBe(false);
    const named = join(outside, 'named.json');
    expect((await cli(['audit', '--format', 'json', '--output', named], { cwd })).code).toBe(0);
  });
});

describe('audit --today', () => {
  it('judges what a later day will bring', async () => {
    const cwd = folderWith({
      'app.py': LOAD,
      '.model-policy.yaml':
        'version: 1\norigins: { deny: [CN] }\nexceptions:\n  - { model: Qwen/Qwen3-8B, rules: [origin/denied], reason: pilot, expires: 2030-01-01 }\n',
    });
    expect((await cli(['audit', '--today', '2029-12-31'], { cwd })).code).toBe(0);
    expect((await cli(['audit', '--today', '2030-01-02'], { cwd })).code).toBe(1);
  });
});

describe('audit --format notice', () => {
  it('fails by findings only where that is asked for', async () => {
    const cwd = folderWith({ 'app.py': LOAD, '.model-policy.yaml': 'version: 1\norigins: { deny: [CN] }\n' });
    expect((await cli(['audit', '--format', 'notice'], { cwd })).code).toBe(0);
    expect((await cli(['audit', '--format', 'notice', '--fail-on', 'error'], { cwd })).code).toBe(1);
  });
});

describe('audit --baseline', () => {
  it('fails only on what is new', async () => {
    const cwd = folderWith({ 'app.py': LOAD, '.model-policy.yaml': 'version: 1\norigins: { deny: [CN] }\n' });
    expect((await cli(['audit', '--format', 'json', '--output', 'accepted.json'], { cwd })).code).toBe(1);
    expect(await cli(['audit', '--baseline', 'accepted.json'], { cwd })).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(
        /\d+ findings? of the baseline left out; the verdicts count (?:it|them)\./,
      ),
    });
    writeFileSync(join(cwd, 'app.py'), `\n\n${LOAD}`);
    expect((await cli(['audit', '--baseline', 'accepted.json'], { cwd })).code).toBe(0);
    writeFileSync(join(cwd, 'second.py'), LOAD);
    const { code, stdout } = await cli(['audit', '--baseline', 'accepted.json'], { cwd });
    expect(code).toBe(1);
    expect(stdout).toContain('second.py:2:36 error origin/denied');
    expect(stdout).not.toContain('app.py:4:36 error');
    renameSync(join(cwd, 'second.py'), join(cwd, 'app.py'));
    renameSync(join(cwd, 'app.py'), join(cwd, 'renamed.py'));
    expect((await cli(['audit', '--baseline', 'accepted.json'], { cwd })).code).toBe(0);
  });
});

describe('audit --update-lock', () => {
  it('says which of the models that it approves are not allowed', async () => {
    const cwd = folderWith({ 'app.py': LOAD, '.model-policy.yaml': 'version: 1\norigins: { deny: [CN] }\n' });
    const { stderr } = await cli(['audit', '--update-lock', '--approved-by', 'legal'], { cwd });
    expect(stderr).toContain('Not allowed, which an approval does not change: 1 (Qwen/Qwen3-8B)');
  });
});

describe('audit --since', () => {
  it('shows the models that a branch adds, changes and removes, and only its new findings', async () => {
    const CHANGE = LOAD.replaceAll('Qwen/Qwen3-8B', 'microsoft/Phi-4-mini-instruct');
    const cwd = folderWith({
      'keep.py': LOAD,
      'old.py': LOAD,
      'change.py': CHANGE,
      'gone.py': LOAD.replaceAll('Qwen/Qwen3-8B', 'BAAI/bge-m3'),
      '.model-policy.yaml': 'version: 1\norigins: { deny: [CN] }\n',
    });
    const git = (...args: string[]) =>
      execFileSync(
        'git',
        ['-c', 'user.name=t', '-c', 'user.email=t@example.org', '-c', 'init.defaultBranch=main', ...args],
        { cwd, stdio: 'pipe' },
      );
    git('init', '-q');
    git('add', '.');
    git('commit', '-q', '-m', 'base');
    git('switch', '-q', '-c', 'branch');
    git('rm', '-q', 'gone.py');
    // What is only called something else has not changed.
    git('mv', 'old.py', 'renamed.py');
    git('mv', 'change.py', 'moved.py');
    writeFileSync(join(cwd, 'moved.py'), CHANGE + CHANGE);
    git('commit', '-q', '-a', '-m', 'work');
    writeFileSync(join(cwd, 'new.py'), LOAD.replaceAll('Qwen/Qwen3-8B', 'deepseek-ai/DeepSeek-V3'));
    writeFileSync(join(cwd, '.model-policy.yaml'), 'version: 1\norigins: { deny: [CN] }\nrules: {}\n');
    const report = await auditOf(cwd, '--since', 'main');
    expect(report.since?.policies).toEqual([{ path: '.model-policy.yaml', change: 'changed' }]);
    expect(report.since?.changes.map(({ model, change }) => `${change} ${model}`)).toEqual([
      'removed BAAI/bge-m3',
      'added deepseek-ai/DeepSeek-V3',
      'changed microsoft/Phi-4-mini-instruct',
    ]);
    expect(report.since?.changes.at(-1)?.detail).toEqual([
      'now loads in moved.py',
      'no longer loads in change.py',
    ]);
    expect(report.findings.filter(({ severity }) => severity === 'error').map(({ path }) => path)).toEqual([
      'new.py',
    ]);
    expect(valid(report) || valid.errors).toBe(true);
    expect((await cli(['audit', '--since', 'main', '--format', 'markdown'], { cwd })).stdout).toContain(
      '| removed | `BAAI/bge-m3` | loads in gone.py |',
    );
    expect((await cli(['audit', '--since', 'main', '--format', 'table'], { cwd })).stdout).toContain(
      'The policy that judges is not the same: .model-policy.yaml (changed).',
    );
  });

  it('says which files a clone with a filter lacks, with exit code 2, and fetches none', async () => {
    const cwd = folderWith({ 'origin/app.py': LOAD });
    const git = (folder: string, ...args: string[]): Buffer =>
      execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', ...args], {
        cwd: join(cwd, folder),
        stdio: ['ignore', 'pipe', 'pipe'],
      });
    git('origin', 'init', '-q');
    git('origin', 'config', 'uploadpack.allowFilter', 'true');
    git('origin', 'add', '.');
    git('origin', 'commit', '-q', '-m', 'one');
    writeFileSync(join(cwd, 'origin/app.py'), `${LOAD}# two\n`);
    git('origin', 'commit', '-q', '-a', '-m', 'two');
    git('', 'clone', '-q', '--filter=blob:none', pathToFileURL(join(cwd, 'origin')).href, 'clone');
    git('clone', 'config', 'remote.origin.uploadpack', 'touch ran; git-upload-pack');
    const { code, stdout, stderr } = await cli(['audit', '--since', 'HEAD~1'], { cwd: join(cwd, 'clone') });
    expect(stderr).toMatch(
      /^model-license-lens: --since HEAD~1: this clone does not have all files of commit/,
    );
    expect([code, stdout, existsSync(join(cwd, 'clone/ran'))]).toEqual([2, '', false]);
  });

  it('says what is wrong outside of a git work tree', async () => {
    const { code, stderr } = await cli(['audit', '--since', 'main'], { cwd: folderWith({ 'app.py': LOAD }) });
    expect(stderr).toContain('is not in a git work tree.');
    expect(code).toBe(2);
  });
});

describe('report merge', () => {
  it('of one report gives that report, byte for byte', async () => {
    const cwd = folderWith({});
    await cli(['audit', DEMO, '--format', 'json', '--output', 'demo.json'], { cwd });
    expect((await cli(['report', 'merge', 'demo.json', '--format', 'json'], { cwd })).stdout).toBe(
      readFileSync(join(cwd, 'demo.json'), 'utf8'),
    );
  });

  it('calls the whole as it is told, and asks where places are in parts of several commits', async () => {
    const cwd = folderWith({});
    await cli(['audit', DEMO, '--format', 'json', '--output', 'a.json'], { cwd });
    const report = JSON.parse(readFileSync(join(cwd, 'a.json'), 'utf8')) as AuditReport;
    const other = { ...report, project: { ...report.project, commit: 'b'.repeat(40) } };
    writeFileSync(join(cwd, 'b.json'), JSON.stringify(other));
    const merge = async (...args: readonly string[]) =>
      cli(['report', 'merge', ...args, '--format', 'cyclonedx', '--fail-on', 'never'], { cwd });
    const { stdout, stderr } = await merge('a.json', 'b.json', '--name', 'shop');
    expect(JSON.parse(stdout)).toMatchObject({ metadata: { component: { name: 'shop' } } });
    expect(stderr).toContain('These reports are of several commits');
    expect((await merge('web=a.json', 'api=b.json')).stderr).not.toContain('several commits');
    expect((await merge('a.json', 'a.json')).stderr).not.toContain('several commits');
  });

  it('joins shards to what one audit of the whole would have found', async () => {
    const cwd = folderWith({
      'a/app.py': LOAD,
      'b/app.py': LOAD,
      '.model-policy.yaml': 'version: 1\norigins: { deny: [CN] }\n',
      '.git/HEAD': '',
    });
    for (const shard of ['a', 'b'])
      await cli(['audit', shard, '--format', 'json', '--output', `${shard}.json`], { cwd });
    const { stdout, code } = await cli(['report', 'merge', 'b=b.json', 'a=a.json', '--format', 'json'], {
      cwd,
    });
    const merged = JSON.parse(stdout) as AuditReport;
    expect(valid(merged) || valid.errors).toBe(true);
    expect(placesOf(merged)).toEqual(['a/app.py:2:36 Qwen/Qwen3-8B', 'b/app.py:2:36 Qwen/Qwen3-8B']);
    expect(merged.models).toHaveLength(1);
    expect(code).toBe(1);
    expect((await cli(['report', 'merge', 'a=a.json', 'b=b.json', '--format', 'json'], { cwd })).stdout).toBe(
      stdout,
    );
    writeFileSync(join(cwd, 'all.json'), stdout);
    const again = ['report', 'merge', 'all.json', '--baseline', 'all.json', '--format', 'json'];
    expect(await cli(again, { cwd })).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('"findings": []'),
    });
  });
});
