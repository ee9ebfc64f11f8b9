import type { LicenseRecord, RegionLimit, Threshold } from '../../catalog/records';
import { dutiesOf } from '../../licenses/obligations';
import { restrictionOf, rightOf } from '../../licenses/terms';
import { message, type Message } from '../../message';
import type { Severity } from '../../vocabulary';
import type { Decision } from '../finding';
import type { Policy, ProjectUse } from '../policy';
import { regionsMeet } from '../regions';
import type { Hit, ReferenceRule, Subject } from '../rule';
import { byClause, byPolicy, licenseData, nameOf } from './wording';

export const LICENSE_THRESHOLD: ReferenceRule = {
  code: 'license/threshold',
  severity: 'error',
  withoutPolicy: false,
  summary: message('The licence ends or changes above a size the project has reached'),
  checks: message(
    "`use.monthlyActiveUsers` and `use.annualRevenueUsd` are compared with the licence's limits. Some are tested all the time; others once, in the month before the model's release, and then only a warning is given, since the figure in the policy is today's. Where the figure is not stated it is asked for, as information.",
  ),
  why: message('A limit on users or revenue takes the grant away from the successful, often without notice.'),
  settle: [
    message('Ask the publisher for the licence that the clause speaks of, then add an exception that names it.'),
    message('Replace the model with one without such a limit.'),
    message('State the figures under `use` in the policy, so that they can be compared.'),
  ],
  example: 'use: { purpose: commercial, monthlyActiveUsers: 800_000_000 }\n# and in the code\nmodel = "meta-llama/Llama-3.1-8B-Instruct"',
  check: checkThreshold,
};

export const LICENSE_REGION: ReferenceRule = {
  code: 'license/region',
  severity: 'error',
  withoutPolicy: false,
  summary: message('The licence leaves out a region the project is in'),
  checks: message("`use.regions` is compared with the regions that the licence leaves out, for all its models or only for those that take more than text."),
  why: message('Some grants do not reach people and companies of a region at all. Llama 4 leaves out the European Union, Hunyuan also the United Kingdom and South Korea.'),
  settle: [
    message('Replace the model with one whose licence has no such limit.'),
    message('Correct `use.regions`, when the project is neither developed nor offered there.'),
  ],
  example: 'use: { regions: [EU] }\n# and in the code\nmodel = "meta-llama/Llama-4-Scout-17B-16E-Instruct"',
  check: checkRegion,
};

export const LICENSE_OUTPUT_TRAINING: ReferenceRule = {
  code: 'license/output-training',
  severity: 'error',
  withoutPolicy: false,
  summary: message('The licence limits training other models on the output'),
  checks: message('Where `use.trainsOnOutputs` is true: whether the licence bars training other models on the output, or asks something in return.'),
  why: message('Distillation and synthetic data carry the ban along: the model trained in breach of it is tainted too.'),
  settle: [
    message('Take the output of a model whose licence allows it.'),
    message('Do what the clause asks in return, such as the name prefix of Llama 3.1, and add an exception that says so.'),
  ],
  example: 'use: { trainsOnOutputs: true }\n# and in the code\nteacher = "meta-llama/Meta-Llama-3-70B-Instruct"',
  check: checkOutputTraining,
};

export const LICENSE_USE_POLICY: ReferenceRule = {
  code: 'license/use-policy',
  severity: 'information',
  withoutPolicy: false,
  summary: message('The licence bars some uses, and users must be bound to that'),
  checks: message('Where what is built reaches others (`use.distribution`): whether the licence has a list of barred uses that must be followed or passed on.'),
  why: message("An acceptable use policy binds the project, and often asks it to bind its own users as well."),
  settle: [
    message('Take the list over into the terms of use of the product, then add an exception that says where.'),
    message('Replace the model with one without such a list.'),
  ],
  example: 'use: { distribution: product }\n# and in the code\nmodel = "google/gemma-2-9b-it"',
  check: checkUsePolicy,
};

/** Terms of the weights bind who runs them. Who calls a hosted model is bound by its operator's terms. */
function binds(license: LicenseRecord, { relation }: Subject): boolean {
  return relation !== 'calls' || license.category === 'proprietary-api';
}

