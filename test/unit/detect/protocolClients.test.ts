import { describe, expect, it } from 'vitest';
import { ProtocolClients } from '../../../src/core/detect/protocolClients';
import { detect } from './marked';

const called = (text: string, path: string): readonly unknown[] =>
  detect(text, path).references.map(({ text: name, role, host }) => [name, role, host]);

/** Requests to a client whose address is not written, by file: what stands for the name is {@link NAME}. */
const REQUESTS: readonly (readonly [path: string, text: string])[] = [
  [
    'a.go',
    'config := openai.DefaultConfig(key)\nconfig.BaseURL = os.Getenv("URL")\nclient := openai.NewClientWithConfig(config)\nclient.CreateChatCompletion(ctx, openai.ChatCompletionRequest{\n\tModel: "NAME",\n})\n',
  ],
  [
    'b.go',
    'import "github.com/openai/openai-go"\nvar p = openai.ChatCompletionNewParams{\n\tModel: "NAME",\n}\n',
  ],
  [
    'A.java',
    'OpenAIClient client = OpenAIOkHttpClient.builder().baseUrl(System.getenv("URL")).build();\nvar p = ChatCompletionCreateParams.builder().model("NAME").build();\n',
  ],
  [
    'B.java',
    'class A {\n  ChatModel m = OpenAiChatModel.builder().baseUrl(config.url()).modelName("NAME").build();\n}\n',
  ],
  [
    'a.kt',
    'val ai = OpenAI(token = key, host = OpenAIHost(baseUrl = cfg.url))\nval r = ChatCompletionRequest(model = ModelId("NAME"), messages = m)\n',
  ],
  [
    'a.cs',
    'var client = new OpenAIClient(key, new OpenAIClientOptions { Endpoint = new Uri(url) });\nvar chat = client.GetChatClient("NAME");\n',
  ],
  [
    'a.rb',
    'client = OpenAI::Client.new(access_token: key, uri_base: ENV["URL"])\nclient.chat(parameters: { model: "NAME", messages: m })\n',
  ],
  [
    'a.php',
    "<?php\n$client = OpenAI::factory()->withBaseUri(getenv('URL'))->make();\n$client->chat()->create(['model' => 'NAME']);\n",
  ],
  [
    'a.rs',
    'let config = OpenAIConfig::new().with_api_base(base);\nlet client = Client::with_config(config);\nlet r = CreateChatCompletionRequestArgs::default().model("NAME").build()?;\n',
  ],
  [
    'a.swift',
    'let ai = OpenAI(configuration: .init(token: token, host: Settings.host))\nlet q = ChatQuery(messages: m, model: "NAME")\n',
  ],
];

describe("a client of OpenAI's protocol in a language whose clients no module tells", () => {
  it.each(REQUESTS)('asks whoever answers for a name that nobody has of his own: %s', (path, text) => {
    expect(called(text.replace('NAME', 'acme/thing-7b'), path)).toEqual([['acme/thing-7b', 'calls', null]]);
  });

  it.each(REQUESTS)('asks another service for its own names: %s', (path, text) => {
    expect(called(text.replace('NAME', 'deepseek-chat'), path)).toEqual([
      ['deepseek-chat', 'calls', 'deepseek'],
    ]);
  });

  it('asks OpenAI where it is given no address', () => {
    const text =
      'client := openai.NewClient(key)\nclient.CreateChatCompletion(ctx, openai.ChatCompletionRequest{\n\tModel: "acme/thing-7b",\n})\n';
    expect(called(text, 'a.go')).toEqual([['acme/thing-7b', 'calls', 'openai']]);
  });
});

describe("Azure's client", () => {
  it.each([
    [
      'a.cs',
      'var client = new AzureOpenAIClient(new Uri(url), credential);\nvar chat = client.GetChatClient("gpt-4o");\n',
    ],
    [
      'b.cs',
      'var client = new OpenAIClient(new Uri(url), key);\nvar o = new ChatCompletionsOptions { DeploymentName = "gpt-4o" };\n',
    ],
    [
      'A.java',
      'OpenAIClient client = new OpenAIClientBuilder().credential(key).endpoint(url).buildClient();\nclient.getChatCompletions("gpt-4o", options);\n',
    ],
    [
      'B.java',
      'class A {\n  ChatModel m = AzureOpenAiChatModel.builder().endpoint(url).deploymentName("gpt-4o").build();\n}\n',
    ],
    [
      'a.rb',
      'client = OpenAI::Client.new(uri_base: url, api_type: :azure)\nclient.chat(parameters: { model: "gpt-4o" })\n',
    ],
  ])('asks Azure: %s', (path, text) => {
    expect(called(text, path)).toEqual([['gpt-4o', 'calls', 'azure']]);
  });

  it("does not where OpenAI's client is made behind it", () => {
    const text =
      'var a = new AzureOpenAIClient(new Uri(url), credential);\nvar b = new OpenAIClient(key);\nvar chat = b.GetChatClient("gpt-4o");\n';
    expect(called(text, 'a.cs')).toEqual([['gpt-4o', 'calls', 'openai']]);
  });
});

