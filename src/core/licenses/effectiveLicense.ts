import type { LicenseRecord } from '../catalog/records';
import { message, type Message } from '../message';
import type { LicenseCategory, LineageRelation } from '../vocabulary';
import { judge } from './compatibility';
import type { Judgement, Reason } from './judgement';
import { distillationUnder } from './rules/outputs';
import { isKnown, obligationOf, restrictionOf, sourceOf } from './terms';

/** A model that another was made from, at once or by way of others. */
export interface Base {
  readonly model: string;
  readonly relation: LineageRelation;
  /** `undefined` where the base's license is not known. */
  readonly license: LicenseRecord | undefined;
  /** Whoever published the derivative published the base too, and may put its own work under other terms. */
  readonly isOwn?: boolean;
}

/**
 * - `relabelled`: the derivative's label does not carry the base's terms (Llama under Apache-2.0).
 * - `conflict`: the base's terms and the label, or the terms of two bases, cannot both be met.
 * - `review`: texts that can be read either way, such as a non-commercial label over Llama.
 */
export interface LineageFinding {
  readonly kind: 'relabelled' | 'conflict' | 'review';
  /** The base models concerned; more than one only where bases conflict among themselves. */
  readonly bases: readonly string[];
  readonly baseLicense: LicenseRecord;
  /** The rule of the rule base that decided, and the clause of the base's license. */
  readonly rule: string;
  readonly clause: string | null;
  readonly source: string | null;
  readonly text: Message;
}

export interface EffectiveLicense {
  /** The license that governs in the end, the strictest of the parts; `undefined` where nothing is known. */
  readonly license: LicenseRecord | undefined;
  /** Every license that holds at once, the governing one first. */
  readonly parts: readonly LicenseRecord[];
  /** The bases it was reckoned with, nearest first. */
  readonly bases: readonly Base[];
  readonly findings: readonly LineageFinding[];
}

interface KnownBase extends Base {
  readonly license: LicenseRecord;
}

/**
 * What is left of a derivative's declared license once the terms of its bases are added. What a publisher makes of its own model is
 * under the license that it states: Llama 3.3 is under Llama 3.3's, though it was made from Llama 3.1.
 * `declared` is `undefined` where the derivative's own license is not known.
 * @param also licenses that the derivative states beside it: all hold at the same time
 */
export function effectiveLicense(
  declared: LicenseRecord | undefined,
  bases: readonly Base[],
  also: readonly LicenseRecord[] = [],
): EffectiveLicense {
  const stated = declared !== undefined && isKnown(declared);
  const known = bases.filter(
    (base): base is KnownBase =>
      base.license !== undefined &&
      isKnown(base.license) &&
      !(stated && (base.isOwn === true || isSameContract(declared, base.license))),
  );
  const binding = known.filter(
    (base) =>
      base.relation !== 'distilled' || distillationUnder({ ...asPair(base, base.license) }) === 'derivative',
  );
  const findings = againstLabels([declared, ...also], known);
  const parts = partsOf(
    [declared, ...also],
    binding,
    new Set(findings.filter(({ kind }) => kind === 'relabelled').map(({ baseLicense }) => baseLicense)),
  );
  return { license: parts[0], parts, bases, findings: [...findings, ...amongBases(binding)] };
}

/** A deployment, or what a service tunes for its customer, is called under the same contract as the model that it runs. */
function isSameContract(declared: LicenseRecord, base: LicenseRecord): boolean {
  return base.category === 'proprietary-api' && base.key === declared.key;
}

function asPair(base: KnownBase, downstream: LicenseRecord) {
  return { upstream: base.license, downstream, relation: 'derives', lineage: base.relation } as const;
}

// ── What governs ────────────────────────────────────────────────────────────────────────────────────────────────

/** From the freest to the strictest. A state of not knowing grants less than a permissive license and hides no stricter one. */
const STRICTNESS: readonly LicenseCategory[] = [
  'permissive',
  'unknown',
  'none-stated',
  'weak-copyleft',
  'copyleft',
  'responsible-ai',
  'community-restricted',
  'no-derivatives',
  'non-commercial',
  'proprietary-api',
];

