import { conditionsToTell } from '../licenses/obligations';
import { message, render, type Translate } from '../message';
import { declaredKeys, type Model } from '../model';
import { isUse as isUsedAs, SEVERITIES, type Severity, type Verdict } from '../vocabulary';
import type { AuditReport, ReportedFinding, ReportedObligation, ReportedReference } from './auditReport';

const UNKNOWN = message('unknown');

/** One model as the human-readable formats list it. */
export interface ModelRow {
  readonly id: string;
  readonly verdict: Verdict;
  /** `undefined` where nothing is known of the name. */
  readonly model: Model | undefined;
  readonly places: readonly ReportedReference[];
}

/** A row for each model that is named, known ones and unknown ones, by id. */
export function modelRows(report: AuditReport): readonly ModelRow[] {
  const known = new Map(report.models.map((model) => [model.id, model]));
  const places = grouped(report.references, (reference) => reference.model ?? reference.id);
  const findings = grouped(report.findings, ({ model }) => model ?? '');
  const accepted = new Set(report.acceptedModels ?? []);
  const bound = new Set(
    report.obligations.filter(({ certain, kind }) => certain && kind !== 'avoid').map(({ model }) => model),
  );
  return [...places]
    .map(([id, list]) => {
      const model = known.get(id);
      return {
        id,
        model,
        places: list,
        verdict: verdictOf(model, findings.get(id) ?? [], {
          bound: bound.has(id),
          accepted: accepted.has(id),
        }),
      };
    })
    .sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

/** Whether a place does more with a model than name it. */
export function isUse({ role }: Pick<ReportedReference, 'role'>): boolean {
  return isUsedAs(role);
}

/** What a project depends on: known models that it uses. A name that only stands in a text, or that nobody knows, may be none. */
export function isDependency({ model, places }: ModelRow): boolean {
  return model !== undefined && places.some(isUse);
}

/** Findings that, as information, ask nobody to decide anything. What a trap is without a policy does. */
const NOTES: ReadonlySet<string> = new Set([
  'license/use-policy',
  'license/copyleft',
  'model/renamed',
  'model/unpinned-revision',
]);

/** Unknown is never shown as ok, nor is what a baseline accepted for now; and a license that nobody stated is never called a conflict. */
function verdictOf(
  model: Model | undefined,
  findings: readonly ReportedFinding[],
  { bound, accepted }: { readonly bound: boolean; readonly accepted: boolean },
): Verdict {
  const category = (model?.license.effective ?? model?.license.declared)?.category ?? 'unknown';
  const isUnread = model?.license.also?.some((license) => license.category === 'unknown') === true;
  if (category === 'unknown' || category === 'none-stated' || isUnread) return 'unknown';
  const worst = severest(findings);
  if (worst === 'error') return 'conflict';
  if (
    worst === 'warning' ||
    accepted ||
    findings.some(({ rule, severity }) => severity === 'information' && !NOTES.has(rule))
  )
    return 'review';
  return bound ? 'obligations' : 'ok';
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

/** `license/denied 3, model/retired 1`: told findings by rule, the gravest rule first. */
export function rulesText(report: AuditReport): string {
  const byRule = grouped(byGravity(toldFindings(report)), ({ rule }) => rule);
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

/** @param translate the editor's; reports are English */
export function licenseText(model: Model | undefined, translate?: Translate): string {
  const { declared, effective } = model?.license ?? { declared: null, effective: null };
  const own =
    declared === null
      ? render(UNKNOWN, translate)
      : declared.key === 'none-stated'
        ? render(message('none stated'), translate)
        : ((model && declaredKeys(model)) ?? declared.key);
  return effective !== null &&
    effective.category !== 'unknown' &&
    effective.key !== declared?.key &&
    !isAlso(model, effective.key)
    ? render(message('{0} (in effect {1})', own, effective.key), translate)
    : own;
}

/** Whether a license is one of those that the model itself states beside the first. */
function isAlso(model: Model | undefined, key: string): boolean {
  return model?.license.also?.some((license) => license.key === key) === true;
}

/** The publisher's country and, where they differ, those of its bases: `US ← CN`. */
export function originText(model: Model | undefined, translate?: Translate): string {
  const countries = (model?.origin ?? []).map(({ country }) => country ?? '?');
  const chain = countries.filter((country, index) => index === 0 || country !== countries[index - 1]);
  return chain.length === 0 ? render(UNKNOWN, translate) : chain.join(' ← ');
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

/** A sentence on what a baseline left out, with a space before it; nothing without one. */
export function acceptedText({ accepted }: AuditReport): string {
  return accepted === undefined || accepted === 0
    ? ''
    : ` ${plural(accepted, 'finding')} of the baseline left out.`;
}
