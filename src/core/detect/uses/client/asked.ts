import { message, type Message } from '../../../message';
import { SELF } from '../../../vocabulary';
import type { HostEvidence } from '../../beside';
import type { Match } from '../../match';
import { namedByProvider } from '../nameAlone';
import { ownAddress } from '../ownAddress';
import type { Use } from '../place';

/** What is said of a name that somebody is asked for, and why. */

/** Why somebody is asked: the client that calls it. */
export const callOf = (callee: string): Message => message('{0} calls it', callee);

/** Whether the client that calls a model told who runs it. */
export function isToldByClient([first]: readonly Message[]): boolean {
  return first?.template === callOf('').template;
}

/** What a client does with a name: that of a server of the project's own has the weights loaded here. */
export function askedBy(client: string, host: string | null): Use {
  return host === SELF
    ? { role: 'loads', host, why: [message('{0} loads it', client)] }
    : { role: 'calls', host, why: [callOf(client)] };
}

/** Why somebody is asked: the text uses the package of a client before. */
export const madeBefore = (client: string): Message => message('a client of {0} is made before it', client);

/** Whether only the package of a client that the text uses told who is asked. */
export function isToldByPackage([first]: readonly Message[]): boolean {
  return first?.template === madeBefore('').template;
}

/** Why nobody knows who runs a model: its client gets the address elsewhere. */
export const AT_RUN_TIME = message('the address of its client is not written here');

/** Whether nobody knows where a call goes: where its name is a service's, it need not go there. */
export function isAddressOpen(why: readonly Message[]): boolean {
  return why.some(({ template }) => template === AT_RUN_TIME.template);
}

/** A user in an address may be a password, and a query may hold a key: no reason shows them. */
export function withoutSecrets(address: string): string {
  const [shown = ''] = address.split(/[?#]/, 1);
  return shown.replace(/^([a-z][a-z\d+.-]{0,20}:\/\/)?[^/?#\s]{0,500}@/i, '$1');
}

/** What an address or a provider says of a use. */
export function calledAt({ host, said, kind }: Pick<HostEvidence, 'host' | 'said' | 'kind'>): Use {
  const why =
    kind === 'address'
      ? host === SELF
        ? ownAddress(withoutSecrets(said))
        : message('the address {0} is of {1}', withoutSecrets(said), host)
      : namedByProvider(said);
  return {
    role: host === SELF ? 'loads' : 'calls',
    host,
    why: [why],
    ...(kind === 'address' && { address: said }),
  };
}

/** A file or an address of weights is not asked for at a service. */
export function isFile(match: Match): boolean {
  return match.registry === 'local' || isAtAddress(match);
}

/** A file of a repository, or an address of weights: no path that a server of the project is started with. */
export function isAtAddress({ evidence }: Match): boolean {
  return evidence === 'weights-file' || /^(?:url:|scheme:(?:h|whisper))/.test(evidence);
}
