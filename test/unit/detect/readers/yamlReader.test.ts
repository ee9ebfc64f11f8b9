import { describe, expect, it } from 'vitest';
import { detect } from '../marked';
import { toldOf } from './told';

const found = (text: string): readonly string[] =>
  detect(text, 'a.yaml').references.map(({ text: name, role, where }) => `${name} ${role} ${where}`);

describe('a line with a colon', () => {
  it.each([
    ['a key', 'model: gpt-4o\n', ['gpt-4o calls config']],
    ['a key with a part that is filled in', 'a{{ .x }}-model: gpt-4o\n', ['gpt-4o calls config']],
    ['a key in quotes', '"model": gpt-4o\n', ['gpt-4o calls config']],
    ['a sentence with a comma', 'prompts:\n  - Use the big one, model: gpt-4o\n', ['gpt-4o mentions config']],
    ['a sentence with quotes', 'prompts:\n  - say "hi" to model: gpt-4o\n', ['gpt-4o mentions config']],
    [
      'a sentence with an object',
      'prompts:\n  - send {"a": 1} to model: gpt-4o\n',
      ['gpt-4o mentions config'],
    ],
  ])('is %s', (_, text, expected) => expect(found(text)).toEqual(expected));
});

it('an element of a list in brackets is what one of a block is', () => {
  const block = 'ollama:\n  models:\n    pull:\n      - qwen2.5:3b\n      - phi4\n';
  const expected = ['qwen2.5:3b loads config', 'phi4 loads config'];
  expect(found(block)).toEqual(expected);
  expect(found('ollama: { models: { pull: [qwen2.5:3b, phi4] } }\n')).toEqual(expected);
  expect(found('values:\n  - ollama: { models: { pull: [qwen2.5:3b, phi4] } }\n')).toEqual(expected);
});

