import { isWrittenName } from '../../catalog/writtenName';
import { isArchitectureName } from '../groups';
import { namesOwnServer, registryOfHost } from '../host';
import { atLeast, evidenceOr, type Intent } from '../intent';
import { perObject } from '../../once';
import { memoized } from '../../text/memo';
import { textBefore, textBehind } from '../../text/pieces';
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
import { isQuant } from '../../registries/spelling/repack';
import { NAMES_OWNERS, TAKES_HUB_IDS } from '../../registries/tables';
import { ROUTED } from '../../registries/spelling/routes';
import { keyKindIn, keyWords } from '../signatures/keys';
import { surroundingsOf, textOf } from '../surroundings';
import { type Registry, SELF } from '../../vocabulary';
import { isRepositoryOfCode } from './codeRepositories';
import { providersBeside } from './providerBeside';
import type { Question } from './question';

/** How much an `owner/name` is an id of a model by itself: known, likely, possible, or hardly. */
type Standing = 'known' | 'likely' | 'possible' | 'hardly';

/** What a model consists of: `gpt2/tokenizer` is a place of one. */
const PARTS = /^(?:model|models|tokenizer|config|vocab|merges|weights|resources)$/i;

/** Parts that names of models do not have, of which an unknown name may have so many. */
const MOST_STRANGE = 2;

/** Ids of the Hub, `owner/name`, with a revision or variant behind. */
export function hub(question: Question): Match | undefined {
  const { value, intent } = question;
  if (!value.includes('/') || intent.excluded) return undefined;
  const { id: text, revision, suffix } = split(value);
  const id = idIn(text);
  if (id === undefined) return undefined;
  if (suffix && revision?.length === REPLICATE_VERSION) return onReplicate(value, text, revision);
  const standing = standingAt(question, id, text);
  if (!accepts(question, standing, id) || isOtherPath(question, standing)) return undefined;
  if (isOfElse(question, id)) return undefined;
  return {
    ...whole(value, ...namedAt(question, id, { text, standing })),
    end: suffix ? value.length : text.length,
    ...(revision !== undefined && { revision: pin(revision) }),
    ...surerAt(question, standing),
  };
}

/** Whether what looks like an id stands for something else. */
function isOfElse(question: Question, id: HubId): boolean {
  return isRepositoryOfCode(question) || isKeyOfSetting(question, id);
}

/** Whose id it is, and by what. */
function namedAt(
  question: Question,
  { name }: HubId,
  { text, standing }: { readonly text: string; readonly standing: Standing },
): [registry: Registry, id: string, evidence: string] {
  const { intent } = question;
  const registry = registryOf(question);
  const mayBeOwn = registry === 'huggingface' || NAMES_OWNERS.has(registry);
  const own = mayBeOwn && intent.loader === undefined ? spelledAt(question, text) : undefined;
  if (own !== undefined) return [own, text, `form:${own}`];
  const told = standing === 'known' ? 'catalog' : `family:${likenessOf(name).family}`;
  return [registry, text, evidenceOr(intent, told)];
}

function idIn(text: string): HubId | undefined {
  const id = hubId(text);
  return id === undefined || isPlaceholder(text) || PARTS.test(id.name) ? undefined : id;
}

function standingAt({ site, knowledge }: Question, id: HubId, text: string): Standing {
  return isNamedByKey(id, site.key) ? 'likely' : standingOf(id, text, knowledge);
}

/** How many characters a version of Replicate's has; revisions of the Hub are shorter. */
const REPLICATE_VERSION = 64;

function onReplicate(value: string, id: string, version: string): Match {
  return { ...whole(value, 'replicate', id, 'form:replicate'), confidence: 'high', revision: pin(version) };
}

/** A loader decides; elsewhere the names around, or the service that the text talks to there. */
function registryOf(question: Question): Registry {
  const { value, intent, knowledge, site } = question;
  if (MODELSCOPE_OWNERS.has(value.slice(0, value.indexOf('/')))) return 'modelscope';
  if (intent.registry !== undefined && takesIds(intent.registry, question)) return intent.registry;
  if (ROUTED.test(value)) return 'openrouter';
  if (isTaggedInOllama({ value, intent, knowledge })) return 'ollama';
  const isInText = site.lexical === 'comment' || site.lexical === 'prose';
  return intent.loader !== undefined || isInText ? 'huggingface' : registryNear(question);
}

