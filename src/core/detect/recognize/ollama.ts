import { isService, registryOfHost } from '../host';
import { atLeast, evidenceOr, type Intent } from '../intent';
import { whole, type Match } from '../match';
import { likenessOf } from '../../registries/names/families';
import { isAnyScriptName } from '../../registries/names/anyScript';
import { hasFileEnding, isPlaceholder } from '../../registries/names/hubId';
import {
  isLibraryName,
  isLibraryWord,
  isListedName,
  isModelTag,
  isOllamaLike,
  ollamaName,
  type OllamaName,
} from '../../registries/names/ollama';
import { providerRegistry } from '../../registries/names/providerPath';
import { type Registry, SELF } from '../../vocabulary';
import { nearestKey } from '../site';
import { keyWords } from '../signatures/keys';
import { isBeforeModel } from '../signatures/loaders';
import { calleeAround } from '../uses/client/callAround';
import { providersBeside } from './providerBeside';
import { isPresetOfWorkspace } from '../signatures/presets';
import type { Question } from './question';

/** Names of Ollama's library. */
export function ollama(question: Question): Match | undefined {
  const { site } = question;
  if (site.call !== undefined && isBeforeModel(site.call, site.key)) return undefined;
  const value = isShouted(question.value) ? question.value.toLowerCase() : question.value;
  return named({ ...question, value });
}

/** `MXBAI-EMBED-LARGE`: Ollama does not mind the case, and constants have no hyphens. */
function isShouted(value: string): boolean {
  return /^[A-Z][A-Z\d.]*(?:-[A-Z\d.]+)+(?::[A-Z\d._-]+)?$/.test(value);
}

function named(question: Question): Match | undefined {
  const { value, intent } = question;
  if (isOwnInOllama(value, intent)) return whole(value, 'ollama', value, intent.evidence);
  const split = ollamaName(value);
  if (split === undefined || isOfOthers(value, intent)) return undefined;
  if (intent.excluded && !(/^\d[\d.]*b/.test(split.tag) && isOllamaLike(value))) return undefined;
  const evidence = evidenceOr(intent, 'form:ollama');
  if (isAskedOfOllama(question))
    return isNameInOllama(split, question) ? whole(value, 'ollama', value, evidence) : undefined;
  if (isTagged(split, intent)) return whole(value, 'other', value, evidence);
  return mayBeInLibrary(split, question) && acceptsLibraryName(question)
    ? whole(value, registryOf(question), value, evidence)
    : undefined;
}

/** What its user called it in letters of any script, perhaps with a tag: a loader is given nothing else. */
function isOwnInOllama(value: string, { strength, registry }: Intent): boolean {
  const isAtLoader = strength === 'loader' && registry === 'ollama';
  return isAtLoader && isAnyScriptName(value.split(':', 1)[0] ?? '');
}

function isOfOthers(value: string, intent: Intent): boolean {
  return isPlaceholder(value) || hasFileEnding(value) || isElsewhere(intent, value);
}

/** The name looks like one of the library's or is one; without a tag none of them has capitals. */
function mayBeInLibrary({ tag }: OllamaName, { value, site, knowledge }: Question): boolean {
  if (tag === '' && value !== value.toLowerCase()) return false;
  return (
    isOllamaLike(value) ||
    isLibraryWord(value) ||
    knowledge.knows(value, 'ollama') ||
    isFamilyAtModel(value, site)
  );
}

/** `MODEL=orca`: a family's word that the library may have had, under a key that is the model's and nothing else's. */
function isFamilyAtModel(value: string, site: Question['site']): boolean {
  return (
    site.where === 'config' &&
    /^[a-z]+$/.test(value) &&
    isLibraryName(value) &&
    keyWords(nearestKey(site)).at(-1) === 'model'
  );
}

/** Programs that name their models as Ollama does, with tags of their own: `openllm serve jamba1.5:mini-ff0a`. */
function isTagged({ name, tag }: OllamaName, { strength, registry, loader }: Intent): boolean {
  return (
    strength === 'loader' &&
    registry === 'other' &&
    loader === undefined &&
    tag !== '' &&
    !name.includes('/') &&
    likenessOf(name).family !== ''
  );
}

/**
 * Other programs serve models under names like Ollama's: one that the library has not is only Ollama's where that is
 * spoken of, and no preset of KAITO is. What a service is called with is that one's name, whatever else the text
 * speaks of.
 */
function registryOf(question: Question): Registry {
  const { value, site, knowledge } = question;
  if (isAskedOfService(question)) return 'other';
  return value.includes(':') ||
    (knowledge.mentions('ollama') && !isPresetOfWorkspace(site)) ||
    knowledge.resolve(value, 'ollama') !== undefined
    ? 'ollama'
    : 'other';
}

