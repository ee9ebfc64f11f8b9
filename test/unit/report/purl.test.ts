import { describe, expect, it } from 'vitest';
import { weightsDigest } from '../../../src/core/report/purl';

const digest = (letter: string): string => `sha256:${letter.repeat(64)}`;

describe('the digest of weights', () => {
  it.each<readonly [string, readonly (readonly [string, string | null])[], string | undefined]>([
    ['where one file has one', [['local', digest('a')]], 'a'.repeat(64)],
    [
      'where others have none',
      [
        ['huggingface', digest('a')],
        ['huggingface', null],
      ],
      'a'.repeat(64),
    ],
    [
      'where two differ',
      [
        ['local', digest('a')],
        ['local', digest('b')],
      ],
      undefined,
    ],
    ['where it is that of a manifest', [['ollama', digest('a')]], undefined],
    ['where the revision is a commit', [['huggingface', 'a'.repeat(40)]], undefined],
  ])('is known %s', (_, places, expected) => {
    expect(weightsDigest(places.map(([registry, revision]) => ({ registry, revision })))).toBe(expected);
  });
});
