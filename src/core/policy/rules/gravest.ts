import type { Hit } from '../rule';

/** The gravest of several hits; without a severity of its own a hit has the rule's, which is the highest. */
export function gravest(hits: readonly Hit[]): Hit | undefined {
  return (
    hits.find(({ severity }) => severity === undefined) ??
    hits.find(({ severity }) => severity === 'warning') ??
    hits[0]
  );
}
