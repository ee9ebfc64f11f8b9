import { directProgram, loader, program } from '../define';
import { readOllamaAddress } from './address';
import { KOOG } from './koog';
import { ollamaSpelling } from './spelling';
import type { RegistryDefinition } from '../registry';

/** Ollama's library, `name:tag` and `owner/name:tag`: weights that a server on one's own machine pulls and runs. */
export const ollama: RegistryDefinition = {
  kind: 'hub',
  runsHere: true,
  isFetchedByItsServer: true,
  prefixes: ['ollama', 'ollama_chat', 'ollama_cloud'],
  schemes: [{ scheme: 'ollama://', name: /^[\w.-]+(?:\/[\w.-]+)?(?::[\w.-]+)?$/ }],
  addresses: [
    { host: 'ollama.com', read: readOllamaAddress, isBare: true },
    { host: 'ollama.ai', read: readOllamaAddress },
    { host: 'registry.ollama.ai', read: readOllamaAddress, isBare: true },
    { host: 'www.ollama.com', read: readOllamaAddress },
  ],
  apiHosts: ['localhost:11434', 'ollama:11434', '127.0.0.1:11434'],
  factories: ['ollama'],
  loaders: [
    loader('ollama', 'Ollama', {
      at: [0, 1],
      keywords: 'model model_name modelName',
      role: 'calls',
      literalOnly: true,
    }),
    loader(
      'ollama',
      'ChatOllama OllamaLLM OllamaEmbeddings OllamaEmbedding OllamaChatModel OllamaModel ' +
        'OllamaFunctions OllamaChatClient OllamaApiClient OllamaChatGenerator OllamaGenerator ' +
        'OllamaTextEmbedder OllamaDocumentEmbedder OllamaMultiModal OllamaLanguageModel',
      { at: [0, 1], keywords: 'model model_name modelName model_id defaultModel', role: 'calls' },
    ),
    loader('ollama', 'chat generate embed embeddings pull show create_modelfile', {
      receivers: 'ollama Ollama',
      keywords: 'model',
      role: 'calls',
    }),
    // https://hexdocs.pm/ollama/Ollama.html
    loader('ollama', 'completion pull_model preload', {
      receivers: 'Ollama',
      at: [],
      keywords: 'model name',
      role: 'calls',
    }),
    // https://docs.ollama.com/api/create: a model is made from another.
    loader('ollama', 'create', {
      receivers: 'ollama Ollama',
      at: [],
      keywords: 'from from_',
      role: 'derives',
    }),
    // https://docs.rs/ollama-rs
    loader('ollama', 'new', {
      receivers: 'GenerationRequest ChatMessageRequest GenerateEmbeddingsRequest',
      role: 'calls',
      onlyWith: 'ollama_rs',
    }),
    loader('ollama', 'pull_model pull_model_stream', { role: 'calls', onlyWith: 'ollama_rs' }),
    // Of ollama4j and OllamaSharp: the server pulls the model.
    loader('ollama', 'pullModel PullModel PullModelAsync', { keywords: 'model modelName', role: 'calls' }),
    // Of Aspire's server, which pulls what is behind the name of a resource, also from the Hub:
    // https://aspire.dev/reference/api/typescript/communitytoolkit.aspire.hosting.ollama.md
    loader('ollama', 'AddNamedModel addNamedModel', {
      at: [1],
      keywords: 'modelName',
      role: 'loads',
      onlyWith: 'Ollama',
    }),
    loader('pgai', 'ollama_embed ollama_generate ollama_chat_complete embedding_ollama', {
      keywords: 'model',
      role: 'calls',
    }),
  ],
  programs: [
    // What is copied runs under the name of the copy.
    program('ollama', 'loads', 'run pull cp', { ownsOption: true }),
    program('ollama', 'mentions', 'show push rm stop'),
    program('ollama', 'loads', 'launch', { operands: 0 }),
    program('ramalama', 'serves', 'serve'),
    program('ramalama', 'loads', 'run pull'),
    directProgram('llama-run', 'loads'),
  ],
  constants: [KOOG],
  keyWords: ['ollama'],
  takesHubIds: true,
  resells: ['mistral', 'deepseek', 'alibaba', 'cohere', 'moonshot', 'zhipu', 'openai'],
  hasPlainNames: true,
  spelling: ollamaSpelling,
};
