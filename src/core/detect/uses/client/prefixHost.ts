import { splitProvider } from '../../../registries/names/providerPath';
import { SERVES_OTHERS } from '../../../registries/tables';
import type { Registry } from '../../../vocabulary';
import type { HostEvidence } from '../../beside';
import { registryOfHost, splitHost, type Hosts } from '../../host';
import type { Intent } from '../../intent';
import { handedName } from '../../libraryRoute';
import type { Place } from '../place';
import { writtenAround } from './namesAround';
import { isMakersHost } from './sellers';

/** What a gateway or a library puts before a name. */
export function prefixHost(place: Place): HostEvidence | undefined {
  const { text, start, end, match, intent, knowledge } = place;
  const written = handedName(text.slice(start, end), knowledge);
  const path = splitProvider(written) ?? splitHost(written, knowledge.hosts);
  if (path === undefined || !mayHavePrefix(intent, match.registry, path.prefix, knowledge.hosts))
    return undefined;
  const { id, evidence } = match;
  const isGateway = intent.loader?.library === 'gateway';
  const isPrefix = `/${path.rest}`.endsWith(`/${id}`) || evidence.startsWith('provider:') || isGateway;
  if (!isPrefix || (id === written && !isGateway)) return undefined;
  const host = knowledge.hosts.ofProvider(path.prefix);
  return host === undefined ? undefined : writtenAround(host, path.prefix);
}

/** OpenRouter's own names begin with their makers, and a loader that is no gateway's gets no prefix. */
function mayHavePrefix({ loader, registry }: Intent, named: Registry, prefix: string, hosts: Hosts): boolean {
  const isAskedThere =
    registry === 'openrouter' ||
    (named === 'openrouter' && prefix.toLowerCase() !== named && !runsOthers(hosts.ofProvider(prefix)));
  return !isAskedThere && (loader === undefined || loader.library === 'gateway');
}

/** A host that runs the models of others, and makes none that they would be called after. */
function runsOthers(host: string | undefined): boolean {
  const registry = host === undefined || isMakersHost(host) ? undefined : registryOfHost(host);
  return registry !== undefined && registry !== 'openrouter' && SERVES_OTHERS.has(registry);
}
