import { message } from '../../message';
import { perObject } from '../../once';
import { textAround, textBefore } from '../../text/pieces';
import type { TextRange } from '../../text/range';
import { matchesOf } from '../../text/matches';
import { hostOfWords, type HostEvidence } from '../beside';
import type { Bracket } from '../brackets';
import { resells } from '../../registries/tables';
import { hostOfRegistry, isService, registryOfHost } from '../host';
import { atLeast } from '../intent';
import type { Knowledge } from '../knowledge';
import { SELF } from '../../vocabulary';
import { FURTHEST } from '../surroundings';
import { AT_RUN_TIME, calledAt, isFile } from './client/asked';
import { clientsBases, clientsMade } from './client/protocolClient';
import { isMakersHost, sellsNames } from './client/sellers';
import { isOfPlainClient } from './client/callAround';
import { isOpen, saidBy } from './saidHost';
import { CODE_WITHOUT_LOADER, GETS_WEIGHTS, needing, type Needs, type Place } from './place';

const MADE_CLIENT = /\bnew\s+\w*(?:OpenAI|Anthropic|Client)\w*\s*\(/g;
/** What chooses between clients. */
const CHOOSES = /\b(?:if|else|switch|case)\b|\?[^.?:]{1,200}:/;

/**
 * The one client that a function makes, at the address that it is given there:
 * `constructor({ model = "…" }) { new OpenAI({ baseURL: "…" }) }`.
 */
export const byFunctionsClient = needing(CODE_WITHOUT_LOADER, (place) => {
  const body = isSettingOfService(place) ? bodyAround(place) : undefined;
  if (body === undefined) return undefined;
  const said = place.text.slice(body.start, body.end);
  if ([...matchesOf(said, MADE_CLIENT)].length !== 1 || CHOOSES.test(said)) return undefined;
  const [address, ...others] = clientsBases(place.text, place.knowledge.evidence.in('addresses', body));
  return address === undefined || others.length > 0 || address.host === SELF ? undefined : calledAt(address);
});

/** A name of a service that code gives to a variable or field. */
function isSettingOfService({ site, registry }: Place): boolean {
  return site.call === undefined && isService(registry);
}

/** What is in the braces of the function that a place is in, or in the head of. */
function bodyAround({ text, start, end, knowledge: { brackets } }: Place): TextRange | undefined {
  const isBody = ({ at, mark }: Bracket): boolean => mark === '{' && /\)\s*$/.test(textBefore(text, at, 20));
  const bracket = brackets.around(start).slice(0, 2).find(isBody);
  return bracket && brackets.contentOf(bracket, end);
}

const CLASS_NAME = /\bclass\s+([A-Z]\w{2,60})/g;

/**
 * A file or class that has the name of a host, whose address is the only one that the text gives a client:
 * `class OpenRouterProvider`, `providers/openrouter/index.ts`. What it names is asked for there. So it is in whatever
 * file where each client that is made is given that address.
 */
export const byNamedProvider = needing(CODE_WITHOUT_LOADER, (place) => {
  if (!isService(place.registry) || isOfPlainClient(place)) return undefined;
  const address = addressOfProvider(place.knowledge);
  return address !== undefined && sellsNames(address.host, place) ? calledAt(address) : undefined;
});

/** The address that all clients of a text are given, where it makes some or is named after the host. */
const addressOfProvider = perObject((knowledge: Knowledge): HostEvidence | undefined => {
  const { text, evidence } = knowledge;
  const addresses = clientsBases(text, evidence.all('addresses'));
  const [address] = addresses;
  if (address === undefined || addresses.some(({ host }) => host !== address.host)) return undefined;
  const count = clientsMade(text);
  if (count > addresses.length) return undefined;
  return (count > 0 && asksNobodyElse(address.host, knowledge)) || isNamedAfter(address.host, knowledge)
    ? address
    : undefined;
});

/** Neither a request nor a word for a provider says another host than the one, but for OpenAI, whose client it is. */
function asksNobodyElse(host: string, { evidence }: Knowledge): boolean {
  return (['requests', 'providers', 'secrets'] as const)
    .flatMap((kind) => evidence.all(kind))
    .every((one) => one.host === host || (one.host === 'openai' && one.kind !== 'address'));
}

/** All classes of the text have the name of the host, or its file has, and no other provider is spoken of. */
function isNamedAfter(host: string, { text, evidence, hosts, path }: Knowledge): boolean {
  // `client = OpenAI(…)` makes the client itself.
  const providers = evidence.all('providers').filter(({ end }) => text.charAt(end) !== '(');
  if (providers.some((said) => said.host !== host)) return false;
  const classes = [...matchesOf(text, CLASS_NAME)].map(([, name = '']) => hostOfWords(name, hosts));
  return classes.length > 0
    ? classes.every((named) => named === host)
    : path.split(/[/\\.]/).some((part) => hosts.ofProvider(part) === host);
}

