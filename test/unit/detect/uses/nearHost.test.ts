import { describe, expect, it } from 'vitest';
import { detectReferences } from '../../../../src/core/detect/detectReferences';
import { builtCatalog } from '../../../support/builtCatalog';
import { modelRecord, testCatalog } from '../../../support/catalog';
import { detect } from '../marked';

const hosts = (text: string, path: string): readonly unknown[] =>
  detect(text, path).references.map(({ text: name, role, host }) => [name, role, host]);

describe('the one client that a function makes', () => {
  const made = (body: string): string =>
    `class A {\n  constructor(config = {}) {\n    const { model = "gpt-4o" } = config;\n${body}  }\n}\n`;
  const client = '    this.c = new OpenAI({ baseURL: "https://api.acme.dev/v1", apiKey: key });\n';

  it('says where its model is asked for', () => {
    expect(hosts(made(client), 'a.js')).toEqual([['gpt-4o', 'calls', 'api.acme.dev']]);
  });

  it('does not where it is one of several', () => {
    expect(
      hosts(
        made(`    if (config.fast) {\n  ${client}    } else {\n      this.c = new OpenAI();\n    }\n`),
        'a.js',
      ),
    ).toEqual([['gpt-4o', 'calls', 'openai']]);
  });
});

describe('the one client in the braces of a function', () => {
  const made = (base: string, more = ''): string =>
    `function make() {\n  this.model = "gpt-4o";\n  this.c = new OpenAI({ baseURL: "${base}" });\n${more}}\n` +
    'function other() { this.d = new OpenAI({ baseURL: "https://api.together.xyz/v1" }); }\n';
  const ROUTER = 'https://openrouter.ai/api/v1';

  it('is asked for what is set there, whatever others the text makes', () => {
    expect(hosts(made(ROUTER), 'a.js')).toEqual([['gpt-4o', 'calls', 'openrouter']]);
  });

  it.each([
    ['which is chosen', made(ROUTER, '  if (fast) this.c = undefined;\n')],
    ['beside a second one', made(ROUTER, '  this.e = new Anthropic({ apiKey });\n')],
    ['with a second address', made(ROUTER, '  const o = { baseURL: "https://api.groq.com/openai/v1" };\n')],
    [
      'in a block of it',
      made(ROUTER).replace('this.model = "gpt-4o";', 'const a = { b: { model: "gpt-4o" } };'),
    ],
  ])('is not, %s', (_, text) => {
    expect(hosts(text, 'a.js').map((one) => (one as string[])[2])).not.toContain('openrouter');
  });
});

describe('a case among cases of providers', () => {
  const cases = (label: string): string =>
    `switch (provider) {\n  case "anthropic":\n    return a;\n  case "groq":\n    return b;\n  case "ollama":\n    return c;\n  case "${label}":\n    return process.env.PREFERRED ?? "gpt-4o";\n}\n`;

  it('that nobody knows says that another runs the model', () => {
    expect(hosts(cases('cometapi'), 'a.js')).toEqual([['gpt-4o', 'calls', null]]);
  });

  it('says nothing where it is for the maker', () => {
    expect(hosts(cases('chatgpt'), 'a.js')).toEqual([['gpt-4o', 'calls', 'openai']]);
  });

  it('says nothing among other cases', () => {
    expect(hosts('switch (kind) {\n  case "cometapi":\n    return "gpt-4o";\n}\n', 'a.js')).toEqual([
      ['gpt-4o', 'calls', 'openai'],
    ]);
  });
});

describe("a client of the Hub's service", () => {
  const setting = (rest: string): string =>
    `class A\n  DEFAULTS = {\n    embedding_model: "acme/thing-7b"\n  }\n  def initialize\n    ${rest}\n  end\nend\n`;

  it('asks there for the model of a setting', () => {
    expect(hosts(setting('@client = ::HuggingFace::InferenceApi.new(api_token: key)'), 'a.rb')).toEqual([
      ['acme/thing-7b', 'calls', 'huggingface'],
    ]);
  });

  it('does not where the text speaks to a server of its own', () => {
    expect(hosts(setting('InferenceApi.new("http://localhost:8080")'), 'a.rb')).not.toContainEqual([
      'acme/thing-7b',
      'calls',
      'huggingface',
    ]);
  });
});

