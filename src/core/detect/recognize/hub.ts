import { isArchitectureName } from '../groups';
import { atLeast, type Intent } from '../intent';
import type { Knowledge } from '../knowledge';
import { pin, whole, type Match } from '../match';
import { isFullName, isModelLike, likenessOf } from '../../registries/names/families';
import {
  hasFileEnding,
  hasNameMarks,
  hubId,
  isBareHubName,
  isOfData,
  isPathLike,
  isPlaceholder,
  type HubId,
} from '../../registries/names/hubId';
import { isModelTag } from '../../registries/names/ollama';
import { TAKES_HUB_IDS } from '../../registries/tables';
import { keyWords } from '../signatures/keys';
import type { Registry } from '../../vocabulary';
import type { Question } from './question';

/** How much an `owner/name` is an id of a model by itself: known, likely, possible, or hardly. */
type Standing = 'known' | 'likely' | 'possible' | 'hardly';

/** What a model consists of: `gpt2/tokenizer` is a place of one. */
const PARTS = /^(?:model|models|tokenizer|config|vocab|merges|weights|resources)$/i;

/** Parts that names of models do not have, of which an unknown name may have so many. */
const MOST_STRANGE = 2;

/** Ids of the Hub, `owner/name`, with a revision or variant behind. */
export function hub(question: Question): Match | undefined {
  const { value, intent, knowledge } = question;
  if (!value.includes('/') || intent.excluded) return undefined;
  const { id: text, revision, suffix } = split(value);
  const id = hubId(text);
  if (id === undefined || isPlaceholder(text) || PARTS.test(id.name)) return undefined;
  if (suffix && /^[0-9a-f]{64}$/.test(revision ?? ''))
    return {
      ...whole(value, 'replicate', text, 'form:replicate'),
      confidence: 'high',
      revision: pin(revision ?? ''),
    };
  const standing = isNamedByKey(id, question.site.key) ? 'likely' : standingOf(id, text, knowledge);
  if (!accepts(question, standing, id) || isPathOfList(value, standing)) return undefined;
  const registry = registryOf(question);
  const evidence =
    intent.evidence === ''
      ? standing === 'known'
        ? 'catalog'
        : `family:${likenessOf(id.name).family}`
      : intent.evidence;
  const end = suffix ? value.length : text.length;
  return {
    ...whole(value, registry, text, evidence),
    end,
    ...(revision !== undefined && { revision: pin(revision) }),
  };
}

/** A loader decides; elsewhere the names around, or the service that the text talks to there. */
function registryOf({ value, intent, knowledge, at, site }: Question): Registry {
  if (MODELSCOPE_OWNERS.has(value.slice(0, value.indexOf('/')))) return 'modelscope';
  if (
    intent.registry !== undefined &&
    (TAKES_HUB_IDS.has(intent.registry) ||
      site.operand !== undefined ||
      (intent.registry === 'other' && intent.evidence.startsWith('call:')))
  )
    return intent.registry;
  if (ROUTE.test(value)) return 'openrouter';
  if (isTaggedInOllama({ value, intent, knowledge })) return 'ollama';
  if (intent.loader !== undefined || site.lexical === 'comment' || site.lexical === 'prose')
    return 'huggingface';
  const near = /path/i.test(site.key) ? undefined : knowledge.serviceNear(at, site.call?.callee);
  if (near === 'vertex') return value.endsWith('-maas') ? 'vertex' : 'huggingface';
  return near !== undefined && TAKES_HUB_IDS.has(near) ? near : 'huggingface';
}

/** What OpenRouter puts behind a name to say how it is served. */
const ROUTE = /:(?:free|nitro|floor|online|extended|exacto|thinking)$/;

/** `owner/name:q4`, unknown to the Hub, where Ollama is spoken of. */
function isTaggedInOllama({
  value,
  intent,
  knowledge,
}: Pick<Question, 'value' | 'intent' | 'knowledge'>): boolean {
  const colon = value.indexOf(':');
  return (
    intent.loader === undefined &&
    colon > 0 &&
    isModelTag(value.slice(colon + 1)) &&
    knowledge.mentions('ollama')
  );
}

