import { byPlace } from '../audit/collector';
import { TOOL_NAME } from '../audit/contentRules';
import type { AuditedFinding, AuditedReference, AuditResult } from '../audit/result';
import { isAddressOpen } from '../detect/uses/client/asked';
import { english, type Message, render, type Translate } from '../message';
import type { Finding } from '../policy/finding';
import type { LedgerEntry } from '../policy/ledger';
import { perObject } from '../once';
import { furtherOf, messageOf, rulesToSettle } from '../policy/oneCause';
import { judgeReport, usedWithoutPolicy } from './modelVerdicts';
import { reportedServices } from './reportedServices';
import type {
  AuditReport,
  ReportedFinding,
  ReportedLicense,
  ReportedObligation,
  ReportedPolicy,
  ReportedReference,
} from './auditReport';

export type ReportTool = Omit<AuditReport['tool'], 'name'>;

/**
 * The audit as data. The same result always gives the same data.
 * @param translate makes the language of its sentences: English without it, as programs and merged reports need it
 */
export function toReport(result: AuditResult, tool: ReportTool, translate: Translate = english): AuditReport {
  const { stats, policies } = result;
  // Many places have the same sentences, and lists of them: each is said once.
  const say = perObject((text: Message) => render(text, translate));
  const sayAll = perObject((texts: readonly Message[]) => texts.map(say));
  const report: AuditReport = {
    schema: 1,
    tool: { name: TOOL_NAME, ...tool },
    day: result.today,
    project: result.project,
    policy: { path: rootPolicy(result) },
    policies: policies.map(reportedPolicy),
    ignores: result.ignores.map(({ path, span, rules, models, reason }) => ({
      path,
      line: span.line,
      rules,
      models,
      reason,
    })),
    stats: {
      filesScanned: stats.filesScanned,
      bytesScanned: stats.bytesScanned,
      filesSkipped: stats.filesSkipped.map(({ path, message }) => ({ path, reason: say(message) })),
      filesPartlyRead: stats.filesPartlyRead.map(({ path, message }) => ({ path, reason: say(message) })),
      complete: stats.complete,
    },
    references: reportedReferences(result, sayAll),
    runtimeChoices: result.runtimeChoices.map(({ path, span, choice }) => ({
      path,
      ...span,
      loader: choice.loader,
      expression: choice.expression,
    })),
    models: result.models,
    services: reportedServices(result, translate),
    findings: result.findings.map((finding) => reportedFinding(finding, say)),
    obligations: result.ledger
      .map((entry) => reportedObligation(entry, say))
      .sort((a, b) => (obligationKey(a) < obligationKey(b) ? -1 : 1)),
    licenses: reportedLicenses(result),
  };
  const verdicts = judgeReport(report);
  const ungoverned = usedWithoutPolicy(result);
  return {
    ...report,
    models: report.models.map((model) => ({
      ...model,
      verdict: verdicts.get(model.id) ?? null,
      ...(ungoverned.has(model.id) && { hasPolicy: false }),
    })),
  };
}

/** The policy that governs the root: the caller's, the one in the root, or the nearest above it. */
function rootPolicy({ policies }: AuditResult): string | null {
  const root = policies.find(({ governsRoot }) => governsRoot);
  return root?.path ?? null;
}

function reportedPolicy({ path, policy }: AuditResult['policies'][number]): ReportedPolicy {
  return {
    path,
    valid: policy !== undefined,
    exceptions: (policy?.exceptions ?? []).map(({ model, rules, paths, reason, approvedBy, expires }) => ({
      model,
      rules,
      ...(paths.length > 0 && { paths }),
      reason,
      approvedBy,
      expires,
    })),
  };
}

type Say = (text: Message) => string;

type Writable<T> = { -readonly [Field in keyof T]: T[Field] };

