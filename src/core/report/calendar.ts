import { uuidOf } from '../text/hash';
import type { AuditReport, ReportedService } from './auditReport';

/**
 * The days on which services that a project uses end, as an iCalendar file (RFC 5545): one all-day event a service. The same report
 * gives the same file, for the day of the catalog stands in place of a time of writing.
 */
export function toCalendar({ services = [], tool }: AuditReport): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//${tool.name}//${tool.version}//EN`,
    'CALSCALE:GREGORIAN',
    ...services.flatMap((service) =>
      service.endsOn === null ? [] : event(service, { endsOn: service.endsOn, stamp: tool.catalogDate }),
    ),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function event(
  { host, id, name, status, successor, source, places }: ReportedService,
  { endsOn, stamp }: { readonly endsOn: string; readonly stamp: string },
): readonly string[] {
  const details = [
    ...(successor === null ? [] : [`Successor: ${successor}`]),
    `Used in: ${places.map(({ path, line }) => `${path}:${line}`).join(', ')}`,
    ...(source === null ? [] : [`Source: ${source}`]),
  ];
  return [
    'BEGIN:VEVENT',
    `UID:${uuidOf(`${host} ${id}`)}`,
    `DTSTAMP:${compact(stamp)}T000000Z`,
    `DTSTART;VALUE=DATE:${compact(endsOn)}`,
    `SUMMARY:${escaped(`${id} ${status === 'retired' ? 'ended' : 'ends'} at ${name}`)}`,
    `DESCRIPTION:${escaped(details.join('\n'))}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

function compact(day: string): string {
  return day.replaceAll('-', '');
}

/** RFC 5545, section 3.3.11. Other control characters have no form in a text value. */
function escaped(text: string): string {
  return text
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r?\n/g, '\\n')
    .replace(/\p{Cc}/gu, ' ');
}

/** Section 3.1: a line has at most 75 octets of UTF-8; what goes on begins with a blank. */
const LINE = 75;

function folded(line: string): string {
  let text = '';
  let room = LINE;
  for (const character of line) {
    const octets = octetsOf(character.codePointAt(0) ?? 0);
    if (octets > room) {
      text += '\r\n ';
      room = LINE - 1;
    }
    text += character;
    room -= octets;
  }
  return text;
}

function octetsOf(codePoint: number): number {
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x8_00) return 2;
  return codePoint < 0x1_00_00 ? 3 : 4;
}
