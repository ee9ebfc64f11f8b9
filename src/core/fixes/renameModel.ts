import type { Catalog } from '../catalog/records';
import { message, type Message } from '../message';
import { type Finding, tellsOfEnd } from '../policy/finding';
import type { ModelReference } from '../reference';
import { isEmbedder, workOf } from './candidates';
import type { Fix, FixContext } from './fix';
import { deploymentReason } from './deploymentName';
import { otherRevision, refusalOf } from './proposal';
import { recordReason } from './recordOfOrigin';
import { replaceReference } from './replaceReference';
import { spellingIn, successorAt, unlistedRoute, withId } from './spelling';
import { taskByName } from './standIn';

/**
 * The name that was meant by a misspelled one, the present name of a renamed model, or the successor that the publisher of a retired one
 * names; none that must not be written there.
 */
export function renameModel(finding: Finding, context: FixContext): readonly Fix[] {
  const named = namedIn(finding, context);
  if (named === undefined || named.refused !== undefined) return [];
  const { reference, spelling, newText } = named;
  const title =
    finding.rule === 'model/unknown'
      ? message('Write {0}', spelling)
      : finding.rule === 'model/renamed'
        ? message('Write the present name {0}', spelling)
        : moveTo(spelling, reference, context);
  return [
    {
      id: `rename:${spelling}`,
      kind: 'rename',
      title,
      preferred: true,
      action: replaceReference(reference, newText, context),
    },
  ];
}

/** A successor makes other vectors than those that are stored, whoever names it. */
function moveTo(
  spelling: string,
  { id, registry, host }: ModelReference,
  { evaluation: { lookup, catalog } }: FixContext,
): Message {
  const model = lookup.find(id, registry, host ?? undefined);
  return isEmbedder(model === undefined ? taskByName(id) : workOf(model, catalog))
    ? message('Move to the successor {0}; stored vectors must be computed again', spelling)
    : message('Move to the successor {0}', spelling);
}

/**
 * Why the successor or present name that a finding tells of is not proposed, as a sentence; `undefined` where it is proposed, or the
 * finding tells of none.
 */
export function refusedName(finding: Finding, context: FixContext): Message | undefined {
  const named = namedIn(finding, context);
  return named?.refused === undefined
    ? undefined
    : message('{0} is not proposed: {1}', named.spelling, named.refused);
}

interface Named {
  readonly reference: ModelReference;
  readonly spelling: string;
  readonly newText: string;
  /** Why it must not be written; absent where it may be. */
  readonly refused?: Message | undefined;
}

function namedIn({ rule, reference, data }: Finding, context: FixContext): Named | undefined {
  const isSameModel = rule === 'model/renamed' || rule === 'model/unknown';
  const wanted = isSameModel ? data?.['present'] : tellsOfEnd(rule) ? data?.['successor'] : undefined;
  if (reference === undefined || wanted === undefined) return undefined;
  const { catalog } = context.evaluation;
  const spelling = isSameModel
    ? presentAt(wanted, reference, catalog)
    : successorAt(wanted, reference, catalog);
  const newText = spelling === undefined ? undefined : withId(reference, spelling, catalog);
  if (newText === reference.text || spelling === reference.text) return undefined;
  const named = { reference, spelling: spelling ?? wanted, newText: newText ?? reference.text };
  const refused =
    recordReason(reference, context) ??
    (isSameModel ? undefined : (otherRevision(reference) ?? deploymentReason(reference))) ??
    unwritable(reference, spelling, newText) ??
    unrouted(reference, named, catalog) ??
    refusalOf(named.spelling, reference, context.evaluation, { isSameModel });
  return { ...named, refused };
}

function presentAt(name: string, { registry }: ModelReference, catalog: Catalog): string | undefined {
  const record = catalog.resolve(name, registry)?.record ?? catalog.model(name);
  return record && spellingIn(record, registry, catalog);
}

/** A variant of one model need not be there of its successor. */
function unrouted(
  reference: ModelReference,
  { spelling, newText }: Pick<Named, 'spelling' | 'newText'>,
  catalog: Catalog,
): Message | undefined {
  const route = unlistedRoute(reference, spelling, newText, catalog);
  return route === undefined
    ? undefined
    : message('nothing tells that {0} exists; choose a name with or without {1}', spelling + route, route);
}

function unwritable(
  { text }: ModelReference,
  spelling: string | undefined,
  newText: string | undefined,
): Message | undefined {
  if (spelling === undefined) return message('nothing tells how it is written there');
  return newText === undefined ? message('the text writes only {0}', text) : undefined;
}
