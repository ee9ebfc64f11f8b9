import { describe, expect, it } from 'vitest';
import { detectReferences } from '../../../src/core/detect/detectReferences';
import { Brackets } from '../../../src/core/detect/brackets';
import { CodeVariables } from '../../../src/core/detect/codeVariables';
import { Evidence } from '../../../src/core/detect/evidence';
import { hostsOf } from '../../../src/core/detect/host';
import { OtherArms } from '../../../src/core/detect/otherArms';
import { VendorClients } from '../../../src/core/detect/vendorClients';
import { RequestClients } from '../../../src/core/detect/requestClients';
import { builtCatalog } from '../../support/builtCatalog';
import { stepsOf } from '../steps';
import { detect } from './marked';

/** Several clients in one text: each name is marked with the host that its own client asks. */
const CLIENTS: readonly (readonly [path: string, text: string])[] = [
  [
    'table6.kt',
    `val clients = mapOf(
    "openai" to OpenAIClient(key),
    "deepseek" to OpenAIClient(key, baseUrl = "https://api.deepseek.com"),
)
clients["openai"]!!.chat(model = "⟦gpt-4o|openai⟧")
clients["deepseek"]!!.chat(model = "⟦gpt-4o-mini|deepseek⟧")
`,
  ],
  [
    'commented.py',
    `from openai import OpenAI
CLIENTS = {
    # "deepseek": OpenAI(),
    "deepseek": OpenAI(base_url="https://api.deepseek.com"),
}
CLIENTS["deepseek"].chat.completions.create(model="⟦gpt-4o|deepseek⟧", messages=[])
`,
  ],
  [
    'commented.ts',
    `import OpenAI from "openai";
const clients = {
  // deepseek: new OpenAI(), until we move
  deepseek: new OpenAI({ baseURL: "https://api.deepseek.com" }),
};
await clients.deepseek.chat.completions.create({ model: "⟦gpt-4o|deepseek⟧", messages });
`,
  ],
  [
    'choice.ts',
    `import OpenAI from "openai";
const clients = { main: process.env.CN ? openai : other, openai: new OpenAI({ baseURL: "https://api.deepseek.com" }) };
await clients.openai.chat.completions.create({ model: "⟦gpt-4o|deepseek⟧", messages });
`,
  ],
  [
    'object.ts',
    `import OpenAI from "openai";
const service = { chat: wrap, client: new OpenAI({ baseURL: "https://api.deepseek.com" }) };
await service.chat({ model: "⟦gpt-4o|deepseek⟧", messages });
`,
  ],
  [
    'noTable.py',
    `from openai import OpenAI
client = OpenAI(base_url="https://api.deepseek.com", chat=True)
client.chat.completions.create(model="⟦gpt-4o|deepseek⟧", messages=[])
`,
  ],
  [
    'table1.ts',
    `import OpenAI from "openai";
const clients = {
  openai: new OpenAI({ apiKey: process.env.OPENAI_API_KEY }),
  deepseek: new OpenAI({ baseURL: "https://api.deepseek.com", apiKey }),
};
await clients.deepseek.chat.completions.create({ model: "⟦gpt-4o|deepseek⟧", messages });
await clients["deepseek"].chat.completions.create({ model: "⟦gpt-4o-mini|deepseek⟧", messages });
await clients.openai.chat.completions.create({ model: "⟦gpt-4.1|openai⟧", messages });
`,
  ],
  [
    'table2.py',
    `from openai import OpenAI
CLIENTS = {
    "openai": OpenAI(),
    "deepseek": OpenAI(base_url="https://api.deepseek.com"),
}
CLIENTS.get("deepseek").chat.completions.create(model="⟦gpt-4o|deepseek⟧", messages=[])
CLIENTS["openai"].chat.completions.create(model="⟦gpt-4o-mini|openai⟧", messages=[])
`,
  ],
  [
    'table3.go',
    `import "github.com/sashabaranov/go-openai"
var clients = map[string]*openai.Client{
	"openai":   openai.NewClient(key),
	"deepseek": openai.NewClientWithConfig(openai.ClientConfig{BaseURL: "https://api.deepseek.com"}),
}
func ask() {
	clients["openai"].CreateChatCompletion(ctx, openai.ChatCompletionRequest{Model: "⟦gpt-4o|openai⟧"})
	clients["deepseek"].CreateChatCompletion(ctx, openai.ChatCompletionRequest{Model: "⟦gpt-4o-mini|deepseek⟧"})
}
`,
  ],
  [
    'table4.php',
    `<?php
$clients = [
  'openai' => OpenAI::client($key),
  'deepseek' => OpenAI::factory()->withBaseUri('https://api.deepseek.com')->make(),
];
$clients['openai']->chat()->create(['model' => '⟦gpt-4o|openai⟧']);
$clients['deepseek']->chat()->create(['model' => '⟦gpt-4o-mini|deepseek⟧']);
`,
  ],
  [
    'table5.ts',
    `import { createOpenAI } from "@ai-sdk/openai";
const providers = {
  openai: createOpenAI({}),
  deepseek: createOpenAI({ baseURL: "https://api.deepseek.com/v1" }),
};
const a = generateText({ model: providers.openai("⟦gpt-4o|openai⟧"), prompt });
const b = generateText({ model: providers.deepseek("⟦gpt-4o-mini|deepseek⟧"), prompt });
`,
  ],
  [
    'class1.ts',
    `import { DeepInfraEmbedding } from "@llamaindex/deepinfra";
import { Splitter } from "./splitter";
const model = "⟦intfloat/e5-large-v2|deepinfra⟧";
const other = "⟦BAAI/bge-m3|self⟧";
const embed = new DeepInfraEmbedding({ model, maxRetries: 3 });
const split = new Splitter({ model: other });
`,
  ],
  [
    'class2.py',
    `from langchain_together import ChatTogether
from langchain_deepinfra import DeepInfraEmbeddings
EMBEDDING_MODEL = "⟦BAAI/bge-m3|deepinfra⟧"
CHAT_MODEL = "⟦Qwen/Qwen3-8B|together⟧"
embed = DeepInfraEmbeddings(model_id=EMBEDDING_MODEL)
chat = ChatTogether(model=CHAT_MODEL)
`,
  ],
  [
    'class3.ts',
    `import { DeepInfraEmbedding } from "@llamaindex/deepinfra";
import { TogetherEmbedding } from "@llamaindex/together";
const model = "⟦BAAI/bge-m3|self⟧";
const embed = deep ? new DeepInfraEmbedding({ model }) : new TogetherEmbedding({ model });
`,
  ],
  [
    'py1.py',
    `from openai import OpenAI
MODEL = "⟦llama-3.3-70b-versatile|groq⟧"
own = OpenAI(base_url="http://llm.corp:8000/v1", api_key="x")
groq = OpenAI(base_url="https://api.groq.com/openai/v1", api_key="x")
oai = OpenAI()
def a(m):
    return own.chat.completions.create(model="⟦Qwen/Qwen3-8B|self⟧", messages=m)
def b(m):
    return groq.chat.completions.create(model=MODEL, messages=m)
def c(m):
    return oai.chat.completions.create(model="⟦gpt-4o|openai⟧", messages=m)
`,
  ],
  [
    'py2.py',
    `from openai import OpenAI, AsyncOpenAI
class Clients:
    def __init__(self):
        self.local = OpenAI(base_url="http://localhost:8000/v1", api_key="x")
        self.plamo = OpenAI(api_key="k", base_url="https://api.platform.preferredai.jp/v1")
        self.oai = OpenAI(api_key="k")
    def a(self, m):
        return self.local.chat.completions.create(model="⟦openai/gpt-oss-20b|self⟧", messages=m)
    def b(self, m):
        return self.plamo.chat.completions.create(model="⟦gpt-oss-120b|preferred-networks⟧", messages=m)
    def c(self, m):
        return self.oai.chat.completions.create(model="⟦gpt-4o-mini|openai⟧", messages=m)
`,
  ],
  [
    'py4.py',
    `from openai import OpenAI
def a(m):
    client = OpenAI(base_url="https://api.deepseek.com/v1", api_key="x")
    return client.chat.completions.create(model="⟦deepseek-chat|deepseek⟧", messages=m)
def b(m):
    opts = {"base_url": "https://api.groq.com/openai/v1", "api_key": "x"}
    client = OpenAI(**opts)
    return client.chat.completions.create(model="⟦openai/gpt-oss-120b|groq⟧", messages=m)
def c(m):
    client = OpenAI()
    return client.chat.completions.create(model="⟦gpt-4o|openai⟧", messages=m)
`,
  ],
  [
    'own.rb',
    `class Summarizer
  DEFAULT_MODEL = ENV.fetch("SUMMARY_MODEL", "⟦gpt-3.5-turbo-16k|openai⟧")
  def client
    @client ||= OpenAI::Client.new(access_token: ENV["K"], uri_base: "https://api.together.xyz/v1")
  end
  def call(text)
    client.chat(parameters: { model: "⟦Qwen/Qwen2.5-72B-Instruct-Turbo|together⟧", messages: [] })
  end
  def short(text)
    RubyLLM.chat(model: DEFAULT_MODEL).ask(text)
  end
end
`,
  ],
  [
    'local.rs',
    `use async_openai::{config::OpenAIConfig, types::CreateChatCompletionRequestArgs, Client};
use fastembed::{EmbeddingModel, InitOptions, TextEmbedding};
use rig::providers::deepseek;
const MODEL: &str = "⟦llama-3.3-70b-versatile|groq⟧";
async fn main() {
    let cfg = OpenAIConfig::new().with_api_base("https://api.groq.com/openai/v1");
    let client = Client::with_config(cfg);
    let req = CreateChatCompletionRequestArgs::default().model(MODEL).build()?;
    let _ = client.chat().create(req).await?;
    let _e = TextEmbedding::try_new(InitOptions::new(EmbeddingModel::⟦BGESmallZHV15|self⟧))?;
    let _d = deepseek::Client::from_env().agent(deepseek::⟦DEEPSEEK_CHAT|deepseek⟧).build();
}
`,
  ],
  [
    'Kernel.cs',
    `using Azure.AI.OpenAI;
using OpenAI;
var kernel = Kernel.CreateBuilder();
kernel.AddAzureOpenAIChatCompletion(
    deploymentName: cfg["AzureOpenAI:Deployment"] ?? "⟦gpt-4-prod|azure⟧",
    endpoint: cfg["AzureOpenAI:Endpoint"]!,
    credentials: new DefaultAzureCredential());
var deepseek = new OpenAIClient(new ApiKeyCredential(cfg["DeepSeek:Key"]!),
    new OpenAIClientOptions { Endpoint = new Uri("https://api.deepseek.com/v1") });
var coder = deepseek.GetChatClient("⟦deepseek-chat|deepseek⟧");
`,
  ],
  [
    'azure.ts',
    `import OpenAI, { AzureOpenAI } from 'openai';
const azure = new AzureOpenAI({ endpoint: process.env.AZURE_OPENAI_ENDPOINT, deployment: '⟦gpt-4-32k|azure⟧' });
const openai = new OpenAI();
export const inTenant = (messages) => azure.chat.completions.create({ model: '', messages });
export const outside = (messages) => openai.chat.completions.create({ model: '⟦gpt-4.5-preview|openai⟧', messages });
`,
  ],
  [
    'same.py',
    `import boto3
from anthropic import Anthropic, AnthropicBedrock, AnthropicVertex
from google import genai
from groq import Groq
from mistralai import Mistral
from openai import AzureOpenAI, OpenAI
def a(m):
    client = Mistral(api_key="k")
    return client.chat.complete(model="⟦mistral-medium-2505|mistral⟧", messages=m)
def b(m):
    client = Anthropic()
    return client.messages.create(model="⟦claude-opus-4-1-20250805|anthropic⟧", max_tokens=1, messages=m)
def c(m):
    client = OpenAI()
    return client.chat.completions.create(model="⟦gpt-4o|openai⟧", messages=m)
def d(m):
    client = Groq()
    return client.chat.completions.create(model="⟦openai/gpt-oss-120b|groq⟧", messages=m)
def e(m):
    client = AnthropicVertex(region="europe-west1", project_id="p")
    return client.messages.create(model="⟦claude-sonnet-4-6|vertex⟧", max_tokens=1, messages=m)
def f(m):
    client = AnthropicBedrock(aws_region="us-east-1")
    return client.messages.create(model="⟦us.anthropic.claude-sonnet-4-6|bedrock⟧", max_tokens=1, messages=m)
def g(t):
    client = genai.Client(vertexai=True, project="p", location="europe-west4")
    return client.models.generate_content(model="⟦gemini-2.5-flash|vertex⟧", contents=t)
def h(t):
    client = boto3.client("bedrock-runtime", region_name="us-east-1")
    return client.converse(modelId="⟦us.amazon.nova-lite-v1:0|bedrock⟧", messages=t)
def i(m):
    client = OpenAI(base_url="https://api.together.xyz/v1")
    return client.chat.completions.create(model="⟦meta-llama/Llama-3.3-70B-Instruct-Turbo|together⟧", messages=m)
class One:
    def __init__(self):
        self.client = Mistral(api_key="k")
    def ask(self, m):
        return self.client.chat.complete(model="⟦mistral-small-2503|mistral⟧", messages=m)
class Two:
    def __init__(self):
        self.client = Anthropic()
    def ask(self, m):
        return self.client.messages.create(model="⟦claude-haiku-4-5|anthropic⟧", max_tokens=1, messages=m)
`,
  ],
  [
    'same.ts',
    `import Anthropic from '@anthropic-ai/sdk';
import Groq from 'groq-sdk';
import { Mistral } from '@mistralai/mistralai';
import OpenAI from 'openai';
export async function a(messages) {
  const client = new OpenAI({ baseURL: 'http://vllm:8000/v1' });
  return client.chat.completions.create({ model: '⟦Qwen/Qwen3-8B|self⟧', messages });
}
export async function b(messages) {
  const client = new OpenAI();
  return client.chat.completions.create({ model: '⟦gpt-4.1-nano|openai⟧', messages });
}
export async function c(messages) {
  const client = new Groq();
  return client.chat.completions.create({ model: '⟦openai/gpt-oss-20b|groq⟧', messages });
}
export async function d(messages) {
  const client = new Mistral({ apiKey: 'k' });
  return client.chat.complete({ model: '⟦mistral-medium-2505|mistral⟧', messages });
}
export async function e(messages) {
  const client = new Anthropic();
  return client.messages.create({ model: '⟦claude-sonnet-4-6|anthropic⟧', max_tokens: 1, messages });
}
`,
  ],
  [
    'Same.cs',
    `using OpenAI; using Anthropic.SDK;
class D {
  void a() { var client = new OpenAIClient(new ApiKeyCredential("k"), new OpenAIClientOptions { Endpoint = new Uri("https://api.mistral.ai/v1") }); client.GetChatClient("⟦mistral-medium-2505|mistral⟧"); }
  void b() { var client = new AnthropicClient(); client.Messages.GetClaudeMessageAsync(new MessageParameters { Model = "⟦claude-sonnet-4-6|anthropic⟧" }); }
  void c() { var client = new OpenAIClient("k"); client.GetChatClient("⟦gpt-4o|openai⟧"); }
}
`,
  ],
  [
    'off.py',
    `import anthropic
from openai import OpenAI
client = anthropic.Anthropic(
    # base_url="http://localhost:8000",
)
client.messages.create(model="⟦claude-3-opus-20240229|anthropic⟧", max_tokens=1, messages=[])
ai = OpenAI()
# ai = OpenAI(base_url="http://localhost:8000/v1")
ai.chat.completions.create(model="⟦gpt-5.1|openai⟧", messages=[])
`,
  ],
  [
    'off.rs',
    `fn main() {
  let client = Client::with_config(OpenAIConfig::new() /* .with_api_base("http://localhost:11434/v1") */);
  let r = CreateChatCompletionRequestArgs::default().model("⟦gpt-5.1|openai⟧").build();
  client.chat().create(r);
}
`,
  ],
  [
    'tags.go',
    `package main
import "github.com/ollama/ollama/api"
const Qwen = "⟦qwen2.5:7b|self⟧"
func main() {
	ol, _ := api.ClientFromEnvironment()
	ol.Chat(ctx, &api.ChatRequest{Model: Qwen}, nil)
}
`,
  ],
  [
    'ts1.ts',
    `import OpenAI from 'openai';
const MODEL = '⟦gpt-oss-120b|preferred-networks⟧';
const own = new OpenAI({ baseURL: 'http://llm.corp:8000/v1', apiKey: 'x' });
const plamo = new OpenAI({ baseURL: 'https://api.platform.preferredai.jp/v1', apiKey: 'x' });
const oai = new OpenAI();
export const a = (m: any) => own.chat.completions.create({ model: '⟦Qwen/Qwen3-8B|self⟧', messages: m });
export const b = (m: any) => plamo.chat.completions.create({ model: MODEL, messages: m });
export const c = (m: any) => oai.chat.completions.create({ model: '⟦gpt-4o|openai⟧', messages: m });
`,
  ],
  [
    'ts2.ts',
    `import OpenAI from 'openai';
export class Clients {
  private readonly own: OpenAI;
  private readonly groq: OpenAI;
  private readonly oai: OpenAI;
  constructor() {
    const ownOptions = { baseURL: 'http://vllm:8000/v1', apiKey: 'x' };
    const groqOptions = { baseURL: 'https://api.groq.com/openai/v1', apiKey: 'x' };
    this.own = new OpenAI(ownOptions);
    this.groq = new OpenAI(groqOptions);
    this.oai = new OpenAI({ apiKey: 'x' });
  }
  a(m: any) { return this.own.chat.completions.create({ model: '⟦openai/gpt-oss-20b|self⟧', messages: m }); }
  b(m: any) { return this.groq.chat.completions.create({ model: '⟦openai/gpt-oss-120b|groq⟧', messages: m }); }
  c(m: any) { return this.oai.chat.completions.create({ model: '⟦gpt-4o|openai⟧', messages: m }); }
}
`,
  ],
  [
    'ts3.ts',
    `import { createOpenAI, openai } from '@ai-sdk/openai';
import { generateText } from 'ai';
const own = createOpenAI({ baseURL: 'http://localhost:8000/v1' });
const plamo = createOpenAI({ baseURL: 'https://api.platform.preferredai.jp/v1' });
export const a = () => generateText({ model: own('⟦Qwen/Qwen3-8B|self⟧'), prompt: 'x' });
export const b = () => generateText({ model: plamo('⟦gpt-oss-120b|preferred-networks⟧'), prompt: 'x' });
export const c = () => generateText({ model: openai('⟦gpt-4o|openai⟧'), prompt: 'x' });
`,
  ],
  [
    'go1.go',
    `package main

import (
	"context"

	openai "github.com/sashabaranov/go-openai"
)

func a() {
	cfg := openai.DefaultConfig("key")
	cfg.BaseURL = "https://api.deepseek.com/v1"
	c := openai.NewClientWithConfig(cfg)
	c.CreateChatCompletion(context.Background(), openai.ChatCompletionRequest{Model: "⟦deepseek-v4-flash|deepseek⟧"})
}

func b() {
	cfg := openai.DefaultConfig("key")
	cfg.BaseURL = "https://api.platform.preferredai.jp/v1"
	c := openai.NewClientWithConfig(cfg)
	c.CreateChatCompletion(context.Background(), openai.ChatCompletionRequest{Model: "⟦gpt-oss-120b|preferred-networks⟧"})
}

func d() {
	c := openai.NewClient("key")
	c.CreateChatCompletion(context.Background(), openai.ChatCompletionRequest{Model: openai.GPT4o})
	c.CreateChatCompletion(context.Background(), openai.ChatCompletionRequest{Model: "⟦gpt-4o-mini|openai⟧"})
}
`,
  ],
  [
    'go2.go',
    `package main

import (
	"context"

	openai "github.com/sashabaranov/go-openai"
)

const groqModel = "⟦llama-3.3-70b-versatile|groq⟧"

type Clients struct {
	own, groq, oai *openai.Client
}

func New() *Clients {
	ownCfg := openai.DefaultConfig("")
	ownCfg.BaseURL = "http://vllm:8000/v1"
	groqCfg := openai.DefaultConfig("key")
	groqCfg.BaseURL = "https://api.groq.com/openai/v1"
	return &Clients{
		own:  openai.NewClientWithConfig(ownCfg),
		groq: openai.NewClientWithConfig(groqCfg),
		oai:  openai.NewClient("key"),
	}
}

func (c *Clients) Own(ctx context.Context) {
	c.own.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Model: "⟦Qwen/Qwen3-8B|self⟧"})
}

func (c *Clients) Groq(ctx context.Context) {
	c.groq.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Model: groqModel})
}

func (c *Clients) OpenAI(ctx context.Context) {
	c.oai.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Model: "⟦gpt-4o|openai⟧"})
}
`,
  ],
  [
    'go2named.go',
    `package main

func f() {
	a := goopenai.DefaultConfig("k")
	a.BaseURL = "https://api.siliconflow.cn/v1"
	b := goopenai.DefaultConfig("k")
	b.BaseURL = "https://api.groq.com/openai/v1"
	x := goopenai.NewClientWithConfig(a)
	y := goopenai.NewClientWithConfig(b)
	x.CreateChatCompletion(ctx, goopenai.ChatCompletionRequest{Model: "⟦openai/gpt-oss-20b|siliconflow⟧"})
	y.CreateChatCompletion(ctx, goopenai.ChatCompletionRequest{Model: "⟦openai/gpt-oss-120b|groq⟧"})
}
`,
  ],
  [
    'ts-config.ts',
    `const x = new Configuration({ apiKey });
x.basePath = 'https://api.siliconflow.cn/v1';
const g = new OpenAIApi(x);
const o = new OpenAI({ baseURL: 'https://api.groq.com/openai/v1' });
await g.createChatCompletion({ model: '⟦openai/gpt-oss-20b|siliconflow⟧', messages: [] });
await o.chat.completions.create({ model: '⟦openai/gpt-oss-120b|groq⟧', messages: [] });
`,
  ],
  [
    'go3.go',
    `package main

import (
	"context"

	"github.com/openai/openai-go"
	"github.com/openai/openai-go/option"
)

func all(ctx context.Context) {
	own := openai.NewClient(option.WithBaseURL("http://localhost:8000/v1"))
	plamo := openai.NewClient(option.WithBaseURL("https://api.platform.preferredai.jp/v1"), option.WithAPIKey("k"))
	real := openai.NewClient()
	own.Chat.Completions.New(ctx, openai.ChatCompletionNewParams{Model: "⟦Qwen/Qwen3-8B|self⟧"})
	plamo.Chat.Completions.New(ctx, openai.ChatCompletionNewParams{Model: "⟦gpt-oss-120b|preferred-networks⟧"})
	real.Chat.Completions.New(ctx, openai.ChatCompletionNewParams{Model: "⟦gpt-4o|openai⟧"})
}
`,
  ],
  [
    'D1.java',
    `import dev.langchain4j.model.openai.OpenAiChatModel;
class D {
    static final String DEFAULT_MODEL = "⟦gpt-oss-120b|sakura-internet⟧";
    OpenAiChatModel m = OpenAiChatModel.builder().baseUrl("https://api.ai.sakura.ad.jp/v1").modelName(DEFAULT_MODEL).build();
    OpenAiChatModel k = OpenAiChatModel.builder().baseUrl("https://api.moonshot.ai/v1").modelName("⟦kimi-k2.6|moonshot⟧").build();
}
`,
  ],
  [
    'J2.java',
    `import dev.langchain4j.model.openai.OpenAiChatModel;

class Models {
    private static final String OWN = "⟦Qwen/Qwen3-8B|self⟧";
    private static final String GROQ = "⟦llama-3.3-70b-versatile|groq⟧";
    private static final String REAL = "⟦gpt-4o|openai⟧";

    OpenAiChatModel own() {
        return OpenAiChatModel.builder()
            .baseUrl("http://vllm:8000/v1")
            .modelName(OWN)
            .build();
    }

    OpenAiChatModel groq() {
        return OpenAiChatModel.builder()
            .apiKey("k")
            .modelName(GROQ)
            .baseUrl("https://api.groq.com/openai/v1")
            .build();
    }

    OpenAiChatModel real() {
        return OpenAiChatModel.builder()
            .apiKey("k")
            .modelName(REAL)
            .build();
    }
}
`,
  ],
  [
    'J3.java',
    `import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.models.chat.completions.ChatCompletionCreateParams;

class Calls {
    private final OpenAIClient plamo = OpenAIOkHttpClient.builder().apiKey("k").baseUrl("https://api.platform.preferredai.jp/v1").build();
    private final OpenAIClient real = OpenAIOkHttpClient.fromEnv();
    private final OpenAIClient own = OpenAIOkHttpClient.builder().baseUrl("http://localhost:8000/v1").build();

    void a() {
        var p = ChatCompletionCreateParams.builder().model("⟦gpt-oss-120b|preferred-networks⟧").addUserMessage("x").build();
        plamo.chat().completions().create(p);
    }
    void b() {
        real.chat().completions().create(ChatCompletionCreateParams.builder().model("⟦gpt-4o|openai⟧").addUserMessage("x").build());
    }
    void c() {
        own.chat().completions().create(ChatCompletionCreateParams.builder().model("⟦Qwen/Qwen3-8B|self⟧").addUserMessage("x").build());
    }
}
`,
  ],
  [
    'J4.java',
    `import org.springframework.ai.openai.OpenAiChatModel;
import org.springframework.ai.openai.OpenAiChatOptions;
import org.springframework.ai.openai.api.OpenAiApi;

class Config {
    OpenAiChatModel groq() {
        var api = OpenAiApi.builder().baseUrl("https://api.groq.com/openai").apiKey("k").build();
        return OpenAiChatModel.builder().openAiApi(api)
            .defaultOptions(OpenAiChatOptions.builder().model("⟦llama-3.3-70b-versatile|groq⟧").build()).build();
    }
    OpenAiChatModel own() {
        var api = OpenAiApi.builder().baseUrl("http://vllm:8000").apiKey("k").build();
        return OpenAiChatModel.builder().openAiApi(api)
            .defaultOptions(OpenAiChatOptions.builder().model("⟦Qwen/Qwen3-8B|self⟧").build()).build();
    }
    OpenAiChatModel real() {
        var api = OpenAiApi.builder().apiKey("k").build();
        return OpenAiChatModel.builder().openAiApi(api)
            .defaultOptions(OpenAiChatOptions.builder().model("⟦gpt-4o|openai⟧").build()).build();
    }
}
`,
  ],
  [
    'K1.kt',
    `import com.aallam.openai.client.OpenAI
import com.aallam.openai.client.OpenAIConfig
import com.aallam.openai.client.OpenAIHost
import com.aallam.openai.api.model.ModelId
import com.aallam.openai.api.chat.ChatCompletionRequest

class Bots {
    private val own = OpenAI(OpenAIConfig(token = "x", host = OpenAIHost(baseUrl = "http://localhost:8000/v1/")))
    private val plamo = OpenAI(OpenAIConfig(token = "x", host = OpenAIHost(baseUrl = "https://api.platform.preferredai.jp/v1/")))
    private val real = OpenAI(token = "x")

    suspend fun a() = own.chatCompletion(ChatCompletionRequest(model = ModelId("⟦Qwen/Qwen3-8B|self⟧"), messages = m))
    suspend fun b() = plamo.chatCompletion(ChatCompletionRequest(model = ModelId("⟦gpt-oss-120b|preferred-networks⟧"), messages = m))
    suspend fun c() = real.chatCompletion(ChatCompletionRequest(model = ModelId("⟦gpt-4o|openai⟧"), messages = m))
}
`,
  ],
  [
    'E.cs',
    `using OpenAI; using OpenAI.Chat; using System.ClientModel;
const string JP = "⟦gpt-oss-120b|preferred-networks⟧";
var o1 = new OpenAIClientOptions { Endpoint = new Uri("https://api.platform.preferredai.jp/v1") };
var c1 = new ChatClient(JP, new ApiKeyCredential("k"), o1);
var o2 = new OpenAIClientOptions { Endpoint = new Uri("https://api.groq.com/openai/v1") };
var c2 = new ChatClient("⟦llama-3.3-70b-versatile|groq⟧", new ApiKeyCredential("k"), o2);
`,
  ],
  [
    'C2.cs',
    `using OpenAI;
using OpenAI.Chat;
using System.ClientModel;

public class Bots
{
    private readonly ChatClient own = new ChatClient("⟦Qwen/Qwen3-8B|self⟧", new ApiKeyCredential("k"), new OpenAIClientOptions { Endpoint = new Uri("http://localhost:8000/v1") });
    private readonly ChatClient groq = new(model: "⟦llama-3.3-70b-versatile|groq⟧", credential: new ApiKeyCredential("k"), options: new() { Endpoint = new Uri("https://api.groq.com/openai/v1") });
    private readonly ChatClient real = new ChatClient("⟦gpt-4o|openai⟧", "key");

    public ChatClient ForOwn()
    {
        var options = new OpenAIClientOptions();
        options.Endpoint = new Uri("http://vllm:8000/v1");
        return new ChatClient("⟦openai/gpt-oss-20b|self⟧", new ApiKeyCredential("k"), options);
    }

    public ChatClient ForPlamo()
    {
        var options = new OpenAIClientOptions { Endpoint = new Uri("https://api.platform.preferredai.jp/v1") };
        var client = new OpenAIClient(new ApiKeyCredential("k"), options);
        return client.GetChatClient("⟦gpt-oss-120b|preferred-networks⟧");
    }

    public ChatClient ForReal()
    {
        var client = new OpenAIClient("key");
        return client.GetChatClient("⟦gpt-4o-mini|openai⟧");
    }
}
`,
  ],
  [
    'C3.cs',
    `using Microsoft.SemanticKernel;
var b = Kernel.CreateBuilder();
b.AddOpenAIChatCompletion("⟦Qwen/Qwen3-8B|self⟧", new Uri("http://localhost:8000/v1"), apiKey: null);
b.AddOpenAIChatCompletion(modelId: "⟦llama-3.3-70b-versatile|groq⟧", endpoint: new Uri("https://api.groq.com/openai/v1"), apiKey: "k");
b.AddOpenAIChatCompletion("⟦gpt-4o|openai⟧", "k");
Kernel.CreateBuilder()
    .AddOpenAIChatCompletion("⟦moonshot-v1-32k|moonshot⟧", new Uri("https://api.moonshot.cn/v1"), "k", serviceId: "a")
    .AddOpenAIChatCompletion("⟦gpt-5-mini|openai⟧", "k", serviceId: "b")
    .Build();
`,
  ],
  [
    'rs1.rs',
    `use async_openai::{config::OpenAIConfig, types::CreateChatCompletionRequestArgs, Client};

const GROQ_MODEL: &str = "⟦llama-3.3-70b-versatile|groq⟧";

pub async fn own() {
    let config = OpenAIConfig::new().with_api_base("http://localhost:8000/v1");
    let client = Client::with_config(config);
    let request = CreateChatCompletionRequestArgs::default().model("⟦Qwen/Qwen3-8B|self⟧").build().unwrap();
    client.chat().create(request).await.unwrap();
}

pub async fn groq() {
    let config = OpenAIConfig::new().with_api_base("https://api.groq.com/openai/v1").with_api_key("k");
    let client = Client::with_config(config);
    let request = CreateChatCompletionRequestArgs::default().model(GROQ_MODEL).build().unwrap();
    client.chat().create(request).await.unwrap();
}

pub async fn real() {
    let client = Client::new();
    let request = CreateChatCompletionRequestArgs::default().model("⟦gpt-4o|openai⟧").build().unwrap();
    client.chat().create(request).await.unwrap();
}
`,
  ],
  [
    'rb1.rb',
    `require "openai"
class Bots
  PLAMO_MODEL = "⟦gpt-oss-120b|preferred-networks⟧"
  def own
    client = OpenAI::Client.new(uri_base: "http://localhost:8000", access_token: "x")
    client.chat(parameters: { model: "⟦Qwen/Qwen3-8B|self⟧", messages: [] })
  end

  def plamo
    client = OpenAI::Client.new(uri_base: "https://api.platform.preferredai.jp/v1", access_token: "x")
    client.chat(parameters: { model: PLAMO_MODEL, messages: [] })
  end

  def real
    client = OpenAI::Client.new(access_token: "x")
    client.chat(parameters: { model: "⟦gpt-4o|openai⟧", messages: [] })
  end
end
`,
  ],
  [
    'p1.php',
    `<?php
class Bots {
    private const PLAMO = '⟦gpt-oss-120b|preferred-networks⟧';
    public function own() {
        $client = OpenAI::factory()->withBaseUri('http://localhost:8000/v1')->make();
        return $client->chat()->create(['model' => '⟦Qwen/Qwen3-8B|self⟧', 'messages' => []]);
    }
    public function plamo() {
        $client = OpenAI::factory()->withApiKey('k')->withBaseUri('https://api.platform.preferredai.jp/v1')->make();
        return $client->chat()->create(['model' => self::PLAMO, 'messages' => []]);
    }
    public function real() {
        $client = OpenAI::client('k');
        return $client->chat()->create(['model' => '⟦gpt-4o|openai⟧', 'messages' => []]);
    }
}
`,
  ],
  [
    's1.swift',
    `import OpenAI

final class Bots {
    let own = OpenAI(configuration: .init(token: nil, host: "localhost", port: 8000, scheme: "http"))
    let groq = OpenAI(configuration: .init(token: "k", host: "api.groq.com", basePath: "/openai/v1"))
    let real = OpenAI(apiToken: "k")

    func a() async throws { _ = try await own.chats(query: ChatQuery(messages: m, model: "⟦Qwen/Qwen3-8B|self⟧")) }
    func b() async throws { _ = try await groq.chats(query: ChatQuery(messages: m, model: "⟦openai/gpt-oss-120b|groq⟧")) }
    func c() async throws { _ = try await real.chats(query: ChatQuery(messages: m, model: "⟦gpt-4o|openai⟧")) }
}
`,
  ],
  [
    's2.swift',
    `import OpenAI

let plamoModel = "⟦gpt-oss-120b|preferred-networks⟧"

func plamo() async throws {
    let configuration = OpenAI.Configuration(token: "k", host: "api.platform.preferredai.jp")
    let client = OpenAI(configuration: configuration)
    _ = try await client.chats(query: ChatQuery(messages: m, model: plamoModel))
}

func real() async throws {
    let client = OpenAI(apiToken: "k")
    _ = try await client.chats(query: ChatQuery(messages: m, model: .gpt4_o))
    _ = try await client.chats(query: ChatQuery(messages: m, model: "⟦gpt-4o|openai⟧"))
}
`,
  ],
  [
    'e1.ex',
    `defmodule Bots do
  @plamo "⟦gpt-oss-120b|preferred-networks⟧"

  def own(m) do
    client = OpenaiEx.new("x") |> OpenaiEx.with_base_url("http://localhost:8000/v1")
    OpenaiEx.Chat.Completions.create(client, %{model: "⟦Qwen/Qwen3-8B|self⟧", messages: m})
  end

  def plamo(m) do
    client = OpenaiEx.new("x") |> OpenaiEx.with_base_url("https://api.platform.preferredai.jp/v1")
    OpenaiEx.Chat.Completions.create(client, %{model: @plamo, messages: m})
  end

  def real(m) do
    client = OpenaiEx.new("x")
    OpenaiEx.Chat.Completions.create(client, %{model: "⟦gpt-4o|openai⟧", messages: m})
  end
end
`,
  ],
  [
    'd1.dart',
    `import 'package:openai_dart/openai_dart.dart';

const plamoModel = '⟦gpt-oss-120b|preferred-networks⟧';

Future<void> own() async {
  final client = OpenAIClient(apiKey: 'x', baseUrl: 'http://localhost:8000/v1');
  await client.createChatCompletion(request: CreateChatCompletionRequest(model: ChatCompletionModel.modelId('⟦Qwen/Qwen3-8B|self⟧'), messages: m));
}

Future<void> plamo() async {
  final client = OpenAIClient(apiKey: 'x', baseUrl: 'https://api.platform.preferredai.jp/v1');
  await client.createChatCompletion(request: CreateChatCompletionRequest(model: ChatCompletionModel.modelId(plamoModel), messages: m));
}

Future<void> real() async {
  final client = OpenAIClient(apiKey: 'x');
  await client.createChatCompletion(request: CreateChatCompletionRequest(model: ChatCompletionModel.modelId('⟦gpt-4o|openai⟧'), messages: m));
}
`,
  ],
  [
    'sc1.scala',
    `import sttp.openai.OpenAISyncClient
import sttp.model.Uri._
import sttp.openai.requests.completions.chat.ChatRequestBody.{ChatBody, ChatCompletionModel}

object Bots {
  val PlamoModel = "⟦gpt-oss-120b|preferred-networks⟧"
  val own = OpenAISyncClient("x", uri"http://localhost:8000/v1")
  val plamo = OpenAISyncClient("x", uri"https://api.platform.preferredai.jp/v1")
  val real = OpenAISyncClient("x")

  def a = own.createChatCompletion(ChatBody(model = ChatCompletionModel.CustomChatCompletionModel("⟦Qwen/Qwen3-8B|self⟧"), messages = m))
  def b = plamo.createChatCompletion(ChatBody(model = ChatCompletionModel.CustomChatCompletionModel(PlamoModel), messages = m))
  def c = real.createChatCompletion(ChatBody(model = ChatCompletionModel.CustomChatCompletionModel("⟦gpt-4o|openai⟧"), messages = m))
}
`,
  ],
  [
    'sc2.scala',
    `import io.cequence.openaiscala.service.OpenAIServiceFactory
import io.cequence.openaiscala.domain.settings.CreateChatCompletionSettings

object Calls {
  val groq = OpenAIServiceFactory.customInstance("https://api.groq.com/openai/v1/", None)
  val real = OpenAIServiceFactory("key")
  def a = groq.createChatCompletion(messages, CreateChatCompletionSettings(model = "⟦openai/gpt-oss-120b|groq⟧"))
  def b = real.createChatCompletion(messages, CreateChatCompletionSettings(model = "⟦gpt-4o|openai⟧"))
}
`,
  ],
  [
    'py5.py',
    `from openai import OpenAI
class Groq:
    def __init__(self, model="⟦openai/gpt-oss-120b|groq⟧"):
        self.model = model
        self.client = OpenAI(base_url="https://api.groq.com/openai/v1", api_key="x")
    def ask(self, m):
        return self.client.chat.completions.create(model=self.model, messages=m)

class Plain:
    def __init__(self, model="⟦gpt-4o|openai⟧"):
        self.model = model
        self.client = OpenAI(api_key="x")
    def ask(self, m):
        return self.client.chat.completions.create(model=self.model, messages=m)

class Own:
    MODEL = "⟦Qwen/Qwen3-8B|self⟧"
    def __init__(self):
        self.client = OpenAI(base_url="http://vllm:8000/v1", api_key="x")
    def ask(self, m):
        return self.client.chat.completions.create(model=self.MODEL, messages=m)
`,
  ],
  [
    'py6.py',
    `from openai import OpenAI
clients = {
    "own": OpenAI(base_url="http://vllm:8000/v1", api_key="x"),
    "groq": OpenAI(base_url="https://api.groq.com/openai/v1", api_key="x"),
    "openai": OpenAI(),
}
def a(m): return clients["own"].chat.completions.create(model="⟦openai/gpt-oss-20b|self⟧", messages=m)
def b(m): return clients["groq"].chat.completions.create(model="⟦openai/gpt-oss-120b|groq⟧", messages=m)
def c(m): return clients["openai"].chat.completions.create(model="⟦gpt-4o|openai⟧", messages=m)
`,
  ],
  [
    'py7.py',
    `from openai import OpenAI
def make(base, key):
    return OpenAI(base_url=base, api_key=key)
groq = make("https://api.groq.com/openai/v1", "k")
real = OpenAI()
r1 = groq.chat.completions.create(model="⟦openai/gpt-oss-120b|groq⟧", messages=[])
r2 = real.chat.completions.create(model="⟦gpt-4o|openai⟧", messages=[])
`,
  ],
  [
    'py8.py',
    `from openai import OpenAI
client = OpenAI(base_url="https://api.groq.com/openai/v1", api_key="x")
a = client.chat.completions.create(model="⟦openai/gpt-oss-120b|groq⟧", messages=[])
client = OpenAI()
b = client.chat.completions.create(model="⟦gpt-4o|openai⟧", messages=[])
`,
  ],
  [
    'py9.py',
    `import requests
from openai import OpenAI
GROQ_URL = "https://api.groq.com/openai/v1/chat/completions"
oai = OpenAI()
def a(m):
    r = requests.post(GROQ_URL, json={"model": "⟦openai/gpt-oss-120b|groq⟧", "messages": m})
    return r
def b(m):
    return oai.chat.completions.create(model="⟦gpt-4o|openai⟧", messages=m)
def c(m):
    payload = {"model": "⟦Qwen/Qwen3-8B|self⟧", "messages": m}
    return requests.post("http://localhost:8000/v1/chat/completions", json=payload)
`,
  ],
  [
    'ts4.ts',
    `import OpenAI from 'openai';
function groq() {
  return new OpenAI({ baseURL: 'https://api.groq.com/openai/v1', apiKey: 'x' });
}
function plain() {
  return new OpenAI();
}
export async function a(m: any) {
  const client = groq();
  return client.chat.completions.create({ model: '⟦openai/gpt-oss-120b|groq⟧', messages: m });
}
export async function b(m: any) {
  const client = plain();
  return client.chat.completions.create({ model: '⟦gpt-4o|openai⟧', messages: m });
}
`,
  ],
  [
    'ts5.ts',
    `import OpenAI from 'openai';
const clients = {
  own: new OpenAI({ baseURL: 'http://vllm:8000/v1', apiKey: 'x' }),
  groq: new OpenAI({ baseURL: 'https://api.groq.com/openai/v1', apiKey: 'x' }),
  openai: new OpenAI(),
};
const MODELS = { own: '⟦openai/gpt-oss-20b|self⟧', groq: '⟦openai/gpt-oss-120b|groq⟧', openai: '⟦gpt-4o|openai⟧' };
export const a = (m: any) => clients.own.chat.completions.create({ model: MODELS.own, messages: m });
export const b = (m: any) => clients.groq.chat.completions.create({ model: MODELS.groq, messages: m });
export const c = (m: any) => clients.openai.chat.completions.create({ model: MODELS.openai, messages: m });
`,
  ],
  [
    'ts7.ts',
    `import OpenAI from 'openai';
const groq = new OpenAI({ baseURL: 'https://api.groq.com/openai/v1', apiKey: 'x' });
const oai = new OpenAI();
export async function run(q: string) {
  const [a, b] = await Promise.all([
    groq.chat.completions.create({ model: '⟦openai/gpt-oss-120b|groq⟧', messages: [{ role: 'user', content: q }] }),
    oai.chat.completions.create({ model: '⟦gpt-4o|openai⟧', messages: [{ role: 'user', content: q }] }),
  ]);
  const request = { model: '⟦gpt-4o-mini|openai⟧', messages: [] };
  const c = await oai.chat.completions.create(request);
  const other = { model: '⟦qwen/qwen3-32b|groq⟧', messages: [] };
  return [a, b, c, await groq.chat.completions.create(other)];
}
`,
  ],
  [
    'go4.go',
    `package main

import (
	"context"

	openai "github.com/sashabaranov/go-openai"
)

func newGroq() *openai.Client {
	cfg := openai.DefaultConfig("k")
	cfg.BaseURL = "https://api.groq.com/openai/v1"
	return openai.NewClientWithConfig(cfg)
}

func a(ctx context.Context) {
	client := newGroq()
	req := openai.ChatCompletionRequest{
		Model: "⟦openai/gpt-oss-120b|groq⟧",
	}
	client.CreateChatCompletion(ctx, req)
}

func b(ctx context.Context) {
	client := openai.NewClient("k")
	req := openai.ChatCompletionRequest{
		Model: "⟦gpt-4o|openai⟧",
	}
	client.CreateChatCompletion(ctx, req)
}
`,
  ],
  [
    'C4.cs',
    `using OpenAI; using OpenAI.Chat; using Azure.AI.OpenAI;
class C4
{
    const string GroqModel = "⟦openai/gpt-oss-120b|groq⟧";
    const string AzureModel = "⟦gpt-4o|azure⟧";
    const string RealModel = "⟦gpt-4o-mini|openai⟧";
    ChatClient Groq() => new OpenAIClient(new ApiKeyCredential("k"), new OpenAIClientOptions { Endpoint = new Uri("https://api.groq.com/openai/v1") }).GetChatClient(GroqModel);
    ChatClient Az() => new AzureOpenAIClient(new Uri("https://acme.openai.azure.com"), new DefaultAzureCredential()).GetChatClient(AzureModel);
    ChatClient Real() => new OpenAIClient("k").GetChatClient(RealModel);
}
`,
  ],
  [
    'rs2.rs',
    `use async_openai::{config::OpenAIConfig, Client, types::*};
struct Bots { groq: Client<OpenAIConfig>, real: Client<OpenAIConfig> }
impl Bots {
    fn new() -> Self {
        let groq_config = OpenAIConfig::new().with_api_base("https://api.groq.com/openai/v1");
        Self {
            groq: Client::with_config(groq_config),
            real: Client::new(),
        }
    }
    async fn a(&self) {
        let request = CreateChatCompletionRequestArgs::default().model("⟦openai/gpt-oss-120b|groq⟧").build().unwrap();
        self.groq.chat().create(request).await.unwrap();
    }
    async fn b(&self) {
        let request = CreateChatCompletionRequestArgs::default().model("⟦gpt-4o|openai⟧").build().unwrap();
        self.real.chat().create(request).await.unwrap();
    }
}
`,
  ],
  [
    'rb3.rb',
    `require "ruby_llm"
require "openai"
GROQ = OpenAI::Client.new(uri_base: "https://api.groq.com/openai", access_token: "k")
REAL = OpenAI::Client.new(access_token: "k")
def a = GROQ.chat(parameters: { model: "⟦openai/gpt-oss-120b|groq⟧" })
def b = REAL.chat(parameters: { model: "⟦gpt-4o|openai⟧" })
`,
  ],
  [
    'noise2.ts',
    `import OpenAI from 'openai';
const api = axios.create({ baseURL: 'https://api.acme.com' });
const openai = new OpenAI({ apiKey: 'x' });
const MODEL = '⟦gpt-4o|openai⟧';
export async function ask(q: string) {
  const r = await openai.chat.completions.create({ model: MODEL, messages: [] });
  await api.post('/usage', { model: MODEL, tokens: r.usage });
  return r;
}
`,
  ],
  [
    'defaultsa.py',
    `from openai import AzureOpenAI, OpenAI, AsyncOpenAI
import anthropic
def ask_azure(m):
    client = AzureOpenAI(api_version="1", azure_endpoint=EP)
    return client.chat.completions.create(model="⟦gpt-4o|azure⟧", messages=m)
def ask(m, model="⟦gpt-4-turbo|openai⟧"):
    client = OpenAI()
    return client.chat.completions.create(model=model, messages=m)
def claude(m, model: str = "⟦claude-3-5-sonnet-20241022|anthropic⟧"):
    c = anthropic.Anthropic()
    return c.messages.create(model=model, messages=m)
class A:
    def __init__(self, model="⟦o3-mini|openai⟧"):
        self.client = AsyncOpenAI()
        self.model = model
    async def go(self, m):
        return await self.client.responses.create(model=self.model, input=m)
`,
  ],
  [
    'defaultsb.ts',
    `import OpenAI, { AzureOpenAI } from "openai";
import Anthropic from "@anthropic-ai/sdk";
import { GoogleGenAI } from "@google/genai";
class Svc {
  private openai = new OpenAI({ apiKey: process.env.K });
  private azure = new AzureOpenAI({ endpoint: "https://acme.openai.azure.com", apiVersion: "1" });
  constructor(private readonly model: string = "⟦gpt-4-turbo|openai⟧") {}
  async ask(messages: any[], model = "⟦o3-mini|openai⟧", opts: { t?: number } = {}) {
    return this.openai.chat.completions.create({ model, messages });
  }
  async askAzure(messages: any[], deployment = "⟦gpt-4o|azure⟧") {
    return this.azure.chat.completions.create({ model: deployment, messages });
  }
  run(messages: any[]) { return this.openai.responses.create({ model: this.model, input: messages }); }
}
const anthropic = new Anthropic();
export const claude = async ({ model = "⟦claude-3-5-sonnet-20241022|anthropic⟧", messages }: { model?: string; messages: any[] }) =>
  anthropic.messages.create({ model, messages, max_tokens: 10 });
const ai = new GoogleGenAI({ apiKey: "k" });
export async function gem(contents: string, model = "⟦gemini-2.0-flash|google⟧") {
  return ai.models.generateContent({ model, contents });
}
`,
  ],
  [
    'defaultsC.cs',
    `using OpenAI; using OpenAI.Chat; using Azure.AI.OpenAI;
class Asker
{
    private readonly OpenAIClient _openai = new OpenAIClient("k");
    private readonly AzureOpenAIClient _azure = new AzureOpenAIClient(new Uri("https://acme.openai.azure.com"), new DefaultAzureCredential());
    Task<string> Ask(string q, string model = "⟦gpt-4-turbo|openai⟧")
    {
        return _openai.GetChatClient(model).CompleteChatAsync(q);
    }
    Task<string> AskAzure(string q, string deployment = "⟦gpt-4o|azure⟧") => _azure.GetChatClient(deployment).CompleteChatAsync(q);
}
`,
  ],
  [
    'defaultsd.go',
    `package main

import (
	"github.com/sashabaranov/go-openai"
)

const chatModel = "⟦gpt-4-turbo|openai⟧"
const azureModel = "⟦gpt-4o|azure⟧"

var direct = openai.NewClient("k")
var azure = openai.NewClientWithConfig(openai.DefaultAzureConfig("k", "https://acme.openai.azure.com"))

func ask(m []openai.ChatCompletionMessage) {
	direct.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Model: chatModel, Messages: m})
}
func askAzure(m []openai.ChatCompletionMessage) {
	azure.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Model: azureModel, Messages: m})
}
`,
  ],
  [
    'defaultse.rb',
    `require "openai"
require "anthropic"
GROQ = OpenAI::Client.new(uri_base: "https://api.groq.com/openai", access_token: "k")
class Asker
  DEFAULT = "⟦gpt-4-turbo|openai⟧"
  def initialize
    @client = OpenAI::Client.new(access_token: "k")
    @claude = Anthropic::Client.new(api_key: "k")
  end
  def ask(q, model: "⟦o3-mini|openai⟧")
    @client.chat(parameters: { model: model, messages: q })
  end
  def ask2(q) = @client.chat(parameters: { model: DEFAULT, messages: q })
  def claude(q, model = "⟦claude-3-5-sonnet-20241022|anthropic⟧")
    @claude.messages.create(model: model, messages: q)
  end
  def fast(q, model: "⟦llama-3.3-70b-versatile|groq⟧")
    GROQ.chat(parameters: { model: model, messages: q })
  end
end
`,
  ],
  [
    'defaultsf.php',
    `<?php
class Asker {
    private const MODEL = '⟦gpt-4-turbo|openai⟧';
    private $openai;
    private $groq;
    public function __construct(string $k) {
        $this->openai = OpenAI::client($k);
        $this->groq = OpenAI::factory()->withBaseUri('api.groq.com/openai/v1')->withApiKey($k)->make();
    }
    public function ask(array $m, string $model = '⟦o3-mini|openai⟧') {
        return $this->openai->chat()->create(['model' => $model, 'messages' => $m]);
    }
    public function ask2(array $m) {
        return $this->openai->chat()->create(['model' => self::MODEL, 'messages' => $m]);
    }
    public function fast(array $m, string $model = '⟦llama-3.3-70b-versatile|groq⟧') {
        return $this->groq->chat()->create(['model' => $model, 'messages' => $m]);
    }
}
`,
  ],
  [
    'defaultsg.kt',
    `import com.aallam.openai.client.OpenAI
import com.aallam.openai.client.OpenAIHost
class Bots {
    private val direct = OpenAI(token = "k")
    private val groq = OpenAI(token = "k", host = OpenAIHost(baseUrl = "https://api.groq.com/openai/v1/"))
    suspend fun ask(q: String, model: String = "⟦gpt-4-turbo|openai⟧") =
        direct.chatCompletion(ChatCompletionRequest(model = ModelId(model), messages = m))
    suspend fun fast(q: String, model: String = "⟦llama-3.3-70b-versatile|groq⟧") =
        groq.chatCompletion(ChatCompletionRequest(model = ModelId(model), messages = m))
}
`,
  ],
  [
    'defaultsh.swift',
    `import OpenAI
final class Bots {
    let direct = OpenAI(apiToken: "k")
    let groq = OpenAI(configuration: .init(token: "k", host: "api.groq.com", basePath: "/openai/v1"))
    func ask(m: [Message], model: String = "⟦gpt-4-turbo|openai⟧") async throws {
        _ = try await direct.chats(query: ChatQuery(messages: m, model: model))
    }
    func fast(m: [Message], model: String = "⟦llama-3.3-70b-versatile|groq⟧") async throws {
        _ = try await groq.chats(query: ChatQuery(messages: m, model: model))
    }
}
`,
  ],
  [
    'llm.py',
    `import os
from openai import AzureOpenAI, OpenAI


def request_to_openai(messages, model: str = "⟦gpt-4|openai⟧", user_api_key=None):
    client = OpenAI(api_key=user_api_key) if user_api_key else OpenAI()
    payload = {"model": model, "messages": messages}
    return client.chat.completions.create(**payload)


def request_to_azure(messages):
    deployment = os.getenv("AZURE_CHATCOMPLETION_DEPLOYMENT_NAME")
    client = AzureOpenAI(api_version="2024-10-21", azure_endpoint=os.environ["EP"])
    return client.chat.completions.create(model=deployment, messages=messages)
`,
  ],
  [
    'llm.ts',
    `import OpenAI, { AzureOpenAI } from "openai";

export async function ask(messages: any[], model = "⟦gpt-4|openai⟧") {
  const client = new OpenAI();
  return client.chat.completions.create({ model, messages });
}

export async function askAzure(messages: any[]) {
  const client = new AzureOpenAI({ apiVersion: "2024-10-21", endpoint: process.env.EP });
  return client.chat.completions.create({ model: process.env.DEPLOYMENT!, messages });
}
`,
  ],
  [
    'Multi.java',
    `package acme;
import com.azure.ai.openai.OpenAIClientBuilder;
import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import dev.langchain4j.model.ollama.OllamaChatModel;

class Multi {
    static final String CHAT = "⟦gpt-4-turbo|openai⟧";
    final OpenAIClient direct = OpenAIOkHttpClient.fromEnv();
    final com.azure.ai.openai.OpenAIClient azure = new OpenAIClientBuilder().endpoint("https://acme.openai.azure.com").buildClient();
    final OllamaChatModel local = OllamaChatModel.builder().baseUrl("http://ollama:11434").modelName("⟦mistral-nemo|self⟧").build();

    Object ask() {
        return direct.chat().completions().create(ChatCompletionCreateParams.builder().model(CHAT).addUserMessage("x").build());
    }
    Object askAzure() {
        return azure.getChatCompletions("claims", null);
    }
}
`,
  ],
  [
    'groq.ts',
    `import Groq from "groq-sdk";
import OpenAI from "openai";

const groq = new Groq();
const local = new OpenAI({ baseURL: "http://localhost:11434/v1", apiKey: "x" });

export const fast = (messages: any, model: string = "⟦openai/gpt-oss-20b|groq⟧") =>
  groq.chat.completions.create({ model, messages });

export const here = (messages: any) => local.chat.completions.create({ model: "⟦mistral-nemo|self⟧", messages });
`,
  ],
  [
    'mistral.ts',
    `import { Mistral } from "@mistralai/mistralai";
import { AzureOpenAI } from "openai";

const azure = new AzureOpenAI({ endpoint: "https://acme.openai.azure.com", apiVersion: "2024-10-21" });
const mistral = new Mistral({ apiKey: process.env.M });

export async function sum({ model = "⟦mistral-large-2411|mistral⟧", messages }: any) {
  return mistral.chat.complete({ model, messages });
}
`,
  ],
  [
    'settings.py',
    `from smolagents import InferenceClientModel
from openai import OpenAI

coder = InferenceClientModel(model_id="⟦meta-llama/Llama-3.3-70B-Instruct|together⟧", provider="together")


class Settings:
    chat_model: str = "⟦o1-mini|openai⟧"
    title_model: str = "⟦gpt-4-32k|openai⟧"


def chat(messages):
    client = OpenAI()
    return client.chat.completions.create(model=Settings.chat_model, messages=messages)
`,
  ],
  [
    'Chain.cs',
    `using Microsoft.SemanticKernel;

var kernel = Kernel.CreateBuilder()
    .AddAzureOpenAIChatCompletion("⟦prod-chat|azure⟧", "https://acme.openai.azure.com", key)
    .AddOllamaChatCompletion("⟦llama3.2:3b|self⟧", new Uri("http://ollama:11434"))
    .AddMistralChatCompletion("⟦mistral-large-2407|mistral⟧", key)
    .Build();
`,
  ],
  [
    'prism.php',
    `<?php
use Prism\\Prism\\Prism;
use Prism\\Prism\\Enums\\Provider;

function local(string $q) {
    return Prism::text()->using(Provider::Ollama, '⟦qwen2.5|self⟧')->withPrompt($q)->asText();
}

function fast(string $k) {
    $groq = OpenAI::factory()->withBaseUri('api.groq.com/openai/v1')->withApiKey($k)->make();
    return $groq->chat()->create(['model' => '⟦openai/gpt-oss-20b|groq⟧', 'messages' => []]);
}
`,
  ],
  [
    'classes.py',
    `class DeepSeek(Base):
    def __init__(self, model: str = "⟦deepseek-chat|deepseek⟧", api_base: str = "https://api.deepseek.com"):
        super().__init__(model=model, api_base=api_base)

class Groq(Base):
    def __init__(
        self,
        model: str = "⟦llama3-70b-8192|groq⟧",
        api_base: str = "https://api.groq.com/openai/v1",
    ):
        super().__init__(model=model, api_base=api_base)
`,
  ],
  [
    'handed.py',
    `def ask(m, model: str = "⟦gpt-4o|openai⟧", provider="openai", llm_address=None):
    if provider == "openai":
        return ask_openai(m, model)
    elif provider == "local":
        address = llm_address or "localhost:11434"
        return ask_local(m, model, address)
    return ask_openrouter(m, model)
`,
  ],
  [
    'branchesOfMembers.py',
    `import os
from openai import OpenAI

class Bot:
    def __init__(self, p):
        if p == "together":
            self.client = OpenAI(base_url="https://api.together.xyz/v1")
            self.model = "⟦openai/gpt-oss-120b|together⟧"
        elif p == "groq":
            self.model = "⟦llama-3.3-70b-versatile|groq⟧"
            self.client = OpenAI(base_url="https://api.groq.com/openai/v1")
        else:
            self.client = OpenAI()
            self.model = "⟦gpt-4-turbo|openai⟧"

    def ask(self, m):
        return self.client.chat.completions.create(model=self.model, messages=m)
`,
  ],
  [
    'branches.py',
    `from openai import OpenAI
def ask(m, p):
    if p == "cn":
        client = OpenAI(base_url="https://dashscope.aliyuncs.com/compatible-mode/v1")
        model = "⟦qwen-plus|alibaba⟧"
    else:
        client = OpenAI()
        model = "⟦gpt-5.4-mini|openai⟧"
    return client.chat.completions.create(model=model, messages=m)
`,
  ],
  [
    'branches.ts',
    `import OpenAI from "openai";
let client: OpenAI;
let model: string;
switch (process.env.P) {
  case "groq":
    client = new OpenAI({ baseURL: "https://api.groq.com/openai/v1" });
    model = "⟦llama-3.3-70b-versatile|groq⟧";
    break;
  case "cn":
    client = new OpenAI({ baseURL: "https://api.deepseek.com" });
    model = "⟦deepseek-chat|deepseek⟧";
    break;
  default:
    client = new OpenAI();
    model = "⟦gpt-4-turbo|openai⟧";
}
export const ask = (m: any) => client.chat.completions.create({ model, messages: m });
`,
  ],
  [
    'replacedInBranch.ts',
    `import OpenAI from "openai";
export async function ask(m: any, p: string) {
  let client = new OpenAI();
  let model = "⟦gpt-4-turbo|openai⟧";
  if (p === "cn") { client = new OpenAI({ baseURL: "https://api.deepseek.com" }); model = "⟦deepseek-chat|deepseek⟧"; }
  return client.chat.completions.create({ model, messages: m });
}
`,
  ],
  [
    'replacedInBranch.py',
    `from openai import OpenAI
client = OpenAI()
model = "⟦gpt-4-turbo|openai⟧"
if CN:
    client = OpenAI(base_url="https://api.deepseek.com/v1")
    model = "⟦deepseek-chat|deepseek⟧"
def ask(m):
    return client.chat.completions.create(model=model, messages=m)
`,
  ],
  [
    'chosen.ts',
    `import OpenAI from "openai";
const groq = process.env.GROQ === "1";
const client = groq ? new OpenAI({ baseURL: "https://api.groq.com/openai/v1" }) : new OpenAI();
const model = groq ? "⟦llama-3.3-70b-versatile|groq⟧" : "⟦gpt-4-turbo|openai⟧";
export const ask = (m: any) => client.chat.completions.create({ model, messages: m });
`,
  ],
  [
    'chosen.py',
    `from openai import OpenAI
groq = True
client = OpenAI(base_url="https://api.groq.com/openai/v1") if groq else OpenAI()
model = "⟦llama-3.3-70b-versatile|groq⟧" if groq else "⟦gpt-4-turbo|openai⟧"
client.chat.completions.create(model=model, messages=m)
`,
  ],
  [
    'chosenApart.ts',
    `import OpenAI from "openai";
const cn = process.env.CN === "1";
const client = cn
  ? new OpenAI({ baseURL: "https://api.deepseek.com" })
  : new OpenAI();
export const ask = (m: any) => client.chat.completions.create({ model: cn ? "⟦deepseek-chat|deepseek⟧" : "⟦gpt-4-turbo|openai⟧", messages: m });
`,
  ],
  [
    'together.py',
    `from openai import OpenAI
from anthropic import Anthropic
match p:
    case "groq":
        client, model = OpenAI(base_url="https://api.groq.com/openai/v1"), "⟦llama-3.3-70b-versatile|groq⟧"
    case _:
        client, model = OpenAI(), "⟦gpt-4-turbo|openai⟧"
client.chat.completions.create(model=model, messages=m)
`,
  ],
  [
    'branches.go',
    `package main

import "github.com/sashabaranov/go-openai"

func ask(p string) {
	var client *openai.Client
	var model string
	switch p {
	case "groq":
		cfg := openai.DefaultConfig("k")
		cfg.BaseURL = "https://api.groq.com/openai/v1"
		client = openai.NewClientWithConfig(cfg)
		model = "⟦llama-3.3-70b-versatile|groq⟧"
	default:
		client = openai.NewClient("k")
		model = "⟦gpt-4-turbo|openai⟧"
	}
	client.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Model: model})
}
`,
  ],
  [
    'branches.rb',
    `require "openai"
if ENV["P"] == "groq"
  client = OpenAI::Client.new(uri_base: "https://api.groq.com/openai", access_token: "k")
  model = "⟦llama-3.3-70b-versatile|groq⟧"
else
  client = OpenAI::Client.new(access_token: "k")
  model = "⟦gpt-4-turbo|openai⟧"
end
client.chat(parameters: { model: model, messages: [] })
`,
  ],
  [
    'branches.php',
    `<?php
if ($p === 'groq') {
    $client = OpenAI::factory()->withBaseUri('api.groq.com/openai/v1')->withApiKey($k)->make();
    $model = '⟦llama-3.3-70b-versatile|groq⟧';
} else {
    $client = OpenAI::client($k);
    $model = '⟦gpt-4-turbo|openai⟧';
}
$r = $client->chat()->create(['model' => $model, 'messages' => []]);
`,
  ],
  [
    'Branches.cs',
    `using OpenAI; using OpenAI.Chat;
ChatClient client; string model;
if (p == "groq")
{
    model = "⟦llama-3.3-70b-versatile|groq⟧";
    client = new ChatClient(model, new ApiKeyCredential("k"), new OpenAIClientOptions { Endpoint = new Uri("https://api.groq.com/openai/v1") });
}
else
{
    model = "⟦gpt-4-turbo|openai⟧";
    client = new ChatClient(model, new ApiKeyCredential("k"));
}
client.CompleteChat("x");
`,
  ],
  [
    'Branches.kt',
    `import com.aallam.openai.client.OpenAI
val client: OpenAI
val model: String
when (p) {
    "groq" -> {
        client = OpenAI(token = "k", host = OpenAIHost(baseUrl = "https://api.groq.com/openai/v1/"))
        model = "⟦llama-3.3-70b-versatile|groq⟧"
    }
    else -> {
        client = OpenAI(token = "k")
        model = "⟦gpt-4-turbo|openai⟧"
    }
}
suspend fun ask() = client.chatCompletion(ChatCompletionRequest(model = ModelId(model), messages = m))
`,
  ],
  [
    'branches.rs',
    `use async_openai::{Client, config::OpenAIConfig};
fn pick(p: &str) {
    let (client, model) = match p {
        "groq" => (Client::with_config(OpenAIConfig::new().with_api_base("https://api.groq.com/openai/v1")), "⟦llama-3.3-70b-versatile|groq⟧"),
        _ => (Client::new(), "⟦gpt-4-turbo|openai⟧"),
    };
    let r = CreateChatCompletionRequestArgs::default().model(model).messages(m).build();
    client.chat().create(r).await;
}
`,
  ],
  [
    'fallbacks.py',
    `from langchain.chat_models import init_chat_model
from langchain_anthropic import ChatAnthropic
from langchain_deepseek import ChatDeepSeek
from langchain_openai import AzureChatOpenAI, ChatOpenAI

primary = AzureChatOpenAI(azure_deployment="⟦chat-prod|azure⟧", api_version="2025-01-01")
backup = ChatDeepSeek(model="⟦deepseek-chat|deepseek⟧")
third = init_chat_model("⟦gpt-4-turbo|openai⟧", model_provider="openai")
fourth = ChatAnthropic(model="⟦claude-3-opus-20240229|anthropic⟧")
chain = primary.with_fallbacks([backup, third, fourth])
`,
  ],
  [
    'fallbacks.ts',
    `import { AzureChatOpenAI } from "@langchain/openai";
import { ChatDeepSeek } from "@langchain/deepseek";
import { initChatModel } from "langchain/chat_models/universal";

const primary = new AzureChatOpenAI({ azureOpenAIApiDeploymentName: "⟦chat-prod|azure⟧" });
const backup = new ChatDeepSeek({ model: "⟦deepseek-chat|deepseek⟧" });
const third = await initChatModel("⟦gpt-4-turbo|openai⟧", { modelProvider: "openai" });
export const chain = primary.withFallbacks([backup, third]);
`,
  ],
  [
    'providerOfCall.py',
    `import litellm
from openai import AzureOpenAI

az = AzureOpenAI(azure_endpoint="https://x.openai.azure.com", api_version="1")
FALLBACK = "⟦deepseek-chat|deepseek⟧"
r = litellm.completion(model=FALLBACK, custom_llm_provider="deepseek", messages=[])
`,
  ],
  [
    'Added.cs',
    `using Azure.AI.OpenAI;
using Microsoft.SemanticKernel;

var builder = Kernel.CreateBuilder();
builder.AddAzureOpenAIChatCompletion("⟦gpt-4o-mini|azure⟧", "https://acme.openai.azure.com/", key);
builder.AddOpenAIChatCompletion("⟦gpt-4-turbo-preview|openai⟧", key);
`,
  ],
  [
    'deploy.sh',
    `#!/bin/bash
curl https://api.openai.com/v1/chat/completions -H "Authorization: Bearer $KEY" \\
  -d '{
    "model": "⟦gpt-5.4-mini|openai⟧",
    "messages": []
  }'
docker run -d --gpus all vllm/vllm-openai --model CohereLabs/aya-expanse-8b
curl https://api.groq.com/openai/v1/chat/completions -d @- <<EOF
{"model": "⟦llama-3.3-70b-versatile|groq⟧", "messages": []}
EOF
aider --model ⟦deepseek/deepseek-chat|deepseek⟧ --yes
REPLY=$(curl -s -d '{"model": "⟦deepseek-chat|deepseek⟧"}' https://api.deepseek.com/chat/completions)
`,
  ],
  [
    'download.sh',
    `MODEL_REPO="⟦CohereLabs/aya-expanse-8b|self⟧"
curl -s "https://huggingface.co/api/models/\${MODEL_REPO}" | jq -r .sha > sha
curl -L "https://huggingface.co/\${MODEL_REPO}/resolve/main/model.safetensors" -o model.safetensors
`,
  ],
  [
    'routes.py',
    `from litellm import completion

def go(m):
    return completion(
        model="⟦vertex_ai/gemini-3.5-flash|vertex⟧",
        messages=m,
        fallbacks=["⟦gpt-4-turbo|openai⟧", "⟦claude-3-opus-20240229|anthropic⟧"],
    )
`,
  ],
  [
    'genkit.ts',
    `import { ChatVertexAI } from "@langchain/google-vertexai";
import { genkit } from "genkit";
import { googleAI } from "@genkit-ai/googleai";
import { vertexAI } from "@genkit-ai/google-genai";

export const chat = new ChatVertexAI({ model: "⟦gemini-3.5-flash|vertex⟧" });
export const ai = genkit({ plugins: [googleAI()], model: googleAI.model("⟦gemini-3.6-flash|google⟧") });
export const other = vertexAI.model("⟦gemini-2.5-pro|vertex⟧");
`,
  ],
  [
    'deploy.bat',
    `curl https://api.groq.com/openai/v1/chat/completions ^\r
  -d "{\\"model\\": \\"⟦llama-3.3-70b-versatile|groq⟧\\", \\"messages\\": []}"\r
aider --model ⟦deepseek/deepseek-chat|deepseek⟧\r
`,
  ],
  [
    'deploy.ps1',
    `curl https://api.groq.com/openai/v1/chat/completions \`
  -d '{"model": "⟦llama-3.3-70b-versatile|groq⟧"}'
aider --model ⟦deepseek/deepseek-chat|deepseek⟧
`,
  ],
  [
    'command.sh',
    `REPLY=\`curl -s https://api.groq.com/openai/v1/models\`
aider --model ⟦deepseek/deepseek-chat|deepseek⟧
`,
  ],
  [
    'chosenFreely.py',
    `from openai import OpenAI

def ask(groq, cheap):
    model = "⟦gpt-oss-20b|groq⟧" if cheap else "⟦gpt-oss-120b|groq⟧"
    client = OpenAI(base_url="https://api.groq.com/openai/v1") if groq else OpenAI()
    return client.chat.completions.create(model=model)
`,
  ],
  [
    'chosenTogether.py',
    `from openai import OpenAI

def ask(cn):
    client = OpenAI(base_url="https://api.deepseek.com") if cn else OpenAI()
    return client.chat.completions.create(model="⟦deepseek-chat|deepseek⟧" if cn else "⟦gpt-4-turbo|openai⟧")
`,
  ],
];