/** `# Model: owner/name:q4` */
function isTaggedUnderKey(question: Pick<Question, 'value' | 'intent' | 'knowledge'>): boolean {
  return atLeast(question.intent, 'value') && question.intent.evidence !== '' && isTaggedInOllama(question);
}

/** Owners of ModelScope that the Hub has not: its own laboratories and its copies of others' models. */
const MODELSCOPE_OWNERS = new Set(['iic', 'damo', 'AI-ModelScope', 'LLM-Research']);

/** The id, a revision behind `@`, and whether a variant behind `:` belongs to the name. */
/** What may follow an id: `owner/name/`, a file in it (`owner/name/tokenizer.model`, `owner/name::adapter.pth`). */
const PART_OF =
  /^([^/@:]+\/[^/@:]+)(?:\/|(?:\/|::)[\w.-]+\.(?:safetensors|gguf|bin|pth?|onnx|json|model|txt))$/;

/** `Assets/Lists/models.txt`: a list or settings in a folder that nothing says is a model. */
function isPathOfList(value: string, standing: Standing): boolean {
  return (standing === 'possible' || standing === 'hardly') && /\/[^/]+\/[^/]+\.(?:txt|json)$/.test(value);
}

function split(value: string): { id: string; revision?: string; suffix: boolean } {
  const part = PART_OF.exec(value)?.[1];
  if (part !== undefined) return { id: part, suffix: false };
  const mark = value.search(/[@:]/);
  if (mark <= 0) return { id: value, suffix: false };
  const id = value.slice(0, mark);
  const rest = value.slice(mark + 1);
  if (value.charAt(mark) === '@')
    return /^[\w.-]+$/.test(rest) ? { id, revision: rest, suffix: false } : { id: value, suffix: false };
  if (/^[0-9a-f]{40,64}$/.test(rest)) return { id, revision: rest, suffix: true };
  return /^[\w.-]{1,40}$/.test(rest) ? { id, suffix: true } : { id: value, suffix: false };
}

function standingOf(id: HubId, text: string, knowledge: Knowledge): Standing {
  if (knowledge.knows(text, 'huggingface')) return 'known';
  if (isPathLike(id) || isOfData(id)) return 'hardly';
  if ((MODELSCOPE_OWNERS.has(id.owner) && hasNameMarks(id.name)) || isSizedInBillions(id.name))
    return 'likely';
  const { score, family, sized, leads, strange } = likenessOf(id.name);
  if (isModelLike(id.name) && (strange === 0 || (sized && (leads || strange <= MOST_STRANGE))))
    return 'likely';
  if (family !== '' && score >= 2 && (knowledge.knowsOwner(id.owner) || knowledge.mentions('hugging')))
    return 'likely';
  return hasNameMarks(id.name) ? 'possible' : 'hardly';
}

/** `bagel-8b-v1.0`: parameters are counted in billions, hardly anything else. */
function isSizedInBillions(name: string): boolean {
  return /[-_]\d{1,3}(?:\.\d{1,2})?b(?:[-_.]|$)/i.test(name) && likenessOf(name).strange <= MOST_STRANGE;
}

function accepts({ value, site, intent, knowledge }: Question, standing: Standing, id: HubId): boolean {
  if (standing === 'known' || site.operand?.evidence === 'link') return true;
  if (isPathLike(id) || value.startsWith('@')) return false;
  if (intent.strength === 'loader') return true;
  if (standing !== 'likely' && isTaggedUnderKey({ value, intent, knowledge })) return true;
  if (standing !== 'likely')
    return intent.strength === 'model' && acceptsAtKey({ site, knowledge }, standing, id);
  if (intent.strength === 'model') return true;
  if (intent.strength === 'text' && isChoice(id, knowledge)) return false;
  return intent.strength === 'loose' ? knowledge.knowsOwner(id.owner) : !hasSuffixOfPath(value);
}

