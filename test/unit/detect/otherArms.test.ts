import { describe, expect, it } from 'vitest';
import { detectReferences } from '../../../src/core/detect/detectReferences';
import { OtherArms } from '../../../src/core/detect/otherArms';
import { builtCatalog } from '../../support/builtCatalog';
import { stepsOf } from '../steps';

/** Stands for a word for a provider. */
const isLetter = (word: string): boolean => word.length === 1;

/** The lines of the other arms, of a text with the place marked by `|`. */
function others(marked: string): readonly string[] {
  const at = marked.indexOf('|');
  const text = marked.replace('|', '');
  return new OtherArms(text, isLetter)
    .of(at)
    .flatMap(({ start, end }) => text.slice(start, end).split('\n'))
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

describe('the other arms of the branches that a place is in', () => {
  it.each([
    ['if a:\n  b\nelif c:\n  |d\nelse:\n  e\nf\n', ['if a:', 'b', 'else:', 'e']],
    [
      'if (a) {\n  b;\n} else if (c) {\n  |d;\n} else {\n  e;\n}\nf;\n',
      ['if (a) {', 'b;', '} else {', 'e;', '}'],
    ],
    ['if (a)\n{\n  b;\n}\nelse\n{\n  |d;\n}\nf;\n', ['if (a)', '{', 'b;', '}']],
    [
      'switch p {\ncase "a":\n\tb\ncase "c":\n\t|d\ndefault:\n\te\n}\nf\n',
      ['case "a":', 'b', 'default:', 'e', '}'],
    ],
    [
      'switch (p) {\n  case "a":\n    b;\n    break;\n  case "c":\n  case "d":\n    |e;\n}\n',
      ['case "a":', 'b;', 'break;'],
    ],
    ['case p\nwhen "a"\n  b\nwhen "c"\n  |d\nelse\n  e\nend\nf\n', ['when "a"', 'b', 'else', 'e', 'end']],
    ['match p {\n  "a" => {\n    b\n  }\n  "c" => {\n    |d\n  }\n}\n', ['"a" => {', 'b', '}']],
    [
      'when (p) {\n  P.A -> {\n    b\n  }\n  P.C -> |d\n  else -> e\n}\n',
      ['P.A -> {', 'b', '}', 'else -> e'],
    ],
    ['match p:\n  case "a":\n    b\n  case _:\n    |d\n', ['case "a":', 'b']],
    ['case "$p" in\n  a)\n    b\n    ;;\n  c)\n    |d\n    ;;\nesac\n', ['a)', 'b', ';;']],
    ['if a; then\n  b\nelse\n  |d\nfi\n', ['if a; then', 'b']],
    ['case p do\n  "a" ->\n    b\n  "c" ->\n    |d\nend\n', ['"a" ->', 'b']],
  ])('are told by heads of lines and indentation: %j', (text, lines) => expect(others(text)).toEqual(lines));

  it('are those of each branch around', () => {
    expect(others('if a:\n  b\nelse:\n  if c:\n    |d\n  else:\n    e\n')).toEqual([
      'else:',
      'e',
      'if a:',
      'b',
    ]);
  });

  it('are those before that left the block', () => {
    expect(others('def f():\n  if a:\n    b\n    return c\n  if d:\n    e\n  return |g\n')).toEqual([
      'if a:',
      'b',
      'return c',
    ]);
    expect(others('function f() {\n  if (a) return b;\n  if (c) d();\n  return |e;\n}\n')).toEqual([
      'if (a) return b;',
    ]);
    expect(others('for x in y:\n  if a:\n    b\n    continue\n  |d\n')).toEqual(['if a:', 'b', 'continue']);
  });

  it.each([
    ['try:\n  b\nexcept E:\n  c\nelse:\n  |d\n'],
    ['for x in y:\n  b\nelse:\n  |d\n'],
    ['default:\n  b: 1\nelse:\n  d: |2\n'],
    ['a: [\n  "x" => {\n    b\n  },\n  "y" => {\n    |d\n  },\n]\n'],
    ['const a = () => {\n  b();\n};\nconst c = () => {\n  |d();\n};\n'],
    ['if a:\n  b\nc\n|d\n'],
    ['if command:\n  b\nelif other:\n  |d\n'],
    ['if stream:\n  b\n  return c\n|d\n'],
    ['if a:\n  def f():\n    |b\nelse:\n  c\n'],
    ['if a:\n  if b:\n    return c\n|d\n'],
    ['def f():\n  if not os.getenv("GROQ_API_KEY"):\n    return None\n  |d\n'],
    ['def f():\n  if a:\n    raise ValueError("GROQ_API_KEY")\n  |d\n'],
    ['func f() {\n  if key == "" {\n    return nil, errors.New("GROQ_API_KEY")\n  }\n  |d\n}\n'],
    [
      'if (!process.env.GROQ_API_KEY) {\n  return Response.json(\n    { error: "GROQ_API_KEY" },\n  );\n}\n|d;\n',
    ],
  ])('are none where no branch excludes another: %j', (text) => expect(others(text)).toEqual([]));

  it('are told in as many steps for each place, however long the text is', () => {
    const text = (times: number): string => 'if a:\n  b\nelse:\n  c\n'.repeat(times);
    const [short = 1, long = 0] = [200, 800].map((times) => {
      const said = text(times);
      return stepsOf(() => {
        const arms = new OtherArms(said, isLetter);
        for (let at = 0; at < said.length; at += 20) arms.of(at);
      });
    });
    expect(long / short).toBeLessThan(6);
  });
});

describe('what a branch says of hosts', () => {
  const hostsIn = (path: string, text: string): readonly unknown[] =>
    detectReferences(text, { path, catalog: builtCatalog() })
      .references.filter(({ role }) => role !== 'mentions')
      .map(({ host }) => host);

  const GO = `package x

func pick(p string) (string, string) {
	var url, model string
	switch p {
	case "groq":
		url = "https://api.groq.com/openai/v1"
		model = "llama-3.1-8b-instant"
	case "azure":
		url = "https://x.openai.azure.com"
		model = "gpt-4.1-mini"
	case "openai":
		model = "gpt-4.1-mini"
	case "own":
		url = "https://llm.northwind.io/v1"
		model = "deepseek-ai/DeepSeek-V3"
	}
	return url, model
}
`;
  const PYTHON = `import os
from openai import AzureOpenAI, OpenAI

class Agent:
    def __init__(self, llm):
        self.openai = llm
        if self.provider == "azure":
            self.client = AzureOpenAI(azure_endpoint=self.base_url, api_key=self.key)
            self.model = os.getenv("ROUTING_MODEL_AZURE", "gpt-4.1-mini")
        else:
            self.client = self.openai
            self.model = os.getenv("ROUTING_MODEL", "gpt-4.1-mini")
`;
  const TS = `export function pick(provider: string) {
  let model: string;
  switch (provider) {
    case "openai":
      model = "gpt-4o-mini";
      break;
    case "anthropic":
      model = "claude-3-haiku-20240307";
      break;
    case "kluster.ai":
      model = "klusterai/Meta-Llama-3.1-8B-Instruct-Turbo";
      break;
    case "together.ai":
      model = "meta-llama/Meta-Llama-3.1-70B-Instruct-Turbo";
      break;
    case "cloudrift":
      model = "deepseek-ai/DeepSeek-V3";
      break;
  }
  return model;
}
`;

  it('is nothing to another one', () => {
    expect(hostsIn('a.go', GO)).toEqual(['groq', 'azure', 'openai', 'llm.northwind.io']);
    expect(hostsIn('a.py', PYTHON)).toEqual(['azure', 'openai']);
    expect(hostsIn('a.ts', TS)).toEqual(['openai', 'anthropic', 'self', 'together', 'self']);
  });

  it('holds for branches that choose no provider', () => {
    const text =
      'import requests\nURL = ""\ndef handle(cmd, q):\n    global URL\n    if cmd == "connect":\n' +
      '        URL = "https://api.together.xyz/v1/chat/completions"\n    elif cmd == "ask":\n' +
      '        requests.post(URL, json={"model": "meta-llama/Llama-3.3-70B-Instruct-Turbo", "messages": q})\n';
    expect(hostsIn('a.py', text)).toEqual(['together']);
  });

  it('holds for what follows the branches', () => {
    const text =
      'url = None\nif fast:\n    url = "https://api.groq.com/openai/v1"\nelse:\n    url = "https://api.groq.com/openai/v1"\n' +
      'client = OpenAI(base_url=url)\nclient.chat.completions.create(model="llama-3.1-8b-instant")\n';
    expect(hostsIn('a.py', text)).toEqual(['groq']);
  });
});
