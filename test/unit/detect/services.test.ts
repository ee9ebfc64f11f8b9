import { describe, expect, it } from 'vitest';
import { Clients, ServiceMentions } from '../../../src/core/detect/services';
import { detect } from './marked';

/** The service that a name at the end of a text is meant for, which stands so many characters behind the last mention. */
function near(mentions: string, distance: number): string | undefined {
  const text = `${mentions}${' '.repeat(distance - 'api.groq.com'.length)}`;
  return new ServiceMentions(() => text).near(text.length);
}

describe('the service that a text speaks of', () => {
  it.each([20, 160, 1_000, 1_450])('is the one mentioned last, %d characters before a name', (distance) => {
    expect(near('api.fireworks.ai and api.groq.com', distance)).toBe('groq');
  });

  it('is not known where the last mention is farther away and the text mentions several', () => {
    expect(near('api.fireworks.ai and api.groq.com', 1_550)).toBeUndefined();
  });

  it('is the only one of the text, however far away', () => {
    expect(near('api.groq.com', 9_000)).toBe('groq');
    expect(near('api.groq.com and api.groq.com', 9_000)).toBe('groq');
  });

  it('is none that only a class speaks of which is made of the one around', () => {
    const before = 'class bot:\n    model = "';
    const meant = (behind: string): string | undefined =>
      new ServiceMentions(() => `${before}"\n\n${behind}\n    azure_openai_api_key = 1\n`).near(
        before.length,
      );
    expect(meant('class cloudbot(bot):')).toBeUndefined();
    expect(meant('class cloudbot extends bot {')).toBeUndefined();
    expect(meant('class service:')).toBe('azure');
  });

  const ofAddress = (key: string): unknown =>
    detect(`model: deepseek-chat\noptions:\n  ${key}: https://acme.openai.azure.com/x\n`, 'a.yaml')
      .references[0]?.host;

  it.each(['callback', 'webhook_url', 'redirect_uri', 'app_logo_url'])(
    'is none of an address for something else: %s',
    (key) => expect(ofAddress(key)).toBe('deepseek'),
  );

  it.each(['resource', 'docs', 'docs_endpoint', 'help_url', 'origin', 'catalogo_url', 'logo_endpoint'])(
    'is that of an address that may be asked: %s',
    (key) => expect(ofAddress(key)).toBe('azure'),
  );

  it('is none where a text mentions none', () => {
    expect(near('nothing at all', 100)).toBeUndefined();
  });
});

describe('a name in a text that asks Azure for those alone that say so', () => {
  const host = (condition: string, path = 'a.py'): unknown =>
    detect(
      `def f(model="gpt-4o"):\n    if ${condition}:\n        client = openai.AsyncAzureOpenAI()\n    else:\n        client = openai.AsyncClient()\n`,
      path,
    ).references[0]?.host;

  it.each([
    '"azure" in model',
    "'azure/' in self.model",
    'model.startswith("azure/")',
    'model.lower().startswith("azure")',
    'model.includes("azure")',
    'strings.Contains(model, "azure")',
  ])('is asked at OpenAI where it does not: %s', (condition) => {
    expect(host(condition)).toBe('openai');
  });

  it('is none where something else decides', () => {
    expect(host('use_azure')).toBe('azure');
    expect(host('kind in model')).toBe('azure');
  });
});

describe('a name that an agent of the SDK of OpenAI gets in a text with a client of Azure', () => {
  const meant = (
    imported: string,
    client: string,
    call = 'agent(name="a", instructions="b", model="',
  ): string | undefined => {
    const text = `from agents import ${imported}\nazure = asyncazureopenai()\n${client}`;
    return new ServiceMentions(() => `${text}${call}"\n`).near(text.length + call.length);
  };

  it('is of OpenAI unless the SDK is told to ask Azure', () => {
    expect(meant('agent', '')).toBe('openai');
    const run = 'runner.run(bot)\n';
    expect(meant('agent, runner', run, 'agent[user](instructions=f("x"), model="')).toBe('openai');
    expect(meant('agent, set_default_openai_client', 'set_default_openai_client(azure)\n')).toBe('azure');
    expect(meant('agent', '', 'azure.chat.completions.create(model="')).toBe('azure');
    expect(meant('tools', '')).toBe('azure');
  });

  it.each([
    'agent(client=client, model="',
    'agent(client, name="a", instructions="b", model="',
    'agent(name="a", instructions="b", llm=azure, model="',
    'agent(name="a", model="',
  ])('is of Azure where the agent may be of a module of the project: %s', (call) =>
    expect(meant('agent', '', call)).toBe('azure'),
  );
});

