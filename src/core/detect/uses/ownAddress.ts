import { message, type Message } from '../../message';
import { perObject } from '../../once';
import type { ModelReference } from '../../reference';
import { matchesOf } from '../../text/matches';
import type { Knowledge } from '../knowledge';

/** Why a model is run by a server of the project, by an address that is written. */
export const ownAddress = (address: string): Message =>
  message('the address {0} is of this project', address);

/** Why a model is run by a server of the project whose address is not written. */
export const SERVER_ASKED = message('a server of this project is asked');

/** Why a name is no model of others: the weights that a server of the project has under it are told elsewhere. */
export const OFFERED = message('a server of this project offers a model under this name');

/** Whether such an address or server told who runs a model: it has the weights already. */
export function isToldByOwnAddress([first]: readonly Message[]): boolean {
  return first?.template === ownAddress('').template || first?.template === SERVER_ASKED.template;
}

/**
 * Whether a text only keeps a name beside the address of a server: it uses nothing of what it keeps it as, and the
 * address is none of a request.
 */
export function isOnlyKept(
  { why }: ModelReference,
  keptAs: readonly string[],
  knowledge: Knowledge,
): boolean {
  const [address] = why[0]?.args ?? [];
  if (!isToldByOwnAddress(why) || typeof address !== 'string' || ENDPOINT.test(address)) return false;
  return !usedNames(knowledge).has(keptAs.at(-1) ?? '');
}
const ENDPOINT =
  /\/(?:completions?|embed(?:dings?)?|messages|responses|generate|invoke|predict|rerank|chat)(?:[/?#]|$)/;

/** The words of a text that are followed by no value: no definitions, no keys, no types of fields. */
const usedNames = perObject(
  ({ text }: Knowledge): ReadonlySet<string> => new Set(Array.from(matchesOf(text, USED), ([name]) => name)),
);
const USED = /(?<![\w$])[A-Za-z_$][\w$]{0,60}(?![\w$])(?!["']?\s{0,4}\??[:=](?!=))/g;
