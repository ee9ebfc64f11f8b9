import { describe, expect, it } from 'vitest';
import { detect, roles } from '../marked';

const FILE = 'https://huggingface.co/ggml-org/gemma-3-4b-it-GGUF/resolve/main/gemma-3-4b-it-Q4_K_M.gguf';

describe('the address of a file of weights', () => {
  const rolesOf = (command: string, path: string): readonly string[] => [
    ...new Set(detect(command, path).references.map(({ role }) => role)),
  ];

  it.each([
    ['a.sh', `curl -sI "${FILE}" | grep -i etag\n`],
    ['a.sh', `curl --head ${FILE}\n`],
    ['a.sh', `wget -q --spider ${FILE}\n`],
    ['.agents/adding.md', `Look:\n\n\`\`\`bash\ncurl -sI "${FILE}"\n\`\`\`\n`],
  ])('is only named where its headers are asked for: %s %s', (path, command) =>
    expect(rolesOf(command, path)).toEqual(['mentions']),
  );

  it.each([`curl -sL -o Image.gguf ${FILE}\n`, `curl --head https://a.example; wget ${FILE}\n`])(
    'is loaded where it is fetched: %s',
    (command) => expect(rolesOf(command, 'a.sh')).toEqual(['loads']),
  );
});

describe('what people read', () => {
  const LOADS = 'import torch\nm = AutoModel.from_pretrained("google/gemma-2-2b-it")\n';
  const rolesOf = (text: string, path: string): readonly string[] =>
    detect(text, path).references.map(({ role }) => role);

  it.each([
    ['{{- /*\nOnce:\n  args: ["--model", "acme/thing-7b-instruct"]\n*/ -}}\nkind: Pod\n', 'templates/a.yaml'],
    ['{"targets": [{"expr": "up", "legendFormat": "gpt-4o"}]}', 'dashboard.json'],
    ['<RadioButton android:text="gpt-4o" android:textSize="16sp" />\n', 'res/layout/a.xml'],
    ['<TextView android:contentDescription="gpt-4o" />\n', 'res/layout/a.xml'],
    ['<TextView tools:value="gpt-4o" />\n', 'res/layout/a.xml'],
    ['<TextBox Header="gpt-4o-2024-08-06" />\n', 'Settings.xaml'],
    ['simple_name = "Qwen/Qwen2.5-7B-Instruct"\n', 'cards.toml'],
    ['def a(b: A = Body(example={"settings": {"customModelName": "gpt-4o"}})):\n    pass\n', 'a.py'],
    ['def a(b: A = Body(openapi_examples={"x": {"value": {"model": "gpt-4o"}}})):\n    pass\n', 'a.py'],
    ['class Dto {\n  @ApiBody({ schema: { example: { model: "gpt-4o" } } })\n  a() {}\n}\n', 'a.ts'],
    ['class C {\n  @ExampleObject(value = "{\\"model\\": \\"gpt-4o\\"}")\n  void a() {}\n}\n', 'C.java'],
    ['const d = { curlExample: `curl $base -d \'{"model": "gpt-4o"}\'` };\n', 'a.ts'],
    ['RESPONSE_EXAMPLE = """{"model": "gpt-4o"}"""\n', 'a.py'],
    [
      `var r = []Route{{Method: "POST", Path: "/v1/chat", ExampleBody: "{\\"model\\": \\"gpt-4o\\"}"}}\n`,
      'a.go',
    ],
    ["const r = [{ method: 'POST', path: '/chat', exampleRequest: '{\"model\": \"gpt-4o\"}' }];\n", 'a.ts'],
    ["const r = [{ path: '/chat', exampleRequest: { model: 'gpt-4o', messages: [] } }];\n", 'a.ts'],
    [`EXAMPLE_DOC_STRING = """\n${LOADS}"""\n`, 'a.py'],
    [`MODEL_DOCSTRING = r"""\n${LOADS}"""\n`, 'a.py'],
    [`EPILOG = """\n${LOADS}"""\n`, 'a.py'],
    ['p = ArgumentParser(epilog="""\nExamples:\n  run --model google/gemma-2-2b-it\n""")\n', 'a.py'],
  ])('is only a mention: %s', (text, path) => expect(rolesOf(text, path)).toEqual(['mentions']));

  it.each([
    ['const d = { curlExample: `curl $base` };\nask(`{"model": "gpt-4o"}`);\n', 'a.ts', 'calls'],
    [
      'const p = `as apiExample: ` + (await c.chat.completions.create({ model: "gpt-4o" }));\n',
      'a.ts',
      'calls',
    ],
    ['const d = { requestExample: `a ${ask({ model: "gpt-4o" })}` };\n', 'a.ts', 'calls'],
    ['<ListPreference android:defaultValue="gpt-4o" />\n', 'res/xml/a.xml', 'calls'],
    ['def a(b: A = Body(default={"model": "gpt-4o"})):\n    pass  # example\n', 'a.py', 'calls'],
    ['run(example={"model": "gpt-4o"})\n', 'a.py', 'calls'],
    [
      `var r = []Route{{Method: "POST", Path: "/v1/chat", Body: "{\\"model\\": \\"gpt-4o\\"}"}}\n`,
      'a.go',
      'calls',
    ],
    [
      "const r = [{ path: '/chat', exampleBody: { model: 'gpt-4o', messages: [] } }];\nsend(r[0].exampleBody);\n",
      'a.ts',
      'calls',
    ],
    [
      "const r = [{ endpoint: 'https://a.dev', exampleBody: { model: 'gpt-4o', messages: [] } }];\n",
      'a.ts',
      'calls',
    ],
    ['func f() { post(Call{ExampleBody: "{\\"model\\": \\"gpt-4o\\"}"}) }\n', 'a.go', 'calls'],
    [
      "const r = [{ path: '/a', exampleRequest: '{}', send: { model: 'gpt-4o', messages: [] } }];\n",
      'a.ts',
      'calls',
    ],
    [`SCRIPT_STRING = """\n${LOADS}"""\n`, 'a.py', 'loads'],
    [`WORKER = """\n${LOADS}"""\n`, 'a.py', 'loads'],
  ])('is no value that a program takes: %s', (text, path, role) =>
    expect(rolesOf(text, path)).toEqual([role]),
  );

  it('ends with the comment of a template', () =>
    expect(
      rolesOf('{{/* Once. */}}\nargs: ["--model", "acme/thing-7b-instruct"]\n', 'templates/a.yaml'),
    ).toEqual(['loads']));
});

