import { describe, expect, it } from 'vitest';
import { detect } from '../marked';

const uses = (text: string, path: string): readonly unknown[] =>
  detect(text, path).references.map(({ role, host }) => [role, host]);

describe("a client for whatever speaks OpenAI's protocol", () => {
  it.each([
    ['llm/openai_compatible.rs', 'fn model() -> String { "gpt-4o".to_owned() }\n'],
    ['a.ts', 'export class OpenAICompatibleClient {\n  model = "gpt-4o";\n}\n'],
    ['openai-like.py', 'DEFAULT_MODEL = "gpt-4o"\n'],
  ])('asks somebody whom nobody knows, in %s: %s', (path, text) => {
    expect(uses(text, path)).toEqual([['calls', null]]);
  });

  it.each([
    ['of OpenAI', 'llm/openai.rs', 'fn model() -> String { "gpt-4o".to_owned() }\n'],
    ['with an address', 'openai_compatible.py', 'BASE_URL = "https://api.openai.com/v1"\nMODEL = "gpt-4o"\n'],
  ])('is none %s', (_, path, text) => {
    expect(uses(text, path)).toEqual([['calls', 'openai']]);
  });
});

describe('the client of a provider that nobody knows', () => {
  const client = (name: string, request: string): string =>
    `pub struct ${name}Client { api_base: String }\nimpl ${name}Client {\n  fn url(&self, api_base: &str) -> String { ${request} }\n` +
    '  fn model(&self) -> String { "gpt-4o".to_owned() }\n}\n';
  const GIVEN = 'format!("{api_base}/chat-4")';

  it('asks it at the address that it is given', () => {
    expect(uses(client('CodeStory', GIVEN), 'clients/codestory.rs')).toEqual([['calls', null]]);
    expect(
      uses(
        'class AcmeProvider {\n  model = "gpt-4o";\n  ask() { return fetch(`${this.baseUrl}/chat`); }\n}\n',
        'providers/acme.ts',
      ),
    ).toEqual([['calls', null]]);
  });

  it.each([
    ['the file has another name', 'CodeStory', GIVEN, 'clients/models.rs'],
    ['it is known', 'OpenAI', GIVEN, 'clients/openai.rs'],
    ['it is called by a model', 'ChatGpt', GIVEN, 'clients/chat_gpt.rs'],
    ['its name says nothing', 'Llm', GIVEN, 'clients/llm.rs'],
    ['no address is given', 'CodeStory', '"x".to_owned()', 'clients/codestory.rs'],
  ])('is not asked where %s', (_, name, request, path) => {
    expect(uses(client(name, request), path)).toEqual([['calls', 'openai']]);
  });
});
