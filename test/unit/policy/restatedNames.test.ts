import { describe, expect, it } from 'vitest';
import { render } from '../../../src/core/message';
import { loadPolicy } from '../../../src/core/policy/loadPolicy';
import { policyFindings } from '../../../src/core/policy/policyFindings';
import { TEST_CATALOG } from '../../support/catalog';
import { TODAY } from './support';

const BASE = `version: 1
models: { deny: [a/b] }
locked: [model/denied]
detect: { prefixes: { corp: openai, deepseek: local }, keys: { engineName: openai } }
`;
const FILES: Readonly<Record<string, string>> = {
  'base.yaml': BASE,
  'open.yaml': BASE.replace(/^locked.*\n/m, ''),
  'beside.yaml': 'version: 1\ndetect: { prefixes: { mistral: local } }\n',
};

async function told(text: string): Promise<readonly string[]> {
  const own = `version: 1\n${text}\n`;
  const { policy } = await loadPolicy('.model-policy.yaml', own, (path) =>
    Promise.resolve(FILES[path] === undefined ? { failure: 'missing' } : { text: FILES[path] }),
  );
  return policyFindings(policy!, { catalog: TEST_CATALOG, used: undefined, today: TODAY }).map(
    ({ severity, message, range }) =>
      `${severity} ${own.slice(0, range.start).split('\n').length}: ${render(message)}`,
  );
}

const other = (kind: string, word: string, line = 4): string =>
  `error ${line}: \`detect.${kind}\` would give ${word} another meaning for rules that base.yaml locks: state it in that policy`;

describe('names that a policy on locks gives another meaning', () => {
  it.each([
    ['a prefix of a service', 'prefixes: { OpenAI: local }', [other('prefixes', 'OpenAI')]],
    ['a provider', 'prefixes: { azure-openai: local }', [other('prefixes', 'azure-openai')]],
    ['a publisher', 'prefixes: { meta-llama: ollama }', [other('prefixes', 'meta-llama')]],
    ['a prefix of the base', 'prefixes: { corp: local }', [other('prefixes', 'corp')]],
    ['one that the base gives another', 'prefixes: { deepseek: deepseek }', [other('prefixes', 'deepseek')]],
    ['a key of the base', 'keys: { engineName: local }', [other('keys', 'engineName')]],
    ['the same', 'prefixes: { mistral: mistral, corp: openai }', []],
    [
      'new names',
      'prefixes: { gateway: openai }\n  keys: { model: local }\n  loaders: { acme.load: local }',
      [],
    ],
  ])('tells %s', async (_what, detect, found) => {
    expect(await told(`extends: base.yaml\ndetect:\n  ${detect}`)).toEqual(found);
    expect(await told(`extends: open.yaml\ndetect:\n  ${detect}`)).toEqual([]);
  });

  it('tells what a base beside the locks says', async () => {
    expect(await told('extends: [base.yaml, beside.yaml]')).toEqual([other('prefixes', 'mistral', 1)]);
  });
});
