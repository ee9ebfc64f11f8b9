import type { Relation, Role } from '../vocabulary';

/**
 * The relation that a role has to a model's terms. Loading or mentioning a model by its id only references it: whoever
 * runs the code fetches the weights.
 */
const RELATION_OF_ROLE: Readonly<Record<Role, Relation>> = {
  loads: 'references',
  lists: 'references',
  mentions: 'references',
  calls: 'calls',
  serves: 'serves',
  ships: 'ships',
  derives: 'derives',
};

export function relationOf(role: Role): Relation {
  return RELATION_OF_ROLE[role];
}
