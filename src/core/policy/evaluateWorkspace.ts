import { message, type Message } from '../message';
import { exceptionsFor } from './exceptions';
import type { Finding } from './finding';
import { obligationsLedger, type LedgerEntry, type WorkspaceUse } from './ledger';
import type { Policy } from './policy';
import type { RuleInfo } from './rule';
import { ATTRIBUTION_MISSING, LICENSE_COPY_MISSING } from './rules/obligationRules';
import { severityOf } from './severity';
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
}

/** What the licenses ask of the whole workspace, and what of that was not found although it is due now. */
export function evaluateWorkspace(
  uses: readonly WorkspaceUse[],
  evidence: WorkspaceEvidence,
): WorkspaceEvaluation {
  const ledger = obligationsLedger(uses, evidence);
  const usedExceptions = new Map<Policy, Set<number>>();
  const findings = ledger.flatMap((entry) => {
    const found = findingOf(entry);
    return found === undefined || isExcepted(found, entry, usedExceptions)
      ? []
      : [{ use: entry.use, finding: found }];
  });
  return { ledger, findings, usedExceptions };
}

function findingOf(entry: LedgerEntry): Finding | undefined {
  if (entry.state !== 'open' || !entry.certain) return undefined;
  const rule = entry.what === 'include-license' ? LICENSE_COPY_MISSING : ATTRIBUTION_MISSING;
  const { context, reference } = entry.use;
  const severity = severityOf(rule, context.policy);
  if (severity === 'off') return undefined;
  const url = context.catalog.license(entry.license)?.url ?? null;
  return {
    rule: rule.code,
    severity,
    range: reference.range,
    message: textOf(entry, rule),
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
  return message(
    '{0} must be credited with “{1}”, which was not found ({2})',
    entry.model,
    entry.words ?? '',
    license,
  );
}

function isExcepted(finding: Finding, { use, model }: LedgerEntry, used: Map<Policy, Set<number>>): boolean {
  const { policy, today } = use.context;
  const silencing =
    policy === undefined
      ? []
      : exceptionsFor(
          policy,
          finding.rule,
          { names: [model, use.reference.id, use.reference.text], path: use.path },
          today,
        );
  if (policy === undefined || silencing.length === 0) return false;
  used.set(policy, new Set([...(used.get(policy) ?? []), ...silencing]));
  return true;
}
