import { describe, expect, it } from 'vitest';
import { Brackets } from '../../../src/core/detect/brackets';
import { CodeVariables } from '../../../src/core/detect/codeVariables';
import { Evidence, isInComment } from '../../../src/core/detect/evidence';
import { hostsOf } from '../../../src/core/detect/host';
import { OtherArms } from '../../../src/core/detect/otherArms';
import { CATALOG } from './marked';

const TEXT = [
  'a = { base_url: "https://api.groq.com/v1", inner: { url: "http://localhost:8000/v1" } }',
  'b = { base_url: "https://api.mistral.ai/v1" }',
  'MOONSHOT = "https://api.moonshot.ai/v1"',
].join('\n');

function evidenceOf(text: string, settings: Readonly<Record<string, string>> = {}): Evidence {
  const elsewhere = new Map(Object.entries(settings));
  const brackets = new Brackets(text);
  const variables = new CodeVariables(text, brackets);
  return new Evidence(
    text,
    { brackets, variables, otherArms: new OtherArms(text, () => false) },
    hostsOf(CATALOG),
    elsewhere,
  );
}

describe('Evidence', () => {
  const evidence = evidenceOf(TEXT);
  const whole = { start: 0, end: TEXT.length };
  const firstLine = { start: 0, end: TEXT.indexOf('\n') };

  it('gives all places of a kind, in order', () => {
    expect(evidence.all('addresses').map(({ host }) => host)).toEqual(['groq', 'self', 'mistral']);
    expect(evidence.all('secrets')).toEqual([]);
  });

  it('gives the host that all places of a kind are of', () => {
    expect(evidence.onlyHost('addresses')).toBeUndefined();
    expect(evidence.onlyHost('secrets')).toBeUndefined();
    const [, second = ''] = TEXT.split('\n');
    expect(evidenceOf(`${second}\n${second}`).onlyHost('addresses')).toBe('mistral');
    expect(evidenceOf(`${second}\n${second}\n${TEXT}`).onlyHost('addresses')).toBeUndefined();
  });

  it('gives the key that one begins with', () => {
    expect(evidence.all('addresses').map((place) => evidence.keyOf(place))).toEqual([
      'base_url',
      'url',
      'base_url',
    ]);
  });

  it('gives those that lie whole in a stretch', () => {
    expect(evidence.in('addresses', firstLine).map(({ host }) => host)).toEqual(['groq', 'self']);
    const cut = { start: 0, end: TEXT.indexOf('groq.com') };
    expect(evidence.in('addresses', cut)).toEqual([]);
    const { at = 0, end = 0 } = evidence.all('addresses')[0] ?? {};
    expect(evidence.in('addresses', { start: at, end })).toHaveLength(1);
  });

  it('gives the first of a stretch, and whether the others are of its host', () => {
    const first = (text: string, from = 0): readonly unknown[] => {
      const found = evidenceOf(text).firstIn('addresses', { start: from, end: text.length });
      return [found?.place.host, found?.isOnlyHost];
    };
    const [groq = '', mistral = ''] = TEXT.replace(/, inner: [^}]*}/, '').split('\n');
    expect(first(`${groq}\n${groq}\n${mistral}`)).toEqual(['groq', false]);
    expect(first(`${mistral}\n${groq}\n${groq}`)).toEqual(['mistral', false]);
    expect(first(`${mistral}\n${groq}\n${groq}`, mistral.length)).toEqual(['groq', true]);
    expect(first(groq, groq.length - 1)).toEqual([undefined, undefined]);
    const { at = 0 } = evidenceOf(groq).all('addresses')[0] ?? {};
    const firstAt = (start: number, end: number): unknown =>
      evidenceOf(groq).firstIn('addresses', { start, end })?.place.host;
    expect([firstAt(at, at + 1), firstAt(at + 1, at + 2), firstAt(at - 1, at)]).toEqual([
      'groq',
      undefined,
      undefined,
    ]);
  });

  it('gives those of a part in the order of the part', () => {
    const part = [{ start: firstLine.end, end: TEXT.length }, firstLine];
    expect(evidence.inPart('addresses', part).map(({ host }) => host)).toEqual(['mistral', 'groq', 'self']);
  });

  it('leaves out of direct entries what braces inside hold', () => {
    const content = { start: TEXT.indexOf('{') + 1, end: firstLine.end };
    expect(evidence.directIn('addresses', [content]).map(({ host }) => host)).toEqual(['groq']);
    const call = '{ url: env("https://api.groq.com/v1"), inner: [f("https://api.mistral.ai/v1")] }';
    const inCall = evidenceOf(call).directIn('addresses', [{ start: 1, end: call.length }]);
    expect(inCall.map(({ host }) => host)).toEqual(['groq']);
  });

  it('gives the last before a place, and only so far before it', () => {
    expect(evidence.before('addresses', TEXT.length, 1_000)?.host).toBe('mistral');
    const { at = 0 } = evidence.all('addresses').at(-1) ?? {};
    expect(evidence.before('addresses', at + 10, 10)?.host).toBe('mistral');
    expect(evidence.before('addresses', at + 10, 9)).toBeUndefined();
    expect(evidence.before('addresses', 3, 1_000)).toBeUndefined();
  });

  it('says whether one is near', () => {
    const end = { start: TEXT.length, end: TEXT.length };
    expect(evidence.isNear('addresses', end, 1_000)).toBe(true);
    expect(evidence.isNear('addresses', end, 5)).toBe(false);
    expect(evidence.isNear('secrets', whole, 1_000)).toBe(false);
  });

  it.each([
    ['//   .baseUrl("https://api.moonshot.ai/v1")'],
    ['# base_url="https://api.moonshot.ai/v1"'],
    ['#BASE_URL=https://api.moonshot.ai/v1'],
    [' * .baseUrl("https://api.moonshot.ai/v1")'],
    ['-- base_url = "https://api.moonshot.ai/v1"'],
  ])('does not read what is commented out: %s', (line) => {
    expect(evidenceOf(`${line}\n`).all('addresses')).toEqual([]);
  });

  it.each([
    ['* base_url: https://api.moonshot.ai/v1'],
    ['--base-url=https://api.moonshot.ai/v1'],
    ['x = f(base_url="https://api.moonshot.ai/v1")  # ours'],
  ])('reads what only looks like it: %s', (line) => {
    expect(
      evidenceOf(`${line}\n`)
        .all('addresses')
        .map(({ host }) => host),
    ).toEqual(['moonshot']);
  });

  it('knows the address of a variable that configuration of the project sets', () => {
    const settings = { LLM_URL: 'https://api.groq.com/v1', LLM_HOST: 'groq' };
    const read = (text: string): readonly string[] =>
      evidenceOf(text, settings)
        .all('addresses')
        .map(({ host }) => host);
    expect(read('new OpenAI({ baseURL: process.env.LLM_URL })')).toEqual(['groq']);
    expect(read('new OpenAI({ baseURL: process.env.LLM_HOST })')).toEqual([]);
  });

  it.each([
    ['// ¦', true],
    ['x\n  # url = ¦', true],
    ['// x\n¦', false],
    ['x // ¦', false],
    ['x = 1 /* url=¦ */', true],
    ['/*.url(¦', true],
    ['/* x */ /* url: ¦', true],
    ['/* url=x */ ¦', false],
    ['/* url=x\n  ¦', false],
    ['handle /* { ¦', false],
    // What begins further away is not looked for.
    [`// ${'x'.repeat(100)}¦`, true],
    [`// ${'x'.repeat(118)}¦`, false],
    [`${'x'.repeat(200)}\n// ¦`, true],
  ])('knows what is commented out: %j, %j', (marked, isOut) => {
    expect(isInComment(marked.replace('¦', 'u'), marked.indexOf('¦'))).toBe(isOut);
  });

  it('knows what configuration of the project sets', () => {
    const set = evidenceOf('', { URL: 'https://a.example/v1', NAME: 'groq' });
    expect(['URL', 'NAME', 'OTHER'].map((name) => set.setTo(name))).toEqual([
      'https://a.example/v1',
      undefined,
      undefined,
    ]);
    expect(['NAME', 'OTHER'].map((name) => set.isSet(name))).toEqual([true, false]);
  });

  it('gives an address to the name before it in its statement, and to each name the first one', () => {
    const { constant } = evidenceOf(
      'one = f()\ntwo = g(); URL = "https://a.example/v1"\nURL = "https://b.example/v1"',
    );
    expect(['one', 'two', 'URL'].map((name) => constant(name, 0))).toEqual([
      undefined,
      undefined,
      'https://a.example/v1',
    ]);
  });

  it('knows the address that a constant has', () => {
    expect(evidence.constant('MOONSHOT', 0)).toBe('https://api.moonshot.ai/v1');
    expect(evidence.constant('OTHER', 0)).toBeUndefined();
  });

  it.each([
    '@base "A"',
    'base <- "A"',
    '(def base "A")',
    '-define(base, "A").',
    'base = "A"',
    'let base: &str = "A";',
  ])('knows it however it is defined: %s', (definition) => {
    const text = definition.replace('A', 'https://api.groq.com/openai/v1');
    expect(evidenceOf(text).constant('base', 0)).toBe('https://api.groq.com/openai/v1');
  });

  it.each([
    ['def f():\n    u = "A"\n    g(u)\n\ndef run(u):\n    c = OpenAI(base_url=u)\n', undefined],
    ['def f():\n    u = "A"\n    g(u)\n\ndef run(u="B"):\n    c = OpenAI(base_url=u)\n', 'B'],
    [
      'def f():\n    u = "A"\n    g(u)\n\ndef run(u=None):\n    u = u or "B"\n    c = OpenAI(base_url=u)\n',
      'B',
    ],
    ['u = "A"\ndef run():\n    c = OpenAI(base_url=u)\n', 'A'],
    ['const b = "A";\nconst run = ({ b }) => new OpenAI({ baseURL: b });', undefined],
    [
      'function f() { const url = "A"; g(url); }\nfunction run(url) { new OpenAI({ baseURL: url }) }',
      undefined,
    ],
    ['func f() { u := "A"; g(u) }\nfunc run(u string) { cfg.BaseURL = u }', undefined],
    ['func run() { u := "A"; cfg.BaseURL = u }', 'A'],
    ['u = "A"\nrun(1, u)\ndef run(n, u):\n    c = OpenAI(base_url=u)\n', 'A'],
    [
      'def f():\n    u = "A"\n    g(u)\n\ndef run(u):\n    c = OpenAI(base_url=u)\n\ndef h():\n    run(u)\n',
      undefined,
    ],
    ['u = "A"\nrun(u=u)\nrun(other)\ndef run(u):\n    c = OpenAI(base_url=u)\n', undefined],
  ])('knows no address of another function for a parameter: %s', (text, expected) => {
    const written = text.replace('"A"', '"https://a.example"').replace('"B"', '"https://b.example"');
    const [lead = '', name = ''] = /^[^]*base_?url\W{1,4}(\w+)/i.exec(written) ?? [];
    const { constant } = evidenceOf(written);
    expect(constant(name, lead.length - name.length)).toBe(
      expected && `https://${expected.toLowerCase()}.example`,
    );
  });
});
