import { describe, expect, it } from 'vitest';
import { detectReferences } from '../../../../../src/core/detect/detectReferences';
import { builtCatalog } from '../../../../support/builtCatalog';
import { detect } from '../../marked';

describe('an address for a model that does something else', () => {
  const host = (settings: string): unknown =>
    detect(`services:\n  web:\n    environment:\n${settings}`, 'compose.yaml').references[0]?.host;

  it("does not tell whose the key of the model's name says", () => {
    const groq = '      GROQ_MODEL: llama-3.3-70b-versatile\n';
    expect(host(`      RERANK_URL: http://llm:8000/v1\n${groq}`)).toBe('groq');
    expect(host(`      GROQ_URL: http://llm:8000/v1\n${groq}`)).toBe('self');
    expect(host('      EMBED_URL: http://llm:8000/v1\n      MODEL: acme/thing-7b\n')).toBe('self');
  });

  it('does not tell whom a name of a service is asked of, where a server has a variable for its own model', () => {
    const url = '      VLLM_BASE_URL: http://vllm:8000/v1\n';
    const summary = '      SUMMARY_MODEL: gpt-4o-mini\n';
    expect(host(`${summary}${url}      VLLM_MODEL: Qwen/Qwen2.5-14B-Instruct\n`)).toBe('openai');
    expect(host(`${summary}${url}`)).toBe('self');
    expect(host(`      MODEL: gpt-4o-mini\n${url}      VLLM_MODEL: Qwen/Qwen2.5-14B-Instruct\n`)).toBe(
      'self',
    );
  });
});

describe('a route among settings with an address', () => {
  const MISTRAL = 'mistral/mistral-large-latest';
  const DEEPSEEK = 'deepseek/deepseek-chat';
  const hostsIn = (text: string, path: string): readonly unknown[] =>
    detectReferences(text, { path, catalog: builtCatalog() })
      .references.filter(({ role }) => role !== 'mentions')
      .map(({ text: name, role, host }) => [name, role, host]);

  it.each([
    [
      'a.py',
      `class S(BaseSettings):\n    ollama_base_url: str = "http://ollama:11434"\n    fallback_llm: str = "${MISTRAL}"\n    cheap_llm: str = "${DEEPSEEK}"\n`,
    ],
    [
      'litellm.py',
      `class S(BaseSettings):\n    litellm_base_url: str = "http://litellm:4000"\n    fallback_llm: str = "${MISTRAL}"\n    cheap_llm: str = "${DEEPSEEK}"\n`,
    ],
    [
      'a.ts',
      `export const env = cleanEnv(process.env, {\n  VLLM_URL: url({ default: "http://vllm:8000/v1" }),\n  FALLBACK_LLM: str({ default: "${MISTRAL}" }),\n  CHEAP_LLM: str({ default: "${DEEPSEEK}" }),\n});\n`,
    ],
    [
      'a.go',
      `var c = Config{\n\tOllamaURL: "http://ollama:11434",\n\tFallback:  "${MISTRAL}",\n\tCheapModel: "${DEEPSEEK}",\n}\n`,
    ],
    [
      'a.toml',
      `[llm]\nazure_api_base = "https://acme.openai.azure.com"\nfallback_model = "${MISTRAL}"\ncheap_model = "${DEEPSEEK}"\n`,
    ],
    [
      'application.yml',
      `app:\n  ollama-base-url: http://ollama:11434\n  fallback-model: ${MISTRAL}\n  cheap-model: ${DEEPSEEK}\n`,
    ],
    [
      'appsettings.json',
      `{ "Llm": { "OllamaBaseUrl": "http://ollama:11434", "FallbackModel": "${MISTRAL}", "CheapModel": "${DEEPSEEK}" } }\n`,
    ],
  ])('is asked at its own provider where the key says another, in %s', (path, text) => {
    expect(hostsIn(text, path)).toEqual([
      [MISTRAL, 'calls', 'mistral'],
      [DEEPSEEK, 'calls', 'deepseek'],
    ]);
  });

  it.each([
    ['openrouter', 'https://openrouter.ai/api'],
    ['novita', 'https://api.novita.ai/v3/openai'],
    ['llm.acme.example', 'https://llm.acme.example/v1'],
    // A gateway of one's own passes it on.
    ['deepseek', 'http://litellm:4000'],
    ['deepseek', 'https://acme.openai.azure.com'],
  ])('is that of the seller %s whose address %s stands further out', (host, address) => {
    const yaml = `spring:\n  ai:\n    openai:\n      base-url: ${address}\n      chat:\n        options:\n          model: ${DEEPSEEK}\n`;
    expect(hostsIn(yaml, 'application.yml')).toEqual([[DEEPSEEK, 'calls', host]]);
    const json = `{ "OpenAI": { "Endpoint": "${address}", "Chat": { "Model": "${DEEPSEEK}" } } }\n`;
    expect(hostsIn(json, 'appsettings.json')).toEqual([[DEEPSEEK, 'calls', host]]);
  });

  it('is none of a seller where it begins with another seller', () => {
    const text = 'api_base: https://openrouter.ai/api/v1\nmodels:\n  - model: groq/llama-3.3-70b-versatile\n';
    expect(hostsIn(text, 'a.yaml')).toEqual([['groq/llama-3.3-70b-versatile', 'calls', 'groq']]);
  });

  it('is asked at an address that is given with it, and at one that sells it by its maker', () => {
    const call = `litellm.completion(model="${MISTRAL}", api_base="http://localhost:8000/v1")\n`;
    expect(hostsIn(call, 'a.py')).toEqual([[MISTRAL, 'loads', 'self']]);
    const settings = `OPENROUTER_BASE_URL=https://openrouter.ai/api/v1\nCHAT_MODEL=${DEEPSEEK}\n`;
    expect(hostsIn(settings, 'a.env')).toEqual([[DEEPSEEK, 'calls', 'openrouter']]);
  });
});

