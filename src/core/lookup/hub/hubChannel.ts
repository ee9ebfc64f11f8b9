import { message, type Message } from '../../message';
import type { CancellationSignal, Clock, HttpClient, HttpResponse } from '../../ports';
import { redirectPath, type Endpoint } from './endpoint';
import { createGate } from './gate';
import { readRateLimit, waitSeconds } from './rateLimit';

/** Nothing was learnt. `retryAt` is when to ask again, in milliseconds since 1970. */
export interface Failure {
  readonly kind: 'failed';
  readonly reason: Message;
  readonly retryAt?: number;
}

export interface HubChannelOptions {
  readonly http: HttpClient;
  readonly clock: Clock;
  readonly endpoint: Endpoint;
  /** Sent to the endpoint's own origin, only when that is encrypted, and never after a redirect to elsewhere. */
  readonly token?: string;
}

/** What the Hub said in the end, and for which path: another one than was asked after a redirect. */
export type HubResponse = HttpResponse & { readonly path: string };

/** The one way to the Hub: few requests at once, and none while the Hub has asked for a pause. */
export interface HubChannel {
  /**
   * Asks for a path below the endpoint's origin and follows redirects that stay there.
   * @returns the answer, whatever its status but 429; else why there is none. Never throws.
   */
  get(path: string, etag: string | undefined, signal: CancellationSignal): Promise<HubResponse | Failure>;
}

export const CANCELED: Failure = { kind: 'failed', reason: message('canceled') };
/** The longest answer that is read, in bytes. */
export const MAX_BYTES = 2_000_000;
const AT_ONCE = 4;
const TIMEOUT_MS = 8_000;
const MAX_REDIRECTS = 3;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

export function createHubChannel(options: HubChannelOptions): HubChannel {
  const { clock, endpoint } = options;
  const throughGate = createGate(AT_ONCE);
  let closedUntil = 0;

  async function follow(
    first: string,
    etag: string | undefined,
    signal: CancellationSignal,
  ): Promise<HubResponse | Failure> {
    let path = first;
    for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
      const response = await send(options, { path, etag }, signal);
      if (isFailure(response)) return response;
      heed(response);
      if (response.status === 429) return pause(clock.now() + waitSeconds(response.headers) * 1000);
      if (!REDIRECTS.has(response.status)) return { ...response, path };
      const { location } = response.headers;
      if (location === undefined)
        return failed(message('the Hub points to another name or place, and does not say here to which'));
      const next = redirectPath(location, endpoint);
      if (next === undefined)
        return failed(message('the Hub points to another address, which is not followed'));
      path = next;
    }
    return failed(message('the Hub redirects in a circle'));
  }

  /** The last answer of a window says so; the next question waits for the next window instead of being refused. */
  function heed({ headers }: HttpResponse): void {
    const limit = readRateLimit(headers['ratelimit']);
    if (limit?.remaining === 0) closedUntil = clock.now() + (limit.resetSeconds + 1) * 1000;
  }

  function pause(until: number): Failure {
    closedUntil = until;
    return limited(until, clock.now());
  }

  return {
    get: (path, etag, signal) =>
      throughGate(async () => {
        if (signal.canceled) return CANCELED;
        const now = clock.now();
        return now < closedUntil ? limited(closedUntil, now) : follow(path, etag, signal);
      }),
  };
}

export function isFailure(answer: object): answer is Failure {
  return 'kind' in answer && answer.kind === 'failed';
}

export function failed(reason: Message): Failure {
  return { kind: 'failed', reason };
}

/** One request; what goes wrong on the way is an answer too. */
async function send(
  options: HubChannelOptions,
  { path, etag }: { path: string; etag: string | undefined },
  signal: CancellationSignal,
): Promise<HttpResponse | Failure> {
  const { endpoint, token, http } = options;
  try {
    return await http.get({
      url: `${endpoint.origin}${path}`,
      headers: {
        accept: 'application/json',
        ...(etag !== undefined && { 'if-none-match': etag }),
        ...(token !== undefined && endpoint.secure && { authorization: `Bearer ${token}` }),
      },
      signal,
      timeoutMs: TIMEOUT_MS,
      maxBytes: MAX_BYTES,
    });
  } catch (error) {
    if (signal.canceled) return CANCELED;
    return failed(
      message(
        'the Hub could not be reached: {0}',
        error instanceof Error ? error.message : 'no reason given',
      ),
    );
  }
}

function limited(until: number, now: number): Failure {
  return {
    kind: 'failed',
    retryAt: until,
    reason: message(
      'the Hub asks for a pause: ask again in {0} s',
      Math.max(1, Math.ceil((until - now) / 1000)),
    ),
  };
}