describe('an address among the words of a command, one a line', () => {
  const rolesOf = (words: string): readonly string[] =>
    detect(
      `command:\n${words}  - https://huggingface.co/acme/thing-7b\n  - /models\n`,
      'a.yaml',
    ).references.map(({ role }) => role);

  it('is what the command gets', () => {
    expect(rolesOf('  - git\n  - clone\n  - --depth\n  - "1"\n')).toEqual(['loads']);
  });

  it('is a page where none of them gets anything', () => {
    expect(rolesOf('  - open\n')).toEqual(['mentions']);
  });
});

describe('a link of a page', () => {
  const page = (path: string): string =>
    `<p>See the curl example of <a href="https://huggingface.co/ggml-org/gemma-3-4b-it-GGUF${path}">it</a>.</p>\n`;
  const rolesOf = (text: string): readonly string[] => [
    ...new Set(detect(text, 'a.razor').references.map(({ role }) => role)),
  ];

  it('leads people to a model, whatever the words before it speak of', () => {
    expect(rolesOf(page('?language=sh'))).toEqual(['mentions']);
  });

  it('may lead to a file that is got', () => {
    expect(rolesOf(page('/resolve/main/gemma-3-4b-it-Q4_K_M.gguf'))).toContain('loads');
  });
});

describe('a text of help beside a field', () => {
  it.each(['helperText', 'help_text', 'help'])('%s names a model for people only', (key) => {
    const text = `import OpenAI from "openai";\nconst field = <Field ${key}="gpt-4o" />;\n`;
    expect(detect(text, 'a.tsx').references.map(({ role }) => role)).toEqual(['mentions']);
  });
});

describe('a word for people that is the task of a model', () => {
  const rolesOf = (text: string, path: string): readonly string[] =>
    detect(text, path)
      .references.filter(({ text: name }) => name.endsWith('gpt-4o'))
      .map(({ role }) => role);
  const CALL = 'OpenAI().chat.completions.create';

  it.each([
    ['a.yaml', 'models:\n  main: gpt-4.1\n  alt: gpt-4o\n'],
    ['a.yaml', 'models:\n  judge: gpt-4.1\n  reference: gpt-4o\n'],
    ['a.json', '{"llms": {"hear": "whisper-1", "see": "gpt-4o"}}\n'],
    ['a.py', 'MODELS = dict(chat="gpt-4.1", help="gpt-4o")\n'],
    ['a.ts', 'const model = { fast: "openai/gpt-4.1", help: "openai/gpt-4o" }[kind];\n'],
    ['a.ts', 'const BY_TASK = { chat: "gpt-4.1", tooltip: "gpt-4o" };\n'],
    ['a.py', `BOTS = {"type": "x", "epilog": "gpt-4o"}\n${CALL}(model=BOTS["epilog"], messages=[])\n`],
    ['a.ts', 'const field = { value: 1, hint: "gpt-4o" };\nawait ask({ model: field.hint, messages });\n'],
  ])('is asked, in %s: %s', (path, text) => expect(rolesOf(text, path)).toEqual(['calls']));

  it.each([
    ['a.yaml', 'properties:\n  model:\n    default: gpt-4.1\n    example: gpt-4o\n'],
    ['a.ts', 'const f = { placeholder: "gpt-4o", initial: "gpt-4.1" };\n'],
    ['a.ts', 'const m = { model: { default: "gpt-4.1", help: "gpt-4o" } };\n'],
    ['a.ts', 'const list = [{ value: "gpt-4.1", hint: "gpt-4o" }, { value: "o3", hint: "gpt-4o" }];\n'],
    ['a.ts', 'show({ models: [{ alt: "gpt-4o", src: "/a.png" }] });\n'],
    ['a.py', 'x = Option(help="gpt-4o", name="gpt-4.1")\n'],
    ['a.py', 'CARD = {"website": "https://a.example", "reference": "gpt-4o"}\n'],
    ['a.ts', 'const f = { value: 1, hint: "gpt-4o" };\nshow(f.hint);\n'],
  ])('is for people, in %s: %s', (path, text) =>
    expect(new Set(rolesOf(text, path))).toEqual(new Set(['mentions'])),
  );
});

