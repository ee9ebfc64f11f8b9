import type { LicenseRecord, ObligationTerm } from '../../catalog/records';
import { message } from '../../message';
import { passesOn, reason, sameLicense, type Pair, type Reason } from '../judgement';
import { isKnown, obligationOf, startsAt } from '../terms';

/** R3 (programs), R11 (content) and R24 (files and libraries): what is derived stays under the license, or one it names. */
export function shareAlike(pair: Pair): Reason | undefined {
  const { upstream, downstream, relation } = pair;
  const term = obligationOf(upstream, 'share-alike');
  if (term === undefined || !passesOn(pair) || !isKnown(downstream)) return undefined;
  const rule = ruleOf(pair);
  if (!startsAt(term, relation === 'derives' ? 'derivative' : 'distribution')) {
    return reason(upstream, {
      rule,
      verdict: 'obligations',
      clause: term.clause,
      text: message('Unchanged parts stay under {0} beside work under {1}', upstream.name, downstream.name),
    });
  }
  if (mayGoUnder(term, pair)) {
    return reason(upstream, {
      rule,
      verdict: 'obligations',
      clause: term.clause,
      text: message('{0} lets what is derived go under {1}', upstream.name, downstream.name),
    });
  }
  return reason(upstream, {
    rule,
    verdict: 'conflict',
    clause: term.clause,
    clash: 'label-drops-terms',
    text: message('What is derived stays under {0}, which {1} is not', upstream.name, downstream.name),
  });
}

function mayGoUnder(term: ObligationTerm, pair: Pair): boolean {
  return sameLicense(pair) || term.accepts?.includes(pair.downstream.key) === true;
}

/**
 * Whether a license keeps the material and what is made from it under itself, and asks nothing of the work around it,
 * as copyleft and whatever asks for the source of the whole do.
 */
export function bindsOnlyItself(upstream: LicenseRecord): boolean {
  return upstream.category !== 'copyleft' && ruleOf({ upstream }) === 'R11';
}

function ruleOf({ upstream }: Pick<Pair, 'upstream'>): string {
  if (upstream.category === 'weak-copyleft') return 'R24';
  return obligationOf(upstream, 'disclose-source') === undefined ? 'R11' : 'R3';
}

/**
 * R3: serving reaches only a copyleft that reaches networks, and there mostly a changed version (GNU AGPL s.13). Whether it
 * reaches weights at all is unsettled.
 */
export function networkCopyleft(pair: Pair): Reason | undefined {
  const { upstream, relation } = pair;
  const term = obligationOf(upstream, 'share-alike');
  if (term === undefined || passesOn(pair)) return undefined;
  const rule = ruleOf(pair);
  if (!startsAt(term, 'hosted-service') || relation === 'calls') {
    return reason(upstream, {
      rule,
      verdict: 'ok',
      text: message('{0} asks nothing of a project that only uses the model', upstream.name),
    });
  }
  if (relation === 'references' || mayGoUnder(term, pair)) {
    return reason(upstream, {
      rule,
      verdict: 'obligations',
      clause: term.clause,
      text: message(
        '{0} asks for the source of a changed version that others use over a network',
        upstream.name,
      ),
    });
  }
  return reason(upstream, {
    rule,
    verdict: 'review',
    clause: term.clause,
    text: message('{0} reaches network services: offer the source of what was changed', upstream.name),
  });
}
