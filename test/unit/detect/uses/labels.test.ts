import { describe, expect, it } from 'vitest';
import { detectReferences } from '../../../../src/core/detect/detectReferences';
import { builtCatalog } from '../../../support/builtCatalog';
import { detect, roles } from '../marked';

describe('a name beside the id of its record', () => {
  it('is for people', () => {
    expect(
      roles('const M = {\n  id: "Xenova/all-MiniLM-L6-v2",\n  name: "all-MiniLM-L6-v2",\n};\n', 'a.js'),
    ).toContainEqual(['all-MiniLM-L6-v2', 'mentions']);
  });

  it('is for people where the maker stands before it in another way', () => {
    const text = [
      'class Args(BaseModel):',
      "    name: str = 'llama3.1-8b-instruct'",
      "    gpu_type: str = 'h100'",
      "    model_id: str = 'meta-llama/Meta-Llama-3.1-8B-Instruct'",
    ].join('\n');
    expect(roles(text, 'a.py')).toEqual([
      ['llama3.1-8b-instruct', 'mentions'],
      ['meta-llama/Meta-Llama-3.1-8B-Instruct', 'loads'],
    ]);
  });

  it('is what is used where the id is of something else', () => {
    expect(
      roles('const M = {\n  id: "acme/embedder",\n  name: "all-MiniLM-L6-v2",\n};\n', 'a.js'),
    ).toContainEqual(['all-MiniLM-L6-v2', 'loads']);
  });
});

describe('a name under which a choice is shown', () => {
  it.each([
    [
      'a.json',
      '{ "modelId": { "__rl": true, "value": "gpt-3.5-turbo", "cachedResultName": "GPT-3.5-TURBO" } }',
    ],
    ['a.ts', "const M = { id: 'gpt-3.5-turbo', displayName: 'gpt-3.5-turbo-0125' };\n"],
    ['a.py', 'M = dict(model="gpt-3.5-turbo", display_name="gpt-3.5-turbo-0125")\n'],
    ['a.yaml', 'model: "gpt-3.5-turbo"\nfriendly_name: gpt-3.5-turbo-0125\n'],
  ])('is for people in %s: %s', (path, text) => {
    expect(roles(text, path)).toContainEqual([expect.stringMatching(/TURBO|0125/), 'mentions']);
  });

  it('is what is used where nothing beside it names a model', () => {
    expect(roles('{ "modelId": { "value": "7", "cachedResultName": "gpt-3.5-turbo" } }', 'a.json')).toEqual([
      ['gpt-3.5-turbo', 'calls'],
    ]);
  });
});

describe('a name that is the same as the id beside it', () => {
  const rolesOf = (path: string, text: string): readonly string[] =>
    detect(text, path).references.map(({ role }) => role);

  it.each([
    ['a.java', 'class A { void a() { add(createModel("gpt-4o", "gpt-4o", "chat")); } }'],
    ['a.py', "client.add('gpt-4o', 'gpt-4o')"],
    ['a.json', '{"llm": {"model": "gpt-4o", "name": "gpt-4o"}}'],
    ['a.ts', "const llm = { name: 'gpt-4o', model: 'gpt-4o' };"],
    ['a.yaml', 'models:\n  - name: gpt-4o\n    value: gpt-4o\n    provider: openai\n'],
    ['a.yaml', 'models:\n  - {name: gpt-4o, value: gpt-4o, provider: openai}\n'],
    ['a.json', '{"models": [{"name": "gpt-4o", "value": "gpt-4o", "provider": "openai"}]}'],
  ])('is mentioned once in %s: %s', (path, text) => {
    expect([...rolesOf(path, text)].sort()).toEqual(['calls', 'mentions']);
  });

  it.each([
    ['a.java', 'class A { void a() { add(createModel("gpt-4o", "gpt-4o-mini", "chat")); } }'],
    ['a.ts', "const llm = { name: 'gpt-4o', model: 'gpt-4o-mini' };"],
  ])('is not where they differ: %s', (path, text) => {
    expect(rolesOf(path, text)).not.toContain('mentions');
  });
});

