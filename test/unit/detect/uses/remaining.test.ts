import { describe, expect, it } from 'vitest';
import { detectReferences } from '../../../../src/core/detect/detectReferences';
import { builtCatalog } from '../../../support/builtCatalog';
import { detect } from '../marked';

const hosts = (text: string, path: string): readonly unknown[] =>
  detect(text, path).references.map(({ role, host }) => [role, host]);

describe('a name that two services spell alike', () => {
  const MODEL = 'model_id: "meta.llama-3.3-70b-instruct"\n';

  it('is of the one that the file is called by', () => {
    expect(hosts(MODEL, 'models/oci-genai-models.yml')).toEqual([['calls', 'oci']]);
    expect(hosts(MODEL, 'models/bedrock-models.yml')).toEqual([['calls', 'bedrock']]);
    expect(hosts(MODEL, 'models/social-models.yml')).toEqual([['calls', 'bedrock']]);
  });
});

describe('a name among variables of which one alone is an address', () => {
  const AT = '\n\nOPENAI_BASE_URL=https://openrouter.ai/api/v1\n';
  const NAME = 'MODEL2_NAME=claude-3-5-sonnet';

  it.each([
    [NAME + AT, 'openrouter'],
    [`MODEL1_NAME=gpt-4o-mini${AT}OPENAI_API_KEY=k\n`, 'openrouter'],
    [`ANTHROPIC_MODEL=claude-3-5-sonnet${AT}`, 'anthropic'],
    [`${NAME}${AT}ANTHROPIC_API_KEY=k\n`, 'anthropic'],
    [`${NAME}${AT}\nOTHER_URL=http://llm:8000/v1\n`, 'anthropic'],
    [NAME + AT.replace('openrouter.ai/api', 'api.deepseek.com'), 'anthropic'],
    [NAME + AT.replace('OPENAI', 'OTHER'), 'anthropic'],
    [`CHAT_MODEL=deepseek-chat${AT.replace('OPENAI', 'RERANK')}`, 'deepseek'],
    [`MODEL1_NAME=gpt-4o-mini\nOPENAI_API_KEY=k${AT.replace('OPENAI', 'FALLBACK')}`, 'openai'],
    [`MODEL1_NAME=gpt-4o-mini\nOPENAI_API_KEY=k${AT}OPENROUTER_API_KEY=k\n`, 'openai'],
    [`CHAT_MODEL=gemini-2.5-pro\nGOOGLE_APPLICATION_CREDENTIALS=a.json${AT}`, 'google'],
  ])('is asked for there, if nothing says who else is: %j → %s', (text, host) => {
    expect(hosts(text, 'tools/.env.example')[0]).toEqual(['calls', host]);
  });

  it('is not in a file of several documents', () => {
    expect(hosts(`a: 1\nmodel: claude-3-5-sonnet\n---${AT.replace('=', ': ')}`, 'a.yaml')).toEqual([
      ['calls', 'anthropic'],
    ]);
  });
});

describe('a model that nobody has weights of, under an owner as gateways write it', () => {
  it('is called at nobody knows whom, and at no hub', () => {
    const { references } = detectReferences('X_MODEL=recraft/recraft-v4\n', {
      path: '.env',
      catalog: builtCatalog(),
    });
    expect(references.map(({ role, host }) => [role, host])).toEqual([['calls', null]]);
  });
});

describe('a model of a maker whose word stands in its record', () => {
  const hostsOf = (text: string, path: string): readonly unknown[] =>
    detectReferences(text, { path, catalog: builtCatalog() }).references.map(({ host }) => host);

  it.each([
    [
      'a.py',
      'Spec(\n  name="elevenlabs",\n  env=("ELEVENLABS_API_KEY",),\n  model="eleven_multilingual_v2",\n)',
    ],
    ['a.ts', "const P = [{ id: 'elevenlabs', model: 'eleven_multilingual_v2' }];"],
    ['a.ts', 'const P = { key: process.env.ELEVENLABS_API_KEY, model: "eleven_multilingual_v2" };'],
  ])('is called at the maker, in %s: %s', (path, text) =>
    expect(hostsOf(text, path)).toEqual(['elevenlabs']),
  );

  it.each([
    ['a.ts', "const model = 'eleven_multilingual_v2';"],
    ['a.py', 'X = {"speech": {"id": "elevenlabs"}, "model": "eleven_multilingual_v2x"}\n'],
    ['a.py', 'Spec(name="acme", model="eleven_multilingual_v2")'],
  ])('is called at nobody knows whom without it, in %s: %s', (path, text) =>
    expect(hostsOf(text, path)).not.toContain('elevenlabs'),
  );
});

