import { describe, expect, it } from 'vitest';
import { boundedCache, type TextStore } from '../../../../src/core/lookup/hub/boundedCache';

function memoryStore(text?: string): TextStore & { text: string | undefined; writes: number } {
  return {
    text,
    writes: 0,
    async read() {
      return this.text;
    },
    async write(written) {
      this.writes++;
      await new Promise((resolve) => setTimeout(resolve, 1));
      this.text = written;
    },
  };
}

describe('the bounded cache', () => {
  it('keeps what was set, also for the next process', async () => {
    const store = memoryStore();
    await boundedCache(store).set('a', '1');
    expect(await boundedCache(store).get('a')).toBe('1');
    expect(await boundedCache(store).get('b')).toBeUndefined();
  });

  it('lets the oldest go when it is full', async () => {
    const cache = boundedCache(memoryStore(), 2);
    for (const key of ['a', 'b', 'a', 'c']) await cache.set(key, key);
    expect([await cache.get('a'), await cache.get('b'), await cache.get('c')]).toEqual(['a', undefined, 'c']);
  });

  it('writes many changes in few goes and loses none', async () => {
    const store = memoryStore();
    const cache = boundedCache(store);
    await Promise.all(Array.from({ length: 50 }, (_, index) => cache.set(`k${index}`, 'v')));
    expect(store.writes).toBeLessThan(10);
    expect(await boundedCache(store).get('k49')).toBe('v');
  });

  it('is emptied by clear', async () => {
    const store = memoryStore();
    const cache = boundedCache(store);
    await cache.set('a', '1');
    await cache.clear();
    expect(await boundedCache(store).get('a')).toBeUndefined();
  });

  for (const [name, text] of [
    ['cut off', '{"version":1,"entries":[["a","1'],
    ['newer', '{"version":2,"entries":[["a","1"]]}'],
    ['something else', '[]'],
    ['null', 'null'],
    ['of odd entries', '{"version":1,"entries":[1,["a"],["b",2]]}'],
  ] as const) {
    it(`starts empty over a text that is ${name}, and can be written again`, async () => {
      const store = memoryStore(text);
      const cache = boundedCache(store);
      expect([await cache.get('a'), await cache.get('b')]).toEqual([undefined, undefined]);
      await cache.set('a', '2');
      expect(await boundedCache(store).get('a')).toBe('2');
    });
  }

  it('answers when its text cannot be read', async () => {
    const cache = boundedCache({
      read: () => Promise.reject(new Error('disk')),
      write: () => Promise.resolve(),
    });
    expect(await cache.get('a')).toBeUndefined();
  });
});
