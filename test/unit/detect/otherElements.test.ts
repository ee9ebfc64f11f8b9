import { describe, expect, it } from 'vitest';
import { Brackets } from '../../../src/core/detect/brackets';
import { detectReferences } from '../../../src/core/detect/detectReferences';
import { otherElements } from '../../../src/core/detect/otherElements';
import { builtCatalog } from '../../support/builtCatalog';

/** What the other elements say, of a text with the place marked by `|`. */
function others(marked: string): readonly string[] {
  const at = marked.indexOf('|');
  const text = marked.replace('|', '');
  return otherElements(text, new Brackets(text), at)
    .map(({ start, end }) => text.slice(start, end).trim())
    .filter((said) => said !== '');
}

describe('the other elements of the lists that a place is in', () => {
  it('are those between the same brackets', () => {
    expect(others('{ "a": 1, "targets": [{ "b": 2 }, { "c": { "d": "|" } }, { "e": 3 }] }')).toEqual([
      '[{ "b": 2 },',
      '}, { "e": 3 }',
    ]);
  });

  it('are none where the element is no mapping', () => {
    expect(others('provider: azure\nmodels: [gpt-4o, |x]\n')).toEqual([]);
  });

  it('are the items of lists in YAML, of each list around', () => {
    expect(
      others(
        'top: 0\nlist:\n- a: 1\n  in:\n    - b: 2\n\n    # -\n    - c: |3\n      d: 4\n    - e: 5\n- f: 6\nend: 7\n',
      ),
    ).toEqual(['- b: 2\n\n    # -', '- e: 5', '- f: 6']);
    expect(others('- a: 1\n- b:\n    c: |2\n')).toEqual(['- a: 1']);
  });

  it('are none in a mapping of YAML', () => {
    expect(others('a:\n  b: 1\nc:\n  d: |2\n')).toEqual([]);
  });

  it('are those around brackets in one line, and other documents of a stream', () => {
    expect(others('- a: 1\n- b: [{ c: 2 }, { d: | }]\n')).toEqual(['[{ c: 2 },', '}', '- a: 1']);
    expect(others('a: 1\n---\nb: |2\n---\nc: 3\n')).toEqual(['a: 1', '---\nc: 3']);
    expect(others('Words.\n\n---\nOf |prose.\n')).toEqual([]);
  });

  it('are the tables of a list in TOML', () => {
    expect(others('[a]\nb = 1\n[[c]]\nd = 2\n[[c]]\n[c.e]\nf = "|"\n[[c]]\ng = 3\n')).toEqual([
      '[[c]]\nd = 2',
      '[[c]]\ng = 3',
    ]);
    expect(others('[[c]]\nd = 2\n[other]\nf = "|"\n')).toEqual([]);
  });
});

describe('a target of a gateway that does not say who is asked', () => {
  const hostsIn = (text: string, path: string): readonly unknown[] =>
    detectReferences(text, { path, catalog: builtCatalog() }).references.map(({ text: name, role, host }) => [
      name,
      role,
      host,
    ]);
  const targets = (lead: string, end: string): string =>
    `${lead}{ "provider": "azure-openai", "override_params": { "model": "gpt-4o" } },\n` +
    `{ "virtual_key": "groq-x", "override_params": { "model": "gemma2-9b-it" } },\n` +
    `{ "virtual_key": "deepseek-prod", "override_params": { "model": "deepseek-chat" } }${end}\n`;

  it.each([
    ['portkey.json', targets('{ "targets": [', '] }')],
    ['portkey.ts', targets('const config = { targets: [', '] };')],
    ['portkey.py', targets('config = {"targets": [', ']}')],
    [
      'portkey.yaml',
      'targets:\n  - provider: azure-openai\n    override_params:\n      model: gpt-4o\n' +
        '  - virtual_key: groq-x\n    override_params:\n      model: gemma2-9b-it\n' +
        '  - virtual_key: deepseek-prod\n    override_params:\n      model: deepseek-chat\n',
    ],
    [
      'portkey.toml',
      '[[targets]]\nprovider = "azure-openai"\nmodel = "gpt-4o"\n[[targets]]\nvirtual_key = "groq-x"\n' +
        'model = "gemma2-9b-it"\n[[targets]]\nvirtual_key = "deepseek-prod"\nmodel = "deepseek-chat"\n',
    ],
  ])('has not the host of another one, in %s', (path, text) => {
    expect(hostsIn(text, path)).toEqual([
      ['gpt-4o', 'calls', 'azure'],
      ['gemma2-9b-it', 'calls', null],
      ['deepseek-chat', 'calls', null],
    ]);
  });

  it('is asked where its name is known', () => {
    const text =
      'models:\n  - base_url: https://acme.openai.azure.com\n    model: gpt-4o\n  - model: deepseek-chat\n';
    expect(hostsIn(text, 'models.yaml')).toEqual([
      ['gpt-4o', 'calls', 'azure'],
      ['deepseek-chat', 'calls', 'deepseek'],
    ]);
  });

  it('has its deployment at the provider that is nearer than the address of the gateway', () => {
    const text =
      'services:\n  - url: http://localhost:32000\n    plugins:\n      - name: ai-proxy\n        config:\n' +
      '          model:\n            provider: azure\n            name: gpt-4o\n            options:\n' +
      '              azure_deployment_id: gpt-4o\n';
    expect(hostsIn(text, 'kong.yaml')).toEqual([
      ['gpt-4o', 'calls', 'azure'],
      ['gpt-4o', 'calls', 'azure'],
    ]);
  });
});