describe('the address of another server among settings', () => {
  const hostsIn = (text: string, path: string): readonly unknown[] =>
    detectReferences(text, { path, catalog: builtCatalog() })
      .references.filter(({ model }) => model !== null)
      .map(({ text: name, host }) => [name, host]);
  const CLAUDE = 'eu.anthropic.claude-3-5-sonnet-20240620-v1:0';
  const QWEN = 'Qwen/Qwen2.5-7B-Instruct';

  it.each([
    [
      'a.ts',
      `const Env = z.object({\n  OPENAI_MODEL: z.string().default("gpt-4o"),\n  BEDROCK_MODEL_ID: z.string().default("${CLAUDE}"),\n  VLLM_BASE_URL: z.string().default("http://vllm.internal:8000/v1"),\n  VLLM_MODEL: z.string().default("${QWEN}"),\n});\n`,
    ],
    [
      'a.py',
      `class Settings(BaseSettings):\n    openai_model: str = "gpt-4o"\n    bedrock_model_id: str = "${CLAUDE}"\n    vllm_base_url: str = "http://vllm.internal:8000/v1"\n    vllm_model: str = "${QWEN}"\n`,
    ],
    [
      'a.json',
      `{ "openaiModel": "gpt-4o", "bedrockModelId": "${CLAUDE}",\n  "vllm": { "baseUrl": "http://vllm.internal:8000/v1", "model": "${QWEN}" } }\n`,
    ],
  ])('is not that of names whose keys say another service, in %s', (path, text) => {
    expect(hostsIn(text, path)).toEqual([
      ['gpt-4o', 'openai'],
      [CLAUDE, 'bedrock'],
      [QWEN, 'self'],
    ]);
  });

  it.each([
    [
      'compose.yaml',
      'services:\n  a:\n    environment:\n      REASONER_MODEL: o1-mini\n      VLLM_URL: http://vllm:8000/v1\n',
      'openai',
    ],
    [
      'a.py',
      'class S(BaseSettings):\n    reasoner_model: str = "o1-mini"\n    vllm_url: str = "http://vllm:8000/v1"\n',
      'openai',
    ],
    // Own servers give what they run other names.
    ['a.env', 'VLLM_MODEL=o1-mini\nVLLM_URL=http://vllm:8000/v1\n', 'self'],
  ])('is not that of a name without weights whose key says something else, in %s: %s', (path, text, host) => {
    expect(hostsIn(text, path)).toEqual([['o1-mini', host]]);
  });

  it.each([
    [
      'a.py',
      'class S(BaseSettings):\n    chat_model: str = "gpt-4-0613"\n    github_api_url: str = "https://api.github.com"\n',
    ],
    [
      'b.py',
      'class S(BaseSettings):\n    chat_model: str = "gpt-4-0613"\n    mistral_base_url: str = "https://api.mistral.ai/v1"\n',
    ],
    [
      'a.ts',
      'const Env = z.object({\n  CHAT_MODEL: z.string().default("gpt-4-0613"),\n  VLLM_BASE_URL: z.string().url().default("http://vllm.models.svc.cluster.local:8000/v1"),\n});\n',
    ],
    [
      'a.go',
      'func New() Config {\n\treturn Config{\n\t\tChatModel: "gpt-4-0613",\n\t\tOllamaHost: "http://localhost:11434",\n\t}\n}\n',
    ],
    [
      'a.php',
      "<?php return [\n  'chat_model' => 'gpt-4-0613',\n  'backend_url' => 'http://localhost:8080',\n];\n",
    ],
    [
      'compose.yaml',
      'services:\n  a:\n    environment:\n      CHAT_MODEL: gpt-4-0613\n      BACKEND_URL: http://backend:8080\n',
    ],
  ])('is not that of a name without weights where its key says something else, in %s: %s', (path, text) => {
    expect(hostsIn(text, path)).toEqual([['gpt-4-0613', 'openai']]);
  });

  it.each([
    ['LLM_MODEL', 'LLM_BASE_URL', 'http://localhost:4000'],
    ['CHAT_MODEL', 'API_BASE', 'http://localhost:4000'],
    ['CHAT_MODEL', 'OPENAI_BASE_URL', 'http://localhost:4000'],
    ['CHAT_MODEL', 'GPT_URL', 'http://localhost:4000'],
    ['CHAT_MODEL', 'CUSTOM_URL', 'http://localhost:4000'],
    ['CHAT_MODEL', 'AZURE_ENDPOINT', 'http://localhost:4000'],
    ['CHAT_MODEL', 'ACME_URL', 'http://llm.acme.internal:4000'],
    ['SUMMARY_MODEL', 'SUMMARY_URL', 'http://localhost:4000'],
    ['model', 'backend_url', 'http://localhost:4000'],
    ['TTSModel', 'APIURL', 'http://localhost:4000'],
    ['summaryModel', 'baseurl', 'http://localhost:4000'],
  ])('is that of a name without weights where the keys %s and %s agree', (model, url, address) => {
    expect(hostsIn(`const c = { ${model}: "gpt-4-0613", ${url}: "${address}" };\n`, 'a.ts')).toEqual([
      ['gpt-4-0613', null],
    ]);
  });

  it.each(['AI_MODEL', 'LLM_MODEL', 'GENAI_MODEL', 'DEFAULT_MODEL', 'GPT_MODEL_NAME'])(
    'is that of a variable for any model, whoever has it, where none of its own is beside: %s',
    (key) => {
      const [url, model] = ['https://api.siliconflow.cn/v1', 'Qwen/Qwen2.5-72B-Instruct'];
      const forms = (vars: Readonly<Record<string, string>>): readonly (readonly [string, string])[] => {
        const all = Object.entries(vars);
        return [
          ['.env', all.map(([name, value]) => `${name}=${value}\n`).join('')],
          ['a.yaml', `env:\n${all.map(([name, value]) => `- name: ${name}\n  value: ${value}\n`).join('')}`],
          ['a.json', JSON.stringify({ environment: all.map(([name, value]) => ({ name, value })) })],
          [
            'compose.yaml',
            `services:\n  a:\n    environment:\n${all.map(([name, value]) => `      - ${name}=${value}\n`).join('')}`,
          ],
        ];
      };
      for (const [path, text] of forms({ OPENAI_BASE_URL: url, [key]: model }))
        expect(hostsIn(text, path), path).toEqual([[model, 'siliconflow']]);
      const own = key.replace(/_MODEL.*/, '_BASE_URL');
      for (const [path, text] of forms({
        OPENAI_BASE_URL: url,
        [own]: 'https://api.together.xyz/v1',
        [key]: model,
      }).slice(0, 2))
        expect(hostsIn(text, path), path).toEqual([[model, 'together']]);
    },
  );

  it('is that of the model in a section for models', () => {
    const text = (section: string): string =>
      `${section}:\n  model: gpt-4-0613\n  backend_url: http://localhost:8080\n`;
    expect(hostsIn(text('llm'), 'a.yaml')).toEqual([['gpt-4-0613', null]]);
    expect(hostsIn(text('app'), 'a.yaml')).toEqual([['gpt-4-0613', 'openai']]);
  });

  it('is not that of a name that a cloud alone has', () => {
    const text =
      'resource "aws_lambda_function" "bot" {\n  environment {\n    variables = {\n      CHAT_ENDPOINT = "https://api.mistral.ai/v1"\n      DS_MODEL = "deepseek.v3-v1:0"\n    }\n  }\n}\n';
    expect(hostsIn(text, 'main.tf')).toEqual([['deepseek.v3-v1:0', 'bedrock']]);
  });

  it('is not one of a protocol without such requests', () => {
    const text =
      'ANTHROPIC_BASE_URL=https://api.anthropic.com\nOPENAI_API_BASE=https://api.siliconflow.cn/v1\nEMBEDDING_MODEL=BAAI/bge-m3\n';
    expect(hostsIn(text, '.env')).toEqual([['BAAI/bge-m3', 'siliconflow']]);
  });

  it.each([
    [
      'compose.yaml',
      'services:\n  app:\n    environment:\n      - OPENAI_BASE_URL=https://api.deepseek.com/v1\n      - OPENAI_MODEL=deepseek-v4-flash\n',
    ],
    [
      'run.sh',
      'docker run -e OPENAI_BASE_URL=https://api.deepseek.com/v1 -e OPENAI_MODEL=deepseek-v4-flash app\n',
    ],
  ])('is that of the variables of its stem, in %s', (path, text) => {
    expect(hostsIn(text, path)).toEqual([['deepseek-v4-flash', 'deepseek']]);
  });
});

