import { describe, expect, it } from 'vitest';
import { Brackets } from '../../../src/core/detect/brackets';
import { addressOfBody, ClientAddresses } from '../../../src/core/detect/clients';
import { Evidence } from '../../../src/core/detect/evidence';
import { CodeVariables } from '../../../src/core/detect/codeVariables';
import { hostsOf } from '../../../src/core/detect/host';
import { OtherArms } from '../../../src/core/detect/otherArms';
import { CATALOG, detect } from './marked';

function clientsOf(text: string): ClientAddresses {
  const hosts = hostsOf(CATALOG);
  const brackets = new Brackets(text);
  const around = {
    brackets,
    variables: new CodeVariables(text, brackets),
    otherArms: new OtherArms(text, () => false),
  };
  return new ClientAddresses(text, brackets, new Evidence(text, around, hosts, new Map()), hosts);
}

describe('the address of a request', () => {
  it.each([
    [
      'send_request(\n    "http://localhost:8080/v1/chat/completions",\n    r#"{"model": "gpt-4o"}"#,\n)',
      'self',
    ],
    [
      'compare(\n    "http://localhost:8080/v1/chat/completions",\n    r#"{"model": "gpt-4o"}"#,\n)',
      'openai',
    ],
    ['send_metric("http://localhost:9091/chat", 1);\n    let body = json!({"model": "gpt-4o"})', 'openai'],
    [
      'send_json(\n    "http://localhost:9091/chat", 1);\n    let body = json!({"model": "gpt-4o"})',
      'openai',
    ],
    ['send_metric(\n    "http://localhost:9091/chat", json!({"model": "gpt-4o"}))', 'openai'],
  ])('is the first argument of a call that sends: %j', (text, host) => {
    const [reference] = detect(`fn main() {\n    ${text};\n}\n`, 'src/main.rs').references;
    expect(reference).toMatchObject({ text: 'gpt-4o', host });
  });
});

describe('ClientAddresses', () => {
  it('knows the address that a client was made with, by its name', () => {
    const clients = clientsOf(
      'groq = OpenAI(base_url="https://api.groq.com/openai/v1")\nlocal = OpenAI(base_url="http://localhost:8000/v1")\n',
    );
    expect(clients.of('groq.chat.completions.create')?.host).toBe('groq');
    expect(clients.of('local.chat.completions.create')?.host).toBe('self');
    expect(clients.of('other.chat.completions.create')).toBeUndefined();
    expect(clients.of('')).toBeUndefined();
  });

  it('sees through `self` and `await`', () => {
    const clients = clientsOf('this.client = new OpenAI({ baseURL: "https://api.groq.com/openai/v1" });');
    expect(clients.of('await this.client.responses.create')?.host).toBe('groq');
  });

  it('knows the last address that a name was given before a place', () => {
    const made = (more: string): string => `client = OpenAI(${more})\n`;
    const first = made('base_url="https://api.groq.com/openai/v1"');
    const second = made('base_url="https://openrouter.ai/api/v1"');
    const clients = clientsOf(first + second + made(''));
    expect(clients.of('client.create', 0)?.host).toBe('groq');
    expect(clients.of('client.create', first.length)?.host).toBe('groq');
    expect(clients.of('client.create', first.length + second.length)?.host).toBe('openrouter');
    expect(clients.of('client.create')).toBeUndefined();
  });

  it('knows the address that a module is given, where a field is none', () => {
    const address = '"https://api.groq.com/openai/v1"\n';
    const clients = clientsOf(`openai.api_base = ${address}self.url = ${address}this.url = ${address}`);
    expect(clients.of('openai.ChatCompletion.create')?.host).toBe('groq');
    for (const callee of ['self', 'this', 'url.get', 'ask await openai.get'])
      expect(clients.of(callee)).toBeUndefined();
  });

  it('gives the settings of a library that stand before a place', () => {
    const text = 'X=1\nOPENAI_BASE_URL=https://api.groq.com/openai/v1\n';
    const clients = clientsOf(text);
    expect(clients.ofLibrary('openai', text.length)?.host).toBe('groq');
    expect(clients.ofLibrary('openai', 2)).toBeUndefined();
    expect(clients.ofLibrary('cohere', text.length)).toBeUndefined();
  });

  it('gives the address that a variable is filled into', () => {
    const address = 'https://api.groq.com/v1/models/${model}';
    const clients = clientsOf(
      `const url = \`${address}/chat\`;\nconst other = \`https://acme.example/\${page}\`;`,
    );
    expect(clients.filledWith('model')).toEqual({
      host: 'groq',
      said: address,
      kind: 'address',
      at: 13,
      end: 13 + address.length,
    });
    for (const name of ['engine', 'page', 'del', '1model', 'model}(|'])
      expect(clients.filledWith(name)).toBeUndefined();
  });

  it('gives the address of the command that sends the variable of a shell', () => {
    const clients = clientsOf(
      'API=https://api.groq.com/openai/v1\nMODEL=x\nOTHER=y\nhf download $OTHER\ncurl -s "$API/chat/completions" -d "{\\"model\\": \\"$MODEL\\"}"\n',
    );
    expect(clients.sentWith('MODEL')?.host).toBe('groq');
    expect(clients.sentWith('OTHER')).toBeUndefined();
  });

  it('gives that of any of so many uses of the variable', () => {
    const sent = 'curl https://api.groq.com/openai/v1/chat/completions -d "{\\"model\\": \\"${MODEL}\\"}"\n';
    const hostIn = (text: string, name = 'MODEL'): string | undefined => clientsOf(text).sentWith(name)?.host;
    expect(hostIn(`echo $MODEL\n${sent}`)).toBe('groq');
    expect(hostIn(`${'echo $MODEL\n'.repeat(19)}${sent}`)).toBe('groq');
    expect(hostIn(`${'echo $MODEL\n'.repeat(20)}${sent}`)).toBeUndefined();
    expect(hostIn(sent.replace('${MODEL}', '$MODELS'))).toBeUndefined();
    expect(hostIn(sent, 'MODEL)|(.')).toBeUndefined();
    expect(hostIn(sent.replace('MODEL', '1M'), '1M')).toBeUndefined();
  });
});

