import { isRecorded, licenseEvidence, type Model, openBaseOf } from '../model';
import type { ModelReference } from '../reference';
import { type Context, isUse, type Role, SEVERITIES, type Severity, type Verdict } from '../vocabulary';
import type { EvaluationContext } from './evaluationContext';
import type { Finding } from './finding';
import { owesNow } from './ledger';
import { ruleInfo } from './rules';
import { surenessOf } from './sureness';

/** The gravest first, as verdicts on several uses of one model are weighed: what is not known stands above what needs a review. */
export const VERDICTS_BY_GRAVITY: readonly Verdict[] = ['conflict', 'unknown', 'review', 'obligations', 'ok'];

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

/** What a verdict needs to know of a finding. */
export interface VerdictFinding {
  readonly rule: string;
  readonly severity: Severity;
  /** Codes of the rules it speaks for; none of them is graver than it. */
  readonly also?: readonly string[];
  /** The part of the project that the place belongs to; absent where it is of no place that names a model. */
  readonly context?: Context | null;
}

/**
 * What comes of using a model in one role, as far as its facts tell: `unknown` where no license is known or stated, `review` where one
 * is only inferred, or nothing recorded of a base that the policy states: its terms, and its end, reach the model. What is called is under
 * the terms of its host, of which rules speak, but a name that nobody recorded may be of nothing.
 * @returns `undefined` where the model is only mentioned or listed, which is no use
 */
export function verdictOfFacts(role: Role, model: Model | undefined): Verdict | undefined {
  if (!isUse(role)) return undefined;
  if (model === undefined) return 'unknown';
  const isOpen = openBaseOf(model, role === 'calls') !== undefined;
  if (role === 'calls') return isRecorded(model) ? (isOpen ? 'review' : 'ok') : 'unknown';
  const { declared, also = [] } = model.license;
  if (declared === null) return 'unknown';
  if ([declared, ...also].some(({ category }) => category === 'unknown' || category === 'none-stated'))
    return 'unknown';
  const isInferred = licenseEvidence(model) !== undefined && surenessOf(model, 'license') === 'inferred';
  return isOpen || isInferred ? 'review' : 'ok';
}

/**
 * What a finding makes of the use that it is about. An error is a `conflict`; a warning asks for a `review`, or says that something is
 * `unknown`; a duty that is open is `obligations`; a remark leaves it `ok`.
 */
export function verdictOfFinding({ rule, severity, also = [], context }: VerdictFinding): Verdict {
  const isCapped = context !== undefined && context !== null && context !== 'product';
  return [rule, ...also].map((code) => verdictOfRule(code, severity, isCapped)).reduce(graver);
}

function verdictOfRule(rule: string, severity: Severity, isCapped: boolean): Verdict {
  if (severity === 'error') return 'conflict';
  if (UNKNOWN.has(rule)) return severity === 'hint' ? 'ok' : 'unknown';
  if (REMARKS.has(rule)) return 'ok';
  if (rule.startsWith('obligation/')) return 'obligations';
  if (severity === 'warning' || OPEN.has(rule)) return 'review';
  // A test or an example makes a finding lighter, not the model better.
  return isCapped && isGrave(rule) ? 'review' : 'ok';
}

function isGrave(rule: string): boolean {
  const severity = ruleInfo(rule)?.severity;
  return severity !== undefined && SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf('warning');
}

/** One use of a model, and what is found about it. */
export interface JudgedUse {
  readonly reference: ModelReference;
  readonly model: Model | undefined;
  readonly findings: readonly Finding[];
  readonly context: EvaluationContext;
}

/** What comes of one use: that of a model is the gravest of its uses. */
export function verdictOfUse({ reference, model, findings, context }: JudgedUse): Verdict {
  return [
    verdictOfFacts(reference.role, model) ?? 'ok',
    owesNow(reference, context) ? ('obligations' as const) : ('ok' as const),
    ...findings.map((finding) => verdictOfFinding({ ...finding, context: reference.context })),
  ].reduce(graver);
}

/** The graver of two verdicts on one model. */
export function graver(a: Verdict, b: Verdict): Verdict {
  return VERDICTS_BY_GRAVITY.indexOf(a) < VERDICTS_BY_GRAVITY.indexOf(b) ? a : b;
}
