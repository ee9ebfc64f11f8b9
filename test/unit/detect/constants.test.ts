import { describe, expect, it } from 'vitest';
import { isCalledLike } from '../../../src/core/detect/constants';
import { detect } from './marked';

describe('isCalledLike', () => {
  it.each([
    ['GPT_4O', 'gpt-4o'],
    ['GPT3Dot5Turbo', 'gpt-3.5-turbo'],
    ['GPT4Turbo0125', 'gpt-4-0125-preview'],
    ['O1', 'o1'],
    ['AdaEmbeddingV2', 'text-embedding-ada-002'],
    ['Claude35Sonnet', 'claude-3-5-sonnet-20241022'],
    ['bedrock_claude_opus_4_8', 'anthropic.claude-opus-4-8'],
    ['OpenAiGpt4o', 'openai/gpt-4o'],
  ])('%s is called like %s', (name, id) => {
    expect(isCalledLike(name, id)).toBe(true);
  });

  it.each([
    ['EMBEDDING', 'text-embedding-3-small'],
    ['FAST', 'gpt-4o-mini'],
    ['CHAT_LARGE', 'mistral-large-latest'],
    ['GPT4', 'gpt-3.5-turbo'],
    ['llm', 'gpt-4o'],
    ['', 'gpt-4o'],
    ['MODEL_OLLAMA_CLOUD', 'ollama_cloud::gemma3:4b'],
  ])('%s is not called like %s', (name, id) => {
    expect(isCalledLike(name, id)).toBe(false);
  });
});

describe('constants', () => {
  const rolesOf = (path: string, text: string): readonly string[] =>
    detect(text, path).references.map(({ role }) => role);

  it.each([
    [
      'a.go',
      'const (\n\tAda EmbeddingModel = "text-similarity-ada-001"\n\tGPT4o = "gpt-4o"\n\tFast Model = "gpt-4o-mini"\n)\n',
    ],
    ['a.ts', 'export const Models = { GPT4O: "gpt-4o", BEST: "claude-3-opus-20240229" } as const;'],
    [
      'a.kt',
      'sealed class M(val id: String) {\n  object Gpt4o : M("gpt-4o")\n  data object Fast : M("gpt-4o-mini")\n}',
    ],
    [
      'b.kt',
      'data object Gpt4o : M { override val id = "gpt-4o" }\ndata object O1Mini : M { override val id: String get() = "o1-mini" }\n',
    ],
    [
      'a.scala',
      'case object Gpt4o extends M {\n  override def name: String = "gpt-4o"\n}\ncase object O1Mini extends M { val name = "o1-mini" }\n',
    ],
    [
      'b.cs',
      'static readonly M Gpt4o = new("gpt-4o");\nstatic M O1Mini { get; } = new("o1-mini");\nstatic M Gpt41 => new("gpt-4.1");\n',
    ],
    ['b.swift', 'static let gpt4o = M(rawValue: "gpt-4o")\nstatic let o1Mini = Self("o1-mini")\n'],
    ['a.hs', 'modelName :: M -> Text\nmodelName GPT4o = "gpt-4o"\nmodelName Fast = "gpt-4o-mini"\n'],
    ['a.java', 'switch (m) { case GPT_4O -> "gpt-4o"; case FAST -> "gpt-4o-mini"; }'],
    ['a.swift', 'switch self { case .gpt4o: return "gpt-4o"; case .fast: return "gpt-4o-mini" }'],
    ['a.ml', 'let name = function Gpt4o -> "gpt-4o" | Mini -> "gpt-4o-mini"'],
    [
      'a.cs',
      'public static class M { public static string Gpt4o => "gpt-4o"; public static string Fast => "gpt-4o-mini"; }',
    ],
    ['a.py', "NAMES = {'o4-mini': 'o4-mini', 'openrouter/z-ai/glm-4.5': 'GLM-4.5'}"],
  ])('%s lists: %s', (path, text) => {
    expect(new Set(rolesOf(path, text))).toEqual(new Set(['lists']));
  });

  it.each([
    ['a.py', 'CHAT = "gpt-4o"\nEMBED = "text-embedding-3-small"\n'],
    ['a.ts', 'const WRITER = "claude-3-opus-20240229";\nconst READER = "gpt-4o-mini";\n'],
    ['a.go', 'const (\n\tGPT4o = "gpt-4o"\n)\nconst defaultModel = "gpt-4o-mini"\n'],
    ['a.rs', 'const CHAT_MODEL: &str = "gpt-4o";\n'],
  ])('%s calls at last: %s', (path, text) => {
    expect(rolesOf(path, text).at(-1)).toBe('calls');
  });
});

describe('an address beside constants of other things', () => {
  it('is got, whatever those are called like', () => {
    const text = [
      "const speechModelUrl = 'https://huggingface.co/acme/speech-7b/resolve/main/speech-v2.onnx';",
      "const assets = {\n  'linux-aarch64': 'yt-dlp_linux_aarch64',\n};",
    ].join('\n');
    expect(detect(text, 'a.ts').references.map(({ role }) => role)).toEqual(['loads']);
  });

  it.each([
    [
      'main.parameters.json',
      '{ "parameters": { "gpt35TurboDeploymentName": { "value": "gpt-35-turbo-1106" } } }\n',
    ],
    ['a.py', 'GPT4O_DEPLOYMENT = "gpt-4o"\n'],
    ['a.env', 'GPT4O_DEPLOYMENT_NAME=gpt-4o\n'],
  ])('name the deployment that is asked, whatever that runs: %s %s', (path, text) =>
    expect(detect(text, path).references.map(({ role }) => role)).toEqual(['calls']),
  );
});
