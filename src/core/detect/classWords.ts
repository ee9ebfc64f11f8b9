import type { Hosts } from './host';
import { keyWords } from './signatures/keys';

/** Words of names of classes that say what is made. */
const MADE: ReadonlySet<string> = new Set(
  (
    'chat lm llm ai api model models endpoint endpoints embedding embeddings embedder client sync async ' +
    'generator inference maas lc gen streaming image images audio speech language moderation scoring options ' +
    'option config properties request params builder service provider adapter backend driver handler'
  ).split(' '),
);

/** The words of a class's name without those at its end that say what is made. */
function wordsOfClass(name: string): readonly string[] {
  const words = [...keyWords(name)];
  while (MADE.has(words.at(-1) ?? '')) words.pop();
  return words;
}

/** What a class for a provider is called, without the words that say what is made: `openrouter`. */
export function wordOfClass(name: string): string {
  return wordsOfClass(name).join('');
}

/** The provider that all words of a class's name tell which do not say what is made. */
export function hostOfClass(hosts: Hosts, name: string): string | undefined {
  const all = wordsOfClass(name);
  const words = all.filter((word) => !MADE.has(word));
  const host = hosts.ofProvider(all.join('')) ?? hosts.ofProvider(words.join(''));
  if (host !== undefined) return host;
  const told = new Set(words.map((word) => hosts.ofProvider(word)));
  const [only] = told;
  return told.size === 1 ? only : undefined;
}

/**
 * The same of the type of a node, such as `lmChatOpenRouter` and `azureChatOpenAI`: makers' names have a word of what
 * is made as well.
 */
export function hostOfNode(hosts: Hosts, type: string): string | undefined {
  const named = [...keyWords(type)].filter((word) => word === 'ai' || !MADE.has(word));
  return hosts.ofProvider(named.join('')) ?? hostOfClass(hosts, type);
}
