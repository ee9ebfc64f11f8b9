import { describe, expect, it } from 'vitest';
import { collectConfigValues, collectTurnedClients } from '../../../src/core/detect/configValues';
import { detectReferences } from '../../../src/core/detect/detectReferences';
import { builtCatalog } from '../../support/builtCatalog';
import { detect } from './marked';

/** `role host` of each reference, in order. */
function usesIn(text: string, path: string): readonly string[] {
  return detect(text, path).references.map(({ role, host }) => `${role} ${host ?? '-'}`);
}

describe('a client that configuration of the project turns to another service', () => {
  const AGENT = 'from google.adk.agents import Agent\nroot = Agent(model="gemini-2.0-flash", name="a")\n';
  const at = (text: string, env: string): readonly (string | null)[] =>
    detect(text, 'agent.py', { configValues: collectConfigValues(env, '.env.example') }).references.map(
      ({ host }) => host,
    );

  it.each([
    ['GOOGLE_GENAI_USE_VERTEXAI=1\n', 'vertex'],
    ['GOOGLE_GENAI_USE_VERTEXAI="TRUE"\n', 'vertex'],
    ['GOOGLE_GENAI_USE_VERTEXAI=0\n', 'google'],
    ['GOOGLE_API_KEY=x\n', 'google'],
  ])('with %s calls it at %s', (env, host) => {
    expect(at(AGENT, env)).toEqual([host]);
  });

  it.each([
    'os.environ["GOOGLE_GENAI_USE_VERTEXAI"] = "1"\n',
    'os.environ.setdefault("GOOGLE_GENAI_USE_VERTEXAI", "True")\n',
    'const isCloud = process.env.GOOGLE_GENAI_USE_VERTEXAI ?? "true";\n',
    'env {\n  name  = "GOOGLE_GENAI_USE_VERTEXAI"\n  value = "TRUE"\n}\n',
    'gcloud run deploy x --set-env-vars=GOOGLE_GENAI_USE_VERTEXAI=TRUE\n',
  ])('calls it there where a file of its program has %j', (text) => {
    expect(
      detect(AGENT, 'agent.py', { configValues: collectTurnedClients(text) }).references.map(
        ({ host }) => host,
      ),
    ).toEqual(['vertex']);
  });

  it.each([
    ['client = genai.Client(vertexai=True, project=P)\n', 'vertex'],
    ['import vertexai\nvertexai.init(project=P)\n', 'vertex'],
    ['const ai = new GoogleGenAI({ vertexai: true });\n', 'vertex'],
    ['genai.NewClient(ctx, &genai.ClientConfig{Backend: genai.BackendVertexAI})\n', 'vertex'],
    ['client = genai.Client(vertexai=True)\nother = genai.Client(api_key=KEY)\n', 'google'],
    ['if os.environ.get("GOOGLE_GENAI_USE_VERTEXAI") == "1":\n', 'google'],
    ['client = genai.Client()\n', 'google'],
  ])('with %j beside settings calls what they name at %s', (text, host) => {
    const found = (settings: string): readonly (string | null)[] =>
      detect(settings, 'src/config.py', { configValues: collectTurnedClients(text) }).references.map(
        (reference) => reference.host,
      );
    expect(found('MODEL_NAME = os.environ.get("MODEL_NAME", "gemini-2.5-flash")\n')).toEqual([host]);
    expect(found('llm = ChatGoogleGenerativeAI(model="gemini-2.5-flash")\n')).toEqual(['google']);
  });

  it.each([
    ['anthropic_vertexai.json', 'vertex'],
    ['claude-bedrock.json', 'anthropic'],
    ['anthropic_azure.json', 'anthropic'],
    ['anthropic.json', 'anthropic'],
  ])('is asked at the service that the file %s is called after', (path, host) => {
    const text = '{ "model": { "model": "claude-sonnet-4-20250514" } }';
    expect(detect(text, path).references.map((reference) => reference.host)).toEqual([host]);
  });

  it.each([
    ['genai.Client(vertexai=True, project=p)', 'vertex'],
    ['genai.Client(vertexai=True) if cloud else genai.Client(api_key=key)', 'google'],
    ['genai.Client()', 'google'],
    ['genai.Client()  # prod: genai.Client(vertexai=True)', 'google'],
  ])('is asked at the one that %s is made for, whatever a key is called after', (made, host) => {
    const text = `class Service:\n    gemini_model_name: str = "gemini-2.0-flash-001"\n\n    def client(self):\n        return ${made}\n`;
    expect(detect(text, 'a.py').references.map((reference) => reference.host)).toEqual([host]);
  });

  it('is at its own where the text says so', () => {
    const text =
      'client = genai.Client(vertexai=False)\nclient.models.generate_content(model="gemini-2.0-flash")';
    expect(detect(text, 'a.py').references.map(({ host }) => host)).toEqual(['google']);
  });

  it('is where the text itself puts it', () => {
    const text = 'client = genai.Client(vertexai=False)\n' + AGENT;
    expect(at(text, 'GOOGLE_GENAI_USE_VERTEXAI=1\n')).toEqual(['google']);
  });
});