describe('the name under which a gateway offers a model', () => {
  const rolesOf = (text: string): readonly string[] =>
    detect(text, 'a.yaml').references.map(({ text: name, role }) => `${name} ${role}`);
  const ROUTED = '    litellm_params:\n      model: azure/gpt-4o-mini\n';

  it.each(['model_name', 'name', 'alias', 'model_alias'])('stands under %s beside the model', (key) =>
    expect(rolesOf(`model_list:\n  - ${key}: gpt-4o\n${ROUTED}`)).toEqual([
      'gpt-4o mentions',
      'azure/gpt-4o-mini calls',
    ]),
  );

  it.each([
    ['in another entry', `model_list:\n  - model_name: gpt-4o\n  - x: 1\n${ROUTED}`],
    ['only in a comment', '# litellm_params\nmodel_name: gpt-4o\n'],
    ['around the name', 'litellm_params:\n  model_name: gpt-4o\n'],
    ['under another key', `model_list:\n  - model: gpt-4o\n${ROUTED}`],
  ])('is the model itself where its settings stand %s', (_, text) =>
    expect(rolesOf(text)[0]).toBe('gpt-4o calls'),
  );
});

describe('the name of an entry or deployment', () => {
  const rolesOf = (text: string, path = 'a.yaml'): readonly string[] =>
    detect(text, path).references.map(({ text: name, role }) => `${name} ${role}`);

  it.each([
    ['a.yaml', 'name: gpt-4o\nmodel: gpt-4o-2024-08-06\n'],
    ['a.yaml', 'deployment_name: gpt-4o\nmodelName: gpt-4o-2024-08-06\n'],
    ['a.yaml', 'deployment:\n  name: gpt-4o\n  model:\n    name: gpt-4o-2024-08-06\n'],
    ['a.json', '{"name": "gpt-4o", "model_id": "gpt-4o-2024-08-06"}'],
    [
      'a.tf',
      'resource "azurerm_cognitive_deployment" "x" {\n  name = "gpt-4o"\n  model {\n    name = "gpt-4o-2024-08-06"\n  }\n}\n',
    ],
    [
      'a.bicep',
      "resource x 'Microsoft.CognitiveServices/accounts/deployments@2024-10-01' = {\n  name: 'gpt-4o'\n" +
        "  properties: {\n    model: {\n      name: 'gpt-4o-2024-08-06'\n    }\n  }\n}\n",
    ],
  ])('is only a name beside the model: %s %s', (path, text) =>
    expect(rolesOf(text, path)).toEqual(['gpt-4o mentions', 'gpt-4o-2024-08-06 calls']),
  );

  it.each([
    ['without a model beside it', 'name: gpt-4o\nvalue: 3\n'],
    ['in a list of models', 'models:\n  - name: gpt-4o\n    model: x\n'],
  ])('is the model %s', (_, text) => expect(rolesOf(text)[0]).toBe('gpt-4o calls'));
});

describe('an address of the Hub', () => {
  const hosts = (address: string): readonly unknown[] =>
    detect(`API_URL = "${address}"\n`, 'a.py').references.map(({ role, host }) => [role, host]);

  it('is asked where it is of the service for inference, and a page elsewhere', () => {
    expect(hosts('https://api-inference.huggingface.co/models/codellama/CodeLlama-7b-hf')).toEqual([
      ['calls', 'huggingface'],
    ]);
    expect(hosts('https://huggingface.co/codellama/CodeLlama-7b-hf')).toEqual([['mentions', null]]);
  });
});

describe('what an empty field shows', () => {
  it('names no model that is asked', () =>
    expect(
      detect(
        'export const Page = () => (\n  <Input\n    placeholder="gpt-4o"\n    value={model}\n  />\n);\n',
        'page.tsx',
      ).references.map(({ role }) => role),
    ).toEqual(['mentions']));
});

describe('where a click leads', () => {
  const rolesOf = (text: string, path: string): readonly string[] =>
    detect(text, path).references.map(({ role }) => role);

  it.each([
    ['a.json', '{"title": "New", "link": "/models/meta-llama/Llama-3.1-8B-Instruct"}'],
    ['a.yaml', 'NEWS: >\n  [{"title": "New", "link": "/models/meta-llama/Llama-3.1-8B-Instruct"}]\n'],
  ])('is a page in %s', (path, text) => {
    expect(rolesOf(text, path)).toEqual(['mentions']);
  });

  it('is no path of weights', () => {
    expect(rolesOf('{"model": "/models/meta-llama/Llama-3.1-8B-Instruct"}', 'a.json')).toEqual(['loads']);
  });
});

