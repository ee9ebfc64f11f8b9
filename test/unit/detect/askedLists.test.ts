import { describe, expect, it } from 'vitest';
import { detect } from './marked';

const NAMES = ['gpt-4-0314', 'gpt-4.1'];
const TWO = '"gpt-4-0314", "gpt-4.1"';

/** What the text does with each of the two names. */
const rolesOf = (text: string, path: string): readonly string[] =>
  detect(text, path)
    .references.filter(({ id }) => NAMES.includes(id))
    .map(({ role }) => role);

describe('a list that is asked', () => {
  const request = (item: string): string => `client.chat.completions.create({ model: ${item}, messages })`;

  it.each([
    ['a.ts', `const FALLBACKS = [${TWO}];\nfor (const m of FALLBACKS) await ${request('m')};\n`],
    [
      'a.ts',
      `const MODELS = [${TWO}];\nfor (const m of MODELS) await generateText({ model: openai(m), prompt });\n`,
    ],
    [
      'a.ts',
      `const MODELS = [${TWO}];\nfor (const m of MODELS) {\n  const llm = openai.chat(m);\n  await generateText({ model: llm, prompt });\n}\n`,
    ],
    [
      'a.ts',
      `const MODELS = [${TWO}] as const;\nfor (const m of [FIRST, ...MODELS]) await ${request('m')};\n`,
    ],
    ['a.ts', `const MODELS: readonly string[] = [${TWO}];\nawait all(MODELS.map((m) => ${request('m')}));\n`],
    ['a.ts', `const chain = [${TWO}].map(async (m) => ${request('m')});\n`],
    ['a.ts', `${request(`pick([${TWO}])`)};\n`],
    ['a.py', `client.chat.completions.create(model=random.choice([${TWO}]), messages=[])\n`],
    [
      'a.py',
      `pool = itertools.cycle([${TWO}])\nclient.chat.completions.create(model=next(pool), messages=[])\n`,
    ],
    [
      'a.py',
      `class A:\n    models = [${TWO}]\n    def ask(self):\n        for at, m in enumerate(self.models):\n            client.create(model=m, messages=[])\n`,
    ],
    ['a.py', `MODELS = [${TWO}]\nanswers = [client.create(model=m, messages=[]) for m in MODELS]\n`],
    [
      'a.go',
      `package main\nvar models = []string{${TWO}}\nfunc ask() {\n\tfor _, m := range models {\n\t\tclient.New(Params{Model: m, Messages: msgs})\n\t}\n}\n`,
    ],
    [
      'a.rs',
      `const MODELS: &[&str] = &[${TWO}];\nfn ask() {\n    for m in MODELS {\n        Args::default().model(*m).messages(vec![]).build();\n    }\n}\n`,
    ],
    [
      'a.rs',
      `const MODELS: [&str; 2] = [${TWO}];\nfn ask() {\n    MODELS.iter().for_each(|m| { Args::default().model(*m).messages(vec![]).build(); });\n}\n`,
    ],
    [
      'a.rb',
      'MODELS = %w[gpt-4-0314 gpt-4.1].freeze\nMODELS.each do |m|\n  client.chat(parameters: { model: m, messages: [] })\nend\n',
    ],
    [
      'a.php',
      `<?php\nclass A {\n  private array $models = [${TWO}];\n  function ask() {\n    foreach ($this->models as $m) { $client->create(['model' => $m, 'messages' => []]); }\n  }\n}\n`,
    ],
    [
      'a.cs',
      `class A {\n  static readonly string[] Models = [${TWO}];\n  void F() { foreach (var m in Models) { new ChatClient(m, key).CompleteChat(messages); } }\n}\n`,
    ],
    [
      'a.java',
      `class A {\n  static final List<String> MODELS = List.of(${TWO});\n  void f() { for (String m : MODELS) { client.create(Params.builder().model(m).messages(x).build()); } }\n}\n`,
    ],
    [
      'a.ts',
      `const MODELS = [${TWO}];\nasync function ask(id: string, prompt: string) {\n  return generateText({ model: openai(id), prompt });\n}\nfor (const m of MODELS) await ask(m, question);\n`,
    ],
    [
      'a.py',
      `MODELS = [${TWO}]\ndef ask(text, model):\n    return client.create(model=model, messages=[])\nfor m in MODELS:\n    ask("Hi", model=m)\n`,
    ],
    [
      'a.php',
      `<?php\n$models = [${TWO}];\nfunction ask(string $name, $client) {\n  return $client->create(['model' => $name, 'messages' => []]);\n}\nforeach ($models as $m) { ask($m, $client); }\n`,
    ],
    [
      'a.go',
      `package main\nvar models = []string{${TWO}}\nfunc (c *Bot) ask(name string) {\n\tc.client.New(Params{Model: name, Messages: msgs})\n}\nfunc all(c *Bot) {\n\tfor _, m := range models {\n\t\tc.ask(m)\n\t}\n}\n`,
    ],
    ['a.ts', `const MODELS = [${TWO}];\nfor (let i = 0; i < 2; i++) await ${request('MODELS[i]')};\n`],
    ['a.py', `MODELS = [${TWO}]\nclient.create(model=random.choice(MODELS), messages=[])\n`],
  ])('one by one is called: %s: %s', (path, text) => expect(rolesOf(text, path)).toEqual(['calls', 'calls']));

  it.each([
    ['a.ts', `const MODELS = [${TWO}];\nawait client.create({ model: MODELS[1], messages });\n`],
    ['a.ts', `const MODELS = [${TWO}];\nawait generateText({ model: openai(MODELS[1]), prompt });\n`],
    ['a.py', `MODELS = [${TWO}]\nclient.create(model=MODELS[1], messages=[])\n`],
  ])('by a number is called there alone: %s: %s', (path, text) =>
    expect(rolesOf(text, path)).toEqual(['lists', 'calls']),
  );

  it.each([
    ['a.ts', `const MODELS = [${TWO}];\nfor (const m of MODELS) console.log(m);\n`],
    ['a.ts', `const MODELS = [${TWO}];\nconst items = MODELS.map((m) => ({ value: m, label: m }));\n`],
    ['a.ts', `const FALLBACK_MODELS = [${TWO}];\nexport const all = () => FALLBACK_MODELS;\n`],
    ['a.ts', `const MODELS = [${TWO}];\nfor (const m of OTHERS) await ${request('m')};\n`],
    ['a.ts', `const MODELS = [${TWO}];\nfor (const m of MODELS) await ${request('other')};\n`],
    [
      'a.ts',
      `const MODELS = [${TWO}];\nfunction labelOf(model: string) {\n  return model.toUpperCase();\n}\nfunction ask(model: string) {\n  return client.create({ model, messages });\n}\nconst labels = MODELS.map((m) => labelOf(m));\n`,
    ],
    [
      'a.py',
      `MODELS = [${TWO}]\ndef ask(model):\n    return client.create(model=model, messages=[])\nfor m in MODELS:\n    print(m, ask(other))\n`,
    ],
    ['a.ts', `const MODELS = [${TWO}];\nconst state = { model: MODELS[0] };\n`],
    ['a.py', `parser.add_argument("--model", type=click.Choice([${TWO}]))\n`],
    ['a.py', `pool = itertools.cycle([${TWO}])\nprint(next(pool))\n`],
  ])('only lists where no request gets an element: %s: %s', (path, text) =>
    expect(rolesOf(text, path)).toEqual(['lists', 'lists']),
  );
});