describe('weights that a function gets beside a client with an address', () => {
  const NAME = 'facebook/nllb-200-3.3B';
  const PY = 'gw = OpenAI(base_url="https://llm.acme.example/v1")\n';
  const OWN = [['loads', 'self']];
  const GATEWAY = [['calls', 'llm.acme.example']];

  it.each([
    ['a.py', `${PY}m = acme.load_llm("${NAME}")\n`],
    ['a.py', `${PY}acme.loadModel(model="${NAME}")\n`],
    [
      'a.ts',
      `const gw = new OpenAI({ baseURL: "https://llm.acme.example/v1" });\nconst t = await loadModel("${NAME}");\n`,
    ],
    [
      'a.go',
      `func a() {\n\tc := openai.NewClient(option.WithBaseURL("https://llm.acme.example/v1"))\n\tm := acme.LoadModel("${NAME}")\n}\n`,
    ],
    [
      'A.java',
      `class A { void a() { var c = OpenAIOkHttpClient.builder().baseUrl("https://llm.acme.example/v1").build();\n var m = Acme.loadModel("${NAME}"); } }`,
    ],
    [
      'a.cs',
      `var c = new OpenAIClient(key, new OpenAIClientOptions { Endpoint = new Uri("https://llm.acme.example/v1") });\nvar m = Acme.LoadModel("${NAME}");`,
    ],
  ])('are loaded, in %s', (path, text) => {
    expect(hosts(text, path)).toEqual(OWN);
  });

  it.each([
    ['is given the address', `${PY}m = acme.load_llm("${NAME}", base_url="https://llm.acme.example/v1")\n`],
    [
      'is declared beside it',
      `${PY}def load_llm(name):\n    return Own(gw, model=name)\nm = load_llm("${NAME}")\n`,
    ],
    ['only asks', `${PY}acme.ask("${NAME}")\n`],
  ])('are called where the function %s', (_what, text) => {
    expect(hosts(text, 'a.py')).toEqual(GATEWAY);
  });
});

describe('a line of a log', () => {
  it.each([
    ['a.rs', 'fn a() {\n  let client = Client::with_config(OpenAIConfig::new());\n  debug!("gpt-4o");\n}\n'],
    ['a.rs', 'fn a() { tracing::info!("gpt-4o"); }\n'],
    ['a.go', 'func a() { log.Println("gpt-4o") }\n'],
    ['a.py', 'print("gpt-4o")\n'],
    ['a.py', 'self.logger.debug("gpt-4o")\n'],
    ['a.ts', 'console.log("gpt-4o");\n'],
    ['a.cs', 'class A { void B() { _logger.LogInformation("gpt-4o"); } }'],
    ['a.java', 'class A { void b() { System.out.println("gpt-4o"); } }'],
  ])('asks for nothing, in %s: %s', (path, text) => {
    expect(hosts(text, path)).toEqual([['lists', null]]);
  });

  it.each([
    ['a.py', 'print(ask("gpt-4o"))\n'],
    ['a.py', 'login("gpt-4o")\n'],
    ['a.ts', 'catalog.find("gpt-4o");\n'],
  ])('is no other call, in %s: %s', (path, text) => {
    expect(hosts(text, path)).toEqual([['calls', 'openai']]);
  });
});

it('a setting that is written or read with its default is used, whatever its call ends in', () => {
  for (const callee of ['get_option', 'update_option'])
    expect(hosts(`<?php\n$m = ${callee}('shop_model', 'acme-org/chat-llama-7b');\n`, 'a.php')).toEqual([
      ['loads', 'self'],
    ]);
});

