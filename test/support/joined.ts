/** The text whose parts a report is written in. */
export function joined(parts: Iterable<string>): string {
  return [...parts].join('');
}
