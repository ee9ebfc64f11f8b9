import type { Catalog } from '../catalog/records';
import { isChosenName, mayHaveEndedSince, serviceAt, statusOn } from '../lookup/service';
import { hostOf } from '../lookup/hostOf';
import { isService } from '../lookup/hostedName';
import { message, type Message, withSemicolon } from '../message';
import type { Model } from '../model';
import { openFindingsFor } from '../policy/evaluate';
import type { EvaluationContext } from '../policy/evaluationContext';
import type { Finding } from '../policy/finding';
import { entryOfCountry } from '../policy/rules/hostingRules';
import { lifeText } from '../policy/rules/serviceRules';
import type { ModelReference } from '../reference';
import { regionGroupOf } from '../registries/bedrock/regions';
import { SEVERITIES } from '../vocabulary';
import { isCalledOtherwise } from './wayOfCall';

/** What says nothing about whether a model may be used: any replacement would have it too. */
const BESIDE_THE_POINT = new Set(['model/unpinned-revision']);

/** What an audit would find if another name stood at the place of a reference: the same host, role and context. */
function findingsOf(spelling: string, reference: ModelReference, context: EvaluationContext) {
  return openFindingsFor({ ...reference, id: spelling, text: spelling, confidence: 'high' }, context).filter(
    ({ rule }) => !BESIDE_THE_POINT.has(rule),
  );
}

/** Whether nothing at all speaks against a model that is one of many to choose from. */
export function isBeyondDoubt(
  spelling: string,
  reference: ModelReference,
  context: EvaluationContext,
): boolean {
  return (
    unfit(spelling, reference, context) === undefined && findingsOf(spelling, reference, context).length === 0
  );
}

/** Findings that another model settles. */
const SETTLED = /^(?:license|lineage|origin|openness)\/|^model\/(?:denied|retired|ending)$/;

/** Whether another model settles the findings of a rule. */
export function isSettledByAnother(rule: string): boolean {
  return SETTLED.test(rule);
}

/** Whether another name would have an error or warning of the kind that it is to settle. */
export function isObjectedTo(
  spelling: string,
  reference: ModelReference,
  context: EvaluationContext,
): boolean {
  return findingsOf(spelling, reference, context).some(
    ({ rule, severity }) => isSettledByAnother(rule) && (severity === 'error' || severity === 'warning'),
  );
}

/**
 * Why a name that somebody else chose (a host, as a successor; the Hub, as a present name) must not be written at the place of a
 * reference: the policy has an error for it, or a warning that it does not have for the present name, it is called in
 * another way, or nothing tells whether its host offers it.
 * @param isSameModel whether it is another name of what the text names: then its host need not list it
 * @param isChosen whether a person asked for it, who is told what is found of the present name as well
 * @returns the reason as a sentence, `undefined` where nothing speaks against it
 */
export function refusalOf(
  spelling: string,
  reference: ModelReference,
  context: EvaluationContext,
  {
    isSameModel = false,
    isChosen = false,
  }: { readonly isSameModel?: boolean; readonly isChosen?: boolean } = {},
): Message | undefined {
  const found = findingsOf(spelling, reference, context);
  const [gravest] = [
    ...found.filter(({ severity }) => severity === 'error'),
    // Where findings can be no more than hints, as in tests, what a policy denies is denied too.
    ...found.filter(({ rule }) => rule.endsWith('/denied')),
    ...found.filter((finding) => isNewWarning(finding, reference, context)),
    ...found.filter(({ severity }) => isChosen && severity === 'warning'),
  ];
  if (gravest !== undefined) return message('{0} ({1})', gravest.message, gravest.rule);
  return isSameModel ? undefined : unfit(spelling, reference, context);
}

/**
 * Why another model's name would not work at a place, whatever the policy says, as a sentence; `undefined` where it
 * would.
 */
function unfit(spelling: string, reference: ModelReference, context: EvaluationContext): Message | undefined {
  return isService(hostOf(reference)) && isCalledOtherwise(spelling, reference.id)
    ? message('{0} is called in another way than {1}, by its name', spelling, reference.id)
    : notOffered(spelling, reference, context);
}

/** What is found of the present name too gets no worse; but for its end, which a move is to settle. */
function isNewWarning(
  { rule, severity }: Finding,
  reference: ModelReference,
  context: EvaluationContext,
): boolean {
  if (severity !== 'warning') return false;
  if (rule === 'model/retired' || rule === 'model/ending') return true;
  return !openFindingsFor(reference, context).some(
    (present) =>
      present.rule === rule && SEVERITIES.indexOf(present.severity) <= SEVERITIES.indexOf(severity),
  );
}

/** Whether the called host has a name in its calendar, and neither ended it nor announced its end. Weights have no calendar. */
function isOffered(
  spelling: string,
  reference: ModelReference,
  { catalog, today }: EvaluationContext,
): boolean {
  const host = hostOf(reference);
  if (!isService(host)) return true;
  const { status } = serviceAt(catalog, host, spelling, reference);
  return statusOn(status, today).state === 'active' && isListedInGroup(spelling, host, catalog);
}

/**
 * Why a name is not taken for one that the called host goes on offering, as a sentence; `undefined` where it is, or its owner may have
 * chosen it.
 */
function notOffered(
  spelling: string,
  reference: ModelReference,
  context: EvaluationContext,
): Message | undefined {
  const host = hostOf(reference);
  if (!isService(host) || isOffered(spelling, reference, context)) return undefined;
  const service = serviceAt(context.catalog, host, spelling, reference);
  const { state } = statusOn(service.status, context.today);
  if (state === 'retired' || state === 'deprecated')
    return lifeText(service, state === 'retired', context.today);
  if (isChosenName(host)) return undefined;
  const since = mayHaveEndedSince(service, context.today);
  if (since !== null) return message('{0} may have ended at {1} since {2}', spelling, service.name, since);
  const untold = message('nothing tells whether {0} is offered at {1}', spelling, service.name);
  const present = serviceAt(context.catalog, host, reference.id, reference);
  // What changes with the move to a name that the host does not list, it may have said of the present one.
  return present.note === null || present.status.successor !== spelling
    ? untold
    : withSemicolon(untold, present.note);
}

/** A model that a host runs need not be one that it runs in each group of regions: its list has the groups in the names. */
function isListedInGroup(spelling: string, host: string, catalog: Catalog): boolean {
  const name = spelling.toLowerCase();
  return (
    regionGroupOf(name) === '' ||
    catalog.host(host)?.names.some(({ id }) => id.toLowerCase() === name) === true
  );
}

/**
 * Whether a policy that turns away hosts of a country would be handed a model from there, where it had none: what such a policy is
 * there for, it seldom wants from that country in another way.
 */
export function isFromAvoided(candidate: Model, replaced: Model, { policy }: EvaluationContext): boolean {
  if (policy === undefined) return false;
  const { deny, warn } = policy.hosting;
  const had = new Set(replaced.origin.map(({ country }) => country));
  return candidate.origin.some(
    ({ country }) => !had.has(country) && entryOfCountry([...deny, ...warn], country) !== undefined,
  );
}

/**
 * Why no other model's name is written where a revision or version stands beside the present one, as a sentence; `undefined` where none
 * does. What it fixes is a state of the present model.
 */
export function otherRevision({ id, revision }: ModelReference): Message | undefined {
  return revision === undefined
    ? undefined
    : message('the revision {0} beside it is of {1}', revision.value, id);
}
