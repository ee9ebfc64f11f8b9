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

  it('is shared by two windows: neither drops what the other one added', async () => {
    const store = memoryStore();
    const [one, other] = [boundedCache(store), boundedCache(store)];
    expect([await one.get('a'), await other.get('b')]).toEqual([undefined, undefined]);
    await one.set('a', '1');
    await other.set('b', '2');
    await one.set('c', '3');
    const third = boundedCache(store);
    expect([await third.get('a'), await third.get('b'), await third.get('c')]).toEqual(['1', '2', '3']);
    expect(await one.get('b')).toBe('2');
  });

  it('is shared by two windows: neither brings back what the other one cleared', async () => {
    const store = memoryStore();
    const [one, other] = [boundedCache(store), boundedCache(store)];
    await one.set('a', '1');
    expect(await other.get('a')).toBe('1');
    await one.clear();
    await other.set('b', '2');
    const third = boundedCache(store);
    expect([await third.get('a'), await third.get('b')]).toEqual([undefined, '2']);
    expect(await other.get('a')).toBeUndefined();
  });

  it('keeps what is set and cleared while it is written, in that order', async () => {
    const store = memoryStore();
    const cache = boundedCache(store);
    const first = cache.set('a', '1');
    await new Promise((resolve) => setTimeout(resolve, 0));
    await Promise.all([first, cache.set('b', '2'), cache.clear(), cache.set('c', '3')]);
    const next = boundedCache(store);
    expect([await next.get('a'), await next.get('b'), await next.get('c')]).toEqual([
      undefined,
      undefined,
      '3',
    ]);
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