describe('a client without an address, where configuration of the project sets the variable that it reads', () => {
  const ASKS = 'client.chat.completions.create(model="gpt-4o")\n';
  const at = (text: string, env: string, path = 'app.py'): readonly (string | null)[] =>
    detect(text, path, { configValues: collectConfigValues(env, 'compose.yaml') }).references.map(
      ({ host }) => host,
    );
  const set = (name: string, address: string): string => `environment:\n  ${name}: ${address}\n`;

  it.each([
    ['OPENAI_BASE_URL', 'https://api.siliconflow.cn/v1', 'siliconflow'],
    ['OPENAI_API_BASE', 'https://api.siliconflow.cn/v1', 'siliconflow'],
    ['OPENAI_BASE_URL', 'https://api.openai.com/v1', 'openai'],
    ['OPENAI_BASE_URL', 'http://localhost:11434/v1', 'openai'],
    ['ANTHROPIC_BASE_URL', 'https://api.siliconflow.cn/v1', 'openai'],
  ])('asks with %s = %s at %s', (name, address, host) => {
    expect(at(`from openai import OpenAI\nclient = OpenAI()\n${ASKS}`, set(name, address))).toEqual([host]);
  });

  it('does in other languages too', () =>
    expect(
      at(
        'import OpenAI from "openai";\nconst client = new OpenAI();\nawait client.chat.completions.create({\n  model: "gpt-4o",\n});\n',
        set('OPENAI_BASE_URL', 'https://api.siliconflow.cn/v1'),
        'app.ts',
      ),
    ).toEqual(['siliconflow']));

  it.each([
    ['a comment speaks of addresses', '# OPENAI_BASE_URL comes from the environment\n', ''],
    ['another client is given one', '', 'other = OpenAI(base_url="https://api.deepseek.com")\n'],
    [
      'a client of a cloud is given one',
      '',
      'az = AzureOpenAI(azure_endpoint="https://a.openai.azure.com/")\n',
    ],
    ['a comment behind code says it', 'x = 1  # OPENAI_BASE_URL comes from the environment\n', ''],
    [
      'code only reads it',
      'if not os.environ.get("OPENAI_BASE_URL"):\n    raise ValueError("base_url")\n',
      '',
    ],
    ['a class has a path of its own', 'class A:\n    def f(self):\n        self.endpoint = "/chat"\n\n', ''],
  ])('asks there where %s', (_, before, behind) =>
    expect(
      at(
        `from openai import AzureOpenAI, OpenAI\n${before}client = OpenAI()\n${ASKS}${behind}`,
        set('OPENAI_BASE_URL', 'https://api.siliconflow.cn/v1'),
      ),
    ).toEqual(['siliconflow']),
  );

  it.each([
    ['its client is given another one', '', 'client.base_url = DIRECT\n'],
    ['its client is given one by name', '', 'setattr(client, "base_url", DIRECT)\n'],
    ['the program sets the variable', 'os.environ["OPENAI_BASE_URL"] = settings.url\n', ''],
    ['the program takes the variable away', 'os.environ.pop("OPENAI_BASE_URL", None)\n', ''],
    ['the program deletes the variable', 'del os.environ["OPENAI_BASE_URL"]\nbase_url = 1\n', ''],
  ])('asks whom it always did where %s', (_, before, behind) =>
    expect(
      at(
        `from openai import OpenAI\n${before}client = OpenAI()\n${behind}${ASKS}`,
        set('OPENAI_BASE_URL', 'https://api.siliconflow.cn/v1'),
      ),
    ).toEqual(['openai']),
  );

  it('asks at the address that it is given', () =>
    expect(
      at(
        `from openai import OpenAI\nclient = OpenAI(base_url="https://api.openai.com/v1")\n${ASKS}`,
        set('OPENAI_BASE_URL', 'https://api.siliconflow.cn/v1'),
      ),
    ).toEqual(['openai']));
});

