import { describe, expect, it } from 'vitest';
import { detectReferences } from '../../../../../src/core/detect/detectReferences';
import { withoutServedNames } from '../../../../../src/core/detect/servedNames';
import { isAddressOpen } from '../../../../../src/core/detect/uses/client/asked';
import { render } from '../../../../../src/core/message';
import type { ModelReference } from '../../../../../src/core/reference';
import { builtCatalog } from '../../../../support/builtCatalog';
import { detect } from '../../marked';

/** A call through a client that is given an address. */
function calledThrough(address: string): ModelReference | undefined {
  const text = `client = OpenAI(base_url="${address}")\nclient.chat.completions.create(model="gpt-4o")\n`;
  return detect(text, 'a.py').references.find(({ range }) => text.startsWith('gpt-4o', range.start));
}

/** Its host and reasons. */
function callThrough(address: string): { readonly host: string | null | undefined; readonly why: string } {
  const reference = calledThrough(address);
  return { host: reference?.host, why: (reference?.why ?? []).map((reason) => render(reason)).join('; ') };
}

describe('a client of a server of the own', () => {
  it.each([
    [
      'a.ts',
      'import { LMStudioClient } from "@lmstudio/sdk";\nconst c = new LMStudioClient();\nc.llm.getModel("Qwen/Qwen3-8B");',
    ],
    [
      'a.ts',
      'import { LMStudioClient } from "@lmstudio/sdk";\nconst c = new LMStudioClient();\nc.llm.model("Qwen/Qwen3-8B");',
    ],
    ['a.py', 'import lmstudio as lms\nm = lms.llm("Qwen/Qwen3-8B")'],
  ])('has the weights loaded here, in %s: %s', (path, text) => {
    const [reference] = detect(text, path).references;
    expect(reference).toMatchObject({ text: 'Qwen/Qwen3-8B', role: 'loads', host: 'self' });
  });
});

describe('the reason that an address gives', () => {
  it.each([
    'https://someone:s3cret@api.deepseek.com/v1',
    'https://api.deepseek.com/v1?api_key=s3cret',
    'https://api.deepseek.com/v1#s3cret',
  ])('shows neither user nor query of %s', (address) => {
    expect(callThrough(address)).toEqual({
      host: 'deepseek',
      why: 'the address https://api.deepseek.com/v1 is of deepseek',
    });
  });

  it('has the whole of an address of IPv6', () => {
    expect(callThrough('http://[2001:db8::1]:8000/v1')).toEqual({
      host: '[2001:db8::1]',
      why: 'the address http://[2001:db8::1]:8000/v1 is of [2001:db8::1]',
    });
  });

  it('is a host of its own where letters imitate those of a known one', () => {
    expect(callThrough('https://api.\u043eр\u0435nai.com/v1').host).toBe('api.\u043eр\u0435nai.com');
  });
});

describe("a client of OpenAI's protocol whose address is not written", () => {
  const called = (text: string, path = 'a.py'): readonly unknown[] =>
    detect(text, path).references.map(({ text: name, role, host }) => [name, role, host]);
  const asks = 'client.chat.completions.create(model="acme/thing-7b")';

  it.each([
    `from openai import OpenAI\nclient = OpenAI(base_url=os.environ["URL"])\n${asks}`,
    `from openai import OpenAI\nclient = OpenAI(base_url=f"https://{HOST}/v1")\n${asks}`,
    `from openai import AsyncOpenAI\nself.client = AsyncOpenAI(api_key=key, base_url=cfg.url)\nself.${asks}`,
    'from langchain_openai import ChatOpenAI\nChatOpenAI(model="acme/thing-7b", base_url=os.environ["URL"])',
  ])('calls a name that OpenAI does not have at a host nobody knows: %s', (text) => {
    expect(called(text)).toEqual([['acme/thing-7b', 'calls', null]]);
  });

  it('does in TypeScript as well', () => {
    expect(
      called(
        'import OpenAI from "openai";\nconst client = new OpenAI({ baseURL: process.env.URL });\nclient.chat.completions.create({ model: "acme/thing-7b" })',
        'a.ts',
      ),
    ).toEqual([['acme/thing-7b', 'calls', null]]);
  });

  it('calls names of another service at that service', () => {
    for (const address of ['', 'base_url=os.environ["URL"]'])
      expect(
        called(
          `from openai import OpenAI\nclient = OpenAI(${address})\nclient.chat.completions.create(model="deepseek-chat")`,
        ),
      ).toEqual([['deepseek-chat', 'calls', 'deepseek']]);
  });

  it('does for a provider of the AI SDK as well', () => {
    const text =
      "import { createOpenAI } from '@ai-sdk/openai';\nconst own = createOpenAI({ baseURL: process.env.URL });\nown('acme/thing-7b');";
    expect(called(text, 'a.ts')).toEqual([['acme/thing-7b', 'calls', null]]);
  });

  it("calls OpenAI's own names there, and any name without another address", () => {
    const own = 'from openai import OpenAI\nclient = OpenAI(base_url=os.environ["URL"])\n';
    expect(called(`${own}client.chat.completions.create(model="gpt-4o")`)).toEqual([
      ['gpt-4o', 'calls', 'openai'],
    ]);
    expect(called(`from openai import OpenAI\nclient = OpenAI()\n${asks}`)).toEqual([
      ['acme/thing-7b', 'calls', 'openai'],
    ]);
  });
});

