import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DigestedFile, Found, Searched } from '../../../src/core';
import { type FoundFile, openFoundFile } from '../../../src/node/foundFile';
import * as packedText from '../../../src/node/packedText';

vi.mock('../../../src/node/packedText', async (original) => {
  const actual = await original<typeof packedText>();
  return { ...actual, unpacked: vi.fn(actual.unpacked) };
});

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'found-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const VALUES = new Map([['NAME', 'x/y']]);
const BIG = 'x'.repeat(600_000);
const EMPTY: Found = {
  detection: { references: [], uses: [], runtimeChoices: [] },
  evidence: { words: [], licenses: [] },
};

function found(license: string): Found {
  return {
    detection: { references: [], uses: [], runtimeChoices: [] },
    evidence: { words: [], licenses: [{ license }] },
  };
}

/** Asks for some texts by path; what is searched for is `new TEXT`. Returns what was answered. */
async function run(
  texts: Readonly<Record<string, string>>,
  {
    engine = 'e1',
    values = VALUES,
    file = join(folder, 'audits/a.found'),
    additions = undefined as Searched['additions'],
  } = {},
): Promise<readonly (string | undefined)[]> {
  const cache = await openFoundFile(file, engine);
  const answers = Object.entries({ big: BIG, ...texts }).map(
    ([path, text]) =>
      ask(cache, { path, text, configValues: values, additions }, () => found(`new ${text.slice(0, 9)}`))
        .evidence.licenses[0]?.license,
  );
  await cache.save();
  return answers.slice(1);
}

/** Like {@link run} in a later process, in which what is searched for anew is told as such. */
async function later(
  texts: Readonly<Record<string, string>>,
  { engine = 'e1', values = VALUES, additions = undefined as Searched['additions'] } = {},
): Promise<readonly string[]> {
  const cache = await openFoundFile(join(folder, 'audits/a.found'), engine);
  return Object.entries(texts).map(
    ([path, text]) =>
      ask(cache, { path, text, configValues: values, additions }, () => found('searched')).evidence
        .licenses[0]?.license ?? '',
  );
}

/** What the cache knows of a text, or else keeps. */
function ask(cache: FoundFile, searched: Searched, search: () => Found): Found {
  const known = cache.known(searched);
  if (known !== undefined) return known;
  const made = search();
  cache.keep(searched, made);
  return made;
}

