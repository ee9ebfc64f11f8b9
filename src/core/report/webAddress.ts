/** Whether a text that people wrote is an address that formats with fields for addresses accept. */
export function isWebAddress(text: string): boolean {
  return /^https?:\/\/[^\s"<>\\^`{|}]+$/.test(text);
}
