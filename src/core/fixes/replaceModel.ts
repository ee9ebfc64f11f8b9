import type { Catalog, LicenseRecord, ModelRecord } from '../catalog/records';
import { hostOf } from '../lookup/hostOf';
import { isService } from '../lookup/hostedName';
import { originChain } from '../lookup/originCountries';
import { serviceAt } from '../lookup/service';
import { message, type Message, withComma } from '../message';
import { type Finding, tellsOfEnd } from '../policy/finding';
import type { ModelReference } from '../reference';
import { regionGroupOf } from '../registries/bedrock/regions';
import { replacementsFor, isSurelySpelled, workOf, type Candidate } from './candidates';
import type { Fix, FixContext } from './fix';
import { deploymentReason } from './deploymentName';
import { isSettledByAnother } from './proposal';
import { recordReason } from './recordOfOrigin';
import { replaceReference } from './replaceReference';
import { successorAt, unlistedRoute, withId } from './spelling';
import { isOfUntoldTuning } from './tuning';

/**
 * Why no other model is proposed for one that a finding is about, as a sentence; `undefined` where some are, or another model would not
 * settle the finding.
 */
export function noReplacement({ rule, reference }: Finding, context: FixContext): Message | undefined {
  return reference === undefined || !isSettledByAnother(rule)
    ? undefined
    : noReplacementAt(reference, context);
}

/** Why no other model is proposed at a place, whatever is found there, as a sentence; `undefined` where some are. */
export function noReplacementAt(reference: ModelReference, context: FixContext): Message | undefined {
  const { id, registry, revision } = reference;
  const kept = recordReason(reference, context) ?? deploymentReason(reference);
  if (kept !== undefined) return message('No replacement for {0}: {1}', id, kept);
  if (revision !== undefined)
    return message('No replacement for {0}: the revision beside it is of this model', id);
  const { lookup, catalog } = context.evaluation;
  const host = hostOf(reference);
  const model = lookup.find(id, registry, host);
  const task = model && workOf(model, catalog);
  if (model === undefined || task === undefined)
    return message('No replacement for {0}: nothing is known of its work', id);
  if (!isSurelySpelled(reference))
    return message('No replacement for {0}: nothing tells which program loads it', id);
  if (replacementsFor(model, reference, context.evaluation).length > 0) return undefined;
  if (isOfUntoldTuning(model, { catalog, task, isServed: isService(host) }))
    return message(
      'No replacement for {0}: nothing tells whether it follows instructions or is a base model',
      id,
    );
  if (!isService(host))
    return message(
      'No replacement for {0}: nothing that is loaded in the same way does its work in all its languages and at about its size, and passes without a finding. `search {1}` lists others of its task',
      id,
      task,
    );
  const { name } = serviceAt(catalog, host, id, reference);
  const group = regionGroupOf(id);
  return group === ''
    ? message(
        'No replacement for {0}: nothing that {1} is known to offer does its work and passes without a finding',
        id,
        name,
      )
    : message(
        'No replacement for {0}: nothing that {1} is known to offer under {2} does its work and passes without a finding',
        id,
        name,
        `${group}…`,
      );
}

/**
 * Other models that the policy allows at a place, at most three of them. A revision beside the name is of the old
 * model, so there are none where one stands, and none in the place of a name that an owner chose.
 */
export function replacementsAt(reference: ModelReference, context: FixContext): readonly Candidate[] {
  const kept = recordReason(reference, context) ?? deploymentReason(reference);
  if (reference.revision !== undefined || kept !== undefined) return [];
  const { evaluation } = context;
  const model = evaluation.lookup.find(reference.id, reference.registry, hostOf(reference));
  return model === undefined ? [] : replacementsFor(model, reference, evaluation);
}

/** Another model that the policy allows. */
export function replaceModel({ rule, reference }: Finding, context: FixContext): readonly Fix[] {
  if (reference === undefined || !isSettledByAnother(rule)) return [];
  const { lookup, catalog } = context.evaluation;
  const successor = tellsOfEnd(rule)
    ? lookup.find(reference.id, reference.registry, hostOf(reference))?.status.successor
    : undefined;
  return replacementsAt(reference, context).flatMap((candidate): Fix[] => {
    // The successor is proposed as such.
    if (successor !== undefined && candidate.spelling === successorAt(successor, reference, catalog))
      return [];
    const newText = withId(reference, candidate.spelling, catalog);
    if (newText === undefined) return [];
    if (unlistedRoute(reference, candidate.spelling, newText, catalog) !== undefined) return [];
    return [
      {
        id: `replace:${candidate.record?.id ?? candidate.spelling}`,
        kind: 'replace',
        title: titleOf(candidate, reference, context),
        preferred: false,
        action: replaceReference(reference, newText, context),
      },
    ];
  });
}

/** What SPDX calls a license, or its key where it has no name there. */
function shortName(license: LicenseRecord | undefined, key: string): string {
  return license?.spdx?.startsWith('LicenseRef-') === false ? license.spdx : (license?.key ?? key);
}

function titleOf(
  { record, spelling, isEmbedding }: Candidate,
  reference: ModelReference,
  { evaluation: { catalog, lookup } }: FixContext,
): Message {
  if (record === undefined) return message('Replace with {0}', spelling);
  const chain = originChain(lookup.find(record.id, record.registry));
  const [first, ...others] = [
    ...termsOf(record, reference, catalog),
    ...(chain === undefined ? [] : [chain]),
  ];
  const told = others.reduce<Message | string>((text, next) => withComma(text, next), first);
  return isEmbedding
    ? message('Replace with {0} ({1}); stored vectors must be computed again', spelling, told)
    : message('Replace with {0} ({1})', spelling, told);
}

/** The licenses of a model, as an audit names them; of what can only be called, the terms of its host too, which bind whoever calls it. */
function termsOf(
  record: ModelRecord,
  reference: ModelReference,
  catalog: Catalog,
): readonly [licenses: string, ...terms: Message[]] {
  const shown = (key: string): string => shortName(catalog.license(key), key);
  const keys = [record.license ?? '?', ...(record.alsoLicenses ?? [])];
  const licenses = keys.map(shown).join(' AND ');
  const host = hostOf(reference);
  const terms =
    record.openness === 'api-only' && isService(host)
      ? serviceAt(catalog, host, reference.id, reference).terms?.key
      : undefined;
  return terms === undefined || keys.includes(terms)
    ? [licenses]
    : [licenses, message('called under {0}', shown(terms))];
}