describe('an address that is filled in when the program runs', () => {
  const uses = (text: string, path: string): readonly unknown[] =>
    detect(text, path).references.map(({ text: name, role, host }) => [name, role, host]);

  it.each([
    ['a.py', 'requests.post(f"https://{HOST}/v1/chat/completions", json={"model": "Qwen/Qwen3-8B"})'],
    ['a.sh', `curl "https://\${HOST}/v1/chat/completions" -d '{"model": "Qwen/Qwen3-8B"}'`],
    [
      'a.ts',
      'await fetch(`https://${process.env.HOST}/v1/chat/completions`, { body: JSON.stringify({ model: "Qwen/Qwen3-8B" }) });',
    ],
    [
      'a.go',
      'http.Post("https://"+host+"/v1/chat/completions", "", strings.NewReader(`{"model": "Qwen/Qwen3-8B"}`))',
    ],
    ['a.yaml', 'llm:\n  base_url: "https://${HOST}/v1"\n  model: Qwen/Qwen3-8B\n'],
    ['a.yaml', 'llm:\n  base_url: https://api.{{ .Values.region }}.acme.ai/v1\n  model: Qwen/Qwen3-8B\n'],
    ['.env', 'LLM_BASE_URL=https://${HOST}/v1\nLLM_MODEL=Qwen/Qwen3-8B\n'],
    ['a.json', '{"baseUrl": "https://{{HOST}}/v1", "model": "Qwen/Qwen3-8B"}'],
  ])('is of a host that nobody knows, without any client: %s %s', (path, text) => {
    expect(uses(text, path)).toEqual([['Qwen/Qwen3-8B', 'calls', null]]);
  });

  it.each([
    'llm:\n  base_url: "http://${VLLM_HOST}:8000/v1"\n  model: Qwen/Qwen3-8B\n',
    'llm:\n  base_url: "https://${OLLAMA_HOST}/v1"\n  model: Qwen/Qwen3-8B\n',
    'docs: "https://${SITE}/guide"\nmodel: Qwen/Qwen3-8B\n',
  ])('may be of a machine of the project, or of no model: %s', (text) => {
    expect(uses(text, 'a.yaml')).toEqual([['Qwen/Qwen3-8B', 'loads', 'self']]);
  });

  it('does not speak for the request behind a blank line', () => {
    const text = [
      `curl "https://\${HOST}/v1/chat/completions" -d '{"model": "Qwen/Qwen3-8B"}'`,
      '',
      `curl "https://api.groq.com/openai/v1/chat/completions" -d '{"model": "openai/gpt-oss-20b"}'`,
      '',
    ].join('\n');
    expect(uses(text, 'a.sh')).toEqual([
      ['Qwen/Qwen3-8B', 'calls', null],
      ['openai/gpt-oss-20b', 'calls', 'groq'],
    ]);
  });
});

