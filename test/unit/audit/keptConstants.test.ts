import { describe, expect, it, vi } from 'vitest';
import { Modules } from '../../../src/core/audit/modules';
import { audit } from '../../../src/core/audit/audit';
import { AuditMemory } from '../../../src/core/audit/memory';
import type { AuditResult } from '../../../src/core/audit/result';
import { createEngine } from '../../../src/core/engine';
import { builtCatalog } from '../../support/builtCatalog';
import { modelRecord, TEST_CATALOG, testCatalog } from '../../support/catalog';
import { memoryFiles, memoryHost } from './memory';

const engine = createEngine(TEST_CATALOG, { now: () => Date.UTC(2026, 10, 30) });

const audited = (files: Record<string, string>, memory?: AuditMemory, by = engine): Promise<AuditResult> =>
  audit(
    { folders: [{ name: 'a', source: memoryFiles(files) }], ...(memory && { memory }) },
    { ...memoryHost, engine: by },
  );

const hostsIn = ({ references }: AuditResult): readonly unknown[] =>
  references.map(({ path, reference }) => [path, reference.text, reference.host]);

const choicesIn = ({ runtimeChoices }: AuditResult): readonly unknown[] =>
  runtimeChoices.map(({ path, choice }) => [path, choice.expression]);

const AZURE = 'import { AzureOpenAI } from "openai";\nconst azure = new AzureOpenAI({});\n';
const ask = (client: string, model: string): string =>
  `${client}.chat.completions.create({ model: ${model}, messages: [] });\n`;