describe('several clients of one text', () => {
  it.each(CLIENTS)('each ask their own host, in %s', (path, marked) => {
    const expected = [...marked.matchAll(/⟦([^|⟧]+)\|([^⟧]+)⟧/g)].map(([, name, host]) => `${name} ${host}`);
    const text = marked.replace(/⟦([^|⟧]+)\|[^⟧]+⟧/g, '$1');
    const found = detectReferences(text, { path, catalog: builtCatalog() })
      .references.filter(({ role, where }) => (role === 'calls' || role === 'loads') && where !== 'url')
      .map(({ text: name, host }) => `${name} ${host}`);
    expect(found.filter((one) => !one.startsWith('GPT') && !one.startsWith('gpt4'))).toEqual(expected);
  });
});

describe('what is no client of a request', () => {
  const hostsIn = (text: string): readonly unknown[] =>
    detectReferences(text, { path: 'a.py', catalog: builtCatalog() })
      .references.filter(({ where }) => where !== 'url')
      .map(({ host }) => host);

  it('is one of something else that a program gets beside', () => {
    const text =
      'llm = ChatGPTService(model="gpt-5.2")\ntts = VoicevoxSynthesizer(base_url="http://127.0.0.1:50021")\n' +
      'app = Server(llm=llm, tts=tts)\n';
    expect(hostsIn(text)).toEqual(['openai']);
  });

  it('is the first of several addresses that a variable is given one after the other', () => {
    const text =
      'MODEL = "grok-4"\nBASE_URL = "https://api.x.ai/v1"\n\nMODEL = "gemini-2.5-flash"\n' +
      'BASE_URL = "https://generativelanguage.googleapis.com/v1beta/openai/"\n\n' +
      'llm = Service(base_url=BASE_URL, model=MODEL)\n';
    expect(hostsIn(text)).toEqual(['xai', 'google']);
  });
});

