import { hostedRegistry } from '../../../registries/names/hosted';
import {
  LIBRARIES,
  listsMakers,
  OWN_PROTOCOL,
  RENAMES_OTHERS,
  resells,
  resellsOnlyWeights,
  SERVES_OTHERS,
} from '../../../registries/tables';
import { type Registry, SELF } from '../../../vocabulary';
import { hostOfWords, type HostEvidence } from '../../beside';
import { hostOfRegistry, isService, registryOfHost } from '../../host';
import { registryOfKey } from '../../intent';
import { keyWords } from '../../signatures/keys';
import type { Place } from '../place';
import { hostIn } from './namesAround';

/** Which host may have a name: its maker, a cloud that spells it otherwise, or one that sells models of others. */

/** Whether the host of an address further off may have a name, which a server of the project's own may pass on. */
export function mayBeAsked(host: string, place: Place): boolean {
  return host === SELF || !isService(place.registry) || sellsNames(host, place);
}

/** Whether a host is a service whose clients speak a protocol of its own. */
export function hasOwnProtocol(host: string): boolean {
  const registry = registryOfHost(host);
  return registry !== undefined && OWN_PROTOCOL.has(registry);
}

/** Whether a host is a known service that may have the name. */
export function isSeller(host: string, place: Place): boolean {
  return !/[.:]/.test(host) && mayHaveName(host, place);
}

/** Whether a host's names may begin with the makers of the models: those of makers and of clouds do not. */
export function sellsByMaker(host: string): boolean {
  const registry = registryOfHost(host);
  return host !== SELF && !isMakersHost(host) && !(registry && RENAMES_OTHERS.has(registry));
}

/** Whether a host sells the names of another registry. */
export function sells(host: string, registry: Registry): boolean {
  const seller = registryOfHost(host);
  return seller !== undefined && resells(seller, registry);
}

/**
 * Whether a name of a service is asked for at a host: its own, or one that it sells with weights or without. One whose
 * names nobody spells may have any name, if it is no maker's.
 */
export function mayHaveName(
  host: string,
  { isApiOnly, registry }: Pick<Place, 'isApiOnly' | 'registry'>,
): boolean {
  const seller = registryOfHost(host);
  if (seller === undefined) return host !== SELF && !isMakersHost(host);
  if (seller === registry) return true;
  return resells(seller, registry) && !(isApiOnly && resellsOnlyWeights(seller, registry));
}

/**
 * A host that is a service and may have the model, under whatever name: others sell only models with weights, only
 * those of some makers, or their own.
 */
export function sellsNames(host: string, place: Place): boolean {
  const seller = registryOfHost(host);
  if (
    host === SELF ||
    isMakersHost(host) ||
    (seller !== undefined && !place.hasWeights && listsMakers(seller))
  )
    return mayHaveName(host, place);
  return true;
}

/**
 * Whether a maker's service, which answers with models of its own alone, cannot have what a name says: the model of
 * another publisher, or a repository of an owner that the Hub has. Whoever speaks the protocol of the name's own
 * service may map its names on its own models: `ANTHROPIC_BASE_URL` for `claude-…`.
 * @param key of the address, where that is written under one
 */
export function isNeverAt(
  { host, said }: Pick<HostEvidence, 'host' | 'said'>,
  place: Place,
  key = '',
): boolean {
  const { match, registry, knowledge } = place;
  const { hosts } = knowledge;
  const maker = isMakersHost(host) && match.isAlias !== true ? hosts.onlyMaker(host) : undefined;
  if (maker === undefined || hosts.naming(match.id).includes(host)) return false;
  const own = hostOfRegistry(registry) ?? '';
  const speaksForIt = isService(registry) && (own === hostOfWords(key, hosts) || said.includes(`/${own}`));
  return !speaksForIt && isOfOtherPublisher(place, { host, maker });
}

function isOfOtherPublisher(
  { match: { id }, registry, knowledge }: Place,
  { host, maker }: { readonly host: string; readonly maker: string },
): boolean {
  const publisher = (knowledge.resolve(id, registry) ?? knowledge.resolve(id))?.record.publisher;
  if (publisher !== undefined && publisher !== null) return publisher !== maker;
  const [owner = '', name] = id.split('/');
  const isOfHub = registry === 'huggingface' && name !== undefined && knowledge.knowsOwner(owner);
  return isOfHub && knowledge.hosts.ofProvider(owner) !== host;
}

