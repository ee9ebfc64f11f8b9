import type { Model } from '../model';
import type { LineageRelation } from '../vocabulary';

const RELATION_WORDS: Readonly<Record<LineageRelation, string>> = {
  finetune: 'Fine-tuned from',
  adapter: 'An adapter for',
  quantized: 'Quantized from',
  merge: 'Merged from',
  distilled: 'Distilled from',
};

/**
 * What a model is for, how large it is, which languages its card names, and what it was made from, as sentences; `undefined` where none
 * of that is known. Only facts of the record: what it cannot do well, nobody recorded.
 */
export function modelDescription({
  task,
  parameters,
  languages = [],
  lineage,
  copyOf,
}: Model): string | undefined {
  const sentences = [
    ...(task === null ? [] : [`Task: ${task}`]),
    ...(parameters === null ? [] : [`${parameters} parameters`]),
    ...(languages.length === 0 ? [] : [`Languages: ${languages.join(', ')}`]),
    ...lineage.map(({ model, relation }) => `${RELATION_WORDS[relation]} ${model}`),
    ...(copyOf === null ? [] : [`A copy of ${copyOf} in another format`]),
  ];
  return sentences.length === 0 ? undefined : `${sentences.join('. ')}.`;
}

/** The parts that were released with the weights, or that were not, by name; of the others nothing is known. */
export function releasedParts({
  openness,
}: Model): Readonly<Record<'released' | 'withheld', readonly string[]>> {
  const parts = Object.entries(openness.components);
  const those = (wanted: boolean): readonly string[] =>
    parts.filter(([, released]) => released === wanted).map(([part]) => part);
  return { released: those(true), withheld: those(false) };
}
