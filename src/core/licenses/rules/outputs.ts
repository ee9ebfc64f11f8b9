import { message } from '../../message';
import { reason, sameLicense, type Pair, type Reason } from '../judgement';
import { obligationOf, restrictionOf, rightOf, startsAt } from '../terms';

/** What a license makes of a model that was trained on the outputs of its own. */
export type Distillation = 'derivative' | 'free';

/**
 * RAIL, Gemma, DeepSeek and others count a model trained on outputs to act alike as a derivative, and HyperCLOVA X asks for a name
 * besides; Llama 3.1 and Qwen ask for a name or a credit only; most licenses say nothing of outputs.
 */
export function distillationUnder({ upstream }: Pair): Distillation {
  if (rightOf(upstream, 'distill')?.value !== 'conditional') return 'free';
  const asksForCredit = upstream.obligations.some((term) => startsAt(term, 'output-training'));
  return asksForCredit && obligationOf(upstream, 'pass-on-restrictions') === undefined
    ? 'free'
    : 'derivative';
}

/** R15: outputs may not train another model; the terms of a service bind its customer, not the new model. */
export function outputTraining(pair: Pair): Reason | undefined {
  const { upstream, lineage } = pair;
  const term = restrictionOf(upstream, 'no-competing-training');
  if (lineage !== 'distilled' || term === undefined || sameLicense(pair)) return undefined;
  if (upstream.category === 'proprietary-api') {
    return reason(upstream, {
      rule: 'R15',
      verdict: 'review',
      clause: term.clause,
      text: message('{0} bar training of competing models; a breach is its maker’s', upstream.name),
    });
  }
  return reason(upstream, {
    rule: 'R15',
    verdict: 'conflict',
    clause: term.clause,
    clash: 'cannot-both-be-met',
    text: message('{0} bars training other models on its outputs', upstream.name),
  });
}