describe('a sample in the documentation of a class', () => {
  it.each([
    '_CHECKPOINT_FOR_DOC = "Qwen/Qwen2-7B"\n',
    '@add_code_sample_docstrings(\n    checkpoint="acme/thing-7b",\n    output_type=Output,\n)\ndef forward(): pass\n',
  ])('is for people: %s', (text) => {
    expect(detect(text, 'modeling_a.py').references.map(({ role }) => role)).toEqual(['mentions']);
  });
});

describe('a file that a shell looks at or puts away', () => {
  const rolesOf = (text: string): readonly string[] =>
    detect(text, 'a.sh').references.map(({ role }) => role);

  it.each([
    'rm -f models/llama-2-7b.Q4_K_M.gguf\n',
    'if [ ! -f models/llama-2-7b.Q4_K_M.gguf ]; then\n  x\nfi\n',
  ])('is only named: %s', (text) => expect(rolesOf(text)).toEqual(['mentions']));

  it.each(['cp models/llama-2-7b.Q4_K_M.gguf app/assets/\n', './main -m models/llama-2-7b.Q4_K_M.gguf\n'])(
    'is loaded elsewhere: %s',
    (text) => expect(rolesOf(text)).toEqual(['loads']),
  );
});

describe('what a field or a view shows', () => {
  const rolesOf = (text: string, path: string): readonly string[] =>
    detect(text, path).references.map(({ role }) => role);

  it.each([
    ['a.dart', 'TextField(decoration: InputDecoration(hintText: "gpt-4"));\n'],
    ['a.xaml', '<TextBox PlaceholderText="gpt-4" />\n'],
    ['a.json', '{"modelPlaceholder": "gpt-4", "modelHint": "gpt-4"}\n'],
    ['a.swift', 'TextField("gpt-4", text: $model)\n'],
    ['a.kt', 'TextField(value = m, placeholder = { Text("gpt-4") })\n'],
  ])('is for people, in %s: %s', (path, text) => {
    expect(new Set(rolesOf(text, path))).toEqual(new Set(['mentions']));
  });
});

describe('the model for a task that is called like words for people', () => {
  const rolesOf = (text: string, path: string): readonly string[] =>
    detect(text, path).references.map(({ role }) => role);

  it.each([
    ['a.ts', 'const MODELS = { chat: "gpt-4", summary: "gpt-4o-mini" };\n'],
    ['a.py', 'MODELS = {"title": "gpt-4", "caption": "gpt-4o-mini"}\n'],
    ['a.yaml', 'models:\n  chat: gpt-4\n  title: gpt-4o-mini\nname: x\n'],
    ['a.yaml', 'models:\n  provider: openai\n  title: gpt-4\n  chat: gpt-4o-mini\n'],
    ['a.yaml', 'provider: openai\ntasks:\n  summary: gpt-4 # short\n  chat: gpt-4o-mini\n'],
    ['a.json', '{"provider": "openai", "tasks": {"summary": "gpt-4", "chat": "gpt-4o-mini"}}'],
    ['a.py', '@dataclass\nclass M:\n    summary: str = "gpt-4"\n    chat: str = "gpt-4o-mini"\n'],
    ['a.php', "<?php $m = ['summary' => 'gpt-4', 'chat' => 'gpt-4o-mini'];\n"],
    ['a.go', 'var M = Routes{Summary: "gpt-4", Chat: "gpt-4o-mini"}\n'],
    ['a.cs', 'var m = new Routes { Summary = "gpt-4", Chat = "gpt-4o-mini" };\n'],
    ['a.kt', 'val m = Routes(summary = "gpt-4", chat = "gpt-4o-mini")\n'],
    ['a.rs', 'let m = Routes { summary: "gpt-4".into(), chat: "gpt-4o-mini".into() };\n'],
    ['.env', 'SUMMARY=gpt-4\nCHAT=gpt-4o-mini\n'],
  ])('is asked, in %s: %s', (path, text) => {
    expect(rolesOf(text, path)).toEqual(['calls', 'calls']);
  });

  it.each([
    ['a.ts', 'import OpenAI from "openai";\nconst routes = { summary: "gpt-4", chat: "gpt-4o-mini" };\n'],
    ['a.py', 'from openai import OpenAI\nroutes = dict(summary="gpt-4", chat="gpt-4o-mini")\n'],
    ['a.rb', 'require "openai"\nROUTES = { summary: "gpt-4", chat: "gpt-4o-mini" }\n'],
    ['a.py', 'from openai import OpenAI\nMODELS = {"provider": "openai", "summary": "gpt-4"}\n'],
    ['a.toml', '[models]\nid = "main"\nsummary = "gpt-4"\n'],
    ['.env', 'SUMMARY=gpt-4o\n'],
    ['compose.yaml', 'services:\n  a:\n    environment:\n      SUMMARY: gpt-4o\n'],
  ])('is asked beside another task, the provider or an id that is no model, in %s: %s', (path, text) => {
    expect(rolesOf(text, path)).toEqual(['calls']);
  });

  it.each([
    ['a.ts', 'const MODELS = { a: { id: "x", title: "gpt-4" } };\n'],
    ['a.ts', 'const models = [{ model: m, description: "gpt-4" }];\n'],
    ['a.yaml', 'models:\n  - id: x\n    title: gpt-4\n'],
    ['a.ts', 'const page = { heading: "x", summary: "gpt-4" };\n'],
    ['a.json', '{"models": [{"id": 1, "title": "gpt-4", "body": "x"}]}'],
    ['a.yaml', 'models:\n  - id: 1\n    title: gpt-4\n    body: x\n'],
    ['a.yaml', 'models:\n  - title: gpt-4\n    body: x\n'],
    ['a.ts', 'const cards = [{ title: "gpt-4", subtitle: "fast", href: "/gpt-4" }];\n'],
    ['a.tsx', 'const a = <Card title="gpt-4" subtitle="fast" />;\n'],
    ['a.yaml', 'title: gpt-4\nsubtitle: fast\n'],
  ])('is none of a record that says it of a model, in %s: %s', (path, text) => {
    expect(rolesOf(text, path)).toEqual(['mentions']);
  });
});

