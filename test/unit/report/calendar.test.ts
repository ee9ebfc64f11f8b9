import { describe, expect, it } from 'vitest';
import { english, type Translate } from '../../../src/core/message';
import { toCalendar } from '../../../src/core/report/calendar';
import type { AuditReport } from '../../../src/core/report/auditReport';
import { endText } from '../../../src/core/report/services';
import { report, service } from './sample';

const unfolded = (text: string): readonly string[] => text.replaceAll('\r\n ', '').split('\r\n');

describe('toCalendar', () => {
  const calendar = toCalendar(
    report({
      services: [
        service('gpt-9', { status: 'deprecated', endsOn: '2027-01-01', successor: 'gpt-10' }),
        service('gone', { status: 'retired', endsOn: '2026-01-01', host: 'other', name: 'Other' }),
        service('lasting'),
      ],
    }),
  );

  it('has an all-day event for each service that ends, and for no other', () => {
    const lines = unfolded(calendar);
    expect(lines.filter((line) => line.startsWith('DTSTART'))).toEqual([
      'DTSTART;VALUE=DATE:20260101',
      'DTSTART;VALUE=DATE:20270101',
    ]);
    expect(lines).toContain('SUMMARY:gpt-9 ends at OpenAI');
    expect(lines).toContain('SUMMARY:gone ended at Other');
    expect(lines).toContain('DESCRIPTION:Successor: gpt-10\\nUsed in: a.py:1');
    expect(calendar).not.toContain('lasting');
  });

  it('has ends of services and of exceptions by their days', () => {
    const exception = { model: 'm', rules: [], reason: 'r', approvedBy: null };
    const days = unfolded(
      toCalendar(
        report({
          services: [
            service('late', { status: 'deprecated', endsOn: '2027-03-01' }),
            service('soon', { status: 'deprecated', endsOn: '2026-12-10' }),
          ],
          policies: [{ path: 'p.yaml', valid: true, exceptions: [{ ...exception, expires: '2026-12-31' }] }],
        }),
      ),
    ).filter((line) => line.startsWith('SUMMARY'));
    expect(days.map((line) => line.replace(/^SUMMARY:/, ''))).toEqual([
      'soon ends at OpenAI',
      'Last day of the exception for m',
      'late ends at OpenAI',
    ]);
  });

  it('has the day since which a name may have ended', () => {
    const perhaps = { status: 'unknown', mayHaveEndedSince: '2026-01-30' } as const;
    const lines = unfolded(toCalendar(report({ services: [service('gpt-9', perhaps)] })));
    expect(lines).toContain('DTSTART;VALUE=DATE:20260130');
    expect(lines).toContain('SUMMARY:gpt-9 may have ended at OpenAI');
  });

  it('has one event for a name at a host, whatever regions it is called in', () => {
    const ends = { status: 'deprecated', endsOn: '2027-01-01' } as const;
    const lines = unfolded(
      toCalendar(
        report({
          services: [
            service('gpt-9', { ...ends, region: 'EU' }),
            service('gpt-9', { ...ends, region: 'US', places: [{ path: 'b.py', line: 2, column: 1 }] }),
          ],
        }),
      ),
    );
    expect(lines.filter((line) => line.startsWith('UID:'))).toHaveLength(1);
    expect(lines).toContain('DESCRIPTION:Used in: a.py:1\\, b.py:2');
  });

  it('has the last day of each exception that has one', () => {
    const exception = { model: 'acme/*', rules: ['license/denied'], reason: 'pilot', approvedBy: 'legal' };
    const lines = unfolded(
      toCalendar(
        report({
          policies: [
            {
              path: '.model-policy.yaml',
              valid: true,
              exceptions: [
                { ...exception, expires: '2027-03-31' },
                { ...exception, expires: null },
              ],
            },
          ],
        }),
      ),
    );
    expect(lines.filter((line) => line.startsWith('DTSTART'))).toEqual(['DTSTART;VALUE=DATE:20270331']);
    expect(lines).toContain('SUMMARY:Last day of the exception for acme/*');
    expect(lines).toContain(
      'DESCRIPTION:Rules: license/denied\\nReason: pilot\\nApproved by: legal\\nPolicy: .model-policy.yaml',
    );
  });

  it('is written in the language that is asked for, as the same events', () => {
    const of = report({ services: [service('gpt-9', { status: 'deprecated', endsOn: '2027-01-01' })] });
    const translate: Translate = (template, ...args) => english(template.replace('ends at', '→'), ...args);
    const [own, other] = [toCalendar(of), toCalendar(of, { tag: 'ja', translate })].map(unfolded);
    expect(other).toContain('SUMMARY:gpt-9 → OpenAI');
    expect(other?.find((line) => line.startsWith('PRODID'))).toMatch(/\/\/JA$/);
    const uid = (lines: readonly string[] = []) => lines.find((line) => line.startsWith('UID:'));
    expect(uid(other)).toBe(uid(own));
  });

  it('tells exceptions for different files apart', () => {
    const exception = {
      model: 'acme/*',
      rules: [],
      reason: 'pilot',
      approvedBy: null,
      expires: '2027-03-31',
    };
    const lines = unfolded(
      toCalendar(
        report({
          policies: [
            {
              path: '.model-policy.yaml',
              valid: true,
              exceptions: [
                { ...exception, paths: ['a/**'] },
                { ...exception, paths: ['b/**'] },
              ],
            },
          ],
        }),
      ),
    );
    expect(new Set(lines.filter((line) => line.startsWith('UID:'))).size).toBe(2);
    expect(lines).toContain(
      'DESCRIPTION:Rules: every rule\\nFiles: a/**\\nReason: pilot\\nPolicy: .model-policy.yaml',
    );
  });

  it('opens and closes what it opens, with CRLF, and gives each event an id of its own', () => {
    const lines = unfolded(calendar);
    expect(lines.slice(0, 2)).toEqual(['BEGIN:VCALENDAR', 'VERSION:2.0']);
    expect(lines.at(-2)).toBe('END:VCALENDAR');
    expect(calendar.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    const ids = lines.filter((line) => line.startsWith('UID:'));
    expect(new Set(ids).size).toBe(2);
  });

  it('lets no name break out of its line, and no line be longer than 75 octets', () => {
    const text = toCalendar(
      report({
        services: [
          service(`x\r\nEND:VCALENDAR;,\\ ${'日本語😀'.repeat(30)}`, {
            endsOn: '2027-01-01',
            status: 'deprecated',
          }),
        ],
      }),
    );
    expect(text.match(/^END:VCALENDAR/gm)).toHaveLength(1);
    for (const line of text.split('\r\n'))
      expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
    expect(unfolded(text).find((line) => line.startsWith('SUMMARY'))).toContain(
      'x\\nEND:VCALENDAR\\;\\,\\\\ 日本語😀',
    );
  });

  it('is empty of events, and still a calendar, where no service is called', () => {
    const without: AuditReport = report();
    Reflect.deleteProperty(without, 'services');
    const expected =
      'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//model-license-lens//1.2.3//EN\r\nCALSCALE:GREGORIAN\r\nEND:VCALENDAR\r\n';
    expect(toCalendar(without)).toBe(expected);
    expect(toCalendar(report({ services: [service('lasting')] }))).toBe(expected);
  });

  it('says of an end what is known: the successor, the places and the source, each where there is one', () => {
    const description = (more: Parameters<typeof service>[1]): string | undefined =>
      unfolded(toCalendar(report({ services: [service('gpt-9', { endsOn: '2027-01-01', ...more })] }))).find(
        (line) => line.startsWith('DESCRIPTION'),
      );
    expect(description({})).toBe('DESCRIPTION:Used in: a.py:1');
    expect(
      description({
        successor: 'gpt-10',
        source: 'https://example.org/ends',
        places: [
          { path: 'a.py', line: 1, column: 5 },
          { path: 'two\nlines.py', line: 7, column: 1 },
        ],
      }),
    ).toBe(
      'DESCRIPTION:Successor: gpt-10\\nUsed in: a.py:1\\, two\\nlines.py:7\\nSource: https://example.org/ends',
    );
  });

  it.each(['x', '\u007F', 'é', '\u07FF', '\u0800', '日', '\uFFFD', '\u{10000}', '😀'])(
    'fills lines of %j up to 75 octets and begins what goes on with a blank',
    (character) => {
      const octets = (text: string): number => new TextEncoder().encode(text).length;
      const name = `n${character.repeat(200)}`;
      const text = toCalendar(report({ services: [service(name, { endsOn: '2027-01-01' })] }));
      const from = text.indexOf('SUMMARY:');
      const lines = text.slice(from, text.indexOf('\r\nDESCRIPTION', from)).split('\r\n');
      expect(lines.length).toBeGreaterThan(1);
      for (const line of lines) expect(octets(line)).toBeLessThanOrEqual(75);
      lines.slice(0, -1).forEach((line, index) => {
        const [next = ''] = (lines[index + 1] ?? '').slice(1);
        expect(octets(line) + octets(next)).toBeGreaterThan(75);
      });
    },
  );
});

it('says at whom a name ended where only the calendar of its maker tells', () => {
  const passedOn = service('grok-3', {
    name: 'Gateway',
    status: 'retired',
    endsOn: '2026-05-15',
    calendarOf: 'xAI',
    source: 'https://docs.x.ai',
  });
  const text = toCalendar(report({ services: [passedOn] })).replaceAll('\r\n ', '');
  expect(text).toContain('SUMMARY:grok-3 ended at xAI\r\n');
  expect(text).toContain('Called at Gateway\\, of which nothing is recorded');
  expect(endText(passedOn)).toBe('ended 2026-05-15, at xAI');
});
