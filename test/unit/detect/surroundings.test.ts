import { describe, expect, it } from 'vitest';
import { Brackets } from '../../../src/core/detect/brackets';
import {
  lineBefore,
  lineStartOf,
  stemOf,
  surroundingsOf,
  textOf,
} from '../../../src/core/detect/surroundings';

/** What the surroundings of the first `NAME` in a text say: its own mapping's, then those around. */
function around(text: string): { readonly own: string; readonly outer: readonly string[] } {
  const start = text.indexOf('NAME');
  const { own, outer } = surroundingsOf(text, new Brackets(text), { start, end: start + 4 });
  return { own: textOf(text, own), outer: outer.map((part) => textOf(text, part)) };
}

describe('surroundingsOf', () => {
  it('takes the entries of the same mapping in YAML, and those of the mappings around', () => {
    const { own, outer } = around('host: a\nllm:\n  url: b\n  model: NAME\n  key: c\nother:\n  url: zz\n');
    expect(own).toContain('url: b');
    expect(own).toContain('key: c');
    expect(own).not.toContain('zz');
    expect(outer.join('\n')).toContain('host: a');
  });

  it('takes how a model is reached from a mapping of settings beside it, before or behind', () => {
    const behind = around('url: a\nmodel:\n  name: NAME\n  options:\n    url: b\n  other:\n    url: c\n');
    expect(behind.own).toContain('url: b');
    expect(behind.own).not.toContain('url: c');
    const before = around('model:\n  other:\n    url: c\n  connection:\n    url: b\n  name: NAME\n');
    expect(before.own).toContain('url: b');
    expect(before.own).not.toContain('url: c');
    const outer = around('config:\n  url: b\nmodel:\n  name: NAME\nsettings:\n  url: c\n');
    expect([outer.own, ...outer.outer].join('\n')).not.toContain('url');
  });

  it('takes how a provider is reached from a mapping that is called like it, before or behind', () => {
    const behind = around('provider: OpenAI\nmodel: NAME\nopenAI:\n  url: b\nazure:\n  url: c\n');
    expect(behind.own).toContain('url: b');
    expect(behind.own).not.toContain('url: c');
    const before = around('provider: OpenAI\nazure:\n  url: c\nopenAI:\n  url: b\nmodel: NAME\n');
    expect(before.own).toContain('url: b');
    expect(before.own).not.toContain('url: c');
  });

  it.each([
    'data:\n  GATEWAY_URL: a\n  ASSIST_BASE_URL: b\n  ASSIST_MODEL: NAME\n',
    'data:\n  ASSIST_MODEL: NAME\n  ASSIST_BASE_URL: b\n  GATEWAY_URL: a\n',
    'llm:\n  gatewayUrl: a\n  assistBaseUrl: b\n  assistModel: NAME\n',
  ])('takes the address of the same stem from a mapping of YAML, and no other: %j', (text) => {
    const { own } = around(text);
    expect(own).toMatch(/assist_?base_?url: b/i);
    expect(own).not.toMatch(/gateway_?url/i);
  });

  it('leaves an address to the model of its stem where its own names a service or a runtime', () => {
    const data = 'data:\n  LLM_BASE_URL: a\n  LLM_MODEL: b\n  OLLAMA_MODEL: NAME\n';
    expect(around(data).own).not.toContain('LLM_BASE_URL');
    expect(around(data.replace('OLLAMA_MODEL', 'SUMMARY_MODEL')).own).toContain('LLM_BASE_URL: a');
    expect(around(data.replace('OLLAMA_MODEL', 'OPENAI_MODEL')).own).toContain('LLM_BASE_URL: a');
    expect(around(data.replace('  LLM_MODEL: b\n', '')).own).toContain('LLM_BASE_URL: a');
  });

  it('takes the addresses of other stems where none is of its own', () => {
    expect(around('data:\n  GATEWAY_URL: a\n  ASSIST_MODEL: NAME\n').own).toContain('GATEWAY_URL: a');
    expect(around('llm:\n  openai_url: a\n  model: NAME\n').own).toContain('openai_url: a');
  });

  it('takes no other statement of a class for a neighbor', () => {
    const { own, outer } = around('class A {\n  M a = f("NAME");\n  M b = g("http://localhost");\n}\n');
    expect([own, ...outer].join('')).not.toContain('localhost');
  });

  it('never reaches into another document or service', () => {
    const { own, outer } = around('url: a\n---\nmodel: NAME\n---\nurl: b\n');
    expect([own, ...outer].join('\n')).not.toContain('url');
    const services = around('services:\n  one:\n    url: a\n  two:\n    model: NAME\n');
    expect([services.own, ...services.outer].join('\n')).not.toContain('url: a');
  });

  it('takes what brackets hold, each to where it closes', () => {
    const { own, outer } = around('f({ models: [{ id: "NAME" }], provider: "groq" }, other)');
    expect(own).toContain('id');
    expect(own).not.toContain('groq');
    expect(outer.join('\n')).toContain('groq');
  });

  it('stops at a block of statements', () => {
    const { own, outer } = around('function f() { const url = "a"; g({ model: "NAME" }); }');
    expect([own, ...outer].join('\n')).not.toContain('url');
  });

  it('takes settings of the same stem, or of the same paragraph before', () => {
    const { own } = around('OPENAI_URL=a\n\nGROQ_URL=b\nGROQ_MODEL=NAME\n\nGROQ_KEY=c\nCOHERE_URL=d\n');
    expect(own).toContain('GROQ_URL=b');
    expect(own).toContain('GROQ_KEY=c');
    expect(own).not.toMatch(/OPENAI|COHERE/);
  });

  it('takes settings behind, in the same paragraph, where neither has a stem', () => {
    for (const set of ['', 'export ', 'set ', 'SET ']) {
      const mark = set === '' || set === 'export ' ? '#' : 'REM';
      const { own } = around(
        `${set}CHAT_MODEL=NAME\n${mark} note\n${set}ENDPOINT=a\n${set}GROQ_URL=b\n\n${set}BASE_URL=c\n`,
      );
      expect(own).toContain('ENDPOINT=a');
      expect(own).not.toMatch(/GROQ|BASE_URL/);
    }
    expect(around('MODEL=NAME\nvllm serve $MODEL\nENDPOINT=a\n').own).toBe('');
    expect(around('GROQ_MODEL=NAME\nENDPOINT=a\n').own).toBe('');
  });

  it('takes what stands before a setting behind what follows it, and the nearest of those last', () => {
    expect(around('API_BASE=a\nMODEL=NAME\nBASE_URL=b\nENDPOINT=c\n').own).toBe(
      'ENDPOINT=c\nBASE_URL=b\nAPI_BASE=a',
    );
  });

  it('takes the settings of the same list, those of the same stem behind the others', () => {
    const list = (name: string): string =>
      `a:\n  - BASE_URL=z\nb:\n  - HOST=h\n  # note\n  - ${name}=NAME\n  - GROQ_URL=g\n  - "ENDPOINT=e"\nc:\n  - URL=u\n`;
    expect(around(list('CHAT_MODEL')).own.split('\n').slice(1)).toEqual([
      '  - GROQ_URL=g',
      '  - "ENDPOINT=e"',
      '  - HOST=h',
    ]);
    expect(around(list('GROQ_MODEL')).own.split('\n').at(-1)).toBe('  - GROQ_URL=g');
    const other = list('OLLAMA_MODEL').replace('- "ENDPOINT=e"', '- LLM_URL=e\n  - LLM_MODEL=f');
    expect(around(other).own).not.toContain('LLM_URL');
  });

  it('takes nothing of the recipes of other targets, but the settings of the whole file', () => {
    const { own } = around(
      'LLM_PORT = a\n\none:\n\tLLM_URL=b \\\n\trun\n\ntwo: one\n\tLLM_KEY=c \\\n\tLLM_MODEL=NAME run\n\nthree:\n\tLLM_HOST=d run\n',
    );
    expect(own).toContain('LLM_PORT = a');
    expect(own).toContain('LLM_KEY=c');
    expect(own).not.toMatch(/LLM_URL|LLM_HOST/);
  });
});

describe('stemOf', () => {
  it.each([
    ['OPENAI_BASE_URL', 'openai'],
    ['OPENAI_MODEL', 'openai'],
    ['spring.ai.openai.chat.model', 'spring ai openai'],
    ['MODEL', ''],
  ])('%s → %s', (key, stem) => {
    expect(stemOf(key)).toBe(stem);
  });
});

describe('lineBefore', () => {
  it('gives what stands on the line before a place, and no more than a bounded part of it', () => {
    expect(lineBefore('a\nbcd', 4)).toBe('bc');
    const long = 'x'.repeat(1_000);
    expect(lineBefore(long, 1_000).length).toBe(400);
    expect(lineStartOf('a\nb', 3)).toBe(2);
  });
});
