import { message, type Message } from '../message';
import { licenseEvidence, type Model } from '../model';
import { surenessOf, type Sureness } from '../policy/sureness';

/** How a license is known, also where the policy of the project states it, which nobody has to have read anywhere. */
export type LicenseSureness = Sureness | 'stated';

/** How the license of a model is known. */
export interface LicenseSource {
  readonly sureness: LicenseSureness;
  readonly source: string;
  /** `YYYY-MM-DD` or `YYYY-MM`; empty where no day is recorded. */
  readonly date: string;
}

/** The words of {@link LicenseSureness} for people. */
export const SURENESS_WORDS: Readonly<Record<LicenseSureness, Message>> = {
  read: message('read'),
  listed: message('listed'),
  inferred: message('inferred'),
  stated: message('stated by the policy'),
};

export const SURENESS_LEGEND = message(
  "How the license is known: read in the publisher's own text or card, listed by somebody else, inferred from a family, a name or a copy, or stated by the policy of the project.",
);

/** How the license of a model is known, with the source that was read first; `undefined` where nothing is recorded of it. */
export function licenseSource(model: Pick<Model, 'evidence'>): LicenseSource | undefined {
  const evidence = licenseEvidence(model);
  if (evidence === undefined) return undefined;
  const isStated = evidence.origin === 'policy override';
  return {
    sureness: isStated ? 'stated' : surenessOf(model, 'license'),
    source: evidence.source,
    date: evidence.date,
  };
}
