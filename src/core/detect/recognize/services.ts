import { isAmongFallbacks } from '../askedLists';
import { hostOfRegistry, isOwn, isService, registryOfHost, splitHost } from '../host';
import type { Loader } from '../signatures/loaders';
import { atLeast, evidenceOr, type Intent, lastName, meaningOf, registryOfKey } from '../intent';
import { perObject } from '../../once';
import type { ModelRecord } from '../../catalog/records';
import { isWrittenName } from '../../catalog/writtenName';
import type { Knowledge } from '../knowledge';
import { whole, type Match } from '../match';
import { bedrockId, isOwnersArn } from '../../registries/bedrock/ids';
import { isModelLike, likenessOf } from '../../registries/names/families';
import { hostedRegistry, isShortHosted, registryOfStart, speaksOf } from '../../registries/names/hosted';
import { isAnyScriptName, mayBeLabel } from '../../registries/names/anyScript';
import { hasFileEnding, hubId, isPathLike, isPlaceholder } from '../../registries/names/hubId';
import { isLibraryName, isOllamaLike, ollamaName } from '../../registries/names/ollama';
import {
  ownPath,
  providerRegistry,
  splitProvider,
  type ProviderName,
} from '../../registries/names/providerPath';
import {
  DEPLOYMENT_ENTRIES,
  FETCHED_BY_SERVER,
  HUBS,
  OWNER_PREFIXES,
  resells,
  resellsOnlyWeights,
  TAKES_HUB_IDS,
} from '../../registries/tables';
import { hasBedrockVersion, servedName, type ServedName } from '../../registries/names/served';
import { behindTier } from '../../registries/other/tier';
import { ROUTES } from '../../registries/spelling/routes';
import { without } from '../../registries/spelling/rule';
import { isOfTypes } from '../requests';
import { calleeAround, plainClientBefore } from '../uses/client/callAround';
import { keyWords } from '../signatures/keys';
import { makesModel, makesSpeech } from '../signatures/providers';
import type { Registry } from '../../vocabulary';
import { nearestKey } from '../site';
import { lineBefore } from '../surroundings';
import { IN_WORD } from '../../text/charClass';
import { LANGUAGE_TAG } from '../../text/languageTag';
import { matchesOf } from '../../text/matches';
import { textBefore, textBehind } from '../../text/pieces';
import { plainName } from '../../text/plainName';
import { isAskedOfService } from './ollama';
import { isPlainWord, isWordAtGateway } from './plainWords';
import { providersBeside } from './providerBeside';
import type { Question } from './question';
import { sellerAround } from './sellerAround';

/** Paths of a form that one service alone has. */
export function servicePath(question: Question): Match | undefined {
  const { value, intent } = question;
  const path = ownPath(value) ?? imagePath(question);
  if (path === undefined || (intent.excluded && path.isAnywhere !== true) || isPlaceholder(value))
    return undefined;
  if (!path.certain && !atLeast(intent, 'value') && likenessOf(path.id).family === '') return undefined;
  return {
    ...whole(value, path.registry, path.id, `path:${path.registry}`),
    start: path.start ?? 0,
    confidence: 'high',
  };
}

/** Where images of containers that are models are kept. */
const IMAGES_AT = 'nvcr.io';

/** Such an image whose registry stands elsewhere: `registry: nvcr.io` beside `repository: nim/owner/name`. */
function imagePath({ value, site, knowledge }: Question): ReturnType<typeof ownPath> {
  if (!value.startsWith('nim/') || !knowledge.mentions(IMAGES_AT)) return undefined;
  // `NIM_MODEL=nim/owner/name`: a gateway asks NVIDIA's service for what it is called with.
  if (site.call !== undefined || keyWords(site.key).includes('model')) return undefined;
  const path = ownPath(`${IMAGES_AT}/${value}`);
  return path && { ...path, start: (path.start ?? 0) - IMAGES_AT.length - 1 };
}

/** What an account made at Bedrock, where a model has to stand: which one it runs is not in its name. */
export function ownersArn({ value, intent }: Question): Match | undefined {
  return !intent.excluded && atLeast(intent, 'model') && isOwnersArn(value)
    ? whole(value, 'bedrock', value, 'form:bedrock')
    : undefined;
}

export function bedrock({ value, intent, site, knowledge }: Question): Match | undefined {
  if (intent.excluded) return undefined;
  const found = bedrockId(value);
  if (found === undefined || (isLookedFor(site) && !value.includes(':') && !knowledge.knows(value)))
    return undefined;
  return {
    ...found,
    registry: 'bedrock',
    id: value.slice(found.start, found.end),
    evidence: 'form:bedrock',
    confidence: 'high',
  };
}

/**
 * `openai/gpt-4o`, `groq/llama-3.3-70b-versatile`, `openai:chat:gpt-4o-mini`: a gateway's name for another service's
 * model.
 */
export function gateway(question: Question): Match | undefined {
  const { value, intent, knowledge } = question;
  const path = providerPath(question);
  if (path === undefined) return undefined;
  if (isTaggedBehind(path)) return whole(value, 'ollama', path.rest, evidenceOr(intent, 'provider:openai'));
  if (!path.rest.includes('/') && isIdOfHub(question)) return undefined;
  const rest = afterEndpoint(behindSeller(path, knowledge));
  if (intent.excluded && !isServiceName(rest)) return undefined;
  if (isOwnersId(question, path, rest) || !isNamedBy(question, path, rest)) return undefined;
  const unrouted = without(rest, ROUTES);
  const { name, provider } = servedApart(unrouted, hostedRegistry(unrouted), knowledge);
  const around = sellerAround(question);
  // OpenRouter puts makers before a slash: what a colon follows says who is asked.
  const isMaker = value.charAt(path.prefix.length) === '/';
  const registry = provider ?? registryOf(path.registry, rest, isMaker ? around : undefined);
  const id = isRouteListed(value, registry, knowledge) ? behindOpenrouter(value) : name;
  return whole(value, registry, id, evidenceOr(intent, `provider:${path.prefix}`));
}

/** Whether OpenRouter has ended the route of a name apart from others: `deepseek/deepseek-r1:free`. */
function isRouteListed(value: string, registry: Registry, knowledge: Knowledge): boolean {
  const name = behindOpenrouter(value);
  return (
    registry === 'openrouter' && without(name, ROUTES) !== name && knowledge.isOwnName(name, 'openrouter')
  );
}

