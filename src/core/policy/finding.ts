import type { Message } from '../message';
import type { ModelReference } from '../reference';
import type { TextRange } from '../text/range';
import type { Severity } from '../vocabulary';

/** What decided: a line of the policy file, or a clause of a license. */
export type Decision =
  | { readonly kind: 'policy'; readonly path: string; readonly range: TextRange }
  | {
      readonly kind: 'clause';
      readonly license: string;
      readonly clause: string | null;
      readonly source: string | null;
    }
  | { readonly kind: 'fact'; readonly source: string };

export interface RelatedPlace {
  readonly range: TextRange;
  readonly name: string;
}

/** One thing to know about one place in one file. */
export interface Finding {
  /** Stable code, for example `license/denied`. */
  readonly rule: string;
  readonly severity: Severity;
  /** What it would be in the product, where its part of the project makes it lighter: of two alike there the graver speaks. */
  readonly inProduct?: Severity;
  readonly range: TextRange;
  /** One line: model, license, rule, reason. */
  readonly message: Message;
  /** Canonical id, or the id as written where there is no record; `null` for findings about the policy itself. */
  readonly model: string | null;
  /** The reference it is about; absent for findings about the policy itself. */
  readonly reference?: ModelReference;
  /** Codes of the further rules that the same cause breaks at this place, which this finding speaks for. */
  readonly also?: readonly string[];
  /** The findings that it speaks for, the gravest first: fixes and details need them. */
  readonly merged?: readonly Finding[];
  /** What it is by itself, where another finding tells the same of several models or places and this one is a hint for that. */
  readonly alone?: Finding;
  /** Further places in the same file that it speaks of, with the name that stands there. */
  readonly related?: readonly RelatedPlace[];
  readonly decision?: Decision;
  /** What a fix needs to know: `successor`, `licenseKey`, `phrase`, `removable` … */
  readonly data?: Readonly<Record<string, string>>;
}

/** Whether a rule tells of a name that has ended or will: a successor settles it. */
export function tellsOfEnd(rule: string): boolean {
  return rule === 'model/retired' || rule === 'model/ending';
}

/** Whether a finding, or one that it speaks for, tells of a name that has ended or will: editors strike it out. */
export function isOfEnd({ rule, also = [] }: Pick<Finding, 'rule' | 'also'>): boolean {
  return [rule, ...also].some(tellsOfEnd);
}
