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
    ['settings.schema.json', '{"properties":{"model":{"type":"string","default":"gpt-4o"}}}'],
    ['q.graphql', 'query Q($model: String = "gpt-4o") { ask(model: $model) }'],
    ['a.yaml', 'model:\n  default: gpt-4o\n'],
  ])('%s calls: %s', (path, text) => {
    expect(rolesOf(path, text)).toEqual(['calls']);
  });
});
