import { message, type Message } from '../message';
import { lockProblems } from './locks';
import { LineIndex } from '../text/lineIndex';
import { resolvePath } from '../text/relativePath';
import { mergePolicies } from './mergePolicies';
import type { Policy, PolicyProblem, PolicyReading, Stated } from './policy';
import { packageFiles } from './packagePolicy';
import { readPolicy } from './readPolicy';

/**
 * What a host makes of a path inside the workspace. It refuses links: where one leads is not for the repository to say. `failure`
 * is for what it cannot read for another reason.
 */
export type PolicyFileText = { readonly text: string } | { readonly failure: PolicyFailure };
export type PolicyFailure = 'missing' | 'link' | 'not-a-file' | 'not-text' | 'unreadable';

/** Reads a policy file by its path relative to the workspace folder. Never rejects. */
export type ReadPolicyFile = (path: string) => Promise<PolicyFileText>;

/** A policy and what it was read from. */
export interface LoadedPolicy extends PolicyReading {
  /** The text of each file, by path, the policy's own first: ranges of what it inherits point into these. */
  readonly sources: ReadonlyMap<string, string>;
}

/** More levels are no structure but a mistake. */
const MAX_DEPTH = 5;
/** Of one policy, and of all that a policy builds on by way of others. */
const MAX_FILES = 20;

/**
 * Reads a policy and those it builds on. Never rejects: a base that is missing, broken, outside of the workspace or builds on its
 * own heir is an error at the line that names it, and then no policy is in force.
 * @param path of the policy, relative to the workspace folder, with `/`
 * @param down of a policy above that folder, the way down to it: its globs begin where it lies itself
 */
export async function loadPolicy(
  path: string,
  text: string,
  read: ReadPolicyFile,
  down?: string,
): Promise<LoadedPolicy> {
  const loader = new Loader(read);
  const { policy, problems } = await loader.load(path, text, [path]);
  return {
    policy: policy !== undefined && down !== undefined ? withDown(policy, down) : policy,
    problems,
    sources: loader.sources,
  };
}

/** A policy file that is there but cannot be read. It may forbid something, so it is broken and not absent. */
export function refusedPolicy(reason: Message): LoadedPolicy {
  return {
    policy: undefined,
    problems: [{ severity: 'error', message: reason, range: { start: 0, end: 0 } }],
    sources: new Map(),
  };
}

/** The globs of the locks begin where those of the policy do. */
function withDown(policy: Policy, down: string): Policy {
  const lockedBy = [...policy.lockedBy].map(
    ([rule, locks]) => [rule, locks.map((lock) => ({ ...lock, down }))] as const,
  );
  return { ...policy, down, lockedBy: new Map(lockedBy) };
}

type Base = { readonly policy: Policy } | { readonly problem: (written: string) => Message };

class Loader {
  readonly sources = new Map<string, string>();
  /** By path: each file is read and merged once, however many policies build on it. */
  private readonly bases = new Map<string, Promise<Base>>();

  constructor(private readonly read: ReadPolicyFile) {}

  /** @param heirs the policies that led here, this one included */
  async load(path: string, text: string, heirs: readonly string[]): Promise<PolicyReading> {
    this.sources.set(path, text);
    const reading = readPolicy(text, path);
    if (reading.policy === undefined) return reading;
    const bases: Policy[] = [];
    const problems: PolicyProblem[] = [...reading.problems];
    for (const [index, entry] of reading.policy.extends.entries()) {
      if (index >= MAX_FILES) {
        problems.push(problemAt(entry, message('A policy builds on more than {0} files', MAX_FILES)));
        break;
      }
      const base = await this.base(entry.value, path, heirs);
      if ('policy' in base) bases.push(base.policy);
      else problems.push(problemAt(entry, base.problem));
    }
    if (bases.length < reading.policy.extends.length) return { policy: undefined, problems };
    const merged = mergePolicies(reading.policy, bases);
    const weakened = lockProblems(reading.policy, merged, bases, this.sources);
    return {
      // A warning says what has no effect: the rest holds.
      policy: weakened.some(({ severity }) => severity === 'error') ? undefined : merged,
      problems: [...problems, ...weakened],
    };
  }

  private async base(
    written: string,
    from: string,
    heirs: readonly string[],
  ): Promise<{ readonly policy: Policy } | { readonly problem: Message }> {
    const installed = packageFiles(written, from);
    const path = installed === undefined ? resolvePath(from, written) : await this.find(installed);
    if (installed !== undefined && path === undefined)
      return {
        problem: message(
          '{0} is not installed: no policy of that package lies in a node_modules folder of what is audited or opened. Where it is installed further up, audit or open that folder',
          written,
        ),
      };
    if (path === undefined)
      return {
        problem: message(
          '{0} lies outside of the workspace folder: open or audit a folder that holds both, or build on a package (npm:…)',
          written,
        ),
      };
    if (heirs.includes(path))
      return { problem: message('{0} builds on this policy: neither can come first', written) };
    if (heirs.length > MAX_DEPTH)
      return { problem: message('Policies build on each other more than {0} levels deep', MAX_DEPTH) };
    if (this.sources.size >= MAX_FILES && !this.sources.has(path))
      return { problem: message('A policy builds on more than {0} files', MAX_FILES) };
    let base = this.bases.get(path);
    if (base === undefined) this.bases.set(path, (base = this.open(path, heirs)));
    const opened = await base;
    return 'policy' in opened ? opened : { problem: opened.problem(written) };
  }

  /** The first of some files that is there; one that cannot be read is there. */
  private async find(paths: readonly string[]): Promise<string | undefined> {
    for (const path of paths) {
      const file = await this.read(path);
      if (!('failure' in file) || file.failure !== 'missing') return path;
    }
    return undefined;
  }

  private async open(path: string, heirs: readonly string[]): Promise<Base> {
    const file = await this.read(path);
    if ('failure' in file) return { problem: (written) => failureText(file.failure, written) };
    const { policy, problems } = await this.load(path, file.text, [...heirs, path]);
    if (policy !== undefined) return { policy };
    const [mistake] = problems.filter(({ severity }) => severity === 'error');
    const { line } = new LineIndex(file.text).spanOf(mistake?.range ?? { start: 0, end: 0 });
    return {
      problem: (written) =>
        message(
          '{0} has an error of its own and cannot be built on: {1}: {2}',
          written,
          `${path}:${line}`,
          mistake?.message ?? '',
        ),
    };
  }
}

/** @param written the path as people know it */
export function failureText(failure: PolicyFailure, written: string): Message {
  switch (failure) {
    case 'missing':
      return message('There is no file {0}', written);
    case 'link':
      return message('{0} is a link or lies behind one; policies are real files of their workspace', written);
    case 'not-a-file':
      return message('{0} is a folder, pipe, socket or device; a policy is a regular file', written);
    case 'not-text':
      return message('{0} is neither UTF-8 nor UTF-16 text; save it as UTF-8', written);
    case 'unreadable':
      return message('{0} cannot be read; check who may read it', written);
  }
}

function problemAt({ range }: Stated, text: Message): PolicyProblem {
  return { severity: 'error', range, message: text };
}
