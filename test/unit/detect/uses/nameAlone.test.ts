import { describe, expect, it } from 'vitest';
import {
  isNamedAlone,
  isToldByServer,
  isToldBySpelling,
  namedByProvider,
  namedBySetting,
  nothingMore,
  spelledAlone,
  spelledAs,
} from '../../../../src/core/detect/uses/nameAlone';
import { message } from '../../../../src/core/message';

const other = message('it stands in a comment');

describe('a name that stands for itself', () => {
  it.each([
    ['its spelling', spelledAs('local')],
    ['nothing but its spelling', spelledAlone('openai')],
    ['the setting it is of', namedBySetting('primary_model')],
    ['the want of anything else', nothingMore()],
  ])('is told by %s, where that is the first reason', (_, why) => {
    expect(isNamedAlone([why, other])).toBe(true);
    expect(isNamedAlone([other, why])).toBe(false);
  });

  it('is none where no reason is given', () => {
    expect(isNamedAlone([])).toBe(false);
  });
});

it('a spelling is one of any registry', () => {
  expect(isToldBySpelling([spelledAs('huggingface')])).toBe(true);
  expect(isToldBySpelling([spelledAlone('openai')])).toBe(true);
  expect(isToldBySpelling([namedBySetting('model')])).toBe(false);
});

it.each([
  ['lm_studio', true],
  ['LM_STUDIO_HOST', true],
  ['ollama', true],
  ['transformers', false],
  ['janitor', false],
])('a server of its user is told by its name: %s', (said, is) => {
  expect(isToldByServer([namedByProvider(said)])).toBe(is);
  expect(isToldByServer([other, namedByProvider(said)])).toBe(false);
});
