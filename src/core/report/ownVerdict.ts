import { isAllowed, type Verdict } from '../vocabulary';

/** Of a use that would be allowed where no policy asked for anything. */
export const NO_POLICY = 'no policy';
export type OwnVerdict = Verdict | typeof NO_POLICY;

/** A verdict as data for others say it: nothing is allowed where no policy asked for anything. */
export function ownVerdict({
  verdict,
  hasPolicy,
}: {
  readonly verdict: Verdict | null;
  readonly hasPolicy?: boolean;
}): OwnVerdict | null {
  return hasPolicy === false && verdict !== null && isAllowed(verdict) ? NO_POLICY : verdict;
}
