import { describe, expect, it } from 'vitest';
import type { Evidence } from '../../../src/core/model';
import { toCsv } from '../../../src/core/report/csv';
import { toHtml } from '../../../src/core/report/html';
import { licenseSource } from '../../../src/core/report/licenseSource';
import { model, reference, report } from './sample';
import { joined } from '../../support/joined';

const card: Evidence = {
  fact: 'license',
  source: 'the card',
  date: '2026-11-20',
  confidence: 'high',
  origin: 'catalog',
};
const known = (evidence: readonly Evidence[]) => ({ ...model('acme/a'), evidence });
const of = (evidence: readonly Evidence[]) =>
  report({ models: [known(evidence)], references: [reference('a.py', 1, 'acme/a')] });

describe('how a license is known', () => {
  it('is told with its source and day, by how sure it is', () => {
    expect(licenseSource(known([card]))).toEqual({
      sureness: 'read',
      source: 'the card',
      date: '2026-11-20',
    });
    expect(licenseSource(known([{ ...card, confidence: 'medium' }]))?.sureness).toBe('listed');
    expect(licenseSource(known([{ ...card, confidence: 'low', origin: 'inferred' }]))?.sureness).toBe(
      'inferred',
    );
    // Nobody has to have read anywhere what the policy states.
    expect(licenseSource(known([{ ...card, origin: 'policy override' }]))?.sureness).toBe('stated');
    expect(licenseSource(known([]))).toBeUndefined();
  });

  it('stands in the table of models of a page, with a legend', () => {
    const page = toHtml(of([{ ...card, confidence: 'medium' }]), 'demo');
    expect(page).toContain('<td><b>listed</b>: the card, 2026-11-20</td>');
    expect(page).toContain('How the license is known: read in');
  });

  it('stands in the last columns of a spreadsheet but for the verdict and what the table is made from', () => {
    const [, row] = joined(toCsv(of([card]))).split('\r\n');
    expect(row).toMatch(/,read,the card,2026-11-20,No policy,unknown,2026-11-24$/);
  });
});