describe('an address of another provider', () => {
  const hostsIn = (text: string, path: string): ReadonlyMap<string, unknown> =>
    new Map(detect(text, path).references.map(({ text: name, host }) => [name, host]));

  it('in settings above is no request for the model', () => {
    const text =
      'spring:\n  ai:\n    openai:\n      base-url: https://api.groq.com/openai\n      chat:\n        options:\n' +
      '          model: openai/gpt-oss-120b\n    mistralai:\n      chat:\n        options:\n' +
      '          model: mistral-small-latest\n';
    expect(Object.fromEntries(hostsIn(text, 'application.yml'))).toEqual({
      'openai/gpt-oss-120b': 'groq',
      'mistral-small-latest': 'mistral',
    });
  });

  it('is not that of a name beside a table of several', () => {
    const table = (other: string): string =>
      '{\n  "requesters": {\n    "one": { "base-url": "https://openrouter.ai/api/v1" },\n' +
      `    "two": { "base-url": "${other}" }\n  },\n  "model": "gpt-4o"\n}\n`;
    expect(hostsIn(table('https://api.ppinfra.com/v3/openai'), 'a.json').get('gpt-4o')).toBe('openai');
    expect(hostsIn(table('https://openrouter.ai/api/v2'), 'a.json').get('gpt-4o')).toBe('openrouter');
  });

  it('is not that of a name in a list beside its own', () => {
    const text =
      "<?php\nreturn [\n    'openai' => ['key' => env('KEY'), 'model' => env('MODEL', 'gpt-4o-mini')],\n" +
      "    'azure' => ['endpoint' => env('AZURE_ENDPOINT'), 'model' => env('AZURE_MODEL', 'gpt-4o')],\n];\n";
    expect(Object.fromEntries(hostsIn(text, 'config/services.php'))).toEqual({
      'gpt-4o-mini': 'openai',
      'gpt-4o': 'azure',
    });
  });

  it('is not that of a name in another arm of a switch', () => {
    const text =
      'IChatClient Make(string provider) => provider switch\n{\n' +
      '    "openai" => new OpenAIClient(key).GetChatClient("gpt-4o-mini"),\n' +
      '    "ollama" => new OllamaChatClient(new Uri("http://localhost:11434"), "llama3.1"),\n};\n';
    expect(Object.fromEntries(hostsIn(text, 'A.cs'))).toEqual({
      'gpt-4o-mini': 'openai',
      'llama3.1': 'self',
    });
  });
});

