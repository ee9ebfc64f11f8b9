import { loader } from '../define';
import type { LoaderDefinition } from '../registry';

/** Keywords of an id in the Hub's own libraries and those like them. */
const HUB_KEYWORDS =
  'pretrained_model_name_or_path pretrained_model_link_or_path model_name_or_path model_name ' +
  'model_id repo_id model base_model_name_or_path pretrained_model_name';

/** Calls that take an id of the Hub, library by library, from their documentation. */
export const LOADERS: readonly LoaderDefinition[] = [
  loader('transformers', 'from_pretrained fromPretrained FromPretrained from_pretrained_model', {
    keywords: HUB_KEYWORDS,
  }),
  loader('transformers', 'pipeline', { at: [1], keywords: 'model tokenizer feature_extractor' }),
  loader(
    'diffusers',
    'load_lora_weights load_ip_adapter load_textual_inversion from_single_file load_adapter from_pipe',
    { keywords: HUB_KEYWORDS, literalOnly: true },
  ),
  loader('sentence-transformers', 'SentenceTransformer', {
    keywords: 'model_name_or_path model_name model',
    completes: 'sentence-transformers',
  }),
  loader('sentence-transformers', 'CrossEncoder SparseEncoder', {
    keywords: 'model_name_or_path model_name model',
  }),
  loader(
    'sentence-transformers',
    'SentenceTransformerEmbeddingFunction SentenceTransformerEmbeddings ' +
      'SentenceTransformersDocumentEmbedder SentenceTransformersTextEmbedder ' +
      'SentenceTransformersRanker SentenceTransformersDiversityRanker',
    { keywords: 'model_name model', completes: 'sentence-transformers' },
  ),
  loader(
    'huggingface_hub',
    'hf_hub_download snapshot_download from_pretrained_keras from_pretrained_fastai model_info ' +
      'load_from_hub load_from_hf_hub hf_hub_url cached_download list_repo_files repo_info ' +
      'HfFileSystem download_model downloadModel DownloadModel huggingface_model hub_download ' +
      'load_state_dict_from_hf push_to_hub_keras',
    { keywords: 'repo_id model_id repoId' },
  ),
  // Rules of Bazel that fetch a repository: https://github.com/zml/zml (bazel/huggingface.bzl)
  loader('zml', 'model', { receivers: 'huggingface', at: [], keywords: 'model', literalOnly: true }),
  // https://pkg.go.dev/github.com/knights-analytics/hugot#DownloadModel: a context stands first since its newer form.
  loader('hugot', 'DownloadModel', { receivers: 'hugot' }),
  loader('hugot', 'DownloadModel', { at: [1], receivers: 'hugot' }),
  // https://sagemaker.readthedocs.io: an endpoint of one's own is made that serves the weights.
  // https://github.com/PaddlePaddle/PaddleOCR (paddleocr/_pipelines/ocr.py),
  // https://huggingface.co/PaddlePaddle/PP-OCRv5_server_rec_onnx
  loader('paddleocr', 'PaddleOCR', {
    at: [],
    keywords:
      'text_detection_model_name text_recognition_model_name textline_orientation_model_name ' +
      'doc_orientation_classify_model_name doc_unwarping_model_name',
    completes: 'PaddlePaddle',
  }),
  loader('paddleocr', 'TextDetection TextRecognition', {
    keywords: 'model_name',
    completes: 'PaddlePaddle',
    onlyWith: 'paddleocr',
  }),
  // The name of a resource, and what Ollama pulls from the Hub for it:
  // https://aspire.dev/reference/api/typescript/communitytoolkit.aspire.hosting.ollama/addhuggingfacemodel.md
  loader('ollama', 'AddHuggingFaceModel addHuggingFaceModel', {
    at: [1],
    keywords: 'modelName',
    role: 'loads',
  }),
  loader('sagemaker', 'DJLModel HuggingFaceModel ModelBuilder', {
    at: [],
    keywords: 'model_id model',
    receivers: 'sagemaker',
    role: 'serves',
  }),
  // https://huggingface.co/docs/huggingface_hub/guides/inference_endpoints
  loader('huggingface_hub', 'create_inference_endpoint', {
    at: [],
    keywords: 'repository',
    role: 'serves',
  }),
  // https://cloud.google.com/vertex-ai/generative-ai/docs/model-garden/deploy-and-inference-tutorial
  loader('vertexai', 'OpenModel', { receivers: 'model_garden', role: 'serves' }),
  // https://lmstudio.ai/docs/typescript, https://lmstudio.ai/docs/python: what runs on one's own machine.
  loader('lmstudio', 'llm embedding_model', { receivers: 'lmstudio', keywords: 'model_key' }),
  loader('lmstudio', 'model load load_new_instance createDynamicHandle estimateResourcesUsage', {
    receivers: 'llm embedding',
    keywords: 'model_key modelKey path',
    onlyWith: 'lmstudio',
  }),
  // https://huggingface.co/docs/huggingface.js/hub/README
  loader('huggingface.js', 'snapshotDownload downloadFileToCacheDir', { keywords: 'repo' }),
  loader('huggingface_hub', 'InferenceClient AsyncInferenceClient InferenceApi', {
    keywords: 'model repo_id',
    role: 'calls',
  }),
  // https://huggingface.co/docs/huggingface.js/inference/README: what it is made with is a token.
  loader('huggingface.js', 'InferenceClient', {
    receivers: 'inference',
    isOnly: true,
    at: [],
    role: 'calls',
  }),
  loader('huggingface.js', 'HfInference', { at: [], keywords: 'model', role: 'calls' }),
  loader(
    'langchain',
    'HuggingFaceEmbeddings HuggingFaceInstructEmbeddings HuggingFaceBgeEmbeddings ' +
      'HuggingFacePipeline HuggingFaceCrossEncoder from_model_id fromModelId ' +
      'HuggingFaceTransformersEmbeddings ChatHuggingFace FastEmbedEmbeddings',
    { keywords: 'repo_id model_id model_name model repoId' },
  ),
  loader('llama-index', 'HuggingFaceEmbedding HuggingFaceLLM SentenceTransformerRerank FastEmbedEmbedding', {
    keywords: 'model_name model tokenizer_name',
  }),
  loader(
    'langchain',
    'InferenceClientModel HfApiModel HfModel HfApiEngine HfEngine HuggingFaceHub HuggingFaceEndpoint ' +
      'HuggingFaceEndpointEmbeddings HuggingFaceInferenceAPIEmbeddings HuggingFaceInference VLLMOpenAI',
    { keywords: 'repo_id model_id model_name model repoId', role: 'calls' },
  ),
  // https://learn.microsoft.com/dotnet/api/microsoft.semantickernel.huggingfacekernelbuilderextensions
  loader(
    'semantic-kernel',
    'AddHuggingFaceChatCompletion AddHuggingFaceTextGeneration AddHuggingFaceImageToText ' +
      'AddHuggingFaceTextEmbeddingGeneration AddHuggingFaceEmbeddingGenerator HuggingFaceChatCompletionService ' +
      'HuggingFaceTextGenerationService HuggingFaceTextEmbeddingGenerationService HuggingFaceImageToTextService',
    { keywords: 'model', role: 'calls' },
  ),
  loader('llama-index', 'HuggingFaceInferenceAPI HuggingFaceInferenceAPIEmbedding', {
    keywords: 'model_name model tokenizer_name',
    role: 'calls',
  }),
  loader(
    'haystack',
    'HuggingFaceLocalGenerator HuggingFaceLocalChatGenerator FastembedTextEmbedder ' +
      'FastembedDocumentEmbedder FastembedSparseTextEmbedder FastembedSparseDocumentEmbedder ' +
      'FastembedRanker FastembedLateInteractionRanker',
    { keywords: 'model model_name' },
  ),
  loader(
    'haystack',
    'HuggingFaceAPIGenerator HuggingFaceAPIChatGenerator HuggingFaceAPITextEmbedder ' +
      'HuggingFaceAPIDocumentEmbedder VLLMChatGenerator VLLMTextEmbedder VLLMDocumentEmbedder ' +
      'VLLMRanker',
    { at: [], keywords: 'model', role: 'calls' },
  ),
  loader('vllm', 'LLM AsyncEngineArgs EngineArgs LLMEngine', {
    keywords: 'model tokenizer speculative_model model_path',
  }),
  loader('sglang', 'Runtime Engine', { at: [], keywords: 'model_path', literalOnly: true }),
  loader('lmdeploy', 'pipeline', { receivers: 'lmdeploy' }),
  loader('mlx', 'load generate', { receivers: 'mlx_lm mlx_vlm mlx' }),
  // https://github.com/ml-explore/mlx-swift-lm
  loader('mlx', 'load loadContainer', {
    at: [],
    receivers: 'LLMModelFactory VLMModelFactory EmbedderModelFactory',
    keywords: 'configuration id',
  }),
  loader('mlx', 'ModelConfiguration', { at: [], keywords: 'id', literalOnly: true }),
  loader('mlx', 'loadModelContainer', { at: [], keywords: 'configuration id' }),
  loader('mlx', 'loadModel', { at: [], keywords: 'configuration', literalOnly: true }),
  loader('open_clip', 'create_model_and_transforms create_model_from_pretrained get_tokenizer', {
    receivers: 'open_clip',
    keywords: 'model_name',
  }),
  loader('speechbrain', 'from_hparams', { at: [], keywords: 'source' }),
  // First comes the model that the adapter is for: https://huggingface.co/docs/peft/package_reference/peft_model
  loader('peft', 'from_pretrained', {
    at: [1],
    keywords: 'model_id',
    receivers:
      'PeftModel PeftMixedModel PeftModelForCausalLM PeftModelForSeq2SeqLM PeftModelForSequenceClassification ' +
      'PeftModelForTokenClassification PeftModelForQuestionAnswering PeftModelForFeatureExtraction',
    isOnly: true,
  }),
  loader('pyannote', 'from_pretrained', { receivers: 'Pipeline Inference' }),
  loader(
    'gliner',
    'GLiNER SetFitModel SpanMarkerModel BERTopic KeyBERT LLMLingua PromptCompressor ColBERT Searcher ' +
      'RAGPretrainedModel TextEmbedding SparseTextEmbedding TextCrossEncoder FlagReranker FlagModel ' +
      'BGEM3FlagModel FlagAutoModel Reranker TextEmbedder ColbertReranker SPLADE',
    { keywords: 'model_name model model_name_or_path embedding_model checkpoint', literalOnly: true },
  ),
  loader('bertopic', 'BERTopic KeyBERT', {
    at: [],
    keywords: 'embedding_model model',
    completes: 'sentence-transformers',
  }),
  loader('ctranslate2', 'TransformersConverter', { keywords: 'model_name_or_path' }),
  loader(
    'flair',
    'TransformerWordEmbeddings TransformerDocumentEmbeddings SentenceTransformerDocumentEmbeddings',
    { keywords: 'model' },
  ),
  loader('llama.cpp', 'from_pretrained', { at: [], receivers: 'Llama', keywords: 'repo_id' }),
  loader('candle', 'model new with_revision', { receivers: 'api Repo repo hub Api' }),
  loader(
    'bumblebee',
    'load_model load_tokenizer load_featurizer load_generation_config load_spec load_scheduler',
    { receivers: 'Bumblebee' },
  ),
  loader('gradio', 'load', { receivers: 'gr gradio Interface Blocks', keywords: 'name' }),
  loader('mlc', 'CreateMLCEngine CreateWebWorkerMLCEngine CreateServiceWorkerMLCEngine', { at: [0, 1] }),
  loader('mlc', 'MLCEngine AsyncMLCEngine ChatModule', { keywords: 'model', literalOnly: true }),
  loader('mlc', 'reload', { receivers: 'engine mlcEngine chat', literalOnly: true }),
  loader('flashrank', 'Ranker', { keywords: 'model_name', literalOnly: true }),
  loader('pgml', 'embed transform', { receivers: 'pgml', keywords: 'transformer model' }),
];
