import { describe, expect, it } from 'vitest';
import { KeptPromises } from '../../src/core/keptPromises';

describe('KeptPromises', () => {
  it('makes a promise once for a key', async () => {
    const promises = new KeptPromises<number>();
    let made = 0;
    const make = (): Promise<number> => Promise.resolve(++made);
    expect([
      await promises.of('a', make),
      await promises.of('a', make),
      await promises.of('b', make),
    ]).toEqual([1, 1, 2]);
    promises.clear();
    expect(await promises.of('a', make)).toBe(3);
  });

  it('forgets one that is rejected, so that the next reading heals', async () => {
    const promises = new KeptPromises<string>();
    const failing = promises.of('a', () => Promise.reject(new Error('unreadable')));
    expect(promises.of('a', () => Promise.resolve('other'))).toBe(failing);
    await expect(failing).rejects.toThrow('unreadable');
    expect(await promises.of('a', () => Promise.resolve('good'))).toBe('good');
  });

  it('leaves the successor of a rejected one alone', async () => {
    const promises = new KeptPromises<string>();
    let reject: (reason: Error) => void = () => undefined;
    const failing = promises.of('a', () => new Promise((_, refuse) => (reject = refuse)));
    promises.clear();
    const good = promises.of('a', () => Promise.resolve('good'));
    reject(new Error('late'));
    await expect(failing).rejects.toThrow('late');
    expect(promises.of('a', () => Promise.resolve('again'))).toBe(good);
  });
});