describe('an address among settings', () => {
  const hosts = (text: string, path: string): readonly unknown[] =>
    detect(text, path).references.map(({ host }) => host);

  it.each([
    ['KEYCLOAK_BASE_URL', 'https://sso.acme.example', 'mistral'],
    ['MEDIA_BASE_URL', 'https://app.acme.example/media', 'mistral'],
    ['S3_ENDPOINT_URL', 'https://s3.acme.example', 'mistral'],
    ['ALBERT_BASE_URL', 'https://albert.acme.example/v1', 'albert.acme.example'],
    ['LLM_BASE_URL', 'https://models.acme.example', 'models.acme.example'],
    ['AI_API_URL', 'https://acme.example', 'acme.example'],
  ])('is that of models where nothing says otherwise: %s=%s', (key, address, host) => {
    expect(hosts(`${key}=${address}\nLLM_MODEL=mistral-large-2411\n`, 'a.env')).toEqual([host]);
  });

  const POD = (address: string, model: string): string =>
    `spec:\n  containers:\n    - name: api\n      env:\n        - { name: ${address} }\n        - { name: ${model} }\n`;
  const AZURE_ENDPOINT = 'AZURE_OPENAI_ENDPOINT, value: "https://acme.openai.azure.com"';

  it.each([
    [AZURE_ENDPOINT, 'DEEPSEEK_MODEL, value: deepseek-chat', 'deepseek'],
    [AZURE_ENDPOINT, 'COHERE_EMBED_MODEL, value: embed-english-v2.0', 'cohere'],
    [AZURE_ENDPOINT, 'MISTRAL_MODEL, value: Mistral-Large-2411', 'azure'],
    [AZURE_ENDPOINT, 'OPENAI_MODEL, value: gpt-4o', 'azure'],
    [
      'GROQ_BASE_URL, value: "https://api.groq.com/openai/v1"',
      'DEEPSEEK_MODEL, value: deepseek-chat',
      'deepseek',
    ],
    [
      'TOGETHER_BASE_URL, value: "https://api.together.xyz/v1"',
      'CHAT_MODEL, value: deepseek-chat',
      'together',
    ],
  ])("is not that of a maker's own name under its own key: %s, %s", (address, model, host) => {
    expect(hosts(POD(address, model), 'pod.yaml')).toEqual([host]);
  });

  it.each([
    ['VLLM_URL', 'CHAT_MODEL', 'mistral-small-2506', 'mistral'],
    ['VLLM_URL', 'SUMMARY_MODEL', 'deepseek-chat', 'deepseek'],
    ['OLLAMA_HOST', 'BIG_MODEL', 'mistral-large-2411', 'mistral'],
    ['OLLAMA_HOST', 'BIG_MODEL', 'mistral-small', 'self'],
    ['VLLM_URL', 'MODEL', 'mistral-small-2506', 'self'],
    ['VLLM_URL', 'VLLM_MODEL', 'mistral-small-2506', 'self'],
    ['VLLM_URL', 'CHAT_MODEL', 'mistralai/Mistral-Small-24B-Instruct-2501', 'self'],
    ['LLM_URL', 'CHAT_MODEL', 'mistral-small-2506', 'self'],
  ])("is of a server of weights, and not of a service's edition: %s, %s: %s", (address, key, name, host) => {
    const text = `kind: ConfigMap\ndata:\n  ${key}: ${name}\n  ${address}: http://box:8000/v1\n`;
    expect(hosts(text, 'map.yaml')).toEqual([host]);
  });

  it('is Vertex AI that LangChain.js calls by a word before the name', () => {
    const text = 'const a = await initChatModel("google-vertexai:gemini-2.5-flash");\n';
    expect(hosts(text, 'a.ts')).toEqual(['vertex']);
  });

  it('is of the provider that a type begins with', () => {
    const entry = '- type: azure_chat\n  model: gpt-5-mini\n  endpoint: "<your-endpoint>"\n';
    expect(hosts(entry, 'llm.yml')).toEqual(['azure']);
  });
});

