import { expect, it } from 'vitest';
import { decodeHost, encodeHost } from '../../../src/core/catalog/compiledHosts';
import { hostRecord, service } from '../../support/hosts';

it('gives back what was compiled, with every field of a name', () => {
  const host = hostRecord('mistral', {
    name: 'La Plateforme',
    operator: 'mistral-ai',
    terms: 'mistral-api-terms',
    endpoints: ['api.mistral.ai'],
    regions: { from: 'operator', places: { '*': 'EU' } },
    fallback: [{ prefix: 'mistral-', publisher: 'mistral-ai' }],
    names: [
      service('plain'),
      service('full', {
        aliases: ['other-name'],
        model: 'mistralai/Full',
        status: 'retired',
        endsOn: '2026-07-31',
        endsNotBefore: '2026-06-01',
        deprecatedOn: '2026-01-01',
        successor: 'plain',
        note: 'Takes other parameters',
        source: { url: 'https://example.org/other', read: '2026-10-01' },
      }),
      service('noted', {
        note: 'Only a note',
        source: { url: 'https://example.org/other', read: '2026-10-02' },
      }),
    ],
  });
  expect(decodeHost(JSON.parse(JSON.stringify(encodeHost(host))) as ReturnType<typeof encodeHost>)).toEqual(
    host,
  );
});

it('says of each name that states no model which it leads to, where that was compiled', () => {
  const host = hostRecord('mistral', {
    names: [
      service('plain'),
      service('stated', { model: 'mistralai/Stated' }),
      service('led', { aliases: ['last', 'led-2'] }),
      service('last'),
    ],
  });
  const led = decodeHost(
    encodeHost(host, (id) => (id === 'plain' || id === 'last' ? null : `mistralai/${id}`)),
  );
  expect(led.names.map(({ leadsTo }) => leadsTo)).toEqual([null, null, 'mistralai/led', null]);
  expect(led.names.map(({ aliasesLeadTo }) => aliasesLeadTo)).toEqual([
    undefined,
    undefined,
    [null, 'mistralai/led-2'],
    undefined,
  ]);
  expect(
    decodeHost(encodeHost(host)).names.every((name) => !('leadsTo' in name || 'aliasesLeadTo' in name)),
  ).toBe(true);
});
