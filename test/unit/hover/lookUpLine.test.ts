import { describe, expect, it } from 'vitest';
import { lookUpLine } from '../../../src/core/hover/lookUpLine';
import { lookUpNote } from '../../../src/core/hover/lookUpNote';
import type { Card } from '../../../src/core/hover/card';
import type { ResearchState } from '../../../src/core/lookup/research';
import { english, message } from '../../../src/core/message';

const NOW = Date.UTC(2026, 10, 24);
const written = (state: ResearchState | undefined): string | undefined => {
  const lookUp = lookUpNote(state, 'huggingface.co', NOW);
  return lookUpLine({ translate: english, ...(lookUp && { lookUp }) } as Card);
};
/** As a reader sees it, without what Markdown escapes. */
const line = (state: ResearchState | undefined): string | undefined => written(state)?.replaceAll('\\', '');

describe('what a card says of a look-up', () => {
  it.each<[string, ResearchState | undefined, string | undefined]>([
    ['only just asked for', undefined, '$(sync~spin) looking up on huggingface.co …'],
    ['under way', { kind: 'looking-up' }, '$(sync~spin) looking up on huggingface.co …'],
    [
      'paused',
      { kind: 'waiting', until: NOW + 41_200 },
      '$(sync~spin) huggingface.co asks for a pause: looking up in 42 s …',
    ],
    ['answered', { kind: 'answered' }, undefined],
    [
      'of a model that is not shown',
      { kind: 'absent', reason: message('the repository is gated') },
      '$(cloud) the repository is gated',
    ],
    [
      'that failed',
      { kind: 'failed', reason: message('the Hub answered with status {0}', 500) },
      '$(cloud) the Hub answered with status 500',
    ],
  ])('%s', (_name, state, expected) => expect(line(state)).toBe(expected));

  it('lets nothing in a reason act', () => {
    expect(written({ kind: 'failed', reason: message('{0}', '[x](command:y)') })).not.toContain('](command:');
  });
});
