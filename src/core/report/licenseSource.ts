import { message, type Message } from '../message';
import { licenseEvidence, type Model } from '../model';
import { surenessOf, type Sureness } from '../policy/sureness';

/** How the license of a model is known. */
export interface LicenseSource {
  readonly sureness: Sureness;
  readonly source: string;
  /** `YYYY-MM-DD` or `YYYY-MM`; empty where no day is recorded. */
  readonly date: string;
}

/** The words of {@link Sureness} for people. */
export const SURENESS_WORDS: Readonly<Record<Sureness, Message>> = {
  read: message('read'),
  listed: message('listed'),
  inferred: message('inferred'),
};

export const SURENESS_LEGEND = message(
  "How the license is known: read in the publisher's own text or card, listed by somebody else, or inferred from a family, a name or a copy.",
);

/** How the license of a model is known, with the source that was read first; `undefined` where nothing is recorded of it. */
export function licenseSource(model: Pick<Model, 'evidence'>): LicenseSource | undefined {
  const evidence = licenseEvidence(model);
  if (evidence === undefined) return undefined;
  return { sureness: surenessOf(model, 'license'), source: evidence.source, date: evidence.date };
}
