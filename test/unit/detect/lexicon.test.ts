import { describe, expect, it } from 'vitest';
import { lexiconOf } from '../../../src/core/detect/lexicon';
import { CATALOG } from './marked';

const lexicon = lexiconOf(CATALOG);

describe('a word that speaks for a model', () => {
  it.each([
    // What the catalog lists, by itself.
    ['gpt2', true],
    ['naver/splade-cocondenser-ensembledistil', true],
    ['faces_r50.onnx', true],
    ['models/faces_r50.onnx?download=1', true],
    ['faces_r51.onnx', false],
    // Parts of addresses, lists, templates and paths.
    ['https://acme.dev', true],
    ['a,b', true],
    ['{x}', true],
    ['acme.co', true],
    ['x/models/y', true],
    ['a?model=b', true],
    ['@cf/x', true],
    ['x@cf', false],
    ['x/resolve/y', true],
    ['acme-x/th.ing/tree/', true],
    ['acme/thing/tree', false],
    ['acme/thing//x', false],
    ['x acme/thing', false],
    // Files.
    ['thing-7b.Q4_K_M.gguf', true],
    ['thing.py', false],
    ['./thing-7b', false],
    ['/thing-7b', false],
    ['~/thing-7b', false],
    ['./thing-7b.Q4_K_M.gguf', true],
    ['en_core_web_sm-3.7.0.whl', true],
    ['en_core_web_sm-3.7.0.tar.gz', true],
    ['acme_core-3.7.0.whl', false],
    ['acme/gpt-4o', true],
    ['acme/table', false],
    // Forms of services and libraries.
    ['gpt-4o', true],
    ['anthropic.claude-v2', true],
    ['acme.table', false],
    ['en_core_web_sm', true],
    ['en_web_sm', false],
    ['huggingface-llm-mistral-7b', true],
    ['llama3:8b', true],
    ['Llama-3.1-8B-Instruct-q4f16_1-MLC', true],
    ['spacy-model-en', true],
    ['vosk-model-small', true],
    ['spacy_model_en', false],
    // Parts of names.
    ['thing-7b', true],
    ['llama-x', true],
    ['thing', false],
    ['thing-x', false],
    ['readme', false],
    [`${'x'.repeat(200)}-7b`, true],
    [`thing-7b-${'x'.repeat(200)}`, false],
  ])('%s: %s', (word, expected) => expect(lexicon.mayBeName(word)).toBe(expected));
});

describe('a file that the catalog lists', () => {
  it.each([
    ['faces_r50.onnx', { start: 0, end: 14 }],
    ['a/b/faces_r50.onnx', { start: 4, end: 18 }],
    ['a\\faces_r50.onnx', { start: 2, end: 16 }],
    ['a/faces_r50.onnx?x=/y', { start: 2, end: 16 }],
    ['a/faces_r50.onnx#x', { start: 2, end: 16 }],
    ['faces_r50.txt', undefined],
    ['other.onnx', undefined],
  ])('%s: %j', (path, expected) => expect(lexicon.listedFile(path)).toEqual(expected));
});

describe('what the catalog says of a word', () => {
  it('is known where it is written, with or without its registry', () => {
    expect(lexicon.knows('gpt-4o')).toBe(true);
    expect(lexicon.knows('gpt-4o', 'openai')).toBe(true);
    expect(lexicon.knows('gpt-4o', 'huggingface')).toBe(false);
    expect(lexicon.knows('gpt2', 'huggingface')).toBe(true);
    expect(lexicon.knows('gpt2')).toBe(true);
    expect(lexicon.knows('nothing')).toBe(false);
  });

  it('knows owners of organizations', () => {
    expect(lexicon.knowsOwner('meta-llama')).toBe(true);
    expect(lexicon.knowsOwner('acme')).toBe(false);
  });
});