/** The registry that a place says takes ids of the Hub: its own names are such ids, or the place takes any. */
function takesIds(registry: Registry, { value, intent, site: { operand }, knowledge }: Question): boolean {
  // Weights that nobody calls otherwise are got from the Hub: `lms get owner/name`.
  const isOfHub = registry === 'other' && operand !== undefined && operand.role !== 'calls';
  return (
    TAKES_HUB_IDS.has(registry) ||
    (operand !== undefined && !(isOfHub && knowledge.resolve(value, registry) === undefined)) ||
    (registry === 'other' && intent.evidence.startsWith('call:'))
  );
}

/** A service that the text talks to before the place, where its names are ids of the Hub. */
function registryNear({ value, knowledge, at, site }: Question): Registry {
  const near = /path/i.test(site.key) ? undefined : knowledge.serviceNear(at, site.call?.callee);
  if (near === 'vertex') return value.endsWith('-maas') ? 'vertex' : 'huggingface';
  return near !== undefined && TAKES_HUB_IDS.has(near) ? near : 'huggingface';
}

/**
 * The registry of an id that the Hub has under another owner: `meta/llama-3.1-8b-instruct` of NIM is
 * `meta-llama/Llama-3.1-8B-Instruct` there.
 */
function spelledAt({ knowledge }: Question, id: string): Registry | undefined {
  const owner = id.slice(0, id.indexOf('/') + 1);
  if (knowledge.knowsOwner(owner.slice(0, -1)) || knowledge.knows(id, 'huggingface')) return undefined;
  return [...NAMES_OWNERS].find((registry) => {
    const found = knowledge.resolve(id, registry);
    return (
      found !== undefined &&
      (isWrittenName(found) || found.via === 'spelling') &&
      found.record.registry === 'huggingface' &&
      !found.record.id.startsWith(owner)
    );
  });
}

/**
 * `owner/name-GGUF:Q4_K_M`: a repository of llama.cpp's files and the one that is meant, as its `-hf` takes it
 * (https://github.com/ggml-org/llama.cpp/blob/master/tools/server/README.md), whatever else a text speaks of.
 */
function isQuantOfRepository(value: string): boolean {
  const [, tag = ''] = /-gguf:(?:UD-)?([\w.]+)$/i.exec(value) ?? [];
  return isQuant(tag) || /^(?:b?f|fp)(?:16|32)$/i.test(tag);
}

/** `owner/name:q4`, unknown to the Hub, where Ollama is spoken of or the file is called after it. */
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
    !isQuantOfRepository(value) &&
    (knowledge.mentions('ollama') || /ollama/i.test(knowledge.path))
  );
}

/** `# Model: owner/name:q4` */
function isTaggedUnderKey(question: Pick<Question, 'value' | 'intent' | 'knowledge'>): boolean {
  return atLeast(question.intent, 'value') && question.intent.evidence !== '' && isTaggedInOllama(question);
}

/** Owners of ModelScope that the Hub has not: its own laboratories and its copies of others' models. */
const MODELSCOPE_OWNERS = new Set(['iic', 'damo', 'AI-ModelScope', 'LLM-Research']);

/** What may follow an id: `owner/name/`, a file in it (`owner/name/tokenizer.model`, `owner/name::adapter.pth`). */
const PART_OF =
  /^([^/@:]+\/[^/@:]+)(?:\/|(?:\/|::)[\w.-]+\.(?:safetensors|gguf|bin|pth?|onnx|json|model|txt))$/;

/** `Assets/Lists/models.txt`, `logs/daily-runs/`: a list, settings or a folder that nothing says is a model. */
function isOtherPath({ value, intent }: Question, standing: Standing): boolean {
  if (standing !== 'possible' && standing !== 'hardly') return false;
  return (
    /(?:\/[^/]+\/[^/]+\.(?:txt|json)|\/tokenizer\.model)$/.test(value) ||
    (value.endsWith('/') && intent.strength !== 'loader')
  );
}

/** The id, a revision behind `@`, and whether a variant behind `:` belongs to the name. */
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
  if (isLikely(id, knowledge)) return 'likely';
  return hasNameMarks(id.name) ? 'possible' : 'hardly';
}

/** The name has what only names of models have, or is of a family and of an owner or in a text that may have models. */
function isLikely({ owner, name }: HubId, knowledge: Knowledge): boolean {
  if (MODELSCOPE_OWNERS.has(owner) && hasNameMarks(name)) return true;
  if (isSizedInBillions(name) || (isModelLike(name) && isHardlyStrange(name))) return true;
  const { score, family } = likenessOf(name);
  return family !== '' && score >= 2 && (knowledge.knowsOwner(owner) || knowledge.mentions('hugging'));
}