describe('who is asked for a name', () => {
  const hosts = (text: string, path: string): readonly unknown[] =>
    detect(text, path).references.map(({ id, host }) => `${id} ${host ?? '-'}`);

  it('is the gateway that the text speaks of, whose names begin with their makers', () =>
    expect(
      hosts(
        "import { createOpenRouter } from '@openrouter/ai-sdk-provider';\nconst openrouter = createOpenRouter();\n" +
          "export const MODELS = {\n  fast: 'deepseek/deepseek-chat-v3-0324',\n  small: 'openai/gpt-4o-mini',\n};\n",
        'models.ts',
      ),
    ).toEqual(['deepseek-chat-v3-0324 openrouter', 'gpt-4o-mini openrouter']));

  it('is the service of its maker, where another maker that sells none of others stands beside it', () =>
    expect(
      hosts('{"provider": "anthropic", "model": "claude-haiku-4-5", "fallback": "gpt-4o"}', 'settings.json'),
    ).toEqual(['claude-haiku-4-5 anthropic', 'gpt-4o openai']));

  it.each([
    ['OPENAI_API_BASE_URL=https://api.groq.com/v1\nRAG_EMBEDDING_MODEL=a/b-7b\n', 'a/b-7b self'],
    [
      'OPENAI_API_BASE_URL=https://api.groq.com/v1\nRAG_EMBEDDING_ENGINE=openai\nRAG_EMBEDDING_MODEL=a/b-7b\n',
      'a/b-7b openai',
    ],
    ['RAG_OPENAI_API_BASE_URL=https://api.groq.com/v1\nRAG_EMBEDDING_MODEL=a/b-7b\n', 'a/b-7b groq'],
    ['BASE_URL=https://api.groq.com/v1\nHF_MODEL=a/b-7b\n', 'a/b-7b groq'],
    ['LLM_BASE_URL=https://api.groq.com/v1\nEMBEDDING_MODEL=a/b-7b\n', 'a/b-7b groq'],
  ])(
    'is not at the address for chat, where the setting is of a program that loads it: %s',
    (text, expected) => expect(hosts(text, '.env')).toEqual([expected]),
  );

  it.each([
    ['HF_EMBEDDING_MODEL', 'LLM_MODEL', 'self'],
    ['HUGGINGFACE_RERANKER_MODEL', 'LLM_MODEL', 'self'],
    ['HF_EMBEDDING_MODEL', 'NAME', 'groq'],
    ['HF_MODEL', 'NAME', 'groq'],
  ])(
    'is not at the address of another model, where it is of the Hub for documents: %s, %s',
    (key, other, host) =>
      expect(
        hosts(
          `{"BASE": {"LLM_BASE_URL": "https://api.groq.com/v1", "${other}": "x", "${key}": "a/b-7b"}}`,
          'a.json',
        ),
      ).toContain(`a/b-7b ${host}`),
  );

  it('is not at the address of a tool that an agent may use', () => {
    const agent = (key: string) =>
      `{\n  "model": "gpt-4-0613",\n  "${key}": {\n    "query": {\n      "url": "https://www.acme.test/api/v1/llm"\n    }\n  }\n}`;
    expect(hosts(agent('actions'), 'agent.json')).toEqual(['gpt-4-0613 openai']);
    expect(hosts(agent('tools'), 'agent.json')).toEqual(['gpt-4-0613 openai']);
    expect(hosts(agent('client'), 'agent.json')).toEqual(['gpt-4-0613 self']);
    const asked = (entry: string, at: string) =>
      hosts(`{"plugins": {"${entry}": {"url": "${at}"}}, "model": "gpt-4-0613"}`, 'agent.json');
    expect(asked('weather', 'https://www.acme.test/query')).toEqual(['gpt-4-0613 openai']);
    expect(asked('llm', 'https://www.acme.test/query')).toEqual(['gpt-4-0613 self']);
    expect(asked('weather', 'https://www.acme.test/v1')).toEqual(['gpt-4-0613 self']);
    expect(asked('weather', 'https://llm.acme.test/query')).toEqual(['gpt-4-0613 self']);
  });

  it('is at the address of the paragraph that is for what the model does', () => {
    const settings =
      'ENDPOINT=https://api.groq.com/v1\nCHAT_MODEL=a/b-7b\nEMBEDDING_URL=https://api.deepinfra.com/v1\n';
    expect(hosts(`${settings}EMBEDDING_MODEL=c/d-7b\n`, '.env')).toEqual(['a/b-7b groq', 'c/d-7b deepinfra']);
    expect(hosts('CHAT_MODEL=a/b-7b\nAPI_KEY=\nENDPOINT=https://api.groq.com/v1\n', 'start.sh')).toEqual([
      'a/b-7b groq',
    ]);
    expect(hosts('BASE_URL=https://api.groq.com/v1\nSUMMARY_MODEL=a/b-7b\n', '.env')).toEqual([
      'a/b-7b groq',
    ]);
  });

  it.each([
    [
      'settings.json',
      '{"ConnectorType": "GitHubModels", "GoogleVertexAI": {"ApiKey": "x"}, "Anthropic": {"Model": "claude-sonnet-4-5"}}',
    ],
    [
      'params.json',
      '{"googleVertexAIModel": {"value": "x"}, "anthropicModel": {"value": "${ANTHROPIC_MODEL=claude-sonnet-4-5}"}}',
    ],
    ['.env', 'GOOGLE_VERTEX_AI_KEY=\nANTHROPIC_API_KEY=\nANTHROPIC_MODEL=claude-sonnet-4-5\n'],
  ])('is the maker whose section or key it is, whatever other sections say: %s', (path, text) =>
    expect(hosts(text, path)).toEqual(['claude-sonnet-4-5 anthropic']),
  );

  it.each([
    ['.env', 'GH_MODELS_MODEL=openai/gpt-4o-mini\n', 'github-models'],
    ['main.tf', 'variable "github_models_model" { default = "openai/gpt-4o-mini" }\n', 'github-models'],
    ['.env', 'REQUESTY_MODEL=openai/gpt-4o-mini\n', 'requesty'],
    ['.env', 'CHAT_MODEL=openai/gpt-4o-mini\n', 'openai'],
    ['.env', 'BEDROCK_MODEL=openai/gpt-4o-mini\n', 'openai'],
  ])('is the service that sells it, which its setting names before the maker: %s %s', (path, text, host) =>
    expect(hosts(text, path)).toEqual([`gpt-4o-mini ${host}`]),
  );

  it.each([
    ['a.ts', "const a = process.env.GITHUB_MODELS_MODEL ?? 'openai/gpt-4o-mini';\n", 'github-models'],
    ['a.ts', "const a = process.env['AZURE_AI_MODEL'] || 'gpt-4o-mini';\n", 'azure'],
    ['a.rb', "a = ENV['GITHUB_MODELS_MODEL'] || 'openai/gpt-4o-mini'\n", 'github-models'],
    ['a.php', "<?php\n$a = getenv('AZURE_AI_MODEL') ?: 'gpt-4o-mini';\n", 'azure'],
    ['a.php', "<?php\nupdate_option('shop_azure_model', 'gpt-4o-mini');\n", 'azure'],
    ['a.cs', 'class A { string a = config["AzureAI:Model"] ?? "gpt-4o-mini"; }\n', 'azure'],
    ['a.cs', 'class A { void F() { Preferences.Set("azure_model", "gpt-4o-mini"); } }\n', 'azure'],
    ['a.go', 'var a = envOr("GITHUB_MODELS_MODEL", "openai/gpt-4o-mini")\n', 'github-models'],
    ['a.go', 'func f() { viper.SetDefault("azure.openai.model", "gpt-4o-mini") }\n', 'azure'],
    ['a.kt', 'val a = System.getenv("AZURE_AI_MODEL") ?: "gpt-4o-mini"\n', 'azure'],
    ['a.py', 'import os\na = os.getenv("AZURE_AI_MODEL") or "gpt-4o-mini"\n', 'azure'],
    ['a.rs', 'let a = env::var("AZURE_AI_MODEL").unwrap_or_else(|_| "gpt-4o-mini".into());\n', 'azure'],
    ['a.ts', "const a = process.env.CHAT_MODEL ?? 'gpt-4o-mini';\n", 'openai'],
    ['a.py', 'a = self.model or "gpt-4o-mini"\n', 'openai'],
    ['a.py', 'self.AZURE_OPENAI_MODEL = os.getenv("AZURE_OPENAI_MODEL", "gpt-4o-mini")\n', 'azure'],
    ['a.ts', "const a = config.local.model || 'gpt-4o-mini';\n", 'openai'],
    ['a.ts', "const a = process.env.ANTHROPIC_MODEL ?? 'gpt-4o-mini';\n", 'openai'],
  ])('is the host of the setting whose default or value it is: %s %s', (path, text, host) =>
    expect(hosts(text, path)).toEqual([`gpt-4o-mini ${host}`]),
  );

  it('is the provider that two names around it make together, one below the other', () => {
    const azure =
      'spring:\n  ai:\n    azure:\n      openai:\n        chat:\n          deployment-name: gpt-4o\n';
    const openai = '    openai:\n      chat:\n        model: gpt-4o\n';
    expect(hosts(azure + openai, 'application.yml')).toEqual(['gpt-4o azure', 'gpt-4o openai']);
  });

  it('is the provider that a table of TOML is called by', () => {
    const table = (head: string): string =>
      `[server]\nport = 80\n\n${head}\nmodel = "meta-llama/Llama-3.3-70B-Instruct"\n`;
    for (const head of ['[deepinfra]', '[providers.deepinfra] # fast', '[[providers."deepinfra"]]'])
      expect(hosts(table(head), 'a.toml')).toEqual(['meta-llama/Llama-3.3-70B-Instruct deepinfra']);
    for (const head of ['[llm]', '[deepinfra]\nkey = "a"\n[llm]', '[deepinfra]\nkeys = ["a"]\n[[llm]]'])
      expect(hosts(table(head), 'a.toml')).toEqual(['meta-llama/Llama-3.3-70B-Instruct self']);
    expect(hosts(`${table('[openrouter]')}[azure.openai]\ndeployment = "gpt-4o"\n`, 'a.toml')).toContain(
      'gpt-4o azure',
    );
  });

  it('is the provider in a name with points', () => {
    const setting = (section: string): string => `${section}.chat.options.model=gpt-4o\n`;
    const path = 'application.properties';
    for (const section of ['spring.ai.azure.openai', 'langchain4j.azure-open-ai'])
      expect(hosts(setting(section), path)).toEqual(['gpt-4o azure']);
    for (const section of ['spring.ai.openai', 'langchain4j.open-ai', 'app.openrouter'])
      expect(hosts(setting(section), path)).toEqual([
        section.includes('router') ? 'gpt-4o openrouter' : 'gpt-4o openai',
      ]);
  });

  it('is the service beside it rather than the address of a service further out', () => {
    const route = (provider: string): string =>
      `service:\n  url: http://localhost:32000\n  route:\n    model:\n      provider: ${provider}\n      name: gpt-4o\n`;
    expect(hosts(route('mistral'), 'kong.yaml')).toEqual(['gpt-4o mistral']);
    expect(hosts(route('openai'), 'kong.yaml')).toEqual(['gpt-4o self']);
  });

  it('is nobody by an address whose variable says that it is for another model', () => {
    const map = (model: string): string =>
      `data:\n  SUMMARY_BASE_URL: https://api.mistral.ai/v1\n  ${model}: acme/thing-7b\n`;
    expect(hosts(map('DEPTH_MODEL'), 'configmap.yaml')).toEqual(['acme/thing-7b self']);
    for (const model of ['SUMMARY_MODEL', 'LLM_MODEL', 'MODEL_NAME'])
      expect(hosts(map(model), 'configmap.yaml')).toEqual(['acme/thing-7b mistral']);
  });

  it('is no maker whose model is the key of the entry', () =>
    expect(hosts('x = {"deepseek-reasoner": "gpt-4o"}\n', 'a.py')).toContain('gpt-4o openai'));

  it.each([
    ['https://gateway.ai.cloudflare.com/v1/acct/prod/deepseek', 'deepseek', 'cloudflare'],
    ['https://gateway.ai.cloudflare.com/v1/acct/prod/openai/v1', 'openai', 'cloudflare'],
    ['https://gateway.ai.cloudflare.com/v1/acct/prod/workers-ai/v1', 'cloudflare', undefined],
    ['https://gateway.ai.cloudflare.com/v1/acct/prod/compat', 'cloudflare', undefined],
    ['https://api.openai.com/v1', 'openai', undefined],
  ])('is whom a gateway passes calls on to by its path: %s', (address, host, via) =>
    expect(calledThrough(address)).toMatchObject(via === undefined ? { host } : { host, via }),
  );

  it.each([
    ['a.py', 'c = OpenAI(base_url="http://vllm:8000/v1")\nc.chat.completions.create(model="desk-chat")\n'],
    [
      'a.ts',
      'const c = new OpenAI({ baseURL: "http://vllm:8000/v1" });\n' +
        'await c.chat.completions.create({ model: "desk-chat" });\n',
    ],
  ])('is the project itself by the address of its server, for any name: %s', (path, text) => {
    const found = detect(text, path);
    expect(found.references).toMatchObject([
      { text: 'desk-chat', registry: 'other', role: 'loads', host: 'self', model: null },
    ]);
    const served = withoutServedNames(found, new Map([['desk-chat', 'name']]));
    expect(served.references).toMatchObject([{ role: 'mentions' }]);
  });

  it.each([
    ['a.py', 'c = OpenAI(base_url=os.environ["LLM_URL"])\nc.chat.completions.create(model="gpt-4o")\n'],
    ['a.py', 'llm = ChatOpenAI(base_url=cfg.url, model="gpt-4o")\n'],
    [
      'a.ts',
      'const c = new OpenAI({ baseURL: env.LLM });\nc.chat.completions.create({ model: "gpt-4o" });\n',
    ],
    ['a.py', 'c = OpenAI(base_url=url)\nc.chat.completions.create(model="mistral-large-latest")\n'],
  ])('is only likely where the address of a client is not written: %s %s', (path, text) => {
    const start = path === 'a.ts' ? 'import OpenAI from "openai";\n' : 'from openai import OpenAI\n';
    const [called] = detect(`${start}${text}`, path).references;
    expect(called?.host).toBe(text.includes('gpt-4o') ? 'openai' : 'mistral');
    expect(isAddressOpen(called?.why ?? [])).toBe(true);
  });

  it.each([
    'c = OpenAI()\nc.chat.completions.create(model="gpt-4o")\n',
    'c = OpenAI(base_url=os.environ["OPENAI_BASE_URL"])\nc.chat.completions.create(model="gpt-4o")\n',
    'llm = ChatOpenAI(base_url="https://api.openai.com/v1", model="gpt-4o")\n',
  ])('is sure where the address is written or named, or none is given: %s', (text) => {
    const [called] = detect(`from openai import OpenAI\n${text}`, 'a.py').references;
    expect(called?.host).toBe('openai');
    expect(isAddressOpen(called?.why ?? [])).toBe(false);
  });

  it.each([
    ['a.py', 'r = ChatOpenAI(base_url="@@", model="gpt-4o")\n'],
    ['a.ts', 'const c = new OpenAI({ baseURL: "@@" });\nc.chat.completions.create({ model: "gpt-4o" });\n'],
    ['config.yaml', 'llm:\n  base_url: @@\n  model: gpt-4o\n'],
    ['.env', 'OPENAI_BASE_URL=@@\nOPENAI_MODEL=gpt-4o\n'],
    ['a.sh', 'curl @@/chat/completions -d \'{"model": "gpt-4o"}\'\n'],
  ])('tells the gateway in %s', (path, text) => {
    const written = text.replace('@@', 'https://gateway.ai.cloudflare.com/v1/acct/prod/openai');
    expect(detect(written, path).references).toMatchObject([{ host: 'openai', via: 'cloudflare' }]);
  });
});

