import { describe, expect, it } from 'vitest';
import { detectReferences } from '../../../../src/core/detect/detectReferences';
import { builtCatalog } from '../../../support/builtCatalog';
import { stepsOf } from '../../steps';
import { detect, found, unmark } from '../marked';

const CASES: Readonly<Record<string, readonly (readonly [path: string, marked: string])[]>> = {
  'what a factory of the AI SDK is given': [
    ['a.ts', "import { lmnt } from '@ai-sdk/lmnt';\nlmnt.speech('⟦aurora|other⟧');"],
    ['a.ts', "import { mistral } from '@ai-sdk/mistral';\nmistral('⟦house|mistral⟧');"],
    ['a.ts', "import { mistral } from '@ai-sdk/mistral';\nmistral(name, 'house');\nmistral({ a: 'house' });"],
    ['a.ts', "import { mistral } from './mistral';\nrun({ model: mistral('house') });"],
    [
      'a.ts',
      "import { generateText } from 'ai';\nimport { mistral } from './mistral';\ngenerateText({ model: mistral('⟦house|mistral⟧') });",
    ],
    ['a.ts', "import { generateText } from 'ai';\ngenerateText({ model: acme('house') });"],
  ],
  'whom a factory asks that was given an address, or not': [
    "createOpenAI();\na('⟦house|openai⟧');",
    "createOpenAI({ apiKey });\na('⟦acme/house|openai⟧');",
    "createOpenAI({ baseURL: 'https://api.groq.com/openai/v1' });\na('⟦house|groq⟧');",
    "createOpenAI({ baseURL: process.env.U });\na('⟦house|other⟧');",
    "createOpenAI({ baseURL: process.env.U });\na('⟦acme/house|huggingface⟧');",
    "createOpenAI({ baseURL: 'https://llm.acme.com/v1' });\na('⟦acme/house|huggingface⟧');",
  ].map(([, made]) => ['a.ts', `import { createOpenAI } from '@ai-sdk/openai';\nconst a = ${made}`]),
  'the values of a type for ids': [
    ['a.ts', "type DeepgramModelId = '⟦base|other⟧' | '⟦nova|other⟧';\n"],
    ['a.ts', "type DeepgramModel = 'base' | 'nova';\n"],
    ['a.ts', "type DeepgramModelNames = '⟦base⟧';\n"],
    ['a.ts', "type deepgramModelId = 'base';\n"],
    ['a.json', '{"DeepgramModelId": "base"}\n'],
  ],
  'what a client is asked for, whatever it is called': [
    [
      'a.py',
      'from openai import AzureOpenAI\nc = AzureOpenAI()\nc.chat.completions.create(model="⟦house-1|azure⟧")\n',
    ],
    [
      'a.py',
      'from langchain_openai import AzureChatOpenAI\nAzureChatOpenAI(azure_deployment="⟦house-1|azure⟧")\n',
    ],
    [
      'a.py',
      'from langchain_openai import AzureChatOpenAI\nAzureChatOpenAI(azure_deployment="example-deployment")\n',
    ],
    [
      'a.py',
      'from langchain_openai import AzureChatOpenAI\nAzureChatOpenAI(azure_deployment="house-placeholder")\n',
    ],
    ['a.py', 'from langchain_openai import ChatOpenAI\nChatOpenAI(deployment_name="house-1")\n'],
    ['a.py', 'from langchain_xai import ChatXAI\nChatXAI(model="⟦house-1|xai⟧")\n'],
    ['a.py', 'from house import ChatHouse\nChatHouse(model="house-1")\n'],
    [
      'a.py',
      'from openai import OpenAI\nOpenAI(base_url="https://llm.house.dev/v1").chat.completions.create(model="⟦cheap|other⟧")\n',
    ],
    [
      'a.ts',
      'import OpenAI from "openai";\nnew OpenAI({ baseURL: "https://llm.house.dev/v1" }).chat.completions.create({ model: "⟦cheap|other⟧" });\n',
    ],
    [
      'a.py',
      'from openai import AzureOpenAI\nAzureOpenAI(azure_endpoint="https://house.openai.azure.com").chat.completions.create(model="cheap")\n',
    ],
    ['a.py', 'from openai import OpenAI\nc = OpenAI()\nc.chat.completions.create(model="⟦cheap|openai⟧")\n'],
    [
      'a.py',
      'from openai import OpenAI\nM = {"cheap": "x"}\nc = OpenAI()\nc.chat.completions.create(model="cheap")\n',
    ],
    [
      'a.py',
      "from openai import OpenAI\nM = {'cheap': 'x'}\nc = OpenAI()\nc.chat.completions.create(model='cheap')\n",
    ],
    ['a.py', 'from openai import OpenAI\nc = OpenAI()\nc.chat.completions.create(model="Cheap")\n'],
    [
      'a.ts',
      'import { AzureOpenAI } from "openai";\nconst c = new AzureOpenAI({ endpoint: "https://a.openai.azure.com" });\n' +
        'c.chat.completions.create({ model: "⟦claims|azure⟧", messages: [] });\n',
    ],
    [
      'a.ts',
      'import OpenAI from "openai";\nconst M = { cheap: "x" };\nconst c = new OpenAI();\n' +
        'c.chat.completions.create({ model: "cheap", messages: [] });\n',
    ],
    [
      'a.go',
      'package a\nfunc f() {\n\tc := openai.NewClient(azure.WithEndpoint("https://a.openai.azure.com", "x"))\n' +
        '\tc.Chat.Completions.New(ctx, openai.ChatCompletionNewParams{Model: "⟦claims|azure⟧"})\n}\n',
    ],
    [
      'A.cs',
      'var azure = new AzureOpenAIClient(new Uri("https://a.openai.azure.com"), key);\n' +
        'var chat = azure.GetChatClient("⟦claims⟧");\n',
    ],
    [
      'A.java',
      'import com.azure.ai.openai.OpenAIClient;\nclass A {\n  OpenAIClient client = new OpenAIClientBuilder().buildClient();\n' +
        '  Object f() { return client.getChatCompletions("⟦claims⟧", options); }\n}\n',
    ],
    ['a.py', 'from openai import OpenAI\nc = OpenAI()\nc.moderations.create(model="cheap")\n'],
    ['a.py', 'from openai import OpenAI\nc = OpenAI()\nc.chat.completions.create(name="house-1")\n'],
    ['a.py', 'from groq import Groq\ngroq = Groq()\ngroq.chat.completions.create(model="⟦house-1|groq⟧")\n'],
    ['a.py', 'from groq import Groq\nGroq().chat.completions.create(model="⟦house-1|groq⟧")\n'],
    ['a.py', 'from house import House\nhouse = House()\nhouse.chat.completions.create(model="house-1")\n'],
    [
      'A.java',
      'import com.openai.models.*;\nvar p = ChatCompletionCreateParams.builder().model("⟦house-1|openai⟧").build();\n',
    ],
    [
      'a.php',
      "<?php\n$client = OpenAI::client($key);\n$client->chat()->create(['model' => '⟦house-1|openai⟧']);\n",
    ],
    ['a.go', 'mistral.New(mistral.WithModel("⟦house-1|mistral⟧"))\n'],
    ['a.go', 'house.New(house.WithModel("house-1"))\n'],
  ],
  'a name of no known form in the chain of a builder with one address': [
    [
      'A.java',
      'ChatModel.builder().baseUrl("http://localhost:1234/v1").modelName("⟦nanika-fumei-7b⟧").build();',
    ],
    [
      'A.java',
      'ChatModel.builder().modelName("⟦nanika-fumei-7b⟧").baseUrl("http://localhost:1234/v1").build();',
    ],
    [
      'A.kt',
      'ChatModel.builder()\n  .baseUrl("http://localhost:1234/v1")\n  .modelName("⟦nanika-fumei-7b⟧")\n',
    ],
    ['A.java', 'ChatModel.builder().modelName("nanika-fumei-7b").build();'],
    ['A.java', 'Y.of("http://localhost:1234/v1"); Car.builder().modelName("nanika-fumei-7b").build();'],
    [
      'A.java',
      'ChatModel.builder().baseUrl("http://localhost:1234/v1").modelNames("nanika-fumei-7b").build();',
    ],
  ],
};

