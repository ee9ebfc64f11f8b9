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
import { extname, join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import * as freshAudit from '../../src/cli/freshAudit';
import { FORMATS } from '../../src/core';
import { cli, DEMO, folderWith } from './cli';

const LINES = Array.from(
  { length: 12_000 },
  (_, at) => `def function_${at}(value):\n    return value + ${at}`,
);

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
  const kept = new Map(readdirSync(folder).map((name) => [join(folder, name), '']));
  expect([...kept.keys()].map((path) => extname(path)).sort()).toEqual(['.found', '.report']);
  for (const path of kept.keys()) kept.set(path, readFileSync(path, 'utf8'));
  for (const text of kept.values()) expect(text).toContain('Qwen/');
  const [found = '', report = ''] = [...kept.keys()].sort((a, b) => (extname(a) < extname(b) ? -1 : 1));
  const outcomes = [cold, await audit()];
  for (const damaged of [[report], [found, report], [found]]) {
    for (const path of damaged) writeFileSync(path, (kept.get(path) ?? '').replace('Qwen/', 'Qwem/'));
    outcomes.push(await audit());
  }
  rmSync(report);
  outcomes.push(await audit());
  expect(outcomes).toEqual(outcomes.map(() => none));
  expect(readFileSync(report, 'utf8')).toContain('Qwen/');

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
