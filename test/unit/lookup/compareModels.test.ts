import { expect, it } from 'vitest';
import { compareModels } from '../../../src/core/lookup/compareModels';
import { createLookup } from '../../../src/core/lookup/lookup';
import { render } from '../../../src/core/message';
import { builtCatalog } from '../../support/builtCatalog';

const lookup = createLookup(builtCatalog());

/** What is said of the fact, model by model. */
function compared(fact: string, ...ids: readonly string[]): readonly string[] | undefined {
  const facts = compareModels(
    ids.map((id) => lookup.find(id)),
    builtCatalog(),
    { today: '2026-12-01' },
  );
  return facts.find((one) => render(one.fact) === fact)?.values;
}

it('models are compared by what people choose by, in the order given', () => {
  const ids = ['meta-llama/Llama-3.1-8B-Instruct', 'Qwen/Qwen3-8B', 'gpt-4o'];
  expect(compared('License', ...ids)).toEqual(['llama3.1', 'apache-2.0', 'openai-terms']);
  expect(compared('Commercial use', ...ids)?.[0]).toBe('with conditions');
  expect(compared('Openness', ...ids)).toEqual(['weights available', 'open weights', 'API only']);
  expect(compared('Origin', ...ids)).toEqual(['US', 'CN', 'US']);
  expect(compared('Parameters', ...ids)).toEqual(['8B', '8B', '']);
  expect(compared('Barred uses', ...ids)?.[0]).toContain('unlawful');
});

it('countries are shown as their reader names them', () => {
  const facts = compareModels([lookup.find('Qwen/Qwen3-8B')], builtCatalog(), {
    today: '2026-12-01',
    countryName: (code) => `<${code}>`,
  });
  expect(facts.find((one) => render(one.fact) === 'Origin')?.values).toEqual(['<CN>']);
});

it('of an unknown model nothing is said', () => {
  expect(compared('License', 'acme/unheard-of', 'Qwen/Qwen3-8B')).toEqual(['', 'apache-2.0']);
  expect(compared('License', 'acme/unheard-of', 'acme/unheard-of-too')).toBeUndefined();
});

it('a fact that none has is left out', () => {
  expect(compared('Parameters', 'gpt-4o', 'gpt-4o-mini')).toBeUndefined();
});

it('the places that the terms leave out are told, and for which models', () => {
  const ids = ['meta-llama/Llama-3.2-11B-Vision-Instruct', 'gpt-4o', 'Qwen/Qwen3-8B'];
  const told = compared('Barred regions', ...ids);
  expect(told?.[0]).toBe('EU (models that take more than text)');
  expect(told?.[1]).toContain('CN');
  expect(told?.[2]).toBe('');
});

it('the sizes that the terms ask about are told', () => {
  const ids = ['meta-llama/Llama-3.1-8B-Instruct', 'pfnet/plamo-2-8b', 'Qwen/Qwen3-8B'];
  expect(compared('Limits', ...ids)).toEqual(['700M MAU', 'JPY 1000M/year', '']);
});

it('the languages of the card are told where it names them', () => {
  const ids = ['meta-llama/Llama-3.1-8B-Instruct', 'gpt-4o'];
  expect(compared('Languages', ...ids)).toEqual([lookup.find(ids[0] ?? '')?.languages?.join(', '), '']);
  expect(compared('Languages', ...ids)?.[0]).toContain('en');
});
