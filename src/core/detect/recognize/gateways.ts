import { isAmongFallbacks } from '../askedLists';
import { splitHost } from '../host';
import { atLeast, evidenceOr, type Intent } from '../intent';
import type { Knowledge } from '../knowledge';
import { behindLibrary } from '../libraryRoute';
import { whole, type Match } from '../match';
import { bedrockId } from '../../registries/bedrock/ids';
import { isModelLike, likenessOf } from '../../registries/names/families';
import { hostedRegistry, isShortHosted } from '../../registries/names/hosted';
import { isAnyScriptName } from '../../registries/names/anyScript';
import { hasFileEnding, hubId, isPathLike, isPlaceholder } from '../../registries/names/hubId';
import { isLibraryName, isOllamaLike, ollamaName } from '../../registries/names/ollama';
import {
  isProviderScheme,
  providerRegistry,
  splitProvider,
  type ProviderName,
} from '../../registries/names/providerPath';
import { HUBS, OWNER_PREFIXES, TAKES_HUB_IDS } from '../../registries/tables';
import { servedName, type ServedName } from '../../registries/names/served';
import { behindTier } from '../../registries/other/tier';
import { ROUTES } from '../../registries/spelling/routes';
import { without } from '../../registries/spelling/rule';
import type { Registry } from '../../vocabulary';
import { plainName } from '../../text/plainName';
import { surroundingsOf, textOf } from '../surroundings';
import type { Question } from './question';
import { isSaidOfOllama } from './ollama';
import { sellerAround } from './sellerAround';

/**
 * A gateway's names for models of other services: with a provider, a maker or a route before them, or a tier
 * behind.
 */

/**
 * `openai/gpt-4o`, `groq/llama-3.3-70b-versatile`, `openai:chat:gpt-4o-mini`: a gateway's name for another service's
 * model.
 */
export function gateway(question: Question): Match | undefined {
  const value = behindLibrary(question.value);
  if (value === question.value) return behindProvider(question);
  const match = behindProvider({ ...question, value });
  return match && { ...match, end: question.value.length };
}

function behindProvider(question: Question): Match | undefined {
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
  const told = provider ?? registryOf(path.registry, rest, isMaker ? around : undefined);
  const registry = ofWeights(told, name, knowledge);
  return whole(value, registry, name, evidenceOr(intent, `provider:${path.prefix}`));
}

/**
 * `local:bge-small-zh-v1.5`, `local:BAAI/bge-small-zh-v1.5`: what a program calls weights that it loads itself, by the
 * name that one publisher's model has on the Hub, or by its id there, as LlamaIndex does.
 */
function ofWeights(registry: Registry, name: string, knowledge: Knowledge): Registry {
  const isOnHub = registry === 'local' && (knowledge.knowsName(name) || isRepository(name, knowledge));
  return isOnHub ? 'huggingface' : registry;
}

/** A name without what says how it is served. `-fast` of `grok-4-fast` does not: its maker has a model of that name. */
export function servedApart(value: string, maker: Registry | undefined, knowledge: Knowledge): ServedName {
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
function isOwnersId(question: Question, { prefix, registry }: ProviderName, rest: string): boolean {
  const { value, intent, knowledge } = question;
  if (isProtocol(question, prefix) && !isWeights(rest)) return false;
  if (!isOwner(prefix, value) || rest.includes('/') || isAnyScriptName(rest)) return false;
  const isService = isServiceName(rest) || isOnlyServed(rest, registry, knowledge);
  return !isService || takesOwners(intent, registry) || isWeights(rest);
}

/** An address that is given beside, or where it is read from, other than that of OpenAI itself. */
const OWN_ADDRESS = new RegExp(
  String.raw`(?<![\w-])["']?(?:api_?base|base_?url)["']?\s{0,8}[:=]\s{0,8}` +
    String.raw`(?!["']?https://api\.openai\.com|None\b|null\b|["']{2})\S`,
  'i',
);

/**
 * `openai/house-v2` beside an `api_base`: LiteLLM is told by the prefix which protocol the server at the address
 * speaks, and the name behind it is that server's own.
 * https://docs.litellm.ai/docs/providers/openai_compatible
 */
function isProtocol({ at, value, site, intent, knowledge }: Question, prefix: string): boolean {
  if (prefix !== 'openai' || value.charAt(prefix.length) !== '/') return false;
  const isOfGateway = intent.loader?.library === 'gateway' || site.parents[0] === 'litellm_params';
  if (!isOfGateway) return false;
  const { text, brackets } = knowledge;
  return OWN_ADDRESS.test(
    textOf(text, surroundingsOf(text, brackets, { start: at, end: at + value.length }).own),
  );
}

/** Keys of ids on the Hub, whatever their owners are called: `huggingface: moonshot/kimi-k2.5`. */
const HUB_KEY = /^(?:hf|hugging_?face)(?:_?(?:id|repo|repo_?id|model|model_?id|name|path))?$/i;

/** Whether a value is an address, and its scheme no provider. */
function isOtherAddress(value: string): boolean {
  return value.includes('://') && !isProviderScheme(value);
}

/**
 * The parts of a gateway's name. `codestral:22b` is none where Ollama is asked: what stands behind the colon is a
 * tag.
 */
function providerPath(question: Question): ProviderName | undefined {
  const { value, intent, site } = question;
  if (
    (intent.excluded && site.key !== 'uses') ||
    HUB_KEY.test(site.key) ||
    isOtherAddress(value) ||
    isPlaceholder(value) ||
    hasFileEnding(value)
  )
    return undefined;
  const path = splitProvider(value) ?? hostPath(question);
  if (path === undefined || isConstant(path.rest)) return undefined;
  return intent.registry === 'ollama' && isBeforeTag(value, path) ? undefined : path;
}

/** Whether a colon stands behind what is no word of Ollama's own. */
function isBeforeTag(value: string, { prefix, registry }: ProviderName): boolean {
  return value.charAt(prefix.length) === ':' && registry !== 'ollama';
}

/** Behind the owner and the name of a model of Replicate: https://replicate.com/docs/topics/models/versions */
const REPLICATE_VERSION = /:[\da-f]{64}$/;

/**
 * `scaleway/qwen3.6-27b`: the word of a host that no owner on the Hub or elsewhere has, and a name behind it. Where
 * Ollama is said to be asked, it is the word of an owner there.
 */
function hostPath(question: Question): ProviderName | undefined {
  const { value, knowledge } = question;
  const path = splitHost(value, knowledge.hosts);
  const isOwned =
    path === undefined ||
    isSaidOfOllama(question) ||
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
    (!isOwner(prefix, value) || isProtocol(question, prefix)) &&
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