describe('what is no host', () => {
  it.each([
    [
      'a name that a maker of other models is called by',
      'a.cs',
      'using OpenAI.Chat;\nprivate readonly ChatClient _writer = new(model: "gpt-4o", apiKey: key);\n',
      'openai',
    ],
    [
      'what a server listens at',
      'a.py',
      'class Settings:\n    host: str = "0.0.0.0"\n    model_name: str = "openai:gpt-4o"\n',
      'openai',
    ],
    [
      'a hub',
      'models.json',
      '{"local": {"baseUrl": "https://huggingface.co", "models": [{"hfRepo": "acme/thing-7b", "path": "x"}]}}\n',
      'self',
    ],
    [
      'a file of weights',
      'A.java',
      'static final String modelURL = "https://huggingface.co/acme/thing-7b/resolve/main/thing.tflite";\n',
      'self',
    ],
  ])('%s', (_, path, text, host) => {
    expect(detect(text, path).references.map((one) => one.host)).toEqual([host]);
  });
});

describe('a name that nobody knows, given to a client', () => {
  const usesIn = (text: string, path: string): readonly unknown[] =>
    detect(text, path).references.map(({ text: name, host }) => `${name} ${String(host)}`);

  it.each([
    [
      'a.go',
      'var oai = openai.NewClient()\nfunc A(ctx C) {\n\tc := anthropic.NewClient()\n' +
        '\tc.Messages.New(ctx, anthropic.MessageNewParams{Model: "acme-a"})\n}\nfunc B(ctx C) {\n' +
        '\toai.Chat.Completions.New(ctx, openai.ChatCompletionNewParams{Model: "acme-b"})\n}\n',
    ],
    [
      'A.java',
      'import com.anthropic.client.okhttp.AnthropicOkHttpClient;\nclass A {\n' +
        '    OpenAIClient oai = OpenAIOkHttpClient.fromEnv();\n    AnthropicClient an = AnthropicOkHttpClient.fromEnv();\n' +
        '    void a() { an.messages().create(MessageCreateParams.builder().model("acme-a").build()); }\n' +
        '    void b() { oai.chat().completions().create(ChatCompletionCreateParams.builder().model("acme-b").build()); }\n}\n',
    ],
    [
      'a.php',
      "<?php\n$oai = OpenAI::client($k);\n$an = Anthropic::client($k);\n$an->messages()->create(['model' => 'acme-a']);\n" +
        "$oai->chat()->create(['model' => 'acme-b']);\n",
    ],
  ])(
    'is asked of the one that the client is of, and not of another that is made before: %s',
    (path, text) => {
      expect(usesIn(text, path)).toEqual(['acme-a anthropic', 'acme-b openai']);
    },
  );

  it.each([
    ['using OpenAI.Chat;\n', 'var c = new ChatClient("acme-ft", "k");\n', ['acme-ft openai']],
    ['using OpenAI.Chat;\n', 'ChatClient c = new("acme-ft", "k");\n', ['acme-ft openai']],
    [
      'using OpenAI.Chat;\n',
      'var c = new ChatClient(model: "ft:acme-mini", apiKey: "k");\n',
      ['ft:acme-mini openai'],
    ],
    [
      'using OpenAI.Chat;\n',
      'ChatClient a = new("acme-a", key, new OpenAIClientOptions { Endpoint = new Uri("https://api.groq.com/openai/v1") });\n' +
        'ChatClient b = new("acme-b", "k");\n',
      ['acme-a groq', 'acme-b openai'],
    ],
    ['using Acme.Sockets;\n', 'var c = new ChatClient("acme-room-7", "k");\n', []],
    ['', 'var c = new OpenAI.Chat.ChatClient(model: "acme-ft", apiKey: "k");\n', ['acme-ft openai']],
  ])('is that of the client of OpenAI that is made with it in C#: %s%s', (head, made, expected) => {
    expect(usesIn(head + made, 'A.cs')).toEqual(expected);
  });
});

