import type { Service } from '../lookup/service';
import { labeled, message, type Message } from '../message';
import type { Evidence, LicenseSummary, Model } from '../model';
import type { Excused } from '../policy/excused';
import type { Decision, Finding } from '../policy/finding';
import { rulesToSettle } from '../policy/oneCause';
import { surenessOf, type Sureness } from '../policy/sureness';
import type { ModelReference } from '../reference';
import { originText } from '../report/modelText';
import { ENGLISH, type Language, listed, say, sayWord } from '../report/language';
import { LineIndex } from '../text/lineIndex';
import type { Severity } from '../vocabulary';
import { CATEGORY_WORDS, LINEAGE_WORDS, OPENNESS_WORDS, STATUS_WORDS } from '../wording';

/** What decided about a finding, down to the line. */
export type DecidedBy =
  | {
      readonly kind: 'policy';
      readonly path: string;
      readonly line: number | null;
      readonly text: string | null;
    }
  | Exclude<Decision, { readonly kind: 'policy' }>;

/** A fact about a model that rules ask for, with how it is known. */
export interface ExplainedFact {
  readonly fact: 'license' | 'publisher' | 'origin' | 'openness' | 'lineage' | 'status';
  readonly value: string;
  /** `null` where no evidence is recorded for it. */
  readonly sureness: Sureness | null;
  readonly source: string | null;
  /** `YYYY-MM-DD` or `YYYY-MM`. */
  readonly date: string | null;
}

export interface ExplainedFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: Message;
  /** Further rules that the same cause breaks at this place. */
  readonly also: readonly string[];
  readonly decidedBy: DecidedBy | null;
  /** The findings of the rules under `also`, each with its own reason. */
  readonly merged: readonly ExplainedFinding[];
  /** The rules that an exception has to name for all of it to be excused, its own first. */
  readonly rulesToExcuse: readonly string[];
}

/** What only exceptions of the policy keep from being told. */
export interface ExcusedFinding
  extends Pick<ExplainedFinding, 'rule' | 'severity' | 'message' | 'decidedBy'> {
  readonly exceptions: readonly (Omit<Excused['exceptions'][number], 'decision'> & {
    readonly grantedBy: DecidedBy;
  })[];
}

/** The whole chain from a text to what is said of it: use, facts, findings, and what decided each. */
export interface Explanation {
  /** Why this role, host and context. */
  readonly why: readonly Message[];
  readonly facts: readonly ExplainedFact[];
  readonly findings: readonly ExplainedFinding[];
  readonly excused: readonly ExcusedFinding[];
}

/** A reference, what is known of its model, and what was found about it. */
export interface Explained {
  readonly reference: Pick<ModelReference, 'why'>;
  readonly model: Model | undefined;
  /** What the reference calls, where it calls something. */
  readonly service?: Pick<Service, 'source' | 'isOwnPage' | 'status'> | undefined;
  readonly findings: readonly Finding[];
  /** What only exceptions keep from being told of it. */
  readonly excused?: readonly Excused[] | undefined;
  /** The texts of the policy files, by their paths as decisions name them. */
  readonly policyTexts?: ReadonlyMap<string, string> | undefined;
}

/**
 * Explains one place. The same facts and findings always give the same explanation.
 * @param language of the values of facts
 */
export function explanationOf(
  { reference, model, service, findings, excused = [], policyTexts }: Explained,
  language = ENGLISH,
): Explanation {
  return {
    why: reference.why,
    facts: model === undefined ? [] : factsOf(model, service, language),
    findings: findings.map((finding) => explainedFinding(finding, policyTexts)),
    excused: excused.map((one) => excusedFinding(one, policyTexts)),
  };
}

function explainedFinding(finding: Finding, texts: Explained['policyTexts']): ExplainedFinding {
  const { rule, severity, message: said, also = [], decision, merged = [] } = finding;
  return {
    rule,
    severity,
    message: said,
    also,
    decidedBy: decision === undefined ? null : decidedBy(decision, texts),
    merged: merged.map((other) => explainedFinding(other, texts)),
    rulesToExcuse: rulesToSettle(finding),
  };
}

function excusedFinding({ finding, exceptions }: Excused, texts: Explained['policyTexts']): ExcusedFinding {
  const { rule, severity, message: said, decision } = finding;
  return {
    rule,
    severity,
    message: said,
    decidedBy: decision === undefined ? null : decidedBy(decision, texts),
    exceptions: exceptions.map(({ decision: granted, ...exception }) => ({
      ...exception,
      grantedBy: decidedBy(granted, texts),
    })),
  };
}