describe("a name of a maker's own beside two clients", () => {
  const CATALOG = testCatalog(
    [modelRecord('gpt-4o', { openness: 'api-only' }, 'openai')],
    builtCatalog().hosts,
  );
  const hostsIn = (text: string, path: string): readonly unknown[] =>
    detectReferences(text, { path, catalog: CATALOG }).references.map(({ text: name, host }) => [name, host]);
  const groq = 'OpenAI({ baseURL: "https://api.groq.com/openai/v1", apiKey: process.env.GROQ_API_KEY })';

  it.each([
    [
      'a.ts',
      `class A {\n  constructor() {\n    this.openai = new OpenAI();\n    this.groq = new ${groq};\n    this.model = "gpt-4o";\n  }\n}\n`,
    ],
    [
      'a.py',
      'def run(prompt):\n    groq = OpenAI(base_url="https://api.groq.com/openai/v1")\n    client = OpenAI()\n    model = "gpt-4o"\n    return client.chat.completions.create(model=model)\n',
    ],
    ['b.py', 'groq = Groq()\nclient = OpenAI()\nmodel = "gpt-4o"\nprint(ask(model))\n'],
  ])('is asked for at its maker, and not at one that runs only open weights, in %s: %j', (path, text) => {
    expect(hostsIn(text, path)).toEqual([['gpt-4o', 'openai']]);
  });

  it('is asked for where the client that is called with it is', () => {
    expect(hostsIn('Groq().chat.completions.create(model="gpt-4o")\n', 'a.py')).toEqual([['gpt-4o', 'groq']]);
  });
});

describe('a file or class with the name of a host', () => {
  const provider = (name: string, rest = ''): string =>
    `export class ${name} {\n  client = new OpenAI({ baseURL: "https://openrouter.ai/api/v1", apiKey: key });\n${rest}  defaultModel = "gpt-4o";\n}\n`;

  const asking = (client: string): string =>
    `const MODEL = 'gpt-4o';\n\nfunction client() {\n  return new OpenAI({ baseURL: '${client}' });\n}\n\n` +
    'export const ask = () => client().chat.completions.create({ model: MODEL });\n';

  it('asks there for what it names, where it gives a client that address alone', () => {
    expect(hosts(provider('OpenRouterProvider'), 'a.ts')).toEqual([['gpt-4o', 'calls', 'openrouter']]);
    expect(
      hosts(
        'client = OpenAI(base_url="https://openrouter.ai/api/v1")\n\nDEFAULT_MODEL = "openai/gpt-4o"\n',
        'providers/openrouter/models.py',
      ),
    ).toEqual([['openai/gpt-4o', 'calls', 'openrouter']]);
  });

  it('need not have it where each client that a text makes is given the address', () => {
    const hostAt = (address: string): unknown => detect(asking(address), 'a.ts').references[0]?.host;
    expect(hostAt('https://models.inference.ai.azure.com')).toBe('github-models');
    expect(hostAt('https://api.acme.dev/v1')).toBe('api.acme.dev');
    expect(hostAt('https://api.deepseek.com')).toBe('openai');
  });

  it('says nothing where another client or provider stands beside it', () => {
    expect(hosts(provider('AnyProvider', '  other = new OpenAI({ apiKey });\n'), 'a.ts')).toEqual([
      ['gpt-4o', 'calls', 'openai'],
    ]);
    const text = asking('https://openrouter.ai/api/v1');
    expect(detect(text, 'a.ts').references[0]?.host).toBe('openrouter');
    expect(detect(`${text}fetch(url, process.env.MISTRAL_API_KEY);\n`, 'a.ts').references[0]?.host).toBe(
      'openai',
    );
  });
});

describe('a case of a provider that nobody knows', () => {
  const hostOf = (text: string): string | null | undefined => detect(text, 'a.ts').references[0]?.host;
  const cases = (labels: readonly string[], gap = ' '): string =>
    `case "cometapi":${gap}return "gpt-5-mini";\n${labels.map((label) => `case "${label}": return 1;\n`).join('')}`;

  it.each([
    ['among three of known ones', cases(['openai', 'anthropic', 'groq']), null],
    ['among two', cases(['openai', 'anthropic']), 'openai'],
    ['near its label', cases(['openai', 'anthropic', 'groq'], ' '.repeat(200)), null],
    ['far from it', cases(['openai', 'anthropic', 'groq'], ' '.repeat(260)), 'openai'],
    ['behind its end', cases(['openai', 'anthropic', 'groq'], ' break; '), 'openai'],
    ['near the others', `${cases([])}${' '.repeat(1_300)}\n${cases(['openai', 'anthropic', 'groq'])}`, null],
    [
      'far from them',
      `${cases([])}${' '.repeat(1_600)}\n${cases(['openai', 'anthropic', 'groq'])}`,
      'openai',
    ],
  ])('decides who runs what it names %s', (_, text, host) => expect(hostOf(text)).toBe(host));
});

