import { describe, expect, it } from 'vitest';
import { detect, roles } from '../marked';

describe("a list of a service's models that was kept", () => {
  it.each([
    [
      'tags.json',
      '{ "models": [{ "name": "llama3.1:latest", "model": "llama3.1:latest", "modified_at": "2024-12-08", "size": 4 }] }',
    ],
    [
      'a.dart',
      'final geminiModels = [{"name": "models/gemini-1.5-flash", "inputTokenLimit": 4096, "outputTokenLimit": 1024}];',
    ],
  ])('in %s uses none: %s', (path, text) => {
    const roles = detect(text, path).references.map(({ role }) => role);
    expect(roles.filter((role) => role !== 'lists' && role !== 'mentions')).toEqual([]);
  });
});

describe('a document in a string that a test compares with', () => {
  it.each([
    [
      'src/test/java/ATest.java',
      'assertThat(body).isEqualTo("{\\"model\\":\\"gpt-4o\\",\\"temperature\\":0.7}");',
    ],
    ['src/test/java/ATest.java', 'assertTrue(curl.contains("-d \'{\\"model\\":\\"gpt-4o\\"}\'"));'],
    [
      'src/test/java/ATest.java',
      'assertThat(body).isEqualTo("""\n    {\n      "model": "gpt-4o",\n      "messages": []\n    }\n    """);',
    ],
    ['tests/test_a.py', 'assert body == \'{"model": "gpt-4o", "messages": []}\''],
  ])('names no use: %s %s', (path, text) => {
    expect(roles(`${text}\n`, path)).toEqual([['gpt-4o', 'lists']]);
  });

  it('is a request where it is sent', () => {
    expect(
      roles(
        'client.post("/v1/chat/completions", "{\\"model\\":\\"gpt-4o\\"}");\n',
        'src/test/java/ATest.java',
      ),
    ).toEqual([['gpt-4o', 'calls']]);
  });
});

describe('a record in a test', () => {
  const head = 'name: x\nmodel:\n  id: claude-sonnet-4-5\n  provider: anthropic\n';

  it.each([
    ['tests/a.prompty', `---\n${head}---\nuser:\nHi\n`, 'calls'],
    ['tests/a.yaml', head, 'lists'],
  ])('is a request where it is the head of a prompt: %s', (path, text, role) => {
    expect(roles(text, path)).toEqual([['claude-sonnet-4-5', role]]);
  });
});

describe('a table of short names', () => {
  const NAMES = '"tiny" = "ollama://tinyllama"\n"own" = "hf://acme/thing-GGUF"\n"far" = "openai://gpt-4o"\n';

  it('offers what they stand for', () => {
    expect(roles(`[shortnames]\n${NAMES}`, 'shortnames.conf').map(([, role]) => role)).toEqual([
      'lists',
      'lists',
      'lists',
    ]);
  });

  it('is no other table', () => {
    expect(roles(`[models]\n${NAMES}`, 'shortnames.conf').map(([, role]) => role)).toEqual([
      'loads',
      'loads',
      'calls',
    ]);
  });
});

describe('a pattern that begins with a whole name', () => {
  it.each([
    ['a.json', '{"allow": ["gpt-4o*"]}'],
    ['a.yaml', 'allow:\n  - gpt-4o*\n'],
    ['a.py', 'ALLOWED = ["gpt-4o*"]'],
  ])('lists it: %s', (path, text) => {
    expect(roles(text, path)).toEqual([['gpt-4o', 'lists']]);
  });

  it('lists nothing where it goes on', () => {
    expect(roles('{"allow": ["gpt-4-*", "gpt-9*"]}', 'a.json')).toEqual([]);
  });
});

