import { describe, expect, it } from 'vitest';
import { detect } from './marked';

const clientsOf = (text: string, path: string): readonly string[] =>
  (detect(text, path).clients ?? [])
    .filter(({ isAddress }) => isAddress !== true)
    .map(({ name, host }) => `${name} ${String(host)}`);

describe('clients that a text makes for others', () => {
  it.each([
    [
      'a.ts',
      'export const ai = new OpenAI({ apiKey, baseURL: "https://api.deepseek.com/v1" });\n',
      ['ai deepseek'],
    ],
    [
      'a.ts',
      'import { AzureOpenAI } from "openai";\nexport default new AzureOpenAI({ endpoint: env.E });\n',
      ['default azure'],
    ],
    [
      'a.ts',
      'import { AzureOpenAI } from "openai";\nconst azure = new AzureOpenAI({});\nexport default azure;\n',
      ['azure azure', 'default azure'],
    ],
    [
      'a.ts',
      'import { createAzure } from "@ai-sdk/azure";\nexport const az = createAzure({});\n',
      ['az azure'],
    ],
    [
      'a.py',
      'from openai import AzureOpenAI\n\ndef get_client(\n    key: str,\n):\n    return AzureOpenAI(api_version="x")\n',
      ['get_client azure'],
    ],
    [
      'a.py',
      'from openai import OpenAI\n\nclass Chat:\n    def __init__(self):\n        self.c = OpenAI(base_url="https://api.deepseek.com")\n',
      ['Chat deepseek'],
    ],
    [
      'a.go',
      'func New() *openai.Client {\n\tcfg := openai.DefaultConfig("k")\n\tcfg.BaseURL = "https://api.deepseek.com/v1"\n' +
        '\treturn openai.NewClientWithConfig(cfg)\n}\n',
      ['New deepseek'],
    ],
    [
      'a.go',
      'package a\n\nvar Client = newClient()\n\nfunc newClient() *openai.Client {\n' +
        '\tcfg := openai.DefaultConfig("k")\n\tcfg.BaseURL = "https://api.deepseek.com/v1"\n' +
        '\treturn openai.NewClientWithConfig(cfg)\n}\n',
      ['newClient deepseek', 'Client deepseek'],
    ],
    [
      'a.go',
      'package a\n\nvar Client = func() *openai.Client {\n\tcfg := openai.DefaultConfig("k")\n' +
        '\tcfg.BaseURL = "https://api.deepseek.com/v1"\n\treturn openai.NewClientWithConfig(cfg)\n}()\n',
      ['Client deepseek'],
    ],
    [
      'a.py',
      'def make(key):\n    return OpenAI(base_url="https://api.deepseek.com", api_key=key)\n\nclient = make(os.environ["API_KEY"])\n',
      ['make deepseek', 'client deepseek'],
    ],
    [
      'a.py',
      'def make(where="https://api.deepseek.com"):\n    return OpenAI(base_url=where)\n\nclient = make(OTHER)\nplain = make()\n',
      ['make deepseek', 'client null', 'plain deepseek'],
    ],
    [
      'a.py',
      'def make(url="https://api.deepseek.com"):\n    return OpenAI(base_url=url)\n\nclient = make(base_url)\n',
      ['make deepseek', 'client null'],
    ],
    ['a.py', 'さくら = OpenAI(base_url="https://api.deepseek.com")\n助手 = さくら\n', ['さくら deepseek']],
    [
      'a.py',
      'def 取得():\n    return OpenAI(base_url="https://api.deepseek.com")\n\n客户端 = 取得()\n',
      ['取得 deepseek', '客户端 deepseek'],
    ],
    ['a.rb', 'LLM = OpenAI::Client.new(uri_base: "https://api.deepseek.com")\n', ['LLM deepseek']],
  ])('in %s, %j', (path, text, names) => expect(clientsOf(text, path)).toEqual(names));

  it.each([
    // A server of the project's own and OpenAI hide the clients of other files that have the same name.
    ['from openai import OpenAI\nclient = OpenAI()\n', 'client openai'],
    ['from openai import OpenAI\nclient = OpenAI(base_url="http://localhost:8000/v1")\n', 'client self'],
    ['from anthropic import Anthropic\nclient = Anthropic(base_url=settings.url)\n', 'client null'],
    [
      'from openai import AzureOpenAI\nfrom groq import Groq\n\ndef get(kind):\n    return AzureOpenAI() if kind else Groq()\n',
      'get null',
    ],
    [
      'from openai import OpenAI\n\ndef get(gpu):\n    if gpu:\n        return VllmEngine(gpu)\n    return OpenAI(base_url="https://openrouter.ai/api/v1")\n',
      'get null',
    ],
  ])("are told also where they are the project's own, OpenAI's or open: %j", (text, name) =>
    expect(clientsOf(text, 'a.py')).toEqual([name]),
  );

  const AZURE = 'AzureOpenAI(api_version="x")';
  const NEW = 'new AzureOpenAI({ apiVersion: "x" })';

  it.each([
    ['a.py', `def get(name):\n    if name == "azure":\n        return ${AZURE}\n    return connect(name)\n`],
    ['a.py', `def get():\n    fallback = ${AZURE}\n    return make(fallback)\n`],
    [
      'a.py',
      `class Clients:\n    def azure(self):\n        return ${AZURE}\n    def deepseek(self):\n        return connect()\n`,
    ],
    [
      'a.py',
      `class Clients:\n    def azure(self):\n        return ${AZURE}\n    def deepseek(self):\n        return ResponseClient()\n`,
    ],
    [
      'a.py',
      `class Llm:\n    def __init__(self):\n        self.c = ${AZURE}\n    def ask(self, m):\n        if self.direct:\n            return create_llm_response(m)\n        return self.c.chat.completions.create(model=m)\n`,
    ],
    [
      'a.ts',
      `export class Llm {\n  c = ${NEW};\n  async ask(model: string) {\n    return createChatResponse(model);\n  }\n}\n`,
    ],
    ['a.py', `c = ${AZURE}\nif CN:\n    c = DeepSeek()\n`],
    ['a.py', `c = ${AZURE} if prod else connect()\n`],
    ['a.py', `def get():\n    return ${AZURE}\n\ndef get():\n    return connect()\n`],
    ['a.ts', `export const clients = {\n  azure: ${NEW},\n  deepseek: connect(),\n};\n`],
    [
      'a.ts',
      `export const get = (kind: string) => {\n  if (kind) return ${NEW};\n  return connect(kind);\n};\n`,
    ],
    ['a.ts', `export const c = make(${NEW});\n`],
  ])('are open where they may be others, in %s: %j', (path, text) =>
    expect(clientsOf(text, path)).toEqual([expect.stringMatching(/ null$/)]),
  );

  it.each([
    [
      'a.py',
      `_c = None\n\ndef get():\n    global _c\n    if _c is None:\n        _c = ${AZURE}\n    return _c\n`,
    ],
    ['a.py', `def get():\n    c = ${AZURE}\n    try:\n        yield c\n    finally:\n        c.close()\n`],
    [
      'a.py',
      `class Llm:\n    _i = None\n    @classmethod\n    def get(cls):\n        if cls._i is None:\n            cls._i = ${AZURE}\n        return cls._i\n`,
    ],
    [
      'a.py',
      `class Llm:\n    def __init__(self):\n        self.c = ${AZURE}\n    def ask(self, m):\n        return json.loads(self.c.chat.completions.create(model=m))\n`,
    ],
    [
      'a.py',
      `class Llm:\n    def make(self):\n        c = ${AZURE}\n        return c\n    def ask(self, m):\n        c = self.make()\n        return LLMResponse(metadata=LlmResponseMetadata(model=m))\n`,
    ],
    [
      'a.ts',
      `export class Llm {\n  c = ${NEW};\n  async ask(model: string) {\n    return new ChatResult({ model });\n  }\n}\n`,
    ],
    ['a.py', `c = ${AZURE}\nc = instructor.patch(c)\n`],
    ['a.ts', `const g = globalThis;\nexport const c = g.client ?? ${NEW};\n`],
    ['a.ts', `export const c = wrapOpenAI(${NEW});\n`],
    [
      'a.ts',
      `let c: AzureOpenAI | null = null;\nexport function get() {\n  if (!c) {\n    c = ${NEW};\n  }\n  return c;\n}\n`,
    ],
    [
      'a.ts',
      `export const get = async (key?: string): Promise<AzureOpenAI> => {\n  const c = ${NEW};\n  return c;\n};\n`,
    ],
  ])('are told where they can be nothing else, in %s: %j', (path, text) =>
    expect(clientsOf(text, path)).toContainEqual(expect.stringMatching(/ azure$/)),
  );

  it.each([
    ['a.py', `"""Use\n\nclient = ${AZURE}\n"""\nclient = connect()\n`],
    ['a.ts', `export const help = \`\nexport default new AzureOpenAI({})\n\`;\nexport default make();\n`],
    ['A.java', `class Other {\nclass Llm {\n  Object c = ${NEW};\n}\n}\n`],
  ])('are none that stand in a text or in another class, in %s: %j', (path, text) =>
    expect(clientsOf(text, path)).not.toContainEqual(expect.stringMatching(/^(?:client|default|Llm) azure$/)),
  );

  it('have the region that they are made with', () => {
    const text = 'import boto3\n\nbedrock = boto3.client("bedrock-runtime", region_name="eu-central-1")\n';
    expect(detect(text, 'a.py').clients).toEqual([
      { name: 'bedrock', host: 'bedrock', region: 'eu-central-1' },
    ]);
  });

  const BEDROCK = 'boto3.client("bedrock-runtime"';
  it.each([
    `def get(region="eu-central-1"):\n    return ${BEDROCK}, region_name=region)\n`,
    `def get():\n    s3 = boto3.client("s3", region_name="eu-central-1")\n    return ${BEDROCK})\n`,
    `def get():\n    """Not region_name="eu-central-1"."""\n    return ${BEDROCK}, region_name=os.environ["R"])\n`,
    `get = ${BEDROCK}, region_name="eu-central-1")\nif US:\n    get = ${BEDROCK}, region_name="us-east-1")\n`,
    `def get(eu):\n    if eu:\n        return ${BEDROCK}, region_name="eu-central-1")\n    return ${BEDROCK})\n`,
  ])('have none that is said of something else, or not of all: %j', (text) =>
    expect(detect(`import boto3\n\n${text}`, 'a.py').clients).toEqual([{ name: 'get', host: 'bedrock' }]),
  );

  it('have that of the session which makes them', () => {
    const text =
      'def get():\n    s = boto3.Session(region_name="eu-central-1")\n    return s.client("bedrock-runtime")\n';
    expect(detect(`import boto3\n\n${text}`, 'a.py').clients).toEqual([
      { name: 'get', host: 'bedrock', region: 'eu-central-1' },
    ]);
  });

  it.each([
    // An address that no client is given.
    ['a.py', 'class Settings:\n    base_url: str = Field("https://api.deepseek.com/v1")\n'],
    ['a.py', 'base_url = "https://api.deepseek.com/v1"\n'],
  ])('are none in %s, %j', (path, text) => expect(clientsOf(text, path)).toEqual([]));
});