describe('a name behind words for Azure', () => {
  const at = (text: string): string | undefined => new ServiceMentions(() => text).near(text.length);
  const azure = 'azure_openai_api_key=\n\n';

  it('is meant for OpenAI in a class that is called so', () => {
    const text = 'class openai(llm):\n    model: str = "';
    expect(
      new ServiceMentions(() => `${text}"\n\nclass azureopenai(llm):\n    azure_endpoint = 1\n`).near(
        text.length,
      ),
    ).toBe('openai');
    expect(at('azure_endpoint = 1\nclass azureopenai(llm):\n    model: str = "')).toBe('azure');
  });

  it('is meant for OpenAI in a paragraph of settings with its key', () => {
    expect(at(`${azure}graph_api_key=<your_openai_key>\ngraph_model=`)).toBe('openai');
    expect(at(`${azure}graph_api_key=<your_key>\ngraph_model=`)).toBe('azure');
  });

  it('is meant for OpenAI where the text makes no other client', () => {
    const both = 'from openai import asyncazureopenai, asyncopenai\nmodel = "';
    const ends = (text: string): string | undefined =>
      new ServiceMentions(() => `${both}"\n${text}`).near(both.length);
    expect(ends('client = asyncopenai(api_key=key)\n')).toBe('openai');
    expect(ends('client = asyncazureopenai(api_key=key)\n')).toBe('azure');
    expect(ends('client = asyncopenai(api_key=key) if own else asyncazureopenai(key)\n')).toBe('azure');
    expect(ends('client = asyncopenai(base_url="https://x.openai.azure.com")\n')).toBe('azure');
  });

  it('is meant for OpenAI under a key whose section has its like for Azure', () => {
    const section = (name: string): string => `langchain4j.${name}.chat-model`;
    const text = (own: string): string =>
      `${section('azure-open-ai')}.key=\${azure_openai_key}\n\n${section(own)}.model-name=`;
    expect(at(text('open-ai'))).toBe('openai');
    expect(at(text('azure-open-ai'))).toBe('azure');
    expect(at('azure_openai_key=1\n\nllm.open-ai.model-name=')).toBe('azure');
  });

  it.each([
    ['if provider == "openai":\n    return "', 'openai'],
    ['if provider == "azure":\n    return "', 'azure'],
    ['case "openai":\n    return "', 'openai'],
    ['case provider.openai:\n    return "', 'openai'],
    ['case provider.azureopenai:\n    return "', 'azure'],
    ['provider::openai => "', 'openai'],
    ['if provider != "openai":\n    return "', 'azure'],
  ])('is meant for whom a choice between providers tells: %j', (choice, service) => {
    expect(at(`import azureopenai\n${choice}`)).toBe(service);
  });

  it.each([
    '"openai" => type.openai,\n"azureopenai" => type.azureopenai,\n_ => type.openai',
    'return provider === "openai" ? a : isazureopenaiendpoint(url)',
    "type provider = 'openai' | 'azure-openai'",
    'providers = ["azure_openai", "openai"]',
  ])('is meant for its own service where it stands far from them, among providers: %s', (choice) => {
    expect(new ServiceMentions(() => `model = "gpt-4o"\n${choice}`).near(9)).toBeUndefined();
  });

  it('is meant for Azure where it stands far from them, and nobody else is chosen', () => {
    const text = 'model = "gpt-4o"\nfrom "openai" import azureopenai\n';
    expect(new ServiceMentions(() => text).near(9)).toBe('azure');
  });
});

