import { describe, expect, it } from 'vitest';
import { searchModels, withoutTask } from '../../../src/core/lookup/searchModels';
import { builtCatalog } from '../../support/builtCatalog';

const found = (query: string): readonly string[] => searchModels(builtCatalog(), query).map(({ id }) => id);

describe('a search', () => {
  it('finds models by words of id, publisher, task and license, in any order and case', () => {
    expect(found('QWEN3-8b apache-2.0')).toContain('Qwen/Qwen3-8B');
    expect(found('mit feature-extraction')).toContain('BAAI/bge-base-en');
    expect(found('alibaba qwen3-8b')).toContain('Qwen/Qwen3-8B');
  });

  it('knows tasks by what people call them', () => {
    expect(found('embedding mit')).toEqual(
      expect.arrayContaining(['BAAI/bge-m3', 'intfloat/multilingual-e5-large']),
    );
    expect(found('transcription openai')).toContain('openai/whisper-tiny');
  });

  it('finds the models of a publisher that is named first, and copies and unknown publishers last', () => {
    const models = searchModels(builtCatalog(), 'mistral apache-2.0');
    const groups = models.map(({ publisher, copyOf }) =>
      publisher === null || copyOf !== null
        ? 3
        : publisher.startsWith('mistral')
          ? 0
          : publisher.includes('mistral')
            ? 1
            : 2,
    );
    expect(new Set(groups)).toEqual(new Set([0, 1, 2, 3]));
    expect(groups).toEqual([...groups].sort());
  });

  it('wants every word', () => {
    expect(found('Qwen/Qwen3-8B llama3.1')).toEqual([]);
    expect(found('no-such-word-at-all')).toEqual([]);
  });

  it('finds nothing without a word', () => {
    expect(found('  ')).toEqual([]);
  });

  it('takes a word once, however often it stands there', () => {
    expect(found('qwen3-8b '.repeat(200_000))).toEqual(found('qwen3-8b'));
  });
});

describe('a search by a task', () => {
  it('counts what it leaves out because no task is recorded', () => {
    expect(found('qwen3-8b text-generation')).not.toContain('Qwen/Qwen3-8B');
    const left = withoutTask(builtCatalog(), 'qwen3-8b text-generation');
    expect(left).toBeGreaterThan(0);
    expect(left).toBe(searchModels(builtCatalog(), 'qwen3-8b').filter(({ task }) => task === null).length);
    expect(withoutTask(builtCatalog(), 'Reranker apache-2.0')).toBeGreaterThan(0);
  });

  it('leaves nothing out where no task is asked for, or nothing else', () => {
    for (const query of ['qwen3-8b', 'text-generation', '', 'acme-unheard-of translation'])
      expect(withoutTask(builtCatalog(), query)).toBe(0);
  });
});
