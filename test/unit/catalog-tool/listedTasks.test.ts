import { describe, expect, it } from 'vitest';
import { withListedTask } from '../../../src/catalog-tool/listedTasks';
import type { NamedSource } from '../../../src/catalog-tool/namedSources';
import { modelRecord } from '../../support/catalog';

const list = (task?: string): NamedSource => ({
  title: 'A list',
  url: null,
  license: null,
  date: '2026-08-19',
  kind: 'list',
  ...(task !== undefined && { task }),
});
const SOURCES = {
  leaderboard: list('text-generation'),
  embeddings: list('feature-extraction'),
  gallery: list(),
};
const from = (...keys: string[]) =>
  keys.map((source) => ({ source, date: '2026-08-19', facts: ['license'], confidence: 'high' as const }));

describe('the task that lists tell', () => {
  it('is that of a list whose models all have one, with the list as its source', () => {
    const model = withListedTask(
      modelRecord('acme/mind-7b', { sources: from('gallery', 'leaderboard') }),
      SOURCES,
    );
    expect(model.task).toBe('text-generation');
    expect(model.sources.at(-1)).toEqual({
      source: 'leaderboard',
      date: '2026-08-19',
      facts: ['task'],
      confidence: 'low',
    });
  });

  it.each([
    ['the record states its own', 'acme/mind-7b', { task: 'summarization' }, ['leaderboard']],
    ['it takes more than text', 'acme/mind-7b', { multimodal: true }, ['leaderboard']],
    ['lists disagree', 'acme/mind-7b', {}, ['leaderboard', 'embeddings']],
    ['no list of one task has it', 'acme/mind-7b', {}, ['gallery']],
    ['its name says another', 'acme/mind-vision-7b', {}, ['leaderboard']],
    ['its name says another kind of comparison', 'acme/mind-reranker', {}, ['embeddings']],
  ])('is not told where %s', (_, id, facts, keys) => {
    const model = modelRecord(id, { ...facts, sources: from(...keys) });
    expect(withListedTask(model, SOURCES)).toBe(model);
  });
});
