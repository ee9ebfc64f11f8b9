import { describe, expect, it } from 'vitest';
import {
  addressesIn,
  chosenIn,
  hostOfWords,
  isRequestPath,
  providersIn,
  requestsIn,
  secretsIn,
  serversIn,
  unwrittenIn,
} from '../../../src/core/detect/beside';
import { hostsOf } from '../../../src/core/detect/host';
import { CATALOG } from './marked';

const hosts = hostsOf(CATALOG);
const noConstants = (): undefined => undefined;
const hostsIn = (found: readonly { readonly host: string }[]): readonly string[] =>
  found.map(({ host }) => host);

describe('addressesIn', () => {
  it.each([
    ['base_url="https://api.groq.com/openai/v1"', ['groq']],
    ["baseURL: 'http://localhost:11434/v1'", ['self']],
    ['OPENAI_API_BASE=https://api.moonshot.ai/v1', ['moonshot']],
    ['endpoint: llm.acme.ai', ['llm.acme.ai']],
    ['host: "api.platform.preferredai.jp"', ['preferred-networks']],
    ['host: "www.acme.jp"', []],
    ['base-url: ${LLM:https://api.deepseek.com}', ['deepseek']],
    ['APP_RANKING_SERVERURL: http://ranking:8000', ['self']],
    ['APP_BASE_URL: http://backend:8000', []],
    ['LLM_URL: ${LLM_URL-"llm:8000"}', ['self']],
    ['LLM_URL: ${LLM:-api.groq.com/openai/v1}', ['groq']],
    ['LLM_URL: "${LLM_URL:-llm:8000/v1}"', ['self']],
    ['DATABASE_URL: ${DATABASE_URL:-db:5432}', []],
    ['LLM_URL: ${LLM_URL:-true}', []],
    ['API_URL: api:8000', []],
    ['API_URL: ${API_URL:-api:8000}', []],
    ['SERVER_HOST: web:3000', []],
    ['MODEL_REGISTRY_URL: ${R:-registry:5000}', []],
    ['LLM_CACHE_HOST: ${LLM_CACHE_HOST:-cache:8081}', []],
    ['APP_CHAT_URL=http://localhost:3000/chat', []],
    ['MODEL_URL: vllm:8000', ['self']],
    ['logo_url = "https://api.groq.com/logo.png"', []],
    ['DATABASE_URL=postgres://localhost:5432/db', []],
    ['EXPORTER_ENDPOINT: http://otel-collector:4317', []],
    ['VECTORS_URL: http://milvus:19530', []],
    ['LLM_URL: http://vectors:8000/v1', ['self']],
    ['self.base_url = "https://api.groq.com/openai/v1"', ['groq']],
    ['self.url = "https://llm.acme.ai/v1/chat/completions"', ['llm.acme.ai']],
    ['SELF_URL = "https://llm.acme.ai"', []],
    ['self.url = "http://localhost:8000"', []],
    ['self.base_url = "https://backend.acme.ai"', []],
    ['self.llm_url = "http://localhost:8000"', ['self']],
    ['self.url = "http://localhost:11434/api/chat"', ['self']],
    ['self.logo_url = "https://api.groq.com/logo.png"', []],
    ['url = None', []],
    ['TEST_AUDIO_URL=https://github.com/acme/thing/raw/main/a.wav', []],
    ['pip_url="https://pypi.org/simple/"', []],
    ['extra_index_url="https://packages.acme.test/simple/"', []],
    ['registry_url="https://registry.npmjs.org"', []],
  ])('%s', (text, expected) => {
    expect(hostsIn(addressesIn(text, hosts, noConstants))).toEqual(expected);
  });

  it.each([
    ['website_url = "https://api.groq.com"'],
    ['z.string().url().default("https://api.groq.com")'],
    ['url = "https://huggingface.co/acme/thing"'],
    ['base_url=BASE, other="https://api.groq.com"'],
    ['base_url=\nX\nY="https://api.groq.com"'],
    ['url="0.0.0.0"'],
  ])('none in %j', (text) => expect(addressesIn(text, hosts, noConstants)).toEqual([]));

  it.each([
    ['logo_url(x); base_url = "https://api.groq.com/v1", model', 'base_url = "https://api.groq.com/v1'],
    ['x --base-url https://api.groq.com/v1', 'base-url https://api.groq.com/v1'],
    ['x --base-url "https://api.groq.com/v1"', 'base-url "https://api.groq.com/v1'],
    ['a.api_base=\n  "https://api.groq.com/v1"\n', 'a.api_base=\n  "https://api.groq.com/v1'],
    ['base_url: api.groq.com/v1', 'base_url: api.groq.com/v1'],
    ["{ baseURL: process.env.GROQ_BASE_URL, x: '1' }", 'baseURL: process.env.GROQ_BASE_URL'],
  ])('from the key to the end of the address: %j', (text, whole) => {
    const found = addressesIn(text, hosts, noConstants);
    expect(found.map(({ host, at, end }) => [host, text.slice(at, end)])).toEqual([['groq', whole]]);
    expect(whole.endsWith(found[0]?.said ?? '?')).toBe(true);
  });

  it('asks the hub only where it answers', () => {
    const at = (address: string) => hostsIn(addressesIn(`base_url="${address}"`, hosts, noConstants));
    expect(at('https://router.huggingface.co/v1')).toEqual(['huggingface']);
    expect(at('https://huggingface.co/v1')).toEqual([]);
  });

  it('reads a constant of one or two letters', () => {
    const constant = (name: string) =>
      name === 'GW' || name === 'u' ? 'https://api.groq.com/v1' : undefined;
    const at = (text: string) => hostsIn(addressesIn(text, hosts, constant));
    expect(at('client = OpenAI(base_url=GW)')).toEqual(['groq']);
    expect(at('new OpenAI({ baseURL: u })')).toEqual(['groq']);
    expect(at('client = OpenAI(base_url=v)')).toEqual([]);
  });

  it('reads a constant in place of an address, and where both stand', () => {
    const text = 'client = OpenAI(base_url=GROQ)';
    const [found] = addressesIn(text, hosts, (name) =>
      name === 'GROQ' ? 'https://api.groq.com/openai/v1' : undefined,
    );
    expect(found).toMatchObject({ host: 'groq', kind: 'address', at: text.indexOf('base_url') });
    expect(text.slice(0, found?.end)).toBe('client = OpenAI(base_url=GROQ');
  });
});

