import { hostOfRegistry, isService, registryOfHost } from '../host';
import { lastName } from '../intent';
import { isWrittenName } from '../../catalog/writtenName';
import type { Knowledge } from '../knowledge';
import { resells, resellsOnlyWeights } from '../../registries/tables';
import { calleeAround } from '../uses/client/callAround';
import type { Registry } from '../../vocabulary';
import type { Question } from './question';

/** The service whose client is called, or that the text speaks of before a name. */

/** The registry of the service that a host is, `other` where it has none, also at an address that nobody knows. */
export function serviceAt(host: string | undefined): Registry | undefined {
  if (host === undefined) return undefined;
  const registry = registryOfHost(host);
  return registry !== undefined && isService(registry) ? registry : 'other';
}

/**
 * The service whose client is called, or that the text speaks of before a name. What has no weights is only its
 * maker's there.
 */
export function serviceBeside(
  { value, at, site, knowledge }: Pick<Question, 'value' | 'at' | 'site' | 'knowledge'>,
  byForm: Registry,
): Registry | undefined {
  const callee = calleeAt(site, at, knowledge);
  const near = serviceOfRequest({ value, at, site, knowledge }, callee) ?? knowledge.serviceNear(at, callee);
  if (near !== byForm && byForm !== 'openai' && isKeyOf(byForm, at, knowledge)) return undefined;
  const isOnlyNear =
    near !== undefined && resellsOnlyWeights(near, byForm) && knowledge.clientOf(callee, at) === undefined;
  return isOnlyNear && isOfMakerAlone(value, byForm, near, knowledge) ? undefined : near;
}

/**
 * Whether a name is only its maker's service's: the model has no weights, or the other service, which runs weights of
 * many makers, has none of that name. `deepseek-chat` beside a key for Groq is DeepSeek's.
 */
function isOfMakerAlone(value: string, maker: Registry, other: Registry, knowledge: Knowledge): boolean {
  const own = knowledge.resolve(value, maker);
  if (own === undefined || own.via === 'family') return false;
  if (own.record.openness === 'api-only') return true;
  return isWrittenName(own) && !isWrittenName(knowledge.resolve(value, other));
}

/** The service of the client that makes the request of a value, or that a kernel is given with it. */
function serviceOfRequest(
  { value, at, site, knowledge }: Pick<Question, 'value' | 'at' | 'site' | 'knowledge'>,
  callee: string,
): Registry | undefined {
  const place = { start: at, end: at + value.length };
  const client = site.where === 'code' ? knowledge.hostOfClient(place) : undefined;
  return serviceAt(client?.host ?? knowledge.vendors.ofConnector(lastName(callee)));
}

/** The call that a value is given to, also as an entry of a mapping. */
export function calleeAt({ call, where }: Question['site'], start: number, knowledge: Knowledge): string {
  return call?.callee ?? (where === 'code' ? calleeAround({ text: knowledge.text, start, knowledge }) : '');
}

/** How far behind the key of a service a name that is asked for with it stands, in characters. */
const KEY_REACH = 400;

/** Whether the last key that is named before a place is a maker's own. */
function isKeyOf(maker: Registry, at: number, { evidence }: Knowledge): boolean {
  const host = evidence.before('secrets', at, KEY_REACH)?.host;
  return host !== undefined && host === hostOfRegistry(maker);
}

export function sells(service: Registry | undefined, maker: Registry): service is Registry {
  return service !== undefined && resells(service, maker);
}
