import type { Engine, ProjectContext } from '../engine';
import type { EvaluationContext } from '../policy/evaluate';
import { hashText } from '../text/hash';
import type { RootFiles } from './fixTitles';
import type { PolicyScope } from './policyScope';
import type { ProjectLicenses } from './projectLicense';
import type { WalkedFile } from './walk';

/** All that a file is judged by beside its own text. */
export interface FileContext {
  readonly project: ProjectContext;
  readonly evaluation: EvaluationContext;
  readonly scope: PolicyScope | undefined;
  readonly root: RootFiles;
  /** Equal for equal contexts, also in a later audit. */
  readonly key: string;
}

/** The contexts of a folder's files: as many as there are combinations of policy and project licence. */
export class FileContexts {
  private readonly made = new Map<PolicyScope | undefined, Map<string | undefined, FileContext>>();

  /** @param day today, `YYYY-MM-DD`: exceptions expire and models retire by it */
  constructor(private readonly engine: Engine, private readonly licenses: ProjectLicenses, private readonly root: RootFiles, private readonly day: string) {}

  of({ path, policy }: WalkedFile): FileContext {
    const license = this.licenses.of(path);
    let byLicense = this.made.get(policy);
    if (byLicense === undefined) this.made.set(policy, (byLicense = new Map()));
    let context = byLicense.get(license);
    if (context === undefined) byLicense.set(license, (context = this.make(policy, license)));
    return context;
  }

  private make(scope: PolicyScope | undefined, license: string | undefined): FileContext {
    const project: ProjectContext = { policy: scope?.policy, ...(license !== undefined && { projectLicense: license }) };
    const { root, day } = this;
    const key = hashText(JSON.stringify([license ?? null, scope === undefined ? null : [...scope.sources.values()], day, root.notice.text() ?? null, root.readme?.path ?? null]));
    return { project, evaluation: this.engine.evaluation(project), scope, root, key };
  }
}
