import { describe, expect, it } from 'vitest';
import { hostsOf } from '../../../src/core/detect/host';
import { CATALOG, detect } from './marked';
import { VendorClients } from '../../../src/core/detect/vendorClients';

const hostOf = (text: string, callee: string, module?: string) =>
  new VendorClients(text, hostsOf(CATALOG)).of(callee, module);

describe('the host that a client of a vendor speaks to', () => {
  it('is told by the module of the client', () => {
    expect(hostOf('import replicate\n', 'replicate.run')).toBe('replicate');
    expect(hostOf('import oci\n', 'oci.generative_ai_inference.models.OnDemandServingMode')).toBe('oci');
    expect(hostOf('import qianfan\nc = qianfan.ChatCompletion()\n', 'c.do')).toBe('baidu');
    expect(hostOf('const Replicate = require("replicate");\nconst r = new Replicate();', 'r.run')).toBe(
      'replicate',
    );
    expect(hostOf('', 'ChatNebius', 'langchain_nebius')).toBe('nebius');
    expect(hostOf('from langchain_gigachat import GigaChat\n', 'GigaChat')).toBe('gigachat');
    expect(hostOf('from gigachat import GigaChat\n', 'GigaChat')).toBe('gigachat');
    expect(
      hostOf("import { Mistral } from '@mistralai/mistralai';\nconst m = new Mistral();", 'm.chat.complete'),
    ).toBe('mistral');
    expect(
      hostOf("import { CohereClientV2 } from 'cohere-ai';\nconst c = new CohereClientV2();", 'c.chat'),
    ).toBe('cohere');
    expect(hostOf('from livekit.agents import inference\n', 'inference.LLM')).toBe('livekit');
    expect(hostOf('from livekit.agents import AgentSession\n', 'AgentSession')).toBe('livekit');
    expect(hostOf("import { AgentSession } from '@livekit/agents';\n", 'new AgentSession')).toBe('livekit');
    expect(hostOf("import { Room } from '@livekit/agents';\n", 'new Room')).toBeUndefined();
    expect(hostOf('from livekit.plugins import groq\n', 'groq.STT')).toBe('groq');
    expect(hostOf('', 'openai.STT', '@livekit/agents-plugin-openai')).toBe('openai');
    expect(hostOf('', 'generate', '@google/genai')).toBeUndefined();
    expect(hostOf('', 'deepinfra', '@ai-sdk/deepinfra')).toBe('deepinfra');
  });

  it.each([
    ['from fishaudio import FishAudio\nc = FishAudio()\n', 'c.tts.convert', 'fish-audio'],
    ['from fish_audio_sdk import Session\ns = Session("k")\n', 's.tts', 'fish-audio'],
    [
      'import { FishAudioClient } from "fish-audio";\nconst f = new FishAudioClient();',
      'f.tts',
      'fish-audio',
    ],
    ['from cartesia import AsyncCartesia\nc = AsyncCartesia()\n', 'c.tts.bytes', 'cartesia'],
    [
      'import Cartesia from "@cartesia/cartesia-js";\nconst c = new Cartesia();',
      'c.tts.generate',
      'cartesia',
    ],
    ['import { InworldTTS } from "@inworld/tts";\nconst t = InworldTTS();', 't.generate', 'inworld'],
    ['import Lmnt from "lmnt-node";\nconst l = new Lmnt();', 'l.speech.generate', 'lmnt'],
    ['import * as PlayHT from "playht";', 'PlayHT.stream', 'playht'],
    ['from pyht import Client\nc = Client(user_id="u")\n', 'c.tts', 'playht'],
    ['from hume import HumeClient\nh = HumeClient()\n', 'h.tts.synthesize_json', 'hume'],
    ['from speechmatics.batch import AsyncClient\nc = AsyncClient()\n', 'c.transcribe', 'speechmatics'],
    ['import { GladiaClient } from "@gladiaio/sdk";\nconst g = new GladiaClient();', 'g.liveV2', 'gladia'],
    [
      'import { SonioxNodeClient } from "@soniox/node";\nconst s = new SonioxNodeClient();',
      's.stt',
      'soniox',
    ],
    ['import { Resemble } from "@resemble/node";', 'Resemble.v2.clips.createSync', 'resemble'],
    ['from murf import Murf\nm = Murf(api_key="k")\n', 'm.text_to_speech.stream', 'murf'],
    ['from livekit.plugins import rime\n', 'rime.TTS', 'rime'],
    ['from pipecat.services.cartesia.tts import CartesiaTTSService\n', 'CartesiaTTSService', 'cartesia'],
    ['from pipecat.services.fish.tts import FishAudioTTSService\n', 'FishAudioTTSService', 'fish-audio'],
    ['from pipecat.services.openai.llm import OpenAILLMService\n', 'OpenAILLMService', 'openai'],
  ])('is that of the service for voices that it is of: %s', (text, callee, host) => {
    expect(hostOf(text, callee)).toBe(host);
  });

  it('is none where a package only has a word of its name', () => {
    expect(hostOf('import { rime } from "./dictionaries";', 'rime.load')).toBeUndefined();
    expect(hostOf('from pipecat.services.ai_services import TTSService\n', 'TTSService')).toBeUndefined();
  });

  it('is told by the class that a variable or a block is given', () => {
    expect(
      hostOf('from sambanova import SambaNova\nclient = SambaNova()\n', 'client.chat.completions.create'),
    ).toBe('sambanova');
    expect(
      hostOf(
        'from friendli import SyncFriendli\nwith SyncFriendli(token=t) as api:\n',
        'api.serverless.chat.complete',
      ),
    ).toBe('friendli');
    expect(hostOf('from writerai import Writer\nself.llm = Writer()\n', 'self.llm.chat.chat')).toBe('writer');
  });

  it("is told by the provider in a class's own name where a library has clients for many", () => {
    expect(hostOf('', 'ChatTencentHunyuan', '@langchain/community/chat_models/tencent_hunyuan')).toBe(
      'tencent',
    );
    expect(hostOf('', 'QianfanChatEndpoint', 'langchain_community.chat_models')).toBe('baidu');
  });

  it("is the cloud that a vendor's class is made for", () => {
    const text = 'from anthropic import AnthropicBedrock\nb = AnthropicBedrock()\n';
    expect(hostOf(text, 'b.messages.create')).toBe('bedrock');
    expect(
      hostOf('from mistralai_gcp import MistralGoogleCloud\nm = MistralGoogleCloud()\n', 'm.chat.complete'),
    ).toBe('vertex');
  });

  it('is the provider that a client of many is told to ask', () => {
    const text = 'from huggingface_hub import InferenceClient\nc = InferenceClient(provider="hyperbolic")\n';
    expect(hostOf(text, 'c.chat.completions.create')).toBe('hyperbolic');
  });

  it('is Vercel for what the AI SDK is given without a provider', () => {
    expect(hostOf("import { generateText } from 'ai';", 'generateText')).toBe('vercel');
    expect(hostOf("import { gateway } from '@ai-sdk/gateway';", 'gateway')).toBe('vercel');
    const made = "import { createGateway } from 'ai';\nconst own = createGateway({ apiKey });";
    expect(hostOf(made, 'own')).toBe('vercel');
  });

  it('is told by functions of query languages', () => {
    expect(hostOf('', 'SNOWFLAKE.CORTEX.COMPLETE')).toBe('snowflake');
    expect(hostOf('', 'ai_query')).toBe('databricks');
  });

  it('is unknown for libraries that load weights or do other things', () => {
    expect(hostOf('', 'AutoModel.from_pretrained', 'transformers')).toBeUndefined();
    expect(hostOf('', 'ollama.chat', 'ollama')).toBeUndefined();
    expect(hostOf('', 'HuggingFaceEmbeddings', 'langchain_huggingface')).toBeUndefined();
    expect(hostOf('', 'spark.read', 'spark')).toBeUndefined();
    expect(hostOf('', 'HuggingFacePipelineModel', 'snowflake.ml.model.models')).toBeUndefined();
    expect(hostOf('', 'MistralForCausalLM', 'my_models.mistral')).toBeUndefined();
  });
});

