import { expect, it } from 'vitest';
import type { Hit } from '../../../../src/core/policy/rule';
import { gravest } from '../../../../src/core/policy/rules/gravest';

it.each<readonly [hits: readonly (string | undefined)[], gravest: number]>([
  [['information', undefined, 'warning'], 1],
  [['information', 'warning', 'warning'], 1],
  [['information', 'hint'], 0],
])('the gravest of %j is at %i', (severities, at) => {
  const hits = severities.map((severity) => (severity === undefined ? {} : { severity })) as unknown as Hit[];
  expect(gravest(hits)).toBe(hits[at]);
});

it('there is none of no hits', () => expect(gravest([])).toBeUndefined());