describe('the name and value of a setting', () => {
  it.each([
    ['a.yaml', 'llm:\n  provider: openai\n  options:\n    - name: model\n      value: gpt-4o\n'],
    ['a.yaml', 'llm:\n  provider: openai\n  options:\n    - {name: llm_model, value: gpt-4o}\n'],
    [
      'a.yaml',
      'llm:\n  provider: openai\n  options:\n    - name: engine\n      value: gpt-4o\n    - name: temperature\n      value: 0\n',
    ],
    [
      'a.json',
      '{"node": "llm", "options": [{"name": "model", "value": "gpt-4o"}, {"name": "temperature", "value": 1}]}',
    ],
    ['a.json', '{"node": "llm", "options": [{"value": "gpt-4o", "name": "model"}]}'],
    ['a.ts', 'export const node = { llm: "x", options: [{ key: "model", value: "gpt-4o" }] };'],
    ['a.json', '{"provider": "openai", "options": [{"name": "chat", "value": "gpt-4o"}]}'],
    ['a.yaml', 'node:\n  provider: openai\n  options:\n    - value: gpt-4o\n      id: chatModel\n'],
    ['a.json', '{"options": [{"label": "Chat", "id": "model_id", "value": "gpt-4o"}]}'],
  ])('are asked, in %s: %j', (path, text) => {
    expect(detect(text, path).references.map(({ role }) => role)).toEqual(['calls']);
  });
});

describe('the name and value of a choice', () => {
  it.each([
    ['a.yaml', 'options:\n  - name: Fast\n    value: gpt-4o\n  - name: Best\n    value: gpt-4.1\n'],
    ['a.ts', 'export const c = { choices: [{ name: "Our best model", value: "gpt-4o" }] };'],
    ['a.json', '{"options": [{"label": "GPT model", "value": "gpt-4o"}]}'],
    ['a.json', '{"options": [{"id": "model-1", "value": "gpt-4o"}, {"id": "model-2", "value": "gpt-4.1"}]}'],
    ['a.json', '{"options": [{"label": "Chat", "value": "gpt-4o"}, {"label": "Best", "value": "gpt-4.1"}]}'],
  ])('are only offered under another name, in %s: %j', (path, text) => {
    expect(new Set(detect(text, path).references.map(({ role }) => role))).toEqual(new Set(['lists']));
  });

  it.each([
    ['a.yaml', 'options:\n  - name: gpt-4o\n    value: gpt-4o\n    provider: openai\n'],
    ['a.yaml', 'options:\n  - name: gpt-4.1\n    value: gpt-4.1\n'],
    ['a.json', '{"choices": [{"name": "gpt-4o", "value": "gpt-4o", "provider": "openai"}]}'],
    ['a.ts', 'export const f = { options: [{ name: "gpt-4o", value: "gpt-4o" }] };'],
  ])('are only offered, in %s: %j', (path, text) => {
    expect(detect(text, path).references.map(({ role }) => role)).toEqual(['mentions', 'lists']);
  });
});

describe('the name of a format for calls of tools', () => {
  const record = (entry: string): string => `var known = Entry{\n  name: "gpt-4o",\n  ${entry},\n}\n`;

  it('is no model', () => {
    expect(roles(record('format: &XMLToolCallFormat{ScopeStart: "<x>"}'), 'a.go')).toEqual([
      ['gpt-4o', 'mentions'],
    ]);
  });

  it('is one where the format is of its answers', () => {
    expect(roles(record('format: "json"'), 'a.go')).toEqual([['gpt-4o', 'calls']]);
  });
});

describe('the name of a settings file', () => {
  const file = (backend: string): string => `name: "gpt-4o"\n\nconfig_file: |\n  backend: "${backend}"\n`;

  it('is an alias where an engine of the project runs the model', () => {
    expect(roles(file('llama-cpp'), 'a.yaml')).toEqual([['gpt-4o', 'mentions']]);
  });

  it('is asked for where the engine is for another model, in a block of its own', () => {
    const text = 'name: gpt-4o\nembedder:\n  provider: ollama\n  model: nomic-embed-text\n';
    expect(roles(text, 'config/llm.yaml')).toEqual([
      ['gpt-4o', 'calls'],
      ['nomic-embed-text', 'loads'],
    ]);
  });

  it('is asked for where a service runs it', () => {
    expect(roles(file('openai'), 'a.yaml')).toEqual([['gpt-4o', 'calls']]);
  });
});

describe('a repository that a text uploads to', () => {
  const upload =
    'parser.add_argument("--repo-id", default="acme/thing-7b")\napi.upload_folder(repo_id=args.repo_id, folder_path="x")\n';

  it('is no use', () => {
    expect(roles(`from huggingface_hub import HfApi\n${upload}`, 'a.py')).toEqual([
      ['acme/thing-7b', 'mentions'],
    ]);
  });

  it('is one where the text also loads', () => {
    expect(roles(`${upload}model = AutoModel.from_pretrained(args.repo_id)\n`, 'a.py')).toContainEqual([
      'acme/thing-7b',
      'loads',
    ]);
  });
});