describe('what else speaks of a host', () => {
  it('may stand as the default of a field', () => {
    const field = (rest: string): string => `class S(Base):\n    llm_provider: str = Field(${rest})\n`;
    expect(hostsIn(providersIn(field('default="groq"'), hosts))).toEqual(['groq']);
    expect(hostsIn(providersIn(field('"llm_provider", default="groq", help="x"'), hosts))).toEqual(['groq']);
    expect(hostsIn(providersIn(field('description="groq"'), hosts))).toEqual([]);
  });

  it('reads providers under keys for them and as members', () => {
    const text = 'x = Provider.Mistral\nprovider: groq\ncolor: groq\n';
    const found = providersIn(text, hosts).map(({ said, at, end }) => [said, text.slice(at, end)]);
    expect(found).toEqual([
      ['Mistral', 'Provider.Mistral'],
      ['groq', 'provider: groq'],
    ]);
  });

  it('reads keys of services, and no tokens of registries that weights come from', () => {
    expect(hostsIn(secretsIn('GROQ_API_KEY=x HF_TOKEN=y DEEPSEEK_API_KEY', hosts))).toEqual([
      'groq',
      'deepseek',
    ]);
  });

  it('reads programs and images that serve weights', () => {
    expect(serversIn('image: vllm/vllm-openai:v0.6\n$ llama-server -m x').map(({ host }) => host)).toEqual([
      'self',
      'self',
    ]);
    expect(serversIn('image: redis:7')).toEqual([]);
    const said = (text: string): readonly string[] => serversIn(text).map((one) => one.said);
    expect(said(`image: "vllm/vllm-openai:v0.6"`)).toEqual(['image: vllm/vllm-openai:v0.6']);
    expect(said('max-model-len: 8')).toEqual(['max-model-len']);
  });

  it('reads addresses that models are asked at, whatever they stand under', () => {
    const text = 'curl https://api.groq.com/openai/v1/chat/completions # see https://groq.com/blog';
    expect(hostsIn(requestsIn(text, hosts, () => undefined))).toEqual(['groq']);
  });

  it('reads them in their order, put together or not', () => {
    const text = 'post(BASE + "/chat/completions")\npost("https://api.mistral.ai/v1/chat/completions")\n';
    expect(hostsIn(requestsIn(text, hosts, () => 'https://api.groq.com'))).toEqual(['groq', 'mistral']);
  });

  it.each([
    ['fetch(`${BASE}/chat/completions`)'],
    ['post("$BASE/chat/completions")'],
    ['httpx.post(f"{BASE}/chat/completions")'],
    ['HTTParty.post("#{BASE}/chat/completions")'],
    ['URL(string: "\\(BASE)/chat/completions")'],
    ['fetch(Config.BASE + "/chat/completions")'],
    ["Http::post(BASE . '/chat/completions')"],
    ['fetch(`${this.settings?.of.BASE}/chat/completions`)'],
    ['post("{$this->urls::BASE}/chat/completions")'],
    ['send("$config->BASE/chat/completions")'],
    ['send(base_url, BASE <>   "/chat/completions")'],
    ['http.post(BASE .. "/chat/completions", body)'],
    ['Req.post!("#{@BASE}/chat/completions")'],
    ['request(paste0(BASE, "/chat/completions"))'],
    ['(http/post (str BASE "/chat/completions"))'],
    ['requests.post(urljoin(BASE, "chat/completions"))'],
    ['fetch([BASE, "chat/completions"].join("/"))'],
    ['fetch(BASE.concat("/chat/completions"))'],
    ['requests.post("%s/chat/completions" % BASE)'],
    ['requests.post("{}/chat/completions".format(BASE))'],
    ['http.Post(fmt.Sprintf("%s/chat/completions", BASE))'],
    ['client.post(format!("{}/chat/completions", BASE))'],
    ['fetch(new URL("/chat/completions", BASE))'],
  ])('reads an address that is put together from a constant: %s', (text) => {
    const constant = (name: string): string | undefined =>
      name === 'BASE' ? 'https://api.groq.com/openai/v1/' : undefined;
    expect(requestsIn(text, hosts, constant).map(({ said }) => said)).toEqual([
      'https://api.groq.com/openai/v1/chat/completions',
    ]);
    expect(requestsIn(text, hosts, () => undefined)).toEqual([]);
    expect(requestsIn(text.replace('chat/completions', 'about.html'), hosts, constant)).toEqual([]);
  });

  it.each([['{account}'], ['${process.env.ACCOUNT}'], ["#{ENV['ACCOUNT']}"], ['\\(account)']])(
    'reads a path behind what is filled in: %s',
    (hole) => {
      const text = `post("https://gateway.ai.cloudflare.com/v1/${hole}/prod/groq/chat/completions")`;
      expect(hostsIn(requestsIn(text, hosts, () => undefined))).toEqual(['groq']);
    },
  );
});

