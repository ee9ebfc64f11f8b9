import { hostedRegistry } from '../../../registries/names/hosted';
import { SELF } from '../../../vocabulary';
import { hostOfWords, type HostEvidence } from '../../beside';
import { hostOfRegistry, isService } from '../../host';
import { isVariable, keyWords } from '../../signatures/keys';
import { nearestKey } from '../../site';
import { FURTHEST, hasItsModel, isKin, stemOf, textOf, type Part } from '../../surroundings';
import { textAround } from '../../../text/pieces';
import { matchesOf } from '../../../text/matches';
import { keyBefore, keysAround } from '../otherThings';
import type { Place } from '../place';
import { hostIn, namesAround } from './namesAround';
import { prefixHost } from './prefixHost';
import { hasOwnProtocol, isMakersHost, isOfCloudForm, isSeller, sells, sellsByMaker } from './sellers';

/**
 * Addresses among settings that are for something else than a name: another purpose, provider, model, server or
 * route, as their keys say.
 */

/** Words of keys that say what a model does. */
export const PURPOSE =
  /^(?:re-?rank\w*|embed\w*|tts|stt|asr|speech|voice|whisper|transcri\w*|vision|image|ocr|clip|moderation|guard)$/;
/** Nothing for it: https://docs.anthropic.com/en/docs/build-with-claude/embeddings */
const NO_CHAT = /^(?:re-?rank\w*|embed\w*|tts|stt|asr|speech|voice|whisper|transcri\w*|image)$/;
const NO_PURPOSE = /^(?:default|models?|llm|ai|name|id|my|app|the|main)$/;

/**
 * `RERANK_URL` beside `GROQ_MODEL`: the address is for a model that does something else, which its key says and the
 * name's does not, whose own key says whose or what for it is.
 */
export function isForOtherPurpose({ site, knowledge }: Place, address: HostEvidence): boolean {
  const own = keyWords(nearestKey(site));
  if (own[0] === undefined || NO_PURPOSE.test(own[0])) return false;
  const words = keyWords(knowledge.evidence.keyOf(address));
  if (words[0] === 'anthropic' && own.some((word) => NO_CHAT.test(word))) return true;
  return !words.includes(own[0]) && words.some((word) => PURPOSE.test(word) && !own.includes(word));
}

/**
 * Those of addresses that are for what the key of a name says it does: `EMBEDDING_URL` for `EMBEDDING_MODEL`, and for
 * `LLM_MODEL` one that says nothing of it.
 */
export function ofSamePurpose(
  { site, knowledge }: Place,
  addresses: readonly HostEvidence[],
): readonly HostEvidence[] | undefined {
  const purposesOf = (key: string): readonly string[] => keyWords(key).filter((word) => PURPOSE.test(word));
  const own = purposesOf(nearestKey(site));
  const same = addresses.filter((address) => {
    const its = purposesOf(knowledge.evidence.keyOf(address));
    return own.length === 0 ? its.length === 0 : own.some((word) => its.includes(word));
  });
  return same.length > 0 ? same : undefined;
}

/** Words of variables that say nothing of what a model or an address is for. */
const OF_ANY =
  /^(?:llm|ai|api|models?|inference|base|default|server|chat|service|app|my|gateway|proxy|main)$/;

/**
 * `SUMMARY_BASE_URL` beside `DEPTH_MODEL`, both variables: the address is for what its name says, which is neither a
 * provider nor any model. So is that of a host which nobody knows, `ldap_host` beside `embedding_model`, for weights.
 */
export function isOfOtherStem(place: Place, address: HostEvidence): boolean {
  const { site, knowledge } = place;
  const key = nearestKey(site);
  const name = knowledge.evidence.keyOf(address);
  const areVariables = isVariable(key) && isVariable(name);
  if (!areVariables && !(mayRunHere(place) && isOfNobodyKnown(address))) return false;
  const tells = (word: string): boolean =>
    word !== '' && !OF_ANY.test(word) && knowledge.hosts.ofProvider(word) === undefined && word !== 'openai';
  const [stem] = stemOf(name).split(' ').filter(tells);
  const own = keyWords(key).filter(
    (word) => word !== 'model' && word !== 'name' && word !== 'id' && tells(word),
  );
  if (stem === undefined || own.includes(stem)) return false;
  return (areVariables && own.length > 0) || isOfUnknown(place, address);
}

