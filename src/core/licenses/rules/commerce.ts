import { message } from '../../message';
import { passesOn, reason, sameLicense, type Pair, type Reason } from '../judgement';
import { allowsCommerce, isKnown, restrictionOf } from '../terms';

/** R9, R13, R14: what may not be used commercially, or only for research, under a label that says more. */
export function nonCommercial(pair: Pair): Reason | undefined {
  const { upstream, downstream } = pair;
  const research = restrictionOf(upstream, 'research-only');
  const term = research ?? restrictionOf(upstream, 'non-commercial');
  if (term === undefined || sameLicense(pair)) return undefined;
  const passed = passesOn(pair);
  if (passed && !isKnown(downstream)) return undefined;
  const { clause } = term;
  const rule = research === undefined ? 'R9' : 'R14';
  if (allowsCommerce(downstream)) {
    const text =
      research === undefined
        ? message('{0} bars commercial use, which {1} allows', upstream.name, downstream.name)
        : message('{0} allows research only, and {1} allows any use', upstream.name, downstream.name);
    if (passed)
      return reason(upstream, { rule, verdict: 'conflict', clause, clash: 'label-drops-terms', text });
    return reason(upstream, { rule, verdict: research === undefined ? 'review' : 'conflict', clause, text });
  }
  return underNarrowLabel(pair, rule, clause);
}

function underNarrowLabel(pair: Pair, rule: string, clause: string | null): Reason {
  const { upstream, downstream } = pair;
  const barsCommerce = downstream.commercialUse === 'no';
  if (!barsCommerce) {
    return reason(upstream, {
      rule,
      verdict: 'review',
      clause,
      text: message('{0} bars commercial use; whether {1} does is not known', upstream.name, downstream.name),
    });
  }
  if (rule === 'R14' && restrictionOf(downstream, 'research-only') === undefined) {
    return reason(upstream, {
      rule,
      verdict: 'review',
      clause,
      text: message(
        '{0} allows research only, and {1} allows any non-commercial use',
        upstream.name,
        downstream.name,
      ),
    });
  }
  return reason(upstream, {
    rule: 'R13',
    verdict: passesOn(pair) ? 'obligations' : 'ok',
    clause,
    text: message('{1} bars commercial use as {0} does', upstream.name, downstream.name),
  });
}
