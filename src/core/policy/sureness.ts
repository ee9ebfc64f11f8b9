import { message, type Message } from '../message';
import type { Evidence, Model } from '../model';
import type { Severity } from '../vocabulary';
import type { DecidingFact, Hit } from './rule';

/**
 * How a fact is known: `read` in the publisher's own text, card or card tag; `listed` by somebody else; `inferred` from a
 * family, a name or a hint.
 */
export type Sureness = 'read' | 'listed' | 'inferred';

const FACTS: Readonly<Record<DecidingFact, readonly string[]>> = {
  license: ['license'],
  publisher: ['publisher', 'origin'],
};

/**
 * How sure the fact is that decides. A model without evidence for it is described by the policy itself, which is as good as read.
 * A re-packed copy has the license of its original by more than its name: its weights are the same.
 */
export function surenessOf(model: Pick<Model, 'evidence'> | undefined, fact: DecidingFact): Sureness {
  const evidence = (model?.evidence ?? []).filter((one) => FACTS[fact].includes(one.fact));
  if (evidence.length === 0 || evidence.some((one) => isRead(one, fact))) return 'read';
  return evidence.every(isGuess) ? 'inferred' : 'listed';
}

/** Who released a model is told by its owner's name and a table of owners: a curated source is as good as the card there. */
function isRead({ confidence, origin }: Evidence, fact: DecidingFact): boolean {
  // What is inferred with more than low confidence is that of the original of a re-packed copy.
  if (origin === 'inferred') return confidence !== 'low';
  return confidence === 'high' || (fact === 'publisher' && confidence === 'medium');
}

function isGuess({ confidence, origin }: Evidence): boolean {
  return origin === 'inferred' && confidence === 'low';
}

/**
 * A hit as far as its deciding fact carries it: what is only listed is one step lighter, what is inferred a warning at most, and
 * the message says so.
 */
export function asFarAsSure(
  hit: Hit,
  severity: Severity,
  sureness: Sureness,
): Pick<Hit, 'message'> & { severity: Severity } {
  switch (sureness) {
    case 'read':
      return { message: hit.message, severity };
    case 'listed':
      return severity === 'error'
        ? {
            message: noted(hit.message, message('known from a list only')),
            severity: 'warning',
          }
        : { message: hit.message, severity };
    case 'inferred':
      return {
        message: noted(hit.message, message('inferred from its family; the card was not read')),
        severity: severity === 'error' ? 'warning' : severity,
      };
  }
}

function noted(text: Message, note: Message): Message {
  return message('{0} ({1})', text, note);
}

/** Whether a fact rests on more than a guess: a name alone, or a list that gives one license to all files of an entry, accuses nobody. */
export function isSure(model: Model | undefined, ...facts: readonly string[]): boolean {
  const evidence = (model?.evidence ?? []).filter(({ fact }) => facts.includes(fact));
  return evidence.length === 0 || evidence.some(({ confidence }) => confidence !== 'low');
}
