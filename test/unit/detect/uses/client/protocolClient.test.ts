import { describe, expect, it } from 'vitest';
import { detectReferences } from '../../../../../src/core/detect/detectReferences';
import { builtCatalog } from '../../../../support/builtCatalog';
import { detect } from '../../marked';

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
