import { describe, expect, it } from 'vitest';
import { candidates } from '../../src/core/registries/spelling/rules';
import { detectReferences } from '../../src/core/detect/detectReferences';
import type { Registry } from '../../src/core/vocabulary';
import { found, unmark } from '../unit/detect/marked';
import { builtCatalog } from './builtCatalog';

/** What must hold of one registry. */
export interface RegistryCases {
  /** Paths and texts with the names marked, `⟦gpt-4o|openai⟧`: those are found and nothing else is. */
  readonly found: readonly (readonly [path: string, marked: string])[];
  /** Paths and texts with constants of clients' packages marked, `⟦GPT4o|gpt-4o⟧`: what they stand for is found. */
  readonly constants?: readonly (readonly [path: string, marked: string])[];
  /** Spellings of names, and one under which the catalog is asked for them, `registry:name`. */
  readonly spelled?: Readonly<Record<string, string>>;
}

/** Declares the tests of one registry: how a text shows that it is meant, and how its names are spelled. */
export function testRegistry(
  registry: Registry,
  { found: texts, constants = [], spelled = {} }: RegistryCases,
): void {
  describe(registry, () => {
    it.each(texts)('finds its names in %s: %s', (path, marked) => {
      const text = unmark(marked);
      expect(found(text, path)).toEqual(text.expected);
    });
    if (constants.length > 0)
      it.each(constants)('tells what a constant stands for in %s: %s', (path, marked) => {
        const { text, expected } = unmark(marked);
        const { references } = detectReferences(text, { path, catalog: builtCatalog() });
        expect(references.map(({ range, id, registry: of }) => [range.start, id, of])).toEqual(
          expected.map(({ start, registry: id }) => [start, id, registry]),
        );
      });
    if (Object.keys(spelled).length > 0)
      it.each(Object.entries(spelled))('looks %s up as %s', (spelling, asked) => {
        const tried = candidates(spelling, registry).map((candidate) =>
          'spelling' in candidate
            ? `${candidate.registry}:${candidate.spelling}`
            : 'vendor' in candidate
              ? `${candidate.vendor}/${candidate.name}`
              : candidate.name,
        );
        expect(tried).toContain(asked);
      });
  });
}
