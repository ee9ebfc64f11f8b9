import { describe, expect, it } from 'vitest';
import { metricsOf, metricsOfRoom } from '../support/metrics.mjs';

describe('how dense code is', () => {
  it.each([
    [
      'a function',
      'const x = () => {\n  return 1;\n};\n',
      { functions: 1, lines: 3, branches: 0, highest: 1 },
    ],
    ['no comment or blank line', 'function x() {\n\n  // y\n  return 1;\n}\n', { lines: 3 }],
    [
      'an `if` and what joins its conditions',
      'const x = (a) => {\n  if (a && !a.b) return 1;\n};',
      { branches: 2 },
    ],
    [
      'a choice, a default and an optional member',
      'const x = (a = 1) => (a ? a?.b : (a ?? 2));',
      { branches: 4 },
    ],
    [
      'cases, but for the default',
      'const x = (a) => { switch (a) { case 1: case 2: return 1; default: return 2; } };',
      { branches: 2 },
    ],
    [
      'loops and what is caught',
      'const x = (a) => { try { for (const b of a) while (b) b(); } catch {} };',
      { branches: 3 },
    ],
    [
      'a function in another by itself',
      'const x = (a) => a && (() => a || 1);',
      { functions: 2, branches: 2, highest: 2, lines: 1 },
    ],
    ['nothing outside of functions', 'const x = 1 ? 2 : 3;', { functions: 0, branches: 0, lines: 0 }],
    ['a line of more than 120 characters', `// ${'a'.repeat(118)}\n// ${'a'.repeat(117)}\n`, { long: 1 }],
  ])('counts %s', (_, text, expected) => {
    expect(metricsOf(text)).toMatchObject(expected);
  });

  it.each(['detect', 'documents', 'registries'])('is kept in src/core/%s', (room) => {
    const { branches, lines, long } = metricsOfRoom(room);
    expect(branches).toBeGreaterThan(0);
    expect(branches / lines).toBeLessThanOrEqual(0.45);
    expect(long).toBe(0);
  });
});
