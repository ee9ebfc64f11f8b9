import { message, type Message } from '../../message';
import { perObject } from '../../once';
import { hostedRegistry } from '../../registries/names/hosted';
import { splitProvider } from '../../registries/names/providerPath';
import {
  LIBRARIES,
  listsMakers,
  OWN_PROTOCOL,
  RENAMES_OTHERS,
  resells,
  resellsOnlyWeights,
  SERVES_OTHERS,
} from '../../registries/tables';
import { type Registry, SELF } from '../../vocabulary';
import { hostOfWords, isRequestPath, type HostEvidence } from '../beside';
import { type Brackets, calleeBefore, callsBefore } from '../brackets';
import { ADDS, addressOfBody, COMMAND_END, MAY_GIVE_ADDRESS, requestAddress } from '../clients';
import { hostOfRegistry, isOwn, isService, registryOfHost, splitHost, type Hosts } from '../host';
import { atLeast, lastName, registryOfKey, type Intent } from '../intent';
import type { Knowledge } from '../knowledge';
import type { Match } from '../match';
import { isVariable, keyKind, keyWords } from '../signatures/keys';
import { nearestKey, type Site } from '../site';
import {
  FURTHEST,
  hasItsModel,
  holds,
  isKin,
  stemOf,
  textOf,
  type Part,
  type Surroundings,
} from '../surroundings';
import { escapeRegExp } from '../../text/escapeRegExp';
import { memoized } from '../../text/memo';
import { textAround, textBefore, textBehind } from '../../text/pieces';
import { covers, type TextRange } from '../../text/range';
import { matchesOf } from '../../text/matches';
import { addressBesideModel } from './besideModel';
import { namedByProvider, spelledAs } from './nameAlone';
import { isOfOtherThing, keyBefore, keysAround, ofItsThing } from './otherThings';
import { ownAddress } from './ownAddress';
import {
  mentioned,
  needing,
  servedBy,
  WITHOUT_LOADER,
  type Decision,
  type Needs,
  type Place,
  type Use,
} from './place';

/** An address that is written for the client, in the same call, mapping or request. */
export const byAddress: Decision = (place, around) => {
  if (isFile(place.match)) return byOwnServer(place, around);
  if (isOfPlainClient(place)) return undefined;
  const address = addressFor(place, around);
  if (address === undefined || isOfCloud(address, place)) return undefined;
  if (isFilledIn(address, place)) return mentioned(undefined, AT_RUN_TIME);
  return calledAt((address.host === SELF ? sellerBehind(place, around) : undefined) ?? address);
};

function addressFor(place: Place, around: () => Surroundings): HostEvidence | undefined {
  return (
    addressOfRequesting(place) ??
    addressOfCallee(place) ??
    (isOfAdded(place) ? undefined : (addressAround(place, around) ?? addressOfRequest(place))) ??
    addressOfSentBody(place) ??
    addressFilledWith(place)
  );
}

/**
 * `provider: watsonx` beside `api_base: http://localhost:8080`: a service that sells others' models by a protocol of
 * its own, which no server of weights speaks. What answers at the address passes the call on to it.
 */
function sellerBehind(place: Place, around: () => Surroundings): HostEvidence | undefined {
  return providersBeside(place, around).find(
    (one) =>
      isOfModel(one, place.text) &&
      hasOwnProtocol(one.host) &&
      !isMakersHost(one.host) &&
      sellsNames(one.host, place),
  );
}

