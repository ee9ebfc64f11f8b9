import { describe, expect, it } from 'vitest';
import { detectReferences } from '../../../../../src/core/detect/detectReferences';
import { builtCatalog } from '../../../../support/builtCatalog';
import { detect } from '../../marked';

describe('a name of the form that one cloud alone has', () => {
  const hosts = (text: string, path: string): readonly unknown[] =>
    detect(text, path).references.map(({ role, host }) => `${role} ${host ?? '-'}`);

  it.each([
    ['a.env', 'ANTHROPIC_MODEL=us.anthropic.claude-sonnet-4-5-20250929-v1:0', 'bedrock'],
    ['a.env', 'ANTHROPIC_MODEL=claude-sonnet-4-5@20250929', 'vertex'],
    ['a.yaml', 'llm:\n  provider: anthropic\n  model: anthropic.claude-3-haiku-20240307-v1:0', 'bedrock'],
    ['a.yaml', 'cohere:\n  model: cohere.command-r-v1:0', 'bedrock'],
    ['a.yaml', 'mistral:\n  model: "@cf/mistral/mistral-7b-instruct-v0.1"', 'cloudflare'],
    ['a.json', '{"google": {"model": "publishers/google/models/gemini-2.0-flash"}}', 'vertex'],
  ])('is asked for there, whoever its maker is called beside: %s %s', (path, text, host) =>
    expect(hosts(text, path)).toEqual([`calls ${host}`]),
  );

  it.each([
    [
      'A.java',
      `import dev.langchain4j.model.openai.OpenAiChatModel;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;
class A {
  Object other = OpenAiChatModel.builder().baseUrl("https://open.bigmodel.cn/api/paas/v4").build();
  Object ask(BedrockRuntimeClient c) { return c.converse(r -> r.modelId("us.meta.llama3-2-90b-instruct-v1:0")); }
}`,
    ],
    [
      'A.cs',
      `using OpenAI;
var options = new OpenAIClientOptions { Endpoint = new Uri("https://llm.acme.dev/v1") };
var other = new OpenAIClient(key, options);
var own = new OpenAIClient(key);
await bedrock.ConverseAsync(new ConverseRequest { ModelId = "qwen.qwen3-32b-v1:0" });`,
    ],
    [
      'a.go',
      `package main
import (
	"github.com/aws/aws-sdk-go-v2/service/bedrockruntime"
	"github.com/openai/openai-go"
)
func main() {
	z := openai.NewClient(option.WithBaseURL("https://open.bigmodel.cn/api/paas/v4"))
	b.Converse(ctx, &bedrockruntime.ConverseInput{ModelId: aws.String("meta.llama3-70b-instruct-v1:0")})
}`,
    ],
  ])("is asked for there beside another service's client, in %s: %s", (path, text) =>
    expect(hosts(text, path)).toEqual(['calls bedrock']),
  );

  it('is asked for where a gateway is named', () =>
    expect(hosts('provider: openrouter\nmodel: anthropic.claude-3-haiku-20240307-v1:0\n', 'a.yaml')).toEqual([
      'calls openrouter',
    ]));
});

describe('a service that has its own name for published weights', () => {
  const uses = (text: string, path: string): readonly unknown[] =>
    detectReferences(text, { path, catalog: builtCatalog() }).references.map(
      ({ text: name, role, host }) => `${name} ${role} ${host ?? '-'}`,
    );

  it.each([
    ["export const DEFAULT_FISH_AUDIO_MODEL = 's2-pro';", 'a.ts', 's2-pro calls fish-audio'],
    ['const fishAudioModel = "s2-pro";', 'a.ts', 's2-pro calls fish-audio'],
    ['FISH_AUDIO_MODEL=s2-pro\n', '.env', 's2-pro calls fish-audio'],
    ['tts:\n  provider: fish-audio\n  model: s2-pro\n', 'config.yaml', 's2-pro calls fish-audio'],
    ['FISH_AUDIO_MODEL = "fishaudio/s2-pro"\n', 'a.py', 'fishaudio/s2-pro loads self'],
    [
      'mlx_lm.convert --hf-path meta-llama/Llama-3.2-3B-Instruct -q\n',
      'a.sh',
      'meta-llama/Llama-3.2-3B-Instruct derives self',
    ],
    ['RESEMBLE_MODEL=ResembleAI/chatterbox\n', '.env', 'ResembleAI/chatterbox loads self'],
    [
      'from huggingface_hub import snapshot_download\nsnapshot_download("fishaudio/s2-pro")\n',
      'a.py',
      'fishaudio/s2-pro loads self',
    ],
  ])('is asked for by it, and not for that of the weights: %s', (text, path, expected) => {
    expect(uses(text, path)).toEqual([expected]);
  });
});