describe('what calls a client of the text', () => {
  const hostOf = (text: string, path: string): unknown => {
    const [reference] = detect(text, path).references;
    return [reference?.role, reference?.host];
  };
  const MAKES =
    'from openai import OpenAI, AzureOpenAI\n\ndef azure():\n    return AzureOpenAI(api_version="x")\n\n' +
    'def own():\n    return OpenAI(base_url="http://vllm:8000/v1", api_key="x")\n\nplain = OpenAI()\n\n';

  it.each([
    ['azure().chat.completions.create(model="gpt-4o")\n', ['calls', 'azure']],
    ['client = azure()\nclient.chat.completions.create(model="gpt-4o")\n', ['calls', 'azure']],
    ['own().chat.completions.create(model="meta-llama/Llama-3.1-8B-Instruct")\n', ['loads', 'self']],
    ['plain.chat.completions.create(model="gpt-4o")\n', ['calls', 'openai']],
  ])('asks whom that asks: %s', (call, asked) => expect(hostOf(MAKES + call, 'a.py')).toEqual(asked));

  it('asks so also for a name that the text keeps', () => {
    const text =
      'const draft = "meta-llama/Llama-3.1-8B-Instruct"\n\nfunc own() *openai.Client {\n' +
      '\tcfg := openai.DefaultConfig("x")\n\tcfg.BaseURL = "http://vllm.svc.cluster.local:8000/v1"\n' +
      '\treturn openai.NewClientWithConfig(cfg)\n}\n\nfunc f() {\n' +
      '\town().CreateChatCompletion(ctx, openai.ChatCompletionRequest{\n\t\tModel: draft,\n\t})\n}\n';
    expect(
      hostOf(`package a\n\nimport (\n\topenai "github.com/sashabaranov/go-openai"\n)\n\n${text}`, 'a.go'),
    ).toEqual(['loads', 'self']);
  });
});

