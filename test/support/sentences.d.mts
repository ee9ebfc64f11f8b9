/** Where the editor looks for the translations. */
export const BUNDLES: string;
/** The name of the file of English sentences there. */
export const ENGLISH_BUNDLE: string;

/**
 * `sentences`: those of the source, in the order of their code units, without those that are placeholders alone. `refused`:
 * the places, `file:line`, whose sentence is not known before the program runs.
 */
export function sourceSentences(): {
  readonly sentences: readonly string[];
  readonly refused: readonly string[];
};