/** An unknown id that does not look like one, under a key for models. */
function acceptsAtKey(
  { site, knowledge }: Pick<Question, 'site' | 'knowledge'>,
  standing: Standing,
  id: HubId,
): boolean {
  if (isSingleLetter(id) || isSketch(id) || site.isKey === true || site.lexical === 'span') return false;
  if (/^(?:name|title|label)$/i.test(site.key) && !hasNameMarks(id.name)) return false;
  if (!isTellingKey(site.key) && !isMeasured(id) && !knowledge.isAboutModels()) return false;
  return standing !== 'hardly' || isSurePlace(site) || knowledge.knowsOwner(id.owner);
}

/** `qwen2/qwen3`: two families, of which either is meant. */
function isChoice({ owner, name }: HubId, knowledge: Knowledge): boolean {
  const { sized, leads } = likenessOf(name);
  if (!/[-_]/.test(name) && !sized) return true;
  return leads && !sized && likenessOf(owner).family !== '' && !knowledge.knowsOwner(owner);
}

/** `mistral-nemo: mistralai/mistral-nemo`: a table of names and ids. */
function isNamedByKey({ name }: HubId, key: string): boolean {
  return (
    key.length > 3 && keyWords(key).join('') === keyWords(name).join('') && likenessOf(name).family !== ''
  );
}

/** Names that nobody thought about: `a/b`, `acme/model`. */
function isSketch({ owner, name }: HubId): boolean {
  return (
    owner.length + name.length <= 4 ||
    /^(?:the|some|any|test|fake|dummy|mock|sample)?[-_]?models?(?:[-_]?(?:\d|[a-z]|id|name|one|two))?$/i.test(
      name,
    )
  );
}

/** `N/A` */
function isSingleLetter({ owner, name }: HubId): boolean {
  return owner.length === 1 || name.length === 1;
}

/** A key of several words or a flag means no car. */
function isTellingKey(key: string): boolean {
  return key.startsWith('-') || keyWords(key).length > 1;
}

/** A size or a packing, as only models have. */
function isMeasured({ name }: HubId): boolean {
  const { sized, packed } = likenessOf(name);
  return sized || packed;
}

/** A key that can only be for ids of models, or configuration: there any `owner/name` is one. */
function isSurePlace({ key, where }: Question['site']): boolean {
  return where === 'config' || where === 'cli' || keyWords(key).length > 1;
}

function hasSuffixOfPath(value: string): boolean {
  return /:\d+$/.test(value);
}

/** Names of the Hub without an owner: the first models, and those that a library completes with its own owner. */
export function bareHub(question: Question): Match | undefined {
  const { value, intent, knowledge, site } = question;
  if (intent.excluded || !isBareHubName(value) || hasFileEnding(value) || isPlaceholder(value))
    return undefined;
  const known = knowledge.knows(value, 'huggingface');
  const completes = intent.loader?.completes;
  const completed = completes !== undefined && !known ? `${completes}/${value}` : value;
  if (site.isCell === true && !isWrittenAsOnHub(value, knowledge)) return undefined;
  if (
    !acceptsBare(
      question,
      known ||
        knowledge.knows(completed, 'huggingface') ||
        (atLeast(intent, 'value') && !DISPLAYED.test(site.key) && knowledge.knowsName(value)),
    )
  )
    return undefined;
  const registry =
    intent.registry ??
    (knowledge.serviceNear(question.at) === 'groq'
      ? 'groq'
      : known || completed !== value
        ? 'huggingface'
        : writtenIn(value, knowledge));
  return whole(value, registry, completed, intent.evidence === '' ? 'catalog' : intent.evidence);
}

/** The service that has this very name, where the Hub has none: `llama3-70b-8192`. A shorter one may be anybody's. */
function writtenIn(value: string, knowledge: Knowledge): Registry {
  if (countOf(value, '-') < 2 || knowledge.resolve(value, 'huggingface') !== undefined) return 'huggingface';
  const found = knowledge.resolve(value);
  return found?.via === 'id' || found?.via === 'alias' ? found.registry : 'huggingface';
}

/** Keys of what people read. */
const DISPLAYED = /^(?:title|label|caption|summary|(?:display|pretty|human|nice)[-_]?(?:name|title))$/i;