describe('what one file keeps under a name and others ask for', () => {
  it.each([
    [
      'a constant',
      { 'models.ts': 'export const CHAT = "gpt-4o";\n' },
      { 'use.ts': `${AZURE}import { CHAT } from "./models.js";\n${ask('azure', 'CHAT')}` },
    ],
    [
      'a constant by another name, of a package',
      { 'app/config/models.ts': 'export const CHAT = "gpt-4o";\n' },
      { 'app/use.ts': `${AZURE}import { CHAT as C } from "./config";\n${ask('azure', 'C')}` },
    ],
    [
      'a table that is looked up',
      { 'models.ts': 'export const NAMES: Record<string, string> = { fast: "gpt-4o" };\n' },
      { 'use.ts': `${AZURE}import * as models from "./models";\n${ask('azure', 'models.NAMES[kind]')}` },
    ],
    [
      'a field of a class',
      { 'app/models.py': 'class Models:\n    CHAT = "gpt-4o"\n' },
      {
        'app/use.py':
          'from openai import AzureOpenAI\nfrom .models import Models\nclient = AzureOpenAI()\n' +
          'client.chat.completions.create(model=Models.CHAT, messages=[])\n',
      },
    ],
    [
      'a field of an object with names in another script',
      {
        'app/設定.py':
          '@dataclass\nclass モデル設定:\n    要約モデル: str = "gpt-4o"\n\n設定 = モデル設定()\n',
      },
      {
        'app/use.py':
          'from openai import AzureOpenAI\nfrom app.設定 import 設定\nclient = AzureOpenAI()\n' +
          'client.chat.completions.create(model=設定.要約モデル, messages=[])\n',
      },
    ],
    [
      'an entry of a table with names in another script',
      { '模型.ts': 'export const 模型 = { 聊天: "gpt-4o" };\n' },
      { 'use.ts': `${AZURE}import { 模型 } from "./模型";\n${ask('azure', '模型["聊天"]')}` },
    ],
    [
      'a constant of a package of Go',
      { 'llm/models.go': 'package llm\n\nconst (\n\tChat string = "gpt-4o"\n)\n' },
      {
        'main.go':
          'package main\n\nimport (\n\t"example.com/app/llm"\n\t"github.com/sashabaranov/go-openai"\n)\n\nfunc main() {\n' +
          '\tc := openai.NewClientWithConfig(openai.DefaultAzureConfig(key, endpoint))\n' +
          '\tc.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Model: llm.Chat, Messages: messages})\n}\n',
      },
    ],
  ])('is asked where their clients do: %s', async (_, kept, use) => {
    const result = await audited({ ...kept, ...use });
    expect(hostsIn(result)).toEqual([[Object.keys(kept)[0], 'gpt-4o', 'azure']]);
    expect(choicesIn(result)).toEqual([]);
  });

  it.each([
    [
      'another asks elsewhere',
      'const plain = new OpenAI();\n',
      `${ask('azure', 'CHAT')}${ask('plain', 'CHAT')}`,
    ],
    ['another leaves open whom it asks', '', `${ask('azure', 'CHAT')}${ask('client', 'CHAT')}`],
    ['only another name is asked for', '', ask('azure', 'OTHER')],
  ])('stays what its spelling says where %s', async (_, client, asks) => {
    const head = AZURE.replace('{ AzureOpenAI }', 'OpenAI, { AzureOpenAI }');
    const use = `${head}${client}import { CHAT, OTHER } from "./models";\n${asks}`;
    const result = await audited({ 'models.ts': 'export const CHAT = "gpt-4o";\n', 'use.ts': use });
    expect(hostsIn(result)).toEqual([['models.ts', 'gpt-4o', 'openai']]);
  });

  it.each([
    ['azure', AZURE, 'azure'],
    ['client', '', 'openai'],
  ])(
    'is called where it is a member of a type that is only listed there: by %s',
    async (client, made, host) => {
      const use = `${made}import { Llm } from "./models";\n${ask(client, 'Llm.Triage')}`;
      const files = {
        'models.ts': 'export enum Llm { Triage = "gpt-4o", Spare = "gpt-4o-mini" }\n',
        'use.ts': use,
      };
      const result = await audited(files);
      const found = result.references.map(({ reference: { text, role, host } }) => [text, role, host]);
      expect(found).toEqual([
        ['gpt-4o', 'calls', host],
        ['gpt-4o-mini', 'lists', 'openai'],
      ]);
      expect(choicesIn(result)).toEqual([]);
    },
  );

  it.each([
    [
      'models.ts',
      'export enum Llm { Chat = "llama3.1:8b", Spare = "mistral:7b" }\n',
      'use.ts',
      'import { ChatOllama } from "@langchain/ollama";\nimport { Llm } from "./models";\n' +
        'const llm = new ChatOllama({ model: Llm.Chat });\n',
    ],
    [
      'app/models.py',
      'class Llm(str, Enum):\n    CHAT = "llama3.1:8b"\n    SPARE = "mistral:7b"\n',
      'app/use.py',
      'from langchain_ollama import ChatOllama\nfrom .models import Llm\nllm = ChatOllama(model=Llm.CHAT.value)\n',
    ],
    [
      'Llm.kt',
      'enum class Llm(val id: String) {\n    CHAT("llama3.1:8b"),\n    SPARE("mistral:7b"),\n}\n',
      'Use.kt',
      'val model = OllamaChatModel.builder().baseUrl(url).modelName(Llm.CHAT.id).build()\n',
    ],
    [
      'Llm.swift',
      'enum Llm: String {\n    case chat = "llama3.1:8b"\n    case spare = "mistral:7b"\n}\n',
      'Use.swift',
      'let request = OllamaChatRequest(model: Llm.chat.rawValue, messages: [])\n',
    ],
    [
      'Names.kt',
      'enum class Llm(val id: String) {\n    CHAT("llama3.1:8b"),\n    SPARE("mistral:7b"),\n}\n',
      'Use.kt',
      'val model = OllamaChatModel.builder().baseUrl(url).modelName(Llm.CHAT.id).build()\n',
    ],
    [
      'Names.swift',
      'enum Llm: String {\n    case chat = "llama3.1:8b"\n    case spare = "mistral:7b"\n}\n',
      'Use.swift',
      'let request = OllamaChatRequest(model: Llm.chat.rawValue, messages: [])\n',
    ],
  ])('is loaded where it is a member with a name of Ollama: in %s', async (own, type, other, use) => {
    const { references } = await audited({ [own]: type, [other]: use });
    expect(references.map(({ reference: { text, role, host } }) => [text, role, host])).toEqual([
      ['llama3.1:8b', 'loads', 'self'],
      ['mistral:7b', 'lists', null],
    ]);
  });

  it('is only listed where others ask for a member of another type', async () => {
    const { references } = await audited({
      'Names.kt': 'enum class Llm(val id: String) {\n    CHAT("llama3.1:8b"),\n    SPARE("mistral:7b"),\n}\n',
      'Use.kt': 'val model = OllamaChatModel.builder().baseUrl(url).modelName(Other.CHAT.id).build()\n',
    });
    expect(references.map(({ reference: { role } }) => role)).toEqual(['lists', 'lists']);
  });

  it.each([
    ['SentenceTransformer(Encoder.LARGE.value)', ['loads', 'self']],
    ['OpenAI().embeddings.create(model=Encoder.LARGE.value, input=q)', ['calls', 'openai']],
    ['SentenceTransformer(Encoder[name].value)', ['lists', null]],
  ])('is used as weights where a loader or a client gets a member: %s', async (use, expected) => {
    const { references } = await audited({
      'app/models.py':
        'class Encoder(str, Enum):\n    SMALL = "meta-llama/Llama-3.1-8B-Instruct"\n    LARGE = "Qwen/Qwen2.5-7B-Instruct"\n',
      'app/use.py':
        'from openai import OpenAI\nfrom sentence_transformers import SentenceTransformer\n' +
        `from .models import Encoder\n\nx = ${use}\n`,
    });
    expect(references.map(({ reference: { text, role, host } }) => [text, role, host])).toEqual([
      ['meta-llama/Llama-3.1-8B-Instruct', 'lists', null],
      ['Qwen/Qwen2.5-7B-Instruct', ...expected],
    ]);
  });

  it.each([
    ['for m in Encoder:\n    SentenceTransformer(m.value)\n', ['loads', 'loads', 'lists']],
    ['for m in list(Encoder):\n    SentenceTransformer(m)\n', ['loads', 'loads', 'lists']],
    ['x = [SentenceTransformer(m.value) for m in Encoder]\n', ['loads', 'loads', 'lists']],
    ['for m in Encoder:\n    print(m.value)\n', ['lists', 'lists', 'lists']],
    ['SentenceTransformer(Encoder[name].value)\n', ['lists', 'lists', 'lists']],
  ])('is used with all others of its type by a loop of another file: %s', async (use, roles) => {
    const { references } = await audited({
      'app/models.py':
        'class Encoder(str, Enum):\n    SMALL = "meta-llama/Llama-3.1-8B-Instruct"\n' +
        '    LARGE = "Qwen/Qwen2.5-7B-Instruct"\n\n\n' +
        'class Other(str, Enum):\n    ONE = "meta-llama/Llama-3.2-1B"\n',
      'app/use.py': `from sentence_transformers import SentenceTransformer\nfrom .models import Encoder, Other\n\n${use}`,
    });
    expect(references.map(({ reference: { role } }) => role)).toEqual(roles);
  });

  it.each([
    [
      'Swift',
      {
        'ClaudeModel.swift':
          'enum ClaudeModel: String {\n    case old = "gpt-4o"\n    case new = "gpt-4.1"\n}\n',
        'Client.swift':
          'struct Client {\n    var model: ClaudeModel = .old\n    func send() throws -> Data {\n' +
          '        try JSONSerialization.data(withJSONObject: ["model": model.rawValue, "messages": []])\n    }\n}\n',
      },
    ],
    [
      'Kotlin',
      {
        'ClaudeModel.kt':
          'enum class ClaudeModel(val id: String) {\n    OLD("gpt-4o"),\n    NEW("gpt-4.1"),\n}\n',
        'Client.kt':
          'class Client(private val model: ClaudeModel = ClaudeModel.OLD) {\n    fun body(q: String) =\n' +
          '        mapOf("model" to model.id, "messages" to listOf(q))\n}\n',
      },
    ],
    [
      'Java',
      {
        'ClaudeModel.java':
          'public enum ClaudeModel {\n    OLD("gpt-4o"),\n    NEW("gpt-4.1");\n    public final String id;\n' +
          '    ClaudeModel(String id) { this.id = id; }\n}\n',
        'Client.java':
          'public class Client {\n    private ClaudeModel model = ClaudeModel.OLD;\n    public Answer ask() {\n' +
          '        return client.chat(Request.builder().model(model.id).build());\n    }\n}\n',
      },
    ],
    [
      'TypeScript',
      {
        'models.ts': 'export enum ClaudeModel {\n  Old = "gpt-4o",\n  New = "gpt-4.1",\n}\n',
        'client.ts':
          'import OpenAI from "openai";\nimport { ClaudeModel } from "./models";\nexport class Client {\n' +
          '  private ai = new OpenAI();\n  constructor(private readonly model: ClaudeModel = ClaudeModel.Old) {}\n' +
          '  ask() {\n    return this.ai.chat.completions.create({ model: this.model, messages: [] });\n  }\n}\n',
      },
    ],
    [
      'Python',
      {
        'app/models.py': 'class ClaudeModel(str, Enum):\n    OLD = "gpt-4o"\n    NEW = "gpt-4.1"\n',
        'app/client.py':
          'from openai import OpenAI\nfrom .models import ClaudeModel\nclient = OpenAI()\n\n' +
          'def ask(q: str, model: ClaudeModel = ClaudeModel.OLD):\n' +
          '    return client.chat.completions.create(model=model.value, messages=[])\n',
      },
    ],
  ])('is the member of a type that a parameter or field has by default, in %s', async (_, files) => {
    const result = await audited(files);
    expect(result.references.map(({ reference: { text, role } }) => [text, role])).toEqual([
      ['gpt-4o', 'calls'],
      ['gpt-4.1', 'lists'],
    ]);
    expect(choicesIn(result)).toEqual([]);
  });

  it.each([
    [
      'Python',
      {
        'app/quality.py':
          'from enum import Enum\n\n\nclass Quality(str, Enum):\n    FAST = "fast"\n    BEST = "best"\n\n\n' +
          'NAMES = {\n    Quality.FAST: "acme/one-7b-chat",\n    Quality.BEST.value: "acme/two-7b-chat",\n}\n',
        'app/use.py':
          'from transformers import AutoModel\nfrom app.quality import NAMES, Quality\n\n\n' +
          'def load(quality: Quality):\n    name = NAMES[quality]\n    return AutoModel.from_pretrained(name)\n',
      },
      ['loads', 'self'],
    ],
    [
      'Java',
      {
        'Names.java':
          'public class Names {\n    public enum Quality { FAST, BEST }\n    public static final Map<Quality, String> ALL = ' +
          'Map.of(\n        Quality.FAST, "acme/one-7b-chat",\n        Quality.BEST, "acme/two-7b-chat");\n}\n',
        'Use.java':
          'public class Use {\n    ChatModel make(Names.Quality q) {\n' +
          '        return OllamaChatModel.builder().baseUrl(url).modelName(Names.ALL.get(q)).build();\n    }\n}\n',
      },
      ['loads', 'self'],
    ],
    [
      'C#',
      {
        'Names.cs':
          'public static class Names\n{\n    public static readonly Dictionary<Quality, string> All = new()\n    {\n' +
          '        { Quality.Fast, "gpt-4o" },\n        { Quality.Best, "gpt-4.1" },\n    };\n}\n',
        'Use.cs':
          'using Azure.AI.OpenAI;\npublic class Use\n{\n    public ChatClient Make(Quality q) =>\n' +
          '        new AzureOpenAIClient(uri, key).GetChatClient(Names.All[q]);\n}\n',
      },
      ['calls', 'azure'],
    ],
  ])('is an entry whose key is a member of a type, in %s', async (_, files, use) => {
    const result = await audited(files);
    expect(result.references.map(({ reference: { role, host } }) => [role, host])).toEqual([use, use]);
    expect(choicesIn(result)).toEqual([]);
  });

  it('is no choice where a package may have the type', async () => {
    const result = await audited({
      'Client.java':
        'class Client {\n    Answer ask() {\n        return client.chat(Request.builder().model(Models.OLD).build());\n    }\n}\n',
    });
    expect(choicesIn(result)).toEqual([]);
  });

  it('is one of many that are called like their models, but for those that others ask for', async () => {
    const result = await audited({
      'llm/models.go':
        'package llm\n\ntype Model string\n\nconst (\n\tGPT4o Model = "gpt-4o"\n\tGPT41 Model = "gpt-4.1"\n\tGPT4 Model = "gpt-4"\n)\n',
      'main.go':
        'package main\n\nimport "example.com/app/llm"\n\nfunc main() {\n\tc := openai.NewClient(key)\n' +
        '\tc.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Model: string(llm.GPT41), Messages: messages})\n}\n',
    });
    expect(result.references.map(({ reference: { text, role } }) => [text, role])).toEqual([
      ['gpt-4o', 'lists'],
      ['gpt-4.1', 'calls'],
      ['gpt-4', 'lists'],
    ]);
  });

  it.each([
    ['', 'azure'],
    // The server gets it itself.
    [
      'def ask(m):\n    return requests.post(URL + "/chat/completions", json={"model": CHAT, "messages": m})\n',
      null,
    ],
    ['client = OpenAI(base_url=URL)\nclient.chat.completions.create(model=CHAT)\n', null],
  ])('is asked where its clients do, whatever server is named beside it: %j', async (more, host) => {
    const kept =
      'import requests\nfrom openai import OpenAI\n\n' +
      'URL = "http://gateway.llm.svc.cluster.local:4000"\nCHAT = "gpt-4o"\n\n';
    const use =
      'from openai import AzureOpenAI\nfrom .settings import CHAT\n\nclient = AzureOpenAI()\n' +
      'client.chat.completions.create(model=CHAT, messages=[])\n';
    const found = await audited({ 'app/settings.py': kept + more, 'app/use.py': use });
    expect(hostsIn(found)).toEqual([['app/settings.py', 'gpt-4o', host]]);
  });

  it.each([
    ['', 'mistral'],
    [', server_url=URL', 'self'],
  ])('is not asked of the maker whose client gets an address that is kept: %j', async (given, host) => {
    const found = await audited({
      'app/settings.py': 'URL = "http://gateway.llm.svc.cluster.local:4000"\nCHAT = "mistral-large-latest"\n',
      'app/use.py':
        'from mistralai import Mistral\nfrom .settings import CHAT, URL\n\n' +
        `client = Mistral(api_key="x"${given})\nclient.chat.complete(model=CHAT, messages=[])\n`,
    });
    expect(hostsIn(found)).toEqual([['app/settings.py', 'mistral-large-latest', host]]);
  });

  it('is loaded where a loader of another file gets it too', async () => {
    const files = {
      'models.py': 'CHAT = "meta-llama/Llama-3.3-70B-Instruct"\n',
      'ask.py':
        'from together import Together\nfrom models import CHAT\nclient = Together()\n' +
        'client.chat.completions.create(model=CHAT, messages=[])\n',
    };
    const load =
      'from transformers import AutoModel\nfrom models import CHAT\nAutoModel.from_pretrained(CHAT)\n';
    expect(hostsIn(await audited(files))).toEqual([
      ['models.py', 'meta-llama/Llama-3.3-70B-Instruct', 'together'],
    ]);
    expect(hostsIn(await audited({ ...files, 'load.py': load }))).toEqual([
      ['models.py', 'meta-llama/Llama-3.3-70B-Instruct', 'self'],
    ]);
  });

  it('is not told by tests, and by no file of another name', async () => {
    const use = `${AZURE}import { CHAT } from "../models";\n${ask('azure', 'CHAT')}`;
    const models = 'export const CHAT = "gpt-4o";\n';
    expect(hostsIn(await audited({ 'models.ts': models, 'test/use.test.ts': use }))).toEqual([
      ['models.ts', 'gpt-4o', 'openai'],
    ]);
    expect(hostsIn(await audited({ 'names.ts': models, 'src/use.ts': use }))).toEqual([
      ['names.ts', 'gpt-4o', 'openai'],
    ]);
  });

  it('is judged anew where only the other file changes', async () => {
    const memory = new AuditMemory();
    const files = { 'models.ts': 'export const CHAT = "gpt-4o";\n' };
    const use = `${AZURE}import { CHAT } from "./models";\n${ask('azure', 'CHAT')}`;
    for (const [other, host] of [
      ['', 'openai'],
      [use, 'azure'],
      ['', 'openai'],
    ] as const)
      expect(hostsIn(await audited({ ...files, 'use.ts': other }, memory))).toEqual([
        ['models.ts', 'gpt-4o', host],
      ]);
  });

  it('is listed as chosen at run time where no file keeps it', async () => {
    const result = await audited({
      'use.ts': `${AZURE}import { CHAT } from "./gone";\n${ask('azure', 'CHAT')}`,
    });
    expect(choicesIn(result)).toEqual([['use.ts', 'CHAT']]);
  });
});

