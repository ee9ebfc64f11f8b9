import { describe, expect, it } from 'vitest';
import { inferCopies } from '../../../src/catalog-tool/inferCopies';
import type { ModelRecord } from '../../../src/core/catalog/records';
import { modelRecord, ORGANIZATIONS } from '../../support/catalog';

const ORIGINAL = modelRecord('Qwen/Qwen3-8B', {
  license: 'apache-2.0',
  lineage: [{ model: 'Qwen/Qwen3-8B-Base', relation: 'finetune' }],
});

/** The record of a copy beside its original, after the inference. */
function inferred(
  id: string,
  facts: Parameters<typeof modelRecord>[1] = {},
  others: readonly ModelRecord[] = [],
): ModelRecord | undefined {
  return inferCopies(
    [modelRecord(id, { sources: [], ...facts }), ...others, ORIGINAL],
    ORGANIZATIONS,
    '2026-11-24',
  ).find((record) => record.id === id);
}

describe('copies among the records', () => {
  it('have the license of the original that their names tell', () => {
    expect(inferred('mlx-community/Qwen3-8B-4bit')).toMatchObject({
      copyOf: 'Qwen/Qwen3-8B',
      license: 'apache-2.0',
    });
  });

  it('have the license of the original that they state, whatever they are called', () => {
    expect(inferred('x/renamed', { copyOf: 'Qwen/Qwen3-8B' })).toMatchObject({ license: 'apache-2.0' });
  });

  it('of a mirror without a record are copies of what the mirror has the name of', () => {
    expect(inferred('mlx-community/Qwen3-8B-4bit', { copyOf: 'mlx-community/Qwen3-8B' })).toMatchObject({
      copyOf: 'Qwen/Qwen3-8B',
      license: 'apache-2.0',
    });
    expect(
      inferred('x/tuned', { lineage: [{ model: 'unsloth/Qwen3-8B', relation: 'finetune' }] })?.lineage,
    ).toEqual([{ model: 'Qwen/Qwen3-8B', relation: 'finetune' }]);
    expect(
      inferred('x/tuned', { lineage: [{ model: 'unsloth/Qwen3-8B', relation: 'finetune' }] }, [
        modelRecord('unsloth/Qwen3-8B'),
      ])?.lineage,
    ).toEqual([{ model: 'unsloth/Qwen3-8B', relation: 'finetune' }]);
  });

  it('of copies have what those have', () => {
    expect(
      inferred('y/again', { copyOf: 'x/renamed' }, [modelRecord('x/renamed', { copyOf: 'Qwen/Qwen3-8B' })])
        ?.license,
    ).toBe('apache-2.0');
  });

  it("are told by name where the card repeats the original's bases", () => {
    expect(
      inferred('x/Qwen3-8B-GGUF', { lineage: [{ model: 'Qwen/Qwen3-8B-Base', relation: 'finetune' }] })
        ?.copyOf,
    ).toBe('Qwen/Qwen3-8B');
  });

  it('are not told by name where the card states another base', () => {
    expect(
      inferred('x/Qwen3-8B-GGUF', { lineage: [{ model: 'x/Qwen3-8B-roleplay', relation: 'finetune' }] }),
    ).toMatchObject({ copyOf: null, license: null });
  });

  it('that lead back to themselves end', () => {
    expect(inferred('x/a', { copyOf: 'x/b' }, [modelRecord('x/b', { copyOf: 'x/a' })])?.license).toBeNull();
  });

  it('are models of the Hub', () => {
    const [ollama] = inferCopies(
      [modelRecord('unsloth/Qwen3-8B-GGUF', {}, 'ollama'), ORIGINAL],
      ORGANIZATIONS,
      '2026-11-24',
    );
    expect(ollama?.copyOf).toBeNull();
  });
});
