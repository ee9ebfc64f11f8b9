import type { Catalog, LicenseRecord } from '../catalog/records';
import { dutiesOf, type Duty } from '../licenses/obligations';
import { relationOf } from '../licenses/roles';
import type { Model } from '../model';
import type { Policy } from '../policy/policy';
import { licensesOf } from '../policy/subject';
import type { Relation, Role } from '../vocabulary';
import type { WorkspaceEvidence } from './evidence';

/** One duty of the project towards one model. */
export interface LedgerEntry {
  readonly model: string;
  /** What the project does with the model that brings the duty about. */
  readonly relation: Relation;
  readonly duty: Duty;
  /** The licence that asks. */
  readonly license: LicenseRecord;
  /** Files that show it is met; empty when it should show in the tree and does not; `undefined` when no file can show it. */
  readonly metBy: readonly string[] | undefined;
}

interface Use {
  readonly model: Model;
  readonly role: Role;
  readonly policy: Policy | undefined;
}

/** Keeps which duties the uses of models bring about, each once, however many places name the model. */
export class Ledger {
  private readonly entries = new Map<string, Omit<LedgerEntry, 'metBy'>>();
  private readonly seen = new Map<Model, Set<string>>();

  constructor(private readonly catalog: Catalog) {}

  /** Naming a model in passing is no use of it and brings about nothing. */
  add({ model, role, policy }: Use): void {
    if (role === 'mentions' || this.known(model, `${role} ${policy?.path ?? ''}`)) return;
    const relation = relationOf(role);
    for (const license of licensesOf(model, this.catalog).effective.parts) {
      for (const duty of dutiesOf(license, relation, policy?.use)) {
        const key = JSON.stringify([model.id, relation, duty.license, duty.obligation, duty.trigger, duty.clause, duty.phrase]);
        const before = this.entries.get(key);
        if (before === undefined || (duty.certain && !before.duty.certain)) this.entries.set(key, { model: model.id, relation, duty, license });
      }
    }
  }

  /** All duties, by model. */
  result(evidence: WorkspaceEvidence): readonly LedgerEntry[] {
    return [...this.entries].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => ({ ...entry, metBy: metBy(entry.duty, evidence) }));
  }

  private known(model: Model, use: string): boolean {
    let uses = this.seen.get(model);
    if (uses === undefined) this.seen.set(model, (uses = new Set()));
    if (uses.has(use)) return true;
    uses.add(use);
    return false;
  }
}

function metBy({ obligation, license, phrase, alternatives }: Duty, { phrases, licenseCopies }: WorkspaceEvidence): readonly string[] | undefined {
  if (obligation === 'include-license') return licenseCopies.get(license) ?? [];
  if (phrase === null || obligation === 'name-prefix') return undefined;
  return [...new Set([phrase, ...alternatives].flatMap((words) => phrases.get(words) ?? []))].sort();
}