describe('what one file of a language with types keeps', () => {
  it.each([
    [
      'Models.cs',
      'static class Models { public const string Chat = "gpt-4o"; }\n',
      'Use.cs',
      'using Azure.AI.OpenAI;\nclass Use {\n  AzureOpenAIClient client = new(endpoint, key);\n' +
        '  void Go() { var chat = client.GetChatClient(Models.Chat); }\n}\n',
    ],
    [
      'Models.java',
      'class Models { static final String CHAT = "gpt-4o"; }\n',
      'Use.java',
      'import com.azure.ai.openai.OpenAIClientBuilder;\nclass Use {\n' +
        '  OpenAIClient client = new OpenAIClientBuilder().buildClient();\n' +
        '  void go(ChatCompletionsOptions o) { client.getChatCompletions(Models.CHAT, o); }\n}\n',
    ],
    [
      'models/models.go',
      'package models\n\nconst Chat = "gpt-4o"\n',
      'use.go',
      'package main\n\nimport "github.com/Azure/azure-sdk-for-go/sdk/ai/azopenai"\n\nfunc main() {\n' +
        '\tclient, _ := azopenai.NewClient(url, cred, nil)\n' +
        '\tclient.GetChatCompletions(ctx, azopenai.ChatCompletionsOptions{DeploymentName: to.Ptr(models.Chat)}, nil)\n}\n',
    ],
  ])('is asked where clients of others do: %s', async (path, kept, user, use) => {
    const result = await audited({ [path]: kept, [user]: use });
    expect(hostsIn(result)).toEqual([[path, 'gpt-4o', 'azure']]);
    expect(choicesIn(result)).toEqual([]);
  });
});

