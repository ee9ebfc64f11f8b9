import { describe, expect, it } from 'vitest';
import { detect } from '../marked';

const LLAMA = 'meta-llama/Llama-3.1-8B-Instruct';

const uses = (text: string, path: string): readonly unknown[] =>
  detect(text, path).references.map(({ role, host }) => [role, host]);

describe('a name that a class with the name of a service gets', () => {
  it.each([
    [
      'a.ts',
      `class A { constructor() {\n  const config = {\n    model: "${LLAMA}",\n  };\n  this.groqLLM = GroqLLM.getInstance(config);\n} }\n`,
    ],
    ['a.ts', `const a = GroqLLM.getInstance({ model: "${LLAMA}" });\n`],
    ['a.ts', `const a = new GroqLLM({ model: "${LLAMA}" });\n`],
    ['a.kt', `val a = Provider2.Groq(modelName = "${LLAMA}")\n`],
    ['a.py', `config = {"model": "${LLAMA}"}\nllm = GroqLLM(**config)\n`],
    ['a.rs', `let config = Config { model: "${LLAMA}".to_owned() };\nlet llm = GroqLLM::create(&config);\n`],
  ])('is asked for there, in %s: %s', (path, text) => {
    expect(uses(text, path)).toEqual([['calls', 'groq']]);
  });

  it.each([
    ['that a server of its own has', 'a.ts', `new OllamaService({ model: "${LLAMA}" });\n`],
    [
      'of the maker of weights',
      'a.ts',
      'new MistralService({ model: "mistralai/Mistral-7B-Instruct-v0.3" });\n',
    ],
    [
      'that another one gets as well',
      'a.ts',
      `const config = { model: "${LLAMA}" };\nGroqLLM.create(config);\nload(config);\n`,
    ],
    [
      'that another function has',
      'a.py',
      `def a():\n    config = {"model": "${LLAMA}"}\ndef b(config):\n    return GroqLLM(config)\n`,
    ],
  ])('is not asked for there %s', (_, path, text) => {
    expect(uses(text, path)).toEqual([['loads', 'self']]);
  });
});

describe('a client that is handed over beside a name', () => {
  it.each([
    [`llm = LLM(provider="azure", api_key=k)\nchat = Chat(llm=llm, model="gpt-4o-mini")\n`, 'azure'],
    [
      `client = AsyncOpenAI(base_url="https://openrouter.ai/api/v1")\nm = OpenAIChatCompletionsModel(model="gpt-4o", openai_client=client)\n`,
      'openrouter',
    ],
    [
      `p = OpenAIProvider(base_url="https://openrouter.ai/api/v1")\nm = OpenAIModel("gpt-4o", provider=p)\n`,
      'openrouter',
    ],
  ])('is asked: %s', (text, host) => {
    expect(uses(text, 'a.py')).toEqual([['calls', host]]);
  });

  it('is the one that was made last before', () => {
    const asks = 'chat = Chat(llm=llm, model="gpt-4o-mini")\n';
    const text = `llm = LLM(provider="openai")\n${asks}llm = LLM(provider="azure", api_endpoint=AZURE_API_ENDPOINT)\n${asks}`;
    expect(uses(text, 'a.py')).toEqual([
      ['calls', 'openai'],
      ['calls', 'azure'],
    ]);
  });

  it.each([
    'llm = LLM(api_key=k)\nchat = Chat(llm=llm, model="gpt-4o-mini")\n',
    'other = LLM(provider="azure")\nchat = Chat(llm=llm, model="gpt-4o-mini")\n',
    'chat = Chat(llm=llm, model="gpt-4o-mini")\nllm = LLM(provider="azure")\n',
  ])('is asked nothing that it was not made for: %s', (text) => {
    expect(uses(text, 'a.py')).toEqual([['calls', 'openai']]);
  });
});

describe('a name that analytics or a trace gets', () => {
  it.each([
    ['a.ts', 'posthog.capture("asked", { model: "gpt-4o" });\n'],
    ['a.ts', 'analytics.track({ event: "asked", properties: { model: "gpt-4o" } });\n'],
    ['a.ts', 'await logAiUsage({ provider: "openai", model: "gpt-4o", inputTokens: n });\n'],
    ['a.go', 'package a\n\nfunc f() { recordUsage(Usage{Model: "gpt-4o", Tokens: n}) }\n'],
    ['a.py', 'tracker.save_cost(provider="openai", model="gpt-4o", cost=c)\n'],
    ['a.py', 'span.set_attribute("gen_ai.request.model", "gpt-4o")\n'],
    ['a.py', 'event = {"model": "gpt-4o"}\nposthog.capture(event)\n'],
    [
      'a.rs',
      'let r = llm::Request {\n  provider: Provider::OpenAi,\n  model: "gpt-4o".to_owned(),\n};\nlet s = client.capture(r).await;\n',
    ],
  ])('is asked for by nobody, in %s: %s', (path, text) => {
    expect(uses(text, path)).toEqual([['lists', 'openai']]);
  });

  it.each([
    ['a.py', 'request = {"model": "gpt-4o"}\nposthog.capture(request)\nask(request)\n'],
    ['a.ts', 'posthog.capture("asked", await ask({ model: "gpt-4o" }));\n'],
  ])('is asked for where another gets it as well, in %s: %s', (path, text) => {
    expect(uses(text, path)).toEqual([['calls', 'openai']]);
  });
});