function strictness(record: LicenseRecord): number {
  const researchOnly = restrictionOf(record, 'research-only') !== undefined ? 0.5 : 0;
  return STRICTNESS.indexOf(record.category) + researchOnly;
}

/**
 * The label, and every base whose terms go further than a notice; a permissive base leaves the label alone, unless there is
 * no label and the model is only a converted copy of it. Among equally strict licenses the label comes first, but after terms of
 * a base that it drops, and a family tag after the text it may stand for.
 */
function partsOf(
  [declared, ...also]: readonly (LicenseRecord | undefined)[],
  bases: readonly KnownBase[],
  dropped: ReadonlySet<LicenseRecord>,
): readonly LicenseRecord[] {
  const stated = declared !== undefined && declared.category !== 'none-stated';
  const below = bases.filter(
    (base) => base.license.category !== 'permissive' || (!stated && base.relation === 'quantized'),
  );
  const copied = !stated && below.some((base) => base.relation === 'quantized');
  const label = [copied ? undefined : declared, ...also].filter((license) => license !== undefined);
  const all = [...new Set([...label, ...below.map((base) => base.license)])];
  return all.sort(
    (a, b) =>
      strictness(b) - strictness(a) ||
      Number(dropped.has(b)) - Number(dropped.has(a)) ||
      Number(a.family) - Number(b.family),
  );
}

// ── What is wrong ───────────────────────────────────────────────────────────────────────────────────────────────

/** Of several labels that hold at once, one that carries the terms of a base is enough. */
function againstLabels(
  labels: readonly (LicenseRecord | undefined)[],
  bases: readonly KnownBase[],
): LineageFinding[] {
  const known = labels.filter((label): label is LicenseRecord => label !== undefined && isKnown(label));
  return bases.flatMap((base) => {
    const found = known.map((label) => decisive(judge(asPair(base, label))));
    const [first] = found;
    return first === undefined || found.includes(undefined) ? [] : [findingOf(first, base)];
  });
}

/** The reason that decides, if it is more than a duty. A reason that names what is wrong goes before others as severe. */
function decisive({ verdict, reasons }: Judgement): Reason | undefined {
  if (verdict !== 'conflict' && verdict !== 'review') return undefined;
  const severe = reasons.filter((found) => found.verdict === verdict);
  return severe.find((found) => found.clash === 'label-drops-terms') ?? severe[0];
}

function findingOf(found: Reason, base: KnownBase): LineageFinding {
  const { rule, clause, source, text, verdict, clash } = found;
  const kind = verdict === 'review' ? 'review' : clash === 'label-drops-terms' ? 'relabelled' : 'conflict';
  return { kind, bases: [base.model], baseLicense: base.license, rule, clause, source, text };
}

/** R17: a merge inherits every parent; two copylefts, or a copyleft and terms that add to it, cannot both be met. */
function amongBases(bases: readonly KnownBase[]): LineageFinding[] {
  return bases.flatMap((first, index) =>
    bases
      .slice(index + 1)
      .flatMap((second) => (second.model === first.model ? [] : (clashOf(first, second) ?? []))),
  );
}

function clashOf(first: KnownBase, second: KnownBase): LineageFinding | undefined {
  const copyleft = [first, second].find((base) => base.license.category === 'copyleft');
  if (copyleft === undefined) return undefined;
  const other = copyleft === first ? second : first;
  if (fits(copyleft.license, other.license)) return undefined;
  return {
    kind: 'conflict',
    rule: 'R17',
    bases: [copyleft.model, other.model],
    baseLicense: copyleft.license,
    clause: obligationOf(copyleft.license, 'share-alike')?.clause ?? null,
    source: sourceOf(copyleft.license),
    text: message('What is merged cannot meet both {0} and {1}', copyleft.license.name, other.license.name),
  };
}

/** Whether there is a label under which both may go: either's own. */
function fits(a: LicenseRecord, b: LicenseRecord): boolean {
  return allowed(a, b) || allowed(b, a);
}

function allowed(upstream: LicenseRecord, downstream: LicenseRecord): boolean {
  const { verdict } = judge({ upstream, downstream, relation: 'derives' });
  return verdict !== 'conflict' && verdict !== 'unknown';
}
