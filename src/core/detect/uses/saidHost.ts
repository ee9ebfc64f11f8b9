import { message } from '../../message';
import { perObject } from '../../once';
import { SERVES_OTHERS } from '../../registries/tables';
import { textAround, textBefore, textBehind } from '../../text/pieces';
import { likenessOf } from '../../registries/names/families';
import { SELF } from '../../vocabulary';
import { hostOfWords, type HostEvidence } from '../beside';
import type { Bracket } from '../brackets';
import type { FirstPlace } from '../evidence';
import { domainOf, isOwn, isService, registryOfHost, type Hosts } from '../host';
import { atLeast } from '../intent';
import type { Knowledge } from '../knowledge';
import { keyWords } from '../signatures/keys';
import { stemOf } from '../surroundings';
import { bodyOf, classAround } from '../classAround';
import { wordOfClass } from '../classWords';
import { recordClassesOf } from '../recordClasses';
import { plainName } from '../../text/plainName';
import { matchesOf } from '../../text/matches';
import { AT_RUN_TIME, calledAt, isFile } from './client/asked';
import { clientsBases, clientsMade } from './client/protocolClient';
import { isMaker, isMakersHost, sellsNames } from './client/sellers';
import { isOfPlainClient } from './client/callAround';
import { writtenAround } from './client/namesAround';
import { OF_CLIENT } from './client/otherAddresses';
import { INFERENCE } from './named';
import { SERVER_ASKED } from './ownAddress';
import {
  CODE_WITHOUT_LOADER,
  GETS_WEIGHTS,
  GIVEN_BY_SERVER,
  needing,
  WITHOUT_LOADER,
  type Place,
  type Use,
} from './place';

/**
 * Hosts that are said further out than in the mapping or call of a name: by the settings of the same stem, the section
 * of a table, the provider that a function chooses, the class or the file.
 */

/** A name that could be loaded as well as asked for at a service: nothing at its place in code says which. */
export function isOpen({ intent, registry, match, knowledge }: Place): boolean {
  return (
    !isService(registry) &&
    !isOwn(registry) &&
    !isFile(match) &&
    atLeast(intent, 'model') &&
    !LOADS.some((mark) => knowledge.mentions(mark))
  );
}

/** What a text has that loads weights, or speaks to a server of its own that does. */
const LOADS = [
  'transformers',
  'from_pretrained',
  'diffusers',
  'torch',
  'vllm',
  'sglang',
  'llama_cpp',
  'llama.cpp',
  'gguf',
  'onnx',
  'safetensors',
  'snapshot_download',
  'hf_hub',
  'ollama',
  'localhost',
];

/** At the host that a word says. */
export function saidBy(host: string, said: string): Use {
  return calledAt(writtenAround(host, said));
}

/** How far from a setting the others of its stem are looked for, in characters. */
const KIN_REACH = 800;
/** A key of a provider, and the provider. */
const PROVIDER_SETTING = new RegExp(
  String.raw`(?<![\w-])([A-Za-z][\w-]{0,60}(?:provider|vendor|platform))(?:[-_]?(?:name|id|type))?["'\x60\]]{0,2}` +
    String.raw`\s{0,8}(?::\s{0,8}\w{1,30}\s{0,8})?(?:=>|[:=])\s{0,8}["'\x60]([A-Za-z][\w.-]{1,40})["'\x60]`,
  'gi',
);

/** What declares a setting with its default: `Field(default="…")`, `ConfigItem("LLM", "Model", "…")`. */
const DECLARES = /(?:^|\.)(?:\w{0,40}(?:Config|Setting)\w{0,20}|Field|field)$/;

/**
 * The address or provider of a setting of the same stem: `DEFAULT_RERANK_MODEL_PROVIDER` beside
 * `DEFAULT_RERANK_MODEL_NAME`, `ai_stability_api_url` beside `ai_stability_engine`.
 */
