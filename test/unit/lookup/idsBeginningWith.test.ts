import { describe, expect, it } from 'vitest';
import { idsBeginningWith } from '../../../src/core/lookup/idsBeginningWith';
import type { Registry } from '../../../src/core/vocabulary';
import { hostRecord, service } from '../../support/hosts';
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

  it('are those that the place understands: of its registry and its host, which has not ended them', () => {
    const models = [
      modelRecord('Acme/Kestrel-7B', { aliases: ['openrouter:acme/kestrel-7b'] }),
      modelRecord('acme/kestrel-api', {}, 'openrouter'),
    ];
    const openrouter = hostRecord('openrouter', {
      names: [
        service('acme/kestrel-new'),
        service('acme/kestrel-old', { status: 'retired', endsOn: '2026-01-01' }),
      ],
    });
    const hosted = testCatalog(models, [openrouter]);
    const at = (registry: Registry, today = '2026-11-30') =>
      idsBeginningWith(hosted, 'acme/', 10, { id: 'acme/', registry, host: 'openrouter', today }).map(
        ({ spelling }) => spelling,
      );
    expect(at('openrouter')).toEqual(['acme/kestrel-7b', 'acme/kestrel-api', 'acme/kestrel-new']);
    expect(at('openrouter', '2025-12-31')).toContain('acme/kestrel-old');
    expect(at('huggingface')).toEqual(['Acme/Kestrel-7B', 'acme/kestrel-new']);
    expect(at('other')).toHaveLength(3);
  });
});
