import { describe, expect, it } from 'vitest';
import { once, perObject } from '../../src/core/once';

describe('a value made once', () => {
  it('is made when it is first asked for, and kept, even when there is none', () => {
    let made = 0;
    const nothing = once(() => {
      made++;
      return undefined;
    });
    expect(made).toBe(0);
    expect([nothing(), nothing(), made]).toEqual([undefined, undefined, 1]);
  });

  it('is tried again after it could not be made', () => {
    let tries = 0;
    const value = once(() => {
      if (++tries === 1) throw new Error('not yet');
      return tries;
    });
    expect(value).toThrow('not yet');
    expect([value(), value()]).toEqual([2, 2]);
  });
});

describe('a value worked out per object', () => {
  it('is worked out once for each, also when there is none', () => {
    const asked: string[] = [];
    const nothing = perObject(({ name }: { name: string }) => void asked.push(name));
    const [first, second] = [{ name: 'a' }, { name: 'a' }];
    for (const one of [first, second, first]) expect(nothing(one)).toBeUndefined();
    expect(asked).toEqual(['a', 'a']);
  });
});