function behindOpenrouter(value: string): string {
  return value.replace(/^openrouter\//, '');
}

/** A name without what says how it is served. `-fast` of `grok-4-fast` does not: its maker has a model of that name. */
function servedApart(value: string, maker: Registry | undefined, knowledge: Knowledge): ServedName {
  const served = servedName(value);
  const isOwn =
    served.name !== value &&
    served.provider === undefined &&
    maker !== undefined &&
    knowledge.isOwnName(value, maker);
  return isOwn ? { name: value } : served;
}

/** `openai/llama3.2:3b` at an address of Ollama: the prefix says the protocol, and services have no tags. */
function isTaggedBehind({ prefix, rest }: ProviderName): boolean {
  return prefix === 'openai' && rest.includes(':') && isOllamaLike(rest);
}

/** Whether the Hub has `owner/name`, whoever else is called like its owner, and the place takes ids of the Hub. */
function isIdOfHub({ value, intent, knowledge }: Question): boolean {
  return (
    (intent.registry === undefined || intent.registry === 'huggingface') && isRepository(value, knowledge)
  );
}

/** Whether a name is one on the Hub, and not only what gateways call a model that nobody has weights of. */
function isRepository(value: string, knowledge: Knowledge): boolean {
  return knowledge.knows(value, 'huggingface') && !isOnlyServed(value, 'huggingface', knowledge);
}

function isOnlyServed(name: string, registry: Registry, knowledge: Knowledge): boolean {
  return knowledge.resolve(name, registry)?.record.openness === 'api-only';
}

/**
 * `nvidia/x`: the prefix is an owner on the Hub, and what follows no name of the owner's service, or wanted as an id.
 */
function isOwnersId(
  { value, intent, knowledge }: Question,
  { prefix, registry }: ProviderName,
  rest: string,
): boolean {
  if (!isOwner(prefix, value) || rest.includes('/') || isAnyScriptName(rest)) return false;
  const isService = isServiceName(rest) || isOnlyServed(rest, registry, knowledge);
  return !isService || takesOwners(intent, registry) || isWeights(rest);
}

/** Keys of ids on the Hub, whatever their owners are called: `huggingface: moonshot/kimi-k2.5`. */
const HUB_KEY = /^(?:hf|hugging_?face)(?:_?(?:id|repo|repo_?id|model|model_?id|name|path))?$/i;

/**
 * The parts of a gateway's name. `codestral:22b` is none where Ollama is asked: what stands behind the colon is a
 * tag.
 */
function providerPath({ value, intent, site, knowledge }: Question): ProviderName | undefined {
  if (
    (intent.excluded && site.key !== 'uses') ||
    HUB_KEY.test(site.key) ||
    value.includes('://') ||
    isPlaceholder(value) ||
    hasFileEnding(value)
  )
    return undefined;
  const path = splitProvider(value) ?? hostPath(value, knowledge);
  if (path === undefined || isConstant(path.rest)) return undefined;
  return intent.registry === 'ollama' && isBeforeTag(value, path) ? undefined : path;
}

/** Whether a colon stands behind what is no word of Ollama's own. */
function isBeforeTag(value: string, { prefix, registry }: ProviderName): boolean {
  return value.charAt(prefix.length) === ':' && registry !== 'ollama';
}

/** Behind the owner and the name of a model of Replicate: https://replicate.com/docs/topics/models/versions */
const REPLICATE_VERSION = /:[\da-f]{64}$/;

/** `scaleway/qwen3.6-27b`: the word of a host that no owner on the Hub or elsewhere has, and a name behind it. */
function hostPath(value: string, knowledge: Knowledge): ProviderName | undefined {
  const path = splitHost(value, knowledge.hosts);
  const isOwned =
    path === undefined ||
    REPLICATE_VERSION.test(value) ||
    knowledge.knowsOwner(path.prefix) ||
    knowledge.knows(value.split(':', 1)[0] ?? '');
  return isOwned ? undefined : { ...path, registry: 'other' };
}

/** `fast:gpt-4o-mini`: a name that a program gives a model, and the model. */
export function aliased({ value, intent }: Question): Match | undefined {
  const prefix = /^[a-z][\w-]{0,30}:/i.exec(value)?.[0].length ?? 0;
  const name = value.slice(prefix);
  if (prefix === 0 || intent.excluded || !name.includes('-') || value.startsWith('ft:')) return undefined;
  const registry = hostedRegistry(name);
  return (
    registry && {
      start: prefix,
      end: value.length,
      registry,
      id: name,
      evidence: intent.evidence === '' ? 'form:alias' : intent.evidence,
    }
  );
}

/** What tells that a router's own word stands before the name of a model. */
export const OF_ROUTER = 'form:router';

/**
 * `cc/claude-haiku-4-5`, `auto/gpt-4o-mini`: a word that no owner on the Hub is called by, before a model that nobody
 * has weights of. A router of the user's passes the call on.
 */
export function routed({ value, intent, knowledge }: Question): Match | undefined {
  const [, prefix = '', name = ''] = (isForName(intent) ? ROUTED.exec(value) : null) ?? [];
  const registry = hostedRegistry(name);
  if (registry === undefined || isShortHosted(name)) return undefined;
  if (isOwnerOf(registry, prefix, knowledge) || knowledge.knows(value, 'huggingface')) return undefined;
  const isApiOnly = knowledge.resolve(name, registry)?.record.openness === 'api-only';
  return isApiOnly ? whole(value, registry, name, OF_ROUTER) : undefined;
}

/**
 * `Pro/Qwen/Qwen2.5-7B-Instruct`: the tier that a service sells an id of the Hub under, and that id, which the catalog
 * has or which stands where a model has to.
 */
export function tiered({ value, intent, knowledge }: Question): Match | undefined {
  const id = isForName(intent) ? behindTier(value) : undefined;
  if (id === undefined) return undefined;
  const isMeant = atLeast(intent, 'model') && isModelLike(id.slice(id.indexOf('/') + 1));
  return isMeant || knowledge.knows(id, 'huggingface')
    ? whole(value, 'other', value, evidenceOr(intent, 'form:tier'))
    : undefined;
}

/** Whether a place may name a model, and no loader gets it. */
function isForName(intent: Intent): boolean {
  return !intent.excluded && intent.loader === undefined && atLeast(intent, 'value');
}

const ROUTED = /^([\w.-]{1,40})\/([^/]+)$/;

/** Whether the Hub has an owner of this name, or it is that of the service's maker: `mistral-ai`. */
function isOwnerOf(registry: Registry, prefix: string, knowledge: Knowledge): boolean {
  return plainName(prefix).includes(registry) || knowledge.knowsOwner(prefix);
}

/** `provider::LLAMA_3_1_8B` is a name in the code. */
function isConstant(rest: string): boolean {
  return /^[A-Z][A-Z\d_]*$/.test(rest);
}

/** `nvidia/x`: the prefix may be an owner on the Hub. */
function isOwner(prefix: string, value: string): boolean {
  return OWNER_PREFIXES.has(prefix.toLowerCase()) && value.charAt(prefix.length) === '/';
}

/**
 * A loader of repositories, or a service that sells models under their ids there, gets no names of gateways:
 * `from_pretrained("openai/gpt-oss-20b")`.
 */
function takesOwners({ strength, registry, loader }: Intent, prefix: Registry): boolean {
  if (registry === undefined || registry === prefix || loader?.library === 'gateway') return false;
  if (HUBS.has(registry)) return strength === 'loader';
  return TAKES_HUB_IDS.has(registry) && registry !== 'openrouter';
}

/** What OpenAI released as weights is none of its service's names: https://huggingface.co/openai/gpt-oss-20b */
function isWeights(name: string): boolean {
  return /^gpt-oss(?:-|$)/.test(name);
}

function isServiceName(name: string): boolean {
  return hostedRegistry(name) !== undefined || bedrockId(name) !== undefined;
}

/**
 * `together/owner/name` of `huggingface/together/owner/name`: whom a hub passes the call on to stands before the id
 * there (https://docs.litellm.ai/docs/providers/huggingface).
 */
function behindSeller({ registry, rest }: ProviderName, { hosts }: Knowledge): string {
  if (!HUBS.has(registry)) return rest;
  const [seller = '', ...id] = rest.split('/');
  return id.length === 2 && hosts.ofProvider(seller) !== undefined ? id.join('/') : rest;
}

/** Kinds of endpoints that stand between a provider and a model. */
function afterEndpoint(rest: string): string {
  const colon = rest.indexOf(':');
  if (rest.startsWith('hf:')) return rest.slice(colon + 1);
  if (
    colon > 0 &&
    /^(?:text|feature|token|zero|summarization|sentence|fill|image|automatic)[a-z-]*:/.test(rest)
  )
    return rest.slice(colon + 1);
  return colon > 0 && ENDPOINTS.has(rest.slice(0, colon))
    ? rest.slice(rest.startsWith('::', colon) ? colon + 2 : colon + 1)
    : rest;
}
const ENDPOINTS = new Set(
  (
    'chat completion messages embedding embeddings responses image moderation realtime assistant ' +
    'converse converse-stream knowledge-base invoke speech transcription vertex'
  ).split(' '),
);

/** What follows the prefix is a model, by its name or because the place is for models and the prefix a gateway's. */
function isNamedBy(question: Question, { prefix, registry }: ProviderName, rest: string): boolean {
  const { value, intent } = question;
  if (isModelOf(question, registry, rest)) return true;
  return (
    providerRegistry(prefix) !== undefined &&
    !isOwner(prefix, value) &&
    ((isAsPath(prefix, value) && isNameAtModel(intent, rest)) || isTriedNext(question, rest))
  );
}

/** Whether a router tries a name when another one fails: what stands there is a model, whatever it is called. */
function isTriedNext({ at, site, knowledge: { text, brackets } }: Question, rest: string): boolean {
  return /^[\w.:-]{2,}$/.test(rest) && isAmongFallbacks({ text, start: at, site, brackets });
}

function isModelOf(question: Question, registry: Registry, named: string): boolean {
  return isPlainlyModelOf(question, registry, behindTier(named) ?? named);
}

function isPlainlyModelOf({ intent, knowledge }: Question, registry: Registry, rest: string): boolean {
  if (rest.length < 2) return false;
  if (registry === 'openrouter' && isRouted(rest)) return true;
  if (hostedRegistry(rest) !== undefined) return !isShortHosted(rest) || atLeast(intent, 'loose');
  if (isKnownName(rest, registry, knowledge)) return atLeast(intent, 'loose') || rest.includes('-');
  if (registry === 'ollama' && isInLibrary(rest)) return atLeast(intent, 'value') || rest.includes(':');
  return rest.includes('/') ? isOwnedModel(intent, rest) : isUnownedModel(intent, rest);
}

/** A region and more may stand before an id of Bedrock: `us-gov-west-1/1-month-commitment/anthropic.claude-v2`. */
function isKnownName(name: string, registry: Registry, knowledge: Knowledge): boolean {
  const id = registry === 'bedrock' ? name.slice(name.lastIndexOf('/') + 1) : name;
  return bedrockId(id) !== undefined || knowledge.knows(name);
}

function isInLibrary(value: string): boolean {
  const name = ollamaName(value)?.name;
  return name !== undefined && isLibraryName(name);
}

/** `openrouter/deepseek/some-model`: nothing else has the name of a gateway, then that of a provider. */
function isRouted(rest: string): boolean {
  const slash = rest.indexOf('/');
  const owner = rest.slice(0, slash);
  return (
    slash > 0 &&
    (owner === 'openrouter' || providerRegistry(owner) !== undefined) &&
    /^[a-z\d][\w.]*-[\w.:-]+$/i.test(rest.slice(slash + 1)) &&
    !hasFileEnding(rest)
  );
}

function isOwnedModel(intent: Intent, rest: string): boolean {
  const id = hubId(rest.split(/[:@]/, 1)[0] ?? '');
  if (id === undefined || isPathLike(id)) return rest.startsWith('accounts/');
  if (hostedRegistry(id.name) !== undefined) return true;
  const { score, family } = likenessOf(id.name);
  return (family !== '' && score >= 2) || atLeast(intent, 'model');
}

function isUnownedModel(intent: Intent, rest: string): boolean {
  if (intent.loader?.library === 'gateway' && (/^\w[\w.:-]+$/.test(rest) || isAnyScriptName(rest)))
    return true;
  const { score, family, ambiguous } = likenessOf(rest);
  if (family !== '' && score >= (ambiguous ? 3 : 2)) return true;
  return (
    atLeast(intent, 'model') &&
    (score >= 2 || (intent.strength === 'loader' && /^[\w.:-]+$/.test(rest) && /\d|-/.test(rest)))
  );
}

/** `opencode/big-pickle`: the prefix is a gateway's, where no owner on the Hub is called so. */
function isAsPath(prefix: string, value: string): boolean {
  return value.charAt(prefix.length) === '/';
}

/** A name of several parts under a key for models of no hub: a loader of repositories gets none of a gateway. */
function isNameAtModel({ strength, registry }: Intent, rest: string): boolean {
  if (strength !== 'model' || (registry !== undefined && HUBS.has(registry))) return false;
  return /^[a-z\d][\w.:]*-[\w.:-]*\w$/i.test(rest);
}

function registryOf(prefix: Registry, rest: string, around: Registry | undefined): Registry {
  if (prefix === 'openai' && hubId(rest) !== undefined) return 'huggingface';
  if (around === 'openrouter') return around;
  if (prefix === 'other') return hostedRegistry(rest.slice(rest.lastIndexOf('/') + 1)) ?? around ?? 'other';
  return prefix;
}

/** Names that the services give their own models. */
export function hosted(question: Question): Match | undefined {
  const { value, site, intent, knowledge } = question;
  if (intent.excluded) return undefined;
  if (isManaged(value) && atLeast(intent, 'loose') && !speaksOfOthers(knowledge))
    return whole(value, 'vertex', value, evidenceOr(intent, 'form:vertex'));
  const byForm = hostedRegistry(value);
  if (byForm !== undefined) return isMeant(question, byForm) ? hostedBy(question, byForm) : undefined;
  if (intent.strength === 'model') return knownName(value, intent, knowledge);
  if (site.lexical === 'span' || intent.strength === 'value') return listedName(value, knowledge);
  return intent.strength === 'text' ? servedAs(value, knowledge) : undefined;
}

/** Whether a text has an address that is not Vertex AI's: others call what they run by the same word. */
function speaksOfOthers({ evidence }: Knowledge): boolean {
  return evidence.all('addresses').some(({ host }) => host !== 'vertex');
}

/** `deepseek-v3.1-maas`: an open model as Vertex AI calls what it runs as a service. */
function isManaged(value: string): boolean {
  const name = without(value, ['-maas']);
  return name !== value && !value.includes('/') && (isModelLike(name) || hostedRegistry(name) !== undefined);
}

/**
 * A name of a service's form: the project's own server may have it too, and a service that sells the maker's models.
 */
function hostedBy(question: Question, byForm: Registry): Match {
  const { value, at, site, intent, knowledge } = question;
  if (intent.loader === undefined && knowledge.isServedName(at, site, byForm))
    return { ...whole(value, 'local', value, 'alias'), isAlias: true };
  if (byForm === 'amazon' && knowledge.mentions('deepgram') && !knowledge.mentions('bedrock'))
    return whole(value, 'other', value, 'text:deepgram');
  // Without the maker before it, as some keep Bedrock's ids.
  if (hasBedrockVersion(value))
    return whole(value, 'bedrock', `${byForm}.${value}`, evidenceOr(intent, 'form:bedrock'));
  const { name, provider } = servedApart(value, byForm, knowledge);
  const registry = registryOfHosted(byForm, provider ?? serviceOf(question, byForm), name);
  return whole(value, registry, name, evidenceOr(intent, `form:${byForm}`));
}

/**
 * `type DeepgramModelId = 'base' | 'nova-2' | …`: the values of a type for ids of models are just that, and so is
 * what a service is asked for: `lmnt.speech('aurora')`, `SarvamAI().chat.completions(model="sarvam-m")`.
 */
export function declared(question: Question): Match | undefined {
  const { value, site, intent } = question;
  if (site.where !== 'code' || site.lexical !== 'string' || !mayBeAny(value)) return undefined;
  if (isOfIdType(site) || isOfSpeech(site))
    return whole(value, intent.registry ?? 'other', value, intent.evidence);
  if (isOfFactory(question)) return whole(value, ofFactory(question), value, intent.evidence);
  const asked = mayBeAskedFor(question) ? (askedFor(question) ?? ofCaller(question)) : undefined;
  return asked && whole(value, intent.registry ?? asked, value, intent.evidence);
}

/**
 * `OPENAI_MODEL=house-tuned-1`, `spring.ai.openai.chat.options.model`: whatever the service is asked for, or the own
 * server that keeps weights under names.
 */
export function setting(question: Question): Match | undefined {
  const { value, at, site, intent, knowledge } = question;
  if (site.where !== 'config' || !atLeast(intent, 'model')) return undefined;
  const registry = intent.registry ?? protocolBeside(question);
  if (registry === undefined) return undefined;
  if (!isService(registry) && !FETCHED_BY_SERVER.has(registry)) return undefined;
  // The mapping of a provider may have names of other things.
  const isSetting = MODEL_SETTING.test(nearestKey(site)) && /model/i.test(lineBefore(knowledge.text, at));
  return isSetting && (isSetName(value, site, knowledge.path) || isWordAtGateway(question))
    ? whole(value, registry, value, intent.evidence)
    : undefined;
}

/** `provider: openai` beside the model and the address of the gateway that speaks its protocol. */
function protocolBeside(question: Question): Registry | undefined {
  if (!isPlainWord(question.value)) return undefined;
  return providersBeside(question).flatMap(({ host }) => registryOfHost(host) ?? [])[0];
}

function isSetName(value: string, { key }: Question['site'], path: string): boolean {
  if (isAnyScriptName(value))
    return VARIABLE.test(key) || (MARKED.test(value) && !mayBeLabel(value) && !OF_LANGUAGE.test(path));
  return HOSTED_NAME.test(value) && !hasFileEnding(value) && !isPlaceholder(value);
}

/** A variable of the environment, which no translation is kept under. */
const VARIABLE = /^[A-Z\d_]+$/;
/** What words of a translation hardly have, and names of models do: `社内LLM`, `résumé-v2`. */
const MARKED = /[\d_-]|LLM/;
/** A file of translations, by the language that its name is or ends in: `de.json`, `messages_ja.properties`. */
const OF_LANGUAGE = new RegExp(String.raw`(?:^|[/._-])${LANGUAGE_TAG}\.\w{1,12}$`);

/** The end of a setting that is for the name of a model alone. */
const MODEL_SETTING = /(?:^|[._-]|[a-z])(?:model|MODEL|Model)(?:[._-]?(?:id|ID|Id|name|NAME|Name))?$/;

/**
 * Calls of clients that send a model's name as it is given to them: in Python and JavaScript, in Go
 * (https://github.com/openai/openai-go), in C# (https://github.com/openai/openai-dotnet), and of Azure's own clients
 * (https://learn.microsoft.com/java/api/com.azure.ai.openai.openaiclient).
 */
const SENDS = new RegExp(
  String.raw`(?:completions|responses|messages|embeddings)\.create$|` +
    String.raw`\.(?:Completions|Responses|Messages|Embeddings)\.New(?:Streaming)?$|` +
    String.raw`\.Get(?:Chat|Embedding|Image|Audio|OpenAIResponse|Responses)Client$|` +
    String.raw`\.getChatCompletions(?:Stream)?(?:WithResponse)?$`,
);

/**
 * Whether a word may be what a client asks for: without a mark it may be the key of a table that the request looks up,
 * but for what a client sends as it is: `client.chat.completions.create(model="cheap")`, at a gateway.
 */
function mayBeAskedFor(question: Question): boolean {
  const { value, at, site, knowledge } = question;
  if (isAnyScriptName(value)) return !plainKeys(knowledge).has(value);
  if (/[-\d]/.test(value)) return true;
  if (!isPlainWord(value)) return false;
  const isAsked =
    SENDS.test(calleeAt(site, at, knowledge)) || isOfModelClass(question) || isBuiltWithAddress(question);
  return isAsked && !plainKeys(knowledge).has(value);
}

/** `OpenAiChatModel.builder().baseUrl("https://llm.acme.example/v1").modelName("claims")` */
function isBuiltWithAddress(question: Question): boolean {
  return MODEL_KEY.test(question.site.call?.callee ?? '') && builtWith(question, OF_MODEL) !== undefined;
}

/** The model that a client is made for by a library: `ChatOpenAI(base_url="…", model="claims")`. */
function isOfModelClass({ site: { call, key }, intent }: Question): boolean {
  return intent.loader?.role === 'calls' && CLASS.test(call?.callee ?? '') && MODEL_KEY.test(key);
}

/** The words of a text that stand with a colon, as keys do, by themselves: the same letters may end another one. */
const plainKeys = perObject(
  ({ text }: Knowledge): ReadonlySet<string> =>
    new Set([...matchesOf(text, PLAIN_KEY)].map(({ 2: key = '' }) => key)),
);

const PLAIN_KEY = new RegExp(
  String.raw`(?<![${IN_WORD}])(["']?)([a-z]{3,40}|\w{0,40}(?![\w$])[${IN_WORD}]{1,40})\1:`,
  'g',
);

/** What a name of whatever form may be. */
function mayBeAny(value: string): boolean {
  if (isAnyScriptName(value)) return true;
  return !isPlaceholder(value) && !hasFileEnding(value) && /^[A-Za-z\d@][\w./:@-]*$/.test(value);
}

function isOfIdType({ call, key }: Question['site']): boolean {
  return call === undefined && /^[A-Z]\w*Model(?:Ids?|Names?)$/.test(key);
}

function isOfSpeech({ call, key }: Question['site']): boolean {
  return call !== undefined && call.argument === 0 && key === '' && makesSpeech(call.callee);
}

/** The first argument of a factory of the AI SDK, as its package or the SDK's own functions beside it tell. */
function isOfFactory({ site: { call, key }, intent, knowledge }: Question): boolean {
  if (call === undefined || call.argument !== 0 || key !== '') return false;
  const isNamed = intent.registry !== undefined && intent.evidence === `call:${call.callee}`;
  return makesModel(call.callee, call.module) || (isNamed && knowledge.vendors.usesAiSdk());
}

/** The registry of whoever such a factory asks: by the address that it was made with, or else its package. */
function ofFactory({ value, at, site: { call }, intent, knowledge }: Question): Registry {
  const callee = call?.callee ?? '';
  const address = knowledge.clientAddresses.of(callee)?.host;
  const isOpen = address === undefined && knowledge.vendors.isGivenAddress(callee, at);
  const client = intent.registry ?? serviceAt(knowledge.vendors.of(callee, call?.module, at));
  const asked = (address === undefined && !isOpen ? client : serviceAt(address)) ?? 'other';
  return asked === 'other' && hubId(value) !== undefined ? 'huggingface' : asked;
}

/** What a service's name looks like: lower case, in parts. */
const HOSTED_NAME = /^[a-z][a-z\d]{1,20}(?:[-.][a-z\d]{1,20}){1,8}$/;

/**
 * A name of no known form where a service's model has to stand, one slip away from a name that the service has: the
 * call fails. The name of an Azure deployment is chosen by the user.
 */
export function misspelled({ value, at, site, intent, knowledge }: Question): Match | undefined {
  if (intent.excluded || !atLeast(intent, 'model') || !HOSTED_NAME.test(value)) return undefined;
  if (site.lexical === 'comment' || site.lexical === 'prose' || hasFileEnding(value)) return undefined;
  const service = intent.registry ?? knowledge.serviceNear(at, site.call?.callee) ?? registryOfStart(value);
  return service !== undefined && isSlip(value, service, knowledge)
    ? whole(value, service, value, intent.evidence)
    : undefined;
}

function isSlip(value: string, service: Registry, knowledge: Knowledge): boolean {
  return service !== 'azure' && isService(service) && knowledge.nearest(value, service) !== undefined;
}

/** Methods that send a request. */
const REQUEST = new RegExp(
  String.raw`\b(?:(?:completions?|responses|messages|embeddings|images|transcriptions|speech|` +
    String.raw`chat)(?:\.(?:create|parse|stream|complete|chat|generate|completions))?|embed|rerank)$`,
);

/**
 * Arguments for the name of a deployment, which its owner chose:
 * https://learn.microsoft.com/azure/ai-foundry/openai/how-to/create-resource
 */
const DEPLOYMENT_KEY = /^(?:(?:azure_?)?deployment(?:_?name)?|engine)$/i;
/** Names of deployments that a reader has to fill in. */
const MADE_UP = /^(?:dummy|example|sample|some|fake|mock)[-_]|[-_](?:example|sample|placeholder)$/i;

function isOfAzure(call: Question['site']['call']): boolean {
  return call !== undefined && /azure/i.test(`${call.callee} ${call.module ?? ''}`);
}

/** The type of a request, and what is written behind it: `ChatCompletionRequest{`, `MessageCreateParams.builder()`. */
const REQUEST_TYPE = new RegExp(
  String.raw`(?<![A-Za-z\d])[A-Z][A-Za-z\d]{2,40}(?:Params|Request|Args|Parameters|Query)[A-Za-z\d]{0,20}` +
    String.raw`(?:\.|::|\s?[({])[^;]{0,240}$`,
);
/** An array in the brackets of a call, as PHP writes its named arguments. */
const IN_ARRAY = /->(?:create|createStreamed|completions|chat)\(\s{0,40}\[[^;]{0,240}$/;
/** A class that a client or model is made of: `ChatXAI`. */
const CLASS = /(?:^|\.)[A-Z]\w*$/;
const MODEL_KEY = /^\.?(?:with_?)?model(?:_?id|_?name)?$/i;

/**
 * The registry of the service that the model argument of a request is asked of, which may have any name; `undefined`
 * where it is no such argument.
 */
function askedFor(question: Question): Registry | undefined {
  const { value, at: start, site, knowledge } = question;
  const { call, key } = site;
  if (DEPLOYMENT_KEY.test(key) && isOfAzure(call)) return deployedAs(value);
  const given = call?.callee ?? '';
  if (!MODEL_KEY.test(key || given)) return undefined;
  const callee = given || calleeAround({ text: knowledge.text, start, knowledge });
  const isRequest = isOfRequest(callee, textBefore(knowledge.text, start, LONGEST_REQUEST));
  if (!isRequest && !CLASS.test(callee)) return serviceAt(builtWith(question));
  const host = clientHost(question, callee);
  return host === undefined && isRequest ? ofProtocolClient(question) : serviceAt(host);
}

function deployedAs(name: string): Registry | undefined {
  return MADE_UP.test(name) ? undefined : 'azure';
}

/** The host of the client that is called, by its address or else its module, or what it was made by. */
function clientHost(question: Question, callee: string): string | undefined {
  const { at, site, knowledge } = question;
  return (
    knowledge.clientAddresses.of(callee, at)?.host ??
    knowledge.vendors.of(callee, site.call?.module, at) ??
    madeWhereCalled(question) ??
    hostOfMaker(question)
  );
}

/** What the client of a request was made by. A plain word is no name of a model, and Azure is asked for deployments. */
function hostOfMaker({ value, at, knowledge }: Question): string | undefined {
  if (!/[-\d]/.test(value)) return undefined;
  const place = { start: at, end: at + value.length };
  const host = knowledge.requestClients.of(place)?.host ?? knowledge.hostOfClient(place)?.host;
  return host === 'azure' ? undefined : host;
}

/** `OpenAI().chat.completions.create(…)`: the host of a client that is made where it is called, without an address. */
function madeWhereCalled({ at, knowledge: { text, brackets, vendors } }: Question): string | undefined {
  const made = plainClientBefore(text, brackets, at);
  return made === undefined ? undefined : vendors.of(made.split('(', 1)[0] ?? '');
}

/** The name that Azure's client asks for is that of a deployment, which has a key of its own. */
function ofProtocolClient({ at, knowledge }: Question): Registry | undefined {
  const client = knowledge.protocolClients.at(at);
  return client === 'azure' ? undefined : client;
}

/** How much of a chain of calls is read to both sides of a name, in characters. */
const LONGEST_CHAIN = 600;
/** What a builder is begun with, up to a place in its chain, and the rest of the chain. */
const CHAIN = /\b[A-Z]\w{2,60}(?:\.|::)(?:builder|newBuilder)\((?:[^;{}]*)$/;
const CHAIN_END = /;|\.build\(/;

/** Such a builder of what asks a model, which a car with a home page is not. */
const OF_MODEL = /^\w*(?:Model|Options|Chat|Client|LLM|Llm|Embedd|OpenA[iI])/;

/** The host at the one address that a builder gets in its chain: `X.builder().baseUrl("…").modelName("…")`. */
function builtWith(
  { at, site, knowledge: { text, evidence } }: Question,
  of: RegExp = /^/,
): string | undefined {
  if (site.call?.callee.startsWith('.') !== true) return undefined;
  const before = textBefore(text, at, LONGEST_CHAIN);
  const begun = before.search(CHAIN);
  if (begun < 0 || !of.test(before.slice(begun))) return undefined;
  const behind = textBehind(text, at, LONGEST_CHAIN);
  const end = CHAIN_END.exec(behind)?.index ?? behind.length;
  const [host, ...others] = new Set(
    evidence.in('addresses', { start: at - before.length + begun, end: at + end }).map((one) => one.host),
  );
  return others.length === 0 ? host : undefined;
}

function isOfRequest(callee: string, before: string): boolean {
  return REQUEST.test(callee) || isOfTypes(callee) || REQUEST_TYPE.test(before) || IN_ARRAY.test(before);
}

/** How far before the name of a model the type of its request is looked for. */
const LONGEST_REQUEST = 300;

/**
 * `ChatGroq(model="acme-zeta")`, `mistral.WithModel("acme-zeta")`: the service that a class or function of its own
 * client asks for the model, whatever that is called.
 */
function ofCaller({
  site: { call, key },
  intent: { loader, registry },
  knowledge,
}: Question): Registry | undefined {
  if (DEPLOYMENT_KEY.test(key)) return undefined;
  const isOption = loader === undefined && key === '' && /\w\.(?:With)?Model$/.test(call?.callee ?? '');
  const isCaller = isOption || (loader?.role === 'calls' && isItsOwn(loader, knowledge));
  return isCaller && registry !== undefined && isService(registry) ? registry : undefined;
}

/** Whether the name of a call is no other thing's, by itself or by what the text imports. */
function isItsOwn({ literalOnly, ownWith = [] }: Loader, knowledge: Knowledge): boolean {
  return literalOnly !== true || ownWith.some((word) => knowledge.mentions(word));
}

/** The registry of the service that a host is, `other` where it has none, also at an address that nobody knows. */
function serviceAt(host: string | undefined): Registry | undefined {
  if (host === undefined) return undefined;
  const registry = registryOfHost(host);
  return registry !== undefined && isService(registry) ? registry : 'other';
}

/** A name with hyphens and digits that the catalog has, of no form that its service's names have. */
function listedName(value: string, knowledge: Knowledge): Match | undefined {
  if (!/-/.test(value) || !/\d/.test(value) || value !== value.toLowerCase()) return undefined;
  const found = knowledge.resolve(value);
  if (found?.via !== 'id' || found.record.openness !== 'api-only') return undefined;
  return whole(value, found.registry, value, 'catalog');
}

/** A name of many parts that a service has for somebody's weights, in running text: `llama-3.1-8b-instant`. */
function servedAs(value: string, knowledge: Knowledge): Match | undefined {
  if (!/^[a-z][a-z\d.]*(?:-[a-z\d.]+){2,}$/.test(value) || !/\d/.test(value)) return undefined;
  const found = knowledge.resolve(value);
  return found?.via === 'alias' && isService(found.registry)
    ? whole(value, found.registry, value, 'catalog')
    : undefined;
}

/** `'o1'` in a text of code that has `o1-2024-12-17` too. */
function isWithItsKin(value: string, { lexical, where }: Question['site'], knowledge: Knowledge): boolean {
  return lexical === 'string' && where === 'code' && knowledge.mentions(`${value}-`);
}

/**
 * Keys of what is only called like a model: a family, a label, how a tokenizer cuts text (`t.Pre = "deepseek-coder"`
 * in GGUF's terms).
 */
const NOT_OF_MODELS =
  /^(?:(?:model[-_]?)?(?:family|series)|tags?|labels?|keywords?|topics?|(?:.*\.)?pre(?:[-_]?tokenizer)?)$/i;

/** `gemini-2.5`, `meta.llama3`: what the names of many models begin with. */
function isOnlyVersion(value: string): boolean {
  return /^(?:(?:[a-z]{2}\.)?[a-z\d]+\.)?(?:gpt|gemini|claude|command|llama|c4ai)-?(?:\d(?:\.\d)?|aya)?$/.test(
    value,
  );
}

/** What a text looks for in names, or speaks of as a family. */
function isOfMany({ value, site, knowledge }: Question): boolean {
  return /[-.]$/.test(value) || (isOnlyVersion(value) && isUncertain(site) && !knowledge.knows(value));
}

/** What is looked for in a name, or stands among words. */
function isUncertain(site: Question['site']): boolean {
  const { lexical } = site;
  return lexical === 'prose' || lexical === 'comment' || isLookedFor(site);
}

/** Whether a name only has this in it, or begins so. */
function isLookedFor({ isCompared, call }: Question['site']): boolean {
  return isCompared === true || (call !== undefined && meaningOf(call.callee).isTest);
}

/** Whether a name of a service's form is meant as one: some forms need more of the place or of the text. */
function isMeant(question: Question, byForm: Registry): boolean {
  const { value, site, intent, knowledge } = question;
  if (isOfOthers(question, byForm)) return false;
  if (site.lexical === 'prose' && !value.includes('-')) return false;
  const isAtModel = atLeast(intent, 'model');
  if (!isAtModel && !isLongEnough(question)) return false;
  const subjects = speaksOf(value);
  if (subjects !== undefined) return isAtModel && subjects.some((word) => knowledge.mentions(word));
  return byForm !== 'alibaba' || (isAtModel && site.isKey !== true) || knowledge.knows(value);
}

/** What is called so is no model, or none of the maker's alone. */
function isOfOthers(question: Question, maker: Registry): boolean {
  return isOfMany(question) || NOT_OF_MODELS.test(nearestKey(question.site)) || isOfTask(question, maker);
}

/** What a model does, and a version: anybody calls a model of theirs so. */
const TASK = /^(?:embed|rerank|command|nova|sonar|tts)-v\d{1,2}$/;

/**
 * `embed-v1`: a name that only begins as a maker's do, of which no record is, where nothing else speaks of the maker.
 */
function isOfTask({ value, intent, knowledge }: Question, maker: Registry): boolean {
  if (!TASK.test(value) || intent.registry === maker || intent.loader !== undefined) return false;
  return knowledge.isUnknown(value, maker) && !knowledge.mentions(maker);
}

/** `o1` may be anything where no key says model; `gpt-2` is mostly the model that has weights. */
function isLongEnough({ value, site, knowledge }: Question): boolean {
  if (/^gpt-[123]$/.test(value)) return false;
  if (!isShortHosted(value)) return true;
  return (
    knowledge.mentions('gpt-') &&
    (site.lexical === 'span' || isNamedInConfiguration(site) || isWithItsKin(value, site, knowledge))
  );
}

/** The service that a name is asked of: the loader's or key's own, else the one that the text talks to there. */
function serviceOf(question: Question, byForm: Registry): Registry | undefined {
  const { value, site, intent, knowledge } = question;
  if (/Google(?:GenerativeAI|AI)/.test(site.call?.callee ?? '')) return 'google';
  const service = isOfAnybody(question, byForm)
    ? (serviceBeside(question, byForm) ?? intent.registry)
    : intent.registry;
  if (sells(service, byForm) || !isOpenDeepSeek(value) || !knowledge.mentions('ollama')) return service;
  return isAskedOfService(question) ? service : 'ollama';
}

/** Whether the place of a name leaves open whose service is asked, or says no more than who makes it. */
function isOfAnybody({ site, intent: { loader, registry }, knowledge }: Question, maker: Registry): boolean {
  if (registry === undefined) return true;
  return (
    registry === maker && (loader === undefined || maker === 'google') && !isOfMaker(site, maker, knowledge)
  );
}

/**
 * A setting in the maker's own section, or under its own key where the text names the maker's key for requests too:
 * what it says of others is in other sections. `OPENAI_API_KEY` may be one for Azure.
 */
function isOfMaker(
  { where, key, parents }: Question['site'],
  maker: Registry,
  { evidence }: Knowledge,
): boolean {
  if (where !== 'config') return false;
  const sections = parents.flatMap((parent) => registryOfKey(parent) ?? []);
  if (sections.length > 0) return sections.every((section) => section === maker);
  const host = hostOfRegistry(maker);
  return (
    maker !== 'openai' &&
    registryOfKey(key) === maker &&
    evidence.all('secrets').some((secret) => secret.host === host)
  );
}

/**
 * The service whose client is called, or that the text speaks of before a name. What has no weights is only its
 * maker's there.
 */
function serviceBeside(
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
function calleeAt({ call, where }: Question['site'], start: number, knowledge: Knowledge): string {
  return call?.callee ?? (where === 'code' ? calleeAround({ text: knowledge.text, start, knowledge }) : '');
}

/** How far behind the key of a service a name that is asked for with it stands, in characters. */
const KEY_REACH = 400;

/** Whether the last key that is named before a place is a maker's own. */
function isKeyOf(maker: Registry, at: number, { evidence }: Knowledge): boolean {
  const host = evidence.before('secrets', at, KEY_REACH)?.host;
  return host !== undefined && host === hostOfRegistry(maker);
}

/** DeepSeek's own service has none of these names; it calls its models `deepseek-chat` and `deepseek-reasoner`. */
function isOpenDeepSeek(value: string): boolean {
  return /^deepseek-(?:r\d|v\d|coder)/.test(value);
}

/** `- name: o1` */
function isNamedInConfiguration({ where, key }: Question['site']): boolean {
  return where === 'config' && (key === 'name' || key === 'id');
}

/** A service's name of no form of its own, under a key for models. */
function knownName(value: string, intent: Intent, knowledge: Knowledge): Match | undefined {
  const found = knowledge.resolve(value);
  if (found === undefined || found.registry === 'huggingface' || found.via === 'family') return undefined;
  const { record, registry } = found;
  if (value !== value.toLowerCase() && record.id !== value && registry !== 'azure') return undefined;
  if (!/[-\d]/.test(value) && registry !== intent.registry && !knowledge.mentions(registry)) return undefined;
  return whole(value, registryUnder(intent, value, found), value, intent.evidence);
}

/** The registry of a name that the catalog has in one, under a key or in a loader that may be of another. */
function registryUnder(
  intent: Intent,
  value: string,
  { record, registry }: { readonly record: ModelRecord; readonly registry: Registry },
): Registry {
  return isTagOfOllama(value, registry, intent) || isOnlyCalled(record, intent)
    ? registry
    : (intent.registry ?? registry);
}

/**
 * `ANTHROPIC_MODEL=llama3.2:latest`: a name with a tag of Ollama's library, under the key of a client that is pointed
 * to a server of another.
 */
function isTagOfOllama(value: string, registry: Registry, { loader }: Intent): boolean {
  return registry === 'ollama' && loader === undefined && value.includes(':') && isOllamaLike(value);
}

/**
 * `WHISPER_TRANSCRIPTION_MODEL=gpt-transcribe`: what has no weights, under a key that names what runs weights. A loader
 * itself is told what it loads.
 */
function isOnlyCalled({ openness }: ModelRecord, { loader, registry }: Intent): boolean {
  return openness === 'api-only' && loader === undefined && registry !== undefined && isOwn(registry);
}

/** Azure's catalog names the models of other makers as they do, without an owner: `Phi-4`, `Llama-3.3-70B-Instruct`. */
export function azureName({ value, at, intent, knowledge }: Question): Match | undefined {
  if (
    intent.strength !== 'model' ||
    intent.excluded ||
    !/^[A-Za-z][\w.-]+$/.test(value) ||
    hasFileEnding(value) ||
    isPlaceholder(value)
  )
    return undefined;
  if ((intent.registry ?? 'azure') !== 'azure' || knowledge.serviceNear(at) !== 'azure') return undefined;
  const { family, strange, score } = likenessOf(value);
  return family !== '' && strange === 0 && score >= 2
    ? whole(value, 'azure', value, intent.evidence)
    : undefined;
}

/** The name of the model in what sets a deployment up, or that of its flag. */
const DEPLOYED_KEY = /^(?:-{0,2}model[-_]?)?name$/i;
/** So far from the name the service stands that the deployment is of, in characters. */
const DEPLOYED_REACH = 200;

/**
 * The model that a deployment runs, by the name that its service has for it, which may be a plain word: `whisper` and
 * `tts` beside `format: "OpenAI"`.
 */
export function deployed(question: Question): Match | undefined {
  const { value, site, intent } = question;
  if (!isOfDeployment(site) || !/^[A-Za-z][\w.-]{1,80}$/.test(value) || isPlaceholder(value))
    return undefined;
  const said = besideDeployed(question)
    .replace(/-{0,2}\bmodel[-_]?(?=format)/gi, '')
    .replace(/\bformat (?=\w)/g, 'format: ');
  const service = DEPLOYMENT_ENTRIES.find(([form]) => form.test(said))?.[1];
  return service && whole(value, service, value, evidenceOr(intent, 'form:deployment'));
}

function isOfDeployment({ key, parents }: Question['site']): boolean {
  return DEPLOYED_KEY.test(key) && (!/^name$/i.test(key) || /^model$/i.test(parents[0] ?? ''));
}

/** What stands beside the name in its mapping or its command. */
function besideDeployed({ at, site, knowledge: { text, brackets } }: Question): string {
  const [own] = brackets.open(at);
  const before = text.slice(Math.max(own?.at ?? 0, at - DEPLOYED_REACH), at);
  const behind = text.slice(at, Math.min(own?.close ?? text.length, at + DEPLOYED_REACH));
  const isBlock = own === undefined && !site.key.startsWith('-');
  return isBlock ? besideInBlock(before, behind) : before + behind;
}

/** The lines of a mapping in block style beside a place: as far in as its own, without a break. */
function besideInBlock(before: string, behind: string): string {
  const above = before.split('\n').reverse();
  const depth = above[0]?.search(/[^ -]/) ?? -1;
  const ofBlock = (lines: readonly string[]): readonly string[] => {
    const stop = lines.findIndex((line) => line.search(/[^ -]/) !== depth);
    return stop < 0 ? lines : lines.slice(0, stop);
  };
  return [...ofBlock(above), ...ofBlock(behind.split('\n').slice(1))].join('\n');
}

/** What runs models at Azure, in words. Other services there are no such: `azure.aiops`, `azure_ai_search`. */
const AZURE_AI = 'azure_?(?:open_?ai|ai(?![a-z\\d]|_(?:search|vision|speech)(?:_|$)))';
/**
 * A setting for a deployment of Azure OpenAI, in words, with the sections around: `AZURE_OPENAI_CHAT_DEPLOYMENT_NAME`,
 * `azureOpenAIApiDeploymentName`, and `spring.ai.azure.openai.chat.options` with `deployment-name` in it.
 */
const DEPLOYMENT_SETTING = new RegExp(String.raw`${AZURE_AI}\w{0,100}?deployment_?(?:name|id)?$`);
const AZURE_SECTION = new RegExp(AZURE_AI);
/** What deploys programs, in a section of Azure's. */
const OF_CLUSTER = /azure\w*_(?:k8s|aks|kubernetes)_/;
const MOST_SECTIONS = 6;

/** The name of a deployment in a setting for it, whatever its owner called it: code asks for it by the setting. */
export function deployment({ value, site, intent }: Question): Match | undefined {
  const { where, parents } = site;
  if (where !== 'config' || intent.excluded || !/[-\d]/.test(value) || !mayBeAny(value)) return undefined;
  const key = nearestKey(site);
  const setting = inWords([key, ...parents.slice(0, MOST_SECTIONS)].reverse());
  const isDeployment =
    !OF_CLUSTER.test(setting) &&
    (DEPLOYMENT_SETTING.test(setting) ||
      (DEPLOYMENT_KEY.test(key) &&
        parents.slice(0, 2).some((section) => AZURE_SECTION.test(inWords([section])))));
  return isDeployment && deployedAs(value) !== undefined
    ? whole(value, 'azure', value, evidenceOr(intent, `key:${key}`))
    : undefined;
}

function inWords(sections: readonly string[]): string {
  return sections.flatMap(keyWords).join('_');
}

/** Other services sell the same models under the same names. */
function registryOfHosted(byForm: Registry, around: Registry | undefined, name: string): Registry {
  if (byForm === 'anthropic' && name.includes('@')) return 'vertex';
  return sells(around, byForm) ? around : byForm;
}

function sells(service: Registry | undefined, maker: Registry): service is Registry {
  return service !== undefined && resells(service, maker);
}