describe('a file of what was found', () => {
  it('answers for the same text at the same path under the same values', async () => {
    expect(await run({ a: 'A', b: 'B' })).toEqual(['new A', 'new B']);
    expect(await later({ a: 'A', b: 'B' }, { values: new Map(VALUES) })).toEqual(['new A', 'new B']);
    expect(await later({ a: 'B', c: 'A' })).toEqual(['searched', 'searched']);
    expect(await later({ a: 'A' }, { values: new Map() })).toEqual(['searched']);
    const additions = {
      loaders: new Map(),
      keys: new Map([['engine', 'openai' as const]]),
      prefixes: new Map(),
      names: new Set<string>(),
    };
    expect(await later({ a: 'A' }, { additions })).toEqual(['searched']);
    const named = { ...additions, keys: new Map(), names: new Set(['house']) };
    expect(await later({ a: 'A' }, { additions: named })).toEqual(['searched']);
    expect(statSync(join(folder, 'audits/a.found')).mode & 0o077).toBe(0);
  });

  it('is taken for none when another engine wrote it', async () => {
    await run({ a: 'A' });
    expect(await later({ a: 'A' }, { engine: 'e2' })).toEqual(['searched']);
    expect(await later({ a: 'A' }, { engine: 'e' })).toEqual(['searched']);
  });

  it('is taken for none when it is damaged in any place', async () => {
    await run({ a: 'A' });
    const file = join(folder, 'audits/a.found');
    const whole = readFileSync(file);
    for (let at = 0; at < whole.length; at += Math.ceil(whole.length / 40)) {
      const damaged = Buffer.from(whole);
      damaged[at] = damaged.readUInt8(at) ^ 1;
      writeFileSync(file, damaged);
      expect(await later({ a: 'A' }), `byte ${at}`).toEqual(['searched']);
    }
    for (const part of [Buffer.alloc(0), whole.subarray(0, 50), whole.subarray(0, -1)]) {
      writeFileSync(file, part);
      expect(await later({ a: 'A' })).toEqual(['searched']);
    }
    writeFileSync(file, whole);
    expect(await later({ a: 'A' })).toEqual(['new A']);
  });

  it('keeps that a file tells nothing, by what is in it', async () => {
    const file = join(folder, 'audits/a.found');
    const digested = (path: string, digest = 'd'): DigestedFile => ({
      path,
      digest,
      size: 600_000,
      configValues: VALUES,
      additions: undefined,
    });
    const first = await openFoundFile(file, 'e1');
    for (const path of ['a', 'b']) {
      ask(first, { ...digested(path), text: BIG }, () => EMPTY);
      expect(first.quiet(digested(path))).toBeUndefined();
    }
    first.keepQuiet(digested('a'), 'nothing');
    first.keepQuiet(digested('c'), 'binary');
    await first.save();
    for (let run = 0; run < 2; run++) {
      const next = await openFoundFile(file, 'e1');
      const quiet = [...['a', 'b', 'c'].map((path) => digested(path)), digested('a', 'other')];
      expect(quiet.map((one) => next.quiet(one))).toEqual(['nothing', undefined, 'binary', undefined]);
      expect(next.known({ ...digested('a'), text: '' })).toEqual(EMPTY);
      expect(next.known({ ...digested('b'), text: '' })).toEqual(EMPTY);
      expect(next.known({ ...digested('c'), text: '' })).toBeUndefined();
      next.keepQuiet(digested('e'), 'nothing');
      await next.save();
    }
  });

  it('knows a text by its digest where nobody tells it', async () => {
    const digest = createHash('sha256').update('A').digest('base64url');
    const cache = await openFoundFile(join(folder, 'audits/a.found'), 'e1');
    const searched = { path: 'a', configValues: VALUES, additions: undefined };
    ask(cache, { ...searched, text: BIG, digest }, () => found('A'));
    await cache.save();
    expect(await later({ a: 'A' })).toEqual(['A']);
  });

  it('keeps as much as may be kept, and what is found twice once', async () => {
    const file = join(folder, 'audits/a.found');
    const searched = (path: string): Searched => ({
      path,
      text: BIG,
      configValues: VALUES,
      additions: undefined,
    });
    const cache = await openFoundFile(file, 'e1');
    const long = found(randomBytes(26_000_000).toString('base64'));
    ask(cache, searched('a'), () => found('A'));
    for (const path of ['b', 'b', 'c']) cache.keep(searched(path), long);
    await cache.save();
    const next = await openFoundFile(file, 'e1');
    const kept = ['a', 'b', 'c'].map((path) => next.known(searched(path))?.evidence);
    expect(kept).toEqual([found('A').evidence, long.evidence, undefined]);
  });

  it('forgets what is no longer there', async () => {
    await run({ a: 'A', b: 'B' });
    await run({ a: 'A' });
    expect(await later({ a: 'A', b: 'B' })).toEqual(['new A', 'searched']);
  });

  it('keeps of many blocks what is asked for in any order', async () => {
    const paths = Array.from({ length: 40 }, (_, at) => `${at}.py`);
    const textOf = (path: string): string => `${path} ${'x'.repeat(30_000)}`;
    const file = join(folder, 'audits/a.found');
    const cache = await openFoundFile(file, 'e1');
    const searched = (path: string): Searched => ({
      path,
      text: textOf(path),
      configValues: VALUES,
      additions: undefined,
    });
    for (const path of paths) ask(cache, searched(path), () => found(textOf(path)));
    await cache.save();
    const some = [...paths.slice(0, 15), ...paths.slice(30).reverse()];
    for (const asked of [some, some.slice(1)]) {
      const next = await openFoundFile(file, 'e1');
      for (const path of asked)
        expect(next.known(searched(path))?.evidence).toEqual(found(textOf(path)).evidence);
      await next.save();
    }
    const last = await openFoundFile(file, 'e1');
    const kept = paths.filter((path) => last.known(searched(path)) !== undefined);
    expect(kept).toEqual(paths.filter((path) => some.slice(1).includes(path)));
  });

  describe('unpacks a block', () => {
    const file = (): string => join(folder, 'audits/a.found');
    const searched = (text: string): Searched => ({
      path: 'a.py',
      text: text.padEnd(30_000),
      configValues: VALUES,
      additions: undefined,
    });
    const texts = (count: number): readonly string[] =>
      Array.from({ length: count }, (_, at) => `text ${at} `);
    const askAll = async (asked: readonly string[]): Promise<number> => {
      vi.mocked(packedText.unpacked).mockClear();
      const cache = await openFoundFile(file(), 'e1');
      for (const text of asked) ask(cache, searched(text), () => found(text.padEnd(30_000)));
      const times = vi.mocked(packedText.unpacked).mock.calls.length;
      await cache.save();
      return times;
    };

    it('once, however often the files of one run and of a later one take turns', async () => {
      const all = texts(200);
      await askAll(all.filter((_, at) => at % 20 !== 0));
      await askAll(all);
      const blocks = new Set<unknown>();
      const times = await askAll(all);
      for (const [block] of vi.mocked(packedText.unpacked).mock.calls) blocks.add(block);
      expect(blocks.size).toBeGreaterThan(2);
      expect(times).toBe(blocks.size);
    });

    it('again where all of them would be much text', async () => {
      const all = texts(400);
      await askAll(all);
      const times = await askAll(all);
      expect(times).toBeGreaterThan(
        new Set(vi.mocked(packedText.unpacked).mock.calls.map(([block]) => block)).size,
      );
    });
  });

  it('stays whole when two processes write it', async () => {
    await Promise.all([run({ a: 'A' }), run({ a: 'A', b: 'B' })]);
    expect(await later({ a: 'A' })).toEqual(['new A']);
    expect(readdirSync(join(folder, 'audits'))).toEqual(['a.found']);
  });

  it('is not written for little text, and its folder need not be one', async () => {
    const file = join(folder, 'audits/a.found');
    const cache = await openFoundFile(file, 'e1');
    ask(cache, { path: 'a', text: 'A', configValues: VALUES, additions: undefined }, () => found('A'));
    await cache.save();
    expect(readdirSync(folder)).toEqual([]);
    writeFileSync(join(folder, 'file'), '');
    expect(await run({ a: 'A' }, { file: join(folder, 'file/audits/a.found') })).toEqual(['new A']);
  });
});