/** Weights, which run here where no address is theirs; a service's name is asked for, perhaps through any address. */
function mayRunHere({ registry }: Place): boolean {
  return !isService(registry);
}

/** A host that the catalog does not have, `ldap.example.com`: each that it has is told by a word. */
function isOfNobodyKnown({ host }: HostEvidence): boolean {
  return host.includes('.');
}

/**
 * `KEYCLOAK_BASE_URL` or `MEDIA_BASE_URL` beside `LLM_MODEL`: the key of an address says a word that is neither a
 * provider nor for any model, and the address is neither a known service's nor one that models are asked at.
 */
function isOfUnknown(place: Place, address: HostEvidence): boolean {
  const words = stemOf(place.knowledge.evidence.keyOf(address)).split(' ');
  return (
    !isSeller(address.host, place) &&
    !OF_GATEWAY.test(words.join(' ')) &&
    !words.some((word) => PURPOSE.test(word) || isItsWord(word, place, address)) &&
    !OF_MODELS.test(address.said) &&
    !MODEL_PATH.test(address.said) &&
    !address.said.split(/[^A-Za-z]+/).some((word) => PURPOSE.test(word))
  );
}

/** The path that interfaces for models have: that of OpenAI's. */
const MODEL_PATH = /\/(?:v\d|openai|chat|completions|embeddings|generate)(?:\/|$)/;

/**
 * `AZURE_ENDPOINT` beside `OPENAI_MODEL`, where each of the two has a key of its own, `OPENAI_API_KEY` and
 * `AZURE_API_KEY`: the program may ask either. A server of the user's own, `OLLAMA_URL` or `PAPERLESS_URL`, needs none.
 */
export function isOfOtherProvider(place: Place, address: HostEvidence, own: Part): boolean {
  const { evidence, hosts } = place.knowledge;
  const key = nearestKey(place.site);
  const name = evidence.keyOf(address);
  const host = hostOfWords(key, hosts);
  const [word = ''] = keyWords(key);
  if (host === undefined || host === address.host || keyWords(name).includes(word)) return false;
  const other = hostOfWords(name, hosts);
  const isOther = other !== undefined && other !== host;
  // OpenAI's models and weights may be asked for at a cloud; what another seller's key names is asked for there, and
  // at its maker what its key and its form say alike.
  if (isOther && (!isMakersHost(host) || isOfItsMaker(host, place))) return true;
  const secrets = new Set(evidence.inPart('secrets', own).map((secret) => secret.host));
  if (!secrets.has(host)) return false;
  if (address.host !== SELF) return isOther && secrets.has(other);
  return isServersAlone(name, place);
}

/** Whether a name is a maker's that is not OpenAI, as that one's service spells it and no cloud. */
function isOfItsMaker(host: string, place: Place): boolean {
  const made = hostedRegistry(place.match.id);
  return host !== 'openai' && made !== undefined && hostOfRegistry(made) === host && !isOfCloudForm(place);
}

/** Whether a variable for the address of a server of the user's own is for no service's model. */
function isServersAlone(name: string, { registry }: Place): boolean {
  return isService(registry) && isVariable(name) && !OF_GATEWAY.test(stemOf(name));
}

/** Stems of variables whose address may be anybody's model: `LITELLM_BASE_URL`, `BASE_URL`. */
const OF_GATEWAY = /^$|(?<!\bv)llm|gateway|proxy|router|model|inference|(?:^| )(?:ai|chat|one|new)(?: |$)/;