describe('the client that one file makes and others call', () => {
  const MADE = 'import { AzureOpenAI } from "openai";\nexport const ai = new AzureOpenAI({});\n';

  it.each([
    [
      'by its name',
      { 'src/lib/ai.ts': MADE },
      { 'src/a.ts': `import { ai } from "@/lib/ai";\n${ask('ai', '"gpt-4o"')}` },
    ],
    [
      'as what a module is for',
      { 'lib/ai.ts': `${MADE}export default ai;\n` },
      { 'a.ts': `import client from "./lib/ai";\n${ask('client', '"gpt-4o"')}` },
    ],
    [
      'as a member of a module',
      { 'app/llm.py': 'from openai import AzureOpenAI\nclient = AzureOpenAI()\n' },
      { 'app/use.py': 'from app import llm\nllm.client.chat.completions.create(model="gpt-4o")\n' },
    ],
    [
      'with a constant of its own',
      { 'app/llm.py': 'from openai import AzureOpenAI\n\ndef make():\n    return AzureOpenAI()\n' },
      {
        'app/use.py':
          'from .llm import make\nMODEL = "gpt-4o"\n\ndef f():\n    return make().chat.completions.create(model=MODEL)\n',
      },
    ],
  ])('asks for what they give it: %s', async (_, made, use) => {
    expect(hostsIn(await audited({ ...made, ...use }))).toEqual([[Object.keys(use)[0], 'gpt-4o', 'azure']]);
  });

  it.each([
    [
      'TypeScript',
      { 'models.ts': 'export const CHAT = "gpt-4o";\n' },
      { 'ai.ts': MADE },
      {
        'b.ts': `import { ai } from "./ai";\nimport { CHAT } from "./models";\n${ask('ai', 'CHAT')}`,
      },
    ],
    [
      'Python',
      { 'app/models.py': 'CHAT = "gpt-4o"\n' },
      { 'app/llm.py': 'from openai import AzureOpenAI\nclient = AzureOpenAI()\n' },
      {
        'app/use.py':
          'from .llm import client\nfrom .models import CHAT\nclient.chat.completions.create(model=CHAT)\n',
      },
    ],
  ])('asks for constants of a third file: %s', async (_, kept, made, use) => {
    expect(hostsIn(await audited({ ...kept, ...made, ...use }))).toEqual([
      [Object.keys(kept)[0], 'gpt-4o', 'azure'],
    ]);
    // Whom a client asks that no file makes stays open.
    expect(hostsIn(await audited({ ...kept, ...use }))).toEqual([[Object.keys(kept)[0], 'gpt-4o', 'openai']]);
  });

  const OWN_ADDRESSES = [
    'https://llm.acme.internal/v1',
    'http://litellm.llm.svc.cluster.local:4000/v1',
    'http://litellm:4000',
    'http://10.2.3.4:4000/v1',
    'http://localhost:4000/v1',
  ];
  const clientAt = (url: string): string =>
    `import OpenAI from "openai";\nexport const ai = new OpenAI({ baseURL: "${url}", apiKey: "x" });\n`;
  /** What is done with a name, and by whom, where a client of another file or for a constant of one asks an address. */
  const usesAt = async (url: string, name: string): Promise<readonly unknown[]> => {
    const imported = {
      'ai.ts': clientAt(url),
      'use.ts': `import { ai } from "./ai";\n${ask('ai', `"${name}"`)}`,
    };
    const kept = {
      'models.ts': `export const CHAT = "${name}";\n`,
      'use.ts': `${clientAt(url)}import { CHAT } from "./models";\n${ask('ai', 'CHAT')}`,
    };
    const found = [await audited(imported, undefined, full), await audited(kept, undefined, full)];
    return found.flatMap(({ references }) =>
      references.map(({ reference: { role, host } }) => `${role} ${String(host)}`),
    );
  };
  const full = createEngine(builtCatalog(), { now: () => Date.UTC(2026, 11, 1) });

  it.each(OWN_ADDRESSES)(
    'asks nobody who is known at a machine of the project for a name without weights: %s',
    async (url) => {
      expect(await usesAt(url, 'gpt-4')).toEqual(['calls null', 'calls null']);
    },
  );

  it.each([
    ['Qwen/Qwen3-32B', 'http://10.2.3.4:8000/v1', 'loads self'],
    // What a gateway has under a service's name of its own is as open.
    ['deepseek-chat', 'http://litellm:4000', 'calls null'],
    // The server has other weights under the name.
    ['gpt-4', 'http://vllm:8000/v1', 'mentions self'],
    ['gpt-4', 'https://api.openai.com/v1', 'calls openai'],
  ])('does with %s at %s what a client of the same file does: %s', async (name, url, use) => {
    expect(await usesAt(url, name)).toEqual([use, use]);
  });

  it('says of an end at a machine of the project that who is called is not known', async () => {
    const { findings } = await audited(
      {
        'ai.ts': clientAt('http://litellm:4000'),
        'use.ts': `import { ai } from "./ai";\n${ask('ai', '"gpt-4"')}`,
      },
      undefined,
      full,
    );
    expect(findings.map(({ finding: { rule, severity } }) => [rule, severity])).toEqual([
      ['model/retired', 'information'],
    ]);
  });

  it.each([
    [
      'the module makes another one as well',
      `${clientAt('http://localhost:4000')}export const plain = new OpenAI();\n`,
    ],
    [
      'it is chosen when the program runs',
      'import OpenAI from "openai";\nexport const plain = env.DEV ? new OpenAI({ baseURL: "http://litellm:4000" }) : new OpenAI();\n',
    ],
    [
      'a function may give the one or the other',
      'import OpenAI from "openai";\nexport function plain(dev: boolean) {\n  if (dev) return new OpenAI({ baseURL: "http://litellm:4000" });\n  return new OpenAI();\n}\n',
    ],
  ])('stays at its maker where %s', async (_, made) => {
    const client = made.includes('function') ? 'plain(false)' : 'plain';
    const files = { 'ai.ts': made, 'use.ts': `import { plain } from "./ai";\n${ask(client, '"gpt-4"')}` };
    expect(hostsIn(await audited(files, undefined, full))).toEqual([['use.ts', 'gpt-4', 'openai']]);
  });

  it('stays at its maker where only one of those who ask for a constant asks a machine of the project', async () => {
    const files = {
      'models.ts': 'export const CHAT = "gpt-4";\n',
      'dev.ts': `${clientAt('http://litellm:4000')}import { CHAT } from "./models";\n${ask('ai', 'CHAT')}`,
      'use.ts': `import OpenAI from "openai";\nimport { CHAT } from "./models";\nconst c = new OpenAI();\n${ask('c', 'CHAT')}`,
    };
    expect(hostsIn(await audited(files, undefined, full))).toEqual([['models.ts', 'gpt-4', 'openai']]);
  });

  it('is read again from what is kept of an audit', async () => {
    const memory = new AuditMemory();
    const files = {
      'ai.ts': clientAt('http://litellm:4000'),
      'models.ts': 'export const CHAT = "gpt-4";\n',
      'use.ts': `import { ai } from "./ai";\nimport { CHAT } from "./models";\n${ask('ai', 'CHAT')}${ask('ai', '"gpt-4"')}`,
    };
    await audited(files, memory, full);
    expect(hostsIn(await audited(files, memory, full))).toEqual([
      ['models.ts', 'gpt-4', null],
      ['use.ts', 'gpt-4', null],
    ]);
  });

  it.each([
    [
      'another package',
      {
        'b/config.py': 'CHAT_MODEL = "gpt-4.1"\n',
        'b/b.py': 'from b.config import CHAT_MODEL\n',
      },
    ],
    ['an installed package', { 'b/b.py': 'from some_package.config import CHAT_MODEL\n' }],
  ])('is not asked for by who asks %s for a name that is alike', async (_, files) => {
    const asks =
      'from openai import AzureOpenAI\nc = AzureOpenAI()\nc.chat.completions.create(model=CHAT_MODEL)\n';
    const all = { 'a/config.py': 'CHAT_MODEL = "gpt-4o"\n', ...files };
    const found = await audited({ ...all, 'b/b.py': files['b/b.py'] + asks });
    expect(hostsIn(found)).toContainEqual(['a/config.py', 'gpt-4o', 'openai']);
  });

  it('asks where the nearest file asks that has the name, and where the module itself does', async () => {
    const plain = 'import OpenAI from "openai";\nexport const ai = new OpenAI({});\n';
    const use = `import { ai } from "./client";\n${ask('ai', '"gpt-4o"')}`;
    const files = {
      'a/src/client.ts': MADE,
      'b/src/client.ts': plain,
      'b/src/use.ts': use,
      'a/src/use.ts': use,
    };
    expect(hostsIn(await audited(files))).toEqual([
      ['a/src/use.ts', 'gpt-4o', 'azure'],
      ['b/src/use.ts', 'gpt-4o', 'openai'],
    ]);
    const python = (client: string): string => `from openai import ${client}\n\nclient = ${client}()\n`;
    const asks = 'from app.llm import client\n\nclient.chat.completions.create(model="gpt-4o")\n';
    expect(
      hostsIn(
        await audited({
          'one/app/llm.py': python('AzureOpenAI'),
          'two/app/llm.py': python('OpenAI'),
          'one/app/main.py': asks,
          'two/app/main.py': asks,
        }),
      ),
    ).toEqual([
      ['one/app/main.py', 'gpt-4o', 'azure'],
      ['two/app/main.py', 'gpt-4o', 'openai'],
    ]);
  });

  it('is that of a package of Go, also for a model that has weights', async () => {
    const use =
      'package main\n\nimport (\n\topenai "github.com/sashabaranov/go-openai"\n\n\t"example.org/app/pkg/qwen"\n)\n\n' +
      'func main() {\n\tqwen.Client.CreateChatCompletion(ctx, openai.ChatCompletionRequest{\n\t\tModel: "qwen3-32b",\n\t})\n}\n';
    const made =
      'package qwen\n\nvar Client = func() *openai.Client {\n\tcfg := openai.DefaultConfig(key)\n' +
      '\tcfg.BaseURL = "https://dashscope-intl.aliyuncs.com/compatible-mode/v1"\n' +
      '\treturn openai.NewClientWithConfig(cfg)\n}()\n';
    const files = { 'cmd/main.go': use, 'pkg/qwen/client.go': made };
    const knowing = createEngine(builtCatalog(), { now: () => Date.UTC(2026, 10, 30) });
    expect(hostsIn(await audited(files, undefined, knowing))).toEqual([
      ['cmd/main.go', 'qwen3-32b', 'alibaba'],
    ]);
  });

  it.each([
    [
      'a provider of the AI SDK',
      {
        'providers.ts':
          'import { createOpenAICompatible } from "@ai-sdk/openai-compatible";\n' +
          'export const desk = createOpenAICompatible({ name: "x", baseURL: "https://api.together.xyz/v1" });\n',
      },
      {
        'use.ts':
          'import { desk } from "./providers.js";\nconst a = { model: desk("acme/big-7b-instruct") };\n' +
          'const b = { model: desk.chatModel("acme/big-7b-instruct") };\n' +
          'const c = { model: desk.textEmbeddingModel("acme/big-7b-embedding") };\n',
      },
    ],
    [
      'a function',
      {
        'llm.py':
          'from langchain_openai import ChatOpenAI\n\ndef make_chat(model):\n' +
          '    return ChatOpenAI(model=model, base_url="https://api.together.xyz/v1")\n',
      },
      { 'use.py': 'from llm import make_chat\n\nchat = make_chat("acme/big-7b-instruct")\n' },
    ],
  ])('is asked for weights where it is %s that gives models', async (_, made, use) => {
    const found = hostsIn(await audited({ ...made, ...use }));
    expect(found.length).toBeGreaterThan(0);
    expect(found).toEqual(found.map((one) => [...(one as unknown[]).slice(0, 2), 'api.together.xyz']));
  });

  it('asks nobody for weights that a class or what loads them gets', async () => {
    const made =
      'from openai import OpenAI\n\nADDRESS = "https://api.together.xyz/v1"\n\n' +
      'class Reader:\n    def __init__(self, w):\n        self.c = OpenAI(base_url="https://api.together.xyz/v1")\n\n' +
      'def load_reader(w):\n    return OpenAI(base_url="https://api.together.xyz/v1")\n';
    const use =
      'from made import Reader, load_reader\n\na = Reader("acme/big-7b-instruct")\nb = load_reader("acme/big-7b-instruct")\n';
    expect(hostsIn(await audited({ 'made.py': made, 'use.py': use }))).toEqual([
      ['use.py', 'acme/big-7b-instruct', 'self'],
      ['use.py', 'acme/big-7b-instruct', 'self'],
    ]);
  });

  it('has no files of weights, and no class of another package that has the name', async () => {
    const detector =
      'class Detector:\n    def __init__(self, w):\n        self.m = YOLO(w)\n        self.c = AzureOpenAI()\n';
    const files = {
      'detect.py': `from openai import AzureOpenAI\n\n${detector}`,
      'main.py': 'from detect import Detector\n\na = Detector("yolov8n.pt")\nb = Detector("Qwen/Qwen3-8B")\n',
      'a/src/Llm.kt':
        'object Llm { val c = AzureOpenAIClient.builder().endpoint("https://a.openai.azure.com").build() }\n',
      'b/src/Use.kt': 'fun f() { Llm.c.chat().create(ChatParams.builder().model("gpt-4o").build()) }\n',
    };
    expect(hostsIn(await audited(files))).toEqual([
      ['b/src/Use.kt', 'gpt-4o', 'openai'],
      ['main.py', 'yolov8n.pt', 'self'],
      ['main.py', 'Qwen/Qwen3-8B', 'self'],
    ]);
  });

  it('has no class of a file beside where files do not see each other, or the text has its own', async () => {
    const made = (address: string): string =>
      `from openai import OpenAI\n\nclass Llm:\n    def __init__(self):\n        self.c = OpenAI(base_url=${address})\n`;
    const files = {
      'a/two.py': made('"https://openrouter.ai/api/v1"'),
      'a/one.py': `${made('URL')}\nLlm().chat(model="gpt-4o")\n`,
      'a/three.py': 'Llm().chat(model="gpt-4o")\n',
    };
    expect(hostsIn(await audited(files))).toEqual([
      ['a/one.py', 'gpt-4o', 'openai'],
      ['a/three.py', 'gpt-4o', 'openai'],
    ]);
  });

  it('is asked also when only the file that calls it is audited', async () => {
    const files = { 'lib/ai.ts': MADE, 'a.ts': `import { ai } from "./lib/ai";\n${ask('ai', '"gpt-4o"')}` };
    const result = await audit(
      { folders: [{ name: 'a', source: memoryFiles(files), include: ['a.ts'] }] },
      { ...memoryHost, engine },
    );
    expect(hostsIn(result)).toEqual([['a.ts', 'gpt-4o', 'azure']]);
  });

  it.each([
    [
      'of a package that is called like a file',
      {
        'lib/openai.ts':
          'import { AzureOpenAI } from "openai";\nexport const openai = new AzureOpenAI({});\n',
      },
      { 'a.ts': `import { openai } from "@ai-sdk/openai";\n${ask('openai', '"gpt-4o"')}` },
    ],
    [
      'of the tests',
      { 'tests/ai.ts': MADE },
      { 'a.ts': `import { ai } from "./tests/ai";\n${ask('ai', '"gpt-4o"')}` },
    ],
    [
      'of another name',
      { 'lib/ai.ts': MADE },
      { 'a.ts': `import { plain } from "./lib/ai";\n${ask('plain', '"gpt-4o"')}` },
    ],
  ])('asks for nothing that goes to one %s', async (_, made, use) => {
    expect(hostsIn(await audited({ ...made, ...use }))).toEqual([[Object.keys(use)[0], 'gpt-4o', 'openai']]);
  });
});

