import type { Detection, ModelReference } from '../reference';
import { isUse, SEVERITIES, type Severity } from '../vocabulary';
import { capped, contextUnder } from './contextCap';
import { exceptionsFor, exceptionsInPaths } from './exceptions';
import type { EvaluationContext } from './evaluationContext';
import { excusedBy, type Excused } from './excused';
import type { Finding } from './finding';
import { applyIgnore, readInlineIgnores, type AppliedIgnore, type InlineIgnore } from './inlineIgnores';
import type { Policy, PolicyException } from './policy';
import type { ReferenceRule, Subject } from './rule';
import { listedNames } from './listedNames';
import { oneCause } from './oneCause';
import { excuses, type Reservation, type Silencing } from './reservations';
import { HOST_RULES, REFERENCE_RULE_CODES, REFERENCE_RULES } from './rules';
import { severityOf } from './severity';
import { subjectOf } from './subject';
import { asFarAsSure, surenessOf } from './sureness';
import { toldBeside } from './toldBeside';
import { toldOnce } from './toldOnce';
import { unusedIgnores } from './unusedIgnores';

export interface Evaluation {
  readonly findings: readonly Finding[];
  /** Policy exceptions that silenced something, by their index in `policy.exceptions`: the others are unused. */
  readonly usedExceptions: ReadonlySet<number>;
  /** The file's ignore comments, with what each silenced in this file. */
  readonly ignores: readonly AppliedIgnore[];
  /** What alone lets references through that would need a review or be forbidden; those without are left out. */
  readonly excuses: ReadonlyMap<ModelReference, readonly Reservation[]>;
  /** What only exceptions keep from being told of references; those without are left out. */
  readonly excused: ReadonlyMap<ModelReference, readonly Excused[]>;
}

/** The findings of one file: its references judged by the policy, less what exceptions and inline ignores silence. */
export function evaluate(text: string, detection: Detection, context: EvaluationContext): Evaluation {
  // A list is judged as product code wherever it lies: `anywhere` has no path that could lighten what is found.
  const { path = '', ...anywhere } = context;
  const ignores = readInlineIgnores(text, path, context.today);
  const usedExceptions = new Set<number>();
  const silenced = new Map<InlineIgnore, Finding[]>();
  const letThrough = new Map<ModelReference, readonly Reservation[]>();
  const excused = new Map<ModelReference, readonly Excused[]>();
  const exceptionsOf = (finding: Finding): readonly number[] => {
    const excepted = exceptionsSilencing(finding, context);
    for (const index of excepted) usedExceptions.add(index);
    return excepted;
  };
  const silencingOf = (finding: Finding, put?: Excused[]): Silencing | undefined => {
    const isLocked = context.policy?.lockedBy.has(finding.rule) === true;
    const silencing = isLocked ? [] : ignores.at(finding.range.start, finding.rule);
    for (const ignore of silencing) silenced.set(ignore, [...(silenced.get(ignore) ?? []), finding]);
    const excepted = exceptionsOf(finding);
    if (excepted.length > 0 && context.policy !== undefined)
      put?.push(excusedBy(finding, excepted, context.policy));
    return excepted.length + silencing.length === 0
      ? undefined
      : {
          finding,
          exceptions: endsOf(excepted, context),
          comments: silencing.map(({ until }) => until),
        };
  };
  // Each rule is held against exceptions by itself: what is excused must not speak for what is not.
  const toldOf = (reference: ModelReference, rules?: readonly ReferenceRule[]): readonly Finding[] => {
    const silencings: Silencing[] = [];
    const excepted: Excused[] = [];
    const open = findingsFor(pinnedByUses(reference, detection), context, rules).filter((finding) => {
      const silencing = silencingOf(finding, excepted);
      if (silencing !== undefined) silencings.push(silencing);
      return silencing === undefined;
    });
    const excuse = excuses(silencings);
    if (excuse.length > 0) letThrough.set(reference, excuse);
    if (excepted.length > 0) excused.set(reference, excepted);
    return oneCause(open, REFERENCE_RULE_CODES);
  };
  const findings = [
    ...detection.references.flatMap((reference) => toldOf(reference)),
    ...(detection.addresses ?? []).flatMap((address) => toldOf(address, HOST_RULES)),
  ];
  const listed = listedNames(
    detection.references,
    (reference) => findingsFor(reference, anywhere).filter((finding) => exceptionsOf(finding).length === 0),
    context,
  );
  const told = listed === undefined ? [] : [listed].filter((finding) => silencingOf(finding) === undefined);
  const applied = ignores.all.map((ignore) => applyIgnore(ignore, silenced.get(ignore) ?? []));
  return {
    findings: [...toldOnce(toldBeside(text, findings)), ...told, ...unusedIgnores(applied, context.policy)],
    usedExceptions,
    ignores: applied,
    excuses: letThrough,
    excused,
  };
}

/** The last days of exceptions of the policy, by their index in it. */
function endsOf(indexes: readonly number[], { policy }: EvaluationContext): readonly (string | null)[] {
  return indexes.map((index) => policy?.exceptions[index]?.expires ?? null);
}

/**
 * What alone lets a reference through, as far as its findings tell where nothing else is known of its file.
 * @param found all that the rules find about it
 * @param told those of them that nothing silences
 */