/** A variable for a model, by its name. */
const MODEL_VARIABLE = /(?<![\w-])([A-Z][A-Z\d_]{0,60}_MODEL(?:_NAME|_ID)?)["']?\s{0,4}[:=]/g;

/**
 * `VLLM_BASE_URL` and `VLLM_MODEL` beside `SUMMARY_MODEL`: a server of the user's own whose model has a variable of its
 * own is asked for that one, and not for a service's name in another variable.
 */
export function isOfOtherModel(
  { text, site, registry, knowledge }: Place,
  address: HostEvidence,
  own: Part,
): boolean {
  const key = nearestKey(site);
  const name = knowledge.evidence.keyOf(address);
  if (address.host !== SELF || !isService(registry) || !isVariable(key) || !isVariable(name)) return false;
  const stem = stemOf(name);
  const [word = ''] = stem.split(' ');
  if (OF_GATEWAY.test(stem) || stemOf(key) === '' || keyWords(key).includes(word)) return false;
  return [...matchesOf(textOf(text, own), MODEL_VARIABLE)].some(([, other = '']) => stemOf(other) === stem);
}

/** A provider that a setting names, alone on its line: `LLM_PROVIDER: anthropic`. */
const PROVIDER_LINE = new RegExp(
  String.raw`^[ \t]{0,80}(?:(?:-|export|ENV)[ \t]{1,4})?["']?([A-Za-z][\w-]{0,60}?)[-_]?` +
    String.raw`(?:provider|vendor|platform)["']?[ \t]{0,20}[:=][ \t]{0,20}["']?([A-Za-z][\w.-]{1,40})["']?` +
    String.raw`,?[ \t]{0,40}(?:#.*)?$`,
  'gim',
);

/**
 * `OPENAI_API_BASE` beside `LLM_PROVIDER: anthropic` and `LLM_MODEL`: the provider of the model's own pair of settings
 * is asked, and not whoever speaks the protocol of another. OpenAI's settings may well be for a service whose protocol
 * is OpenAI's: `LLM_PROVIDER: azure`.
 */
export function isOfOtherPair({ text, site, knowledge }: Place, address: HostEvidence, own: Part): boolean {
  const { evidence, hosts } = knowledge;
  const stem = stemOf(nearestKey(site));
  const name = evidence.keyOf(address);
  const other = hostOfWords(name, hosts);
  if (stem === '' || other === undefined || stemOf(name) === stem) return false;
  return [...matchesOf(textOf(text, own), PROVIDER_LINE)].some(([, key = '', word = '']) => {
    const host = stemOf(`${key}_model`) === stem ? hosts.ofProvider(word) : undefined;
    const isOther = host !== undefined && host !== other && host !== address.host;
    return isOther && (other !== 'openai' || hasOwnProtocol(host));
  });
}

/** Keys of what an agent may use beside its model. */
const TOOLS = /^(?:actions?|tools?|functions?|plugins?|skills?|connectors?|webhooks?)$/i;

/** Keys of what models may be asked at, and such addresses: they are no tool's, wherever they stand. */
const ASKS_MODELS =
  /llm|chat|openai|gpt|model|inference|completion|provider|embed|base|endpoint|(?<![a-z])ai(?![a-z])/i;
const ADDRESS_OF_MODELS = new RegExp(
  String.raw`^\w+:\/\/[^/]*(?:llm|openai|gpt|model|inference|(?<![a-z])ai[.-])|` +
    String.raw`\/(?:v\d\w{0,8}|completions|responses|messages|embeddings)\/?$`,
  'i',
);

/** Whether an address stands in a mapping of tools beside a name: `"actions": { "query": { "url": "…" } }`. */
export function isOfTool(place: Place, address: HostEvidence): boolean {
  const { host, said } = address;
  if ((host !== SELF && !host.includes('.')) || ADDRESS_OF_MODELS.test(said)) return false;
  const keys = keysAround(place, address);
  const tools = keys.findIndex((key) => TOOLS.test(key));
  const inner = [place.knowledge.evidence.wholeKeyOf(address), ...keys.slice(0, tools)];
  return tools !== -1 && !inner.some((key) => ASKS_MODELS.test(key));
}

/** The models that Open WebUI loads, unless an engine is set: see env-configuration of its docs. */
const OF_OPEN_WEBUI = /^RAG_(?:EMBEDDING|RERANKING)_MODEL$/;
/** The key of a model for documents that is of the Hub. */
const HUB_DOCUMENTS = /^(?:HF|HUGGING_?FACE)_[A-Z\d_]*(?:EMBED|RERANK)[A-Z\d_]*$/;
const ITS_CHAT = /^OPENAI_API_BASE_URLS?$/;
const ITS_ENGINE = /\bRAG_(?:EMBEDDING|RERANKING)_ENGINE["']?\s{0,4}[:=]\s{0,4}["']?\w/;

/** The key of a setting that may be for a model. */
const MODEL_SETTING = /(?<![\w-])([A-Z][A-Z\d_]{0,60}MODEL(?:_(?:ID|NAME))?)(?=["']?\s{0,8}[:=])/g;

/**
 * `HF_EMBEDDING_MODEL` beside `LLM_BASE_URL` and its `LLM_MODEL`, or `RAG_EMBEDDING_MODEL` of Open WebUI beside the
 * address for chat: the program loads it from the Hub, whoever is asked to chat.
 */
export function isLoadedInPlace(
  { text, start, end, site, registry, knowledge }: Place,
  address: HostEvidence,
  own: Part,
): boolean {
  const key = nearestKey(site);
  if (site.where !== 'config' || registry !== 'huggingface' || address.host === SELF) return false;
  const name = knowledge.evidence.keyOf(address);
  if (OF_OPEN_WEBUI.test(key)) return ITS_CHAT.test(name) && !ITS_ENGINE.test(textOf(text, own));
  if (!HUB_DOCUMENTS.test(key) || /hf|hugging|inference/i.test(name)) return false;
  const near = textAround(text, start, end, FURTHEST);
  return hasItsModel(
    name,
    Array.from(matchesOf(near, MODEL_SETTING), ([, other = '']) => ({ key: other })),
  );
}

/**
 * Azure's service for OpenAI's models. It calls deployments, each by one segment of a path, which no repository of the
 * Hub is: https://learn.microsoft.com/azure/ai-foundry/openai/reference. Azure's other services take other names.
 */
const OF_DEPLOYMENTS = /\.openai\.azure\.(?:com|us|cn)(?![\w.-])/i;
/** Keys of an address of that service which is not written out. */
const KEY_OF_DEPLOYMENTS = /azure[-_.]?open[-_]?ai|^azure[-_]?endpoint$/i;
/** Words of keys that say that a name is for that service. */
const OF_AZURE = /azure|deploy|open-?ai/i;
const FOR_SERVICE = new RegExp(String.raw`${OF_AZURE.source}|gpt|llm|chat|engine`, 'i');

/**
 * `EMBEDDING_MODEL=BAAI/bge-m3` beside `AZURE_OPENAI_ENDPOINT`: weights of the Hub for a purpose that the address is
 * not for, as both keys say. The service has no deployment of such a name, so somebody else runs them.
 */
export function isNoDeployment(place: Place, address: HostEvidence): boolean {
  const { site, registry, hasWeights, match, knowledge } = place;
  if (address.host !== 'azure' || registry !== 'huggingface' || !hasWeights || !match.id.includes('/'))
    return false;
  const name = knowledge.evidence.keyOf(address);
  const isWritten = /[/.]/.test(address.said);
  const isOfDeployments = isWritten ? OF_DEPLOYMENTS.test(address.said) : KEY_OF_DEPLOYMENTS.test(name);
  if (!isOfDeployments) return false;
  const key = nearestKey(site);
  if (FOR_SERVICE.test(key) || site.parents.some((parent) => OF_AZURE.test(parent))) return false;
  const purposes = keyWords(key).filter((word) => PURPOSE.test(word));
  return purposes.length > 0 && !keyWords(name).some((word) => purposes.includes(word));
}

/** Keys of the model of one client, which gets its address beside. */
export const OF_CLIENT = /^model(?:[-_]?(?:name|id))?$/i;
/** Words in an address, or in the name of a section, that say that models are asked there. */
const OF_MODELS = /(?<!v)llm|openai|gpt|inference|model|(?<![a-z])ai(?![a-z])|completions?$/i;
/** Words of keys of addresses of models that name nobody. */
const OF_NOBODY =
  /^(?:openai|custom|remote|provider|compatible|relay|forward|external|private|completions?)$/;

/**
 * `github_api_url`, `backend_url` or `ollama_host` among settings, beside `chat_model: gpt-4o`: what nobody has weights
 * of is asked for at no address whose key has a word of its own, which is neither the model's nor a seller's of it.
 */
function isOfElse(place: Place, address: HostEvidence): boolean {
  const { site, isApiOnly, knowledge } = place;
  if (!isApiOnly || isSeller(address.host, place) || isGivenWith(place, address)) return false;
  const stem = stemOf(knowledge.evidence.keyOf(address));
  const words = stem.split(' ');
  const own = keyWords(nearestKey(site));
  const isTold = words.every((word) => own.includes(word) || OF_ANY.test(word));
  if (isTold || OF_GATEWAY.test(stem) || words.some((word) => isItsWord(word, place, address))) return false;
  return hostOfWords(`${stem} key`, knowledge.hosts) !== undefined || !OF_MODELS.test(address.said);
}

/**
 * Whether a word in the key of an address is for a model: one of its name, or of a service that has it. An address that
 * such a service has for something else says its word too: `https://api.github.com`.
 */
function isItsWord(word: string, place: Place, { said }: HostEvidence): boolean {
  const { match, knowledge } = place;
  if (OF_NOBODY.test(word) || (word.length > 2 && match.id.toLowerCase().includes(word))) return true;
  return isSeller(knowledge.hosts.ofProvider(word) ?? SELF, place) && !said.toLowerCase().includes(word);
}

/** Whether an address is given to a client together with a name: in the same brackets, or in a section for models. */
function isGivenWith({ site, start, knowledge: { brackets } }: Place, { at }: HostEvidence): boolean {
  if (!OF_CLIENT.test(site.key) || isVariable(site.key)) return false;
  const [open] = brackets.around(start);
  return open === undefined ? OF_MODELS.test(site.parents[0] ?? '') : open.at < at && at < open.close;
}

/** Whether a name may be asked at an address by their keys: one of them says nothing, or both say the same. */
function isKinKey(key: string, ofAddress: string): boolean {
  const [own, its] = [stemOf(key), stemOf(ofAddress)];
  return own === '' || its === '' || isKin(own, its);
}

/**
 * `VLLM_BASE_URL` beside `OPENAI_MODEL` or `bedrock_model_id`: the key of the address says whose it is, and the name
 * and its key agree on another service. So it is where nobody has weights of the name, `REASONER_MODEL: o1-mini`.
 */
export function isOfOtherServer(place: Place, address: HostEvidence): boolean {
  const { registry, knowledge } = place;
  const own = isService(registry) ? hostOfRegistry(registry) : null;
  if (own === null || own === address.host) return false;
  if ((address.host !== SELF && isOfCloudForm(place)) || isOfElse(place, address)) return true;
  const { evidence, hosts } = knowledge;
  const name = evidence.keyOf(address);
  const said = hostOfWords(name, hosts) ?? hosts.ofProvider(holderOf(address, place));
  if (said === undefined || said === own) return false;
  return isNoneOfOwn(place, said, name) || agreeOn(own, place, said, name);
}

/**
 * The key of an address says a server that runs weights, and the name's own key another. The name has no weights, or is
 * one that a service alone has: `CHAT_MODEL: mistral-small-2506` beside `VLLM_URL`.
 */
function isNoneOfOwn(place: Place, said: string, name: string): boolean {
  if (said !== SELF) return false;
  const key = nearestKey(place.site);
  if (isOfService(place)) return keyWords(key).includes('chat') || !isKinKey(key, name);
  return place.isApiOnly && !isKinKey(place.site.key, name);
}

/** The month of a model, or that it is the newest: names of services end so, those of weights in libraries do not. */
const EDITION = /-(?:\d{4}|latest|chat|reasoner)$/;

function isOfService({ match: { id }, registry }: Place): boolean {
  return EDITION.test(id) && hostedRegistry(id) === registry;
}

/** The name and its key agree on a service, which the key of the address does not say. */
function agreeOn(own: string, place: Place, said: string, name: string): boolean {
  const key = namesAround(place).find((word) => hostIn(word, place.knowledge.hosts) === own);
  if (key === undefined) return false;
  // Azure has OpenAI's models: whether it is asked, the keys beside it tell.
  return !keyWords(name).includes(keyWords(key)[0] ?? '') && !sells(said, place.registry);
}

/** A gateway that one runs oneself and whose names say who is asked: https://docs.litellm.ai/docs/simple_proxy */
const PASSES_ROUTES = /litellm/i;

/**
 * `OLLAMA_BASE_URL` beside `mistral/mistral-large-latest`: the key of the address says a server or service that calls
 * nothing by the names of its makers, and the route another one. A gateway of one's own passes the route on.
 */
export function isOfOtherRoute(place: Place, { host, said, at }: HostEvidence): boolean {
  const route = prefixHost(place)?.host;
  if (route === undefined || route === 'openai' || route === host || sellsByMaker(host)) return false;
  const { evidence, hosts } = place.knowledge;
  const key = evidence.keyOf({ at });
  if (host === SELF && (PASSES_ROUTES.test(key) || PASSES_ROUTES.test(said))) return true;
  const named = hostOfWords(key, hosts);
  return named !== undefined && named !== route;
}

/** The key of the mapping that an address is in and a place is not: `vllm` of `"vllm": { "baseUrl": … }`. */
function holderOf({ at }: HostEvidence, { text, start, knowledge: { brackets } }: Place): string {
  const [open] = brackets.open(at);
  return open === undefined || (open.at < start && start < open.close) ? '' : keyBefore(text, open.at);
}