/** The first of the licences that hold for which a check finds something, the gravest finding first. */
function firstHit(subject: Subject, check: (license: LicenseRecord, policy: Policy) => readonly Hit[]): Hit | undefined {
  const { policy } = subject.context;
  if (policy === undefined) return undefined;
  const hits = subject.effective.parts.flatMap((license) => check(license, policy));
  return hits.find(({ severity }) => severity === undefined) ?? hits.find(({ severity }) => severity === 'warning') ?? hits[0];
}

// ── Thresholds ──────────────────────────────────────────────────────────────────────────────────────────────────

function checkThreshold(subject: Subject): Hit | undefined {
  return firstHit(subject, (license, { use }) =>
    binds(license, subject) ? license.thresholds.flatMap((threshold) => thresholdHit({ subject, license, threshold, use }) ?? []) : []);
}

interface ThresholdCase {
  readonly subject: Subject;
  readonly license: LicenseRecord;
  readonly threshold: Threshold;
  readonly use: ProjectUse;
}

function thresholdHit({ subject, license, threshold, use }: ThresholdCase): Hit | undefined {
  const figure = figureFor(threshold.metric, use);
  const outcome = { decision: byClause(license, threshold.clause), data: licenseData(license) };
  if (figure === undefined) {
    const asked = use.purpose === 'commercial' || use.purpose === 'internal';
    return asked ? { ...outcome, message: openThreshold(nameOf(subject), license.name, threshold), severity: 'information' } : undefined;
  }
  if (figure <= threshold.amount) return undefined;
  return { ...outcome, message: reachedThreshold(nameOf(subject), license.name, threshold), ...severityOf(threshold) };
}

/** The project's figure in the unit of a limit; `undefined` where it states none, or no figure can settle the limit. */
function figureFor(metric: Threshold['metric'], use: ProjectUse): number | undefined {
  switch (metric) {
    case 'monthly-active-users': return use.monthlyActiveUsers ?? undefined;
    case 'annual-revenue-usd': return use.annualRevenueUsd ?? undefined;
    case 'monthly-revenue-usd': return use.annualRevenueUsd === null ? undefined : use.annualRevenueUsd / 12;
    default: return undefined;
  }
}

/** The figure of the policy is today's: where the limit was tested once in the past, reaching it now proves nothing. */
function severityOf({ measured, consequence }: Threshold): { readonly severity?: Severity } {
  if (consequence === 'display-credit') return { severity: 'information' };
  return measured === 'continuous' ? {} : { severity: 'warning' };
}

function reachedThreshold(name: string, license: string, threshold: Threshold): Message {
  const limit = limitOf(threshold);
  if (threshold.consequence === 'display-credit') return message('{0} must be credited in the product above {1} ({2})', name, limit, license);
  if (threshold.consequence === 'no-rights') return message('{0} may not be used above {1} ({2})', name, limit, license);
  if (threshold.measured === 'at-release') {
    return message('{0} needs a licence of its own if the project was above {1} in the month before its release ({2})', name, limit, license);
  }
  return message('{0} needs a licence of its own above {1} ({2})', name, limit, license);
}

function openThreshold(name: string, license: string, threshold: Threshold): Message {
  const limit = limitOf(threshold);
  if (threshold.metric === 'monthly-active-users') {
    return message('{0} has a limit at {1}; state use.monthlyActiveUsers to have it checked ({2})', name, limit, license);
  }
  if (threshold.metric === 'annual-revenue-usd' || threshold.metric === 'monthly-revenue-usd') {
    return message('{0} has a limit at {1}; state use.annualRevenueUsd to have it checked ({2})', name, limit, license);
  }
  return message('{0} has a limit that has to be looked at ({1}): {2}', name, license, threshold.text);
}

/** A limit in figures and units that read the same in every language: `700M MAU`, `USD 20M/month`. */
function limitOf({ metric, amount, text }: Threshold): string {
  switch (metric) {
    case 'monthly-active-users': return `${millions(amount)} MAU`;
    case 'annual-revenue-usd': return `USD ${millions(amount)}/year`;
    case 'monthly-revenue-usd': return `USD ${millions(amount)}/month`;
    default: return text;
  }
}

