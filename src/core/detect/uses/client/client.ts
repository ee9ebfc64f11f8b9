import { message } from '../../../message';
import { hostedRegistry } from '../../../registries/names/hosted';
import { type Registry, SELF } from '../../../vocabulary';
import type { HostEvidence } from '../../beside';
import { callsBefore } from '../../brackets';
import { requestAddress } from '../../clients';
import { hostOfRegistry, isOwn, isService } from '../../host';
import { atLeast, lastName } from '../../intent';
import { nearestKey } from '../../site';
import { FURTHEST, textOf, type Surroundings } from '../../surroundings';
import { spelledAs } from '../nameAlone';
import { needing, WITHOUT_LOADER, type Decision, type Place, type Use } from '../place';
import { askedBy, AT_RUN_TIME, calledAt, callOf, isFile } from './asked';
import { calleeOf, clientOfRequest, evidenceInCall, providersBeside } from './callAround';
import { asks } from './sellers';

/** Clients that a name is given to, by their class, their module or their library. */

/**
 * The client that a vendor makes for its own service, or that a library has for it: told by the module it comes from.
 */
export const byVendorClient = needing({ where: ['code'] }, (place, around) => {
  const callee = calleeOf(place);
  if (isFile(place.match)) return undefined;
  const own = clientOfRequest(place);
  if (own !== undefined) return calledByOwnClient(place, own, around);
  const { knowledge, site, start } = place;
  const host = callee === '' ? undefined : knowledge.vendors.of(callee, site.call?.module, start);
  return host === undefined ? undefined : calledByClient(place, host, around);
});

/**
 * A client of OpenAI's protocol that is made where it asks, at an address which is not written or stands for another:
 * `OpenAI(base_url=url).chat.completions.create(…)`. No other client of the text says who is asked.
 */
export const byOpenClient = needing({ where: ['code'] }, (place) => {
  const { text, start, match, hasWeights, knowledge } = place;
  if (isFile(match)) return undefined;
  const isOpen = callsBefore(text, knowledge.brackets, start)
    .map((call) => text.slice(call.start, call.end))
    .some((call) => OF_OPENAI.test(call) && GIVES_ADDRESS.test(call));
  if (!isOpen || evidenceInCall(place, 'addresses').length > 0) return undefined;
  // Only a name that its maker alone runs is likely asked for there.
  const maker = hasWeights ? undefined : hostedRegistry(match.id);
  const host = maker === undefined ? null : hostOfRegistry(maker);
  return { role: 'calls', host, why: [callOf(calleeOf(place).replace(/^\./, '')), AT_RUN_TIME] };
});

