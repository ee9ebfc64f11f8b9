import type { Severity } from '../vocabulary';
import type { AuditReport, ReportedFinding } from './auditReport';
import { licenseText, originText } from './modelText';
import {
  acceptedText,
  countByReason,
  findingsText,
  modelsText,
  modelRows,
  plural,
  mostImportant,
  rulesText,
  statementsOf,
  verdictText,
} from './summary';
import { columns } from './columns';
import { visible } from './visible';

/** For a terminal: the summary, the models, then one line a finding that terminals and problem matchers can follow to its place. */
export function toTable(report: AuditReport, pathPrefix = ''): string {
  return (
    [
      ...summaryLines(report),
      ...changeLines(report),
      ...modelLines(report),
      ...findingLines(report, pathPrefix),
    ]
      .map(visible)
      .join('\n') + '\n'
  );
}

/** So that a row of short facts fits a terminal, however much a verdict has to say. */
const WIDEST_CELL = 40;

function modelLines(report: AuditReport): readonly string[] {
  const rows = modelRows(report);
  if (rows.length === 0) return ['No model is named.', ''];
  const cells = rows.map((row) => [
    row.id,
    verdictText(row, report),
    licenseText(row.model),
    row.model?.openness.level ?? 'unknown',
    originText(row.model),
    String(row.places.length),
  ]);
  return [
    ...columns([['MODEL', 'VERDICT', 'LICENSE', 'OPENNESS', 'ORIGIN', 'PLACES'], ...cells], WIDEST_CELL),
    '',
  ];
}

function changeLines({ since }: AuditReport): readonly string[] {
  if (since === undefined) return [];
  if (since.changes.length === 0) return [`No model was added, changed or removed since ${since.ref}.`, ''];
  const cells = since.changes.flatMap(({ change, model, detail }) =>
    detail.map((line, index) => (index === 0 ? [change, model, line] : ['', '', line])),
  );
  return [`Models since ${since.ref}:`, ...columns(cells).map((line) => `  ${line}`), ''];
}

/** Words that problem matchers know. */
const LEVELS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

/** So many places of one statement are shown. */
const MAX_PLACES = 3;

/** The gravest statement first, each with its first places, and how many more there are. */
function findingLines(report: AuditReport, pathPrefix: string): readonly string[] {
  const statements = statementsOf(report);
  if (statements.length === 0) return [];
  const lineOf = ({ path, line, column, severity, rule, message, also = [] }: ReportedFinding): string =>
    `${pathPrefix}${path}:${line}:${column} ${LEVELS[severity]} ${rule}: ${message}${also.length === 0 ? '' : ` (also: ${also.join(', ')})`}`;
  const lines = statements.flatMap(({ first, places }) => {
    const more = places.length - MAX_PLACES;
    return [
      ...places.slice(0, MAX_PLACES).map(lineOf),
      ...(more > 0
        ? [
            `  ${plural(more, 'more place', 'more places')} of ${first.rule} about ${first.model ?? 'this'} (${places.length} in all)`,
          ]
        : []),
    ];
  });
  const isShortened = statements.some(({ places }) => places.length > MAX_PLACES);
  return isShortened
    ? [...lines, '', 'Places of one finding are shortened; --format json has them all.']
    : lines;
}

function summaryLines(report: AuditReport): readonly string[] {
  const { stats, references } = report;
  const models = modelRows(report);
  const skipped = countByReason(report).map(([reason, count]) => `${count} ${reason}`);
  return [
    `${modelsText(models)} in ${plural(references.length, 'place')}; ${plural(stats.filesScanned, 'file')} searched; ${findingsText(report)}.${acceptedText(report)}`,
    ...(skipped.length > 0 ? [`Left out: ${skipped.join('; ')}.`] : []),
    ...(stats.complete
      ? []
      : ['This audit is not complete: it was canceled, or something could not be read.']),
    ...importantLines(report),
    '',
  ];
}

/** What matters most, before any list, with the counts by rule. */
function importantLines(report: AuditReport): readonly string[] {
  const important = mostImportant(report);
  if (important.length === 0) return [];
  return [
    `Findings by rule: ${rulesText(report)}.`,
    'What matters most:',
    ...important.map(
      ({ first, places }) =>
        `  ${LEVELS[first.severity]} ${first.rule}: ${first.message} (${plural(places.length, 'place')})`,
    ),
  ];
}
