import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as keptFile from '../../../src/node/keptFile';
import { auditFileName, engineKey, MOST_KEPT } from '../../../src/node/keptFile';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kept-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const writeKept = (path: string, key: string, text: string): Promise<boolean> =>
  keptFile.writeKept(path, key, () => [text]);
const readKept = async (path: string, key: string): Promise<string | undefined> =>
  (await keptFile.readKept(path, key))?.toString();

describe('a kept file', () => {
  it('may be given in parts of both kinds', async () => {
    const path = join(folder, 'a.report');
    const long = 'x'.repeat(100_000);
    await keptFile.writeKept(path, 'k', () => ['one', Buffer.from('two'), 'three', long, 'four']);
    expect(await readKept(path, 'k')).toBe(`onetwothree${long}four`);
  });

  it('gives its text to who has its key, and is for its owner alone', async () => {
    const path = join(folder, 'deep/a.report');
    await writeKept(path, 'k', 'one\ntwo: モデル');
    expect(await readKept(path, 'k')).toBe('one\ntwo: モデル');
    expect(await readKept(path, 'k2')).toBeUndefined();
    expect(await readKept(path, '')).toBeUndefined();
    expect(await readKept(join(folder, 'none'), 'k')).toBeUndefined();
    expect(statSync(path).mode & 0o077).toBe(0);
  });

  it('is no link and no pipe that someone put in its place, and takes that', async () => {
    const [victim, link, pipe] = ['victim', 'a.report', 'b.report'].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ];
    await writeKept(victim, 'key', 'kept elsewhere');
    const before = readFileSync(victim);
    symlinkSync(victim, link);
    symlinkSync('nowhere', join(folder, 'c.report'));
    execFileSync('mkfifo', [pipe]);
    for (const path of [link, pipe]) {
      expect(await readKept(path, 'key')).toBeUndefined();
      await writeKept(path, 'key', 'own');
      expect(await readKept(path, 'key')).toBe('own');
    }
    expect(readFileSync(victim)).toEqual(before);
  });

  it('is taken for none when it is damaged in any place', async () => {
    const path = join(folder, 'a.report');
    await writeKept(path, 'key', 'some text\n'.repeat(20));
    const whole = readFileSync(path);
    for (let at = 0; at < whole.length; at += 7) {
      const damaged = Buffer.from(whole);
      damaged[at] = damaged.readUInt8(at) ^ 1;
      writeFileSync(path, damaged);
      expect(await readKept(path, 'key'), `byte ${at}`).toBeUndefined();
    }
    for (const part of [Buffer.alloc(0), whole.subarray(0, 50), whole.subarray(0, -1)]) {
      writeFileSync(path, part);
      expect(await readKept(path, 'key')).toBeUndefined();
    }
  });

  it('is not written where it would be too long, or cannot be', async () => {
    const path = join(folder, 'a.report');
    await writeKept(path, 'k', 'short');
    expect(await writeKept(path, 'k', 'x'.repeat(MOST_KEPT + 1))).toBe(false);
    expect(await readKept(path, 'k')).toBe('short');
    await writeKept(join(path, 'b.report'), 'k', 'short');
    expect(readdirSync(folder)).toEqual(['a.report']);
  });

  it('is one of a few of its kind', async () => {
    mkdirSync(join(folder, 'other'));
    await writeKept(join(folder, 'a.found'), 'k', 'text');
    for (let at = 0; at < 23; at++) {
      const path = join(folder, auditFileName(['/root', String(at)], 'report'));
      await writeKept(path, 'k', 'text');
      utimesSync(path, at, at);
    }
    await writeKept(join(folder, 'last.report'), 'k', 'text');
    const names = readdirSync(folder);
    expect(names.filter((name) => name.endsWith('.report'))).toHaveLength(20);
    expect(names).toEqual(expect.arrayContaining(['a.found', 'last.report', 'other']));
  });
});

it('a build and its catalog are known by what is in them', () => {
  const build = (chunk: string, code: string, catalog: string): string => {
    const home = mkdtempSync(join(folder, 'home-'));
    mkdirSync(join(home, 'lib'));
    writeFileSync(join(home, 'lib', chunk), code);
    writeFileSync(join(home, 'lib', `${chunk}.map`), home);
    writeFileSync(join(home, 'catalog.jsonl'), catalog);
    return engineKey(home, join(home, 'catalog.jsonl'));
  };
  const keys = [
    build('a.js', 'x', 'c'),
    build('b.js', 'x', 'c'),
    build('a.js', 'y', 'c'),
    build('a.js', 'x', 'd'),
  ];
  expect(new Set(keys).size).toBe(4);
  expect(build('a.js', 'x', 'c')).toBe(keys[0]);
});