/** The hosts that the names of a text are asked at. */
function hostsIn(text: string, path: string): readonly unknown[] {
  return detectReferences(text, { path, catalog: builtCatalog() })
    .references.filter(({ role }) => role === 'calls')
    .map(({ host }) => host);
}

describe('a name that a text keeps, and what is built with it beside a server of its own', () => {
  const used = (text: string, path: string): readonly unknown[] =>
    detectReferences(text, { path, catalog: builtCatalog() }).references.map(
      ({ text: name, role, host }) => `${name} ${role} ${String(host)}`,
    );
  const GO = `package app
const (
	small = "NAME"
)
var gateway = openai.NewClient(option.WithBaseURL("http://vllm.svc:8000/v1"))
func B() { MAKES }
`;
  const JAVA = `class A {
  static final String SMALL = "NAME";
  OpenAiChatModel gateway = OpenAiChatModel.builder().baseUrl("http://vllm.svc:8000/v1").modelName("acme").build();
  Object m = MAKES;
}
`;
  const CSHARP = `public class P {
    const string Small = "NAME";
    ChatClient gateway = new("acme", key, new OpenAIClientOptions { Endpoint = new Uri("http://vllm.svc:8000/v1") });
    void Build(IKernelBuilder b, OpenAIClient openAIClient) { MAKES; }
}
`;
  const SPRING = `class A {
  @Value("\${chat.model:NAME}")
  private String small;
  OpenAiChatModel gateway = OpenAiChatModel.builder().baseUrl("http://vllm.svc:8000/v1").modelName("acme").build();
  Object m() { return MAKES; }
}
`;

  it.each([
    ['a.go', GO, 'mistral.New(mistral.WithModel(small))', 'mistral-small-2506', 'calls mistral'],
    ['a.go', GO, 'googleai.New(ctx, googleai.WithDefaultModel(small))', 'gemini-2.0-flash', 'calls google'],
    ['a.go', GO, 'ollama.New(ollama.WithModel(small))', 'qwen2.5:7b', 'loads self'],
    [
      'a.go',
      GO,
      'lc.New(lc.WithModel(small), lc.WithBaseURL("http://vllm.svc:8000/v1"))',
      'mistral-large-2411',
      'loads self',
    ],
    [
      'A.java',
      JAVA,
      'MistralAiChatModel.builder().modelName(SMALL).build()',
      'mistral-small-2506',
      'calls mistral',
    ],
    [
      'A.java',
      JAVA,
      'AzureOpenAiChatModel.builder().endpoint(endpoint).deploymentName(SMALL).build()',
      'gpt-4o',
      'calls azure',
    ],
    [
      'A.java',
      JAVA,
      'OpenAiChatModel.builder().baseUrl("http://vllm.svc:8000/v1").modelName(SMALL).build()',
      'mistral-large-2411',
      'loads self',
    ],
    [
      'A.kt',
      SPRING,
      'AnthropicChatModel.builder().modelName(small).build()',
      'claude-3-opus-20240229',
      'calls anthropic',
    ],
    ['P.cs', CSHARP, 'b.AddMistralChatCompletion(Small, apiKey)', 'mistral-small-2506', 'calls mistral'],
    ['P.cs', CSHARP, 'b.AddOpenAIChatCompletion(Small, openAIClient)', 'mistral-large-2411', 'loads self'],
  ])('is asked of whom it builds: %s %#', (path, text, makes, name, use) => {
    expect(used(text.replace('MAKES', makes).replace('NAME', name), path)).toContain(`${name} ${use}`);
  });
});