describe('a local runtime, whatever client speaks to it', () => {
  it.each([
    ['a.py', 'import ollama\nollama.pull("codestral:22b")'],
    ['a.js', "import ollama from 'ollama';\nawait ollama.chat({ model: 'llama3.1:8b' });"],
    ['a.py', 'ChatOllama(model="llama3.1:8b")'],
    ['a.py', 'from litellm import completion\ncompletion(model="ollama/llama3.1:8b")'],
    ['a.py', 'completion(model="hosted_vllm/acme/thing-7b", api_base="http://10.0.0.5:8000/v1")'],
    ['a.sh', 'ollama pull llama3.1:8b'],
    ['a.sh', 'curl http://localhost:11434/api/pull -d \'{"model": "llama3.1:8b"}\''],
    [
      'a.ts',
      "const c = new OpenAI({ baseURL: 'http://localhost:1234/v1' });\nc.chat.completions.create({ model: 'acme/thing-7b' });",
    ],
    [
      'a.py',
      'URL = "http://vllm:8000/v1"\nc = OpenAI(base_url=URL)\nc.chat.completions.create(model="acme/thing-7b")',
    ],
    [
      'a.java',
      'OllamaChatModel.builder().baseUrl("http://localhost:11434").modelName("llama3.1:8b").build();',
    ],
    ['.env', 'LLM_BASE_URL=http://host.docker.internal:8000/v1\nLLM_MODEL=acme/thing-7b\n'],
  ])('%s: %s', (path, text) => expect(usesIn(text, path)).toEqual(['loads self']));

  it('is not the service of the same name', () => {
    expect(usesIn('import ollama\nollama.chat(model="kimi-k2:1t-cloud")', 'a.py')).toEqual([
      'calls ollama-cloud',
    ]);
  });
});

describe('a client that is called where it is made', () => {
  it.each([
    ['a.py', 'Groq().chat.completions.create(model="acme/thing-7b")', 'calls groq'],
    ['a.ts', "await new Groq({ apiKey }).chat.completions.create({ model: 'acme/thing-7b' });", 'calls groq'],
    ['a.py', 'Groq()\n\nask(model="acme/thing-7b")', 'loads self'],
  ])('%s: %s', (path, text, use) => expect(usesIn(text, path)).toEqual([use]));

  it('is none of another statement', () =>
    expect(
      usesIn(
        'import anthropic, boto3\nanthropic.Anthropic().messages.create(model="claude-sonnet-4-5", messages=[])\n' +
          'boto3.client("bedrock-runtime").converse(modelId="amazon.nova-pro-v1:0", messages=[])\n',
        'a.py',
      ),
    ).toEqual(['calls anthropic', 'calls bedrock']));

  it('is its own in the arguments of what another is asked', () =>
    expect(
      usesIn(
        'from groq import Groq\nfrom mistralai import Mistral\nMistral().chat.complete(model="mistral-small-2506", ' +
          'messages=[Groq().chat.completions.create(model="qwen/qwen3-32b")])\n',
        'a.py',
      ),
    ).toEqual(['calls mistral', 'calls groq']));
});

