import type { Catalog } from '../catalog/records';
import { placedName } from '../lookup/hostedName';
import { message, type Message } from '../message';
import type { EvaluationContext } from '../policy/evaluationContext';
import type { Finding } from '../policy/finding';
import type { Reservation } from '../policy/reservations';
import type { ModelReference } from '../reference';
import { regionGroupOf } from '../registries/bedrock/regions';
import { isFineTune } from '../registries/names/hosted';
import { isUse, SEVERITIES, type Severity } from '../vocabulary';
import { verdictWord } from '../wording';
import { byStart } from '../text/range';
import type { FileEdit, FixContext } from './fix';
import { applyEdits } from './policyFile';
import { deploymentReason } from './deploymentName';
import { otherRevision, refusalOf } from './proposal';
import { recordReason } from './recordOfOrigin';
import { spellingAt, withId } from './spelling';

/** One place where the name that a person chose is written. */
export interface ChosenChange {
  readonly reference: ModelReference;
  readonly edit: FileEdit;
  /** What an audit would have against it there, as a sentence; `undefined` where nothing. */
  readonly objection: Message | undefined;
}

/** One place that has the name and keeps it. */
export interface KeptName {
  readonly reference: ModelReference;
  /** Why, as a sentence without a subject of its own. */
  readonly reason: Message;
}

export interface Chosen {
  /** The document with all changes. */
  readonly text: string;
  /** In the order of their places. */
  readonly changes: readonly ChosenChange[];
  /** In the order of their places. */
  readonly kept: readonly KeptName[];
}

/**
 * Writes a name that a person chose in the place of another, wherever a document uses the other. What only mentions or lists the name
 * stays, and so does what tells where weights come from. What the policy has against it is told, and decided by the person.
 * @param references all in the document of the context, with ranges in its text
 * @param from as the text spells the model, with or without the prefix of a client, or the canonical id of the model
 * @param to in the same spelling, with or without that prefix; where a place is found by its model, the spelling there is looked up
 */
export function replaceChosen(
  references: readonly ModelReference[],
  { from, to }: { readonly from: string; readonly to: string },
  context: FixContext,
): Chosen {
  const text = context.document.text() ?? '';
  const changes: ChosenChange[] = [];
  const kept: KeptName[] = [];
  let end = 0;
  for (const reference of [...references].sort(byStart)) {
    if (!isNamed(reference, from) || reference.range.start < end) continue;
    const found = changeOf(reference, { from, to }, context);
    if ('reason' in found) kept.push(found);
    else {
      changes.push(found);
      end = reference.range.end;
    }
  }
  return {
    text: applyEdits(
      text,
      changes.map(({ edit }) => edit),
    ),
    changes,
    kept,
  };
}

function changeOf(
  reference: ModelReference,
  { from, to }: { readonly from: string; readonly to: string },
  context: FixContext,
): ChosenChange | KeptName {
  const { document, evaluation } = context;
  const { range, text, role } = reference;
  const reason = isUse(role)
    ? (recordReason(reference, context) ?? otherRevision(reference) ?? deploymentReasonOf(reference, from))
    : roleReason(reference);
  if (reason !== undefined) return { reference, reason };
  const id = isSpelled(reference, from) ? withoutPrefix(to, reference) : spelled(to, reference, evaluation);
  const { catalog } = evaluation;
  const newText =
    id === undefined ? undefined : isOwnName(reference, from) ? to : withId(reference, id, catalog);
  if (id === undefined || newText === undefined || document.text()?.slice(range.start, range.end) !== text)
    return { reference, reason: message('nothing tells how {0} is written there', to) };
  const edit = { path: document.path, range, newText, create: false };
  return { reference, edit, objection: refusalOf(id, reference, evaluation, { isChosen: true }) };
}

/** Whether a person says the name of a deployment itself, which is that of no model. */
function isOwnName({ id, text }: ModelReference, name: string): boolean {
  return text.toLowerCase() === name.toLowerCase() && !text.toLowerCase().endsWith(id.toLowerCase());
}

/** Why a place keeps the name of its deployment, or of what was trained for it, where a person says a model's. */
function deploymentReasonOf(reference: ModelReference, name: string): Message | undefined {
  const isMeant = isOwnName(reference, name) || (isFineTune(reference.id) && isSpelled(reference, name));
  return reference.model === null || isMeant ? undefined : deploymentReason(reference);
}

/** Whether a reference is what a person means by a name: it spells it so, or is known to be of the model of that id. */
export function isNamed(reference: ModelReference, name: string): boolean {
  return isSpelled(reference, name) || reference.model?.toLowerCase() === name.toLowerCase();
}

function isSpelled({ id, text }: ModelReference, name: string): boolean {
  const wanted = name.toLowerCase();
  return id.toLowerCase() === wanted || text.toLowerCase() === wanted;
}

function spelled(
  name: string,
  reference: ModelReference,
  { catalog }: EvaluationContext,
): string | undefined {
  const record = catalog.resolve(name, reference.registry)?.record ?? catalog.resolve(name)?.record;
  return (record && spellingAt(record, reference, catalog)) ?? spelledForPlace(name, reference, catalog);
}

/** A name that has the form of the place's own registry is written as it is, behind the group of regions that stands there. */
function spelledForPlace(
  name: string,
  { id, registry }: ModelReference,
  catalog: Catalog,
): string | undefined {
  const placed = placedName(catalog, name);
  if (placed?.registry !== registry) return undefined;
  return regionGroupOf(placed.spelling) === '' ? regionGroupOf(id) + placed.spelling : placed.spelling;
}

function roleReason({ why }: ModelReference): Message {
  return why[0] ?? message('it is not used there');
}

/** What an audit tells of a place that keeps its name. */
interface LeftPlace {
  readonly reference: ModelReference;
  /** What has to be said of the verdict there. */
  readonly reservations?: readonly Reservation[] | undefined;
  readonly findings: readonly Finding[];
}

/**
 * Why a place keeps a name that is changed elsewhere, as a sentence: it does not use the name, an exception or a comment lets it stand,
 * what is found there is not grave enough, or nothing is found.
 * @param least the severity from which on a name is changed
 */
export function leftReason({ reference, reservations = [], findings }: LeftPlace, least: Severity): Message {
  if (!isUse(reference.role)) return roleReason(reference);
  const excuses = reservations.filter(({ kind }) => kind !== 'terms-not-read');
  if (excuses.length > 0) return verdictWord('ok', true, excuses);
  const [gravest] = [...findings].sort((one, other) => rank(one.severity) - rank(other.severity));
  if (gravest === undefined) return message('nothing is found against it there');
  return rank(gravest.severity) > rank(least)
    ? message(
        'what is found there is less grave than --severity {0}: {1} ({2})',
        least,
        gravest.message,
        gravest.rule,
      )
    : message('what is found there is settled in another way: {0} ({1})', gravest.message, gravest.rule);
}

function rank(severity: Severity): number {
  return SEVERITIES.indexOf(severity);
}

/** `ollama/qwen3:8b` as `qwen3:8b` where the text has `ollama/` before its name too: that stays. */
function withoutPrefix(name: string, { id, text }: ModelReference): string {
  const prefix = text.slice(0, Math.max(0, text.toLowerCase().lastIndexOf(id.toLowerCase())));
  return name.startsWith(prefix) ? name.slice(prefix.length) : name;
}