describe('a client without an address', () => {
  const ASK = 'def ask(m):\n    return client.chat.completions.create(model="gpt-4o", messages=m)\n';
  const REPLACED =
    'from openai import OpenAI\nclient = OpenAI()\ndef use_deepseek():\n    global client\n' +
    '    client = OpenAI(base_url="https://api.deepseek.com/v1")\n';
  const BRANCH =
    "import OpenAI from 'openai';\nlet client = new OpenAI();\nif (CN) {\n" +
    "  client = new OpenAI({ baseURL: 'https://api.deepseek.com/v1' });\n}\n" +
    "export const ask = (m) => client.chat.completions.create({ model: 'gpt-4o', messages: m });\n";

  it.each([
    ['in another function', 'a.py', REPLACED + ASK],
    ['in a branch', 'a.js', BRANCH],
    ['with what nobody knows', 'a.py', REPLACED.replace('OpenAI(base', 'made(base') + ASK],
  ])('is none where the variable is given another %s', (_, path, text) =>
    expect(hostsIn(text, path)).not.toContain('openai'),
  );

  it('is one where the variable has nothing before', () => {
    const text =
      'from openai import OpenAI\nother = OpenAI(base_url="https://api.deepseek.com/v1")\nclient = None\n' +
      'def make():\n    global client\n    client = OpenAI()\n' +
      '    return client.chat.completions.create(model="gpt-4o", messages=[])\n';
    expect(hostsIn(text, 'a.py')).toEqual(['openai']);
  });
});

