import { page } from '../address';
import { constants, directProgram, loader, names, program } from '../define';
import { anyGatewaySpelling } from './spelling';
import type { RegistryDefinition } from '../registry';

/**
 * Services that no host record tells of, as OpenCode and what else reads models.dev puts them before a name:
 * https://www.npmjs.com/package/opencode-linux-x64/v/1.18.34
 */
const ROUTERS = (
  '302ai abliteration-ai agentrouter ai-router anyapi bothub cloudferro-sherlock cloudflare-ai-gateway cortecs ' +
  'dinference edenai evroc fastrouter gitlab glhf greenpt helicone hpc-ai iflowcn inferx infomaniak io-net jiekou ' +
  'kilo kuae-cloud-coding-plan llmgateway lucidquery meganova merge-gateway mixlayer moark nano-gpt nearai neosmith ' +
  'orcarouter qihang-ai regolo-ai routing-run salad-cloud scx-ai standardcompute submodel synthetic ' +
  'the-grid-ai tinfoil tokenrouter trustedrouter umans-ai unorouter zenmux'
).split(' ');

/** `meta-textgeneration-llama-2-13b-f` for `META_TEXTGENERATION_LLAMA_2_13B_F_2_0_2`: its version stands at the end. */
function ofJumpStart(name: string): string {
  return name
    .toLowerCase()
    .replace(/_\d+_\d+_\d+$/, '')
    .replace(/_/g, '-');
}

/**
 * Names of no registry of their own: gateways that pass any name on, services without a registry here, sites of
 * models.
 */
