import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Found, Searched } from '../../../src/core';
import { type FoundFile, openFoundFile } from '../../../src/node/foundFile';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'found-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const VALUES = new Map([['NAME', 'x/y']]);
const BIG = 'x'.repeat(600_000);

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
    };
    expect(await later({ a: 'A' }, { additions })).toEqual(['searched']);
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

  it('forgets what is no longer there', async () => {
    await run({ a: 'A', b: 'B' });
    await run({ a: 'A' });
    expect(await later({ a: 'A', b: 'B' })).toEqual(['new A', 'searched']);
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
