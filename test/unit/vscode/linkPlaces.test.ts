import { describe, expect, it } from 'vitest';
import type { AuditReport } from '../../../src/core/report/auditReport';
import { linkPlaces } from '../../../src/vscode/report/linkPlaces';

const report = {
  references: [{ path: 'a & b/"x".py', line: 3 }],
  findings: [{ path: 'c.py', line: 1 }],
  runtimeChoices: [],
  obligations: [{ where: { path: 'NOTICE', line: 2 } }, { where: null }],
} as unknown as AuditReport;

describe('linkPlaces', () => {
  it('marks the places that the report knows, escaped', () => {
    expect(
      linkPlaces('<td><code>a &amp; b/&quot;x&quot;.py:3</code>, <code>NOTICE:2</code></td>', report),
    ).toBe(
      '<td><code data-path="a &amp; b/&quot;x&quot;.py" data-line="3">a &amp; b/&quot;x&quot;.py:3</code>, <code data-path="NOTICE" data-line="2">NOTICE:2</code></td>',
    );
  });

  it("leaves alone what only looks like a place, such as a model's tag", () => {
    expect(linkPlaces('<code>qwen3:8</code><code>c.py:2</code>', report)).toBe(
      '<code>qwen3:8</code><code>c.py:2</code>',
    );
  });

  it('leads to a file whose name holds characters that act, which are shown as escapes', () => {
    const acting = { ...report, findings: [{ path: 'a\u202Eb.py', line: 1 }] } as unknown as AuditReport;
    expect(linkPlaces('<code>a\\u202eb.py:1</code>', acting)).toBe(
      '<code data-path="a\u202Eb.py" data-line="1">a\\u202eb.py:1</code>',
    );
  });
});