describe('what nothing else decides', () => {
  it('is asked of whoever answers where a request has it', () => {
    const asked = 'client.chat.completions.create(model="acme/thing-7b")';
    expect(hosts(`vllm = LLM()\nr = ${asked}\n`, 'a.py')).toEqual([['calls', null]]);
    expect(hosts(`vllm = LLM()\nr = ${asked.replace('acme/thing-7b', 'gpt-4o')}\n`, 'a.py')).toEqual([
      ['calls', 'openai'],
    ]);
  });

  it('is served where the setting says so', () => {
    expect(hosts('serve_model: acme/thing-7b\n', 'a.yaml')).toEqual([['serves', 'self']]);
    expect(hosts('serve_model = "acme/thing-7b"\n', 'a.py')).toEqual([['loads', 'self']]);
  });
});

describe('an id of the Hub in a template for a cloud', () => {
  const PARAMETER = "param modelId string = 'facebook/nllb-200-distilled-600M'\n";

  it('is loaded by the container that gets it, whatever cloud runs that', () => {
    expect(
      hosts(`${PARAMETER}resource a 'Microsoft.App/containerApps@2024-03-01' = {}\n`, 'a.bicep'),
    ).toEqual([['loads', 'self']]);
    const account = "resource a 'Microsoft.CognitiveServices/accounts@2024-10-01' = {}\n";
    expect(hosts(account + PARAMETER, 'a.bicep')).toEqual([['loads', 'self']]);
  });

  it('is called where the text speaks of a service that takes such ids', () => {
    expect(
      hosts("client = Together()\nx = client.models\nNAME = 'facebook/nllb-200-distilled-600M'\n", 'a.py'),
    ).toEqual([['calls', 'together']]);
  });
});

describe("a name of OpenAI's in no section of a client", () => {
  const OPENAI =
    '    openai:\n      base-url: https://api.openai.com\n      chat:\n        options:\n          model: gpt-4o\n';
  const AZURE = '    azure:\n      openai:\n        endpoint: https://acme.openai.azure.com\n';
  const hosts = (...sections: readonly string[]): readonly (string | null)[] =>
    detect(`spring:\n  ai:\n${sections.join('')}acme:\n  summary-model: gpt-4o-mini\n`, 'application.yml')
      .references.filter(({ text }) => text === 'gpt-4o-mini')
      .map(({ host }) => host);

  it('may be asked at OpenAI or Azure where settings have both, in any order', () => {
    expect(hosts(OPENAI, AZURE)).toEqual([null]);
    expect(hosts(AZURE, OPENAI)).toEqual([null]);
  });

  it('is asked at the one that the settings have', () => {
    expect(hosts(OPENAI)).toEqual(['openai']);
    expect(hosts(AZURE)).toEqual(['azure']);
  });
});

describe('weights of the Hub behind what is of deployments at Azure', () => {
  const JINA = 'jinaai/jina-embeddings-v3';
  const ADDRESS = 'https://acme.openai.azure.com';
  const hostOf = (text: string, path: string): unknown =>
    detectReferences(text, { path, catalog: builtCatalog() }).references.find(
      ({ text: name }) => name === JINA,
    )?.host;

  it.each([
    ['a.py', `AZURE_OPENAI_ENDPOINT = "${ADDRESS}"\nEMBEDDING_MODEL = "${JINA}"\n`],
    ['a.ts', `export const config = {\n  azureEndpoint: "${ADDRESS}",\n  embeddingModel: "${JINA}",\n};\n`],
    ['a.env', `AZURE_OPENAI_API_KEY=k\nAZURE_OPENAI_DEPLOYMENT=gpt-4o\nEMBEDDING_MODEL=${JINA}\n`],
  ])('are loaded for a purpose of their own, in %s', (path, text) => {
    expect(hostOf(text, path)).toBe('self');
  });

  it.each([
    ['a.py', `AZURE_OPENAI_ENDPOINT = "${ADDRESS}"\nCHAT_MODEL = "${JINA}"\n`],
    ['b.py', `AZURE_ENDPOINT = "https://acme.services.ai.azure.com/models"\nEMBEDDING_MODEL = "${JINA}"\n`],
    ['a.env', `AZURE_OPENAI_API_KEY=k\nAZURE_OPENAI_DEPLOYMENT=gpt-4o\nLLM_MODEL=${JINA}\n`],
  ])('are called where nothing says another purpose, in %s', (path, text) => {
    expect(hostOf(text, path)).toBe('azure');
  });
});

