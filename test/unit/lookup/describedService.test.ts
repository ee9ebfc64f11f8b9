import { describe, expect, it } from 'vitest';
import { describedService } from '../../../src/core/lookup/describedService';
import { createLookup } from '../../../src/core/lookup/lookup';
import { serviceAt } from '../../../src/core/lookup/service';
import { TEST_CATALOG } from '../../support/catalog';

const under = (host: string, id: string, ...bases: readonly string[]) =>
  describedService(TEST_CATALOG, serviceAt(TEST_CATALOG, host, id), bases);

describe('a model at a host whose base the policy states', () => {
  it('ends with its base, where its owner chose the name', () => {
    expect(under('azure', 'triage-prod', 'gpt-4o-0513')).toMatchObject({
      id: 'triage-prod',
      runs: 'gpt-4o-0513',
      status: { state: 'retired', date: '2026-02-01' },
    });
    // What the name would be of says nothing then.
    expect(under('azure', 'gpt-4o', 'gpt-4o-0513').status.date).toBe('2026-02-01');
  });

  it('ends with a base of which nobody has the weights, where nothing is told of its own name', () => {
    expect(under('anthropic', 'house-tuned', 'claude-2.1').status.state).toBe('retired');
    expect(under('anthropic', 'claude-3-opus', 'claude-2.1').status.date).toBe('2027-01-05');
  });

  it('is what the host says of it, where the policy states no base or nothing is told of that', () => {
    for (const bases of [[], ['nobody/nothing']])
      expect(under('azure', 'triage-prod', ...bases).runs).toBeUndefined();
  });

  it('ends with the nearest of several bases of which the host tells', () => {
    expect(under('azure', 'triage-prod', 'acme/triage', 'gpt-4o-0513').runs).toBe('gpt-4o-0513');
    expect(under('anthropic', 'house-tuned', 'acme/tuned', 'claude-2.1').status.state).toBe('retired');
  });

  it('is looked up with the status of its base', () => {
    const stated = { id: 'triage-prod', base: 'gpt-4o-0513', license: null, origin: null, openness: null };
    const range = { start: 0, end: 0 };
    const lookup = createLookup(TEST_CATALOG, [{ ...stated, range }]);
    expect(lookup.find('triage-prod', 'azure', 'azure')?.status.state).toBe('retired');
    expect(lookup.find('triage-prod')?.status.state).not.toBe('retired');
  });

  it('comes from where its base does, unless the policy says otherwise or it runs elsewhere', () => {
    const described = (id: string, origin: string | null) =>
      createLookup(TEST_CATALOG, [
        { id, base: 'gpt-4o', license: null, origin, openness: null, range: { start: 0, end: 0 } },
      ]);
    const deployed = (origin: string | null) =>
      described('triage-prod', origin).find('triage-prod', 'azure', 'azure');
    expect([deployed(null)?.publisher?.name, deployed(null)?.openness.level]).toEqual(['OpenAI', 'api-only']);
    expect(deployed('FR')?.publisher?.country).toBe('FR');
    expect(described('acme/own', null).find('acme/own', 'huggingface', 'self')?.publisher).toBeNull();
  });
});
