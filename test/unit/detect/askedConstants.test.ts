import { describe, expect, it } from 'vitest';
import { leadsTo, pathAt, pathsOf, tableOf } from '../../../src/core/detect/askedConstants';
import { ALONE } from '../../../src/core/detect/site';
import { detect } from './marked';

/** Whom each name of a text is asked at. */
const hostsIn = (text: string, path: string): Record<string, string | null> =>
  Object.fromEntries(detect(text, path).references.map((one) => [one.text, one.host]));

/** The expressions of a text that are only known when the program runs. */
const choicesIn = (text: string, path: string): readonly string[] =>
  detect(text, path).runtimeChoices.map(({ expression }) => expression);

const AI_SDK =
  'import { createAzure } from "@ai-sdk/azure";\nconst azure = createAzure({ resourceName: "x" });\n';

describe('what a text keeps under a name', () => {
  it('is asked at the service that gets it, and not at a server of the project that is asked beside', () => {
    const text = [
      'from openai import OpenAI',
      'NAMES = {"fast": "x-ai/grok-4"}',
      'own = OpenAI(base_url="http://10.0.0.3:8000/v1")',
      'router = OpenAI(base_url="https://openrouter.ai/api/v1")',
      'def a(t): return own.chat.completions.create(model="Qwen/Qwen2.5-7B-Instruct", messages=t)',
      'def b(k, t): return router.chat.completions.create(model=NAMES[k], messages=t)',
      '',
    ].join('\n');
    expect(hostsIn(text, 'a.py')).toEqual({
      'x-ai/grok-4': 'openrouter',
      'Qwen/Qwen2.5-7B-Instruct': 'self',
    });
    expect(hostsIn(text.replace('router.chat', 'own.chat'), 'a.py')['x-ai/grok-4']).not.toBe('openrouter');
  });

  describe('as the default of a parameter, beside a function that asks another service for one of that name', () => {
    const text = [
      'import openai',
      'from openai import AzureOpenAI',
      'def ask(messages, model="gpt-4"):',
      '    return openai.chat.completions.create(model=model, messages=messages)',
      'def ask_azure(messages, model="gpt-4o"):',
      '    client = AzureOpenAI(azure_endpoint=os.getenv("AZURE_OPENAI_ENDPOINT"))',
      '    return client.chat.completions.create(model=model, messages=messages)',
      '',
    ].join('\n');

    it('is asked at the service of its own function', () =>
      expect(hostsIn(text, 'a.py')).toEqual({ 'gpt-4': 'openai', 'gpt-4o': 'azure' }));

    it('is asked at Azure where the module is told to', () =>
      expect(hostsIn(`import openai\nopenai.api_type = "azure"\n${text}`, 'a.py')['gpt-4']).toBe('azure'));
  });

  it.each([
    ['const NAMES = { fast: "gpt-4o" };', 'azure(NAMES[kind])'],
    ['const NAMES: Record<string, string> = { fast: "gpt-4o" };', 'azure(NAMES[kind]!)'],
    ['const NAMES = { fast: "gpt-4o" };', 'azure.chat(NAMES.fast)'],
    ['const NAMES = { fast: "gpt-4o" };', 'azure(NAMES["fast"])'],
    ['const NAMES = { fast: "gpt-4o" };', 'azure(NAMES[kind] ?? NAMES.fast)'],
    ['const cfg = { model: "gpt-4o" };', 'azure(cfg.model)'],
    ['const MODEL = "gpt-4o";', 'azure(MODEL)'],
    ['class Names { static FAST = "gpt-4o"; }', 'azure(Names.FAST as string)'],
  ])('is asked at the service whose factory gets it by that: %s %s', (kept, call) => {
    const text = `${AI_SDK}${kept}\nexport const ask = (kind: string) => generateText({ model: ${call} });\n`;
    expect(hostsIn(text, 'a.ts')).toEqual({ 'gpt-4o': 'azure' });
    expect(choicesIn(text, 'a.ts')).toEqual([]);
  });

  it.each([
    [
      'a.py',
      'from langchain_openai import AzureChatOpenAI\nNAMES = {"fast": "gpt-4o"}\n',
      'def get(k): return AzureChatOpenAI(azure_deployment=NAMES[k])\n',
      'azure',
    ],
    [
      'a.py',
      'from anthropic import AnthropicVertex\nNAMES = {"fast": "claude-haiku-4-5"}\nc = AnthropicVertex()\n',
      'def go(k): return c.messages.create(model=NAMES.get(k), messages=[])\n',
      'vertex',
    ],
    [
      'a.ts',
      'import { createVertex } from "@ai-sdk/google-vertex";\nconst vertex = createVertex();\n',
      'const NAMES = { fast: "gemini-2.5-flash" };\nexport const f = (k: "fast") => go(vertex(NAMES[k]));\n',
      'vertex',
    ],
  ])('is so for the classes of clients, in %s: %s', (path, head, use, host) => {
    expect(Object.values(hostsIn(head + use, path))).toEqual([host]);
    expect(choicesIn(head + use, path)).toEqual([]);
  });

  it.each([
    [
      'two services get',
      'import { openai } from "@ai-sdk/openai";\n',
      'azure(NAMES.fast); openai(NAMES.fast);',
    ],
    ['a table of the same keys is', 'const OTHER = { fast: "x" };\n', 'azure(OTHER.fast);'],
    ['nobody gets', '', 'azure(model);'],
    ['a method is called of', '', 'azure(NAMES.fast.pick());'],
  ])('stays what its spelling says where %s it', (_, head, calls) => {
    const text = `${head}${AI_SDK}const NAMES = { fast: "gpt-4.1-mini" };\n${calls}\n`;
    expect(hostsIn(text, 'a.ts')['gpt-4.1-mini']).toBe('openai');
  });

  it('is asked there with the other entries of its table', () => {
    const text = `${AI_SDK}const NAMES = { fast: "gpt-4o", big: "gpt-4.1" };\nazure(NAMES.fast);\n`;
    expect(hostsIn(text, 'a.ts')).toEqual({ 'gpt-4o': 'azure', 'gpt-4.1': 'azure' });
  });

  it('is no model of a service that sells none of its kind', () => {
    const text =
      'import { createMistral } from "@ai-sdk/mistral";\nconst own = createMistral();\n' +
      'const NAMES = { fast: "gpt-4o" };\nown(NAMES[kind]);\n';
    expect(hostsIn(text, 'a.ts')).toEqual({ 'gpt-4o': 'openai' });
  });
});

