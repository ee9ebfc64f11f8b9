import type { Registry } from '../../vocabulary';

/** Factories of the AI SDK and their like: `openai('gpt-4o')`, `groq.transcription('whisper-large-v3')`, `bedrock.embedding('…')`. */

const FACTORIES: Readonly<Record<string, Registry>> = {
  openai: 'openai',
  azure: 'azure',
  anthropic: 'anthropic',
  google: 'google',
  vertex: 'vertex',
  googleVertex: 'vertex',
  vertexAnthropic: 'vertex',
  mistral: 'mistral',
  cohere: 'cohere',
  groq: 'groq',
  xai: 'xai',
  bedrock: 'bedrock',
  amazonBedrock: 'bedrock',
  togetherai: 'together',
  together: 'together',
  fireworks: 'fireworks',
  deepseek: 'deepseek',
  perplexity: 'perplexity',
  replicate: 'replicate',
  openrouter: 'openrouter',
  gateway: 'other',
  ollama: 'ollama',
  cerebras: 'other',
  deepinfra: 'other',
  workersai: 'cloudflare',
  workersAI: 'cloudflare',
  createWorkersAI: 'cloudflare',
  huggingface: 'huggingface',
  alibaba: 'alibaba',
  moonshotai: 'moonshot',
  voyage: 'voyage',
  luma: 'other',
  fal: 'other',
  elevenlabs: 'other',
  deepgram: 'other',
  lmstudio: 'other',
  baseten: 'other',
  gladia: 'other',
  hume: 'other',
  lmnt: 'other',
  revai: 'other',
  assemblyai: 'other',
  blackForestLabs: 'other',
  provider: 'other',
  openaiCompatible: 'other',
  customProvider: 'other',
  prodia: 'other',
  bytedance: 'other',
  klingai: 'other',
  vercel: 'other',
  zhipu: 'zhipu',
};

/** What these factories make. */
const MAKES = new Set(
  (
    'chat completion responses embedding textEmbedding textEmbeddingModel embeddingModel image imageModel speech transcription languageModel chatModel completionModel reranking rerankingModel video messages ' +
    'generativeAI llm model chatCompletion interactions realtime'
  ).split(' '),
);

/** The registry whose factory is called, or `undefined`. */
export function providerOfCallee(callee: string): Registry | undefined {
  const parts = callee.split('.');
  const made = parts.length > 1 && MAKES.has(parts[parts.length - 1] ?? '');
  const name = parts[parts.length - (made ? 2 : 1)] ?? '';
  if (parts.length > (made ? 2 : 1) && !['this', 'providers', 'self', 'ai'].includes(parts[0] ?? ''))
    return undefined;
  return Object.hasOwn(FACTORIES, name) ? FACTORIES[name] : undefined;
}

/** Services of speech whose models have ordinary words for names: `lmnt.speech('aurora')`, `deepgram.transcription('nova')`. */
const SPEECH = /^(?:lmnt|hume|deepgram|elevenlabs|gladia|revai|assemblyai)\.(?:speech|transcription)$/;

/** Whether what a factory of this name gets first can only be the name of a model, whatever it looks like. */
export function makesSpeech(callee: string): boolean {
  return SPEECH.test(callee);
}
