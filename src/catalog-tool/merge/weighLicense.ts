import { NONE_STATED } from '../../core';
import { byTrust, type Claim } from './claims';

/** What is left of several claims about one license. */
export interface Verdict {
  /** The license key; `null` where no claim is good enough. */
  readonly key: string | null;
  /** The claim that decided. */
  readonly from: Claim | null;
  /** Claims that say something else, with what they say. */
  readonly losing: readonly Claim[];
  /** For people: sources of equal standing that contradict each other. */
  readonly contradiction: string | null;
}

export interface LicenseReader {
  /** The key a wording means; `undefined` when it means none for certain. */
  readonly read: (wording: string) => string | undefined;
  /** Whether a license asks for hardly anything: a list may not put such a one over a card that says `other`. */
  readonly permissive: (key: string) => boolean;
}

const UNREAD = Symbol('unread');
type Reading = string | null | typeof UNREAD;

/**
 * The order of trust: the publisher's own file, then its own card, the newest first; then curated lists with evidence; then
 * other lists, which must not contradict each other. A card that says `other` is made precise by a list only with a license of
 * its own kind; a card without a license only by a curated list or by something younger than the card.
 */
export function weighLicense(claims: readonly Claim[], reader: LicenseReader): Verdict {
  const sorted = claims.filter((claim) => claim.fact === 'license').sort(byTrust);
  const chosen = choose(sorted, reader);
  const key = chosen.key;
  const losing = sorted.filter((claim) => {
    const value = readingOf(claim, reader);
    return value !== UNREAD && (value ?? NONE_STATED) !== key;
  });
  return { ...chosen, losing, contradiction: contradictionOf(sorted, reader) };
}

function choose(sorted: readonly Claim[], reader: LicenseReader): Pick<Verdict, 'key' | 'from'> {
  const own = sorted.find((claim) => isOwn(claim) && readingOf(claim, reader) !== UNREAD);
  const others = sorted.filter((claim) => !isOwn(claim));
  const value = own === undefined ? UNREAD : readingOf(own, reader);
  if (own === undefined || value === UNREAD) return fromLists(others, reader);
  if (value === 'other') {
    const precise = fromLists(
      others.filter((claim) => !isVague(claim, reader)),
      reader,
    );
    return precise.key === null ? { key: 'other', from: own } : precise;
  }
  if (value === null) {
    const stated = fromLists(
      others.filter((claim) => claim.kind === 'curated' || claim.date > own.date),
      reader,
    );
    return stated.key === null ? { key: NONE_STATED, from: own } : stated;
  }
  return { key: value, from: own };
}

/** Curated lists before others; among equals, only what none of them contradicts. */
function fromLists(sorted: readonly Claim[], reader: LicenseReader): Pick<Verdict, 'key' | 'from'> {
  for (const kind of ['curated', 'list'] as const) {
    const said = sorted
      .filter((claim) => claim.kind === kind)
      .map((claim) => ({ claim, value: readingOf(claim, reader) }));
    const readable = said.filter(
      ({ value }) => typeof value === 'string' && value !== 'other' && value !== 'unknown',
    );
    const [first] = readable;
    if (first === undefined) continue;
    const agree = readable.every(({ value }) => value === first.value);
    return agree ? { key: first.value as string, from: first.claim } : { key: null, from: null };
  }
  return { key: null, from: null };
}

function isVague(claim: Claim, reader: LicenseReader): boolean {
  const value = readingOf(claim, reader);
  return typeof value === 'string' && reader.permissive(value);
}

function isOwn({ kind }: Claim): boolean {
  return kind === 'own-file' || kind === 'own-card';
}

/** A card with terms of its own that nobody has read says at least that they are of its own: an older card's license is not kept for it. */
function readingOf({ value, ownTerms, isKept }: Claim, reader: LicenseReader): Reading {
  if (isKept === true && typeof value === 'string') return value;
  return value === null ? null : (reader.read(String(value)) ?? (ownTerms === true ? 'other' : UNREAD));
}

/** A card that changed its license: old copies of the weights may still be under the earlier one. */
function contradictionOf(sorted: readonly Claim[], reader: LicenseReader): string | null {
  const newest = new Map<string, string>();
  for (const claim of sorted) {
    const key = readingOf(claim, reader);
    if (claim.kind === 'own-card' && typeof key === 'string' && !newest.has(key))
      newest.set(key, claim.date.slice(0, 7));
  }
  if (newest.size < 2) return null;
  return `license: ${[...newest].map(([key, month]) => `${key} (card of ${month})`).join(', ')}`;
}
