import { modelsInUse } from '../drift/modelsInUse';
import type { ClaimSource } from '../lookup/claim';
import type { PolicyBook } from './policyBook';
import type { PolicyScope } from './policyScope';
import { driftFindings, lockedModels, type DriftFinding, type FoundLock } from './locks';
import type { AuditedFinding, AuditedLock } from './result';
import type { Workspace } from './workspace';

interface Entry {
  /** As reports show it. */
  readonly path: string;
  readonly found: FoundLock | undefined;
  /** The policy of the folder's root. */
  readonly scope: PolicyScope | undefined;
  /** All of the folder is looked at, unless the audit is canceled or something cannot be read. */
  readonly whole: boolean;
}

/** What the judging of locks needs of the rest of the audit. */
export interface LockWitness {
  readonly workspace: Workspace;
  readonly policies: PolicyBook;
  readonly claims: ClaimSource | undefined;
  readonly complete: boolean;
  /** Today, `YYYY-MM-DD`. */
  readonly today: string;
}

/** The lock files of an audit, one for each folder that has one. */
export class LockBook {
  private readonly entries: Entry[] = [];

  /** Folders are added in their order. */
  add(entry: Entry): void {
    this.entries.push(entry);
  }

  judge(witness: LockWitness): {
    readonly locks: readonly AuditedLock[];
    readonly findings: readonly AuditedFinding[];
  } {
    const findings: AuditedFinding[] = [];
    const locks = this.entries.map(({ path, found, scope, whole }, folder): AuditedLock => {
      const { workspace, claims, complete, today } = witness;
      const current = modelsInUse(workspace.usesIn(folder), claims);
      const seesAll = whole && complete;
      if (found !== undefined) {
        const drift = driftFindings(found, current, { policy: scope?.policy, today, whole: seesAll });
        for (const one of drift) findings.push(...reported(one, { folder, path }, witness));
      }
      return {
        folder,
        broken: brokenAt(found),
        current,
        locked: lockedModels(found),
        whole: seesAll,
      };
    });
    return { locks, findings };
  }
}

function brokenAt(found: FoundLock | undefined): AuditedLock['broken'] {
  const [problem] = found?.reading.problems ?? [];
  return found === undefined || problem === undefined
    ? undefined
    : { line: found.lines.positionAt(problem.range.start).line, message: problem.message };
}

function reported(
  { at, finding, excepted, policy }: DriftFinding,
  place: { folder: number; path: string },
  { workspace, policies }: LockWitness,
): readonly AuditedFinding[] {
  if (policy !== undefined && excepted.length > 0) {
    policies.usePolicy(policy, new Set(excepted));
    return [];
  }
  return 'use' in at ? workspace.located(at.use, finding) : [{ ...place, span: at, finding, fixes: [] }];
}
