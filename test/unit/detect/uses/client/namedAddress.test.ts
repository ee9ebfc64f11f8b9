import { describe, expect, it } from 'vitest';
import { detect } from '../../marked';

const hosts = (text: string, path: string): readonly (string | null)[] =>
  detect(text, path)
    .references.filter(({ role }) => role === 'calls')
    .map(({ host }) => host);

describe('an address that a constant is called after somebody for', () => {
  it.each([
    ['a.ts', 'const m = createOpenAI({ apiKey: K, baseURL: ACME_PROXY_ENDPOINT }).chat("gpt-4o");\n'],
    ['a.ts', 'const m = createOpenAI({ baseURL: process.env.ACME_ENDPOINT! }).chat("gpt-4o");\n'],
    ['a.py', 'e = ModelEntry(\n    model="gpt-4o",\n    base_url=ACME_API_ENDPOINT,\n    is_acme=True,\n)\n'],
    ['a.py', 'c = OpenAI(base_url=ACME_URL)\nc.chat.completions.create(model="gpt-4o", messages=m)\n'],
    [
      'a.py',
      'c = OpenAI(base_url=os.environ["ACME_URL"])\nc.chat.completions.create(model="gpt-4o", messages=m)\n',
    ],
    ['A.java', 'var m = OpenAiChatModel.builder().baseUrl(ACME_BASE_URL).modelName("gpt-4o").build();\n'],
  ])('is nobody that is known in %s: %s', (path, text) => expect(hosts(text, path)).toEqual([null]));

  it.each([
    ['a.py', 'c = OpenAI(base_url=OPENAI_BASE_URL)\nc.chat.completions.create(model="gpt-4o", messages=m)\n'],
    ['a.py', 'c = OpenAI(base_url=ACME_OPENAI_URL)\nc.chat.completions.create(model="gpt-4o", messages=m)\n'],
    ['a.py', 'c = OpenAI(base_url=LLM_API_BASE)\nc.chat.completions.create(model="gpt-4o", messages=m)\n'],
    ['a.py', 'c = OpenAI(base_url=base_url)\nc.chat.completions.create(model="gpt-4o", messages=m)\n'],
    [
      'a.py',
      'ACME_URL = "https://api.openai.com/v1"\nc = OpenAI(base_url=ACME_URL)\n' +
        'c.chat.completions.create(model="gpt-4o", messages=m)\n',
    ],
    [
      'a.py',
      'c = OpenAI(base_url=os.getenv("ACME_URL", "https://api.openai.com/v1"))\n' +
        'c.chat.completions.create(model="gpt-4o", messages=m)\n',
    ],
    ['a.ts', 'const a = createOpenAI({ baseURL: ACME_URL ?? undefined }).chat("gpt-4o");\n'],
    [
      'a.py',
      'other = Search(base_url=ACME_URL)\nc = OpenAI()\nc.chat.completions.create(model="gpt-4o", messages=m)\n',
    ],
  ])('is likely the own one of the service in %s: %s', (path, text) =>
    expect(hosts(text, path)).toEqual(['openai']),
  );
});
