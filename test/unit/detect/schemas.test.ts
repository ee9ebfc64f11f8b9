import { describe, expect, it } from 'vitest';
import { detect } from './marked';

const rolesOf = (path: string, text: string): readonly string[] =>
  detect(text, path).references.map(({ role }) => role);

describe('descriptions of interfaces', () => {
  it.each([
    [
      'api.yaml',
      'openapi: 3.0.0\ncomponents:\n  schemas:\n    R:\n      properties:\n        model:\n          type: string\n          default: gpt-4o\n',
    ],
    [
      'api.json',
      '{"swagger":"2.0","definitions":{"R":{"properties":{"model":{"type":"string","default":"gpt-4o"}}}}}',
    ],
    ['a.graphql', 'input R { model: String = "gpt-4o" }'],
    ['a.gql', 'type Q { model(name: String! = "gpt-4o"): M }'],
    ['a.proto', 'message R { optional string model = 1 [default = "gpt-4o"]; }'],
  ])('%s lists: %s', (path, text) => {
    expect(rolesOf(path, text)).toEqual(['lists']);
  });

  it.each([
    [
      'api.yaml',
      'openapi: 3.0.0\npaths:\n  /x:\n    post:\n      example:\n        object: fine_tuning.job\n        model: gpt-4o\n',
    ],
    [
      'api.yaml',
      'swagger: "2.0"\nx-sample:\n  curl: |\n    curl https://api.openai.com/v1/chat/completions -d \'{"model": "gpt-4o"}\'\n',
    ],
    ['api.json', '{"info":{"title":"x"},"asyncapi":"3.0.0","messages":{"a":{"payload":{"model":"gpt-4o"}}}}'],
    [
      'c.json',
      '{"info":{"schema":"https://schema.getpostman.com/json/collection/v2.1.0/collection.json"},"item":[{"model":"gpt-4o"}]}',
    ],
    [
      'i.yaml',
      'type: collection.insomnia.rest/5.0\ncollection:\n  - body:\n      text: |\n        {"model": "gpt-4o"}\n',
    ],
    ['a.bru', 'body:json {\n  {"model": "gpt-4o"}\n}\n'],
  ])('%s mentions: %s', (path, text) => {
    const { references } = detect(text, path);
    expect(references.map(({ role, context }) => `${role} ${context}`)).toEqual(['mentions docs']);
  });

  it('lists the values that an interface accepts', () => {
    const text =
      'openapi: 3.0.0\ncomponents:\n  schemas:\n    M:\n      type: string\n      enum:\n        - gpt-4o\n        - gpt-4o-mini\n';
    expect(rolesOf('api.yaml', text)).toEqual(['lists', 'lists']);
  });

  it.each([
    ['package.json', '{"dependencies":{"openapi":"3.0.1"},"model":"gpt-4o"}'],
    [
      'api.yaml',
      'openapi: 3.0.0\nx-kong-plugin-ai-proxy:\n  config:\n    model:\n      provider: openai\n      name: gpt-4o\n',
    ],
  ])('%s calls, though it says the word: %s', (path, text) => {
    expect(rolesOf(path, text)).toEqual(['calls']);
  });

  it.each([
    ['settings.schema.json', '{"properties":{"model":{"type":"string","default":"gpt-4o"}}}'],
    ['q.graphql', 'query Q($model: String = "gpt-4o") { ask(model: $model) }'],
    ['a.yaml', 'model:\n  default: gpt-4o\n'],
  ])('%s calls: %s', (path, text) => {
    expect(rolesOf(path, text)).toEqual(['calls']);
  });
});

describe('the default of a field that a stored flow fills in', () => {
  const flow = (given: string): string =>
    JSON.stringify({
      nodes: [
        {
          inputParams: [{ label: 'Model', name: 'modelName', type: 'options', default: 'gpt-3.5-turbo' }],
          inputs: { temperature: '0', ...(given !== '' && { modelName: given }) },
        },
      ],
    });

  it('is one of many that the field can have', () => {
    expect(rolesOf('flow.json', flow('gpt-4o'))).toEqual(['lists', 'calls']);
  });

  it('is what runs where the flow gives nothing else', () => {
    expect(rolesOf('flow.json', flow(''))).toEqual(['calls']);
  });
});
