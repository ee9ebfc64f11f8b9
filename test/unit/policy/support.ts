import { hostOfRegistry } from '../../../src/core/lookup/service';
import { createLookup } from '../../../src/core/lookup/lookup';
import { english, render } from '../../../src/core/message';
import { evaluate, type Evaluation } from '../../../src/core/policy/evaluate';
import type { EvaluationContext } from '../../../src/core/policy/evaluationContext';
import type { Finding } from '../../../src/core/policy/finding';
import type { Policy } from '../../../src/core/policy/policy';
import { readPolicy } from '../../../src/core/policy/readPolicy';
import type { Detection, ModelReference } from '../../../src/core/reference';
import type { Registry, Role } from '../../../src/core/vocabulary';
import { TEST_CATALOG } from '../../support/catalog';

export const TODAY = '2026-11-24';

/** A policy from its YAML; `version: 1` is put in front where it is missing. Fails the test when the policy has an error. */
export function policy(yaml: string): Policy {
  const text = /^version/m.test(yaml) ? yaml : `version: 1\n${yaml}`;
  const reading = readPolicy(text, '.model-policy.yaml');
  if (reading.policy === undefined)
    throw new Error(reading.problems.map((problem) => render(problem.message)).join('\n'));
  return reading.policy;
}

export interface Scenario {
  readonly role?: Role;
  readonly registry?: Registry;
  readonly projectLicense?: string;
  readonly today?: string;
  readonly path?: string;
  readonly reference?: Partial<ModelReference>;
}

export function reference(
  id: string,
  { role = 'loads', registry, reference: more }: Scenario = {},
  start = 0,
): ModelReference {
  const space = registry ?? TEST_CATALOG.resolve(id)?.registry ?? 'huggingface';
  return {
    range: { start, end: start + id.length },
    text: id,
    id,
    registry: space,
    role,
    host: hostOfRegistry(space) ?? (role === 'calls' ? space : 'self'),
    context: 'product',
    why: [],
    where: 'code',
    confidence: 'high',
    evidence: ['test'],
    model: TEST_CATALOG.resolve(id)?.record.id ?? null,
    ...more,
  };
}

export function contextOf(
  policyText: string | undefined,
  { projectLicense, today = TODAY, path = 'app.py' }: Scenario = {},
): EvaluationContext {
  const read = policyText === undefined ? undefined : policy(policyText);
  return {
    catalog: TEST_CATALOG,
    lookup: createLookup(TEST_CATALOG, read?.models ?? []),
    policy: read,
    today,
    path,
    ...(projectLicense !== undefined && { projectLicense }),
  };
}

/** What is found where a text names a model, under a policy given as YAML. */
export function judged(id: string, policyText?: string, scenario: Scenario = {}): readonly Finding[] {
  return each(evaluate(id, detection([reference(id, scenario)]), contextOf(policyText, scenario)).findings);
}

/** The same for a text with several names: each occurrence of an id is a reference. */
export function judgedText(
  text: string,
  ids: readonly string[],
  policyText?: string,
  scenario: Scenario = {},
): Evaluation {
  const references = ids.flatMap((id) =>
    occurrences(text, id).map((start) => reference(id, scenario, start)),
  );
  const evaluation = evaluate(text, detection(references), contextOf(policyText, scenario));
  return { ...evaluation, findings: each(evaluation.findings) };
}

/** What each rule says by itself, also where another speaks for it: tests of a rule do not depend on the rules beside it. */
export function each(findings: readonly Finding[]): readonly Finding[] {
  return findings.flatMap((finding) => [finding, ...(finding.merged ?? [])]);
}

export function detection(references: readonly ModelReference[]): Detection {
  return { references, uses: [], runtimeChoices: [] };
}

function occurrences(text: string, id: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(id); at >= 0; at = text.indexOf(id, at + id.length)) found.push(at);
  return found;
}

export function codes(findings: readonly Finding[]): readonly string[] {
  return findings.map(({ rule }) => rule).sort();
}

export function findingOf(findings: readonly Finding[], rule: string): Finding {
  const found = findings.find((finding) => finding.rule === rule);
  if (found === undefined) throw new Error(`no ${rule} among ${codes(findings).join(', ') || 'nothing'}`);
  return found;
}

export function words(finding: Finding): string {
  return render(finding.message, english);
}
