import type { DetectionAdditions } from '../detect/additions';
import type { FileEvidence } from '../policy/workspaceEvidence';
import type { Detection } from '../reference';
import type { ContentSkip } from './skipReasons';

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
  /** A word for what is in the file, see {@link FileSource.digest}. */
  readonly digest?: string | undefined;
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
  /** What became of just this file before, where it need not be read to come to the same. */
  quiet(file: DigestedFile): Quiet | undefined;
  keepQuiet(file: DigestedFile, quiet: Quiet): void;
}

/** A file that need not be read to know what is in it. */
export interface DigestedFile extends Omit<Searched, 'text'> {
  readonly digest: string;
  /** In bytes. */
  readonly size: number;
}

/** What became of a file that tells nothing, whatever it is judged by: no more than that it was searched, or why it is not. */
export type Quiet = 'nothing' | ContentSkip;

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

/** Whether nothing at all is found. */
export function isNothing({ detection, evidence }: Found): boolean {
  return partsOf(detection, evidence).every(({ length }) => length === 0);
}

/** As a line of text, which is empty for the many files in which nothing is found. */
export function encodeFound(found: Found): string {
  return isNothing(found) ? '' : JSON.stringify(partsOf(found.detection, found.evidence));
}

function partsOf(
  {
    references,
    uses,
    runtimeChoices,
    folders = [],
    addresses = [],
    clients = [],
    ownClasses = [],
  }: Detection,
  { words, licenses }: FileEvidence,
): readonly (readonly unknown[])[] {
  return [references, uses, runtimeChoices, words, licenses, folders, addresses, clients, ownClasses];
}

/** Reads a line back. The line has to be one that {@link encodeFound} wrote: whoever keeps it makes sure of that. */
export function decodeFound(line: string): Found {
  if (line === '') return NOTHING;
  const [references, uses, runtimeChoices, words, licenses, folders, addresses, clients, ownClasses] =
    JSON.parse(line) as [
      Found['detection']['references'],
      Found['detection']['uses'],
      Found['detection']['runtimeChoices'],
      FileEvidence['words'],
      FileEvidence['licenses'],
      Found['detection']['references'],
      Found['detection']['references'],
      NonNullable<Found['detection']['clients']>,
      NonNullable<Found['detection']['ownClasses']>,
    ];
  return {
    detection: { references, uses, runtimeChoices, folders, addresses, clients, ownClasses },
    evidence: { words, licenses },
  };
}
