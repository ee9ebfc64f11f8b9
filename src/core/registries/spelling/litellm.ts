import type { Registry } from '../../vocabulary';

/** LiteLLM's providers by the registry whose names they take; the same prefixes serve in LangChain, Pydantic AI and Vercel's gateway. */
const PROVIDERS: Readonly<Record<string, Registry>> = {
  openai: 'openai',
  'openai-chat': 'openai',
  'text-completion-openai': 'openai',
  azure: 'azure',
  azure_openai: 'azure',
  azure_ai: 'azure',
  azure_text: 'azure',
  anthropic: 'anthropic',
  bedrock: 'bedrock',
  bedrock_converse: 'bedrock',
  sagemaker: 'bedrock',
  vertex_ai: 'vertex',
  vertex_ai_beta: 'vertex',
  google_vertexai: 'vertex',
  'google-vertex': 'vertex',
  gemini: 'google',
  google_genai: 'google',
  'google-gla': 'google',
  'google-genai': 'google',
  palm: 'google',
  groq: 'groq',
  together_ai: 'together',
  togetherai: 'together',
  together: 'together',
  fireworks_ai: 'fireworks',
  'fireworks-ai': 'fireworks',
  fireworks: 'fireworks',
  openrouter: 'openrouter',
  ollama: 'ollama',
  ollama_chat: 'ollama',
  mistral: 'mistral',
  mistralai: 'mistral',
  codestral: 'mistral',
  'text-completion-codestral': 'mistral',
  cohere: 'cohere',
  cohere_chat: 'cohere',
  deepseek: 'deepseek',
  xai: 'xai',
  perplexity: 'perplexity',
  replicate: 'replicate',
  huggingface: 'huggingface',
  hf: 'huggingface',
  nvidia_nim: 'nvidia',
  nvidia: 'nvidia',
  cloudflare: 'cloudflare',
  'workers-ai': 'cloudflare',
  ai21: 'ai21',
  voyage: 'voyage',
  voyageai: 'voyage',
  moonshot: 'moonshot',
  moonshotai: 'moonshot',
  zai: 'zhipu',
  zhipuai: 'zhipu',
  zhipu: 'zhipu',
  dashscope: 'alibaba',
  alibaba: 'alibaba',
  minimax: 'minimax',
  reka: 'reka',
  upstage: 'upstage',
  hosted_vllm: 'huggingface',
  vllm: 'huggingface',
  sglang: 'huggingface',
  lm_studio: 'other',
  deepinfra: 'huggingface',
  databricks: 'other',
  watsonx: 'huggingface',
  github: 'azure',
  github_models: 'azure',
  novita: 'other',
  nebius: 'huggingface',
  sambanova: 'other',
  cerebras: 'other',
  friendliai: 'other',
  baseten: 'other',
  hyperbolic: 'huggingface',
  featherless_ai: 'huggingface',
  galadriel: 'other',
  lambda_ai: 'other',
  snowflake: 'other',
  amazon_nova: 'amazon',
  'amazon-bedrock': 'bedrock',
  whisper: 'whisper',
  spacy: 'spacy',
  timm: 'timm',
};

/**
 * `provider/model` and `provider:model`, which LiteLLM, LangChain's `init_chat_model` and others write: the provider's registry
 * and the model's name there. `undefined` when the text before the separator is no provider.
 */
export function litellm(
  spelling: string,
): { readonly registry: Registry; readonly spelling: string } | undefined {
  const at = separator(spelling);
  if (at <= 0) return undefined;
  const registry = Object.hasOwn(PROVIDERS, spelling.slice(0, at).toLowerCase())
    ? PROVIDERS[spelling.slice(0, at).toLowerCase()]
    : undefined;
  const rest = spelling
    .slice(at + 1)
    .replace(/^converse\//, '')
    .replace(/^invoke\//, '');
  return registry === undefined || rest === '' ? undefined : { registry, spelling: rest };
}

/** The first `/` or `:`; whichever comes first ends the provider. */
function separator(spelling: string): number {
  for (let at = 0; at < spelling.length; at++) {
    const char = spelling.charAt(at);
    if (char === '/' || char === ':') return at;
  }
  return -1;
}
