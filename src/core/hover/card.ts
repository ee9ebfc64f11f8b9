import type { Explanation } from '../explain/explanation';
import type { Translate } from '../message';
import type { Model } from '../model';
import type { EvaluationContext } from '../policy/evaluationContext';
import type { Finding } from '../policy/finding';
import type { Subject } from '../policy/rule';
import type { ModelReference } from '../reference';
import type { LookUpNote } from './lookUpNote';

/** What a link in a hover may run; the host turns it into a command of its own, or leaves it out. */
export type HoverCommand = 'showDetails' | 'showLicense' | 'lookUpOnHub';

export interface HoverSubject {
  readonly reference: ModelReference;
  readonly model: Model | undefined;
  /** Those about this reference, less what is silenced. */
  readonly findings: readonly Finding[];
  readonly context: EvaluationContext;
  /** 1-based line of `reference.definedAt`, where the name is only used here. */
  readonly definedOnLine?: number;
  /** The texts of the policy files, by path, to say which line of them decided. */
  readonly policyTexts?: ReadonlyMap<string, string>;
  /** How the look-up beyond the catalog stands, where there is something to say of it. */
  readonly lookUp?: LookUpNote;
}

export interface HoverOptions {
  readonly translate: Translate;
  /** The address of a link that runs a command; `undefined` where the host has none for it. */
  readonly commandLink: (command: HoverCommand, args: readonly string[]) => string | undefined;
  /** The host judges one file at a time, and nobody tells it whether the project does what licenses ask. */
  readonly leavesDuties?: true;
  /** Name of a country, `Japan (JP)`, in the reader's language. */
  readonly countryName: (code: string) => string;
}

/** Everything a line of the card is made from. */
export interface Card extends HoverSubject, HoverOptions {
  /** The reference as it is judged: a mention as if it were a use, which is what its reader wants to know. */
  readonly used: ModelReference;
  readonly terms: Subject;
  /** What the rules find before anything silences it. */
  readonly found: readonly Finding[];
  /** The same chain that `audit --explain` prints. */
  readonly explanation: Explanation;
}