export function excusesOf(
  found: readonly Finding[],
  told: readonly Finding[],
  context: EvaluationContext,
): readonly Reservation[] {
  const open = new Set(told.flatMap(({ rule, also = [] }) => [rule, ...also]));
  return excuses(
    found
      .filter(({ rule }) => !open.has(rule))
      .map((finding) => ({
        finding,
        exceptions: endsOf(exceptionsSilencing(finding, context), context),
        comments: [],
      })),
  );
}

/** What all rules, or those given, find about one reference, before anything silences it. What is mentioned or listed is no use, so nothing is found about it. */
export function findingsFor(
  reference: ModelReference,
  context: EvaluationContext,
  rules: readonly ReferenceRule[] = REFERENCE_RULES,
): readonly Finding[] {
  if (!isUse(reference.role)) return [];
  const subject = subjectOf(reference, context);
  return rules.flatMap((rule) => {
    const locks = context.policy?.lockedBy.get(rule.code) ?? [];
    // What a base locks holds whatever the nearer policy and other bases say; these may ask for more.
    const locked = locks.map((lock) => applyRule(rule, lockedSubject(subject, lock)));
    return [...locked, applyRule(rule, subject)].reduce(graverOf, undefined) ?? [];
  });
}

/** A reference as the policy that locks a rule sees it. */
function lockedSubject(subject: Subject, policy: Policy): Subject {
  const lookup = subject.context.lookup.under(policy.models);
  const context = { ...subject.context, policy, lookup };
  return lookup === subject.context.lookup ? { ...subject, context } : subjectOf(subject.reference, context);
}

/** The graver of two findings by one rule, the first where they are alike. */
function graverOf(a: Finding | undefined, b: Finding | undefined): Finding | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return SEVERITIES.indexOf(b.severity) < SEVERITIES.indexOf(a.severity) ? b : a;
}

/** The same, less what an exception of the policy silences: what an audit would tell of the reference, ignore comments aside. */
export function openFindingsFor(reference: ModelReference, context: EvaluationContext): readonly Finding[] {
  return findingsFor(reference, context).filter(
    (finding) => exceptionsSilencing(finding, context).length === 0,
  );
}

function applyRule(rule: ReferenceRule, subject: Subject): Finding | undefined {
  const {
    reference,
    model,
    context: { policy },
  } = subject;
  const set = severityOf(rule, policy);
  if (set === 'off') return undefined;
  const hit = rule.check(subject);
  if (hit === undefined) return undefined;
  const own =
    policy === undefined
      ? lighter(set, hit.severity ?? set)
      : policy.rules.has(rule.code)
        ? set
        : (hit.severity ?? set);
  const { message, severity: known } = asFarAsSure(hit, own, {
    sureness: rule.fact === undefined || hit.isOfHost === true ? 'read' : surenessOf(model, rule.fact),
    isStated: policy?.rules.has(rule.code) === true,
  });
  const told = reference.confidence === 'low' ? atMostInformation(known) : known;
  const severity = capped(told, contextUnder(policy, subject.context.path, reference.context), policy);
  if (severity === 'off') return undefined;
  return {
    rule: rule.code,
    severity,
    ...(severity !== told && { inProduct: told }),
    range: reference.range,
    message,
    model: model?.id ?? reference.id,
    reference,
    ...(hit.decision !== undefined && { decision: hit.decision }),
    ...(hit.data !== undefined && { data: hit.data }),
  };
}

/** What a rule says of a case can only be lighter than what it may say without a policy. */
function lighter(a: Severity, b: Severity): Severity {
  return SEVERITIES.indexOf(a) > SEVERITIES.indexOf(b) ? a : b;
}

/** A guess at what is a model's name must not fail anybody's build. */
function atMostInformation(severity: Severity): Severity {
  return severity === 'hint' ? 'hint' : 'information';
}

function exceptionsSilencing(
  finding: Finding,
  { policy, today, path }: EvaluationContext,
): readonly number[] {
  if (policy === undefined || policy.exceptions.length === 0) return [];
  return exceptionsFor(policy, finding.rule, { names: namesIn(finding), path }, today);
}

/** The exceptions of the policy that would silence a finding, or one that it speaks for, in paths of their own alone. */
export function exceptionsElsewhere(
  finding: Finding,
  { policy, today }: EvaluationContext,
): readonly PolicyException[] {
  if (policy === undefined) return [];
  const rules = [finding.rule, ...(finding.also ?? [])];
  const found = rules.flatMap((rule) => exceptionsInPaths(policy, rule, namesIn(finding), today));
  return [...new Set(found)];
}

/** What an exception may call the model of a finding. */
function namesIn({ model, reference }: Finding): readonly string[] {
  return [model, reference?.id, reference?.text].filter((name) => name !== null && name !== undefined);
}

/** A revision may stand where a variable is used and not where it gets its value. */
function pinnedByUses(reference: ModelReference, { uses }: Detection): ModelReference {
  if (reference.revision !== undefined) return reference;
  const pinned = uses.find(
    ({ id, registry, revision }) =>
      revision !== undefined && id === reference.id && registry === reference.registry,
  );
  return pinned?.revision === undefined ? reference : { ...reference, revision: pinned.revision };
}
