import { describe, expect, it } from 'vitest';
import { once } from '../../src/core/once';

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
