import { describe, expect, it } from 'vitest';
import { detectReferences } from '../../../../src/core/detect/detectReferences';
import { builtCatalog } from '../../../support/builtCatalog';
import { stepsOf } from '../../steps';
import { detect, found, unmark } from '../marked';
import { takenAt } from './takenAt';

describe('a name with a provider or another word before it', () => {
  it.each([
    ['accounts/acme/models/thing', 'fireworks: gateway client ollama loader key value entry text'],
    ['publishers/google/models/thing', 'vertex thing: gateway client ollama loader key value entry text'],
    ['@cf/acme/thing', 'cloudflare: gateway client ollama loader key value entry text data'],
    [
      'arn:aws:bedrock:us-east-1:123456789012:provisioned-model/abc123',
      'bedrock: gateway client ollama loader key',
    ],
    [
      'openai/whisper-large-v3',
      'huggingface: gateway loader key value entry text; together: client; ollama: ollama',
    ],
    [
      'openai/gpt-oss-20b',
      'huggingface: gateway loader key value entry text; together: client; ollama: ollama',
    ],
    ['openai/gpt-oss', 'huggingface: gateway loader key value entry text; together: client; ollama: ollama'],
    ['openai/my-gpt-oss-20b', ''],
    [
      'openai/gpt-4o',
      'openai gpt-4o: gateway key value entry text; together gpt-4o: client; ollama: ollama; huggingface: loader',
    ],
    ['openai/house-1', 'huggingface: gateway loader key; together: client; ollama: ollama'],
    [
      'openai:chat:gpt-4o-mini',
      'openai gpt-4o-mini: gateway loader key value entry text; together gpt-4o-mini: client',
    ],
    [
      'openai::chat::gpt-4o-mini',
      'openai gpt-4o-mini: gateway loader key value entry text; together gpt-4o-mini: client',
    ],
    [
      'bedrock:converse:anthropic.claude-3-haiku-20240307-v1:0',
      'bedrock anthropic.claude-3-haiku-20240307-v1:0: gateway client loader key value entry text',
    ],
    [
      'huggingface:text-generation:acme/thing-7b',
      'huggingface acme/thing-7b: gateway loader key; together acme/thing-7b: client',
    ],
    [
      'openai:hf:acme/thing-7b',
      'huggingface acme/thing-7b: gateway loader key; together acme/thing-7b: client',
    ],
    [
      'nvidia/gpt-4o',
      'nvidia gpt-4o: gateway key value entry text; together gpt-4o: client; ollama: ollama; nvidia: loader',
    ],
    [
      'nvidia/nemotron-4-340b-instruct',
      'nvidia: gateway; together: client; ollama: ollama; huggingface: loader key value entry text',
    ],
    [
      'mistral/mistral-large-latest',
      'mistral mistral-large-latest: gateway client key value entry text; ollama: ollama; huggingface: loader',
    ],
    [
      'mistralai/mistral-large-2411',
      'mistral mistral-large-2411: gateway client key value entry text; ollama: ollama; huggingface: loader',
    ],
    [
      'groq/llama-3.3-70b-versatile',
      'groq llama-3.3-70b-versatile: gateway client ollama loader key value entry text',
    ],
    ['groq/house', 'groq house: gateway; together: client; ollama: ollama; huggingface: loader'],
    ['groq/house-1', 'groq house-1: gateway client ollama loader key'],
    ['groq/Llama-3-8B', 'groq Llama-3-8B: gateway client ollama loader key value entry text'],
    ['groq/llama', 'groq llama: gateway; together: client; ollama: ollama; huggingface: loader key'],
    ['groq/gemma-7b', 'groq gemma-7b: gateway client ollama loader key value entry text'],
    [
      'groq/acme/llama-7b',
      'groq acme/llama-7b: gateway key value entry text; together acme/llama-7b: client; huggingface acme/llama-7b: ollama loader',
    ],
    [
      'groq/acme/house',
      'groq acme/house: gateway key; together acme/house: client; huggingface acme/house: ollama loader',
    ],
    [
      'groq/acme/gpt-4o',
      'groq acme/gpt-4o: gateway key value entry text; together acme/gpt-4o: client; huggingface acme/gpt-4o: ollama loader',
    ],
    ['groq/./llama-7b', ''],
    ['groq/x', 'groq: gateway; ollama: ollama; huggingface: loader'],
    [
      'together/Qwen/Qwen2.5-7B-Instruct',
      'together Qwen/Qwen2.5-7B-Instruct: gateway client key value entry text; huggingface Qwen/Qwen2.5-7B-Instruct: ollama loader',
    ],
    [
      'fireworks_ai/accounts/fireworks/models/house',
      'fireworks: gateway client ollama loader key value entry text',
    ],
    [
      'huggingface/together/acme/thing-7b',
      'huggingface acme/thing-7b: gateway ollama loader key; together acme/thing-7b: client',
    ],
    [
      'huggingface/acme/thing-7b',
      'huggingface acme/thing-7b: gateway ollama loader key; together acme/thing-7b: client',
    ],
    ['huggingface/foo/acme/thing-7b', ''],
    [
      'openrouter/openrouter/auto-1',
      'openrouter openrouter/auto-1: gateway key; together openrouter/auto-1: client; huggingface openrouter/auto-1: ollama loader',
    ],
    [
      'openrouter/deepseek/some',
      'openrouter deepseek/some: gateway key; together deepseek/some: client; huggingface deepseek/some: ollama loader',
    ],
    ['openrouter/auto', 'openrouter auto: gateway; huggingface: client loader key; ollama: ollama'],
    ['ollama/llama3.2', 'ollama llama3.2: gateway client ollama loader key value entry'],
    ['ollama/llama3.2:1b', 'ollama llama3.2:1b: gateway client ollama loader key value entry'],
    ['ollama/house', 'ollama house: gateway; ollama: ollama; huggingface: loader key'],
    ['ollama:llama3.2', 'ollama llama3.2: gateway client ollama loader key value entry'],
    ['ollama:house', 'ollama house: gateway'],
    ['codestral:22b', 'ollama: gateway client ollama key value entry text data'],
    [
      'opencode/big-pickle',
      'other big-pickle: gateway client key; ollama big-pickle: ollama; huggingface big-pickle: loader',
    ],
    ['opencode/big', 'other big: gateway; ollama: ollama; huggingface: loader'],
    ['opencode:big-pickle', 'other big-pickle: gateway loader'],
    ['azure/house-1', 'azure house-1: gateway client ollama loader key'],
    ['azure/gpt-4o', 'azure gpt-4o: gateway client ollama loader key value entry text'],
    ['azure:house-1', 'azure house-1: gateway loader'],
    [
      'bedrock/anthropic.claude-3-haiku-20240307-v1:0',
      'bedrock anthropic.claude-3-haiku-20240307-v1:0: gateway client ollama loader key value entry text',
    ],
    [
      'cc/claude-haiku-4-5',
      'huggingface: gateway loader; anthropic claude-haiku-4-5: client key value entry; ollama: ollama',
    ],
    ['cc/claude-house-1', 'huggingface: gateway loader key; together: client; ollama: ollama'],
    ['cc/o1', 'huggingface: gateway loader; ollama: ollama'],
    ['anthropic-x/claude-haiku-4-5', 'huggingface: gateway loader key; together: client; ollama: ollama'],
    [
      'meta-llama/claude-haiku-4-5',
      'huggingface: gateway loader key value entry text; together: client; ollama: ollama',
    ],
    ['fast:gpt-4o-mini', 'openai gpt-4o-mini: gateway client ollama loader key value entry text'],
    ['ft:gpt-4o-mini:acme', 'openai: gateway loader key value entry text; together: client; ollama: ollama'],
    ['1fast:gpt-4o-mini', ''],
    [
      'scaleway/qwen3.6-27b',
      'other qwen3.6-27b: gateway client key value entry text; ollama qwen3.6-27b: ollama; huggingface qwen3.6-27b: loader',
    ],
    [
      'replicate/acme/thing:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef',
      'replicate acme/thing:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef: gateway key; together acme/thing:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef: client; huggingface acme/thing:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef: ollama loader',
    ],
    ['provider::LLAMA_3_1_8B', ''],
    ['groq:LLAMA_3_1_8B', ''],
    [
      'openrouter/deepseek/fine-model',
      'openrouter deepseek/fine-model: gateway key value entry text; together deepseek/fine-model: client; huggingface deepseek/fine-model: ollama loader',
    ],
    ['openrouter/deepseek/fine-model.py', ''],
    [
      'openrouter/acme/fine-model',
      'openrouter acme/fine-model: gateway key; together acme/fine-model: client; huggingface acme/fine-model: ollama loader',
    ],
    ['openrouter/deepseek/fine-model/x', ''],
    ['embedding-001', 'ollama: ollama'],
    ['embedding-3', 'ollama: ollama'],
    ['openai:chat::gpt-4o', 'openai gpt-4o: gateway loader key value entry text; together gpt-4o: client'],
  ])('%s is of %s', (name, places) => expect(takenAt(name)).toBe(places));
});

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
  'a name one slip away from one of the service': [
    [
      'a.py',
      'client = OpenAI()\n# model: gpt-4o-mni\nclient.chat.completions.create(model="⟦gpt-4o-mni|openai⟧")',
    ],
    ['a.md', 'Set the model to `gpt-4o-mni` here.\n'],
    ['a.py', 'client = AzureOpenAI()\nclient.chat.completions.create(model="gpt-4o-mni")'],
    ['a.py', 'client = OpenAI()\nclient.chat.completions.create(model="gpt-4o-mini.py")'],
  ],
  'the setting of a service, whatever it names': [
    ['.env', 'OPENAI_MODEL=⟦house-tuned-1|openai⟧\n'],
    ['.env', 'OPENAI_MODEL=house\n'],
    ['.env', 'OPENAI_MODEL=house-1.py\n'],
    ['.env', 'OPENAI_MODEL=your-model-1\n'],
    ['.env', 'OLLAMA_MODEL=⟦house-tuned-1|ollama⟧\n'],
    ['.env', 'OPENAI_NAME=house-tuned-1\n'],
    ['.env', 'LLM_MODEL=house-tuned-1\n'],
    ['a.yaml', 'openai:\n  model: ⟦house-tuned-1|openai⟧\n'],
    ['a.yaml', 'openai:\n  name: house-tuned-1\n'],
    ['a.py', 'OPENAI_MODEL = "house-tuned-1"\n'],
    ['.env', 'OPENAI_MODEL=⟦推論用|openai⟧\n'],
    ['a.json', '{"openai": {"model": "⟦社内LLM|openai⟧"}, "ollama": {"model": "⟦résumé-v2|ollama⟧"}}'],
    ['a.json', '{"openai": {"model": "Verfügbar", "modelId": "Schlüssel"}, "ollama": {"model": "Größe"}}'],
    ['de.json', '{"openai": {"model": "Schlüssel-ID"}}'],
    ['zh-CN.json', '{"openai": {"model": "推理服务-1"}}'],
    ['messages_ja.properties', 'openai.model=推論LLM\n'],
  ],
  'the values of a type for ids': [
    ['a.ts', "type DeepgramModelId = '⟦base|other⟧' | '⟦nova|other⟧';\n"],
    ['a.ts', "type DeepgramModel = 'base' | 'nova';\n"],
    ['a.ts', "type DeepgramModelNames = '⟦base⟧';\n"],
    ['a.ts', "type deepgramModelId = 'base';\n"],
    ['a.json', '{"DeepgramModelId": "base"}\n'],
  ],
  'the name of a deployment in a setting': [
    ['a.yaml', 'AZURE_OPENAI_CHAT_DEPLOYMENT_NAME: ⟦house-1|azure⟧\n'],
    ['a.yaml', 'azureOpenAIApiDeploymentName: ⟦house-1|azure⟧\n'],
    ['a.yaml', 'AZURE_OPENAI_DEPLOYMENT: house\n'],
    ['a.yaml', 'azure_openai:\n  deployment: ⟦house-1|azure⟧\n'],
    ['a.yaml', 'openai:\n  deployment: house-1\n'],
    ['a.yaml', 'azure:\n  openai:\n    chat:\n      deployment-name: ⟦house-1|azure⟧\n'],
    ['a.yaml', 'AZURE_OPENAI_VISION_DEPLOYMENT: ⟦house-1|azure⟧\nAZUREAI_DEPLOYMENT: ⟦house-2|azure⟧\n'],
    ['a.yaml', 'azure:\n  ai:\n    search:\n      k8s:\n        deployment: search-api-v2\n'],
    ['a.yaml', 'azure:\n  openai:\n    aks:\n      deployment: api-v2\n'],
    ['a.yaml', 'azure_openai:\n  aks:\n    deployment: api-v2\n'],
    ['a.yaml', 'k8s:\n  azure_openai:\n    deployment: ⟦house-1|azure⟧\n'],
    ['a.yaml', 'azure:\n  aiops:\n    deployment_id: west-2\n  air:\n    deployment_id: west-3\n'],
    ['a.yaml', 'azure_ai_search:\n  rollout:\n    deployment_name: blue-1\n'],
    ['a.yaml', 'azure_ai_vision_deployment: prod-2\nazure_ai_speech_deployment: prod-3\n'],
    ['a.py', 'AZURE_OPENAI_DEPLOYMENT = "house-1"\n'],
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
  'what is only called like a model, or begins so': [
    ['a.py', 'tags = {"family": "gpt-4o"}\nx(series="gpt-4o", label="gpt-4o")\n'],
    ['a.md', 'The gpt-4. And claude-3- models.\n'],
    ['a.py', 'if "gemini-2.5" in name: pass\nif name.startswith("gpt-4o-"): pass\n'],
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
  'a short name where the text speaks of others': [
    ['a.yaml', 'list:\n  - id: ⟦o1⟧\n# gpt-4\n'],
    ['a.yaml', 'list:\n  - name: ⟦o3⟧\n# gpt-4\n'],
    ['a.yaml', 'list:\n  - title: o3\n# gpt-4\n'],
    ['a.yaml', 'list:\n  - id: o1\n'],
    ['a.py', '# Gemini\nm = embed(model="⟦embedding-001⟧")'],
    ['a.py', '# Gemini\nx = "embedding-001"'],
    ['a.py', '# Acme\nm = embed(model="embedding-001")'],
  ],
};

describe.each(Object.entries(CASES))('%s', (_, cases) => {
  it.each(cases)('in %s: %s', (path, marked) => {
    const text = unmark(marked);
    expect(found(text, path)).toEqual(text.expected);
  });
});

it('weights on the Hub whose owner is called like a provider are loaded from there', () => {
  const { references } = detectReferences('AutoModel.from_pretrained("cerebras/btlm-3b-8k-base")\n', {
    path: 'a.py',
    catalog: builtCatalog(),
  });
  expect(references).toMatchObject([{ id: 'cerebras/btlm-3b-8k-base', registry: 'huggingface' }]);
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

describe('what says how a model is served', () => {
  const AT = 'c = OpenAI(base_url="https://openrouter.ai/api/v1")\n';
  const idsOf = (name: string, before = AT): readonly string[] => {
    const text = `from openai import OpenAI\n${before}c.chat.completions.create(model="${name}")\n`;
    return detectReferences(text, { path: 'a.py', catalog: builtCatalog() }).references.map(({ id }) => id);
  };

  it.each([
    ['x-ai/grok-4-fast', 'grok-4-fast'],
    // OpenRouter ended this route apart from others.
    ['x-ai/grok-4-fast:free', 'x-ai/grok-4-fast:free'],
    ['openrouter/deepseek/deepseek-r1:free', 'deepseek/deepseek-r1:free'],
    ['x-ai/grok-4-fast:nitro', 'grok-4-fast'],
  ])('is no part of a name that its maker has so: %s', (name, id) => expect(idsOf(name)).toEqual([id]));

  it('is none at the maker either', () => {
    const own = 'c = OpenAI(base_url="https://api.x.ai/v1")\n';
    expect(idsOf('grok-4-fast', own)).toEqual(['grok-4-fast']);
  });

  it.each([
    ['x-ai/grok-4:online', 'grok-4'],
    ['anthropic/claude-opus-4.6-fast', 'claude-opus-4.6'],
    ['anthropic/claude-3.7-sonnet:thinking', 'claude-3.7-sonnet'],
  ])('is left out: %s', (name, id) => expect(idsOf(name)).toEqual([id]));
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

describe('a name of a maker beside the key of a service that runs weights of many', () => {
  const hostBeside = (key: string, name: string): string | null | undefined =>
    detectReferences(`key = os.environ["${key}"]\nMODEL = "${name}"\n`, {
      path: 'a.py',
      catalog: builtCatalog(),
    }).references.find(({ text }) => text === name)?.host;

  it.each([
    ['GROQ_API_KEY', 'deepseek-chat', 'deepseek'],
    ['GROQ_API_KEY', 'qwen-max', 'alibaba'],
    ['GROQ_API_KEY', 'moonshot-v1-32k', 'moonshot'],
    ['TOGETHER_API_KEY', 'deepseek-reasoner', 'deepseek'],
    ['FIREWORKS_API_KEY', 'deepseek-chat', 'deepseek'],
    ['CEREBRAS_API_KEY', 'qwen-max', 'alibaba'],
    ['NVIDIA_API_KEY', 'deepseek-chat', 'deepseek'],
  ])("is the maker's where that service has none of it: %s, %s", (key, name, host) => {
    expect(hostBeside(key, name)).toBe(host);
  });

  it.each([
    ['GROQ_API_KEY', 'kimi-k2-instruct'],
    ['GROQ_API_KEY', 'gpt-oss-120b'],
    ['GROQ_API_KEY', 'deepseek-r1-distill-llama-70b'],
  ])("is that service's where it has it: %s, %s", (key, name) => {
    expect(hostBeside(key, name)).toBe('groq');
  });
});
