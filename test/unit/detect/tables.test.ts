import { describe, expect, it } from 'vitest';
import { detectReferences } from '../../../src/core/detect/detectReferences';
import { builtCatalog } from '../../support/builtCatalog';
import { detect } from './marked';

/** A table with so many keys that are ids of models, and so many that only may be. */
const table = (ids: number, others: number): string =>
  `SIZES = {\n${[
    ...Array.from({ length: ids }, (_, at) => `  "meta-llama/Llama-${at}.1-8B": 1,\n`),
    ...Array.from({ length: others }, (_, at) => `  "breeze-asr-${at}5": 1,\n`),
  ].join('')}}\n`;

/** The same with names of services. */
const services = (names: number, others: number): string =>
  `var ratios = map[string]int{\n${[
    ...Array.from({ length: names }, (_, at) => `  "gpt-4.${at + 1}": 1,\n`),
    ...Array.from({ length: others }, (_, at) => `  "ali-diffusion-v${at}": 1,\n`),
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

  it.each([
    [2, 1, 2],
    [3, 1, 4],
    [3, 3, 6],
    [3, 4, 3],
  ])('with %i names of services and %i others name %i models', (names, others, named) =>
    expect(detect(services(names, others), 'a.go').references).toHaveLength(named),
  );

  it('count those that the catalog knows beside others as names, too', () => {
    const text = services(2, 2).replace('}\n', '  "step-1-32k": 1,\n}\n');
    const { references } = detectReferences(text, { path: 'a.go', catalog: builtCatalog() });
    expect(references.map(({ text, registry, role }) => `${text} ${registry} ${role}`)).toEqual([
      'gpt-4.1 openai lists',
      'gpt-4.2 openai lists',
      'ali-diffusion-v0 other lists',
      'ali-diffusion-v1 other lists',
      'step-1-32k other lists',
    ]);
  });

  it.each(['breeze', 'breeze_asr_25', '-asr-25', 'breeze-asr-', 'breeze-big'])(
    'are none where nothing in them speaks for a model: %s',
    (key) => expect(detect(table(3, 0).replace('}', `  "${key}": 1,\n}`), 'a.py').references).toHaveLength(3),
  );
});
