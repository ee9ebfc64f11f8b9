import type { Catalog, Resolution } from '../catalog/records';
import { isWrittenName } from '../catalog/writtenName';
import { bedrockId } from '../registries/bedrock/ids';
import { hostedRegistry } from '../registries/names/hosted';
import { ownPath } from '../registries/names/providerPath';
import { litellm } from '../registries/spelling/litellm';
import { REGISTRIES, type Registry, SELF } from '../vocabulary';
import { hostOfRegistry } from './service';

/** A name, and where it is asked for. */
export interface HostedName {
  readonly spelling: string;
  readonly registry?: Registry;
  /** Id of the host; {@link SELF} where the project runs the model; absent where nothing tells one. */
  readonly host?: string;
}

const REGISTRY_NAMES: ReadonlySet<string> = new Set(REGISTRIES);

/** Whether a host's own names are a registry of the same name. */
export function isRegistry(host: string): host is Registry {
  return REGISTRY_NAMES.has(host);
}

/**
 * Reads where a name is asked for out of the name: `host:id` and `registry:id`, as `mistral:codestral-2405`, and the forms that one service
 * alone has, as `anthropic.claude-sonnet-5` and ARNs of Bedrock or `accounts/fireworks/models/deepseek-v3`. `undefined` for other texts: an
 * Ollama name with its tag (`mistral:7b`) looks as the first do, so a name that is listed there is not taken for the other.
 */
export function placedName(catalog: Catalog, text: string): HostedName | undefined {
  return behindHost(catalog, text) ?? ofOwnForm(text);
}

function behindHost(catalog: Catalog, text: string): HostedName | undefined {
  const colon = text.indexOf(':');
  const word = text.slice(0, Math.max(0, colon)).trim().toLowerCase();
  const spelling = text.slice(colon + 1).trim();
  if (word === '' || spelling === '' || /[/\s]/.test(word)) return undefined;
  const routed = litellm(`${word}/x`)?.registry;
  const host = catalog.host(word)?.id ?? (routed && hostOfRegistry(routed));
  const registry = REGISTRY_NAMES.has(word) ? (word as Registry) : routed;
  if (host === undefined && registry === undefined) return undefined;
  if (isWrittenName(catalog.resolve(text, 'ollama'))) return undefined;
  const own = ofOwnForm(spelling);
  return {
    spelling: own !== undefined && own.registry === registry ? own.spelling : spelling,
    ...(registry !== undefined && { registry }),
    ...(host !== undefined && { host }),
  };
}

/** A name whose form tells the service that has it, as code is read too. */
function ofOwnForm(text: string): (HostedName & { readonly registry: Registry }) | undefined {
  const name = text.trim();
  const path = ownPath(name);
  if (path?.certain === true)
    return placedIn(path.registry, path.id, path.isImage === true ? SELF : undefined);
  const id = bedrockId(name.toLowerCase());
  return id && placedIn('bedrock', name.slice(id.start, id.end));
}

function placedIn(
  registry: Registry,
  spelling: string,
  host = hostOfRegistry(registry),
): HostedName & { readonly registry: Registry } {
  return { spelling, registry, ...(host !== undefined && { host }) };
}

/** A name behind the provider that it is asked for at, as `azure/own-deployment`; `undefined` where the whole is listed as weights. */
export function routedName(catalog: Catalog, text: string): HostedName | undefined {
  const routed = litellm(text.trim());
  const host = routed && hostOfRegistry(routed.registry);
  if (routed === undefined || host === undefined || namesWeights(catalog.resolve(text))) return undefined;
  return { ...routed, host };
}

/** The host that a name is asked for at when only its registry, or nothing, is known. */
export function likelyHost(
  catalog: Catalog,
  spelling: string,
  { registry, found }: { readonly registry: Registry | undefined; readonly found: Resolution | undefined },
): string | undefined {
  if (registry !== undefined && registry !== 'other') return hostOfRegistry(registry);
  const routed = litellm(spelling.trim());
  if (routed !== undefined) return namesWeights(found) ? undefined : hostOfRegistry(routed.registry);
  const formed = ofOwnForm(spelling);
  if (formed !== undefined) return formed.host;
  const name = spelling.trim();
  const service = found === undefined ? registryOfForm(catalog, name) : registryOfMaker(catalog, found, name);
  const own = service && hostOfRegistry(service);
  return own && (ofSameOperator(catalog, own, name) ?? own);
}

/** The service whose own names have a form, also those that the catalog does not list; a known name that is misspelled is of none. */
function registryOfForm(catalog: Catalog, name: string): Registry | undefined {
  const registry = hostedRegistry(name);
  return registry === undefined || catalog.nearest(name, registry) !== undefined ? undefined : registry;
}

/** Several services may have a model under the same name: of a name alone, that of its maker is meant. */
function registryOfMaker(catalog: Catalog, { record, registry }: Resolution, name: string): Registry {
  const isMakers = (one: Registry): boolean => {
    const operator = catalog.host(hostOfRegistry(one) ?? '')?.operator ?? null;
    return operator !== null && operator === record.publisher;
  };
  if (hostOfRegistry(registry) === undefined || isMakers(registry)) return registry;
  const others = REGISTRIES.filter((one) => isMakers(one) && catalog.isWritten(name, one));
  return others[0] ?? registry;
}

/** `mistralai/` before a name is the provider of a call, and the owner of a repository: what is listed as weights is these. */
function namesWeights(found: Resolution | undefined): boolean {
  return found !== undefined && isWrittenName(found) && hostOfRegistry(found.registry) === undefined;
}

/** Google and others run several hosts: of a name alone, the one whose calendar has it is meant. */
function ofSameOperator(catalog: Catalog, own: string, name: string): string | undefined {
  const operator = catalog.host(own)?.operator;
  if (operator === undefined || operator === null || catalog.service(own, name) !== undefined)
    return undefined;
  return catalog.hosts.find(
    (host) => host.operator === operator && catalog.service(host.id, name) !== undefined,
  )?.id;
}

/** Whether a host is somebody else's. */
export function isService(host: string | null | undefined): host is string {
  return host !== undefined && host !== null && host !== SELF;
}