describe('an address beside a provider that the settings name', () => {
  const hostsOf = (text: string, path: string): readonly unknown[] =>
    detect(text, path).references.map((one) => [one.text, one.host]);
  const OTHER = ['OPENAI_API_BASE', 'https://api.minimaxi.com/v1'] as const;

  it.each([
    ['  ', ': '],
    ['  - ', '='],
    ['  - name: ', '\n    value: '],
  ])('is for what its key says that models do: %j', (lead, mark) => {
    const set = (key: string, value: string): string => `${lead}${key}${mark}${value}\n`;
    const text =
      'env:\n' +
      set('LLM_PROVIDER', 'anthropic') +
      set('LLM_MODEL', 'claude-sonnet-4-6') +
      set('EMBEDDING_ENGINE', 'native') +
      set('EMBEDDING_MODEL', 'Xenova/all-MiniLM-L6-v2') +
      set('WHISPER_PROVIDER', 'local') +
      set('WHISPER_MODEL', 'Xenova/whisper-small');
    expect(hostsOf(text, 'compose.yaml')).toEqual([
      ['claude-sonnet-4-6', 'anthropic'],
      ['Xenova/all-MiniLM-L6-v2', 'self'],
      ['Xenova/whisper-small', 'self'],
    ]);
  });

  it.each([
    ['app.yaml', ': '],
    ['.env', '='],
  ])('is not that of the model of the pair: %s', (path, mark) => {
    const text = [
      ['LLM_MODEL', 'claude-opus-4-20250514'],
      ['LLM_PROVIDER', 'anthropic'],
      OTHER,
      ['OPENAI_MODEL', 'MiniMax-M1'],
    ]
      .map((pair) => `${pair.join(mark)}\n`)
      .join('');
    expect(hostsOf(text, path)).toEqual([
      ['claude-opus-4-20250514', 'anthropic'],
      ['MiniMax-M1', 'minimax'],
    ]);
  });

  it.each([
    ['gemini', 'gemini-2.5-pro', 'google', 'OPENAI_API_BASE'],
    ['cohere', 'command-r-plus', 'cohere', 'OPENAI_API_BASE'],
    ['deepseek', 'deepseek-chat', 'deepseek', 'MINIMAX_API_BASE'],
  ])('is not asked by clients of %s for %s', (provider, model, host, key) => {
    const text = `LLM_PROVIDER=${provider}\nLLM_MODEL=${model}\n${key}=${OTHER[1]}\n`;
    expect(hostsOf(text, '.env')).toEqual([[model, host]]);
  });

  it.each([
    ['that speaks its protocol', 'LLM_MODEL', 'LLM_PROVIDER', 'openai'],
    ['that nobody knows', 'LLM_MODEL', 'LLM_PROVIDER', 'custom'],
    ['that OpenAI’s clients ask', 'LLM_MODEL', 'LLM_PROVIDER', 'azure'],
    ['that OpenAI’s clients ask too', 'LLM_MODEL', 'LLM_PROVIDER', 'openrouter'],
    ['of another purpose', 'LLM_MODEL', 'EMBEDDING_PROVIDER', 'anthropic'],
    ['of another model', 'OPENAI_MODEL', 'LLM_PROVIDER', 'anthropic'],
  ])('is asked for it with one %s', (_, key, provider, name) => {
    const text = `${key}: MiniMax-M1\n${provider}: ${name}\n${OTHER.join(': ')}\n`;
    expect(hostsOf(text, 'app.yaml')).toEqual([['MiniMax-M1', 'minimax']]);
  });
});

