/** The UTC day of a time in milliseconds, `YYYY-MM-DD`. */
export function isoDay(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 10);
}