describe("Google's client", () => {
  const asked = (setting: string): unknown => {
    const text = `c = Client.builder()${setting}.build();\nc.models.generateContent("gemini-1.5-pro-002", "x", null);\n`;
    return detect(text, 'A.java').references.map(({ id, role, host }) => [id, role, host]);
  };

  it.each([
    ['.apiKey("k")', 'google'],
    ['.project("p").vertexAI(true)', 'vertex'],
  ])('asks where it is set to: %s', (setting, host) => {
    expect(asked(setting)).toEqual([['gemini-1.5-pro-002', 'calls', host]]);
  });
});

describe('who is asked', () => {
  const ROUTER = 'https://openrouter.ai/api/v1';
  const TOGETHER = 'https://api.together.xyz/v1';
  const LOCAL = 'http://localhost:8000/v1';
  const ACME = 'https://api.acme.dev/v1';
  const AZURE = 'https://x.openai.azure.com';

  it.each([
    [
      'a.py',
      `client = OpenAI(base_url="${ROUTER}")\nclient.chat.completions.create(model="gpt-4o")\n`,
      'calls openrouter',
    ],
    [
      'a.py',
      `client = OpenAI()\nclient.base_url = "${ROUTER}"\nclient.chat.completions.create(model="gpt-4o")\n`,
      'calls openrouter',
    ],
    [
      'a.py',
      `client = OpenAI(base_url=URL)\nURL = "${ROUTER}"\nclient.chat.completions.create(model="gpt-4o")\n`,
      'calls openrouter',
    ],
    [
      'a.py',
      `URL = "${ROUTER}"\nclient = OpenAI(base_url=URL)\nclient.chat.completions.create(model="gpt-4o")\n`,
      'calls openrouter',
    ],
    [
      'a.py',
      `a = OpenAI(base_url="${ROUTER}")\nb = OpenAI(base_url="${TOGETHER}")\na.chat.completions.create(model="gpt-4o")\nb.chat.completions.create(model="gpt-4o-mini")\n`,
      'calls openrouter, calls together',
    ],
    [
      'a.py',
      `a = OpenAI(base_url="${ROUTER}")\nb = OpenAI()\nb.chat.completions.create(model="gpt-4o")\n`,
      'calls openai',
    ],
    [
      'a.py',
      `client = OpenAI(base_url="${LOCAL}")\nclient.chat.completions.create(model="gpt-4o")\n`,
      'loads self',
    ],
    [
      'a.py',
      `client = OpenAI(base_url="${ACME}")\nclient.chat.completions.create(model="gpt-4o")\n`,
      'calls api.acme.dev',
    ],
    [
      'a.py',
      `client = AzureOpenAI(azure_endpoint="${AZURE}")\nclient.chat.completions.create(model="gpt-4o")\n`,
      'calls azure',
    ],
    [
      'a.py',
      'client = OpenAI(base_url="https://REPLACE_ME.openai.azure.com")\nclient.chat.completions.create(model="acme-tuned-1")\n',
      'mentions nobody',
    ],
    ['a.py', `requests.post("${ROUTER}/chat/completions", json={"model": "gpt-4o"})\n`, 'calls openrouter'],
    [
      'a.py',
      `requests.post(url="${ROUTER}/chat/completions", json={"model": "gpt-4o"})\n`,
      'calls openrouter',
    ],
    [
      'a.py',
      `body = {"model": "gpt-4o"}\nrequests.post("${ROUTER}/chat/completions", json=body)\n`,
      'calls openrouter',
    ],
    ['a.py', `requests.get("${ROUTER}/models")\nask("gpt-4o")\n`, 'calls openai'],
    [
      'a.ts',
      `await fetch("${ROUTER}/chat/completions", { method: "POST", body: JSON.stringify({ model: "gpt-4o" }) });\n`,
      'calls openrouter',
    ],
    [
      'a.ts',
      `const r = await fetch(\`${ROUTER}/chat/completions\`, {\n  body: JSON.stringify({\n    model: "gpt-4o",\n  }),\n});\n`,
      'calls openrouter',
    ],
    ['a.ts', `const c = { baseURL: "${ROUTER}", model: "gpt-4o" };\n`, 'calls openrouter'],
    [
      'a.ts',
      `const c = { a: { baseURL: "${ROUTER}", model: "gpt-4o" }, b: { baseURL: "${TOGETHER}", model: "gpt-4o-mini" } };\n`,
      'calls openrouter, calls together',
    ],
    [
      'a.ts',
      `const c = [{ url: "${ROUTER}", model: "gpt-4o" }, { url: "${TOGETHER}", model: "gpt-4o-mini" }];\n`,
      'calls openrouter, calls together',
    ],
    [
      'a.ts',
      `const llm = new ChatOpenAI({ model: "gpt-4o", configuration: { baseURL: "${ROUTER}" } });\n`,
      'calls openrouter',
    ],
    ['a.ts', `const a = createOpenAI({ baseURL: "${ROUTER}" });\nask(a("gpt-4o"));\n`, 'calls openrouter'],
    ['a.ts', 'const a = createOpenAI({});\nask(a("gpt-4o"));\n', 'calls openai'],
    [
      'a.go',
      `cfg := openai.DefaultConfig(k)\ncfg.BaseURL = "${ROUTER}"\nc := openai.NewClientWithConfig(cfg)\nc.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Model: "gpt-4o"})\n`,
      'calls openrouter',
    ],
    [
      'a.java',
      `var m = OpenAiChatModel.builder().baseUrl("${ROUTER}").modelName("gpt-4o").build();\n`,
      'calls openrouter',
    ],
    [
      'a.java',
      `var m = OpenAiChatModel.builder()\n    .modelName("gpt-4o")\n    .baseUrl("${ROUTER}")\n    .build();\nvar n = OpenAiChatModel.builder().modelName("gpt-4o-mini").build();\n`,
      'calls openrouter, calls openai',
    ],
    [
      'a.rb',
      `client = OpenAI::Client.new(uri_base: "${ROUTER}")\nclient.chat(parameters: { model: "gpt-4o" })\n`,
      'calls openrouter',
    ],
    [
      'a.php',
      `<?php\n$c = OpenAI::factory()->withBaseUri("${ROUTER}")->make();\n$c->chat()->create(['model' => 'gpt-4o']);\n`,
      'calls openrouter',
    ],
    [
      'a.cs',
      `var c = new OpenAIClient(k, new OpenAIClientOptions { Endpoint = new Uri("${ROUTER}") });\nc.GetChatClient("gpt-4o");\n`,
      'calls openrouter',
    ],
    ['a.yaml', `base_url: ${ROUTER}\nmodel: gpt-4o\n`, 'calls openrouter'],
    ['a.yaml', `model: gpt-4o\nbase_url: ${ROUTER}\n`, 'calls openrouter'],
    [
      'a.yaml',
      `a:\n  base_url: ${ROUTER}\n  model: gpt-4o\nb:\n  base_url: ${TOGETHER}\n  model: gpt-4o-mini\n`,
      'calls openrouter, calls together',
    ],
    ['a.yaml', `a:\n  base_url: ${ROUTER}\nb:\n  model: gpt-4o\n`, 'calls openai'],
    ['a.yaml', 'provider: openrouter\nmodel: gpt-4o\n', 'calls openrouter'],
    ['a.yaml', 'provider: azure\nmodel: gpt-4o\n', 'calls azure'],
    ['a.yaml', 'provider: acme\nmodel: gpt-4o\n', 'calls nobody'],
    ['a.yaml', 'llm:\n  provider: openrouter\n  config:\n    model: gpt-4o\n', 'calls openrouter'],
    ['a.yaml', 'openrouter:\n  model: gpt-4o\n', 'calls openrouter'],
    [
      'a.yaml',
      `embedding_url: ${TOGETHER}\nllm_url: ${ROUTER}\nllm_model: gpt-4o\nembedding_model: gpt-4o-mini\n`,
      'calls openrouter, calls together',
    ],
    ['a.yaml', `docs: ${ROUTER}\nmodel: gpt-4o\n`, 'calls openai'],
    ['a.yaml', `base_url: ${LOCAL}\nmodel: acme/thing-7b\n`, 'loads self'],
    ['a.yaml', 'base_url: http://vllm:8000/v1\nmodel: gpt-4o\n', 'loads self'],
    ['a.yaml', 'base_url: ${URL}\nmodel: acme/thing-7b\n', 'loads self'],
    ['a.env', `BASE_URL=${ROUTER}\nMODEL=gpt-4o\n`, 'calls openrouter'],
    ['a.env', `OPENAI_BASE_URL=${ROUTER}\nOPENAI_MODEL=gpt-4o\n`, 'calls openrouter'],
    ['a.env', `OPENAI_API_KEY=x\nMODEL=gpt-4o\n\nOTHER_BASE_URL=${ROUTER}\n`, 'calls openai'],
    ['a.env', 'OPENROUTER_MODEL=gpt-4o\n', 'calls openrouter'],
    [
      'a.env',
      `EMBEDDING_BASE_URL=${TOGETHER}\nLLM_BASE_URL=${ROUTER}\nLLM_MODEL=gpt-4o\nEMBEDDING_MODEL=gpt-4o-mini\n`,
      'calls openrouter, calls together',
    ],
    ['a.env', `AZURE_OPENAI_ENDPOINT=${AZURE}\nAZURE_OPENAI_DEPLOYMENT=gpt-4o\n`, 'calls azure'],
    ['a.env', `# ${ROUTER}\nMODEL=gpt-4o\n`, 'calls openai'],
    ['a.json', `{"base_url": "${ROUTER}", "model": "gpt-4o"}`, 'calls openrouter'],
    ['a.json', `{"llm": {"base_url": "${ROUTER}"}, "model": "gpt-4o"}`, 'calls openrouter'],
    [
      'a.json',
      `[{"base_url": "${ROUTER}", "model": "gpt-4o"}, {"model": "gpt-4o-mini"}]`,
      'calls openrouter, calls openai',
    ],
    ['a.toml', `base_url = "${ROUTER}"\nmodel = "gpt-4o"\n`, 'calls openrouter'],
    ['a.toml', `[a]\nbase_url = "${ROUTER}"\n[b]\nmodel = "gpt-4o"\n`, 'calls openai'],
    ['a.sh', `curl ${ROUTER}/chat/completions -d '{"model": "gpt-4o"}'\n`, 'calls openrouter'],
    ['a.sh', `curl -d '{"model": "gpt-4o"}' ${ROUTER}/chat/completions\n`, 'calls openrouter'],
    [
      'a.sh',
      `curl ${ROUTER}/models\ncurl ${TOGETHER}/chat/completions -d '{"model": "gpt-4o"}'\n`,
      'calls together',
    ],
    ['a.sh', `aider --model gpt-4o --openai-api-base ${ROUTER}\n`, 'calls openrouter'],
    ['a.sh', 'aider --model gpt-4o\n', 'calls openai'],
    ['a.py', 'litellm.completion(model="openrouter/openai/gpt-4o")\n', 'calls openrouter'],
    ['a.py', 'litellm.completion(model="azure/gpt-4o")\n', 'calls azure'],
    ['a.py', `litellm.completion(model="openai/gpt-4o", api_base="${ACME}")\n`, 'calls api.acme.dev'],
    ['a.py', `litellm.completion(model="gpt-4o", api_base="${LOCAL}")\n`, 'loads self'],
    ['a.py', 'llm = ChatOllama(model="llama3.1:8b")\n', 'loads self'],
    ['a.py', 'llm = ChatOllama(model="llama3.1:8b", base_url="https://ollama.com")\n', 'calls ollama-cloud'],
    ['a.py', 'llm = init_chat_model("gpt-4o", model_provider="azure_openai")\n', 'calls azure'],
    ['a.py', 'llm = init_chat_model("gpt-4o", model_provider="openrouter")\n', 'calls openrouter'],
    ['a.py', 'llm = init_chat_model("gpt-4o")\n', 'calls openai'],
    [
      'a.py',
      'client = InferenceClient(provider="together")\nclient.chat.completions.create(model="acme/thing-7b")\n',
      'calls together',
    ],
    [
      'a.py',
      'client = InferenceClient()\nclient.chat.completions.create(model="acme/thing-7b")\n',
      'calls huggingface',
    ],
    [
      'a.py',
      `client = InferenceClient(base_url="${LOCAL}")\nclient.chat.completions.create(model="acme/thing-7b")\n`,
      'loads self',
    ],
    [
      'a.py',
      'if provider == "openrouter":\n    model = "gpt-4o"\nelif provider == "azure":\n    model = "gpt-4o-mini"\n',
      'calls openrouter, calls azure',
    ],
    ['a.py', 'MODELS = {"openrouter": "gpt-4o", "azure": "gpt-4o-mini"}\n', 'calls openrouter, calls azure'],
    ['a.py', `class OpenRouterProvider:\n    url = "${ROUTER}"\n    model = "gpt-4o"\n`, 'calls openrouter'],
    ['providers/openrouter.py', `URL = "${ROUTER}"\nMODEL = "gpt-4o"\n`, 'calls openrouter'],
    ['a.env', `LLM_BASE_URL=${ROUTER}\nLLM_MODEL=gpt-4o\n`, 'calls openrouter'],
    [
      'a.env',
      `LLM_BASE_URL=${ROUTER}\nEMBEDDING_BASE_URL=${TOGETHER}\nLLM_MODEL=gpt-4o\nEMBEDDING_MODEL=text-embedding-3-small\n`,
      'calls openrouter, calls together',
    ],
    [
      'a.env',
      `EMBEDDING_BASE_URL=${TOGETHER}\nLLM_BASE_URL=${ROUTER}\nLLM_MODEL=gpt-4o\nEMBEDDING_MODEL=text-embedding-3-small\n`,
      'calls openrouter, calls together',
    ],
    [
      'a.env',
      `EMBEDDING_BASE_URL=${TOGETHER}\nEMBEDDING_MODEL=text-embedding-3-small\nLLM_BASE_URL=${ROUTER}\nLLM_MODEL=gpt-4o\n`,
      'calls together, calls openrouter',
    ],
    [
      'a.env',
      `LLM_BASE_URL=${ROUTER}\nLLM_MODEL=gpt-4o\nEMBEDDING_BASE_URL=${TOGETHER}\nEMBEDDING_MODEL=text-embedding-3-small\n`,
      'calls openrouter, calls together',
    ],
    [
      'a.env',
      `CHAT_BASE_URL=${ROUTER}\nCHAT_MODEL=gpt-4o\nEMBEDDING_BASE_URL=${TOGETHER}\nEMBEDDING_MODEL=text-embedding-3-small\n`,
      'calls openrouter, calls together',
    ],
    [
      'a.env',
      `EMBEDDING_BASE_URL=${TOGETHER}\nCHAT_BASE_URL=${ROUTER}\nCHAT_MODEL=gpt-4o\nEMBEDDING_MODEL=text-embedding-3-small\n`,
      'calls openrouter, calls together',
    ],
    [
      'a.env',
      `A_BASE_URL=${TOGETHER}\nB_BASE_URL=${ROUTER}\nA_MODEL=gpt-4o\nB_MODEL=gpt-4o-mini\n`,
      'calls together, calls openrouter',
    ],
  ])('is told in %s by what stands around a name: %s', (path, text, hosts) => {
    const found = detect(text, path).references;
    expect(found.map(({ role, host }) => `${role} ${host ?? 'nobody'}`).join(', ')).toBe(hosts);
  });
});

