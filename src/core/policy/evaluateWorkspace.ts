import { isRoleGuessed, nothingMore } from '../detect/uses/nameAlone';
import { message, type Message } from '../message';
import type { Severity } from '../vocabulary';
import { exceptionsFor } from './exceptions';
import type { Finding } from './finding';
import { obligationsLedger, type LedgerEntry, type WorkspaceUse } from './ledger';
import type { Policy, PolicyException } from './policy';
import type { RuleInfo } from './rule';
import { LICENSE_COPY_MISSING } from './rules/obligationRules';
import { rank, severityOf } from './severity';
import { asStated, ruleOfDuty, statementsAbout } from './statedDuties';
import type { WorkspaceEvidence } from './workspaceEvidence';

/** A finding that only the whole workspace can give, at the first reference to the model. */
export interface WorkspaceFinding {
  readonly use: WorkspaceUse;
  readonly finding: Finding;
}

export interface WorkspaceEvaluation {
  readonly ledger: readonly LedgerEntry[];
  readonly findings: readonly WorkspaceFinding[];
  /** As for a file, by policy. */
  readonly usedExceptions: ReadonlyMap<Policy, ReadonlySet<number>>;
  /** The statements on duties that are about something a license asks, by policy. */
  readonly usedDuties: ReadonlyMap<Policy, ReadonlySet<string>>;
}

/** What the licenses ask of the whole workspace, and what of that was not found although it is due now. */
export function evaluateWorkspace(
  uses: readonly WorkspaceUse[],
  evidence: WorkspaceEvidence,
): WorkspaceEvaluation {
  const usedExceptions = new Map<Policy, Set<number>>();
  const usedDuties = new Map<Policy, Set<string>>();
  const findings: WorkspaceFinding[] = [];
  const asked = obligationsLedger(uses, evidence);
  const ledger = asked
    .map((entry) => {
      addUsed(usedDuties, entry.use.context.policy, statementsAbout(entry));
      return asStated(entry, asked);
    })
    .map((entry) => {
      const finding = findingOf(entry);
      if (finding === undefined) return entry;
      const exceptions = exceptionsOf(finding, entry, usedExceptions);
      if (exceptions.length === 0) findings.push({ use: entry.use, finding });
      // To excuse a rule says nothing of the duty: it is as little done as before.
      const excused = exceptions.map(({ reason, approvedBy, expires: until }) => ({
        reason,
        approvedBy,
        until,
      }));
      return { ...entry, excused };
    });
  return { ledger, findings, usedExceptions, usedDuties };
}

function addUsed<T>(used: Map<Policy, Set<T>>, policy: Policy | undefined, more: readonly T[]): void {
  if (policy !== undefined && more.length > 0)
    used.set(policy, new Set([...(used.get(policy) ?? []), ...more]));
}

function findingOf(entry: LedgerEntry): Finding | undefined {
  if (entry.state !== 'open' || !entry.certain) return undefined;
  const rule = ruleOfDuty(entry);
  const { context, reference } = entry.use;
  const ruled = severityOf(rule, context.policy);
  if (ruled === 'off') return undefined;
  const { text, severity } = asFarAsTold(entry, rule, ruled);
  const url = context.catalog.license(entry.license)?.url ?? null;
  return {
    rule: rule.code,
    severity,
    range: reference.range,
    message: text,
    model: entry.model,
    reference,
    decision: { kind: 'clause', license: entry.license, clause: entry.clause, source: entry.source },
    data: {
      licenseKey: entry.license,
      obligation: entry.what,
      ...(url !== null && { licenseUrl: url }),
      ...(entry.words !== null && { phrase: entry.words }),
    },
  };
}

/** What a use owes that is only guessed is no warning, unless the policy states the severity; the message says so. */
function asFarAsTold(
  entry: LedgerEntry,
  rule: RuleInfo,
  severity: Severity,
): { readonly text: Message; readonly severity: Severity } {
  const { context, reference } = entry.use;
  const text = textOf(entry, rule);
  return !isRoleGuessed(reference.why) || context.policy?.rules.has(rule.code) === true
    ? { text, severity }
    : {
        text: message('{0} ({1})', text, nothingMore()),
        severity: rank(severity) < rank('information') ? 'information' : severity,
      };
}

function textOf(entry: LedgerEntry, rule: RuleInfo): Message {
  const license = entry.use.context.catalog.license(entry.license)?.name ?? entry.license;
  if (rule === LICENSE_COPY_MISSING)
    return message('{0} must come with a copy of its license, and none was found: {1}', entry.model, license);
  if (entry.what === 'include-notice')
    return message(
      '{0} must come with a notice that was not found: “{1}” ({2})',
      entry.model,
      entry.words ?? '',
      license,
    );
  if (entry.what === 'name-prefix')
    return message('The name of {0} must begin with “{1}” ({2})', entry.model, entry.words ?? '', license);
  return message(
    '{0} must be credited with “{1}”, which was not found ({2})',
    entry.model,
    entry.words ?? '',
    license,
  );
}

/** The exceptions that silence a finding; each counts as used. */
function exceptionsOf(
  finding: Finding,
  { use, model }: LedgerEntry,
  used: Map<Policy, Set<number>>,
): readonly PolicyException[] {
  const { policy, today } = use.context;
  if (policy === undefined) return [];
  const silencing = exceptionsFor(
    policy,
    finding.rule,
    { names: [model, use.reference.id, use.reference.text], path: use.path },
    today,
  );
  addUsed(used, policy, [...silencing]);
  return silencing.flatMap((index) => policy.exceptions[index] ?? []);
}
