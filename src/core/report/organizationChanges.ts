import {
  gravestText,
  hostsText,
  type OrganizationChange,
  type OrganizationTally,
  type OwnUse,
  verdictText,
} from './organization';

/**
 * What changed between two counts: repositories, the models of each with who runs them and what comes of their uses, and what is said of
 * each model everywhere; by repository, then model.
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
    for (const [model, now] of is ?? []) {
      const before = was?.get(model);
      if (before === undefined) yield { what: 'model added', repository, model, was: '', is: hostsText(now) };
      else yield* ofUse(before, now, { repository, model });
    }
    for (const [model, before] of was ?? [])
      if (is?.has(model) === false)
        yield { what: 'model gone', repository, model, was: hostsText(before), is: '' };
  }
}

/** Who runs a model for a repository, and what comes of its uses there. */
function* ofUse(
  before: OwnUse,
  now: OwnUse,
  where: Pick<OrganizationChange, 'repository' | 'model'>,
): Generator<OrganizationChange> {
  const told = [
    ['host', hostsText(before), hostsText(now)],
    ['verdict', verdictText(before), verdictText(now)],
  ] as const;
  for (const [what, was, is] of told) if (was !== is) yield { what, ...where, was, is };
}

function* ofModels(before: OrganizationTally, after: OrganizationTally): Generator<OrganizationChange> {
  const old = before.factRows();
  for (const [key, now] of after.factRows()) {
    const was = old.get(key);
    if (was === undefined) continue;
    const facts = [
      ['license', was.license, now.license],
      ['origin', was.origin, now.origin],
      ['gravest finding', gravestText(was), gravestText(now)],
    ] as const;
    for (const [what, one, other] of facts)
      if (one !== other) yield { what, repository: now.repository, model: now.id, was: one, is: other };
  }
}