/** Whether a provider is said for the model itself, and not for another job, as `guardrail_provider` is. */
function isOfModel({ at, end }: HostEvidence, text: string): boolean {
  const [before = ''] = KEY_BEFORE.exec(textBefore(text, at, LONGEST_SETTING)) ?? [];
  return MODELS_PROVIDER.test(before + text.slice(at, end));
}
const KEY_BEFORE = /[\w.-]{0,60}$/;
const MODELS_PROVIDER =
  /^(?:(?:custom[-_])?(?:llm|model)[-_.]?)?provider(?:[-_]?(?:name|id))?["'\x60]?\s{0,20}[:=]/i;

/** Whether a name is given with one of several services that are added to what is built: nothing around is its own. */
function isOfAdded({ text, start, site, knowledge: { brackets } }: Place): boolean {
  if (site.where !== 'code') return false;
  const call = brackets.around(start).find(({ mark }) => mark === '(');
  return call !== undefined && ADDS.test(textBefore(text, call.at, LONGEST_SETTING));
}

/** As Ollama and Docker's runner take a repository of the Hub: https://huggingface.co/docs/hub/ollama */
const OF_HUB = /^(?:hf\.co|huggingface\.co)\/[\w.-]+\/[\w.-]/;

/** A server of the project's own beside a repository of the Hub, `hf.co/owner/name`: it gets and runs that. */
function byOwnServer(place: Place, around: () => Surroundings): Use | undefined {
  if (!OF_HUB.test(place.text.slice(place.start, place.end))) return undefined;
  const address = addressAround(place, around);
  return address?.host === SELF ? calledAt(address) : undefined;
}

/** Words of an address that its reader replaces. */
const TO_REPLACE =
  /replace[-_]?(?:me|this|with)|[<{[]\s?your|\byour[-_]|[-_/.]your[-_.]|\bx{3,}\b|change[-_]?me/i;

/**
 * A deployment at a resource of Azure that the reader has to name: `https://REPLACE_ME.openai.azure.com`. Its name is
 * as made up, unless it is that of a model.
 */
function isFilledIn({ host, said }: HostEvidence, { match, knowledge }: Place): boolean {
  return host === 'azure' && TO_REPLACE.test(said) && knowledge.resolve(match.id) === undefined;
}

/**
 * Only the name of a variable speaks of the address, and the class of the client of somebody else's cloud; or it says
 * `openAiEndpoint` where the text speaks of Azure, whose service is called so as well.
 */
function isOfCloud({ said, host }: HostEvidence, place: Place): boolean {
  if (/[./:]/.test(said)) return false;
  return (
    (host === 'openai' && place.registry === 'azure') ||
    place.knowledge.vendors.isOfCloud(lastName(calleeOf(place)))
  );
}

/** The address of the client that makes the request which a name goes into, at once or by variables. */
function addressOfRequesting(place: Place): HostEvidence | undefined {
  if (place.site.where !== 'code' || isReplaced(place)) return undefined;
  const address = place.knowledge.requestClients.of(place);
  return address === undefined || isOfOtherRoute(place, address) ? undefined : address;
}

/** Whether the client that makes the request has no address, nor has its library: no other of the text is its. */
export function isOfPlainClient({ site, start, end, knowledge }: Place): boolean {
  if (site.where !== 'code') return false;
  const isPlain =
    knowledge.requestClients.isPlain({ start, end }) &&
    knowledge.clientAddresses.ofLibrary('openai', start) === undefined;
  return isPlain || clientOfRequest({ site, start, end, knowledge }) !== undefined;
}

/** The host of the client that makes the request which a name goes into, by the class of which that is made. */
function clientOfRequest({
  site,
  start,
  end,
  knowledge,
}: Pick<Place, 'site' | 'start' | 'end' | 'knowledge'>): ReturnType<Knowledge['hostOfClient']> {
  const client = site.where === 'code' ? knowledge.hostOfClient({ start, end }) : undefined;
  const isSet =
    client?.host === 'openai' && knowledge.clientAddresses.ofLibrary('openai', start) !== undefined;
  return isSet ? undefined : client;
}

/** The address that the called client was made with. */
function addressOfCallee(place: Place): HostEvidence | undefined {
  const callee = calleeOf(place);
  const address = callee === '' ? undefined : place.knowledge.clientAddresses.of(callee, place.start);
  return address === undefined || (isReplaced(place) && !place.text.includes(address.said))
    ? undefined
    : address;
}

/**
 * Whether a value is the default of a variable that the project's configuration sets, `process.env.LLM_MODEL ?? "…"`:
 * it is not asked at an address that the configuration has.
 */
export function isReplaced(place: Place): boolean {
  const variable = readBefore(place);
  return variable !== '' && place.knowledge.evidence.isSet(variable);
}

/**
 * The address of the request whose body a name stands in. Settings request nothing, their structure tells, and an
 * operand is its own command's.
 */
function addressOfRequest(place: Place): HostEvidence | undefined {
  return place.site.where === 'config' || place.site.operand !== undefined
    ? undefined
    : requestAddress(place.text, place.knowledge.evidence, place);
}

/** The address that a body is sent to which is made before. */
function addressOfSentBody({ text, site, start, end, knowledge }: Place): HostEvidence | undefined {
  const { evidence, brackets } = knowledge;
  const callee = site.call?.callee ?? '';
  return site.lexical === 'comment' || site.lexical === 'prose'
    ? undefined
    : addressOfBody(text, evidence, brackets, { start, end, callee });
}

/** The last address in the mapping or paragraph around, or in the chain of calls that a value is given in. */
function addressAround(place: Place, around: () => Surroundings): HostEvidence | undefined {
  const { site, knowledge } = place;
  const { evidence } = knowledge;
  // `OpenAI().chat.completions.create(…)`: a client that is made where it is called has no other's address.
  if (isOfOwnClient(place)) return evidenceInCall(place, 'addresses')[0];
  const own = evidence.isNear('addresses', place, FURTHEST) ? around().own : [];
  const written = ofOwnSettings(place, ofOneOrDirect(place, own))
    .filter(
      (one) => !isOfOtherClient(place, one) && !isForOtherPurpose(place, one) && !isOfOtherStem(place, one),
    )
    .filter((one) => !isOfOtherServer(place, one) && !isOfOtherRoute(place, one))
    .filter((one) => !isOfOtherProvider(place, one, own) && !isOfOtherModel(place, one, own))
    .filter(
      (one) => !isOfOtherPair(place, one, own) && !isOfTool(place, one) && !isLoadedInPlace(place, one, own),
    );
  if (written.length > 0) return (ofSamePurpose(place, written) ?? written).at(-1);
  const made = evidenceInCall(place, 'addresses')[0];
  if (made !== undefined) return made;
  const statement = site.where === 'code' ? statementOf(place) : undefined;
  if (statement === undefined) {
    const beside = addressBesideModel(place);
    return beside !== undefined && mayBeAsked(beside.host, place) ? beside : undefined;
  }
  return evidence
    .in('addresses', statement)
    .filter((one) => !isOfOtherServer(place, one) && !isOfOtherElement(place, one))
    .at(-1);
}

/** Whether the host of an address further off may have a name, which a server of the project's own may pass on. */
function mayBeAsked(host: string, place: Place): boolean {
  return host === SELF || !isService(place.registry) || sellsNames(host, place);
}

/**
 * Of the addresses of several providers in one mapping of settings, those whose keys begin as that of the model:
 * `siliconCloudHost` for `siliconCloudModel`, and for `model` the ones whose keys say no provider. A key that begins
 * with a provider which has no address there has none, but for OpenAI's name, which is that of a protocol too.
 */
function ofOwnSettings(
  { site, knowledge: { evidence, hosts } }: Place,
  addresses: readonly HostEvidence[],
): readonly HostEvidence[] {
  const stemAt = (one: HostEvidence): string => stemOf(evidence.keyOf(one));
  if (new Set(addresses.map(stemAt)).size < 2) return addresses;
  const own = stemOf(nearestKey(site));
  const same = addresses.filter((one) => own === stemAt(one) || own.startsWith(`${stemAt(one) || own} `));
  if (same.length > 0) return same;
  const host = hosts.ofProvider(own.split(' ', 1)[0] ?? '');
  const mayHaveAny = host === undefined || host === 'openai';
  return mayHaveAny || addresses.some((one) => one.host === host) ? addresses : [];
}

/** Whether a name is given to a client that is made where it is called, and is told everything there. */
function isOfOwnClient({ text, start, site, knowledge: { brackets } }: Place): boolean {
  if (site.where !== 'code' || site.call === undefined) return false;
  return plainClientBefore(text, brackets, start) !== undefined;
}

/**
 * `OpenAI()`, `Anthropic(api_key=key)`: the call that makes the client which is called around a place, given neither an
 * address nor a variable that may hold one.
 */
export function plainClientBefore(text: string, brackets: Brackets, at: number): string | undefined {
  return callsBefore(text, brackets, at)
    .map((call) => text.slice(call.start, call.end))
    .find((call) => PLAIN_CLIENT.test(call) && !MAY_GIVE_ADDRESS.test(call));
}

const PLAIN_CLIENT = new RegExp(
  String.raw`^(?:\w{1,60}(?:\.|::)){0,4}(?!New|Get|Create|Make|Build|With)[A-Z]\w{0,60}` +
    String.raw`\(\s{0,80}(?:\)?$|\{|["']|\w{1,40}\s?=)`,
);

/**
 * What the calls say of hosts whose results the calls around a name are made of, `OpenAI(base_url="…").chat…`, and the
 * options that the call is given for itself: `New(ctx, params, option.WithBaseURL("…"))`.
 */
function evidenceInCall(place: Place, kind: 'addresses' | 'providers'): readonly HostEvidence[] {
  const { text, start, site, knowledge } = place;
  const { brackets, evidence } = knowledge;
  if (site.where !== 'code' || !evidence.isNear(kind, place, FURTHEST)) return [];
  const call = brackets.around(start).find(({ mark }) => mark === '(');
  const isOption = ({ at, end }: HostEvidence): boolean =>
    OPTION.test(text.slice(at, end)) && brackets.open(end)[1]?.at === call?.at;
  const options =
    call === undefined ? [] : evidence.in(kind, brackets.contentOf(call, start)).filter(isOption);
  const before = evidence.inPart(kind, callsBefore(text, brackets, start));
  return [...options, ...before.filter((one) => !isOfOtherServer(place, one))];
}

/** An option of one request: https://github.com/openai/openai-go#request-options */
const OPTION = /^(?:\w{1,40}\.)?[Ww]ith\w/;

/** What may end a statement or an element: a comma, and a line that neither goes on nor is gone on with. */
const ENDS = /,|[^\s=(,.{:+\\|&]\s{0,40}\n(?=[ \t]*[^\s.?:)\]}&|+])/g;

/** The end of an arm of a `switch`, an element or a statement stands between an address and the chain of a name. */
function isOfOtherElement(
  { text, start, knowledge: { brackets } }: Place,
  { at, end }: HostEvidence,
): boolean {
  const open = brackets.around(start);
  const around = open[open.findIndex(({ mark }) => mark === '(') + 1];
  const from = Math.min(end, start);
  const between = text.slice(from, Math.max(at, start));
  return [...matchesOf(between, ENDS)].some(
    ({ 0: mark, index }) => brackets.open(from + index + mark.length - 1)[0]?.at === around?.at,
  );
}

/**
 * The addresses in a part; only its direct entries where the mappings in it have those of several hosts, as a table of
 * providers beside the name has them.
 */
function ofOneOrDirect({ knowledge: { evidence } }: Place, own: Part): readonly HostEvidence[] {
  const all = evidence.inPart('addresses', own);
  if (all.every(({ host }) => host === all[0]?.host)) return all;
  const direct = evidence.directIn('addresses', own);
  const nested = new Set(all.filter((one) => !direct.includes(one)).map(({ host }) => host));
  return nested.size > 1 ? direct : all;
}

/** Words of keys that say what a model does. */
const PURPOSE =
  /^(?:re-?rank\w*|embed\w*|tts|stt|asr|speech|voice|whisper|transcri\w*|vision|image|ocr|clip|moderation|guard)$/;
/** Nothing for it: https://docs.anthropic.com/en/docs/build-with-claude/embeddings */
const NO_CHAT = /^(?:re-?rank\w*|embed\w*|tts|stt|asr|speech|voice|whisper|transcri\w*|image)$/;
const NO_PURPOSE = /^(?:default|models?|llm|ai|name|id|my|app|the|main)$/;

/**
 * `RERANK_URL` beside `GROQ_MODEL`: the address is for a model that does something else, which its key says and the
 * name's does not, whose own key says whose or what for it is.
 */
function isForOtherPurpose({ site, knowledge }: Place, address: HostEvidence): boolean {
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
function ofSamePurpose(
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
 * provider nor any model.
 */
function isOfOtherStem(place: Place, address: HostEvidence): boolean {
  const { site, knowledge } = place;
  const key = nearestKey(site);
  const name = knowledge.evidence.keyOf(address);
  if (!isVariable(key) || !isVariable(name)) return false;
  const tells = (word: string): boolean =>
    word !== '' && !OF_ANY.test(word) && knowledge.hosts.ofProvider(word) === undefined && word !== 'openai';
  const [stem] = stemOf(name).split(' ').filter(tells);
  const own = keyWords(key).filter(
    (word) => word !== 'model' && word !== 'name' && word !== 'id' && tells(word),
  );
  if (stem === undefined || own.includes(stem)) return false;
  return own.length > 0 || isOfUnknown(place, address);
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
    !MODEL_PATH.test(address.said)
  );
}

/** The path that interfaces for models have: that of OpenAI's. */
const MODEL_PATH = /\/(?:v\d|openai|chat|completions|embeddings|generate)(?:\/|$)/;

/**
 * `AZURE_ENDPOINT` beside `OPENAI_MODEL`, where each of the two has a key of its own, `OPENAI_API_KEY` and
 * `AZURE_API_KEY`: the program may ask either. A server of the user's own, `OLLAMA_URL` or `PAPERLESS_URL`, needs none.
 */
function isOfOtherProvider(place: Place, address: HostEvidence, own: Part): boolean {
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
function isOfOtherModel(
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
function isOfOtherPair({ text, site, knowledge }: Place, address: HostEvidence, own: Part): boolean {
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
function isOfTool(place: Place, address: HostEvidence): boolean {
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
function isLoadedInPlace(
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

/** Whether a host is a service whose clients speak a protocol of its own. */
function hasOwnProtocol(host: string): boolean {
  const registry = registryOfHost(host);
  return registry !== undefined && OWN_PROTOCOL.has(registry);
}

/** Keys of the model of one client, which gets its address beside. */
const OF_CLIENT = /^model(?:[-_]?(?:name|id))?$/i;
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

/** Whether a host is a known service that may have the name. */
function isSeller(host: string, place: Place): boolean {
  return !/[.:]/.test(host) && mayHaveName(host, place);
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
function isOfOtherServer(place: Place, address: HostEvidence): boolean {
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
function isOfOtherRoute(place: Place, { host, said, at }: HostEvidence): boolean {
  const route = prefixHost(place)?.host;
  if (route === undefined || route === 'openai' || route === host || sellsByMaker(host)) return false;
  const { evidence, hosts } = place.knowledge;
  const key = evidence.keyOf({ at });
  if (host === SELF && (PASSES_ROUTES.test(key) || PASSES_ROUTES.test(said))) return true;
  const named = hostOfWords(key, hosts);
  return named !== undefined && named !== route;
}

/** Whether a host's names may begin with the makers of the models: those of makers and of clouds do not. */
function sellsByMaker(host: string): boolean {
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

/** The key of the mapping that an address is in and a place is not: `vllm` of `"vllm": { "baseUrl": … }`. */
function holderOf({ at }: HostEvidence, { text, start, knowledge: { brackets } }: Place): string {
  const [open] = brackets.open(at);
  return open === undefined || (open.at < start && start < open.close) ? '' : keyBefore(text, open.at);
}

/** The address of the client that gets the value of a field or variable. */
function addressFilledWith({ site, knowledge }: Place): HostEvidence | undefined {
  if (site.call !== undefined) return undefined;
  return site.where === 'code'
    ? knowledge.clientAddresses.filledWith(site.key)
    : knowledge.clientAddresses.sentWith(site.key);
}

/**
 * The address of another client in the lines around, which runs none of the maker's models without weights:
 * `groq = OpenAI(base_url=…)` before `model = "gpt-4o"`.
 */
function isOfOtherClient({ site, registry, isApiOnly }: Place, { host }: HostEvidence): boolean {
  const other = registryOfHost(host);
  return (
    site.where === 'code' &&
    site.call === undefined &&
    isApiOnly &&
    other !== undefined &&
    resellsOnlyWeights(other, registry)
  );
}

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
  if (client === undefined || client === 'local') return undefined;
  // Of Azure, which has OpenAI's names too, the text speaks elsewhere.
  return client === 'openai' && place.registry === 'azure'
    ? { role: 'calls', host: hostOfRegistry(client), why: [callOf(callee)] }
    : calledByClient(place, hostOfRegistry(client), around);
};

/** The host of the gateway whose client calls a model, and passes the call on: `Portkey(provider="openai")`. */
export function gatewayOf(place: Place): string | undefined {
  const { text, start, site, knowledge } = place;
  if (site.where !== 'code' || !knowledge.vendors.usesGateway()) return undefined;
  const made = callsBefore(text, knowledge.brackets, start).map((call) => text.slice(call.start, call.end));
  const callees = [calleeOf(place), ...made.map((call) => call.split('(', 1)[0] ?? '')];
  const address = callees
    .map((callee) => knowledge.vendors.gatewayOf(callee))
    .find((one) => one !== undefined);
  return address === undefined ? undefined : knowledge.hosts.at(address);
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

/** Why somebody is asked: the client that calls it. */
export const callOf = (callee: string): Message => message('{0} calls it', callee);

/** Whether the client that calls a model told who runs it. */
export function isToldByClient([first]: readonly Message[]): boolean {
  return first?.template === callOf('').template;
}

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

/** What a client does with a name: that of a server of the project's own has the weights loaded here. */
function askedBy(client: string, host: string | null): Use {
  return host === SELF
    ? { role: 'loads', host, why: [message('{0} loads it', client)] }
    : { role: 'calls', host, why: [callOf(client)] };
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

/** The providers that are said in the own mapping of a place, or to the client that is made where it is asked. */
function providersBeside(place: Place, around: () => Surroundings): readonly HostEvidence[] {
  const { evidence } = place.knowledge;
  if (!evidence.isNear('providers', place, FURTHEST)) return [];
  const beside = [...evidence.inPart('providers', around().own), ...evidenceInCall(place, 'providers')];
  return ofItsThing(place, beside);
}

/**
 * `groq/llama-3.3-70b`, `hosted_vllm/owner/name`: `openai/` says only which protocol is spoken, where an address is
 * given further out.
 */
export const byPrefix: Decision = (place, around) => {
  if (isFile(place.match)) return undefined;
  const prefix = prefixHost(place);
  const outer = addressFurtherOut(place, around);
  const said = prefix === undefined ? outer : askedByPrefix(place, prefix, { outer, around });
  if (said !== undefined) return calledAt(said);
  return atOpenBase(place, around) ?? (prefix && calledAt(prefix));
};

/** Who is asked for a name with a prefix, where that is not only the protocol that is spoken. */
function askedByPrefix(
  place: Place,
  prefix: HostEvidence,
  { outer, around }: { readonly outer: HostEvidence | undefined; readonly around: () => Surroundings },
): HostEvidence | undefined {
  if (outer !== undefined && isRouteAt(outer, prefix)) return outer;
  return (
    routerBeside(place, around) ??
    sellerNamed(place, prefix) ??
    sellerOfPrefix(place, prefix) ??
    outer ??
    addressOfOtherSeller(place, prefix)
  );
}

/** Whether a prefix is the way in which the seller or gateway at an address calls its models, after their makers. */
function isRouteAt({ host }: HostEvidence, prefix: HostEvidence): boolean {
  return sellsByMaker(host) && isMakersHost(prefix.host);
}

function addressFurtherOut(place: Place, around: () => Surroundings): HostEvidence | undefined {
  if (isProviderBeside(place, around) || isMadeByCall(place) || isOfPlainClient(place)) return undefined;
  if (isForOther(place)) return undefined;
  const outer = place.intent.loader === undefined ? outerAddress(place, around) : undefined;
  return outer ?? addressOfProtocolClient(place);
}

/** What is not for a client nearby, and no address of one is for it. */
export function isForOther(place: Place): boolean {
  return isOfOtherPackage(place) || getsWeights(place);
}

/** A constant of a package that has a client of its own, or loads weights. */
function isOfOtherPackage({ match, registry }: Place): boolean {
  return match.evidence === 'constant' && registry !== 'openai' && registry !== 'azure';
}

/** The first words of functions that get weights, as people call them: `load_llm`, `downloadModel`, `LoadWeights`. */
const GETS = new Set(['load', 'download', 'preload']);

/**
 * Whether a function from elsewhere is called by its own name to get the weights of what a hub has: one that the text
 * itself declares may only make a client.
 */
function getsWeights({ site, registry, isApiOnly, knowledge }: Place): boolean {
  const name = lastName(site.call?.callee ?? '');
  return (
    GETS.has(keyWords(name)[0] ?? '') &&
    !isService(registry) &&
    !isApiOnly &&
    !declaring(name).test(knowledge.text)
  );
}

/** `def load(`, `func (a *A) Load(`, `const load =`, and `Model load(String name) {` where types say it. */
const declaring = memoized(
  (name: string): RegExp =>
    new RegExp(
      String.raw`\b(?:def|function|func|fun|fn|const|let|var|val)\s+(?:\([^()]{0,80}\)\s{0,4})?` +
        String.raw`${escapeRegExp(name)}\b|[\w>\]]\s{1,4}${escapeRegExp(name)}\s{0,4}\([^()]{0,300}\)[\w\s,]{0,80}\{`,
    ),
);

/** What says to a client that the address it speaks to is one that the text does not write. */
const OPEN_BASE =
  /\b(?:api_?base|base_?ur[il])["']?\s{0,4}[:=]\s{0,4}(?!["'\x60]|(?:None|null|nil|undefined)\b)/i;

/**
 * `model: "openai/house-7b"` beside `api_base: url`: whoever speaks OpenAI's protocol there, which is likely OpenAI
 * where that has the name. `openai/gateway/gpt-4o` is asked for at some gateway, which likely has it from OpenAI: no
 * name of OpenAI's has a slash. Where a repository has what follows, that is what the protocol's service is asked for.
 */
function atOpenBase(place: Place, around: () => Surroundings): Use | undefined {
  const { text, start, end, registry, knowledge } = place;
  if (!text.startsWith('openai/', start)) return undefined;
  const name = text.slice(start + 'openai/'.length, end);
  if (name.includes('/') && !knowledge.knows(name, 'huggingface')) {
    const isOfOpenai = knowledge.knows(name.slice(name.lastIndexOf('/') + 1), 'openai');
    return { role: 'calls', host: isOfOpenai ? hostOfRegistry('openai') : null, why: [AT_RUN_TIME] };
  }
  if (!OPEN_BASE.test(textOf(text, around().own))) return undefined;
  return { role: 'calls', host: isService(registry) ? hostOfRegistry(registry) : null, why: [AT_RUN_TIME] };
}

/** `provider: requesty` beside `model: zai/glm-4.6`: a gateway is asked, which passes the call on to the prefix. */
function routerBeside(place: Place, around: () => Surroundings): HostEvidence | undefined {
  const { intent, knowledge } = place;
  return intent.loader === undefined
    ? providersBeside(place, around).find(({ host }) => knowledge.hosts.passesOn(host))
    : undefined;
}

/** Whoever sells what a prefix names, where that is more than the protocol that is spoken. */
function sellerOfPrefix(place: Place, prefix: HostEvidence): HostEvidence | undefined {
  return prefix.host === 'openai' ? undefined : (addressOfOtherSeller(place, prefix) ?? prefix);
}

/**
 * `GITHUB_MODELS_MODEL=openai/gpt-4o-mini`: a service that sells models under their makers' names is named by the
 * nearest name around which is a service's, and so the maker before the name is no provider.
 */
function sellerNamed(place: Place, prefix: HostEvidence): HostEvidence | undefined {
  const { hosts } = place.knowledge;
  if (place.intent.loader !== undefined) return undefined;
  for (const name of namesAround(place)) {
    const host = hostIn(name, hosts);
    if (host === undefined) continue;
    return sellsByMaker(host) && host !== prefix.host ? writtenAround(host, name) : undefined;
  }
  return undefined;
}

/**
 * `deepseek/deepseek-v3` where all clients of OpenAI's protocol that a text makes are given the address of another: so
 * that one spells what it sells.
 */
function addressOfOtherSeller(place: Place, prefix: HostEvidence): HostEvidence | undefined {
  const { site, intent, registry, knowledge } = place;
  if (site.where !== 'code' || intent.loader !== undefined || isOfPlainClient(place)) return undefined;
  const address = clientAddress(knowledge);
  return address !== undefined &&
    address.host !== SELF &&
    address.host !== prefix.host &&
    (!isMakersHost(address.host) || !isService(registry) || mayHaveName(address.host, place)) &&
    makesClient(knowledge)
    ? address
    : undefined;
}

/** Classes of clients that speak to whatever address they are given. */
const ANY_CLIENT = /\b(?:Async|Azure|Chat){0,2}(?:OpenAI|Anthropic)\s*\(/g;

/** How many clients a text makes that speak to whatever address they are given. */
export function clientsMade(text: string): number {
  return [...matchesOf(text, ANY_CLIENT)].length;
}

const MAKES_CLIENT = new RegExp(
  String.raw`\b(?:(?:Async|Azure|Chat){0,2}OpenAI\w{0,20}\s{0,4}(?:\(|\.(?:builder|factory)\(|::)|` +
    String.raw`ModelClient\(|ChatCompletionsClient\()`,
);

/** Whether a text makes a client of OpenAI's protocol. */
export const makesClient = perObject(({ text }: Knowledge): boolean => MAKES_CLIENT.test(text));

/** The only address that a text gives a client of OpenAI's protocol that it makes. */
function addressOfProtocolClient(place: Place): HostEvidence | undefined {
  return place.site.where === 'code' && place.knowledge.protocolClients.at(place.start) === 'openai'
    ? onlyAddress(place)
    : undefined;
}

/** A provider that the mapping, the names around it or the call say. */
export const byProvider: Decision = (place, around) => {
  if (isFile(place.match)) return undefined;
  const provider = providerOf(place, around);
  if (provider === undefined) return undefined;
  const azure = provider.host === 'openai' ? azureInstead(place) : undefined;
  if (azure !== undefined) return calledAt(azure);
  const key = nearestKey(place.site);
  // Where a repository is named, the Hub is where its weights come from.
  if (provider.host === 'huggingface' && REPOSITORY.test(key)) return undefined;
  // A tokenizer is a file of the Hub, whoever runs the model that it is for.
  if (provider.host !== SELF && place.registry === 'huggingface' && keyWords(key).includes('tokenizer'))
    return undefined;
  return (provider.host === SELF ? byServer(place, around) : undefined) ?? calledAt(provider);
};

/**
 * The address of Azure's service in settings that have no key for OpenAI's own: `AZURE_OPENAI_ENDPOINT` beside
 * `OPENAI_ASSISTANT_MODEL`.
 */
function azureInstead({ site, registry, knowledge }: Place): HostEvidence | undefined {
  return site.where === 'config' && registry === 'azure' && site.parents.length === 0
    ? onlyAzure(knowledge)
    : undefined;
}

const onlyAzure = perObject(({ evidence }: Knowledge): HostEvidence | undefined =>
  evidence.onlyHost('addresses') === 'azure' && evidence.all('secrets').every(({ host }) => host !== 'openai')
    ? evidence.all('addresses')[0]
    : undefined,
);

/** A provider whose address a user gives: `provider = Client.CustomOpenAI`, `provider: openai-compatible`. */
const OF_USER = new RegExp(
  String.raw`(?:provider|vendor|backend)(?:[-_]?(?:name|id|type))?["'\x60]?\s{0,8}(?::=|=>|[:=])\s{0,8}["'\x60]?` +
    String.raw`(?:\w{1,60}[.:]{1,2})?(?:custom(?:[-_]?(?:open-?ai|llm|api|endpoint|provider|service))?|` +
    String.raw`(?:open-?ai)?[-_]?compatible|open-?ai[-_]?like)(?![\w.-])`,
  'i',
);

/** What a setting is called that is for such a provider: `DEFAULT_CUSTOM_OPENAI_MODEL`, `openai_compatible: model:`. */
const FOR_OF_USER = /(?:^|[^a-z])custom[-_]?open-?ai|open-?ai[-_]?(?:compatible|compat|like)(?![a-z])/i;

/** The name of a service's model at a provider that a user gives an address: nobody knows who has the name there. */
export const byProviderOfUser: Decision = (place, around) => {
  const { registry, intent, match, site, knowledge } = place;
  if (!isService(registry) || intent.loader !== undefined || isFile(match)) return undefined;
  const isOfSetting =
    registry === 'openai' && [site.key, ...site.parents].some((key) => FOR_OF_USER.test(key));
  if (!isOfSetting && !mentionsUsersProvider(knowledge)) return undefined;
  return isOfSetting || OF_USER.test(textOf(place.text, around().own))
    ? { role: 'calls', host: null, why: [AT_RUN_TIME] }
    : undefined;
};

const mentionsUsersProvider = perObject(({ text }: Knowledge): boolean => OF_USER.test(text));

const REPOSITORY = new RegExp(
  String.raw`^(?:hf_?|hub_?)?(?:repo|repository|weights|checkpoint|artifact|snapshot|file)(?:_?(?:id|name|` +
    String.raw`path|file|sources?))?$`,
  'i',
);

/** The flag or argument of a program, or of a container, that serves the weights it is given. */
export const byServer: Decision = (place, around) => {
  const { site, registry, match } = place;
  if (isService(registry) || !isModelSetting(site) || isAtAddress(match)) return undefined;
  const server = serverBeside(place, around) ?? commandServer(place);
  return server && servedBy(server.said.slice(0, LONGEST_SAID));
};

const LONGEST_SAID = 60;

const SCHEME = /^(?!https?:)[a-z][a-z-]{0,16}:\/\//;

/**
 * The address of the weights that a resource of a serving operator runs: `url: hf://owner/name` beside
 * `engine: VLLM`.
 */
export const byOperator = needing({ words: ['://'] }, (place, around) => {
  const { text, site, start, knowledge } = place;
  const isResource = site.where === 'config' || knowledge.mentions('apiversion');
  if (!isResource || !SCHEME.test(textBehind(text, start, 20))) return undefined;
  const server = serverBeside(place, around);
  return server && servedBy(server.said.slice(0, LONGEST_SAID));
});

function serverBeside(place: Place, around: () => Surroundings): HostEvidence | undefined {
  const { evidence } = place.knowledge;
  if (!evidence.isNear('servers', place, FURTHEST)) return undefined;
  const { own, outer } = around();
  return [own, ...outer.slice(0, 3)].flatMap((part) => evidence.inPart('servers', part))[0];
}

/** Code that builds something, in lower case. */
const BUILT: Needs = { where: ['code'], loader: false, words: ['builder(', 'default(', 'new('] };

/**
 * A class whose name says the provider builds the client or model in the same statement:
 * `MistralAiChatModel.builder()`.
 */
export const byBuilder = needing(BUILT, (place) => {
  const { site, match, knowledge } = place;
  if (isFile(match)) return undefined;
  const name = site.call === undefined ? undefined : builderOf(place);
  const host = name === undefined ? undefined : knowledge.vendors.ofClass(name);
  return name === undefined || host === undefined ? undefined : builtBy(name, host, place);
});

/** The class that builds the client or model in the chain of calls that a value is given in. */
function builderOf(place: Place): string | undefined {
  const statement = statementOf(place);
  if (statement === undefined) return undefined;
  return [...matchesOf(place.text.slice(statement.start, place.start), BUILDER)].at(-1)?.[1];
}

/** What a client that a class builds for a host does with a name: OpenAI's also speaks to others. */
function builtBy(name: string, host: string, { registry }: Place): Use | undefined {
  if (host !== 'openai') return askedBy(name, host);
  const why = callOf(name);
  if (isService(registry))
    return { role: 'calls', host: resells(registry, host) ? host : hostOfRegistry(registry), why: [why] };
  return isOwn(registry) ? undefined : { role: 'calls', host: null, why: [why, AT_RUN_TIME] };
}

const BUILDER = /\b([A-Z][A-Za-z\d]{2,60})(?:\.|::)(?:builder|newBuilder|default|new)\(/g;

/**
 * A client of a protocol that several services speak, in a language whose clients are not told by their modules. What
 * another service calls so is asked for there; where the name is nobody's own, the address tells, which is not
 * written.
 */
export const byProtocolClient = needing({ where: ['code'] }, (place) => {
  const { intent, registry, match, knowledge } = place;
  if (isFile(match) || isOwn(registry) || !atLeast(intent, 'model')) return undefined;
  if (isToldByCall(place)) return undefined;
  if (isMadeByCall(place)) return { role: 'calls', host: 'openai', why: [callOf(calleeOf(place))] };
  const client = knowledge.protocolClients.at(place.start);
  if (client === undefined) return undefined;
  const address = onlyAddress(place);
  // Azure's client speaks to resources of Azure, whose addresses need not be written.
  const isOfOther = client === 'azure' && registryOfHost(address?.host ?? '') !== client;
  return address === undefined || isOfOther ? calledBy(client, place) : calledAt(address);
});

/**
 * Whether what gets a name tells whose it is: `.AddOpenAIChatCompletion("gpt-4o", key)` is of no other service that is
 * added beside it.
 */
function isToldByCall(place: Place): boolean {
  const { intent } = place;
  return (
    loadsOrCallsOthers(intent) || (intent.loader !== undefined && isOfAdded(place)) || getsWeights(place)
  );
}

/**
 * OpenAI's own client, made in the call with a name and a key, but no address: `new ChatClient("gpt-4o", key)`, also
 * where its type stands before the name that it is given, `ChatClient chat = new("gpt-4o", key)`.
 */
function isMadeByCall({ text, start, intent, registry, knowledge: { brackets } }: Place): boolean {
  const [made] = brackets.around(start);
  if (intent.loader?.registry !== 'openai' || registry !== 'openai' || made?.mark !== '(') return false;
  return (
    MADE_NEW.test(textBefore(text, made.at, LONGEST_SETTING)) &&
    !/ur[il]|base|endpoint|options|config/i.test(text.slice(made.at, made.close))
  );
}

const MADE_NEW = /\bnew(?:\s{1,4}[\w.]{1,80})?\s{0,4}$/;

/**
 * The address that a text gives its client where it gives one alone, in whatever statement: the client is made in one
 * function and asked in another, or by a configuration that is made first. None where the host would not have the name.
 */
function onlyAddress(place: Place): HostEvidence | undefined {
  const { isApiOnly, hasWeights, registry, knowledge } = place;
  const address = clientAddress(knowledge);
  if (address === undefined || isMadeInPlace(place, address) || isOfPlainClient(place)) return undefined;
  // A server of the project's own has weights: what has none is asked for by another client of the text, where there
  // is one.
  if (address.host === SELF) {
    const hasIt = !isOfCloudForm(place) && (hasWeights || !(isApiOnly || isService(registry)));
    return hasIt || knowledge.protocolClients.makesOneWith(address.at) ? address : undefined;
  }
  return mayRun(address, place) ? address : undefined;
}

/**
 * Whether a host may have a name: as its own, with its weights, or as one that it resells. One whose names nobody
 * spells has it where the text makes no other client.
 */
export function mayRun({ host, said }: HostEvidence, place: Place): boolean {
  const { isApiOnly, hasWeights, registry, knowledge } = place;
  if (!isService(registry) || (hasWeights && !isApiOnly && !isOfCloudForm(place))) return true;
  if (registryOfHost(host) !== undefined && mayHaveName(host, place)) return true;
  const isAsked = !host.includes('.') || isRequestPath(said);
  return isAsked && knowledge.protocolClients.makesOne() && sellsNames(host, place);
}

/** A client that the call makes which gets the name: `openai.New(openai.WithModel("…"))`. */
const MAKES = /(?:^|\.)New(?:LLM|Model|Client|ChatModel)?$/;

/** Whether a name is given to a client where that is made, and an address to another one. */
function isMadeInPlace({ text, start, knowledge: { brackets } }: Place, { at }: HostEvidence): boolean {
  const made = brackets.around(start).find((one) => one.mark === '(' && MAKES.test(calleeBefore(text, one)));
  return made !== undefined && (at < made.at || at > made.close);
}

/** The address of the one host that all clients of a text are given, told once a text. */
const clientAddress = perObject(({ text, evidence }: Knowledge): HostEvidence | undefined => {
  const [address, ...others] = clientsBases(text, evidence.all('addresses'));
  return others.every(({ host }) => host === address?.host) ? address : undefined;
});

/**
 * How the address of a client is called, whatever stands before it: `config.BaseURL`, `withBaseUri(`,
 * `with_api_base(`, `endpoint` where nothing else is.
 */
const CLIENT_BASE = /^(?:[\w.]*(?:base[-_]?(?:ur[il]|path)|api[-_]?base|uri[-_]?base)|endpoint)\b/i;

/** How it is called where only the name of the host is given, of a service that is known: `host: "api.groq.com"`. */
const CLIENT_HOST = /^(?:[\w.]*[._])?host\b/i;

/** Those of addresses that a client is given, by their keys. */
export function clientsBases(text: string, addresses: readonly HostEvidence[]): readonly HostEvidence[] {
  return addresses.filter((address) => isClientsBase(text, address));
}

/** Whether a place gives a client its address, by its key. */
export function isClientsBase(text: string, { at, end, host, said }: HostEvidence): boolean {
  const given = text.slice(at, end);
  if (CLIENT_BASE.test(given)) return true;
  return host !== SELF && !/[.:]/.test(host) && said.includes('.') && CLIENT_HOST.test(given);
}

/** Why somebody is asked: the text uses the package of a client before. */
const madeBefore = (client: string): Message => message('a client of {0} is made before it', client);

/** Whether only the package of a client that the text uses told who is asked. */
export function isToldByPackage([first]: readonly Message[]): boolean {
  return first?.template === madeBefore('').template;
}

/** The call is known, and no request to OpenAI's service. */
function loadsOrCallsOthers({ loader }: Intent): boolean {
  return loader !== undefined && (loader.role !== 'calls' || loader.registry !== 'openai');
}

/** Where a client of a protocol asks for a name: at its own service, unless the name is another service's. */
function calledBy(client: Registry, place: Place): Use | undefined {
  const { intent, registry, knowledge } = place;
  const why = madeBefore(client);
  if (!isService(registry))
    return client === 'openai' && !knowledge.protocolClients.isPlain()
      ? { role: 'calls', host: null, why: [why, AT_RUN_TIME] }
      : { role: 'calls', host: hostOfRegistry(client), why: [why] };
  if (registry === client || resells(client, registry) || resells(registry, client)) {
    const open = client === 'openai' && knowledge.protocolClients.isOpen() ? [AT_RUN_TIME] : [];
    return { role: 'calls', host: hostOfRegistry(client), why: [why, ...open] };
  }
  return (
    intent.loader && {
      role: 'calls',
      host: hostOfRegistry(registry),
      why: [spelledAs(registry)],
    }
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

/** Why nobody knows who runs a model: its client gets the address elsewhere. */
export const AT_RUN_TIME = message('the address of its client is not written here');

/** Whether nobody knows where a call goes: where its name is a service's, it need not go there. */
export function isAddressOpen(why: readonly Message[]): boolean {
  return why.some(({ template }) => template === AT_RUN_TIME.template);
}

/** A client of OpenAI's protocol that is given an address which is not written. */
function isChosenAtRunTime(place: Place, registry: Registry, around: () => Surroundings): boolean {
  const { text, knowledge } = place;
  if (registry !== 'openai') return false;
  if (knowledge.vendors.isGivenAddress(calleeOf(place), place.start)) return true;
  const { own } = around();
  const isWritten = isService(place.registry) && knowledge.evidence.inPart('addresses', own).length > 0;
  return !isWritten && /base_?url|api_?base|endpoint/i.test(textOf(text, own));
}

/** A user in an address may be a password, and a query may hold a key: no reason shows them. */
export function withoutSecrets(address: string): string {
  const [shown = ''] = address.split(/[?#]/, 1);
  return shown.replace(/^([a-z][a-z\d+.-]{0,20}:\/\/)?[^/?#\s]{0,500}@/i, '$1');
}

/** What an address or a provider says of a use. */
export function calledAt({ host, said, kind }: HostEvidence): Use {
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

export function calleeOf(place: Place): string {
  return place.site.call?.callee ?? calleeAround(place);
}

/** The name of the call whose argument, or a mapping in whose argument, a place is in. */
export function calleeAround({
  text,
  start,
  knowledge,
}: Pick<Place, 'text' | 'start' | 'knowledge'>): string {
  for (const bracket of knowledge.brackets.around(start).slice(0, 3)) {
    if (bracket.mark === '[') return '';
    if (bracket.mark === '(') return calleeBefore(text, bracket);
  }
  return '';
}

/** Keys and flags for the model of a server. */
function isModelSetting({ key, call, parents }: Site): boolean {
  if (call !== undefined) return false;
  const name = key === '' ? (parents[0] ?? '') : key;
  return (
    keyKind(name) === 'model' ||
    /^(?:args|command|cmd|value|storageuri|repo|uri|hf_model_id|entrypoint|path|--.*)$/i.test(name) ||
    keyWords(name).includes('model')
  );
}

/** The server program that the value of a flag is for: in the command before it. */
function commandServer({ text, start, site, knowledge }: Place): HostEvidence | undefined {
  if (!site.key.startsWith('-') && site.where !== 'cli') return undefined;
  const server = knowledge.evidence.before('servers', start, COMMAND_REACH);
  if (server === undefined || server.end > start) return undefined;
  const between = text.slice(server.end, start);
  if (!COMMAND_END.test(between)) return server;
  const isInList = text.slice(Math.max(0, start - COMMAND_REACH), server.at).includes('[');
  return isInList && !between.includes('[') ? server : undefined;
}

/** How far before a flag its program is looked for. */
const COMMAND_REACH = 500;
/**
 * A service stands in the own mapping or call: `provider: mistral`. `openai` may only say which protocol is spoken, but
 * in a call that gets a name without weights.
 */
function isProviderBeside(place: Place, around: () => Surroundings): boolean {
  const isOfProtocol = place.site.call === undefined || !place.isApiOnly;
  return providersBeside(place, around).some(
    ({ host }) => host !== SELF && !(host === 'openai' && isOfProtocol),
  );
}

function outerAddress(place: Place, around: () => Surroundings): HostEvidence | undefined {
  const { evidence, brackets } = place.knowledge;
  if (!evidence.isNear('addresses', place, FURTHEST)) return undefined;
  for (const part of around().outer) {
    // What a call beside gets is its own.
    const isGiven = ({ at }: HostEvidence): boolean =>
      brackets.around(at).some((one) => part.some((range) => covers(range, one.at)));
    const found = evidence
      .directIn('addresses', part)
      .filter((one) => !isGiven(one) && !isOfOtherServer(place, one))
      .at(-1);
    if (found !== undefined) return found;
    // Who is asked stands nearer than any address.
    if (evidence.directIn('providers', part).some(({ host }) => host !== SELF && host !== 'openai')) break;
  }
  return undefined;
}

/** What a gateway or a library puts before a name. */
function prefixHost(place: Place): HostEvidence | undefined {
  const { text, start, end, match, intent, knowledge } = place;
  const written = text.slice(start, end);
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

/** The provider that the mapping, the names around or the call say. */
function providerOf(place: Place, around: () => Surroundings): HostEvidence | undefined {
  const { intent, knowledge } = place;
  const { evidence, hosts } = knowledge;
  if (intent.loader !== undefined && intent.loader.library !== 'gateway') return undefined;
  const { own, outer } = evidence.isNear('providers', place, FURTHEST) ? around() : NOTHING;
  const isItsUse = (one: HostEvidence): boolean => asks(place, one) && !isOfOtherUse(place, one, own);
  const mayAsk = (one: HostEvidence): boolean => isItsUse(one) && !isOfOtherThing(place, one);
  const said = evidence.inPart('providers', own).filter(isItsUse);
  const beside = ofItsThing(place, said)[0] ?? firstArgument(place) ?? providerOfRequests(place);
  if (beside !== undefined) return beside;
  const word = providerNamed(place);
  if (word !== undefined) {
    const said = sellerAround(place, word) ?? writtenAround(hostIn(word, hosts) ?? '', word);
    if (said.host !== '' && mayAsk(said)) return said;
  }
  const isOthers = ({ at }: HostEvidence): boolean => isOfOtherCall(at, place);
  return outer
    .slice(0, 2)
    .flatMap((part) =>
      evidence.directIn('providers', part).filter((one) => mayAsk(one) && !isOthers(one)),
    )[0];
}

/** A setting that chooses who has a model, by its key and what the key begins with. */
const CHOOSES_PROVIDER = /(?<![\w-])(\w{2,60})_(?:provider|engine|vendor|platform|backend)["']?\s{0,4}[:=]/gi;

/**
 * `LLM_PROVIDER` beside `EMBEDDING_MODEL_PREF` and `EMBEDDING_ENGINE`, `WHISPER_PROVIDER` beside `LLM_MODEL`: the
 * provider of models that do something else, as the key says which chooses it.
 */
function isOfOtherUse({ site, knowledge: { evidence } }: Place, one: HostEvidence, own: Part): boolean {
  if (site.where !== 'config' || !holds(own, one.at)) return false;
  const purposesOf = (key: string): readonly string[] => keyWords(key).filter((word) => PURPOSE.test(word));
  const its = purposesOf(evidence.wholeKeyOf(one));
  const purposes = purposesOf(nearestKey(site));
  if (its.length > 0) return !its.some((word) => purposes.includes(word));
  return (
    purposes.length > 0 &&
    [...matchesOf(evidence.settingsOf(own), CHOOSES_PROVIDER)].some(([, other = '']) =>
      purposesOf(other).some((word) => purposes.includes(word)),
    )
  );
}

/** The provider that calls are told which get the variable of a name: `completion(model=MODEL, provider="…")`. */
function providerOfRequests(place: Place): HostEvidence | undefined {
  const said = place.site.where === 'code' ? place.knowledge.requestClients.providerOf(place) : undefined;
  return said !== undefined && asks(place, said) ? said : undefined;
}

/** Whether what is said at a place is an argument of another call in code. */
function isOfOtherCall(at: number, { site, start, knowledge: { brackets } }: Place): boolean {
  if (site.where !== 'code') return false;
  const [own] = brackets.open(at);
  return own?.mark === '(' && (start < own.at || start > own.close);
}

/** The nearest name around that says a provider, and not only who made the model. */
function providerNamed(place: Place): string | undefined {
  const { hosts } = place.knowledge;
  const word = namesAround(place).find(
    (name) => hostedRegistry(name) === undefined && hostIn(name, hosts) !== undefined,
  );
  return word === undefined || isMaker(word, place) || isFamilyOfTag(word, place) ? undefined : word;
}

/** `QWEN = "qwen2.5:7b"`: a maker's word that the name of weights in a local library begins with says the family. */
function isFamilyOfTag(word: string, { registry, match }: Place): boolean {
  return isOwn(registry) && match.id.toLowerCase().startsWith(keyWords(word)[0] ?? word);
}

/** The cloud whose section holds that of a maker whose models it sells: `vertex.ai.gemini`. */
function sellerAround(place: Place, maker: string): HostEvidence | undefined {
  const { hosts } = place.knowledge;
  const made = registryOfHost(hostIn(maker, hosts) ?? '');
  const names = namesAround(place);
  if (made === undefined || made === 'openai') return undefined;
  for (const name of names.slice(names.indexOf(maker) + 1)) {
    const host = hosts.ofProvider(name);
    if (host !== undefined && sells(host, made)) return writtenAround(host, name);
  }
  return undefined;
}

/** Whether a provider that is said beside a name may be asked for it. */
function asks(place: Place, { host }: HostEvidence): boolean {
  return !isMakerOfSold(host, place) && !isOfOtherMaker(host, place);
}

/**
 * A provider as the first argument of a call that gets the name as well, `LLMFactory.create("azure", model="…")`, or
 * right behind that: `CREATE MODEL('chat', 'gpt-4o', 'azure')` of Flock (https://dais-polymtl.github.io/flock/).
 */
const FIRST_ARGUMENT = /^\s*["'\x60:]([A-Za-z][\w-]{1,30})["'\x60]?\s*,/;

function firstArgument(place: Place): HostEvidence | undefined {
  const { registry, knowledge } = place;
  const words = [FIRST_ARGUMENT.exec(argumentsBefore(place))?.[1], argumentBehind(place)];
  const word = words.find((one = '') => knowledge.hosts.ofProvider(one) !== undefined) ?? '';
  const said = writtenAround(knowledge.hosts.ofProvider(word) ?? '', word);
  if (said.host === '' || isMaker(word, place) || !asks(place, said)) return undefined;
  return !isService(registry) || sellsNames(said.host, place) ? said : undefined;
}

/** The word that is the next argument of a statement which names a model for a provider. */
function argumentBehind({ text, start, end }: Place): string | undefined {
  if (!MAKES_MODEL.test(textBefore(text, start, LONGEST_SETTING))) return undefined;
  return (
    /^["']\s{0,8},\s{0,8}["']([A-Za-z][\w-]{1,30})["']/.exec(textBehind(text, end, LONGEST_SETTING))?.[1] ??
    ''
  );
}

const MAKES_MODEL = /\b(?:create|update)\s(?:global\s|local\s)?model\s?\([^()]{0,120}$/i;

/** The arguments of a call before a value that it gets; `''` where it is in none. */
function argumentsBefore({ text, start, site, knowledge: { brackets } }: Place): string {
  const [bracket] = site.where === 'code' && site.call !== undefined ? brackets.around(start) : [];
  return bracket?.mark === '(' ? text.slice(bracket.at + 1, start) : '';
}

/**
 * The setting that a value is the default of, or is set for, innermost first, then the names of the value and of the
 * mappings around it, also those in a name with points: `langchain4j.open-ai.chat-model`. One below another that
 * together are a provider are one: `azure.openai`.
 */
function namesAround(place: Place): readonly string[] {
  const {
    site: { key, parents },
    knowledge: { hosts },
  } = place;
  const before = [settingBefore(place), setBefore(place)];
  const names = [...before, key, ...parents].flatMap((name) => name.split('.').reverse());
  return names.map((name, level) => {
    const outer = names[level + 1] ?? '';
    if (name === 'gateway' && PROVIDER_OPTIONS.test(outer)) return AI_GATEWAY;
    const whole = `${outer}-${name}`;
    const isOne = [whole, outer, name].every((word) => hosts.ofProvider(word) !== undefined);
    return isOne ? whole : name;
  });
}

/** Options that the AI SDK has for its own gateway: https://ai-sdk.dev/providers/ai-sdk-providers/ai-gateway */
const PROVIDER_OPTIONS = /^provider_?options$/i;
const AI_GATEWAY = 'vercel';

/**
 * What is read or set right before a value: `process.env.GITHUB_MODELS_MODEL ?? "`, `getenv("AZURE_MODEL") ?: '`,
 * `var("GROQ_MODEL").unwrap_or_else(|_| "`, `update_option('shop_azure_voice_model', '`.
 */
const SETTING_BEFORE = new RegExp(
  String.raw`(?:(?<![\w.:/-])([A-Za-z_][\w.:-]{2,80})["'\x60]?\s?[)\]]{0,2}\s{0,20}` +
    String.raw`(?:(?:\?\?|\|\||\?:|\bor\b)\s{0,20}|\.(?:unwrap_or|orElse|getOrElse|or_else)\w{0,12}[({]\s?` +
    String.raw`(?:\|\w?\|\s?)?(?:String::from\()?)|` +
    String.raw`\(\s{0,20}["'\x60]([A-Za-z_][\w.:-]{2,80})["'\x60],\s{0,20})["'\x60]$`,
);
const LONGEST_SETTING = 200;

function nameBefore({ text, start, site }: Place): string {
  if (site.where !== 'code') return '';
  const [, read, name = read ?? ''] = SETTING_BEFORE.exec(textBefore(text, start, LONGEST_SETTING)) ?? [];
  return name;
}

/** What a call sets to a value, by its name: `setCartesiaModel('`, `client.set_cartesia_model("`. */
const SET_BEFORE = /(?<![A-Za-z\d])set_?([A-Za-z]\w{2,60})\(\s{0,20}["'\x60]$/;

function setBefore({ text, start, site }: Place): string {
  if (site.where !== 'code') return '';
  return SET_BEFORE.exec(textBefore(text, start, LONGEST_SETTING))?.[1] ?? '';
}

/** The variable of the environment among them. */
function readBefore(place: Place): string {
  const name = nameBefore(place).split(/[.:]+/).at(-1) ?? '';
  return isVariable(name) ? name : '';
}

/**
 * The part of that setting which says a host, perhaps behind a word for the program, where that is another than the one
 * whose name the value is; else `''`.
 */
function settingBefore(place: Place): string {
  const {
    registry,
    knowledge: { hosts },
  } = place;
  const parts = nameBefore(place).split(/[.:]+/).reverse();
  const words = parts.map((part) =>
    hostIn(part, hosts) === undefined ? part.replace(/^[a-z\d]+[_-]|^[a-z]+(?=[A-Z])/i, '') : part,
  );
  const own = hostOfRegistry(registry);
  // `self.model or "…"`: the word is the object's.
  return words.find((word) => hosts.ofProvider(word) !== SELF && (hostIn(word, hosts) ?? own) !== own) ?? '';
}

const NOTHING: Surroundings = { own: [], outer: [] };

/** A provider that a name around or in a value says. */
export function writtenAround(host: string, said: string): HostEvidence {
  return { host, said, kind: 'provider', at: 0, end: 0 };
}

/** Whoever speaks the protocol of the one that a name begins with: `openai-compatible`, `openAiLike`. */
const OF_PROTOCOL = /[a-z][-_.]?(?:compat(?:ible|ibility)?|(?<=i[-_.]?)like)(?![a-z])/i;

/** A header of Envoy AI Gateway, which is none of xAI: `x-ai-eg-model`. */
const OF_ENVOY = /^x-ai-eg-/i;

/**
 * The host that a name is a word for, or begins with one. OpenAI itself has no deployments: `openAiDeploymentName` is
 * a setting for Azure's service.
 */
function hostIn(name: string, hosts: Hosts): string | undefined {
  if (OF_PROTOCOL.test(name) || OF_ENVOY.test(name)) return undefined;
  const host = hosts.ofProvider(name) ?? hostOfWords(name, hosts);
  return host === 'openai' && keyWords(name).includes('deployment') ? 'azure' : host;
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

/** The chain of calls that a value is given in: `Model.builder().baseUrl("…").modelName("…")`. */
function statementOf({ text, start, end }: Place): TextRange | undefined {
  const low = Math.max(0, start - 600);
  const before = text.slice(low, start);
  const line = before.slice(before.lastIndexOf('\n') + 1);
  const called = CALLED_BEHIND.exec(before);
  if (
    !/^\s*\.|\)\s{0,40}[.?]\w{1,80}\s{0,40}\($/.test(line) &&
    !/\)\s{0,80}\??\.\w{1,80}\(["'`]?$/.test(before) &&
    called === null
  )
    return undefined;
  const head = called === null ? before : before.slice(0, called.index);
  const blank = [...matchesOf(head, BLANK_LINE)].at(-1)?.index ?? -1;
  const from = Math.max(head.lastIndexOf(';'), head.lastIndexOf('{'), blank);
  const behind = textBehind(text, end, 400).split(/;|\n[ \t]*\r?\n/, 1)[0] ?? '';
  return { start: low + from + 1, end: end + behind.length };
}

/** `OpenAI(base_url="…").chat.completions.create(model="…`, and the same with an object. */
const CALLED_BEHIND = /\)(?:\s{0,40}\??\.\w{1,80}){1,6}\(\{?[^(){};]{0,200}$/;
const BLANK_LINE = /\n[ \t]*\r?\n/g;