/** Whether a provider that is said beside a name may be asked for it. */
export function asks(place: Place, { host }: HostEvidence): boolean {
  return !isMakerOfSold(host, place) && !isOfOtherMaker(host, place);
}

/**
 * A word for a maker is a provider only for names of services: weights of Mistral are loaded. It is none for a name
 * that a cloud alone has.
 */
export function isMaker(word: string, place: Pick<Place, 'registry' | 'match' | 'knowledge'>): boolean {
  const { registry, knowledge } = place;
  const host = hostIn(word, knowledge.hosts) ?? '';
  if (isMakerOfSold(host, place) || (host === SELF && isLibrarysName(word, registry))) return true;
  // `s2-pro` is what Fish Audio's service calls the model whose weights are `fishaudio/s2-pro`: a name with its owner
  // is that of the weights.
  const { id } = place.match;
  if (!id.includes('/') && knowledge.hosts.naming(id).includes(host)) return false;
  return (registry === 'huggingface' || registry === 'local') && MAKERS.has(host) && !SERVICE_NAME.test(word);
}

/** `WHISPER_MODEL=whisper-1`: no server of the library that a word names has a service's model. */
function isLibrarysName(word: string, registry: Registry): boolean {
  const named = registryOfKey(keyWords(word)[0] ?? '');
  return named !== undefined && LIBRARIES.has(named) && isService(registry);
}

/**
 * The host is only the maker's, for a name of the form that another service alone has, which sells its models:
 * `ANTHROPIC_MODEL=us.anthropic.claude-sonnet-4-5-20250929-v1:0` is a name of Bedrock, `claude-sonnet-4-5@20250929` of
 * Vertex AI.
 */
function isMakerOfSold(host: string, place: Pick<Place, 'registry' | 'match'>): boolean {
  return isOfCloudForm(place) && isMakersHost(host);
}

/** A name of the form that a cloud alone has, which sells the models of others. */
export function isOfCloudForm({
  registry,
  match: { id, evidence },
}: Pick<Place, 'registry' | 'match'>): boolean {
  const isOwnForm =
    evidence === `form:${registry}` ||
    /^(?:path|scheme):/.test(evidence) ||
    hostedRegistry(id) === registry ||
    id.includes('@');
  return isOwnForm && RENAMES_OTHERS.has(registry);
}

/**
 * Makers that serve nothing but their own models: `"provider": "anthropic", "fallback": "gpt-4"`,
 * `_writer = new("gpt-5")`.
 */
function isOfOtherMaker(host: string, place: Pick<Place, 'registry' | 'match'>): boolean {
  const { registry } = place;
  const maker = registryOfHost(host);
  // A cloud that sells the maker's models was only spoken of.
  const isOfSeller = maker !== undefined && resells(registry, maker) && !isOfCloudForm(place);
  return (
    maker !== registry &&
    !isOfSeller &&
    host !== 'openai' &&
    isMakersHost(host) &&
    (maker === undefined || !SERVES_OTHERS.has(maker)) &&
    isService(registry)
  );
}

/** What makers call their services, and never their weights. */
const SERVICE_NAME =
  /dash_?scope|bailian|tongyi|model_?studio|qianfan|hunyuan_?api|la_?plateforme|ai_?studio/i;

const MAKERS: ReadonlySet<string> = new Set(
  (
    'mistral deepseek cohere google nvidia alibaba huggingface stability jina zhipu minimax upstage ' +
    'amazon reka openai moonshot 01ai baichuan tencent baidu stepfun xai writer luma elevenlabs assemblyai ' +
    'deepgram sakana inception iflytek sarvam aleph-alpha ai21 voyage poolside xiaomi cartesia fish-audio gladia ' +
    'hume inworld lmnt murf playht resemble rime soniox speechmatics'
  ).split(' '),
);

/** Whether a host is the service of a maker, also of one that publishes no weights. */
export function isMakersHost(host: string): boolean {
  return MAKERS.has(host) || host === 'anthropic';
}
