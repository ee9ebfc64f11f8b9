import { describe, expect, it } from 'vitest';
import { WORDS_OF_PACKAGES } from '../../../src/core/detect/clientConstants';
import { detectReferences } from '../../../src/core/detect/detectReferences';
import { CONSTANTS } from '../../../src/core/registries/tables';
import { builtCatalog } from '../../support/builtCatalog';

const found = (text: string, path: string): readonly unknown[] =>
  detectReferences(text, { path, catalog: builtCatalog() }).references.map(
    ({ text: name, id, role, host }) => [name, id, role, host],
  );

describe("a constant of a client's package", () => {
  it.each([
    [
      'a.go',
      'import "github.com/sashabaranov/go-openai"',
      'openai.ChatCompletionRequest{Model: openai.GPT4oMini}',
      'GPT4oMini',
      'gpt-4o-mini',
      'openai',
    ],
    [
      'a.go',
      'import "github.com/sashabaranov/go-openai"',
      'openai.ChatCompletionRequest{Model: openai.GPT3Dot5Turbo}',
      'GPT3Dot5Turbo',
      'gpt-3.5-turbo',
      'openai',
    ],
    [
      'a.go',
      'import "github.com/sashabaranov/go-openai"',
      'openai.CompletionRequest{Model: openai.GPT3TextDavinci001}',
      'GPT3TextDavinci001',
      'text-davinci-001',
      'openai',
    ],
    [
      'a.go',
      'import "github.com/sashabaranov/go-openai"',
      'openai.EmbeddingRequest{Model: openai.SmallEmbedding3}',
      'SmallEmbedding3',
      'text-embedding-3-small',
      'openai',
    ],
    [
      'a.go',
      'import "github.com/openai/openai-go"',
      'openai.ChatCompletionNewParams{Model: openai.F(openai.ChatModelGPT4o)}',
      'ChatModelGPT4o',
      'gpt-4o',
      'openai',
    ],
    [
      'a.go',
      'import "github.com/anthropics/anthropic-sdk-go"',
      'anthropic.MessageNewParams{Model: anthropic.ModelClaude3_7SonnetLatest}',
      'ModelClaude3_7SonnetLatest',
      'claude-3-7-sonnet-latest',
      'anthropic',
    ],
    [
      'A.java',
      'import com.openai.models.ChatModel;',
      'params.model(ChatModel.GPT_4O)',
      'GPT_4O',
      'gpt-4o',
      'openai',
    ],
    [
      'A.java',
      'import static dev.langchain4j.model.openai.OpenAiChatModelName.GPT_4_O_MINI;',
      'b.modelName(GPT_4_O_MINI)',
      'GPT_4_O_MINI',
      'gpt-4o-mini',
      'openai',
    ],
  ])('%s %s: %s', (path, imports, request, name, id, host) => {
    expect(found(`${imports}\n\n${request}\n`, path)).toEqual([[name, id, 'calls', host]]);
  });

  it.each([
    ['com.openai.models.ChatModel.GPT_4O', 'import org.acme.chat.ChatModel;'],
    [
      'OpenAiApi.ChatModel.GPT_4O',
      'import org.springframework.ai.openai.api.OpenAiApi;\nimport org.acme.ChatModel;',
    ],
    ['GPT_4O', 'import static dev.langchain4j.model.openai.OpenAiChatModelName.*;'],
  ])('is told by the first name of its path: %s', (constant, imports) => {
    expect(found(`${imports}\nimport com.openai.models.X;\nparams.model(${constant})\n`, 'A.java')).toEqual([
      ['GPT_4O', 'gpt-4o', 'calls', 'openai'],
    ]);
  });

  it.each(['run(openai.GPT4oMini)', 'c.Ask(ctx, openai.GPT4oMini, "Hello")', 'NewModel(openai.GPT4oMini)'])(
    'is asked where a call gets it: %s',
    (call) => {
      expect(found(`import "github.com/sashabaranov/go-openai"\nx := ${call}\n`, 'a.go')).toEqual([
        ['GPT4oMini', 'gpt-4o-mini', 'calls', 'openai'],
      ]);
    },
  );

  it.each([
    ['a.go', 'import (\n\tai "github.com/sashabaranov/go-openai"\n)\nr := ai.Request{Model: ai.GPT4oMini}'],
    ['a.go', 'import ai "github.com/sashabaranov/go-openai"\nr := ai.Request{Model: ai.GPT4oMini}'],
    ['A.java', 'import com.openai.models.ChatModel;\nparams.model(ChatModel.GPT_4O_MINI);'],
    ['a.kt', 'import com.openai.models.ChatModel as M\nval p = params.model(M.GPT_4O_MINI)'],
    ['a.cs', 'using M = OpenAI_API.Models.Model;\nvar r = new Request { Model = M.GPT4o_Mini };'],
    ['a.rs', 'use rig::providers::{openai as oa};\nlet a = client.agent(oa::GPT_4O_MINI);'],
  ])('is found under another name of its type or module, in %s: %s', (path, text) => {
    expect(found(`${text}\n`, path)).toEqual([[expect.anything(), 'gpt-4o-mini', 'calls', 'openai']]);
  });

  it('is found where a function returns it', () => {
    const text =
      'import { BedrockFoundationModel as M } from "@cdklabs/generative-ai-cdk-constructs";\n' +
      'export const titan = () => M.TITAN_EMBED_TEXT_V2_1024;\n' +
      'export function cohere() {\n  return M.COHERE_EMBED_MULTILINGUAL_V3;\n}\n';
    expect(found(text, 'a.ts')).toEqual([
      ['TITAN_EMBED_TEXT_V2_1024', 'amazon.titan-embed-text-v2:0', 'calls', 'bedrock'],
      ['COHERE_EMBED_MULTILINGUAL_V3', 'cohere.embed-multilingual-v3', 'calls', 'bedrock'],
    ]);
  });

  it.each([
    'f.loadContainer(configuration: LLMRegistry.qwen3_4b_4bit)',
    'loadModelContainer(from: hub, using: loader, configuration: LLMRegistry.qwen3_4b_4bit)',
    'loadModel(configuration: LLMRegistry.qwen3_4b_4bit)',
    'self.modelConfiguration = LLMRegistry.qwen3_4b_4bit',
  ])('is one of MLX for Swift: %s', (text) => {
    expect(found(`import MLXLLM\n${text.replace('f.', 'LLMModelFactory.shared.')}\n`, 'a.swift')).toEqual([
      ['qwen3_4b_4bit', 'mlx-community/Qwen3-4B-4bit', 'loads', 'self'],
    ]);
  });

  it('runs where the client beside it asks', () => {
    expect(
      found(
        'from camel.types import ModelPlatformType, ModelType\n' +
          'm = ModelFactory.create(model_platform=ModelPlatformType.AZURE, model_type=ModelType.GPT_4O)\n',
        'a.py',
      ),
    ).toEqual([['GPT_4O', 'gpt-4o', 'calls', 'azure']]);
  });

  it.each([
    ['a.go', 'client.Create(openai.ChatCompletionRequest{Model: openai.GPT4oMini})'],
    ['a.go', 'import "github.com/sashabaranov/go-openai"\nif m == openai.GPT4oMini { return }'],
    ['a.go', 'import "github.com/sashabaranov/go-openai"\nr := openai.Request{Model: openai.GPT99Something}'],
    ['A.java', 'import com.acme.ChatModel;\nparams.model(ChatModel.GPT_4O)'],
    ['A.java', 'import com.openai.models.X;\nimport com.acme.ChatModel;\nparams.model(ChatModel.GPT_4O)'],
    ['A.java', 'import com.openai.models.X;\nparams.model(com.acme.ChatModel.GPT_4O)'],
    ['A.java', 'import com.openai.models.X;\nenum ChatModel { GPT_4O }\nparams.model(ChatModel.GPT_4O)'],
    ['A.java', 'import com.openai.models.X;\nprices.put(ChatModel.GPT_4O, 5)'],
    ['A.java', 'import com.openai.models.X;\nif (ChatModel.GPT_4O.equals(model)) run();'],
    ['A.java', 'import static com.acme.ChatModel.GPT_4O;\nimport com.openai.models.X;\nparams.model(GPT_4O)'],
    [
      'a.py',
      'from camel.types import Role\nfrom .models import ModelType\nm = f(model_type=ModelType.GPT_4O)',
    ],
    ['a.py', 'from openai import OpenAI\nm = f(model=Model.gpt4o)'],
    [
      'A.java',
      'import com.openai.models.X;\nvar all = Arrays.asList(ChatModel.GPT_4O, ChatModel.GPT_4O_MINI);',
    ],
    ['a.kt', 'import com.openai.models.*\nval names = table(ChatModel.GPT_4O to "small")'],
    ['a.scala', 'import com.openai.models.*\nval names = table(ChatModel.GPT_4O -> "small")'],
    ['a.kt', 'import com.openai.models.*\nval all = setOf(ChatModel.GPT_4O, ChatModel.GPT_4O_MINI)'],
    ['a.ts', "import OpenAI from 'openai';\nimport { Model } from './model';\nf({ model: Model.gpt4o });"],
    ['a.swift', 'import SwiftUI\nlet q = Query(model: .gpt4_o)'],
    ['a.swift', 'import OpenAI\nlet q = Query(model: make\n  .gpt4_o)'],
    ['a.swift', 'import OpenAI\nlet q = Query(model: .gpt4_o())'],
    ['a.swift', 'import OpenAI\nlet prices: [Model: Double] = [.gpt4_o: 0.06]'],
    ['a.swift', 'import OpenAI\nswitch model { case .gpt4_o: run() }'],
  ])(
    'is none without its package, where nothing is asked, or where no such model is known: %s %s',
    (path, text) => {
      expect(found(text, path)).toEqual([]);
    },
  );
});

describe('a constant beside a client of a cloud', () => {
  it('is asked for in that cloud', () => {
    const client = 'using Anthropic.SDK;\nvar client = new VertexAIClient(auth);';
    expect(found(`${client}\nvar p = new P { Model = VertexAIModels.Claude3Opus };\n`, 'a.cs')).toEqual([
      ['Claude3Opus', 'claude-3-opus', 'calls', 'vertex'],
    ]);
  });
});

it('is looked for in a text that has a word of its package', () => {
  const plain = (source: string): string =>
    source
      .replace(/\(\?:(?:_core|Swift)\)\?|\\(?!\\)/g, '')
      .replace('[iI]', 'i')
      .toLowerCase();
  const without = CONSTANTS.flatMap(({ packages: { source } }) => source.split(/\|(?![^(]*\))/)).filter(
    (form) => !WORDS_OF_PACKAGES.some((word) => plain(form).includes(word)),
  );
  expect(without).toEqual([]);
});
