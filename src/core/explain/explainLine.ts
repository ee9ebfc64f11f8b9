import type { AuditedReference, AuditResult } from '../audit/result';
import { render } from '../message';
import {
  explanationOf,
  decisionText,
  type DecidedBy,
  type ExplainedFact,
  type Explanation,
} from './explanation';

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
  readonly findings: readonly {
    readonly rule: string;
    readonly severity: string;
    readonly message: string;
    readonly also: readonly string[];
    readonly decidedBy: DecidedBy | null;
  }[];
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
    .filter((ignore) => ignore.path === path && (ignore.span.line === line || ignore.span.line === line - 1))
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
    findings: findings.map(({ message, ...rest }) => ({ ...rest, message: render(message) })),
  };
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

function findingText({
  rule,
  severity,
  message,
  also,
  decidedBy,
}: ExplainedPlace['findings'][number]): readonly string[] {
  return [
    `  Finding   ${severity} ${rule}: ${message}`,
    ...(decidedBy === null ? [] : [`            ${render(decisionText(decidedBy))}`]),
    ...(also.length === 0 ? [] : [`            also: ${also.join(', ')}`]),
  ];
}
