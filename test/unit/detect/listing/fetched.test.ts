import { describe, expect, it } from 'vitest';
import { roles, rolesIn } from '../marked';

describe('a list in brackets of YAML', () => {
  it('is what the names around it say of it', () => {
    expect(rolesIn('ollama:\n  models:\n    run: ["gemma2:2b"]\n', 'values.yaml')).toEqual(['loads']);
    expect(rolesIn('menu:\n  show: ["gemma2:2b"]\n', 'values.yaml')).toEqual(['lists']);
  });
});

describe('a name alone in a list of YAML that says more of others', () => {
  const LONG = '  - model: acme/other-14b\n    tensor_parallel_size: 2\n';

  it.each([
    ['  - acme/thing-7b\n', LONG, 'loads'],
    [`${LONG}  # the small one\n\n`, '  - acme/thing-7b\n', 'loads'],
    ['  - acme/thing-7b\n', '', 'lists'],
    ['  - acme/thing-7b\n', `others:\n${LONG}`, 'lists'],
    ['  - acme/thing-7b\n', '  - label: acme/other-14b\n', 'lists'],
  ])('is used as these are: %j %j', (before, behind, role) => {
    const found = roles(`capabilities_models:\n${before}${behind}lanes: { vllm: true }\n`, 'worker.yml');
    expect(found.filter(([name]) => name === 'acme/thing-7b')).toEqual([['acme/thing-7b', role]]);
  });
});

describe('a list in a function', () => {
  it('is none of what the function gets', () => {
    const list = 'const models = ["gpt-4o", "gpt-4o-mini", "gpt-4.1"];\n';
    expect(rolesIn(`const fetchData = async () => {\n  ${list}  fill(data, models);\n};\n`, 'a.js')).toEqual([
      'lists',
      'lists',
      'lists',
    ]);
    expect(rolesIn('const fetch = { models: ["gpt-4o", "gpt-4o-mini", "gpt-4.1"] };\n', 'a.js')).toEqual([
      'calls',
      'calls',
      'calls',
    ]);
  });
});

describe('models that Spring AI pulls when a program starts', () => {
  const init = '      init:\n        chat:\n          additional-models: [gemma2:2b]\n';

  it.each([
    ['application.yml', `spring:\n  ai:\n    ollama:\n${init}`],
    [
      'application.yml',
      `spring:\n  ai:\n    ollama:\n${init.replace('[gemma2:2b]', '\n            - gemma2:2b')}`,
    ],
    ['application.properties', 'spring.ai.ollama.init.chat.additional-models=gemma2:2b\n'],
    ['application.properties', 'spring.ai.ollama.init.chat.additional-models[0]=gemma2:2b\n'],
  ])('are loaded, in %s: %s', (path, text) => {
    expect(rolesIn(text, path)).toEqual(['loads']);
  });

  it('are no others of a list', () => {
    expect(rolesIn('menu:\n  additional-models: [gemma2:2b]\n', 'a.yml')).toEqual(['lists']);
  });
});

describe('the models of a chart', () => {
  const list = 'models:\n  - llama3.1:8b\n  - qwen2.5:7b\n';

  it('are got where it runs the image of Ollama', () =>
    expect(rolesIn(`${list}image:\n  repository: ollama/ollama\n`, 'charts/llm/values.yaml')).toEqual([
      'loads',
      'loads',
    ]));

  it('are a list where nothing gets them', () =>
    expect(new Set(rolesIn(`${list}image:\n  repository: acme/chat\n`, 'charts/chat/values.yaml'))).toEqual(
      new Set(['lists']),
    ));
});

describe('a list that a loop goes over by its name', () => {
  const ask = 'await client.messages.create({ model, messages });';

  it.each([
    ['a.ts', `const CHAIN = ['gpt-4o', 'o1'];\nfor (const model of CHAIN) {\n  ${ask}\n}\n`],
    ['a.py', 'CHAIN = ["gpt-4o", "o1"]\nfor name in CHAIN:\n    client.create(model=name, messages=m)\n'],
  ])('is asked in turn where the loop asks each, in %s', (path, text) => {
    expect(rolesIn(text, path)).toEqual(['calls', 'calls']);
  });

  it.each([
    ['a.ts', `const CHAIN = ['gpt-4o', 'o1'];\nfor (const model of CHAIN) {\n  show({ model });\n}\n`],
    ['a.ts', `const CHAIN = ['gpt-4o', 'o1'];\nfor (const model of OTHERS) {\n  ${ask}\n}\n`],
  ])('is offered where it asks none of them: %s %s', (path, text) => {
    expect(rolesIn(text, path)).toEqual(['lists', 'lists']);
  });
});

describe('names that a loop goes over', () => {
  it.each([
    ['a.py', 'for model in ["gpt-4o", "gpt-4o-mini"]:\n    run(model)\n'],
    ['a.rs', 'fn f() { for model in vec!["gpt-4o".to_string(), "gpt-4o-mini".into()] { run(model); } }\n'],
    ['a.rs', 'fn f() { for model in ["gpt-4o", "gpt-4o-mini"].iter() { run(model); } }\n'],
    [
      'a.rs',
      'use genai::Client;\nfn f() { let names = vec!["gpt-4o".to_string(), "gpt-4".into()]; for name in names.iter() { client.exec_chat(name, request, None); } }\n',
    ],
    ['a.ts', "for (const model of ['gpt-4o', 'gpt-4o-mini']) run(model);\n"],
  ])('are used in it: %s', (path, text) => {
    expect(rolesIn(text, path)).toEqual(['calls', 'calls']);
  });

  it.each([
    'if any(part in model for part in ["gpt-4o", "gpt-4o-mini"]):\n    pass\n',
    'if any(\n    part in model.lower()\n    for part in ["gpt-4o", "gpt-4o-mini"]\n):\n    pass\n',
  ])('are listed where each is looked for: %s', (text) => {
    expect(rolesIn(text, 'a.py')).toEqual(['lists', 'lists']);
  });

  it('are listed where a condition goes over them', () => {
    expect(rolesIn('ok = model in ["gpt-4o", "gpt-4o-mini"]\n', 'a.py')).toEqual(['lists', 'lists']);
  });
});