describe('addressOfBody', () => {
  const hostOf = (text: string, callee = ''): string | undefined => {
    const brackets = new Brackets(text);
    const around = {
      brackets,
      variables: new CodeVariables(text, brackets),
      otherArms: new OtherArms(text, () => false),
    };
    const evidence = new Evidence(text, around, hostsOf(CATALOG), new Map());
    const start = text.indexOf('gpt-4o');
    return addressOfBody(text, evidence, brackets, { start, end: start + 6, callee })?.host;
  };
  const URL = 'https://api.groq.com/openai/v1/chat/completions';

  it.each([
    ['a dictionary', `payload = {"model": "gpt-4o"}\nrequests.post("${URL}", json=payload)\n`],
    [
      'a client that is made behind',
      `payload = {"model": "gpt-4o"}\nc = httpx.Client(base_url="${URL}")\nc.post("/chat", json=payload)\n`,
    ],
    [
      'a typed map',
      `body := map[string]any{"model": "gpt-4o"}\nb, _ := json.Marshal(body)\nhttp.Post("${URL}", b)\n`,
    ],
    ['a factory of maps', `val body = mapOf("model" to "gpt-4o")\nclient.post("${URL}") { setBody(body) }\n`],
    ['a text', `String body = """\n  { "model": "gpt-4o" }\n  """;\npost("${URL}", body);\n`],
  ])('is where %s is sent that is made before', (_, text) => {
    expect(hostOf(text)).toBe('groq');
  });

  it.each([
    `url = "${URL}"\n\npayload = {"model": "gpt-4o"}\nrequests.post(url, json=payload)\n`,
    `url <- "${URL}"\n\nbody <- list(model = "gpt-4o")\nhttr::POST(url, body = body)\n`,
    `val place = "${URL}"\n\nval json = JSONObject().apply { put("model", "gpt-4o") }\nRequest.Builder().url(place).post(json)\n`,
  ])('is where both the address and what is sent have been given a variable: %s', (text) => {
    expect(hostOf(text)).toBe('groq');
    expect(hostOf(text.replace(/\n\n/, '\n\ndef other():\n'))).toBeUndefined();
    expect(hostOf(text.replace(/(post|POST|url)\((?:url|place)/, '$1(home'))).toBeUndefined();
  });

  it.each([
    `requests.post(own, json={"model": "gpt-4o"})\nrequests.post("${URL}", json={"model": "llama3"})\n`,
    `llms.update(\n    spec={\n        "model": "gpt-4o",\n    },\n)\nllms.update(spec={"base_url": "${URL}"})\n`,
  ])('is not where another call gets an argument of the same name: %s', (text) => {
    expect(hostOf(text)).toBeUndefined();
  });

  const MEMBER =
    `class Tool:\n    def __init__(self):\n        self.base_url = "${URL}"\n\n    def run(self):\n` +
    '        data = {"model": "gpt-4o"}\n        return requests.post(self.base_url, json=data)\n';

  it('is where the address is one that the class gives a member', () => {
    expect(hostOf(MEMBER)).toBe('groq');
    expect(
      hostOf(
        `class Tool {\n  constructor() {\n    this.url = "${URL}";\n  }\n  run() {\n` +
          '    const body = { model: "gpt-4o" };\n    return fetch(this.url, { body });\n  }\n}\n',
      ),
    ).toBe('groq');
  });

  it.each([
    ['another member', MEMBER.replace('post(self.base_url', 'post(self.other')],
    [
      'the statement before',
      MEMBER.replace(
        'return requests',
        'requests.post(self.base_url, json=log)\n        return requests',
      ).replace('post(self.base_url, json=data', 'create(**data'),
    ],
    [
      'the block around',
      `function Tool() {\n  this.url = "${URL}";\n}\nfunction run() {\n  const body = { model: "gpt-4o" };\n` +
        '  return log(this.url, () => {\n    ask(body);\n  });\n}\n',
    ],
    [
      'a member that is also given what the text does not say',
      MEMBER.replace(
        '\n\n    def',
        '\n        if prod:\n            self.base_url = os.environ["LLM_URL"]\n\n    def',
      ),
    ],
    ['another class', MEMBER.replace('    def run', 'class Other:\n    def run')],
    [
      'two of other hosts',
      MEMBER.replace(
        '\n\n    def',
        '\n        if cn:\n            self.base_url = "https://api.deepseek.com/v1/chat/completions"\n\n    def',
      ),
    ],
  ])('is none where it is that of %s', (_, text) => expect(hostOf(text)).toBeUndefined());

  it('is where a mapping is sent that a name is put into', () => {
    expect(hostOf(`body.put("model", "gpt-4o");\npost("${URL}", body);\n`, 'body.put')).toBe('groq');
    expect(hostOf(`ask("gpt-4o");\npost("${URL}", ask);\n`, 'ask')).toBeUndefined();
  });

  it('is none where a variable is given an answer, whatever is asked then', () => {
    expect(
      hostOf(
        `const answer = await client.chat.completions.parse({ model: "gpt-4o" });\nawait fetch("${URL}", { body: answer });\n`,
      ),
    ).toBeUndefined();
    expect(
      hostOf(`payload = {"model": pick("gpt-4o")}\nrequests.post("${URL}", json=payload)\n`, 'pick'),
    ).toBeUndefined();
    expect(hostOf(`answer = ask(model="gpt-4o")\nrequests.post("${URL}", json=answer)\n`)).toBeUndefined();
  });

  it('is none where something else is sent, or another function sends it', () => {
    expect(hostOf(`payload = {"model": "gpt-4o"}\nrequests.post("${URL}", json=other)\n`)).toBeUndefined();
    const list = 'configs = [{"model": "gpt-4o"}]\nAgent(llm_config={"config_list": configs})\n';
    expect(hostOf(`${list}other = OpenAI(base_url="${URL}")\n`)).toBeUndefined();
    expect(
      hostOf(`payload = {"model": "gpt-4o"}\ndef ask(payload):\n  requests.post("${URL}", json=payload)\n`),
    ).toBeUndefined();
  });
});

describe('clients of one name', () => {
  const hostsIn = (text: string, path = 'a.py'): readonly unknown[] =>
    detect(text, path).references.map(({ host }) => host);
  const ask = (made: string, model: string): string =>
    `def ask_${model.replace(/\W/g, '')}():\n    client = ${made}\n` +
    `    return client.chat.completions.create(model="${model}", messages=[])\n\n`;

  it('are asked each where the one is that was made last', () => {
    const text =
      ask('OpenAI(base_url="https://openrouter.ai/api/v1")', 'gpt-4o') +
      ask('OpenAI(api_key=key)', 'gpt-4.1') +
      ask('OpenAI(base_url="https://api.x.ai/v1")', 'grok-2-1212') +
      ask('OpenAI(base_url="https://api.perplexity.ai")', 'sonar-pro');
    expect(hostsIn(text)).toEqual(['openrouter', 'openai', 'xai', 'perplexity']);
  });

  it('have the address of the one that they wrap', () => {
    const text = ask('OpenAI(base_url="https://openrouter.ai/api/v1")', 'gpt-4o');
    const wrapped = text.replace('    return', '    client = instructor.from_openai(client)\n    return');
    expect(hostsIn(wrapped)).toEqual(['openrouter']);
  });
});

describe('a request above a name', () => {
  const hostsIn = (text: string, path: string): readonly unknown[] =>
    detect(text, path).references.map(({ host }) => host);

  it('is none where a client above gets the address', () => {
    const text =
      'a = chat_openai(base_url = "https://api.siliconflow.cn/v1", model = "acme/thing-7b")\n' +
      'b = chat_groq(model = "llama-3.1-8b-instant")\n';
    expect(hostsIn(text, 'a.R')).toEqual(['siliconflow', 'groq']);
    expect(hostsIn(text.replace('chat_openai(base_url = ', 'post('), 'a.R')[1]).toBe('siliconflow');
  });

  it('is none where another function begins, or another command', () => {
    const url = 'url = "https://api.acme.dev/v1/chat/completions"\n';
    const body = '  body = {"model": "gpt-4o"}\n';
    expect(hostsIn(`def a():\n  ${url}  get(url)\ndef b():\n${body}`, 'a.py')).toEqual(['openai']);
    const shell = "curl https://api.groq.com/openai/v1/chat/completions -d '{}'\nllm -m gpt-4o hi\n";
    expect(hostsIn(shell, 'a.sh')).toEqual(['openai']);
  });
});

describe('which client gets a model', () => {
  const TEXTS: readonly (readonly [string, string])[] = [
    [
      'a.py',
      'ours = OpenAI(base_url="http://localhost:8000/v1")\ntheirs = OpenAI()\n' +
        'theirs.chat.completions.create(model="gpt-4o")\nours.chat.completions.create(model="gpt-4o")\n',
    ],
    [
      'a.py',
      'ours = "https://api.groq.com/openai/v1"\ntheirs = OpenAI(base_url=ours)\ntheirs.chat.completions.create(model="gpt-4o")\n',
    ],
    [
      'a.py',
      'class A:\n    def __init__(self):\n        self.ours = boto3.client("bedrock-runtime", region_name="us-east-1")\n' +
        '        self.theirs = boto3.client("bedrock-runtime", region_name="ap-northeast-1")\n\n' +
        '    def go(self):\n        self.ours.converse(modelId="amazon.nova-lite-v1:0")\n',
    ],
    [
      'a.ts',
      'const ours = new OpenAI({ baseURL: "https://api.groq.com/openai/v1" });\nconst theirs = new OpenAI();\n' +
        'await ours.chat.completions.create({ model: "gpt-4o", messages: [] });\n',
    ],
    [
      'a.go',
      'ours := openai.NewClient(option.WithBaseURL("https://api.groq.com/openai/v1"))\n' +
        'ours.Chat.Completions.New(ctx, openai.ChatCompletionNewParams{Model: "gpt-4o"})\n',
    ],
  ];
  const asked = (text: string, path: string) =>
    detect(text, path).references.map(({ id, host, region, possibleRegions }) => [
      id,
      host,
      region,
      possibleRegions,
    ]);

  it.each([
    ['社内', '外部'],
    ['été', 'naïve'],
    ['клиент', 'другой'],
    ['bedrock', 'groqish'],
  ])('does not depend on the script of its name: %s', (ours, theirs) => {
    for (const [path, text] of TEXTS) {
      const renamed = text.replace(/\bours\b/g, ours).replace(/\btheirs\b/g, theirs);
      expect(asked(renamed, path)).toEqual(asked(text, path));
    }
  });
});