/**
 * How far around a label the others of its `switch` are looked for, and how far before a name its label stands, in
 * characters.
 */
const SWITCH_REACH = 1_500;
const LABEL_REACH = 240;
const LABEL = /\bcase\s+["']([\w.-]{2,40})["']\s*:/g;
const CHOSEN_BY_CASE: Needs = { where: ['code'], loader: false, words: ['case '] };
/** So many labels that are providers make a `switch` between providers. */
const ENOUGH = 3;

/**
 * `case "cometapi": return "gpt-5-mini"`, among cases of providers: one that nobody knows runs it, not the one whose
 * name it is.
 */
export const byUnknownCase = needing(CHOSEN_BY_CASE, ({ text, registry, start, knowledge }) => {
  if (!isService(registry)) return undefined;
  const before = textBefore(text, start, LABEL_REACH);
  const label = [...matchesOf(before, LABEL)].at(-1);
  if (label === undefined || /\b(?:default|break)\b/.test(before.slice(label.index + label[0].length)))
    return undefined;
  const [, word = ''] = label;
  const { hosts } = knowledge;
  const isKnown = (name: string): boolean =>
    hosts.ofProvider(name) !== undefined || hostOfWords(`${name}_KEY`, hosts) !== undefined;
  if (isKnown(word) || FAMILY.test(word) || word.toLowerCase().includes(registry)) return undefined;
  const around = textAround(text, start, start, SWITCH_REACH);
  return [...matchesOf(around, LABEL)].filter(([, name = '']) => isKnown(name)).length >= ENOUGH
    ? { role: 'calls', host: null, why: [message('the provider {0} is written beside it', word)] }
    : undefined;
});

/** The head of a branch, and what a provider is compared with in it. */
const BRANCH = /^\s*(?:\}\s*)?(?:(?:else\s+|els?e?)?if|case|when)\b([^\n]{1,200})/;
/** `model.startsWith("azure/")`, `strings.HasPrefix(model, "azure/")`: the provider stands before the name. */
const PREFIXED =
  String.raw`(?:(?<!(?:!|\bnot\s)[\w$.]{0,60})\b(?:start(?:s|s_|_)?[wW]ith\??|hasPrefix)\(|` +
  String.raw`(?<!!strings\.)\bHasPrefix\([\w.]{1,60},)` +
  String.raw`(?=\s*["'\x60][A-Za-z][\w-]{1,40}[/:]["'\x60])`;
const COMPARED = new RegExp(
  String.raw`(?:(?<![!=])={2,3}|\b(?:eq|is)\b|\.equals(?:IgnoreCase)?\(|${PREFIXED})\s*(["'\x60:]?)` +
    String.raw`((?:\w{1,40}(?:\.|::)){0,3})([A-Za-z][\w-]{1,40})|^\s*(["'\x60:]?)` +
    String.raw`((?:\w{1,40}(?:\.|::)){0,3})([A-Za-z][\w-]{1,40})["'\x60]?\s*(?::|=>|->|then\b|$)`,
  'g',
);
/** What ends the search for it outwards. */
const NO_BRANCH = /^\s*(?:\}\s*)?(?:else|default|_|def|func|fun|fn|function|class|struct|impl)\b/;
/** How many lines above a name its branch is looked for. */
const BRANCH_LINES = 40;

/** The provider that the branch is for which a name stands in: `elif provider == Provider.AZURE:`. */
export const byBranch = needing({ ...CODE_WITHOUT_LOADER, words: ['if', 'case', 'when'] }, (place) => {
  const { match, registry, knowledge } = place;
  if (isFile(match) || !(isService(registry) || isOpen(place))) return undefined;
  const conditions = branchesAround(place);
  const hosts = conditions.map((condition) => providersOf(condition, knowledge)).find(({ size }) => size > 0);
  const [[host, word] = ['', '']] = hosts ?? [];
  if (hosts?.size === 1 && mayRunFor(host, place)) return saidBy(host, word);
  // Only where no condition says who is asked: within all but one there may be a branch for another one.
  return conditions.some((condition) => isForOthersOnly(condition, place))
    ? { role: 'calls', host: null, why: [AT_RUN_TIME] }
    : undefined;
});

