import { describe, expect, it } from 'vitest';
import { detectReferences } from '../../../../src/core/detect/detectReferences';
import { builtCatalog } from '../../../support/builtCatalog';
import { message, render } from '../../../../src/core/message';
import { detect } from '../marked';

/** Each name with the host that it is called at, or `null`; names that are not used are left out. */
const hosts = (text: string, path: string): readonly unknown[] =>
  detect(text, path)
    .references.filter(({ role }) => role !== 'mentions' && role !== 'lists')
    .map(({ text: name, role, host }) => [name, role, host]);

const LLAMA = 'meta-llama/Llama-3.1-8B-Instruct';

describe('a setting of the same stem', () => {
  it('says the provider', () => {
    expect(
      hosts(
        `class Options {\n  static final String RERANK_MODEL_NAME = "${LLAMA}";\n\n  static final String RERANK_MODEL_PROVIDER = "tongyi";\n}\n`,
        'Options.java',
      ),
    ).toEqual([[LLAMA, 'calls', 'alibaba']]);
  });

  it('says the address, in code and in nested settings', () => {
    expect(
      hosts(
        `class C {\n  const string DefaultHubModel = "${LLAMA}";\n\n  const string DefaultHubBaseUrl = "https://api.together.xyz/v1";\n}\n`,
        'C.cs',
      ),
    ).toEqual([[LLAMA, 'calls', 'together']]);
    expect(
      hosts(
        'app:\n  acme_url:\n    default: "https://api.stability.ai"\n  acme_engine:\n    default: "stable-diffusion-xl-1024-v1-0"\n',
        'config/settings.yml',
      ),
    ).toEqual([['stable-diffusion-xl-1024-v1-0', 'calls', 'stability']]);
  });

  it.each([
    'acme_model = ConfigItem("LLM", "Acme_Model", "gpt-4o")\nacme_base_url = ConfigItem("LLM", "Acme_Base", "https://api.together.xyz/v1")\n',
    'class S(BaseSettings):\n    acme_model: str = Field(default="gpt-4o")\n    acme_base_url: str = Field(default="https://api.together.xyz/v1")\n',
  ])('says the address in what declares settings: %j', (text) => {
    expect(
      hosts(
        `openai_model = "gpt-4o-mini"\nopenai_api_base = "https://api.openai.com/v1"\n\n${text}`,
        'a.py',
      ).at(-1),
    ).toEqual(['gpt-4o', 'calls', 'together']);
  });

  it('says nothing of another stem', () => {
    expect(
      hosts(
        `class Options {\n  static final String RERANK_MODEL_NAME = "${LLAMA}";\n\n  static final String CHAT_PROVIDER = "tongyi";\n}\n`,
        'Options.java',
      ),
    ).toEqual([[LLAMA, 'loads', 'self']]);
  });
});

describe('a section of a table of providers', () => {
  const table = (section: string): string =>
    `var models = map[v1.ModelProvider][]Info{\n  v1.ModelProviderOpenAI: { {Name: "gpt-4o"}, },\n` +
    `  v1.ModelProviderAnthropic: { {Name: "claude-3-opus-20240229"}, },\n  v1.ModelProviderGroq: { {Name: "llama-3.3-70b-versatile"}, },\n` +
    `  v1.ModelProvider${section}: { {Name: "gpt-4-turbo"}, },\n}\n`;

  it('is asked, whoever makes the model', () => {
    expect(hosts(table('AzureOpenAI'), 'a.go').at(-1)).toEqual(['gpt-4-turbo', 'calls', 'azure']);
  });

  it('is somebody whom nobody knows', () => {
    expect(hosts(table('ACMECore'), 'a.go').at(-1)).toEqual(['gpt-4-turbo', 'calls', null]);
  });

  it('is no provider by a word for a kind of model', () => {
    expect(hosts(table('Embeddings'), 'a.go').at(-1)).toEqual(['gpt-4-turbo', 'calls', 'openai']);
  });

  it('needs others that are known', () => {
    expect(hosts('const M = {\n  acmecore: { model: "qwen3-max" },\n};\n', 'a.ts')).toEqual([
      ['qwen3-max', 'calls', 'alibaba'],
    ]);
  });
});

