import type { Translate } from '../message';
import type { Model } from '../model';
import type { EvaluationContext } from '../policy/evaluate';
import type { Finding } from '../policy/finding';
import type { ModelReference } from '../reference';

/** What a link in a hover may run; the host turns it into a command of its own, or leaves it out. */
export type HoverCommand = 'showModel' | 'showLicense' | 'showRule' | 'lookUpOnHub';

export interface HoverSubject {
  readonly reference: ModelReference;
  readonly model: Model | undefined;
  /** Those about this reference. */
  readonly findings: readonly Finding[];
  readonly context: EvaluationContext;
  /** 1-based line of `reference.definedAt`, where the name is only used here. */
  readonly definedOnLine?: number;
}

export interface HoverOptions {
  readonly translate: Translate;
  /** The address of a link that runs a command; `undefined` where the host has none for it. */
  readonly commandLink: (command: HoverCommand, args: readonly string[]) => string | undefined;
  /** Name of a country, `Japan (JP)`, in the reader's language. */
  readonly countryName: (code: string) => string;
}

/** What there is to know about a model name, as Markdown without HTML: the verdict first, at most about ten lines. */
export function hoverCard(_subject: HoverSubject, _options: HoverOptions): string {
  return '';
}
