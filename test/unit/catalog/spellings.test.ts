import { expect, it } from 'vitest';
import { arrayStore } from '../../../src/core/catalog/modelStore';
import { Spellings } from '../../../src/core/catalog/spellings';
import { modelRecord } from '../../support/catalog';

it('numbers the ids by their rows and then the aliases, each with its registry', () => {
  const spellings = new Spellings(
    arrayStore([
      modelRecord('a/one'),
      modelRecord('b/two', { aliases: ['ollama:two', 'b/former'] }),
      { ...modelRecord('three', { aliases: ['three-latest'] }), registry: 'openai' },
    ]),
  );
  expect(
    Array.from({ length: spellings.count }, (_, number) => ({
      text: spellings.text(number),
      own: spellings.row(number),
      ...spellings.entry(number),
    })),
  ).toEqual([
    { text: 'a/one', own: 0, row: 0, registry: 'huggingface', alias: false },
    { text: 'b/two', own: 1, row: 1, registry: 'huggingface', alias: false },
    { text: 'three', own: 2, row: 2, registry: 'openai', alias: false },
    { text: 'two', own: 1, row: 1, registry: 'ollama', alias: true },
    { text: 'b/former', own: 1, row: 1, registry: 'huggingface', alias: true },
    { text: 'three-latest', own: 2, row: 2, registry: 'openai', alias: true },
  ]);
  expect(() => spellings.row(6)).toThrow('no spelling 6 of 6');
});
