import { describe, expect, it } from 'vitest';
import { Brackets } from '../../../src/core/detect/brackets';
import { isCatalog } from '../../../src/core/detect/offers';
import { detect } from './marked';

const told = '  description: |\n    Writes text.\n  license: apache-2.0\n  tags:\n    - llm\n';
const files =
  '  files:\n    - filename: a.gguf\n      uri: huggingface://Qwen/Qwen2.5-7B-Instruct-GGUF/a.gguf\n';
const item = (at: number): string => `- name: model-${at}\n${told}${files}`;
const catalog = (count: number): string => Array.from({ length: count }, (_, at) => item(at)).join('');

/** What an editor reads of an extension: many commands with pictures, many settings with words. */
const MANIFEST = JSON.stringify({
  commands: Array.from({ length: 30 }, () => ({ command: 'a', icon: 'b' })),
  properties: Object.fromEntries(
    Array.from({ length: 30 }, (_, at) => [`a.model${at}`, { default: 'qwen3:4b', description: 'b' }]),
  ),
});

describe('a catalog of models', () => {
  it.each([
    ['a list with words for people', catalog(20), true],
    ['a list below a key', `models:\n${catalog(20).replace(/^/gm, '  ')}`, true],
    [
      'a list whose items inherit their words',
      `${item(0)}${'- !!merge <<: *first\n  name: a\n'.repeat(20)}`,
      true,
    ],
    ['a short one', catalog(19), false],
    ['a list of what to run', '- name: a\n  model: Qwen/Qwen2.5-7B-Instruct\n'.repeat(30), false],
    ['a list with one word for people', '- name: a\n  description: Writes text.\n'.repeat(30), false],
    ['JSON', JSON.stringify(Array.from({ length: 20 }, () => ({ description: 'a', tags: [] }))), true],
    [
      'JSON with the words or the marks in a block of an item',
      JSON.stringify(Array.from({ length: 20 }, () => ({ about: { summary: 'a' }, meta: { tags: [] } }))),
      true,
    ],
    ['a manifest', MANIFEST, false],
    ['JSON without words for people', JSON.stringify(Array.from({ length: 20 }, () => ({ id: 'a' }))), false],
  ])('%s', (_, text, expected) => expect(isCatalog(text, new Brackets(text))).toBe(expected));

  it('offers its models, and a configuration loads them', () => {
    const rolesOf = (text: string): readonly string[] => [
      ...new Set(detect(text, 'models/index.yaml').references.map(({ role }) => role)),
    ];
    expect(rolesOf(catalog(20))).toEqual(['lists']);
    expect(rolesOf(catalog(2))).toEqual(['loads']);
    expect(rolesOf(MANIFEST)).toEqual(['loads']);
  });
});
