import { message, type Message } from '../message';
import { type Model, openBaseOf } from '../model';
import type { Finding } from '../policy/finding';
import { graver, verdictOfFacts, verdictOfFinding } from '../policy/verdict';
import { ruleInfo } from '../policy/rules';
import type { ModelReference } from '../reference';
import type { Verdict } from '../vocabulary';

/** One use, as far as its verdict is explained by it. */
export interface ExplainedUse {
  readonly reference: Pick<ModelReference, 'role' | 'context'>;
  readonly model: Model | undefined;
  readonly findings: readonly Finding[];
  /** Whether exceptions or comments keep something from being told. */
  readonly isExcused?: boolean;
  /** Whether a license asks something of this use that is due now. */
  readonly owes: boolean;
  /** Whether all of that is done: found in the files, or stated by the policy. */
  readonly isDone?: boolean;
  /** Whether the terms of the host that is called hold its callers to the license of the model as well. */
  readonly isHeld?: boolean;
}

/** What comes of one use, and what decided: rules by their codes, and what else did in words. */
export interface ExplainedVerdict {
  /** `null` where the model is only mentioned or listed. */
  readonly verdict: Verdict | null;
  readonly by: readonly (string | Message)[];
}

/** What comes of one use by itself, and which finding, fact or duty makes it so. */
export function explainedVerdict(use: ExplainedUse): ExplainedVerdict {
  const facts = verdictOfFacts(use.reference.role, use.model);
  if (facts === undefined) return { verdict: null, by: [] };
  const reasons: readonly (readonly [Verdict, string | Message])[] = [
    ...use.findings.map((finding) => [verdictOf(finding, use), finding.rule] as const),
    [facts, factReason(facts, use)],
    ...(use.owes ? [['obligations', dutyReason(use)] as const] : []),
  ];
  const verdict = reasons.map(([one]) => one).reduce(graver);
  const by = reasons.filter(([one]) => one === verdict).map(([, reason]) => reason);
  return { verdict, by: verdict === 'ok' ? by.slice(-1) : [...new Set(by)] };
}

/** Duties make a verdict what it is whether they are done or not: who reads of them has to know which. */
function dutyReason({ isDone = false }: ExplainedUse): Message {
  return isDone
    ? message('duties that are due, each found in the files or stated by the policy to be done')
    : message('a duty that is due');
}

function verdictOf(finding: Finding, { reference }: ExplainedUse): Verdict {
  return verdictOfFinding({ ...finding, context: reference.context });
}

/** Why the facts alone ask for a look: the base that the policy states is not known, or the license not surely. */
function openReason(model: Model, role: ExplainedUse['reference']['role']): Message {
  const base = openBaseOf(model, role === 'calls');
  return base === undefined
    ? message('the license is only inferred')
    : message('the base {0} is not known', base.model);
}

/** Why the facts alone come to a verdict. */
function factReason(
  verdict: Verdict,
  { reference, model, isHeld = false, isExcused = false, findings }: ExplainedUse,
): Message {
  if (model === undefined) return message('nothing is known of the name');
  if (verdict === 'unknown') return message('license not known');
  if (verdict === 'review') return openReason(model, reference.role);
  if (reference.role === 'calls' && isHeld)
    return message(
      'the terms of the host decide about a call; they hold callers to the license of the model, unless its publisher gave the host other terms',
    );
  if (reference.role === 'calls')
    return message('the terms of the host, not the license, decide about a call');
  if (isExcused) return message('what was found against it is excused');
  // What is a hint wherever it is found speaks against no use: another rule may be one only for where this place is.
  const rules = new Set(findings.flatMap(({ rule }) => (ruleInfo(rule)?.severity === 'hint' ? [] : [rule])));
  return rules.size === 0
    ? message('nothing found against it')
    : message('found as information only: {0}', [...rules].join(', '));
}
