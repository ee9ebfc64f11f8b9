import { isChosenName, serviceAt, statusOn } from '../lookup/service';
import { hostOf } from '../lookup/hostOf';
import { isService } from '../lookup/hostedName';
import { message, type Message } from '../message';
import { openFindingsFor } from '../policy/evaluate';
import type { EvaluationContext } from '../policy/evaluationContext';
import type { Finding } from '../policy/finding';
import type { ModelReference } from '../reference';
import { SEVERITIES } from '../vocabulary';

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
  return isOffered(spelling, reference, context) && findingsOf(spelling, reference, context).length === 0;
}

/**
 * Why a name that somebody else chose (a host, as a successor; the Hub, as a present name) must not be written at the place of a
 * reference: the policy has an error for it, or a warning that it does not have for the present name, or nothing tells whether its
 * host offers it.
 * @param isSameModel whether it is another name of what the text names: then its host need not list it
 * @returns the reason as a sentence, `undefined` where nothing speaks against it
 */
export function refusalOf(
  spelling: string,
  reference: ModelReference,
  context: EvaluationContext,
  { isSameModel = false }: { readonly isSameModel?: boolean } = {},
): Message | undefined {
  const found = findingsOf(spelling, reference, context);
  const [gravest] = [
    ...found.filter(({ severity }) => severity === 'error'),
    ...found.filter((finding) => isNewWarning(finding, reference, context)),
  ];
  if (gravest !== undefined) return message('{0} ({1})', gravest.message, gravest.rule);
  if (isSameModel || isOffered(spelling, reference, context)) return undefined;
  return message('nothing tells whether {0} is offered at {1}', spelling, serviceName(reference, context));
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

/** Whether the host that is called has a name in its calendar, and neither ended it nor announced its end. Weights have no calendar. */
function isOffered(
  spelling: string,
  reference: ModelReference,
  { catalog, today }: EvaluationContext,
): boolean {
  const host = hostOf(reference);
  if (!isService(host) || isChosenName(host)) return true;
  return statusOn(serviceAt(catalog, host, spelling, reference).status, today).state === 'active';
}

function serviceName(reference: ModelReference, { catalog }: EvaluationContext): string {
  const host = hostOf(reference) ?? '';
  return serviceAt(catalog, host, reference.id, reference).name;
}
