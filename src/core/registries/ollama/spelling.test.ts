import { describe, expect, it } from 'vitest';
import { ollamaSpelling } from './spelling';

/** What is looked up for a spelling, in order; `!` marks the name of the entry itself. */
const said = (spelling: string): string =>
  ollamaSpelling(spelling)
    .map((one) => {
      if (!('registry' in one)) return 'vendor' in one ? `${one.vendor}/${one.name}` : one.name;
      return `${one.registry}:${one.spelling}${'own' in one ? '!' : ''}`;
    })
    .join(' ');

describe('a name of Ollama', () => {
  it.each([
    ['llama3.2', 'ollama:llama3.2 ollama:llama3.2 ollama:llama3.2!'],
    ['llama3.2:latest', 'ollama:llama3.2:latest ollama:llama3.2 ollama:llama3.2!'],
    [
      'llama3.1:8b',
      'ollama:llama3.1:8b llama3.1-8b-instruct llama3.1-8b-it llama3.1-8b-chat llama3.1-8b ollama:llama3.1!',
    ],
    [
      'a:8b-instruct-q4_K_M',
      'ollama:a:8b-instruct-q4_K_M ollama:a:8b-instruct ollama:a:8b a-8b-instruct a-8b-it a-8b-chat a-8b ollama:a!',
    ],
    [
      'ollama/llama3.1:8b',
      'ollama:llama3.1:8b llama3.1-8b-instruct llama3.1-8b-it llama3.1-8b-chat llama3.1-8b ollama:llama3.1!',
    ],
    ['library/llama3.1', 'ollama:llama3.1 ollama:llama3.1 ollama:llama3.1!'],
    ['acme/llama3.1:8b', 'ollama:acme/llama3.1:8b ollama:acme/llama3.1!'],
    [
      'gpt-oss:20b:cloud',
      'ollama:gpt-oss:20b gpt-oss-20b-instruct gpt-oss-20b-it gpt-oss-20b-chat gpt-oss-20b ollama:gpt-oss!',
    ],
    ['house:cloud', 'ollama:house:cloud ollama:house ollama:house!'],
    ['house:q4_0', 'ollama:house:q4_0 ollama:house ollama:house!'],
    ['house:fp16', 'ollama:house:fp16 ollama:house ollama:house!'],
    ['house:f16', 'ollama:house:f16 ollama:house ollama:house!'],
    ['house:x16', 'ollama:house:x16 ollama:house!'],
    ['house:fp16x', 'ollama:house:fp16x ollama:house!'],
    ['house:large', 'ollama:house:large ollama:house!'],
    ['house:x8b', 'ollama:house:x8b ollama:house!'],
    ['hf.co/acme/thing:Q4', 'huggingface:acme/thing acme/thing'],
    ['house:-x', 'ollama:house:-x ollama:house!'],
  ])('%s is looked up as %s', (spelling, candidates) => expect(said(spelling)).toBe(candidates));
});