export const byKinSetting = needing(WITHOUT_LOADER, (place) => {
  const { site, registry, match } = place;
  const isOfSetting = site.call === undefined || DECLARES.test(site.call.callee);
  if (!isOfSetting || isOwn(registry) || isFile(match)) return undefined;
  const [outer = ''] = site.parents;
  const stem = kinStem(/^(?:default|value|)$/i.test(site.key) ? outer : site.key);
  const said = (stem === '' ? undefined : kinAddress(place, stem)) ?? kinProvider(place, settingOf(site.key));
  return said !== undefined && isTold(place, said.host) ? calledAt(said) : undefined;
});

function kinAddress({ text, start, end, knowledge }: Place, stem: string): HostEvidence | undefined {
  return knowledge.evidence
    .in('addresses', { start: Math.max(0, start - KIN_REACH), end: end + KIN_REACH })
    .find(({ at }) => kinStem(/^[\w-]+/.exec(textBehind(text, at, 80))?.[0] ?? '') === stem);
}

function kinProvider({ text, start, end, knowledge }: Place, stem: string): HostEvidence | undefined {
  const around = textAround(text, start, end, KIN_REACH);
  for (const [, key = '', word = ''] of matchesOf(around, PROVIDER_SETTING)) {
    const host = stem !== '' && settingOf(key) === stem ? knowledge.hosts.ofProvider(word) : undefined;
    if (host !== undefined && host !== 'huggingface') return writtenAround(host, word);
  }
  return undefined;
}

/** `deployment` and `engine` say no more of a setting than `model` does. */
function kinStem(key: string): string {
  return stemOf(key).replace(/ (?:engine|default)$/, '');
}

/** What a setting is for, also one for embeddings: `embedding` of `embedding_model` and `embedding_provider`. */
function settingOf(key: string): string {
  const words = [...keyWords(key)];
  while (NO_STEM.test(words.at(-1) ?? '')) words.pop();
  return words.join(' ');
}

const NO_STEM = /^(?:models?|name|id|type|provider|vendor|platform|deployment|engine|default)$/;

/** The host runs a name of this spelling: a service is asked for its own, another for those that it sells. */
function isTold(place: Place, host: string): boolean {
  return host !== SELF && (!isService(place.registry) || sellsNames(host, place));
}

