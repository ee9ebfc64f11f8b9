import { describe, expect, it } from 'vitest';
import { MISTRAL, readHost as read } from '../../support/hosts';

describe('hostOfEntry', () => {
  it('fills what is left out, and dates each source', () => {
    const host = read(MISTRAL);
    expect(host).toMatchObject({
      id: 'mistral',
      name: null,
      resells: [],
      fallback: [],
      regions: { from: 'operator', places: {} },
    });
    expect(host.names.map(({ id, status, source }) => [id, status, source.read])).toEqual([
      ['codestral-2405', 'retired', '2026-11-27'],
      ['codestral-2501', 'deprecated', '2026-11-20'],
      ['codestral-2508', 'active', '2026-11-27'],
    ]);
  });

  it('names the file of a source without a day', () => {
    expect(() => read(MISTRAL.replace(' 2026-11-20', ''))).toThrow(
      /hosts\/x\.yaml: codestral-2501: .*no day/,
    );
  });
});
