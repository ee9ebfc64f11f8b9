import { after, before, startsWith, type Candidate, type SpellingRule } from '../spelling/rule';

const HOSTS = [
  'https://huggingface.co/',
  'http://huggingface.co/',
  'https://www.huggingface.co/',
  'https://hf.co/',
  'http://hf.co/',
  'huggingface.co/',
  'hf.co/',
  'hf://',
  'hf-hub:',
  'hf_hub:',
  'huggingface/',
  'hf/',
];
const FOLDERS = ['models/', 'api/models/', 'datasets/', 'spaces/'];

/**
 * The Hub's ids as links, `hf://` paths, pins and cache folders: `https://huggingface.co/owner/name/tree/main`,
 * `hf://owner/name@sha`, `models--owner--name`, `owner/name:tag`. A publisher's model is known by the words of its
 * name, with its owner (`meta-llama/llama-3-3-70b-instruct`) or without. Data sets and spaces are not models and give
 * nothing.
 */
export const hubSpelling: SpellingRule = (spelling) => {
  const path = after(spelling, HOSTS) ?? spelling;
  const cached = after(path, ['models--']);
  const rest = cached === undefined ? (after(path, FOLDERS) ?? path) : cached.replace('--', '/');
  if (startsWith(path, 'datasets/') || startsWith(path, 'spaces/')) return [];
  const [owner = '', name = ''] = before(rest, '?#').split('/', 2);
  const id = before(name === '' ? owner : `${owner}/${name}`, '@:');
  if (id === '') return [];
  const own: readonly Candidate[] = id === spelling ? [] : [{ registry: 'huggingface', spelling: id }];
  const slash = id.indexOf('/');
  return [...own, slash < 0 ? { name: id } : { vendor: id.slice(0, slash), name: id.slice(slash + 1) }];
};
