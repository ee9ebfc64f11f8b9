import type { Engine, ProjectContext } from '../engine';
import type { EvaluationContext } from '../policy/evaluationContext';
import { perObject } from '../once';
import { hashText } from '../text/hash';
import { LayeredMap } from '../text/layeredMap';
import type { ServedNames } from '../detect/servedNames';
import type { ConfigValues } from './configValues';
import type { RootFiles } from './rootFiles';
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

/** What the files of a folder say for each other. */
export interface FolderFacts {
  readonly licenses: ProjectLicenses;
  readonly config: ConfigValues;
  readonly root: RootFiles;
}

/** The contexts of a folder's files: as many as there are combinations of policy, project license and configuration. */
export class FileContexts {
  private readonly made = new Map<
    PolicyScope | undefined,
    Map<ReadonlyMap<string, string>, Map<ServedNames, Map<string | undefined, FileContext>>>
  >();

  /** @param day today, `YYYY-MM-DD`: exceptions expire and models retire by it */
  constructor(
    private readonly engine: Engine,
    private readonly facts: FolderFacts,
    private readonly day: string,
  ) {}

  of({ path, policy }: WalkedFile): FileContext {
    const license = this.facts.licenses.of(path);
    const values = this.facts.config.of(path);
    const servedNames = this.facts.config.served(path);
    const byNames = inMap(
      inMap(this.made, policy, () => new Map()),
      values,
      () => new Map<ServedNames, Map<string | undefined, FileContext>>(),
    );
    const byLicense = inMap(byNames, servedNames, () => new Map<string | undefined, FileContext>());
    return inMap(byLicense, license, () => this.make(policy, license, { configValues: values, servedNames }));
  }

  private make(
    scope: PolicyScope | undefined,
    license: string | undefined,
    { configValues, servedNames }: Required<Pick<ProjectContext, 'configValues' | 'servedNames'>>,
  ): FileContext {
    const project: ProjectContext = {
      policy: scope?.policy,
      configValues,
      servedNames,
      ...(license !== undefined && { projectLicense: license }),
    };
    const {
      engine,
      facts: { root },
      day,
    } = this;
    const key = hashText(
      JSON.stringify([
        license ?? null,
        keyOfValues(configValues),
        [...servedNames].sort(),
        scope === undefined ? null : [...scope.sources.values()],
        day,
        root.notice.text() ?? null,
        root.readme?.path ?? null,
      ]),
    );
    return { project, evaluation: engine.evaluation(project), scope, root, key };
  }
}

/** Equal for equal layers of values. Each layer is read once, however many lie on it. */
const keyOfValues = perObject((values: ReadonlyMap<string, string>): string =>
  hashText(
    JSON.stringify(
      values instanceof LayeredMap ? [[...values.own], keyOfValues(values.above)] : [[...values]],
    ),
  ),
);

function inMap<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let value = map.get(key);
  if (value === undefined) map.set(key, (value = make()));
  return value;
}