/** What decided, in words: `.model-policy.yaml:4 (deny: [llama3.1])`, `llama3.1 s.1.b`. */
export function decisionText(decided: DecidedBy): Message {
  switch (decided.kind) {
    case 'policy': {
      const place = decided.line === null ? decided.path : `${decided.path}:${decided.line}`;
      return decided.text === null
        ? message('decided by {0}', place)
        : message('decided by {0}: {1}', place, decided.text);
    }
    case 'clause':
      return decided.clause === null
        ? message('decided by the license {0}', decided.license)
        : message('decided by the license {0}, {1}', decided.license, decided.clause);
    case 'fact':
      return message('decided by a fact from {0}', decided.source);
  }
}

function decidedBy(decision: Decision, texts: ReadonlyMap<string, string> | undefined): DecidedBy {
  if (decision.kind !== 'policy') return decision;
  const { path, range } = decision;
  const text = texts?.get(path);
  if (text === undefined) return { kind: 'policy', path, line: null, text: null };
  const { line } = new LineIndex(text).spanOf(range);
  return { kind: 'policy', path, line, text: text.split(/\r?\n/)[line - 1]?.trim() ?? null };
}

/** What is said of the bases of a model where none is recorded. */
export const NO_BASE = message('no base recorded');

/** In place of the file in which a policy states a fact: several may hold it. */
export const STATED_BY_POLICY = 'policy';

/** The names of all licenses that a model states, and of the one in effect where that is none of them. */
function termsOf({ license: { declared, effective, also = [] } }: Model, language: Language): string {
  if (declared === null) return sayWord('unknown', CATEGORY_WORDS, language);
  const stated = [declared, ...also];
  const nameOf = ({ key, name }: LicenseSummary): string =>
    key === 'none-stated' ? say(message('none stated'), language) : name;
  const names = stated.map(nameOf).join(' AND ');
  const isStated = effective === null || stated.some(({ key }) => key === effective.key);
  return isStated ? names : `${names} → ${nameOf(effective)}`;
}

function factsOf(model: Model, service: Explained['service'], language: Language): readonly ExplainedFact[] {
  const { publisher, openness, lineage } = model;
  const { status } = service ?? model;
  const publishedBy = publisher?.name ?? sayWord('unknown', CATEGORY_WORDS, language);
  const level = sayWord(openness.level, OPENNESS_WORDS, language);
  const bases = lineage.map((base) => labeled(sayWord(base.relation, LINEAGE_WORDS, language), base.model));
  // That nothing is recorded is no word of the publisher that there is no base.
  const madeFrom = lineage.length === 0 ? say(NO_BASE, language) : listed(bases, language);
  return [
    fact(model, 'license', ['license'], termsOf(model, language)),
    fact(model, 'publisher', ['publisher', 'origin'], publishedBy),
    fact(model, 'origin', ['origin', 'publisher'], originText(model, language.translate)),
    // A license tells how open the weights are, and nothing of what is not known.
    fact(model, 'openness', openness.level === 'unknown' ? ['openness'] : ['openness', 'license'], level),
    fact(model, 'lineage', ['lineage'], madeFrom),
    ...(status.state === 'active' ? [] : [statusFact(model, service, language)]),
  ];
}

/** The status is the host's where it is called there, whatever others say of the model; its calendar is then the source. */
function statusFact(model: Model, service: Explained['service'], language: Language): ExplainedFact {
  const known = fact(model, 'status', ['status'], statusValue((service ?? model).status, language));
  const source = service?.source ?? null;
  return known.source !== null || source === null
    ? known
    : {
        ...known,
        sureness: service?.isOwnPage === true ? 'read' : 'listed',
        source: source.url,
        date: source.read,
      };
}

/** The day is that of the end, whether it has come or is announced. */
function statusValue({ state, date }: Model['status'], language: Language): string {
  if (date === undefined) return sayWord(state, STATUS_WORDS, language);
  return say(state === 'retired' ? message('ended {0}', date) : message('ends {0}', date), language);
}

/** A fact by the first evidence that is recorded for it, or for what it follows from. */
function fact(
  model: Model,
  name: ExplainedFact['fact'],
  recordedAs: readonly string[],
  value: string,
): ExplainedFact {
  const evidence = recordedAs
    .map((recorded) => model.evidence.find((one) => one.fact === recorded))
    .find((one) => one !== undefined);
  return {
    fact: name,
    value,
    sureness: evidence === undefined ? null : howSure(model, name, evidence),
    source: evidence?.origin === 'policy override' ? STATED_BY_POLICY : (evidence?.source ?? null),
    date: evidence?.date || null,
  };
}

function howSure(model: Model, name: ExplainedFact['fact'], evidence: Evidence): Sureness {
  if (name === 'license' || name === 'openness') return surenessOf(model, 'license');
  return surenessOf({ evidence: [{ ...evidence, fact: 'license' }] }, 'license');
}
