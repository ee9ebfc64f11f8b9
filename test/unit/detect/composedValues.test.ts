import { describe, expect, it } from 'vitest';
import { detect } from './marked';

it.each([
  ['llama-server -hf ${REPO:-TheBloke/Mistral-7B-Instruct-v0.2-GGUF}:Q4_K_M --port 8080\n', 'a.sh'],
  [
    'services:\n  a:\n    image: ghcr.io/ggml-org/llama.cpp:server\n    command: -hf ${REPO:-TheBloke/Mistral-7B-Instruct-v0.2-GGUF}:${Q:-Q4_K_M}\n',
    'compose.yaml',
  ],
])('the default of a variable that a tag follows is a name: %s', (text, path) => {
  const [reference] = detect(text, path).references;
  expect([reference?.text, reference?.role]).toEqual(['TheBloke/Mistral-7B-Instruct-v0.2-GGUF', 'serves']);
});

describe('a value that is made of several', () => {
  it.each([
    // A list, each with a name of its own or none.
    ['.env', 'MODELS=gpt-4o,gpt-4o-mini\n', ['7 gpt-4o key:MODELS', '14 gpt-4o-mini key:MODELS']],
    ['.env', 'MODELS=a=gpt-4o,b=,gpt-4-turbo\n', ['9 gpt-4o form:openai', '19 gpt-4-turbo key:MODELS']],
    [
      '.env',
      'LLM_MODELS=gpt-4o:3,gpt-4o-mini\n',
      ['11 gpt-4o key:LLM_MODELS', '20 gpt-4o-mini key:LLM_MODELS'],
    ],
    ['a.yaml', 'models: "gpt-4o, gpt-4o-mini"\n', ['9 gpt-4o key:models', '17 gpt-4o-mini key:models']],
    // An assignment.
    ['a.py', 'run("model=acme/thing-7b")\n', ['11 acme/thing-7b key:model']],
    ['a.py', 'x = ["model=gpt-4o", "m!x=gpt-4o"]\n', ['12 gpt-4o key:model']],
    ['a.py', 'run("=acme/thing-7b")\n', []],
    // A default, and what is whole before or behind the parts that are filled in.
    ['a.yaml', 'model: "${M:-gpt-4o}"\n', ['13 gpt-4o form:openai']],
    ['a.kt', 'val m = "\\${M:gpt-4o}"\n', ['14 gpt-4o form:openai']],
    ['a.yaml', 'model: "x/${M:-gpt-4o}:y"\n', []],
    ['a.ts', 'const url = `acme/thing-7b?x=${y}`;\n', ['13 acme/thing-7b key:url']],
    // The path of an interface behind an address that is filled in, before a query that is, too.
    ...[
      ['a.sh', 'curl -d @- "$BASE/v1beta/models/gemini-2.0-flash:generateContent?key=$KEY"\n'],
      ['a.sh', 'curl "${BASE:?}/v1beta/models/gemini-2.0-flash:generateContent?key=${KEY}"\n'],
      ['a.py', 'url = f"{BASE}/v1beta/models/gemini-2.0-flash:generateContent?alt=sse&key={KEY}"\n'],
      ['a.ts', 'const url = `${a ? b : c}/v1beta/models/gemini-2.0-flash:generateContent?key=${key}`;\n'],
      ['a.kt', 'val url = "$base/v1beta/models/gemini-2.0-flash:generateContent?key=$key"\n'],
      ['a.rb', 'url = "#{BASE}/v1beta/models/gemini-2.0-flash:generateContent?key=#{key}"\n'],
      ['a.php', '<?php $url = "{$this->base}/v1beta/models/gemini-2.0-flash:generateContent?key={$key}";\n'],
      ['a.rs', 'let url = format!("{}/v1beta/models/gemini-2.0-flash:generateContent?key={}", base, key);\n'],
      ['a.cs', 'var url = $"{Base}/v1beta/models/gemini-2.0-flash:generateContent?key={key}";\n'],
    ].map(([path = '', text = '']): [string, string, string[]] => [
      path,
      text,
      [`${text.indexOf('gemini')} gemini-2.0-flash path:/v1beta/models/`],
    ]),
    ['a.sh', 'curl "$BASE/v1/chat?model=gpt-4-32k&key=$KEY"\n', ['26 gpt-4-32k path:?model=']],
    ['a.sh', 'curl "$BASE/v1/chat?model=$MODEL&key=$KEY"\n', []],
  ])('has its names, in %s: %s', (path, text, found) =>
    expect(
      detect(text, path).references.map(({ range, text: name, evidence }) =>
        `${range.start} ${name} ${evidence[0]}`.trim(),
      ),
    ).toEqual(found),
  );
});
