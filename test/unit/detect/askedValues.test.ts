import { describe, expect, it } from 'vitest';
import { pathsOf } from '../../../src/core/detect/askedConstants';
import { valuesUnder } from '../../../src/core/detect/askedValues';
import { Tracer } from '../../../src/core/detect/tracer';
import { detect } from './marked';

/** Each name that is asked for, with its host. */
const asked = (text: string, path: string): Record<string, string | null> =>
  Object.fromEntries(
    detect(text, path).references.flatMap(({ text: name, role, host }) =>
      role === 'calls' ? [[name, host] as const] : [],
    ),
  );

const OWN = { 'azure/house': 'azure', 'azure/house-mini': 'azure' };

describe('names that a gateway gets by another name', () => {
  it.each([
    'name = {"fast": "azure/house-mini", "big": "azure/house"}[kind]\nlitellm.completion(model=name)',
    'name = "azure/house" if kind == "big" else "azure/house-mini"\nlitellm.completion(model=name)',
    'NAMES = {"fast": "azure/house-mini", "big": "azure/house"}\nlitellm.completion(model=NAMES[kind])',
    'NAMES = {"fast": "azure/house-mini"}\nlitellm.completion(model=NAMES.get(kind, "azure/house"))',
    'NAMES = ["azure/house", "azure/house-mini"]\nname = NAMES[0]\nlitellm.completion(model=name)',
    'def go(model):\n    litellm.completion(model=model)\ngo("azure/house")\ngo("azure/house-mini")',
  ])('are asked at their providers: %s', (text) => {
    expect(asked(`import litellm\n${text}\n`, 'a.py')).toEqual(OWN);
  });

  it.each([
    'NAMES = {"azure/house": 1}\nlitellm.completion(model=NAMES[kind])',
    'name = pick("azure/house")\nlitellm.completion(model=name)',
    'name = os.environ["azure/house"]\nlitellm.completion(model=name)',
    'name = getattr(self, "azure/house", None)\nlitellm.completion(model=name)',
    'name = flags or self.cfg.get("azure/house")\nlitellm.completion(model=name)',
    'name = "house" if kind == "big" else "house-mini"\nlitellm.completion(model=name)',
  ])('are none in %s', (text) => {
    expect(asked(`import litellm\n${text}\n`, 'a.py')).toEqual({});
  });
});

describe('names that a client of Azure gets by another name', () => {
  const TS = 'import { AzureOpenAI } from "openai";\nconst client = new AzureOpenAI({});\n';
  const ask = (name: string): string => `client.chat.completions.create({ model: ${name}, messages: [] });\n`;

  it.each([
    ['const HOUSE = "house-big";\n', 'HOUSE', ['house-big']],
    ['const NAMES = { fast: "house-mini", big: "house-big" };\n', 'NAMES[kind]', ['house-mini', 'house-big']],
    ['const NAMES: Record<string, string> = { fast: "house-mini" };\n', 'NAMES[kind]', ['house-mini']],
    ['const NAMES = { chat: "house-big", region: "sweden-c" };\n', 'NAMES.chat', ['house-big']],
    ['const HOUSE = kind === "big" ? "house-big" : "house-mini";\n', 'HOUSE', ['house-big', 'house-mini']],
  ])('are names of deployments: %s %s', (kept, name, found) => {
    expect(Object.keys(asked(TS + kept + ask(name), 'a.ts'))).toEqual(found);
  });

  it('are no variables of functions', () => {
    expect(asked(`${TS}function a() { const mode = "dark-2"; }\n${ask('mode')}`, 'a.ts')).toEqual({});
  });
});

describe('names of no known form that a client gets by another name', () => {
  const PYTHON = 'from openai import OpenAI\nclient = OpenAI()\n';
  const ask = (name: string): string => `client.chat.completions.create(model=${name}, messages=[])\n`;

  it.each([
    `MODEL = "house-1"\n${ask('MODEL')}`,
    `def f(model: Literal["house-1", "x"] = "house-1"):\n    ${ask('model')}`,
    `class A:\n    model = "house-1"\n    def f(self):\n        ${ask('self.model')}`,
    `def f(model: str = "house-1"):\n    ${ask('model')}`,
    `def f(q, model):\n    ${ask('model')}f("q", "house-1")\n`,
    `def f(q, model):\n    ${ask('model')}f("q", model="house-1")\n`,
    `class A:\n    def __init__(self, model="house-1"):\n        self.llm = model\n        ${ask('self.llm')}`,
  ])('are asked at its service: %s', (text) => {
    expect(asked(PYTHON + text, 'a.py')).toEqual({ 'house-1': 'openai' });
  });

  it('are those of the parameter that a client gets, not of another of its type', () => {
    const text = `def f(model: str, family: str):\n    ${ask('model')}f("house-1", "label-1")\n`;
    expect(asked(PYTHON + text, 'a.py')).toEqual({ 'house-1': 'openai' });
  });

  it('are so where a type in Go gets them', () => {
    const text =
      'import "github.com/sashabaranov/go-openai"\nconst model = "house-1"\nfunc f() {\n' +
      '\tc := openai.NewClient("k")\n\tc.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Model: model})\n}\n';
    expect(asked(text, 'a.go')).toEqual({ 'house-1': 'openai' });
  });

  it.each([
    `Car(model="house-1")\ndef f(model):\n    ${ask('model')}`,
    `def g():\n    mode = "house-1"\ndef f(mode):\n    ${ask('mode')}`,
  ])('are none that something else gets: %s', (text) => {
    expect(asked(PYTHON + text, 'a.py')).toEqual({});
  });
});

describe('the values under a name', () => {
  const valuesOf = (text: string, ...path: readonly string[]): readonly string[] =>
    valuesUnder([path], { text, tracer: new Tracer(text), pathsOf }).map(({ start, end }) =>
      text.slice(start, end),
    );

  it.each([
    ['are those of one key of a table', 'm = { chat: "a1", other: "b1" }', ['m', 'chat'], ['a1']],
    ['or of a call', 'm = Object.freeze({ chat: "a1", other: "b1" })', ['m', 'chat'], ['a1']],
    ['and those under no key', 'm = ["a1", "b1"]', ['m', 'chat'], ['a1', 'b1']],
    ['not of another key', 'm = { other: "b1" }', ['m', 'chat'], []],
    ['of all keys without one', 'm = { chat: "a1", other: "b1" }', ['m'], ['a1', 'b1']],
    ['of a choice, which has no keys', 'm = big ? other : "a1" + f(x)', ['m', 'id'], ['a1']],
    ['behind two more names', 'm = n\nn = o\no = "a1"', ['m'], ['a1']],
    ['not behind three', 'm = n\nn = o\no = p\np = "a1"', ['m'], []],
    ['once, where names go in a circle', 'm = n or "a1"\nn = m', ['m'], ['a1']],
    ['not what is compared', 'm = "a1" if k is "b1" else "c1" if k in "d1"', ['m'], ['a1', 'c1']],
    ['nor what another call makes', 'm = pick("a1")', ['m'], []],
    ['but what stands for a missing setting', 'm = os.getenv("A1", "b1")', ['m'], ['b1']],
  ])('%s: %s', (_, text, path, found) => expect(valuesOf(text, ...path)).toEqual(found));

  it('are so many at most', () => {
    const list = (count: number): string => Array.from({ length: count }, () => '"ab"').join();
    expect(valuesOf(`m = [${list(50)}]`, 'm')).toHaveLength(40);
  });
});
