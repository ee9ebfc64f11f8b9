import { describe, expect, it } from 'vitest';
import { findingsAbout, referenceAt } from '../../../src/core/hover/referenceAt';
import type { Finding } from '../../../src/core/policy/finding';
import { reference } from '../policy/support';

const defined = { ...reference('a/b'), range: { start: 10, end: 13 } };
const used = { ...defined, range: { start: 40, end: 45 }, definedAt: defined.range };
const found = { references: [defined], uses: [used] };

describe('the name at an offset', () => {
  it('is the place that names a model, or one that uses a name given elsewhere', () => {
    expect(referenceAt(found, 11)).toBe(defined);
    expect(referenceAt(found, 42)).toBe(used);
    expect(referenceAt(found, 30)).toBeUndefined();
  });

  it('has the findings of the place that gives the name', () => {
    const finding = { rule: 'license/denied', reference: defined } as unknown as Finding;
    const other = {
      rule: 'license/denied',
      reference: { ...defined, range: { start: 90, end: 93 } },
    } as unknown as Finding;
    expect(findingsAbout([finding, other], used)).toEqual([finding]);
    expect(findingsAbout([finding, other], defined)).toEqual([finding]);
  });
});
