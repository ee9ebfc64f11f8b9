import type { AuditedReference, AuditResult } from '../audit/result';
import { render } from '../message';
import type { LedgerEntry } from '../policy/ledger';
import type { Reservation } from '../policy/reservations';
import { DUTY_STATES } from '../report/summary';
import { isUse } from '../vocabulary';
import { reservationText } from '../wording';
import {
  explanationOf,
  decisionText,
  type ExplainedFact,
  type ExplainedFinding,
  type Explanation,
} from './explanation';

/** What a rule found, as data: messages in English. */
export interface FindingData extends Omit<ExplainedFinding, 'message' | 'merged'> {
  readonly message: string;
  readonly merged: readonly FindingData[];
}

/** The explanation of one place, as data: messages in English. */
export interface ExplainedPlace {
  readonly path: string;
  /** 1-based, in UTF-16 code units; the end is exclusive. */
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly text: string;
  readonly id: string;
  readonly registry: string;
  readonly role: string;
  readonly host: string | null;
  readonly context: string;
  readonly confidence: string;
  readonly why: readonly string[];
  /** Canonical id; `null` when nothing is known of the name. */
  readonly model: string | null;
  readonly facts: readonly ExplainedFact[];
  /** The policy that governs the place; `null` for none. */
  readonly policy: string | null;
  readonly findings: readonly FindingData[];
  /** What a reader has to know of a verdict that allows the use: what alone lets it through, or what was not read. */
  readonly reservations: readonly Reservation[];
  /** What the licenses ask of the project for the model, over all its uses. */
  readonly duties: readonly (Pick<LedgerEntry, 'license' | 'clause' | 'state' | 'certain'> & {
    readonly text: string;
  })[];
  /** Comments in the file that silence findings on the line. */
  readonly ignored: readonly { readonly rules: readonly string[]; readonly reason: string }[];
}

/**
 * Every reference that begins on a line of an audited file, explained: what the text does with the model, what is known of it, what
 * was found, and which line of the policy or clause decided.
 * @param line 1-based
 */
export function explainLine(result: AuditResult, path: string, line: number): readonly ExplainedPlace[] {
  const models = new Map(result.models.map((model) => [model.id, model]));
  const texts = new Map(result.policies.flatMap(({ sources }) => [...sources]));
  const ignored = result.ignores
    .filter((ignore) => ignore.path === path && ignore.lines.includes(line))
    .map(({ rules, reason }) => ({ rules, reason }));
  return result.references
    .filter((reference) => reference.path === path && reference.span.line === line)
    .map((located): ExplainedPlace => {
      const { reference, span, model } = located;
      const explained = explanationOf({
        reference,
        model: model === null ? undefined : models.get(model),
        findings: findingsAt(result, located),
        policyTexts: texts,
      });
      return {
        path,
        ...span,
        text: reference.text,
        id: reference.id,
        registry: reference.registry,
        role: reference.role,
        host: reference.host,
        context: reference.context,
        confidence: reference.confidence,
        model,
        policy: governing(result, path),
        ...asData(explained),
        reservations: located.reservations ?? [],
        duties: isUse(reference.role) ? dutiesOf(result, model ?? reference.id) : [],
        ignored,
      };
    });
}

/** The nearest policy up the tree. */
function governing({ policies }: AuditResult, path: string): string | null {
  const folderOf = (file: string): string => file.slice(0, file.lastIndexOf('/') + 1);
  const within = policies.filter(
    ({ path: file, inTree, governsRoot }) => governsRoot || (inTree && path.startsWith(folderOf(file))),
  );
  const [nearest] = [...within].sort(
    (a, b) => Number(a.governsRoot) - Number(b.governsRoot) || b.path.length - a.path.length,
  );
  return nearest?.path ?? null;
}

function findingsAt({ findings }: AuditResult, { path, span }: AuditedReference) {
  return findings
    .filter(
      (one) =>
        one.path === path &&
        one.finding.reference !== undefined &&
        one.span.line === span.line &&
        one.span.column === span.column,
    )
    .map(({ finding }) => finding);
}

function asData({ why, facts, findings }: Explanation): Pick<ExplainedPlace, 'why' | 'facts' | 'findings'> {
  return {
    why: why.map((reason) => render(reason)),
    facts,
    findings: findings.map(findingData),
  };
}

function findingData({ message, merged, ...rest }: ExplainedFinding): FindingData {
  return { ...rest, message: render(message), merged: merged.map(findingData) };
}

function dutiesOf({ ledger }: AuditResult, model: string): ExplainedPlace['duties'] {
  return ledger
    .filter((entry) => entry.model === model)
    .map(({ text, license, clause, state, certain }) => ({
      text: render(text),
      license,
      clause,
      state,
      certain,
    }));
}

/** The explanations of a line, for people: one block for each reference. */
export function explanationText(places: readonly ExplainedPlace[]): string {
  return places.map(blockOf).join('\n');
}

function blockOf(place: ExplainedPlace): string {
  const { path, line, column, text, id, role, host, context, confidence, why, policy, ignored } = place;
  const at =
    host === null ? 'by whom is not known' : host === 'self' ? 'on machines of this project' : `at ${host}`;
  return `${[
    `${path}:${line}:${column} ${text}`,
    `  Name      ${id === text ? '' : `${id}, `}${place.registry}, ${confidence} confidence`,
    `  Use       ${role}, ${at}, in ${context}`,
    ...why.map((reason) => `            ${reason}`),
    `  Model     ${place.model ?? 'not known'}`,
    ...place.facts.map(factText),
    `  Policy    ${policy ?? 'none'}`,
    ...(place.findings.length === 0 ? ['  Findings  none'] : place.findings.flatMap(findingText)),
    ...place.reservations.map((one) => `  Note      ${render(reservationText(one))}`),
    ...place.duties.map(dutyText),
    ...ignored.map(({ rules, reason }) => `  Ignored   ${rules.join(', ') || 'every rule'}: ${reason}`),
  ].join('\n')}\n`;
}

function factText({ fact, value, sureness, source, date }: ExplainedFact): string {
  const known =
    sureness === null
      ? 'no source recorded'
      : `${sureness}, ${source ?? ''}${date === null ? '' : `, ${date}`}`;
  return `    ${fact.padEnd(9)} ${value} (${known})`;
}

function dutyText({ text, license, clause, state, certain }: ExplainedPlace['duties'][number]): string {
  const due = certain ? '' : ', if it applies';
  return `  Duty      ${text} (${license}${clause === null ? '' : ` ${clause}`}): ${render(DUTY_STATES[state])}${due}`;
}

function findingText(finding: FindingData): readonly string[] {
  const { rule, severity, message, merged, rulesToExcuse } = finding;
  return [
    `  Finding   ${severity} ${rule}: ${message}`,
    ...decidedText(finding),
    ...merged.flatMap((other) => [
      `            also ${other.severity} ${other.rule}: ${other.message}`,
      ...decidedText(other),
    ]),
    ...(rulesToExcuse.length < 2
      ? []
      : [`            An exception for all of it names rules: [${rulesToExcuse.join(', ')}]`]),
  ];
}

function decidedText({ decidedBy }: FindingData): readonly string[] {
  return decidedBy === null ? [] : [`            ${render(decisionText(decidedBy))}`];
}