describe('hostOfWords', () => {
  it.each([
    ['GROQ_BASE_URL', 'groq'],
    ['LM_STUDIO_HOST', 'self'],
    ['azureOpenAiEndpoint', 'azure'],
    ['DEFAULT_GROQ_MODEL', 'groq'],
    ['fallbackGroqModel', 'groq'],
    ['groq', undefined],
    ['BASE_URL', undefined],
    ['DEFAULT_MODEL', undefined],
  ])('%s', (name, host) => {
    expect(hostOfWords(name, hosts)).toBe(host);
  });
});

describe('isRequestPath', () => {
  it.each([
    ['https://x.ai/v1/messages', true],
    ['http://localhost:11434/api/chat', true],
    ['https://x.ai/blog/post', false],
  ])('%s', (address, is) => {
    expect(isRequestPath(address)).toBe(is);
  });
});

describe('keys of services', () => {
  it.each([
    ['GROQ_API_KEY', ['groq']],
    ['GROQ_KEY', ['groq']],
    ['GROQ_TOKEN', ['groq']],
    ['GROQ_API_TOKEN', ['groq']],
    ['MISTRAL_AI_API_KEY', ['mistral']],
    ['AZURE_OPENAI_API_KEY', ['azure']],
    ['groq_api_key', []],
    ['GROQ_APIKEYS', []],
    ['GROQ_SECRET', []],
    ['MY_GROQ_API_KEY', []],
    ['API_KEY', []],
    // Where weights are downloaded from, and what serves them here.
    ['HF_TOKEN', []],
    ['HUGGINGFACE_API_KEY', []],
    ['HUGGING_FACE_HUB_TOKEN', []],
    ['NGC_API_KEY', []],
    ['MODELSCOPE_API_TOKEN', []],
    ['OLLAMA_API_KEY', []],
  ])('%s: %j', (text, found) => expect(hostsIn(secretsIn(text, hosts))).toEqual(found));
});

