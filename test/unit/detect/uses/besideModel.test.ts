import { describe, expect, it } from 'vitest';
import { detect } from '../marked';

const hosts = (text: string, path: string): readonly unknown[] =>
  detect(text, path).references.map(({ text: name, host }) => [name, host]);

const GROQ = 'https://api.groq.com/openai/v1';
const node = (model: string, options = `{ "baseURL": "${GROQ}" }`): string =>
  `{ "parameters": { "model": ${model}, "options": ${options} }, "type": "n8n.lmChatOpenAi", "name": "Chat" }`;

describe('the settings beside the mapping of a model', () => {
  it.each([
    ['a.json', node('{ "__rl": true, "value": "gpt-4o", "mode": "list" }')],
    ['a.json', node('{ "__rl": true, "mode": "list", "value": "gpt-4o" }')],
    ['a.yaml', `llm:\n  provider: openai\n  model:\n    name: gpt-4o\n  options:\n    base_url: ${GROQ}\n`],
    [
      'a.yaml',
      `llm:\n  connection:\n    base_url: ${GROQ}\n  model:\n    provider: openai\n    name: gpt-4o\n`,
    ],
  ])('say where it is asked, in %s: %s', (path, text) => {
    expect(hosts(text, path)).toEqual([['gpt-4o', 'groq']]);
  });

  it.each([
    [
      'a.json',
      `{\n "properties": {\n  "model": {\n   "type": "string",\n   "default": "acme/one-7b"\n  },\n` +
        `  "api_base": {\n   "type": "string",\n   "default": "${GROQ}",\n   "format": "uri"\n  }\n }\n}\n`,
    ],
    [
      'a.yaml',
      `properties:\n  model:\n    default: acme/one-7b\n  api_base:\n    type: string\n    default: ${GROQ}\n`,
    ],
    [
      'action.yml',
      `inputs:\n  base_url:\n    description: where\n    default: ${GROQ}\n  key:\n    required: true\n` +
        '  model:\n    default: acme/one-7b\n',
    ],
  ])('is the default of another field of a form, in %s: %s', (path, text) => {
    expect(hosts(text, path)).toEqual([['acme/one-7b', 'groq']]);
  });

  it.each([
    ['a page', '"homepage_url": { "default": "https://acme.example" }'],
    [
      'an address of another form',
      '"chat": { "properties": { "api_base": { "default": "https://a.example" } } }',
    ],
  ])('is not %s', (_, field) => {
    const text = `{ "properties": {\n "model": { "default": "acme/one-7b" },\n ${field}\n} }`;
    expect(hosts(text, 'a.json')).toEqual([['acme/one-7b', 'self']]);
  });

  it('say it of that model alone', () => {
    const model = (name: string): string => `{ "value": "${name}", "mode": "id" }`;
    const text = `{ "nodes": [${node(model('gpt-4o'))}, ${node(model('gpt-4o-mini'), '{}')}] }`;
    expect(hosts(text, 'a.json')).toEqual([
      ['gpt-4o', 'groq'],
      ['gpt-4o-mini', 'openai'],
    ]);
  });

  it.each([
    [
      'another mapping',
      'a.yaml',
      `chat:\n  model:\n    provider: openai\n    name: gpt-4o\nsearch:\n  base_url: ${GROQ}\n`,
    ],
    [
      'a mapping that is none of settings',
      'a.json',
      node('{ "value": "gpt-4o" }').replace('"options"', '"tools"'),
    ],
    [
      'a maker that serves no others',
      'a.yaml',
      'agent:\n  provider: openai\n  model:\n    name: gpt-4o\n  server:\n    url: https://api.deepseek.com\n',
    ],
    [
      'a maker that serves no others, in options',
      'a.json',
      node('{ "value": "gpt-4o" }', '{ "baseURL": "https://api.anthropic.com/v1" }'),
    ],
    [
      'a mapping of something else',
      'a.yaml',
      `api:\n  base_url: ${GROQ}\nchat:\n  provider: openai\n  llm: gpt-4o\n`,
    ],
  ])('say nothing where they are of %s', (_, path, text) => {
    expect(hosts(text, path)).toEqual([['gpt-4o', 'openai']]);
  });
});