describe('a class that builds a model in the same statement', () => {
  it.each([
    ['MistralAiChatModel', 'mistral-small-latest', 'mistral'],
    ['GoogleAiGeminiChatModel', 'gemini-1.5-flash', 'google'],
    ['VertexAiGeminiChatModel', 'gemini-1.5-flash', 'vertex'],
    ['AnthropicChatModel', 'claude-3-5-haiku-20241022', 'anthropic'],
    ['BedrockChatModel', 'us.amazon.nova-lite-v1:0', 'bedrock'],
    ['OpenAiStreamingChatModel', 'gpt-4o', 'openai'],
  ])('%s tells the host of %s', (type, name, host) => {
    const others =
      '  ChatModel a = AzureOpenAiChatModel.builder().endpoint(url).build();\n  ChatModel b = OllamaChatModel.builder().baseUrl("http://localhost:11434").build();\n';
    expect(
      called(
        `class A {\n${others}  ChatModel m = ${type}.builder().modelName("${name}").build();\n}\n`,
        'A.java',
      ),
    ).toEqual([[name, 'calls', host]]);
  });

  it('loads what a local runtime runs', () => {
    expect(
      called(
        'class A {\n  ChatModel m = OllamaChatModel.builder().baseUrl(url).modelName("llama3.1:8b").build();\n}\n',
        'A.java',
      ),
    ).toEqual([['llama3.1:8b', 'loads', 'self']]);
  });
});

describe('the one client of a text, at a server of the project', () => {
  it.each([
    [
      'A.kt',
      'import com.openai.client.okhttp.OpenAIOkHttpClient\nval client = OpenAIOkHttpClient.builder()\n    .baseUrl("http://gateway:4000/v1")\n    .build()\n\nfun ask() = client.chat().completions().create(ChatCompletionCreateParams.builder().model("gpt-4o").build())\n',
    ],
    [
      'a.go',
      'package main\nimport "github.com/sashabaranov/go-openai"\nfunc ask() {\n\tconfig := openai.DefaultConfig("x")\n\tconfig.BaseURL = "http://gateway:4000/v1"\n\tclient := openai.NewClientWithConfig(config)\n\tclient.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Model: "gpt-4o"})\n}\n',
    ],
  ])('is asked for the names of services too: %s', (path, text) => {
    expect(called(text, path)).toEqual([['gpt-4o', 'loads', 'self']]);
  });

  it.each([
    [
      'another client of the protocol',
      'val own = OpenAIOkHttpClient.builder()\n    .baseUrl("http://gateway:4000/v1")\n    .build()\n\nval vendor = OpenAIOkHttpClient.fromEnv()\n',
    ],
    [
      'a client of another kind before it',
      'val own = OllamaChatModel.builder().baseUrl("http://ollama:11434").build()\nval vendor = OpenAIOkHttpClient.fromEnv()\n',
    ],
    [
      'a client of another kind behind it',
      'val vendor = OpenAIOkHttpClient.fromEnv()\nval own = OllamaChatModel.builder().baseUrl("http://ollama:11434").build()\n',
    ],
  ])('is not asked where %s has the address', (_, clients) => {
    const asked =
      'fun ask() = vendor.chat().completions().create(ChatCompletionCreateParams.builder().model("gpt-4o").build())\n';
    expect(called(`${clients}\n${asked}`, 'A.kt')).toEqual([['gpt-4o', 'calls', 'openai']]);
  });
});

it('tells the service of the settings that a client is made with', () => {
  const text =
    'config := openai.DefaultAzureConfig(key, url)\nclient := openai.NewClientWithConfig(config)\n';
  expect(new ProtocolClients(text).at(text.length)).toBe('azure');
  const plain = text.replace('DefaultAzureConfig', 'DefaultConfig');
  expect(new ProtocolClients(plain).at(text.length)).toBe('openai');
});

describe('a model of OpenAI that a client asks for', () => {
  const OPEN = 'the address of its client is not written here';
  const isOpen = (text: string, path: string): readonly boolean[] =>
    detect(text, path).references.map(({ why }) => why.some(({ template }) => template === OPEN));
  const go = (set: string, more = ''): string =>
    `package a\nfunc c(url string) *openai.Client {\n\tconfig := openai.DefaultConfig(key)\n${set}` +
    '\treturn openai.NewClientWithConfig(config)\n}\nfunc q() {\n\tmodel := "gpt-3.5-turbo"\n' +
    `\tc(u).CreateChatCompletion(ctx, openai.ChatCompletionRequest{Model: model})\n}\n${more}`;
  const java = (set: string): string =>
    `class A { OpenAIClient c(String url) { return OpenAIOkHttpClient.builder().apiKey(k)${set}.build(); }\n` +
    '  void f() { String model = "gpt-3.5-turbo"; c(u).chat().create(model); } }\n';

  it.each([
    ['a.go', go('\tconfig.BaseURL = url\n')],
    ['A.java', java('.baseUrl(url)')],
    [
      'A.cs',
      'class A { OpenAIClient C(string url) => new OpenAIClient(k, new OpenAIClientOptions { Endpoint = new Uri(url) });\n' +
        '  void F() { var model = "gpt-3.5-turbo"; C(u).GetChatClient(model); } }\n',
    ],
  ])('is so at an address that is given whatever the case, in %s', (path, text) => {
    expect(isOpen(text, path)).toEqual([true]);
  });

  it.each([
    ['a.go', go('')],
    ['a.go', go('\tif url != "" {\n\t\tconfig.BaseURL = url\n\t}\n')],
    ['a.go', go('\tconfig.BaseURL = "https://api.openai.com/v1"\n')],
    [
      'a.go',
      go('\tconfig.BaseURL = url\n', 'func d() *openai.Client {\n\treturn openai.NewClient(key)\n}\n'),
    ],
    ['A.java', java('')],
  ])('is so at its maker elsewhere, in %s: %s', (path, text) => {
    expect(isOpen(text, path)).toEqual([false]);
  });
});
