import { perObject } from '../once';
import { splitProvider } from '../registries/names/providerPath';
import type { Knowledge } from './knowledge';

/** What stands before the path of LiteLLM that a client hands a name to: `litellm/anthropic/claude-opus-4-8`. */
const LIBRARY = 'litellm/';

/** The name behind that, where it has a provider of its own before it; else the name as it is. */
export function behindLibrary(value: string): string {
  const rest = value.startsWith(LIBRARY) ? value.slice(LIBRARY.length) : '';
  return splitProvider(rest) === undefined ? value : rest;
}

/** https://openai.github.io/openai-agents-python/models, by an import of it. */
const AGENTS_SDK = /(?:^|\n)[ \t]*from agents(?:\.\w{1,40}){0,5} import\b/;

const asksByLibrary = perObject(({ text }: Knowledge): boolean => AGENTS_SDK.test(text));

/**
 * The name that the library gets where it runs in the program, and asks the provider that the name begins with:
 * OpenAI's SDK for agents calls it so. Elsewhere the same word is mostly for a proxy, which may ask anybody.
 */
export function handedName(value: string, knowledge: Knowledge): string {
  return asksByLibrary(knowledge) ? behindLibrary(value) : value;
}
