import type { AuditReport, ReportedChange, ReportedReference } from '../report/auditReport';
import { newFindings } from './baseline';
import { modelRows, type ModelRow } from '../report/summary';

/**
 * The models that a change of the tree adds, uses otherwise or removes. A model that only moved to another line is not changed;
 * one that is named in another file, done something else with, or pinned to another revision is.
 */
export function modelChanges(before: AuditReport, after: AuditReport): readonly ReportedChange[] {
  const old = new Map(modelRows(before).map((row) => [row.id, row]));
  const now = new Map(modelRows(after).map((row) => [row.id, row]));
  const changes: ReportedChange[] = [];
  for (const [id, { places }] of now) {
    const earlier = old.get(id);
    if (earlier === undefined)
      changes.push({ model: id, change: 'added', detail: distinct(places.map(placeOf)) });
    else if (usesOf(earlier).join('\n') !== usesOf({ places }).join('\n'))
      changes.push({ model: id, change: 'changed', detail: difference(earlier, { places }) });
  }
  for (const [id, { places }] of old) {
    if (!now.has(id)) changes.push({ model: id, change: 'removed', detail: distinct(places.map(placeOf)) });
  }
  return changes.sort((a, b) => (a.model < b.model ? -1 : 1));
}

/** A report of only what changed: the models that were added or changed, and the findings that are new. */
export function changedOnly(before: AuditReport, after: AuditReport, ref: string): AuditReport {
  const changes = modelChanges(before, after);
  const concerned = new Set(changes.filter(({ change }) => change !== 'removed').map(({ model }) => model));
  return {
    ...after,
    references: after.references.filter((reference) => concerned.has(reference.model ?? reference.id)),
    models: after.models.filter(({ id }) => concerned.has(id)),
    services: (after.services ?? []).filter(({ id, model }) => concerned.has(model ?? id)),
    obligations: after.obligations.filter(({ model }) => concerned.has(model)),
    findings: newFindings(after.findings, before.findings),
    since: { ref, changes },
  };
}

type Places = Pick<ModelRow, 'places'>;

function usesOf({ places }: Places): readonly string[] {
  return distinct(places.map(useOf));
}

function useOf({ path, role, revision }: ReportedReference): string {
  return `${role} in ${path}${revision === null ? '' : ` at ${revision}`}`;
}

function placeOf({ path, role }: ReportedReference): string {
  return `${role} in ${path}`;
}

function difference(before: Places, after: Places): readonly string[] {
  const [old, now] = [new Set(usesOf(before)), new Set(usesOf(after))];
  return [
    ...[...now].filter((use) => !old.has(use)).map((use) => `now ${use}`),
    ...[...old].filter((use) => !now.has(use)).map((use) => `no longer ${use}`),
  ];
}

function distinct(values: readonly string[]): readonly string[] {
  return [...new Set(values)].sort();
}
