import { describe, expect, it } from 'vitest';
import { detect, roles } from '../marked';

const used = (text: string, path: string): readonly unknown[] =>
  roles(text, path).filter(([, role]) => role !== 'mentions');

const OFF_AND_ON = [
  ['gpt-4o', 'lists'],
  ['gpt-4.1', 'calls'],
];

describe('a record with a switch, one of several', () => {
  it.each([
    [
      'values.yaml',
      'models:\n  small:\n    model_id: gpt-4o\n    enabled: false\n  large:\n    model_id: gpt-4.1\n    enabled: true\n',
    ],
    ['a.yaml', 'models:\n  - model: gpt-4o\n    enabled: no\n  - model: gpt-4.1\n    enabled: yes\n'],
    ['a.yaml', 'models:\n  - enabled: false\n    model: gpt-4o\n  - enabled: true\n    model: gpt-4.1\n'],
    ['a.yaml', 'models:\n  - { model: gpt-4o, enabled: false }\n  - { model: gpt-4.1, enabled: true }\n'],
    [
      'a.json',
      '{"models": [{"model": "gpt-4o", "disabled": true}, {"model": "gpt-4.1", "disabled": false}]}',
    ],
    [
      'a.toml',
      '[[models]]\nmodel = "gpt-4o"\nenabled = false\n\n[[models]]\nmodel = "gpt-4.1"\nenabled = true\n',
    ],
    [
      'a.tfvars',
      'models = {\n  a = { model_name = "gpt-4o", enabled = false }\n  b = { model_name = "gpt-4.1", enabled = true }\n}\n',
    ],
    [
      'a.ts',
      'const agents = [\n  { model: "gpt-4o", isEnabled: false },\n  { model: "gpt-4.1", isEnabled: true },\n];\n',
    ],
  ])('lists its model where it is off: %s %s', (path, text) => {
    expect(used(text, path)).toEqual(OFF_AND_ON);
  });

  it('lists names of repositories too', () => {
    const model = (key: string, id: string): string => `  ${key}:\n    id: ${id}\n    enabled: false\n`;
    expect(
      used(`models:\n${model('a', 'Qwen/Qwen3-8B')}${model('b', 'meta-llama/Llama-3.1-8B')}`, 'a.yaml'),
    ).toEqual([
      ['Qwen/Qwen3-8B', 'lists'],
      ['meta-llama/Llama-3.1-8B', 'lists'],
    ]);
  });

  it.each([
    ['stands alone', 'a.yaml', 'chat:\n  model: gpt-4o\n  enabled: false\nname: x\n'],
    [
      'is of something within',
      'a.yaml',
      'a:\n  model: gpt-4o\n  cache:\n    enabled: false\nb:\n  model: gpt-4o\n  cache:\n    enabled: false\n',
    ],
    [
      'is of something within',
      'a.json',
      '[{"model": "gpt-4o", "cache": {"enabled": false}}, {"model": "gpt-4o", "cache": {"enabled": false}}]',
    ],
    [
      'has no model beside',
      'a.yaml',
      'chat:\n  model: gpt-4o\n  enabled: false\nlogs:\n  level: debug\n  enabled: true\n',
    ],
  ])('is asked where the switch %s: %s %s', (_, path, text) => {
    expect(new Set(detect(text, path).references.map(({ role }) => role))).toEqual(new Set(['calls']));
  });
});

