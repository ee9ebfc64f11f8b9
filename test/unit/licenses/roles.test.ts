import { describe, expect, it } from 'vitest';
import { relationOf } from '../../../src/core/licenses/roles';

describe('the relation of a role', () => {
  it.each([
    ['loads', undefined, false, 'references'],
    ['loads', 'none', false, 'references'],
    ['loads', 'service', false, 'serves'],
    ['loads', 'product', false, 'ships'],
    ['loads', 'weights', false, 'ships'],
    ['loads', 'product', true, 'serves'],
    ['loads', 'weights', true, 'ships'],
    ['loads', 'none', true, 'references'],
    ['serves', 'none', false, 'references'],
    ['serves', undefined, false, 'serves'],
    ['serves', 'product', false, 'serves'],
    ['ships', 'none', false, 'references'],
    ['ships', 'service', false, 'ships'],
    ['calls', 'none', false, 'calls'],
    ['calls', 'product', true, 'calls'],
    ['ships', 'product', true, 'ships'],
    ['derives', 'none', false, 'derives'],
    ['lists', 'product', false, 'references'],
  ] as const)('%s with distribution %s, got by its server: %s → %s', (role, distribution, apart, relation) =>
    expect(relationOf(role, distribution === undefined ? undefined : { distribution }, apart)).toBe(relation),
  );
});
