/** Letters and digits need no escapes in JSON, and a string of them is parsed faster than an array of numbers. */
export const NUMBER_BASE = 36;

/** The number that some digits of a text stand for, as `toString` writes them in {@link NUMBER_BASE}. */
export function numberAt(text: string, start: number, digits: number): number {
  let number = 0;
  for (let at = start; at < start + digits; at++) {
    const code = text.charCodeAt(at);
    number = number * NUMBER_BASE + (code < 0x61 ? code - 0x30 : code - 0x57);
  }
  return number;
}
