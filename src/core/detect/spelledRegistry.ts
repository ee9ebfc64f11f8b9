import { hostedRegistry } from '../registries/names/hosted';
import { hubId } from '../registries/names/hubId';
import { API_HOSTS, NAMES_OWNERS, RESELLERS } from '../registries/tables';
import { ROUTED } from '../registries/spelling/routes';
import { type Registry, SELF } from '../vocabulary';
import { hostOfRegistry, isService, registryOfHost } from './host';
import type { Intent } from './intent';
import type { Match } from './match';
import { isAddressOpen } from './uses/client/asked';
import { isAskedOfOllama } from './uses/ollamaClient';
import { isToldByOwnAddress } from './uses/ownAddress';
import type { Place, Use } from './uses/place';

/** Where Ollama answers on one's own machine. */
const OLLAMA = API_HOSTS.flatMap(([part, registry]) => (registry === 'ollama' ? [part] : []));

/**
 * The registry of a match by its spelling and place alone: what only a neighbor made a service's is an id of the Hub.
 */
export function spelledRegistry(
  { registry, id, evidence }: Match,
  intent: Intent,
  written: string,
): Registry {
  const isCertain =
    /^(?:constant$|(?:path|form|provider|url|scheme):)/.test(evidence) ||
    intent.registry === registry ||
    ROUTED.test(written);
  return !isCertain && RESELLERS.has(registry) && hubId(id.split(':', 1)[0] ?? '') !== undefined
    ? 'huggingface'
    : registry;
}

/** The registry that a name is looked up in, once it is known who runs the model. */
export function settleRegistry(place: Place, use: Use): Registry {
  return isAtOllama(place, use) ? 'ollama' : settledFor(place, use);
}

/** A server of one's own has names of its own, whatever service is spoken of around. */
function isAtOllama(place: Place, { role, host, address = '' }: Use): boolean {
  const { registry } = place;
  if (role !== 'loads' || !(isService(registry) || registry === 'other')) return false;
  return OLLAMA.some((at) => address.includes(at)) || (host === SELF && isAskedOfOllama(place));
}

function settledFor(place: Place, { role, host }: Use): Registry {
  const { match, registry } = place;
  const isAsked = role === 'calls' || role === 'lists';
  const called = isAsked && host !== null && host !== SELF ? registryOfHost(host) : undefined;
  if (registry === 'huggingface') return ofSeller(called, match.registry);
  if (called !== undefined && isForCalled(place, called)) return called;
  return match.registry === registry && isOnlyProtocol(place, host) ? ofAnother(match.id, host) : registry;
}

/** Whether a name is that of the service which is called, though another was thought of first. */
function isForCalled(place: Place, called: Registry): boolean {
  const { registry, match } = place;
  // Azure, of which the text speaks too, sells models of others under their names.
  if (registry === 'azure') return called === 'openai' || called === hostedRegistry(match.id);
  // Others call the owners of what they sell so too.
  return NAMES_OWNERS.has(registry) || isOnlyOfKey(place);
}

/** `spring.ai.openai.base-url`: the key says whose protocol is spoken, the address who is asked for its own model. */
function isOnlyOfKey({ registry, intent, match }: Place): boolean {
  return registry === 'openai' && intent.registry === registry && hostedRegistry(match.id) !== registry;
}

/** An id of the Hub is looked up there, unless the service that is called sells it under that name. */
function ofSeller(called: Registry | undefined, spelled: Registry): Registry {
  const isSold = called !== undefined && RESELLERS.has(called);
  return isSold && (called !== 'vertex' || spelled === called) ? called : 'huggingface';
}

interface AskedName {
  readonly id: string;
  /** Where it is looked up. */
  readonly registry: Registry;
}

/**
 * The name that is asked for at its host, and where it is looked up: as they were, where neither the calendar of the
 * host nor the protocol that is spoken says more.
 */
export function askedName(place: Place, { why, host }: Use, registry: Registry): AskedName {
  const asked = host ?? (isService(registry) ? hostOfRegistry(registry) : null);
  return toldAt(place, asked, registry) ?? behindProtocol(place, why, registry);
}

/**
 * The name that a server is asked for which is the project's own, or whose address is open: `openai/house` says to
 * clients only that it speaks OpenAI's protocol (https://docs.litellm.ai/docs/providers/openai_compatible), where
 * OpenAI is not known for such weights.
 */
function behindProtocol(
  { match: { id }, knowledge, intent: { loader } }: Place,
  why: Use['why'],
  registry: Registry,
): AskedName {
  const rest = /^openai\/([^/]+)$/.exec(id)?.[1];
  const isElsewhere = isToldByOwnAddress(why) || isAddressOpen(why);
  if (rest === undefined || registry !== 'huggingface' || !isElsewhere) return { id, registry };
  if (loader?.registry === 'huggingface') return { id, registry };
  return knowledge.isUnknown(id, registry) ? { id: rest, registry: 'other' } : { id, registry };
}

/**
 * The name as it is written, prefix and route with it, where the calendar of its host tells of just that:
 * `deepseek/deepseek-r1:free` and `inception/mercury` at OpenRouter. Where nobody knows who is asked, it is the host
 * whose names are spelled so.
 */
function toldAt(
  { text, start, end, match, knowledge }: Place,
  host: string | null,
  registry: Registry,
): AskedName | undefined {
  const written = text.slice(start, end);
  if (host === null || written.toLowerCase() === match.id.toLowerCase()) return undefined;
  // Its own models begin so, too: `openrouter/cypher-alpha:free`.
  const behind = written.startsWith(`${host}/`) ? [written.slice(host.length + 1)] : [];
  const id = [...behind, written].find((name) => knowledge.isTold(name, host));
  return id === undefined ? undefined : { id, registry: registryOfHost(host) ?? registry };
}

/** `openai/` before a name that another host is asked for. */
function isOnlyProtocol({ registry, text, start }: Place, host: string | null): boolean {
  return (
    registry === 'openai' &&
    /^openai[/:]/i.test(text.slice(start, start + 'openai/'.length)) &&
    host !== 'openai' &&
    host !== 'azure' &&
    host !== null
  );
}

function ofAnother(id: string, host: string | null): Registry {
  const spelled = hostedRegistry(id);
  if (spelled !== undefined && spelled !== 'openai') return spelled;
  return (host === null ? undefined : registryOfHost(host)) ?? spelled ?? 'other';
}