describe('the client of another file', () => {
  const byOf = (text: string, path: string): unknown => detect(text, path).references[0]?.askedBy;
  const ask = (client: string): string =>
    `${client}.chat.completions.create({ model: "gpt-4o", messages: [] });\n`;

  it.each([
    [
      'a.ts',
      `import { ai as c } from "./lib/ai";\n${ask('c')}`,
      { module: './lib/ai', path: ['ai', 'chat'] },
    ],
    [
      'a.ts',
      `import { make } from "./ai";\nconst c = make();\n${ask('c')}`,
      { module: './ai', path: ['make'] },
    ],
    [
      'a.py',
      'from app import llm\nllm.client.chat.completions.create(model="gpt-4o")\n',
      { module: 'app', path: ['llm', 'client'] },
    ],
    [
      'A.kt',
      'fun f() {\n    Llm.client.chat().create(ChatParams.builder().model("gpt-4o").build())\n}\n',
      { module: '.', path: ['Llm', 'client'] },
    ],
    [
      'A.kt',
      'import com.acme.llm.Llm\nfun f() {\n    Llm.client.chat().create(ChatParams.builder().model("gpt-4o").build())\n}\n',
      { module: 'com.acme.llm.Llm', path: ['Llm', 'client'] },
    ],
    ['a.ts', `import client from "./ai";\n${ask('client')}`, { module: './ai', path: ['default', 'chat'] }],
  ])('is told by its names in %s, %j', (path, text, by) => expect(byOf(text, path)).toEqual(by));

  it.each([
    ['a.ts', ask('client')],
    ['a.ts', `const ai = new OpenAI({ baseURL: "https://openrouter.ai/api/v1" });\n${ask('ai')}`],
  ])('is none in %s, %j', (path, text) => expect(byOf(text, path)).toBeUndefined());

  const IMPORT = 'from llm import client\n';
  const CALL = 'client.chat.completions.create(model="gpt-4o")\n';

  it.each([
    ['a.py', `${IMPORT}def ask(client, m):\n    return ${CALL}`],
    ['a.py', `${IMPORT}def ask(m):\n    with kit.make() as client:\n        return ${CALL}`],
    ['a.py', `${IMPORT}def ask(m):\n    for client in kit.all():\n        ${CALL}`],
    ['a.py', `${IMPORT}ask = lambda client: ${CALL}`],
    ['a.py', `"""Use\n\n${IMPORT}"""\nfrom kit import *\n${CALL}`],
    ['a.py', `try:\n    from kit import client\nexcept ImportError:\n    ${IMPORT}${CALL}`],
    [
      'a.ts',
      `import { client } from "./llm";\nfunction ask() {\n  const client = make();\n  ${ask('client')}}\n`,
    ],
    ['a.ts', `import { client } from "./llm";\nconst ask = (client) => ${ask('client')}`],
    [
      'a.ts',
      `import { client } from "./llm";\nfunction ask() {\n  const { client } = kit();\n  ${ask('client')}}\n`,
    ],
    ['a.ts', `import { client } from "./llm";\nfunction ask({ client, messages }) {\n  ${ask('client')}}\n`],
    ['a.ts', `// import { client } from "./llm";\n${ask('client')}`],
    ['a.ts', `import { client } from "./llm";\n${ask('client.withOptions({ baseURL })')}`],
    [
      'a.ts',
      `import { client } from "./llm";\nconst other = client.withOptions({ baseURL: url });\n${ask('other')}`,
    ],
    ['a.ts', `import { client } from "./llm";\nclient.baseURL = url;\n${ask('client')}`],
  ])('is none that the text calls so itself, or gives another address, in %s: %j', (path, text) =>
    expect(byOf(text, path)).toBeUndefined(),
  );

  it.each([
    ['a.py', `${IMPORT}def other(client):\n    return 1\n\ndef ask():\n    return ${CALL}`],
    ['a.py', `${IMPORT}agent = Agent(\n    client=client,\n)\n${CALL}`],
    ['a.py', `def ask():\n    ${IMPORT}    return ${CALL}`],
  ])('is the one that is imported where the name is something else elsewhere, in %s: %j', (path, text) =>
    expect(byOf(text, path)).toEqual({ module: 'llm', path: ['client', 'chat'] }),
  );
});