describe('what a program prints to say how it is called', () => {
  it.each([
    ['a.ts', 'console.log(`\nUsage: run --config F\n  { "model": "gpt-4-0613" }\n`);\n'],
    ['a.py', 'print("""Usage: run\n  {"model": "gpt-4-0613"}\n""")\n'],
    ['a.go', 'const usage = `Usage: run\n  {"model": "gpt-4-0613"}\n`\n'],
    ['a.go', 'func f() { fmt.Fprintln(os.Stderr, `Usage: run\n  {"model": "gpt-4-0613"}\n`) }\n'],
  ])('in %s asks nobody: %s', (path, text) => {
    expect(roles(text, path)).toEqual([['gpt-4-0613', 'mentions']]);
  });

  it.each([
    ['a.ts', 'console.log(`Usage: run`);\nask({ model: "gpt-4-0613" });\n'],
    ['a.ts', 'send(`\nusage: summary\n{ "model": "gpt-4-0613" }\n`);\n'],
  ])('is none of what is sent: %s %s', (path, text) => {
    expect(roles(text, path)).toEqual([['gpt-4-0613', 'calls']]);
  });
});

describe('the address of a repository that is fetched', () => {
  const HUB = 'https://huggingface.co/mistralai/Mistral-7B-v0.1';

  it.each([
    ['a.nix', `{ weights = pkgs.fetchgit { url = "${HUB}.git"; rev = "x"; }; }`],
    ['a.nix', `{ weights = builtins.fetchGit {\n    url = "${HUB}";\n  }; }`],
    ['CMakeLists.txt', `FetchContent_Declare(weights GIT_REPOSITORY ${HUB})`],
    ['WORKSPACE', `http_file(name = "w", urls = ["${HUB}/resolve/main/model.safetensors"])`],
  ])('is loaded: %s %s', (path, text) =>
    expect(roles(`${text}\n`, path)).toEqual([['mistralai/Mistral-7B-v0.1', 'loads']]),
  );

  it('is one to read where nothing fetches it', () => {
    expect(roles(`{ meta = { url = "${HUB}"; }; }\n`, 'a.nix')).toEqual([
      ['mistralai/Mistral-7B-v0.1', 'mentions'],
    ]);
    expect(roles(`{ "urls": ["${HUB}"] }\n`, 'a.json')).toEqual([['mistralai/Mistral-7B-v0.1', 'mentions']]);
  });
});

describe('the name of an app on the Hub', () => {
  const roleOf = (text: string): string | undefined => detect(text, 'a.py').references[0]?.role;

  it.each([
    'from gradio_client import Client\nc = Client("acme/thing-7b")\n',
    'import gradio_client\nc = gradio_client.Client("acme/thing-7b")\n',
    '# see https://huggingface.co/spaces/acme/thing-7b\nfrom gradio_client import Client\nClient("acme/thing-7b")\n',
  ])('is no model: %s', (text) => expect(roleOf(text)).toBe('mentions'));

  it.each([
    'c = Client("acme/thing-7b")\n',
    'c = Client("acme/thing-7b")\n# https://huggingface.co/spaces/acme/other\n',
    'from gradio_client import Client\nc = load("acme/thing-7b")\n',
    'from gradio_client import Client\nc = Client(x, "acme/thing-7b")\n',
  ])('is not what else has that form: %s', (text) => expect(roleOf(text)).not.toBe('mentions'));
});

