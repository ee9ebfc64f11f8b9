import { message } from '../../message';
import { passesOn, reason, type Pair, type Reason } from '../judgement';
import { restrictionOf, rightOf, startsAt } from '../terms';

/** R12: changed versions may not be shared, whatever their label. A conversion of format may not be a change (CC s.2.a.4). */
export function noDerivatives({ upstream, relation, lineage }: Pair): Reason | undefined {
  const term = restrictionOf(upstream, 'no-derivatives');
  if (term === undefined || relation !== 'derives') return undefined;
  if (lineage === 'quantized') {
    return reason(upstream, {
      rule: 'R12',
      verdict: 'review',
      clause: term.clause,
      text: message(
        '{0} bars sharing changed versions; whether a converted copy is one is unsettled',
        upstream.name,
      ),
    });
  }
  return reason(upstream, {
    rule: 'R12',
    verdict: 'conflict',
    clause: term.clause,
    clash: 'cannot-both-be-met',
    text: message('{0} bars sharing changed versions', upstream.name),
  });
}

/** R22: the weights may not be passed on at all. */
export function noRedistribution(pair: Pair): Reason | undefined {
  const term = restrictionOf(pair.upstream, 'no-redistribution');
  if (term === undefined || !passesOn(pair) || !startsAt(term, 'distribution', 'derivative'))
    return undefined;
  return reason(pair.upstream, {
    rule: 'R22',
    verdict: 'conflict',
    clause: term.clause,
    clash: 'cannot-both-be-met',
    text: message('{0} does not let the weights be passed on', pair.upstream.name),
  });
}

/** R22: the model may not be offered as a hosted service. */
export function noHosting({ upstream, relation, isRunByUsers }: Pair): Reason | undefined {
  const right = rightOf(upstream, 'hosted-service');
  if (relation !== 'serves' || isRunByUsers === true || right?.value !== 'denied') return undefined;
  return reason(upstream, {
    rule: 'R22',
    verdict: 'conflict',
    clause: right.clause,
    text: message('{0} does not let the model be offered as a service', upstream.name),
  });
}

/** R23: a right to use that comes from an agreement of its own. */
export function ownAgreement(pair: Pair): Reason | undefined {
  const { upstream } = pair;
  if (upstream.category !== 'proprietary-api' || passesOn(pair)) return undefined;
  if (rightOf(upstream, 'use') === undefined) {
    return reason(upstream, {
      rule: 'R23',
      verdict: 'review',
      text: message('{0}: the right to use it comes from an agreement of its own', upstream.name),
    });
  }
  return reason(upstream, {
    rule: 'R23',
    verdict: 'obligations',
    text: message('{0} apply to every call', upstream.name),
  });
}