describe('who is asked for a name', () => {
  const catalog = builtCatalog();
  const asked = (text: string, path: string) =>
    detectReferences(text, { catalog, path }).references.flatMap(({ text: name, host, role }) =>
      role === 'mentions' ? [] : [[name, host, role]],
    );

  it.each([
    ['WHISPER_TRANSCRIPTION_MODEL=gpt-transcribe\n', 'gpt-transcribe', 'openai', 'calls'],
    ['WHISPER_MODEL=gpt-4o-transcribe\n', 'gpt-4o-transcribe', 'openai', 'calls'],
    ['WHISPER_MODEL=whisper-1\n', 'whisper-1', 'openai', 'calls'],
    ['WHISPER_MODEL=large-v3\n', 'large-v3', 'self', 'loads'],
    ['OLLAMA_MODEL=gpt-oss:20b\n', 'gpt-oss:20b', 'self', 'loads'],
    ['OPENAI_COMPATIBLE_MODEL=qwen2.5-coder:3b\n', 'qwen2.5-coder:3b', 'self', 'loads'],
  ])('is not a library, nor whose protocol is spoken, that its key names: %s', (text, ...use) => {
    expect(asked(text, '.env')).toEqual([use]);
  });

  it('is the one whose address stands beside it, whatever comments say between them', () => {
    const text =
      "P = {\n  'deepseek': {\n    'model': 'deepseek-v4-flash',\n    'api_base': 'https://api.deepseek.com'\n  },\n" +
      "  'router': {\n    # They lag; keep the old name.\n    'model': 'deepseek/deepseek-chat',\n" +
      "    'api_base': 'https://openrouter.ai/api/v1'\n  },\n}\n";
    expect(asked(text, 'a.py')).toEqual([
      ['deepseek-v4-flash', 'deepseek', 'calls'],
      ['deepseek/deepseek-chat', 'openrouter', 'calls'],
    ]);
  });

  it("is Ollama for a name with a tag in a file that is called after it: owners there are not the Hub's", () => {
    const text = '[{ "model": "huihui_ai/qwen2.5-abliterate:7b-instruct-q4_K_M" }]\n';
    const registries = (path: string) =>
      detectReferences(text, { catalog, path }).references.map(({ registry }) => registry);
    expect(registries('config/ollama_models.json')).toEqual(['ollama']);
    expect(registries('config/models.json')).toEqual(['huggingface']);
  });
});

