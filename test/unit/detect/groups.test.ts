import { describe, expect, it } from 'vitest';
import { Groups, isArchitectureName } from '../../../src/core/detect/groups';
import type { Site } from '../../../src/core/detect/site';

const site = (group: number): Site => ({ lexical: 'string', where: 'code', key: '', parents: [], group });
const range = (start: number) => ({ start, end: start + 1 });

describe('the name of an architecture', () => {
  it.each(['qwen2_vl', 'gemma3_text', 'llama_moe'])('is %s', (name) =>
    expect(isArchitectureName(name)).toBe(true),
  );
  it.each([
    'qwen2-vl',
    'qwen2',
    'Qwen2_VL',
    'qwen2_7b',
    'some_words',
    '2_qwen',
    'qwen_patch14',
    `qwen_${'a'.repeat(60)}`,
  ])('is not %s', (name) => expect(isArchitectureName(name)).toBe(false));
});

describe('the elements of a list', () => {
  it('wait for what is found beside them', () => {
    const groups = new Groups();
    groups.wait({ range: range(1), site: site(1) });
    groups.wait({ range: range(2), site: site(1) });
    groups.wait({ range: range(3), site: site(2) });
    groups.add(1, 9);
    groups.add(1, 9);
    expect(
      [...groups.toSettle()].map(({ words, beside }) => [words.map((word) => word.range.start), beside]),
    ).toEqual([
      [[1, 2], [9]],
      [[3], []],
    ]);
  });

  it('are no names in a list of architectures', () => {
    const groups = new Groups();
    groups.wait({ range: range(1), site: site(1) });
    groups.add(1, 9);
    groups.add(2, 5);
    groups.holdsArchitectures(1);
    expect([...groups.toSettle()]).toEqual([]);
    expect(groups.amongArchitectures()).toEqual([9]);
  });
});