describe('a server of the project', () => {
  it.each([
    ['a.sh', 'vllm serve acme/thing-7b', 'serves self'],
    ['a.sh', 'python -m vllm.entrypoints.openai.api_server --model acme/thing-7b', 'serves self'],
    [
      'compose.yaml',
      'services:\n  llm:\n    image: vllm/vllm-openai:v0.10.2\n    command: ["--model", "acme/thing-7b"]\n',
      'serves self',
    ],
    [
      'compose.yaml',
      'services:\n  nim:\n    image: nvcr.io/nim/meta/llama-3.1-8b-instruct:1.8\n',
      'serves self',
    ],
    ['Dockerfile', 'FROM nvcr.io/nim/meta/llama-3.1-8b-instruct:1.8 AS nim\n', 'ships self'],
  ])('%s: %s', (path, text, use) => expect(usesIn(text, path)).toEqual([use]));

  it('is not what a key or an image of another service of the file says', () => {
    const text =
      'services:\n  chat:\n    image: vllm/vllm-openai:v0.6.3\n    command: ["--model", "acme/thing-7b"]\n    environment:\n      NVIDIA_API_KEY: x\n' +
      '  router:\n    image: nvcr.io/nvidia/tritonserver:24.10-py3\n    environment:\n      UPSTREAM: https://integrate.api.nvidia.com/v1\n';
    expect(
      detect(text, 'compose.yaml').references.map(({ registry, role }) => `${registry} ${role}`),
    ).toEqual(['huggingface serves']);
  });
});

describe('a client whose address or provider is written', () => {
  it.each([
    [
      'a.py',
      'c = OpenAI(base_url="https://api.siliconflow.cn/v1")\nc.chat.completions.create(model="acme/thing-7b")',
      'calls siliconflow',
    ],
    [
      'a.py',
      'c = OpenAI(base_url="https://llm.acme.ai/v1")\nc.chat.completions.create(model="acme/thing-7b")',
      'calls llm.acme.ai',
    ],
    ['a.py', 'completion(model="groq/llama-3.3-70b-versatile")', 'calls groq'],
    [
      'a.yaml',
      'model_list:\n  - model_name: x\n    litellm_params:\n      model: openai/moonshot-v1-auto\n      api_base: https://api.moonshot.ai/v1\n',
      'calls moonshot',
    ],
    ['a.py', 'ChatGroq(model="openai/gpt-oss-120b")', 'calls groq'],
    ['.env', 'OPENAI_BASE_URL=https://api.moonshot.cn/v1\nOPENAI_MODEL=moonshot-v1-32k\n', 'calls moonshot'],
    ['a.yaml', 'llm:\n  provider: azure_openai\n  model: gpt-4o\n', 'calls azure'],
    ['a.py', 'c = OpenAI()\nc.responses.create(model="gpt-4o")', 'calls openai'],
    ['a.py', 'InferenceClient("acme/thing-7b")', 'calls huggingface'],
  ])('%s: %s', (path, text, use) => expect(usesIn(text, path)).toEqual([use]));

  it('is no loader of weights with the same owner', () => {
    const [found] = detect('AutoModelForCausalLM.from_pretrained("openai/gpt-oss-20b")', 'a.py').references;
    expect(found).toMatchObject({ registry: 'huggingface', role: 'loads', host: 'self' });
  });

  it('says nothing of what stands before it in settings of something else', () => {
    expect(usesIn('# inference\nMODEL_ID=acme/thing-7b\n\nGROQ_API_KEY=x\n', '.env')).toEqual(['loads self']);
  });
});

describe('a flow', () => {
  it('makes what a constant or a list holds what the call at its end makes of it', () => {
    expect(
      usesIn('NAMES = ["llama3.1:8b", "qwen2.5:7b"]\nfor n in NAMES:\n    ollama.pull(n)\n', 'a.py'),
    ).toEqual(['loads self', 'loads self']);
    expect(usesIn('M = "acme/thing-7b"\nAutoModel.from_pretrained(M)\n', 'a.py')).toEqual(['loads self']);
  });
});

describe('the reasons', () => {
  it('name what decided, then the context', () => {
    const [found] = detect('AutoModel.from_pretrained("acme/thing-7b")', 'examples/a.py').references;
    expect(found?.why.map(({ template, args }) => [template, ...args])).toEqual([
      ['{0} loads it', 'from_pretrained'],
      ['the file is below {0}', 'examples/'],
    ]);
  });
});

