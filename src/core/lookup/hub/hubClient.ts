import { message, type Message } from '../../message';
import type { Cache, CancellationSignal, Clock, HttpClient, HttpResponse, Logger } from '../../ports';
import { readCached, writeCached, type CachedAnswer } from './answerCache';
import { redirectPath, type Endpoint } from './endpoint';
import { createGate } from './gate';
import { readHubError, readHubFacts, type HubFacts } from './hubFacts';
import { readRateLimit, waitSeconds } from './rateLimit';

/** What became of one look-up. Every way it can end has a reason for people; none is an exception. */
export type HubAnswer =
  | { readonly kind: 'found'; readonly facts: HubFacts; readonly fetchedAt: number }
  /** The Hub answered, and there is nothing to tell: missing, private, gated or disabled. */
  | { readonly kind: 'absent'; readonly state: 'missing-or-private' | 'gated' | 'disabled'; readonly reason: Message; readonly fetchedAt: number }
  /** Nothing was learnt. `retryAt` is when to ask again, in milliseconds since 1970. */
  | { readonly kind: 'failed'; readonly reason: Message; readonly retryAt?: number };

export interface HubClient {
  /** Asks for one model. The same id asked twice at once is asked once; a kept answer that is fresh is given without asking. */
  lookUp(id: string, signal: CancellationSignal): Promise<HubAnswer>;
}

export interface HubClientOptions {
  readonly http: HttpClient;
  readonly cache: Cache;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly endpoint: Endpoint;
  /** Sent to the endpoint's own origin, only when that is encrypted, and never after a redirect to elsewhere. */
  readonly token?: string;
}

type Failure = Extract<HubAnswer, { kind: 'failed' }>;

const CANCELLED: Failure = { kind: 'failed', reason: message('cancelled') };
const AT_ONCE = 4;
const TIMEOUT_MS = 8_000;
const MAX_BYTES = 2_000_000;
const MAX_REDIRECTS = 3;
const ASKED_FOR = ['cardData', 'tags', 'gated', 'disabled', 'baseModels', 'createdAt', 'sha', 'pipeline_tag', 'siblings'];

export function createHubClient(options: HubClientOptions): HubClient {
  const throughGate = createGate(AT_ONCE);
  const underWay = new Map<string, Promise<HubAnswer>>();
  let closedUntil = 0;

  async function ask(id: string, signal: CancellationSignal): Promise<HubAnswer> {
    const kept = await readCached(options, id);
    if (kept?.fresh === true) return kept.answer;
    return throughGate(async () => {
      if (signal.cancelled) return CANCELLED;
      const now = options.clock.now();
      if (now < closedUntil) return limited(closedUntil, now);
      const { answer, etag } = await request(id, kept, signal);
      if (answer.kind === 'failed' && answer.retryAt !== undefined) closedUntil = answer.retryAt;
      if (answer.kind === 'failed') options.logger.warn(`${id}: ${answer.reason.template}`);
      else await writeCached(options, id, { answer, etag });
      return answer;
    });
  }

  async function request(id: string, kept: CachedAnswer | undefined, signal: CancellationSignal): Promise<Reply> {
    let path = pathOf(options.endpoint, id);
    for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
      const response = await send(options, { path, etag: kept?.etag }, signal);
      if ('kind' in response) return { answer: response };
      heed(response);
      if (![301, 302, 303, 307, 308].includes(response.status)) return interpret(id, response, kept);
      const { location } = response.headers;
      if (location === undefined) return { answer: failed(message('the Hub points to another name or place, and does not say here to which')) };
      const next = redirectPath(location, options.endpoint);
      if (next === undefined) return { answer: failed(message('the Hub points to another address, which is not followed')) };
      path = next;
    }
    return { answer: failed(message('the Hub redirects in a circle')) };
  }

  /** The last answer of a window says so; the next question waits for the next window instead of being refused. */
  function heed({ headers }: HttpResponse): void {
    const limit = readRateLimit(headers['ratelimit']);
    if (limit?.remaining === 0) closedUntil = options.clock.now() + (limit.resetSeconds + 1) * 1000;
  }

  function interpret(id: string, response: HttpResponse, kept: CachedAnswer | undefined): Reply {
    const fetchedAt = options.clock.now();
    const etag = response.headers['etag'];
    if (response.status === 304 && kept !== undefined && kept.answer.kind !== 'failed') return { answer: { ...kept.answer, fetchedAt }, etag: kept.etag };
    if (response.status === 200) return { answer: readRecord(response, fetchedAt), etag };
    return { answer: readRefusal(id, response, fetchedAt) };
  }

  async function lookUp(id: string, signal: CancellationSignal): Promise<HubAnswer> {
    const key = id.toLowerCase();
    const running = underWay.get(key);
    if (running !== undefined) {
      const answer = await running;
      // The one who asked first gave up; whoever still wants to know asks anew.
      return answer === CANCELLED && !signal.cancelled ? lookUp(id, signal) : answer;
    }
    const started = ask(id, signal).finally(() => underWay.delete(key));
    underWay.set(key, started);
    return started;
  }

  return { lookUp };
}

