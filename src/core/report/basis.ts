import type { AuditedPart } from '../audit/result';
import type { PolicyInventory } from '../policy/policy';
import type { AuditReport } from './auditReport';

/**
 * The commit as data name it; `null` where there is none. Where the files are others than those of the commit, `+changes` stands behind it:
 * who checks the commit out gets another result.
 */
export function commitName(project: AuditReport['project'] | AuditedPart): string | null {
  const { commit = null, differs } = project ?? {};
  return commit !== null && differs === true ? `${commit}+changes` : commit;
}

/** The name of the system that a report is about: as the policy states it, else as the host calls it. */
export function systemName({ project }: Pick<AuditReport, 'project'>, called: string): string {
  return project?.inventory?.facts.name ?? called;
}

/** The name of a part of a merged report: its folder, else where it came from. */
export function partName({ path, repository, commit }: AuditedPart): string {
  return path === '' ? (repository ?? commit ?? '.') : path;
}

/** Who made the inventory of a project, or of each part of a merged one, as policies state it; each once. */
export function authorsOf(project: AuditReport['project']): readonly string[] {
  return [...new Set(inventoriesOf(project).flatMap(({ facts }) => facts.author ?? []))];
}

/** The datasets that policies state of a project, or of the parts of a merged one, by name. */
export function datasetsOf(project: AuditReport['project']): PolicyInventory['datasets'] {
  return Object.fromEntries(inventoriesOf(project).flatMap(({ datasets }) => Object.entries(datasets)));
}

function inventoriesOf(project: AuditReport['project']): readonly PolicyInventory[] {
  const { inventory, parts = [] } = project ?? {};
  return [inventory, ...parts.map((part) => part.inventory)].filter((one) => one !== undefined);
}

/**
 * When the content of a bill of materials was made, where no time is to be written: the beginning of the day by which everything is judged,
 * so that the same audit gives the same file. SPDX advises such a date, and CycloneDX asks for the same. A report that does not say its day
 * is as old as its catalog at least.
 */
export function madeOn({ day, tool }: Pick<AuditReport, 'day' | 'tool'>): string {
  return `${day ?? tool.catalogDate}T00:00:00Z`;
}

/** The catalog that a report rests on, in every language: `2026-11-28 (8.20261128.0, sha256:…)`. */
export function catalogText({ catalogDate, catalogVersion, catalogDigest }: AuditReport['tool']): string {
  const more = [catalogVersion, catalogDigest].filter((part) => part !== undefined);
  return more.length === 0 ? catalogDate : `${catalogDate} (${more.join(', ')})`;
}
