import { describe, expect, it } from 'vitest';
import { createCatalog } from '../../../src/core/catalog/createCatalog';
import { Collector } from '../../../src/core/detect/collector';
import { detectReferences } from '../../../src/core/detect/detectReferences';
import { readLanguage } from '../../../src/core/detect/readers/read';
import { hostRecord, service } from '../../support/hosts';
import { CATALOG, detect, roles } from './marked';

describe('a name for people in a record of a provider', () => {
  const inRecord = (entries: string) => roles(`llms:\n  a:\n${entries}    provider: open_ai\n`, 'llms.yml');

  it('is no model beside the name that programs ask for', () => {
    expect(inRecord('    display_name: GPT-3.5-TURBO\n    name: gpt-3.5-turbo\n')).toEqual([
      ['gpt-3.5-turbo', 'calls'],
    ]);
  });

  it('is the model where it is the only name', () => {
    expect(inRecord('    display_name: GPT-3.5-TURBO\n')).toEqual([['GPT-3.5-TURBO', 'calls']]);
  });
});

describe('a file of weights', () => {
  it.each([
    ['"..\\\\LLama.Unittest\\\\Models\\\\llama-2-7b-chat.Q4_0.gguf"', 'test'],
    ['"../tests/models/llama-2-7b-chat.Q4_0.gguf"', 'test'],
    ['"../Acme.Tests/llama-2-7b-chat.Q4_0.gguf"', 'test'],
    ['"Models/llama-2-7b-chat.Q4_0.gguf"', 'product'],
  ])('is of the tests where it lies below their folder: %s', (value, context) => {
    const { references } = detect(`{\n  "ModelPath": ${value}\n}\n`, 'web/appsettings.json');
    expect(references.map((reference) => reference.context)).toEqual([context]);
  });
});

describe('the id of a provider', () => {
  it('is no model, and says whose the models beside it are', () => {
    const safety = '- provider_id: llama-guard\n  provider_type: remote::ollama\n';
    const model = '- model_id: llama3.1:8b\n  provider_id: ollama\n';
    expect(detect(`${safety}models:\n${model}`, 'run.yaml').references.map(({ text }) => text)).toEqual([
      'llama3.1:8b',
    ]);
  });
});

describe('a name that only the records of a host have', () => {
  const URL = 'https://llm.house.dev/v1';
  const gateway = hostRecord('house', {
    endpoints: ['llm.house.dev'],
    names: [service('house-fast'), service('fast', { aliases: ['quick'] }), service('標準')],
  });
  const catalog = createCatalog({
    date: CATALOG.date,
    licenses: [],
    families: [],
    hosts: [...CATALOG.hosts, gateway],
    familyNames: { hints: [], unrelated: [] },
    sources: {},
    organizations: CATALOG.organizations,
    models: CATALOG.models,
  });
  const uses = (path: string, text: string): readonly unknown[] =>
    detectReferences(text, { path, catalog }).references.map((one) => [one.text, one.role, one.host]);

  it.each([
    ['a.py', `requests.post("${URL}/chat/completions", json={"model": "%", "messages": []})`],
    ['a.py', `from llama_index.llms.openai_like import OpenAILike\nOpenAILike(model="%", api_base="${URL}")`],
    ['a.py', `MODEL = "%"\nc = OpenAI(base_url="${URL}")\nc.chat.completions.create(model=MODEL)`],
    ['A.java', `OpenAiChatModel.builder().baseUrl("${URL}").modelName("%").build();`],
    ['a.ts', `fetch("${URL}/chat/completions", { body: JSON.stringify({ model: "%", messages: [] }) });`],
    [
      'a.ts',
      `const gw = new OpenAI({ baseURL: "${URL}" });\ngw.chat.completions.create({ model: "%", messages: m });`,
    ],
    ['a.R', `chat <- chat_vllm("${URL}", model = "%")`],
    ['.env', `OPENAI_BASE_URL=${URL}\nOPENAI_MODEL=%\nSPEED=fast\n`],
    [
      'values.yaml',
      `app:\n  env:\n    - name: OPENAI_BASE_URL\n      value: ${URL}\n    - name: OPENAI_MODEL\n      value: %\n`,
    ],
    [
      'compose.yaml',
      `services:\n  webui:\n    environment:\n      OPENAI_API_BASE_URL: ${URL}\n      DEFAULT_MODELS: %\n`,
    ],
    [
      'Program.cs',
      `var opts = new OpenAIClientOptions { Endpoint = new Uri("${URL}") };\nvar a = new ChatClient("%", new ApiKeyCredential(key), opts);`,
    ],
  ])('is a model there, whatever it is like: %s %s', (path, text) => {
    for (const name of ['house-fast', 'fast', 'quick', '標準'])
      expect(uses(path, text.replace('%', name))).toEqual([[name, 'calls', 'house']]);
  });

  it.each([
    [
      'a.py',
      `c = OpenAI(base_url="${URL}")\nc.chat.completions.create(model=os.getenv("M", "%"), messages=[])`,
    ],
  ])('is one where no key is, if it is no plain word: %s', (path, text) => {
    expect(uses(path, text.replace('%', 'house-fast'))).toEqual([['house-fast', 'calls', 'house']]);
    expect(uses(path, text.replace('%', 'fast'))).toEqual([]);
  });

  it.each([
    [
      'a.py',
      `c = OpenAI(base_url="${URL}")\nc.chat.completions.create(model="gpt-4o", mode="fast", service_tier="fast")`,
    ],
    ['a.yaml', 'car:\n  model: fast\n'],
    ['a.yml', `- api_base: ${URL}\n  model: gpt-4o\n  name: House-fast\n`],
  ])('is none for another thing: %s %s', (path, text) => {
    expect(uses(path, text).filter((one) => JSON.stringify(one).includes('fast'))).toEqual([]);
  });

  it.each([
    'OpenAI(base_url="https://api.groq.com/openai/v1").chat.completions.create(model="fast")',
    'c = OpenAI(base_url="https://api.groq.com/openai/v1")\nc.chat.completions.create(model="fast")',
  ])('is that of another host where its client gets it: %s', (text) => {
    expect(uses('a.py', text)).toEqual([['fast', 'calls', 'groq']]);
  });
});

