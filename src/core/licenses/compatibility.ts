import type { LicenseRecord } from '../catalog/records';
import { message } from '../message';
import type { Relation, Verdict } from '../vocabulary';
import {
  reason,
  sameLicense,
  severity,
  worse,
  type Judgement,
  type Pair,
  type Reason,
  type Rule,
} from './judgement';
import { NOTHING_SAID } from './nothingSaid';
import { dutiesIn, dutiesOf, type Duty } from './obligations';
import { nonCommercial } from './rules/commerce';
import { bindsOnlyItself, networkCopyleft, shareAlike } from './rules/copyleft';
import { noDerivatives, noHosting, noRedistribution, ownAgreement } from './rules/denied';
import { distillationUnder, outputTraining } from './rules/outputs';
import { patentTermination, permissive, relabelledCopy } from './rules/permissive';
import { limitsReachUse, restrictionsReachUsers, termsStay } from './rules/restrictions';
import { unknownLabel, unknownUpstream } from './rules/unknown';
import { isKnown } from './terms';

/**
 * One idea each, worked from the terms of the records and not from a list of keys. Grounds: the license texts, as cited in the
 * records; the questions follow ModelGo (Duan et al., 2024), LiDetector (2023) and the published pairs of LISCAN.AI (2026).
 */
const RULES: readonly Rule[] = [
  unknownUpstream,
  unknownLabel,
  permissive,
  patentTermination,
  relabelledCopy,
  shareAlike,
  networkCopyleft,
  termsStay,
  restrictionsReachUsers,
  limitsReachUse,
  nonCommercial,
  noDerivatives,
  noRedistribution,
  noHosting,
  ownAgreement,
  sameLabel,
  outputTraining,
];

/** What a model trained on outputs owes where those outputs do not make it a derivative. */
const OUTPUT_RULES: readonly Rule[] = [unknownUpstream, outputTraining];
const TRAINED_ON_OUTPUTS = {
  certain: new Set(['output-training'] as const),
  possible: new Set<never>(),
  commercial: null,
};

/**
 * May a thing under the label `downstream` be made from, or use, a model under `upstream`? Naming a model by its id is not
 * shipping it: `relation` says which it is. Each verdict names the rules, the clauses and where these were read.
 */
export function judge(pair: Pair): Judgement {
  const freeOutputs = pair.lineage === 'distilled' && distillationUnder(pair) === 'free';
  const duties = freeOutputs
    ? dutiesIn(pair.upstream, TRAINED_ON_OUTPUTS)
    : dutiesOf(pair.upstream, pair.relation);
  const reasons = (freeOutputs ? OUTPUT_RULES : RULES).flatMap((rule) => rule(pair) ?? []);
  const owed = duties.find((duty) => duty.certain);
  const verdict = reasons
    .map((found) => found.verdict)
    .reduce<Verdict>(worse, owed === undefined ? 'ok' : 'obligations');
  const shown = reasons.length > 0 ? reasons : [plainReason(pair, owed)];
  return {
    verdict,
    reasons: [...shown].sort((a, b) => severity(b.verdict) - severity(a.verdict)),
    obligations: duties,
  };
}

/** Rules whose verdict needs no terms of the label: what bars passing on, or wants the whole under one license. */
const RULES_OF_ANY_LABEL: readonly Rule[] = [
  shareAlike,
  networkCopyleft,
  noDerivatives,
  noRedistribution,
  noHosting,
];

/** A project that states no license, or that it gives none: whoever receives it gets terms that no open license allows. */
const CLOSED: LicenseRecord = {
  ...NOTHING_SAID,
  key: 'closed',
  name: 'no open license',
  category: 'community-restricted',
  commercialUse: 'unknown',
  covers: ['code'],
  meets: { osi: false, openWeightDefinition: false, aiActOpenSource: 'disqualified', aiActReasons: [] },
  verification: 'verified',
  evidence: [],
};

/**
 * What a license makes of weights in a project that is closed or states no license. Only what holds against every label is
 * said: which terms its users get is not known. Weights that are given on as they are may stay under their own
 * agreement there.
 * @returns the gravest reason, `undefined` where nothing stands against it
 */
export function judgeClosed(
  upstream: LicenseRecord,
  relation: Relation,
  more: Pick<Pair, 'isRunByUsers'> = {},
): Reason | undefined {
  const pair = { upstream, downstream: CLOSED, relation, ...more };
  const staysBeside = relation === 'ships' && bindsOnlyItself(upstream);
  const rules = staysBeside ? RULES_OF_ANY_LABEL.filter((rule) => rule !== shareAlike) : RULES_OF_ANY_LABEL;
  return rules
    .flatMap((rule) => rule(pair) ?? [])
    .sort((a, b) => severity(b.verdict) - severity(a.verdict))[0];
}

/** R21: the model's own license is always a right label. */
function sameLabel(pair: Pair): Reason | undefined {
  if (!sameLicense(pair) || !isKnown(pair.upstream) || pair.upstream.category === 'permissive')
    return undefined;
  return reason(pair.upstream, {
    rule: 'R21',
    verdict: 'ok',
    text: message('The label is the license of the model itself'),
  });
}

function plainReason({ upstream }: Pair, owed: Duty | undefined): Reason {
  return owed === undefined
    ? reason(upstream, {
        rule: 'R1',
        verdict: 'ok',
        text: message('{0} sets no conditions for this', upstream.name),
      })
    : reason(upstream, {
        rule: 'R7',
        verdict: 'obligations',
        clause: owed.clause,
        text: message('{0} allows this with the duties below', upstream.name),
      });
}
