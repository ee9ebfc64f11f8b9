import { message } from '../message';
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
 * the strongest place, and so is a duty that the same words or the same license ask for several models, which are named
 * there, a list of barred uses that comes with several, and the files of one folder of which nothing is known. At the others the finding is a hint. One name in several packings is one model. Errors stay at each place.
 * @param findings less what is silenced, in the order of their places
 * @param scopeOf what a finding is told once in, by its index: a project
 * @returns the same findings in the same order
 */
export function toldOnce(
  findings: readonly Finding[],
  scopeOf: (index: number) => string = () => '',
): readonly Finding[] {
  const told = new Map<string, Teller>();
  const result = [...findings];
  for (const index of strongestFirst(findings)) {
    const finding = findings[index] as Finding;
    const said = saidBy(finding).map((one) => one && `${scopeOf(index)}\n${one}`);
    const isTold = said.every((one) => one !== undefined && told.has(one));
    const becomesHint = isTold && finding.severity !== 'error';
    if (becomesHint) result[index] = toldElsewhere(finding);
    for (const [part, one] of said.entries()) {
      if (one === undefined) continue;
      const teller = told.get(one);
      if (teller === undefined) told.set(one, { index, part, likewise: new Set() });
      else if (becomesHint && finding.model !== null) teller.likewise.add(finding.model);
    }
  }
  for (const teller of told.values()) {
    const finding = result[teller.index] as Finding;
    result[teller.index] = withLikewise(finding, teller);
  }
  return result;
}

/** The finding that tells of a matter, as its place among all and among the parts of that, with the other models that it tells of. */
interface Teller {
  readonly index: number;
  readonly part: number;
  readonly likewise: Set<string>;
}

/** More names than these nobody reads in one line. */
const MOST_NAMES = 10;

/** A finding of which the part about a duty names the other models that owe it. */
function withLikewise(finding: Finding, { part, likewise }: Teller): Finding {
  const teller = partsOf(finding)[part];
  const others = [...likewise].filter((name) => name !== finding.model);
  const isOfFiles = teller !== undefined && folderOfUnknown(teller) !== undefined;
  if (teller === undefined || !(isDuty(teller.rule) || isOfFiles) || others.length === 0) return finding;
  const names = `${others.slice(0, MOST_NAMES).join(', ')}${others.length > MOST_NAMES ? ', …' : ''}`;
  const said = isOfFiles
    ? message(
        '{0} (the same holds of {1} more files of the folder: {2})',
        teller.message,
        others.length,
        names,
      )
    : message('{0} (the same is due for {1} more: {2})', teller.message, others.length, names);
  if (teller === finding) return { ...finding, message: said };
  const merged = (finding.merged ?? []).map((one) => (one === teller ? { ...one, message: said } : one));
  return { ...finding, merged };
}

/** A finding and those that it speaks for, without hints. */
function partsOf(finding: Finding): readonly Finding[] {
  return [finding, ...(finding.merged ?? [])].filter(({ severity }) => severity !== 'hint');
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
  return partsOf(finding).map(matterOf);
}

/** What a rule says of a model, or which duty it tells of; `undefined` where that is a matter of the place. */
function matterOf({ rule, model, reference, data = {} }: Finding): string | undefined {
  if (!isToldOnce(rule) || reference === undefined) return undefined;
  // Who makes a model of another gives it on as a work of its own, with its own notice and copy.
  if (isDuty(rule) && reference.role !== 'derives')
    return [rule, data['phrase'] ?? data['licenseKey']].join('\n');
  const keys = data['licenseKeys'] ?? data['licenseKey'];
  if (rule === 'license/use-policy' && keys !== undefined && reference.role !== 'derives')
    return [rule, keys, reference.host].join('\n');
  const folder = folderOfUnknown({ rule, model, reference });
  return [rule, folder ?? nameOfWeights(model ?? ''), reference.host].join('\n');
}

/**
 * Files of weights that a project has in one folder, and of which nothing is known, are one matter: the voices of a
 * program that speaks, the parts of a pack.
 * @returns the folder with the ending of the file; `undefined` where a finding is about something else
 */
function folderOfUnknown({
  rule,
  model,
  reference,
}: Pick<Finding, 'rule' | 'model' | 'reference'>): string | undefined {
  if (rule !== 'license/unknown' || reference?.where !== 'file' || reference.model !== null) return undefined;
  const [, folder = '', ending = ''] = /^(.*\/)?[^/]*?(\.[^./]*)?$/.exec(model ?? '') ?? [];
  return `${folder}*${ending}`;
}

function isDuty(rule: string): boolean {
  return rule.startsWith('obligation/');
}

/** A hint in place of a finding, which keeps what that is for tables that are read by their rows. */
function toldElsewhere(finding: Finding): Finding {
  return finding.severity === 'hint' ? finding : { ...asHint(finding), alone: finding };
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
