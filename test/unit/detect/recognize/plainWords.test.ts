import { describe, expect, it } from 'vitest';
import { detect } from '../marked';

const GATEWAY = 'https://llm.acme.example';

/** What a text names, and whom it asks for it. */
const askedIn = (text: string, path: string): readonly (readonly [string, string | null])[] =>
  detect(text, path).references.map(({ id, host }) => [id, host] as const);

const SPRING = (base: string, model: string): string =>
  `spring:\n  ai:\n    openai:\n${base}      chat:\n        options:\n          model: ${model}\n`;

describe('a plain word that a client asks its gateway for', () => {
  it.each([
    ['application.yml', SPRING(`      base-url: ${GATEWAY}\n`, 'claims')],
    [
      'application.properties',
      `spring.ai.openai.base-url=${GATEWAY}\nspring.ai.openai.chat.options.model=claims\n`,
    ],
    [
      'application.properties',
      `langchain4j.open-ai.chat-model.base-url=${GATEWAY}\nlangchain4j.open-ai.chat-model.model-name=claims\n`,
    ],
    ['.env', `OPENAI_BASE_URL=${GATEWAY}/v1\nOPENAI_MODEL=claims\n`],
    ['openai.toml', `[openai]\nbase_url = "${GATEWAY}"\nmodel = "claims"\n`],
    ['appsettings.json', `{ "OpenAI": { "Endpoint": "${GATEWAY}", "Model": "claims" } }`],
    ['llm.yaml', `llm:\n  provider: openai\n  base_url: ${GATEWAY}\n  model: claims\n`],
    ['A.java', `Object a = OpenAiChatModel.builder().baseUrl("${GATEWAY}").modelName("claims").build();`],
    ['a.kt', `val a = OpenAiEmbeddingModel.builder().baseUrl("${GATEWAY}").modelName("claims").build()`],
  ])('is a model in %s', (path, text) => {
    expect(askedIn(text, path)).toEqual([['claims', 'llm.acme.example']]);
  });

  it.each([
    ['without an address', 'application.yml', SPRING('', 'claims')],
    ['at an own server', '.env', 'OPENAI_BASE_URL=http://localhost:8000/v1\nOPENAI_MODEL=claims\n'],
    ['that leaves the choice open', '.env', `OPENAI_BASE_URL=${GATEWAY}\nOPENAI_MODEL=auto\n`],
    ['of a kind', '.env', `OPENAI_BASE_URL=${GATEWAY}\nOPENAI_MODEL_TYPE=large\n`],
    ['of a thing with a page', 'a.yaml', 'car:\n  homepage: https://cars.acme.example\n  model: golf\n'],
    ['of a thing that is built', 'A.java', `var a = Car.builder().site("${GATEWAY}").model("golf").build();`],
  ])('is none %s', (_, path, text) => {
    expect(askedIn(text, path).filter(([id]) => /^[a-z]+$/.test(id))).toEqual([]);
  });
});

describe('the word of a provider that a function gets', () => {
  const OLLAMA = 'import ollama\n';

  it('is no model where what it gives is called after all models of the provider', () => {
    expect(askedIn(`${OLLAMA}discover_mistral_models = make_discoverer("mistral")\n`, 'a.py')).toEqual([]);
    expect(askedIn(`${OLLAMA}mistralModels = await list('mistral');\n`, 'a.ts')).toEqual([]);
  });

  it.each([
    'mistral_model = make("mistral")',
    'ollama.chat(model="mistral")',
    'mistral_models = make(model="mistral-small-latest")',
  ])('may be one elsewhere: %s', (call) => {
    expect(askedIn(`${OLLAMA}${call}\n`, 'a.py')).toHaveLength(1);
  });
});