describe('whom a name is asked at', () => {
  const asked = (text: string, path: string): readonly string[] =>
    detect(text, path).references.map(({ text: name, role, host }) => `${name} ${role} ${host}`);
  const client = (made: string, model: string): string =>
    `c = ${made}\nc.chat.completions.create(model="${model}")\n`;
  const azure = (resource: string): string =>
    `AzureOpenAI(azure_endpoint="https://${resource}.openai.azure.com")`;
  const builder = (name: string, model: string): string =>
    `var m = ${name}.builder()\n    .apiKey(key)\n    .modelName("${model}")\n    .build();\n`;
  const FILE = 'hf.co/acme/thing-7b-GGUF';

  it.each([
    [client('OpenAI(base_url="http://localhost:11434/v1")', FILE), `${FILE} loads self`],
    [client('OpenAI(base_url="https://api.groq.com/openai/v1")', FILE), `${FILE} calls groq`],
    // A deployment at a resource that the reader has to name is as made up, unless it is called like a model.
    [client(azure('REPLACE_ME'), 'house-1'), 'house-1 mentions null'],
    [client(azure('REPLACE_ME'), 'gpt-4o'), 'gpt-4o calls azure'],
    [client(azure('acme'), 'house-1'), 'house-1 calls azure'],
    ['litellm.completion(model="groq/house")\n', 'groq/house calls groq'],
    ['m = ChatOllama(model="llama3.1:8b")\n', 'llama3.1:8b loads self'],
    ['m = ChatOpenAI(model="acme/thing-7b", base_url=url)\n', 'acme/thing-7b calls null'],
    [
      'openai.api_base = "https://api.groq.com/openai/v1"\nm = ChatOpenAI(model="gpt-4o")\n',
      'gpt-4o calls groq',
    ],
  ])('is told by the client, its address or its library: %s', (text, use) => {
    expect(asked(text, 'a.py')).toEqual([use]);
  });

  it.each([
    ['OllamaChatModel', 'llama3.1:8b', 'loads self'],
    ['OpenAiChatModel', 'gpt-4o', 'calls openai'],
    ['OpenAiChatModel', 'claude-haiku-4-5', 'calls anthropic'],
    ['OpenAiChatModel', 'llama3.1:8b', 'loads self'],
    ['MistralAiChatModel', 'mistral-small', 'calls mistral'],
    ['AnthropicChatModel', 'claude-haiku-4-5', 'calls anthropic'],
    ['HouseChatModel', 'gpt-4o', 'calls openai'],
  ])('is told by the class that builds the client: %s with %s', (name, model, use) => {
    expect(asked(builder(name, model), 'A.java')).toEqual([`${model} ${use}`]);
  });

  it.each([
    ['DEFAULT_CUSTOM_OPENAI_MODEL = "gpt-4o"\n', 'a.py', 'gpt-4o calls null'],
    ['openai_compatible:\n  model: gpt-4o\n', 'a.yaml', 'gpt-4o calls null'],
    ['OPENAI_LIKE_MODEL=gpt-4o\n', '.env', 'gpt-4o calls null'],
    [
      'CUSTOM_OPENAI_BASE_URL=https://api.openai.com/v1\nCUSTOM_OPENAI_MODEL=gpt-4o\n',
      '.env',
      'gpt-4o calls openai',
    ],
    ['OPENAI_LIKE_MODEL=claude-haiku-4-5\n', '.env', 'claude-haiku-4-5 calls anthropic'],
  ])('is open where a setting is called by a provider whose address a user gives: %s', (text, path, use) =>
    expect(asked(text, path)).toEqual([use]),
  );

  it.each([
    ['openai-compatible', 'gpt-4o', 'calls null'],
    ['custom', 'gpt-4o', 'calls null'],
    ['customer', 'gpt-4o', 'calls openai'],
    ['openai-compatible', 'acme/thing-7b', 'calls null'],
  ])('is open where a user gives the address of the provider: %s', (provider, model, use) => {
    expect(asked(`run({ provider: '${provider}', model: '${model}' });\n`, 'a.ts')).toEqual([
      `${model} ${use}`,
    ]);
  });

  it.each([
    ['groq/acme/thing-7b', 'groq'],
    ['together_ai/gpt-4o', 'together'],
    ['azure/gpt-4o', 'azure'],
    ['openrouter/gpt-4o', 'openrouter'],
  ])('is told by what a gateway puts before it: %s', (name, host) => {
    expect(asked(`model: ${name}\n`, 'a.yaml')).toEqual([`${name} calls ${host}`]);
  });

  it.each([
    ['AZURE_ENDPOINT=https://acme.openai.azure.com', 'openai'],
    ['GROQ_BASE_URL=https://api.groq.com/openai/v1', 'openai'],
    ['OLLAMA_URL=http://localhost:11434', 'openai'],
    ['BASE_URL=http://localhost:4000', 'self'],
  ])("is not told by the address of another provider beside the maker's own key: %s", (address, host) => {
    const [use = ''] = asked(`${address}\nOPENAI_API_KEY=\nOPENAI_MODEL=gpt-4o\n`, '.env');
    expect(use.split(' ').at(-1)).toBe(host);
  });
});

