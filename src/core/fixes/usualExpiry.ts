import { isoDay } from '../isoDay';

/** Long enough for a pilot, short enough that somebody looks again. */
const USUAL_DAYS = 90;
const DAY_MS = 86_400_000;

/**
 * The last day that an exception has where nobody says another.
 * @param today `YYYY-MM-DD`
 */
export function usualExpiry(today: string): string {
  return isoDay(Date.parse(today) + USUAL_DAYS * DAY_MS);
}