it('values that are made of one another are followed once each', () => {
  const text = (line: string): string =>
    `c = OpenAI(base_url="https://api.groq.com/openai/v1")\n${line.repeat(20)}`;
  const [chained = 0, apart = 1] = ['A = mk(A, "gpt-4o")\n', 'A = mk(B, "gpt-4o")\n'].map((line) => {
    hostsIn(text(line), 'a.py');
    return stepsOf(() => hostsIn(text(line), 'a.py'));
  });
  expect(chained / apart).toBeLessThan(3);
});

/** What is known of the client that gets the name in the marks `⟦⟧`: its host, whether it is plain, and what makes it. */
function clientAt(marked: string): readonly unknown[] {
  const text = marked.replace(/[⟦⟧]/g, '');
  const place = { start: marked.indexOf('⟦'), end: marked.indexOf('⟧') - 1 };
  const [brackets, hosts] = [new Brackets(text), hostsOf(builtCatalog())];
  const variables = new CodeVariables(text, brackets);
  const evidence = new Evidence(
    text,
    { brackets, variables, otherArms: new OtherArms(text, () => false) },
    hosts,
    new Map(),
  );
  const around = { brackets, evidence, hosts, vendors: new VendorClients(text, hosts) };
  const clients = new RequestClients(text, variables, around);
  return [clients.of(place)?.host, clients.isPlain(place), clients.makerOf(place)?.callee];
}