describe('a record of results in block style', () => {
  const record = (name: string): string =>
    `- dirname: 2024-06-20\n  test_cases: 133\n  model: ${name}\n  pass_rate_1: 57.1\n  commit_hash: 35f21b5\n  command: aider --model ${name}\n  total_cost: 3.6\n`;

  it('says which model ran', () => {
    expect(
      roles(record('openrouter/anthropic/claude-3.5-sonnet') + record('openai/gpt-4o'), 'a.yml'),
    ).toEqual([
      ['openrouter/anthropic/claude-3.5-sonnet', 'lists'],
      ['openrouter/anthropic/claude-3.5-sonnet', 'lists'],
      ['openai/gpt-4o', 'lists'],
      ['openai/gpt-4o', 'lists'],
    ]);
  });

  it('is a setting where it stands alone', () => {
    expect(roles('- model: openai/gpt-4o\n  date: 2024\n', 'a.yml')).toEqual([['openai/gpt-4o', 'calls']]);
  });
});

describe('a place that asks nothing', () => {
  it.each([
    ['a.rs', 'if !matches!(model, "codestral-embed" | "codestral-embed-2505") {}', 2],
    ['a.rb', "case id\nwhen /command-r-plus/ then 'command-r-plus'\nend", 1],
    [
      'tests/a.rs',
      'const BODY: &str = r#"{\n  "object": "list",\n  "model": "text-embedding-3-small",\n  "data": []\n}"#;',
      1,
    ],
    ['a.json', '{"data": [], "first_id": "claude-opus-4-1-20250805", "has_more": false}', 1],
    ['a.py', 'raise RateLimitError(message="x", llm_provider="openai", model="gpt-4o")', 1],
    ['a.py', 'raise Exception("x", model="gpt-4o")', 1],
    [
      'countTokens.ts',
      'export function count(text: string, modelName = "gpt-4o") { return getEncoding(modelName).encode(text).length; }',
      1,
    ],
    ['a.kt', 'val GPT4O = ModelInfo("gpt-4o", 8192)\nval GPT35 = ModelInfo("gpt-3.5-turbo", 4096)', 2],
    [
      'a.kt',
      'val A: Model = Model(\n  provider = Provider.Ollama,\n  id = "llama3.1:8b",\n)\nval B: Model = Model(\n  id = "gpt-4o",\n)\nval C: Model = Model(\n  id = "gpt-4o-mini",\n)',
      3,
    ],
    [
      'a.ts',
      'const M = {\n  "llama3.1-405b": "meta/meta-llama-3.1-405b-instruct" as any,\n  "mistral-8x7b": "mistralai/mixtral-8x7b-instruct-v0.1" as any,\n};',
      2,
    ],
  ])('lists the name: %s %s', (path, text, count) => {
    const found = roles(text, path);
    expect(found.length).toBeGreaterThanOrEqual(count);
    expect(found.every(([, role]) => role === 'lists')).toBe(true);
  });

  it.each([
    ['a.kt', 'val one = ChatAgent("gpt-4o")\nval two = ChatAgent("gpt-3.5-turbo")'],
    ['a.py', 'client.chat(message="x", model="gpt-4o")'],
    ['a.py', 'explainError("x", model="gpt-4o")'],
  ])('is another than one that does: %s %s', (path, text) => {
    expect(roles(text, path).map(([, role]) => role)).toContain('calls');
  });
});

describe('a ledger of what is not used', () => {
  it.each([
    ['a.yaml', 'excluded_models:\n  - meta-llama/Llama-2-7b-chat-hf\n'],
    ['a.yaml', 'rejected:\n  - model: meta-llama/Llama-2-7b-chat-hf\n    reason: license\n'],
    ['a.yaml', 'exclusions:\n  - id: meta-llama/Llama-2-7b-chat-hf\n'],
    ['a.json', '{ "blockedModels": ["meta-llama/Llama-2-7b-chat-hf"] }'],
    ['a.toml', '[models]\ndeny_list = ["meta-llama/Llama-2-7b-chat-hf"]\n'],
    ['a.py', 'EXCLUDED_MODELS = ["meta-llama/Llama-2-7b-chat-hf"]\n'],
    ['a.ts', 'const notAllowedModels = ["meta-llama/Llama-2-7b-chat-hf"];\n'],
  ])('only mentions its names in %s: %j', (path, text) => {
    expect(roles(text, path)).toEqual([['meta-llama/Llama-2-7b-chat-hf', 'mentions']]);
  });

  it.each([
    ['a.yaml', 'model: meta-llama/Llama-2-7b-chat-hf\nexcluded: false\n', 'loads'],
    ['a.yaml', 'unblocked_model: meta-llama/Llama-2-7b-chat-hf\n', 'loads'],
    ['a.py', 'rejected = AutoModel.from_pretrained("meta-llama/Llama-2-7b-chat-hf")\n', 'loads'],
  ])('is not what only looks like one: %s %j', (path, text, role) => {
    expect(roles(text, path)).toEqual([['meta-llama/Llama-2-7b-chat-hf', role]]);
  });
});