describe('the name of a deployment or an entry', () => {
  it.each([
    ['a.yaml', '- name: gpt-4o\n  model_id: gpt-4o-mini\n'],
    ['a.yaml', 'endpoint_name: gpt-4o\nbase_model: gpt-4o-mini\n'],
    ['a.json', '{\n  "deployment": "gpt-4o",\n  "modelName": "gpt-4o-mini"\n}\n'],
    ['a.yaml', 'name: gpt-4o\nmodel:\n  id: gpt-4o-mini\n'],
    ['a.yaml', '{ name: gpt-4o, model: gpt-4o-mini }\n'],
  ])('is for people where its model stands beside it, in %s: %j', (path, text) => {
    expect(roles(text, path)[0]).toEqual(['gpt-4o', 'mentions']);
    expect(roles(text, path)[1]?.[1]).toBe('calls');
  });

  it.each([
    [
      'values.yaml',
      'modelSpec:\n  - name: deepseek-chat\n    modelURL: mistralai/Mistral-7B-Instruct-v0.3\n',
    ],
    ['a.yaml', '- name: deepseek-chat\n  model_path: s3://bucket/mistral-7b/\n'],
    ['a.yaml', '- name: deepseek-chat\n  modelPath: /models/mistral-7b\n'],
    ['a.yaml', '- name: deepseek-chat\n  provider: vllm\n  model_repo: acme/mistral-7b\n'],
    [
      'a.yaml',
      '- name: deepseek-chat\n  base_url: http://localhost:8000/v1\n  model_repo: acme/mistral-7b\n',
    ],
    ['a.yaml', '- name: deepseek-chat\n  provider: openai\n  model: acme/mistral-7b\n'],
  ])('is for people where its weights stand beside it, in %s: %j', (path, text) => {
    expect(roles(text, path)[0]?.[1]).toBe('mentions');
  });

  it.each([
    ['a.yaml', '- name: gpt-4o\n  model_url: https://api.openai.com/v1\n'],
    ['a.yaml', '- name: gpt-4o\n  model_path: /v1/chat/completions\n'],
    ['a.yaml', '- name: gpt-4o\n  model_source: openai\n'],
    ['a.yaml', '- name: gpt-4o\n  model_path: chat/completions\n'],
    ['a.json', '{"name": "gpt-4o", "model_path": "openai/chat/completions"}'],
    ['a.yaml', 'llms:\n  - provider: openai\n    deployment: gpt-4o\n    model_repo: org/repo\n'],
    ['a.yaml', 'provider: openai\nname: gpt-4o\nmodel_repo: org/repo\n'],
    ['a.yaml', '- name: gpt-4o\n  base_url: https://api.openai.com/v1\n  model_repo: org/repo\n'],
    ['a.yaml', '- name: gpt-4o\n  temperature: 1\n'],
    ['a.yaml', 'model_deployment_name: gpt-4o\ntemperature: 1\n'],
    ['a.json', '{\n  "deployment_name": "gpt-4o",\n  "note": "model"\n}\n'],
    ['a.yaml', 'models:\n  name: gpt-4o\n  base_model: x\n'],
    ['a.py', 'x = {"deployment_name": "gpt-4o", "model": m}\n'],
  ])('is asked for where none does, in %s: %j', (path, text) => {
    expect(roles(text, path)).toEqual([['gpt-4o', 'calls']]);
  });
});

describe('the id of a construct of the CDK', () => {
  const rolesOf = (text: string, path: string): readonly string[] =>
    detect(text, path).references.map(({ role }) => role);

  it.each([
    [
      'import "aws-cdk-lib";\nimport { LlmEndpoint } from "./llm";\nnew LlmEndpoint(this, "Llama-3.1-8B-Instruct", {});\n',
      'a.ts',
    ],
    [
      'import * as sagemaker from "aws-cdk-lib/aws-sagemaker";\nnew sagemaker.CfnEndpoint(this, "gpt-4o", {});\n',
      'a.ts',
    ],
    [
      'from aws_cdk import Stack\nfrom .llm import LlmEndpoint\nLlmEndpoint(self, "Qwen2.5-7B-Instruct")\n',
      'a.py',
    ],
    [
      'import software.amazon.awscdk.Stack;\nEndpoint.Builder.create(this, "Llama-2-7b-chat").build();\n',
      'A.java',
    ],
  ])('is a name that the project gives: %s', (text, path) =>
    expect(rolesOf(text, path)).toEqual(['mentions']),
  );

  it.each([
    'ask(client, "gpt-4o");\n',
    'app.ask(this, "gpt-4o");\n',
    'import { BedrockChat } from "@langchain/community";\nnew BedrockChat(this, "gpt-4o");\n',
    'import { BedrockChat } from "./chat";\nnew BedrockChat(this, "gpt-4o");\n',
  ])('is told where a construct is made only: %s', (text) =>
    expect(rolesOf(`import { Stack } from "aws-cdk-lib";\n${text}`, 'a.ts')).toEqual(['calls']),
  );
});

