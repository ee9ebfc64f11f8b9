import type { Registry } from '../../vocabulary';
import { PREFIXES } from '../tables';

/**
 * `provider/model` and `provider:model`, which LiteLLM, LangChain's `init_chat_model` and others write: the
 * provider's registry and the model's name there. `undefined` when the text before the separator is no provider.
 */
export function litellm(
  spelling: string,
): { readonly registry: Registry; readonly spelling: string } | undefined {
  const at = separator(spelling);
  if (at <= 0) return undefined;
  const registry = PREFIXES.get(spelling.slice(0, at).toLowerCase());
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
