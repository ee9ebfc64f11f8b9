import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LayeredMap, type Searched, type SearchThreads } from '../../../src/core';
import { openSearchThreads } from '../../../src/node/searchThreads';

/** Answers by the word in the text; the license is what the thread was told. */
const THREAD = `
const { parentPort, workerData } = require('node:worker_threads');
const contexts = [];
const layers = [];
const valuesOf = (number) => number === undefined ? [] : [...valuesOf(layers[number].above), ...layers[number].own];
parentPort.on('message', ({ path, text, context, told }) => {
  if (told !== undefined) contexts[context] = told;
  if (told !== undefined) layers.push(...told.layers);
  if (text.includes('END')) process.exit(1);
  if (text.includes('THROW')) throw new Error('broken');
  if (text.includes('WAIT')) return;
  const license = [workerData.catalogFile, path, context, ...valuesOf(contexts[context].values)].join(' ');
  if (text.includes('LAYERS')) return parentPort.postMessage({ line: JSON.stringify([[], [], [], [], [layers.length]]) });
  parentPort.postMessage({ line: text.includes('FAIL') ? undefined : JSON.stringify([[], [], [], [], [license]]) });
});
`;
const VALUES = new Map([['NAME', 'x/y']]);

let folder: string;
let threads: SearchThreads | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'threads-'));
  writeFileSync(join(folder, 'thread.js'), THREAD);
});
afterEach(async () => {
  await threads?.close();
  rmSync(folder, { recursive: true });
});

function open(count: number, { leastText = 0, file = 'thread.js' } = {}): SearchThreads {
  const data = (): { catalogFile: string } => ({ catalogFile: 'the catalog' });
  return (threads = openSearchThreads({ file: join(folder, file), threads: count, data, leastText }));
}

function searched(path: string, text: string, configValues: Searched['configValues'] = VALUES): Searched {
  return { path, text, configValues, additions: undefined };
}

/** What a thread answered, `left` where none took the file, or why it failed. */
async function answer(path: string, text: string, values?: Searched['configValues']): Promise<unknown> {
  const taken = threads?.take(searched(path, text, values));
  if (taken === undefined) return 'left';
  return taken.then(
    ({ evidence }) => evidence.licenses[0],
    (error: Error) => error.message,
  );
}

describe('threads that search', () => {
  it('answer for the file and all that it sees', async () => {
    open(2);
    const other = new Map([['NAME', 'z']]);
    expect(
      await Promise.all([
        answer('a', 'A'),
        answer('b', 'B', other),
        answer('c', 'C'),
        answer('d', 'D', other),
      ]),
    ).toEqual([
      'the catalog a 0 NAME,x/y',
      'the catalog b 1 NAME,z',
      'the catalog c 0 NAME,x/y',
      'the catalog d 1 NAME,z',
    ]);
  });

  it('are told once what many folders see', async () => {
    open(2);
    const below = (name: string) => new LayeredMap(new Map([['OWN', name]]), VALUES);
    expect(
      await Promise.all([
        answer('a', 'A', below('one')),
        answer('b', 'B', below('two')),
        answer('c', 'LAYERS'),
      ]),
    ).toEqual(['the catalog a 0 NAME,x/y OWN,one', 'the catalog b 1 NAME,x/y OWN,two', 3]);
  });

  it('leave everything to one who works alone', async () => {
    open(1);
    expect(await answer('a', 'A')).toBe('left');
  });

  it('start when there is enough text', async () => {
    open(2, { leastText: 10 });
    expect(await answer('a', '12345')).toBe('left');
    expect(await answer('b', '12345')).toContain('the catalog b');
    expect(await answer('c', '1')).toContain('the catalog c');
  });

  it('leave a file to who asks while they have enough', async () => {
    open(3);
    const waiting = Array.from({ length: 200 }, (_, at) => answer(String(at), 'WAIT'));
    const left = await Promise.race([
      Promise.all(waiting.slice(128)),
      new Promise((end) => setTimeout(end, 5_000)),
    ]);
    expect(left).toEqual(Array.from({ length: 72 }, () => 'left'));
    await threads?.close();
    expect(new Set(await Promise.all(waiting.slice(0, 128)))).toEqual(new Set(['The thread ended.']));
  });

  it('take no more than some text, however few the files are', async () => {
    open(2);
    const first = answer('a', `WAIT${'x'.repeat(1_000_000)}`);
    expect(await answer('b', 'B')).toBe('left');
    await threads?.close();
    expect(await first).toBe('The thread ended.');
  });

  it.each([
    ['a search that fails', 'FAIL', 'The search failed.', 'the catalog b 0 NAME,x/y'],
    ['a thread that throws', 'THROW', 'The thread ended.', 'left'],
    ['a thread that ends', 'END', 'The thread ended.', 'left'],
  ])('give back what %s had', async (_, text, reason, then) => {
    open(2);
    expect(await answer('a', text)).toBe(reason);
    expect(await answer('b', 'B')).toBe(then);
  });

  it('that cannot start leave everything', async () => {
    open(2, { file: 'missing.js' });
    expect(await answer('a', 'A')).toBe('The thread ended.');
    expect(await answer('b', 'B')).toBe('left');
  });
});