describe('what is done with what was rejected', () => {
  it.each([
    ['a.yaml', 'handlers:\n  rejected:\n    provider: openai\n    model: gpt-4o\n    prompt: say so\n'],
    ['a.yaml', 'rejected:\n  provider: openai\n  model: gpt-4o\n  prompt: say so\n  note: x\n'],
    ['a.yaml', 'rejected:\n  provider: openai\n  model: gpt-4o\n  prompt: say so\n  by: support\n'],
    ['a.yaml', 'excluded:\n  provider: openai\n  model: gpt-4o\n  prompt: say why\n'],
    ['config/rejections.yaml', 'provider: openai\nmodel: gpt-4o\nprompt: say why\n'],
    ['config/rejections.yaml', 'llm:\n  provider: openai\n  model: gpt-4o\n'],
    ['a.py', 'HANDLERS = {"blocked": {"provider": "openai", "model": "gpt-4o"}}\n'],
    ['a.toml', '[handlers.denied]\nprovider = "openai"\nmodel = "gpt-4o"\n'],
    [
      'a.ts',
      'const flow = { blocked: { model: "gpt-4o" } };\nawait openai.chat.completions.create({ model: flow.blocked.model });\n',
    ],
  ])('is asked, in %s: %j', (path, text) => {
    expect(roles(text, path)).toEqual([['gpt-4o', 'calls']]);
  });

  it.each([
    ['a.yaml', 'rejected:\n  - model: gpt-4o\n    provider: openai\n'],
    ['a.yaml', 'rejected:\n  model: gpt-4o\n  provider: openai\n  reason: too dear\n'],
    ['a.yaml', 'rejected:\n  model: gpt-4o\n  prompt: too long\n  reason: too dear\n'],
    ['a.yaml', 'rejected:\n  model: gpt-4o\n  provider: openai\n  note: too dear\n'],
    ['a.yaml', 'rejected:\n  - model: gpt-4o\n    prompt: long\n    date: 2026-01-02\n'],
    ['a.yaml', 'exclude:\n  - model: gpt-4o\n    provider: openai\n    temperature: 0\n'],
  ])('is not what a ledger says of it, in %s: %j', (path, text) => {
    expect(roles(text, path)).toEqual([['gpt-4o', 'mentions']]);
  });
});

describe('a ledger of what is not used', () => {
  const entry = '- {parent: thing, variant: gpt-4o, reason: "alias"}\n';

  it('is told by the name of its file', () => {
    expect(roles(entry, 'ci/variant-exclusions.yaml')).toEqual([['gpt-4o', 'mentions']]);
    expect(roles(entry, 'ci/variants.yaml')).not.toContainEqual(['gpt-4o', 'mentions']);
  });
});

