import type { Catalog } from '../catalog/records';
import type { Lookup } from '../lookup/lookup';
import type { Detection } from '../reference';
import type { Finding } from './finding';
import type { Policy } from './policy';

export interface EvaluationContext {
  readonly catalog: Catalog;
  readonly lookup: Lookup;
  readonly policy: Policy | undefined;
  /** Today, `YYYY-MM-DD`: exceptions expire and models retire by it. */
  readonly today: string;
  /** The project's own licence (key or SPDX), from its manifest; decides for `ships` and `derives`. */
  readonly projectLicense?: string;
}

export interface Evaluation {
  readonly findings: readonly Finding[];
  /** Policy exceptions that silenced something, by their index in `policy.exceptions`: the others are unused. */
  readonly usedExceptions: ReadonlySet<number>;
}

/** The findings of one file: its references judged by the policy, less what exceptions and inline ignores silence. */
export function evaluate(_text: string, _detection: Detection, _context: EvaluationContext): Evaluation {
  return { findings: [], usedExceptions: new Set() };
}
