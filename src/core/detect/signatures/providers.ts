import { FACTORIES, SPEECH_FACTORIES } from '../../registries/tables';
import { memoized } from '../../text/memo';
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
  return FACTORIES.get(factoryIn(callee) ?? '');
}

/** The factory that a call of this name may be one of, or be a part of: `groq.transcription`; else `undefined`. */
function factoryIn(callee: string): string | undefined {
  const parts = callee.split('.');
  const made = parts.length > 1 && MAKES.has(parts[parts.length - 1] ?? '');
  const name = parts[parts.length - (made ? 2 : 1)];
  const isPlain = parts.length <= (made ? 2 : 1);
  return isPlain || ['this', 'providers', 'self', 'ai'].includes(parts[0] ?? '') ? name : undefined;
}

/**
 * Whether a call may give the model of a name, which it gets first, if a client is called so, or what makes one:
 * `llm('…')`, `llm.chatModel('…')`, `get_chat('…')`; a class, or what gets weights by its name, may keep them itself.
 */
export function givesModel(callee: string): boolean {
  const name = factoryIn(callee);
  return name !== undefined && /^[a-z_$]/.test(name) && !GETS_WEIGHTS.test(name);
}
const GETS_WEIGHTS =
  /load|pull|fetch|prepare|convert|local|train|tokeni[sz]|pipeline|weight|serve|setup|init|infer|pretrained|quanti/i;

/**
 * Packages of the AI SDK for one provider each, of its own and of others:
 * https://ai-sdk.dev/providers/community-providers
 */
const PROVIDER_PACKAGE = new RegExp(
  String.raw`^@ai-sdk/(?!(?:react|vue|svelte|solid|angular|rsc|ui-utils|provider|provider-utils|mcp|langchain|` +
    String.raw`llamaindex|valibot|codemod|devtools|test-server|workflow)(?:/|$))[\w-]+|` +
    String.raw`(?:^|[/-])ai-(?:sdk-)?provider(?:-v\d)?(?:/|$)`,
);

/** Whether a module is a package of the AI SDK for the models of a provider. */
export const isProviderPackage: (module: string) => boolean = memoized((module) =>
  PROVIDER_PACKAGE.test(module),
);

/** Whether a call gets the name of a model first, whatever it looks like: that of a factory from such a package. */
export function makesModel(callee: string, module: string | undefined): boolean {
  const name = module !== undefined && isProviderPackage(module) ? factoryIn(callee) : undefined;
  return name !== undefined && !/^(?:[A-Z]|create[A-Z])/.test(name);
}

/**
 * Whether what a call gets first can only be the name of a model, whatever it looks like: `lmnt.speech('aurora')`,
 * `deepgram.transcription('nova')`.
 */
export function makesSpeech(callee: string): boolean {
  const [name = '', made = '', more] = callee.split('.', 3);
  return more === undefined && SPEECH_FACTORIES.has(name) && (made === 'speech' || made === 'transcription');
}