/** `provider != "openai"`, `!provider.contains("api.openai.com")`: who is not asked where the condition is met. */
const EXCLUDED = new RegExp(
  String.raw`(?:!==?|~=|\bis\s+not|\bne)\s*["'\x60]([\w./:-]{2,60})["'\x60]|` +
    String.raw`(?:!\s{0,2}|\bnot\s{1,4})[\w.()]{1,80}\.(?:contains|includes|equals|start_?s_?with|ends_?with)\w*` +
    String.raw`\(\s{0,4}["'\x60]([\w./:-]{2,60})["'\x60]|["'\x60]([\w./:-]{2,60})["'\x60]\s+not\s+in\s`,
  'gi',
);

/** A branch that runs only where the service which the name is of is not asked. */
function isForOthersOnly(condition: string, { registry, knowledge: { hosts } }: Place): boolean {
  if (!isService(registry) || /\|\||\bor\b/.test(condition)) return false;
  return [...matchesOf(condition, EXCLUDED)].some(([, compared, contained, member]) => {
    const said = compared ?? contained ?? member ?? '';
    return (said.includes('.') ? hosts.at(said) : hosts.ofProvider(said)) === hostOfRegistry(registry);
  });
}

/** The conditions of the branches around a place, the nearest first, as the indentation of lines tells. */
function branchesAround({ text, start }: Place): readonly string[] {
  const conditions: string[] = [];
  const from = Math.max(0, start - FURTHEST);
  const lines = text.slice(from, start).split('\n').slice(-BRANCH_LINES).reverse();
  let indent = Infinity;
  for (const line of lines) {
    const own = line.search(/\S/);
    if (own < 0 || own >= indent) continue;
    const isFirst = indent === Infinity;
    indent = own;
    const condition = BRANCH.exec(line)?.[1];
    if (condition !== undefined) conditions.push(condition);
    else if (!isFirst && NO_BRANCH.test(line)) break;
  }
  return conditions;
}

/** The hosts that a condition compares with, each with its word. */
function providersOf(condition: string, { hosts }: Knowledge): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [, quote = '', type = '', word = '', label = '', ofType = '', name = ''] of matchesOf(
    condition,
    COMPARED,
  )) {
    const isWord = [quote, type, label, ofType].some((mark) => mark !== '');
    const said = word === '' ? name : word;
    const host = isWord ? hosts.ofProvider(said) : undefined;
    if (host !== undefined) found.set(host, said);
  }
  return found;
}

/** A host that runs others' models, and may run this one; or the maker, where the name was taken for a seller's. */
function mayRunFor(host: string, place: Place): boolean {
  const { registry } = place;
  const own = registryOfHost(host);
  if (host === SELF || own === registry) return false;
  if (!isService(registry)) return host !== 'openai' && !isMakersHost(host);
  return sellsNames(host, place) || (own !== undefined && own !== 'openai' && resells(registry, own));
}

/** Labels that speak of models, or of a protocol, and not of who runs them. */
export const FAMILY = /gpt|claude|gemini|llama|mistral|openai|open-ai|default|custom|generic|^o\d/i;

/**
 * Clients of the Hub's own service for inference (https://huggingface.co/docs/huggingface_hub/guides/inference), in
 * lower case.
 */
const HUB_CLIENTS = [
  ['inferenceclient', 'InferenceClient'],
  ['hfinference', 'HfInference'],
  ['inferenceapi', 'InferenceApi'],
] as const;
const ASKS_HUB: Needs = { where: ['code'], loader: false, words: HUB_CLIENTS.map(([mark]) => mark) };
/** What a text has that runs models itself, or asks a server elsewhere. */
const ELSEWHERE = [
  ...GETS_WEIGHTS,
  'sentence_transformers',
  'sentencetransformer(',
  'vllm',
  'ollama',
  'localhost',
  'base_url',
];

/** A setting for a model in a text that asks the Hub's service and gets no weights: `HuggingFace::InferenceApi.new`. */
export const byHubClient = needing(ASKS_HUB, (place) => {
  const client = isHubSetting(place)
    ? HUB_CLIENTS.find(([mark]) => place.knowledge.mentions(mark))?.[1]
    : undefined;
  return client === undefined
    ? undefined
    : { role: 'calls', host: hostOfRegistry('huggingface'), why: [message('{0} calls it', client)] };
});

function isHubSetting({ intent, registry, match, knowledge }: Place): boolean {
  return (
    registry === 'huggingface' &&
    match.evidence !== 'weights-file' &&
    atLeast(intent, 'model') &&
    !ELSEWHERE.some((mark) => knowledge.mentions(mark)) &&
    (knowledge.evidence.all('providers').length === 0 ||
      knowledge.evidence.onlyHost('providers') === 'huggingface')
  );
}
