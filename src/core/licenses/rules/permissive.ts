import { message } from '../../message';
import { passesOn, reason, sameLicense, type Pair, type Reason } from '../judgement';
import { isKnown, obligationOf, restrictionOf, rightOf } from '../terms';

/** R1, R2: a permissive license lets its work go under any label, with its notices kept. */
export function permissive(pair: Pair): Reason | undefined {
  const { upstream, downstream } = pair;
  if (upstream.category !== 'permissive') return undefined;
  const rule = downstream.category === 'copyleft' || downstream.category === 'weak-copyleft' ? 'R2' : 'R1';
  if (!passesOn(pair)) {
    return reason(upstream, {
      rule,
      verdict: 'ok',
      text: message('{0} asks nothing of a project that only uses the model', upstream.name),
    });
  }
  if (!isKnown(downstream)) return undefined;
  const keep =
    obligationOf(upstream, 'include-license') ??
    obligationOf(upstream, 'retain-copyright') ??
    obligationOf(upstream, 'give-credit');
  if (keep === undefined)
    return reason(upstream, { rule, verdict: 'ok', text: message('{0} sets no conditions', upstream.name) });
  return reason(upstream, {
    rule,
    verdict: 'obligations',
    clause: keep.clause,
    text: message('{0} lets the work go under {1} with its notices kept', upstream.name, downstream.name),
  });
}

/**
 * R2: a patent license that ends on a suit is a further restriction to the GNU GPL version 2, in the view of the Free
 * Software Foundation; the matrix of the Linux Foundation leaves the pair open. Version 3 allows it (s.7, s.11).
 */
export function patentTermination(pair: Pair): Reason | undefined {
  const { upstream, downstream } = pair;
  const patent = rightOf(upstream, 'patent');
  const endsOnTerms =
    patent?.note !== undefined && (patent.value === 'allowed' || patent.value === 'conditional');
  if (upstream.category !== 'permissive' || !passesOn(pair) || !endsOnTerms) return undefined;
  const copyleft = obligationOf(downstream, 'share-alike');
  const forbidsMore =
    downstream.category === 'copyleft' && restrictionOf(downstream, 'no-additional-terms') !== undefined;
  if (
    !forbidsMore ||
    rightOf(downstream, 'patent')?.value === 'allowed' ||
    obligationOf(downstream, 'disclose-source') === undefined
  )
    return undefined;
  if (copyleft?.accepts?.some((key) => key.startsWith('gpl-3.0')) === true) return undefined;
  return reason(upstream, {
    rule: 'R2',
    verdict: 'review',
    clause: patent.clause,
    text: message(
      'The patent terms of {0} are a further restriction to {1} in the view of its publisher',
      upstream.name,
      downstream.name,
    ),
  });
}

/** R18: a quantized or converted copy is the same work; where the license does not let others sublicense it, its own label stays. */
export function relabelledCopy(pair: Pair): Reason | undefined {
  const { upstream, downstream } = pair;
  if (
    pair.lineage !== 'quantized' ||
    upstream.category !== 'permissive' ||
    sameLicense(pair) ||
    !isKnown(downstream)
  )
    return undefined;
  const sublicense = rightOf(upstream, 'sublicense');
  if (sublicense?.value !== 'denied') return undefined;
  return reason(upstream, {
    rule: 'R18',
    verdict: 'review',
    clause: sublicense.clause,
    text: message(
      'A converted copy is still the same work: {0} goes with it, whatever the label',
      upstream.name,
    ),
  });
}