/** How a section of a table begins: its key, and a type that is written before the bracket. */
const SECTION =
  /["'`]?([A-Za-z][\w.-]{1,60})["'`\]]{0,2}\s{0,20}(?::|=>|=)\s{0,20}(?:(?:new\s+)?[\w.[\]*&<>]{1,60}\s{0,4})?\(?$/;
const SECTIONS =
  /["'`]?([A-Za-z][\w.-]{1,60})["'`\]]{0,2}\s{0,20}(?::|=>)\s{0,20}(?:[\w.[\]*&<>]{1,60}\s{0,4})?\(?[[{]/g;
/** So many sections that are called by providers make a table of providers. */
const FEWEST_PROVIDERS = 3;
/** What sections are called that are no providers. */
export const NO_PROVIDER = new RegExp(
  String.raw`^(?:default\w*|custom\w*|generic|fallback\w*|other\w*|local\w*|common|shared|all|misc|models?|llms?|` +
    String.raw`chat\w*|completions?|embed\w*|images?|audio|speech|vision|video|rerank\w*|text|code|small|fast|large|` +
    String.raw`medium|best|cheap|test\w*|free|pro|plus|options|config\w*|settings|env|tools?|agents?|prices?|` +
    String.raw`pricing|costs?|limits?|aliases|deprecated|legacy|router|open-?ai\w*|gpt\w*|claude\w*|gemini\w*|` +
    String.raw`llama\w*|mistral\w*|qwen\w*|gemma\w*|deepseek\w*)$`,
  'i',
);

/**
 * A section of a table of providers: what it lists is asked for there, whoever makes it. A provider that nobody knows
 * is one nevertheless: `ModelProviderSAPAICore: { { Name: "gpt-5" }, … }`.
 */
export const bySection = needing(CODE_WITHOUT_LOADER, (place) => {
  const { text, start, match, knowledge } = place;
  if (isFile(match)) return undefined;
  const open = knowledge.brackets.open(start);
  for (const [level, { at }] of open.slice(0, 4).entries()) {
    const outer = open[level + 1];
    if (outer === undefined) return undefined;
    const key = SECTION.exec(textBefore(text, at, 160))?.[1] ?? idOfRecord(text, at);
    if (key !== undefined && isOfProviders(outer, knowledge)) return ofSection(providerWord(key), place);
  }
  return undefined;
});

/** How a record of a list of providers begins: `{ id: …, label: 'Groq TTS', fields: […] }`. */
const RECORD_START = new RegExp(
  String.raw`^\{\s{0,40}["'\x60]?(?:id|key|name|type|value|slug|provider)["'\x60]?\s{0,8}(?::|=>|=)\s{0,8}` +
    String.raw`["'\x60]([A-Za-z][\w.-]{1,60})["'\x60]`,
);
const RECORDS = new RegExp(RECORD_START.source.slice(1), 'g');

function idOfRecord(text: string, at: number): string | undefined {
  return RECORD_START.exec(textBehind(text, at, 200))?.[1];
}

/** An entry of a mapping that is a text. */
const ENTRIES = /["'`]([A-Za-z][\w.-]{1,60})["'`]\s{0,20}(?::|=>)\s{0,20}["'`][^"'`\n]{2,120}["'`]/g;

/**
 * The entry of a provider that nobody knows, in a mapping from providers to their models:
 * `{"openai": "gpt-4o", "mistral": "mistral-small-latest", "acme": "gpt-4o-mini", …}`.
 */
export const byEntry = needing(WITHOUT_LOADER, (place) => {
  const { site, start, end, match, registry, knowledge } = place;
  const { brackets, hosts, text } = knowledge;
  const [own] = brackets.open(start);
  if (isFile(match) || !isService(registry) || own?.mark !== '{' || site.key === '') return undefined;
  if (isNoProvider(site.key) || hostSaid(site.key, hosts) !== undefined) return undefined;
  const { start: from, end: to } = brackets.contentOf(own, end);
  const keys = [...matchesOf(text.slice(from, to), ENTRIES)].map(([, key = '']) => key);
  const known = keys.filter((key) => hosts.ofProvider(key) !== undefined).length;
  return known >= FEWEST_PROVIDERS && known * 2 > keys.length && keys.includes(site.key)
    ? ofSection(site.key, place)
    : undefined;
});

/** Who is asked for what a section lists that is called by a word. */
function ofSection(word: string, place: Place): Use | undefined {
  const {
    registry,
    intent,
    knowledge: { hosts },
  } = place;
  const host = hostSaid(word, hosts);
  if (host === SELF) return undefined;
  if (host === undefined)
    return !isNoProvider(word) && (isService(registry) || isOwn(registry) || atLeast(intent, 'value'))
      ? { role: 'calls', host: null, why: [message('the provider {0} is written beside it', word)] }
      : undefined;
  const isOther = host === 'openai' && registry !== 'openai' && registry !== 'azure';
  return isOther || isMaker(word, place) ? undefined : saidBy(host, word);
}

/** A section that is called by a model, or by what models are for. */
function isNoProvider(word: string): boolean {
  const [first = ''] = word.split(/[-_.]/, 1);
  return (
    NO_PROVIDER.test(word) || NO_PROVIDER.test(first) || (/\d/.test(word) && likenessOf(word).family !== '')
  );
}

/** Which brackets hold tables of providers, of each text: every name in them asks. */
const TABLES = new WeakMap<Knowledge, Map<number, boolean>>();
/** The longest table whose sections are read, in characters. */
const LONGEST_TABLE = 100_000;

/** The direct sections between these brackets are called by providers. */
function isOfProviders({ at, close }: Bracket, knowledge: Knowledge): boolean {
  let known = TABLES.get(knowledge);
  if (known === undefined) TABLES.set(knowledge, (known = new Map<number, boolean>()));
  let answer = known.get(at);
  if (answer === undefined) {
    const { text, brackets, hosts } = knowledge;
    const form = text.charAt(at) === '[' ? RECORDS : SECTIONS;
    const sections = close - at > LONGEST_TABLE ? [] : [...matchesOf(text.slice(at + 1, close), form)];
    answer =
      sections.filter(
        ({ 1: name = '', index }) =>
          hostSaid(providerWord(name), hosts) !== undefined && brackets.open(at + 1 + index)[0]?.at === at,
      ).length >= FEWEST_PROVIDERS;
    known.set(at, answer);
  }
  return answer;
}

/** The word for a provider in a key: `SAPAICore` of `v1.ModelProviderSAPAICore`, the first word of `groq_models`. */
export function providerWord(key: string): string {
  return (key.split('.').at(-1) ?? '')
    .replace(/^(?:Model|LLM|Llm|AI)?(?:Provider|Vendor|Platform|Backend)(?:Type|Kind)?_?(?=[A-Z\d])/, '')
    .replace(/[-_]?(?:providers?|models?|llms?)$/i, '');
}

function hostSaid(word: string, hosts: Hosts): string | undefined {
  return hosts.ofProvider(word) ?? hostOfWords(`${word}_key`, hosts);
}

/**
 * The one provider that a function chooses by a call, or else the text: `LLMProvider::using(…)`,
 * `model.setProvider("Tongyi")`.
 */
export const byChosenProvider = needing(CODE_WITHOUT_LOADER, (place) => {
  if (!isOpen(place)) return undefined;
  const { text, start, knowledge } = place;
  const { brackets, evidence } = knowledge;
  if (evidence.all('chosen').length === 0) return undefined;
  for (const { at, close } of brackets.open(start).filter(({ mark }) => mark === '{')) {
    const inside = evidence.firstIn('chosen', { start: at + 1, end: close });
    if (inside !== undefined) return chosenIn(inside);
  }
  return chosenIn(evidence.firstIn('chosen', { start: 0, end: text.length }));
});

/** The provider in the argument before the name: `->using(provider, model)` of Prism for PHP. */
export const byProviderArgument = needing(CODE_WITHOUT_LOADER, ({ text, start, match, knowledge }) => {
  if (isFile(match)) return undefined;
  const { evidence } = knowledge;
  const before = evidence.before('chosen', start, 120);
  return before !== undefined && NEXT_ARGUMENT.test(text.slice(before.end, start)) && before.host !== 'openai'
    ? calledAt(before)
    : undefined;
});

/** From a provider to the name that is given next, itself or by its own call: `SetProvider("…"), SetModel("…")`. */
const NEXT_ARGUMENT = /^[\s),.;]*(?:(?:\w{1,30}\.)?\w{0,20}model(?:_?(?:name|id))?\(\s*)?["'\x60]$/i;

/** Who is asked where one provider alone is chosen. */
function chosenIn(chosen: FirstPlace | undefined): Use | undefined {
  return chosen === undefined || !chosen.isOnlyHost || chosen.place.host === SELF
    ? undefined
    : calledAt(chosen.place);
}

/**
 * The one service that a text sends requests to, wherever it does: `http.post("https://api.together.xyz/v1/…")` below
 * the name.
 */
export const byRequests = needing(CODE_WITHOUT_LOADER, (place) => {
  if (!isOpen(place)) return undefined;
  const request = onlyRequest(place.knowledge);
  return request !== undefined && isSeller(request.host) && !RENTS.has(request.host)
    ? calledAt(request)
    : undefined;
});

function onlyRequest({ evidence }: Knowledge): HostEvidence | undefined {
  return evidence.onlyHost('requests') === undefined ? undefined : evidence.all('requests')[0];
}

/**
 * The same for the name of a service's model, where the text makes no client that could ask there and speaks of no
 * other service: the one that requests go to sells it.
 */
export const byRequestsOfSeller = needing(CODE_WITHOUT_LOADER, (place) => {
  if (!isService(place.registry) || isFile(place.match) || place.site.call !== undefined) return undefined;
  const request = soleRequest(place.knowledge);
  return request !== undefined && isKnownSeller(request.host, place) ? calledAt(request) : undefined;
});

const soleRequest = perObject((knowledge: Knowledge): HostEvidence | undefined => {
  const request = onlyRequest(knowledge);
  const { evidence, protocolClients, brackets, text } = knowledge;
  if (request === undefined || clientsMade(text) > 0 || protocolClients.at(0) !== undefined) return undefined;
  const isGiven = ({ at }: HostEvidence): boolean => brackets.open(at).some(({ mark }) => mark === '(');
  const said = (['addresses', 'providers', 'secrets'] as const).flatMap((kind) => evidence.all(kind));
  const isOther = said.some(({ host }) => host !== request.host) || evidence.all('addresses').some(isGiven);
  return isOther ? undefined : request;
});

/** A service that is known, sells the models of others, and may have this one. */
function isKnownSeller(host: string, place: Place): boolean {
  return !host.includes('.') && !isMakersHost(host) && sellsNames(host, place);
}

/**
 * The one vendor whose interface all addresses in the text are of, wherever the name stands: `BaseUrl =
 * "https://api.cerebras.ai"` at the head of a class, `api.soniox.com` and `api.eu.soniox.com` in a list of regions.
 * Where the text gets no weights, nothing runs a model but what answers there.
 */
export const byOnlyInterface = needing({ ...CODE_WITHOUT_LOADER, words: ['://'] }, (place) => {
  const { registry, match, intent, knowledge } = place;
  const isTaken = isService(registry) || isOwn(registry) || isFile(match);
  const isMeant = atLeast(intent, 'model') || place.hasWeights;
  if (isTaken || !isMeant || [...LOADS, ...GETS_WEIGHTS].some((mark) => knowledge.mentions(mark)))
    return undefined;
  const address = onlyInterface(knowledge);
  return address === undefined || !isOfModels(address, knowledge.path) ? undefined : calledAt(address);
});

/** A service for models; one that nobody knows is one where the file is called after it. */
function isOfModels({ host, said }: HostEvidence, path: string): boolean {
  if (!host.includes('.')) return host !== SELF && !RENTS.has(host);
  const [vendor = ''] = vendorOf(said).split('.');
  return plainName(path).includes(plainName(vendor));
}

/** An address whose name says that programs ask it, and one under a key for the base of a client. */
const INTERFACE = /\b(?:https|wss):\/\/(?:[\w-]+\.){0,3}api\.(?:[\w-]+\.){1,4}[a-z]{2}[^\s"'`)\]}>,;|]*/gi;

const onlyInterface = perObject(({ text, evidence, hosts }: Knowledge): HostEvidence | undefined => {
  const bases = clientsBases(text, evidence.all('addresses'));
  const named = [...matchesOf(text, INTERFACE)].flatMap(({ 0: said, index }): HostEvidence[] => {
    const host = hosts.at(said);
    return host === undefined ? [] : [{ host, said, kind: 'address', at: index, end: index + said.length }];
  });
  const all = [...bases, ...named];
  const [first] = all;
  const isOne = all.every(
    ({ host, said }) => host === first?.host || vendorOf(said) === vendorOf(first?.said ?? ''),
  );
  return isOne ? first : undefined;
});

/** The vendor that an address is of: the last two labels of its name. */
function vendorOf(address: string): string {
  return domainOf(address.replace(/^\w+:\/\//, '')).toLowerCase();
}

/** A request for answers of a model at an address that begins with a variable: `${base}/chat/completions`. */
const OPEN_REQUEST = new RegExp(
  String.raw`(?:\{[\w.$()[\]"' -]{1,80}\}|%s|\$\w{1,60}|[\w)\]]\s{0,4}\+\s{0,4}["'\x60])/` +
    String.raw`(?:(?:api|openai)/)?(?:v\d/)?(?:chat/completions|completions|embeddings|responses|rerank|` +
    String.raw`images/generations)["'\x60?]`,
);
const sendsOpenRequest = perObject(({ text }: Knowledge): boolean => OPEN_REQUEST.test(text));

/** A setting of a text that sends requests to whatever address it is given, and gets no weights. */
export const byOpenRequest = needing(CODE_WITHOUT_LOADER, (place) =>
  isOpen(place) &&
  !GETS_WEIGHTS.some((mark) => place.knowledge.mentions(mark)) &&
  sendsOpenRequest(place.knowledge)
    ? { role: 'calls', host: null, why: [AT_RUN_TIME] }
    : undefined,
);

/** A service that is known by name: an address that nobody knows is none of models by that alone. */
function isSeller(host: string): boolean {
  return host !== SELF && !host.includes('.') && registryOfHost(host) !== undefined;
}

/** The model in an address of the Hub's service for inference: nothing is downloaded from it. */
export const byInferenceAddress = needing({ words: ['huggingface.co/'] }, ({ text, start, match }) => {
  const address = match.evidence.startsWith('url:') ? INFERENCE.exec(textBefore(text, start, 120)) : null;
  return address === null ? undefined : calledAt({ host: 'huggingface', said: address[0], kind: 'address' });
});

/** Such an address that a variable is put into: `…/models/{self._model}`, `…/models/${MODEL}`, `…/models/" + model`. */
const FILLED_IN = new RegExp(
  String.raw`\b((?:api-inference|router)\.huggingface\.co\/[\w./-]{0,60})` +
    String.raw`(?:[$#]?\{|["'\x60]\s{0,4}[+.]\s{0,4})\$?([\w.$>-]{1,80})`,
  'g',
);

/** A word of code that may be a variable, where it is read: a field, or given to something. */
const WORD = /(?<![\w$"'])[A-Za-z_$][\w$]{0,80}/g;
const SET_BEHIND = /^\s{0,8}(?::|=(?!=))/;
const SET_FROM = /([\w$]{1,80})\s{0,8}=\s{0,8}$/;
const READ_BEFORE = /(?:\b(?:self|this)\.|[(,=]\s{0,40})$/;
const READ_BEHIND = /^\s{0,8}[,)\]]/;

/** The address that the class or text around a default puts it into, where nothing else there reads it. */
function filledAround({ text, start, site }: Place): string | undefined {
  const head = classAround(text, start);
  const body = head === undefined ? { start: 0, end: text.length } : bodyOf(head, text, start);
  const own = plainName(site.key);
  const code = text.slice(body.start, body.end);
  const filled = [...matchesOf(code, FILLED_IN)].find(
    ([, , given = '']) => plainName(given.split(/[.>]/).at(-1) ?? '') === own,
  );
  return filled === undefined || isReadIn(code.replace(FILLED_IN, ''), own) ? undefined : filled[1];
}

function isReadIn(code: string, own: string): boolean {
  return [...matchesOf(code, WORD)].some(({ 0: word, index }) => {
    if (plainName(word) !== own) return false;
    const before = textBefore(code, index, 120);
    const behind = textBehind(code, index + word.length, 20);
    const [, target] = SET_FROM.exec(before) ?? [];
    if (SET_BEHIND.test(behind) || (target !== undefined && plainName(target) === own)) return false;
    return READ_BEFORE.test(before) || READ_BEHIND.test(behind);
  });
}

/**
 * The default of what is put into such an address, in a text that gets no weights:
 * `def __init__(self, model="owner/name")` and `post(f"https://api-inference.huggingface.co/models/{self._model}")`.
 */
export const byFilledAddress = needing(
  { ...CODE_WITHOUT_LOADER, words: ['api-inference.huggingface.co/', 'router.huggingface.co/'] },
  (place) => {
    const { site, registry, knowledge } = place;
    if (registry !== 'huggingface' || site.call !== undefined || !isOpen(place)) return undefined;
    const said = filledAround(place);
    return said === undefined || GETS_WEIGHTS.some((mark) => knowledge.mentions(mark))
      ? undefined
      : calledAt({ host: 'huggingface', said, kind: 'address' });
  },
);

/** What such names begin with that says nothing of the provider. */
const CLASS_LEAD = /^(?:LC|My|Custom|Default|Abstract|Base|Async|Simple)(?=[A-Z])/;

/**
 * The class or the file around is called by a service that runs models of others: `DashScopeRerankerOptions`,
 * `providers/together.py`. What it names, and loads by nothing, is asked for there.
 */
export const byNamedPlace = needing(CODE_WITHOUT_LOADER, (place) => {
  if (!isOpen(place)) return undefined;
  const { hosts, path } = place.knowledge;
  const name = classAround(place.text, place.start)?.name.replace(CLASS_LEAD, '');
  if (name !== undefined) {
    const host = hosts.ofProvider(name) ?? hostOfWords(name, hosts);
    if (host !== undefined) return isRunner(name, host, place) ? saidBy(host, name) : undefined;
  }
  const [file = '', ...folders] = path.split('/').reverse();
  for (const part of [file.replace(/\.\w+$/, ''), ...folders.slice(0, 2)]) {
    const host = hosts.ofProvider(part);
    if (host !== undefined && isRunner(part, host, place)) return saidBy(host, part);
  }
  return undefined;

  function isRunner(word: string, host: string, { intent }: Place): boolean {
    return (
      host !== SELF &&
      host !== 'openai' &&
      !RENTS.has(host) &&
      atLeast(intent, 'model') &&
      !isMaker(word, place)
    );
  }
});

/**
 * The name of another service's model, or a file of weights, in a class and a file that are called by a server of one's
 * own: `class VllmImageProvider` in `providers/vllm.py` has `model = "dall-e-2"`. That server is asked, whatever it
 * offers under the name.
 */
export const byOwnServer = needing(CODE_WITHOUT_LOADER, (place) => {
  const { registry, match, isApiOnly, knowledge } = place;
  if (match.evidence === 'weights-file' && asksServers(knowledge))
    return isOfOwnServer(place, true) ? { role: 'loads', host: SELF, why: [SERVER_ASKED] } : undefined;
  return isService(registry) && isApiOnly && isOfOwnServer(place, false)
    ? { role: 'mentions', host: SELF, why: [GIVEN_BY_SERVER] }
    : undefined;
});

/** Class and file are called by a server of one's own, and nothing else is spoken to; a file needs no class. */
function isOfOwnServer(place: Place, isFileAsked: boolean): boolean {
  const { hosts, path, evidence } = place.knowledge;
  const isOwnServer = (name: string): boolean =>
    hosts.ofProvider(name) === SELF || hostOfWords(name, hosts) === SELF;
  const name = classAround(place.text, place.start)?.name.replace(CLASS_LEAD, '');
  const file = path.slice(path.lastIndexOf('/') + 1).replace(/\.\w+$/, '');
  if (!isOwnServer(file) || !(name === undefined ? isFileAsked : isOwnServer(name))) return false;
  // OpenAI's client asks for files of weights only at another's address.
  const isOwnHost = ({ host }: HostEvidence): boolean => host === SELF || (isFileAsked && host === 'openai');
  return [...evidence.all('addresses'), ...evidence.all('providers')].every(isOwnHost);
}

/** What a text has that reads files of weights itself. */
const IN_PROCESS = [
  'transformers',
  'from_pretrained',
  'torch',
  'llama_cpp',
  'llama-cpp',
  'hf_hub',
  'ctransformers',
];

/** Only clients of servers are made in a text: the names of files are those that a server has. */
function asksServers(knowledge: Knowledge): boolean {
  return (
    ['base_url', 'baseurl', 'base_uri'].some((mark) => knowledge.mentions(mark)) &&
    !IN_PROCESS.some((mark) => knowledge.mentions(mark))
  );
}

/** Hosts that also run weights which their customers bring: their names say nothing of who has put them there. */
const RENTS: ReadonlySet<string> = new Set(
  'azure bedrock sagemaker vertex oci databricks snowflake modal runpod baseten lambda huggingface modelscope'.split(
    ' ',
  ),
);

/**
 * The name of a service's model in a class whose clients are given one address alone, or that is called by another
 * service for models: `class RouterChat: base_url = "https://openrouter.ai/api/v1"`, `class AzureClient`.
 */
export const byClass = needing({ ...CODE_WITHOUT_LOADER, words: ['class ', 'struct '] }, (place) => {
  const head = isField(place) ? classAround(place.text, place.start) : undefined;
  if (head === undefined) return undefined;
  const body = bodyOf(head, place.text, place.start);
  const addresses = clientsBases(place.text, place.knowledge.evidence.in('addresses', body));
  const [address] = addresses;
  if (address === undefined) {
    const called = SAID_BY_CLASS.exec(place.text.slice(body.start, body.end))?.[1];
    return byClassName(head.name, place) ?? (called === undefined ? undefined : byClassName(called, place));
  }
  if (addresses.some(({ host }) => host !== address.host)) return undefined;
  const isAsked = clientsMade(place.text.slice(body.start, body.end)) <= addresses.length;
  if (!isAsked) return besideClients(head.name, place, address);
  return sellsNames(address.host, place) ? calledAt(address) : undefined;
});

/** Beside other clients, the class still says whose its own is: `model` of `class AzureLLM` is asked for at Azure. */
function besideClients(name: string, place: Place, { host }: HostEvidence): Use | undefined {
  const named = OF_CLIENT.test(place.site.key) ? byClassName(name, place) : undefined;
  return named?.host === host ? named : undefined;
}

/** What only sets fields: an array, and the constructors of the same class and of the one it is made from. */
const SETS_FIELDS = /^(?:array|this|super|base|\.?__init__)$/;

/**
 * The name of a service's model in no call, as `array('model' => …)` of PHP and a record that the text has a class for
 * are none, and for no client that is known to have no address.
 */
function isField(place: Place): boolean {
  const { registry, match, site, knowledge } = place;
  const callee = site.call?.callee;
  const isCalled =
    callee !== undefined &&
    !SETS_FIELDS.test(callee) &&
    !(recordClassesOf(knowledge).has(callee) && !saysProvider(place));
  return isService(registry) && !isFile(match) && !isCalled && !isOfPlainClient(place);
}

/** Whether what a record is given says who is asked: `Config("gpt-4", "openai")`. */
function saysProvider({ text, start, end, knowledge: { brackets, hosts } }: Place): boolean {
  const [own] = brackets.around(start);
  if (own === undefined) return false;
  const content = brackets.contentOf(own, end);
  return [...matchesOf(text.slice(content.start, content.end), /["']([A-Za-z][\w -]{1,30})["']/g)].some(
    ([, word = '']) => hosts.ofProvider(word) !== undefined,
  );
}

/** What a class says it is called, by any of the words that programs tell their connectors apart by. */
const SAID_BY_CLASS = new RegExp(
  String.raw`(?:\b(?:this|self)(?:\.|->)|@|\n[ \t]+|\b(?:static|readonly|const|val|public|protected|private|` +
    String.raw`override)\s(?:\w{1,20}\s){0,2}\$?)` +
    String.raw`_?(?:name|provider(?:_?(?:name|id))?|service(?:_?name)?|id|slug)\s{0,4}(?::\s?\w{1,20}\s?)?=\s{0,4}` +
    String.raw`["']([\w .-]{2,40})["']`,
  'i',
);

function byClassName(name: string, place: Place): Use | undefined {
  const host = place.knowledge.hosts.ofProvider(wordOfClass(name.replace(CLASS_LEAD, ''))) ?? SELF;
  const service = registryOfHost(host);
  if (service === undefined || service === place.registry || !SERVES_OTHERS.has(service)) return undefined;
  return sellsNames(host, place) && !isMakersHost(host) ? saidBy(host, name) : undefined;
}
