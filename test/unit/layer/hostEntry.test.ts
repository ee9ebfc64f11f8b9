import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { hostOfEntry } from '../../../src/core/layer/hostEntry';

const read = (text: string) => hostOfEntry('hosts/x.yaml', parse(text));

const MISTRAL = `
id: mistral
operator: mistral-ai
terms: null
endpoints: [api.mistral.ai]
regions: { from: operator }
sources: [{ url: "https://docs.example/models", read: "2026-11-27" }]
names:
  codestral-2405: { status: retired, endsOn: "2025-06-16", successor: codestral-2501, source: "https://docs.example/models" }
  codestral-2501: { status: deprecated, source: "https://docs.example/news 2026-11-20" }
  codestral-2508: {}
`;

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