describe('a record of a list of providers', () => {
  const list = (id: string, model: string, others = ['openai', 'elevenlabs', 'deepgram']): string =>
    `export const KINDS: Kind[] = [\n` +
    others.map((other) => `  { id: '${other}', label: 'x', fields: [{ key: 'api_key' }] },\n`).join('') +
    `  { id: '${id}', label: 'y', fields: [{ key: 'tts_model', default: '${model}' }] },\n];\n`;

  it('is asked for the defaults of its fields', () => {
    expect(hosts(list('groq', LLAMA), 'a.ts')).toEqual([[LLAMA, 'calls', 'groq']]);
    expect(hosts(list('acme', 'gpt-4o'), 'a.ts')).toEqual([['gpt-4o', 'calls', null]]);
  });

  it('is none among other records, nor where it is a server of its user', () => {
    expect(hosts(list('groq', LLAMA, ['red', 'green', 'blue']), 'a.ts')).toEqual([[LLAMA, 'loads', 'self']]);
    expect(hosts(list('ollama', LLAMA), 'a.ts')).toEqual([[LLAMA, 'loads', 'self']]);
  });
});

describe('an entry of a mapping from providers to models', () => {
  const KNOWN = ['"anthropic": "claude-haiku-4-5"', '"google": "gemini-3-flash"', '"openai": "gpt-4o"'];
  const entry = (key: string, known: readonly string[] = KNOWN): string =>
    `{ ${[...known, `"${key}": "gpt-4o-mini"`].join(', ')} }`;
  const last = (text: string, path = 'a.py'): unknown => hosts(text, path).at(-1);

  it.each([
    ['a.py', `MODELS = ${entry('acme')}\n`],
    ['a.go', `var m = map[string]string${entry('acme')}\n`],
    ['a.json', entry('acme')],
    ['a.rb', `M = ${entry('acme').replaceAll(':', ' =>')}\n`],
  ])('is asked of a provider that nobody knows, in %s: %s', (path, text) => {
    expect(last(text, path)).toEqual(['gpt-4o-mini', 'calls', null]);
  });

  it.each(['openai', 'default', 'gpt', 'gpt-small'])('is not where its key is %s', (key) => {
    expect(last(`MODELS = ${entry(key)}\n`)).toEqual(['gpt-4o-mini', 'calls', 'openai']);
  });

  it('is not where fewer providers are beside it', () => {
    expect(last(`MODELS = ${entry('acme', KNOWN.slice(1))}\n`)).toEqual(['gpt-4o-mini', 'calls', 'openai']);
  });
});

describe('a provider that a call chooses', () => {
  it('is asked by the function, and by the text', () => {
    expect(
      hosts(
        `class S {\n  void init() {\n    var m = create("${LLAMA}");\n    m.setModel("${LLAMA}");\n    m.setProvider("Tongyi");\n  }\n}\n`,
        'S.java',
      ),
    ).toContainEqual([LLAMA, 'calls', 'alibaba']);
    expect(
      hosts(
        `<?php\n$so = new Output(LLMProvider::using('cerebras'));\n$so->with(\n  messages: "x",\n  model: '${LLAMA}',\n)->get();\n`,
        'a.php',
      ),
    ).toEqual([[LLAMA, 'calls', 'cerebras']]);
  });

  it('is not one of two', () => {
    expect(
      hosts(
        `<?php\n$a = LLMProvider::using('cerebras');\n$b = LLMProvider::using('groq');\n$so->with(\n  model: '${LLAMA}',\n);\n`,
        'a.php',
      ),
    ).toEqual([[LLAMA, 'loads', 'self']]);
  });

  it('is the argument before the name', () => {
    expect(hosts(`<?php\nPrism::text()->using('groq', '${LLAMA}')->asText();\n`, 'a.php')).toEqual([
      [LLAMA, 'calls', 'groq'],
    ]);
  });
});