describe('a scalar', () => {
  it.each([
    ['the name beside a value', 'env:\n  - name: MODEL_ID\n    value: gpt-4o\n', ['gpt-4o calls config']],
    [
      'the call beside it',
      '_target_: transformers.AutoModel.from_pretrained\nx: acme/thing-7b\n',
      ['acme/thing-7b loads config'],
    ],
    ['a block of one word in a list', 'models:\n  - >\n    gpt-4o\n  - x\n', ['gpt-4o calls config']],
    ['a script in a list', 'script:\n  - |\n    ollama pull llama3.1:8b\n', ['llama3.1:8b loads cli']],
    ['behind a quote in quotes', 'models: ["a\\"b", "gpt-4o"]\n', ['gpt-4o lists config']],
    ['in brackets within others', 'models: [[a], {b: c}, gpt-4o]\n', ['gpt-4o lists config']],
    ['an anchor before it', 'model: &big gpt-4o\n', ['gpt-4o calls config']],
    ['a tag before it', 'model: !env gpt-4o\n', ['gpt-4o calls config']],
    ['an object in quotes', `setting: '{"model": "gpt-4o"}'\n`, ['gpt-4o calls config']],
    ['a script', 'run: ollama pull llama3.1:8b\n', ['llama3.1:8b loads cli']],
    [
      'a script of several lines',
      'run: |\n  echo hi\n  ollama pull llama3.1:8b\n',
      ['llama3.1:8b loads cli'],
    ],
    [
      'what a shell is to run, behind a variable for it',
      'entrypoint:\n  - bash\n  - -c\n  - "DEBUG=1 ollama serve & ollama run llama3.1:8b"\n',
      ['llama3.1:8b loads cli'],
    ],
    ['a variable', 'environment:\n  - MODEL=gpt-4o\n', ['gpt-4o calls config']],
    [
      'the words of a command',
      'args:\n  - serve\n  - --model\n  - acme/thing-7b\n',
      ['acme/thing-7b loads cli'],
    ],
    [
      'a list in brackets',
      'models: [gpt-4o, "gpt-4o-mini"]\n',
      ['gpt-4o lists config', 'gpt-4o-mini lists config'],
    ],
    [
      'a list in brackets over lines',
      'models:\n  default: [\n    "gpt-4o", # first\n    "gpt-4o-mini"\n    ]\n  model: gpt-4.1\n',
      ['gpt-4o lists config', 'gpt-4o-mini lists config', 'gpt-4.1 calls config'],
    ],
    [
      'the words of a command in brackets over lines',
      'args: [\n  "serve",\n  "--model",\n  "acme/thing-7b"\n]\nmodel: gpt-4o\n',
      ['acme/thing-7b loads cli', 'gpt-4o calls config'],
    ],
    [
      'a script in brackets',
      'command: ["/bin/sh", "-c"]\nargs: ["vllm serve acme/thing-7b --port 80"]\n',
      ['acme/thing-7b serves cli'],
    ],
    [
      'a script in brackets over lines',
      'args: [\n  "vllm serve acme/thing-7b"\n]\n',
      ['acme/thing-7b serves cli'],
    ],
    ['the bare words of a command', '- [vllm, serve, acme/thing-7b]\n', ['acme/thing-7b serves cli']],
    [
      'the words of a command in braces',
      'command: {argv: [vllm, serve, "acme/thing-7b"]}\n',
      ['acme/thing-7b serves cli'],
    ],
    ['words in brackets', 'notes: ["vllm serve acme/thing-7b"]\n', ['acme/thing-7b mentions cli']],
    ['a mapping in braces over lines', 'x: {\n  model: gpt-4o,\n  t: 0\n}\n', ['gpt-4o calls config']],
    [
      'items in braces over lines',
      '- {\n    model: gpt-4o\n  }\n- { model: gpt-4.1 }\n',
      ['gpt-4o calls config', 'gpt-4.1 calls config'],
    ],
    ['brackets that nothing closes', 'x: [\n  a\nmodel: gpt-4o\n', ['gpt-4o calls config']],
    ['a template in brackets', 'x: {{ .Values.a }}\nmodel: gpt-4o\n', ['gpt-4o calls config']],
    ['a mapping in braces', 'x: {model: gpt-4o}\n', ['gpt-4o calls config']],
    ['a folded text', 'description: >\n  We use\n  gpt-4o here.\n', ['gpt-4o mentions config']],
  ])('is read with %s', (_, text, expected) => expect(found(text)).toEqual(expected));
});

describe('a document', () => {
  it('ends where the next begins', () =>
    expect(found('model:\n---\nname: gpt-4o\n')).toEqual(found('name: gpt-4o\n')));

  it('is read to its end without a line end', () =>
    expect(found('model: gpt-4o')).toEqual(['gpt-4o calls config']));
});

