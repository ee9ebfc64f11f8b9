import type { ModelReference } from '../reference';
import { atLeast, type Intent } from './intent';
import { hubId } from '../registries/names/hubId';
import { DISTINCT_NAMES } from '../registries/tables';

/** Names that a reader of the text knows wherever they stand again. */

/** A name that says nothing by itself. */
export const PLAIN_WORD = /^[a-z]+$/;

/**
 * A name that a reader of the text knows wherever it stands again: no place but this one has to say that it is a
 * model.
 */
export function isSure(
  reference: ModelReference,
  intent: Intent,
  { isPair, isOnlyNamed }: { isPair: boolean; isOnlyNamed: boolean },
): boolean {
  const { registry, text, model, evidence } = reference;
  if (PLAIN_WORD.test(text)) return isSurePlainWord(reference, intent);
  if (isOnlyNamed && evidence[0] !== 'link' && !isPair) return false;
  if (text.includes('/')) return isSureId(reference, intent);
  if (DISTINCT_NAMES.has(registry)) return /[_-]/.test(text) && /\d/.test(text);
  return hasParts(text) && (registry === 'local' || (model !== null && atLeast(intent, 'model')));
}

/** An id of the Hub under a key or at a call that is for models. */
function isSureId({ registry, text, confidence }: ModelReference, intent: Intent): boolean {
  return (
    registry === 'huggingface' &&
    hubId(text) !== undefined &&
    confidence !== 'low' &&
    atLeast(intent, 'model')
  );
}

/** Three words, or two with a digit: no name that things of other kinds have too. */
function hasParts(text: string): boolean {
  const marks = text.split('-').length - 1;
  return marks >= 2 || (marks === 1 && /\d/.test(text));
}

/** `ollama pull orca`, `MODEL=orca`: told by the program or the setting, not by the word. */
function isSurePlainWord({ registry, where, evidence }: ModelReference, intent: Intent): boolean {
  return (
    registry === 'ollama' &&
    (evidence[0]?.startsWith('command:ollama') === true || (where === 'config' && atLeast(intent, 'model')))
  );
}
