import type { LicenseRecord } from '../../catalog/records';
import { message, type Message } from '../../message';
import type { Verdict } from '../../vocabulary';
import { passesOn, reason, sameLicense, type Clash, type Pair, type Reason } from '../judgement';
import { barredUses, isKnown, obligationOf, restrictionOf } from '../terms';

/** A term of the model's license that must survive whatever the label says. */
interface Binding {
  readonly clause: string | null;
  readonly what: Message;
}

/**
 * R4 to R8 and R10: limits on use, size, place and outputs, credits and names stay with the weights; a label that does not
 * carry them misstates the terms.
 */
export function termsStay(pair: Pair): Reason | undefined {
  const { upstream, downstream } = pair;
  if (!passesOn(pair) || sameLicense(pair) || !isKnown(downstream) || upstream.category === 'permissive')
    return undefined;
  const binding = bindingOf(upstream);
  if (binding === undefined) return undefined;
  const { rule, verdict, text, clash } = fateUnder(pair, binding);
  return reason(upstream, {
    rule,
    verdict,
    text,
    clause: binding.clause,
    ...(clash !== undefined && { clash }),
  });
}

interface Fate {
  readonly rule: string;
  readonly verdict: Verdict;
  readonly text: Message;
  readonly clash?: Clash;
}

function fateUnder(pair: Pair, binding: Binding): Fate {
  const { upstream, downstream } = pair;
  const names = [upstream.name, downstream.name] as const;
  switch (downstream.category) {
    case 'copyleft':
      return {
        rule: 'R5',
        verdict: 'conflict',
        clash: 'cannot-both-be-met',
        text: message('{1} forbids further restrictions, and {0} has some that must be passed on', ...names),
      };
    case 'non-commercial':
      return {
        rule: 'R10',
        verdict: 'review',
        text: message(
          'A non-commercial label narrows what {0} grants and does not carry its terms',
          ...names,
        ),
      };
    case 'proprietary-api':
      return {
        rule: ownRule(upstream),
        verdict: 'review',
        text: message('Terms of your own must carry those of {0}', ...names),
      };
    case 'responsible-ai':
    case 'community-restricted':
      return underOtherRestrictions(pair);
    default:
      return { rule: ownRule(upstream), verdict: 'conflict', clash: 'label-drops-terms', text: binding.what };
  }
}

/**
 * R6: the RAIL texts let a derivative go under terms of its own that hold their list of barred uses. Terms that point to a
 * policy, or that also set a size, a place, a credit or a limit on outputs, are carried by no other label.
 */
function underOtherRestrictions({ upstream, downstream }: Pair): Fate {
  const names = [upstream.name, downstream.name] as const;
  if (!passesOnByList(upstream)) {
    return {
      rule: ownRule(upstream),
      verdict: 'conflict',
      clash: 'label-drops-terms',
      text: message('{1} is not {0} and does not carry its terms', ...names),
    };
  }
  const wanted = barredUses(upstream);
  const carried = barredUses(downstream);
  if (wanted.size > 0 && [...wanted].every((use) => carried.has(use))) {
    return {
      rule: 'R6',
      verdict: 'obligations',
      text: message('{1} bars every use that {0} bars', ...names),
    };
  }
  return {
    rule: 'R6',
    verdict: 'review',
    text: message('{1} may not bar every use that {0} bars', ...names),
  };
}

/** The use restrictions stand in the license itself, and nothing else has to survive. */
function passesOnByList(record: LicenseRecord): boolean {
  return (
    record.category === 'responsible-ai' &&
    obligationOf(record, 'follow-use-policy') === undefined &&
    record.thresholds.length === 0 &&
    record.regions.length === 0
  );
}

function ownRule(record: LicenseRecord): string {
  if (record.category !== 'responsible-ai') return 'R7';
  return obligationOf(record, 'follow-use-policy') === undefined ? 'R4' : 'R8';
}

function bindingOf(record: LicenseRecord): Binding | undefined {
  const passOn = obligationOf(record, 'pass-on-restrictions');
  if (passOn !== undefined) {
    return {
      clause: passOn.clause,
      what: message('The use restrictions of {0} must be passed on, and the label drops them', record.name),
    };
  }
  const term =
    restrictionOf(record, 'field-of-use', 'no-competing-training') ??
    record.thresholds[0] ??
    record.regions[0] ??
    obligationOf(record, 'display-phrase') ??
    obligationOf(record, 'name-prefix');
  if (term === undefined && record.category !== 'community-restricted') return undefined;
  const clause = obligationOf(record, 'include-license')?.clause ?? term?.clause ?? null;
  return {
    clause,
    what: message(
      '{0} stays with the weights and with what is made from them; the label replaces it',
      record.name,
    ),
  };
}

/** R4, R6: users of a project that only uses the model must still receive the restrictions (RAIL s.5). */
export function restrictionsReachUsers(pair: Pair): Reason | undefined {
  const { upstream, downstream, relation } = pair;
  const uses = restrictionOf(upstream, 'field-of-use');
  if (passesOn(pair) || uses === undefined || !passesOnByList(upstream)) return undefined;
  if (relation === 'calls') {
    return reason(upstream, {
      rule: 'R4',
      verdict: 'obligations',
      clause: uses.clause,
      text: message('The host passes on the use restrictions of {0}: keep to them', upstream.name),
    });
  }
  const wanted = barredUses(upstream);
  const carried = barredUses(downstream);
  if (sameLicense(pair) || (wanted.size > 0 && [...wanted].every((use) => carried.has(use)))) {
    return reason(upstream, {
      rule: 'R6',
      verdict: 'obligations',
      clause: uses.clause,
      text: message('The label carries the use restrictions of {0}', upstream.name),
    });
  }
  return reason(upstream, {
    rule: 'R4',
    verdict: 'review',
    clause: uses.clause,
    text: message(
      'Users must receive the use restrictions of {0}, which {1} does not carry',
      upstream.name,
      downstream.name,
    ),
  });
}

/** R7: limits of size and place bind whoever uses the model, also where the weights are not passed on. */
export function limitsReachUse(pair: Pair): Reason | undefined {
  const { upstream } = pair;
  const limit =
    upstream.regions[0] ??
    upstream.thresholds.find((threshold) => threshold.consequence !== 'display-credit');
  if (passesOn(pair) || limit === undefined || pair.relation === 'calls') return undefined;
  return reason(upstream, {
    rule: 'R7',
    verdict: 'obligations',
    clause: limit.clause,
    text: message('{0} sets limits of size or place', upstream.name),
  });
}
