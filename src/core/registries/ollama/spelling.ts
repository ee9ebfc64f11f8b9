import { hubSpelling } from '../huggingface/spelling';
import { isQuant } from '../spelling/repack';
import { after, startsWith, type Candidate, type SpellingRule } from '../spelling/rule';

/**
 * Ollama: `name[:tag]` of its library, `user/name[:tag]`, `hf.co/owner/name[:quant]`. A tag is a size with, behind
 * dashes, a variant and a quantization: `8b-instruct-q4_K_M`. The same model answers under all of its quantizations,
 * and every tag under a family that has one record for all its sizes.
 */
export const ollamaSpelling: SpellingRule = (spelling) => {
  const path =
    after(spelling, [
      'ollama/',
      'ollama_chat/',
      'registry.ollama.ai/library/',
      'registry.ollama.ai/',
      'library/',
      'https://ollama.com/library/',
    ]) ?? spelling;
  if (startsWith(path, 'hf.co/') || startsWith(path, 'huggingface.co/')) return hubSpelling(path);
  const colon = path.indexOf(':');
  const name = colon < 0 ? path : path.slice(0, colon);
  const tag = colon < 0 ? '' : withoutSource(path.slice(colon + 1));
  return [
    ...tags(tag).map(
      (form): Candidate => ({ registry: 'ollama', spelling: form === '' ? name : `${name}:${form}` }),
    ),
    ...byName(name, tag),
    { registry: 'ollama', spelling: name, own: true },
  ];
};

/** A tag without where Ollama is to run the model: `20b` of `gpt-oss:20b:cloud` (its `modelref`). */
export function withoutSource(tag: string): string {
  return tag.replace(/(?<=.):(?:cloud|local)$/i, '');
}

/**
 * The tag with ever less at its end: `8b-instruct-q4_K_M`, `8b-instruct`, `8b`. Only a tag that names no size stands
 * for the whole library entry.
 */
function tags(tag: string): readonly string[] {
  const forms = [tag];
  let rest = tag;
  for (let dash = rest.lastIndexOf('-'); dash > 0; dash = rest.lastIndexOf('-')) {
    rest = rest.slice(0, dash);
    forms.push(rest);
  }
  const whole =
    ['', 'latest', 'cloud'].includes(rest.toLowerCase()) || isQuant(rest) || /^f?p?16$/i.test(rest);
  if (whole) forms.push('');
  return forms;
}

/** A library name that the catalog does not list may still be the Hub's own name of the model. */
function byName(name: string, tag: string): Candidate[] {
  const size = tag.split('-', 1)[0] ?? '';
  if (name.includes('/') || !/^\d/.test(size)) return [];
  return ['-instruct', '-it', '-chat', ''].map((ending) => ({ name: `${name}-${size}${ending}` }));
}