it("tells a provider's client of Rust by its module", () => {
  const hostIn = (made: string): unknown =>
    detect(`let client = ${made};\nlet agent = client.agent("gpt-4o").build();\n`, 'a.rs').references[0]
      ?.host;
  expect(hostIn('azure::Client::from_env()')).toBe('azure');
  expect(hostIn('rig::providers::openrouter::Client::new(&key)')).toBe('openrouter');
  expect(hostIn('reqwest::Client::new()')).toBe('openai');
});

it.each([
  ['a.py', 'OpenAIChatCompletion(ai_model_id="o1-mini")', 'openai'],
  ['a.py', 'OpenAITextEmbedding(ai_model_id="text-embedding-ada-002")', 'openai'],
  ['a.py', 'MistralAIChatCompletion(ai_model_id="codestral-2405")', 'mistral'],
  ['a.cs', 'services.AddOpenAIChatCompletion("o1-mini", key);', 'openai'],
  ['a.cs', 'services.AddMistralChatCompletion("codestral-2405", key);', 'mistral'],
  ['a.cs', 'services.AddGoogleAIGeminiChatCompletion("gemini-1.5-pro", key);', 'google'],
  ['a.cs', 'services.AddAzureOpenAIChatCompletion("gpt-4o", url, key);', 'azure'],
])('a service of a kernel is no other beside it, in %s: %s', (path, call, host) => {
  const azure =
    path === 'a.py'
      ? 'AzureChatCompletion(deployment_name="prod", endpoint="https://acme.openai.azure.com")'
      : 'services.AddAzureOpenAIChatCompletion("prod", "https://acme.openai.azure.com", key);';
  const head = path === 'a.py' ? 'from semantic_kernel import Kernel' : 'using Microsoft.SemanticKernel;';
  expect(detect(`${head}\n${azure}\n${call}\n`, path).references.at(-1)?.host).toBe(host);
});
