import { describe, expect, it } from 'vitest';
import type { Evidence } from '../../../src/core/model';
import { surenessOf, type Sureness } from '../../../src/core/policy/sureness';

const evidence = (
  origin: Evidence['origin'],
  confidence: Evidence['confidence'],
  fact: Evidence['fact'] = 'license',
): Evidence => ({ fact, origin, confidence, source: 'test', date: '2026-11-24' });

describe('how surely the fact is known that decides', () => {
  it.each<[Sureness, readonly Evidence[]]>([
    ['read', []],
    ['read', [evidence('catalog', 'high')]],
    ['listed', [evidence('catalog', 'medium')]],
    ['inferred', [evidence('inferred', 'low')]],
    // What lies with the weights is what their publisher says of them.
    ['read', [evidence('local file', 'medium')]],
    // What was loaded before they were written is a hint.
    ['inferred', [evidence('local file', 'low')]],
    // A re-packed copy has the license of its original.
    ['read', [evidence('inferred', 'medium')]],
    ['listed', [evidence('inferred', 'low'), evidence('catalog', 'low')]],
    ['read', [evidence('catalog', 'high', 'publisher')]],
  ])('is %s: %j', (sureness, all) => expect(surenessOf({ evidence: all }, 'license')).toBe(sureness));

  it('takes a curated table of owners for who released a model', () =>
    expect(surenessOf({ evidence: [evidence('catalog', 'medium', 'publisher')] }, 'publisher')).toBe('read'));
});