describe('a deployment at Azure', () => {
  it('is named by its owner; what it runs stands in a block of its own', () => {
    const terraform =
      'resource "azurerm_cognitive_deployment" "chat" {\n  name                 = "gpt-35-turbo-0301"\n  cognitive_account_id = azurerm_cognitive_account.ai.id\n\n  model {\n    format = "OpenAI"\n    name   = "gpt-4.1"\n  }\n}\n';
    expect(usesIn(terraform, 'ai.tf')).toEqual(['mentions azure', 'calls azure']);
  });
});

describe('a value that says nothing of who runs it', () => {
  it('is no provider of itself', () => {
    expect(usesIn('model_name = models.CharField(max_length=200, default="whisper-1")', 'a.py')).toEqual([
      'calls openai',
    ]);
  });

  it('comes from the Hub where a repository is named', () => {
    expect(usesIn('source:\n  type: huggingface\n  repo: Qwen/Qwen2.5-7B-Instruct\n', 'a.yaml')).toEqual([
      'loads self',
    ]);
  });
});

describe('what a page shows', () => {
  it.each([
    '<p>for example <code>whisper-1</code>.</p>',
    '<option value={1}>1,047,576 (gpt-4.1)</option>',
    '<li>\n  128,000 (gpt-4-turbo)\n</li>',
  ])('%s', (markup) => {
    expect(usesIn(`export const A = () => (${markup});`, 'a.tsx')).toEqual(['mentions openai']);
  });
});

describe('a name of a service that is asked for at an own address', () => {
  const usesAt = (server: string): readonly unknown[] =>
    detectReferences(
      `services:\n  wiki:\n    environment:\n      OPENAI_BASE_URL: http://${server}:8080/v1\n      OPENAI_MODEL: gpt-4o\n`,
      { path: 'compose.yaml', catalog: builtCatalog() },
    ).references.map(({ role, host }) => [role, host]);

  it.each(['llm', 'litellm', 'gateway', 'ollama-proxy', 'vllm-gateway', 'vllm-router', 'jan'])(
    'is run by nobody knows whom at %s: the server may have another model under it, or pass it on',
    (server) => expect(usesAt(server)).toEqual([['calls', null]]),
  );

  it.each(['localai', 'local-ai', 'ollama', 'vllm-0', 'vllm-service'])(
    'is another name of weights at %s, which runs models itself',
    (server) => expect(usesAt(server)).toEqual([['mentions', 'self']]),
  );
});

describe('a name that ends as those of open models at Vertex AI', () => {
  const hostOf = (text: string): unknown =>
    detectReferences(text, { path: 'a.env', catalog: builtCatalog() }).references[0]?.host;

  it('is asked there, unless the text has the address of others who call theirs so', () => {
    expect(hostOf('SPARK_MODEL=deepseek-r1-maas\n')).toBe('vertex');
    expect(hostOf('SPARK_URL=https://api.modelarts-maas.com/v1\nSPARK_MODEL=deepseek-r1-maas\n')).not.toBe(
      'vertex',
    );
  });
});

describe('a program that gets variables which another file sets', () => {
  const configValues = new Map([['OPENAI_BASE_URL', 'https://openrouter.ai/api/v1']]);
  const MODEL = 'env:\n        - name: OPENAI_MODEL\n          value: gpt-4o\n';

  it.each([
    [
      `spec:\n  containers:\n    - name: a\n      envFrom:\n        - configMapRef:\n            name: c\n      ${MODEL}`,
      'openrouter',
    ],
    [
      `spec:\n  containers:\n    - name: a\n      ${MODEL}    - name: b\n      envFrom:\n        - secretRef: { name: c }\n`,
      'openai',
    ],
    [
      '{containers: [{name: a, envFrom: [{configMapRef: {name: c}}], env: [{name: OPENAI_MODEL, value: gpt-4o}]}]}\n',
      'openrouter',
    ],
    ['services:\n  a:\n    env_file: .env\n    environment:\n      OPENAI_MODEL: gpt-4o\n', 'openrouter'],
    ['services:\n  a:\n    environment:\n      OPENAI_MODEL: gpt-4o\n  b:\n    env_file: .env\n', 'openai'],
  ])('asks at the address there: %s', (text, host) =>
    expect(detect(text, 'a.yaml', { configValues }).references.map((one) => one.host)).toEqual([host]),
  );
});

