import { describe, expect, it } from 'vitest';
import type { Evidence } from '../../../src/core/model';
import { toCsv } from '../../../src/core/report/csv';
import { toHtml } from '../../../src/core/report/html';
import { renderReport } from '../../../src/core/report/formats';
import { licenseSource } from '../../../src/core/report/licenseSource';
import { licenseText } from '../../../src/core/report/modelText';
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

describe('a license that nobody read', () => {
  const guess: Evidence = { ...card, confidence: 'low', origin: 'inferred' };
  const bom = (evidence: readonly Evidence[], format: 'cyclonedx' | 'spdx'): string =>
    renderReport(of(evidence), format, { project: 'demo' });

  it('is evidence in bills of materials, which nobody declared or concluded', () => {
    expect(bom([card], 'cyclonedx')).toContain('"acknowledgement": "declared"');
    const { components } = JSON.parse(bom([guess], 'cyclonedx')) as {
      readonly components: readonly Record<string, unknown>[];
    };
    expect(components[0]).not.toHaveProperty('licenses');
    expect(components[0]).toMatchObject({ evidence: { licenses: [{ license: { id: 'Apache-2.0' } }] } });
    expect(bom([guess], 'cyclonedx')).not.toContain('acknowledgement');
    expect(bom([card], 'spdx')).toContain('LicenseExpression');
    expect(bom([guess], 'spdx')).not.toContain('LicenseExpression');
    expect(bom([guess], 'spdx')).toContain('its family suggests apache-2.0.');
  });

  it('is told as such wherever a license is shown', () => {
    expect(licenseText(known([guess]))).toBe('apache-2.0 (inferred)');
    expect(licenseText(known([card]))).toBe('apache-2.0');
  });
});

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