describe('requests whose models are kept elsewhere', () => {
  it.each([
    ['a.ts', `${AI_SDK}import { NAME } from "./m";\nazure(NAME);\n`, ['NAME']],
    [
      'a.ts',
      'import { openai } from "@ai-sdk/openai";\nimport { generateText } from "ai";\nopenai.chat(name);\n',
      ['name'],
    ],
    ['a.ts', 'bedrock.send(new ConverseCommand({ modelId: ID, messages }));\n', ['ID']],
    ['a.ts', 'bedrock.send(new InvokeModelCommand({ modelId, body }));\n', ['modelId']],
  ])('are told in %s: %s', (path, text, expressions) => {
    expect(choicesIn(text, path)).toEqual(expressions);
  });
});

describe('the names of an expression', () => {
  it.each([
    ['A', 'A'],
    ['a.b', 'a.b'],
    ['A["b"]', 'A.b'],
    ['A[b]', 'A.*'],
    ["A.get('b')", 'A.b'],
    ['A.get(b, "c")', 'A.*'],
    ['A[:b]', 'A.b'],
    ['A?.b', 'A.b'],
    ['A?.["b"]', 'A.b'],
    ['A::B', 'A.B'],
    ['A->b', 'A.b'],
    ['self.b', 'b'],
    ['@b', 'b'],
    ['str(A.B)', 'A.B'],
    ['str( A )', 'A'],
    ['aws.String(A)', 'A'],
    ['string(llm.A)', 'llm.A'],
    ['openai.ChatModel(llm.A)', 'llm.A'],
    ['anthropic.Model(llm.A)', 'llm.A'],
    ['A as string', 'A'],
    ['A!', 'A'],
    ['A ?? B.c', 'A | B.c'],
    ['a or b', 'a | b'],
    ['A || "x"', 'A'],
    ['A.B.getId()', 'A.B.getId'],
    ['A::B.as_str()', 'A.B.as_str'],
    ['A.b.c.d.e.f', 'A.b.c.d.e.f'],
    // What is more than names is none.
    ['A.getId()', ''],
    ['A.B.pick()', ''],
    ['A.b(c)', ''],
    ['A + B', ''],
    ['A.b.c.d.e.f.g', ''],
    ['f(x)', ''],
    ['"x"', ''],
    ['5', ''],
  ])('%s: %s', (expression, names) =>
    expect(
      pathsOf(expression)
        .map((path) => path.join('.'))
        .join(' | '),
    ).toBe(names),
  );
});