describe('the class or file around', () => {
  it('says the service', () => {
    expect(
      hosts(`public class DashScopeOptions {\n\n  private String model = "${LLAMA}";\n}\n`, 'A.java'),
    ).toEqual([[LLAMA, 'calls', 'alibaba']]);
    expect(
      hosts(
        `class TogetherClient:\n    def __init__(self, model: str = "${LLAMA}"):\n        self.model = model\n`,
        'a.py',
      ),
    ).toEqual([[LLAMA, 'calls', 'together']]);
    expect(hosts(`DEFAULT_MODEL = "${LLAMA}"\n`, 'providers/together.py')).toEqual([
      [LLAMA, 'calls', 'together'],
    ]);
  });

  it('says nothing by the name of a maker, nor where the text loads', () => {
    const mistral = 'mistralai/Mistral-7B-Instruct-v0.2';
    expect(
      hosts(
        `class MistralRunner:\n    def __init__(self, model: str = "${mistral}"):\n        self.model = model\n`,
        'a.py',
      ),
    ).toEqual([[mistral, 'loads', 'self']]);
    expect(hosts(`import torch\nDEFAULT_MODEL = "${LLAMA}"\n`, 'providers/together.py')).toEqual([
      [LLAMA, 'loads', 'self'],
    ]);
  });

  it('ends with the class', () => {
    expect(hosts(`class TogetherClient:\n    pass\n\nDEFAULT_MODEL = "${LLAMA}"\n`, 'a.py')).toEqual([
      [LLAMA, 'loads', 'self'],
    ]);
  });
});

describe('requests of a text', () => {
  const script = (address: string): string =>
    `const model = "${LLAMA}";\n\nfunction invoke(params) {\n  const body = { model: model };\n${'  step(params);\n'.repeat(3)}  return http.post("${address}", body);\n}\n`;

  it('say the service, also of a script in a string', () => {
    expect(hosts(script('https://api.together.xyz/v1/images'), 'a.js')).toEqual([
      [LLAMA, 'calls', 'together'],
    ]);
    expect(
      hosts(`X = { script: <<~SCRIPT }\n${script('https://api.together.xyz/v1/images')}SCRIPT\n`, 'a.rb'),
    ).toEqual([[LLAMA, 'calls', 'together']]);
  });

  it('say nothing where nobody knows the address', () => {
    expect(hosts(script('https://api.acme.example/v1/things'), 'a.js')).not.toContainEqual([
      LLAMA,
      'calls',
      'together',
    ]);
  });

  it('go to the Hub by the addresses of its inference', () => {
    expect(hosts('curl https://api-inference.huggingface.co/models/google/gemma-7b -d x\n', 'a.sh')).toEqual([
      ['google/gemma-7b', 'calls', 'huggingface'],
    ]);
  });
});

describe('an address of inference of the Hub that a name is put into', () => {
  const asks = (address: string, rest = ''): string =>
    `class Images:\n    def __init__(self, *, session=None, model: str = "${LLAMA}"):\n        self._model = model\n${rest}\n` +
    `    async def run(self):\n        return await self.session.post(${address}, json={})\n`;

  it.each([
    ['f"https://api-inference.huggingface.co/models/{self._model}"'],
    ['"https://router.huggingface.co/hf-inference/models/" + self.model'],
  ])('says who is asked: %s', (address) => {
    expect(hosts(asks(address), 'a.py')).toEqual([[LLAMA, 'calls', 'huggingface']]);
  });

  it.each([
    ['of another variable', asks('f"https://api-inference.huggingface.co/models/{self.other}"')],
    [
      'where something else of the class gets the name, too',
      asks(
        'f"https://api-inference.huggingface.co/models/{self._model}"',
        '        self.own = run_local(self._model)\n',
      ),
    ],
    [
      'of another class',
      `${asks('f"https://api-inference.huggingface.co/models/{self._model}"').replace(/: str = "[^"]*"/, '')}\n\n` +
        `class Own:\n    def __init__(self, model="${LLAMA}"):\n        self.model = model\n`,
    ],
    ['of the Hub itself', asks('f"https://huggingface.co/{self._model}/resolve/main/config.json"')],
    [
      'in a text that gets weights',
      asks(
        'f"https://api-inference.huggingface.co/models/{self._model}"',
        '        self.local = AutoModel.from_pretrained(model)\n',
      ),
    ],
  ])('says nothing %s', (_, text) => {
    expect(hosts(text, 'a.py')).not.toContainEqual([LLAMA, 'calls', 'huggingface']);
  });
});

