import type { Finding } from '../policy/finding';
import type { Policy, PolicyProblem } from '../policy/policy';
import { invalidPolicyFindings, policyFindings, type PolicyContext } from '../policy/policyFindings';
import {
  failureText,
  loadPolicy,
  refusedPolicy,
  type LoadedPolicy,
  type PolicyFailure,
  type ReadPolicyFile,
} from '../policy/loadPolicy';
import { lockedRules } from '../policy/locks';
import { notInherited } from '../policy/notInherited';
import { rank } from '../policy/severity';
import { LineIndex } from '../text/lineIndex';
import type { Span } from '../text/range';
import { pathGlobs, type PathTest } from './globs';

/** A policy file and the part of the tree it governs: its folder and what lies beneath, up to the next policy. */
export interface PolicyScope {
  /** As reports name it. */
  readonly path: string;
  readonly text: string;
  /** Its text and those of the policies it builds on. */
  readonly sources: ReadonlyMap<string, string>;
  readonly lines: LineIndex;
  /** It lies in the audited root, above it, or was named by the caller. */
  readonly governsRoot: boolean;
  /** It lies in the audited tree, so that all it governs is in the tree too. */
  readonly inTree: boolean;
  /** `undefined` while the file has an error: then nothing is allowed by it, and nothing denied. */
  readonly policy: Policy | undefined;
  readonly problems: readonly (PolicyProblem & { readonly span: Span })[];
  readonly leavesOut: PathTest;
  /** What would govern its folder without it. */
  readonly outer?: PolicyScope | undefined;
}

/** Whether a file lies where a policy is in force, unless a nearer one is. */
export function governs(
  { path: file, inTree, governsRoot }: Pick<PolicyScope, 'path' | 'inTree' | 'governsRoot'>,
  path: string,
): boolean {
  return governsRoot || (inTree && path.startsWith(file.slice(0, file.lastIndexOf('/') + 1)));
}

/** What is found about the policy itself. */
export function findingsAbout(
  { policy, problems, lines, text, outer }: PolicyScope,
  context: PolicyContext,
): readonly (Finding & { readonly span: Span })[] {
  const findings =
    policy === undefined
      ? invalidPolicyFindings(problems)
      : [...policyFindings(policy, context), ...lostBelow(policy, text, outer, context)];
  return findings.map((finding) => ({ ...finding, span: lines.spanOf(finding.range) }));
}

/**
 * What a policy leaves out of those above its folder: of the nearest one, or of one further up that locks rules, which a policy between
 * them may have repeated and weakened. One finding, the gravest.
 */
function lostBelow(
  policy: Policy,
  text: string,
  outer: PolicyScope | undefined,
  { catalog }: PolicyContext,
): readonly Finding[] {
  let gravest: readonly Finding[] = [];
  for (let above = outer; above !== undefined; above = above.outer) {
    if (above.policy === undefined || (above !== outer && lockedRules(above.policy).size === 0)) continue;
    const found = notInherited(policy, text, { path: above.path, policy: above.policy }, catalog);
    if (rank(found[0]?.severity) < rank(gravest[0]?.severity)) gravest = found;
  }
  return gravest;
}

/** A policy as a host found it: in the tree, above it, or named on the command line. */
export interface PolicyText {
  readonly path: string;
  /** Of one above the tree: the way down from its folder to the root. */
  readonly down?: string;
  readonly text: string;
  /** Reads what it builds on, by paths in terms of `path`; without it nothing is found there. */
  readonly read?: ReadPolicyFile;
}

/** A policy that a host found outside of the tree; one that is there and cannot be read may forbid something. */
export type FoundPolicy = PolicyText | { readonly path: string; readonly failure: PolicyFailure };

/**
 * @param folder of the tree in which the file lies, `''` for the root; `undefined` for a policy from elsewhere, which governs all of the tree.
 * @param read reads the policies that it builds on.
 */
export async function openPolicy(
  found: PolicyText,
  folder: string | undefined,
  read: ReadPolicyFile,
): Promise<PolicyScope> {
  return scopeOf(found, folder, await loadPolicy(found.path, found.text, read, found.down));
}

/**
 * A policy file that is there but cannot be read: it governs what it would govern, and is broken.
 * @param folder as in {@link openPolicy}
 */
export function closedPolicy(path: string, folder: string | undefined, failure: PolicyFailure): PolicyScope {
  return scopeOf({ path, text: '' }, folder, refusedPolicy(failureText(failure, path)));
}

function scopeOf(
  { path, text }: PolicyText,
  folder: string | undefined,
  { policy, problems, sources }: LoadedPolicy,
): PolicyScope {
  const base = folder ?? '';
  const lines = new LineIndex(text);
  const test = pathGlobs(policy?.ignorePaths ?? []);
  const leavesOut: PathTest = base === '' ? test : (file) => test(file.slice(base.length + 1));
  return {
    path,
    text,
    sources,
    lines,
    policy,
    governsRoot: base === '',
    inTree: folder !== undefined,
    problems: problems.map((problem) => ({ ...problem, span: lines.spanOf(problem.range) })),
    leavesOut: policy?.down === undefined ? leavesOut : (file) => test(`${policy.down}/${file}`),
  };
}
