import {
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { extname, join, relative } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import * as freshAudit from '../../src/cli/freshAudit';
import { FORMATS } from '../../src/core';
import * as fileSource from '../../src/node/fileSource';
import { packedBlocks, PackedText, unpacked } from '../../src/node/packedText';
import { cli, DEMO, folderWith } from './cli';

const LINES = Array.from(
  { length: 12_000 },
  (_, at) => `def function_${at}(value):\n    return value + ${at}`,
);

/** Where the packed text begins: behind the digest and the key, and of reports also behind the notes and a line of their own. */
function packedAt(file: Buffer): number {
  const notes = file.indexOf('\n\n');
  const lines = notes < 0 ? 2 : 1;
  let at = notes < 0 ? 0 : notes + 2;
  for (let line = 0; line < lines; line++) at = file.indexOf('\n', at) + 1;
  return at;
}

function keptIn(file: Buffer): string {
  return packedBlocks(file.subarray(packedAt(file)))
    .map((block) => unpacked(block).toString())
    .join('');
}

/** The file with a name in it that no audit found, which only its digest does not fit. */
function withOtherName(file: Buffer): Buffer {
  const text = new PackedText();
  text.add(keptIn(file).replace('Qwen/', 'Qwem/'));
  return Buffer.concat([file.subarray(0, packedAt(file)), ...text.blocks()]);
}

it('an audit prints the same with an empty, a full and a damaged cache and with none', async () => {
  const root = folderWith({ 'long.py': LINES.join('\n') });
  const cache = folderWith({});
  cpSync(DEMO, join(root, 'demo'), { recursive: true });
  const folder = join(cache, 'model-license-lens/audits');
  const audit = (...more: readonly string[]) =>
    cli(['audit', root, '--format', 'json', '--today', '2026-11-27', ...more], {
      env: { XDG_CACHE_HOME: cache },
    });

  const none = await audit('--no-cache');
  expect((JSON.parse(none.stdout) as { references: unknown[] }).references.length).toBeGreaterThan(20);
  expect(existsSync(folder)).toBe(false);
  const cold = await audit();
  const kept = new Map(readdirSync(folder).map((name) => [join(folder, name), Buffer.alloc(0)]));
  expect([...kept.keys()].map((path) => extname(path)).sort()).toEqual(['.found', '.report']);
  for (const path of kept.keys()) kept.set(path, readFileSync(path));
  for (const bytes of kept.values()) expect(keptIn(bytes)).toContain('Qwen/');
  const [found = '', report = ''] = [...kept.keys()].sort((a, b) => (extname(a) < extname(b) ? -1 : 1));
  const outcomes = [cold, await audit()];
  for (const damaged of [[report], [found, report], [found]]) {
    for (const path of damaged) writeFileSync(path, withOtherName(kept.get(path) as Buffer));
    outcomes.push(await audit());
  }
  rmSync(report);
  outcomes.push(await audit());
  expect(outcomes).toEqual(outcomes.map(() => none));
  expect(keptIn(readFileSync(report))).toContain('Qwen/');

  writeFileSync(
    join(root, 'long.py'),
    `${LINES.join('\n')}\nmodel = AutoModel.from_pretrained("acme/new")\n`,
  );
  const changed = await audit();
  expect(changed.stdout).toContain('acme/new');
  expect(changed.stdout).toBe((await audit('--no-cache')).stdout);
});

it('an audit of which nothing has changed prints the same in every format and language, and judges as asked', async () => {
  const root = folderWith({ 'long.py': LINES.join('\n') });
  const cache = folderWith({});
  cpSync(DEMO, join(root, 'demo'), { recursive: true });
  const audit = (...more: readonly string[]) =>
    cli(['audit', root, ...more], { env: { XDG_CACHE_HOME: cache } });
  const day = ['--today', '2026-11-27'];
  await audit(...day);
  await audit(...day, '--lang', 'ja');
  for (const format of FORMATS)
    for (const language of ['en', 'ja']) {
      const asked = [...day, '--format', format, '--lang', language];
      expect(await audit(...asked), `${format} ${language}`).toEqual(await audit(...asked, '--no-cache'));
    }
  for (const asked of [
    ['--today', '2031-01-01', '--format', 'json'],
    [...day, '--fail-on', 'warning', '--quiet'],
    [...day, '--exclude', 'demo/**', '--format', 'json'],
    [...day, '--policy', join(DEMO, '.model-policy.yaml'), '--format', 'json'],
  ])
    expect(await audit(...asked), asked.join(' ')).toEqual(await audit(...asked, '--no-cache'));
});

it('an audit of which nothing has changed neither searches nor judges', async () => {
  const root = folderWith({ 'long.py': `${LINES.join('\n')}\nmodel = "Qwen/Qwen3-8B"` });
  const cache = folderWith({});
  const audit = () =>
    cli(['audit', root, '--format', 'json', '--today', '2026-11-27'], { env: { XDG_CACHE_HOME: cache } });
  const first = await audit();
  const search = vi.spyOn(freshAudit, 'freshReports');
  onTestFinished(() => search.mockRestore());
  expect(await audit()).toEqual(first);
  expect(search).not.toHaveBeenCalled();
  const before = statSync(join(root, 'long.py'));
  writeFileSync(join(root, 'long.py'), `${LINES.join('\n')}\nmodel = "Qwen/Qwen3-4B"`);
  utimesSync(join(root, 'long.py'), before.atime, before.mtime);
  const changed = await audit();
  expect(search).toHaveBeenCalledOnce();
  expect(changed.stdout).toContain('Qwen/Qwen3-4B');
});

it('an audit of which little has changed reads that, and prints what it would print of all', async () => {
  const quiet = Object.fromEntries(
    Array.from({ length: 20 }, (_, at) => [`quiet${at}.py`, LINES.slice(at * 500).join('\n')]),
  );
  const root = folderWith({
    ...quiet,
    'ids.py': 'MODEL = "gpt-3.5-turbo-16k"\n',
    'asks.py': 'from ids import MODEL\nfrom openai import OpenAI\n',
    'ignores.py': '# model-license-lens: ignore[model/retired] as agreed\n',
    'made.js': '// @generated\nvar a;\n',
    '.model-policy.yaml': 'version: 1\n',
    'blob.dat': '\0\u0001\u0002',
    'package.json': '{"license": "MIT"}',
  });
  const cache = folderWith({});
  const audit = (...more: readonly string[]) =>
    cli(['audit', root, '--format', 'json', '--today', '2026-11-27', ...more], {
      env: { XDG_CACHE_HOME: cache },
    });
  vi.useFakeTimers({ now: Date.now() + 60_000, toFake: ['Date'] });
  onTestFinished(() => void vi.useRealTimers());
  await audit();
  const reads = vi.spyOn(fileSource, 'readWithStats');
  onTestFinished(() => reads.mockRestore());
  const change = (name: string, text: string): void => {
    writeFileSync(join(root, name), text);
    vi.setSystemTime(Date.now() + 60_000);
  };
  const changes: readonly (readonly [string, string])[] = [
    ['asks.py', 'from ids import MODEL\nfrom openai import OpenAI\nOpenAI().responses.create(model=MODEL)\n'],
    ['quiet3.py', 'model = AutoModel.from_pretrained("acme/new")\n'],
    ['quiet3.py', quiet['quiet3.py'] as string],
    ['package.json', '{"license": "GPL-3.0-only"}'],
    ['made.js', 'openai.responses.create({ model: "gpt-4o" });\n'],
    ['.model-policy.yaml', 'version: 1\nignore:\n  paths: [ids.py]\n'],
  ];
  for (const [name, text] of changes) {
    change(name, text);
    reads.mockClear();
    const changed = await audit('--threads', name === 'asks.py' ? '8' : '1');
    const read = reads.mock.calls.map(([path]) => relative(root, path));
    expect(
      read.filter((path) => path.startsWith('quiet') && path !== name),
      name,
    ).toEqual([]);
    expect(changed, name).toEqual(await audit('--no-cache'));
  }
  for (const path of readdirSync(join(cache, 'model-license-lens/audits'))) {
    if (extname(path) === '.found') rmSync(join(cache, 'model-license-lens/audits', path));
  }
  change('quiet4.py', '');
  expect(await audit()).toEqual(await audit('--no-cache'));
});

it('an audit prints the same with one thread and with several', async () => {
  const files = Object.fromEntries(
    Array.from({ length: 4 }, (_, at) => [`long${at}.py`, `${LINES.join('\n')}\n# ${at}`]),
  );
  const root = folderWith(files);
  // By their names the last ones: they are searched when the threads have started.
  cpSync(DEMO, join(root, 'z/one'), { recursive: true });
  cpSync(DEMO, join(root, 'z/two'), { recursive: true });
  const audit = (threads: string) =>
    cli(['audit', root, '--no-cache', '--format', 'json', '--today', '2026-11-27', '--threads', threads]);

  const [one, two, eight] = [await audit('1'), await audit('2'), await audit('8')];
  expect((JSON.parse(one.stdout) as { references: unknown[] }).references.length).toBeGreaterThan(40);
  expect([two, eight]).toEqual([one, one]);
});

it.each(['0', '9', '1.5', 'many'])('an audit refuses "%s" threads', async (threads) => {
  expect(await cli(['audit', DEMO, '--threads', threads])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining(
      `--threads cannot be "${threads}": it needs a number from 1 to 8.`,
    ) as string,
  });
});
