import {
  factData,
  gravestText,
  hostsText,
  type OrganizationChange,
  type OrganizationTally,
  type OwnUse,
  verdictText,
  Words,
} from './organization';
import type { Language } from './language';

/**
 * What changed between two counts: repositories, the models of each with who runs them and what comes of their uses, and what is said of
 * each model everywhere; by repository, then model.
 * @param language of what was and is said
 */
export function organizationChanges(
  before: OrganizationTally,
  after: OrganizationTally,
  language: Language,
): readonly OrganizationChange[] {
  const counts = { before, after, words: new Words(language) };
  return [...inRepositories(counts), ...ofModels(counts)].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

interface Counts {
  readonly before: OrganizationTally;
  readonly after: OrganizationTally;
  readonly words: Words;
}

function keyOf({ repository, model, what }: OrganizationChange): string {
  return JSON.stringify([repository, model, what]);
}

function* inRepositories({ before, after, words }: Counts): Generator<OrganizationChange> {
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
      if (before === undefined)
        yield { what: 'model added', repository, model, was: '', is: words.hosts(now) };
      else yield* ofUse({ before, now, words }, { repository, model });
    }
    for (const [model, before] of was ?? [])
      if (is?.has(model) === false)
        yield { what: 'model gone', repository, model, was: words.hosts(before), is: '' };
  }
}

/** Who runs a model for a repository, and what comes of its uses there. */
function* ofUse(
  { before, now, words }: { readonly before: OwnUse; readonly now: OwnUse; readonly words: Words },
  where: Pick<OrganizationChange, 'repository' | 'model'>,
): Generator<OrganizationChange> {
  if (hostsText(before) !== hostsText(now))
    yield { what: 'host', ...where, was: words.hosts(before), is: words.hosts(now) };
  if (verdictText(before) !== verdictText(now))
    yield { what: 'verdict', ...where, was: words.verdict(before), is: words.verdict(now) };
}

function* ofModels({ before, after, words }: Counts): Generator<OrganizationChange> {
  const old = before.factRows();
  for (const [key, now] of after.factRows()) {
    const was = old.get(key);
    if (was === undefined) continue;
    const where = { repository: now.repository, model: now.id };
    for (const what of ['license', 'origin'] as const)
      if (factData(was[what]) !== factData(now[what]))
        yield { what, ...where, was: words.known(was[what]), is: words.known(now[what]) };
    if (gravestText(was) !== gravestText(now))
      yield { what: 'gravest finding', ...where, was: words.gravest(was), is: words.gravest(now) };
  }
}
