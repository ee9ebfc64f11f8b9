import type { Policy, PolicyProblem } from '../policy/policy';
import { readPolicy } from '../policy/readPolicy';
import { LineIndex } from '../text/lineIndex';
import type { Span } from '../text/range';
import { pathGlobs, type PathTest } from './globs';

/** A policy file and the part of the tree it governs: its folder and what lies beneath, up to the next policy. */
export interface PolicyScope {
  /** As reports name it. */
  readonly path: string;
  readonly text: string;
  readonly lines: LineIndex;
  /** It lies in the audited root, above it, or was named by the caller. */
  readonly governsRoot: boolean;
  /** `undefined` while the file has an error: then nothing is allowed by it, and nothing denied. */
  readonly policy: Policy | undefined;
  readonly problems: readonly (PolicyProblem & { readonly span: Span })[];
  readonly leavesOut: PathTest;
}

/** A policy as a host found it: in the tree, above it, or named on the command line. */
export interface PolicyText {
  readonly path: string;
  readonly text: string;
}

/** @param base folder that `ignore.paths` is relative to, `''` for the root. */
export function openPolicy({ path, text }: PolicyText, base: string): PolicyScope {
  const { policy, problems } = readPolicy(text, path);
  const lines = new LineIndex(text);
  const test = pathGlobs(policy?.ignorePaths ?? []);
  return {
    path, text, lines, policy, governsRoot: base === '',
    problems: problems.map((problem) => ({ ...problem, span: lines.spanOf(problem.range) })),
    leavesOut: base === '' ? test : (file) => test(file.slice(base.length + 1)),
  };
}
