import { describe, expect, it } from 'vitest';
import { rolesIn } from '../marked';

describe('a menu of models that people begin with', () => {
  const menu = (name: string, ids: readonly string[], model = (id: string): string => id): string =>
    `const ${name} = [\n${ids.map((id) => `  { type: P.openai, id: "${id}", model: "${model(id)}" },\n`).join('')}];\n`;
  const IDS = ['gpt-4o', 'gpt-4.1', 'o3', 'o1', 'gpt-4o-mini'];

  it('is listed where each of its records is called after its model', () => {
    expect(new Set(rolesIn(menu('DEFAULT_CHAT_MODELS', IDS), 'a.ts'))).toEqual(new Set(['lists']));
  });

  it.each([
    ['a few', menu('DEFAULT_CHAT_MODELS', IDS.slice(0, 2))],
    ['fallbacks', menu('FALLBACK_MODELS', IDS)],
    [
      'all that a loop asks',
      `${menu('DEFAULT_CHAT_MODELS', IDS)}for (const m of DEFAULT_CHAT_MODELS) ask(m);\n`,
    ],
    ['records called otherwise', menu('DEFAULT_CHAT_MODELS', ['a', 'b', 'c', 'd', 'e'], () => 'gpt-4o')],
  ])('is asked where they are %s', (_, text) => {
    expect(rolesIn(text, 'a.ts')).toContain('calls');
  });

  it('is also what a record made by a call has behind its first name', () => {
    const made =
      'Model[] _models = new Model[]\n{\n  new("o1-preview", "o1"),\n  new("gpt-4o", "gpt4o"),\n};\n' +
      'List<Entry> FallbackModels =\n[\n  new("whisper-1", "Whisper 1", "whisper-1"),\n  new("x", "X", "x"),\n];\n';
    expect(new Set(rolesIn(made, 'a.cs'))).toEqual(new Set(['lists']));
  });
});

describe('records of a list that is called one of models', () => {
  const GO = 'var ModelList = []model.Config{\n\t{\n\t\tModel: "gpt-4o",\n\t\tOwner: model.OpenAI,\n\t},\n';

  it.each([
    ['a.go', `${GO}\t{\n\t\tModel: "gpt-4o-mini",\n\t\tOwner: model.OpenAI,\n\t},\n}\n`],
    [
      'a.cs',
      'var more = new[] {};\nvar moreModels = new[]\n{\n  new Model("gpt-4o", "Large"),\n  new Model("gpt-4.1", "x"),\n};\n',
    ],
    [
      'a.cs',
      'private static readonly Model[] KNOWN_MODELS =\n[\n  new("gpt-4o", "Large"),\n  new("gpt-4.1", "x"),\n];\n',
    ],
    ['a.kt', 'val models = listOf(ModelInfo("gpt-4o", 1), ModelInfo("gpt-4.1", 2))\n'],
    [
      'a.py',
      'OPENAI_MODELS = [\n  ModelOption("gpt-4o", "GPT-4o"),\n  ModelOption("o3-mini", "o3-mini"),\n]\n' +
        'def models():\n  return [model.to_dict() for model in OPENAI_MODELS]\n',
    ],
    [
      'a.go',
      'var defaultModels = []Model{\n\t{Name: "gpt-4o", Config: Config{Temperature: 0.5, ModelName: "gpt-4o"}},\n\t{Name: "gpt-4.1", Config: Config{Temperature: 0.5, ModelName: "gpt-4.1"}},\n}\n',
    ],
    [
      'a.ts',
      "const all = [\n  { id: 'gpt-4o', modelString: 'gpt-4o', contextWindow: 1 },\n  { id: 'gpt-4.1', modelString: 'gpt-4.1', contextWindow: 1 },\n];\n",
    ],
  ])('are listed: %s %s', (path, text) => {
    expect(rolesIn(text, path).filter((role) => role !== 'lists' && role !== 'mentions')).toEqual([]);
  });

  it.each([
    ['a.go', `${GO}}\n`],
    ['a.ts', "const models = [{ model: 'gpt-4o', temperature: 0 }, { model: 'gpt-4.1', temperature: 0 }];\n"],
    [
      'a.ts',
      "const defaultModels = [{ model: 'gpt-4o', for: 'chat' }, { model: 'gpt-4.1', for: 'code' }];\n",
    ],
    [
      'a.ts',
      "const models = [{ model: 'gpt-4o', n: 1 }, { model: 'gpt-4.1', n: 1 }];\nfor (const m of models) ask(m);\n",
    ],
    ['a.ts', "const agents = [{ model: 'gpt-4o', n: 1 }, { model: 'gpt-4.1', n: 1 }];\n"],
    ['a.ts', "const preloadModels = [{ model: 'gpt-4o', n: 1 }, { model: 'gpt-4.1', n: 1 }];\n"],
    ['a.py', 'models = [OpenAIModel("gpt-4o"), OpenAIModel("gpt-4.1")]\n'],
    ['a.py', 'models = [{"model": "llama3.1:8b", "file": "a"}, {"model": "llama3.2:3b", "file": "b"}]\n'],
  ])('are uses where something uses them: %s %s', (path, text) => {
    expect(rolesIn(text, path).filter((role) => role !== 'calls' && role !== 'loads')).toEqual([]);
  });
});

