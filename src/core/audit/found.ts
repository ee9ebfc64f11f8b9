import type { DetectionAdditions } from '../detect/additions';
import type { FileEvidence } from '../policy/workspaceEvidence';
import type { Detection } from '../reference';

/** What a search of one file finds, which {@link Searched} alone decides. */
export interface Found {
  readonly detection: Detection;
  readonly evidence: FileEvidence;
}

/** What is searched in one file. */
export interface Searched {
  /** Relative to the audited folder, with `/`. */
  readonly path: string;
  readonly text: string;
  /** The same object for all files that see the same values. */
  readonly configValues: ReadonlyMap<string, string>;
  /** What the policy says of the project's code; the same object for all files that it governs. */
  readonly additions: DetectionAdditions | undefined;
}

/** Keeps what files yield between audits by the same engine and catalog. */
export interface FoundCache {
  /** What was found in just this before. */
  known(searched: Searched): Found | undefined;
  /** Keeps what was found in it now. */
  keep(searched: Searched, found: Found): void;
}

/** Searches files at the same time as an audit goes on, by the same engine and catalog. */
export interface Searchers {
  /**
   * Takes a file over, or leaves it to who asks when that is sooner. Rejects when what searched it broke: the file is then searched by who
   * asked.
   */
  take(searched: Searched): Promise<Found> | undefined;
}

/** Searchers that run beside the one who asks. */
export interface SearchThreads extends Searchers {
  /** Ends all of them. Searches under way reject. */
  close(): Promise<void>;
}

const NOTHING: Found = {
  detection: { references: [], uses: [], runtimeChoices: [] },
  evidence: { words: [], licenses: [] },
};

/** As a line of text, which is empty for the many files in which nothing is found. */
export function encodeFound({ detection, evidence }: Found): string {
  const { references, uses, runtimeChoices, folders = [], addresses = [] } = detection;
  const { words, licenses } = evidence;
  const parts = [references, uses, runtimeChoices, words, licenses, folders, addresses];
  return parts.every(({ length }) => length === 0) ? '' : JSON.stringify(parts);
}

/** Reads a line back. The line has to be one that {@link encodeFound} wrote: whoever keeps it makes sure of that. */
export function decodeFound(line: string): Found {
  if (line === '') return NOTHING;
  const [references, uses, runtimeChoices, words, licenses, folders, addresses] = JSON.parse(line) as [
    Found['detection']['references'],
    Found['detection']['uses'],
    Found['detection']['runtimeChoices'],
    FileEvidence['words'],
    FileEvidence['licenses'],
    Found['detection']['references'],
    Found['detection']['references'],
  ];
  return {
    detection: { references, uses, runtimeChoices, folders, addresses },
    evidence: { words, licenses },
  };
}