const OF_OPENAI = /^(?:\w{1,60}(?:\.|::)){0,4}(?:Async|Chat){0,2}OpenAI(?!\w)/;
const GIVES_ADDRESS =
  /\b(?:base_?ur[il]|api_?base|endpoint)["']?\s{0,8}(?:=>|[:=])(?!\s{0,8}(?:None|null|nil|undefined)\b)/i;

/** The client of a service, made without another address: `Groq()`. */
export const byClientClass: Decision = (place, around) => {
  const callee = calleeOf(place);
  const client =
    callee === '' || isFile(place.match) ? undefined : place.knowledge.clientOf(callee, place.start);
  if (client === undefined || client === 'local' || isMadeForOther(place, client)) return undefined;
  // Of Azure, which has OpenAI's names too, the text speaks elsewhere.
  return client === 'openai' && place.registry === 'azure'
    ? { role: 'calls', host: hostOfRegistry(client), why: [callOf(callee)] }
    : calledByClient(place, hostOfRegistry(client), around);
};

/** Whether the chain of calls that a name is given in begins with what makes the client of another host. */
function isMadeForOther({ text, start, knowledge }: Place, client: Registry): boolean {
  const asked = hostOfRegistry(client);
  if (SAYS_PROTOCOL.has(asked)) return false;
  // The nearest call that makes any: a client may be made in the arguments of what another is asked.
  const made = callsBefore(text, knowledge.brackets, start)
    .map((call) => {
      const open = text.indexOf('(', call.start);
      return knowledge.hostMadeBy(text.slice(call.start, open), text.slice(open + 1, call.end));
    })
    .find((host) => host !== undefined);
  return made !== undefined && made !== asked;
}

/**
 * A name of OpenAI's that is Azure's only because the text makes a client of Azure's elsewhere: the module of OpenAI's
 * own client asks Azure where it is told to.
 */
export function isOfPlainOpenAI({ registry, match, knowledge: { text } }: Place): boolean {
  return registry === 'azure' && hostedRegistry(match.id) === 'openai' && !TO_AZURE.test(text);
}

/** `openai.api_type = "azure"`, `OPENAI_API_TYPE=azure`: https://github.com/openai/openai-python/tree/v0.28.1 */
const TO_AZURE = /api_?type["']?\]?\s{0,8}[:=]\s{0,8}["'\x60]?azure|api_?type=["']azure/i;

/**
 * A call by the client of a host. OpenAI's speaks to whoever offers its protocol: a name that another service has is
 * asked for there, and where an address is given that is not written, nobody knows where a name goes that OpenAI does
 * not have, and where it has the name that is only likely.
 */
function calledByClient(place: Place, host: string | null, around: () => Surroundings): Use {
  const why = callOf(calleeOf(place).replace(/^\./, ''));
  const provider = SAYS_PROTOCOL.has(host) ? providerGiven(place, around) : undefined;
  if (provider !== undefined) return calledAt(provider);
  if (host === 'openai') {
    const spelled =
      isService(place.registry) && !isOfPlainOpenAI(place) ? hostOfRegistry(place.registry) : null;
    const open = isChosenAtRunTime(place, host, around) ? [AT_RUN_TIME] : [];
    if (spelled !== null && spelled !== host)
      return { role: 'calls', host: spelled, why: [why, spelledAs(place.registry), ...open] };
    if (open.length > 0) return { role: 'calls', host: spelled, why: [why, ...open] };
  }
  return askedBy(calleeOf(place).replace(/^\./, ''), host);
}

/**
 * The same by the client that makes the request, which is known to be given no address: only what another service calls
 * so may be asked for elsewhere, and what a request to a service that passes calls on says to whom.
 */
function calledByOwnClient(
  place: Place,
  { host, callee }: { readonly host: string; readonly callee: string },
  around: () => Surroundings,
): Use {
  const { registry, start, knowledge } = place;
  const mayPassOn = SAYS_PROTOCOL.has(host) && knowledge.hosts.passesOn(host);
  const provider = mayPassOn ? providerGiven(place, around) : undefined;
  if (provider !== undefined) return calledAt(provider);
  const called = calleeOf(place);
  const isOwn =
    knowledge.vendors.of(called, undefined, start) !== undefined ||
    knowledge.clientOf(called, start) !== undefined;
  const client = isOwn ? called.replace(/^\./, '') : callee;
  const spelled = isService(registry) ? hostOfRegistry(registry) : null;
  return host === 'openai' && spelled !== null && spelled !== host && spelled !== 'azure'
    ? { role: 'calls', host: spelled, why: [callOf(client), spelledAs(registry)] }
    : askedBy(client, host);
}

/** The provider that a client of OpenAI's protocol is given beside the name: `provider=AzureProvider(…)`. */
function providerGiven(place: Place, around: () => Surroundings): HostEvidence | undefined {
  return providersBeside(place, around).find(
    (one) => one.host !== 'openai' && one.host !== SELF && asks(place, one),
  );
}

/** A library or command for calling, without any address. */
export const byClientLibrary: Decision = (place, around) => {
  const { site, intent } = place;
  if ([intent.loader, intent, site.operand].every((told) => told?.role !== 'calls')) return undefined;
  const registry = registryCalled(place);
  const said = SAYS_PROTOCOL.has(registry) ? saidToLibrary(place, around) : undefined;
  if (said !== undefined) return calledAt(said);
  const callee = lastName(calleeOf(place)) || (site.operand?.evidence ?? nearestKey(site));
  if (isOwn(registry)) return { role: 'loads', host: SELF, why: [message('{0} loads it', callee)] };
  const why = callOf(callee);
  const open = isChosenAtRunTime(place, registry, around) ? [AT_RUN_TIME] : [];
  const host =
    open.length > 0 && !isService(place.registry)
      ? null
      : (hostOfRegistry(registry) ?? hostOfRegistry(place.registry));
  return { role: 'calls', host, why: [why, ...open] };
};

/** Whose clients ask others, too: registries, and hosts of the same names. */
const SAYS_PROTOCOL: ReadonlySet<string | null> = new Set(['openai', 'huggingface']);

/** The address that a library is set to, or the provider that its client is given. */
function saidToLibrary(place: Place, around: () => Surroundings): HostEvidence | undefined {
  const registry = registryCalled(place);
  const address =
    registry === 'openai' ? place.knowledge.clientAddresses.ofLibrary(registry, place.start) : undefined;
  return address ?? providerGiven(place, around);
}

/**
 * The registry that the call, the place or the command is of; the name's own where none says, and where it is of
 * Google's cloud, which its client asks as well: https://github.com/googleapis/java-genai#instantiate-gemini-api-client
 */
function registryCalled({ intent, site, registry }: Place): Registry {
  const called = intent.loader?.registry ?? intent.registry ?? site.operand?.registry ?? registry;
  return called === 'google' && registry === 'vertex' ? registry : called;
}

/**
 * An address in the same mapping or request that is filled in when the program runs: somebody runs the model, and
 * nobody knows who. No name of a service gets here, which is asked for at that service.
 */
export const byUnwrittenAddress = needing(WITHOUT_LOADER, (place, around) => {
  const { text, intent, match, registry, knowledge } = place;
  const { evidence } = knowledge;
  if (isFile(match) || isOwn(registry) || !atLeast(intent, 'model')) return undefined;
  if (!evidence.isNear('unwritten', place, FURTHEST)) return undefined;
  const address =
    evidence.inPart('unwritten', around().own).at(-1) ?? requestAddress(text, evidence, place, 'unwritten');
  return address && { role: 'calls', host: null, why: [AT_RUN_TIME] };
});

/** A client of OpenAI's protocol that is given an address which is not written. */
function isChosenAtRunTime(place: Place, registry: Registry, around: () => Surroundings): boolean {
  const { text, knowledge } = place;
  if (registry !== 'openai') return false;
  if (knowledge.vendors.isGivenAddress(calleeOf(place), place.start)) return true;
  const { own } = around();
  const isWritten = isService(place.registry) && knowledge.evidence.inPart('addresses', own).length > 0;
  return !isWritten && /base_?url|api_?base|endpoint/i.test(textOf(text, own));
}
