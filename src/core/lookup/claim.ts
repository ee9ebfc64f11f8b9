import type { Evidence } from '../model';
import type { Confidence, LineageRelation, Registry } from '../vocabulary';

/**
 * What one source beside the catalog says of one model: the Hub's answer, or files on this machine. A field that is
 * absent says nothing; it never means "no".
 */
export interface ModelClaim {
  /** The id the source itself uses; differs from the asked one after a rename. */
  readonly model: string;
  readonly origin: Extract<Evidence['origin'], 'hub' | 'local file'>;
  /** Where the name lives; the Hub when absent. */
  readonly registry?: Registry;
  /** Specific enough to go and check: an address, or a path. */
  readonly source: string;
  /** The day it was read or written, `YYYY-MM-DD`. */
  readonly date: string;
  readonly confidence: Confidence;
  /** Keys or names as declared; an empty list means that the source states none. */
  readonly licenses?: readonly string[];
  /** Where the license's own text was read, when it was: the strongest evidence there is. */
  readonly licenseText?: string;
  readonly lineage?: readonly { readonly model: string; readonly relation: LineageRelation }[];
  /** Where the lineage was read and how surely it tells it, where that is not what the rest was read in. */
  readonly lineageFrom?: Pick<Evidence, 'source' | 'confidence'>;
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
  /** Whether the Hub, when last asked, showed no such model to the public: missing, private or disabled. */
  isGone(model: string): boolean;
  /** Grows with every change, so that what was derived from the claims can be thrown away. */
  readonly version: number;
}

export interface ClaimStore extends ClaimSource {
  /** Replaces what the same source said before of the same model. */
  add(asked: string, claim: ModelClaim): void;
  /** A model that the Hub does not show loses what the Hub said of it before. */
  setGone(asked: string, gone: boolean): void;
  clear(): void;
}

export function createClaimStore(): ClaimStore {
  const byModel = new Map<string, readonly ModelClaim[]>();
  const gone = new Set<string>();
  let version = 0;

  function add(asked: string, claim: ModelClaim): void {
    let changed = false;
    for (const id of new Set([asked.toLowerCase(), claim.model.toLowerCase()])) {
      const known = byModel.get(id) ?? [];
      if (known.some((one) => JSON.stringify(one) === JSON.stringify(claim))) continue;
      byModel.set(id, [...known.filter(({ source }) => source !== claim.source), claim]);
      changed = true;
    }
    if (changed) version++;
  }

  function setGone(asked: string, isGone: boolean): void {
    const id = asked.toLowerCase();
    if (gone.has(id) === isGone) return;
    version++;
    if (!isGone) return void gone.delete(id);
    gone.add(id);
    byModel.set(
      id,
      (byModel.get(id) ?? []).filter(({ origin }) => origin !== 'hub'),
    );
  }

  return {
    get version() {
      return version;
    },
    claimsOf: (model) => byModel.get(model.toLowerCase()) ?? [],
    isGone: (model) => gone.has(model.toLowerCase()),
    add,
    setGone,
    clear() {
      version++;
      byModel.clear();
      gone.clear();
    },
  };
}
