import type { LicenseRecord } from '../catalog/records';
import { message, type Message } from '../message';
import { RESTRICTION_WORDS } from '../wording';
import { dutiesOf } from './obligations';

/** One thing that the terms of a host ask of who calls a model there. */
export interface HostDuty {
  readonly text: Message;
  readonly clause: string | null;
}

/**
 * What the business terms of a host ask of those who call it, each with its clause. That weights are not passed on binds nobody who has
 * none; terms that nobody read ask nothing that is known.
 */
export function hostDuties(terms: LicenseRecord): readonly HostDuty[] {
  if (terms.verification === 'unverified') return [];
  return [
    ...dutiesOf(terms, 'calls').map(({ obligation, text, clause }) => ({
      text: withNote(text, terms.obligations.find((term) => term.obligation === obligation)?.note),
      clause,
    })),
    ...terms.restrictions
      .filter(({ restriction }) => restriction !== 'no-redistribution')
      .map(({ restriction, uses = [], note, clause }) => ({
        text: withNote(
          RESTRICTION_WORDS[restriction],
          note ?? (uses.length > 0 ? uses.join(', ') : undefined),
        ),
        clause,
      })),
  ];
}

function withNote(text: Message, note: string | undefined): Message {
  return note === undefined ? text : message('{0}: {1}', text, note);
}
