import { describe, expect, it } from 'vitest';
import { Brackets } from '../../../src/core/detect/brackets';
import {
  holds,
  lineBefore,
  lineStartOf,
  signBefore,
  stemOf,
  surroundingsOf,
  textOf,
  without,
} from '../../../src/core/detect/surroundings';

/** What the surroundings of the first `NAME` in a text say: its own mapping's, then those around. */
function around(text: string): { readonly own: string; readonly outer: readonly string[] } {
  const start = text.indexOf('NAME');
  const { own, outer } = surroundingsOf(text, new Brackets(text), { start, end: start + 4 });
  return { own: textOf(text, own), outer: outer.map((part) => textOf(text, part)) };
}

describe('what stands around a name', () => {
  it.each([
    // Mappings of YAML, from the name's own outwards, without empty lines, notes and other documents.
    [
      'a: 1\nb:\n  c: 2\n\n  # so\n  d: NAME\n\n  # so\n  e: 3\nf: 4\n',
      ['d: NAME | c: 2 | e: 3', 'b: | a: 1 | f: 4'],
    ],
    ['  a: 1\n    b: 2\n  c: NAME\n', ['c: NAME | a: 1']],
    ['a: 1\n---\nb: NAME\n...\nc: 2\n', ['b: NAME']],
    ['m: --- x\nb: NAME\nc: ... y\n', ['b: NAME | m: --- x | c: ... y']],
    [
      'a:\n  b:\n    c:\n      d:\n        e:\n          f:\n            g:\n              h: NAME\n',
      ['h: NAME', 'g:', 'f:', 'e:', 'd:', 'c:', 'b:'],
    ],
    // Items of lists.
    ['- a: 1\n  b: NAME\n  c: 2\n- a: 3\n', ['b: NAME | - a: 1 | c: 2']],
    ['x:\n  - a: 1\n    b: NAME\n  - a: 3\ny: 4\n', ['b: NAME | - a: 1', 'x: | y: 4']],
    ['x:\n- a: 1\n  b: NAME\n- a: 3\ny: 4\n', ['b: NAME | - a: 1', 'x: | y: 4']],
    ['x:\n  y: 1\n  z:\n    - a\n    - NAME\n    - b\n  w: 2\n', ['- NAME', 'z: | y: 1 | w: 2', 'x:']],
    ['x:\n  - - a: NAME\n', ['- - a: NAME', 'x:']],
    ['- A_MODEL=NAME\n- A_URL=x\n- B_URL=y\n', ['- A_MODEL=NAME | - A_URL=x']],
    ['- A_MODEL=NAME\n- A_URL=x\n- A_KEY=y\n', ['- A_MODEL=NAME | - A_KEY=y | - A_URL=x']],
    ['x:\n  -\n    a: 1\n    b: NAME\n  -\n    a: 3\n', ['b: NAME | a: 1', '-', 'x:']],
    ['-x: 1\nb: NAME\n', ['b: NAME | -x: 1']],
    // What is in brackets on the line, and then the line itself.
    ['a:\n  b: { c: NAME, d: 1 }\n  e: 2\n', ['c: NAME, d: 1', 'b: { c: NAME, d: 1 } | e: 2', 'a:']],
    // What stands below an entry beside, where it is said of the model.
    [
      'a:\n  image:\n    repository: x\n    my-repository: y\n  args: NAME\n',
      ['args: NAME | image: | repository: x', 'a:'],
    ],
    [
      'model:\n  name: NAME\n  config:\n    url: b\n    x:\n      y: 1\n  z: 2\n',
      ['name: NAME | config: | url: b | x: | y: 1 | z: 2', 'model:'],
    ],
    [
      'type: openai\nmodel: NAME\nopenai:\n  url: b\nother: 1\n',
      ['model: NAME | type: openai | openai: | url: b | other: 1'],
    ],
    [
      'model:\n  config:\n    a: 1\n  options:\n    b: 2\n  name: NAME\n',
      ['name: NAME | options: | b: 2 | config: | a: 1', 'model:'],
    ],
    // Commands.
    ['vllm serve --model NAME --port 1; x --url 2\n', ['vllm serve --model NAME --port 1']],
    ['a --b c && vllm --model NAME \\\n  --url 1\nx --url 2\n', ['vllm --model NAME \\\n  --url 1']],
    ['docker run -e MODEL=NAME -e URL=x y | z\n', ['docker run -e MODEL=NAME -e URL=x y']],
    ['a | vllm --model "NAME"', ['vllm --model "NAME"']],
    // Settings one a line.
    ['[a]\nURL=a\n[s]\nMODEL=NAME\nHOST=b\n[c]\nHOST=d\n', ['HOST=b']],
    ['AI_MODEL=NAME\nOPENAI_URL=a\nGROQ_URL=b\n \nX_URL=c\n', ['OPENAI_URL=a | GROQ_URL=b']],
    ['AI_MODEL=NAME\nAI_URL=z\nOPENAI_URL=a\n', ['AI_URL=z']],
    [
      'export OPENAI_MODEL=NAME\n; c\n! d\n:: e\n// f\n@rem OPENAI_KEY=g\nexport OPENAI_KEY=h\n',
      ['export OPENAI_KEY=h'],
    ],
    [
      'spring.ai.openai.model=NAME\nspring.ai.openai.chat.url=a\nspring.ai.url=b\nspring.x.url=c\n',
      ['spring.ai.openai.chat.url=a | spring.ai.url=b'],
    ],
    ['API_URL=a\nMODEL=NAME,b\n', ['API_URL=a']],
    ['API_URL=a\nMODEL=NAME,\r\n', ['']],
    ['API_URL=a\n\nMODEL=NAME\n', ['']],
    ['OPENAI_MODEL=NAME\n\nOPENAI_FALLBACK_URL=b\n', ['OPENAI_FALLBACK_URL=b']],
    ['[s]\nA_URL=b\nA_KEY=c[1]\nA_MODEL=NAME\n', ['A_KEY=c[1] | A_URL=b']],
    // Brackets, up to those that hold statements.
    ['f(a, g(b, "NAME"), c)', ['b, "NAME"', 'a, g(b, "NAME"), c']],
    ['f(\n  m=NAME,\n  u=x,\n)\n', ['m=NAME,\n  u=x,']],
    ['x = { a: 1, b: "NAME" };\ny = { c: 2 };\n', ['a: 1, b: "NAME"']],
    ['r "a" "b" {\n  m = "NAME"\n  u = 1\n}\nr "c" {\n  u = 2\n}\n', ['m = "NAME"\n  u = 1']],
    ['x => ({ m: "NAME", u: 1 })', ['m: "NAME", u: 1', '{ m: "NAME", u: 1 }']],
    ['x = {\n  // const a\n  m: "NAME",\n  u: 1,\n}', ['// const a\n  m: "NAME",\n  u: 1,']],
    ['f(): A { return { m: "NAME", u: 1 } }', ['m: "NAME", u: 1']],
    ['class A { String m = "NAME"; String u = "x"; }', ['']],
    ['object A {\n  val m = "NAME"\n  val u = "x"\n}\n', ['']],
    ['namespace A { f("NAME"); }', ['"NAME"']],
    ['if (x) {\n  m = "NAME"\n  u = "x"\n}\n', ['']],
    ['if (x) {\n  load("NAME")\n}\n', ['"NAME"']],
    ['function f():A<B>{\n  my="NAME"\n  u = 1\n}', ['']],
    ['with (x) { a: 1, b: f(2), m: "NAME" }', ['a: 1, b: f(2), m: "NAME"']],
    ['for (a = 1; b("NAME"); c)', ['"NAME"', 'a = 1; b("NAME"); c']],
    ['x => { const m = "NAME"\n  u = 1 }', ['']],
    ['function f() {\n  this.m = "NAME"\n  this.u = 1\n}', ['']],
    ['else {\n  m := "NAME"\n  u := 1\n}', ['']],
    // No setting, no entry.
    ['a == NAME\nb = x\n', ['']],
    ['model: NAME,\nurl: x\n', ['']],
  ])('%j: %j', (text, expected) => {
    const start = text.indexOf('NAME');
    const { own, outer } = surroundingsOf(text, new Brackets(text), { start, end: start + 4 });
    const told = [own, ...outer].map((part) =>
      part.map((piece) => text.slice(piece.start, piece.end).trim()).join(' | '),
    );
    expect(told).toEqual(expected);
  });

  it('is looked for so many lines and characters far', () => {
    const far = (lines: number, length = 1): string =>
      `MODEL_URL=a\n${`# ${'x'.repeat(length)}\n`.repeat(lines)}MODEL=NAME\n${`# ${'x'.repeat(length)}\n`.repeat(lines)}MODEL_HOST=b\n`;
    expect(around(far(59)).own).toBe('MODEL_HOST=b\nMODEL_URL=a');
    expect(around(far(60)).own).toBe('');
    expect(around(far(40, 120)).own).toBe('');
    expect(around(`# ${'x'.repeat(4_000)}\nMODEL_URL=a\nMODEL=NAME\n`).own).toBe('MODEL_URL=a');
    expect(around(`MODEL_URL=${'x'.repeat(4_000)}\nMODEL=NAME\n`).own).toBe('');
  });
});

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

  it('takes what is no address, and an address of no stem, beside one of its own', () => {
    const { own } = around('data:\n  GATEWAY_KEY: k\n  BASE_URL: a\n  ASSIST_URL: b\n  ASSIST_MODEL: NAME\n');
    expect(own).toContain('BASE_URL: a\n  GATEWAY_KEY: k');
  });

  it('is not the address of a model of another service that is written alike, in any form of settings', () => {
    const entries: readonly (readonly [string, string])[] = [
      ['CHAT_BASE_URL', 'a'],
      ['CHAT_MODEL', 'b'],
      ['OLLAMA_MODEL', 'NAME'],
    ];
    const written = (form: (entry: readonly [string, string]) => string): string =>
      entries.map(form).join('');
    const texts = [
      `data:\n${written(([key, value]) => `  ${key}: ${value}\n`)}`,
      written(([key, value]) => `${key}=${value}\n`),
      `{"env": {${written(([key, value]) => `"${key}": "${value}", `)}"X": 1}}`,
      `environment = {\n${written(([key, value]) => `  ${key} = "${value}"\n`)}}\n`,
    ];
    for (const text of texts) {
      expect(around(text).own).not.toContain('CHAT_BASE_URL');
      expect(around(text.replace('OLLAMA_MODEL', 'FAST_MODEL')).own).toContain('CHAT_BASE_URL');
      expect(around(text.replace('CHAT_BASE_URL', 'BASE_URL')).own).toContain('BASE_URL');
    }
  });

  it('is such an address for a name of the Hub, of which a service in the key tells no runtime', () => {
    const settings = (key: string, value: string): string =>
      `CHAT_BASE_URL=a\nCHAT_MODEL=b\n${key}=${value}\n`;
    const own = (key: string, value: string): string => {
      const text = settings(key, value);
      const start = text.indexOf(value);
      const place = { start, end: start + value.length };
      return textOf(text, surroundingsOf(text, new Brackets(text), place).own);
    };
    expect(own('DEEPSEEK_MODEL', 'deepseek-ai/DeepSeek-R1')).toContain('CHAT_BASE_URL');
    expect(own('DEEPSEEK_MODEL', 'deepseek-chat')).not.toContain('CHAT_BASE_URL');
    expect(own('OLLAMA_MODEL', 'deepseek-ai/DeepSeek-R1')).not.toContain('CHAT_BASE_URL');
  });

  it('is the address of the longest path that keys with points have in common', () => {
    const lines = ['a.x.base-url=general', 'a.x.chat.base-url=own', 'a.x.kimi.base-url=other'];
    const addresses = (name: string, from: readonly string[]): readonly string[] =>
      ['general', 'own', 'other'].filter((value) =>
        around([...from, `${name}=NAME`, 'a.x.kimi.model=k', ''].join('\n')).own.includes(value),
      );
    for (const written of [lines, [...lines].reverse()]) {
      expect(addresses('a.x.chat.options.model', written)).toEqual(['own']);
      expect(addresses('a.x.embedding.options.model', written)).toEqual(['general']);
      expect(addresses('a.x.kimi.chat-model.model-name', written)).toEqual(['other']);
    }
    expect(addresses('a.x.chat-model.model-name', lines.slice(2))).toEqual([]);
    expect(addresses('a.x.model.name', ['a.x.api.base-url=general'])).toEqual(['general']);
  });

  it('is every mapping of braces on its line', () => {
    const text = 'a:\n  b: { url: own, options: { model: NAME } }\n  url: general\n';
    expect(around(text)).toMatchObject({
      own: ' model: NAME ',
      outer: [expect.stringMatching(/^ url: own/), expect.stringMatching(/general/), 'a:'],
    });
  });

  it('leaves an address to the model of its stem where its own names a service or a runtime', () => {
    const data = 'data:\n  LLM_BASE_URL: a\n  LLM_MODEL: b\n  OLLAMA_MODEL: NAME\n';
    expect(around(data).own).not.toContain('LLM_BASE_URL');
    expect(around(data.replace('OLLAMA', 'MY_OLLAMA')).own).not.toContain('LLM_BASE_URL');
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
      `a:\n  - BASE_URL=z\nb:\n  - HOST=h\n  # note\n  - ${name}=NAME\n  - GROQ_URL=g#1\n  - "ENDPOINT=e"\nc:\n  - URL=u\n`;
    expect(around(list('CHAT_MODEL')).own.split('\n').slice(1)).toEqual([
      '  - GROQ_URL=g#1',
      '  - "ENDPOINT=e"',
      '  - HOST=h',
    ]);
    expect(around(list('GROQ_MODEL')).own.split('\n').at(-1)).toBe('  - GROQ_URL=g#1');
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

describe('signBefore', () => {
  it.each([
    ['=', '='],
    ['x = "', '='],
    ['f(', '('],
    [`=${' '.repeat(199)}`, '='],
    [`=${' '.repeat(200)}`, ''],
    ['’ ', ''],
    ['', ''],
  ])('of %j is %j', (before, sign) => {
    expect(signBefore(`${before}NAME`, before.length)).toBe(sign);
  });
});

describe('holds', () => {
  it('is so from where a piece begins to where it ends', () => {
    const part = [
      { start: 1, end: 3 },
      { start: 5, end: 6 },
    ];
    expect([0, 1, 2, 3, 5, 6].filter((at) => holds(part, at))).toEqual([1, 2, 5]);
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

describe('without', () => {
  it('cuts ranges out of a part', () => {
    const part = [
      { start: 0, end: 10 },
      { start: 20, end: 30 },
    ];
    expect(without(part, [{ start: 5, end: 22 }])).toEqual([
      { start: 0, end: 5 },
      { start: 22, end: 30 },
    ]);
    expect(without(part, [{ start: 2, end: 4 }])[0]).toEqual({ start: 0, end: 2 });
    expect(without(part, [])).toEqual(part);
  });
});