describe('a file of weights', () => {
  const URL = 'https://huggingface.co/acme/canary-1b-v2/resolve/main/canary-1b-v2.nemo';
  const GO = `package a\n\nvar name = "canary-1b-v2.nemo"\nvar modelURL = "${URL}"\n`;
  const USE = 'model = load_model(os.path.join(folder, "canary-1b-v2.nemo"))\n';
  const rolesIn = ({ references }: AuditResult, file: string): readonly unknown[] =>
    references.flatMap(({ path, reference: { role } }) => (path === file ? [role] : []));

  it.each([
    ['code', { 'get.go': GO }],
    ['settings', { 'models.json': `[{ "path": "models/canary-1b-v2.nemo", "url": "${URL}" }]\n` }],
  ])('is judged where %s tells its repository', async (_, told) => {
    const result = await audited({ ...told, 'use.py': USE });
    expect(rolesIn(result, 'use.py')).toEqual(['mentions']);
    expect(result.references.find(({ path }) => path === 'use.py')?.reference.why).toEqual([
      { template: 'its repository stands in another file', args: [] },
    ]);
  });

  it.each([
    ['nothing', {}],
    ['a test', { 'tests/get_test.go': GO }],
    ['two files differently', { 'get.go': GO, 'other.go': GO.replace('acme/', 'other/') }],
    ['only one of another name', { 'get.go': GO.replaceAll('v2.nemo', 'v3.nemo') }],
  ])('stays a use where %s tells its repository', async (_, told) => {
    expect(rolesIn(await audited({ ...told, 'use.py': USE }), 'use.py')).toEqual(['loads']);
  });
});

describe('a network that the project registers under a name', () => {
  const BUILD = 'from own.nets import create_model\nnet = create_model("own.net_7", channels=3)\n';
  const NET = '@register_model\nclass Net(Model):\n    name = "own.net_7"\n';
  const rolesIn = ({ references }: AuditResult): readonly unknown[] =>
    references.flatMap(({ reference: { role, text }, span }) => (span.line === 2 ? [[text, role]] : []));

  it.each([
    ['another file', { 'own/nets.py': NET, 'use.py': BUILD }],
    ['the same file', { 'use.py': `${BUILD}\n${NET}` }],
    ['a file with an embedded document', { 'nets.py': `${NET}\nX = """\nmodel: x\n"""\n`, 'use.py': BUILD }],
  ])('is no model of others, registered in %s', async (_, files) => {
    expect(rolesIn(await audited(files))).toEqual([['own.net_7', 'mentions']]);
  });

  it.each([
    ['nothing', { 'use.py': BUILD }],
    ['a test', { 'tests/test_nets.py': NET, 'use.py': BUILD }],
    ['another name', { 'nets.py': NET.replace('own.net_7', 'own.other'), 'use.py': BUILD }],
    ['what gets weights', { 'nets.py': `${NET}    url = "https://acme.example/net.pth"\n`, 'use.py': BUILD }],
  ])('stays a use where %s registers it', async (_, files) => {
    expect(rolesIn(await audited(files))).toEqual([['own.net_7', 'loads']]);
  });

  it('stays one of others where the catalog knows it', async () => {
    const name = 'resnet50.a1_in1k';
    const files = { 'use.py': BUILD.replace('own.net_7', name), 'nets.py': NET.replace('own.net_7', name) };
    const knowing = createEngine(testCatalog([modelRecord(`timm/${name}`, { aliases: [`timm:${name}`] })]), {
      now: () => 0,
    });
    const result = await audit(
      { folders: [{ name: 'a', source: memoryFiles(files) }] },
      { ...memoryHost, engine: knowing },
    );
    expect(result.references.map(({ reference: { role } }) => role)).toContain('loads');
  });
});

it('is found once for each that asks, however many files have its name', async () => {
  const of = vi.spyOn(Modules.prototype, 'of');
  const count = 12;
  const files = Array.from({ length: count }, (_, at): readonly (readonly [string, string])[] => [
    [`a${at}/config.py`, 'MODEL = "gpt-4o"\n'],
    [
      `a${at}/main.py`,
      'from openai import AzureOpenAI\nfrom .config import MODEL\nclient = AzureOpenAI()\n' +
        'client.chat.completions.create(model=MODEL, messages=[])\n',
    ],
  ]).flat();
  const result = await audited(Object.fromEntries(files));
  expect(new Set(result.references.map(({ reference: { host } }) => host))).toEqual(new Set(['azure']));
  expect(of.mock.calls.length).toBeLessThanOrEqual(2 * count);
  of.mockRestore();
});

