import { describe, expect, it } from 'vitest';
import { detectReferences } from '../../../../src/core/detect/detectReferences';
import { withoutServedNames } from '../../../../src/core/detect/servedNames';
import { isAddressOpen } from '../../../../src/core/detect/uses/client';
import { render } from '../../../../src/core/message';
import type { ModelReference } from '../../../../src/core/reference';
import { builtCatalog } from '../../../support/builtCatalog';
import { detect } from '../marked';

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

describe('a provider beside an address of the own', () => {
  const hostOf = (provider: string, model: string, key = 'provider'): unknown => {
    const text = `api:\n  api_base: http://localhost:8080\n  ${key}: ${provider}\n  model: ${model}\n`;
    const [reference] = detect(text, 'config/eval.yaml').references;
    return reference?.host;
  };

  it.each([
    ['watsonx', 'ibm/granite-4-h-small', 'watsonx'],
    ['bedrock', 'deepseek.v3.2', 'bedrock'],
    ['openai', 'meta-llama/Llama-3.1-8B-Instruct', 'self'],
    ['nvidia', 'meta/llama-3.1-8b-instruct', 'self'],
    ['anthropic', 'Qwen/Qwen3-8B', 'self'],
  ])('%s has %s: %s', (provider, model, host) => expect(hostOf(provider, model)).toBe(host));

  it.each([
    ['custom_llm_provider', 'bedrock'],
    ['llm_provider', 'bedrock'],
    ['guardrail_provider', 'self'],
    ['judge_llm_provider', 'self'],
    ['guardrailProvider', 'self'],
  ])('has it by a key for the model alone: %s', (key, host) =>
    expect(hostOf('bedrock', 'meta-llama/Llama-3.1-8B-Instruct', key)).toBe(host),
  );
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

describe('the prefix of a protocol beside an address that is not written', () => {
  const uses = (text: string): readonly unknown[] =>
    detect(text, 'a.py').references.map(({ id, host, role }) => `${id} ${role} ${host ?? '-'}`);

  it.each([
    ['p = {"model": "openai/house-7b", "api_base": self.base_url}\n', 'house-7b calls -'],
    ['r = completion(model="openai/qwen3-coder:30b", api_base=url, messages=m)\n', 'qwen3-coder:30b calls -'],
    ['r = completion(model="openai/gpt-4o", api_base=url, messages=m)\n', 'gpt-4o calls openai'],
    ['r = completion(model="openai/gpt-4o", api_base=None, messages=m)\n', 'gpt-4o calls openai'],
    ['p = {"model": "openai/house-7b", "api_base": "http://localhost:8000"}\n', 'house-7b loads self'],
  ])('says nothing of who runs it: %s', (text, use) => {
    expect(uses(`import litellm\n${text}`)).toEqual([use]);
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

describe('a resource of an operator that serves models', () => {
  it.each([
    'apiVersion: kubeai.org/v1\nkind: Model\nspec:\n  features: [TextGeneration]\n  url: hf://acme/thing-7b\n',
    'models:\n  thing:\n    engine: VLLM\n    url: hf://acme/thing-7b\n',
    'models:\n  thing:\n    engine: OLlama\n    url: ollama://llama3.1:8b\n',
  ])('serves the weights at its address: %s', (text) => {
    expect(detect(text, 'values.yaml').references.map(({ role, host }) => [role, host])).toEqual([
      ['serves', 'self'],
    ]);
  });

  it('does not for a download', () => {
    expect(
      detect('weights:\n  url: hf://acme/thing-7b\n', 'a.yaml').references.map(({ role }) => role),
    ).toEqual(['loads']);
  });
});

describe('the server of a command', () => {
  it.each([
    [400, 'serves'],
    [3_000, 'serves'],
    [5_000, 'loads'],
  ])('serves the model of a flag %i characters behind it: %s', (gap, role) =>
    expect(
      detect(`vllm serve --x ${'y'.repeat(gap)} --model acme/thing-7b\n`, 'a.sh').references.map(
        (reference) => reference.role,
      ),
    ).toEqual([role]),
  );

  it.each([
    ['vllm serve --x\n--model acme/thing-7b\n', 'loads'],
    ['vllm serve --x \\\n  --model acme/thing-7b\n', 'serves'],
  ])('ends with its line, unless that goes on: %s', (text, role) =>
    expect(detect(text, 'a.sh').references.map((reference) => reference.role)).toEqual([role]),
  );
});

describe('the server that settings are for', () => {
  it.each([
    ['vllm.yaml', 'model: acme/thing-7b\ngpu-memory-utilization: 0.95\nmax-model-len: 8192\n'],
    [
      'compose.yaml',
      'services:\n  llm:\n    <<: *common\n    command: "--served-model-name thing --model acme/thing-7b"\n',
    ],
    [
      'compose.yaml',
      'services:\n  sglang-worker:\n    image: acme/worker-sglang\n    environment:\n      - MODEL_NAME=acme/thing-7b\n',
    ],
  ])('serves the model of %s: %s', (path, text) => {
    expect(detect(text, path).references.map(({ role, host }) => [role, host])).toContainEqual([
      'serves',
      'self',
    ]);
  });

  it('is none of a program that only reads a model', () => {
    const text = 'model: acme/thing-7b\nmax_model_len: 8192\n';
    expect(detect(text, 'eval.yaml').references.map(({ role }) => role)).toEqual(['loads']);
  });
});

describe('a key to a service beside a model', () => {
  const usesOf = (text: string, path = '.env'): readonly string[] =>
    detect(text, path).references.map(({ role, host }) => `${role} ${host}`);

  it.each([
    ['OPENAI_API_KEY=x\nMODEL=acme/thing-7b\n', ['calls openai']],
    ['ANTHROPIC_API_KEY=x\nMODEL=acme/thing-7b\n', ['calls anthropic']],
    ['HF_TOKEN=x\nMODEL=acme/thing-7b\n', ['loads self']],
    ['OPENAI_API_KEY=x\n\n[other]\nMODEL=acme/thing-7b\n', ['loads self']],
    ['MODEL=acme/thing-7b\n', ['loads self']],
  ])('says who runs it, as far as it is for calling: %j', (text, uses) => expect(usesOf(text)).toEqual(uses));

  it('says nothing where a server of the project has the model', () =>
    expect(
      usesOf(
        'env:\n  - name: GROQ_API_KEY\n    value: x\nargs:\n  - --model\n  - acme/thing-7b\nimage: vllm/vllm-openai\n',
        'a.yaml',
      ),
    ).toEqual(['serves self']));

  it.each([
    ['https://user:secret@api.groq.com/openai/v1', ['https://api.groq.com/openai/v1']],
    ['https://api.groq.com/openai/v1?key=secret', ['https://api.groq.com/openai/v1']],
    ['https://api.groq.com/openai/v1#secret', ['https://api.groq.com/openai/v1']],
    ['https://api.groq.com/openai/v1', ['https://api.groq.com/openai/v1']],
  ])('is not shown by a reason that names an address: %s', (address, shown) => {
    const text = `client = OpenAI(base_url="${address}")\nclient.chat.completions.create(model="llama-3.1-8b-instant")\n`;
    const said = detect(text, 'a.py').references.flatMap(({ why }) => why.map(({ args }) => args[0]));
    expect(said).toEqual(shown);
  });
});

describe('a client that is given its address in another statement', () => {
  const called = (text: string, path: string): readonly unknown[] =>
    detect(text, path).references.map(({ id, role, host }) => [id, role, host]);
  const go = (address: string, model: string): string =>
    `package main\nimport openai "github.com/sashabaranov/go-openai"\nfunc client() *openai.Client {\n\tcfg := openai.DefaultConfig(key)\n\tcfg.BaseURL = "${address}"\n\treturn openai.NewClientWithConfig(cfg)\n}\nfunc ask(c *openai.Client) {\n\tc.CreateChatCompletion(ctx, openai.ChatCompletionRequest{\n\t\tModel: "${model}",\n\t})\n}\n`;

  it.each([
    ['a.go', go('https://api.groq.com/openai/v1', 'qwen/qwen3-32b'), 'calls', 'groq'],
    ['a.go', go('http://chat.models.svc.cluster.local:8000/v1', 'acme/thing-7b'), 'loads', 'self'],
    ['a.go', go('https://openrouter.ai/api/v1', 'openai/gpt-4o'), 'calls', 'openrouter'],
    [
      'a.php',
      `<?php\n$this->client = OpenAI::factory()\n    ->withBaseUri('https://api.siliconflow.cn/v1')\n    ->make();\nfunction to() {\n  return $this->client->chat()->create([\n    'model' => 'acme/thing-7b',\n  ]);\n}\n`,
      'calls',
      'siliconflow',
    ],
    [
      'a.rs',
      `use async_openai::{config::OpenAIConfig, Client};\nasync fn ask() {\n  let config = OpenAIConfig::new().with_api_base("https://api.siliconflow.cn/v1");\n  let request = CreateChatCompletionRequestArgs::default()\n    .model("acme/thing-7b")\n    .build();\n  Client::with_config(config).chat().create(request).await\n}\n`,
      'calls',
      'siliconflow',
    ],
  ])('calls what it asks for there: %s %s', (path, text, role, host) =>
    expect(called(text, path).map((one) => (one as unknown[]).slice(1))).toEqual([[role, host]]),
  );

  it.each([
    [
      'a.kt',
      'private const val BASE = "https://openrouter.ai/api/v1"\nval client = OpenAIOkHttpClient.builder()\n    .baseUrl(BASE)\n    .build()\nfun ask() {\n    val p = ChatCompletionCreateParams.builder()\n        .model("deepseek/deepseek-chat")\n        .build()\n}\n',
      'openrouter',
    ],
    [
      'a.js',
      "import ModelClient from '@azure-rest/ai-inference';\nconst endpoint = 'https://models.github.ai/inference';\nconst client = ModelClient(endpoint, key);\nexport async function label() {\n  await client.path('/chat/completions').post({\n    body: {\n      model: 'openai/gpt-4o',\n    },\n  });\n}\n",
      'github-models',
    ],
    [
      'a.py',
      'from openai import OpenAI\nBASE = f"https://{LOCATION}-aiplatform.googleapis.com/v1/projects/{P}/locations/{LOCATION}/endpoints/openapi"\ndef client():\n    return OpenAI(base_url=BASE, api_key=t)\n\n\ndef ask():\n    return client().chat.completions.create(model="deepseek-ai/deepseek-v3.2-maas", messages=m)\n',
      'vertex',
    ],
  ])("goes before the maker's name in the model's: %s", (path, text, host) =>
    expect(called(text, path).map((one) => (one as unknown[]).slice(1))).toEqual([['calls', host]]),
  );

  it.each([
    [
      'a.rs',
      'use async_openai::{config::OpenAIConfig, Client};\nfn client() -> Client<OpenAIConfig> {\n    Client::with_config(OpenAIConfig::new().with_api_base("https://api.scaleway.ai/v1"))\n}\nfn ask() {\n    let r = CreateChatCompletionRequestArgs::default().model("gpt-oss-120b").build();\n}\n',
      'scaleway',
    ],
    [
      'a.ex',
      'def f, do: OpenaiEx.new(k) |> OpenaiEx.with_base_url("https://api.venice.ai/v1") |> Completions.create(%{model: "gpt-oss-120b"})\n',
      'venice',
    ],
    [
      'a.swift',
      'import OpenAI\nlet c = OpenAI(configuration: .init(token: t, host: "api.scaleway.ai"))\nlet q = ChatQuery(messages: m, model: "gpt-oss-120b")\n',
      'scaleway',
    ],
    [
      'b.swift',
      'import OpenAI\nlet c = OpenAI(configuration: .init(token: t))\nlet d = Database(host: "db.example.com")\nlet q = ChatQuery(messages: m, model: "gpt-4o")\n',
      'openai',
    ],
  ])('may be anybody who runs servers, for what has weights: %s', (path, text, host) => {
    const { references } = detectReferences(text, { path, catalog: builtCatalog() });
    expect(references.map((one) => [one.role, one.host])).toEqual([['calls', host]]);
  });

  it('is not told where the text gives several addresses', () => {
    const text = go('https://api.groq.com/openai/v1', 'acme/thing-7b');
    expect(called(`${text}\nvar other = Config{BaseURL: "https://api.together.xyz/v1"}\n`, 'a.go')).toEqual([
      ['acme/thing-7b', 'calls', null],
    ]);
  });

  it("is not asked for a name that is another service's", () =>
    expect(called(go('https://api.groq.com/openai/v1', 'claude-3-opus-20240229'), 'a.go')).toEqual([
      ['claude-3-opus-20240229', 'calls', 'anthropic'],
    ]));
});

describe('an address in the chain of calls', () => {
  const hosts = (text: string, path: string): readonly unknown[] =>
    detect(text, path).references.map(({ host }) => host);

  it.each([
    [
      'a.py',
      'from openai import OpenAI, AzureOpenAI\nr = OpenAI(base_url="https://api.groq.com/openai/v1").chat.completions.create(model="acme/thing-7b", messages=m)\n',
    ],
    [
      'a.ts',
      "import OpenAI, { AzureOpenAI } from 'openai';\nconst r = await new OpenAI({ baseURL: 'https://api.groq.com/openai/v1' }).chat.completions.create({ model: 'acme/thing-7b' });\n",
    ],
  ])('tells who is called: %s', (path, text) => expect(hosts(text, path)).toEqual(['groq']));

  it("goes before a maker's name that another seller writes before the model's", () => {
    const text = (client: string): string =>
      `class Seller:\n    def __init__(self, model="deepseek/deepseek-v3"):\n        base_url = "https://api.seller.example/v3/openai"\n        self.client = ${client}(base_url=base_url)\n`;
    expect(hosts(text('OpenAI'), 'a.py')).toEqual(['api.seller.example']);
    expect(hosts(text('Other'), 'a.py')).toEqual(['deepseek']);
  });

  it('is none where Azure is only spoken of in a comment, and the provider is written', () => {
    const text = 'embedding:\n  provider: "OpenAIEmbedding"\n  model: "gpt-4o"\n#  provider: "AzureOpenAI"\n';
    expect(detect(text, 'a.yaml').references.map(({ registry, host }) => [registry, host])).toEqual([
      ['openai', 'openai'],
    ]);
  });
});

describe('a deployment at a resource that the reader has to name', () => {
  const roles = (address: string, name: string): readonly string[] =>
    detect(
      `let c = AzureConfig::default().with_api_base("${address}").with_deployment_id("${name}");\n`,
      'a.rs',
    ).references.map(({ role }) => role);

  it('is as made up', () => {
    expect(roles('https://REPLACE_ME.openai.azure.com', 'gpt35-turbo-0301')).not.toContain('calls');
    expect(roles('https://acme.openai.azure.com', 'gpt35-turbo-0301')).toEqual(['calls']);
    expect(roles('https://REPLACE_ME.openai.azure.com', 'gpt-4o')).toEqual(['calls']);
  });
});

describe('a resource of a serving operator in code', () => {
  it('is served, as in a manifest', () => {
    const text =
      'model = {"apiVersion": "kubeai.org/v1", "kind": "Model", "metadata": {"name": "opt-125m"},\n' +
      '  "spec": {"url": "hf://facebook/opt-125m", "engine": "VLLM"}}\n';
    expect(detect(text, 'a.py').references.map(({ text: name, role }) => [name, role])).toContainEqual([
      'hf://facebook/opt-125m',
      'serves',
    ]);
  });
});

describe('an address for a model that does something else', () => {
  const host = (settings: string): unknown =>
    detect(`services:\n  web:\n    environment:\n${settings}`, 'compose.yaml').references[0]?.host;

  it("does not tell whose the key of the model's name says", () => {
    const groq = '      GROQ_MODEL: llama-3.3-70b-versatile\n';
    expect(host(`      RERANK_URL: http://llm:8000/v1\n${groq}`)).toBe('groq');
    expect(host(`      GROQ_URL: http://llm:8000/v1\n${groq}`)).toBe('self');
    expect(host('      EMBED_URL: http://llm:8000/v1\n      MODEL: acme/thing-7b\n')).toBe('self');
  });

  it('does not tell whom a name of a service is asked of, where a server has a variable for its own model', () => {
    const url = '      VLLM_BASE_URL: http://vllm:8000/v1\n';
    const summary = '      SUMMARY_MODEL: gpt-4o-mini\n';
    expect(host(`${summary}${url}      VLLM_MODEL: Qwen/Qwen2.5-14B-Instruct\n`)).toBe('openai');
    expect(host(`${summary}${url}`)).toBe('self');
    expect(host(`      MODEL: gpt-4o-mini\n${url}      VLLM_MODEL: Qwen/Qwen2.5-14B-Instruct\n`)).toBe(
      'self',
    );
  });
});

it('a tokenizer is a file of the Hub, whoever runs the model that it is for', () => {
  const text =
    'MODELS = {\n    "anthropic": {\n        "claude-2-1": LLMConfig(tokenizer_hub="acme/claude-tokenizer"),\n    },\n}\n';
  expect(
    detect(text, 'a.py')
      .references.filter(({ id }) => id === 'acme/claude-tokenizer')
      .map(({ role, host }) => [role, host]),
  ).toEqual([['loads', 'self']]);
});

describe('a name of the form that one cloud alone has', () => {
  const hosts = (text: string, path: string): readonly unknown[] =>
    detect(text, path).references.map(({ role, host }) => `${role} ${host ?? '-'}`);

  it.each([
    ['a.env', 'ANTHROPIC_MODEL=us.anthropic.claude-sonnet-4-5-20250929-v1:0', 'bedrock'],
    ['a.env', 'ANTHROPIC_MODEL=claude-sonnet-4-5@20250929', 'vertex'],
    ['a.yaml', 'llm:\n  provider: anthropic\n  model: anthropic.claude-3-haiku-20240307-v1:0', 'bedrock'],
    ['a.yaml', 'cohere:\n  model: cohere.command-r-v1:0', 'bedrock'],
    ['a.yaml', 'mistral:\n  model: "@cf/mistral/mistral-7b-instruct-v0.1"', 'cloudflare'],
    ['a.json', '{"google": {"model": "publishers/google/models/gemini-2.0-flash"}}', 'vertex'],
  ])('is asked for there, whoever its maker is called beside: %s %s', (path, text, host) =>
    expect(hosts(text, path)).toEqual([`calls ${host}`]),
  );

  it.each([
    [
      'A.java',
      `import dev.langchain4j.model.openai.OpenAiChatModel;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;
class A {
  Object other = OpenAiChatModel.builder().baseUrl("https://open.bigmodel.cn/api/paas/v4").build();
  Object ask(BedrockRuntimeClient c) { return c.converse(r -> r.modelId("us.meta.llama3-2-90b-instruct-v1:0")); }
}`,
    ],
    [
      'A.cs',
      `using OpenAI;
var options = new OpenAIClientOptions { Endpoint = new Uri("https://llm.acme.dev/v1") };
var other = new OpenAIClient(key, options);
var own = new OpenAIClient(key);
await bedrock.ConverseAsync(new ConverseRequest { ModelId = "qwen.qwen3-32b-v1:0" });`,
    ],
    [
      'a.go',
      `package main
import (
	"github.com/aws/aws-sdk-go-v2/service/bedrockruntime"
	"github.com/openai/openai-go"
)
func main() {
	z := openai.NewClient(option.WithBaseURL("https://open.bigmodel.cn/api/paas/v4"))
	b.Converse(ctx, &bedrockruntime.ConverseInput{ModelId: aws.String("meta.llama3-70b-instruct-v1:0")})
}`,
    ],
  ])("is asked for there beside another service's client, in %s: %s", (path, text) =>
    expect(hosts(text, path)).toEqual(['calls bedrock']),
  );

  it('is asked for where a gateway is named', () =>
    expect(hosts('provider: openrouter\nmodel: anthropic.claude-3-haiku-20240307-v1:0\n', 'a.yaml')).toEqual([
      'calls openrouter',
    ]));
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

describe('an address that a flag of a command gives', () => {
  const used = (text: string, path = 'a.sh'): readonly unknown[] =>
    detect(text, path).references.map(({ text: name, role, host }) => [name, role, host]);

  it.each([
    'llm --model deepseek-chat --api-base https://api.deepseek.com\n',
    'llm --openai-api-base https://api.deepseek.com --model deepseek-chat\n',
    'llm --api-base "https://api.deepseek.com" \\\n  --verbose \\\n  --model=deepseek-chat\n',
    'llm --api-base https://api.groq.com/openai/v1 --ping\nllm --model deepseek-chat --api-base https://api.deepseek.com\n',
  ])('says who is asked, before the name or behind it: %s', (text) => {
    expect(used(text)).toEqual([['deepseek-chat', 'calls', 'deepseek']]);
  });

  it('of the own machine runs what has weights', () => {
    const command = 'llm chat --model llama-3.2-3b --base-url http://localhost:8080/v1\n';
    expect(used(command)).toEqual([['llama-3.2-3b', 'loads', 'self']]);
    expect(used(`\`\`\`bash\n${command}\`\`\`\n`, 'a.md')).toEqual([['llama-3.2-3b', 'loads', 'self']]);
  });

  it.each([
    'llm --model gpt-4o && other --api-base https://api.deepseek.com\n',
    'other --api-base https://api.deepseek.com; llm --model gpt-4o\n',
    'llm --model gpt-4o\nother --api-base https://api.deepseek.com\n',
  ])('says nothing of another command: %s', (text) => {
    expect(used(text)).toEqual([['gpt-4o', 'calls', 'openai']]);
  });
});

describe('a repository of the Hub as a server of the own takes it', () => {
  const settings = (address: string): string =>
    JSON.stringify({
      AmazonBedrock: { SecretAccessKey: '{{AMAZON_BEDROCK_SECRET_ACCESS_KEY}}' },
      LG: { BaseUrl: address, Model: 'hf.co/LGAI-EXAONE/EXAONE-4.0-1.2B-GGUF' },
    });
  const uses = (text: string): readonly unknown[] =>
    detect(text, 'appsettings.json').references.map(({ role, host }) => [role, host]);

  it('is loaded there, whatever service another section has a key of', () =>
    expect(uses(settings('http://localhost:11434'))).toEqual([['loads', 'self']]));
});

describe('a route among settings with an address', () => {
  const MISTRAL = 'mistral/mistral-large-latest';
  const DEEPSEEK = 'deepseek/deepseek-chat';
  const hostsIn = (text: string, path: string): readonly unknown[] =>
    detectReferences(text, { path, catalog: builtCatalog() })
      .references.filter(({ role }) => role !== 'mentions')
      .map(({ text: name, role, host }) => [name, role, host]);

  it.each([
    [
      'a.py',
      `class S(BaseSettings):\n    ollama_base_url: str = "http://ollama:11434"\n    fallback_llm: str = "${MISTRAL}"\n    cheap_llm: str = "${DEEPSEEK}"\n`,
    ],
    [
      'litellm.py',
      `class S(BaseSettings):\n    litellm_base_url: str = "http://litellm:4000"\n    fallback_llm: str = "${MISTRAL}"\n    cheap_llm: str = "${DEEPSEEK}"\n`,
    ],
    [
      'a.ts',
      `export const env = cleanEnv(process.env, {\n  VLLM_URL: url({ default: "http://vllm:8000/v1" }),\n  FALLBACK_LLM: str({ default: "${MISTRAL}" }),\n  CHEAP_LLM: str({ default: "${DEEPSEEK}" }),\n});\n`,
    ],
    [
      'a.go',
      `var c = Config{\n\tOllamaURL: "http://ollama:11434",\n\tFallback:  "${MISTRAL}",\n\tCheapModel: "${DEEPSEEK}",\n}\n`,
    ],
    [
      'a.toml',
      `[llm]\nazure_api_base = "https://acme.openai.azure.com"\nfallback_model = "${MISTRAL}"\ncheap_model = "${DEEPSEEK}"\n`,
    ],
    [
      'application.yml',
      `app:\n  ollama-base-url: http://ollama:11434\n  fallback-model: ${MISTRAL}\n  cheap-model: ${DEEPSEEK}\n`,
    ],
    [
      'appsettings.json',
      `{ "Llm": { "OllamaBaseUrl": "http://ollama:11434", "FallbackModel": "${MISTRAL}", "CheapModel": "${DEEPSEEK}" } }\n`,
    ],
  ])('is asked at its own provider where the key says another, in %s', (path, text) => {
    expect(hostsIn(text, path)).toEqual([
      [MISTRAL, 'calls', 'mistral'],
      [DEEPSEEK, 'calls', 'deepseek'],
    ]);
  });

  it.each([
    ['openrouter', 'https://openrouter.ai/api'],
    ['novita', 'https://api.novita.ai/v3/openai'],
    ['llm.acme.example', 'https://llm.acme.example/v1'],
    // A gateway of one's own passes it on.
    ['deepseek', 'http://litellm:4000'],
    ['deepseek', 'https://acme.openai.azure.com'],
  ])('is that of the seller %s whose address %s stands further out', (host, address) => {
    const yaml = `spring:\n  ai:\n    openai:\n      base-url: ${address}\n      chat:\n        options:\n          model: ${DEEPSEEK}\n`;
    expect(hostsIn(yaml, 'application.yml')).toEqual([[DEEPSEEK, 'calls', host]]);
    const json = `{ "OpenAI": { "Endpoint": "${address}", "Chat": { "Model": "${DEEPSEEK}" } } }\n`;
    expect(hostsIn(json, 'appsettings.json')).toEqual([[DEEPSEEK, 'calls', host]]);
  });

  it('is none of a seller where it begins with another seller', () => {
    const text = 'api_base: https://openrouter.ai/api/v1\nmodels:\n  - model: groq/llama-3.3-70b-versatile\n';
    expect(hostsIn(text, 'a.yaml')).toEqual([['groq/llama-3.3-70b-versatile', 'calls', 'groq']]);
  });

  it('is asked at an address that is given with it, and at one that sells it by its maker', () => {
    const call = `litellm.completion(model="${MISTRAL}", api_base="http://localhost:8000/v1")\n`;
    expect(hostsIn(call, 'a.py')).toEqual([[MISTRAL, 'loads', 'self']]);
    const settings = `OPENROUTER_BASE_URL=https://openrouter.ai/api/v1\nCHAT_MODEL=${DEEPSEEK}\n`;
    expect(hostsIn(settings, 'a.env')).toEqual([[DEEPSEEK, 'calls', 'openrouter']]);
  });
});

describe('the address of another server among settings', () => {
  const hostsIn = (text: string, path: string): readonly unknown[] =>
    detectReferences(text, { path, catalog: builtCatalog() })
      .references.filter(({ model }) => model !== null)
      .map(({ text: name, host }) => [name, host]);
  const CLAUDE = 'eu.anthropic.claude-3-5-sonnet-20240620-v1:0';
  const QWEN = 'Qwen/Qwen2.5-7B-Instruct';

  it.each([
    [
      'a.ts',
      `const Env = z.object({\n  OPENAI_MODEL: z.string().default("gpt-4o"),\n  BEDROCK_MODEL_ID: z.string().default("${CLAUDE}"),\n  VLLM_BASE_URL: z.string().default("http://vllm.internal:8000/v1"),\n  VLLM_MODEL: z.string().default("${QWEN}"),\n});\n`,
    ],
    [
      'a.py',
      `class Settings(BaseSettings):\n    openai_model: str = "gpt-4o"\n    bedrock_model_id: str = "${CLAUDE}"\n    vllm_base_url: str = "http://vllm.internal:8000/v1"\n    vllm_model: str = "${QWEN}"\n`,
    ],
    [
      'a.json',
      `{ "openaiModel": "gpt-4o", "bedrockModelId": "${CLAUDE}",\n  "vllm": { "baseUrl": "http://vllm.internal:8000/v1", "model": "${QWEN}" } }\n`,
    ],
  ])('is not that of names whose keys say another service, in %s', (path, text) => {
    expect(hostsIn(text, path)).toEqual([
      ['gpt-4o', 'openai'],
      [CLAUDE, 'bedrock'],
      [QWEN, 'self'],
    ]);
  });

  it.each([
    [
      'compose.yaml',
      'services:\n  a:\n    environment:\n      REASONER_MODEL: o1-mini\n      VLLM_URL: http://vllm:8000/v1\n',
      'openai',
    ],
    [
      'a.py',
      'class S(BaseSettings):\n    reasoner_model: str = "o1-mini"\n    vllm_url: str = "http://vllm:8000/v1"\n',
      'openai',
    ],
    // Own servers give what they run other names.
    ['a.env', 'VLLM_MODEL=o1-mini\nVLLM_URL=http://vllm:8000/v1\n', 'self'],
  ])('is not that of a name without weights whose key says something else, in %s: %s', (path, text, host) => {
    expect(hostsIn(text, path)).toEqual([['o1-mini', host]]);
  });

  it.each([
    [
      'a.py',
      'class S(BaseSettings):\n    chat_model: str = "gpt-4-0613"\n    github_api_url: str = "https://api.github.com"\n',
    ],
    [
      'b.py',
      'class S(BaseSettings):\n    chat_model: str = "gpt-4-0613"\n    mistral_base_url: str = "https://api.mistral.ai/v1"\n',
    ],
    [
      'a.ts',
      'const Env = z.object({\n  CHAT_MODEL: z.string().default("gpt-4-0613"),\n  VLLM_BASE_URL: z.string().url().default("http://vllm.models.svc.cluster.local:8000/v1"),\n});\n',
    ],
    [
      'a.go',
      'func New() Config {\n\treturn Config{\n\t\tChatModel: "gpt-4-0613",\n\t\tOllamaHost: "http://localhost:11434",\n\t}\n}\n',
    ],
    [
      'a.php',
      "<?php return [\n  'chat_model' => 'gpt-4-0613',\n  'backend_url' => 'http://localhost:8080',\n];\n",
    ],
    [
      'compose.yaml',
      'services:\n  a:\n    environment:\n      CHAT_MODEL: gpt-4-0613\n      BACKEND_URL: http://backend:8080\n',
    ],
  ])('is not that of a name without weights where its key says something else, in %s: %s', (path, text) => {
    expect(hostsIn(text, path)).toEqual([['gpt-4-0613', 'openai']]);
  });

  it.each([
    ['LLM_MODEL', 'LLM_BASE_URL', 'http://localhost:4000'],
    ['CHAT_MODEL', 'API_BASE', 'http://localhost:4000'],
    ['CHAT_MODEL', 'OPENAI_BASE_URL', 'http://localhost:4000'],
    ['CHAT_MODEL', 'GPT_URL', 'http://localhost:4000'],
    ['CHAT_MODEL', 'CUSTOM_URL', 'http://localhost:4000'],
    ['CHAT_MODEL', 'AZURE_ENDPOINT', 'http://localhost:4000'],
    ['CHAT_MODEL', 'ACME_URL', 'http://llm.acme.internal:4000'],
    ['SUMMARY_MODEL', 'SUMMARY_URL', 'http://localhost:4000'],
    ['model', 'backend_url', 'http://localhost:4000'],
    ['TTSModel', 'APIURL', 'http://localhost:4000'],
    ['summaryModel', 'baseurl', 'http://localhost:4000'],
  ])('is that of a name without weights where the keys %s and %s agree', (model, url, address) => {
    expect(hostsIn(`const c = { ${model}: "gpt-4-0613", ${url}: "${address}" };\n`, 'a.ts')).toEqual([
      ['gpt-4-0613', null],
    ]);
  });

  it.each(['AI_MODEL', 'LLM_MODEL', 'GENAI_MODEL', 'DEFAULT_MODEL', 'GPT_MODEL_NAME'])(
    'is that of a variable for any model, whoever has it, where none of its own is beside: %s',
    (key) => {
      const [url, model] = ['https://api.siliconflow.cn/v1', 'Qwen/Qwen2.5-72B-Instruct'];
      const forms = (vars: Readonly<Record<string, string>>): readonly (readonly [string, string])[] => {
        const all = Object.entries(vars);
        return [
          ['.env', all.map(([name, value]) => `${name}=${value}\n`).join('')],
          ['a.yaml', `env:\n${all.map(([name, value]) => `- name: ${name}\n  value: ${value}\n`).join('')}`],
          ['a.json', JSON.stringify({ environment: all.map(([name, value]) => ({ name, value })) })],
          [
            'compose.yaml',
            `services:\n  a:\n    environment:\n${all.map(([name, value]) => `      - ${name}=${value}\n`).join('')}`,
          ],
        ];
      };
      for (const [path, text] of forms({ OPENAI_BASE_URL: url, [key]: model }))
        expect(hostsIn(text, path), path).toEqual([[model, 'siliconflow']]);
      const own = key.replace(/_MODEL.*/, '_BASE_URL');
      for (const [path, text] of forms({
        OPENAI_BASE_URL: url,
        [own]: 'https://api.together.xyz/v1',
        [key]: model,
      }).slice(0, 2))
        expect(hostsIn(text, path), path).toEqual([[model, 'together']]);
    },
  );

  it('is that of the model in a section for models', () => {
    const text = (section: string): string =>
      `${section}:\n  model: gpt-4-0613\n  backend_url: http://localhost:8080\n`;
    expect(hostsIn(text('llm'), 'a.yaml')).toEqual([['gpt-4-0613', null]]);
    expect(hostsIn(text('app'), 'a.yaml')).toEqual([['gpt-4-0613', 'openai']]);
  });

  it('is not that of a name that a cloud alone has', () => {
    const text =
      'resource "aws_lambda_function" "bot" {\n  environment {\n    variables = {\n      CHAT_ENDPOINT = "https://api.mistral.ai/v1"\n      DS_MODEL = "deepseek.v3-v1:0"\n    }\n  }\n}\n';
    expect(hostsIn(text, 'main.tf')).toEqual([['deepseek.v3-v1:0', 'bedrock']]);
  });

  it('is not one of a protocol without such requests', () => {
    const text =
      'ANTHROPIC_BASE_URL=https://api.anthropic.com\nOPENAI_API_BASE=https://api.siliconflow.cn/v1\nEMBEDDING_MODEL=BAAI/bge-m3\n';
    expect(hostsIn(text, '.env')).toEqual([['BAAI/bge-m3', 'siliconflow']]);
  });

  it.each([
    [
      'compose.yaml',
      'services:\n  app:\n    environment:\n      - OPENAI_BASE_URL=https://api.deepseek.com/v1\n      - OPENAI_MODEL=deepseek-v4-flash\n',
    ],
    [
      'run.sh',
      'docker run -e OPENAI_BASE_URL=https://api.deepseek.com/v1 -e OPENAI_MODEL=deepseek-v4-flash app\n',
    ],
  ])('is that of the variables of its stem, in %s', (path, text) => {
    expect(hostsIn(text, path)).toEqual([['deepseek-v4-flash', 'deepseek']]);
  });
});

describe('an address of another provider', () => {
  const hostsIn = (text: string, path: string): ReadonlyMap<string, unknown> =>
    new Map(detect(text, path).references.map(({ text: name, host }) => [name, host]));

  it('in settings above is no request for the model', () => {
    const text =
      'spring:\n  ai:\n    openai:\n      base-url: https://api.groq.com/openai\n      chat:\n        options:\n' +
      '          model: openai/gpt-oss-120b\n    mistralai:\n      chat:\n        options:\n' +
      '          model: mistral-small-latest\n';
    expect(Object.fromEntries(hostsIn(text, 'application.yml'))).toEqual({
      'openai/gpt-oss-120b': 'groq',
      'mistral-small-latest': 'mistral',
    });
  });

  it('is not that of a name beside a table of several', () => {
    const table = (other: string): string =>
      '{\n  "requesters": {\n    "one": { "base-url": "https://openrouter.ai/api/v1" },\n' +
      `    "two": { "base-url": "${other}" }\n  },\n  "model": "gpt-4o"\n}\n`;
    expect(hostsIn(table('https://api.ppinfra.com/v3/openai'), 'a.json').get('gpt-4o')).toBe('openai');
    expect(hostsIn(table('https://openrouter.ai/api/v2'), 'a.json').get('gpt-4o')).toBe('openrouter');
  });

  it('is not that of a name in a list beside its own', () => {
    const text =
      "<?php\nreturn [\n    'openai' => ['key' => env('KEY'), 'model' => env('MODEL', 'gpt-4o-mini')],\n" +
      "    'azure' => ['endpoint' => env('AZURE_ENDPOINT'), 'model' => env('AZURE_MODEL', 'gpt-4o')],\n];\n";
    expect(Object.fromEntries(hostsIn(text, 'config/services.php'))).toEqual({
      'gpt-4o-mini': 'openai',
      'gpt-4o': 'azure',
    });
  });

  it('is not that of a name in another arm of a switch', () => {
    const text =
      'IChatClient Make(string provider) => provider switch\n{\n' +
      '    "openai" => new OpenAIClient(key).GetChatClient("gpt-4o-mini"),\n' +
      '    "ollama" => new OllamaChatClient(new Uri("http://localhost:11434"), "llama3.1"),\n};\n';
    expect(Object.fromEntries(hostsIn(text, 'A.cs'))).toEqual({
      'gpt-4o-mini': 'openai',
      'llama3.1': 'self',
    });
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

describe('the one address that a text gives a client', () => {
  const hostOf = (rest: string, address = 'https://models.inference.ai.azure.com'): unknown =>
    detect(
      `using OpenAI.Chat;\nvar options = new OpenAIClientOptions()\n{\n    Endpoint = new Uri("${address}"),\n};\n` +
        `var client = new ChatClient("gpt-4o", new ApiKeyCredential(token), options);\n${rest}`,
      'A.cs',
    ).references.find(({ text }) => text === 'gpt-4o')?.host;

  it('is that of a host whose names nobody spells', () => {
    expect(hostOf('')).toBe('github-models');
    expect(hostOf('', 'https://api.acme.dev/v1')).toBe('api.acme.dev');
  });

  it('is not where it asks for something else, or the text makes more clients', () => {
    expect(hostOf('', 'https://search.acme.dev')).toBe('openai');
    expect(hostOf('var a = new OpenAIClient(key);\nvar b = new OpenAIClient(other);\n')).toBe('openai');
  });
});

describe('a provider beside a name', () => {
  const hostsOf = (text: string, path: string): readonly unknown[] =>
    detect(text, path).references.map(({ host }) => host);

  it("that is given to a client of OpenAI's protocol is asked", () => {
    const made = (provider: string): string => `OpenAIModel('gpt-4o', provider=${provider})\n`;
    const text = `from pydantic_ai.models.openai import OpenAIModel\n${made("'azure'")}${made('OpenRouterProvider(api_key=k)')}${made('own')}`;
    expect(hostsOf(text, 'a.py')).toEqual(['azure', 'openrouter', 'openai']);
  });

  it('is asked where it is the first argument of the call', () => {
    const text = 'Factory.create("azure", model="gpt-4o")\nFactory.create("small", model="gpt-4o")\n';
    expect(hostsOf(text, 'a.py')).toEqual(['azure', 'openai']);
    expect(hostsOf('Factory.create("deepseek", model="gpt-4o")\n', 'a.py')).toEqual(['openai']);
  });

  it('goes before a name that OpenRouter has as well', () => {
    const text =
      'model_list:\n  - model_name: a\n    litellm_params:\n      model: openrouter/openai/gpt-4o\n' +
      '  - model_name: b\n    litellm_params:\n      model: groq/llama-3.1-70b-versatile\n';
    expect(hostsOf(text, 'config.yml')).toEqual(['openrouter', 'groq']);
  });

  it('is the cloud whose section holds that of a maker', () => {
    const text = (cloud: string): string =>
      `spring:\n  ai:\n    ${cloud}:\n      ai:\n        gemini:\n          model: gemini-2.0-flash\n`;
    expect(hostsOf(text('vertex'), 'application.yml')).toEqual(['vertex']);
    expect(hostsOf(text('other'), 'application.yml')).toEqual(['google']);
  });

  it("is Azure where its address alone stands beside OpenAI's key words", () => {
    const text =
      'AZURE_OPENAI_ENDPOINT=https://<my-resource>.openai.azure.com/\nOPENAI_ASSISTANT_MODEL=gpt-4o\n';
    expect(hostsOf(text, '.env')).toEqual(['azure']);
    expect(hostsOf(`OPENAI_API_KEY=\n${text}`, '.env')).toEqual(['openai']);
  });

  it('is no address of a maker that does not have the name', () => {
    const text =
      "m = OpenAIModel('deepseek-chat', provider=OpenAIProvider(base_url='https://api.deepseek.com'))\n" +
      "a = Agent('google-gla:gemini-2.0-flash')\n";
    expect(hostsOf(text, 'a.py')).toEqual(['deepseek', 'google']);
  });

  it('that the name begins with is asked for what a loader cannot load', () => {
    const text = "from studio import LLM\nllm = LLM('openai/gpt-4o')\n";
    const { references } = detectReferences(text, { path: 'a.py', catalog: builtCatalog() });
    expect(references.map(({ host }) => host)).toEqual(['openai']);
  });
});

describe('an address of another statement', () => {
  const hostsOf = (text: string, path: string): readonly unknown[] =>
    detect(text, path).references.map(({ host }) => host);

  it('is not that of a chain without one', () => {
    const text =
      'class AiConfig {\n  @Bean fun azure() = AzureOpenAiChatModel.builder().endpoint(e).deploymentName("gpt-4o").build()\n' +
      '  @Bean fun router() = OpenAiChatModel.builder()\n    .baseUrl("https://openrouter.ai/api/v1")\n' +
      '    .modelName("gpt-4o-mini")\n    .build()\n' +
      '  @Bean fun plain() = OpenAiChatModel.builder().apiKey(k).modelName("gpt-4.1").build()\n}\n';
    expect(hostsOf(text, 'A.kt')).toEqual(['azure', 'openrouter', 'openai']);
  });

  it('is not that of a client that is made in place', () => {
    const text =
      'import "github.com/tmc/langchaingo/llms/openai"\n\nfunc main() {\n' +
      '\ta, _ := openai.New(openai.WithModel("gpt-4o"))\n' +
      '\tb, _ := openai.New(openai.WithBaseURL("https://openrouter.ai/api/v1"), openai.WithModel("gpt-4.1"))\n}\n';
    expect(hostsOf(text, 'a.go')).toEqual(['openai', 'openrouter']);
  });

  it("is not that of Azure's client", () => {
    const text =
      'class Bots { ChatClient Chat() => new AzureOpenAIClient(uri, key).GetChatClient("gpt-4o"); }\n' +
      'class Others { OpenAIClient c = new(key, new OpenAIClientOptions { Endpoint = new Uri("https://openrouter.ai/api/v1") }); }\n';
    expect(hostsOf(text, 'A.cs')).toEqual(['azure']);
  });

  it('is not that of a variable for another seller', () => {
    const text = (name: string): string =>
      `env = {\n  AZURE_OPENAI_ENDPOINT: "https://x.openai.azure.com",\n  ${name}: get("${name}") ?? "gpt-4o",\n}\n`;
    expect(hostsOf(text('OPENROUTER_MODEL'), 'a.ts')).toEqual(['openrouter']);
    expect(hostsOf(text('CHAT_MODEL'), 'a.ts')).toEqual(['azure']);
  });

  it("goes before a cloud that sells the maker's models, and is spoken of", () => {
    const text =
      'models:\n  - provider: vertexai\n    model: gemini-2.0-flash\n  - provider: gemini\n    model: gemini-2.5-flash\n';
    expect(hostsOf(text, 'config.yaml')).toEqual(['vertex', 'google']);
  });

  it("is the provider's that a client of the Hub is given", () => {
    const text = (provider: string): string =>
      `from smolagents import InferenceClientModel\nm = InferenceClientModel(model_id="acme/thing-7b", provider="${provider}")\n`;
    expect(hostsOf(text('together'), 'a.py')).toEqual(['together']);
    expect(hostsOf(text('auto'), 'a.py')).toEqual(['huggingface']);
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

describe('what the call itself says', () => {
  const hostsIn = (text: string, path: string): readonly unknown[] =>
    detectReferences(text, { path, catalog: builtCatalog() }).references.map(({ host }) => host);
  const OWN = 'client = OpenAI::Client.new(uri_base: "http://vllm:8000")\n';
  const AZURE = 'var azure = new AzureOpenAIClient(new Uri("https://a.openai.azure.com"), key);\n';

  it.each([
    ['claude-3-5-haiku-20241022', 'bedrock'],
    ['claude-3-5-haiku-20241022', 'anthropic'],
    ['gpt-4-0613', 'openai'],
  ])('of the provider of %s goes before another client: %s', (model, provider) => {
    const text = `chat = RubyLLM.chat(model: "${model}", provider: :${provider})\n${OWN}`;
    expect(hostsIn(text, 'a.rb')).toEqual([provider]);
  });

  it.each([
    `using Azure.AI.OpenAI;\n${AZURE}var o = new ChatClient(model: "gpt-4-0613", apiKey: key);\n`,
    'var own = new OpenAIClient(key, new OpenAIClientOptions { Endpoint = new Uri("http://vllm:8000/v1") });\nvar o = new ChatClient("gpt-4-0613", key);\n',
  ])("makes a client of OpenAI's own, whatever others the text makes", (text) =>
    expect(hostsIn(text, 'A.cs')).toEqual(['openai']),
  );

  it('makes one of another address where it gets options', () => {
    const text = `${AZURE}var o = new ChatClient("gpt-4-0613", key, options);\n`;
    expect(hostsIn(text, 'A.cs')).toEqual(['azure']);
  });
});

describe('a client that is asked where it is made', () => {
  const hosts = (text: string, path: string): readonly (string | null)[] =>
    detect(text, path).references.map(({ host }) => host);
  const HUB = 'from huggingface_hub import InferenceClient\n';
  const AT = 'https://openrouter.ai/api/v1';
  const OTHER = 'https://api.deepseek.com';

  it.each([
    [
      `${HUB}r = InferenceClient(provider="groq").chat_completion(model="meta-llama/Llama-3.1-8B", messages=m)\n`,
      'a.py',
      'groq',
    ],
    [
      `${HUB}r = InferenceClient(token=t).chat_completion(model="meta-llama/Llama-3.1-8B", messages=m)\n`,
      'a.py',
      'huggingface',
    ],
    [
      'import { InferenceClient } from "@huggingface/inference";\n' +
        'const r = await new InferenceClient(t).chatCompletion({ model: "meta-llama/Llama-3.1-8B", provider: "groq" });\n',
      'a.ts',
      'groq',
    ],
    [
      `r = OpenAI(base_url="${AT}").chat.completions.create(messages=[{"content": f"{a}; (b)"}], model="gpt-4o")\n` +
        `s = OpenAI(base_url="${OTHER}")\n`,
      'a.py',
      'openrouter',
    ],
    [
      `r = OpenAI::Client.new(uri_base: "${AT}").chat(parameters: { model: "gpt-4o" })\ns = OpenAI::Client.new(base_url: "${OTHER}")\n`,
      'a.rb',
      'openrouter',
    ],
    [
      `<?php\n$r = OpenAI::factory()->withBaseUri('${AT}')->make()->chat()->create(['model' => 'gpt-4o', 'messages' => []]);\n` +
        `$s = OpenAI::factory()->withBaseUri('${OTHER}')->make();\n`,
      'a.php',
      'openrouter',
    ],
    [
      `import { createOpenAI } from "@ai-sdk/openai";\nimport { generateText } from "ai";\n` +
        `const r = await generateText({ model: createOpenAI({ baseURL: "${AT}" })("gpt-4o"), prompt });\n`,
      'a.ts',
      'openrouter',
    ],
    [
      'client := openai.NewClient()\n' +
        `r, _ := client.Chat.Completions.New(ctx, openai.Params{Model: "gpt-4o"}, option.WithBaseURL("${AT}"))\n`,
      'a.go',
      'openrouter',
    ],
  ])('%s', (text, path, host) => expect(hosts(text, path)).toEqual([host]));
});

describe('a client of a gateway', () => {
  const IMPORT = 'from portkey_ai import Portkey, PORTKEY_GATEWAY_URL, createHeaders\n';
  const ASK = 'chat.completions.create(model="gpt-4o", messages=m)\n';
  const asked = (text: string, path = 'a.py'): readonly unknown[] =>
    detect(text, path).references.map(({ host, via }) => [host, via]);

  it.each([
    [`${IMPORT}pk = Portkey(api_key=k, provider="openai")\nr = pk.${ASK}`, 'a.py'],
    [`${IMPORT}r = Portkey(api_key=k, provider="openai").${ASK}`, 'a.py'],
    [`${IMPORT}r = Portkey(api_key=k).${ASK}`, 'a.py'],
    [
      'import Portkey from "portkey-ai";\nconst pk = new Portkey({ apiKey });\n' +
        'const r = await pk.chat.completions.create({ model: "gpt-4o", messages });\n',
      'a.ts',
    ],
  ])('passes the call on: %s', (text, path) =>
    expect(asked(text, path)).toEqual([['openai', 'api.portkey.ai']]),
  );

  it('is asked at another address where it is given one', () =>
    expect(asked(`${IMPORT}pk = Portkey(base_url="https://gw.acme.com/v1")\nr = pk.${ASK}`)).toEqual([
      ['gw.acme.com', undefined],
    ]));

  it('has its address as a constant of its library', () =>
    expect(
      asked(
        `${IMPORT}c = OpenAI(base_url=PORTKEY_GATEWAY_URL, default_headers=createHeaders(provider="openai"))\nr = c.${ASK}`,
      ),
    ).toEqual([['api.portkey.ai', undefined]]));
});

describe('the default of a variable, beside an address of the configuration', () => {
  const URL = 'https://api.moonshot.cn/v1';
  const hosts = (text: string, path: string, set: Readonly<Record<string, string>>): readonly unknown[] =>
    detect(text, path, { configValues: new Map(Object.entries(set)) }).references.map(({ host }) => host);
  const PYTHON =
    'c = OpenAI(base_url=os.getenv("LLM_BASE_URL"))\n' +
    'r = c.chat.completions.create(model=os.getenv("LLM_MODEL", "gpt-4o-mini"), messages=m)\n';
  const SCRIPT =
    'const c = new OpenAI({ baseURL: process.env.LLM_BASE_URL });\n' +
    'const r = await c.chat.completions.create({ model: process.env.LLM_MODEL ?? "gpt-4o-mini", messages });\n';

  it.each([
    ['a.py', PYTHON],
    ['a.ts', SCRIPT],
  ])('is asked there only where that sets no other model, in %s', (path, text) => {
    expect(hosts(text, path, { LLM_BASE_URL: URL })).toEqual(['moonshot']);
    expect(hosts(text, path, { LLM_BASE_URL: URL, LLM_MODEL: 'kimi-k2' })).toEqual(['openai']);
  });

  it('is not asked at the address of a variable that its client reads itself', () => {
    const text = 'r = OpenAI().responses.create(model=os.getenv("CHAT_MODEL", "gpt-4o-mini"), input=m)\n';
    expect(hosts(text, 'a.py', { OPENAI_BASE_URL: URL })).toEqual(['moonshot']);
    expect(hosts(text, 'a.py', { OPENAI_BASE_URL: URL, CHAT_MODEL: 'kimi-k2' })).toEqual(['openai']);
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

describe('a client that is made where it is called', () => {
  it('has no address that the one before it was made with', () => {
    const text =
      'r = OpenAI(base_url="http://x:1/v1").responses.create(model="qwen3-8b")\n' +
      'print(OpenAI(api_key="k").responses.create(model="gpt-4o"))\n';
    expect(detect(text, 'a.py').references.map(({ id, host }) => [id, host])).toEqual([
      ['qwen3-8b', 'self'],
      ['gpt-4o', 'openai'],
    ]);
  });

  it.each([
    [
      'a.js',
      "const config = { baseURL: 'https://api.deepseek.com/v1' };\nawait new OpenAI(config).chat.completions.create({ model: 'deepseek-chat' });\n",
    ],
    [
      'a.py',
      'URL = "https://api.deepseek.com"\nOpenAI(base_url=URL).chat.completions.create(model="deepseek-chat")\n',
    ],
    [
      'a.cs',
      'var options = new OpenAIClientOptions { Endpoint = new Uri("https://api.deepseek.com") };\nvar chat = new OpenAIClient(cred, options).GetChatClient("deepseek-chat");\n',
    ],
  ])('may have the address of a variable that it is made with, in %s', (path, text) => {
    expect(detect(text, path).references[0]?.host).toBe('deepseek');
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

it('a setting is asked at the address whose key begins like its own, among those of several providers', () => {
  const text = [
    'export const defaults = {',
    "  apiHost: 'https://api.openai.com',",
    "  azureDalleDeploymentName: 'dall-e-3',",
    "  model: 'gpt-3.5-turbo',",
    "  claudeApiHost: 'https://api.anthropic.com',",
    "  siliconCloudHost: 'https://api.siliconflow.cn',",
    "  siliconCloudModel: 'THUDM/glm-4-9b-chat',",
    "  ppioHost: 'https://api.ppinfra.com/v3/openai',",
    "  ppioModel: 'deepseek/deepseek-r1/community',",
    '};',
  ];
  expect(detect(text.join('\n'), 'a.ts').references.map(({ host }) => host)).toEqual([
    'azure',
    'openai',
    'siliconflow',
    'ppio',
  ]);
});

it('a setting of the protocol of OpenAI is asked at an address of another key', () => {
  const text =
    'llm_api_base: https://api.deepseek.com/v1\nrerank_api_base: https://api.siliconflow.cn/v1\nopenai_model: gpt-4o\n';
  expect(detect(text, 'a.yaml').references.map(({ host }) => host)).toEqual(['deepseek']);
});

describe('an address among settings', () => {
  const hosts = (text: string, path: string): readonly unknown[] =>
    detect(text, path).references.map(({ host }) => host);

  it.each([
    ['KEYCLOAK_BASE_URL', 'https://sso.acme.example', 'mistral'],
    ['MEDIA_BASE_URL', 'https://app.acme.example/media', 'mistral'],
    ['S3_ENDPOINT_URL', 'https://s3.acme.example', 'mistral'],
    ['ALBERT_BASE_URL', 'https://albert.acme.example/v1', 'albert.acme.example'],
    ['LLM_BASE_URL', 'https://models.acme.example', 'models.acme.example'],
    ['AI_API_URL', 'https://acme.example', 'acme.example'],
  ])('is that of models where nothing says otherwise: %s=%s', (key, address, host) => {
    expect(hosts(`${key}=${address}\nLLM_MODEL=mistral-large-2411\n`, 'a.env')).toEqual([host]);
  });

  const POD = (address: string, model: string): string =>
    `spec:\n  containers:\n    - name: api\n      env:\n        - { name: ${address} }\n        - { name: ${model} }\n`;
  const AZURE_ENDPOINT = 'AZURE_OPENAI_ENDPOINT, value: "https://acme.openai.azure.com"';

  it.each([
    [AZURE_ENDPOINT, 'DEEPSEEK_MODEL, value: deepseek-chat', 'deepseek'],
    [AZURE_ENDPOINT, 'COHERE_EMBED_MODEL, value: embed-english-v2.0', 'cohere'],
    [AZURE_ENDPOINT, 'MISTRAL_MODEL, value: Mistral-Large-2411', 'azure'],
    [AZURE_ENDPOINT, 'OPENAI_MODEL, value: gpt-4o', 'azure'],
    [
      'GROQ_BASE_URL, value: "https://api.groq.com/openai/v1"',
      'DEEPSEEK_MODEL, value: deepseek-chat',
      'deepseek',
    ],
    [
      'TOGETHER_BASE_URL, value: "https://api.together.xyz/v1"',
      'CHAT_MODEL, value: deepseek-chat',
      'together',
    ],
  ])("is not that of a maker's own name under its own key: %s, %s", (address, model, host) => {
    expect(hosts(POD(address, model), 'pod.yaml')).toEqual([host]);
  });

  it.each([
    ['VLLM_URL', 'CHAT_MODEL', 'mistral-small-2506', 'mistral'],
    ['VLLM_URL', 'SUMMARY_MODEL', 'deepseek-chat', 'deepseek'],
    ['OLLAMA_HOST', 'BIG_MODEL', 'mistral-large-2411', 'mistral'],
    ['OLLAMA_HOST', 'BIG_MODEL', 'mistral-small', 'self'],
    ['VLLM_URL', 'MODEL', 'mistral-small-2506', 'self'],
    ['VLLM_URL', 'VLLM_MODEL', 'mistral-small-2506', 'self'],
    ['VLLM_URL', 'CHAT_MODEL', 'mistralai/Mistral-Small-24B-Instruct-2501', 'self'],
    ['LLM_URL', 'CHAT_MODEL', 'mistral-small-2506', 'self'],
  ])("is of a server of weights, and not of a service's edition: %s, %s: %s", (address, key, name, host) => {
    const text = `kind: ConfigMap\ndata:\n  ${key}: ${name}\n  ${address}: http://box:8000/v1\n`;
    expect(hosts(text, 'map.yaml')).toEqual([host]);
  });

  it('is Vertex AI that LangChain.js calls by a word before the name', () => {
    const text = 'const a = await initChatModel("google-vertexai:gemini-2.5-flash");\n';
    expect(hosts(text, 'a.ts')).toEqual(['vertex']);
  });

  it('is of the provider that a type begins with', () => {
    const entry = '- type: azure_chat\n  model: gpt-5-mini\n  endpoint: "<your-endpoint>"\n';
    expect(hosts(entry, 'llm.yml')).toEqual(['azure']);
  });
});

describe('an address beside a provider that the settings name', () => {
  const hostsOf = (text: string, path: string): readonly unknown[] =>
    detect(text, path).references.map((one) => [one.text, one.host]);
  const OTHER = ['OPENAI_API_BASE', 'https://api.minimaxi.com/v1'] as const;

  it.each([
    ['  ', ': '],
    ['  - ', '='],
    ['  - name: ', '\n    value: '],
  ])('is for what its key says that models do: %j', (lead, mark) => {
    const set = (key: string, value: string): string => `${lead}${key}${mark}${value}\n`;
    const text =
      'env:\n' +
      set('LLM_PROVIDER', 'anthropic') +
      set('LLM_MODEL', 'claude-sonnet-4-6') +
      set('EMBEDDING_ENGINE', 'native') +
      set('EMBEDDING_MODEL', 'Xenova/all-MiniLM-L6-v2') +
      set('WHISPER_PROVIDER', 'local') +
      set('WHISPER_MODEL', 'Xenova/whisper-small');
    expect(hostsOf(text, 'compose.yaml')).toEqual([
      ['claude-sonnet-4-6', 'anthropic'],
      ['Xenova/all-MiniLM-L6-v2', 'self'],
      ['Xenova/whisper-small', 'self'],
    ]);
  });

  it.each([
    ['app.yaml', ': '],
    ['.env', '='],
  ])('is not that of the model of the pair: %s', (path, mark) => {
    const text = [
      ['LLM_MODEL', 'claude-opus-4-20250514'],
      ['LLM_PROVIDER', 'anthropic'],
      OTHER,
      ['OPENAI_MODEL', 'MiniMax-M1'],
    ]
      .map((pair) => `${pair.join(mark)}\n`)
      .join('');
    expect(hostsOf(text, path)).toEqual([
      ['claude-opus-4-20250514', 'anthropic'],
      ['MiniMax-M1', 'minimax'],
    ]);
  });

  it.each([
    ['gemini', 'gemini-2.5-pro', 'google', 'OPENAI_API_BASE'],
    ['cohere', 'command-r-plus', 'cohere', 'OPENAI_API_BASE'],
    ['deepseek', 'deepseek-chat', 'deepseek', 'MINIMAX_API_BASE'],
  ])('is not asked by clients of %s for %s', (provider, model, host, key) => {
    const text = `LLM_PROVIDER=${provider}\nLLM_MODEL=${model}\n${key}=${OTHER[1]}\n`;
    expect(hostsOf(text, '.env')).toEqual([[model, host]]);
  });

  it.each([
    ['that speaks its protocol', 'LLM_MODEL', 'LLM_PROVIDER', 'openai'],
    ['that nobody knows', 'LLM_MODEL', 'LLM_PROVIDER', 'custom'],
    ['that OpenAI’s clients ask', 'LLM_MODEL', 'LLM_PROVIDER', 'azure'],
    ['that OpenAI’s clients ask too', 'LLM_MODEL', 'LLM_PROVIDER', 'openrouter'],
    ['of another purpose', 'LLM_MODEL', 'EMBEDDING_PROVIDER', 'anthropic'],
    ['of another model', 'OPENAI_MODEL', 'LLM_PROVIDER', 'anthropic'],
  ])('is asked for it with one %s', (_, key, provider, name) => {
    const text = `${key}: MiniMax-M1\n${provider}: ${name}\n${OTHER.join(': ')}\n`;
    expect(hostsOf(text, 'app.yaml')).toEqual([['MiniMax-M1', 'minimax']]);
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

describe('a service that has its own name for published weights', () => {
  const uses = (text: string, path: string): readonly unknown[] =>
    detectReferences(text, { path, catalog: builtCatalog() }).references.map(
      ({ text: name, role, host }) => `${name} ${role} ${host ?? '-'}`,
    );

  it.each([
    ["export const DEFAULT_FISH_AUDIO_MODEL = 's2-pro';", 'a.ts', 's2-pro calls fish-audio'],
    ['const fishAudioModel = "s2-pro";', 'a.ts', 's2-pro calls fish-audio'],
    ['FISH_AUDIO_MODEL=s2-pro\n', '.env', 's2-pro calls fish-audio'],
    ['tts:\n  provider: fish-audio\n  model: s2-pro\n', 'config.yaml', 's2-pro calls fish-audio'],
    ['FISH_AUDIO_MODEL = "fishaudio/s2-pro"\n', 'a.py', 'fishaudio/s2-pro loads self'],
    [
      'mlx_lm.convert --hf-path meta-llama/Llama-3.2-3B-Instruct -q\n',
      'a.sh',
      'meta-llama/Llama-3.2-3B-Instruct derives self',
    ],
    ['RESEMBLE_MODEL=ResembleAI/chatterbox\n', '.env', 'ResembleAI/chatterbox loads self'],
    [
      'from huggingface_hub import snapshot_download\nsnapshot_download("fishaudio/s2-pro")\n',
      'a.py',
      'fishaudio/s2-pro loads self',
    ],
  ])('is asked for by it, and not for that of the weights: %s', (text, path, expected) => {
    expect(uses(text, path)).toEqual([expected]);
  });
});

describe('the word for whose the setting is', () => {
  const hostOf = (text: string, path: string): unknown =>
    detectReferences(text, { path, catalog: builtCatalog() }).references[0]?.host ?? null;

  it.each([
    ["const DEFAULT_CARTESIA_MODEL = 'sonic-3.5';", 'a.ts', 'cartesia'],
    ["const defaultElevenLabsModel = 'eleven_v3';", 'a.ts', 'elevenlabs'],
    ['DEFAULT_INWORLD_MODEL = "inworld-tts-1.5-max"\n', 'a.py', 'inworld'],
    ["setCartesiaModel('sonic-3.5');", 'a.ts', 'cartesia'],
    ['client.set_inworld_model("inworld-tts-2")\n', 'a.py', 'inworld'],
    ["if (engine === 'fish') setFishAudioModel('s2-pro');", 'a.ts', 'fish-audio'],
    ["setModel('sonic-3.5');", 'a.ts', null],
    ["offsetCartesiaModel('sonic-3.5');", 'a.ts', null],
    ["const DEFAULT_MODEL = 'sonic-3.5';", 'a.ts', null],
    ["const defaulted_cartesian_model = 'sonic-3.5';", 'a.ts', null],
  ])('may stand behind one for when it is taken, or what sets it: %s', (text, path, host) => {
    expect(hostOf(text, path)).toBe(host);
  });
});

it.each([
  ['a.toml', 'quality_llm = "openai/house-gateway/gpt-4o"\n', 'openai'],
  ['a.toml', 'quality_llm = "openai/ollama-openai/llama3.2-vision:90b"\n', null],
  ['a.py', 'litellm.completion(model="openai/house/llama-3.1-8b", messages=m)\n', null],
])('a name with a slash is asked for at an address from elsewhere, in %s: %s', (path, text, host) => {
  const [reference] = detect(text, path).references;
  expect([reference?.role, reference?.host, isAddressOpen(reference?.why ?? [])]).toEqual([
    'calls',
    host,
    true,
  ]);
});