describe('what a server made for tests is told to offer', () => {
  const rolesOf = (text: string, path: string): readonly string[] =>
    detect(text, path).references.map(({ role }) => role);

  it.each([
    'build/ollamock --addr 127.0.0.1:1 --models "llama3.1:8b,shared" > /tmp/x.log\n',
    'npx mock-openai --port 1 --model gpt-4o\n',
    'make x && ./fake-server --model gpt-4o\n',
  ])('is no model: %s', (text) => {
    expect(rolesOf(text, 'a.sh')).toEqual(['lists']);
    expect(rolesOf(`Run:\n\n\`\`\`bash\n${text}\`\`\`\n`, 'a.md')).toEqual(['lists']);
  });

  it.each([
    'ollama run llama3.1:8b\n',
    './fake-server; ollama run llama3.1:8b\n',
    'python3 mock_interview.py --model meta-llama/Llama-3.1-8B-Instruct\n',
    './fake-news-detector --model meta-llama/Llama-3.1-8B-Instruct\n',
  ])('is one: %s', (text) => {
    expect(rolesOf(text, 'a.sh')).toEqual(['loads']);
  });
});

describe('a cell of a table of data', () => {
  it.each(['a.csv', 'a.tsv'])('in %s says only that the name is known', (path) => {
    const mark = path === 'a.csv' ? ',' : '\t';
    const text = `task${mark}model\nchat${mark}gpt-4o\n`;
    expect(detect(text, path).references.map(({ role }) => role)).toEqual(['lists']);
  });
});

describe('what a record says that its model comes instead of', () => {
  it('is not used', () => {
    expect(
      roles('const C = [\n  { model: "acme/thing-7b", replaces: "acme/thing-3b" },\n];\n', 'a.ts'),
    ).toContainEqual(['acme/thing-3b', 'mentions']);
  });
});

describe('a record that stands in for another in a test', () => {
  it.each([
    ['a.test.js', "const mockDeployment = {\n  Params: { ModelId: 'amazon.titan-text-express-v1' },\n};\n"],
    ['a.test.ts', "const fakeConfig: Config = { modelId: 'amazon.titan-text-express-v1' };\n"],
    ['tests/test_a.py', "MOCK_DEPLOYMENT = {'model_id': 'amazon.titan-text-express-v1'}\n"],
    ['a_test.go', 'stubModel := &v1.Model{TargetModel: "amazon.titan-text-express-v1"}\n'],
  ])('lists its models: %s %s', (path, text) => {
    expect(roles(text, path)).toEqual([['amazon.titan-text-express-v1', 'lists']]);
  });

  it.each([
    ['a.js', "const mockDeployment = { ModelId: 'amazon.titan-text-express-v1' };\n"],
    ['a.test.js', "const deployment = { ModelId: 'amazon.titan-text-express-v1' };\n"],
    ['a.test.js', "const mockingbird = { ModelId: 'amazon.titan-text-express-v1' };\n"],
    ['a.test.js', "const mockRequest = { modelId: 'amazon.titan-text-express-v1', messages: [] };\n"],
  ])('names one that is asked where it stands in for none, or is a request: %s %s', (path, text) => {
    expect(roles(text, path)).toEqual([['amazon.titan-text-express-v1', 'calls']]);
  });
});

describe('a variable of a prompt that is tried', () => {
  const roleIn = (provider: string): unknown =>
    roles(
      `prompts: [file://a.j2]\nproviders:\n  - id: ${provider}\ndefaultTest:\n  vars:\n    image_model: "gpt-image-1"\n`,
      'promptfooconfig.yaml',
    ).find(([name]) => name === 'gpt-image-1')?.[1];

  it('asks nothing, but where a provider is made of it', () => {
    expect(roleIn('openai:gpt-4o')).toBe('mentions');
    expect(roleIn("'openai:image:{{ image_model }}'")).toBe('calls');
  });

  it('is a setting in a file that tries none', () => {
    expect(roles('prompts: []\nvars:\n  image_model: "gpt-image-1"\n', 'a.yaml')).toEqual([
      ['gpt-image-1', 'calls'],
    ]);
  });
});

