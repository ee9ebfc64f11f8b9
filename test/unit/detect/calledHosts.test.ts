import { describe, expect, it } from 'vitest';
import { createEngine } from '../../../src/core/engine';
import { render } from '../../../src/core/message';
import { builtCatalog } from '../../support/builtCatalog';
import { policy, TODAY } from '../policy/support';
import { detect } from './marked';

const URL = 'https://api.deepseek.com/v1';

/** Each host whose address alone tells of a call, with its confidence. */
function called(text: string, path: string): readonly string[] {
  return (detect(text, path).addresses ?? []).map(({ host, confidence }) => `${host} ${confidence}`);
}

/** That a text calls DeepSeek, told at the address as it is written. */
function expectTold(text: string, path: string): void {
  expect(called(text, path)).toEqual(['deepseek high']);
  const [address] = detect(text, path).addresses ?? [];
  expect(address).toMatchObject({ role: 'calls', model: null, region: 'api.deepseek.com' });
  expect(text.slice(address?.range.start, address?.range.end)).toBe(address?.text);
}

describe('a host that is called for models which the text does not name', () => {
  it.each([
    ['a.py', `client = OpenAI(base_url="${URL}")\nclient.chat.completions.create(model=model)\n`],
    ['a.py', `llm = ChatOpenAI(openai_api_base="${URL}", model_name=cfg.model)\n`],
    ['a.py', `BASE_URL = "${URL}"\nclient = OpenAI(base_url=BASE_URL)\n`],
    ['a.py', 'requests.post("https://api.deepseek.com/chat/completions", json={"model": model})\n'],
    [
      'a.ts',
      `const client = new OpenAI({ baseURL: "${URL}" });\nclient.chat.completions.create({ model });\n`,
    ],
    ['a.ts', 'const client = new Anthropic({ baseURL: "https://api.deepseek.com/anthropic" });\n'],
    ['a.go', `cfg := openai.DefaultConfig(key)\ncfg.BaseURL = "${URL}"\n`],
    ['A.java', `OpenAIOkHttpClient.builder().baseUrl("${URL}").build();\n`],
    ['A.cs', `new OpenAIClient(key, new OpenAIClientOptions { Endpoint = new Uri("${URL}") });\n`],
    ['a.rs', `let config = OpenAIConfig::new().with_api_base("${URL}");\n`],
    ['a.rb', `client = OpenAI::Client.new(uri_base: "${URL}")\n`],
    ['a.php', `<?php $client = OpenAI::factory()->withBaseUri('${URL}')->make();\n`],
    ['config.yaml', `llm:\n  base_url: ${URL}\n  model: \${MODEL}\n`],
    ['.env', `LLM_BASE_URL=${URL}\n`],
    ['config.json', `{ "llm": { "baseUrl": "${URL}", "model": "" } }\n`],
    ['a.sh', `curl ${URL}/chat/completions -d "{\\"model\\": \\"$MODEL\\"}"\n`],
  ])('is told of in %s: %s', (path, text) => expectTold(text, path));

  it.each([
    ['a.py', `PRICES = {"deepseek-chat": 1}\nclient = OpenAI(base_url="${URL}")\nask(client, model)\n`],
    ['a.ts', `const prices = { 'deepseek-chat': 1 };\nconst client = new OpenAI({ baseURL: "${URL}" });\n`],
    ['a.ts', `class A {\n  baseURL = '${URL}';\n  models = ['deepseek-chat', 'deepseek-reasoner'];\n}\n`],
    [
      'a.go',
      `var prices = map[string]int{"deepseek-chat": 1}\n\nfunc ask() {\n\tcfg.BaseURL = "${URL}"\n\trun(openai.New(cfg))\n}\n`,
    ],
    ['a.rb', `PRICES = { "deepseek-chat" => 1 }\nclient = OpenAI::Client.new(uri_base: "${URL}")\n`],
  ])('is told of where its models are only listed elsewhere, in %s: %s', (path, text) =>
    expectTold(text, path),
  );

  it('is told of where its address is written, not where another mapping is asked for a key of that name', () => {
    const own =
      'def ollama(params, cfg):\n    params["base_url"] = cfg.get("base_url", "").rstrip("/")\n    return params\n\n\n';
    const hosted = `def hosted(params):\n    params["base_url"] = params.get("base_url") or "${URL}"\n`;
    expectTold(`from langchain_openai import ChatOpenAI\n${own}${hosted}`, 'llm.py');
  });

  it('is none whose record lists its models', () => {
    const record = `baseURL: "${URL}", models: ["deepseek-chat", "deepseek-reasoner"]`;
    expect(called(`export default { id: "deepseek", ${record} };\n`, 'a.ts')).toEqual([]);
    expect(called(`base_url = "${URL}"\nmodels = ["deepseek-chat"]\n`, 'a.toml')).toEqual([]);
  });

  it('is each one to which a gateway passes on whatever model it is asked for', () => {
    const entry = (route: string, more = ''): string =>
      `  - model_name: "*"\n    litellm_params:\n${more}      model: "${route}"\n`;
    const own = '      api_base: http://vllm:8000/v1\n';
    const secret = '      api_base: os.environ/BASE\n';
    const routes =
      entry('gemini/*', '      api_key: os.environ/KEY\n') +
      entry('openrouter/anthropic/*') +
      entry('openai/*', own) +
      entry('openai/*', secret) +
      entry('azure/*', secret) +
      entry('ollama/*') +
      entry('*');
    expect(called(`model_list:\n${routes}`, 'litellm.yaml')).toEqual([
      'google high',
      'openrouter high',
      'azure high',
    ]);
    const router = 'Router(model_list=[{"model_name": "*", "litellm_params": {"model": "deepseek/*"}}])\n';
    expect(called(router, 'a.py')).toEqual(['deepseek high']);
    expect(called(`model_list:\n${entry('gemini/gemini-2.5-pro')}`, 'litellm.yaml')).toEqual([]);
    expect(called('keys:\n  models: ["gemini/*"]\n', 'litellm.yaml')).toEqual([]);
  });

  it.each([
    // The model says it.
    ['a.py', `client = OpenAI(base_url="${URL}")\nclient.chat.completions.create(model="deepseek-chat")\n`],
    ['a.ts', `export default { chat: { url: "${URL}", models: ["deepseek-chat", "deepseek-reasoner"] } };\n`],
    // No requests go to the pages of an operator, and none to a server of the project's own leaves it.
    ['a.ts', 'const llm = { url: "https://platform.deepseek.com/api_keys" };\n'],
    ['a.ts', 'const llm = { url: "https://openrouter.ai", keys: "https://openrouter.ai/keys" };\n'],
    ['a.py', 'client = OpenAI(base_url="http://localhost:8000/v1")\n'],
    ['main.tf', 'provider "cloudflare" {\n  api_url = "https://api.cloudflare.com/client/v4"\n}\n'],
    ['a.py', `# client = OpenAI(base_url="${URL}")\n`],
    // Comments are for people.
    ['.env', `# The API is described at ${URL}\nLLM_MODEL=\n`],
    ['.env.template', '# モデルの一覧は https://openrouter.ai/models を参照\nLLM_MODEL=\n'],
    ['a.yaml', 'llm:\n  model: ${MODEL} # of https://openrouter.ai/models\n'],
    ['a.toml', `# See ${URL}\n[llm]\nmodel = ""\n`],
    ['a.ini', `; See ${URL}\n[llm]\nmodel =\n`],
    ['a.sh', `# See ${URL}\nllm "$MODEL"\n`],
    ['a.sh', `VERSION=${'$'}{TAG#v} llm "$MODEL" # ask ${URL}\n`],
    ['a.ts', `// See ${URL} for the llm\nllm({ model });\n`],
    ['main.tf', `/* See ${URL} */\nlocals {\n  llm_model = var.model\n}\n`],
    ['openapi.yaml', `openapi: 3.0.0\ninfo: { title: chat }\nservers:\n  - url: ${URL}\npaths: {}\n`],
  ])('is none in %s: %s', (path, text) => expect(called(text, path)).toEqual([]));

  it.each([
    ['a.py', 'requests.post("https://llm.partner.com/v1/chat/completions", json={"model": "x1"})\n'],
    ['a.ts', 'await fetch("https://llm.partner.com/v1/chat/completions", { method: "POST", body });\n'],
    ['a.py', 'BASE = "https://llm.partner.com/v1"\nrequests.post(f"{BASE}/chat/completions", json=body)\n'],
    ['a.go', 'http.Post("https://llm.partner.com/v1/embeddings", "application/json", body)\n'],
    ['a.sh', 'curl https://llm.partner.com/v1/chat/completions -d "$BODY"\n'],
    ['values.yaml', 'llm:\n  url: https://llm.partner.com/v1/chat/completions\n'],
  ])('is told where nobody knows it, by the path of a request, in %s: %s', (path, text) =>
    expect(called(text, path)).toEqual(['llm.partner.com high']),
  );

  it.each([
    ['a.py', 'requests.post("https://shop.partner.com/v1/orders", json=body)\n'],
    ['a.py', 'requests.post("https://sms.partner.com/v1/messages", json=body)\n'],
    ['a.py', 'requests.post("http://vllm:8000/v1/chat/completions", json=body)\n'],
    ['README.md', '```sh\ncurl https://llm.partner.com/v1/chat/completions\n```\n'],
  ])('is none where nothing says that a model is asked, or here, in %s: %s', (path, text) =>
    expect(called(text, path)).toEqual([]),
  );

  const API = 'https://api.cloudflare.com/client/v4';
  const ASKS = "import { generateRules } from './rules';\nconst rules = generateRules();\n";

  it.each([
    ['a.ts', `${ASKS}await fetch(\`${API}/zones/1/rulesets\`, { method: 'POST', body });\n`],
    ['a.ts', `${ASKS}await fetch(\`${API}/zones/\${zone}/rulesets\`, { method: 'POST', body });\n`],
    ['a.ts', `${ASKS}await fetch('${API}/zones?name=acme.com');\n`],
    ['a.py', `llm = load()\nrequests.post("${API}/zones/1/purge_cache", json=body)\n`],
    ['a.sh', `llm "$MODEL"\ncurl -X POST ${API}/zones/$ZONE/purge_cache -d "$BODY"\n`],
  ])('is none where its operator serves something else, in %s: %s', (path, text) =>
    expect(called(text, path)).toEqual([]),
  );

  it.each([
    ['a.ts', `${ASKS}await fetch(\`${API}/accounts/\${id}/ai/run/\${model}\`, { method: 'POST', body });\n`],
    [
      'a.ts',
      `${ASKS}await fetch(\`${API}/accounts/\${zones}/ai/run/\${model}\`, { method: 'POST', body });\n`,
    ],
    ['a.ts', `${ASKS}await fetch(\`${API}/\${path}\`, { method: 'POST', body });\n`],
    [
      'a.ts',
      `${ASKS}await fetch('${API}/zones/1');\nawait fetch(\`${API}/accounts/1/ai/run/\${model}\`, { body });\n`,
    ],
    ['a.py', `client = OpenAI(base_url="${API}/accounts/1/ai/v1")\n`],
    ['a.py', `client = OpenAI(base_url="${API}")\n`],
  ])('is told where it serves models, or may, in %s: %s', (path, text) =>
    expect(called(text, path)).toEqual(['cloudflare high']),
  );

  it('is told of once, at its first place', () => {
    const text = `a = OpenAI(base_url="${URL}")\nb = OpenAI(base_url="${URL}")\n`;
    expect(detect(text, 'a.py').addresses).toMatchObject([
      { range: { start: text.indexOf(URL), end: text.indexOf(URL) + URL.length }, text: URL },
    ]);
    const page = `Set \`LLM_BASE_URL=${URL}\`:\n\n\`\`\`python\nOpenAI(base_url="${URL}")\n\`\`\`\n`;
    expect(called(page, 'README.md')).toEqual(['deepseek high']);
  });

  it('is one that nobody knows where a client of its protocol is given it', () => {
    const client = 'client = OpenAI(base_url="https://llm.acme-labs.io/v1")\n';
    expect(called(client, 'a.py')).toEqual(['llm.acme-labs.io high']);
    for (const kind of ['AsyncOpenAI', 'openai.AsyncOpenAI', 'ChatOpenAI', 'AsyncAzureOpenAI'])
      expect(called(client.replace('OpenAI', kind), 'a.py')).toEqual(['llm.acme-labs.io high']);
    expect(called('chat = Client(base_url="https://llm.acme-labs.io/v1")\n', 'a.py')).toEqual([]);
    expect(called('OpenAI (baseUrl (https://github.com/acme/x))\n', 'docs/a.md')).toEqual([]);
  });

  it('is told of without a user or a key', () => {
    const [address] = detect('OpenAI(base_url="https://me:s3cret@api.deepseek.com/v1?key=1")\n', 'a.py')
      .addresses ?? [{ id: '' }];
    expect(address?.id).toBe('https://api.deepseek.com/v1');
  });

  it('is in doubt in a table of providers', () => {
    const row = (name: string): string => `  ${name}: { baseURL: "https://api.${name}.com/v1" },\n`;
    const text = `export const LLM = {\n${row('openai')}${row('deepseek')}${row('groq')}};\n`;
    expect(called(text, 'a.ts')).toEqual(['openai low', 'deepseek low', 'groq low']);
  });

  const HOSTS = ['openai', 'deepseek', 'groq'];
  const each = (form: (name: string, url: string) => string): string =>
    HOSTS.map((name) => form(name, `https://api.${name}.com/v1`)).join('');

  it.each([
    [
      'a.ts',
      each((name, url) => `const ${name} = createOpenAI({ baseURL: "${url}" });\nrun(${name}(model));\n`),
    ],
    ['a.ts', each((name, url) => `export const ${name} = createOpenAI({ baseURL: "${url}" });\n`)],
    ['a.py', each((name, url) => `${name} = OpenAI(base_url="${url}")\n`)],
    [
      'compose.yaml',
      `services:\n${each((name, url) => `  ${name}:\n    environment:\n      OPENAI_BASE_URL: ${url}\n`)}`,
    ],
    ['a.yaml', each((_name, url) => `---\nkind: ConfigMap\ndata:\n  LLM_BASE_URL: ${url}\n`)],
    [
      'a.yaml',
      `llm:\n${each((name, url) => `  as-${name}: { base_url: "${url}", model: "\${FAST_MODEL}" }\n`)}`,
    ],
  ])('is in no doubt where each is given to a program or a client, in %s: %s', (path, text) => {
    expect(called(text, path)).toEqual(HOSTS.map((name) => `${name} high`));
  });

  it.each([
    [
      'a.py',
      `${each((name, url) => `${name} = OpenAI(base_url="${url}")\n`)}ALL = {"x": openai, "y": deepseek, "z": groq}\n`,
    ],
    ['a.py', `llm = 1\n${each((name, url) => `${name} = Preset(base_url="${url}")\n`)}`],
    ['.env', each((name, url) => `${name.toUpperCase()}_BASE_URL=${url}\n`)],
    [
      'compose.yaml',
      `services:\n  a:\n    environment:\n${each((name, url) => `      ${name.toUpperCase()}_BASE_URL: ${url}\n`)}`,
    ],
    [
      'a.yaml',
      `providers:\n${each((name, url) => `  ${name}: { base_url: "${url}", model: "\${${name.toUpperCase()}_MODEL}" }\n`)}`,
    ],
  ])('is in doubt where one of them is chosen, in %s: %s', (path, text) => {
    expect(called(text, path)).toEqual(HOSTS.map((name) => `${name} low`));
  });
});