describe('the client that gets a name', () => {
  const GROQ = 'c = Groq(base_url="https://api.groq.com/v1")\n';
  const URL = 'url: "https://api.groq.com/v1"';
  const NONE = [undefined, false, undefined];
  const ASKED = ['groq', false, undefined];

  it.each([
    [`${GROQ}c.chat("⟦m⟧")\n`, ASKED],
    [`${GROQ}c.models["⟦m⟧"]\n`, NONE],
    [`${GROQ}c.chat(f(g(h("⟦m⟧"))))\n`, ASKED],
    [`${GROQ}c.chat(f(g(h(i("⟦m⟧")))))\n`, NONE],
    [`${GROQ}A = "⟦m⟧"\nB = A\nC = B\nc.chat(C)\n`, ASKED],
    [`${GROQ}A = "⟦m⟧"\nB = A\nC = B\nD = C\nE = D\nc.chat(E)\n`, NONE],
    [`${GROQ}c.each(function (x) { f("⟦m⟧"); });\n`, NONE],
    ['c = OpenAI()\nc.chat("⟦m⟧")\n', [undefined, false, 'OpenAI']],
    [`${GROQ}d = OpenAI()\nd.chat("⟦m⟧")\n`, [undefined, true, 'OpenAI']],
    [`${GROQ}OpenAI(k).chat("⟦m⟧")\n`, [undefined, true, undefined]],
    [`${GROQ}Llamas.chat("⟦m⟧")\n`, [undefined, true, undefined]],
    [`${GROQ}Llamas.configure(1)\nLlamas.chat("⟦m⟧")\n`, NONE],
    ['d = Groq()\ne = OpenAI()\nM = "⟦m⟧"\nd.chat(M)\ne.chat(M)\n', NONE],
    ['d = OpenAI()\ne = OpenAI()\nM = "⟦m⟧"\nd.chat(M)\ne.chat(M)\n', [undefined, false, 'OpenAI']],
    [`${GROQ}d = OpenAI()\nM = "⟦m⟧"\nd.chat(M)\nc.chat(M)\n`, NONE],
    [
      'let d = new OpenAI();\nif (x) {\n  d = new OpenAI();\n}\nd.chat("⟦m⟧");\n',
      [undefined, false, 'OpenAI'],
    ],
    ['let d = new GroqClient();\nif (x) {\n  d = new OpenAI();\n}\nd.chat("⟦m⟧");\n', NONE],
    [
      'd = Client()\nd.base_url = "https://api.groq.com/v1"\nd.chat("⟦m⟧")\nd.base_url = "https://api.mistral.ai/v1"\n',
      ASKED,
    ],
    ['model = pick(base_url="https://api.groq.com/v1")\nask(⟦model⟧)\n', NONE],
  ])('%j', (text, expected) => expect(clientAt(text)).toEqual(expected));

  it.each([
    [`run("⟦m⟧", { ${URL} })`, ASKED],
    [`run({ ${URL}, a: { model: "⟦m⟧" } })`, ASKED],
    [`run({ a: { ${URL} }, model: "⟦m⟧" })`, ASKED],
    [`run({ a: { ${URL} }, b: { model: "⟦m⟧" } })`, NONE],
    [`run([{ ${URL} }, { model: "⟦m⟧" }])`, NONE],
    [`run([{ ${URL}, model: "⟦m⟧" }])`, ASKED],
    [`make({ ${URL} }).chat({ model: "⟦m⟧" })`, ASKED],
    [`make({ model: "⟦m⟧" }).at({ ${URL} })`, ASKED],
  ])('is told by the address that is given beside it: %s', (text, expected) =>
    expect(clientAt(text)).toEqual(expected),
  );

  it.each([
    ['return ask(m, model)', 'return tell(m, model)', NONE],
    ['return ask(m, model)', 'print(m)', ASKED],
    ['ask(m, model)', 'tell(m, model)', ASKED],
    ['return ask(m, model.x)', 'return tell(m, model.x)', ASKED],
    ['return c.chat(m, model)', 'return c.ask(m, model)', ASKED],
  ])('is none that is only one of several to which a function hands it: %s, %s', (one, other, expected) => {
    const text = `def run(m, model="⟦m⟧"):\n    if a:\n        ${one}\n    if b:\n        ${other}\n    c.chat(model)\n`;
    expect(clientAt(GROQ + text)).toEqual(expected);
  });
});

