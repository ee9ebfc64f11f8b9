import { message, type Message } from '../message';
import type { EvaluationContext } from '../policy/evaluationContext';
import type { Reservation } from '../policy/reservations';
import type { ModelReference } from '../reference';
import { isUse } from '../vocabulary';
import { verdictWord } from '../wording';
import type { FileEdit, FixContext } from './fix';
import { applyEdits } from './policyFile';
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
  for (const reference of [...references].sort((a, b) => a.range.start - b.range.start)) {
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
    ? (recordReason(reference, context) ?? otherRevision(reference))
    : roleReason(reference);
  if (reason !== undefined) return { reference, reason };
  const id = isSpelled(reference, from) ? withoutPrefix(to, reference) : spelled(to, reference, evaluation);
  const newText = id === undefined ? undefined : withId(reference, id);
  if (id === undefined || newText === undefined || document.text()?.slice(range.start, range.end) !== text)
    return { reference, reason: message('nothing tells how {0} is written there', to) };
  const edit = { path: document.path, range, newText, create: false };
  return { reference, edit, objection: refusalOf(id, reference, evaluation) };
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
  return record && spellingAt(record, reference, catalog);
}

function roleReason({ why }: ModelReference): Message {
  return why[0] ?? message('it is not used there');
}

/**
 * Why a place keeps a name that is changed elsewhere, as a sentence: it does not use the name, an exception or a comment lets it stand, or
 * nothing there calls for a change.
 * @param reservations what has to be said of the verdict there
 */
export function leftReason(reference: ModelReference, reservations: readonly Reservation[] = []): Message {
  if (!isUse(reference.role)) return roleReason(reference);
  const excuses = reservations.filter(({ kind }) => kind !== 'terms-not-read');
  return excuses.length === 0
    ? message('nothing is found there that is grave enough')
    : verdictWord('ok', true, excuses);
}

/** `ollama/qwen3:8b` as `qwen3:8b` where the text has `ollama/` before its name too: that stays. */
function withoutPrefix(name: string, { id, text }: ModelReference): string {
  const prefix = text.slice(0, Math.max(0, text.toLowerCase().lastIndexOf(id.toLowerCase())));
  return name.startsWith(prefix) ? name.slice(prefix.length) : name;
}