describe('the one element of a list that is asked', () => {
  const PY = 'from openai import OpenAI\nc = OpenAI()\n';
  const TS = 'import OpenAI from "openai";\nconst c = new OpenAI();\n';
  const FIRST = ['calls', 'lists'];
  const LAST = ['lists', 'calls'];
  it.each([
    [
      'a.py',
      `${PY}MODELS = [${TWO}]\nUSED = MODELS[0]\nc.chat.completions.create(model=USED, messages=[])\n`,
      FIRST,
    ],
    [
      'a.py',
      `${PY}MODELS = [${TWO}]\nUSED = MODELS[-1]\nc.chat.completions.create(model=USED, messages=[])\n`,
      LAST,
    ],
    ['a.py', `${PY}MODELS = [${TWO}]\nc.chat.completions.create(model=MODELS[1], messages=[])\n`, LAST],
    [
      'a.py',
      `${PY}MODELS = [${TWO}]\nc.chat.completions.create(model=MODELS.pop(), messages=[])\n`,
      ['calls', 'calls'],
    ],
    [
      'a.ts',
      `${TS}const MODELS = [${TWO}];\nconst model = process.env.M ?? MODELS[0];\nc.chat.completions.create({ model, messages: [] });\n`,
      FIRST,
    ],
    [
      'a.ts',
      `${TS}const models = [${TWO}];\nc.chat.completions.create({ model: models.at(1), messages: [] });\n`,
      LAST,
    ],
  ])('is told by its number, in %s: %s', (path, text, roles) => expect(rolesOf(text, path)).toEqual(roles));
});