describe("a class of a server of one's own", () => {
  const hostsIn = (text: string, path: string): readonly unknown[] =>
    detectReferences(text, { path, catalog: builtCatalog() })
      .references.filter(({ role }) => role !== 'mentions')
      .map(({ text: name, role, host }) => [name, role, host]);
  const edit = (name: string): string =>
    `class ${name}(Base):\n    def __init__(self, base_url):\n        self.base_url = base_url\n\n    def edit(self, image, model: str = "gpt-4o"):\n        return self.post(image, model)\n`;

  it('is asked by whatever name, in a file that is called by it too', () => {
    expect(hostsIn(edit('VllmImageProvider'), 'providers/vllm.py')).toEqual([]);
    expect(hostsIn(edit('VllmImageProvider'), 'providers/images.py')).toEqual([
      ['gpt-4o', 'calls', 'openai'],
    ]);
    expect(hostsIn(edit('OpenAiImageProvider'), 'providers/vllm.py')).toEqual([
      ['gpt-4o', 'calls', 'openai'],
    ]);
  });

  it('is not where the text speaks of another service', () => {
    expect(
      hostsIn(`URL = "https://api.openai.com/v1"\n\n${edit('VllmImageProvider')}`, 'providers/vllm.py'),
    ).toEqual([['gpt-4o', 'calls', 'openai']]);
  });
});

describe('a file of weights in the client of a server', () => {
  const name = 'acme/Meta-Llama-3.1-70B-Instruct-GGUF/Meta-Llama-3.1-70B-Instruct-IQ2_M.gguf';
  const why = (text: string, path: string): readonly string[] =>
    detect(text, path).references.map((reference) => render(reference.why[0] ?? message('')));
  const python = (client: string): string =>
    `class LMStudioLLM:\n    def __init__(self, config):\n        self.model = "${name}"\n        ${client}\n`;

  it('is asked for there', () => {
    expect(
      why(python('self.client = OpenAI(base_url=config.lmstudio_base_url)'), 'llms/lmstudio.py'),
    ).toEqual(['a server of this project is asked']);
    expect(
      why(
        `const DEFAULT_MODEL = "${name}";\nclass LMStudioLLM {\n  c = new OpenAI({ baseURL: config.baseURL });\n}\n`,
        'llms/lmstudio.ts',
      ),
    ).toEqual(['a server of this project is asked']);
  });

  it('is loaded where a program reads it', () => {
    expect(why(python('self.llm = llama_cpp.Llama(self.model, base_url="")'), 'llms/lmstudio.py')).toEqual([
      'it is a name of local',
    ]);
  });
});

describe('a request at an address that begins with a variable', () => {
  const script = (request: string): string => `const model = process.env.MODEL ?? "${LLAMA}";\n${request}\n`;

  it.each([
    ['a.ts', 'await fetch(`${base}/chat/completions`, { body });'],
    ['a.js', 'await fetch(base + "/v1/chat/completions", { body });'],
  ])('in %s says that nobody knows who is asked: %s', (path, request) => {
    expect(hosts(script(request), path)).toEqual([[LLAMA, 'calls', null]]);
  });

  it('says nothing beside what gets weights', () => {
    expect(hosts(script('await fetch(`${base}/embeddings`); await pipeline("x");'), 'a.ts')).toEqual([
      [LLAMA, 'loads', 'self'],
    ]);
    expect(hosts(script('await fetch(`${base}/models`);'), 'a.ts')).toEqual([[LLAMA, 'loads', 'self']]);
  });
});

describe('a section of a table that is called by a model', () => {
  it('is no provider', () => {
    const sections = ['OpenAI', 'Groq', 'Mistral']
      .map((name) => `    "${name}": {"model_name": "x"},\n`)
      .join('');
    const text = `MODELS = {\n${sections}    "Llama-2-7B": {\n        "repo_id": "acme/thing-7b",\n    },\n}\n`;
    expect(hosts(text, 'a.py')).toEqual([['acme/thing-7b', 'loads', 'self']]);
  });
});