/** Parts that names of models do not have are few, and stand beside a size. */
function isHardlyStrange(name: string): boolean {
  const { sized, leads, strange } = likenessOf(name);
  return strange === 0 || (sized && (leads || strange <= MOST_STRANGE));
}

/** `bagel-8b-v1.0`: parameters are counted in billions, hardly anything else. */
function isSizedInBillions(name: string): boolean {
  return /[-_]\d{1,3}(?:\.\d{1,2})?b(?:[-_.]|$)/i.test(name) && likenessOf(name).strange <= MOST_STRANGE;
}

function accepts(question: Question, standing: Standing, id: HubId): boolean {
  const { value, site, intent, knowledge } = question;
  if (standing === 'known' || site.operand?.evidence === 'link') return true;
  if (isPathLike(id) || value.startsWith('@')) return false;
  if (intent.strength === 'loader') return true;
  if (standing !== 'likely') return acceptsUnlikely(question, standing, id);
  if (intent.strength === 'model') return true;
  if (intent.strength === 'text' && isChoice(id, knowledge)) return false;
  return intent.strength === 'loose' ? acceptsLoose(question, id) : !hasSuffixOfPath(value);
}

/** A likely id of an owner that is known, or where a model is got from. */
function acceptsLoose(question: Question, { owner }: HubId): boolean {
  return question.knowledge.knowsOwner(owner) || isGotModel(question);
}

/** How sure a likely id is where a model is got from: no less than under a key for models. */
function surerAt(question: Question, standing: Standing): Pick<Match, 'confidence'> {
  return standing === 'likely' && isGotModel(question) ? { confidence: 'medium' } : {};
}

/** Keys that say where the thing around them is got from. */
const GOT_FROM = /^(?:repository|source|url|uri|from)$/i;
/** What an image of a container or a repository of code has beside the place that it is got from. */
const OF_IMAGE_OR_CODE = new RegExp(
  String.raw`(?<![\w-])["']?(?:(?:image|docker)?[-_]?tag|(?:image[-_]?)?pull[-_]?(?:policy|secrets?)|digest|branch|` +
    String.raw`chart|dockerfile|target[-_]?revision|registry(?!["']?\s{0,20}[:=]\s{0,20}["']?(?:hugging|hf)))["']?` +
    String.raw`\s{0,20}[:=]`,
  'i',
);

/**
 * `model: { repository: "owner/name" }`: what a mapping that is called a model is got from is the model, unless what
 * stands beside it is of an image or of code.
 */
function isGotModel({ value, at, site, intent, knowledge: { text, brackets } }: Question): boolean {
  const [around = '', ...outer] = site.parents;
  if (intent.strength !== 'loose' || !GOT_FROM.test(site.key)) return false;
  if (keyKindIn(around, outer) !== 'model') return false;
  const { own } = surroundingsOf(text, brackets, { start: at, end: at + value.length });
  return !OF_IMAGE_OR_CODE.test(textOf(text, own));
}

function acceptsUnlikely(question: Question, standing: Standing, id: HubId): boolean {
  return (
    isTaggedUnderKey(question) ||
    (question.intent.strength === 'model' && acceptsAtKey(question, standing, id))
  );
}

/** An unknown id that does not look like one, under a key for models. */
function acceptsAtKey(
  question: Pick<Question, 'value' | 'at' | 'site' | 'knowledge'>,
  standing: Standing,
  id: HubId,
): boolean {
  const { site, knowledge } = question;
  if (isSingleLetter(id) || isSketch(id) || site.isKey === true || site.lexical === 'span') return false;
  if (/^(?:name|title|label)$/i.test(site.key) && !hasNameMarks(id.name)) return false;
  if (!mayBeForModel(question, id)) return false;
  return standing !== 'hardly' || isSurePlace(site) || knowledge.knowsOwner(id.owner);
}

/** The key, the id, the text or a provider beside it has to do with models of machine learning. */
function mayBeForModel(question: Pick<Question, 'value' | 'at' | 'site' | 'knowledge'>, id: HubId): boolean {
  const { site, knowledge } = question;
  return isTellingKey(site.key) || isMeasured(id) || knowledge.isAboutModels() || isBesideProvider(question);
}

