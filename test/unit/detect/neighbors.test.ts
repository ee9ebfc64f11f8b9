import { describe, expect, it } from 'vitest';
import { mayBeSibling, Neighbors } from '../../../src/core/detect/neighbors';
import { detect } from './marked';

/** What the names that are found in a list make of a word of it. */
function matchOf(word: string, ...found: readonly string[]): string | undefined {
  const references = found.flatMap((text) => {
    const [name = '', registry = 'huggingface', evidence = 'family:'] = text.split(' ');
    const [one] = detect('AutoModel.from_pretrained("acme/thing-7b")', 'a.py').references;
    return one === undefined
      ? []
      : [{ ...one, text: name, registry: registry as 'openai', evidence: [evidence] }];
  });
  const match = new Neighbors(references, (name) => (LISTED.has(name) ? 'alibaba' : undefined)).matchOf(word);
  return match && `${match.registry} ${word.slice(match.start, match.end)} ${match.id} ${match.evidence}`;
}

const LISTED = new Set(['wanx-v1', 'wanx']);
const ID = ['acme/one-7b', 'acme/two-7b'];

describe('a word among names', () => {
  it.each([
    ['acme/three', ID, 'huggingface acme/three acme/three siblings'],
    ['acme/three', ['acme/one-7b'], undefined],
    ['acme/three', ['acme/one-7b', 'one-7b'], undefined],
    ['acme/three', ['a/b ollama', 'c/d ollama'], undefined],
    ['gpt-4o', ['gpt-4.1 openai'], 'openai gpt-4o gpt-4o siblings'],
    ['gpt-4o', ['llama3 ollama'], 'openai gpt-4o gpt-4o siblings'],
    ['gpt-4o', ID, undefined],
    ['gpt-4o', [], undefined],
    ['mistral', ['llama3 ollama', 'gemma2 ollama'], 'ollama mistral mistral siblings'],
    ['mistral', ['llama3 ollama'], undefined],
    ['table', ['llama3 ollama', 'gemma2 ollama'], undefined],
    [
      'stable-diffusion-v1',
      ['stable-diffusion-xl other'],
      'other stable-diffusion-v1 stable-diffusion-v1 siblings',
    ],
    [
      'stable-diffusion-v1',
      ['stable-diffusion-xl other', 'stable-diffusion-x stability'],
      'other stable-diffusion-v1 stable-diffusion-v1 siblings',
    ],
    ['stable-cascade-v1', ['stable-diffusion-xl other'], undefined],
    ['thing', ID, undefined],
    ['wanx-v1', ['gpt-4.1 openai', 'dall-e-3 openai'], 'alibaba wanx-v1 wanx-v1 siblings'],
    ['wanx-v1', ['gpt-4.1 openai', 'llama3 ollama'], undefined],
    ['wanx-v1', ID, undefined],
    ['wanx', ['gpt-4.1 openai', 'dall-e-3 openai'], undefined],
    ['wanx-v2', ['gpt-4.1 openai', 'dall-e-3 openai'], undefined],
    [
      'thing-7b.safetensors',
      ['https://hf.co/acme/x huggingface url:hub'],
      'local thing-7b.safetensors thing-7b.safetensors siblings',
    ],
    [
      'a/thing-7b.safetensors',
      ['https://hf.co/acme/x huggingface url:hub'],
      'local thing-7b.safetensors thing-7b.safetensors siblings',
    ],
    ['thing-7b.safetensors', ID, undefined],
  ])('%s among %j is %s', (word, found, expected) => expect(matchOf(word, ...found)).toBe(expected));
});

describe('a word that its neighbors can make a name', () => {
  it.each([
    ['thing-7b.safetensors', true],
    ['thing-7b.gguf', true],
    ['x.txt', false],
    ['acme/three-3', true],
    ['acme/three', false],
    ['acme3/three', false],
    ['./three-3', false],
    ['your-org/model-3', false],
    ['acme/three/3', false],
    ['mistral', true],
    ['o3', true],
    ['stable-diffusion-v1', true],
    ['stable-diffusion-xl', false],
    ['red-table-v1', true],
    ['red-table', false],
    ['Red-table-v1', false],
    ['table', false],
  ])('%s: %s', (word, expected) => expect(mayBeSibling(word)).toBe(expected));
});