describe('the names that lead to a value', () => {
  it.each([
    ['c', ['b', 'a'], 'a.b.c'],
    ['c', ['', 'exports'], 'c'],
    ['', ['a'], 'a.*'],
    ['', [], ''],
  ])('under the key %j in %j: %s', (key, parents, names) => {
    const site = { ...ALONE, lexical: 'string', key, parents } as const;
    expect(pathAt({ ...site, where: 'code' }).join('.')).toBe(names);
    expect(pathAt({ ...site, where: 'config' })).toEqual([]);
  });

  it.each([
    ['a.b', 'a.b', true],
    ['a.*', 'a.b', true],
    ['a.b', 'a.*', true],
    ['a.b', 'a.c', false],
    ['c.b', 'a.b', false],
    ['a', 'a.b', false],
    ['*.b', 'a.b', false],
    ['A.b', 'b', true],
    ['constants.A.b', 'b', true],
    ['a.b', 'b', false],
    ['A.b.value', 'A.b', true],
    ['A.b.other', 'A.b', false],
    ['A.value', 'A', false],
    ['', 'a', false],
    ['a', '', false],
  ])('%s gets what is kept under %s: %s', (asked, kept, does) => {
    const path = (names: string): readonly string[] => names.split('.').filter((name) => name !== '');
    expect(leadsTo(path(asked), path(kept))).toBe(does);
  });

  it('are those of the table of an entry with any key', () => {
    expect([tableOf(['a', 'b', 'c']), tableOf(['a'])]).toEqual([['a', 'b', '*'], []]);
  });
});

describe('a model that is kept in another file', () => {
  it.each([
    ['import { NAME } from "./m";\nazure(NAME);', './m NAME azure'],
    ['import { NAMES } from "./m";\nazure(NAMES.fast);', './m NAMES.fast azure'],
    ['import * as m from "./m";\nazure(m.NAME);', './m NAME azure'],
    ['import * as m from "./m";\nazure(m);', 'none'],
    ['azure(Names.FAST);', 'Names Names.FAST azure'],
    ['azure(name);', 'none'],
    ['import { A, B } from "./m";\nazure(A ?? B);', 'none'],
  ])('is asked for by the name that it has there: %s', (text, told) => {
    const { runtimeChoices } = detect(`${AI_SDK}${text}\n`, 'a.ts');
    const named = runtimeChoices.map(({ imported }) =>
      imported === undefined ? 'none' : `${imported.module} ${imported.path.join('.')} ${imported.host}`,
    );
    expect(named).toEqual([told]);
  });
});

it.each([
  'class Settings(BaseSettings):\n    chat: str = Field("gpt-4o", description="for chats")\n',
  'class Settings(BaseSettings):\n    chat: str = Field(default="gpt-4o")\n',
  'class Settings(BaseSettings):\n    chat: str = "gpt-4o"\n',
])('the default of a field of settings is kept under its name: %j', (text) => {
  expect(detect(text, 'settings.py').references.map(({ keptAs }) => keptAs)).toEqual([['chat']]);
});