/** The places that name models, and among them the names that servers give theirs, which say that they are none. */
function reportedReferences(
  { references, ownNames = [] }: AuditResult,
  sayAll: Parameters<typeof reportedReference>[1],
): readonly ReportedReference[] {
  const own = new Set(ownNames);
  return [...references, ...ownNames].sort(byPlace).map((reference) => {
    const reported = reportedReference(reference, sayAll);
    return own.has(reference) ? { ...reported, isOwnName: true as const } : reported;
  });
}

/** Written part by part: engines keep a description of its own for each object that is copied from others. */
function reportedReference(
  { path, span, reference, model, reservations }: AuditedReference,
  sayAll: (texts: readonly Message[]) => readonly string[],
): ReportedReference {
  const { line, column, endLine, endColumn } = span;
  const { text, id, registry, role, host, via, passedTo, otherHosts, context, why } = reference;
  const { where, confidence, revision } = reference;
  const reported = { path, line, column, endLine, endColumn, text, id, registry, role, host };
  const more: Partial<Writable<ReportedReference>> = reported;
  if (via !== undefined) more.via = via;
  if (passedTo !== undefined) more.passedTo = passedTo;
  if (otherHosts !== undefined) more.otherHosts = otherHosts;
  more.context = context;
  more.why = sayAll(why);
  if (isAddressOpen(why)) more.isAddressOpen = true;
  more.where = where;
  more.confidence = confidence;
  more.revision = revision?.value ?? null;
  more.model = model;
  if (reservations !== undefined) more.reservations = reservations;
  return more as ReportedReference;
}

function reportedObligation(
  {
    model,
    license,
    kind,
    what,
    text,
    words,
    certain,
    waitsFor,
    clause,
    source,
    state,
    where,
    stated,
    excused,
  }: LedgerEntry,
  say: Say,
): ReportedObligation {
  return {
    model,
    license,
    kind,
    what,
    text: say(text),
    words,
    certain,
    waitsFor,
    clause,
    source,
    state,
    where,
    ...settledData({ stated, excused }),
  };
}

/** What people say of a duty, as data: that it is done, or why it is not reported. */
export function settledData({
  stated,
  excused,
}: Pick<LedgerEntry, 'stated' | 'excused'>): Pick<
  ReportedObligation,
  'stated' | 'statedBy' | 'statedFor' | 'excused'
> {
  return {
    ...(stated !== null && {
      stated: stated.how,
      ...(stated.approvedBy !== null && { statedBy: stated.approvedBy }),
      ...(stated.licenses.length > 0 && { statedFor: stated.licenses }),
    }),
    ...(excused.length > 0 && { excused }),
  };
}

/** Tells duties apart, and orders them by model. */
export function obligationKey({ model, license, what, words }: ReportedObligation): string {
  return JSON.stringify([model, license, what, words]);
}

function reportedLicenses({ ledger }: AuditResult): readonly ReportedLicense[] {
  const licenses = new Map(
    ledger.flatMap(({ license, use }) => {
      const record = use.context.catalog.license(license);
      return record === undefined ? [] : [[license, { key: license, name: record.name, url: record.url }]];
    }),
  );
  return [...licenses.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
}

function reportedFinding({ path, span, finding, fixes, related }: AuditedFinding, say: Say): ReportedFinding {
  const { rule, severity, model, also = [], alone } = finding;
  const { message, ...more } = saidOf(finding, say);
  return {
    rule,
    severity,
    path,
    ...span,
    message,
    model,
    context: finding.reference?.context ?? null,
    also,
    ...more,
    ...(alone && { alone: { severity: alone.severity, ...saidOf(alone, say) } }),
    ...(related && { related }),
    fixes: fixes.map(say),
  };
}

/** What a finding says, with what it speaks for. */
function saidOf(finding: Finding, say: Say): Pick<ReportedFinding, 'message' | 'hints' | 'further'> {
  const toSettle = rulesToSettle(finding);
  const hints = (finding.also ?? []).filter((code) => !toSettle.includes(code));
  const further = furtherOf(finding).map((one) => ({ rule: one.rule, message: say(one.message) }));
  return {
    message: say(messageOf(finding)),
    ...(hints.length > 0 && { hints }),
    ...(further.length > 0 && { further }),
  };
}