describe("a maker's service in settings beside what it cannot have", () => {
  const uses = (text: string, path: string): readonly string[] =>
    detectReferences(text, { path, catalog: builtCatalog() }).references.map(
      ({ text: name, role, host }) => `${name} ${role} ${host ?? '-'}`,
    );
  const OPENAI = 'https://api.openai.com/v1';
  const JINA = 'jinaai/jina-embeddings-v3';

  it.each([
    ['.env', `OPENAI_API_KEY=\nOPENAI_BASE_URL=${OPENAI}\nCHAT_MODEL=gpt-4o\nEMBEDDING_MODEL=${JINA}\n`],
    ['config.yaml', `llm:\n  base_url: ${OPENAI}\n  model: gpt-4o\n  embedding_model: ${JINA}\n`],
    ['config.toml', `[llm]\nbase_url = "${OPENAI}"\nmodel = "gpt-4o"\nembedding_model = "${JINA}"\n`],
    ['config.json', `{"llm": {"base_url": "${OPENAI}", "model": "gpt-4o", "embedding_model": "${JINA}"}}`],
    [
      'compose.yaml',
      `services:\n  api:\n    environment:\n      OPENAI_BASE_URL: ${OPENAI}\n      LLM_MODEL: gpt-4o\n      EMBEDDING_MODEL: ${JINA}\n`,
    ],
    [
      'settings.py',
      `class Settings(BaseSettings):\n    chat_model: str = "gpt-4o"\n    openai_base_url: str = "${OPENAI}"\n    embedding_model: str = "${JINA}"\n`,
    ],
    [
      'config.py',
      `import os\nBASE = os.getenv("OPENAI_BASE_URL", "${OPENAI}")\nMODEL = os.getenv("LLM_MODEL", "gpt-4o")\nEMBEDDING_MODEL = os.getenv("EMBEDDING_MODEL", "${JINA}")\n`,
    ],
    [
      'config.ts',
      `export const config = {\n  openaiBaseUrl: process.env.OPENAI_BASE_URL ?? "${OPENAI}",\n  chatModel: "gpt-4o",\n  embeddingModel: "${JINA}",\n};\n`,
    ],
  ])('is not asked for weights of another owner: %s', (path, text) =>
    expect(uses(text, path)).toEqual(['gpt-4o calls openai', `${JINA} loads self`]),
  );

  it.each([
    ['.env', `OPENAI_BASE_URL=${OPENAI}\nLLM_MODEL=claude-opus-4-8\n`],
    ['config.yaml', `llm:\n  base_url: ${OPENAI}\n  model: claude-opus-4-8\n`],
    [
      'compose.yaml',
      `services:\n  api:\n    environment:\n      OPENAI_BASE_URL: ${OPENAI}\n      LLM_MODEL: claude-opus-4-8\n`,
    ],
    [
      'settings.py',
      `class Settings(BaseSettings):\n    openai_base_url: str = "${OPENAI}"\n    chat_model: str = "claude-opus-4-8"\n`,
    ],
    ['config.ts', `export const config = { baseUrl: "${OPENAI}", chatModel: "claude-opus-4-8" };\n`],
  ])("is not asked for another maker's model: %s", (path, text) =>
    expect(uses(text, path)).toEqual(['claude-opus-4-8 calls anthropic']),
  );

  it.each([
    ['https://llm-gateway.assemblyai.com/v1', 'claude-opus-4-8', 'assemblyai'],
    ['https://api.elevenlabs.io/v1/convai', 'gpt-4o', 'elevenlabs'],
    ['https://api.hume.ai/v0/evi', 'claude-opus-4-8', 'hume'],
    ['https://api.inworld.ai/llm', 'gpt-4o', 'inworld'],
    ['https://api.writer.com/v1', 'claude-opus-4-8', 'writer'],
    ['https://inference.poolside.ai/v1', 'openai/gpt-oss-120b', 'poolside'],
    ['https://api.stepfun.com/v1', 'deepseek-r1', 'stepfun'],
    ['https://api.minimax.io/v1', 'deepseek-r1', 'minimax'],
  ])('is asked where its record tells not all that it answers to: %s %s', (address, name, host) =>
    expect(uses(`llm:\n  base_url: ${address}\n  model: ${name}\n`, 'config.yaml')).toEqual([
      `${name} calls ${host}`,
    ]),
  );

  it.each([
    ['.env', 'OPENAI_BASE_URL=https://openrouter.ai/api/v1\nLLM_MODEL=claude-opus-4-8\n', 'openrouter'],
    ['.env', 'OPENAI_BASE_URL=https://gateway.acme.dev/v1\nLLM_MODEL=claude-opus-4-8\n', 'gateway.acme.dev'],
    [
      '.env',
      'ANTHROPIC_BASE_URL=https://api.deepseek.com/anthropic\nLLM_MODEL=claude-opus-4-8\n',
      'deepseek',
    ],
    [
      'a.py',
      `c = OpenAI(base_url="${OPENAI}")\nc.chat.completions.create(model="claude-opus-4-8")\n`,
      'openai',
    ],
    ['a.py', `llm = ChatOpenAI(base_url="${OPENAI}", model="claude-opus-4-8")\n`, 'openai'],
  ])('is asked by a call, and so is who passes names on: %s %s', (path, text, host) =>
    expect(uses(text, path)).toEqual([`claude-opus-4-8 calls ${host}`]),
  );
});
