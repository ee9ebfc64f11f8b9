import { describe, expect, it } from 'vitest';
import { setAgain } from '../../../src/core/detect/setAgain';

const isSet = (text: string, name = 'm', isShell = false): boolean => setAgain(name, isShell).test(text);

describe('what gives a variable of a loop another value', () => {
  it.each([
    'm = other()',
    'if a:\n    m += "x"',
    'if (a) { m = b }',
    'a; m ||= b',
    'const m = b',
    'm: str = b',
    'm := b',
    'if (m := b):',
    'with a as m:',
    'm, n = b',
    'a, m = b',
    'a, b , m, c: int = d',
    'm = f(\n  a,\n)',
  ])('in code: %j', (text) => expect(isSet(text)).toBe(true));

  it.each([
    'm == b',
    'm => b',
    'a.m = b',
    'n, o = m',
    'mm = b',
    'f(a, m=m)',
    'f(\n  m=m,\n)',
    'f(\n  m=other,\n)',
    'print(m, n)',
    'm, n',
  ])('and what does not: %j', (text) => expect(isSet(text)).toBe(false));

  it('by its name with a sign', () => {
    expect(isSet('$m = b;', '$m')).toBe(true);
    expect(isSet('$m, $n = b;', '$m')).toBe(true);
    expect(isSet('$mm = b;', '$m')).toBe(false);
  });

  it.each(['m=b', 'read -r m', 'for m in a b', 'm+=(b)', 'echo; m[0]=b'])('in a shell: %j', (text) =>
    expect(isSet(text, 'm', true)).toBe(true),
  );

  it.each(['echo "m=b"', 'run --m=b', '$m=b', 'run -e m=b'])('and what does not: %j', (text) =>
    expect(isSet(text, 'm', true)).toBe(false),
  );

  // If each name were gone on from, all of them would take as good as forever.
  it('is told of a line of many names at once', () => {
    const names = 'm, '.repeat(200_000);
    expect(isSet(names)).toBe(false);
    expect(isSet(`${names}n = b`)).toBe(true);
  });
});
