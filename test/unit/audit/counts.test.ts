import { describe, expect, it } from 'vitest';
import { countAudit } from '../../../src/core/audit/counts';
import { toHtml } from '../../../src/core/report/html';
import { countBySeverity, findingsText, modelRows } from '../../../src/core/report/summary';
import { toTable } from '../../../src/core/report/table';
import { toReport } from '../../../src/core/report/toReport';
import { auditTree } from './memory';

describe('the counts of an audit', () => {
  it('are those of every report', async () => {
    const result = await auditTree({
      '.model-policy.yaml': 'version: 1\nuse: { purpose: commercial }\nrequire: { openness: open-weights }\n',
      'a.py': 'model:acme/one model:acme/two\nmodel:acme/one',
      'b.py': 'model:acme/one',
    });
    const counts = countAudit(result);
    expect(counts).toMatchObject({ models: 2, places: 4 });
    expect(counts.errors + counts.warnings + counts.notes).toBeGreaterThan(0);
    const report = toReport(result, { version: '1', catalogDate: '2026-01-01' });
    const { error, warning, information } = countBySeverity(report);
    expect(counts).toEqual({
      models: modelRows(report).length,
      places: report.references.length,
      errors: error,
      warnings: warning,
      notes: information,
    });
    for (const text of [toTable(report), toHtml(report, 'demo')]) {
      expect(text).toContain('2 models');
      expect(text).toContain(findingsText(report));
    }
  });

  it('leave out hints, which only the editor shows', async () => {
    const result = await auditTree({ 'a.py': 'model:acme/one' });
    expect(result.findings.every(({ finding }) => finding.severity === 'hint')).toBe(true);
    expect(countAudit(result)).toEqual({ models: 1, places: 1, errors: 0, warnings: 0, notes: 0 });
  });
});