it('tells only what stands at the places that are asked for', () => {
  const text = 'ask(model="gpt-4o", other="gpt-4o-mini")  # or gpt-4.1\nask(model="gpt-4o")\n';
  const read = (only?: readonly number[]): readonly number[] => {
    const collector = new Collector(text, CATALOG, { only });
    readLanguage(collector, 'python', { start: 0, end: text.length });
    return collector.result().references.map(({ range }) => range.start);
  };
  const all = read();
  expect(all.length).toBeGreaterThan(2);
  expect(read([all[0]!, all.at(-1)!])).toEqual([all[0], all.at(-1)]);
  expect(read([])).toEqual([]);
});

describe('a variable that is called like words for people', () => {
  /** The role of the only name of a text. */
  const rolesIn = (text: string, path: string): readonly string[] =>
    detect(text, path).references.map(({ role, host }) => `${role} ${host}`);
  const OPENAI = 'from openai import OpenAI\nclient = OpenAI()\n';
  const BUILDER = 'OpenAiChatModel.builder().apiKey(k)';

  it.each([
    [
      'a.py',
      `summary = "gpt-4-32k-0613"\n${OPENAI}client.chat.completions.create(model=summary, messages=[])\n`,
    ],
    [
      'a.py',
      `${OPENAI}def f(summary="gpt-4-32k-0613"):\n    client.chat.completions.create(model=summary)\n`,
    ],
    [
      'a.py',
      `${OPENAI}class A:\n    def __init__(self):\n        self.title = "gpt-4-32k-0613"\n` +
        '    def go(self):\n        return client.chat.completions.create(model=self.title)\n',
    ],
    [
      'a.ts',
      `import OpenAI from 'openai';\nconst description = 'gpt-4-32k-0613';\nconst client = new OpenAI();\n` +
        'await client.chat.completions.create({ model: description, messages: [] });\n',
    ],
    [
      'A.java',
      `class A {\n  static final String SUMMARY = "gpt-4-32k-0613";\n  M x = ${BUILDER}.modelName(SUMMARY);\n}\n`,
    ],
    [
      'a.php',
      `<?php\n$text = 'gpt-4-32k-0613';\n$c = OpenAI::client($k);\n$c->chat()->create(['model' => $text]);\n`,
    ],
    ['a.cs', 'using OpenAI.Chat;\nvar label = "gpt-4-32k-0613";\nChatClient c = new ChatClient(label, k);\n'],
  ])('is called where a client gets it: %s %j', (path, text) =>
    expect(rolesIn(text, path)).toEqual(['calls openai']),
  );

  it('is only named where nothing gets it as a model', () => {
    const text = `${OPENAI}title = "gpt-4-32k-0613"\nclient.responses.create(model=pick(), input=title)\n`;
    expect(rolesIn(text, 'a.py')).toEqual(['mentions openai']);
  });
});