describe.each(Object.entries(CASES))('%s', (_, cases) => {
  it.each(cases)('in %s: %s', (path, marked) => {
    const text = unmark(marked);
    expect(found(text, path)).toEqual(text.expected);
  });
});

it('words that a client sends are looked for among the keys of a text once', () => {
  const read = (count: number): unknown => {
    const calls = 'client.chat.completions.create(model="house", messages=m)\n'.repeat(count);
    const text = `from openai import OpenAI\nclient = OpenAI()\n${calls}`;
    return detectReferences(text, { path: 'a.py', catalog: builtCatalog() }).references;
  };
  expect(read(60)).toHaveLength(60);
  const [few = 1, many = 0] = [60, 120].map((count) => stepsOf(() => read(count)));
  expect(many / few).toBeLessThan(2.3);
});

describe('a word that a client of a library is made for', () => {
  const named = (text: string, path: string): readonly unknown[] =>
    detect(text, path).references.map(({ id, role, host }) => [id, role, host]);
  const AT = 'llm.acme.example';
  const made = (name: string): string =>
    `from langchain_openai import ChatOpenAI\nf = ChatOpenAI(base_url="https://${AT}/v1", model="${name}")\n`;

  it.each(['claims', 'team_b'])('is what is asked for at its address: %s', (name) => {
    expect(named(made(name), 'a.py')).toEqual([[name, 'calls', AT]]);
    const js = `import { ChatOpenAI } from "@langchain/openai";\nconst f = new ChatOpenAI({ model: "${name}", configuration: { baseURL: "https://${AT}/v1" } });\n`;
    expect(named(js, 'a.ts')).toEqual([[name, 'calls', AT]]);
    const sent = `c = OpenAI(base_url="https://${AT}/v1")\nc.chat.completions.create(model="${name}", messages=[])\n`;
    expect(named(sent, 'a.py')).toEqual([[name, 'calls', AT]]);
  });

  it('is none where it is the key of a table, or for a reader to fill in', () => {
    expect(named(`T = {"cheap": 1}\n${made('cheap')}`, 'a.py')).toEqual([]);
    expect(named(made('your_model'), 'a.py')).toEqual([]);
    expect(named(made('model_name'), 'a.py')).toEqual([]);
  });
});
