import { describe, expect, it } from 'vitest';
import { rolesIn } from '../marked';

describe('names in their type', () => {
  const ask = (name: string): string =>
    `val r = ChatCompletionRequest(\n    model = ModelId("${name}"),\n    messages = listOf()\n)\n`;

  it.each([3, 24])('are asked for, however many requests there are: %i', (count) => {
    const text = Array.from({ length: count }, (_, at) => ask(at % 2 === 0 ? 'gpt-4o' : 'gpt-4.1')).join('');
    expect(new Set(rolesIn(`val client = OpenAI(token = t)\n${text}`, 'a.kt'))).toEqual(new Set(['calls']));
  });
});

describe('items of a list in YAML without a price or label', () => {
  it('are models to run', () => {
    const text =
      'models:\n  - model_id: acme/thing-7b\n    device: gpu\n  - model_id: acme/other-7b\n    device: cpu\n';
    expect(rolesIn(text, 'a.yaml')).toEqual(['loads', 'loads']);
  });
});

describe('an element of a list that says that it is off', () => {
  const GO = (more: string): string =>
    `return []Backend{\n\t{Name: "a", URL: "http://a:8000", Model: "openai/whisper-small"},\n\t{Name: "b", URL: "http://b:9000", Model: "openai/whisper-medium"${more}},\n}\n`;

  it.each([
    ['a.go', GO(', Disabled: true')],
    [
      'a.ts',
      "const all = [{ url: 'http://a:1', model: 'openai/whisper-small' }, { url: 'http://b:1', model: 'openai/whisper-medium', enabled: false }];\n",
    ],
    [
      'a.py',
      'ALL = [\n  dict(url="http://a:1", model="openai/whisper-small"),\n  dict(url="http://b:1", model="openai/whisper-medium", enabled=False),\n]\n',
    ],
  ])('is only listed: %s %s', (path, text) => expect(rolesIn(text, path)).toEqual(['loads', 'lists']));

  it.each([
    ['a.go', GO(', Disabled: false')],
    ['a.go', GO(', Cache: Cache{Disabled: true}')],
    ['a.go', GO(', StreamDisabled: true')],
  ])('is used where that is of something else: %s %s', (path, text) =>
    expect(rolesIn(text, path)).toEqual(['loads', 'loads']),
  );

  it.each([
    [
      'a.ts',
      "const defaults = { rerank: { url: 'http://a:1', model: 'openai/whisper-small', enabled: false } };\n",
    ],
    ['a.json', '{"all": [{"url": "http://a:1", "model": "openai/whisper-small", "disabled": true}]}\n'],
    ['a.py', 'model = "openai/whisper-small"\ndisabled = True\n'],
  ])('is used where it is a setting, which may be turned on: %s %s', (path, text) => {
    expect(rolesIn(text, path)).toEqual(['loads']);
  });
});

describe('a record that is called by what it is used for', () => {
  const RECORD = '{ id: "gpt-4o", contextWindow: 128000, supportsTools: true }';

  it.each([
    ['a.ts', `const defaultModel = ${RECORD};\nuseState(defaultModel);\n`],
    ['a.ts', `const settings = { selectedModel: ${RECORD} };\n`],
    ['a.py', 'DEFAULT_MODEL = {\n    "id": "gpt-4o",\n    "context_window": 128000,\n}\n'],
    ['a.go', 'var defaultModel = ModelInfo{\n\tID: "gpt-4o",\n\tContextWindow: 128000,\n}\n'],
    ['a.json', '{ "defaultModel": { "id": "gpt-4o", "contextWindow": 128000 } }\n'],
  ])('is used: %s %s', (path, text) => expect(rolesIn(text, path)).toEqual(['calls']));

  it.each([
    ['a.ts', `const gpt4o = ${RECORD};\n`],
    ['a.ts', `const defaultModels = [${RECORD}];\n`],
  ])('is one of a table by another name, and in a list: %s %s', (path, text) =>
    expect(rolesIn(text, path)).toEqual(['lists']),
  );
});
