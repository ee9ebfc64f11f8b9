import { describe, expect, it } from 'vitest';
import { detect, unmark } from '../marked';

/** Why the names of a text are taken for what they are. */
const reasonsIn = (text: string, path: string): readonly string[] =>
  detect(text, path).references.flatMap(({ text: name, why }) =>
    why.map(({ args }) => `${name} ${args.join(' ')}`),
  );

describe('a constructor whose type is left out', () => {
  it.each([
    ['a.cs', 'ChatClient chat = new("gpt-4-0613", key);\n'],
    ['a.cs', 'class A { private readonly ChatClient _chat =\n    new(model: "gpt-4-0613", key); }\n'],
    ['a.cs', 'class A { public ChatClient? Chat { get; } = new("gpt-4-0613", key); }\n'],
    ['a.swift', 'let chat: ChatClient = .init("gpt-4-0613", key)\n'],
  ])('is that of the type before it in %s: %s', (path, text) => {
    expect(reasonsIn(text, path)).toEqual(
      reasonsIn('var chat = new ChatClient("gpt-4-0613", key);\n', 'a.cs'),
    );
  });

  it('is of no type where none stands before it', () => {
    expect(reasonsIn('chat = new("gpt-4-0613", key);\n', 'a.cs')).not.toEqual(
      reasonsIn('chat = new ChatClient("gpt-4-0613", key);\n', 'a.cs'),
    );
  });
});

describe('the value of a member that is the key of an entry', () => {
  const keptIn = (text: string, path: string): readonly unknown[] =>
    detect(text, path).references.map(({ keptAs }) => keptAs);

  it.each([
    ['a.py', 'NAMES = {\n    Tier.LOW.value: "gpt-4o",\n    Tier.TOP.value: "gpt-4.1",\n}\n', ['LOW', 'TOP']],
    [
      'a.php',
      "<?php\nconst NAMES = [\n    Tier::Low->value => 'gpt-4o',\n    Tier::Top->value => 'gpt-4.1',\n];\n",
      ['Low', 'Top'],
    ],
  ])('is called like that, in %s', (path, text, members) => {
    expect(keptIn(text, path)).toEqual(members.map((member) => ['NAMES', member]));
  });

  it('is no member of the object itself, and no field that is given one', () => {
    expect(keptIn('class A:\n    def __init__(self):\n        self.value: str = "gpt-4o"\n', 'a.py')).toEqual(
      [['value']],
    );
    expect(
      keptIn('class A:\n    def __init__(self):\n        self.label.value: str = "gpt-4o"\n', 'a.py'),
    ).toEqual([['value']]);
    expect(keptIn('NAMES = {"value": "gpt-4o"}\n', 'a.py')).toEqual([['NAMES']]);
  });
});

const NAME = '⟦gpt-4o-2024-05-13⟧';

describe('a value whose name stands before it', () => {
  it.each([
    ['a.cs', `var d = new Dictionary<string, object> { { "model", "${NAME}" }, { "n", 1 } };`],
    ['a.cs', `var d = new JObject { { "n", 1 }, { "model", "${NAME}" } };`],
    ['a.cpp', `json j = { {"model", "${NAME}"}, {"n", 1} };`],
    ['a.vb', `Dim d = New Dictionary(Of String, Object) From { {"model", "${NAME}"}, {"n", 1} }`],
    ['a.java', `var m = Map.of("n", 1, "model", "${NAME}");`],
    ['a.java', `var m = Map.ofEntries(Map.entry("model", "${NAME}"));`],
    ['a.js', `const m = new Map([["model", "${NAME}"], ["n", 1]]);`],
    ['a.js', `const m = Object.fromEntries([["model", "${NAME}"]]);`],
    ['a.py', `d = dict([("model", "${NAME}"), ("n", 1)])`],
    ['a.rs', `let m = HashMap::from([("model", "${NAME}"), ("n", "1")]);`],
    ['a.fs', `let d = dict [ ("model", box "${NAME}"); ("n", box 1) ]`],
    ['a.swift', `let c = [("model", "${NAME}")]`],
    ['a.ex', `m = Map.new([{"model", "${NAME}"}])`],
    ['a.scala', `val n = Map(("model", "${NAME}"))`],
  ])('is called: %s, %s', (path, marked) => {
    const { text, expected } = unmark(marked);
    const found = detect(text, path).references.map(({ range, role }) => [range.start, role]);
    expect(found).toEqual(expected.map(({ start }) => [start, 'calls']));
  });

  it.each([
    ['a.cs', 'var n = new[] { { "GPT-4o", "gpt-4o-2024-05-13" }, { "GPT-4", "gpt-4-0613" } };'],
    ['a.py', 'NAMES = [("GPT-4o", "gpt-4o-2024-05-13"), ("GPT-4", "gpt-4-0613")]'],
    ['a.js', 'const COLUMNS = ["model", "gpt-4o-2024-05-13", "gpt-4-0613"];'],
    ['a.java', 'var m = Map.of("gpt-4-0613", "gpt-4o-2024-05-13", "n", "m");'],
    ['a.java', 'var m = List.of("model", "gpt-4o-2024-05-13", "n");'],
  ])('is none of those: %s, %s', (path, text) =>
    expect(detect(text, path).references.map(({ evidence }) => evidence[0])).not.toContain('key:model'),
  );
});

