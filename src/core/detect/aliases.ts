import { keyWords } from './signatures/keys';
import type { Site } from './site';

/** How far behind a name its entry is looked at for what is served under it. */
const REACH = 600;
/** Where an entry ends: the next element, document or name. */
const NEXT_ENTRY = /\n(?:---|[ \t]*-[ \t]|[ \t]*(?:model_)?name:)/;
/** What is served under the name: LocalAI's and LiteLLM's settings of a model. */
const SERVED = /\n[ \t]*(?:litellm_params:|parameters:[ \t]*\n[ \t]+(?:\w+:[^\n]*\n[ \t]+)*model:)/;

/**
 * Whether a name is one that a server of the project's own gives its model, whatever else has that name: it is given
 * by the server's settings, or asked (`isAsked`) of a server on this machine.
 */
export function isServedName(
  text: string,
  { at, site, isAsked }: { readonly at: number; readonly site: Site; readonly isAsked: boolean },
): boolean {
  if (site.lexical !== 'string' && site.lexical !== 'bare') return false;
  const words = keyWords(site.key);
  if (words.includes('served')) return true;
  if (isAsked && words.includes('model')) return true;
  return (
    (site.key === 'name' || site.key === 'model_name') &&
    site.where === 'config' &&
    SERVED.test(entryFrom(text, at))
  );
}

function entryFrom(text: string, at: number): string {
  const ahead = text.slice(at, at + REACH);
  const end = ahead.search(NEXT_ENTRY);
  return end < 0 ? ahead : ahead.slice(0, end);
}
