import { conditionsToTell } from '../licenses/obligations';
import { english, render } from '../message';
import type { Model } from '../model';
import { joinReservations, type Reservation } from '../policy/reservations';
import { ruleInfo } from '../policy/rules';
import { MODEL_LISTED } from '../policy/rules/listRules';
import { isUse as isUsedAs, SEVERITIES, type Severity, type Verdict } from '../vocabulary';
import { verdictWord } from '../wording';
import type { AuditReport, ReportedFinding, ReportedObligation, ReportedReference } from './auditReport';
import { reportVerdicts } from './modelVerdicts';

/** One model as the human-readable formats list it. */
export interface ModelRow {
  readonly id: string;
  /** `null` where it is only mentioned or listed. */
  readonly verdict: Verdict | null;
  /** `undefined` where nothing is known of the name. */
  readonly model: Model | undefined;
  readonly places: readonly ReportedReference[];
  /** What a reader has to know of a verdict that allows the uses. */
  readonly reservations: readonly Reservation[];
}

/** A row for each model that is named, known ones and unknown ones, by id. */
export function modelRows(report: AuditReport): readonly ModelRow[] {
  const known = new Map(report.models.map((model) => [model.id, model]));
  const places = grouped(report.references, (reference) => reference.model ?? reference.id);
  const verdicts = reportVerdicts(report);
  return [...places]
    .map(([id, list]) => ({
      id,
      model: known.get(id),
      places: list,
      verdict: verdicts.get(id) ?? null,
      reservations: joinReservations(list.flatMap(({ reservations = [] }) => reservations)),
    }))
    .sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

/** The verdict on a model in the words of every surface. Reports are English. */
export function verdictText(
  { verdict, reservations }: Pick<ModelRow, 'verdict' | 'reservations'>,
  report: Pick<AuditReport, 'policies'>,
): string {
  return render(verdictWord(verdict, report.policies.length > 0, reservations), english);
}

/** Whether a place does more with a model than name it. */
export function isUse({ role }: Pick<ReportedReference, 'role'>): boolean {
  return isUsedAs(role);
}

/** What a project depends on: known models that it uses. A name that only stands in a text, or that nobody knows, may be none. */
export function isDependency({ model, places }: ModelRow): boolean {
  return model !== undefined && places.some(isUse);
}

export function grouped<T>(
  items: readonly T[],
  keyOf: (item: T) => string,
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

/** The findings that reports for people tell: hints are for the editor alone. */
export function toldFindings({ findings }: AuditReport): readonly ReportedFinding[] {
  return findings.filter(({ severity }) => severity !== 'hint');
}

/** What lists of names offer, which as hints no other part of a report tells; a policy that makes more of it has it told there. */
export function listHints({ findings }: AuditReport): readonly ReportedFinding[] {
  return findings.filter(({ rule, severity }) => rule === MODEL_LISTED.code && severity === 'hint');
}

/** Parts of a project in the order in which their findings matter; what is of no reference comes with the product. */
const CONTEXT_ORDER: readonly string[] = [
  'product',
  'tooling',
  'example',
  'migration',
  'data',
  'docs',
  'test',
];

/** What is told: by severity, then the part of the project, product first, then in the order of the report, which is by place. */
export function byGravity(findings: readonly ReportedFinding[]): readonly ReportedFinding[] {
  const context = (finding: ReportedFinding): number => CONTEXT_ORDER.indexOf(finding.context ?? 'product');
  return [...findings].sort(
    (a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || context(a) - context(b),
  );
}

/** One thing that is said, with all places of which it is said. */
export interface Statement {
  readonly first: ReportedFinding;
  /** In the order of {@link byGravity}, the first among them. */
  readonly places: readonly ReportedFinding[];
}

/** What a report for people tells, each statement once, the gravest first. */
export function statementsOf(report: AuditReport): readonly Statement[] {
  const alike = grouped(
    byGravity(toldFindings(report)),
    ({ severity, rule, message }) => `${severity}\n${rule}\n${message}`,
  );
  return [...alike.values()].flatMap((places) => {
    const [first] = places;
    return first === undefined ? [] : [{ first, places }];
  });
}

/** How many statements stand in a summary. */
const MOST_IMPORTANT = 5;

/** The statements that matter most; none where all of them fit at a glance anyway. */
export function mostImportant(report: AuditReport): readonly Statement[] {
  const all = statementsOf(report);
  return all.length <= MOST_IMPORTANT ? [] : all.slice(0, MOST_IMPORTANT);
}

/** `license/denied 3, model/retired 1`: the places at which each rule is broken, the gravest rule first. */
export function rulesText(report: AuditReport): string {
  const byRule = grouped(
    byGravity(toldFindings(report)).flatMap(({ rule, also = [] }) => [
      rule,
      ...also.filter((other) => ruleInfo(other)?.severity !== 'hint'),
    ]),
    (rule) => rule,
  );
  return [...byRule].map(([rule, { length }]) => `${rule} ${length}`).join(', ');
}

export function countBySeverity(report: AuditReport): Readonly<Record<Severity, number>> {
  return severityCounts(toldFindings(report));
}

/** How many there are of each severity. */
export function severityCounts(
  findings: readonly { readonly severity: Severity }[],
): Readonly<Record<Severity, number>> {
  const counts = Object.fromEntries(SEVERITIES.map((severity) => [severity, 0])) as Record<Severity, number>;
  for (const { severity } of findings) counts[severity]++;
  return counts;
}

/** What every surface says of an audit in numbers. */
export interface AuditCounts {
  /** Names told apart by what they resolve to; those that nobody knows are among them. */
  readonly models: number;
  readonly places: number;
  readonly errors: number;
  readonly warnings: number;
  readonly notes: number;
}

/**
 * Counts findings, not places; hints are no findings to tell.
 * @param names of each place: the canonical id, or the name that was looked up
 */
export function countsOf(
  names: readonly string[],
  findings: readonly { readonly severity: Severity }[],
): AuditCounts {
  const { error, warning, information } = severityCounts(findings);
  return {
    models: new Set(names).size,
    places: names.length,
    errors: error,
    warnings: warning,
    notes: information,
  };
}

/** The counts of a report. */
export function countReport({
  references,
  findings,
}: Pick<AuditReport, 'references' | 'findings'>): AuditCounts {
  return countsOf(
    references.map(({ model, id }) => model ?? id),
    findings,
  );
}

/** The highest severity of some findings; `undefined` for none. */
export function severest(findings: readonly { readonly severity: Severity }[]): Severity | undefined {
  return SEVERITIES.find((severity) => findings.some((finding) => finding.severity === severity));
}

/** How many files each reason left out, the commonest first. */
export function countByReason({ stats }: AuditReport): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const { reason } of stats.filesSkipped) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
}

export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** `365 models (309 not known)`: what nothing is known of may be no model. */
export function modelsText(rows: readonly ModelRow[]): string {
  const unknown = rows.filter(({ model }) => model === undefined).length;
  const all = plural(rows.length, 'model');
  return unknown === 0 ? all : `${all} (${unknown} not known)`;
}

/** `3 errors, 1 warning`, or `no findings`. */
export function findingsText(report: AuditReport): string {
  const counts = countBySeverity(report);
  const parts = [
    counts.error > 0 && plural(counts.error, 'error'),
    counts.warning > 0 && plural(counts.warning, 'warning'),
    counts.information > 0 && plural(counts.information, 'note'),
  ].filter((part) => part !== false);
  return parts.length === 0 ? 'no findings' : parts.join(', ');
}

/** What the tree shows of a duty; whether it is met outside of it nobody can see. */
export const DUTY_STATES: Readonly<Record<ReportedObligation['state'], string>> = {
  done: 'found in',
  open: 'not found in the files',
  'by-hand': 'to be checked by hand',
};

const CONDITIONS = { 'commercial-use': 'used commercially', offer: 'offered or given to others' } as const;

/** When a duty begins, where that is not now and it does not say so itself. */
export function conditionText(duty: Pick<ReportedObligation, 'waitsFor'>): string {
  const conditions = conditionsToTell(duty);
  return conditions.length === 0
    ? ''
    : ` (if it is ${conditions.map((condition) => CONDITIONS[condition]).join(' and ')})`;
}

/**
 * What was judged: the day, the commit, the use that the policy states and the license of the project. What a report of an earlier
 * version does not say is left out.
 */
export function scopeText({ day, project, policy }: Pick<AuditReport, 'day' | 'project' | 'policy'>): string {
  const { commit, license, use } = project ?? {};
  const sentences = [
    day !== undefined &&
      `Judged as of ${day}${commit ? `, commit ${commit.slice(0, SHOWN_OF_COMMIT)}` : ''}.`,
    `Policy: ${policy.path ?? 'none'}.`,
    use &&
      `Use: ${use.purpose ?? 'purpose not stated'}, ${use.distribution ?? 'distribution not stated'}, regions: ${use.regions.join(', ') || 'not stated'}.`,
    project !== undefined && `License of the project: ${license ?? 'not stated'}.`,
  ];
  return sentences.filter((sentence) => typeof sentence === 'string').join(' ');
}

const SHOWN_OF_COMMIT = 12;

/** A sentence on what a baseline left out, with a space before it; nothing without one. */
export function acceptedText({ accepted }: AuditReport): string {
  return accepted === undefined || accepted === 0
    ? ''
    : ` ${plural(accepted, 'finding')} of the baseline left out.`;
}
