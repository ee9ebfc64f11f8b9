import type { HubAnswer, HubClientOptions } from './hubAnswer';

/** A kept answer. `fresh` answers are given without asking; others carry the ETag to ask with. */
export interface CachedAnswer {
  readonly answer: HubAnswer;
  readonly etag: string | undefined;
  readonly fresh: boolean;
}

/** Raised when the form of a kept answer changes: older and newer forms are then read as absent. */
const FORM = 1;
const HOUR = 3_600_000;
/** A card changes rarely; a missing model may be published any moment. */
const KEEP_FOUND = 24 * HOUR;
const KEEP_ABSENT = HOUR;

type Options = Pick<HubClientOptions, 'cache' | 'clock' | 'endpoint' | 'logger'>;

export async function readCached(
  { cache, clock, endpoint, logger }: Options,
  id: string,
): Promise<CachedAnswer | undefined> {
  try {
    const kept: unknown = JSON.parse((await cache.get(keyOf(endpoint.origin, id))) ?? 'null');
    if (!isKept(kept)) return undefined;
    const age = clock.now() - kept.answer.fetchedAt;
    const limit = kept.answer.kind === 'found' ? KEEP_FOUND : KEEP_ABSENT;
    // A time in the future means that a clock was set back: how old the answer is cannot be told, so it is asked again.
    return { answer: kept.answer, etag: kept.etag, fresh: age >= 0 && age < limit };
  } catch (error) {
    logger.warn(`kept answer for ${id} cannot be read and is ignored: ${String(error)}`);
    return undefined;
  }
}

export async function writeCached(
  { cache, endpoint, logger }: Options,
  id: string,
  kept: Omit<CachedAnswer, 'fresh'>,
): Promise<void> {
  try {
    await cache.set(keyOf(endpoint.origin, id), JSON.stringify({ form: FORM, ...kept }));
  } catch (error) {
    logger.warn(`answer for ${id} could not be kept: ${String(error)}`);
  }
}

function keyOf(origin: string, id: string): string {
  return `hub ${origin} ${id.toLowerCase()}`;
}

interface Kept {
  readonly form: number;
  readonly answer: Exclude<HubAnswer, { kind: 'failed' }>;
  readonly etag?: string;
}

function isKept(value: unknown): value is Kept {
  if (typeof value !== 'object' || value === null) return false;
  const { form, answer, etag } = value as Record<string, unknown>;
  if (form !== FORM || typeof answer !== 'object' || answer === null) return false;
  if (etag !== undefined && typeof etag !== 'string') return false;
  const { kind, fetchedAt, facts, reason } = answer as Record<string, unknown>;
  if (typeof fetchedAt !== 'number') return false;
  return kind === 'found'
    ? isFacts(facts)
    : kind === 'absent' && typeof reason === 'object' && reason !== null;
}

function isFacts(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { id, licenses, bases } = value as Record<string, unknown>;
  return typeof id === 'string' && Array.isArray(licenses) && Array.isArray(bases);
}
