import { message, type Message } from '../../message';
import { perObject } from '../../once';
import type { ModelReference } from '../../reference';
import { matchesOf } from '../../text/matches';
import { SELF } from '../../vocabulary';
import { isAtOwnServer, isOwnMachine, isService } from '../host';
import type { Knowledge } from '../knowledge';

/** Why a model is run by a server of the project, by an address that is written. */
export const ownAddress = (address: string): Message =>
  message('the address {0} is of this project', address);

/** Why a model is run by a server of the project whose address is not written. */
export const SERVER_ASKED = message('a server of this project is asked');

/** Why a name is no model of others: the weights that a server of the project has under it are told elsewhere. */
export const OFFERED = message('a server of this project offers a model under this name');

/** Why nobody loads a model: the server of the project that is asked for it passes the call on. */
export const WITHOUT_WEIGHTS = message('there are no weights of it: it can only be called');

/**
 * What a client does with a name that asks such an address for it: a server there has its weights, or other weights
 * under the name; else a gateway passes on what only a service calls so, and nobody knows to whom.
 */
export function atOwnAddress(
  address: string,
  { registry }: Pick<ModelReference, 'registry'>,
  isApiOnly: boolean,
): Pick<ModelReference, 'role' | 'host' | 'why'> {
  const told = ownAddress(address);
  const isServer = isAtOwnServer(address);
  if (isApiOnly)
    return isServer
      ? { role: 'mentions', host: SELF, why: [told, OFFERED] }
      : { role: 'calls', host: null, why: [told, WITHOUT_WEIGHTS] };
  return isService(registry) && !isServer
    ? { role: 'calls', host: null, why: [told] }
    : { role: 'loads', host: SELF, why: [told] };
}

/** Why somebody else is asked than a client asks by itself: a variable that it reads has an address. */
export const setTo = (variable: string, address: string): Message =>
  message('{0} is set to {1}', variable, address);

const SAY_ADDRESS = new Map([
  [ownAddress('').template, 0],
  [setTo('', '').template, 1],
]);

/** The address of a machine of the project's own that is asked for a model, where one is written. */
export function ownAddressOf({ host, why }: Pick<ModelReference, 'host' | 'why'>): string | undefined {
  if (host !== null && host !== SELF) return undefined;
  for (const { template, args } of why) {
    const index = SAY_ADDRESS.get(template);
    const address = index === undefined ? undefined : args[index];
    if (typeof address === 'string' && isOwnMachine(address)) return address;
  }
  return undefined;
}

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