/** `SNOWFLAKE.CORTEX.COMPLETE('deepseek-r1', …)`: the call around a plain name is one of a service's own. */
export function isAskedOfService({ value, at, site: { call, where }, knowledge }: Question): boolean {
  if (where !== 'code' || value.includes(':')) return false;
  const callee = call?.callee ?? calleeAround({ text: knowledge.text, start: at, knowledge });
  const host = callee === '' ? undefined : knowledge.vendors.of(callee, call?.module, at);
  return host !== undefined && host !== SELF && registryOfHost(host) !== 'ollama';
}

/**
 * A loader of another registry takes no names of Ollama's; but Ollama speaks the protocols of services, whose own names
 * have no tags: `ChatOpenAI(model="llama3.2:3b", base_url=…)`.
 */
function isElsewhere({ strength, registry }: Intent, value: string): boolean {
  if (strength !== 'loader' || registry === undefined) return false;
  if (registry === 'ollama' || registry === 'other' || registry === 'docker') return false;
  return !(isService(registry) && value.includes(':') && isOllamaLike(value));
}

/** A loader or key of Ollama's, or one for models where a key beside it says Ollama: `provider = "ollama"`. */
function isAskedOfOllama(question: Question): boolean {
  const { value, intent, site } = question;
  if (!atLeast(intent, 'model')) return false;
  if (intent.registry !== undefined) return intent.registry === 'ollama';
  const mayBeOwn = site.isKey !== true && /[-:\d]/.test(value);
  return mayBeOwn && isSaidOfOllama(question);
}

/** Whether a key beside a name says that Ollama is asked for it. */
export function isSaidOfOllama(question: Question): boolean {
  return providersBeside(question).some(({ said }) => /^ollama$/i.test(said));
}

/** The library has or would have the name, or it is one that its user gave: a loader is given nothing else. */
function isNameInOllama({ name, tag }: OllamaName, { value, intent, knowledge }: Question): boolean {
  return (
    isLibraryName(name) ||
    isModelTag(tag) ||
    knowledge.knows(value, 'ollama') ||
    knowledge.knowsName(value) ||
    ownedModel(name) ||
    (OWN_NAME.test(value) &&
      providerRegistry(name) === undefined &&
      (tag !== '' || likenessOf(name).sized || intent.strength === 'loader'))
  );
}

/** What users call models of their own: `house-chat`, `elyza:jp8b`; a plain word may be anything. */
const OWN_NAME = /^[a-z](?=[^:]*[-\d:])[a-z\d.-]+(?::[a-z\d][a-z\d.-]*)?$/;

/** `owner/name` in Ollama's own registry. */
function ownedModel(name: string): boolean {
  return name.includes('/') && likenessOf(name.slice(name.indexOf('/') + 1)).family !== '';
}

/** No part is strange, and the size stands in the tag, where the library puts it. */
function isUnderstood(value: string): boolean {
  const [name = ''] = value.split(':', 1);
  const { strange, sized } = likenessOf(name);
  return (strange === 0 || (name !== value && isListedName(name))) && (!sized || value.includes(':'));
}

function acceptsLibraryName({ value, site, intent, knowledge }: Question): boolean {
  const known = knowledge.knows(value, 'ollama');
  if (!known && !isUnderstood(value)) return false;
  const isSpokenOf = knowledge.mentions('ollama');
  if (value.includes(':')) return intent.strength !== 'loose' || known || isSpokenOf;
  return /\d/.test(value)
    ? acceptsNumbered({ site, intent }, known, isSpokenOf)
    : isSpokenOf && (intent.strength === 'model' || isShown(site, 'span'));
}

/** `llama3.1`, without a tag: other libraries and services have such names too. */
function acceptsNumbered(
  { site, intent }: Pick<Question, 'site' | 'intent'>,
  known: boolean,
  isSpokenOf: boolean,
): boolean {
  switch (intent.strength) {
    case 'loader':
      return true;
    case 'model':
      return site.isKey === true ? known : site.key !== 'name' || isSpokenOf;
    case 'value':
      return isSpokenOf && (site.isKey !== true || known);
    case 'loose':
      return false;
    case 'text':
      return isSpokenOf && (site.lexical === 'span' || isShown(site, 'comment'));
  }
}

/** On a line that speaks of a model. */
function isShown({ lexical, saysModel }: Question['site'], form: Question['site']['lexical']): boolean {
  return lexical === form && saysModel === true;
}
