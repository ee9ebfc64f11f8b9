import { FACTORIES, SPEECH_FACTORIES } from '../../registries/tables';
import type { Registry } from '../../vocabulary';

/**
 * Factories of the AI SDK and their like: `openai('gpt-4o')`, `groq.transcription('whisper-large-v3')`,
 * `bedrock.embedding('…')`.
 */

/** What these factories make. */
const MAKES = new Set(
  (
    'chat completion responses embedding textEmbedding textEmbeddingModel embeddingModel image ' +
    'imageModel speech transcription languageModel chatModel completionModel reranking ' +
    'rerankingModel video messages ' +
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
  return FACTORIES.get(name);
}

/**
 * Whether what a call gets first can only be the name of a model, whatever it looks like: `lmnt.speech('aurora')`,
 * `deepgram.transcription('nova')`.
 */
export function makesSpeech(callee: string): boolean {
  const [name = '', made = '', more] = callee.split('.', 3);
  return more === undefined && SPEECH_FACTORIES.has(name) && (made === 'speech' || made === 'transcription');
}