describe('a name that says nothing by itself', () => {
  const ADDRESS = 'https://api.platform.preferredai.jp/v1';
  const asked = { 'house-v2': 'preferred-networks' };
  const PYTHON = ['from openai import OpenAI', `client = OpenAI(base_url="${ADDRESS}")`].join('\n');
  const BUILDER = `OpenAiChatModel.builder().baseUrl("${ADDRESS}")`;

  it.each([
    ['a.py', `モデル = "house-v2"\n${PYTHON}\nclient.chat.completions.create(model=モデル, messages=[])\n`],
    ['a.py', `picked = "house-v2"\n${PYTHON}\nclient.chat.completions.create(model=picked, messages=[])\n`],
    [
      'a.ts',
      `import OpenAI from 'openai';\nconst 要約 = 'house-v2';\nconst c = new OpenAI({ baseURL: '${ADDRESS}' });\n` +
        'await c.chat.completions.create({ model: 要約, messages: [] });\n',
    ],
    [
      'a.go',
      'package main\nimport openai "github.com/sashabaranov/go-openai"\nconst 模型 = "house-v2"\nfunc f() {\n' +
        `\tcfg := openai.DefaultConfig("k"); cfg.BaseURL = "${ADDRESS}"\n` +
        '\tc := openai.NewClientWithConfig(cfg)\n\tc.CreateChatCompletion(ctx, ' +
        'openai.ChatCompletionRequest{Model: 模型})\n}\n',
    ],
  ])('is asked for by a variable whose own name tells no model: %s %j', (path, text) =>
    expect(hostsIn(text, path)).toEqual(asked),
  );

  it('is none where another function has a variable of that name', () => {
    const other = 'def a():\n    picked = "house-v2"\n    return picked\n';
    const text = `${PYTHON}\n${other}def b(picked):\n    client.chat.completions.create(model=picked)\n`;
    expect(hostsIn(text, 'a.py')).toEqual({});
  });

  it.each([
    [
      'A.java',
      `class A {\n  static final String NAME = "house-v2";\n  M x = ${BUILDER}.modelName(NAME).build();\n}\n`,
    ],
    [
      'A.java',
      `class A {\n  M x = ${BUILDER}.modelName(NAME).build();\n  static final String NAME = "house-v2";\n}\n`,
    ],
    [
      'A.java',
      `class A { void f() {\n  String name = "house-v2";\n  M x = ${BUILDER}.modelName(name).build();\n} }\n`,
    ],
    ['a.kt', `private const val NAME = "house-v2"\nval x = ${BUILDER}.modelName(NAME).build()\n`],
    ['a.scala', `object A {\n  val Name = "house-v2"\n  val x = ${BUILDER}.modelName(Name).build()\n}\n`],
    [
      'A.cs',
      'using OpenAI.Chat;\nclass A {\n  const string Name = "house-v2";\n  ChatClient c = new ChatClient(model: Name, ' +
        `options: new OpenAIClientOptions { Endpoint = new Uri("${ADDRESS}") });\n}\n`,
    ],
    [
      'a.rb',
      `NAME = "house-v2"\nclient = OpenAI::Client.new(uri_base: "${ADDRESS}")\n` +
        'client.chat(parameters: { model: NAME, messages: [] })\n',
    ],
    [
      'a.php',
      `<?php\nclass A {\n  private const NAME = 'house-v2';\n  function f() {\n` +
        `    $c = OpenAI::factory()->withBaseUri('${ADDRESS}')->make();\n` +
        `    $c->chat()->create(['model' => self::NAME, 'messages' => []]);\n  }\n}\n`,
    ],
    [
      'a.rs',
      'const NAME: &str = "house-v2";\nasync fn f() {\n' +
        `    let c = Client::with_config(OpenAIConfig::new().with_api_base("${ADDRESS}"));\n` +
        '    let r = CreateChatCompletionRequestArgs::default().model(NAME).messages([]).build()?;\n' +
        '    c.chat().create(r).await?;\n}\n',
    ],
  ])('is read as the argument that it is given as: %s %j', (path, text) =>
    expect(hostsIn(text, path)).toEqual(asked),
  );

  it('is asked at the address of its own builder where another has another one', () => {
    const other =
      'OpenAiChatModel.builder().baseUrl("https://api.ai.sakura.ad.jp/v1").modelName(TWO).build()';
    const names = 'static final String ONE = "house-v1";\n  static final String TWO = "house-v2";';
    const text = `class A {\n  ${names}\n  M x = ${BUILDER}.modelName(ONE).build();\n  M y = ${other};\n}\n`;
    expect(hostsIn(text, 'A.java')).toEqual({
      'house-v1': 'preferred-networks',
      'house-v2': 'sakura-internet',
    });
  });

  it.each([
    [
      'A.java',
      'class A {\n  static final String NAME = "bmw-320";\n  Car c = Car.builder().model(NAME).build();\n}\n',
    ],
    ['a.py', 'NAME = "my-robot-v2"\nrobot = Robot(model=NAME)\n'],
    [
      'a.ts',
      'import OpenAI from "openai";\nconst client = new OpenAI();\nconst printer = "acme/laser-2000";\n' +
        'submit({ model: printer, qty: 1 });\n',
    ],
    [
      'a.py',
      'from openai import OpenAI\nclient = OpenAI()\nprinter = "acme/laser-2000"\nsubmit(model=printer)\n',
    ],
    ['a.ts', "const NAME = 'phone-15';\nprisma.device.create({ data: { model: NAME } });\n"],
  ])('is none of what has a model of another kind: %s %j', (path, text) =>
    expect(hostsIn(text, path)).toEqual({}),
  );
});