describe('the address of an interface for programs', () => {
  const rolesOf = (text: string, path: string): readonly string[] =>
    detect(text, path).references.map(({ role, host }) => `${role} ${host ?? ''}`);
  const AT_AZURE = 'https://acme.openai.azure.com/openai/deployments/gpt-4o';

  it.each([
    [
      `<policies><inbound><set-backend-service base-url="${AT_AZURE}" /></inbound></policies>`,
      'apim.xml',
      'azure',
    ],
    [`services:\n  - name: chat\n    url: ${AT_AZURE}\n`, 'kong.yaml', 'azure'],
    [`resource "azurerm_api_management_backend" "a" {\n  url = "${AT_AZURE}"\n}\n`, 'a.tf', 'azure'],
    [
      'a = {\n  integration_uri = "https://bedrock-runtime.us-east-1.amazonaws.com/model/amazon.nova-pro-v1:0/invoke"\n}\n',
      'a.tf',
      'bedrock',
    ],
  ])('is asked where it is set: %s', (text, path, host) =>
    expect(rolesOf(text, path)).toEqual([`calls ${host}`]),
  );

  it('is only read where it is linked', () =>
    expect(rolesOf(`<p><a href="${AT_AZURE}">docs</a></p>`, 'a.xml')).toEqual(['mentions azure']));
});

describe('the name that Ray Serve gives a model', () => {
  const config = (source: string): string =>
    `llm_configs:\n  - model_loading_config:\n      model_id: gpt2\n      model_source:${source}\n`;

  it.each([
    ['a.yaml', config(' meta-llama/Llama-3.1-8B-Instruct')],
    [
      'a.py',
      'LLMConfig(model_loading_config=dict(model_id="gpt2", model_source="meta-llama/Llama-3.1-8B-Instruct"))\n',
    ],
  ])('is no model beside a repository, in %s: %s', (path, text) =>
    expect(roles(text, path)).toEqual([
      ['gpt2', 'mentions'],
      ['meta-llama/Llama-3.1-8B-Instruct', 'loads'],
    ]),
  );

  it.each([
    config(' s3://acme/thing'),
    config('\n        bucket_uri: s3://acme/thing'),
    config(' /models/thing'),
  ])('says which it is where it comes from no repository: %s', (text) =>
    expect(roles(text, 'a.yaml')).toContainEqual(['gpt2', 'loads']),
  );

  it.each([
    ['CohereForAI/c4ai-command-r-v01', 'models/command-r'],
    ['Qwen/Qwen2.5-7B-Instruct', 'mnt/qwen'],
    ['meta-llama/Llama-2-7b-chat-hf', 'weights/llama2'],
    ['acme/thing-7b', 'mnt/thing'],
  ])('says which it is beside a folder that reads like a repository: %s, %s', (name, source) => {
    const used = [name, 'loads'];
    const yaml = config(` ${source}`).replace('gpt2', name);
    expect(roles(yaml, 'a.yaml')).toContainEqual(used);
    const call = `LLMConfig(model_loading_config=dict(model_id="${name}", model_source="${source}"))\n`;
    expect(roles(call, 'a.py')).toContainEqual(used);
  });

  it('is no model beside a folder where the name is known nowhere', () =>
    expect(roles(config(' mnt/thing').replace('gpt2', 'house'), 'a.yaml')).not.toContainEqual([
      'house',
      'loads',
    ]));
});

describe('the name of an endpoint', () => {
  const kserve = (args: string): string =>
    `kind: InferenceService\nspec:\n  predictor:\n    model:\n      modelFormat: { name: huggingface }\n      args: ${args}\n`;

  it.each([
    ['a.yaml', kserve('["--model_name=gpt2", "--model_dir=/mnt/models"]')],
    ['a.yaml', kserve('\n        - --model_name\n        - gpt2')],
    ['a.sh', 'tensorflow_model_server --model_name=gpt2 --model_base_path=/models/x\n'],
    ['a.sh', 'docker run openvino/model_server --model_path /models/x --model_name gpt2\n'],
    ['a.sh', 'ovms --model_name acme/thing-7b \\\n  --model_path /models/x\n'],
    ['a.py', 'subprocess.run(["python", "-m", "huggingfaceserver", "--model_name", "gpt2"])\n'],
    ['compose.yaml', 'services:\n  a:\n    image: openvino/model_server\n    command: --model_name gpt2\n'],
  ])('is no model, in %s: %s', (path, text) => {
    expect(roles(text, path).filter(([, role]) => role !== 'mentions')).toEqual([]);
  });

  const QWEN = 'Qwen/Qwen2-7B-Instruct';
  it.each([
    ['a.sh', `python model_server.py --model_name ${QWEN} --port 8000\n`],
    ['a.sh', `ovms --model_name x --model_path /m\npython -m serve.main --model_name ${QWEN}\n`],
    ['a.sh', `python run.py --out /data/ovms --model_name ${QWEN} # not ovms\n`],
    ['a.sh', `ovms --model_name ${QWEN} --port 8000\n`],
    ['Makefile', `kserve-up:\n\tkubectl apply -f k\n\ntrain:\n\ttorchrun run.py --model_name ${QWEN}\n`],
    [
      'a.py',
      `import subprocess\n# model_server\nsubprocess.run(["python", "serve.py", "--model_name", "${QWEN}"])\n`,
    ],
    [
      'a.yaml',
      `${kserve('["--model_name=x", "--model_id=gpt2"]')}---\nkind: Deployment\nspec:\n  template:\n    spec:\n` +
        `      containers:\n        - name: a\n          args: ["--model_name", "${QWEN}"]\n`,
    ],
    ['a.yaml', kserve(`["--model_name=${QWEN}"]`)],
    [
      'compose.yaml',
      `services:\n  a:\n    image: openvino/model_server\n  b:\n    image: acme/own\n    command: --model_name ${QWEN}\n`,
    ],
  ])('is no word elsewhere in the text, in %s: %s', (path, text) =>
    expect(roles(text, path)).toContainEqual([QWEN, expect.stringMatching(/^(?:loads|serves)$/)]),
  );

  it('is one where the flag says what is run', () => {
    expect(roles('python run.py --model_name=gpt2\n', 'a.sh')).toEqual([['gpt2', 'loads']]);
    expect(roles(kserve('["--model_id=gpt2"]'), 'a.yaml')).toEqual([['gpt2', 'serves']]);
  });
});