describe('the address of another system beside weights', () => {
  const [hub, ollama] = ['jinaai/jina-embeddings-v3', 'llama3.2:3b'];
  const useIn = (path: string, text: string): unknown => {
    const references = detectReferences(text, { path, catalog: builtCatalog() }).references;
    return references.map(({ role, host }) => `${role} ${String(host)}`).join();
  };

  it.each([
    ['group_vars/all.yml', `ntp_server: pool.ntp.org\nollama_model: ${ollama}\n`],
    ['a.yaml', `keycloak_url: https://sso.northwind.io/auth\nollama_model: ${ollama}\n`],
    ['a.yaml', `app:\n  jira_url: https://northwind.atlassian.net\n  embedding_model: ${hub}\n`],
    ['a.yaml', `vault_server: vault.northwind.io\nmodel: ${hub}\n`],
    ['a.py', `class Settings:\n    ldap_host = "ldap.northwind.io"\n    embedding_model = "${hub}"\n`],
    ['a.json', `{"jenkins_url": "https://ci.northwind.io", "embedding_model": "${hub}"}`],
    ['a.toml', `[app]\ncrm_endpoint = "https://crm.northwind.io/api"\nembedding_model = "${hub}"\n`],
  ])('says nothing of who runs them: %s %j', (path, text) => expect(useIn(path, text)).toBe('loads self'));

  it.each([
    ['a.yaml', `llm_base_url: https://llm.northwind.io\nllm_model: ${hub}\n`, 'llm.northwind.io'],
    ['a.yaml', `host: inference.northwind.io\nmodel: ${hub}\n`, 'inference.northwind.io'],
    ['a.yaml', `acme_endpoint: https://api.acme.ai/v1\nmodel: ${hub}\n`, 'api.acme.ai'],
    ['a.yaml', `jina_url: https://northwind.io/jina\nmodel: ${hub}\n`, 'northwind.io'],
    ['a.toml', `scoring_host = "rerank.northwind.io"\nmodel = "${hub}"\n`, 'rerank.northwind.io'],
    [
      'a.py',
      `class S:\n    rag_endpoint = "https://rag.northwind.io/embed"\n    embed_model = "${hub}"\n`,
      'rag.northwind.io',
    ],
    ['a.yaml', `gateway_url: https://gw.northwind.io\nembedding_model: ${hub}\n`, 'gw.northwind.io'],
    ['a.yaml', `together_url: https://api.together.xyz\nmodel: ${hub}\n`, 'together'],
    ['a.py', `class S:\n    llm_host = "llm.northwind.io"\n    llm_model = "${hub}"\n`, 'llm.northwind.io'],
  ])('is that of a model still where its key or its path says so: %s %j', (path, text, host) =>
    expect(useIn(path, text)).toBe(`calls ${host}`),
  );
});