describe('a class beside its model', () => {
  const ID = 'meta-llama/llama-4-maverick-17b-128e-instruct';
  const usesIn = (text: string, path: string): readonly string[] =>
    detect(text, path).references.map(({ role, host }) => `${role} ${host}`);

  it.each([
    ['a.py', `PAIRS = [(ChatGroq, "${ID}")]\n`, 'calls groq'],
    ['a.py', `PAIRS = {"fast": (ChatGroq, "${ID}")}\n`, 'calls groq'],
    ['a.ts', `const PAIRS = [[ChatGroq, '${ID}']] as const;\n`, 'calls groq'],
    ['a.ts', `const TABLE = [{ cls: ChatGroq, model: '${ID}' }];\n`, 'calls groq'],
    ['a.py', `TABLE = {"fast": {"class": ChatGroq, "model": "${ID}"}}\n`, 'calls groq'],
    ['a.py', `TABLE = [(ChatOllama, "${ID}")]\n`, 'loads self'],
    ['a.py', 'TABLE = [(SentenceTransformer, "acme/embedder")]\n', 'loads self'],
    [
      'test_a.py',
      `@pytest.mark.parametrize("cls,name", [(ChatGroq, "${ID}")])\ndef test_a(cls, name):\n    pass\n`,
      'calls groq',
    ],
  ])('makes a client of it in %s: %s', (path, text, use) => {
    expect(usesIn(text, path).at(-1)).toBe(use);
  });

  it.each([
    ['a.py', 'TABLE = [("gpt-4o", ChatOpenAI), ("gpt-4.1", ChatOpenAI)]\n'],
    ['a.py', 'TABLE = [(Family, "gpt-4o"), (Family, "gpt-4.1")]\n'],
    [
      'a.ts',
      "const TABLE = [{ cls: ChatOpenAI, id: 'gpt-4o', price: 1 }, { cls: ChatOpenAI, id: 'gpt-4.1', price: 1 }];\n",
    ],
  ])('is no client of a name that is none of its arguments in %s: %s', (path, text) => {
    expect(new Set(usesIn(text, path))).toEqual(new Set(['lists openai']));
  });

  it('is none of another record', () => {
    expect(reasonsIn('class A { llm: ChatGroq; model = "gpt-4o"; }\n', 'a.ts')).not.toContain(
      'gpt-4o ChatGroq',
    );
  });
});

describe('what kind a value is', () => {
  it.each([
    [
      'a.yaml',
      'parameters:\n  model_name: {"type": "enum", "default": "acme/thing-7b", "options": ["acme/other-7b"]}\n',
    ],
    ['a.json', '{ "model_name": { "type": "enum", "default": "acme/thing-7b" } }\n'],
    ['a.ts', "const settings = { modelName: { type: 'enum', default: 'acme/thing-7b' } };\n"],
  ])('does not name it in %s: %s', (path, text) => {
    const [first] = detect(text, path).references;
    expect([first?.text, first?.role]).toEqual(['acme/thing-7b', 'loads']);
  });
});