/** A service or server that takes ids of the Hub is named as the provider beside a value. */
function isBesideProvider(question: Pick<Question, 'value' | 'at' | 'knowledge'>): boolean {
  return providersBeside(question).some(({ host, said }) => {
    const registry = registryOfHost(host);
    return host === SELF ? namesOwnServer(said) : registry === undefined || TAKES_HUB_IDS.has(registry);
  });
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

/** The word that the name of a setting ends or begins with. */
const OF_SETTING = new RegExp(
  String.raw`^(?:enable|disable|use|show|custom|default)\b|` +
    String.raw`\b(?:models?|ids?|names?|prompts?|paths?|keys?|urls?|mode|language)$`,
);

/** Settings of one group that show that its name is no owner. */
const MANY_SETTINGS = 3;

/**
 * `LLM_PROMPT = "transcriber/llm-prompt"`, one of many of that group: a constant that is called like its value keeps
 * the key of a setting.
 */
function isKeyOfSetting(
  { site: { key, where, call }, knowledge }: Question,
  { owner, name }: HubId,
): boolean {
  if (where !== 'code' || call !== undefined || /\d/.test(name) || knowledge.knowsOwner(owner)) return false;
  if (!OF_SETTING.test(keyWords(name).join(' '))) return false;
  const words = keyWords(key).join('');
  return (
    [name, `${owner}-${name}`].some((one) => keyWords(one).join('') === words) &&
    textsBelow(knowledge)(owner) >= MANY_SETTINGS
  );
}

/** How many texts of code begin with a word and a slash: counted once for each word. */
const textsBelow = perObject(({ text }: Knowledge) =>
  memoized((word) => text.split(`"${word}/`).length + text.split(`'${word}/`).length - 2),
);

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
  if (site.isCell === true && !isWrittenAsOnHub(value, knowledge)) return undefined;
  const known = knowledge.knows(value, 'huggingface');
  const id = known ? value : completed(value, intent);
  if (!isAccepted(question, known || isKnownAs(question, id))) return undefined;
  const registry = intent.registry ?? registryOfBare(question, known || id !== value);
  return whole(value, registry, id, evidenceOr(intent, 'catalog'));
}

/** Of an unknown name, that it is what the place gets, and no word that something else is found by. */
function isAccepted(question: Question, known: boolean): boolean {
  return acceptsBare(question, known) && (known || !(isLookedUp(question) || isKind(question)));
}

/** A family alone chooses one of several: `get_alignment_model("wav2vec", "fr")`. */
function isKind({ value, intent: { evidence } }: Question): boolean {
  return evidence.startsWith('call:') && value.toLowerCase() === likenessOf(value).family;
}

/** The id that a loader makes of a name without an owner. */
function completed(name: string, { loader }: Intent): string {
  return loader?.completes === undefined ? name : `${loader.completes}/${name}`;
}

/** The catalog has the id that a library makes of the name, or one publisher's model of this name. */
function isKnownAs({ value, intent, knowledge, site }: Question, id: string): boolean {
  if (knowledge.knows(id, 'huggingface')) return true;
  return atLeast(intent, 'value') && !DISPLAYED.test(site.key) && knowledge.knowsName(value);
}

function registryOfBare({ value, at, knowledge }: Question, isOfHub: boolean): Registry {
  if (knowledge.serviceNear(at) === 'groq') return 'groq';
  return isOfHub ? 'huggingface' : writtenIn(value, knowledge);
}

/** The service that has this very name, where the Hub has none: `llama3-70b-8192`. A shorter one may be anybody's. */
function writtenIn(value: string, knowledge: Knowledge): Registry {
  if (countOf(value, '-') < 2 || knowledge.resolve(value, 'huggingface') !== undefined) return 'huggingface';
  const found = knowledge.resolve(value);
  return found !== undefined && isWrittenName(found) ? found.registry : 'huggingface';
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
        (isLower(value) && acceptsInText(value, knowledge, known))
      );
  }
}

/**
 * `from_pretrained(MODELS["XTTS"])`: what is given is what stands in a table under the text, whatever that is. A name
 * of several parts may be the model's own: `MODELS["bge-large-house"]`.
 */
function isLookedUp({ value, at, site, knowledge: { text } }: Question): boolean {
  return (
    site.where === 'code' &&
    /^\w+$/.test(value) &&
    /[\w)\]]\[["'\x60]$/.test(textBefore(text, at, 3)) &&
    /^["'\x60]\]/.test(textBehind(text, at + value.length, 2))
  );
}

/** Among words a name needs more parts than a word of theirs has, and must be written as the catalog has it. */
function acceptsInText(value: string, knowledge: Knowledge, known: boolean): boolean {
  const isLong = countOf(value, '-') >= 2;
  if (known && value.includes('-') && (isLong || likenessOf(value).score >= 3)) return true;
  return isLong && isFullName(value) && isWrittenAsOnHub(value, knowledge);
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
  if (known || (isSizedInBillions(value) && !RUN.test(value))) return true;
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