describe('a host that a reverse proxy passes calls on to', () => {
  it.each([
    ['nginx.conf', 'location /v1/ {\n  proxy_pass https://api.deepseek.com/;\n}\n'],
    ['nginx.conf', 'location / { set $llm https://api.deepseek.com; proxy_pass $llm; }\n'],
    ['nginx.conf', 'upstream llm {\n  server api.deepseek.com:443 resolve;\n}\n'],
    ['httpd.conf', 'ProxyPass "/v1" "https://api.deepseek.com/v1"\nProxyPassReverse "/v1" "https://a.de"\n'],
    ['httpd.conf', '<Proxy balancer://llm>\n  BalancerMember https://api.deepseek.com\n</Proxy>\n'],
    ['Caddyfile', 'gw.acme.de {\n\treverse_proxy https://api.deepseek.com\n}\n'],
    ['Caddyfile', 'gw.acme.de {\n\treverse_proxy /v1/* https://api.deepseek.com {\n\t}\n}\n'],
    ['haproxy.cfg', 'backend llm\n  server ds1 api.deepseek.com:443 ssl verify required\n'],
    [
      'service.yaml',
      'kind: Service\nmetadata: { name: llm }\nspec:\n  type: ExternalName\n  externalName: api.deepseek.com\n',
    ],
    ['backend.yaml', 'spec:\n  endpoints:\n    - fqdn: { hostname: api.deepseek.com, port: 443 }\n'],
    ['backend.yaml', 'spec:\n  endpoints:\n    - fqdn:\n        hostname: api.deepseek.com\n'],
    ['envoy.yaml', 'address:\n  socket_address:\n    address: api.deepseek.com\n    port_value: 443\n'],
    ['envoy.json', '{ "socket_address": { "address": "api.deepseek.com", "port_value": 443 } }\n'],
    [
      'traefik.yml',
      'http:\n  services:\n    a:\n      loadBalancer:\n        servers:\n          - url: "https://api.deepseek.com"\n',
    ],
    ['traefik.toml', '[[http.services.a.loadBalancer.servers]]\n  url = "https://api.deepseek.com/v1"\n'],
  ])('is told of in %s: %s', (path, text) => expectTold(text, path));

  it.each([
    // Pages of a service, and servers that are none.
    ['nginx.conf', 'location / {\n  proxy_pass https://www.deepseek.com/;\n}\n'],
    ['nginx.conf', 'location / {\n  proxy_pass https://api-docs.deepseek.com/;\n}\n'],
    ['nginx.conf', 'location / {\n  proxy_pass https://openrouter.ai/docs;\n}\n'],
    ['nginx.conf', 'location / {\n  proxy_pass https://api.acme.de/;\n}\n'],
    ['nginx.conf', 'location / {\n  proxy_pass http://app:8000;\n}\n'],
    ['Caddyfile', 'a.de {\n  reverse_proxy localhost:8080\n}\n'],
    ['service.yaml', 'spec:\n  type: ExternalName\n  externalName: platform.deepseek.com\n'],
    // A name that a server listens under, what only stands in a comment, and a path that no proxy passes on.
    ['nginx.conf', 'server {\n  server_name api.deepseek.com;\n}\n'],
    ['nginx.conf', 'location / {\n  # proxy_pass https://api.deepseek.com/;\n  return 404;\n}\n'],
    ['nginx.conf', '# location / { proxy_pass https://api.deepseek.com/; }\n'],
    ['nginx.conf', 'add_header Content-Security-Policy "connect-src https://api.deepseek.com";\n'],
    ['haproxy.cfg', 'frontend a\n  # server ds1 api.deepseek.com:443\n  bind :80\n'],
    ['a.yaml', 'links:\n  - hostname: api.deepseek.com\n'],
    ['hosts.md', 'The server api.deepseek.com was down.\n'],
  ])('is none in %s: %s', (path, text) => expect(called(text, path)).toEqual([]));
});

