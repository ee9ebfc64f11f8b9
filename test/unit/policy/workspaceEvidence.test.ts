import { describe, expect, it } from 'vitest';
import type { Catalog } from '../../../src/core/catalog/records';
import { EvidenceFinder } from '../../../src/core/policy/workspaceEvidence';
import { TEST_CATALOG } from '../../support/catalog';

const [LICENSE] = TEST_CATALOG.licenses;

/** Finds these words, as one license asks to show them. */
function finderOf(...texts: readonly string[]): EvidenceFinder {
  const obligations = texts.map((text) => ({ obligation: 'display' as const, text }));
  const catalog = { ...TEST_CATALOG, licenses: [{ ...LICENSE, obligations }] } as unknown as Catalog;
  return new EvidenceFinder(catalog);
}

describe('required words', () => {
  const finder = finderOf('Built with Mini', 'Built with Mini M2', '(Re)Built with care', 'Copyright © Mini');

  it.each([
    [
      'at each place, with the line of the first',
      'Built with Mini.\n\nBuilt with Mini.\n',
      ['built with mini', 1],
    ],
    ['by their longest form', 'Built with Mini M2\n', ['built with mini m2', 1]],
    ['in any case, over the ends of lines', '\nBUILT\n  with\tmini\n', ['built with mini', 2]],
    ['where they begin in the first word of others', '(Re)Built with Mini', ['built with mini', 1]],
    ['with either mark of copyright', 'Copyright (c) Mini', ['copyright © mini', 1]],
  ])('are found %s', (_, text, [words, line]) => {
    expect(finder.find('README.md', text).words).toEqual([{ words, line }]);
  });

  it('are found after words that only begin like them', () => {
    const text = 'Built by us. Built with care. Built with Mini!';
    expect(finder.find('README.md', text).words).toEqual([{ words: 'built with mini', line: 1 }]);
  });

  it.each(['config.yaml', 'test/readme.md', 'data.csv'])(
    'are not looked for in %s, which no one reads',
    (path) => {
      expect(finder.find(path, 'Built with Mini').words).toEqual([]);
    },
  );

  it('are none where no license asks for any', () => {
    expect(finderOf().find('README.md', 'Built with Mini').words).toEqual([]);
  });
});
