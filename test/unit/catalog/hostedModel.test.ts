import { expect, it } from 'vitest';
import { decodeCatalog, encodeCatalog } from '../../../src/core/catalog/compiled';
import { modelOf, modelsOfAliases } from '../../../src/core/catalog/hostedModel';
import { service } from '../../support/hosts';
import { builtCatalog, builtRecords } from '../../support/builtCatalog';

const built = builtCatalog();

it('is the stated model, else what the name leads to, and none by a family alone', () => {
  expect(modelOf(built, 'openai', service('gpt-4o', { model: 'acme/own' }))).toBe('acme/own');
  expect(modelOf(built, 'fireworks', service('accounts/fireworks/models/qwen3-8b'))).toBe('Qwen/Qwen3-8B');
  expect(modelOf(built, 'openai', service('gpt-4o-of-nobody'))).toBeNull();
  expect(modelOf(built, 'openai', service('gpt-4o', { leadsTo: null }))).toBeNull();
});

it('is the same in a compiled catalog, which has looked it up before', () => {
  const compiled = decodeCatalog(encodeCatalog(builtRecords()));
  expect(compiled.hosts.some(({ names }) => names.some(({ leadsTo }) => typeof leadsTo === 'string'))).toBe(
    true,
  );
  expect(compiled.hosts.map(({ id, names }) => names.map((name) => modelOf(compiled, id, name)))).toEqual(
    built.hosts.map(({ id, names }) => names.map((name) => modelOf(built, id, name))),
  );
  const others = compiled.hosts.map(({ id, names }) =>
    names.map((name) => modelsOfAliases(compiled, id, name)),
  );
  expect(others.flat(2).some((model) => model !== null)).toBe(true);
  expect(others).toEqual(
    built.hosts.map(({ id, names }) => names.map((name) => modelsOfAliases(built, id, name))),
  );
});