describe('a provider that a call chooses', () => {
  it.each([
    ["LLMProvider::using('groq')", ['groq']],
    ['model.setProvider("Mistral")', ['mistral']],
    ['set_provider_name(`groq`, x)', ['groq']],
    ['Provider.create("groq")', ['groq']],
    ['->using(:groq)', ['groq']],
    ['using("unheard-of")', []],
    ['use("groq")', []],
    ['provider("groq-" + x)', []],
  ])('%s: %j', (text, found) => expect(hostsIn(chosenIn(text, hosts))).toEqual(found));
});

describe('a provider under a key', () => {
  it.each([
    ['llm_provider = "groq"', ['groq']],
    ['provider_name: groq', ['groq']],
    ['"backend": "mistral"', ['mistral']],
    ['api_type="azure"', ['azure']],
    ['npm: "@ai-sdk/groq"', ['groq']],
    ['client = GroqClient', ['groq']],
    ['embedder_type: OpenAIEmbedding', ['openai']],
    // Nodes of n8n and Flowise: what is made stands before the provider, or in the middle.
    ['"type": "@n8n/n8n-nodes-langchain.lmChatOpenRouter"', ['openrouter']],
    ['"type": "@n8n/n8n-nodes-langchain.lmChatGoogleVertex"', ['vertex']],
    ['"type": "@n8n/n8n-nodes-langchain.embeddingsCohere"', ['cohere']],
    ['"type": "azureChatOpenAI"', ['azure']],
    ['"type": "lmStudio"', ['self']],
    ['"type": "@acme/nodes.openRouterCredits"', []],
    ['provider: com.acme.Groq', ['groq']],
    // The id of a provider decides, whatever people call it.
    ['{ provider: "OpenAI", providerId: "google" }', ['google']],
    ['provider_id: groq\nmodel: x\nprovider_name: OpenAI\n', ['groq']],
    ['[{ provider: "OpenAI" }, { providerId: "google" }]', ['openai', 'google']],
    // Plugins of Dify.
    ['provider: langgenius/jina/jina', ['jina']],
    ['embedding_provider_name: langgenius/gemini/google', ['google']],
    ['provider: registry.acme.io/acme/groq', []],
    ['provider: a/b/c/groq', []],
    ['Backend->Groq', ['groq']],
    ['provider: groq/llama', []],
    ['myprovider2: groq', []],
    ['color: groq', []],
  ])('%s: %j', (text, found) => expect(hostsIn(providersIn(text, hosts))).toEqual(found));
});

describe('an address that a text leaves open', () => {
  const open = (text: string): readonly string[] => unwrittenIn(text).map(({ said }) => said);
  it.each([
    'https://${HOST}/v1/chat',
    'https://{region}.llm.acme.ai/openai/x',
    'https://%s/api/generate',
    'https://{{ host }}/v1/completions',
    'https://api.example.com/v1/chat',
    'https://your-endpoint.acme.net/v1/x',
  ])('is %s', (address) => expect(open(`x = "${address}"`)).toEqual([address]));

  it.each([
    'http://${HOST}/v1/chat',
    'https://${HOST}/docs/start',
    'https://${HOST}:8000/v1/chat',
    'https://${OLLAMA_HOST}/v1/chat',
    'https://{service}.svc.cluster/v1/x',
    'https://api.acme.com/v1/chat',
    'https://${HOST}',
  ])('is not %s', (address) => expect(open(`x = "${address}"`)).toEqual([]));
});

describe('the path of a request', () => {
  it.each([
    ['https://a.example/v1/x', true],
    ['https://a.example/v1beta/models', true],
    ['localhost:8000/generate', true],
    ['https://a.example/embeddings', true],
    ['https://a.example/rerank?x=1', true],
    ['https://a.example/tts/bytes', true],
    ['wss://a.example/transcribe-websocket', true],
    ['https://a.example/speeches', false],
    ['https://a.example/blog/chatting', false],
    ['https://api.example/', false],
    ['https://v1.example/', false],
    ['https://a.example/version', false],
  ])('%s: %s', (address, is) => expect(isRequestPath(address)).toBe(is));
});