describe('the address that one file keeps and others give their clients', () => {
  const AT = 'https://api.groq.com/openai/v1';
  const NAME = 'anthropic/claude-3-haiku';
  const groq = createEngine(builtCatalog(), { now: () => Date.UTC(2026, 10, 30) });
  const hostOf = async (files: Record<string, string>): Promise<unknown> =>
    (await audited(files, undefined, groq)).references
      .filter(({ reference }) => reference.text === NAME)
      .map(({ reference }) => reference.host);
  const OPENAI = 'import OpenAI from "openai";\n';
  const asks = ask('client', `"${NAME}"`);
  const py = `client.chat.completions.create(model="${NAME}", messages=[])\n`;

  it.each([
    [
      'a constant of a script',
      { 'src/urls.ts': `export const GATEWAY = "${AT}";\n` },
      {
        'src/a.ts': `${OPENAI}import { GATEWAY } from "./urls";\nconst client = new OpenAI({ baseURL: GATEWAY });\n${asks}`,
      },
    ],
    [
      'one that has the argument’s own name',
      { 'src/urls.ts': `export const baseURL = "${AT}";\n` },
      {
        'src/a.ts': `${OPENAI}import { baseURL } from "./urls";\nconst client = new OpenAI({ baseURL, apiKey });\n${asks}`,
      },
    ],
    [
      'an entry of an object',
      {
        'src/urls.ts': `export const URLS = {\n  web: "https://a.example",\n  gateway: "${AT}",\n} as const;\n`,
      },
      {
        'src/a.ts': `${OPENAI}import { URLS } from "./urls";\nconst client = new OpenAI({ baseURL: URLS.gateway });\n${asks}`,
      },
    ],
    [
      'an entry of what a module is for',
      { 'src/urls.ts': `export default {\n  gateway: "${AT}",\n};\n` },
      {
        'src/a.ts': `${OPENAI}import urls from "./urls";\nconst client = new OpenAI({ baseURL: urls.gateway });\n${asks}`,
      },
    ],
    [
      'in the settings of a class of a chain',
      { 'src/urls.ts': `export const GATEWAY = "${AT}";\n` },
      {
        'src/a.ts':
          'import { ChatOpenAI } from "@langchain/openai";\nimport { GATEWAY } from "./urls";\n' +
          `const llm = new ChatOpenAI({ model: "${NAME}", configuration: { baseURL: GATEWAY } });\n`,
      },
    ],
    [
      'in a request that is written out',
      { 'src/urls.ts': `export const BASE = "${AT}";\n` },
      {
        'src/a.ts':
          'import { BASE } from "./urls";\nconst url = `${BASE}/chat/completions`;\n' +
          `fetch(url, { method: "POST", body: JSON.stringify({ model: "${NAME}", messages: [] }) });\n`,
      },
    ],
    [
      'by require',
      { 'src/urls.js': `module.exports.API_URL = "${AT}";\n` },
      {
        'src/a.js':
          'const axios = require("axios");\nconst { API_URL } = require("./urls");\n' +
          `axios.post(\`\${API_URL}/chat/completions\`, { model: "${NAME}", messages: [] });\n`,
      },
    ],
    [
      'by require, as a member of the whole',
      { 'src/urls.js': `module.exports.API_URL = "${AT}";\n` },
      {
        'src/a.js':
          'const axios = require("axios");\nconst urls = require("./urls");\n' +
          `axios.post(\`\${urls.API_URL}/chat/completions\`, { model: "${NAME}", messages: [] });\n`,
      },
    ],
    [
      'by the client of a third file',
      {
        'src/urls.ts': `export const GATEWAY = "${AT}";\n`,
        'src/ai.ts': `${OPENAI}import { GATEWAY } from "./urls";\nexport const client = new OpenAI({ baseURL: GATEWAY });\n`,
      },
      { 'src/a.ts': `import { client } from "./ai";\n${asks}` },
    ],
    [
      'by a function',
      {
        'lib/urls.py': `BASE = "${AT}"\n`,
        'lib/make.py':
          'from openai import AsyncOpenAI\nfrom lib.urls import BASE\n\ndef make():\n    return AsyncOpenAI(base_url=BASE)\n',
      },
      { 'lib/a.py': `from lib.make import make\n\nclient = make()\n${py}` },
    ],
    [
      'a constant of Python',
      { 'app/config.py': `GATEWAY = os.getenv("GATEWAY", "${AT}")\n` },
      {
        'app/a.py': `from openai import OpenAI\nfrom app.config import GATEWAY\n\nclient = OpenAI(base_url=GATEWAY)\n${py}`,
      },
    ],
    [
      'a member of a module',
      { 'app/config.py': `GATEWAY = "${AT}"\n` },
      {
        'app/a.py': `from openai import OpenAI\nfrom app import config\n\nclient = OpenAI(base_url=config.GATEWAY)\n${py}`,
      },
    ],
    [
      'a field of settings',
      {
        'app/config.py': `class Settings(BaseSettings):\n    llm_url: str = "${AT}"\n\nsettings = Settings()\n`,
      },
      {
        'app/a.py':
          'from openai import OpenAI\nfrom app.config import settings\n\nclass A:\n    def __init__(self):\n' +
          '        self.client = OpenAI(base_url=settings.llm_url)\n\n    def ask(self):\n        self.' +
          py,
      },
    ],
    [
      'a constant of a package of Go',
      { 'internal/urls/urls.go': `package urls\n\nconst Gateway = "${AT}"\n` },
      {
        'internal/llm/a.go':
          'package llm\n\nimport (\n\t"github.com/openai/openai-go"\n\t"github.com/openai/openai-go/option"\n\n\t"example.com/app/internal/urls"\n)\n\n' +
          'func Ask() {\n\tclient := openai.NewClient(option.WithBaseURL(urls.Gateway))\n' +
          `\tclient.Chat.Completions.New(ctx, openai.ChatCompletionNewParams{Model: "${NAME}"})\n}\n`,
      },
    ],
    [
      'a constant of a class beside',
      { 'src/Urls.cs': `static class Urls\n{\n    public const string Gateway = "${AT}";\n}\n` },
      {
        'src/A.cs':
          'class A\n{\n    ChatClient Make(string key)\n    {\n        return new ChatClient(' +
          `"${NAME}", new ApiKeyCredential(key), new OpenAIClientOptions { Endpoint = new Uri(Urls.Gateway) });\n    }\n}\n`,
      },
    ],
    [
      'a constant of a class of PHP, wherever its namespace begins',
      {
        'src/Urls.php': `<?php\nnamespace App;\n\nfinal class Urls\n{\n    public const GATEWAY = '${AT}';\n}\n`,
      },
      {
        'src/Ask.php':
          '<?php\nnamespace App;\n\nuse App\\Urls;\n\nclass Ask\n{\n    public function ask()\n    {\n' +
          '        $client = \\OpenAI::factory()->withBaseUri(Urls::GATEWAY)->make();\n' +
          `        return $client->chat()->create(['model' => '${NAME}', 'messages' => []]);\n    }\n}\n`,
      },
    ],
  ])('is where these are asked: %s', async (_, kept, use) =>
    expect(await hostOf({ ...kept, ...use })).toEqual(['groq']),
  );

  it.each([
    [
      'a client of its own has none',
      { 'src/urls.ts': `export const GATEWAY = "${AT}";\n` },
      {
        'src/a.ts':
          'import Anthropic from "@anthropic-ai/sdk";\nimport OpenAI from "openai";\nimport { GATEWAY } from "./urls";\n' +
          'export const other = new OpenAI({ baseURL: GATEWAY });\nconst own = new Anthropic();\n' +
          `own.messages.create({ model: "${NAME}", max_tokens: 5, messages: [] });\n`,
      },
    ],
    [
      'it is told beside a record that is not the client’s',
      { 'src/urls.ts': `export const HOOK = "${AT}";\n` },
      {
        'src/a.ts':
          'import Anthropic from "@anthropic-ai/sdk";\nimport { HOOK } from "./urls";\nconst own = new Anthropic();\n' +
          `own.messages.create({ model: "${NAME}", max_tokens: 5, messages: [], metadata: { endpoint: HOOK } });\n`,
      },
    ],
    [
      'a machine of one’s own is told for something else in the file',
      { 'src/urls.ts': 'export const API = "https://api.acme.example";\n' },
      {
        'src/a.ts':
          'import axios from "axios";\nimport { API } from "./urls";\nexport const http = axios.create({ baseURL: API });\n' +
          `export const chat = { provider: "anthropic", model: "${NAME}" };\n`,
      },
    ],
    [
      'it is that of a tool which the model is given',
      { 'src/urls.ts': `export const MCP = "${AT}";\n` },
      {
        'src/a.ts':
          'import Anthropic from "@anthropic-ai/sdk";\nimport { MCP } from "./urls";\nconst own = new Anthropic();\n' +
          `own.messages.create({ model: "${NAME}", max_tokens: 5, messages: [], mcp_servers: [{ type: "url", base_url: MCP }] });\n`,
      },
    ],
    [
      'what watches a client is given it',
      { 'src/urls.ts': `export const WATCH = "${AT}";\n` },
      {
        'src/a.ts':
          'import Anthropic from "@anthropic-ai/sdk";\nimport { WATCH } from "./urls";\n' +
          'const own = observe(new Anthropic(), { clientInitParams: { baseUrl: WATCH } });\n' +
          `own.messages.create({ model: "${NAME}", max_tokens: 5, messages: [] });\n`,
      },
    ],
    [
      'an argument of its own is given it',
      { 'app/config.py': `WATCH = "${AT}"\n` },
      {
        'app/a.py':
          'from langchain_anthropic import ChatAnthropic\nfrom app.config import WATCH\n\n' +
          `llm = ChatAnthropic(model="${NAME}", callbacks=[Handler(base_url=WATCH)])\n`,
      },
    ],
    [
      'a library asks whom the name says beside a client that gets any',
      { 'app/config.py': `GATEWAY = "${AT}"\n` },
      {
        'app/a.py':
          'from litellm import completion\nfrom openai import OpenAI\nfrom app.config import GATEWAY\n\n' +
          `judge = OpenAI(base_url=GATEWAY)\n\ndef ask(messages):\n    return completion(model="${NAME}", messages=messages)\n\n` +
          'def grade(model, messages):\n    return judge.chat.completions.create(model=model, messages=messages)\n',
      },
    ],
    [
      'a library asks whom the name says',
      { 'app/config.py': `GATEWAY = "${AT}"\n` },
      {
        'app/a.py':
          'from litellm import completion\nfrom openai import OpenAI\nfrom app.config import GATEWAY\n\n' +
          `judge = OpenAI(base_url=GATEWAY)\ncompletion(model="${NAME}", messages=[])\n`,
      },
    ],
    [
      'one of several classes has it',
      {
        'app/config.py': `class Dev:\n    URL = "${AT}"\n\nclass Prod:\n    URL = os.environ["URL"]\n\nURL = current().URL\n`,
      },
      {
        'app/a.py': `from openai import OpenAI\nfrom app.config import URL\n\nclient = OpenAI(base_url=URL)\n${py}`,
      },
    ],
    [
      'a request sends what the model answers',
      { 'app/config.py': `HOOK = "${AT}"\n` },
      {
        'app/a.py':
          'import requests\nfrom anthropic import Anthropic\nfrom app.config import HOOK\n\nclient = Anthropic()\n' +
          `requests.post(HOOK, json={"text": client.messages.create(model="${NAME}", messages=[])})\n`,
      },
    ],
    [
      'a request goes to nobody who runs models',
      { 'app/config.py': 'STATS = "https://stats.acme.example/v1"\n' },
      {
        'app/a.py': `import requests\nfrom app.config import STATS\n\nrequests.post(STATS, json={"model": "${NAME}", "seconds": 3})\n`,
      },
    ],
    [
      'a client of the text has it that is not asked',
      { 'app/config.py': `GATEWAY = "${AT}"\n` },
      {
        'app/a.py':
          'from openai import OpenAI\nfrom app.config import GATEWAY\n\njudge = OpenAI(base_url=GATEWAY)\n' +
          `ask(q, model="${NAME}")\n`,
      },
    ],
    [
      'the object spreads another one',
      { 'src/urls.ts': `export const URLS = { gateway: "${AT}", ...own };\n` },
      {
        'src/a.ts': `${OPENAI}import { URLS } from "./urls";\nconst client = new OpenAI({ baseURL: URLS.gateway });\n${asks}`,
      },
    ],
    [
      'the object gives itself another one',
      {
        'app/config.py': `class Settings:\n    url: str = "${AT}"\n\n    def __init__(self):\n        self.url = os.environ["URL"]\n\nsettings = Settings()\n`,
      },
      {
        'app/a.py': `from openai import OpenAI\nfrom app.config import settings\n\nclient = OpenAI(base_url=settings.url)\n${py}`,
      },
    ],
    [
      'all of another file may have it',
      { 'app/config.py': `URL = "${AT}"\nfrom .local import *\n` },
      {
        'app/a.py': `from openai import OpenAI\nfrom app.config import URL\n\nclient = OpenAI(base_url=URL)\n${py}`,
      },
    ],
    [
      'a machine of the project’s own is only the default',
      { 'app/config.py': 'URL = os.getenv("URL", "http://localhost:8000/v1")\n' },
      {
        'app/a.py': `from openai import OpenAI\nfrom app.config import URL\n\nclient = OpenAI(base_url=URL)\n${py}`,
      },
    ],
    [
      'a class of another namespace has the name',
      {
        'src/Billing/Urls.cs': `namespace Billing;\nstatic class Urls\n{\n    public const string Gateway = "${AT}";\n}\n`,
      },
      {
        'src/Llm/A.cs':
          'using Vendor.Llm;\nclass A\n{\n    ChatClient Make(string key)\n    {\n        return new ChatClient(' +
          `"${NAME}", new ApiKeyCredential(key), new OpenAIClientOptions { Endpoint = new Uri(Urls.Gateway) });\n    }\n}\n`,
      },
    ],
    [
      'only one of two clients has it',
      { 'src/urls.ts': `export const URL = "${AT}";\n` },
      {
        'src/a.ts': `${OPENAI}import { URL } from "./urls";\nconst client = dev ? new OpenAI({ baseURL: URL }) : new OpenAI();\n${asks}`,
      },
    ],
    [
      'the client is given another one behind',
      { 'app/config.py': `URL = "${AT}"\n` },
      {
        'app/a.py': `from openai import OpenAI\nfrom app.config import URL\n\nclient = OpenAI(base_url=URL)\nclient.base_url = other()\n${py}`,
      },
    ],
    [
      'only a comment of Python says that the client has it',
      { 'app/config.py': `URL = "${AT}"\n` },
      {
        'app/a.py': `from openai import OpenAI\nfrom app.config import URL\n\nclient = OpenAI(\n    # base_url=URL,\n    api_key=key,\n)\n${py}`,
      },
    ],
    [
      'only a comment of a script says that the client has it',
      { 'src/urls.ts': `export const URL = "${AT}";\n` },
      {
        'src/a.ts': `${OPENAI}import { URL } from "./urls";\nconst client = new OpenAI({\n  // baseURL: URL,\n  apiKey,\n});\n${asks}`,
      },
    ],
    [
      'the next line chooses another one',
      { 'app/config.py': `URL = "${AT}"\n` },
      {
        'app/a.py': `from openai import OpenAI\nfrom app.config import URL\n\nclient = OpenAI(\n    base_url=URL\n    if DEV\n    else other\n)\n${py}`,
      },
    ],
    [
      'the settings are those of one of two classes',
      {
        'app/config.py': `class Settings:\n    url: str = "${AT}"\n\nsettings = Settings() if DEV else Prod()\n`,
      },
      {
        'app/a.py': `from openai import OpenAI\nfrom app.config import settings\n\nclient = OpenAI(base_url=settings.url)\n${py}`,
      },
    ],
    [
      'the object is filled from elsewhere',
      { 'src/urls.ts': `export const URLS = { gateway: "${AT}" };\nObject.assign(URLS, own);\n` },
      {
        'src/a.ts': `${OPENAI}import { URLS } from "./urls";\nconst client = new OpenAI({ baseURL: URLS.gateway });\n${asks}`,
      },
    ],
    [
      'a file elsewhere is called like what a package has',
      {
        'src/Billing/Urls.php': `<?php\nnamespace Billing;\n\nfinal class Urls\n{\n    public const GATEWAY = '${AT}';\n}\n`,
      },
      {
        'src/Ask.php':
          '<?php\nnamespace App;\n\nuse Vendor\\Urls;\n\nclass Ask\n{\n    public function ask()\n    {\n' +
          '        $client = \\OpenAI::factory()->withBaseUri(Urls::GATEWAY)->make();\n' +
          `        return $client->chat()->create(['model' => '${NAME}', 'messages' => []]);\n    }\n}\n`,
      },
    ],
    [
      'a parameter has its name',
      { 'src/urls.ts': `export const baseURL = "${AT}";\n` },
      {
        'src/a.ts': `${OPENAI}import { baseURL } from "./urls";\nconsole.log(baseURL);\nexport function ask(baseURL: string) {\n  const client = new OpenAI({ baseURL });\n  return ${asks}}\n`,
      },
    ],
    [
      'a branch gives it something else',
      { 'app/config.py': `URL = "http://localhost:8000/v1"\nif PROD:\n    URL = "${AT}"\n` },
      {
        'app/a.py': `from openai import OpenAI\nfrom app.config import URL\n\nclient = OpenAI(base_url=URL)\n${py}`,
      },
    ],
    [
      'one of several is chosen',
      { 'src/urls.ts': `export const URLS = {\n  dev: "http://localhost:1/v1",\n  prod: "${AT}",\n};\n` },
      {
        'src/a.ts': `${OPENAI}import { URLS } from "./urls";\nconst client = new OpenAI({ baseURL: URLS[mode] });\n${asks}`,
      },
    ],
    [
      'a function has it',
      { 'src/urls.ts': `export function urls() {\n  const GATEWAY = "${AT}";\n  return GATEWAY;\n}\n` },
      {
        'src/a.ts': `${OPENAI}import { GATEWAY } from "./urls";\nconst client = new OpenAI({ baseURL: GATEWAY });\n${asks}`,
      },
    ],
    [
      'a package has a file of that name',
      { 'lib/config.ts': `export const GATEWAY = "${AT}";\n` },
      {
        'src/a.ts': `${OPENAI}import { GATEWAY } from "@acme/config";\nconst client = new OpenAI({ baseURL: GATEWAY });\n${asks}`,
      },
    ],
  ])('tells nothing where %s', async (_, kept, use) =>
    expect(await hostOf({ ...kept, ...use })).toEqual(['anthropic']),
  );

  const ROUTER = 'https://openrouter.ai/api/v1';
  const othersOf = async (files: Record<string, string>): Promise<unknown> =>
    (await audited(files, undefined, groq)).references
      .filter(({ reference }) => reference.text === NAME)
      .map(({ reference: { host, otherHosts } }) => [host, otherHosts]);
  const CONFIG = `class Settings(BaseSettings):\n    url: str = "${AT}"\n\nsettings = Settings()\n`;
  const BY_SETTINGS = `from openai import OpenAI\nfrom app.config import settings\n\nclient = OpenAI(base_url=settings.url)\n${py}`;
  const BY_CONSTANT = `from openai import OpenAI\nfrom app.config import URL\n\nclient = OpenAI(base_url=URL)\n${py}`;
  const SETS = `from app.config import settings\n\nsettings.url = "${ROUTER}"\n`;

  it.each<[what: string, files: Record<string, string>, others: unknown]>([
    [
      'the value is one of two',
      { 'app/config.py': `URL = "${AT}" if PROD else "${ROUTER}"\n`, 'app/a.py': BY_CONSTANT },
      ['groq', ['openrouter']],
    ],
    [
      'a branch gives the name another',
      { 'app/config.py': `URL = "${AT}"\nif DEBUG:\n    URL = "${ROUTER}"\n`, 'app/a.py': BY_CONSTANT },
      ['anthropic', ['groq', 'openrouter']],
    ],
    [
      'another file sets it',
      { 'app/config.py': CONFIG, 'app/main.py': SETS, 'app/a.py': BY_SETTINGS },
      ['groq', ['openrouter']],
    ],
    [
      'another file sets that of the module',
      {
        'app/config.py': `URL = "${AT}"\n`,
        'app/main.py': `from app import config\n\nconfig.URL = "${ROUTER}"\n`,
        'app/a.py': BY_CONSTANT,
      },
      ['groq', ['openrouter']],
    ],
    [
      'two files of a package have one each',
      {
        'go.mod': 'module example.com/app\n',
        'urls/prod.go': `//go:build prod\n\npackage urls\n\nconst LLM = "${AT}"\n`,
        'urls/dev.go': `//go:build !prod\n\npackage urls\n\nconst LLM = "${ROUTER}"\n`,
        'main.go':
          'package main\n\nimport (\n\t"github.com/openai/openai-go"\n\t"github.com/openai/openai-go/option"\n\n' +
          '\t"example.com/app/urls"\n)\n\nfunc main() {\n\tclient := openai.NewClient(option.WithBaseURL(urls.LLM))\n' +
          `\tclient.Chat.Completions.New(ctx, openai.ChatCompletionNewParams{Model: "${NAME}"})\n}\n`,
      },
      ['anthropic', ['openrouter', 'groq']],
    ],
  ])('is judged with the others that the program writes for it: %s', async (_, files, others) =>
    expect(await othersOf(files)).toEqual([others]),
  );

  it.each<[what: string, files: Record<string, string>]>([
    ['a test sets it', { 'app/config.py': CONFIG, 'tests/test_a.py': SETS, 'app/a.py': BY_SETTINGS }],
    [
      'another object of the same name is set',
      {
        'app/config.py': CONFIG,
        'app/other.py': `class Other:\n    url = "${AT}"\n\nsettings = Other()\n`,
        'app/main.py': SETS.replace('app.config', 'app.other'),
        'app/a.py': BY_SETTINGS,
      },
    ],
    [
      'it is set to the same',
      { 'app/config.py': CONFIG, 'app/main.py': SETS.replace(ROUTER, AT), 'app/a.py': BY_SETTINGS },
    ],
  ])('is the only one where %s', async (_, files) =>
    expect(await othersOf(files)).toEqual([['groq', undefined]]),
  );

  const toRouter = (name: string): Record<string, string> => ({
    'app/config.py': `MODEL = "${NAME}"\n`,
    'app/a.py': `from openai import OpenAI\nfrom app.config import MODEL\nfrom app.urls import ${name}\n`,
  });
  const pyClient = (given: string): string =>
    `client = OpenAI(base_url=${given})\nclient.chat.completions.create(model=MODEL, messages=[])\n`;

  it.each<[what: string, files: Record<string, string>]>([
    [
      'beside the address',
      {
        'app/config.py': `ROUTER = "${ROUTER}"\nMODEL = "${NAME}"\n`,
        'app/a.py': `from openai import OpenAI\nfrom app import config\n\nclient = OpenAI(base_url=config.ROUTER)\nclient.chat.completions.create(model=config.MODEL, messages=[])\n`,
      },
    ],
    [
      'in a third file',
      {
        'src/urls.ts': `export const ROUTER = "${ROUTER}";\n`,
        'src/models.ts': `export const MODEL = "${NAME}";\n`,
        'src/a.ts': `${OPENAI}import { ROUTER } from "./urls";\nimport { MODEL } from "./models";\nconst client = new OpenAI({ baseURL: ROUTER });\n${ask('client', 'MODEL')}`,
      },
    ],
    [
      'in a class beside',
      {
        'src/Ai.cs': `static class Ai\n{\n    public const string Url = "${ROUTER}";\n    public const string Model = "${NAME}";\n}\n`,
        'src/A.cs':
          'class A\n{\n    ChatClient Make(string key)\n    {\n        return new ChatClient(' +
          'Ai.Model, new ApiKeyCredential(key), new OpenAIClientOptions { Endpoint = new Uri(Ai.Url) });\n    }\n}\n',
      },
    ],
  ])('is where a model is asked for that another file keeps, too: %s', async (_, files) =>
    expect(await hostOf(files)).toEqual(['openrouter']),
  );

  it.each<[what: string, files: Record<string, string>]>([
    [
      'another file asks its maker for it',
      {
        ...toRouter('ROUTER'),
        'app/urls.py': `ROUTER = "${ROUTER}"\n`,
        'app/b.py': `from anthropic import Anthropic\nfrom app.config import MODEL\n\nAnthropic().messages.create(model=MODEL, messages=[])\n`,
      },
    ],
    [
      'the program may have another address',
      { ...toRouter('ROUTER'), 'app/urls.py': `ROUTER = "${ROUTER}"\nif DEBUG:\n    ROUTER = "${AT}"\n` },
    ],
    ['no file has the address', toRouter('ROUTER')],
  ])('does not tell of a model that another file keeps where %s', async (_, files) => {
    const { 'app/a.py': head = '', ...others } = files;
    expect(await hostOf({ ...others, 'app/a.py': head + pyClient('ROUTER') })).toEqual(['anthropic']);
  });

  describe('is where its model is processed', () => {
    const at = (url: string, name: string, more = ''): Promise<AuditResult> =>
      audited(
        {
          '.model-policy.yaml': 'version: 1\nhosting:\n  processedIn: [EU]\n',
          'app/config.py': `LLM_URL = "${url}"\n`,
          'app/use.py':
            `from openai import OpenAI\nfrom app.config import LLM_URL\n${more}\nclient = OpenAI(base_url=LLM_URL)\n` +
            `client.chat.completions.create(model="${name}", messages=[])\n`,
        },
        undefined,
        groq,
      );
    const regionsIn = ({ references }: AuditResult): readonly unknown[] =>
      references.map(({ reference: { host, region } }) => [host, region]);
    const deniedIn = ({ findings }: AuditResult): readonly string[] =>
      findings.flatMap(({ path, finding: { rule } }) => (rule === 'hosting/denied' ? [path] : []));
    const OSS = 'openai.gpt-oss-120b-1:0';
    const PARIS = 'bedrock-runtime.eu-west-3.amazonaws.com';
    const OHIO = 'bedrock-runtime.us-east-2.amazonaws.com';

    it.each([
      [`https://${PARIS}/openai/v1`, OSS, '', ['bedrock', PARIS]],
      [`https://${OHIO}/openai/v1`, OSS, '', ['bedrock', OHIO]],
      [
        `https://${OHIO}/openai/v1`,
        OSS,
        'session = boto3.Session(region_name="eu-west-3")',
        ['bedrock', OHIO],
      ],
      ['https://eu.api.openai.com/v1', 'gpt-4o', '', ['openai', 'eu.api.openai.com']],
      ['https://acme.openai.azure.com/openai/v1', 'gpt-4o', '', ['azure', 'acme.openai.azure.com']],
      // What is told of the host that its name alone tells is not of this one.
      ['https://openrouter.ai/api/v1', OSS, `client("${OHIO}")`, ['openrouter', 'openrouter.ai']],
    ])('at %s: %s %s', async (url, name, more, expected) => {
      expect(regionsIn(await at(url, name, more))).toEqual([expected]);
    });

    it('is held against the policy', async () => {
      expect(deniedIn(await at(`https://${PARIS}/openai/v1`, OSS))).toEqual([]);
      expect(deniedIn(await at(`https://${OHIO}/openai/v1`, OSS))).toContain('app/use.py');
    });
  });

  it('tells a machine of the project’s own, and an address that nobody knows', async () => {
    const use = {
      'app/a.py': `from openai import OpenAI\nfrom app.config import URL\n\nclient = OpenAI(base_url=URL)\n${py}`,
    };
    const at = (url: string): Promise<unknown> => hostOf({ 'app/config.py': `URL = "${url}"\n`, ...use });
    expect(await at('https://llm.acme.example/v1')).toEqual(['llm.acme.example']);
    expect(await at('http://localhost:8000/v1')).toEqual([null]);
  });

  it('is read again from what is kept of an audit, and by the editor’s way', async () => {
    const memory = new AuditMemory();
    const files = {
      'src/urls.ts': `export const GATEWAY = "${AT}";\n`,
      'src/a.ts': `${OPENAI}import { GATEWAY } from "./urls";\nconst client = new OpenAI({ baseURL: GATEWAY });\n${asks}`,
    };
    const hosts = async (): Promise<unknown> => hostsIn(await audited(files, memory, groq));
    expect(await hosts()).toEqual(await hosts());
    expect(await hosts()).toEqual([['src/a.ts', NAME, 'groq']]);
  });
});

