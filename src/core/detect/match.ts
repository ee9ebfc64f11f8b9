import type { Confidence, Registry } from '../vocabulary';
import type { RevisionPin } from '../reference';

/** What a recognizer makes of a value: which part of it names a model, and which model. */
export interface Match {
  /** Offsets in the value. */
  readonly start: number;
  readonly end: number;
  readonly registry: Registry;
  readonly id: string;
  readonly evidence: string;
  readonly confidence?: Confidence;
  readonly revision?: RevisionPin;
  /** A server of the project's own gives the name to its model: it is not the model that others know by it. */
  readonly isAlias?: boolean;
  /** The address is that of a picture which lies in the repository: it shows something, and loads nothing. */
  readonly isPicture?: boolean;
  /** The address is that of an interface for programs: no page is there. */
  readonly isEndpoint?: true;
  /** The name of the file of weights that an address of a repository ends in. */
  readonly file?: string;
}

/** Whether what is named is a file of weights, here or in a repository. */
export function isWeightsFile({ registry, evidence }: Pick<Match, 'registry' | 'evidence'>): boolean {
  return registry === 'local' || evidence === 'weights-file';
}

/** A commit hash or digest cannot move; a branch or tag can. */
export function pin(value: string): RevisionPin {
  return { value, immutable: /^(?:[0-9a-f]{7,40}|[0-9a-f]{64}|sha256:[0-9a-f]{64})$/.test(value) };
}

export function whole(value: string, registry: Registry, id: string, evidence: string): Match {
  return { start: 0, end: value.length, registry, id, evidence };
}