describe('a client that is made where it asks, at an address that is not written', () => {
  const TOGETHER =
    'from openai import OpenAI\nt = OpenAI(base_url="https://api.together.xyz/v1")\n' +
    't.chat.completions.create(model="meta-llama/Llama-3.3-70B-Instruct-Turbo")\n';
  const asked = (base: string, name: string) =>
    detect(
      `${TOGETHER}OpenAI(base_url=${base}).chat.completions.create(model="${name}")\n`,
      'a.py',
    ).references.at(-1)?.host;

  it.each(['settings.url', 'os.environ["URL"]', 'f"https://{HOST}/v1"', '"https://api.example.com/v1"'])(
    'is not asked where another client of the text is: %s',
    (base) => {
      expect(asked(base, 'meta-llama/Llama-3.1-8B-Instruct')).toBeNull();
      expect(asked(base, 'gpt-4o')).toBe('openai');
    },
  );

  it('is asked where its address says it, and at OpenAI where it has none', () => {
    expect(asked('"https://api.groq.com/openai/v1"', 'meta-llama/Llama-3.1-8B-Instruct')).toBe('groq');
    const plain = `${TOGETHER}OpenAI().chat.completions.create(model="gpt-4o")\n`;
    expect(detect(plain, 'a.py').references.at(-1)?.host).toBe('openai');
  });
});

describe('the client of a service at an address by a name', () => {
  it.each([
    ['an own name', 'c = OpenAI(base_url=ACME_URL)\nc.responses.create(model="gpt-4-0314")\n'],
    ['a region', 'c = OpenAI(base_url=EU_BASE_URL)\nc.responses.create(model="gpt-4-0314")\n'],
    ['a purpose', 'c = OpenAI(base_url=SUMMARIZER_URL)\nc.responses.create(model="gpt-4-0314")\n'],
    [
      'the address of a tool',
      'c = OpenAI()\nc.responses.create(\n    model="gpt-4-0314",\n' +
        '    tools=[{"type": "mcp", "server_url": STRIPE_MCP_URL}],\n)\n',
    ],
    ['where traces go', 'm = ChatOpenAI(model="gpt-4-0314", callbacks=[Tracer(endpoint=ACME_TRACES_URL)])\n'],
    [
      'where answers go',
      'c = OpenAI()\nc.responses.create(model="gpt-4-0314", extra_body={"callback_endpoint": os.environ["BILLING_HOOK_URL"]})\n',
    ],
  ])('stays with the service: %s', (_, text) => {
    expect(detect(text, 'a.py').references.map(({ role, host }) => [role, host])).toEqual([
      ['calls', 'openai'],
    ]);
  });
});