describe('what is judged of it', () => {
  const engine = createEngine(builtCatalog(), { now: () => Date.parse(TODAY) });
  const judged = (text: string, yaml: string, path = 'a.py'): readonly string[] =>
    engine
      .analyze({ text, path }, { policy: policy(yaml) })
      .findings.map(({ severity, rule, message }) => `${severity} ${rule}: ${render(message)}`);
  const CLIENT = `client = OpenAI(base_url="${URL}")\n`;

  it('is who runs it, and nothing else', () => {
    const denied = `error hosting/denied: ${URL} is called at DeepSeek (CN), which the policy denies`;
    expect(judged(CLIENT, 'hosting: { deny: [CN] }')).toEqual([denied]);
    expect(judged(CLIENT, 'hosting: { deny: [deepseek] }')).toEqual([denied]);
    expect(judged(CLIENT, 'hosting: { allow: [openai] }')).toHaveLength(1);
    expect(judged(CLIENT, 'hosting: { deny: [US] }\nlicenses: { unknown: error }')).toEqual([]);
  });

  it('is every name that is asked for there, whatever it is', () => {
    const text =
      'c = OpenAI(base_url="https://llm.acme-labs.io/v1")\nc.chat.completions.create(model="house-7b")\n';
    expect(judged(text, 'licenses: { unknown: error }')).toEqual([
      'error license/unknown: Nothing is known of house-7b, so its license is unknown',
    ]);
    expect(judged(text, 'hosting: { allow: [self] }')).toHaveLength(1);
    const described = 'describe: { house-7b: { license: mit } }\nlicenses: { unknown: error }';
    expect(judged(text, described)).toEqual([]);
  });

  it('is settled as every finding is', () => {
    const exception = 'exceptions: [{ model: "https://api.deepseek.com/**", reason: pilot }]';
    expect(judged(CLIENT, `hosting: { deny: [CN] }\n${exception}`)).toEqual([]);
    const ignore = '# model-license-lens: ignore[hosting/denied] pilot\n';
    expect(judged(`${ignore}${CLIENT}`, 'hosting: { deny: [CN] }')).toEqual([]);
    const hint = judged(CLIENT, 'hosting: { deny: [CN] }', 'tests/test_a.py');
    expect(hint).toMatchObject([expect.stringMatching(/^hint /)]);
  });
});