describe('a model and an address among the variables of a program', () => {
  const forms: readonly (readonly [
    form: string,
    head: string,
    entry: (name: string, value: string) => string,
  ])[] = [
    ['a mapping', '    environment:\n', (name, value) => `      ${name}: ${value}\n`],
    ['a list', '    environment:\n', (name, value) => `      - ${name}=${value}\n`],
    ['records', '    env:\n', (name, value) => `      - name: ${name}\n        value: ${value}\n`],
  ];

  it.each(forms)('belong together in %s, whatever stems they have', (_form, head, entry) => {
    const one = entry('OPENAI_BASE_URL', 'https://api.groq.com/openai/v1');
    const settings = (name: string): string => `  a:\n${head}${one}${entry(name, 'mistralai/mistral-nemo')}`;
    const other = `  b:\n${head}${entry('AZURE_OPENAI_ENDPOINT', 'https://acme.openai.azure.com')}`;
    for (const name of ['CHAT_MODEL', 'SUMMARY_MODEL', 'MODEL_NAME'])
      expect(usesIn(`services:\n${settings(name)}${other}`, 'compose.yaml'), name).toEqual(['calls groq']);
  });
});

describe('a name far from the address that its text alone has', () => {
  const FAR = '\nif (string.IsNullOrEmpty(key)) return;\n' + '// what stands between\n'.repeat(120);
  const at = (head: string, path: string, name = 'llama-4-scout-17b-16e-instruct'): readonly string[] =>
    usesIn(`${head}${FAR}string DefaultModelId = "${name}";\n`, path);

  it.each([
    ['const string BaseUrl = "https://api.cerebras.ai";', 'Plugin.cs', 'calls cerebras'],
    ['const BASE_URL = "https://api.cerebras.ai";', 'plugin.ts', 'calls cerebras'],
    [
      'new("us", "https://api.acmevoice.com"), new("eu", "https://api.eu.acmevoice.com"),',
      'AcmevoicePlugin.cs',
      'calls api.acmevoice.com',
    ],
    ['const string BaseUrl = "https://api.acme.com";', 'Plugin.cs', 'loads self'],
    [
      'const string BaseUrl = "https://api.cerebras.ai";\nvar r = Download("x.gguf");',
      'Plugin.cs',
      'loads self',
    ],
    ['var a = "https://api.cerebras.ai";\nvar b = "https://api.groq.com";', 'Plugin.cs', 'loads self'],
    ['const string BaseUrl = "http://localhost:8080";', 'Plugin.cs', 'loads self'],
  ])('after %s in %s %s', (head, path, use) => {
    expect(at(head, path)).toEqual([use]);
  });
});

describe('a model that settings call the default', () => {
  it.each([
    'AGENT_LLM_API_BASE=https://maas.corp-models.com/v1\nAGENT_DEFAULT_MODEL=acme/thing-7b\n',
    'AGENT_API_BASE=https://maas.corp-models.com/v1\n\nAGENT_DEFAULT_MODEL=acme/thing-7b\n',
  ])('is called at the address of the same settings: %j', (text) => {
    expect(usesIn(text, '.env')).toEqual(['calls maas.corp-models.com']);
  });

  it('is not called at the address of other settings', () => {
    expect(
      usesIn('RERANK_API_BASE=https://maas.corp-models.com/v1\nAGENT_DEFAULT_MODEL=acme/thing-7b\n', '.env'),
    ).toEqual(['loads self']);
  });
});

describe('the name of a model at a provider that a user gives an address', () => {
  it.each([
    [
      'a.kt',
      'val m = LLModel(id = id ?: "gpt-4.1-mini", provider = CustomOpenAILLMClient.CustomOpenAI)',
      '-',
    ],
    ['a.yaml', 'provider: openai-compatible\nmodel: gpt-4.1-mini\n', '-'],
    ['a.json', '{ "provider": "custom", "model": "gpt-4.1-mini" }', '-'],
    ['a.json', '{ "a": { "provider": "custom" }, "b": { "model": "gpt-4.1-mini" } }', 'openai'],
  ])('in %s: %s is asked at %s', (path, text, host) => {
    expect(usesIn(text, path)).toEqual([`calls ${host}`]);
  });

  it('is none of weights', () => {
    expect(usesIn('provider: custom\nmodel: acme/thing-7b\n', 'a.yaml')).toEqual(['loads self']);
  });
});

