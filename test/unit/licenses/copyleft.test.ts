import { describe, expect, it } from 'vitest';
import { judge } from '../../../src/core/licenses/compatibility';
import type { Relation } from '../../../src/core/vocabulary';
import { license } from './support';

function judged(upstream: string, relation: Relation): string {
  const { verdict, reasons } = judge({ upstream: license(upstream), downstream: license('mit'), relation });
  const [first] = reasons.filter(({ rule }) => rule === 'R3');
  return `${verdict}, ${first?.verdict ?? 'no reason'}`;
}

describe('copyleft that reaches networks', () => {
  it('reaches those who serve a model, and asks those who name it to offer what they change', () => {
    expect(judged('agpl-3.0', 'serves')).toBe('review, review');
    expect(judged('agpl-3.0', 'references')).toBe('obligations, obligations');
  });

  it('does not reach a plain call of an interface: who calls runs no copy', () => {
    expect(judged('agpl-3.0', 'calls')).toBe('ok, ok');
  });

  it('is none of a license that ends at the network', () => {
    expect(judged('gpl-3.0', 'serves')).toBe('ok, ok');
    expect(judged('gpl-3.0', 'calls')).toBe('ok, ok');
  });
});
