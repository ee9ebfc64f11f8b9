/** When the Hub says no more may be asked, and until when. */
export interface RateLimit {
  readonly remaining: number;
  /** Seconds until the window starts anew. */
  readonly resetSeconds: number;
}

/** The longest wait believed: the Hub's window is five minutes; a larger number is a fault or a trick. */
const LONGEST_WAIT_SECONDS = 600;
const WAIT_WITHOUT_HEADER_SECONDS = 60;

/** Reads a `RateLimit` header such as `"api";r=12;t=200`. `undefined` when it is absent or not of that form. */
export function readRateLimit(header: string | undefined): RateLimit | undefined {
  const remaining = /;\s*r=(\d{1,9})/.exec(header ?? '')?.[1];
  const reset = /;\s*t=(\d{1,9})/.exec(header ?? '')?.[1];
  if (remaining === undefined || reset === undefined) return undefined;
  return { remaining: Number(remaining), resetSeconds: Math.min(Number(reset), LONGEST_WAIT_SECONDS) };
}

/** Seconds to wait after a 429: the window's end and one more, as the Hub's own client does; else `Retry-After`; else a minute. */
export function waitSeconds(headers: Readonly<Record<string, string>>): number {
  const limit = readRateLimit(headers['ratelimit']);
  if (limit !== undefined) return limit.resetSeconds + 1;
  const after = /^\d{1,6}$/.test(headers['retry-after'] ?? '')
    ? Number(headers['retry-after'])
    : WAIT_WITHOUT_HEADER_SECONDS;
  return Math.min(Math.max(after, 1), LONGEST_WAIT_SECONDS);
}
