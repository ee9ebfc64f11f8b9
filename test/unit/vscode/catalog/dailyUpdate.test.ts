import { beforeEach, expect, it } from 'vitest';
import { message } from '../../../../src/core/message';
import type { UpdateOutcome } from '../../../../src/core/update/updateCatalog';
import { type DailyParts, updateDaily } from '../../../../src/vscode/catalog/dailyUpdate';

const HOUR = 3_600_000;
const REGISTRY = { endpoint: { origin: 'https://npm.example', basePath: '', secure: true } };

let now: number;
let kept: Map<string, unknown>;
let asked: number;
let reloaded: number;
let said: string[];
beforeEach(() => {
  now = 1_800_000_000_000;
  kept = new Map();
  asked = 0;
  reloaded = 0;
  said = [];
});

function open(outcome: object = { kind: 'newest' }, change: Partial<DailyParts> = {}): Promise<void> {
  return updateDaily({
    isAllowed: () => true,
    catalogs: {
      registry: () => Promise.resolve({ registry: REGISTRY }),
      update: () => {
        asked++;
        return Promise.resolve(outcome as UpdateOutcome);
      },
    },
    engineHost: {
      inForce: () => Promise.resolve({} as never),
      reload: () => Promise.resolve(void reloaded++),
    },
    memory: {
      get: (key: string) => kept.get(key) as undefined,
      update: (key, value) => Promise.resolve(void kept.set(key, value)),
    },
    clock: { now: () => now },
    log: { info: () => undefined, warn: (text) => void said.push(text), error: () => undefined },
    ...change,
  });
}

it('nothing is asked where the user has not allowed it', async () => {
  await open({}, { isAllowed: () => false });
  expect([asked, kept.size]).toEqual([0, 0]);
});

it('it is asked once a day, however many windows are opened', async () => {
  await open();
  now += 23 * HOUR;
  await open();
  expect(asked).toBe(1);
  now += HOUR;
  await open();
  expect(asked).toBe(2);
});

it('a clock that was set back, or a value that is no time, does not stop it for ever', async () => {
  kept.set('catalog.asked', now + 1000 * HOUR);
  await open();
  kept.set('catalog.asked', 'yesterday');
  await open();
  expect(asked).toBe(2);
});

it('a newer catalog is put in force at once; a reason against it goes to the log', async () => {
  await open({ kind: 'updated' });
  expect([reloaded, said]).toEqual([1, []]);
  kept.clear();
  await open({ kind: 'refused', reason: message('it is damaged') });
  kept.clear();
  await open(
    {},
    {
      catalogs: {
        registry: () => Promise.resolve({ refused: message('npm is set to work offline') }),
        update: () => Promise.reject(new Error('asked')),
      },
    },
  );
  expect([reloaded, said]).toEqual([
    1,
    ['catalog: not updated: it is damaged', 'catalog: not updated: npm is set to work offline'],
  ]);
});
