import type { Intent } from '../intent';
import type { Knowledge } from '../knowledge';
import type { Match } from '../match';
import type { Site } from '../site';

/** A value, its place, and what is known: all that a recognizer may look at. */
export interface Question {
  readonly value: string;
  /** Where the value stands in the text. */
  readonly at: number;
  readonly site: Site;
  readonly intent: Intent;
  readonly knowledge: Knowledge;
}

/** Says which model a value names, or that it has nothing to say. Looks at the value a bounded number of times. */
export type Recognizer = (question: Question) => Match | undefined;