describe('a version of a configuration, one of several', () => {
  const version = (id: string, state: string, more = '"config_name": "a",'): string =>
    `{ ${more} "llms": [{ "model": "${id}", "enabled": true }],\n${state} }`;
  const OFF = '"is_active": false';
  const ON = '"is_active": true';
  const rolesOf = (...versions: readonly string[]): readonly unknown[] =>
    used(`{ "configs": [${versions.join(', ')}] }`, 'a.json').map((one) => (one as unknown[])[1]);

  it('lists its models where another one counts', () => {
    expect(rolesOf(version('gpt-4o', OFF), version('gpt-4.1', ON))).toEqual(['lists', 'calls']);
  });

  it.each([
    ['it is the only one', [version('gpt-4o', OFF)]],
    ['none counts', [version('gpt-4o', OFF), version('gpt-4.1', OFF)]],
    ['the last word on it is another', [version('gpt-4o', `${OFF},\n${ON}`), version('gpt-4.1', ON)]],
    ['it is no version', [version('gpt-4o', OFF, ''), version('gpt-4.1', ON, '')]],
    ['a comment says so', [version('gpt-4o', `// ${OFF}\n"x": 1`), version('gpt-4.1', ON)]],
  ])('is asked where %s', (_, versions) => {
    expect(rolesOf(...versions)).toEqual(versions.map(() => 'calls'));
  });
});

describe('a node of a flow', () => {
  const node = (more: string): string =>
    `{"nodes":[{"parameters":{"model":{"value":"gpt-4o"}},"type":"lmChatOpenAi","name":"a"${more}}],"connections":{}}`;

  it.each([
    ['it is disabled', node(',"disabled":true'), ['lists']],
    ['it is not', node(',"disabled":false'), ['calls']],
    ['the flow is not active', node('').replace('{', '{"active":false,'), ['calls']],
    [
      'Make has it off',
      '{"flow":[{"module":"openai:chat","disabled":true,"mapper":{"model":"gpt-4o"}}]}',
      ['lists'],
    ],
    [
      'Node-RED has it off',
      '[{"id":"b","type":"openai-api","model":"gpt-4o","d":true,"wires":[[]]}]',
      ['lists'],
    ],
    ['something else is off', '{"tools":{"disabled":true},"type":"agent","model":"gpt-4o"}', ['calls']],
  ])('where %s', (_, text, expected) => {
    expect(roles(text, 'flow.json').map(([, role]) => role)).toEqual(expected);
  });
});

describe('a setting that its key leaves out', () => {
  it.each(['modelx', '//model', '#model', 'model_disabled', 'unused_model'])(
    'asks nobody under %s',
    (key) => {
      expect(roles(`{ "title": "x", "${key}": "gpt-4-0613" }\n`, 'a.json')).toEqual([
        ['gpt-4-0613', 'lists'],
      ]);
    },
  );

  it('asks nobody under an underscore beside the setting itself', () => {
    expect(roles('{ "_model_name": "gpt-4-0613", "model_name": "gpt-4o" }\n', 'a.json')).toEqual([
      ['gpt-4-0613', 'lists'],
      ['gpt-4o', 'calls'],
    ]);
  });

  it.each([
    ['a.json', '{ "title": "x", "model": "gpt-4-0613" }\n'],
    ['a.json', '{ "title": "x", "model_x1": "gpt-4-0613" }\n'],
    ['a.json', '{ "title": "x", "model_official": "gpt-4-0613" }\n'],
    ['a.json', '{ "title": "x", "_model": "gpt-4-0613" }\n'],
    ['a.json', '{ "a": { "_model": "gpt-4-0613" }, "b": { "model": "" } }\n'],
    ['a.json', '{ "model_off": "gpt-4-0613", "model_on": "" }\n'],
    ['a.json', '{ "modelx": "gpt-4-0613", "modely": "" }\n'],
    ['a.json', '{ "title": "x", "disabled_model": "gpt-4-0613" }\n'],
    ['a.yaml', 'title: x\n_model: gpt-4-0613\nmodel: ""\n'],
    ['a.yaml', 'title: x\nmodel_x: gpt-4-0613\n'],
    ['.env', 'MODEL_X=gpt-4-0613\n'],
    ['a.py', 'c = {"_model": "gpt-4-0613"}\n'],
  ])('is one under other keys, in %s: %s', (path, text) => {
    expect(roles(text, path)).toEqual([['gpt-4-0613', 'calls']]);
  });
});
