import { describe, expect, it } from 'vitest';
import { detect } from './marked';

const LOCAL = 'http://localhost:11434/v1';

describe('the address of a server on this machine in settings', () => {
  const calls = (text: string, path: string): boolean =>
    detect(text, path).references.some(({ text: name, role }) => name === 'gpt-4o' && role === 'calls');

  it.each([
    ['a.yml', `dev:\n  base_url: ${LOCAL}\nprod:\n  provider: openai\n  model: gpt-4o\n`],
    ['a.yml', `dev:\n  base_url: ${LOCAL}\nprod:\n  model: gpt-4o\n`],
    ['a.yml', `llms:\n  - base_url: ${LOCAL}\n    model: a\n  - name: b\n    model: gpt-4o\n`],
    ['a.toml', `[dev]\nbase_url = "${LOCAL}"\n[prod]\nmodel = "gpt-4o"\n`],
    ['a.json', `{"dev": {"baseUrl": "${LOCAL}"},\n "prod": {"model": "gpt-4o"}}\n`],
  ])('says nothing of a model that another section asks for, in %s: %s', (path, text) =>
    expect(calls(text, path)).toBe(true),
  );

  it.each([
    ['a.yml', `base_url: ${LOCAL}\nmodel: gpt-4o\n`],
    ['a.yml', `base_url: ${LOCAL}\nprofiles:\n  fast:\n    model: gpt-4o\n`],
    ['a.yml', `server:\n  url: ${LOCAL}\n  chat:\n    model: gpt-4o\n`],
    ['a.toml', `[dev]\nbase_url = "${LOCAL}"\nmodel = "gpt-4o"\n`],
    ['a.json', `{"server": {"url": "${LOCAL}"}, "baseUrl": "${LOCAL}",\n "chat": {"model": "gpt-4o"}}\n`],
  ])('is asked for what stands in its section, or below it, in %s: %s', (path, text) =>
    expect(calls(text, path)).toBe(false),
  );
});

describe('a text that runs models itself', () => {
  const uses = (text: string): readonly string[] =>
    detect(
      `${text}class Search:\n    url = get('url') or 'https://deepsearch.jina.ai/v1/chat/completions'\n\n` +
        `class Ask:\n    def ask(self):\n        return self.send({"model": "acme/thing-7b"})\n`,
      'a.py',
    ).references.map(({ role, host }) => `${role} ${host ?? '-'}`);

  it.each(['KEY = "EMPTY"\n', "KEY = 'EMPTY'\n", 'TGI_PORT = 8080\n', 'import torch\n', 'import funasr\n'])(
    'loads what it names: %s',
    (text) => expect(uses(text)).toEqual(['loads self']),
  );

  it.each(['"""Return the first non-empty value."""\n', '# an empty list\n', 'import postgis\n'])(
    'is not told by a word that others have in them: %s',
    (text) => expect(uses(text)).toEqual(['calls jina']),
  );
});