describe('an address that stands where people read it', () => {
  const PAGE = 'https://openrouter.ai/models';
  const hosts = (text: string, path: string): readonly unknown[] =>
    (detect(text, path).addresses ?? []).map(({ host }) => host);

  it.each([
    [
      'a.json',
      `{"properties": {"model": {"description": "Compare on [models](${PAGE}). Example: openai/gpt-4o"}}}`,
    ],
    ['a.json', `{"properties": {"model": {"description": "What's there: ${PAGE}. Example: openai/gpt-4o"}}}`],
    ['a.yaml', `inputs:\n  model:\n    description: Compare at ${PAGE}, e.g. openai/gpt-4o\n`],
    [
      'a.py',
      `class A(BaseModel):\n    model: str = Field(description="All of ${PAGE} like openai/gpt-4o")\n`,
    ],
    ['a.ts', `const a = { model: z.string().describe("${PAGE} has openai/gpt-4o") };\n`],
  ])('is not called, in %s: %s', (path, text) => {
    expect(hosts(text, path)).toEqual([]);
  });

  it.each([
    ['a.ts', 'await fetch("https://openrouter.ai/api/v1/chat/completions", { method: "POST", body });\n'],
    ['a.ts', 'await axios({ title: "Chat", url: "https://openrouter.ai/api/v1/chat/completions", data });\n'],
    ['a.yml', 'steps:\n  - run: curl https://openrouter.ai/api/v1/chat/completions -d @body.json\n'],
    ['a.sh', 'summary=$(curl -s https://openrouter.ai/api/v1/chat/completions -d "$BODY")\n'],
    ['a.sh', 'TITLE="$(ask https://openrouter.ai/api/v1/chat/completions "$BODY")"\n'],
    ['a.sh', 'title=`ask https://openrouter.ai/api/v1/chat/completions "$BODY"`\n'],
    [
      'a.sh',
      'for url in https://openrouter.ai/api/v1/chat/completions; do curl -s "$url" -d "$BODY"; done\n',
    ],
    [
      'a.yaml',
      'steps:\n  - run: |\n      for u in https://openrouter.ai/api/v1/chat/completions; do curl $u -d "$BODY"; done\n',
    ],
    [
      'a.ps1',
      '$summary = Invoke-RestMethod -Uri https://openrouter.ai/api/v1/chat/completions -Body @{ model = $m }\n',
    ],
    // A `#` inside a word opens no comment.
    ['a.sh', 'VERSION=${TAG#v} curl -s https://openrouter.ai/api/v1/chat/completions -d "$BODY"\n'],
    [
      'a.sh',
      'v=${x##pre}; echo ${#v}; curl -s https://openrouter.ai/api/v1/chat/completions -d "$BODY" # llm\n',
    ],
    [
      'a.pl',
      'my $n = $#list; my $r = $ua->post("https://openrouter.ai/api/v1/chat/completions", Content => $body);\n',
    ],
  ])('is, where a program sends its requests to it, in %s: %s', (path, text) => {
    expect(hosts(text, path)).toEqual(['openrouter']);
  });
});

