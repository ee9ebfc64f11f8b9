import { describe, expect, it } from 'vitest';
import { embeddedString, type StringPlace } from '../../../src/core/documents/embeddedString';
import { tokenize, type StringToken } from '../../../src/core/text/lexer';
import { syntaxOf } from '../../../src/core/text/syntax';

function firstString(text: string, language: string): StringToken {
  const tokens: StringToken[] = [];
  const ignore = (): void => undefined;
  const syntax = syntaxOf(language);
  if (syntax === undefined) throw new Error(language);
  tokenize(text, { start: 0, end: text.length }, syntax, {
    word: ignore,
    comment: ignore,
    punctuation: ignore,
    newline: ignore,
    string: (token) => tokens.push(token),
  });
  const [token] = tokens;
  if (token === undefined) throw new Error(text);
  return token;
}

const NOWHERE: StringPlace = { key: '', parent: '', callee: '', wordBefore: '', isConfiguration: false };

function read(text: string, language: string, place: Partial<StringPlace> = {}): readonly string[] {
  const found = embeddedString(text, firstString(text, language), { ...NOWHERE, ...place });
  return found === undefined ? [] : [found.language, found.text.text];
}

describe('embeddedString', () => {
  it('reads a configuration in code by its shape', () => {
    expect(read('c = """\n  model: x\n  port: 80\n"""', 'python')).toEqual(['yaml', '\nmodel: x\nport: 80']);
    expect(read('c = "model: x\\nport: 80\\n"', 'python')).toEqual(['yaml', 'model: x\nport: 80\n']);
    expect(read('c = """a: x\n    |b: y\n    |"""', 'scala')).toEqual(['yaml', 'a: x\nb: y\n']);
    expect(read('c = @"\n[a]\nb = ""x""\n"', 'csharp')).toEqual(['toml', '\n[a]\nb = "x"\n']);
  });

  it('reads a here-document by its label', () => {
    expect(read('c = <<~YAML\n  x\nYAML\n', 'ruby')).toEqual(['yaml', 'x']);
    expect(read('c = <<~TEXT\n  x\nTEXT\n', 'ruby')).toEqual([]);
    expect(read('c = <<~YAML\n  const x = 1;\nYAML\n', 'ruby')[0]).toBe('yaml');
    expect(read('c = <<~JSON\n  {"a": 1}\nJSON\n', 'ruby')).toEqual([]);
    expect(read('c = <<~KOTLIN\n  a: x\n  b: y\nKOTLIN\n', 'ruby')[0]).toBe('yaml');
    expect(read('c = <<~SCRIPT\n  x=1\nSCRIPT\n', 'ruby')[0]).toBe('shellscript');
    expect(read('c = <<~SCRIPT\n  const x = 1;\nSCRIPT\n', 'ruby')[0]).toBe('javascript');
  });

  it('reads what a shell runs', () => {
    expect(read('f("pip install x")', 'python', { callee: 'subprocess.run' })[0]).toBe('shellscript');
    expect(read('f("pip install x")', 'python', { callee: 'agent.run' })).toEqual([]);
    expect(read('["vllm serve x"]', 'json', { wordBefore: '-c' })[0]).toBe('shellscript');
    expect(read('{"a": "b"}', 'json', { parent: 'scripts', isConfiguration: true })[0]).toBe('shellscript');
    expect(read('{"a": "b"}', 'json', { key: 'startCommand', isConfiguration: true })[0]).toBe('shellscript');
  });

  it('reads what a command of a list sends, and no script that is too long for one', () => {
    const sent = '["{\\"model\\": \\"x\\"}"]';
    expect(read(sent, 'json', { wordBefore: '-d', isConfiguration: true })[0]).toBe('json');
    expect(read(sent, 'json', { wordBefore: '-x', isConfiguration: true })).toEqual([]);
    expect(read(sent, 'json', { wordBefore: '-d' })).toEqual([]);
    expect(read('["model=x"]', 'json', { wordBefore: '-d', isConfiguration: true })).toEqual([]);
    const script = (length: number): string => `f("${'pip install x; '.repeat(length / 15)}")`;
    expect(read(script(15_000), 'python', { callee: 'subprocess.run' })[0]).toBe('shellscript');
    expect(read(script(30_000), 'python', { callee: 'subprocess.run' })).toEqual([]);
    const other = "f('''#!/usr/bin/env python3\nimport x\n''')";
    expect(read(other, 'python', { callee: 'subprocess.run' })[0]).toBe('python');
  });

  it('leaves out the margin of a text where every line but the first has one', () => {
    expect(read('c = """a: x\n    |b: y\n    |c: z"""', 'scala')[1]).toBe('a: x\nb: y\nc: z');
    expect(read('c = """a: x\n    |b: y\n"""', 'scala')[1]).toBe('a: x\nb: y\n');
    expect(read('c = """\n  a: x\n  b: |y\n"""', 'scala')[1]).toBe('\na: x\nb: |y');
  });

  it('reads a text of one line under the name of a script as what it looks like', () => {
    expect(read('c = "a: x\\nb: y\\n"', 'python', { key: 'run' })[0]).toBe('yaml');
    expect(read('c = """\na: x\nb: y\n"""', 'python', { key: 'run' })[0]).toBe('shellscript');
    expect(read('c = "a: x\\nb: y\\n"', 'python', { key: 'words' })[0]).toBe('yaml');
    expect(read('c = "hello\\nthere\\n"', 'python', { key: 'config.toml' })[0]).toBe('toml');
  });

  it('reads a statement of SQL that gives a function a text', () => {
    const query = "SELECT ai.openai_embed('x', $1)";
    expect(read(`f("${query}")`, 'python', { callee: 'cur.execute' })).toEqual(['sql', query]);
    expect(read(`f(\`\n  ${query}\n\`)`, 'typescript')[0]).toBe('sql');
    expect(read('f("select x from y where model = \'x\'")', 'python')).toEqual([]);
    expect(read(`f("${query}")`, 'python', { key: 'prompt' })).toEqual([]);
    expect(read(`f("${query}")`, 'javascript', { callee: 'console.error' })).toEqual([]);
    expect(read("do $$ with open('x') as f: pass $$ language plpython3u", 'sql')[0]).toBe('python');
    expect(read('f("with open(\'x\') it works")', 'python')).toEqual([]);
  });

  it('leaves prompts, requests and dumps what they are', () => {
    expect(read('p = """\nmodel: x\nport: 80\n"""', 'python', { key: 'SYSTEM_PROMPT' })).toEqual([]);
    expect(read('p = """\n{"model": "x"}\n"""', 'python')).toEqual([]);
    expect(read('"a: x\\nb: y"', 'json', { key: 'body', isConfiguration: true })).toEqual([]);
    expect(read('"a: x\\nb: y"', 'json', { key: 'value', isConfiguration: true })).toEqual([]);
  });

  it('reads data that its name calls configuration', () => {
    expect(read('"a: x\\nb: y"', 'json', { key: 'llm_config', isConfiguration: true })[0]).toBe('yaml');
    expect(read('"{\\"a\\": 1}"', 'json', { key: 'config', isConfiguration: true })[0]).toBe('json');
    expect(read('\'{"a": 1}\'', 'toml', { key: 'config', isConfiguration: true })).toEqual([
      'json',
      '{"a": 1}',
    ]);
    expect(read('"x"', 'json', { key: 'value', isConfiguration: true })).toEqual([]);
  });
});
