import type { OrganizationChange, OrganizationTally } from './organization';

/**
 * What changed between two counts: repositories, models in each, and what is said of each model; by repository, then model. A repository
 * that uses no model any more has no lines, so that it is gone like one that was not audited.
 */
export function organizationChanges(
  before: OrganizationTally,
  after: OrganizationTally,
): readonly OrganizationChange[] {
  return [...inRepositories(before, after), ...ofModels(before, after)].sort((a, b) =>
    keyOf(a) < keyOf(b) ? -1 : 1,
  );
}

function keyOf({ repository, model, what }: OrganizationChange): string {
  return JSON.stringify([repository, model, what]);
}

function* inRepositories(before: OrganizationTally, after: OrganizationTally): Generator<OrganizationChange> {
  const [old, present] = [new Map(before.repositoryRows()), new Map(after.repositoryRows())];
  for (const repository of new Set([...old.keys(), ...present.keys()])) {
    const [was, is] = [old.get(repository)?.models, present.get(repository)?.models];
    if (was === undefined || is === undefined)
      yield {
        what: was === undefined ? 'repository added' : 'repository gone',
        repository,
        model: '',
        was: '',
        is: '',
      };
    for (const model of is ?? [])
      if (was?.has(model) !== true) yield { what: 'model added', repository, model, was: '', is: '' };
    for (const model of was ?? [])
      if (is?.has(model) === false) yield { what: 'model gone', repository, model, was: '', is: '' };
  }
}

function* ofModels(before: OrganizationTally, after: OrganizationTally): Generator<OrganizationChange> {
  const old = new Map(before.modelRows());
  for (const [model, now] of after.modelRows()) {
    const was = old.get(model);
    if (was === undefined) continue;
    const facts = [
      ['license', was.license, now.license],
      ['origin', was.origin, now.origin],
      ['gravest finding', was.worst ?? 'none', now.worst ?? 'none'],
    ] as const;
    for (const [what, one, other] of facts)
      if (one !== other) yield { what, repository: '', model, was: one, is: other };
  }
}