/** Functions that each give the same name a client and call it. */
const FUNCTIONS: readonly (readonly [path: string, one: (number: number) => string])[] = [
  [
    'a.py',
    (n) =>
      `def f${n}(m):\n    client = Groq()\n` +
      '    return client.chat.completions.create(model="llama-3.3-70b-versatile", messages=m)\n\n',
  ],
  [
    'global.py',
    (n) =>
      `def f${n}(m):\n    global client\n    client = Groq()\n` +
      '    return client.chat.completions.create(model="llama-3.3-70b-versatile", messages=m)\n\n',
  ],
  [
    'member.py',
    (n) =>
      `class C${n}:\n    def __init__(self):\n        self.client = Groq()\n    def ask(self, m):\n` +
      '        return self.client.chat.completions.create(model="llama-3.3-70b-versatile", messages=m)\n\n',
  ],
  [
    'a.ts',
    (n) =>
      `function f${n}(m) {\n  const client = new Groq();\n` +
      "  return client.chat.completions.create({ model: 'llama-3.3-70b-versatile', messages: m });\n}\n",
  ],
  [
    'a.php',
    (n) =>
      `function f${n}($m) {\n    $client = OpenAI::client(getenv('K'));\n` +
      "    return $client->chat()->create(['model' => 'gpt-4o', 'messages' => $m]);\n}\n",
  ],
  [
    'a.go',
    (n) =>
      `func f${n}(m []M) {\n\tclient := openai.NewClient(os.Getenv("K"))\n` +
      '\tclient.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Model: "gpt-4o", Messages: m})\n}\n',
  ],
  [
    'a.cs',
    (n) =>
      `async Task F${n}(string m) {\n  var client = new ChatClient("gpt-4o", Key);\n` +
      '  await client.CompleteChatAsync(m);\n}\n',
  ],
];