describe('a name beside the file that is called like it', () => {
  it('is no other model', () => {
    expect(
      roles('MODELS = List.of(new Embedding("bge-small-en-v1.5-q", "bge-small-en-v1.5-q.onnx"));', 'A.java'),
    ).toEqual([
      ['bge-small-en-v1.5-q', 'mentions'],
      ['bge-small-en-v1.5-q.onnx', 'loads'],
    ]);
  });
});

describe('the name of a router', () => {
  it('is no model', () => {
    expect(roles('completion(model="openrouter/auto")\n', 'a.py')).toEqual([['openrouter/auto', 'mentions']]);
  });
});

describe('the name of a deployment in code', () => {
  const call = (model: string): string =>
    `e = AzureOpenAIEmbeddings(\n  ${model},\n  deployment="gpt-4-house",\n  azure_endpoint="https://a.openai.azure.com/",\n)\n`;

  it('is given by the project where the model is said', () => {
    expect(roles(call('model="text-embedding-ada-002"'), 'a.py')).toEqual([
      ['text-embedding-ada-002', 'calls'],
      ['gpt-4-house', 'mentions'],
    ]);
  });

  it('is asked for where it is not', () => {
    expect(roles(call('model=name'), 'a.py')).toEqual([['gpt-4-house', 'calls']]);
  });
});

describe('what a program calls its setting for a model', () => {
  it('is not asked for where the setting says another', () => {
    expect(
      roles(
        'P = [\n  {\n    preset_id: "gemini-embedding-001",\n    url: "https://generativelanguage.googleapis.com/v1beta/models/embedding-001:embedContent",\n  },\n]\n',
        'a.rb',
      ),
    ).toEqual([
      ['gemini-embedding-001', 'mentions'],
      ['embedding-001', 'calls'],
    ]);
    expect(roles('const A = [{ id: "gpt-4-turbo", model: "gpt-4o-2024-05-13" }];\n', 'a.ts')).toEqual([
      ['gpt-4-turbo', 'mentions'],
      ['gpt-4o-2024-05-13', 'calls'],
    ]);
  });

  it('is asked for where it says none', () => {
    expect(roles('const A = { id: "gpt-4-turbo", size: "large" };\n', 'a.ts')).toEqual([
      ['gpt-4-turbo', 'calls'],
    ]);
  });
});

describe('what a record says of its model', () => {
  it.each([
    ['a.ts', 'const M = [{ deployment: "gpt-4o-mini", parent: "gpt-4-0613", generation: "gpt-4o" }];\n'],
    ['a.py', 'M = {"id": "gpt-4o-mini", "generation": "gpt-4o"}\n'],
    ['a.ts', 'const M = { modelId: "gpt-4o-mini", provider: "OpenAI", family: "gpt-4o" };\n'],
    ['a.yaml', '- model: "gpt-4o-mini"\n  parent: gpt-4-0613\n'],
  ])('is asked for nothing: %s %s', (path, text) => {
    const [own, ...others] = roles(text, path);
    expect(own).toEqual(['gpt-4o-mini', 'calls']);
    for (const other of others) expect(other[1]).toBe('mentions');
  });

  it.each([
    ['a.yaml', 'rag:\n  name: rag\n  generation_model: gpt-4-0613\n'],
    ['a.yaml', 'rag:\n  model: gpt-4o-mini\n  generation: gpt-4-0613\n'],
    ['a.yaml', 'rag:\n  id: rag\n  parent: gpt-4-0613\n'],
    ['.env', 'MODEL=gpt-4o-mini\nGENERATION_MODEL=gpt-4-0613\n'],
    ['a.ts', 'const c = { name: "rag", generationModel: "gpt-4-0613" };\n'],
    ['a.ts', 'const c = { model: "gpt-4o-mini", provider: "OpenAI", family: "gpt-4-0613" };\n'],
  ])('is used where it is a model of its own: %s %s', (path, text) => {
    expect(roles(text, path).at(-1)).toEqual(['gpt-4-0613', 'calls']);
  });

  it('is asked for nothing beside a name of a service that no family tells', () => {
    const record = '{ label: "o4-mini", deployment: "o4-mini", parent: "o3-mini", generation: "o4" }';
    const used = roles(`const M = [${record}];\n`, 'a.ts').filter(([, role]) => role === 'calls');
    expect(used).toEqual([['o4-mini', 'calls']]);
  });

  it('is used where it is the only name', () => {
    expect(roles('step:\n  parent: "gpt-4-0613"\n  temperature: 0\n', 'a.yaml')).toEqual([
      ['gpt-4-0613', 'calls'],
    ]);
  });
});

