import type { AuditReport, ReportedLicense, ReportedObligation } from './auditReport';
import { grouped } from './summary';

/** Duties that a notice file meets by what stands in it. */
const IN_NOTICE: ReadonlySet<string> = new Set(['include-notice', 'display-phrase', 'give-credit', 'retain-copyright', 'include-license', 'state-changes']);

/**
 * A notice file for what the project does with its models: for each licence that asks for it the models it covers, the words
 * it wants kept, and where its text is. It quotes what a licence prescribes and invents no copyright line.
 */
export function toNotice(report: AuditReport, project: string): string {
  const licenses = new Map(report.licenses.map((license) => [license.key, license]));
  const byLicense = grouped(report.obligations.filter(({ what }) => IN_NOTICE.has(what)), ({ license }) => license);
  const sections = [...byLicense].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, duties]) => licenseSection(licenses.get(key) ?? { key, name: key, url: null }, duties));
  return [[`NOTICE: AI models used by ${project}`, '', introduction(sections.length)], ...sections].map((lines) => lines.join('\n')).join('\n\n') + '\n';
}

function introduction(licenses: number): string {
  return licenses === 0 ? 'No licence of a model asks for a notice, for what this project does with it.'
    : 'The models below are licensed by their publishers under the terms named with them.';
}

function licenseSection({ name: title, url }: ReportedLicense, duties: readonly ReportedObligation[]): readonly string[] {
  const certain = duties.filter((duty) => duty.certain);
  const possible = duties.filter((duty) => !duty.certain);
  return [
    title, '-'.repeat(title.length),
    ...(url === null ? [] : [`Terms: ${url}`]),
    'Models:', ...distinct(duties.map(({ model }) => model)).map((model) => `  ${model}`),
    ...dutyLines('', certain),
    ...dutyLines('Where the models themselves are given or offered to others:', possible),
  ];
}

/** The prescribed words as they are; the duties that have none in words of ours. */
function dutyLines(heading: string, duties: readonly ReportedObligation[]): readonly string[] {
  if (duties.length === 0) return [];
  const prescribed = distinct(duties.flatMap(({ words }) => words ?? []));
  const others = distinct(duties.filter(({ words }) => words === null).map(({ text, clause }) => `${text}${clause === null ? '' : ` (${clause})`}.`));
  return [...(heading === '' ? [] : ['', heading]), ...(prescribed.length > 0 ? ['', ...prescribed] : []), ...(others.length > 0 ? ['', ...others] : [])];
}

function distinct(values: readonly string[]): readonly string[] {
  return [...new Set(values)].sort();
}