describe('a server on this machine', () => {
  const isOwn = (before: string): boolean =>
    new ServiceMentions(() => before).ownBefore(before.length) !== undefined;

  it('is asked behind its address', () => {
    expect(isOwn('base_url = "http://localhost:8080/v1"\nmodel = ')).toBe(true);
  });

  it.each(['#', '//', ';', '-- '])('is not asked where its address is behind %s', (mark) => {
    expect(isOwn(`a = 1\n${mark} base_url = "http://localhost:8080/v1"\nmodel = `)).toBe(false);
  });
});

describe('each client that could ask either of two services', () => {
  /** Whom the call of a client at the end of a text asks. */
  const asks = (text: string, client = 'dev'): string | undefined =>
    new Clients(text).of(`${client}.models.generate_content`, text.length);
  const cloud = 'prod = genai.Client(vertexai=True, location="asia-northeast1")\n';

  it('asks the one that it was made for, whatever another client of the text asks', () => {
    const text = `dev = genai.Client(api_key=os.environ["KEY"])\n${cloud}`;
    expect(asks(text)).toBe('google');
    expect(asks(text, 'prod')).toBe('vertex');
  });

  it.each([
    ['dev = genai.Client(http_options=o, api_key=os.environ.get("KEY"))', 'google'],
    ['dev = genai.Client(project=os.environ.get("P"), vertexai=True)', 'vertex'],
    ['dev = genai.Client(api_key=os.environ.get("KEY"), vertexai=True)', 'vertex'],
    ['dev = genai.Client(vertexai=False)', 'google'],
    ['dev = genai.Client()', 'google'],
    ['# GOOGLE_GENAI_USE_VERTEXAI=true\ndev = genai.Client()', undefined],
    ['dev = genai.Client(**settings)', undefined],
    ['const dev = new GoogleGenAI({ apiKey: key });', 'google'],
    ['const dev = new GoogleGenAI({ vertexai: true, project: p });', 'vertex'],
    ['dev, err := genai.NewClient(ctx, &genai.ClientConfig{APIKey: key})', 'google'],
    ['dev, err := genai.NewClient(ctx, &genai.ClientConfig{Backend: genai.BackendVertexAI})', 'vertex'],
  ])('is told by its arguments: %s', (made, service) => {
    expect(asks(`${cloud}${made}\n`)).toBe(service);
  });

  it('is told by an address behind a call among its arguments', () => {
    const made = 'dev = OpenAI(api_key=os.getenv("KEY"), base_url="https://api.groq.com/openai/v1")\n';
    expect(asks(made)).toBe('groq');
  });

  it.each([
    ['dev = Anthropic(base_url="http://localhost:8000" if testing else None)', 'anthropic'],
    ['const dev = new Anthropic({ baseURL: testing ? "http://localhost:8000" : undefined });', 'anthropic'],
    ['dev = Anthropic(base_url="http://localhost:8000" if testing else "http://localhost:9000")', 'local'],
  ])(
    'is told by its class where an address is given under a condition, and else none: %s',
    (made, service) => {
      expect(asks(`${made}\n`)).toBe(service);
    },
  );
});

it("asks a maker whose key is named right before its model, and no seller's", () => {
  const text = 'a(env["GROQ_API_KEY"]);\nb(env["DEEPSEEK_API_KEY"]).chatModel("deepseek-chat");\n';
  expect(detect(text, 'a.dart').references.map(({ host }) => host)).toEqual(['deepseek']);
  expect(detect(text.replace('DEEPSEEK', 'OTHER'), 'a.dart').references.map(({ host }) => host)).toEqual([
    'groq',
  ]);
});

it('takes no kind of an account of Azure for a choice of OpenAI', () => {
  const text = (word: string): string =>
    `$Model = "gpt-4o"\naz rest --query "[?${word}=='OpenAI']"\naz cognitiveservices account deployment create --model-name $Model\n`;
  expect(detect(text('kind'), 'a.ps1').references[0]?.host).toBe('azure');
});
