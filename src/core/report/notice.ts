import type { AuditReport, ReportedLicense, ReportedObligation } from './auditReport';
import { isUse as isUsedAs } from '../vocabulary';
import { conditionText, grouped, isUse, modelRows, plural, type ModelRow } from './summary';

/** Duties that a notice file meets by what stands in it, or that whoever gives it on has to think of. */
const IN_NOTICE: ReadonlySet<string> = new Set([
  'include-notice',
  'display-phrase',
  'give-credit',
  'retain-copyright',
  'include-license',
  'state-changes',
]);

/**
 * A notice file for what the project does with its models. First what recipients are to read: for each license that asks for it the
 * models it covers, the words it wants kept, and where its text is. It quotes what a license prescribes and invents no copyright line.
 * Then, as lines to take out, what the author still has to do, and the models it does not speak of.
 */
export function toNotice(report: AuditReport, project: string): string {
  const licenses = new Map(report.licenses.map((license) => [license.key, license]));
  const rows = modelRows(report);
  const called = onlyCalled(rows);
  const duties = report.obligations.filter(({ what, model }) => IN_NOTICE.has(what) && !called.has(model));
  const byLicense = [...grouped(duties, ({ license }) => license)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(
      ([key, own]): Section => ({ license: licenses.get(key) ?? { key, name: key, url: null }, duties: own }),
    );
  const blocks = [
    [`NOTICE: AI models used by ${project}`, '', introduction(byLicense.length)],
    ...byLicense.map(forRecipients),
    forAuthor(byLicense, rows, report.stats.complete),
  ];
  return (
    blocks
      .filter((lines) => lines.length > 0)
      .map((lines) => lines.join('\n'))
      .join('\n\n') + '\n'
  );
}

interface Section {
  readonly license: ReportedLicense;
  readonly duties: readonly ReportedObligation[];
}

/** Models that run elsewhere: nothing of them is given on. */
function onlyCalled(rows: readonly ModelRow[]): ReadonlySet<string> {
  return new Set(
    rows
      .filter(({ places }) => places.every(({ role }) => role === 'calls' || !isUsedAs(role)))
      .map(({ id }) => id),
  );
}

function introduction(licenses: number): string {
  return licenses === 0
    ? 'No license of a model asks for a notice, for what this project does with it.'
    : 'The models below are licensed by their publishers under the terms named with them.';
}

// ── For recipients ──────────────────────────────────────────────────────────────────────────────────────────────

function forRecipients({ license: { name: title, url }, duties }: Section): readonly string[] {
  const words = prescribed(duties.filter(({ certain }) => certain));
  const possible = prescribed(
    duties.filter((duty) => !duty.certain && duty.what === 'include-notice'),
  ).filter((line) => !words.includes(line));
  return [
    title,
    '-'.repeat(title.length),
    ...(url === null ? [] : [`Terms: ${url}`]),
    'Models:',
    ...distinct(duties.map(({ model }) => model)).map((model) => `  ${model}`),
    ...(words.length > 0 ? ['', ...words] : []),
    ...(possible.length > 0
      ? ['', 'Where the models themselves are given or offered to others:', '', ...possible]
      : []),
  ];
}

/** The words a license prescribes, as they are. */
function prescribed(duties: readonly ReportedObligation[]): readonly string[] {
  return distinct(duties.flatMap(({ words }) => words ?? []));
}

// ── For the author ──────────────────────────────────────────────────────────────────────────────────────────────

function forAuthor(
  sections: readonly Section[],
  rows: readonly ModelRow[],
  complete: boolean,
): readonly string[] {
  const orders = sections.flatMap(({ license, duties }) => ordersOf(license, duties));
  const missing = notCovered(rows);
  const incomplete = complete ? [] : ['The audit is not complete: models may be missing here.'];
  if (orders.length + missing.length + incomplete.length === 0) return [];
  return [
    'For the author: these lines are no part of the notice. Take them out of what is given on.',
    ...orders,
    ...missing,
    ...incomplete,
  ].map((line) => (line === '' ? '#' : `# ${line}`));
}

/** What a license wants done, where that is more than the words above. */
function ordersOf({ name }: ReportedLicense, duties: readonly ReportedObligation[]): readonly string[] {
  const open = duties.filter(
    (duty) => duty.words === null || (!duty.certain && duty.what !== 'include-notice'),
  );
  const lines = distinct(
    open.map(
      (duty) => `  ${duty.text}${conditionText(duty)}${duty.clause === null ? '' : ` (${duty.clause})`}.`,
    ),
  );
  return lines.length === 0 ? [] : ['', `${name}:`, ...lines];
}

function notCovered(rows: readonly ModelRow[]): readonly string[] {
  const names = rows
    .filter(
      ({ verdict, places }) =>
        verdict === 'unknown' && places.some((place) => isUse(place) && place.role !== 'calls'),
    )
    .map(({ id }) => id);
  return names.length === 0
    ? []
    : [
        '',
        `Not covered, for no license is known of ${names.length === 1 ? 'it' : 'them'} (${plural(names.length, 'name')}):`,
        ...names.map((id) => `  ${id}`),
      ];
}

function distinct(values: readonly string[]): readonly string[] {
  return [...new Set(values)].sort();
}
