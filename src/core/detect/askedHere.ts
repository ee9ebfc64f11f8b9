import type { ModelReference } from '../reference';
import { message } from '../message';
import { isUse, SELF, type Role } from '../vocabulary';
import { mayBeAskedAt } from './askedElsewhere';
import { isOfPlainOpenAI } from './uses/client/client';
import { isToldBySpelling } from './uses/nameAlone';
import { isToldByOwnAddress } from './uses/ownAddress';
import type { Place, Use } from './uses/place';
import { countsTokens } from './uses/recorded';
import type { Sink } from './flows';
import type { Site } from './site';

/** What is done with a name that a text keeps in one place and hands to a loader or client in another. */

/**
 * What a loader or client does with a name that it gets from a list; `undefined` where it cannot: services load
 * nothing.
 */
export function useByLoader({ callee, role, host }: Sink, reference: ModelReference): Use | undefined {
  if (countsTokens(callee)) return undefined;
  const why = [message('{0} gets it from here', callee)];
  if (role === 'calls') return { role, host: reference.host ?? host, why };
  const isAtService = reference.host !== null && reference.host !== SELF;
  return isAtService ? undefined : { role: 'loads', host: SELF, why };
}

/** What clients of a host do with a name that only guesses gave another; `undefined` where they cannot get it. */
export function roleFor(host: string, reference: ModelReference, place: Place): Role | undefined {
  if (reference.host === host || !isHostGuessed(reference, place)) return undefined;
  if (host === SELF && reference.host === null && place.hasWeights) return 'loads';
  const mayGet = mayBeAskedAt(host, place) || (host === 'openai' && isOfPlainOpenAI(place));
  return mayGet ? 'calls' : undefined;
}

/**
 * Whether only the spelling of a name told its host, or an address of the project's own near what keeps it, and no
 * call around.
 */
function isHostGuessed({ role, host, why }: ModelReference, { site }: Place): boolean {
  if (role === 'calls' && (host === null || isToldBySpelling(why))) return true;
  return isUse(role) && site.call === undefined && isToldByOwnAddress(why);
}

/**
 * Where the value of each plain name is defined, by where it stands. The key of a table is that of others too: what has
 * more than one name is found by all of them.
 */
export function definedPlainly(uses: readonly ModelReference[]): ReadonlyMap<number, number | undefined> {
  const plain = uses.filter(({ text }) => /^\w+$/.test(text));
  return new Map(plain.map(({ range, definedAt }) => [range.start, definedAt?.start]));
}

/** Whether the value of a place may be that of a member of a type. */
export function mayBeMember({ where, isKey }: Site): boolean {
  return where === 'code' && isKey !== true;
}
