import type { Evidence, Model } from '../model';

/** One fact about a model and what it rests on, for formats that have no fields for that. */
export interface EvidenceLine {
  readonly fact: string;
  /** Source, day, confidence, and the link of the look-up chain, as in `The card, 2026-01-02, high, catalog`. */
  readonly text: string;
}

/** The facts in the order of their names, each with the source that was read first. */
export function evidenceLines({ evidence }: Model): readonly EvidenceLine[] {
  const first = new Map<string, Evidence>();
  for (const item of evidence) if (!first.has(item.fact)) first.set(item.fact, item);
  return [...first.values()]
    .map(({ fact, source, date, confidence, origin }) => ({
      fact,
      text: [source, date, confidence, origin].filter((part) => part !== '').join(', '),
    }))
    .sort((a, b) => (a.fact < b.fact ? -1 : 1));
}
