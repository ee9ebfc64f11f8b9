import { describe, expect, it } from 'vitest';
import {
  graver,
  verdictOfFacts,
  verdictOfFinding,
  type VerdictFinding,
} from '../../../src/core/policy/verdict';
import type { Role, Verdict } from '../../../src/core/vocabulary';
import { model, NONE_STATED_LICENSE } from '../report/sample';

describe('the graver of two verdicts', () => {
  it.each<readonly [Verdict, Verdict, Verdict]>([
    ['ok', 'obligations', 'obligations'],
    ['unknown', 'review', 'unknown'],
    ['conflict', 'unknown', 'conflict'],
  ])('%s and %s: %s', (a, b, expected) => {
    expect(graver(a, b)).toBe(expected);
    expect(graver(b, a)).toBe(expected);
  });
});

describe('the verdict by facts', () => {
  it('is none of what is no use', () => {
    expect(verdictOfFacts('mentions', model('a/b'))).toBeUndefined();
    expect(verdictOfFacts('lists', undefined)).toBeUndefined();
  });

  it('is unknown where nothing is known of the name, even if it is called', () => {
    expect(verdictOfFacts('loads', undefined)).toBe('unknown');
    expect(verdictOfFacts('calls', undefined)).toBe('unknown');
  });

  it('asks for a look where the policy states a base that nobody recorded', () => {
    const base = { model: 'c/d', relation: 'finetune', license: null } as const;
    const under = (role: Role, open?: 'model' | 'license') =>
      verdictOfFacts(role, model('a/b', { lineage: [{ ...base, ...(open && { open }) }] }));
    expect(under('loads', 'model')).toBe('review');
    expect(under('loads', 'license')).toBe('review');
    expect(under('calls', 'model')).toBe('review');
    // What runs it answers for its license.
    expect(under('calls', 'license')).toBe('ok');
    expect(under('loads')).toBe('ok');
  });

  it('is unknown where only the name of what is called says whose it is', () => {
    const guessed = {
      fact: 'publisher',
      source: 'x',
      date: '2026-11-30',
      confidence: 'low',
      origin: 'inferred',
    } as const;
    const evidence = [guessed, { ...guessed, fact: 'origin' }];
    const status = { state: 'unknown' } as const;
    expect(verdictOfFacts('calls', model('a/b', { evidence, status }))).toBe('unknown');
    // Its host lists the name, or the policy describes it.
    expect(verdictOfFacts('calls', model('a/b', { evidence, status: { state: 'active' } }))).toBe('ok');
    const described = [...evidence, { ...guessed, fact: 'origin', origin: 'policy override' as const }];
    expect(verdictOfFacts('calls', model('a/b', { evidence: described, status }))).toBe('ok');
  });

  it('is unknown where the end at a host is all that is told of a name', () => {
    const dated = {
      fact: 'status',
      source: 'x',
      date: '2026-08-26',
      confidence: 'medium',
      origin: 'catalog',
    } as const;
    const ended = { state: 'retired', date: '2026-08-31' } as const;
    const bare = { publisher: null, license: { declared: null, effective: null }, status: ended } as const;
    expect(verdictOfFacts('calls', model('house-7b', { ...bare, evidence: [dated] }))).toBe('unknown');
    // Who made it, a fact of its own, or that the host lists it as running, is more than a day.
    expect(verdictOfFacts('calls', model('house-7b', { evidence: [dated], status: ended }))).toBe('ok');
    const described = [dated, { ...dated, fact: 'license', origin: 'policy override' as const }];
    expect(verdictOfFacts('calls', model('house-7b', { ...bare, evidence: described }))).toBe('ok');
    const running = { ...bare, evidence: [dated], status: { state: 'active' } } as const;
    expect(verdictOfFacts('calls', model('house-7b', running))).toBe('ok');
  });

  it('is unknown of weights whose license, or one of whose licenses, nobody knows or stated', () => {
    const unread = { ...NONE_STATED_LICENSE, key: 'other', category: 'unknown' as const };
    const known = model('a/b').license;
    expect(verdictOfFacts('loads', model('a/b', { license: { declared: null, effective: null } }))).toBe(
      'unknown',
    );
    for (const declared of [NONE_STATED_LICENSE, unread])
      expect(verdictOfFacts('loads', model('a/b', { license: { declared, effective: declared } }))).toBe(
        'unknown',
      );
    expect(verdictOfFacts('loads', model('a/b', { license: { ...known, also: [unread] } }))).toBe('unknown');
    expect(verdictOfFacts('loads', model('a/b'))).toBe('ok');
  });

  it('of a known model that is called is left to the terms of its host', () => {
    expect(verdictOfFacts('calls', model('a/b', { license: { declared: null, effective: null } }))).toBe(
      'ok',
    );
  });
});

describe('the verdict by a finding', () => {
  it.each<readonly [VerdictFinding, Verdict]>([
    [{ rule: 'license/denied', severity: 'error' }, 'conflict'],
    [{ rule: 'license/denied', severity: 'warning' }, 'review'],
    [{ rule: 'license/unknown', severity: 'error' }, 'conflict'],
    [{ rule: 'license/unknown', severity: 'warning' }, 'unknown'],
    [{ rule: 'license/unknown', severity: 'hint' }, 'ok'],
    [{ rule: 'origin/denied', severity: 'warning', also: ['license/unknown'] }, 'unknown'],
    [{ rule: 'model/unpinned-revision', severity: 'warning' }, 'ok'],
    [{ rule: 'model/unpinned-revision', severity: 'hint', also: ['lineage/probable'] }, 'review'],
    [{ rule: 'obligation/attribution-missing', severity: 'warning' }, 'obligations'],
    [{ rule: 'license/conditional-right', severity: 'information' }, 'review'],
    [{ rule: 'license/denied', severity: 'hint', context: 'test' }, 'review'],
    [{ rule: 'license/denied', severity: 'information', context: 'product' }, 'ok'],
  ])('%j is %s', (finding, verdict) => expect(verdictOfFinding(finding)).toBe(verdict));
});
