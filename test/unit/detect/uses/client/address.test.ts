import { describe, expect, it } from 'vitest';
import { detect } from '../../marked';

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
