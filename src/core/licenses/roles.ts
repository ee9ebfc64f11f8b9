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

/** Roles in which what others get of a model decides what its terms ask. */
const OF_OFFERS: ReadonlySet<Role> = new Set(['loads', 'serves', 'ships']);

/**
 * What a project does with a model's terms. What nobody outside gets is only used, on whatever server or in whatever repository of
 * the project it is. Loading a model by its id only references it, unless what is built reaches others:
 * then what the program loads is served by a service, and shipped with a product. A product whose model another program gets
 * and runs at its user's (Ollama) carries no weights: it offers their use.
 * @param use the project's own statement; without it nothing is offered to anybody
 */
export function relationOf(
  role: Role,
  use?: Pick<ProjectUse, 'distribution'>,
  isFetchedByItsServer = false,
): Relation {
  if (use?.distribution === 'none' && OF_OFFERS.has(role)) return 'references';
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