describe('what must or must not stand in an answer', () => {
  const tests = (lines: string): string => `providers: [x]\ntests:\n  - assert:\n${lines}`;

  it.each([
    ['a.yaml', tests('      - type: not-contains\n        value: gpt-4o\n')],
    ['a.yaml', tests('      - value: gpt-4o\n        weight: 2\n        type: equals\n')],
    ['a.yaml', tests('      - type: not-icontains-any\n        value:\n          - x\n          - gpt-4o\n')],
    ['a.yaml', tests('      - {type: contains-all, value: [x, gpt-4o]}\n')],
    ['a.json', '{"tests": [{"assert": [{"type": "starts-with", "value": "gpt-4o"}]}]}'],
    ['a.ts', "export default { tests: [{ assert: [{ type: 'icontains', value: 'gpt-4o' }] }] };\n"],
  ])('is asked nothing: %s %s', (path, text) => {
    expect(roles(text, path)).toEqual([['gpt-4o', 'mentions']]);
  });

  it.each([
    ['has another kind', tests('      - type: model\n        value: gpt-4o\n')],
    ['judges', tests('      - type: llm-rubric\n        value: polite\n        provider: openai:gpt-4o\n')],
    [
      'judges beside one that compares',
      tests('      - type: contains\n        value: x\n      - type: model\n        value: gpt-4o\n'),
    ],
    ['is none', 'checks:\n  - type: contains\n    value: x\n    model: gpt-4o\n'],
  ])('is asked where an assertion %s', (_, text) => {
    expect(roles(text, 'a.yaml').map(([, role]) => role)).toEqual(['calls']);
  });

  it('is told by its own kind, and not by that of one beside it', () => {
    const two = (kind: string): string =>
      `{"assert": [{"type": "contains", "value": "x"}, {"type": "${kind}", "value": "gpt-4o"}]}`;
    expect(roles(two('contains'), 'a.json')).toEqual([['gpt-4o', 'mentions']]);
    expect(roles(two('model'), 'a.json')).toEqual([['gpt-4o', 'lists']]);
  });
});

describe('a value that a view is shown with', () => {
  it.each([
    ['a.ts', "export const PREVIEW_SAMPLE: Sample = {\n  id: '1',\n  model: 'gpt-4o',\n};\n"],
    ['a.swift', 'extension Talk {\n  static let preview = Talk(model: "gpt-4o")\n}\n'],
    ['a.kt', 'val previewState = State(model = "gpt-4o")\n'],
    ['a.dart', "final previewMessages = [Message(model: 'gpt-4o')];\n"],
  ])('is none that is asked for, in %s', (path, text) => {
    expect(detect(text, path).references.map(({ role }) => role)).toEqual(['mentions']);
  });

  it.each([
    ['a.ts', "const previewRequest = { model: 'gpt-4o' };\n"],
    ['a.ts', "const preview = { model: 'gpt-4o', messages };\nawait client.create(preview);\n"],
    ['a.ts', "const preview = await ask({ model: 'gpt-4o' });\n"],
    ['a.ts', "const previewData = { model: 'gpt-4o', provider: 'openai' };\nawait ask(previewData);\n"],
    ['a.py', "preview_data = {'model': 'gpt-4o'}\nreply = generate_text('x', preview_data)\n"],
    ['a.swift', 'let preview = ChatSession(model: "gpt-4o")\n'],
    ['a.ts', "const preview = true;\nconst config = { model: 'gpt-4o' };\n"],
  ])('is asked for where it is something else: %s %s', (path, text) => {
    expect(detect(text, path).references.map(({ role }) => role)).toEqual(['calls']);
  });
});

describe('a member of an enumeration', () => {
  const member = (url: string): string => `enum M {\n  a(modelUrl: '${url}');\n}\n`;

  it('is listed, but what a program downloads for it is loaded', () => {
    const file = 'https://huggingface.co/openai/whisper-large-v3/resolve/main/model.tflite';
    expect(roles(member(file), 'a.dart')).toEqual([['openai/whisper-large-v3', 'loads']]);
    expect(roles(member('openai/whisper-large-v3'), 'a.dart')).toEqual([
      ['openai/whisper-large-v3', 'lists'],
    ]);
  });
});