describe('a class of a service', () => {
  const hostsIn = (text: string, path: string): readonly unknown[] =>
    detect(text, path).references.map(({ host }) => host);

  it('whose clients get one address asks there', () => {
    const python =
      'class OpenChat(Chat):\n    base_url = "https://api.openai.com/v1"\n\n    model = "gpt-4o"\n\n' +
      'class RouterChat(Chat):\n    base_url = "https://openrouter.ai/api/v1"\n\n    def run(self):\n        m = "gpt-4o-mini"\n';
    expect(hostsIn(python, 'a.py')).toEqual(['openai', 'openrouter']);
    const script = (rest: string): string =>
      `class RouterChat extends Chat {\n  baseUrl = 'https://openrouter.ai/api/v1';\n${rest}  defaultModel = 'gpt-4o';\n}\n`;
    expect(hostsIn(script(''), 'a.ts')).toEqual(['openrouter']);
    expect(hostsIn(script("  other = { baseUrl: 'https://api.acme.dev/v1' };\n"), 'a.ts')).toEqual([
      'openai',
    ]);
    expect(hostsIn(script('').replace('openrouter.ai', 'api.deepseek.com'), 'a.ts')).toEqual(['openai']);
  });

  it.each([
    ['AzureClient', 'azure', 'anthropic'],
    ['OpenRouterChatProvider', 'openrouter', 'openrouter'],
    ['GroqChat', 'groq', 'anthropic'],
    ['VertexChat', 'openai', 'vertex'],
    // Neither of them sells the models of the other.
    ['OpenAIChat', 'openai', 'anthropic'],
    ['AnthropicChat', 'openai', 'anthropic'],
    ['DeepSeekChat', 'openai', 'anthropic'],
    ['OllamaChat', 'openai', 'anthropic'],
    ['AzureSearchClient', 'openai', 'anthropic'],
    ['GitHubService', 'openai', 'anthropic'],
  ])('that is called after it asks there for what it sells: %s', (name, ...asked) => {
    const models = "  model = 'gpt-4o';\n  small = 'claude-haiku-4-5';\n";
    expect(hostsIn(`export class ${name} extends A {\n${models}}\n`, 'a.ts')).toEqual(asked);
  });
});

describe('a record that a class of a service makes', () => {
  const asks = (head: string, made: string): string =>
    `${head}\n\nclass RouterChat:\n    def __init__(self, key: str, base_url: str = "https://openrouter.ai/api/v1"):\n` +
    `        self.base_url = base_url\n        self.models = {"small": ${made}}\n`;
  const RECORD =
    'from dataclasses import dataclass\n\n@dataclass\nclass Config:\n    name: str\n    size: int = 0';

  it.each([
    [asks(RECORD, 'Config("gpt-4o", size=800)')],
    [asks(RECORD, 'Config(name="gpt-4o")')],
    [asks('class Config(NamedTuple):\n    name: str', 'Config("gpt-4o")')],
  ])('holds what is asked for at its address', (text) => {
    expect(hosts(text, 'a.py')).toContainEqual(['gpt-4o', 'calls', 'openrouter']);
  });

  it.each([
    [asks('class Config:\n    name: str', 'Config("gpt-4o")')],
    [asks(`${RECORD}\n\n    def run(self):\n        return ask(self.name)`, 'Config("gpt-4o")')],
    [asks('from acme import Config', 'Config("gpt-4o")')],
    [asks(`${RECORD}\n    host: str = ""`, 'Config("gpt-4o", 3, "openai")')],
  ])('may ask somebody itself where it is more than a record', (text) => {
    expect(hosts(text, 'a.py')).not.toContainEqual(['gpt-4o', 'calls', 'openrouter']);
  });
});

