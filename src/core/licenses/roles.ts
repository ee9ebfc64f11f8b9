import type { ProjectUse } from '../policy/policy';
import type { Relation, Role } from '../vocabulary';

/** The relation that a role has to a model's terms by itself. */
const RELATION_OF_ROLE: Readonly<Record<Role, Relation>> = {
  loads: 'references',
  mentions: 'references',
  lists: 'references',
  calls: 'calls',
  serves: 'serves',
  ships: 'ships',
  derives: 'derives',
};

/**
 * What a project does with a model's terms. Loading a model by its id only references it, unless what is built reaches others:
 * then what the program loads is served by a service, and shipped with a product. A product whose model another program gets
 * and runs at its user's (Ollama) carries no weights: it offers their use.
 * @param use the project's own statement; without it nothing is offered to anybody
 */
export function relationOf(
  role: Role,
  use?: Pick<ProjectUse, 'distribution'>,
  isFetchedByItsServer = false,
): Relation {
  if (role !== 'loads') return RELATION_OF_ROLE[role];
  switch (use?.distribution) {
    case 'service':
      return 'serves';
    case 'product':
      return isFetchedByItsServer ? 'serves' : 'ships';
    case 'weights':
      return 'ships';
    default:
      return 'references';
  }
}
