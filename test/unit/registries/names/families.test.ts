import { describe, expect, it } from 'vitest';
import {
  areOfOtherFamilies,
  familyWords,
  likenessOf,
  mayBeLike,
} from '../../../../src/core/registries/names/families';
import { builtCatalog } from '../../../support/builtCatalog';

/** The names of the catalog without their owners, and each with letters that make it another word. */
function catalogNames(): readonly string[] {
  return builtCatalog().models.flatMap(({ id }) => {
    const name = id.slice(id.indexOf('/') + 1);
    return [name, name.toUpperCase(), `x${name}`, name.replaceAll('-', '_')];
  });
}

function isTold(name: string): boolean {
  const { family, score } = likenessOf(name);
  return family !== '' || score >= 2;
}

describe('a look at the letters of a name', () => {
  it('puts no name aside whose parts speak for a model', () => {
    const missed = [...catalogNames(), ...familyWords()].filter((name) => isTold(name) && !mayBeLike(name));
    expect(missed).toEqual([]);
  });

  it.each([
    '7b-thing',
    'small-base',
    'thing-v2-base',
    '8x7b',
    'thing-4bit',
    'e5-thing',
    'T5',
    'thing.q4_k_m',
    'layoutlmv3',
    '\u212Aimi',
  ])('keeps %s', (name) => {
    expect([isTold(name), mayBeLike(name)]).toEqual([true, true]);
  });

  it.each(['background-color', 'node_modules', 'thing', 'width-12', '2024-01-31', 'small-thing', ''])(
    'puts %j aside',
    (name) => {
      expect([isTold(name), mayBeLike(name)]).toEqual([false, false]);
    },
  );
});

describe('names of two families', () => {
  it.each([
    ['qwen3-8b', 'llama-3.1-8b', true],
    ['qwen3-8b.gguf', 'qwen2.5-0.5b', false],
    ['qwen3-8b', 'model.bin', false],
    ['', 'qwen3-8b', false],
  ])('%s and %s: %s', (one, other, are) => {
    expect([areOfOtherFamilies(one, other), areOfOtherFamilies(other, one)]).toEqual([are, are]);
  });
});
