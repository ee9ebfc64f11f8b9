import { describe, expect, it } from 'vitest';
import {
  isLibraryName,
  isLibraryWord,
  isModelTag,
  isOllamaLike,
  ollamaName,
} from '../../../../src/core/registries/names/ollama';

describe('a name and its tag', () => {
  it.each([
    ['llama3.1', 'llama3.1', ''],
    ['llama3.1:8b', 'llama3.1', '8b'],
    ['acme/thing:latest', 'acme/thing', 'latest'],
    ['Thing', 'Thing', ''],
  ])('%s', (value, name, tag) => expect(ollamaName(value)).toEqual({ name, tag }));

  it.each(['', ':8b', 'a:', 'a b', 'a/b/c', '-a', 'a:-b', 'a:b c', `a${'b'.repeat(80)}`])(
    'are none in %s',
    (value) => expect(ollamaName(value)).toBeUndefined(),
  );
});

describe('a tag of a model', () => {
  it.each([
    '8b',
    '1.5b',
    '8x7b',
    'a3b',
    'e4b',
    '270m',
    '8b-instruct-q4_0',
    'latest',
    'instruct',
    'q4_K_M',
    'fp16',
    'iq2',
    'v1.5',
    'cloud',
  ])('is %s', (tag) => expect(isModelTag(tag)).toBe(true));
  it.each(['alpine', '3', '3.19', 'bookworm', 'latestish', 'stable', '', 'nightly', '12345b'])(
    'is not %s',
    (tag) => expect(isModelTag(tag)).toBe(false),
  );
});

describe('a name that is certain by its form', () => {
  it.each([
    'llama3.1',
    'gemma2:9b',
    'qwen3',
    'qwen2.5-coder:7b',
    'mistral:latest',
    'stablelm2',
    'snowflake-arctic-embed:s',
  ])('is %s', (value) => expect(isOllamaLike(value)).toBe(true));
  it.each([
    'mistral',
    'Llama3.1',
    'acme/llama3.1',
    'redis:7',
    'python:3.12',
    'node:latest',
    'llama_3',
    'whisper:small',
    'mistral:s',
    'gpt4',
  ])('is not %s', (value) => expect(isOllamaLike(value)).toBe(false));
});

describe('a name of the library', () => {
  it.each(['all-minilm', 'mistral', 'llama3.2-vision', 'qwen2.5', 'gpt-oss'])('is %s', (name) =>
    expect(isLibraryName(name)).toBe(true),
  );
  it.each(['whisper', 'bert', 'gpt2', 'redis', 'claude', 'thing', 'llamafoo'])('is not %s', (name) =>
    expect(isLibraryName(name)).toBe(false),
  );

  it('may be a plain word', () => {
    expect(['mistral', 'llama3.1', 'redis'].map(isLibraryWord)).toEqual([true, false, false]);
  });
});
