import { describe, expect, it } from 'vitest';
import { detect } from './marked';

/** A table with so many keys that are ids of models, and so many that only may be. */
const table = (ids: number, others: number): string =>
  `SIZES = {\n${[
    ...Array.from({ length: ids }, (_, at) => `  "meta-llama/Llama-${at}.1-8B": 1,\n`),
    ...Array.from({ length: others }, (_, at) => `  "breeze-asr-${at}5": 1,\n`),
  ].join('')}}\n`;

describe('the keys of a mapping', () => {
  it.each([
    [2, 1, 2],
    [3, 1, 4],
    [3, 3, 6],
    [3, 4, 3],
  ])('with %i ids and %i others name %i models', (ids, others, named) =>
    expect(detect(table(ids, others), 'a.py').references).toHaveLength(named),
  );

  it.each(['breeze', 'breeze_asr_25', '-asr-25', 'breeze-asr-', 'breeze-big'])(
    'are none where nothing in them speaks for a model: %s',
    (key) => expect(detect(table(3, 0).replace('}', `  "${key}": 1,\n}`), 'a.py').references).toHaveLength(3),
  );
});
