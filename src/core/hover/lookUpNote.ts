import type { ResearchState } from '../lookup/research';
import { message, type Message } from '../message';

/** What a card says of a look-up on the Hub. */
export interface LookUpNote {
  /** It goes on while the card is read: what it finds is on the next card. */
  readonly running: boolean;
  readonly text: Message;
}

/**
 * The note of a look-up that was asked for; `undefined` for one that was answered, whose answer is among the facts.
 * @param state `undefined` when it has only just been asked for
 * @param host the one that is asked
 * @param now in milliseconds since 1970
 */
export function lookUpNote(
  state: ResearchState | undefined,
  host: string,
  now: number,
): LookUpNote | undefined {
  switch (state?.kind) {
    case undefined:
    case 'looking-up':
      return { running: true, text: message('looking up on {0} …', host) };
    case 'waiting':
      return {
        running: true,
        text: message(
          '{0} asks for a pause: looking up in {1} s …',
          host,
          Math.max(1, Math.ceil((state.until - now) / 1000)),
        ),
      };
    case 'answered':
      return undefined;
    case 'absent':
    case 'failed':
      return { running: false, text: state.reason };
  }
}
