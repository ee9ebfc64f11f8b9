import { message } from '../../message';
import { passesOn, reason, type Pair, type Reason } from '../judgement';
import { isKnown } from '../terms';

/** R16: nothing can be said of a license that is not stated or was not read. A missing license is never a conflict. */
export function unknownUpstream({ upstream }: Pair): Reason | undefined {
  if (isKnown(upstream)) return undefined;
  const text =
    upstream.category === 'none-stated'
      ? message('The model states no license, so it grants nothing that is known')
      : message('The license of the model ({0}) is not known here: read its terms', upstream.key);
  return reason(upstream, { rule: 'R16', verdict: 'unknown', text });
}

/** R16: whether a label carries what must stay cannot be told of a label that is not known. */
export function unknownLabel(pair: Pair): Reason | undefined {
  if (isKnown(pair.downstream) || !isKnown(pair.upstream) || !passesOn(pair)) return undefined;
  return reason(pair.upstream, {
    rule: 'R16',
    verdict: 'unknown',
    text: message(
      'The label {0} is not known here; whatever it says, the terms of {1} stay',
      pair.downstream.key,
      pair.upstream.name,
    ),
  });
}