describe('a name of OpenAI in a text that speaks of Azure too', () => {
  const settings = (given: Readonly<Record<string, string>>): string =>
    `const config = {\n${Object.entries({ ...given, OPENAI_MODEL: 'gpt-4o' })
      .map(([name, value]) => `  ${name}: process.env.${name} || '${value}',\n`)
      .join('')}};\n`;
  const KEYS = { OPENAI_API_KEY: '', AZURE_API_KEY: '' };

  it.each([
    [{ AZURE_ENDPOINT: '', ...KEYS }, 'calls openai'],
    [{ AZURE_ENDPOINT: '', AZURE_API_KEY: '' }, 'calls azure'],
    [{ AZURE_OPENAI_ENDPOINT: '', ...KEYS }, 'calls azure'],
    [{ OPENAI_API_KEY: '', PAPERLESS_API_URL: 'http://localhost:8000' }, 'calls openai'],
    [{ OPENAI_API_KEY: '', LITELLM_BASE_URL: 'http://localhost:4000' }, 'loads self'],
  ])('with the settings %j %s', (given, use) => {
    expect(usesIn(settings(given), 'a.js')).toEqual([use]);
  });

  it('is called by the client that its own function makes', () => {
    const ask = (type: string, name: string): string =>
      `async a(apiKey) {\n  const openai = new ${type}({ apiKey });\n` +
      `  return openai.chat.completions.create({ model: "${name}" });\n}\n`;
    const text = ask('OpenAI', 'gpt-4o-mini') + ask('AzureOpenAI', 'gpt-4o') + ask('OpenAI', 'gpt-4.1');
    expect(usesIn(text, 'a.js')).toEqual(['calls openai', 'calls azure', 'calls openai']);
  });

  it('is of OpenAI where a setting of the same name is of Azure', () => {
    const text = '$modelOpenAI = "gpt-4o"\n$modelAzureOpenAI = "gpt-4o"\n$azure = "AzureOpenAI"\n';
    expect(usesIn(text, 'Variables.ps1')).toEqual(['calls openai', 'calls azure']);
  });
});

describe('the default of a server of the project that speaks the protocol of a service', () => {
  const answers = (path: string, more = ''): string =>
    `${more}@app.post("${path}", response_model=None)\nasync def transcribe(\n    file: UploadFile,\n` +
    '    model: Annotated[str, Form(description="Model")] = "whisper-1",\n) -> Answer:\n    return run(file)\n';

  it.each([
    ['api.py', answers('/v1/audio/transcriptions'), 'mentions self'],
    ['api.py', answers('/v1/jobs'), 'calls openai'],
    ['api.py', answers('/v1/audio/transcriptions', 'client = OpenAI()\n'), 'calls openai'],
    [
      'api.js',
      "app.post('/v1/audio/transcriptions', (req, res) => {\n  const model = req.body.model || 'whisper-1';\n});\n",
      'mentions self',
    ],
  ])('in %s: %s %s', (path, text, use) => {
    expect(usesIn(text, path)).toEqual([use]);
  });
});

describe('the default of a function that counts tokens', () => {
  it.each([
    ['a.py', 'import tiktoken\ndef count_tokens(text: str, model: str = "gpt-4o") -> int:\n', 'lists openai'],
    [
      'a.js',
      'const t = require("tiktoken");\nasync function calculateTotalPromptTokens(a, model = env.M || "gpt-4o") {}\n',
      'lists openai',
    ],
    ['a.py', 'import tiktoken\ndef ask(text: str, model: str = "gpt-4o") -> int:\n', 'calls openai'],
    ['a.py', 'import openai\ndef count_tokens(text: str, model: str = "gpt-4o") -> int:\n', 'calls openai'],
  ])('in %s: %s %s', (path, text, use) => {
    expect(usesIn(text, path)).toEqual([use]);
  });
});

