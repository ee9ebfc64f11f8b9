import { describe, expect, it } from 'vitest';
import { message } from '../../../src/core/message';
import { toReport } from '../../../src/core/report/toReport';
import { auditTree } from '../audit/memory';

const TOOL = { version: '1', catalogDate: '2026-01-01' };

describe('a report of an audit', () => {
  it('has each place and finding with its facts as text', async () => {
    const result = await auditTree({
      '.model-policy.yaml': 'version: 1\nuse: { purpose: commercial }\n',
      'a.py': 'x = model:acme/one',
    });
    const [first, ...rest] = result.references;
    if (first === undefined) throw new Error('nothing was found');
    const revision = { value: 'abc', range: { start: 0, end: 1 } };
    const why = [message('because of {0}', 'x')];
    const told = { ...first, reference: { ...first.reference, why, revision } };
    const report = toReport(
      {
        ...result,
        references: [told, ...rest],
        findings: result.findings.map((found) => ({ ...found, fixes: [message('Do {0}', 'it')] })),
      } as typeof result,
      TOOL,
    );
    expect(report.references).toMatchObject([
      {
        path: 'a.py',
        line: 1,
        column: 11,
        endLine: 1,
        endColumn: 19,
        id: 'acme/one',
        why: ['because of x'],
        revision: 'abc',
        context: 'product',
        model: null,
      },
    ]);
    expect(toReport(result, TOOL).references[0]?.revision).toBeNull();
    const unknown = report.findings.find(({ path }) => path === 'a.py');
    expect(unknown).toMatchObject({
      rule: 'license/unknown',
      path: 'a.py',
      line: 1,
      column: 11,
      model: 'acme/one',
      context: 'product',
      also: ['model/unpinned-revision'],
      fixes: ['Do it'],
    });
    expect(unknown?.message).toContain('acme/one');
  });

  it('knows no context of a finding that is about the policy', async () => {
    const report = toReport(
      await auditTree({
        '.model-policy.yaml':
          'version: 1\nexceptions:\n  - { model: acme/gone, reason: a pilot, expires: 2020-01-01 }\n',
        'a.py': 'model:acme/one',
      }),
      TOOL,
    );
    const about = report.findings.filter(({ rule }) => rule.startsWith('policy/'));
    expect(about.length).toBeGreaterThan(0);
    expect(about.every(({ context }) => context === null)).toBe(true);
  });
});
