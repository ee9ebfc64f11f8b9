import { describe, expect, it } from 'vitest';
import { detect } from '../../marked';

describe('a client that is asked where it is made', () => {
  const hosts = (text: string, path: string): readonly (string | null)[] =>
    detect(text, path).references.map(({ host }) => host);
  const HUB = 'from huggingface_hub import InferenceClient\n';
  const AT = 'https://openrouter.ai/api/v1';
  const OTHER = 'https://api.deepseek.com';

  it.each([
    [
      `${HUB}r = InferenceClient(provider="groq").chat_completion(model="meta-llama/Llama-3.1-8B", messages=m)\n`,
      'a.py',
      'groq',
    ],
    [
      `${HUB}r = InferenceClient(token=t).chat_completion(model="meta-llama/Llama-3.1-8B", messages=m)\n`,
      'a.py',
      'huggingface',
    ],
    [
      'import { InferenceClient } from "@huggingface/inference";\n' +
        'const r = await new InferenceClient(t).chatCompletion({ model: "meta-llama/Llama-3.1-8B", provider: "groq" });\n',
      'a.ts',
      'groq',
    ],
    [
      `r = OpenAI(base_url="${AT}").chat.completions.create(messages=[{"content": f"{a}; (b)"}], model="gpt-4o")\n` +
        `s = OpenAI(base_url="${OTHER}")\n`,
      'a.py',
      'openrouter',
    ],
    [
      `r = OpenAI::Client.new(uri_base: "${AT}").chat(parameters: { model: "gpt-4o" })\ns = OpenAI::Client.new(base_url: "${OTHER}")\n`,
      'a.rb',
      'openrouter',
    ],
    [
      `<?php\n$r = OpenAI::factory()->withBaseUri('${AT}')->make()->chat()->create(['model' => 'gpt-4o', 'messages' => []]);\n` +
        `$s = OpenAI::factory()->withBaseUri('${OTHER}')->make();\n`,
      'a.php',
      'openrouter',
    ],
    [
      `import { createOpenAI } from "@ai-sdk/openai";\nimport { generateText } from "ai";\n` +
        `const r = await generateText({ model: createOpenAI({ baseURL: "${AT}" })("gpt-4o"), prompt });\n`,
      'a.ts',
      'openrouter',
    ],
    [
      'client := openai.NewClient()\n' +
        `r, _ := client.Chat.Completions.New(ctx, openai.Params{Model: "gpt-4o"}, option.WithBaseURL("${AT}"))\n`,
      'a.go',
      'openrouter',
    ],
  ])('%s', (text, path, host) => expect(hosts(text, path)).toEqual([host]));
});

describe('a client of a gateway', () => {
  const IMPORT = 'from portkey_ai import Portkey, PORTKEY_GATEWAY_URL, createHeaders\n';
  const ASK = 'chat.completions.create(model="gpt-4o", messages=m)\n';
  const asked = (text: string, path = 'a.py'): readonly unknown[] =>
    detect(text, path).references.map(({ host, via }) => [host, via]);

  it.each([
    [`${IMPORT}pk = Portkey(api_key=k, provider="openai")\nr = pk.${ASK}`, 'a.py'],
    [`${IMPORT}r = Portkey(api_key=k, provider="openai").${ASK}`, 'a.py'],
    [`${IMPORT}r = Portkey(api_key=k).${ASK}`, 'a.py'],
    [
      'import Portkey from "portkey-ai";\nconst pk = new Portkey({ apiKey });\n' +
        'const r = await pk.chat.completions.create({ model: "gpt-4o", messages });\n',
      'a.ts',
    ],
  ])('passes the call on: %s', (text, path) =>
    expect(asked(text, path)).toEqual([['openai', 'api.portkey.ai']]),
  );

  it('is asked at another address where it is given one', () =>
    expect(asked(`${IMPORT}pk = Portkey(base_url="https://gw.acme.com/v1")\nr = pk.${ASK}`)).toEqual([
      ['gw.acme.com', undefined],
    ]));

  it('has its address as a constant of its library', () =>
    expect(
      asked(
        `${IMPORT}c = OpenAI(base_url=PORTKEY_GATEWAY_URL, default_headers=createHeaders(provider="openai"))\nr = c.${ASK}`,
      ),
    ).toEqual([['api.portkey.ai', undefined]]));
});

describe('a client that is made where it is called', () => {
  it('has no address that the one before it was made with', () => {
    const text =
      'r = OpenAI(base_url="http://x:1/v1").responses.create(model="qwen3-8b")\n' +
      'print(OpenAI(api_key="k").responses.create(model="gpt-4o"))\n';
    expect(detect(text, 'a.py').references.map(({ id, host }) => [id, host])).toEqual([
      ['qwen3-8b', 'self'],
      ['gpt-4o', 'openai'],
    ]);
  });

  it.each([
    [
      'a.js',
      "const config = { baseURL: 'https://api.deepseek.com/v1' };\nawait new OpenAI(config).chat.completions.create({ model: 'deepseek-chat' });\n",
    ],
    [
      'a.py',
      'URL = "https://api.deepseek.com"\nOpenAI(base_url=URL).chat.completions.create(model="deepseek-chat")\n',
    ],
    [
      'a.cs',
      'var options = new OpenAIClientOptions { Endpoint = new Uri("https://api.deepseek.com") };\nvar chat = new OpenAIClient(cred, options).GetChatClient("deepseek-chat");\n',
    ],
  ])('may have the address of a variable that it is made with, in %s', (path, text) => {
    expect(detect(text, path).references[0]?.host).toBe('deepseek');
  });
});