it('a name that nothing stands beside is of its maker, and the reason says that only the name tells it', () => {
  const [reference] = detect('EMBED_MODEL = "text-embedding-3-large"\n', 'config.py').references;
  expect(reference).toMatchObject({ role: 'calls', host: 'openai' });
  expect(reference?.why[0]?.template).toBe('nothing but its name tells who runs it: it is a name of {0}');
});

describe('a file of a hub, by its address, behind a client of another service', () => {
  const F = 'https://huggingface.co/ggerganov/whisper.cpp/resolve/main/ggml-base.bin';
  const PAGE = 'https://huggingface.co/CohereLabs/c4ai-command-r-plus';
  const TS = 'const c = new OpenAI({ baseURL: "https://api.together.xyz/v1" });\n';
  const GO = 'package a\nfunc ask() {\n\tc.BaseURL = "https://api.together.xyz/v1"\n}\n';
  const C_SHARP =
    'var c = new ChatClient("m", k, new OpenAIClientOptions { Endpoint = new Uri("https://api.together.xyz/v1") });\n';
  const useOf = (path: string, text: string): unknown =>
    detectReferences(text, { path, catalog: builtCatalog() })
      .references.filter(({ id }) => /whisper\.cpp|command-r/.test(id))
      .map(({ role, host }) => [role, host]);

  it.each([
    ['a.ts', `${TS}const GGML = "${F}";\n`],
    ['a.ts', `${TS}const FILE = "${F}";\nawait fetch(FILE);\n`],
    ['a.py', `c = OpenAI(base_url="https://api.together.xyz/v1")\nrequests.get("${F}")\n`],
    ['a.ts', `${TS}app.get("/x", async (req) => {\n  const file = "${F}";\n});\n`],
    ['a.ts', `${TS}const file = new URL("${F}");\n`],
    ['a.ts', `${TS}await fetch("${F}");\n`],
    ['a.py', `c = OpenAI(base_url="https://api.together.xyz/v1")\nGGML = "${F}"\n`],
    [
      'a.kt',
      `val c = OpenAI(host = OpenAIHost(baseUrl = "https://api.together.xyz/v1/"))\nval ggml = "${F}"\n`,
    ],
    [
      'a.java',
      `class A {\n  C c = C.builder().baseUrl("https://api.together.xyz/v1").build();\n  URI f = URI.create("${F}");\n}\n`,
    ],
    ['a.cs', `${C_SHARP}const string Ggml = "${F}";\n`],
    ['a.dart', `void main() {\n  OpenAI.baseUrl = "https://api.together.xyz";\n  final ggml = '${F}';\n}\n`],
    ['a.go', `${GO}const ggml = "${F}"\n`],
    ['a.go', `${GO}func get() { http.Get("${F}") }\n`],
  ])('is got, and not asked for there, in %s: %s', (path, text) => {
    expect(useOf(path, text)).toEqual([['loads', 'self']]);
  });

  it.each([
    ['a.ts', `${TS}c.images.generate({ image_loras: [{ path: "${F}" }] });\n`],
    ['a.ts', `${TS}const FILE = "${F}";\nc.audio.transcriptions.create({ model: FILE });\n`],
    ['a.ts', `${TS}const MODEL = "${PAGE}";\nc.chat.completions.create({ model: MODEL });\n`],
    ['a.py', `c = Together()\nc.models.upload(model_name="x", model_source="${PAGE}/resolve/main/a.zip")\n`],
    ['a.ts', `${TS}const FILES = [{ url: "${F}", size: 3 }];\n`],
    ['a.ts', `${TS}const input = { prompt, lora: "${F}" };\nawait c.images.generate(input);\n`],
    ['a.ts', `${TS}const LORA = "${F}";\nawait c.images.generate({ prompt, lora: LORA });\n`],
    ['a.py', `URL = "https://api.together.xyz/v1/images"\nrequests.post(URL, json={"lora": "${F}"})\n`],
  ])('is asked for where the client may get the address, in %s: %s', (path, text) => {
    expect(useOf(path, text)).toEqual([['calls', 'together']]);
  });
});
