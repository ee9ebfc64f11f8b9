import { type Language, type Message, reasonOf, say, visible } from '../core';

/** Why something failed, for a sentence that it stands in; what the system says may quote a file. */
export function shownReason(error: unknown): Message | string {
  const reason = reasonOf(error);
  return typeof reason === 'string' ? visible(reason) : reason;
}

/** The same by itself. */
export function reasonText(error: unknown, language: Language): string {
  const reason = shownReason(error);
  return typeof reason === 'string' ? reason : say(reason, language);
}
