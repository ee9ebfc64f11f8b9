import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { AuditReport } from '../../../src/core/report/auditReport';
import { toCalendar } from '../../../src/core/report/calendar';
import { FORMATS, renderReport, type Format } from '../../../src/core/report/formats';
import { withoutDigests } from '../../support/withoutDigests';

/** Written by the command line from the demo workspace, where `test/contract/formats.test.ts` compares and renews them. */
const golden = (ending: string): string =>
  readFileSync(join(__dirname, '../../contract/golden', `demo.${ending}`), 'utf8');
const REPORT = JSON.parse(golden('json')) as AuditReport;
const DIGEST = REPORT.tool.catalogDigest ?? '';

const ENDINGS: Readonly<Record<Format, string>> = {
  table: 'txt',
  json: 'json',
  jsonl: 'jsonl',
  markdown: 'md',
  html: 'html',
  csv: 'csv',
  sarif: 'sarif',
  cyclonedx: 'cdx.json',
  spdx: 'spdx.json',
  notice: 'NOTICE',
  inventory: 'inventory.md',
};

describe('the report of the demo', () => {
  it.each(FORMATS)('as %s is what the command line writes', (format) => {
    const text = withoutDigests(renderReport(REPORT, format, { project: 'demo' }), DIGEST);
    expect(text).toBe(golden(ENDINGS[format]));
  });

  it('as a calendar has each end and each last day of an exception once, with its places, successor and source', () => {
    const text = toCalendar(REPORT).replaceAll('\r\n ', '');
    const ending = (REPORT.services ?? []).filter(({ endsOn }) => endsOn !== null);
    const excepted = REPORT.policies
      .flatMap(({ exceptions }) => exceptions)
      .filter(({ expires }) => expires !== null);
    expect(excepted).not.toEqual([]);
    expect(text.match(/^BEGIN:VEVENT\r$/gm)).toHaveLength(ending.length + excepted.length);
    for (const { id, endsOn, successor, source, places, status, name } of ending) {
      const event = text
        .split('BEGIN:VEVENT')
        .find((part) => part.includes(`SUMMARY:${id} ${status === 'retired' ? 'ended' : 'ends'} at ${name}`));
      expect(event).toContain(`DTSTART;VALUE=DATE:${endsOn?.replaceAll('-', '') ?? ''}`);
      const used = places.map(({ path, line }) => `${path}:${line}`).join('\\, ');
      expect(event).toContain(`Used in: ${used}`);
      expect(event?.includes('Successor: ')).toBe(successor !== null);
      expect(event?.includes('Source: ')).toBe(source !== null);
      if (successor !== null) expect(event).toContain(`Successor: ${successor}`);
    }
  });
});
