import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
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

/** A page with the cells of a row side by side. */
function cellsOf(page: string): string {
  return page.replace(/<\/td><td(?: class="number")?>/g, '|');
}

test('one page adds up 300 repositories, needs nothing else and has a search box', async () => {
  const lines = await demoLines();
  expect(lines.length).toBeGreaterThan(10);
  const root = folderWith({});
  mkdirSync(join(root, 'audits'));
  const { repositories, uses } = writeOrganization(join(root, 'audits'), 300, lines);
  const { code, stderr } = await cli(['report', 'org', 'audits', '--output', 'page.html'], { cwd: root });
  expect([code, stderr]).toEqual([0, expect.stringContaining(`${repositories} repositories, ${uses} uses`)]);
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

test('a page and a table are in the language that is asked for', async () => {
  const root = folderWith({});
  mkdirSync(join(root, 'a'));
  writeOrganization(join(root, 'a'), 2, (await demoLines()).slice(0, 3));
  const { stdout } = await cli(['report', 'org', 'a', '--lang', 'ja'], { cwd: root });
  expect(stdout).toContain('<html lang="ja">');
  expect(stdout).toContain('<h1>組織の AI モデル</h1>');
  expect(stdout).toContain('<th scope="col">ライセンス</th>');
  expect(stdout).toContain('data-rows="# 行"');
  expect(stdout).not.toMatch(/<(?:h2|th scope="col")>[A-Z]/);
  const table = await cli(['report', 'org', 'a', '--lang', 'ja', '--format', 'csv'], { cwd: root });
  // Spreadsheets take a text without the mark for one in another encoding. Names of columns are for programs.
  expect(table.stdout).toMatch(/^\uFEFFrepository,commit,/);
  expect(table.stdout).toMatch(/,(?:使用不可|使用可|条件付きで使用可|要確認|不明)[^,\n]*,[^,\n]*\r\n/);
  const plain = await cli(['report', 'org', 'a', '--format', 'csv'], {
    cwd: root,
    env: { LANG: 'ja_JP.UTF-8' },
  });
  expect(plain.stdout).toMatch(
    /^repository,commit,[\s\S]*,(?:conflict|ok|obligations|review|unknown),[^,\n]*\r\n/,
  );
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
  expect(stderr).toContain('4 files, 4 repositories, 80 uses');
  expect((await cli(['report', 'org', 'b/*.jsonl'], { cwd: root })).code).toBe(2);
});

test('a link to a file counts as the file, once, and a file of blank lines is told', async () => {
  const root = folderWith({ 'blank.jsonl': '\n\n' });
  mkdirSync(join(root, 'kept'));
  mkdirSync(join(root, 'a'));
  writeOrganization(join(root, 'kept'), 2, (await demoLines()).slice(0, 3));
  for (const [at, name] of ['app-0', 'app-1', 'app-1'].entries())
    symlinkSync(join('..', 'kept', `${name}.jsonl`), join(root, 'a', `${at}.jsonl`));
  symlinkSync('circle.jsonl', join(root, 'a', 'circle.jsonl'));
  const { stderr } = await cli(['report', 'org', 'a', 'kept', '--output', 'p.html'], { cwd: root });
  expect(stderr).toContain('2 files, 2 repositories, 40 uses');
  const blank = await cli(['report', 'org', 'blank.jsonl'], { cwd: root });
  expect([blank.code, blank.stderr]).toEqual([
    2,
    expect.stringContaining('blank.jsonl cannot be read: it is empty'),
  ]);
});

/** The rows of the table of changes, their cells with bars between them. */
function changesIn(page: string): readonly string[] {
  const table = page.slice(page.indexOf('What changed'), page.indexOf('<h2>Repositories'));
  return [...table.matchAll(/<tr>((?:<td>.*?<\/td>)+)<\/tr>/g)].map(([, cells = '']) =>
    cells.replace(/<\/td><td>/g, ' | ').replace(/<\/?td>/g, ''),
  );
}

test('a page has of each model the license in effect, all of its origin, the gravest verdict and the rules', async () => {
  const [line] = await demoLines();
  const facts = {
    license: 'mit',
    effectiveLicense: 'mit',
    category: 'permissive',
    severity: null,
    rules: [],
  };
  const at = (model: string, more: object): string =>
    `${JSON.stringify({ ...line, ...facts, model, ...more })}\n`;
  const root = folderWith({
    'all.jsonl':
      at('m/both', { effectiveLicense: 'llama3.3', license: 'llama3.3', alsoLicenses: ['gemma'] }) +
      at('m/tuned', { effectiveLicense: 'gemma', verdict: 'ok', rules: ['b/b'] }) +
      at('m/tuned', { effectiveLicense: 'gemma', verdict: 'review', rules: ['a/a'], repository: 'z' }) +
      at('m/copy', { licenseSureness: 'inferred', origin: ['?', 'US'], verdict: null }) +
      at('m/open', { effectiveLicense: 'custom', category: 'unknown', origin: ['?'], verdict: 'unknown' }),
  });
  await cli(['report', 'org', 'all.jsonl', '--output', 'p.html'], { cwd: root });
  const page = readFileSync(join(root, 'p.html'), 'utf8');
  const cells = page.replace(/<\/td><td(?: class="number")?>/g, '|');
  expect(cells).toMatch(
    /<td>m\/tuned\|[^|]*\|mit \(in effect gemma\)\|[^|]*\|2\|2\|none\|review\|a\/a, b\/b</,
  );
  expect(cells).toMatch(/<td>m\/copy\|[^|]*\|mit \(inferred\)\|\? ← US\|1\|1\|none\|\|</);
  expect(cells).toMatch(/<td>m\/open\|[^|]*\|mit\|unknown\|/);
  expect(cells).toMatch(/<td>m\/both\|[^|]*\|llama3\.3 AND gemma\|/);
  expect(cells).toContain('<td>gemma|3|2</td>');
  expect(cells).toContain('<td>llama3.3|1|1</td>');
  expect(cells).toContain('<td>unknown|2|1</td>');
});

test('weights at one path of two repositories are two models where they are not the same', async () => {
  const [line] = await demoLines();
  const at = (repository: string, license: string, more: object = {}): string =>
    `${JSON.stringify({ ...line, repository, model: 'models/main', registry: 'local', license, effectiveLicense: license, category: 'x', severity: null, verdict: 'ok', rules: [], ...more })}\n`;
  const root = folderWith({
    'a.jsonl': at('a', 'mit') + at('b', 'mit', { verdict: 'review' }),
    'b.jsonl': at('a', 'mit') + at('b', 'cc-by-nc-4.0'),
  });
  const pageOf = async (...args: string[]): Promise<string> =>
    (await cli(['report', 'org', ...args], { cwd: root })).stdout;
  expect(cellsOf(await pageOf('a.jsonl'))).toMatch(
    /<td>models\/main\|[^|]*\|mit\|[^|]*\|2\|2\|none\|review\|/,
  );
  const page = await pageOf('b.jsonl', '--before', 'a.jsonl');
  const cells = cellsOf(page);
  expect(cells).toMatch(/<td>models\/main \(a\)\|[^|]*\|mit\|[^|]*\|1\|1\|/);
  expect(cells).toMatch(/<td>models\/main \(b\)\|[^|]*\|cc-by-nc-4\.0\|[^|]*\|1\|1\|/);
  expect(page).toContain('<b>2</b> models');
  expect(changesIn(page)).toContain('b | models/main | license | mit | cc-by-nc-4.0');
});

test('a page says what changed since an earlier day', async () => {
  const [line] = await demoLines();
  const at = (repository: string, more: object): string =>
    `${JSON.stringify({ ...line, repository, license: 'mit', effectiveLicense: 'mit', severity: null, host: 'self', ...more })}\n`;
  const none = `${JSON.stringify({ schema: 1, repository: 'empty', commit: null, day: '2026-11-20', catalogDate: '2026-11-18', complete: true, model: null })}\n`;
  const root = folderWith({
    'old/all.jsonl':
      at('a', { model: 'm/1', day: '2026-11-20' }) +
      at('a', { model: 'm/2' }) +
      at('gone', { model: 'm/1' }) +
      at('empty', { model: 'm/1' }) +
      at('moved', { model: 'm/4', host: 'together', hostCountry: 'US', verdict: 'ok' }),
    'new/all.jsonl':
      at('a', { model: 'm/1', license: 'other', effectiveLicense: 'other', severity: 'error' }) +
      at('fresh', { model: 'm/3' }) +
      at('moved', { model: 'm/4', host: 'siliconflow', hostCountry: 'CN', verdict: 'conflict' }),
    'new/empty.jsonl': none,
  });
  const args = ['report', 'org', 'new', '--output', 'p.html'];
  await cli([...args, '--before', 'old'], { cwd: root });
  const page = readFileSync(join(root, 'p.html'), 'utf8');
  expect(page).toContain('<h2>What changed since 2026-11-20');
  expect(changesIn(page)).toEqual([
    'all | m/1 | gravest finding | none | error',
    'all | m/1 | license | mit | other',
    'a | m/2 | model gone | not through a service | ',
    'empty | m/1 | model gone | not through a service | ',
    'fresh | all | repository added |  | ',
    'fresh | m/3 | model added |  | not through a service',
    'gone | all | repository gone |  | ',
    'moved | m/4 | host | together (US) | siliconflow (CN)',
    'moved | m/4 | verdict | ok | conflict',
  ]);
  expect(page).toContain('<td>siliconflow</td><td>CN</td>');
  expect(page).toContain('<td>empty</td>');
  // On whose machines weights run no file tells.
  expect(cellsOf(page)).toContain('<td>not through a service|-|2|2</td>');
  expect(page).not.toContain('<td>self');
  await cli([...args, '--before', 'new'], { cwd: root });
  expect(readFileSync(join(root, 'p.html'), 'utf8')).toMatch(
    /<h2>What changed since [\d-]+( to [\d-]+)?<\/h2><p>Nothing/,
  );
  await cli(args, { cwd: root });
  expect(readFileSync(join(root, 'p.html'), 'utf8')).not.toContain('What changed');
});

test('a page says what excuses a model and until when, and takes no exception for a repair', async () => {
  const policy = 'version: 1\nmodels: { deny: ["Qwen/*"] }\n';
  const exception =
    'exceptions: [{ model: Qwen/Qwen3-8B, reason: until replaced, approvedBy: CTO, expires: 2027-01-15 }]\n';
  const root = folderWith({
    'app.py': 'AutoModel.from_pretrained("Qwen/Qwen3-8B")\n',
    '.model-policy.yaml': policy,
  });
  const audit = async (file: string): Promise<unknown> =>
    cli(
      [
        'audit',
        'app.py',
        '--format',
        'jsonl',
        '--today',
        '2026-11-29',
        '--output',
        file,
        '--fail-on',
        'never',
      ],
      {
        cwd: root,
      },
    );
  await audit('old.jsonl');
  writeFileSync(join(root, '.model-policy.yaml'), policy + exception);
  await audit('new.jsonl');
  const { stdout } = await cli(['report', 'org', 'new.jsonl', '--before', 'old.jsonl'], { cwd: root });
  const told = 'ok, by an exception until 2027-01-15';
  const none = 'none, beside what is excused by an exception until 2027-01-15';
  expect(changesIn(stdout).map((row) => row.split(' | ').slice(1).join(' | '))).toEqual([
    `Qwen/Qwen3-8B | gravest finding | error | ${none}`,
    `Qwen/Qwen3-8B | verdict | conflict | ${told}`,
  ]);
  expect(stdout).toContain(`<td>${none}</td><td>${told}</td>`);
  const excused = stdout.slice(stdout.indexOf('<h2>Excused until'), stdout.indexOf('<h2>Licenses'));
  expect(excused).toMatch(
    /<td>2027-01-15<\/td><td>[^<]+<\/td><td>Qwen\/Qwen3-8B<\/td><td>ok<\/td><td>an exception of the policy<\/td>/,
  );
  const before = await cli(['report', 'org', 'old.jsonl'], { cwd: root });
  expect(before.stdout).not.toContain('Excused until');
});

test('an audit without a use writes a line that says so, which a page counts as a repository', async () => {
  const root = folderWith({ 'a.txt': 'nothing\n' });
  const audit = ['audit', '.', '--format', 'jsonl', '--today', '2026-11-29', '--output', 'x.jsonl'];
  await cli(audit, { cwd: root });
  expect(JSON.parse(readFileSync(join(root, 'x.jsonl'), 'utf8'))).toMatchObject({
    schema: 1,
    day: '2026-11-29',
    model: null,
    complete: true,
  });
  const { stderr, stdout } = await cli(['report', 'org', 'x.jsonl'], { cwd: root });
  expect(stderr).toContain('1 file, 1 repository, 0 uses.');
  expect(stdout).toContain('Judged as of 2026-11-29. Catalog of ');
});

test('a call of a model that no file names has a line, and counts for its host, country and findings', async () => {
  const root = folderWith({
    'nginx.conf': 'location / { proxy_pass https://qianfan.baidubce.com; }\n',
    'app.py': 'AutoModel.from_pretrained("Qwen/Qwen3-8B")\n',
    '.model-policy.yaml': 'version: 1\nhosting: { deny: [CN] }\n',
  });
  await cli(['audit', '.', '--format', 'jsonl', '--output', 'x.jsonl'], { cwd: root });
  const lines = readFileSync(join(root, 'x.jsonl'), 'utf8').trimEnd().split('\n');
  expect(lines.map((line) => JSON.parse(line) as UseLine)).toMatchObject([
    { path: 'app.py', model: 'Qwen/Qwen3-8B', host: 'self' },
    {
      path: 'nginx.conf',
      model: expect.stringContaining('https://qianfan.baidubce.com'),
      isAddress: true,
      role: 'calls',
      host: 'baidu',
      hostCountry: 'CN',
      context: 'product',
      severity: 'error',
      rules: ['hosting/denied'],
    },
  ]);
  writeFileSync(join(root, 'old.jsonl'), `${lines[0]}\n`);
  const page = ['report', 'org', 'x.jsonl', '--before', 'old.jsonl'];
  const { stdout, stderr } = await cli(page, { cwd: root });
  expect(stderr).toContain('1 file, 1 repository, 2 uses.');
  const cells = stdout.replace(/<\/td><td(?: class="number")?>/g, '|');
  expect(cells).toContain('<b>1</b> model<');
  expect(cells).toMatch(/\|1\|2\|1\|0\|\.model-policy\.yaml<\/td>/);
  expect(cells).toMatch(/\(a model chosen when the program runs\)\|.*\|error\|\|hosting\/denied</);
  expect(cells).toContain('<td>baidu|CN|1|1</td>');
  expect(cells).toMatch(/\|https:\/\/qianfan[^|]*\|model added\|\|baidu \(CN\)</);
  expect(cells.slice(cells.indexOf('<h2>Licenses'), cells.indexOf('<h2>Who'))).not.toContain('unknown');
});

test('a folder without a file of lines is refused, now and before', async () => {
  const [line] = await demoLines();
  const root = folderWith({
    'now/a.jsonl': `${JSON.stringify(line)}\n`,
    'last/a.txt': '{}',
    'old/a.json': '{}',
  });
  for (const args of [['last'], ['now', '--before', 'last'], ['now', 'last']]) {
    const { code, stderr, stdout } = await cli(['report', 'org', ...args], { cwd: root });
    expect([code, stdout, stderr]).toEqual([2, '', expect.stringContaining('No file fits "last"')]);
    expect(stderr).toContain('audit --format jsonl');
  }
  const { code, stderr } = await cli(['report', 'org', 'old'], { cwd: root });
  expect([code, stderr]).toEqual([2, expect.stringContaining('report org "old/**/*.json"')]);
});

test('reports in JSON are counted too, and a name can be given', async () => {
  const root = folderWith({ 'app.py': 'AutoModel.from_pretrained("Qwen/Qwen3-8B")\n' });
  for (const format of ['json', 'jsonl'])
    await cli(['audit', 'app.py', '--format', format, '--output', `web.${format}`], { cwd: root });
  const rowsOf = async (...files: string[]): Promise<string> => {
    const { stdout, code } = await cli(['report', 'org', ...files], { cwd: root });
    expect(code).toBe(0);
    return stdout.slice(stdout.indexOf('<h2>Repositories'), stdout.indexOf('<h2>Models'));
  };
  expect(await rowsOf('web.json')).toContain('<tr><td>web</td>');
  const two = await rowsOf('shop=web.json', 'api=*.jsonl');
  expect(two).toContain('<tr><td>api</td>');
  expect(two).toContain('<tr><td>shop</td>');
  expect((await cli(['report', 'org', 'shop=gone.json'], { cwd: root })).code).toBe(2);
  writeFileSync(join(root, 'x=y.jsonl'), readFileSync(join(root, 'web.jsonl')));
  expect(await rowsOf('x=y.jsonl')).not.toContain('<td>x</td>');
});

/** What a line says where no policy judged. */
const NOT_JUDGED = { hasPolicy: false, policies: undefined };

test('a model that one repository has by name and by a path is of one repository, and not judged without a policy', async () => {
  const [line] = await demoLines();
  const at = (more: object): string =>
    `${JSON.stringify({ ...line, model: 'm/both', verdict: 'ok', severity: null, reservations: undefined, ...more })}\n`;
  const root = folderWith({
    'one.jsonl': at(NOT_JUDGED) + at({ ...NOT_JUDGED, registry: 'local' }),
    'two.jsonl': at({ repository: 'z', model: 'm/mixed' }) + at({ repository: 'z', model: '=m/asked' }),
    'three.jsonl': at({ ...NOT_JUDGED, repository: 'y', model: 'm/mixed', verdict: 'obligations' }),
  });
  const page = (await cli(['report', 'org', '*.jsonl'], { cwd: root })).stdout;
  const rows = page.replace(/<\/td><td(?: class="number")?>/g, '|');
  expect(rows).toMatch(/<td>m\/both\|[^\n]*\|1\|2\|none\|no policy\|/);
  expect(rows).toMatch(/<td>m\/mixed\|[^\n]*\|2\|2\|none\|no policy\|/);
  expect(rows).toMatch(/<td>=m\/asked\|[^\n]*\|1\|1\|none\|ok\|/);
  const csv = (await cli(['report', 'org', 'two.jsonl', 'three.jsonl', '--format', 'csv'], { cwd: root }))
    .stdout;
  const [head, ...body] = csv.trimEnd().split('\r\n');
  expect(head).toMatch(/^repository,commit,judged_as_of,complete,model,.*,verdict,policy$/);
  expect(body.map((row) => row.replace(/^([^,]*,).*yes,([^,]*).*,([^,]*),([^,]*)$/, '$1$2 $3 $4'))).toEqual([
    'z,m/mixed ok .model-policy.yaml',
    "z,'=m/asked ok .model-policy.yaml",
    'y,m/mixed no policy none',
  ]);
});

test('of each repository is told which policy judged it, none, one for some uses, and nothing that its lines do not say', async () => {
  const [line] = await demoLines();
  const at = (repository: string, more: object): string =>
    `${JSON.stringify({ ...line, repository, ...more })}\n`;
  const root = folderWith({
    'a.jsonl': at('file', { policies: ['b/.model-policy.yaml', '.model-policy.yaml'] }),
    'b.jsonl': at('none', NOT_JUDGED),
    'c.jsonl': at('empty', { ...NOT_JUDGED, model: null }),
    'd.jsonl': at('part', {}) + at('part', { hasPolicy: false, model: 'm/other' }),
    'e.jsonl': at('earlier', { policies: undefined }),
  });
  const told = {
    file: '.model-policy.yaml, b/.model-policy.yaml',
    none: 'none',
    empty: 'none',
    part: '.model-policy.yaml, not for all uses',
    earlier: '',
  };
  const page = (await cli(['report', 'org', '*.jsonl'], { cwd: root })).stdout;
  expect(page).toContain('<th scope="col">Policy</th></tr>');
  const csv = (await cli(['report', 'org', '*.jsonl', '--format', 'csv'], { cwd: root })).stdout;
  for (const [name, policy] of Object.entries(told)) {
    expect(cellsOf(page)).toMatch(new RegExp(String.raw`<tr><td>${name}\|[^\n]*\|${policy}</td></tr>`));
    const cell = policy.includes(' ') ? `"${policy}"` : policy;
    expect(csv).toMatch(new RegExp(String.raw`^${name},[^\n]*,${cell}\r$`, 'm'));
  }
  const inJapanese = (await cli(['report', 'org', '*.jsonl', '--lang', 'ja'], { cwd: root })).stdout;
  expect(cellsOf(inJapanese)).toMatch(/<tr><td>part\|[^\n]*（一部の使用箇所を除く）<\/td>/);
});

test('a format that is not written there is refused', async () => {
  const root = folderWith({ 'x.jsonl': '' });
  for (const [action, file] of [
    ['org', 'x.jsonl'],
    ['calendar', 'x.json'],
  ] as const) {
    const { code, stderr } = await cli(['report', action, file, '--format', 'sarif'], { cwd: root });
    expect([code, stderr]).toEqual([2, expect.stringContaining(`report ${action} writes`)]);
  }
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

test('a file that is empty, a pipe or has a line with parts of another kind is refused with its reason', async () => {
  const [line] = await demoLines();
  const day = `${JSON.stringify({ ...line, day: null })}\n`;
  const rules = `${JSON.stringify({ ...line, rules: null })}\n`;
  const root = folderWith({ 'empty.jsonl': '', 'day.jsonl': day, 'rules.jsonl': rules });
  execFileSync('mkfifo', [join(root, 'pipe.jsonl')]);
  const told = async (file: string): Promise<readonly [number, string]> => {
    const { code, stderr } = await cli(['report', 'org', file], { cwd: root });
    return [code, stderr];
  };
  expect(await told('empty.jsonl')).toEqual([
    2,
    expect.stringContaining('empty.jsonl cannot be read: it is empty'),
  ]);
  expect(await told('pipe.jsonl')).toEqual([2, expect.stringContaining('it is a pipe, socket or device')]);
  expect(await told('day.jsonl')).toEqual([2, expect.stringContaining('day.jsonl:1 is no line')]);
  expect(await told('rules.jsonl')).toEqual([2, expect.stringContaining('rules.jsonl:1 is no line')]);
});

test.skipIf(process.getuid?.() === 0)('a folder that cannot be listed is told', async () => {
  const root = folderWith({ 'org/a/one.jsonl': '' });
  chmodSync(join(root, 'org/a'), 0);
  const { code, stderr } = await cli(['report', 'org', 'org'], { cwd: root });
  chmodSync(join(root, 'org/a'), 0o755);
  expect([code, stderr]).toEqual([2, expect.stringContaining('cannot be listed: EACCES')]);
});
