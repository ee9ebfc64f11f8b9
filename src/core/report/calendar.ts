import { message, type Message } from '../message';
import { uuidOf } from '../text/hash';
import type { AuditReport, ReportedException, ReportedService } from './auditReport';
import { ENGLISH, type Language, say } from './language';

/**
 * The days on which services that a project uses end, and the last days of exceptions of its policies, as an iCalendar file (RFC 5545):
 * one all-day event each, in the order of the days. The same report gives the same file, for the day of the catalog stands in place of a
 * time of writing.
 */
export function toCalendar({ services = [], policies, tool }: AuditReport, language = ENGLISH): string {
  const events = [
    ...endingServices(services).map(({ service, endsOn }) => endOf(service, endsOn)),
    ...policies.flatMap(({ path, exceptions }) =>
      exceptions.flatMap((exception) =>
        exception.expires === null ? [] : lastDayOf(exception, { path, expires: exception.expires }),
      ),
    ),
  ].sort((a, b) => (a.day === b.day ? 0 : a.day < b.day ? -1 : 1));
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//${tool.name}//${tool.version}//${language.tag.slice(0, 2).toUpperCase()}`,
    'CALSCALE:GREGORIAN',
    ...events.flatMap((told) => event(told, tool.catalogDate, language)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

/** The services that end, each name at a host once, whatever regions it is called in: a calendar takes one event of a key. */
function endingServices(
  services: readonly ReportedService[],
): readonly { readonly service: ReportedService; readonly endsOn: string }[] {
  const ends = new Map<string, { readonly service: ReportedService; readonly endsOn: string }>();
  for (const service of services) {
    const { host, id, places } = service;
    const endsOn = service.endsOn ?? service.mayHaveEndedSince ?? null;
    if (endsOn === null) continue;
    const key = `${host} ${id}`;
    const known = ends.get(key)?.service;
    ends.set(key, {
      service: known === undefined ? service : { ...known, places: [...known.places, ...places] },
      endsOn,
    });
  }
  return [...ends.values()];
}

/** An all-day event. */
interface CalendarEvent {
  /** What makes it the same event in the file of another day. */
  readonly key: string;
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly summary: Message;
  readonly details: readonly Message[];
}

function endOf(
  { host, id, status, successor, source, places, mayHaveEndedSince: since, ...service }: ReportedService,
  endsOn: string,
): CalendarEvent {
  const { name, calendarOf } = service;
  const at = calendarOf ?? name;
  return {
    key: `${host} ${id}`,
    day: endsOn,
    summary:
      since !== undefined
        ? message('{0} may have ended at {1}', id, at)
        : status === 'retired'
          ? message('{0} ended at {1}', id, at)
          : message('{0} ends at {1}', id, at),
    details: [
      ...(successor === null ? [] : [message('Successor: {0}', successor)]),
      message('Used in: {0}', places.map(({ path, line }) => `${path}:${line}`).join(', ')),
      ...(calendarOf === undefined ? [] : [message('Called at {0}, of which nothing is recorded', name)]),
      ...(source === null ? [] : [message('Source: {0}', source)]),
    ],
  };
}

/** The day named is the last one on which the exception holds. */
function lastDayOf(
  { model, rules, paths = [], reason, approvedBy }: ReportedException,
  { path, expires }: { readonly path: string; readonly expires: string },
): CalendarEvent {
  const excused = rules.length === 0 ? message('every rule') : rules.join(', ');
  return {
    key: [path, model, typeof excused === 'string' ? excused : 'every rule', ...paths].join(' '),
    day: expires,
    summary: message('Last day of the exception for {0}', model),
    details: [
      message('Rules: {0}', excused),
      ...(paths.length === 0 ? [] : [message('Files: {0}', paths.join(', '))]),
      message('Reason: {0}', reason),
      ...(approvedBy === null ? [] : [message('Approved by: {0}', approvedBy)]),
      message('Policy: {0}', path),
    ],
  };
}

/** @param stamp the day that stands in place of a time of writing, `YYYY-MM-DD` */
function event(
  { key, day, summary, details }: CalendarEvent,
  stamp: string,
  language: Language,
): readonly string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${uuidOf([key])}`,
    `DTSTAMP:${compact(stamp)}T000000Z`,
    `DTSTART;VALUE=DATE:${compact(day)}`,
    `SUMMARY:${escaped(say(summary, language))}`,
    `DESCRIPTION:${escaped(details.map((detail) => say(detail, language)).join('\n'))}`,
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