describe('an address of deployments beside weights of the Hub', () => {
  const JINA = 'jinaai/jina-embeddings-v3';
  const ADDRESS = 'https://acme.openai.azure.com';
  const hostOf = (text: string, path: string, name = JINA): unknown =>
    detectReferences(text, { path, catalog: builtCatalog() }).references.find((one) => one.text === name)
      ?.host;

  it.each([
    [
      'a.py',
      `class S(BaseSettings):\n    embedding_model: str = "${JINA}"\n    azure_endpoint: str = "${ADDRESS}/"\n`,
    ],
    ['a.env', `AZURE_OPENAI_ENDPOINT=${ADDRESS}\nAZURE_OPENAI_DEPLOYMENT=gpt-4o\nEMBEDDING_MODEL=${JINA}\n`],
    [
      'b.env',
      `AZURE_OPENAI_ENDPOINT=${ADDRESS}\nRERANK_MODEL=${JINA}\nOPENAI_BASE_URL=https://api.openai.com/v1\n`,
    ],
    ['a.yaml', `azure_endpoint: ${ADDRESS}\nazure_deployment: gpt-4.1\nembed_model: ${JINA}\n`],
    ['a.json', `{ "AzureOpenAIEndpoint": "${ADDRESS}", "OcrModel": "${JINA}" }\n`],
    [
      'compose.yaml',
      `services:\n  app:\n    environment:\n      AZURE_OPENAI_ENDPOINT: \${ENDPOINT}\n      WHISPER_MODEL: ${JINA}\n`,
    ],
  ])('is not asked for a purpose that only the key of the name says, in %s', (path, text) => {
    expect(hostOf(text, path)).toBe('self');
  });

  it.each([
    ['the same client', `LLM_BASE_URL=${ADDRESS}/openai/v1\nLLM_MODEL=${JINA}\n`],
    ['the same purpose', `AZURE_EMBEDDING_ENDPOINT=${ADDRESS}\nEMBEDDING_MODEL=${JINA}\n`],
    ['a key that says Azure', `AZURE_OPENAI_ENDPOINT=${ADDRESS}\nAZURE_EMBEDDING_MODEL=${JINA}\n`],
    ['a deployment', `AZURE_OPENAI_ENDPOINT=${ADDRESS}\nEMBEDDING_DEPLOYMENT=${JINA}\n`],
    [
      'a service of other names',
      `AZURE_ENDPOINT=https://jina.eastus2.models.ai.azure.com\nEMBEDDING_MODEL=${JINA}\n`,
    ],
    ['another of these', `AZURE_ENDPOINT=https://acme.services.ai.azure.com\nEMBEDDING_MODEL=${JINA}\n`],
  ])('is asked for %s', (_, text) => {
    expect(hostOf(text, 'a.env')).toBe('azure');
  });

  it('is asked for names of its own, and where a call gets both', () => {
    const LARGE = 'text-embedding-3-large';
    expect(hostOf(`AZURE_OPENAI_ENDPOINT=${ADDRESS}\nEMBEDDING_MODEL=${LARGE}\n`, 'a.env', LARGE)).toBe(
      'azure',
    );
    const made = `AzureOpenAI(azure_endpoint="${ADDRESS}").embeddings.create(model="${JINA}", input=[])\n`;
    expect(hostOf(made, 'a.py')).toBe('azure');
    expect(
      hostOf(`import litellm\nlitellm.embedding(model="${JINA}", api_base="${ADDRESS}")\n`, 'a.py'),
    ).toBe('azure');
  });

  it('leaves the name to the address of its own purpose', () => {
    const own = 'EMBEDDING_URL=https://api.deepinfra.com/v1/openai\n';
    expect(hostOf(`AZURE_OPENAI_ENDPOINT=${ADDRESS}\n${own}EMBEDDING_MODEL=${JINA}\n`, 'a.env')).toBe(
      'deepinfra',
    );
  });
});
