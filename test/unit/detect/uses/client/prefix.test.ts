import { describe, expect, it } from 'vitest';
import { isAddressOpen } from '../../../../../src/core/detect/uses/client/asked';
import { detect } from '../../marked';

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

describe('the prefix of a name', () => {
  const hosts = (text: string, path: string): readonly unknown[] =>
    detect(text, path).references.map(({ host }) => host);

  it.each([
    ['a.toml', '"ibm/granite" = "ollama://granite3.1-dense:8b"\n'],
    ['a.json', '{"ibm/granite": "ollama/granite3.1-dense:8b"}\n'],
    ['a.py', 'NAMES = {"ibm/granite": "ollama://granite3.1-dense:8b"}\n'],
  ])("says who runs it rather than a key around, where that is a server of one's own: %s", (path, text) => {
    expect(hosts(text, path).at(-1)).toBe('self');
  });

  it.each([
    ['.env', 'CHAT_MODEL=openai://gpt-4o-mini\n', 'openai'],
    ['a.py', 'a = Agent(model="azure://gpt-4o-mini")\n', 'azure'],
    ['a.py', 'a = Agent(model="openrouter://openai/gpt-4o-mini")\n', 'openrouter'],
  ])('may be the scheme of an address: %s %s', (path, text, host) => {
    expect(hosts(text, path)).toEqual([host]);
  });
});