describe('what is told of YAML', () => {
  it.each([
    ['m: gpt-4o\n', ['gpt-4o m']],
    ['m: "gpt-4o"\n', ['gpt-4o m']],
    ["m: 'gpt-4o'\n", ['gpt-4o m']],
    ['a:\n  b:\n    m: gpt-4o\nc: gpt-4.1\n', ['gpt-4o m<b<a', 'gpt-4.1 c']],
    ['- gpt-4o\n- m: gpt-4.1\n', ['gpt-4o', 'gpt-4.1 m']],
    ['a:\n- gpt-4o\n- gpt-4.1\n', ['gpt-4o a', 'gpt-4.1 a']],
    ['a:\n  - m: gpt-4o\n    n: gpt-4.1\n', ['gpt-4o m<a', 'gpt-4.1 n<a']],
    ['m: gpt-4o # so\n', ['"# so" comment', 'gpt-4o m']],
    ['# gpt-4o\n', ['"# gpt-4o" comment']],
    ['m: |\n  We use gpt-4o.\n  So.\nn: gpt-4.1\n', ['"We use gpt-4o.\n  So." prose', 'gpt-4.1 n']],
    ['m: >-\n  gpt-4o\n', ['gpt-4o m']],
    ['run: |\n  hf download a/b\n', ['shellscript {hf download a/b}']],
    ['m:\n  gpt-4o\n', ['gpt-4o m']],
    ['m: !!str gpt-4o\n', ['gpt-4o m']],
    ['"m": gpt-4o\n', ['gpt-4o m']],
    ['m: We use gpt-4o.\n', ['"We use gpt-4o." prose']],
    ['gpt-4o: 1\n', ['gpt-4o is a key', '1 gpt-4o']],
    ['gpt-4o:\n  m: gpt-4.1\n', ['gpt-4o is a key', 'gpt-4.1 m<gpt-4o']],
    ['m: ${M:-gpt-4o}\n', ['${M:-gpt-4o} m']],
    ['command: hf download a/b\n', ['$ hf download a/b']],
    ['args:\n  - hf\n  - download\n  - a/b\n', ['hf', 'download', 'a/b', '$ hf download a/b']],
    ['m: gpt-4o:latest\n', ['gpt-4o:latest m']],
    ['m: https://a.example/gpt-4o\n', ['https://a.example/gpt-4o m']],
    ['- - gpt-4o\n', ['gpt-4o']],
    ['m:   gpt-4o   \n', ['gpt-4o m']],
    ['m: "a\\"gpt-4o"\n', ['a\\"gpt-4o m']],
    ['{{ if x }}\nm: gpt-4o\n{{ end }}\n', ['"{{ if x }}" prose', 'gpt-4o m', '"{{ end }}" prose']],
    ['m: {{ .V | default "gpt-4o" }}\n', ['gpt-4o m']],
    ['m: >\n  model: gpt-4o\n', ['yaml {model: gpt-4o}']],
    ['a: # so\n  m: gpt-4o\n', ['"# so" comment', 'gpt-4o m<a']],
    ['- a\n-\n  m: gpt-4o\n', ['a', 'gpt-4o m']],
    ['- |\n  run gpt-4o now\n- b\n', ['"run gpt-4o now" prose', 'b']],
    ['run:\n  - |\n    hf download a/b\n', ['shellscript {hf download a/b}']],
    ['a:\n  - b: 1\n  - c\nm: gpt-4o\n', ['1 b<a', 'c a', 'gpt-4o m']],
    ['a:\n    - gpt-4o\n  # so\n    - gpt-4.1\n', ['gpt-4o a', '"# so" comment', 'gpt-4.1 a']],
    ['We use {gpt-4o, x: it}\n', ['"We use {gpt-4o, x: it}" prose']],
    ['"a: b": gpt-4o\n', ['gpt-4o a: b']],
    ['"a" : gpt-4o\n', ['gpt-4o a']],
    ['"a"\n', ['a']],
    ['a b: gpt-4o\n', ['gpt-4o a b']],
    ['{{ a }}: gpt-4o\n', ['"{{ a }}: gpt-4o" prose']],
    ['a:gpt-4o\n', ['a:gpt-4o']],
    ['a:\tgpt-4o\n', ['gpt-4o a']],
    ['name: LLM\nvalue: gpt-4o\n', ['LLM name', 'name := LLM', 'gpt-4o LLM', 'LLM := gpt-4o']],
    [
      '- name: LLM_MODEL\n  value: gpt-4o\n- name: other\n  value: gpt-4.1\n',
      [
        'LLM_MODEL name',
        'name := LLM_MODEL',
        'gpt-4o LLM_MODEL',
        'LLM_MODEL := gpt-4o',
        'other name',
        'name := other',
        'gpt-4.1 other',
      ],
    ],
    [
      '- key: LLM_MODEL\n  value: gpt-4o\n',
      ['LLM_MODEL key', 'key := LLM_MODEL', 'gpt-4o LLM_MODEL', 'LLM_MODEL := gpt-4o'],
    ],
    ['- key: llm\n  value: gpt-4o\n', ['llm key', 'key := llm', 'gpt-4o value', 'value := gpt-4o']],
    [
      '- name: LLM_MODEL\n  default: gpt-4o\n  x: gpt-4.1\n',
      ['LLM_MODEL name', 'name := LLM_MODEL', 'gpt-4o LLM_MODEL', 'LLM_MODEL := gpt-4o', 'gpt-4.1 x'],
    ],
    ['a: b\n', []],
    ['model: b\n', ['b model', 'model := b']],
    ['a: b1\n', ['b1 a']],
    [
      '_target_: a.B\nm: gpt-4o\n_args_: ["gpt-4.1"]\n',
      ['a.B _target_', 'gpt-4o m a.B()0', 'gpt-4.1 <_args_', '"["gpt-4.1"]" bare'],
    ],
    ['_target_: a.B\n_args_:\n  - gpt-4o\n', ['a.B _target_', 'gpt-4o a.B()0']],
    ['run: hf download a/b\n', ['$ hf download a/b']],
    ['a: \'{"model": "gpt-4o"}\'\n', ['json {{"model": "gpt-4o"}}']],
    ['a: "{\\"model\\": \\"gpt-4o\\"}"\n', ['json {{"model": "gpt-4o"}}']],
    ['description: \'{"model": "gpt-4o"}\'\n', ['"{"model": "gpt-4o"}" prose']],
    ['a: "{x}"\n', ['{x} a']],
    ['MODEL: gpt-4o\n', ['gpt-4o MODEL', 'MODEL := gpt-4o']],
    ['model: gpt-4o\n', ['gpt-4o model', 'model := gpt-4o']],
    ['a: https://a.example/b\nfile: x.gguf\n', ['https://a.example/b a', 'x.gguf file']],
    ['- M=gpt-4o\n', ['gpt-4o M']],
    ['- "M=gpt-4o"\n', ['gpt-4o M']],
    ['- M==gpt-4o\n', ['M==gpt-4o']],
    ['- m: [a, b]\n', ['"[a, b]" bare']],
    ['run:\n  - hf download a/b\n  - x\n', ['$ hf download a/b', 'x']],
    ['command:\n  - bash\n  - -c\n  - "hf download a/b"\n', ['bash', '-c', '$ hf download a/b']],
    [
      'command:\n  - curl\n  - -d\n  - \'{"model": "gpt-4o"}\'\n',
      ['curl', '-d', 'json {{"model": "gpt-4o"}}'],
    ],
    ['args:\n  - ollama\n  - pull\n  - b\n', ['ollama', 'pull', 'b', '$ ollama pull b']],
    ['args:\n  - x\n  - --model\n  - b\n', ['x', '--model', 'b', '$ x --model b']],
    ['args:\n  - x\n  - b\n', ['x', 'b']],
    [
      'a: [ollama, pull, "aya:8b"]\n',
      ['aya:8b <a', '$ ollama pull aya:8b', '"[ollama, pull, "aya:8b"]" bare'],
    ],
    ['a: {b: {c: gpt-4o}}\n', ['gpt-4o c<b<a', '"{b: {c:" bare', 'gpt-4o c<b<a', '"}}" bare']],
    [
      'a: {b: gpt-4o,\n  c: gpt-4.1}\nd: gpt-4\n',
      [
        'gpt-4o b<a',
        'gpt-4.1 c<a',
        '"{b:" bare',
        'gpt-4o b<a',
        '",\n  c:" bare',
        'gpt-4.1 c<a',
        '"}" bare',
        'gpt-4 d',
      ],
    ],
    ['a: ["x]", gpt-4o\n  ]\nd: gpt-4\n', ['x] <a', 'gpt-4o <a', '"["x]", gpt-4o\n  ]" bare', 'gpt-4 d']],
    [
      'a: [x # ]\n  , gpt-4o]\nd: gpt-4\n',
      ['"# ]" comment', 'gpt-4o <a', '"[x # ]\n  , gpt-4o]" bare', 'gpt-4 d'],
    ],
    ['a: [gpt-4o\nd: gpt-4\n', ['gpt-4o <a', '"[gpt-4o" bare', 'gpt-4 d']],
    ['a: |\n  b\n\n  c gpt-4o\nd: gpt-4\n', ['"b\n\n  c gpt-4o" prose', 'gpt-4 d']],
    ['a: |2\n    b gpt-4o\n', ['"b gpt-4o" prose']],
    ['model: |\n  gpt-4o\n', ['gpt-4o model', 'model := gpt-4o']],
    ['MODEL: >\n\n  gpt-4o\n\n', ['gpt-4o MODEL', 'MODEL := gpt-4o']],
    ['a: !x |\n  We say gpt-4o.\n', ['"We say gpt-4o." prose']],
    ['a: &x\n  m: gpt-4o\n', ['gpt-4o m<a']],
    ['a: |\n  {"model": "gpt-4o"}\n', ['json {{"model": "gpt-4o"}}']],
    ['script: >\n  hf download\n  a/b\n', ['shellscript {hf download a/b}']],
    ['a.py: |\n  m = "gpt-4o"\n', ['python {m = "gpt-4o"}']],
    ['apiVersion: v1\nkind: ConfigMap\ndata:\n  m: gpt-4o\n', ['v1 apiVersion', 'gpt-4o m']],
    ['a:\n  apiVersion: v1\ndata:\n  m: gpt-4o\n', ['v1 apiVersion<a', 'gpt-4o m<data']],
    ['a:\r\n  m: gpt-4o\r\nb: gpt-4.1\r\n', ['gpt-4o m<a', 'gpt-4.1 b']],
    ['  m: gpt-4o\nn: gpt-4.1\n', ['gpt-4o m', 'gpt-4.1 n']],
    ['gpt-4o\n', ['gpt-4o']],
    [
      'x-y: 1\nab-c: 2\ngpt-x: 3\na/b: 4\n',
      ['1 x-y', 'ab-c is a key', '2 ab-c', 'gpt-x is a key', '3 gpt-x', 'a/b is a key', '4 a/b'],
    ],
    ["a: 'it''s gpt-4o'\n", ['"it\'\'s gpt-4o" prose']],
    ['a: "x" # "gpt-4o"\n', ['"# "gpt-4o"" comment']],
    ['a: x#gpt-4o\n', ['x#gpt-4o a']],
    ['- # so\n  gpt-4o\n', ['"# so" comment', 'gpt-4o']],
    ['- - a: gpt-4o\n    b: gpt-4.1\n- gpt-4\n', ['gpt-4o a', 'gpt-4.1 b', 'gpt-4']],
    ['a: {{ .x }}-gpt-4o\n', ['"{{ .x }}-gpt-4o" prose']],
    ['- {{ .x }}\n', ['"{{ .x }}" prose']],
    ['- {m: gpt-4o}\n', ['gpt-4o m', '"{m:" bare', 'gpt-4o m', '"}" bare']],
    ['- !x gpt-4o\n', ['gpt-4o']],
    ['a: "b c gpt-4o"\n', ['"b c gpt-4o" prose']],
    ['a:\n  b: &y [gpt-4o]\n', ['gpt-4o <b<a', '"[gpt-4o]" bare']],
  ])('%j: %j', (text, told) => expect(toldOf(text, 'yaml')).toEqual(told));
});

describe('a variable before a command', () => {
  const rolesOf = (text: string): readonly string[] =>
    detect(text, 'a.yaml').references.map(({ role }) => role);

  it.each([
    'steps:\n  - OPENAI_MODEL=gpt-4o python a.py\n',
    'script:\n  - A=b OPENAI_MODEL=gpt-4o ./run.sh\n',
    'environment:\n  - OPENAI_MODEL=gpt-4o\n',
  ])('is what its program asks: %j', (text) => expect(rolesOf(text)).toEqual(['calls']));

  it.each(['notes:\n  - MODEL=gpt-4o is best\n', 'environment:\n  - HINT=try gpt-4o here\n'])(
    'is none in words: %j',
    (text) => expect(rolesOf(text)).toEqual(['mentions']),
  );
});
