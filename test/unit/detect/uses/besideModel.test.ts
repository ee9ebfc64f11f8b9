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
