import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
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
  const [name = ''] = readdirSync(folder);
  const written = readFileSync(join(folder, name), 'utf8');
  expect(written).toContain('Qwen/');
  const warm = await audit();
  writeFileSync(join(folder, name), written.replace('Qwen/', 'Qwem/'));
  const damaged = await audit();
  expect([cold, warm, damaged]).toEqual([none, none, none]);
  expect(readFileSync(join(folder, name), 'utf8')).toBe(written);

  writeFileSync(
    join(root, 'long.py'),
    `${LINES.join('\n')}\nmodel = AutoModel.from_pretrained("acme/new")\n`,
  );
  const changed = await audit();
  expect(changed.stdout).toContain('acme/new');
  expect(changed.stdout).toBe((await audit('--no-cache')).stdout);
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
