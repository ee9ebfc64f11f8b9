import type { Evidence } from '../model';
import type { Confidence, LineageRelation } from '../vocabulary';

/**
 * What one source beside the catalogue says of one model: the Hub's answer, or files on this machine. A field that is
 * absent says nothing; it never means "no".
 */
export interface ModelClaim {
  /** The id the source itself uses; differs from the asked one after a rename. */
  readonly model: string;
  readonly origin: Extract<Evidence['origin'], 'hub' | 'local file'>;
  /** Specific enough to go and check: an address, or a path. */
  readonly source: string;
  /** The day it was read or written, `YYYY-MM-DD`. */
  readonly date: string;
  readonly confidence: Confidence;
  /** Keys or names as declared; an empty list means that the source states none. */
  readonly licenses?: readonly string[];
  /** Where the licence's own text was read, when it was: the strongest evidence there is. */
  readonly licenseText?: string;
  readonly lineage?: readonly { readonly model: string; readonly relation: LineageRelation }[];
  readonly revision?: string;
  readonly gated?: boolean;
  readonly euDisallowed?: boolean;
  readonly task?: string;
  /** Whether files of weights are there to be had. */
  readonly weights?: boolean;
}

/** Claims by model, to be read while a hover is built: synchronous, and empty for a model nobody asked about. */
export interface ClaimSource {
  claimsOf(model: string): readonly ModelClaim[];
  /** Grows with every change, so that what was derived from the claims can be thrown away. */
  readonly version: number;
}

export interface ClaimStore extends ClaimSource {
  /** Replaces what the same source said before of the same model. */
  add(asked: string, claim: ModelClaim): void;
  clear(): void;
}

export function createClaimStore(): ClaimStore {
  const byModel = new Map<string, ModelClaim[]>();
  let version = 0;
  return {
    get version() { return version; },
    claimsOf: (model) => byModel.get(model.toLowerCase()) ?? [],
    add(asked, claim) {
      version++;
      for (const id of new Set([asked.toLowerCase(), claim.model.toLowerCase()])) {
        const others = (byModel.get(id) ?? []).filter(({ source }) => source !== claim.source);
        byModel.set(id, [...others, claim]);
      }
    },
    clear() {
      version++;
      byModel.clear();
    },
  };
}
