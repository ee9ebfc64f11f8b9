import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { UseLine } from '../../src/core/report/jsonLines';
import { writeOrganization } from '../support/organization.mjs';
import { cli, DEMO, folderWith } from './cli';

async function demoLines(): Promise<readonly UseLine[]> {
  const { stdout } = await cli(['audit', DEMO, '--format', 'jsonl', '--fail-on', 'never']);
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as UseLine);
}

test('one page adds up 300 repositories, needs nothing else and has a search box', async () => {
  const lines = await demoLines();
  expect(lines.length).toBeGreaterThan(10);
  const root = folderWith({});
  mkdirSync(join(root, 'audits'));
  const { repositories, uses } = writeOrganization(join(root, 'audits'), 300, lines);
  const { code, stderr } = await cli(['report', 'org', 'audits', '--output', 'page.html'], { cwd: root });
  expect([code, stderr]).toEqual([
    0,
    expect.stringContaining(`${repositories} repositories that use models, ${uses} uses`),
  ]);
  const page = readFileSync(join(root, 'page.html'), 'utf8');
  expect(page).toContain(`<b>${repositories}</b> repositories`);
  expect(page).toContain('git.example.org/team-19/app-299');
  for (const { model } of lines) expect(page).toContain(`<td>${model}</td>`);
  expect(page).toContain('<input id="search"');
  expect(page).not.toMatch(/\b(?:src|href)=/);
  // The page's policy lets only this script run.
  const [, script = ''] = /<script>([\s\S]*?)<\/script>/.exec(page) ?? [];
  expect(page).toContain(createHash('sha256').update(script).digest('base64'));
});

test('files are named one by one, by a folder or by a glob, and each is counted once', async () => {
  const root = folderWith({});
  mkdirSync(join(root, 'a'));
  const lines = (await demoLines()).slice(0, 3);
  writeOrganization(join(root, 'a'), 4, lines);
  const { stderr } = await cli(
    ['report', 'org', 'a/app-0.jsonl', 'a', 'a/app-*.jsonl', '--output', 'p.html'],
    {
      cwd: root,
    },
  );
  expect(stderr).toContain('4 files, 4 repositories that use models, 80 uses');
  expect((await cli(['report', 'org', 'b/*.jsonl'], { cwd: root })).code).toBe(2);
});

test('a page says what changed since an earlier day', async () => {
  const [line] = await demoLines();
  const at = (repository: string, more: object): string =>
    `${JSON.stringify({ ...line, repository, license: 'mit', severity: null, ...more })}\n`;
  const root = folderWith({
    'old/all.jsonl': at('a', { model: 'm/1' }) + at('a', { model: 'm/2' }) + at('gone', { model: 'm/1' }),
    'new/all.jsonl':
      at('a', { model: 'm/1', license: 'other', severity: 'error' }) + at('fresh', { model: 'm/3' }),
  });
  const args = ['report', 'org', 'new', '--output', 'p.html'];
  await cli([...args, '--before', 'old'], { cwd: root });
  const page = readFileSync(join(root, 'p.html'), 'utf8');
  const table = page.slice(page.indexOf('What changed'), page.indexOf('<h2>Repositories'));
  const rows = [...table.matchAll(/<tr>((?:<td>.*?<\/td>)+)<\/tr>/g)].map(([, cells = '']) =>
    cells.replace(/<\/td><td>/g, ' | ').replace(/<\/?td>/g, ''),
  );
  expect(rows).toEqual([
    'all | m/1 | gravest finding | none | error',
    'all | m/1 | license | mit | other',
    'a | m/2 | model gone |  | ',
    'fresh | all | repository added |  | ',
    'fresh | m/3 | model added |  | ',
    'gone | all | repository gone |  | ',
  ]);
  await cli([...args, '--before', 'new'], { cwd: root });
  expect(readFileSync(join(root, 'p.html'), 'utf8')).toContain('<h2>What changed</h2><p>Nothing.</p>');
  await cli(args, { cwd: root });
  expect(readFileSync(join(root, 'p.html'), 'utf8')).not.toContain('What changed');
});

test('what is written in a repository is text on the page', async () => {
  const [line] = await demoLines();
  const evil = { ...line, repository: '<script>alert(1)</script>', model: '"><img src=x onerror=alert(1)>' };
  const root = folderWith({ 'evil.jsonl': `${JSON.stringify(evil)}\n` });
  const { stdout } = await cli(['report', 'org', 'evil.jsonl'], { cwd: root });
  expect(stdout).toContain('&lt;script&gt;alert(1)');
  expect(stdout.match(/<script/g)).toHaveLength(1);
  expect(stdout).not.toContain('<img');
});

test('a file of another kind is refused with its line, and an audit that was not complete is told', async () => {
  const [line] = await demoLines();
  const root = folderWith({
    'bad.jsonl': `${JSON.stringify(line)}\n{"schema":1}\n`,
    'part.jsonl': `${JSON.stringify({ ...line, complete: false })}\n`,
  });
  const bad = await cli(['report', 'org', 'bad.jsonl'], { cwd: root });
  expect([bad.code, bad.stderr]).toEqual([2, expect.stringContaining('bad.jsonl:2 is no line')]);
  const part = await cli(['report', 'org', 'part.jsonl'], { cwd: root });
  expect([part.code, part.stdout]).toEqual([3, expect.stringContaining('Some audits were not complete')]);
});

test('a line says where git has the repository from, and which commit is checked out', async () => {
  const root = folderWith({ 'app.py': 'AutoModel.from_pretrained("Qwen/Qwen3-8B")\n' });
  const hash = 'a'.repeat(40);
  mkdirSync(join(root, '.git/refs/heads'), { recursive: true });
  writeFileSync(join(root, '.git/HEAD'), 'ref: refs/heads/main\n');
  writeFileSync(join(root, '.git/refs/heads/main'), `${hash}\n`);
  writeFileSync(
    join(root, '.git/config'),
    '[core]\n\tbare = false\n[remote "up"]\n\turl = https://example.org/no/no\n[remote "origin"]\n\turl = https://me:secret@GitHub.com/acme/app.git\n',
  );
  const { stdout } = await cli(['audit', '.', '--format', 'jsonl', '--fail-on', 'never'], { cwd: root });
  expect(JSON.parse(stdout)).toMatchObject({
    repository: 'github.com/acme/app',
    commit: hash,
    model: 'Qwen/Qwen3-8B',
    license: 'apache-2.0',
    origin: ['CN'],
    complete: true,
  });
  expect(stdout).not.toContain('secret');
});