describe('the tokenizer of the model beside it', () => {
  const ID = 'meta-llama/Llama-3.1-8B-Instruct';

  it('is told by the model', () => {
    expect(roles(`llm = Endpoint(model_id="${ID}", tokenizer_id="${ID}")\n`, 'a.py').at(-1)).toEqual([
      ID,
      'mentions',
    ]);
    expect(roles(`model: ${ID}\ntokenizer: ${ID}\n`, 'a.yaml').at(-1)).toEqual([ID, 'mentions']);
  });

  it('is loaded where the model is another', () => {
    expect(roles(`llm = Endpoint(model_id="acme/chat-8b", tokenizer_id="${ID}")\n`, 'a.py').at(-1)).toEqual([
      ID,
      'loads',
    ]);
  });
});

describe('an id that several records share', () => {
  const record = (name: string): string => `{"Id": "gpt-4", "Name": "${name}", "ApiKey": ""}`;

  it('is the name of a group', () => {
    expect(
      roles(`{"Provider": "openai", "Models": [${record('gpt-4o')}, ${record('gpt-4o-mini')}]}`, 'a.json'),
    ).toEqual([
      ['gpt-4', 'mentions'],
      ['gpt-4o', 'calls'],
      ['gpt-4', 'mentions'],
      ['gpt-4o-mini', 'calls'],
    ]);
  });

  it('is asked for where one record has it', () => {
    expect(roles(`{"Provider": "openai", "Models": [${record('gpt-4o')}]}`, 'a.json')[0]).toEqual([
      'gpt-4',
      'calls',
    ]);
  });
});

it.each([
  ['--outfile', ['llama-3-8b-q4.gguf']],
  ['--model', ['ggml-llama3-acme-f16.gguf', 'llama-3-8b-q4.gguf']],
])('a file that a command writes is none that it reads: %s', (flag, names) => {
  const text = `python convert.py models/a-7b ${flag} models/ggml-llama3-acme-f16.gguf\nllama-server -m llama-3-8b-q4.gguf\n`;
  expect(
    detect(text, 'a.sh')
      .references.filter(({ role }) => role !== 'mentions')
      .map(({ text: name }) => name),
  ).toEqual(names);
});

describe("the name that a router has for a service's model", () => {
  const uses = (text: string, path: string): readonly unknown[] =>
    detectReferences(text, { path, catalog: builtCatalog() }).references.map(({ id, role, host }) => [
      id,
      role,
      host,
    ]);

  it.each([
    ['a.json', '{"model": "cc/claude-haiku-4-5-20251001"}\n', 'claude-haiku-4-5-20251001'],
    ['a.kt', 'val MODEL = "cx/gpt-5.4-mini"\n', 'gpt-5.4-mini'],
  ])('is called, whoever runs it: %s %s', (path, text, id) => {
    expect(uses(text, path)).toEqual([[id, 'calls', null]]);
  });

  it.each([
    ['a.py', 'AutoTokenizer.from_pretrained("acme/gpt-4o")\n', 'acme/gpt-4o'],
    ['a.json', '{"model": "acme/gpt-4o-distill-7b"}\n', 'acme/gpt-4o-distill-7b'],
  ])('is none where a loader gets it, or it says a size: %s %s', (path, text, id) => {
    expect(uses(text, path)).toEqual([[id, 'loads', 'self']]);
  });
});

describe('the target of a build of images', () => {
  const rolesOf = (path: string, text: string): readonly string[] =>
    detectReferences(text, { path, catalog: builtCatalog() }).references.map(({ role }) => role);

  it.each([
    [
      '.github/workflows/a.yml',
      'steps:\n  - name: a\n    uses: docker/bake-action@v2\n    with:\n      push: true\n      targets: flux1-dev\n',
    ],
    ['docker-bake.hcl', 'group "default" {\n  targets = ["base", "flux1-dev"]\n}\n'],
    ['docker-bake.json', '{ "group": { "default": { "targets": ["flux1-dev"] } } }'],
  ])('is a name that the project gives, in %s: %s', (path, text) => {
    expect(rolesOf(path, text)).toEqual(['mentions']);
  });

  it.each([
    [
      'of another step',
      'steps:\n  - uses: docker/bake-action@v2\n  - name: b\n    with:\n      targets: gpt-4o\n',
    ],
    ['of what is tested', 'targets: [gpt-4o]\n'],
  ])('is not that %s', (_, text) => {
    expect(rolesOf('.github/workflows/a.yml', text)).not.toContain('mentions');
  });
});

