/** A stretch of a text that means something else than it says. */
export interface Spelling {
  readonly start: number;
  readonly end: number;
  readonly meaning: string;
}
