import { describe, expect, it } from 'vitest';
import { detectReferences } from '../../../src/core/detect/detectReferences';
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
    ['a.go', 'client.Create(openai.ChatCompletionRequest{Model: openai.GPT4oMini})'],
    ['a.go', 'import "github.com/sashabaranov/go-openai"\nif m == openai.GPT4oMini { return }'],
    ['a.go', 'import "github.com/sashabaranov/go-openai"\nr := openai.Request{Model: openai.GPT99Something}'],
    ['A.java', 'import com.acme.ChatModel;\nparams.model(ChatModel.GPT_4O)'],
  ])(
    'is none without its package, where nothing is asked, or where no such model is known: %s %s',
    (path, text) => {
      expect(found(text, path)).toEqual([]);
    },
  );
});
