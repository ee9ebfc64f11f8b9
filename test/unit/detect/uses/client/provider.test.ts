import { describe, expect, it } from 'vitest';
import { detectReferences } from '../../../../../src/core/detect/detectReferences';
import { builtCatalog } from '../../../../support/builtCatalog';
import { detect } from '../../marked';

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

it('a tokenizer is a file of the Hub, whoever runs the model that it is for', () => {
  const text =
    'MODELS = {\n    "anthropic": {\n        "claude-2-1": LLMConfig(tokenizer_hub="acme/claude-tokenizer"),\n    },\n}\n';
  expect(
    detect(text, 'a.py')
      .references.filter(({ id }) => id === 'acme/claude-tokenizer')
      .map(({ role, host }) => [role, host]),
  ).toEqual([['loads', 'self']]);
});

describe('a provider beside a name', () => {
  const hostsOf = (text: string, path: string): readonly unknown[] =>
    detect(text, path).references.map(({ host }) => host);

  it("that is given to a client of OpenAI's protocol is asked", () => {
    const made = (provider: string): string => `OpenAIModel('gpt-4o', provider=${provider})\n`;
    const text = `from pydantic_ai.models.openai import OpenAIModel\n${made("'azure'")}${made('OpenRouterProvider(api_key=k)')}${made('own')}`;
    expect(hostsOf(text, 'a.py')).toEqual(['azure', 'openrouter', 'openai']);
  });

  it.each(['default_provider', 'defaultProvider', 'AI_PROVIDER', 'aiProvider'])(
    'is asked where %s says it',
    (key) => {
      const model = key.replace(/provider/i, (word) =>
        word === 'PROVIDER' ? 'MODEL' : word === 'Provider' ? 'Model' : 'model',
      );
      const text = (said: string): string =>
        `llm:\n  url: https://a.openai.azure.com/\napp:\n  ${model}: gpt-4o\n  ${key}: ${said}\n`;
      expect(hostsOf(text('openai'), 'a.yaml')).toEqual(['openai']);
      expect(hostsOf(text('azure'), 'a.yaml')).toEqual(['azure']);
    },
  );

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

describe('a provider that is the key of a pair', () => {
  const hostsOf = (text: string, path: string): readonly unknown[] =>
    detect(text, path).references.map(({ host }) => host);
  const map = (pairs: string): string =>
    `class A {\n    static final Map<P, String> N = Map.of(${pairs});\n}\n`;

  it.each([
    ['A.java', map('P.OPENROUTER, "gpt-4o", P.AZURE, "gpt-4o-mini"'), ['openrouter', 'azure']],
    ['A.java', map('P.AZURE, "gpt-4o",\n        P.OPENROUTER, "gpt-4o-mini"'), ['azure', 'openrouter']],
    ['A.java', map('P.OPENROUTER, "gpt-4o", P.OPENAI, "gpt-4o-mini"'), ['openrouter', 'openai']],
    [
      'a.ts',
      'const N = new Map([["openrouter", "gpt-4o"], ["azure", "gpt-4o-mini"]]);\n',
      ['openrouter', 'azure'],
    ],
    [
      'a.ts',
      'const N = new Map([[P.Azure, "gpt-4o"], [P.OpenRouter, "gpt-4o-mini"]]);\n',
      ['azure', 'openrouter'],
    ],
  ])('has the model of that pair alone: %s %s', (path, text, hosts) =>
    expect(hostsOf(text, path)).toEqual(hosts),
  );
});