const BEDROCK = 'anthropic.claude-3-haiku-20240307-v1:0';

describe('regions that one file keeps and the client of another is given', () => {
  const built = createEngine(builtCatalog(), { now: () => Date.UTC(2026, 10, 30) });
  const asking = (given: string): string =>
    `import boto3\nfrom app.config import ${given.split('.', 1)[0] ?? ''}\n` +
    `client = boto3.client("bedrock-runtime", region_name=${given})\n` +
    `client.converse(modelId="${BEDROCK}", messages=[])\n`;
  const regionsOf = ({ references }: AuditResult): readonly unknown[] =>
    references.flatMap(({ reference: { role, region, possibleRegions, isRegionDefault = false } }) =>
      role === 'calls' ? [[region ?? possibleRegions, isRegionDefault]] : [],
    );

  it.each([
    ['a constant', 'REGION = "us-east-1"\n', 'REGION', ['us-east-1', false]],
    ['a default', 'import os\nREGION = os.getenv("R", "eu-west-1")\n', 'REGION', ['eu-west-1', true]],
    [
      'a field',
      'class S(BaseSettings):\n    region: str = "us-east-1"\n\nsettings = S()\n',
      'settings.region',
      ['us-east-1', true],
    ],
    [
      'one of two',
      'REGION = "eu-west-1"\nif PROD:\n    REGION = "us-east-1"\n',
      'REGION',
      [['eu-west-1', 'us-east-1'], true],
    ],
    ['none', 'REGION = choose()\n', 'REGION', [undefined, false]],
  ])('are those of the call: %s', async (_what, config, given, region) =>
    expect(
      regionsOf(await audited({ 'app/config.py': config, 'app/ask.py': asking(given) }, undefined, built)),
    ).toEqual([region]),
  );

  it.each([
    ['"us-east-1"', ['us-east-1', true]],
    ['config.REGION', ['us-east-1', true]],
    ['choose()', [undefined, false]],
  ])(
    'are those of a model that the same client gets of a file, never surely all: %s',
    async (given, region) =>
      expect(
        regionsOf(
          await audited(
            {
              'app/config.py': 'REGION = "us-east-1"\n',
              'app/models.py': `MODEL = "${BEDROCK}"\n`,
              'app/ask.py':
                'import boto3\nfrom app import config\nfrom app.models import MODEL\n' +
                `client = boto3.client("bedrock-runtime", region_name=${given})\n` +
                'client.converse(modelId=MODEL, messages=[])\n',
            },
            undefined,
            built,
          ),
        ),
      ).toEqual([region]),
  );

  it('are also those of a client that a third file makes', async () =>
    expect(
      regionsOf(
        await audited(
          {
            'app/config.py': 'REGION = "us-east-1"\n',
            'app/clients.py':
              'import boto3\nfrom app.config import REGION\nbedrock = boto3.client("bedrock-runtime", region_name=REGION)\n',
            'app/ask.py': `from app.clients import bedrock\nbedrock.converse(modelId="${BEDROCK}", messages=[])\n`,
          },
          undefined,
          built,
        ),
      ),
    ).toEqual([['us-east-1', false]]));

  it.each([
    'from app import config\nconfig.REGION = "us-east-1"\n',
    'import app.config\napp.config.REGION = "us-east-1"\n',
  ])('are not surely the ones that another file puts something in place of: %s', async (boot) =>
    expect(
      regionsOf(
        await audited(
          {
            'app/config.py': 'REGION = "eu-west-1"\n',
            'app/boot.py': boot,
            'app/ask.py': asking('REGION'),
          },
          undefined,
          built,
        ),
      ),
    ).toEqual([[['eu-west-1', 'us-east-1'], true]]),
  );
});