/** One request; what goes wrong on the way is an answer too. */
async function send(options: HubClientOptions, { path, etag }: { path: string; etag: string | undefined }, signal: CancellationSignal): Promise<HttpResponse | Failure> {
  const { endpoint, token, http } = options;
  try {
    return await http.get({
      url: `${endpoint.origin}${path}`,
      headers: {
        accept: 'application/json',
        ...(etag !== undefined && { 'if-none-match': etag }),
        ...(token !== undefined && endpoint.secure && { authorization: `Bearer ${token}` }),
      },
      signal, timeoutMs: TIMEOUT_MS, maxBytes: MAX_BYTES,
    });
  } catch (error) {
    if (signal.cancelled) return CANCELLED;
    return failed(message('the Hub could not be reached: {0}', error instanceof Error ? error.message : 'no reason given'));
  }
}

interface Reply {
  readonly answer: HubAnswer;
  readonly etag?: string | undefined;
}

function readRecord(response: HttpResponse, fetchedAt: number): HubAnswer {
  if (response.truncated) return failed(message('the Hub’s answer is larger than {0} bytes and was not read', MAX_BYTES));
  const facts = readHubFacts(response.body);
  if (facts === undefined) return failed(message('the Hub’s answer is not a model record'));
  if (facts.disabled) return { kind: 'absent', state: 'disabled', reason: message('the repository is disabled on the Hub'), fetchedAt };
  return { kind: 'found', facts, fetchedAt };
}

/** The Hub tells a missing repository from a private one only to those who may read it: 401 without a token, 404 with one. */
function readRefusal(id: string, response: HttpResponse, fetchedAt: number): HubAnswer {
  const code = response.headers['x-error-code'];
  const said = response.headers['x-error-message'] ?? readHubError(response.body) ?? '';
  if (response.status === 429) return limited(fetchedAt + waitSeconds(response.headers) * 1000, fetchedAt);
  if (/\bdisabled\b/i.test(said) && response.status < 500) {
    return { kind: 'absent', state: 'disabled', reason: message('the repository is disabled on the Hub'), fetchedAt };
  }
  if (code === 'GatedRepo' || (response.status === 403 && /\bgated\b|\brestricted\b/i.test(said))) {
    return { kind: 'absent', state: 'gated', reason: message('the repository is gated: the Hub shows it to those it has let in'), fetchedAt };
  }
  if ([401, 404, 410].includes(response.status)) {
    return { kind: 'absent', state: 'missing-or-private', reason: message('the Hub has no public model named {0}: it is missing or private', id), fetchedAt };
  }
  if (response.status === 403) return failed(message('the Hub refused to answer (403)'));
  return failed(message('the Hub answered with status {0}', response.status));
}

function limited(until: number, now: number): HubAnswer {
  return { kind: 'failed', retryAt: until, reason: message('the Hub asks for a pause: ask again in {0} s', Math.max(1, Math.ceil((until - now) / 1000))) };
}

function pathOf(endpoint: Endpoint, id: string): string {
  const wanted = ASKED_FOR.map((name) => `expand=${name}`).join('&');
  return `${endpoint.basePath}/api/models/${id.split('/').map(encodeURIComponent).join('/')}?${wanted}`;
}

function failed(reason: Message): Failure {
  return { kind: 'failed', reason };
}
