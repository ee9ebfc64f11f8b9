import type { Message } from '../message';
import type { ModelReference } from '../reference';
import { isUse } from '../vocabulary';
import type { FileEdit, FixContext } from './fix';
import { applyEdits } from './policyFile';
import { refusalOf } from './proposal';
import { recordReason } from './recordOfOrigin';
import { withId } from './spelling';

/** One place where the name that a person chose is written. */
export interface ChosenChange {
  readonly reference: ModelReference;
  readonly edit: FileEdit;
  /** What an audit would have against it there, as a sentence; `undefined` where nothing. */
  readonly objection: Message | undefined;
}

/** One place that uses the name and keeps it. */
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
 * @param from as the text spells the model, with or without the prefix of a client
 * @param to in the spelling of the same registry, with or without that prefix
 */
export function replaceChosen(
  references: readonly ModelReference[],
  { from, to }: { readonly from: string; readonly to: string },
  context: FixContext,
): Chosen {
  const { document, evaluation } = context;
  const text = document.text() ?? '';
  const changes: ChosenChange[] = [];
  const kept: KeptName[] = [];
  let end = 0;
  for (const reference of [...references].sort((a, b) => a.range.start - b.range.start)) {
    const { range, role } = reference;
    if (!isUse(role) || !names(reference, from) || range.start < end) continue;
    const reason = recordReason(reference, context);
    if (reason !== undefined) {
      kept.push({ reference, reason });
      continue;
    }
    const id = withoutPrefix(to, reference);
    const newText = withId(reference, id);
    if (newText === undefined || text.slice(range.start, range.end) !== reference.text) continue;
    const edit = { path: document.path, range, newText, create: false };
    changes.push({ reference, edit, objection: refusalOf(id, reference, evaluation) });
    end = range.end;
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

function names({ id, text }: ModelReference, name: string): boolean {
  const wanted = name.toLowerCase();
  return id.toLowerCase() === wanted || text.toLowerCase() === wanted;
}

/** `ollama/qwen3:8b` as `qwen3:8b` where the text has `ollama/` before its name too: that stays. */
function withoutPrefix(name: string, { id, text }: ModelReference): string {
  const prefix = text.slice(0, Math.max(0, text.toLowerCase().lastIndexOf(id.toLowerCase())));
  return name.startsWith(prefix) ? name.slice(prefix.length) : name;
}