describe('what a schema tells its readers of a field', () => {
  const resource = (field: string): string =>
    'kind: CustomResourceDefinition\nspec:\n  versions:\n    - name: v1\n      schema:\n        openAPIV3Schema:\n' +
    `          properties:\n            body:\n${field}`;
  const block =
    '              description: |-\n                Sets a field.\n\n                Input:\n' +
    '                  {\n                    "model": "gpt-4o",\n                    "tier": "default"\n                  }\n';

  it.each([
    ['crd.yaml', resource(block)],
    [
      'crd.yaml',
      resource('              example:\n                model: gpt-4o\n                stream: true\n'),
    ],
  ])('is a mention in %s: %s', (path, text) => expect(roles(text, path)).toEqual([['gpt-4o', 'mentions']]));

  it.each([
    ['job.yaml', `spec:\n  job:\n${block}`],
    ['job.yaml', '# see openapi.yaml\nproperties:\n  listing:\n    description:\n      model: gpt-4o\n'],
    ['crd.yaml', resource('              model: gpt-4o\n')],
  ])('is as ever elsewhere in %s: %s', (path, text) =>
    expect(roles(text, path)).toEqual([['gpt-4o', 'calls']]),
  );
});

describe('what a test of Clojure compares', () => {
  it.each([
    ['(is (= "gpt-4o" (:model @opts*)))'],
    ['(is (= {:model "gpt-4o"}\n         (dissoc request :messages)))'],
    ['(is (not= (:model request) "gpt-4o"))'],
  ])('is not asked: %s', (text) => {
    expect(roles(`(deftest a\n  ${text})\n`, 'test/a_test.clj')).toEqual([['gpt-4o', 'lists']]);
  });

  it.each([
    ['(is (= "hi" (ask {:model "gpt-4o" :messages []})))'],
    ['(is (ask {:model "gpt-4o" :messages []}))'],
    ['(when (= mode "x") (ask {:model "gpt-4o" :messages []}))'],
  ])('is asked where a call gets it: %s', (text) => {
    expect(roles(`(deftest a\n  ${text})\n`, 'test/a_test.clj')).toEqual([['gpt-4o', 'calls']]);
  });
});

describe('a setting that is put into another one', () => {
  const connector = (path: string): string =>
    JSON.stringify({
      parameters: { model_name: 'amazon.titan-embed-text-v1', service_name: 'bedrock', max_input_size: '1' },
      actions: [{ url: `https://bedrock-runtime.us-east-1.amazonaws.com/model/${path}/invoke` }],
    });

  it('is used, whatever stands beside it', () => {
    expect(roles(connector('${parameters.model_name}'), 'a.json')).toEqual([
      ['amazon.titan-embed-text-v1', 'calls'],
    ]);
    expect(roles(connector('${parameters.other}'), 'a.json')).toEqual([
      ['amazon.titan-embed-text-v1', 'lists'],
    ]);
  });
});

describe('what a matcher of a test expects in a collection', () => {
  it.each([
    [
      'ATest.kt',
      'assertThat(models.map { it.name }).containsExactly("llama3.2:3b", "qwen3:1.7b").inOrder()\n',
    ],
    ['ATest.java', 'assertThat(names).containsOnly("llama3.2:3b");\n'],
    ['ATest.java', 'MatcherAssert.assertThat(names, hasItem("llama3.2:3b"));\n'],
  ])('is only listed: %s %s', (path, text) =>
    expect(new Set(roles(text, path).map(([, role]) => role))).toEqual(new Set(['lists'])),
  );

  it.each([
    ['ATest.kt', 'val model = if (cart.hasItems()) "llama3.2:3b" else "qwen3:1.7b"\n'],
    ['a.kt', 'models.containsExactly { it }; ollama.pull(model = "llama3.2:3b")\n'],
    ['ATest.kt', 'val chat = OllamaChatModel(model = "llama3.2:3b")\n'],
  ])('is used elsewhere: %s %s', (path, text) =>
    expect(roles(text, path).map(([, role]) => role)).not.toContain('lists'),
  );
});
