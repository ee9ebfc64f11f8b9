import { describe, expect, it } from 'vitest';
import {
  hasFileEnding,
  hasNameMarks,
  hubId,
  isBareHubName,
  isOfData,
  isPathLike,
  isPlaceholder,
} from '../../../../src/core/registries/names/hubId';

const split = (words: string): readonly string[] => words.split(' ');
const idOf = (text: string) => hubId(text) ?? { owner: '', name: '' };

describe("the form of the Hub's ids", () => {
  it.each(split(`acme/thing acme/Thing-7b_v1.5 a1/b2 ${'a'.repeat(96)}/b 0x/thing`))('has %s', (text) =>
    expect(hubId(text)).toEqual({ owner: text.split('/')[0], name: text.split('/')[1] }),
  );

  it.each([
    ...split(
      `thing /thing acme/ acme/a/b acme/a--b acme/a..b acme/-a acme/a- acme/.a acme/a. -acme/a 1/a a/1`,
    ),
    ...split(`${'a'.repeat(97)}/b a/${'b'.repeat(97)} acme/thïng acme/a+b`),
    'acme/a b',
    '',
  ])('has not %s', (text) => expect(hubId(text)).toBeUndefined());

  it.each([
    ['gpt2', true],
    ['ab', false],
    ['a--b', false],
    ['acme/thing', false],
  ])('has a name alone or not: %s, %s', (text, is) => expect(isBareHubName(text)).toBe(is));
});

describe('what merely looks like an id', () => {
  it.each(
    split(
      'models/thing Output/thing image/png github.com/acme k8s.io/thing acme-examples/thing my_tests/thing ' +
        'Microsoft.Storage/accounts chat/completions acme/thing.py acme/README.md acme/model.gguf',
    ),
  )('is a path: %s', (text) => expect(isPathLike(idOf(text))).toBe(true));

  it.each(
    split('acme/thing modelscope/thing examples-acme/thing acme/thing.v2 microsoft/phi-4 acme.labs/thing'),
  )('is no path: %s', (text) => expect(isPathLike(idOf(text))).toBe(false));

  it.each(
    split('acme/sft-mixture acme/my_dataset acme/some-datasets acme/code-corpus acme/human-preferences'),
  )('is a set of data: %s', (text) => expect(isOfData(idOf(text))).toBe(true));

  it.each(split('acme/mixture acme/dataset-embedder acme/corpus7b'))('is no set of data: %s', (text) =>
    expect(isOfData(idOf(text))).toBe(false),
  );
});

describe('what stands for a name', () => {
  it.each(
    split(
      'your-org/model acme/your-model my-org/thing acme/my-model <owner>/<name> acme/{name} acme/* acme/... ' +
        'CHAT_MODEL EMBEDDING_MODEL_NAME foo/bar acme/xxx acme/XXXX todo/x some-user/x test-org/x foo:latest ' +
        'placeholder acme/TODO nonexistent-model acme/does-not-exist openai/non-existent-7b invalid-model',
    ),
  )('is %s', (text) => expect(isPlaceholder(text)).toBe(true));

  it.each(
    split(
      'acme/thing acme/mythos acme/existential-7b acme/yourself-7b CHAT model MODEL acme/some-7b myorgx/thing food/thing',
    ),
  )('is not %s', (text) => expect(isPlaceholder(text)).toBe(false));
});

describe('the ending of a file', () => {
  it.each(split('a.py a.PY a.b.json thing.safetensors'))('has %s', (name) =>
    expect(hasFileEnding(name)).toBe(true),
  );
  it.each(split('a .py thing-v1.5 a.7b py'))('has not %s', (name) => expect(hasFileEnding(name)).toBe(false));
});

it.each([
  ['thing7', true],
  ['Thing', true],
  ['some-thing', true],
  ['thing', false],
  ['some_thing', false],
])('%s has marks of a name: %s', (name, has) => expect(hasNameMarks(name)).toBe(has));