function millions(amount: number): string {
  return amount >= 1_000_000 ? `${amount / 1_000_000}M` : String(amount);
}

// ── Regions ─────────────────────────────────────────────────────────────────────────────────────────────────────

function checkRegion(subject: Subject): Hit | undefined {
  return firstHit(subject, (license, { use }) => license.regions.flatMap((limit) => {
    const region = use.regions.find((place) => limit.regions.some((excluded) => regionsMeet(place, excluded)));
    return region === undefined ? [] : regionHit({ subject, license, limit, region }) ?? [];
  }));
}

interface RegionCase {
  readonly subject: Subject;
  readonly license: LicenseRecord;
  readonly limit: RegionLimit;
  readonly region: string;
}

function regionHit({ subject, license, limit, region }: RegionCase): Hit | undefined {
  const concerned = limit.appliesTo === 'all' ? true : isMultimodal(subject);
  if (concerned === false) return undefined;
  const name = nameOf(subject);
  const outcome = { decision: byClause(license, limit.clause), data: licenseData(license) };
  if (concerned === null) {
    return { ...outcome, severity: 'warning', message: message('{0} may not be licensed in {1}: that depends on whether it takes more than text ({2})', name, region, license.name) };
  }
  if (!binds(license, subject)) {
    return { ...outcome, severity: 'information', message: message('The weights of {0} are not licensed in {1}; the terms of the service that runs them decide ({2})', name, region, license.name) };
  }
  return { ...outcome, message: message('{0} is not licensed in {1} ({2})', name, region, license.name) };
}

/** Tasks of the Hub whose models take text and nothing else. */
const TEXT_TASKS = ['text-generation', 'text2text-generation', 'fill-mask', 'text-classification', 'token-classification', 'feature-extraction', 'sentence-similarity', 'translation', 'summarization'];

function isMultimodal({ model, context }: Subject): boolean | null {
  if (model === undefined) return null;
  const stated = context.catalog.model(model.id)?.multimodal ?? null;
  if (stated !== null || model.task === null) return stated;
  return TEXT_TASKS.includes(model.task) ? false : null;
}

// ── Output and use ──────────────────────────────────────────────────────────────────────────────────────────────

function checkOutputTraining(subject: Subject): Hit | undefined {
  return firstHit(subject, (license, { use }) => (use.trainsOnOutputs === true ? outputHit(subject, license) : []));
}

function outputHit(subject: Subject, license: LicenseRecord): readonly Hit[] {
  const right = rightOf(license, 'train-on-outputs');
  const ban = restrictionOf(license, 'no-competing-training');
  const name = nameOf(subject);
  const outcome = { decision: byClause(license, ban?.clause ?? right?.clause), data: licenseData(license) };
  if (right?.value === 'conditional') {
    return [{ ...outcome, severity: 'warning', message: message('Training other models on the output of {0} has conditions: {1}', name, license.name) }];
  }
  if (right?.value !== 'denied' && ban === undefined) return [];
  return [{ ...outcome, message: message('Training other models on the output of {0} is barred: {1}', name, license.name) }];
}

function checkUsePolicy(subject: Subject): Hit | undefined {
  return firstHit(subject, (license, policy) => {
    const { distribution } = policy.use;
    if (distribution === null || distribution === 'none' || subject.relation === 'calls') return [];
    const duties = dutiesOf(license, subject.relation, policy.use);
    const passOn = duties.find(({ obligation }) => obligation === 'pass-on-restrictions');
    const follow = duties.find(({ obligation }) => obligation === 'follow-use-policy');
    const duty = passOn ?? follow;
    if (duty === undefined) return [];
    const text = passOn === undefined
      ? message('{0} comes with a use policy that users have to keep to: {1}', nameOf(subject), license.name)
      : message('{0} comes with use restrictions that users must be bound to: {1}', nameOf(subject), license.name);
    return [{ message: text, decision: usePolicyDecision(policy, duty.clause, license), data: licenseData(license) }];
  });
}

function usePolicyDecision(policy: Policy, clause: string | null, license: LicenseRecord): Decision {
  const stated = policy.useStated.distribution;
  return clause === null && stated !== undefined ? byPolicy(policy, stated) : byClause(license, clause);
}
