import { describe, expect, it } from 'vitest';
import { idsBeginningWith } from '../../../src/core/lookup/idsBeginningWith';
import { modelRecord, testCatalog } from '../../support/catalog';

const catalog = testCatalog([
  modelRecord('Acme/Kestrel-7B', { aliases: ['ollama:kestrel:7b', 'huggingface:old/Kestrel'] }),
  modelRecord('kestrel-lab/other-1B'),
  modelRecord('zeta/Falcon-7B'),
]);

function names(start: string, limit = 10): readonly string[] {
  return idsBeginningWith(catalog, start, limit).map(({ spelling, registry }) => `${registry}:${spelling}`);
}

describe('ids that begin with a text', () => {
  it('are found by their beginning, also behind the owner, without case; whole beginnings come first', () => {
    expect(names('KESTREL')).toEqual([
      'ollama:kestrel:7b',
      'huggingface:kestrel-lab/other-1B',
      'huggingface:old/Kestrel',
      'huggingface:Acme/Kestrel-7B',
    ]);
    expect(names('acme/k')).toEqual(['huggingface:Acme/Kestrel-7B']);
  });

  it('are none for an empty text or one that only stands inside of them', () => {
    expect(names('')).toEqual([]);
    expect(names('alcon')).toEqual([]);
  });

  it('are no more than asked for', () => {
    expect(names('kestrel', 2)).toHaveLength(2);
  });
});
