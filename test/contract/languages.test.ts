import { rmSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { COMMANDS } from '../../src/cli/commands';
import { countReport } from '../../src/core/report/summary';
import type { AuditReport } from '../../src/core/report/auditReport';
import { cli, DEMO, folderWith } from './cli';

/** The demo is always judged on the same day. */
const AUDIT = ['audit', '.', '--today', '2026-11-24', '--fail-on', 'never'];
const SCRIPTS: Readonly<Record<string, RegExp>> = {
  ja: /[\p{sc=Hiragana}\p{sc=Katakana}]/u,
  'zh-cn': /\p{sc=Han}/u,
};
const LANGUAGES = Object.keys(SCRIPTS);

/** What the demo's audit prints, once for the same arguments: many tests compare with the English one. */
const printed = new Map<string, Promise<string>>();

function audited(...args: readonly string[]): Promise<string> {
  const key = args.join(' ');
  const before = printed.get(key) ?? auditDemo(args);
  printed.set(key, before);
  return before;
}

async function auditDemo(args: readonly string[]): Promise<string> {
  const { stdout, stderr } = await cli([...AUDIT, ...args], { cwd: DEMO });
  expect(stderr).toBe('');
  return stdout;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};

function plain(page: string): string {
  return (
    page
      .replace(/<style>[^]*?<\/style>/g, '')
      .replace(/<svg class="lineage"[^]*?<\/svg>/g, '')
      .replace(/<code>[^]*?<\/code>|`[^`\n]*`/g, '§')
      .replace(/<[^>]+>/g, '\n')
      // Elements of an inventory have the names of the document behind those of the language, and fields have their own.
      .replace(
        /（[A-Z][\w /]+）(?= \|)|\*SBOM for AI[^*]*\*|[\w.[\]\\=]*properties model-license-lens:[\w:]*/g,
        '§',
      )
      // By its title an audit knows a notice, whatever its language.
      .replace(/^NOTICE: AI models used by /m, '')
      .replace(/(?:error|warning|note) [a-z-]+\/[a-z-]+:|Model License Lens/g, '§')
      .replace(/&\w+;|&#39;/g, (entity) => ENTITIES[entity] ?? entity)
  );
}

/** What is not translated: names and titles of the catalog, notes of the catalog, words to show, codes, and what people wrote into policies. */
async function names(): Promise<readonly string[]> {
  const report = JSON.parse(await audited('--format', 'json')) as AuditReport;
  const texts = [
    ...report.licenses.map(({ name }) => name),
    ...report.models.flatMap(({ id, name, publisher, license }) => [
      id,
      name,
      publisher?.name ?? '',
      license.declared?.name ?? '',
      license.effective?.name ?? '',
    ]),
    ...report.references.flatMap(({ id, text }) => [id, text]),
    // Titles of sources are of those who wrote them.
    ...report.models.flatMap(({ evidence }) => evidence.map(({ source }) => source)),
    ...report.obligations.flatMap(({ words, clause, license }) => [words ?? '', clause ?? '', license]),
    ...(report.services ?? []).flatMap((service) => [
      service.id,
      service.name,
      // A table breaks it where its column ends.
      ...Array.from(service.name.matchAll(/ /g), ({ index }) => service.name.slice(index + 1)),
      service.operatorName ?? '',
      service.termsName ?? '',
      service.successor ?? '',
      // The catalog's note on a term stands behind the first colon.
      ...(service.duties ?? []).map(({ text }) => text.slice(text.indexOf(': ') + 2)),
    ]),
    ...report.policies.flatMap(({ exceptions }) =>
      exceptions.flatMap(({ reason, approvedBy, model }) => [reason, approvedBy ?? '', model]),
    ),
    ...report.ignores.map(({ reason }) => reason),
  ];
  return [...new Set(texts)].filter((text) => text.length > 1).sort((a, b) => b.length - a.length);
}

/** Two words of English side by side, once names are taken out. */
const ENGLISH_WORDS = /\b[a-z]{2,} [a-z]{2,}\b/i;

describe.each(LANGUAGES)('a report in %s', (language) => {
  test.each(['html', 'markdown', 'table', 'notice', 'inventory'])(
    'as %s has no sentence in English',
    async (format) => {
      let text = plain(await audited('--format', format, '--lang', language));
      expect(text).toMatch(SCRIPTS[language] ?? /^$/);
      for (const name of await names()) text = text.replaceAll(name, '§').replaceAll(escaped(name), '§');
      const rest = text.split('\n').filter((line) => ENGLISH_WORDS.test(line));
      expect(rest).toEqual([]);
    },
  );

  test('has the counts of the English one', async () => {
    const report = JSON.parse(await audited('--format', 'json')) as AuditReport;
    const { models, places, errors, warnings, notes } = countReport(report);
    const [head = ''] = (await audited('--format', 'table', '--lang', language)).split('\n');
    const numbers = [...head.matchAll(/\d+/g)].map(([number]) => Number(number));
    for (const count of [models, places, errors, warnings, notes, report.stats.filesScanned])
      expect(numbers).toContain(count);
    const lines = async (...args: readonly string[]): Promise<number> =>
      (await audited('--format', 'markdown', ...args)).split('\n').length;
    expect(await lines('--lang', language)).toBe(await lines());
  });
});

function escaped(name: string): string {
  return name.replace(/[\\`*_{}[\]<>#!|~&$]/g, '\\$&');
}

it.each([['--lang', 'ja'], ['--lang=ja']])('is taken before the command too: %j', async (...lang) => {
  for (const rest of [['compat', 'mit', 'mit', '--format', 'table'], ['audit', '--help'], ['--help']]) {
    const [first = '', ...more] = rest;
    expect(await cli([...lang, ...rest])).toEqual(await cli([first, ...lang, ...more]));
  }
});

test('a page says which language it is in', async () => {
  expect(await audited('--format', 'html', '--lang', 'ja')).toContain('<html lang="ja">');
  expect(await audited('--format', 'html', '--lang', 'zh-cn')).toContain('<html lang="zh-CN">');
});

describe('the language that is not asked for', () => {
  const JAPANESE = { LC_ALL: '', LC_MESSAGES: '', LANG: 'ja_JP.UTF-8' };
  /** Two models are enough to tell a language by. */
  const MODELS = { 'app.yaml': 'model: Qwen/Qwen3-8B\nfallback_model: Qwen/Qwen3-4B\n' };
  const head = async (
    args: readonly string[],
    env: NodeJS.ProcessEnv,
    terminal = false,
    cwd = folderWith(MODELS),
  ): Promise<string> => (await cli([...AUDIT, ...args], { cwd, env, terminal })).stdout;

  it('is that of the system for pages, and for tables on a terminal', async () => {
    expect(await head(['--format', 'markdown'], JAPANESE)).toContain('監査報告書');
    expect(await head([], JAPANESE, true)).toContain('モデル 2 件');
    expect(await head([], JAPANESE)).toContain('2 models');
    expect(await head([], { ...JAPANESE, LC_ALL: 'C' }, true)).toContain('2 models');
    expect(await head(['--format', 'markdown'], { ...JAPANESE, LC_ALL: 'zh_CN.GB18030' })).toContain(
      '审计报告',
    );
    expect(await head(['--format', 'markdown'], { ...JAPANESE, LC_ALL: 'zh_TW.UTF-8' })).toContain(': audit');
  });

  it('is that of the own variable for everything that people read', async () => {
    const own = { MODEL_LICENSE_LENS_LANG: 'zh_CN' };
    expect(await head([], own)).toContain('2 个模型');
    expect(await head(['--lang', 'en'], own)).toContain('2 models');
    const { code, stderr } = await cli(AUDIT, { cwd: DEMO, env: { MODEL_LICENSE_LENS_LANG: 'xx' } });
    expect([code, stderr]).toEqual([2, expect.stringContaining('one of en, ja, zh-cn')]);
  });

  it('has the names by which systems and people know it', async () => {
    for (const name of ['ja_JP', 'ja-JP', 'JA', 'ja_JP.UTF-8'])
      expect(await head(['--lang', name], {})).toContain('モデル 2 件');
    expect(await head([], { MODEL_LICENSE_LENS_LANG: 'ja_JP' })).toContain('モデル 2 件');
    expect(await head(['--lang', 'zh-Hans'], {})).toContain('2 个模型');
    expect(await head(['--lang', 'en_GB'], { MODEL_LICENSE_LENS_LANG: 'ja' })).toContain('2 models');
    for (const name of ['zh_TW', 'jav', 'english'])
      expect((await cli([...AUDIT, '--lang', name], { cwd: DEMO })).code, name).toBe(2);
  });

  it.each(['json', 'jsonl', 'sarif', 'csv', 'cyclonedx', 'spdx', 'notice'])(
    'is English in %s, whatever the machine says',
    async (format) => {
      const env = { ...JAPANESE, MODEL_LICENSE_LENS_LANG: 'ja' };
      expect(await head(['--format', format], env, true, DEMO)).toBe(await audited('--format', format));
    },
  );
});

describe.each(LANGUAGES)('help in %s', (language) => {
  it.each([[], ...COMMANDS.map(({ name }) => [name])])(
    'has no line of the English one: %s',
    async (...names) => {
      const lines = async (lang: string): Promise<readonly string[]> =>
        (await cli([...names, '--help', '--lang', lang])).stdout.split('\n');
      const [own, english] = [await lines(language), await lines('en')];
      // What is typed is the same, in the same order.
      const typed = (line: string): boolean => line === '' || line.startsWith('  model-license-lens ');
      expect(own.filter(typed)).toEqual(english.filter(typed));
      for (const line of own.filter((one) => !typed(one))) expect(english).not.toContain(line);
    },
  );

  it('is that of the system on a terminal, and tells of a language that there is not', async () => {
    const japanese = { LC_ALL: 'ja_JP.UTF-8' };
    expect((await cli(['help', 'audit'], { env: japanese, terminal: true })).stdout).toContain('使い方：');
    expect((await cli(['help', 'audit'], { env: japanese })).stdout).toContain('Usage:');
    expect(await cli(['help', 'audit', '--lang', 'xx'])).toMatchObject({ code: 2, stdout: '' });
  });
});

describe.each(LANGUAGES)('what is wrong in the usage, in %s', (language) => {
  it.each([
    [['nosuch']],
    [['audit', 'no-such-folder']],
    [['audit', '--format', 'pdf']],
    [['audit', '--since']],
    [['audit', '--polcy', 'x']],
    [['audit', '--baseline', 'none.json']],
    [['explain', 'license/denyed']],
    [['compat', 'mit']],
  ])('is told of %j', async (args) => {
    const { stderr, code } = await cli(args, { env: { MODEL_LICENSE_LENS_LANG: language } });
    expect(stderr).toMatch(SCRIPTS[language]!);
    expect(code).toBe(2);
  });

  it('is so of what git, the disk and the first word say', async () => {
    const env = { MODEL_LICENSE_LENS_LANG: language };
    for (const args of [
      ['audit', '--since', 'no-such-branch'],
      ['audit', '--policy', 'none.yaml'],
      ['report', 'calendar', 'none.json'],
      ['report', 'dates'],
      ['catalog'],
    ]) {
      const { stderr, code } = await cli(args, { env });
      expect(stderr, args.join(' ')).toMatch(SCRIPTS[language]!);
      expect([stderr.includes('ENOENT'), code]).toEqual([false, 2]);
    }
  });

  it('is so of folders without git, and of files that are none', async () => {
    const cwd = folderWith({ 'app.py': '', 'empty.jsonl': '' });
    for (const args of [
      ['audit', '--since', 'main'],
      ['audit', '--policy', '.'],
      ['report', 'org', 'empty.jsonl'],
    ]) {
      const { stderr, code } = await cli([...args, '--lang', language], { cwd });
      expect(stderr, args.join(' ')).toMatch(SCRIPTS[language]!);
      expect(stderr).not.toMatch(/work tree\.|it is /);
      expect(code).toBe(2);
    }
  });

  it('is that of the variables where the language is what is wrong', async () => {
    const system = { LC_ALL: language === 'ja' ? 'ja_JP.UTF-8' : 'zh_CN.UTF-8' };
    for (const env of [{ MODEL_LICENSE_LENS_LANG: language }, system])
      expect((await cli(['audit', '--lang', 'xx'], { env, terminal: true })).stderr).toMatch(
        SCRIPTS[language]!,
      );
    const wrong = await cli(['audit'], { env: { ...system, MODEL_LICENSE_LENS_LANG: 'xx' }, terminal: true });
    expect(wrong.stderr).toMatch(SCRIPTS[language]!);
    expect((await cli(['audit', '--lang', 'xx'], { env: system })).stderr).toContain('--lang cannot be "xx"');
  });
});

describe.each(LANGUAGES)('the tables of look-ups in %s', (language) => {
  it.each([
    ['lookup', ['lookup', 'qwen3:8b', 'gpt-4o', 'no/such-model', '--format', 'table']],
    ['search', ['search', 'qwen3', 'apache-2.0']],
    ['explain', ['explain']],
    ['explain of a rule', ['explain', 'license/denied']],
  ])('of %s are in it, and have as many lines as in English', async (_, args) => {
    const { stdout } = await cli([...args, '--lang', language]);
    const english = await cli(args);
    expect(stdout).toMatch(/\p{sc=Han}/u);
    for (const word of ['MODEL', 'OPENNESS', 'open-weights', ' unknown', 'What it checks', 'Severity:'])
      expect(stdout).not.toContain(word);
    if (args[0] !== 'explain') expect(stdout.split('\n').length).toBe(english.stdout.split('\n').length);
  });

  it('tell the commercial use of each model', async () => {
    const { stdout } = await cli([
      'lookup',
      'qwen3:8b',
      'facebook/nllb-200-distilled-600M',
      '--format',
      'table',
    ]);
    expect(stdout).toMatch(/^ID +MODEL +LICENSE +COMMERCIAL USE /);
    expect(stdout).toMatch(/apache-2\.0 +yes .*\n.*cc-by-nc-4\.0 +no /);
  });
});

it('writes the sentences of data in a language that is asked for', async () => {
  const { findings } = JSON.parse(await audited('--format', 'json', '--lang', 'ja')) as AuditReport;
  for (const { message } of findings) expect(message).toMatch(SCRIPTS['ja'] ?? /^$/);
});

it('accepts the findings of an English baseline in every language', async () => {
  const folder = folderWith({ 'baseline.json': await audited('--format', 'json') });
  const text = await audited('--baseline', `${folder}/baseline.json`, '--lang', 'ja');
  expect(text).toContain('指摘なし');
  rmSync(folder, { recursive: true });
});

test('the record of a license says in other languages that its notes are in English', async () => {
  const said = async (...args: readonly string[]): Promise<string> =>
    (await cli(['licenses', 'llama3.1', ...args])).stdout;
  expect(await said('--lang', 'ja')).toContain('\n補足は英語です。\n');
  expect(await said('--lang', 'en')).not.toContain('in English');
});

/** A line of `audit --format jsonl`. */
const INFERRED = {
  schema: 1,
  commit: null,
  publisher: null,
  repository: 'web',
  catalogDate: '2026-11-24',
  complete: true,
  model: 'acme/thing-7b',
  registry: 'huggingface',
  license: 'gemma',
  licenseSureness: 'inferred',
  effectiveLicense: 'llama3.3',
  origin: ['US'],
  host: 'self',
  severity: null,
};

describe.each(LANGUAGES)('in %s', (lang) => {
  const script = SCRIPTS[lang] ?? /^$/;
  const BROKEN = { '.model-policy.yaml': 'version: 1\nlicences: {}\n', 'a.py': 'x = "gpt-4o"\n' };
  const USE = `${JSON.stringify(INFERRED)}\n`;
  const ENDED = { 'a.py': 'OpenAI().chat.completions.create(model="gpt-4-32k")\n' };

  test.each<readonly [args: readonly string[], files: Readonly<Record<string, string>>]>([
    [['audit'], BROKEN],
    [['audit', '--explain', 'a.py:1'], ENDED],
    [['fix'], ENDED],
    [['fix', '--from', 'gpt-4-33k', '--to', 'gpt-4.1'], ENDED],
    [['init'], {}],
    [['init', '--list'], {}],
    [['init', '--template', 'nothing'], {}],
    [['licenses', 'llama3.1'], {}],
    [['licenses', 'llama-3.9'], {}],
    [['compare', 'qwen3:8b', 'gemma3:4b'], {}],
    [['compat', 'llama3.1', 'apache-2.0', '--format', 'table'], {}],
    [['compat', 'llama3.1', 'apache-2.0'], {}],
    [['search', 'no-such-model-at-all'], {}],
    [['catalog', 'status'], {}],
    [['catalog', 'update', '--rollback'], {}],
    [['report', 'renovate'], BROKEN],
    [['report', 'org', 'uses.jsonl'], { 'uses.jsonl': USE }],
  ])('%j speaks the language', async (args, files) => {
    const { stdout, stderr } = await cli([...args, '--lang', lang], { cwd: folderWith(files) });
    for (const text of [stdout, stderr].filter((one) => one !== '')) expect(text).toMatch(script);
  });

  it('is said what an organization knows of a license only by inference', async () => {
    const cwd = folderWith({ 'uses.jsonl': USE });
    const { stdout } = await cli(['report', 'org', 'uses.jsonl', '--lang', lang], { cwd });
    expect(stdout).toMatch(/<td>gemma（[^<]*llama3\.3）（[^<]*）<\/td>/);
  });

  it('is said which uses licenses bar, and what examples say in comments', async () => {
    const compared = await cli(['compare', 'google/gemma-2-9b-it', 'llama3.1:8b', '--lang', lang]);
    expect(compared.stdout).not.toMatch(/unlawful|harassment/);
    const { stdout } = await cli(['explain', 'license/denied', '--lang', lang]);
    expect(stdout).not.toContain('and in the code');
  });
});
