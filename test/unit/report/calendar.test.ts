import { describe, expect, it } from 'vitest';
import { toCalendar } from '../../../src/core/report/calendar';
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
      'DTSTART;VALUE=DATE:20270101',
      'DTSTART;VALUE=DATE:20260101',
    ]);
    expect(lines).toContain('SUMMARY:gpt-9 ends at OpenAI');
    expect(lines).toContain('SUMMARY:gone ended at Other');
    expect(lines).toContain('DESCRIPTION:Successor: gpt-10\\nUsed in: a.py:1');
    expect(calendar).not.toContain('lasting');
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
});
