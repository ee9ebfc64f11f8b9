import type { Severity } from '../vocabulary';
import { SEVERITIES } from '../vocabulary';
import type { Finding } from './finding';

/** A life that ends is another cause than the terms: it is mended in another way, and on another day. */
const LIFE: ReadonlySet<string> = new Set(['model/retired', 'model/ending', 'model/renamed']);

/**
 * One finding per cause for the findings about one place: the gravest speaks, and names the rules of the others in `also`.
 * @param findings all about one reference
 * @param order rule codes, the gravest first; decides between findings of one severity
 * @returns the findings that speak, each with those it speaks for in `merged`
 */
export function oneCause(findings: readonly Finding[], order: readonly string[]): readonly Finding[] {
  if (findings.length < 2) return findings;
  const life = findings.filter(({ rule }) => LIFE.has(rule));
  const terms = findings.filter(({ rule }) => !LIFE.has(rule));
  return [...merged(terms, order), ...merged(life, order)];
}

/** Whether a finding says that a model cannot be used at all, so that it speaks for what else its terms ask at the same place. */
export function speaksForDuties({ rule, severity }: Finding): boolean {
  return severity === 'error' && !LIFE.has(rule);
}

/** A finding that speaks for another one at the same place. */
export function withMerged(finding: Finding, other: Finding): Finding {
  const { also = [], merged: others = [] } = finding;
  return {
    ...finding,
    also: [...new Set([...also, other.rule])],
    merged: [...others, other],
  };
}

/** The rules that have to be excused for a finding to be gone: hints beside it ask nobody to decide anything. */
export function rulesToSettle({ rule, merged: others = [] }: Finding): readonly string[] {
  return [...new Set([rule, ...others.filter(({ severity }) => severity !== 'hint').map((one) => one.rule)])];
}

function merged(findings: readonly Finding[], order: readonly string[]): readonly Finding[] {
  const [first, ...rest] = [...findings].sort(
    (a, b) => rank(a.severity) - rank(b.severity) || order.indexOf(a.rule) - order.indexOf(b.rule),
  );
  if (first === undefined) return [];
  if (rest.length === 0) return [first];
  return [{ ...first, also: [...new Set(rest.map(({ rule }) => rule))], merged: rest }];
}

function rank(severity: Severity): number {
  return SEVERITIES.indexOf(severity);
}
