import { type Message, render } from './message';

/** An error that is told in the language of who reads it. */
export class ToldError extends Error {
  /** @param told a text is what the machine or a library says, which has no translation */
  constructor(readonly told: Message | string) {
    super(typeof told === 'string' ? told : render(told));
  }
}

/** What an error says, for people: whatever was thrown. */
export function errorText(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The same for a sentence that it stands in, which may be in another language. */
export function reasonOf(error: unknown): Message | string {
  return error instanceof ToldError ? error.told : errorText(error);
}
