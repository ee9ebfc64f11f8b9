import { describe, expect, it } from 'vitest';
import { tooDeepInJson } from '../../../src/core/text/parseJson';
import { MAX_NESTING } from '../../../src/core/text/nesting';

describe('tooDeepInJson', () => {
  it('is the first bracket that is too many', () => {
    expect(tooDeepInJson('['.repeat(MAX_NESTING) + ']'.repeat(MAX_NESTING))).toBeUndefined();
    expect(tooDeepInJson('['.repeat(MAX_NESTING + 1))).toBe(MAX_NESTING);
    expect(tooDeepInJson(`${'{"a":'.repeat(MAX_NESTING)}[`)).toBe(MAX_NESTING * 5);
    expect(tooDeepInJson('{"a":'.repeat(1_000_000))).toBe(MAX_NESTING * 5);
  });

  it('counts values within values, not beside each other', () => {
    expect(tooDeepInJson(`[${'{"a":[1]},'.repeat(10_000)}]`)).toBeUndefined();
    expect(tooDeepInJson(']'.repeat(10_000))).toBeUndefined();
  });

  it('counts no bracket of a text or comment, and is not misled by one', () => {
    const many = '['.repeat(MAX_NESTING + 1);
    expect(tooDeepInJson(`["${many}", // ${many}\n/* ${many} */ "\\"${many}"]`)).toBeUndefined();
    for (const before of [
      '// "\n',
      '/* " */',
      '"\\\\"',
      '"unfinished\n',
      '// ]]]]\n',
      '"]]]]"',
      '/* ]]]] */',
    ])
      expect(tooDeepInJson(`${before}${many}`), before).toBe(before.length + MAX_NESTING);
  });
});
