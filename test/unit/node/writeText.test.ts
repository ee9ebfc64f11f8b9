import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  linkSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { fileStore } from '../../../src/node/fileStore';
import { writeOwnText, writeText } from '../../../src/node/writeText';

const root = mkdtempSync(join(tmpdir(), 'mll-write-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const folder = (): string => mkdtempSync(join(root, 'case-'));

describe('a file of the program itself', () => {
  it('takes the place of a link, and what that leads to stays as it is', async () => {
    const place = folder();
    writeFileSync(join(place, 'victim'), 'old');
    for (const leads of ['victim', 'nowhere']) {
      const cache = join(place, `${leads}.cache`);
      symlinkSync(leads, cache);
      await writeOwnText(cache, 'new');
      expect([readFileSync(cache, 'utf8'), lstatSync(cache).isFile()]).toEqual(['new', true]);
    }
    expect(readFileSync(join(place, 'victim'), 'utf8')).toBe('old');
    expect(readdirSync(place)).toEqual(['nowhere.cache', 'victim', 'victim.cache']);
  });

  it('leaves the other names of a file as they are, and is for its owner alone', async () => {
    const place = folder();
    writeFileSync(join(place, 'victim'), 'old');
    linkSync(join(place, 'victim'), join(place, 'cache'));
    await writeOwnText(join(place, 'cache'), 'new');
    expect(readFileSync(join(place, 'victim'), 'utf8')).toBe('old');
    expect(statSync(join(place, 'cache')).mode & 0o077).toBe(0);
  });
});

describe('a text that is written', () => {
  it('replaces the file and keeps its rights', async () => {
    const file = join(folder(), 'report.json');
    writeFileSync(file, 'old');
    chmodSync(file, 0o640);
    await writeText(file, 'new');
    expect([readFileSync(file, 'utf8'), statSync(file).mode & 0o777]).toEqual(['new', 0o640]);
    expect(readdirSync(join(file, '..'))).toEqual(['report.json']);
  });

  it('can come in pieces, to a file and to a device', async () => {
    const file = join(folder(), 'report.csv');
    const pieces = function* (): Generator<string> {
      yield 'one\n';
      yield 'two\n';
    };
    await writeText(file, pieces);
    expect(readFileSync(file, 'utf8')).toBe('one\ntwo\n');
    await writeText('/dev/null', pieces);
  });

  it('replaces what a link leads to, and the link stays', async () => {
    const place = folder();
    writeFileSync(join(place, 'real'), 'old');
    symlinkSync('real', join(place, 'link'));
    await writeText(join(place, 'link'), 'new');
    expect(readFileSync(join(place, 'real'), 'utf8')).toBe('new');
    expect(readdirSync(place)).toEqual(['link', 'real']);
  });

  it('leaves the old file as it was where the disk is full, and nothing beside it', () => {
    const file = join(folder(), 'report.json');
    writeFileSync(file, 'old');
    const program = join(root, 'write.mjs');
    const bundle = join(root, 'writeText.mjs');
    execFileSync(join(import.meta.dirname, '../../../node_modules/.bin/esbuild'), [
      join(import.meta.dirname, '../../../src/node/writeText.ts'),
      '--bundle',
      '--platform=node',
      '--format=esm',
      `--outfile=${bundle}`,
      '--log-level=error',
    ]);
    writeFileSync(
      program,
      `import { writeText } from ${JSON.stringify(bundle)};
       await writeText(process.argv[2], 'x'.repeat(5_000_000)).catch(({ code }) => process.stdout.write(code));`,
    );
    // A limit on the size of files fails like a full disk, in the middle of a write.
    const limited = 'trap "" XFSZ; ulimit -f 2000; exec "$0" "$@"';
    const said = execFileSync('bash', ['-c', limited, process.execPath, program, file], { encoding: 'utf8' });
    expect(said).toBe('EFBIG');
    expect([readFileSync(file, 'utf8'), readdirSync(join(file, '..'))]).toEqual(['old', ['report.json']]);
  });

  it('reaches every name of a file that has several', async () => {
    const place = folder();
    writeFileSync(join(place, 'one'), 'old');
    linkSync(join(place, 'one'), join(place, 'two'));
    await writeText(join(place, 'two'), 'new');
    expect(['one', 'two'].map((name) => readFileSync(join(place, name), 'utf8'))).toEqual(['new', 'new']);
    expect(readdirSync(place)).toEqual(['one', 'two']);
  });

  it('does not replace a file that is read-only', async () => {
    const file = join(folder(), 'report.json');
    writeFileSync(file, 'old');
    chmodSync(file, 0o444);
    await expect(writeText(file, 'new')).rejects.toMatchObject({ code: 'EACCES' });
    expect([readFileSync(file, 'utf8'), readdirSync(join(file, '..'))]).toEqual(['old', ['report.json']]);
  });

  it('goes into a device as it is', async () => {
    await writeText('/dev/null', 'text');
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
  });

  it('is never seen half by a reader, whoever else writes', async () => {
    const file = join(folder(), 'cache.json');
    const stores = [fileStore(file), fileStore(file), fileStore(file)];
    const texts = stores.map((_, index) => String(index).repeat(200_000));
    let writing = true;
    const seen = new Set<string | undefined>();
    const reading = (async () => {
      while (writing) seen.add(await fileStore(file).read());
    })();
    for (let round = 0; round < 5; round++)
      await Promise.all(stores.map((store, index) => store.write(texts[index] ?? '')));
    writing = false;
    await reading;
    seen.add(await fileStore(file).read());
    expect([...seen].filter((text) => text !== undefined && !texts.includes(text))).toEqual([]);
    expect(seen.size).toBeGreaterThan(0);
    expect(readdirSync(join(file, '..'))).toEqual(['cache.json']);
  });
});