describe('a repository of the Hub without a scheme', () => {
  const rolesOf = (text: string, path: string): readonly string[] =>
    detect(text, path).references.map(({ role }) => role);

  it.each([
    [
      'a.ts',
      'import ollama from "ollama";\nconst 既定 = "hf.co/acme/thing-7b";\nollama.chat({ model: 既定 });\n',
    ],
    ['a.go', 'const 既定モデル = "hf.co/acme/thing-7b-GGUF"\n'],
    ['A.java', 'class A { static final String BOT = "huggingface.co/acme/thing-7b:Q4_K_M"; }\n'],
    ['a.yaml', '既定: hf.co/acme/thing-7b-GGUF\n'],
  ])('is what a local program is told to get: %s %s', (path, text) =>
    expect(rolesOf(text, path)).toEqual(['loads']),
  );

  it.each([
    ['a.ts', 'export const CARD = "hf.co/acme/thing-7b";\n'],
    ['a.ts', 'import ollama from "ollama";\nconst CARD = "huggingface.co/acme/thing-7b";\n'],
    ['a.ts', 'const a = { homepage: "hf.co/acme/thing-7b-GGUF" };\n'],
    ['a.ts', 'const PAGE = "https://hf.co/acme/thing-7b-GGUF";\n'],
  ])('is for people elsewhere: %s %s', (path, text) => expect(rolesOf(text, path)).toEqual(['mentions']));
});

describe('a word for people that is the member of a type', () => {
  const A = 'gpt-4o';
  const B = 'gpt-4o-mini';
  const rolesOf = (text: string, path: string): readonly string[] =>
    detect(text, path).references.map(({ role }) => role);

  it.each([
    ['a.py', `MODELS = {\n    Task.TITLE.value: "${A}",\n    Task.LABEL.value: "${B}",\n}\n`],
    ['a.py', `MODELS = {\n    Task.DESCRIPTION: "${A}",\n    Task.LABEL: "${B}",\n}\n`],
    [
      'a.php',
      `<?php\n$x = match ($t) {\n    Task::Title->value => '${A}',\n    Task::Label->value => '${B}',\n};\n`,
    ],
    ['a.php', `<?php\n$x = match ($t) {\n    Task::Caption => '${A}',\n    Task::Label => '${B}',\n};\n`],
    ['a.php', `<?php\nreturn [\n    Task::Caption->value => '${A}',\n    Task::Help->value => '${B}',\n];\n`],
    [
      'a.scala',
      `val id = t match {\n  case Task.Title.value => "${A}"\n  case Task.Label.value => "${B}"\n}\n`,
    ],
    ['a.ts', `export const M = {\n  [Task.Title]: "${A}",\n  [Task.Label]: "${B}",\n};\n`],
    ['A.swift', `let models: [Task: String] = [\n  .title: "${A}",\n  .label: "${B}",\n]\n`],
  ])('is what a model is for: %s %s', (path, text) =>
    expect(rolesOf(text, path)).toEqual(['calls', 'calls']),
  );

  it.each([
    ['a.py', `ROW = {\n    Column.ID.value: "${A}",\n    Column.LABEL.value: "${A}",\n}\n`],
    ['a.py', `ROW = {\n    Column.MODEL: "${A}",\n    Column.LABEL: "${A}",\n}\n`],
    ['a.ts', `page.Labels.title = "${A}";\n`],
  ])('is one beside the name of the record, and as a field: %s %s', (path, text) =>
    expect(rolesOf(text, path).at(-1)).toBe('mentions'),
  );
});