it.each(FUNCTIONS)('functions that each make a client take no look at one another: %s', (path, one) => {
  const text = (count: number): string => Array.from({ length: count }, (_, number) => one(number)).join('');
  hostsIn(text(60), path);
  const [few = 1, many = 0] = [60, 120].map((count) => stepsOf(() => hostsIn(text(count), path)));
  expect(many / few).toBeLessThan(2.3);
});

describe('a client that a function of the text makes at the address it is given', () => {
  const PYTHON = [
    'from openai import OpenAI',
    'def make(url="http://localhost:8000/v1"):',
    '    return OpenAI(base_url=url)',
    '',
  ].join('\n');
  const TO = '"https://api.deepseek.com"';
  const hostsIn = (path: string, text: string): readonly (string | null)[] =>
    detect(text, path).references.map(({ host }) => host);

  it.each([
    ['a.py', `${PYTHON}make(${TO}).chat.completions.create(model="deepseek-chat", messages=[])\n`],
    ['a.py', `${PYTHON}c = make(url=${TO})\nc.chat.completions.create(model="deepseek-chat", messages=[])\n`],
    [
      'a.py',
      `${PYTHON}DEEPSEEK_URL = ${TO}\nmake(DEEPSEEK_URL).chat.completions.create(model="deepseek-chat", messages=[])\n`,
    ],
    [
      'a.ts',
      `const make = (url = "http://localhost:8000/v1") => new OpenAI({ baseURL: url });\nawait make(${TO}).chat.completions.create({ model: "deepseek-chat", messages });\n`,
    ],
    [
      'a.ts',
      `class A {\n  make(url = "http://localhost:8000/v1") { return new OpenAI({ baseURL: url }); }\n  go() { return this.make(${TO}).chat.completions.create({ model: "deepseek-chat", messages }); }\n}\n`,
    ],
    [
      'a.rb',
      `def make(url = "http://localhost:8000/v1")\n  OpenAI::Client.new(uri_base: url)\nend\nmake(${TO}).chat(parameters: { model: "deepseek-chat", messages: [] })\n`,
    ],
    [
      'a.kt',
      `fun make(url: String = "http://localhost:8000/v1") = OpenAiChatModel.builder().baseUrl(url)\nval m = make(${TO}).modelName("deepseek-chat").build()\n`,
    ],
  ])('is asked there, not at the default, in %s: %s', (path, text) => {
    expect(hostsIn(path, text)).toEqual(['deepseek']);
  });

  it('is asked at the default where it is given none', () => {
    expect(
      hostsIn('a.py', `${PYTHON}make().chat.completions.create(model="deepseek-chat", messages=[])\n`),
    ).toEqual(['self']);
  });

  it('is none of a function that makes no client', () => {
    const text =
      'def log(url):\n    print(url)\nlog("https://api.deepseek.com").chat(model="mistral-small-2506")\n';
    expect(hostsIn('a.py', text)).toEqual(['mistral']);
  });
});

describe('the records of one table', () => {
  const GROQ_URL = 'https://api.groq.com/openai/v1';
  const of = (text: string, path: string): readonly unknown[] =>
    detectReferences(text, { path, catalog: builtCatalog() }).references.map(({ text: name, host }) => [
      name,
      host,
    ]);

  it('are each asked for by its key', () => {
    const table = [
      `    "openai": {"api_key": A, "model": "gpt-4o"},`,
      `    "groq": {"api_key": B, "base_url": "${GROQ_URL}", "model": "llama-3.3-70b-versatile"},`,
    ].join('\n');
    const use = 'OpenAI(api_key=P["groq"]["api_key"], base_url=P["groq"]["base_url"])';
    expect(of(`from openai import OpenAI\nP = {\n${table}\n}\ngroq = ${use}\n`, 'a.py')).toEqual([
      ['gpt-4o', 'openai'],
      ['llama-3.3-70b-versatile', 'groq'],
    ]);
  });

  it.each([
    [
      'ts',
      "const p = { openai: { apiKey: K, model: 'gpt-4o' }, groq: { url: 'X' } };\nconst c = new OpenAI({ baseURL: p.groq.url });\n",
    ],
    [
      'ts',
      "const p = { openai: { apiKey: K, model: 'gpt-4o' }, groq: { url: 'X' } };\nconst c = new OpenAI({ baseURL: p['groq'].url });\n",
    ],
    [
      'php',
      "<?php\n$p = ['openai' => ['api_key' => $k, 'model' => 'gpt-4o'], 'groq' => ['url' => 'X']];\n$c = new OpenAI(['baseUri' => $p['groq']['url']]);\n",
    ],
  ])('say nothing of one that is not asked for: %s %j', (type, text) =>
    expect(of(text.replace('X', GROQ_URL), `a.${type}`)).toEqual([['gpt-4o', 'openai']]),
  );

  it('are settings of one client where its own values are asked for', () => {
    const text = [
      `const config = { llm: { model: "gpt-4o" }, server: { url: "${GROQ_URL}" } };`,
      'const client = new OpenAI({ baseURL: config.server.url });',
      'client.chat.completions.create({ model: config.llm.model });',
      '',
    ].join('\n');
    expect(of(text, 'a.ts')).toEqual([['gpt-4o', 'groq']]);
    const chat = text
      .replace('{ llm: { model: "gpt-4o" }', '{ chat: { model: "gpt-4o", endpoint: "/api/chat", apiKey: K }')
      .replace('config.llm', 'config.chat');
    expect(of(chat, 'a.ts')).toEqual([['gpt-4o', 'groq']]);
    const spread = text
      .replace('{ model: config.llm.model }', '{ ...llm }')
      .replace('client.', 'const { llm } = config;\nclient.');
    expect(of(spread, 'a.ts')).toEqual([['gpt-4o', 'groq']]);
  });
});