describe('a list of records that have a name for people', () => {
  const list = (name: string, behind: string): string =>
    `IReadOnlyList<ModelInfo> ${name} =\n[\n  new("gpt-4o"${behind}),\n  new("gpt-4.1"),\n];\n`;

  it('is one to choose from, also where it falls back', () => {
    expect(rolesIn(list('FallbackModels', ', "GPT-4o"'), 'a.cs')[0]).toBe('lists');
    expect(rolesIn(list('ModelEntries', ', "GPT-4o"'), 'a.cs')[0]).toBe('lists');
  });
});

describe('what a function tells there is to choose from', () => {
  it.each([
    [
      'a.js',
      'class A {\n  async getAvailableTranscriptionModels() {\n    try {\n      return {\n        fast: {\n' +
        '          model: "gpt-4o-mini",\n          description: "Fast",\n        },\n      };\n    } catch (e) {}\n  }\n}\n',
    ],
    [
      'a.py',
      'def list_models(self):\n    return {\n        "fast": {"model": "gpt-4o-mini", "description": "Fast"},\n    }\n',
    ],
    ['a.ts', 'const supportedModels = (): Model[] => [\n  { model: "gpt-4o-mini", label: "Fast" },\n];\n'],
  ])('is one of many in %s: %s', (path, text) => {
    expect(rolesIn(text, path)).toEqual(['lists']);
  });

  it.each([
    ['a.js', 'function getModel() {\n  return { fast: { model: "gpt-4o-mini", description: "Fast" } };\n}\n'],
    [
      'a.js',
      'function getAvailableModels() {\n  return { fast: { model: "gpt-4o-mini", temperature: 1 } };\n}\n',
    ],
  ])('is asked for where the function tells none, or the record is a setting: %s', (path, text) => {
    expect(rolesIn(text, path)).toEqual(['calls']);
  });
});

describe('what offers models', () => {
  const options = (last: string): string =>
    `OPENAI_MODELS = [\n    ModelOption("gpt-4o", "GPT-4o"),\n    ModelOption("o3-mini", "o3-mini"),\n]\n${last}`;

  it('is a list of options, though something goes over it', () => {
    const text = options('def f():\n    return [model.to_dict() for model in OPENAI_MODELS]\n');
    expect(rolesIn(text, 'a.py').filter((role) => role !== 'mentions')).toEqual(['lists', 'lists']);
  });

  it.each([
    ['a.py', 'for m in OPENAI_MODELS:\n    client.chat.completions.create(model=m.id, messages=[])\n'],
    ['a.py', 'answers = [litellm.completion(m.id, messages=[]) for m in OPENAI_MODELS]\n'],
    ['a.py', 'def ask(model):\n    client.create(model=model)\nfor m in OPENAI_MODELS:\n    ask(m.id)\n'],
    ['a.ts', 'for (const m of OPENAI_MODELS) await client.chat.completions.create({ model: m.id });\n'],
    [
      'a.ts',
      'await Promise.all(OPENAI_MODELS.map((m) => client.chat.completions.create({ model: m.id })));\n',
    ],
  ])('is no list whose elements a loop asks: %s %s', (path, last) => {
    const text = path === 'a.ts' ? options(last).replaceAll('ModelOption', 'new ModelOption') : options(last);
    expect(rolesIn(text, path).filter((role) => role !== 'mentions')).toEqual(['calls', 'calls']);
  });

  it('is a list of options where another part of the text asks', () => {
    const text = options(
      'for m in OPENAI_MODELS:\n    menu.add(m.name)\n\nclient.chat.completions.create(model=chosen, messages=[])\n',
    );
    expect(rolesIn(text, 'a.py').filter((role) => role !== 'mentions')).toEqual(['lists', 'lists']);
  });

  it('is each element of a list in brackets, whatever stands before it', () => {
    const models = (list: string): string =>
      `endpoints:\n  - name: groq\n    baseURL: https://api.groq.com/openai/v1/\n    models: { default: [${list}] }\n`;
    for (const list of ['openai/gpt-oss-20b, qwen/qwen3-32b', 'qwen/qwen3-32b, openai/gpt-oss-20b'])
      expect(new Set(rolesIn(models(list), 'librechat.yaml'))).toEqual(new Set(['lists']));
  });

  it('is no list of what an evaluation asks in turn, also where tests alone stand beside it', () => {
    const text = 'providers:\n  - openai:gpt-4o\n  - id: openai:o3-mini\ntests: []\n';
    expect(rolesIn(text, 'promptfooconfig.yaml')).toEqual(['calls', 'calls']);
  });
});
