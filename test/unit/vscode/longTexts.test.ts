import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Detection, DocumentThread, Engine, SourceText } from '../../../src/core';
import type { CatalogInForce } from '../../../src/vscode/catalog/catalogs';
import { LongTexts } from '../../../src/vscode/longTexts';

/** A detection that says who read the text. */
function by(id: string): Detection {
  return { references: [{ id } as Detection['references'][number]], uses: [], runtimeChoices: [] };
}

const HERE = { detect: () => by('here') } as Partial<Engine> as Engine;
const STORED = { stored: { sha512: 'x' } } as Partial<CatalogInForce> as CatalogInForce;
const LONG = 'x'.repeat(20_000);
const CONTEXT = { additions: undefined };

let started: unknown[];
let closed: number;
let answer: DocumentThread['detect'];
let replace: () => void;
let texts: LongTexts;

beforeEach(() => {
  vi.useFakeTimers();
  started = [];
  closed = 0;
  answer = () => Promise.resolve(by('the thread'));
  const engineHost = {
    current: HERE,
    inForce: () => Promise.resolve(STORED),
    onDidReplace: (heard: () => void) => {
      replace = heard;
      return { dispose: () => undefined };
    },
  };
  texts = new LongTexts(engineHost, {
    documentThread: (stored) => {
      started.push(stored);
      const close = (): Promise<void> => {
        closed++;
        return Promise.resolve();
      };
      return Promise.resolve({ detect: (source, context) => answer(source, context), close });
    },
  });
});
afterEach(() => {
  texts.dispose();
  vi.useRealTimers();
});

/** Who reads a text, one keystroke after the other. */
async function readers(...sources: readonly Partial<SourceText>[]): Promise<readonly (string | undefined)[]> {
  const found: (string | undefined)[] = [];
  for (const source of sources) {
    const { references } = await texts.detect(HERE, { path: 'a.py', text: LONG, ...source }, CONTEXT);
    found.push(references[0]?.id);
    await vi.advanceTimersByTimeAsync(1);
  }
  return found;
}

it('a long text in which somebody types is read in a thread with the catalog in force, once that is there', async () => {
  expect(await readers({}, {}, {}, { path: 'b.py' })).toEqual(['here', 'here', 'the thread', 'the thread']);
  expect(started).toEqual([STORED]);
});

it('who only looks at texts, or types in short ones, starts no thread', async () => {
  await readers({}, { path: 'b.py' }, {}, { text: 'x' }, { path: 'c.py', text: 'y' });
  expect(started).toEqual([]);
});

it.each([
  ['has no answer', () => undefined],
  ['breaks', () => Promise.reject(new Error('The thread ended.'))],
])('where the thread %s, the text is read here', async (_, given) => {
  answer = given;
  expect(await readers({}, {}, {})).toEqual(['here', 'here', 'here']);
});

it('the thread ends when nobody types any more, and starts again', async () => {
  await readers({}, {}, {});
  await vi.advanceTimersByTimeAsync(60_000);
  expect(closed).toBe(1);
  expect(await readers({}, {}, {})).toEqual(['here', 'the thread', 'the thread']);
});

it('the thread ends with its catalog and with the window', async () => {
  await readers({}, {}, {});
  replace();
  expect(closed).toBe(1);
  await readers({}, {});
  texts.dispose();
  expect([started.length, closed]).toEqual([2, 2]);
});

it('a thread whose catalog was replaced while it started is not kept', async () => {
  await texts.detect(HERE, { path: 'a.py', text: LONG }, CONTEXT);
  const second = texts.detect(HERE, { path: 'a.py', text: LONG }, CONTEXT);
  replace();
  await second;
  await vi.advanceTimersByTimeAsync(1);
  expect([started.length, closed]).toEqual([1, 1]);
});
