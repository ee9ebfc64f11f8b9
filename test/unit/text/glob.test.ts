import fc from 'fast-check';
import picomatch from 'picomatch';
import { describe, expect, it } from 'vitest';
import { compileGlob } from '../../../src/core/text/glob';

describe('compileGlob', () => {
  it.each([
    ['meta-llama/*', 'meta-llama/Llama-3.1-8B', true],
    ['meta-llama/*', 'meta-llama/a/b', false],
    ['*', 'gpt-4o', true],
    ['*', 'a/b', false],
    ['**', 'a/b/c', true],
    ['**', 'a', true],
    ['third_party/**', 'third_party/x/y.py', true],
    ['third_party/**', 'third_party', true],
    ['third_party/**', 'third_party_2/x', false],
    ['**/*.md', 'README.md', true],
    ['**/*.md', 'docs/deep/README.md', true],
    ['**/*.md', 'docs/README.mdx', false],
    ['src/**/test/*.py', 'src/test/a.py', true],
    ['src/**/test/*.py', 'src/a/b/test/a.py', true],
    ['gpt-?', 'gpt-4', true],
    ['gpt-?', 'gpt-', false],
    ['{qwen,meta-llama}/*', 'qwen/x', true],
    ['{qwen,meta-{llama,ai}}/*', 'meta-ai/x', true],
    ['{qwen,meta-llama}/*', 'google/x', false],
    ['src/*.[ch]', 'src/a.c', true],
    ['src/*.[ch]', 'src/a.o', false],
    ['v[0-9]', 'v7', true],
    ['v[!0-9]', 'v7', false],
    ['v[^0-9]', 'vx', true],
    ['a[/]b', 'a[/]b', true],
    ['a[b', 'a[b', true],
    ['a[]]', 'a]', true],
    ['a{b', 'a{b', true],
    ['', '', true],
    ['', 'a', false],
  ])('%s on %s is %s', (pattern, value, expected) => {
    expect(compileGlob(pattern)(value)).toBe(expected);
  });

  it('compares without case where asked', () => {
    expect(compileGlob('META-llama/*', { ignoreCase: true })('meta-llama/LLAMA')).toBe(true);
    expect(compileGlob('META-llama/*')('meta-llama/LLAMA')).toBe(false);
  });

  it('takes braces with too many alternatives literally', () => {
    const pattern = '{a,b,c,d,e}{a,b,c,d,e}{a,b,c,d,e}';
    expect(compileGlob(pattern)('abc')).toBe(false);
    expect(compileGlob(pattern)(pattern)).toBe(true);
  });

  it('fails fast on a pattern that costs a backtracking matcher minutes', () => {
    expect(compileGlob('*a*a*a*a*a*a*a*a*a*a*a*a*b')('a'.repeat(2000))).toBe(false);
    expect(compileGlob('**/a/**/a/**/a/**/a/**/a/**/b')('a/'.repeat(500))).toBe(false);
  });

  it('agrees with picomatch on patterns of whole segments', () => {
    const segment = fc.constantFrom('a', 'b', 'ab', '*', 'a*', '*b', '?', '**', '[ab]', '[^a]b');
    const name = fc.constantFrom('a', 'b', 'ab', 'ba', 'aab', 'c');
    fc.assert(
      fc.property(
        fc.array(segment, { minLength: 1, maxLength: 4 }),
        fc.array(name, { minLength: 1, maxLength: 4 }),
        (pattern, path) => {
          // `a/**` is also `a` itself for both, `*/**` only for this one.
          fc.pre(pattern.at(-1) !== '**' || !/[*?[]/.test(pattern.at(-2) ?? ''));
          const glob = pattern.join('/');
          const value = path.join('/');
          expect(compileGlob(glob)(value), `${glob} on ${value}`).toBe(
            picomatch(glob, { dot: true, windows: false })(value),
          );
        },
      ),
      { numRuns: 2000, seed: 7 },
    );
  });
});

it.each(['データ検証ガイド/**', 'café/*.py', 'café/?.py', 'caf[é]/*'])(
  'takes letters that are put together from parts for the same ones: %s',
  (pattern) => {
    const path = pattern.startsWith('caf') ? 'café/a.py' : 'データ検証ガイド/app.py';
    const forms = [path.normalize('NFC'), path.normalize('NFD')];
    expect(new Set(forms).size).toBe(2);
    for (const glob of [pattern, pattern.normalize('NFD').replace(/\[e\u0301\]/, '[é]')])
      for (const form of forms) expect(compileGlob(glob)(form), `${glob} on ${form}`).toBe(true);
  },
);
