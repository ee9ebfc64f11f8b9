import type { Registry } from '../../vocabulary';

/** A spelling to try in the index, in the place of the one that was asked for. */
export interface Candidate {
  readonly registry: Registry;
  readonly spelling: string;
}

/**
 * How one registry spells the names of models that the catalogue knows by another spelling. Gives the candidates to try,
 * most certain first; an empty list when the spelling has not the registry's form. Pure and linear; never throws.
 */
export type SpellingRule = (spelling: string) => readonly Candidate[];
