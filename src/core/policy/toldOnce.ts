import { nameOfWeights } from '../registries/local/spelling';
import type { Finding } from './finding';
import { rank } from './severity';

/** Rules about a model that ask for one decision, which holds for every place that uses it. */
const OF_MODEL: ReadonlySet<string> = new Set([
  'license/unknown',
  'license/none-stated',
  'license/code-weights-differ',
  'license/use-policy',
  'lineage/relabelled',
  'lineage/probable',
]);

/** Whether what a rule says of a model is told at one place of a project for all. */
export function isToldOnce(rule: string): boolean {
  return OF_MODEL.has(rule) || isDuty(rule);
}

/**
 * Findings of which each says something that no stronger one says: what asks for one decision about a model is told at
 * the strongest place, and so is a duty that the same words or the same text settle for several models, and a list of
 * barred uses that comes with several. At the others the finding is a hint. One name in several packings is one model. Errors stay at each place.
 * @param findings less what is silenced, in the order of their places
 * @param scopeOf what a finding is told once in, by its index: a project
 * @returns the same findings in the same order
 */
export function toldOnce(
  findings: readonly Finding[],
  scopeOf: (index: number) => string = () => '',
): readonly Finding[] {
  const told = new Set<string>();
  const result = [...findings];
  for (const index of strongestFirst(findings)) {
    const finding = findings[index] as Finding;
    const said = saidBy(finding).map((one) => one && `${scopeOf(index)}\n${one}`);
    const isTold = said.every((one) => one !== undefined && told.has(one));
    if (isTold && finding.severity !== 'error') result[index] = asHint(finding);
    for (const one of said) if (one !== undefined) told.add(one);
  }
  return result;
}

/** The indexes of findings, the gravest first; of those alike the product's, and then by place. */
function strongestFirst(findings: readonly Finding[]): readonly number[] {
  const weights = findings.map(
    ({ severity, reference }) => 2 * rank(severity) + (reference?.context === 'product' ? 0 : 1),
  );
  return [...findings.keys()].sort((a, b) => (weights[a] as number) - (weights[b] as number) || a - b);
}

/** What a finding says, and what those say that it speaks for; hints say nothing. */
function saidBy(finding: Finding): readonly (string | undefined)[] {
  return [finding, ...(finding.merged ?? [])].filter(({ severity }) => severity !== 'hint').map(matterOf);
}

/** What a rule says of a model, or which duty it tells of; `undefined` where that is a matter of the place. */
function matterOf({ rule, model, reference, data = {} }: Finding): string | undefined {
  if (!isToldOnce(rule) || reference === undefined) return undefined;
  // Who makes a model of another gives it on as a work of its own, with its own notice and copy.
  if (isDuty(rule) && reference.role !== 'derives')
    return [rule, data['phrase'] ?? data['licenseKey']].join('\n');
  if (rule === 'license/use-policy' && data['licenseKey'] !== undefined && reference.role !== 'derives')
    return [rule, data['licenseKey'], reference.host].join('\n');
  return [rule, nameOfWeights(model ?? ''), reference.host].join('\n');
}

function isDuty(rule: string): boolean {
  return rule.startsWith('obligation/');
}

/** A finding that says what another says already, and so do those that it speaks for. */
export function asHint(finding: Finding): Finding {
  const { merged } = finding;
  return {
    ...finding,
    severity: 'hint',
    ...(merged && { merged: merged.map((one) => ({ ...one, severity: 'hint' as const })) }),
  };
}
