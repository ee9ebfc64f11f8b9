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
  // What is done with a model no record of it says.
  use: [],
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
  // The card or the header that lies with the weights is what their publisher says of them; what was loaded to make them is a hint.
  if (origin === 'local file') return confidence !== 'low';
  return confidence === 'high' || (fact === 'publisher' && confidence === 'medium');
}

function isGuess({ confidence, origin }: Evidence): boolean {
  return (origin === 'inferred' || origin === 'local file') && confidence === 'low';
}

/**
 * A hit as far as its deciding fact carries it: what is only listed is one step lighter, unless the policy itself states the severity;
 * what is inferred is a warning at most. The message says so, and how to settle which it is.
 * @param isStated whether `rules` of the policy states the severity
 */
export function asFarAsSure(
  hit: Hit,
  severity: Severity,
  { sureness, isStated }: { readonly sureness: Sureness; readonly isStated: boolean },
): Pick<Hit, 'message'> & { severity: Severity } {
  if (sureness === 'read') return { message: hit.message, severity };
  if (sureness === 'listed') {
    if (severity !== 'error') return { message: hit.message, severity };
    return isStated
      ? { message: noted(hit.message, message('known from a list only')), severity }
      : { message: noted(hit.message, LOWERED.listed), severity: 'warning' };
  }
  return severity === 'error'
    ? { message: noted(hit.message, LOWERED.inferred), severity: 'warning' }
    : {
        message: noted(hit.message, message('inferred from its family; the card was not read')),
        severity,
      };
}

/** Why what would be an error is a warning, and what settles it. */
const LOWERED: Readonly<Record<Exclude<Sureness, 'read'>, Message>> = {
  listed: message(
    'known from a list only, so a warning: confirm it under `describe`, or look the model up online',
  ),
  inferred: message(
    'inferred from its family, so a warning: confirm it under `describe`, or look the model up online',
  ),
};

/** How findings of a rule are limited by what is known of the fact that decides; `undefined` where its fact is sure. */
export function limitOfSureness(fact: DecidingFact | undefined): Message | undefined {
  switch (fact) {
    case 'license':
      return message(
        'Where the license is known from a list only, an error is a warning, unless `rules` states the severity; where it is inferred from a family or a name, it is a warning at most, whatever `rules` states. State its `license` under `describe`, or look the model up online, to settle it; `--fail-on warning` stops on both.',
      );
    case 'publisher':
      return message(
        'Where the publisher is known only from a list whose confidence is low, an error is a warning, unless `rules` states the severity; where it is inferred from a family or a name, it is a warning at most, whatever `rules` states. State its `origin` under `describe`, or look the model up online, to settle it; `--fail-on warning` stops on both.',
      );
    case 'use':
      return message(
        'Where nothing tells that the model is used, it is information, unless `rules` states the severity.',
      );
    case undefined:
      return undefined;
  }
}

function noted(text: Message, note: Message): Message {
  return message('{0} ({1})', text, note);
}

/** Whether a license is stated for a model that nobody read of it. */
export function isLicenseInferred(model: Pick<Model, 'evidence' | 'license'>): boolean {
  return model.license.declared !== null && surenessOf(model, 'license') === 'inferred';
}

/** Whether a fact rests on more than a guess: a name alone, or a list that gives one license to all files of an entry, accuses nobody. */
export function isSure(model: Model | undefined, ...facts: readonly string[]): boolean {
  const evidence = (model?.evidence ?? []).filter(({ fact }) => facts.includes(fact));
  return evidence.length === 0 || evidence.some(({ confidence }) => confidence !== 'low');
}
