import { describe, expect, it } from 'vitest';
import { whereItRuns } from '../../../src/core/lookup/whereItRuns';
import { render } from '../../../src/core/message';
import type { Role } from '../../../src/core/vocabulary';

const OPERATOR = { id: 'acme', name: 'Acme', country: 'FR' };
const line = (
  role: Role,
  host: string | null,
  service?: {
    name: string;
    operator: { id: string; name: string; country: string | null } | null;
    region: string | null;
  },
): string =>
  whereItRuns({ role, host, service }, (code) => `country ${code}`)
    .map((part) => render(part))
    .join(', ');

describe('where a model runs', () => {
  it('is said of a service with its operator and region, as far as they are known', () => {
    expect(line('calls', 'acme', { name: 'Acme AI', operator: OPERATOR, region: 'DE' })).toBe(
      'called at Acme AI (country FR), processed in country DE',
    );
    expect(
      line('calls', 'acme', { name: 'Acme AI', operator: { ...OPERATOR, country: null }, region: null }),
    ).toBe('called at Acme AI (country unknown)');
    expect(line('calls', 'api.example.ai', { name: 'api.example.ai', operator: null, region: null })).toBe(
      'called at api.example.ai (operator unknown)',
    );
  });

  it('is said of the project itself, but of nobody where nobody is known and of no mention', () => {
    expect(line('serves', 'self')).toBe('runs where this project deploys it');
    expect(line('calls', null)).toBe('');
    expect(line('mentions', 'self')).toBe('');
    expect(line('lists', 'acme', { name: 'Acme AI', operator: OPERATOR, region: null })).toBe('');
  });
});
