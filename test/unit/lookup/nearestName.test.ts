import { expect, it } from 'vitest';
import { nearestName } from '../../../src/core/lookup/nearestName';
import { builtCatalog } from '../../support/builtCatalog';

it.each([
  ['gpt-4oo', 'gpt-4o'],
  ['mistralai/Mistral-7B-Instrct-v0.3', 'mistralai/Mistral-7B-Instruct-v0.3'],
  ['mistraIai/Mistral-7B-Instruct-v0.3', 'mistralai/Mistral-7B-Instruct-v0.3'],
])('%s was probably meant to be %s', (name, meant) => {
  expect(nearestName(builtCatalog(), name)).toBe(meant);
});

it.each(['gpt-4o', 'Qwen/Qwen3-8B', 'qwen3:8b', 'nobody/nothing', 'entirely-unheard-of-name', ''])(
  'nothing else is near to %j',
  (name) => {
    expect(nearestName(builtCatalog(), name)).toBeUndefined();
  },
);