describe('an address that a program sets for all calls of a service', () => {
  const URL = 'https://api.groq.com/openai/v1';
  const RUBY = `RubyLLM.configure do |config|\n  config.openai_api_base = "${URL}"\nend\n`;
  const ASKED = 'm = registry.model(provider: "openai", model: "gpt-4o")\n';

  it.each([
    ['a.rb', `${RUBY}RubyLLM.chat(model: "gpt-4o", provider: :openai)\n`],
    ['a.rb', `${RUBY}RubyLLM.chat(model: "gpt-4o")\n`],
    [
      'a.py',
      `os.environ["OPENAI_BASE_URL"] = "${URL}"\nm = registry.model(model="gpt-4o", provider="openai")\n`,
    ],
    ['a.py', `os.environ["OPENAI_BASE_URL"] = "${URL}"\nOpenAI().chat.completions.create(model="gpt-4o")\n`],
    ['a.rb', `${RUBY}def ask\n  RubyLLM.chat(model: "gpt-4o")\nend\n`],
    ['a.rb', `ENV["OPENAI_BASE_URL"] = "${URL}"\ndef ask\n  RubyLLM.chat(model: "gpt-4o")\nend\n`],
    [
      'a.py',
      `def main():\n    os.environ["OPENAI_BASE_URL"] = "${URL}"\n\ndef ask():\n    OpenAI().chat.completions.create(model="gpt-4o")\n`,
    ],
    [
      'a.py',
      `openai.openai_api_base = "${URL}"\n\ndef ask():\n    return registry.model(model="gpt-4o", provider="openai")\n`,
    ],
    [
      'a.ts',
      `process.env.OPENAI_BASE_URL = "${URL}";\nfunction ask() {\n  open({ provider: "openai", model: "gpt-4o" });\n}\n`,
    ],
    ['a.rb', `config.openai_api_base = "${URL}"\n${ASKED}`],
    ['a.ts', `process.env.OPENAI_BASE_URL = "${URL}";\nopen({ provider: "openai", model: "gpt-4o" });\n`],
  ])('is where they go, in %s: %s', (path, text) => {
    expect(usesIn(text, path)).toEqual(['calls groq']);
  });

  it.each([
    ['behind the call', `${ASKED}config.openai_api_base = "${URL}"\n`],
    ['of another service', `config.anthropic_api_base = "${URL}"\n${ASKED}`],
    ['that is compared with', `same = config.openai_api_base == "${URL}"\n${ASKED}`],
    ['of its own', `config.openai_api_base = "https://api.openai.com/v1"\n${ASKED}`],
    [
      'for what another function asks',
      `def set(cfg)\n  cfg.openai_api_base = "${URL}"\nend\ndef ask\n  ${ASKED}end\n`,
    ],
    [
      'for what another asks, by its key',
      `def set(o)\n  o["openai_api_base"] = "${URL}"\nend\ndef ask\n  ${ASKED}end\n`,
    ],
  ])('is not where they go %s', (_, text) => {
    expect(usesIn(text, 'a.rb')).toEqual(['calls openai']);
  });

  it('loads what has weights where it is of the project', () => {
    const text = RUBY.replace(URL, 'http://localhost:8000/v1');
    const asked = `${text}RubyLLM.chat(model: "mistralai/Mistral-7B-v0.1", provider: :openai)\n`;
    expect(usesIn(asked, 'a.rb')).toEqual(['loads self']);
  });
});

describe('a folder of the machine beside the address of a service', () => {
  const usesOf = (path: string): readonly string[] => {
    const text =
      `CONFIG = {\n    "asr": {\n        "args": {"model_name_or_path": "${path}"},\n    },\n    "llm": {\n` +
      '        "base_url": "https://api.together.xyz/v1",\n        "model": "Qwen/Qwen2-72B-Instruct",\n    },\n}\n';
    const { references } = detectReferences(text, { path: 'bot.py', catalog: builtCatalog() });
    return references.map(({ role, host }) => `${role} ${host ?? '-'}`);
  };

  it.each(['/root/.bot/models/Qwen/Qwen3-8B', '/mnt/models/Qwen/Qwen3-8B'])('is loaded: %s', (path) => {
    expect(usesOf(path)).toEqual(['loads self', 'calls together']);
  });

  it.each(['Qwen/Qwen3-8B', '/api/models/Qwen/Qwen3-8B'])('is none, and may be asked for: %s', (path) => {
    expect(usesOf(path)).toEqual(['calls together', 'calls together']);
  });
});