export const other: RegistryDefinition = {
  kind: 'any',
  prefixes: [
    'sagemaker',
    'sambanova',
    'lm_studio',
    'lmstudio',
    'github-copilot',
    'github_copilot',
    'novita',
    'siliconflow',
    'copilot',
    'opencode',
    'vercel',
    'vercel_ai_gateway',
    'litellm',
    'litellm_proxy',
    'openai_like',
    'predibase',
    'snowflake',
    'anyscale',
    'jina_ai',
    'friendliai',
    'galadriel',
    'lambda_ai',
    'netmind',
    'nscale',
    'meta_llama',
    'gradient_ai',
    'gigachat',
    'sagemaker_chat',
    ...ROUTERS,
  ],
  ownerPrefixes: ['vercel', 'snowflake'],
  schemes: [{ scheme: 'detectron2://', name: /^[\w./-]+$/ }],
  addresses: [
    { host: 'openmodeldb.info', read: page('openmodeldb.info') },
    { host: 'civitai.com', read: page('civitai.com') },
    { host: 'www.civitai.com', read: page('civitai.com') },
  ],
  // https://github.com/awslabs/generative-ai-cdk-constructs (jumpstart-model.ts, jumpstart-model-constants.ts)
  constants: [
    // https://docs.pytorch.org/audio/stable/pipelines.html
    constants(/\btorchaudio\b/, 'pipelines', {
      areLoaded: true,
      hasWords: true,
      idOf: (name) => name,
    }),
    constants(/ai[-_]cdk[-_]constructs/, 'JumpStartModel JumpStartModelConstants', { idOf: ofJumpStart }),
  ],
  factories: [
    'gateway',
    'deepinfra',
    'luma',
    'fal',
    'elevenlabs',
    'deepgram',
    'lmstudio',
    'gladia',
    'hume',
    'lmnt',
    'cartesia',
    'fishAudio',
    'revai',
    'assemblyai',
    'blackForestLabs',
    'provider',
    'openaiCompatible',
    'customProvider',
    'prodia',
    'bytedance',
    'klingai',
    'vercel',
  ],
  // https://ai-sdk.dev/providers/ai-sdk-providers/cartesia, https://ai-sdk.dev/providers/ai-sdk-providers/fish-audio
  speechFactories: [
    'lmnt',
    'hume',
    'deepgram',
    'elevenlabs',
    'gladia',
    'revai',
    'assemblyai',
    'cartesia',
    'fishAudio',
  ],
  loaders: [
    loader('stanza', 'Pipeline', { at: [], receivers: 'stanza', keywords: 'package' }),
    loader('flair', 'load', {
      receivers:
        'SequenceTagger TextClassifier TARSTagger TARSClassifier Classifier MultiTagger RelationExtractor EntityLinker',
      keywords: 'model_path model',
    }),
    loader('flair', 'WordEmbeddings FlairEmbeddings', { keywords: 'embeddings model' }),
    loader('spark-nlp', 'pretrained', { keywords: 'name' }),
    loader('coqui', 'TTS', { receivers: 'TTS', keywords: 'model_name' }),
    loader('coqui', 'load_tts_model_by_name load_vc_model_by_name', { keywords: 'model_name' }),
    loader('rembg', 'new_session', { receivers: 'rembg', keywords: 'model_name' }),
    loader('insightface', 'FaceAnalysis', { keywords: 'name' }),
    loader('insightface', 'get_model', { receivers: 'insightface model_zoo', keywords: 'name' }),
    // https://sagemaker.readthedocs.io/en/stable/overview.html: endpoints of one's own, and weights for them.
    loader('sagemaker', 'JumpStartModel JumpStartConfig', { keywords: 'model_id', role: 'serves' }),
    // https://github.com/awslabs/generative-ai-cdk-constructs (aws-model-deployment-sagemaker)
    loader('sagemaker', 'JumpStartSageMakerEndpoint', { at: [], keywords: 'model', role: 'serves' }),
    loader('sagemaker', 'HuggingFaceSageMakerEndpoint CustomSageMakerEndpoint', {
      at: [],
      keywords: 'modelId model_id',
      role: 'serves',
    }),
    loader('sagemaker', 'JumpStartEstimator', { keywords: 'model_id', role: 'derives' }),
    loader('sagemaker', 'retrieve', { receivers: 'model_uris', keywords: 'model_id' }),
    loader('stability', 'StabilityInference', { at: [], keywords: 'engine', role: 'calls' }),
    // LiteLLM's names, also in https://google.github.io/adk-docs/agents/models, https://strandsagents.com and
    // https://openai.github.io/openai-agents-python/models/litellm
    loader('gateway', 'init_chat_model init_embeddings ChatLiteLLM LiteLLMModel LiteLlm LitellmModel', {
      keywords: 'model model_name model_id',
      role: 'calls',
    }),
    // https://docs.crewai.com/en/concepts/llms
    loader('gateway', 'LLM', { receivers: 'crewai', keywords: 'model', role: 'calls' }),
    loader('gateway', 'Agent', {
      at: [],
      receivers: 'crewai',
      keywords: 'llm',
      role: 'calls',
      literalOnly: true,
    }),
    // https://mastra.ai/models
    loader('gateway', 'Agent', {
      at: [],
      receivers: '@mastra',
      keywords: 'model',
      role: 'calls',
      literalOnly: true,
    }),
    // https://docs.livekit.io/agents/models/inference
    loader('gateway', 'LLM STT TTS', { receivers: 'inference', keywords: 'model', role: 'calls' }),
    // https://dspy.ai/api/models/LM, https://dspy.ai/api/models/Embedder
    loader('gateway', 'LM Embedder', { receivers: 'dspy', keywords: 'model', role: 'calls' }),
    // https://ai.pydantic.dev/models/overview
    loader('gateway', 'Agent infer_model', {
      receivers: 'pydantic_ai',
      keywords: 'model',
      role: 'calls',
      literalOnly: true,
    }),
    // https://python.useinstructor.com/concepts/from_provider
    loader('gateway', 'from_provider', { receivers: 'instructor', keywords: 'model', role: 'calls' }),
    // https://docs.rs/genai/latest/genai/struct.Client.html
    loader('gateway', 'exec_chat exec_chat_stream exec_embed', {
      onlyWith: 'genai',
      keywords: 'model',
      role: 'calls',
    }),
    loader('gateway', 'completion acompletion', { keywords: 'model', role: 'calls', literalOnly: true }),
    loader('llm', 'get_model get_async_model get_embedding_model', {
      receivers: 'llm',
      keywords: 'name',
      role: 'calls',
    }),
  ],
  programs: [
    program('llm', 'calls', 'chat prompt embed', { operands: 0, flags: '-m' }),
    program('rembg', 'loads', 'i p b', { operands: 0, flags: '-m --model' }),
    program('rembg', 'loads', 'd', { operands: 8 }),
    program('llm', 'calls', 'models', { operands: 0 }),
    program('lms', 'loads', 'get load'),
    program('local-ai', 'serves', 'run', { operands: 20 }),
    program('openllm', 'serves', 'serve run deploy start'),
    program('openllm', 'loads', 'model'),
    directProgram('aichat', 'calls', { operands: 0, flags: '-m' }),
    directProgram('llm', 'calls', { operands: 0, flags: '-m' }),
    directProgram('sgpt', 'calls', { operands: 0 }),
  ],
  names: [
    ...names(
      'any',
      'jina-embeddings-v jina-embedding-b jina-clip-v jina-reranker- jina-colbert-v nomic-embed-text-v ' +
        'nomic-embed-vision-v',
    ),
    ...names(
      'digit',
      'eleven_multilingual_v eleven_turbo_v eleven_flash_v eleven_monolingual_v eleven_english_sts_v ' +
        'eleven_multilingual_sts_v eleven_multilingual_ttv_v eleven_ttv_v eleven_v scribe_v ' +
        // https://docs.inworld.ai/models, https://soniox.com/docs/tts/models
        'inworld-tts- stt-rt-v stt-async-v tts-rt-v',
    ),
  ],
  hasPlainNames: true,
  spelling: anyGatewaySpelling,
  servesOthers: true,
};