describe('a branch for a provider', () => {
  const text = (equals: string): string =>
    ['OPENAI', 'AZURE', 'GOOGLE_VERTEXAI', 'GOOGLE_GENAI', 'TOGETHER', 'ELSE']
      .map(
        (provider, at) =>
          `${at === 0 ? 'if' : 'elif'} PROVIDER ${equals} Provider.${provider}:\n    MODEL = env("MODEL", "${NAMES[at]}")\n`,
      )
      .join('');
  const NAMES = [
    'gpt-4o',
    'gpt-4o-mini',
    'gemini-2.0-flash',
    'gemini-2.5-flash',
    'meta-llama/Llama-3.3-70B-Instruct-Turbo',
    'gpt-4.1',
  ];
  const hostsIn = (of: string, path = 'a.py'): readonly unknown[] =>
    detect(of, path).references.map(({ host }) => host);

  it('says who is asked for what it sets', () => {
    expect(hostsIn(text('=='))).toEqual(['openai', 'azure', 'vertex', 'google', 'together', 'openai']);
  });

  it('does not where it is for every other one', () => {
    expect(hostsIn(text('!=')).slice(0, 2)).toEqual(['openai', 'openai']);
  });

  it('ends at what else it is chosen from, and at the function', () => {
    const ends = (between: string): unknown =>
      hostsIn(`if p == "azure":\n  a()\n${between}\n  m = "gpt-4o"\n`)[0];
    expect(ends('if q == "azure":')).toBe('azure');
    for (const other of ['else:', 'def f():', 'if p == "azure" or p == "openai":'])
      expect(ends(other)).toBe('openai');
  });

  it('is one of a brace as well', () => {
    const code = 'if (kind === "openrouter") {\n  model = model || "gpt-4o";\n}\n';
    expect(hostsIn(code, 'a.ts')).toEqual(['openrouter']);
    expect(hostsIn(code.replace('openrouter', 'deepseek'), 'a.ts')).toEqual(['openai']);
  });
});

describe('a branch for all but one service', () => {
  const hostsIn = (of: string, path: string): readonly unknown[] =>
    detect(of, path).references.map(({ host }) => host);

  it.each([
    [
      'a.rs',
      'fn f() {\n    if !bot.provider().contains("api.openai.com") {\n        let m = "gpt-4o".to_string();\n    }\n}\n',
    ],
    ['a.py', 'if provider != "openai":\n    model = "gpt-4o"\n'],
    ['a.py', 'if "api.openai.com" not in url:\n    model = "gpt-4o"\n'],
    ['a.ts', "if (provider !== 'openai') {\n  model = 'gpt-4o';\n}\n"],
  ])('does not ask that, in %s: %s', (path, text) => {
    expect(hostsIn(text, path)).toEqual([null]);
  });

  it.each([
    ['a.py', 'if provider != "openai":\n    if provider == "azure":\n        model = "gpt-4o"\n', 'azure'],
    ['a.py', 'if provider != "openai" and provider == "azure":\n    model = "gpt-4o"\n', 'azure'],
    ['a.ts', "if (p !== 'openai') {\n  if (p === 'openrouter') {\n    m = 'gpt-4o';\n  }\n}\n", 'openrouter'],
    ['a.py', 'if provider == "azure":\n    if provider != "openai":\n        model = "gpt-4o"\n', 'azure'],
    ['a.py', 'if provider != "openai":\n    if region == "eu":\n        model = "gpt-4o"\n', null],
  ])('leaves it to one that says who is asked, in %s: %s', (path, text, host) => {
    expect(hostsIn(text, path)).toEqual([host]);
  });

  it.each([
    [
      'a.rs',
      'fn f() {\n    if bot.provider().contains("api.openai.com") {\n        let m = "gpt-4o".to_string();\n    }\n}\n',
    ],
    ['a.py', 'if provider != "anthropic":\n    model = "gpt-4o"\n'],
    ['a.py', 'if provider != "openai" or force:\n    model = "gpt-4o"\n'],
    ['a.py', 'if model != "":\n    model = "gpt-4o"\n'],
    ['a.py', 'if provider != "openai":\n    f()\nelse:\n    model = "gpt-4o"\n'],
  ])('may be for that in other cases, in %s: %s', (path, text) => {
    expect(hostsIn(text, path)).toEqual(['openai']);
  });
});

describe('a branch for names with the provider before them', () => {
  it.each([
    ['a.ts', "if (m.startsWith('azure/')) {\n  if (tools) {\n    m = 'gpt-4o';\n  }\n}\n", 'azure'],
    ['a.py', 'if m.startswith("azure/"):\n    m = "gpt-4o"\n', 'azure'],
    ['a.go', 'func f() {\n\tif strings.HasPrefix(m, "azure/") {\n\t\tm = "gpt-4o"\n\t}\n}\n', 'azure'],
    [
      'a.rs',
      'fn f() {\n    if m.starts_with("openrouter/") {\n        m = "gpt-4o";\n    }\n}\n',
      'openrouter',
    ],
    ['a.ts', "if (!m.startsWith('azure/')) {\n  m = 'gpt-4o';\n}\n", 'openai'],
    ['a.py', 'if not m.startswith("azure/"):\n    m = "gpt-4o"\n', 'openai'],
    ['a.ts', "if (m.startsWith('azure/')) {\n  go();\n} else {\n  m = 'gpt-4o';\n}\n", 'openai'],
    ['a.ts', "if (m.startsWith('azure')) {\n  m = 'gpt-4o';\n}\n", 'openai'],
  ])('in %s asks that provider: %s', (path, text, host) => {
    const { references } = detect(text, path);
    expect(references.filter(({ role }) => role === 'calls').map((one) => one.host)).toEqual([host]);
  });
});
