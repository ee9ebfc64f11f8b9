import type { SpellingRule } from './rule';

const HOSTS = ['https://huggingface.co/', 'http://huggingface.co/', 'https://hf.co/', 'http://hf.co/', 'huggingface.co/', 'hf.co/', 'hf://', 'huggingface/', 'hf:'];
const PREFIXES = ['models/', 'models--', 'api/models/', 'api/resolve-cache/models/'];

/**
 * The Hub's ids as links, `hf://` paths, pins and cache folders: `https://huggingface.co/owner/name/tree/main`,
 * `hf://owner/name@sha`, `models--owner--name`. Data sets and spaces are not models and give nothing.
 */
export const hub: SpellingRule = (spelling) => {
  let rest = spelling;
  const host = HOSTS.find((prefix) => startsWith(rest, prefix));
  if (host !== undefined) rest = rest.slice(host.length);
  const prefix = PREFIXES.find((start) => startsWith(rest, start));
  if (prefix !== undefined) rest = rest.slice(prefix.length);
  if (prefix === 'models--') rest = rest.replace('--', '/');
  if (startsWith(rest, 'datasets/') || startsWith(rest, 'spaces/')) return [];
  const [owner = '', name = ''] = cut(rest, '?#').split('/', 2);
  const id = cut(name === '' ? owner : `${owner}/${name}`, '@:');
  return id === '' || id === spelling ? [] : [{ registry: 'huggingface', spelling: id }];
};

function startsWith(text: string, prefix: string): boolean {
  return text.slice(0, prefix.length).toLowerCase() === prefix;
}

/** The text before the first of these characters. */
function cut(text: string, stops: string): string {
  for (let at = 0; at < text.length; at++) if (stops.includes(text.charAt(at))) return text.slice(0, at);
  return text;
}
