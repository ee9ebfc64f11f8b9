import type { AuditResult, AuditedFinding } from '../audit/result';
import { licenseEvidence, type Model } from '../model';
import { ruleInfo } from '../policy/rules';
import { surenessOf } from '../policy/sureness';
import { isUse, SEVERITIES, type Verdict } from '../vocabulary';

/** Weighs verdicts on several uses of one model: what is not known stands above what needs a review. */
const ORDER: readonly Verdict[] = ['conflict', 'unknown', 'review', 'obligations', 'ok'];

/** Rules that say that something is not known. */
const UNKNOWN: ReadonlySet<string> = new Set(['license/unknown', 'license/none-stated', 'model/unknown']);
/** Rules that ask for a look whatever their severity. */
const OPEN: ReadonlySet<string> = new Set(['lineage/probable', 'license/conditional-right']);
/** What people are told without being asked to decide anything. */
const REMARKS: ReadonlySet<string> = new Set([
  'license/use-policy',
  'model/unpinned-revision',
  'model/renamed',
  'license/code-weights-differ',
]);

/**
 * What comes of all uses of each model in an audit, by canonical id. A model that is only mentioned or listed has none.
 *
 * An error is a `conflict`; a warning asks for a `review`, or says that something is `unknown`; what the license asks to be done is
 * `obligations`. A guess alone is neither ok nor a conflict, and nothing unknown is ok.
 */
export function modelVerdicts(result: AuditResult): ReadonlyMap<string, Verdict> {
  const verdicts = new Map<string, Verdict>();
  const note = (id: string, verdict: Verdict): void => {
    verdicts.set(id, graver(verdicts.get(id), verdict));
  };
  const models = new Map(result.models.map((model) => [model.id, model]));
  for (const { model, reference } of result.references) {
    if (model === null || !isUse(reference.role)) continue;
    note(model, reference.role === 'calls' ? 'ok' : byFacts(models.get(model)));
  }
  for (const found of result.findings)
    if (found.finding.model !== null && verdicts.has(found.finding.model))
      note(found.finding.model, ofFinding(found));
  for (const { model, certain, state } of result.ledger)
    if (certain && state !== 'done' && verdicts.has(model)) note(model, 'obligations');
  return verdicts;
}

/** The graver of two verdicts on one model. */
export function graver(a: Verdict | undefined, b: Verdict): Verdict {
  return a !== undefined && ORDER.indexOf(a) < ORDER.indexOf(b) ? a : b;
}

/** Weights whose license nobody knows, or has read. */
function byFacts(model: Model | undefined): Verdict {
  const { declared = null } = model?.license ?? {};
  if (model === undefined || declared === null) return 'unknown';
  if (declared.category === 'unknown' || declared.category === 'none-stated') return 'unknown';
  return licenseEvidence(model) !== undefined && surenessOf(model, 'license') === 'inferred'
    ? 'review'
    : 'ok';
}

function ofFinding({ finding }: AuditedFinding): Verdict {
  const said = [finding, ...(finding.merged ?? [])].map(({ rule, severity, reference }): Verdict => {
    if (severity === 'error') return 'conflict';
    if (UNKNOWN.has(rule)) return severity === 'hint' ? 'ok' : 'unknown';
    if (REMARKS.has(rule)) return 'ok';
    if (rule.startsWith('obligation/')) return 'obligations';
    if (severity === 'warning' || OPEN.has(rule)) return 'review';
    // A test or an example makes a finding lighter, not the model better.
    const isCapped = reference !== undefined && reference.context !== 'product';
    return isCapped && isGrave(rule) ? 'review' : 'ok';
  });
  return said.reduce((a, b) => graver(a, b), 'ok');
}

function isGrave(rule: string): boolean {
  const severity = ruleInfo(rule)?.severity;
  return severity !== undefined && SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf('warning');
}