/** `Llama-2-13b-chat`, not `LLaMA2-13B`: letter for letter the name of a known repository. */
function isWrittenAsOnHub(value: string, knowledge: Knowledge): boolean {
  const id = knowledge.resolve(value)?.record.id;
  return id !== undefined && (id === value || id.endsWith(`/${value}`));
}

function acceptsBare({ value, intent, site, knowledge }: Question, known: boolean): boolean {
  if (isAttributePath(value)) return false;
  switch (intent.strength) {
    case 'loader':
      return acceptsAtLoader(intent, value, known);
    case 'model':
      return acceptsAtModel(value, site, known);
    case 'value':
      return acceptsAtValue(value, site, known);
    case 'loose':
      return known && countOf(value, '-') >= 2;
    case 'text':
      return (
        (site.lexical === 'span' && isFullName(value)) ||
        (isFullName(value) &&
          countOf(value, '-') >= 2 &&
          isLower(value) &&
          isWrittenAsOnHub(value, knowledge)) ||
        (known &&
          isLower(value) &&
          value.includes('-') &&
          (countOf(value, '-') >= 2 || likenessOf(value).score >= 3))
      );
  }
}

/** A mapping of configuration gives its own names to things; a cell of a table may be a name for people. */
function acceptsAtModel(value: string, { isKey, where, lexical }: Question['site'], known: boolean): boolean {
  if (lexical === 'span') return (known && value.includes('-')) || isFullName(value);
  if (isKey === true && where === 'config') return known || isFullName(value);
  return known || isNamedLikeModel(value) || isSizedVariant(value);
}

/** `tigerbot-7b-sft`: one unknown word, then nothing but what names of models have, a size among it. */
function isSizedVariant(value: string): boolean {
  const { sized, score, strange } = likenessOf(value);
  return (
    sized &&
    score >= 4 &&
    strange <= 1 &&
    isSizedInBillions(value) &&
    !isArchitectureName(value) &&
    !RUN.test(value)
  );
}

/** As a key (`{"mixtral-8x7b-32768": 32768}`) a name must be longer: mappings give their own short names to things. */
function acceptsAtValue(value: string, { isKey, where }: Question['site'], known: boolean): boolean {
  if (isKey === true) return where === 'code' && countOf(value, '-') >= 2 && isFullName(value);
  return (known && value.includes('-') && hasNameMarks(value)) || isLegacyLike(value) || isFullName(value);
}

/** `mpnet.embeddings.LayerNorm`: words joined by dots. */
function isAttributePath(value: string): boolean {
  return value.includes('.') && !/[-\d]/.test(value);
}

/** A run of a training, named after its settings: `sailor_4b_lr1e-5_bs_512`. */
const RUN = /[-_](?:lr|bs|ep|epochs?|steps?|seed)[-_]?\d/i;

function isNamedLikeModel(value: string): boolean {
  if (isArchitectureName(value) || RUN.test(value)) return false;
  const { score, leads, family, sized, strange } = likenessOf(value);
  return (
    (family !== '' && score >= 3 && (leads ? strange <= 1 || sized : sized && strange <= 1)) ||
    (leads && sized)
  );
}

/** Like the Hub's first names: `distilbert-base-uncased-finetuned-sst-2-english`. */
function isLegacyLike(value: string): boolean {
  const { score, leads, ambiguous, strange } = likenessOf(value);
  return countOf(value, '-') >= 2 && leads && !ambiguous && strange === 0 && score >= 4 && isLower(value);
}

function acceptsAtLoader(intent: Intent, value: string, known: boolean): boolean {
  if (intent.registry !== 'huggingface' && intent.registry !== 'other') return isNamedLikeModel(value);
  if (known) return true;
  const { score, family, leads } = likenessOf(value);
  if (intent.loader?.completes !== undefined) return countOf(value, '-') >= 1;
  return (family !== '' && score >= 2 && (leads || countOf(value, '-') >= 2)) || score >= 4;
}

function isLower(value: string): boolean {
  return value.charAt(0) === value.charAt(0).toLowerCase();
}

function countOf(value: string, mark: string): number {
  return value.split(mark).length - 1;
}