describe('what is tried when a model fails', () => {
  it.each([
    ['a.py', `completion(model=m, messages=[], fallbacks=[${TWO}])\n`],
    ['a.py', `FALLBACKS = [${TWO}]\ncompletion(model=m, messages=[], fallbacks=FALLBACKS)\n`],
    ['a.py', `client.create(model=m, messages=[], extra_body={"models": [${TWO}]})\n`],
    ['a.py', `client.responses.create(models=[${TWO}], input=text)\n`],
    ['a.ts', `await client.create({ model, models: [${TWO}], messages });\n`],
    ['a.ts', `streamText({ model, prompt, providerOptions: { openrouter: { models: [${TWO}] } } });\n`],
    ['a.ts', `const model = openai("gpt-4o", { models: [${TWO}] });\n`],
    ['a.ts', `const BACKUP = [${TWO}];\nawait client.create({ model, models: BACKUP, messages });\n`],
    ['a.ts', `const models = [${TWO}];\nawait client.create({ model, models, messages });\n`],
    ['a.py', `BACKUP = [${TWO}]\nclient.create(model=m, extra_body={"models": BACKUP}, messages=[])\n`],
    ['a.yaml', 'fallback_models:\n  - gpt-4-0314\n  - gpt-4.1\n'],
    ['a.yaml', `fallbacks: [${TWO}]\n`],
    ['a.toml', `fallback_models = [${TWO}]\n`],
    ['a.py', `r = Router(model_list=M, fallbacks=[{"main": [${TWO}]}])\n`],
    ['a.py', `FALLBACKS = [${TWO}]\nr = Router(model_list=M, fallbacks=[{"main": FALLBACKS}])\n`],
    ['a.py', `fallbacks = [{"main": [${TWO}]}]\nr = Router(model_list=M, fallbacks=fallbacks)\n`],
    ['a.py', `import litellm\nlitellm.default_fallbacks = [${TWO}]\n`],
    ['a.py', `kwargs = {"model": m, "context_window_fallbacks": [{"main": [${TWO}]}]}\n`],
    ['a.ts', `const r = new Router({ fallbacks: { main: [${TWO}] } });\n`],
    ['a.json', `{"router_settings": {"fallbacks": [{"main": [${TWO}]}]}}\n`],
    ['a.yaml', `router_settings:\n  fallbacks: [{"main": [${TWO}]}]\n`],
    ['a.yaml', 'fallbacks:\n  - main: [gpt-4-0314, gpt-4.1]\n'],
    ['a.yaml', 'fallbacks:\n  - main:\n      - gpt-4-0314\n      - gpt-4.1\n'],
    ['a.yaml', 'content_policy_fallbacks:\n  image: ["gpt-4-0314", "gpt-4.1"]\n'],
  ])('is called: %s: %s', (path, text) => expect(rolesOf(text, path)).toEqual(['calls', 'calls']));

  const DEPLOYED = '"azure/eu-prod", "azure/backup"';

  it.each([
    ['a.py', `completion(model=m, messages=[], fallbacks=[${DEPLOYED}])\n`],
    ['a.py', `kwargs = {"model": m, "context_window_fallbacks": [${DEPLOYED}]}\n`],
    ['a.py', `r = Router(model_list=M, fallbacks=[{"main": [${DEPLOYED}]}])\n`],
    ['a.py', `litellm.default_fallbacks = [${DEPLOYED}]\n`],
    ['a.py', 'm = FallbackModel("azure:eu-prod", "azure:backup")\n'],
    ['a.yaml', `litellm_settings:\n  default_fallbacks: [${DEPLOYED}]\n`],
    [
      'a.yaml',
      'router_settings:\n  fallbacks:\n    - main:\n        - azure/eu-prod\n        - azure/backup\n',
    ],
    ['a.json', `{"router_settings": {"content_policy_fallbacks": [{"main": [${DEPLOYED}]}]}}\n`],
  ])('is a deployment of a provider, whatever it is called: %s: %s', (path, text) => {
    expect(detect(text, path).references.map(({ text: name, role, host }) => [name, role, host])).toEqual([
      [expect.stringMatching(/^azure.eu-prod$/), 'calls', 'azure'],
      [expect.stringMatching(/^azure.backup$/), 'calls', 'azure'],
    ]);
  });

  it('is none where no router tries it', () => {
    expect(detect(`labels = [${DEPLOYED}]\n`, 'a.py').references).toEqual([]);
  });

  it.each([
    ['"ai"', 'streamText({ model: "openai/gpt-4o", prompt, '],
    ['"@ai-sdk/gateway"', 'ask({ model: gateway("openai/gpt-4o"), '],
  ])("is asked at Vercel's gateway among its options, of %s", (module, ask) => {
    const text = `import { streamText, gateway } from ${module};\n${ask}providerOptions: { gateway: { models: [${TWO.replaceAll('gpt', 'openai/gpt')}] } } });\n`;
    expect(detect(text, 'a.ts').references.map(({ role, host }) => [role, host])).toEqual(
      Array.from({ length: 3 }, () => ['calls', 'vercel']),
    );
  });

  it.each([
    ['a.tsx', `const BACKUP = [${TWO}];\nexport const A = () => <Menu options={{ models: BACKUP }} />;\n`],
    ['a.ts', `export const menu = { provider: "openai", models: [${TWO}] };\n`],
    [
      'a.yaml',
      'model_list:\n  - model_name: gpt-4-0314\n    litellm_params: { model: azure/a }\n  - model_name: gpt-4.1\n    litellm_params: { model: azure/b }\nfallbacks:\n  - gpt-4-0314\n  - gpt-4.1\n',
    ],
    [
      'a.py',
      'M = [{"model_name": "gpt-4-0314", "litellm_params": {"model": "azure/a"}}, {"model_name": "gpt-4.1", "litellm_params": {"model": "azure/b"}}]\n' +
        `r = Router(model_list=M, fallbacks=[{"main": [${TWO}]}])\n`,
    ],
  ])('is only listed as a choice or as a name of a router: %s: %s', (path, text) =>
    expect(rolesOf(text, path)).not.toContain('calls'),
  );
});
