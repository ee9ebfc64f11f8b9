import { hostOfRegistry, isOwn, isService } from '../host';
import { atLeast, evidenceOr, type Intent, registryOfKey } from '../intent';
import type { ModelRecord } from '../../catalog/records';
import type { Knowledge } from '../knowledge';
import { whole, type Match } from '../match';
import { isModelLike } from '../../registries/names/families';
import { hostedRegistry, isShortHosted, registryOfStart, speaksOf } from '../../registries/names/hosted';
import { hasFileEnding } from '../../registries/names/hubId';
import { isOllamaLike } from '../../registries/names/ollama';
import { hasBedrockVersion } from '../../registries/names/served';
import { without } from '../../registries/spelling/rule';
import type { Registry } from '../../vocabulary';
import { nearestKey } from '../site';
import { isAskedOfService } from './ollama';
import type { Question } from './question';
import { servedApart } from './gateways';
import { HOSTED_NAME, isLookedFor } from './nameForms';
import { sells, serviceBeside } from './serviceBeside';

/** Names that services give their own models, by their form or by what the catalog has, and who is asked for one. */

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

/** A name with hyphens and digits that the catalog has, of no form that its service's names have. */
function listedName(value: string, knowledge: Knowledge): Match | undefined {
  if (!/-/.test(value) || !/\d/.test(value) || value !== value.toLowerCase()) return undefined;
  const registry = ofServiceAlone(value, knowledge);
  return registry && whole(value, registry, value, 'catalog');
}

/** Whose model has a name just as it is written, of which there are no weights. */
function ofServiceAlone(value: string, knowledge: Knowledge): Registry | undefined {
  const found = knowledge.resolve(value);
  return found?.via === 'id' && found.record.openness === 'api-only' ? found.registry : undefined;
}

/** The same, or of no registry where only the calendar of a host has the name. */
export function listedOf(value: string, knowledge: Knowledge): Registry | undefined {
  const isOfHost = knowledge.hosts.naming(value).length > 0;
  return ofServiceAlone(value, knowledge) ?? (isOfHost ? 'other' : undefined);
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

/** Other services sell the same models under the same names. */
function registryOfHosted(byForm: Registry, around: Registry | undefined, name: string): Registry {
  if (byForm === 'anthropic' && name.includes('@')) return 'vertex';
  return sells(around, byForm) ? around : byForm;
}
