import { strictestUse } from '../lookup/commercialUse';
import { originCodes } from '../lookup/originCountries';
import { declaredKeys, effectiveKeys, licensesInEffect, type Model } from '../model';
import type { AuditReport, ReportedFinding, ReportedReference, ReportedService } from './auditReport';
import { commitName } from './basis';
import { ENGLISH } from './language';
import { categoryOfTerms, isUnderTerms, NOT_RECORDED, type Terms, useUnder } from './governing';
import { licenseSource } from './licenseSource';
import { processedIn, unnamedCalls } from './services';
import { byItself, decidingHints, modelRows, rulesOf, severest, toldFindings, verdictText } from './summary';
import { grouped } from '../text/grouped';
import { visible } from './visible';

/** A line of a log that starts so is a command to the build server that shows it; a quoted cell is none. */
const COMMAND_START = /^(?:::|##)/;
/** A spreadsheet takes a cell that starts with one of these for a formula. */
const FORMULA_START = /^[=+\-@]/;

interface CsvPlace
  extends Pick<ReportedReference, 'path' | 'line' | 'column' | 'id' | 'text' | 'model' | 'host'> {
  readonly role: ReportedReference['role'] | typeof NO_ROLE;
  readonly registry: ReportedReference['registry'] | '';
}

interface Row {
  readonly reference: CsvPlace;
  /** What stands where nothing is known: nothing in the row of what is found about no model, such as an entry of the policy. */
  readonly unknown: 'unknown' | '';
  readonly model: Model | undefined;
  readonly findings: readonly ReportedFinding[];
  /** The terms that decide there in place of the license of the weights; absent where that decides. */
  readonly terms: Terms | undefined;
  /** What is called there; absent where no service is. */
  readonly service: ReportedService | undefined;
  /** What comes of all uses of the model, in words. */
  readonly verdict: string;
  readonly report: AuditReport;
}

/** Name and content of each column. Column names are stable: spreadsheets and scripts refer to them. */
const COLUMNS: readonly (readonly [string, (row: Row) => string | number | null | undefined])[] = [
  ['path', ({ reference }) => reference.path],
  ['line', ({ reference }) => reference.line],
  ['column', ({ reference }) => reference.column],
  ['text', ({ reference }) => reference.text],
  ['role', ({ reference }) => reference.role],
  ['registry', ({ reference }) => reference.registry],
  ['model', ({ reference }) => reference.model],
  ['declared_license', ({ model }) => model && declaredKeys(model)],
  ['effective_license', ({ model, terms }) => (terms ? terms.terms : model && effectiveKeys(model))],
  [
    'license_category',
    ({ model, terms }) => (terms ? categoryOfTerms(terms) : model?.license.effective?.category),
  ],
  [
    'commercial_use',
    ({ model, terms }) => (terms ? useUnder(terms, model) : model && strictestUse(licensesInEffect(model))),
  ],
  ['openness', ({ model }) => model?.openness.level],
  ['publisher', ({ model }) => model?.publisher?.name],
  ['country', ({ model }) => model?.publisher?.country],
  ['origin', ({ model }) => model && originCodes(model, '?').join(' ')],
  ['severity', ({ findings }) => severest(findings) ?? 'none'],
  ['rules', ({ findings }) => [...new Set(findings.flatMap(rulesOf))].join(' ')],
  ['messages', ({ findings }) => findings.flatMap(messagesOf).join('; ')],
  ['host', ({ service }) => (service === undefined ? '' : service.host)],
  ['operator', ({ service }) => (service === undefined ? '' : service.operatorName)],
  ['operator_country', ({ service }) => (service === undefined ? '' : service.country)],
  ['processed_in', ({ service }) => (service === undefined ? '' : processedIn(service))],
  ['terms', ({ service }) => (service === undefined ? '' : service.terms)],
  ['service_status', ({ service }) => (service === undefined ? '' : statusText(service))],
  ['service_ends', ({ service }) => service?.endsOn ?? service?.mayHaveEndedSince ?? ''],
  ['license_sureness', ({ model }) => model && licenseSource(model)?.sureness],
  ['license_source', ({ model }) => model && licenseSource(model)?.source],
  ['license_read', ({ model }) => model && licenseSource(model)?.date],
  ['verdict', ({ verdict }) => verdict],
  [
    'commit',
    ({ report: { project }, reference }) =>
      commitName(project) ?? commitOfPart(project, reference.path) ?? 'unknown',
  ],
  ['catalog', ({ report: { tool } }) => tool.catalogVersion ?? tool.catalogDate],
];

/** Of one that may have ended, the day under `service_ends` is that since which it may. */
function statusText({ status, mayHaveEndedSince: since }: ReportedService): string {
  return since === undefined ? status : 'perhaps retired';
}

/** Without it spreadsheets take the text of a file for one in the encoding of their system, which has no letters of other languages. */
export const BYTE_ORDER_MARK = '\uFEFF';

/**
 * One row a place that names a model or calls a host for one that is not named, and one for each other place at which something is found,
 * as in the policy: for spreadsheets, so RFC 4180, and no cell is taken for a formula.
 * @param language of the report's sentences and of the verdicts; in another one than English the text begins with a byte order mark
 * @returns the text in parts
 */
export function* toCsv(report: AuditReport, language = ENGLISH): Generator<string> {
  const verdicts = new Map(modelRows(report).map((row) => [row.id, verdictText(row, language)]));
  const models = new Map(report.models.map((model) => [model.id, model]));
  const findings = grouped(findingsOfRows(report), placeKey);
  const services = new Map(
    (report.services ?? []).flatMap((service) => service.places.map((place) => [placeKey(place), service])),
  );
  if (language.tag !== ENGLISH.tag) yield BYTE_ORDER_MARK;
  yield csvLine(COLUMNS.map(([name]) => name));
  const named = [...report.references, ...unnamedCalls(report).map(({ place }) => place)];
  for (const reference of [...named, ...placesOfOthers(findings, named)].sort(byPlace)) {
    const row: Row = {
      reference,
      unknown: reference.role === NO_ROLE && reference.model === null ? '' : 'unknown',
      model: reference.model === null ? undefined : models.get(reference.model),
      findings: findings.get(placeKey(reference)) ?? [],
      service: services.get(placeKey(reference)),
      terms: isUnderTerms(reference) ? (services.get(placeKey(reference)) ?? NOT_RECORDED) : undefined,
      report,
      verdict: verdicts.get(reference.model ?? reference.id) ?? '',
    };
    yield csvLine(COLUMNS.map(([, content]) => content(row) ?? row.unknown));
  }
}

/** What is told, each at its own place, and the hints that decide a verdict. */
function findingsOfRows(report: AuditReport): readonly ReportedFinding[] {
  const told = toldFindings({ findings: report.findings.map(byItself) });
  return [...told, ...decidingHints(report).filter(({ alone }) => alone === undefined)];
}

/** Of a place that has a row only for what is found there: it does nothing with a model. */
const NO_ROLE = '';

/** The places at which something is found and nothing is named, each once. */
function placesOfOthers(
  findings: ReadonlyMap<string, readonly ReportedFinding[]>,
  named: readonly CsvPlace[],
): readonly CsvPlace[] {
  const known = new Set(named.map(placeKey));
  return [...findings].flatMap(([key, [first]]) => {
    if (first === undefined || known.has(key)) return [];
    const { path, line, column, model } = first;
    return [{ path, line, column, model, id: '', text: '', role: NO_ROLE, registry: '' }];
  });
}

function byPlace(a: CsvPlace, b: CsvPlace): number {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}

/** A row, which no spreadsheet takes for a formula. */
export function csvLine(cells: readonly (string | number)[]): string {
  return `${cells.map(cell).join(',')}\r\n`;
}

/** Of a report that was merged from several commits: that of the folder that a path is in. */
function commitOfPart(project: AuditReport['project'], path: string): string | undefined {
  return project?.parts?.findLast((part) => part.path === '' || path.startsWith(`${part.path}/`))?.commit;
}

function messagesOf({ message, further = [] }: ReportedFinding): readonly string[] {
  return [message, ...further.map((one) => one.message)];
}

function cell(value: string | number): string {
  const text = visible(String(value));
  const safe = typeof value === 'string' && FORMULA_START.test(text) ? `'${text}` : text;
  return /[",]/.test(safe) || COMMAND_START.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function placeKey({
  path,
  line,
  column,
}: {
  readonly path: string;
  readonly line: number;
  readonly column: number;
}): string {
  return `${path}:${line}:${column}`;
}