describe('a name that a router of the text gives', () => {
  const list = '[{"model_name": "gpt-4-0613", "litellm_params": {"model": "azure/house", "api_base": base}}]';

  it('is no model for the router, but one for everybody else', () => {
    const asked = (callee: string): unknown =>
      roles(
        `router = Router(model_list=${list})\nr = ${callee}(model="gpt-4-0613", messages=m)\n`,
        'a.py',
      ).at(-1);
    expect(asked('router.completion')).toEqual(['gpt-4-0613', 'mentions']);
    expect(asked('await router.acompletion')).toEqual(['gpt-4-0613', 'mentions']);
    expect(asked('litellm.completion')).toEqual(['gpt-4-0613', 'calls']);
    expect(asked('completion')).toEqual(['gpt-4-0613', 'calls']);
  });
});

describe('the name of a tool that is called after its model', () => {
  const spec = "const spec = { name: 'gpt-image-1', title: t('x'), type: 'tool' };\n";

  it('is none where the text asks for the model', () => {
    expect(roles(`${spec}client.images.generate({ model: 'gpt-image-1', prompt });\n`, 'a.ts')).toEqual([
      ['gpt-image-1', 'mentions'],
      ['gpt-image-1', 'calls'],
    ]);
    expect(roles(spec, 'a.ts')).toEqual([['gpt-image-1', 'calls']]);
    expect(
      roles("const spec = { name: 'gpt-image-1' };\nask({ model: 'gpt-image-1' });\n", 'a.ts').map(
        ([, role]) => role,
      ),
    ).toEqual(['calls', 'calls']);
  });
});

describe('a word for a kind of models', () => {
  it.each([
    [
      'a.ts',
      "export function familyOf(id: string): string {\n  if (isSmall(id)) {\n    return 'x';\n  }\n  return 'dall-e-2';\n}\n",
    ],
    ['a.py', 'def model_kind(model):\n    if "embed" in model:\n        return "text-embedding-ada-002"\n'],
    ['a.go', 'func vendorFamily(m string) string {\n\treturn "gpt-4o"\n}\n'],
    [
      'a.py',
      'class A:\n    def kind(\n        self,\n    ) -> str:\n        if x:\n\n            return "gpt-4o"\n',
    ],
  ])('is no model that is asked: %s', (path, text) => {
    expect(new Set(roles(text, path).map(([, role]) => role))).toEqual(new Set(['lists']));
  });

  it.each([
    ['a.ts', "export function modelByFamily(f: string): string {\n  return 'dall-e-2';\n}\n"],
    ['a.ts', "export function modelFor(family: string): string {\n  return 'dall-e-2';\n}\n"],
    ['a.py', 'def model_kind(model):\n    return 1\n\ndef default_model():\n    return "gpt-4o"\n'],
    ['a.js', 'function familyOf(id) { return seen[id]; }\nconst pick = (k) => { return "gpt-4o"; };\n'],
    ['a.js', 'function familyOf(id) { return seen[id]; }\nclass A { static pick(x) { return "gpt-4o"; } }\n'],
    ['a.js', 'function familyOf(id) { return ids.map(() => { return "gpt-4o"; }); }\n'],
    [
      'a.py',
      'def kind(x):\n    return 1\n\nclass A:\n    model = lambda x: ask(x)\n    if x: return "gpt-4o"\n',
    ],
  ])('is none that a function gives back which chooses a model: %s', (path, text) => {
    expect(roles(text, path)).toEqual([[expect.any(String), 'calls']]);
  });
});

it('a label of two providers is no model', () => {
  const label = (name: string) =>
    roles(`const models = await fetchJson({ url, name: '${name}' });\n`, 'a.ts');
  expect(label('OpenAI/Zai')).toEqual([['OpenAI/Zai', 'mentions']]);
  expect(label('OpenAI/whale-7b')).toEqual([['OpenAI/whale-7b', 'loads']]);
});
