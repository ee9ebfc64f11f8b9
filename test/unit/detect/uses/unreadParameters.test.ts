import { describe, expect, it } from 'vitest';
import { detect, roles } from '../marked';

function roleIn(text: string, path: string): string | undefined {
  return detect(text, path).references.find(({ id }) => id === 'gpt-4-0613')?.role;
}

describe('the default of a parameter', () => {
  it.each([
    [
      'a.py',
      'class A(B):\n    def __init__(self, id, model="gpt-4-0613"):\n        super().__init__(id)\n        self.reset()\n\n    def ask(self, model):\n        return post(model)\n',
    ],
    ['a.ts', "export function reset(id: string, model = 'gpt-4-0613'): void {\n  store.delete(id);\n}\n"],
    ['a.php', "<?php\nfunction reset_chat($id, $model = 'gpt-4-0613') {\n  drop($id);\n}\n"],
    ['a.cs', 'class A { void Reset(string id, string model = "gpt-4-0613") { Drop(id); } }\n'],
    ['a.kt', 'fun reset(id: String, model: String = "gpt-4-0613") {\n  drop(id)\n}\n'],
  ])('is no use where its function does not read it: %s %s', (path, text) => {
    expect(roleIn(text, path)).toBe('mentions');
  });

  it.each([
    [
      'a.py',
      'def size(text, model="gpt-4-0613"):\n    return len(tiktoken.encoding_for_model(model).encode(text))\n',
    ],
    ['a.ts', "function size(text: string, model = 'gpt-4-0613') {\n  return countTokens(text, model);\n}\n"],
  ])('is listed where its function only counts with it: %s %s', (path, text) => {
    expect(roleIn(text, path)).toBe('lists');
  });

  it.each([
    ['a.py', 'def ask(text, model="gpt-4-0613"):\n    return OpenAI(base_url=url).ask(text)\n'],
    ['a.py', 'class A:\n    def __init__(self, model="gpt-4-0613"):\n        self.model = model\n'],
    [
      'a.py',
      'def ask(text, model="gpt-4-0613"):\n    n = count_tokens(text, model)\n    return post(text, model=model)\n',
    ],
    ['a.py', '@tool\ndef ask(text, model="gpt-4-0613"):\n    return run(text)\n'],
    ['a.py', 'def ask(text, model="gpt-4-0613"):\n    return post(**locals())\n'],
    ['a.ts', "function ask(text: string, model = 'gpt-4-0613') {\n  return post({ text, model });\n}\n"],
    ['a.ts', "function ask(text = '', model = 'gpt-4-0613') {\n  return post(...arguments);\n}\n"],
    ['a.ts', "class A {\n  constructor(private model = 'gpt-4-0613') {\n    start();\n  }\n}\n"],
    [
      'a.php',
      "<?php\nfunction ask($text, $model = 'gpt-4-0613') {\n  return post(compact('text', 'model'));\n}\n",
    ],
    ['a.cs', 'abstract class A { public abstract string Ask(string text, string model = "gpt-4-0613"); }\n'],
    ['a.py', 'def ask(text, model="gpt-4-0613"):\n    raise NotImplementedError\n'],
    ['a.py', 'def ask(text, model="gpt-4-0613"): return post(text, model)\nother = 1\n'],
    ['a.scala', 'object A {\n  def ask(model: String = "gpt-4-0613") = post(s"$model")\n}\n'],
    ['a.rb', 'def ask(text, model = "gpt-4-0613")\nend\n'],
    ['a.kt', 'fun go() { ask(text, model = "gpt-4-0613") { chunk -> print(chunk) } }\n'],
    ['a.kt', 'class A(val id: String, val model: String = "gpt-4-0613") {\n  fun go() = ask(id)\n}\n'],
  ])('is a use where more may be done with it: %s %s', (path, text) => {
    expect(roleIn(text, path)).toBe('calls');
  });
});

describe('a parameter that picks one of several encodings', () => {
  const py = (line: string): string =>
    `import tiktoken\nclass T:\n    def cut(self, text, model="gpt-4o", most=9):\n        ${line}\n`;

  it.each([
    [py('return self.known[model].encode(text)[:most]'), 'lists'],
    [py('return self.known[model].ask(text)'), 'calls'],
    [py('return self.known[model].encode(text), ask(model)'), 'calls'],
    [py('return self.known[model].encode(text)').replace('import tiktoken', 'import known'), 'calls'],
  ])('%s', (text, role) => {
    expect(roles(text, 'a.py')).toEqual([['gpt-4o', role]]);
  });
});