describe('a class of a cloud', () => {
  const classOf = (name: string, key: string): string =>
    `class ${name}(Compatible):\n    def __init__(self, ${key}="gpt-4.1-mini", **given):\n` +
    `        self.name = ${key}.replace("azure/", "") if ${key}.startswith("azure/") else ${key}\n` +
    '        endpoint = given.get("base_url", os.getenv("AZURE_OPENAI_ENDPOINT"))\n' +
    '        self.own = AsyncAzureOpenAI(azure_endpoint=endpoint)\n' +
    '        self.other = AsyncOpenAI(base_url=given["other_url"])\n';

  it('asks there for its own model, whatever clients it makes beside', () => {
    const host = (name: string, key: string): unknown => hosts(classOf(name, key), 'llm.py')[0];
    const at = (service: string): unknown => ['gpt-4.1-mini', 'calls', service];
    expect(host('AzureLLM', 'model')).toEqual(at('azure'));
    expect(host('RouterLLM', 'model')).toEqual(at('openai'));
    expect(host('AzureLLM', 'fallback_model')).toEqual(at('openai'));
  });

  it.each([
    ['A.java', 'public class AzureChat extends OpenAiCompatible {\n  AzureChat() { this("gpt-4o"); }\n}\n'],
    ['a.ts', 'export class AzureChat extends OpenAiCompatible {\n  constructor() { super("gpt-4o"); }\n}\n'],
    ['a.py', 'class AzureChat(Compatible):\n    def __init__(self):\n        super().__init__("gpt-4o")\n'],
  ])('gives the model to the constructor that it is made from, in %s', (path, text) => {
    expect(hosts(text, path)).toEqual([['gpt-4o', 'calls', 'azure']]);
    expect(hosts(text.replaceAll('AzureChat', 'AzureSearchClient'), path)).toEqual([
      ['gpt-4o', 'calls', 'openai'],
    ]);
  });
});

describe('a class that says what it is called', () => {
  it.each([
    [
      'connector/router.php',
      '<?php\nclass connector\n{\n  function __construct() {\n    $this->name="openrouter";\n  }\n' +
        "  function ask() {\n    $d = array('model' => isset($m) ? $m : 'gpt-4o');\n  }\n}\n",
    ],
    [
      'a.py',
      'class Connector:\n    provider_id = "openrouter"\n\n    def ask(self):\n        self.model = "gpt-4o"\n',
    ],
    ['a.ts', "class Connector {\n  readonly id = 'openrouter';\n  private model = 'gpt-4o';\n}\n"],
    [
      'a.rb',
      'class Connector\n  def initialize\n    @name = "openrouter"\n    @model = "gpt-4o"\n  end\nend\n',
    ],
  ])('asks the service of that name, in %s', (path, text) => {
    expect(hosts(text, path)).toEqual([['gpt-4o', 'calls', 'openrouter']]);
  });

  it('asks whom the name is of where it says another word', () => {
    expect(hosts("class Connector {\n  id = 'acme';\n  private model = 'gpt-4o';\n}\n", 'a.ts')).toEqual([
      ['gpt-4o', 'calls', 'openai'],
    ]);
  });
});

describe('a provider that is set by a call', () => {
  it('is asked for the model that the next call sets', () => {
    const text = 'llm, _ := gollm.NewLLM(gollm.SetProvider("openrouter"), gollm.SetModel("gpt-4o-mini"))\n';
    expect(detect(text, 'a.go').references.map(({ host }) => host)).toEqual(['openrouter']);
    const other = text.replace('gollm.SetModel', 'gollm.SetKey("a"), gollm.SetModel');
    expect(detect(other, 'a.go').references.map(({ host }) => host)).toEqual(['openai']);
  });
});

describe('a setting beside that of its provider', () => {
  it('is asked for there', () => {
    const text =
      'class Settings:\n    llm_provider: str = "openrouter"\n    llm_model: str = "gpt-4o-mini"\n' +
      '    embedding_provider: str = "azure"\n    embedding_model: str = "text-embedding-3-small"\n';
    expect(detect(text, 'a.py').references.map(({ host }) => host)).toEqual(['openrouter', 'azure']);
  });
});

describe('the one service that requests go to', () => {
  const hostOf = (rest: string, base = 'https://openrouter.ai/api/v1'): unknown =>
    detect(
      `const BASE_URL = '${base}';\n\nconst DEFAULT_MODEL = 'gpt-4o-mini';\n\n` +
        `async function chat(model = DEFAULT_MODEL) {\n  return fetch(\`\${BASE_URL}/chat/completions\`, { body: model });\n}\n${rest}`,
      'a.ts',
    ).references[0]?.host;

  it("has a service's name where it sells it and nobody else is spoken of", () => {
    expect(hostOf('')).toBe('openrouter');
    expect(hostOf('', 'https://api.deepseek.com/v1')).toBe('openai');
    for (const rest of ['get(process.env.MISTRAL_API_KEY);\n', 'make({ provider: "groq" });\n'])
      expect(hostOf(rest)).toBe('openai');
  });
});
