import type { Registry } from '../../vocabulary';

/** Paths that gateways and services put before a model's name: `openai/gpt-4o`, `accounts/fireworks/models/x`, `@cf/meta/x`. */

export interface ProviderPath {
  readonly registry: Registry;
  /** What to look up: the name without the gateway's prefix where that is another registry's. */
  readonly id: string;
  /** The form is the service's own and nothing else's. */
  readonly certain: boolean;
  /** Where the name starts, when something else stands before it. */
  readonly start?: number;
}

/** Prefixes of LiteLLM and the gateways that took them over, and the registry that the rest is of. */
const PREFIXES: Readonly<Record<string, Registry>> = {
  openai: 'openai',
  azure: 'azure',
  azure_ai: 'azure',
  anthropic: 'anthropic',
  bedrock: 'bedrock',
  vertex_ai: 'vertex',
  vertexai: 'vertex',
  gemini: 'google',
  google: 'google',
  mistral: 'mistral',
  cohere: 'cohere',
  cohere_chat: 'cohere',
  groq: 'groq',
  together_ai: 'together',
  together: 'together',
  togetherai: 'together',
  fireworks_ai: 'fireworks',
  fireworks: 'fireworks',
  openrouter: 'openrouter',
  ollama: 'ollama',
  ollama_chat: 'ollama',
  huggingface: 'huggingface',
  hf: 'huggingface',
  replicate: 'replicate',
  nvidia_nim: 'nvidia',
  nvidia: 'nvidia',
  cloudflare: 'cloudflare',
  'workers-ai': 'cloudflare',
  deepseek: 'deepseek',
  xai: 'xai',
  'x-ai': 'xai',
  perplexity: 'perplexity',
  ai21: 'ai21',
  voyage: 'voyage',
  moonshot: 'moonshot',
  zai: 'zhipu',
  zhipu: 'zhipu',
  dashscope: 'alibaba',
  alibaba: 'alibaba',
  amazon: 'amazon',
  'amazon-bedrock': 'bedrock',
  bedrock_converse: 'bedrock',
  minimax: 'minimax',
  watsonx: 'other',
  databricks: 'other',
  sagemaker: 'other',
  cerebras: 'other',
  sambanova: 'other',
  deepinfra: 'other',
  hosted_vllm: 'huggingface',
  vllm: 'huggingface',
  lm_studio: 'other',
  lmstudio: 'other',
  github: 'other',
  'github-copilot': 'other',
  github_copilot: 'other',
  text_completion: 'openai',
  'text-completion-openai': 'openai',
  novita: 'other',
  nebius: 'other',
  siliconflow: 'other',
  hyperbolic: 'other',
  featherless_ai: 'huggingface',
  featherless: 'huggingface',
  mistralai: 'mistral',
  copilot: 'other',
  opencode: 'other',
  vercel: 'other',
  vercel_ai_gateway: 'other',
  litellm: 'other',
  litellm_proxy: 'other',
  openai_like: 'other',
  predibase: 'other',
  snowflake: 'other',
  anyscale: 'other',
  'fireworks-ai': 'fireworks',
  'google-vertex': 'vertex',
  'google-genai': 'google',
  google_genai: 'google',
  google_vertexai: 'vertex',
  'azure-openai': 'azure',
  azure_openai: 'azure',
  jina_ai: 'other',
  infinity: 'huggingface',
  llamafile: 'local',
  'llama-cpp': 'local',
  local: 'local',
};

export function providerRegistry(prefix: string): Registry | undefined {
  const lower = prefix.toLowerCase();
  return Object.hasOwn(PREFIXES, lower) ? PREFIXES[lower] : undefined;
}

/** Paths whose form belongs to one service; `undefined` for every other text. */
export function ownPath(value: string): ProviderPath | undefined {
  if (value.startsWith('@cf/') || value.startsWith('@hf/'))
    return rest(value, 2) ? { registry: 'cloudflare', id: value, certain: true } : undefined;
  if (
    /^(?:fireworks(?:_ai|-ai)?\/)?accounts\/[\w-]+\/(?:models|deployedModels|routers)\/[\w.@#-]+$/.test(value)
  )
    return { registry: 'fireworks', id: value, certain: true };
  const publisher = /^(?:projects\/[^/]+\/locations\/[^/]+\/)?(?=publishers\/[\w-]+\/models\/[\w.@-]+$)/.exec(
    value,
  );
  if (publisher !== null)
    return {
      registry: 'vertex',
      id: afterLast(value, '/models/'),
      certain: true,
      start: publisher[0].length,
    };
  if (
    /^(?:models|tunedModels)\/(?:gemini|gemma|text-embedding|embedding|imagen|veo|learnlm|aqa|text-bison|chat-bison)[\w.@-]*$/.test(
      value,
    )
  )
    return { registry: 'google', id: afterLast(value, '/'), certain: true };
  if (/^(?:docker\.io\/|index\.docker\.io\/)?ai\/[a-z0-9][\w.-]*(?::[\w.-]+)?$/.test(value))
    return { registry: 'docker', id: value, certain: false };
  if (/^nvcr\.io\/nim\/[\w-]+\/[\w.-]+(?::[\w.-]+)?$/.test(value)) {
    const start = 'nvcr.io/nim/'.length;
    return { registry: 'nvidia', id: value.slice(start).split(':', 1)[0] ?? '', certain: true, start };
  }
  return undefined;
}

function rest(value: string, least: number): boolean {
  const parts = value.split('/');
  return parts.length > least && parts.every((part) => part !== '') && /^[@\w./-]+$/.test(value);
}

function afterLast(value: string, mark: string): string {
  return value.slice(value.lastIndexOf(mark) + mark.length);
}

/**
 * Splits a gateway's path: `provider/model`, `provider/owner/model`, `provider:model`, `provider::model`. The model keeps its own
 * slashes and colons. `undefined` when the text before is no provider.
 */
export function splitProvider(
  value: string,
):
  | { readonly prefix: string; readonly registry: Registry; readonly rest: string; readonly at: number }
  | undefined {
  const mark = value.search(/[/:]/);
  if (mark <= 0) return undefined;
  const registry = providerRegistry(value.slice(0, mark));
  if (registry === undefined) return undefined;
  const rest = value.startsWith('::', mark) ? value.slice(mark + 2) : value.slice(mark + 1);
  return rest === ''
    ? undefined
    : { prefix: value.slice(0, mark), registry, rest, at: value.length - rest.length };
}