describe('where a call without a model is processed', () => {
  const regions = (text: string, path: string): readonly unknown[] =>
    (detect(text, path).addresses ?? []).map(({ host, region, possibleRegions }) => [
      host,
      region ?? possibleRegions,
    ]);
  const URL = 'https://acme-chat.openai.azure.com';

  it.each([
    ['a.yaml', `llm:\n  provider: azure\n  endpoint: ${URL}\n  region: eastus\n  deployment: chat\n`],
    ['.env', `AZURE_OPENAI_ENDPOINT=${URL}\nAZURE_OPENAI_REGION=eastus\nAZURE_OPENAI_DEPLOYMENT=chat\n`],
    ['a.json', `{"AzureOpenAI": {"Endpoint": "${URL}", "Location": "eastus", "Deployment": "chat"}}`],
  ])('is told by the region beside its address, in %s: %s', (path, text) => {
    expect(regions(text, path)).toEqual([['azure', 'eastus']]);
  });

  it('is told by the address where no region is set, and not by that of another', () => {
    expect(regions(`llm:\n  endpoint: ${URL}\n  deployment: chat\n`, 'a.yaml')).toEqual([
      ['azure', 'acme-chat.openai.azure.com'],
    ]);
    const two = `llm:\n  - endpoint: ${URL}\n    region: eastus\n    deployment: chat\n  - region: westeurope\n    deployment: a\n`;
    expect(regions(two, 'a.yaml')).toEqual([['azure', 'eastus']]);
  });
});
