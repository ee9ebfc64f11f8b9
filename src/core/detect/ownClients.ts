import type { ClientName, NamedClient } from '../reference';
import { isScriptFile } from '../documents/fileTypes';
import { perObject } from '../once';
import { IDENTIFIER, IN_WORD, WORD_START } from '../text/charClass';
import { matchesOf } from '../text/matches';
import { textBehind, textFrom } from '../text/pieces';
import { covers, type TextRange } from '../text/range';
import type { HostEvidence } from './beside';
import { calleeBefore, callsBefore, type Bracket } from './brackets';
import type { Imports } from './imports';
import { addressElsewhere, givenIn } from './keptAddresses';
import { regionNameOf } from './keptRegions';
import type { Knowledge } from './knowledge';
import { DEFAULT_NAME, firstOf, importedAs, ofType } from './namesElsewhere';
import { chainStart } from './requestClients';
import { isOfTypes } from './requests';
import { CALL, isSameAgain, isSurelyMade, type Defined } from './surelyMade';
import { isStatement } from './statements';
import { lineBefore } from './surroundings';
import { withoutSecrets } from './uses/client/asked';
import { SELF } from '../vocabulary';

/**
 * Clients that a text makes under names of its own, for itself and for other files: a variable that is given one,
 * `export const ai = new OpenAI({ baseURL })`, a function that makes one, `def get_client():`, a class that has one.
 * What calls them asks whom they ask.
 */

/** What such a name is defined by, at the beginning of a line: a class, a function, or a variable. */
const HEAD = new RegExp(
  String.raw`(?<=^|\n)(?:(?:export|default|public|private|internal|static|async|abstract|final|open|pub|` +
    String.raw`suspend)\s+)*(?:(?:class|object|struct)\s+(?<class>${IDENTIFIER})|` +
    String.raw`(?:def|function\*?|func|fun|fn)\s+(?:\([^()\n]{0,80}\)\s*)?(?<function>${IDENTIFIER})|` +
    String.raw`(?:(?:const|let|var|val)\s+)?(?<variable>${IDENTIFIER})\s*(?::\s*[^=\n]{1,60})?:?=(?![=>])|` +
    String.raw`(?<=\bdefault\s{1,4})(?<default>)(?=(?:new|await)\s))`,
  'g',
);
/** Where one ends: with the next line that is not indented, and closes no bracket. */
const END = /\n(?![\s)}\]]|$)/g;
/** The longest of them that is read, and how many in one text. */
const LONGEST = 12_000;
const MOST = 200;
/** How many calls of one definition are looked at, which perhaps make a client. */
const MOST_CALLS = 80;
const LONGEST_GIVEN = 400;
/** What a client is given its address by, when that is not written: whom it asks is open. */
const OPEN_ADDRESS = /(?:base_?ur[il]|api_?base)["']?\s{0,4}[:=,})]/i;
/** What makes a client that is given an address, by the words of its name. */
const MAKES = /client|openai|anthropic|llm|chat|completion|embedding|model|provider/i;
/** What may run models, or ask for them at somebody nobody knows. */
const MAY_RUN = new RegExp(
  String.raw`(?:^|[.:])(?:\w*(?:LLM|Llm|Engine|Pipeline|Model|Transformer|YOLO|Llama|Embeddings?)|pipeline|` +
    String.raw`\w*load_?[mM]odel|from_pretrained)$`,
);
/** What the parts of a request are made by: the call is that gets it. */
const OF_REQUEST = /(?:Params|Request|Body|Input)$/;
/** What may make anything, by its last name. */
const MAY_BE_MAKER = new RegExp(
  String.raw`(?:^|[.:])(?:[A-Z]\w*|(?:new|create|init|from|load|with|build|default)\w*|pipeline|` +
    String.raw`\w*(?:[cC]lient|[cC]hat|[oO]pen_?[aA][iI]))$`,
);
/** What makes the value of a variable. */
const MADE_BY = new RegExp(
  String.raw`^\s{0,8}(?:(?:await|new|try|yield)\s{1,4}|&|\()*(${WORD_START}[${IN_WORD}.:]{0,100})\(`,
);
const LONGEST_CALLEE = 160;
/** So many variables are followed to what makes them. */
const DEEPEST = 3;

/** Whom clients ask: at an address, or by the class that makes them; `null` where that is open. */
interface Asked {
  readonly host: string | null;
  readonly by: HostEvidence | string;
}

/** A client by the name that a text defines for it, in a stretch of it. */
interface OwnClient extends Asked {
  readonly region: string | undefined;
  readonly range: TextRange;
  /** It is what a variable is given: what calls it is known by that. */
  readonly isVariable: boolean;
  /** The name of another file that all which make it are given as their region. */
  readonly regionBy?: ClientName | undefined;
  /** The name by which all that make it are given an address which is not written here. */
  readonly addressName?: string | undefined;
}

/** What a text has that may make a client without an address. */
const MAY_MAKE =
  /(?:[cC]lient|AI|LLM|[cC]hat\w{0,30}|create[A-Z]\w{0,30}|Anthropic|Mistral|Cohere|Groq|Bedrock)\w{0,20}\(/;

/** The clients of a text by the names that it defines for them, those too that leave open whom they ask. */
const ownClients = perObject((knowledge: Knowledge): ReadonlyMap<string, OwnClient> => {
  const { text, evidence } = knowledge;
  const found = new Map<string, OwnClient>();
  if (evidence.all('addresses').length === 0 && !MAY_MAKE.test(text)) return found;
  const all = [...matchesOf(text, HEAD)]
    .slice(0, MOST)
    .filter(({ index }) => isStatement(knowledge, index) && !isInClass(knowledge, index))
    .map((match) => definedBy(match, text));
  for (const defined of all) define(found, defined, knowledge);
  for (const defined of all) defineByOwn(found, defined, knowledge);
  const exported = [...matchesOf(text, DEFAULT)].find(({ index }) => isStatement(knowledge, index))?.[1];
  const client = found.get(exported ?? '');
  if (client !== undefined) found.set(DEFAULT_NAME, client);
  return found;
});

/** Adds what a definition makes. What is defined twice, and not alike, leaves open whom it asks. */
function define(found: Map<string, OwnClient>, defined: Defined, knowledge: Knowledge): void {
  const { name } = defined;
  const before = found.get(name);
  const client = clientBy(defined, knowledge);
  if (client === undefined) {
    if (before?.isVariable === false) found.set(name, { ...before, host: null });
    return;
  }
  const isSame = before === undefined || before.host === client.host;
  const isThere = before === undefined || before.region === client.region;
  const region = isThere ? client.region : undefined;
  found.set(name, { ...client, region, host: isSame ? client.host : null });
}

/** Adds a variable that is given what a function of the text makes: `export const client = makeClient()`. */
function defineByOwn(found: Map<string, OwnClient>, defined: Defined, knowledge: Knowledge): void {
  const { kind, name, range, from } = defined;
  if (kind !== 'value' || found.has(name)) return;
  const maker = MADE_BY.exec(textBehind(knowledge.text, from, LONGEST_CALLEE));
  const client = found.get(maker?.[1] ?? '');
  if (maker === null || client === undefined || client.isVariable) return;
  const call = knowledge.brackets.openedAt(from + maker[0].length - 1);
  const isAsMade = call !== undefined && getsOnlyKeys(call, knowledge);
  const host = isAsMade && madeAgain(defined, knowledge).length === 0 ? client.host : null;
  found.set(name, { ...client, host, range, isVariable: name !== DEFAULT_NAME });
}

/** Whether a call is given nothing, or keys: by any other argument it may get an address, or choose one. */
function getsOnlyKeys({ at, close }: Bracket, { text }: Knowledge): boolean {
  const given = text.slice(at + 1, close);
  return given.length < LONGEST_GIVEN && given.split(',').every((one) => one.trim() === '' || isKey(one));
}

function isKey(argument: string): boolean {
  return /(?:key|token|secret)\w{0,20}["')\]}\s]{0,20}$/i.test(argument) && !/ur[il]|:\/\//i.test(argument);
}

/** What a head defines, and how far it reaches. */
function definedBy({ 0: head, groups = {}, index }: RegExpExecArray, text: string): Defined {
  const { class: type, function: maker, variable } = groups;
  END.lastIndex = index;
  const end = Math.min(END.exec(text)?.index ?? text.length, index + LONGEST);
  const kind = type === undefined ? (maker === undefined ? 'value' : 'function') : 'class';
  const name = type ?? maker ?? variable ?? DEFAULT_NAME;
  return { kind, name, range: { start: index, end }, from: index + head.length };
}

/** The client that a definition is; `undefined` where it makes none. */
function clientBy(defined: Defined, knowledge: Knowledge): OwnClient | undefined {
  const made = madeIn(defined.range, knowledge);
  if (made === undefined) return undefined;
  const { host, by, calls } = made;
  const again = madeAgain(defined, knowledge);
  const addressName = host === null && again.length === 0 ? nameGiven(calls, knowledge) : undefined;
  const isSure =
    (host !== null || addressName !== undefined) &&
    isSurelyMade(defined, calls, knowledge) &&
    again.every((one) => one?.host === host);
  const isVariable = defined.kind === 'value' && defined.name !== DEFAULT_NAME;
  const region = regionOf(made, knowledge);
  const isThere = again.every((one) => one !== undefined && regionOf(one, knowledge) === region);
  return {
    host: isSure ? host : null,
    by,
    region: isThere ? region : undefined,
    regionBy:
      again.length === 0
        ? regionNameOf(
            calls.map((call) => rangesOf(call, by, knowledge)),
            knowledge,
          )
        : undefined,
    range: defined.range,
    isVariable,
    ...(isSure && { addressName }),
  };
}

/** The one name by which all clients are given their address that a definition makes. */
function nameGiven(calls: readonly Bracket[], knowledge: Knowledge): string | undefined {
  const names = calls.map((call) => givenIn({ start: call.at, end: call.close }, knowledge));
  const [name, ...others] = new Set(names.flat());
  return others.length > 0 || names.some((given) => given.length === 0) ? undefined : name;
}

/** Whether a definition is that of a member of a class, though it stands at the beginning of a line. */
function isInClass({ text, brackets }: Knowledge, at: number): boolean {
  const body = brackets.open(at).find(({ mark }) => mark === '{');
  return body !== undefined && CLASS_BODY.test(lineBefore(text, body.at));
}
const CLASS_BODY = /\b(?:class|interface|struct|enum|record|object)\s/;

/** What else the text gives the name of a variable, also in a branch, but for what it had before. */
function madeAgain({ name, range }: Defined, knowledge: Knowledge): readonly (MadeHere | undefined)[] {
  const { variables } = knowledge;
  const own = variables.assignedTo(name, { at: range.end + 1, isMember: false });
  if (own === undefined) return [];
  return [own, ...variables.othersOf(own, MOST_GIVEN)].flatMap((one) => {
    const isOwn = covers(range, one.at);
    if (isOwn || isSameAgain(name, one.from, knowledge)) return [];
    return [madeIn({ start: one.at, end: variables.endOfValue(one.from) }, knowledge)];
  });
}
const MOST_GIVEN = 20;

/** What a module gives to who imports it without braces, and how that is called. */
const DEFAULT = new RegExp(
  String.raw`(?<=^|\n)(?:export\s+default|module\.exports\s*=)\s+(${IDENTIFIER})\s*(?:;|\n|$)`,
  'g',
);

/** What a stretch of the text makes. */
interface MadeHere extends Asked {
  /** The calls that make the clients. */
  readonly calls: readonly Bracket[];
}

/** Whom all clients ask that a stretch of the text makes; `undefined` where it makes none. */
function madeIn(range: TextRange, knowledge: Knowledge): MadeHere | undefined {
  const { evidence, brackets } = knowledge;
  const addresses = evidence.in('addresses', range);
  // One that stands in no call is of all that are made: `config.BaseURL = "…"`.
  const isForAll = addresses.some(
    ({ at }) => !brackets.around(at).some(({ mark, at: open }) => mark === '(' && open > range.start),
  );
  const isGiven = (call: Bracket): boolean => isForAll || addresses.some(({ at }) => isIn(call, at));
  const calls = makersIn(range, knowledge);
  const made = calls.filter(
    ({ host, callee, call }) => host !== undefined || (isGiven(call) && MAKES.test(callee)),
  );
  const [maker] = made;
  if (maker === undefined) return undefined;
  const others = made.filter(({ call }) => !isGiven(call));
  const isOpen =
    others.some(({ given }) => OPEN_ADDRESS.test(given)) ||
    calls.some((one) => !made.includes(one) && !isGiven(one.call) && MAY_RUN.test(one.callee));
  const asked = [
    ...addresses.map((by): Asked => ({ host: by.host, by })),
    ...others.flatMap(({ host, callee: by }): Asked[] => (host === undefined ? [] : [{ host, by }])),
  ];
  const isOne = !isOpen && asked.every(({ host }) => host === asked[0]?.host);
  const own = made.map(({ call }) => call);
  const [first] = asked;
  return isOne && first !== undefined
    ? { ...first, calls: own }
    : { host: null, by: maker.callee, calls: own };
}

/** What a stretch of the text calls, with whom it asks where it makes a client. */
interface Maker {
  readonly callee: string;
  readonly call: Bracket;
  readonly given: string;
  readonly host: string | undefined;
}

function makersIn({ start, end }: TextRange, knowledge: Knowledge): readonly Maker[] {
  const { text, brackets } = knowledge;
  return [...matchesOf(text.slice(start, end), CALL)]
    .slice(0, MOST_CALLS)
    .flatMap(({ 0: { length }, 1: callee = '', index }) => {
      const call = brackets.openedAt(start + index + length - 1);
      if (call === undefined || !MAY_BE_MAKER.test(callee)) return [];
      const given = textFrom(text, call.at + 1, call.close, LONGEST_GIVEN);
      return [{ callee, call, given, host: knowledge.hostMadeBy(callee, given) }];
    });
}

function isIn({ at, close }: Bracket, place: number): boolean {
  return at < place && place < close;
}

interface Origin {
  readonly path: string;
  /** The text itself gives the first name of it a value: it is none of another file. */
  readonly isAssigned: boolean;
}

/** The names that what is called at a place comes from: its own first one, then those that its variable is made by. */
function* originsOf(callee: string, at: number, knowledge: Knowledge): Generator<Origin> {
  const { variables } = knowledge;
  let path = pathCalled(callee, at, knowledge);
  let place = at;
  for (let depth = 0; depth < DEEPEST; depth++) {
    const { name, isMember } = firstOf(path);
    const made = variables.assignedTo(name, { at: place, isMember });
    if (name === '' || isOther(name, isMember || made !== undefined, place, knowledge)) return;
    yield { path, isAssigned: made !== undefined && !isMember };
    const maker = made === undefined ? path : makerOf(made.from, knowledge);
    if (made === undefined || maker === undefined || maker === path) return;
    path = maker;
    place = made.at;
  }
}

/** What is called at a place; `''` where the chain of calls before it gives another address. */
export function pathCalled(callee: string, at: number, knowledge: Knowledge): string {
  const { text, brackets } = knowledge;
  const chain = callsBefore(text, brackets, at);
  if (chain.some(({ start, end }) => OPEN_ADDRESS.test(text.slice(start, end + 1)))) return '';
  const isOwn = BEGINS_NAME.test(callee) && !isOfTypes(callee) && !OF_REQUEST.test(firstOf(callee).name);
  return isOwn ? callee : chainAround(at, knowledge);
}

const BEGINS_NAME = new RegExp(String.raw`^(?!\d)[${IN_WORD}@]`);

/** Whether a name is something else around a place than where it comes from, or is given another address. */
function isOther(name: string, isKnown: boolean, place: number, knowledge: Knowledge): boolean {
  return isGivenAddress(name, knowledge) || (!isKnown && knowledge.variables.isBound(name, place));
}

/** What makes the value of a variable, unless that is given an address. */
function makerOf(from: number, { text, variables }: Knowledge): string | undefined {
  const maker = MADE_BY.exec(textBehind(text, from, LONGEST_CALLEE))?.[1];
  if (maker === undefined || OPEN_ADDRESS.test(text.slice(from, variables.endOfValue(from))))
    return undefined;
  return maker;
}

/** Whether the text gives what a name stands for another address: `client.baseURL = url`. */
function isGivenAddress(name: string, knowledge: Knowledge): boolean {
  return givenAddresses(knowledge).has(name);
}

const givenAddresses = perObject(
  ({ text }: Knowledge): ReadonlySet<string> =>
    new Set(Array.from(matchesOf(text, GIVES_ADDRESS), ([, name = '']) => name)),
);
const GIVES_ADDRESS = new RegExp(
  String.raw`(?<![${IN_WORD}.])(?:(?:self|this)\.)?(${WORD_START}{1,60})(?:\.\w{1,40}){0,3}\.` +
    String.raw`_?(?:[bB]ase_?[uU][rR][iIlL]|api_?[bB]ase|endpoint)\s{0,4}=(?![=>])`,
  'g',
);

/** The chain of calls whose last one gets what stands at a place, or the request that is made of it. */
function chainAround(place: number, { text, brackets }: Knowledge): string {
  for (const { mark, at } of brackets.around(place)) {
    const chain = mark === '(' ? text.slice(chainStart(text, brackets, at), at) : '';
    const { name } = firstOf(chain);
    if (name !== '' && !isOfTypes(name) && !OF_REQUEST.test(name)) return chain;
  }
  return '';
}

/**
 * Whom the client asks that a function or class of the text makes and that is called at a place, `get_client().chat`,
 * where it tells.
 * @param callee `''` for the call around the place, whatever it is
 */
export function ownClientAsked(
  callee: string,
  at: number,
  knowledge: Knowledge,
): (Asked & { readonly host: string }) | undefined {
  const client = ownClientOf(callee, at, knowledge);
  if (client === undefined) return undefined;
  const isTold = client.isVariable || covers(client.range, at);
  return client.host === null || isTold ? undefined : { ...client, host: client.host };
}

/** The name by which the client gets its address that the text makes and that is called at a place. */
export function addressOfOwnClient(callee: string, at: number, knowledge: Knowledge): string | undefined {
  return ownClientOf(callee, at, knowledge)?.addressName;
}

/** The client of the text's own that what is called at a place comes from. */
function ownClientOf(callee: string, at: number, knowledge: Knowledge): OwnClient | undefined {
  const own = ownClients(knowledge);
  if (own.size === 0) return undefined;
  for (const { path } of originsOf(callee, at, knowledge)) {
    const client = own.get(firstOf(path).name);
    if (client !== undefined) return client;
  }
  return undefined;
}

/** The name of another file by which a client is called at a place. */
export function importedClient(
  callee: string,
  at: number,
  knowledge: Knowledge,
  imports: Imports,
): ClientName | undefined {
  let first: ClientName | undefined;
  for (const { path, isAssigned } of originsOf(callee, at, knowledge)) {
    const { name, rest, isMember } = firstOf(path);
    if (isMember || isAssigned) continue;
    const imported = importedAs([name, ...rest], knowledge, imports);
    if (imported !== undefined) return imported;
    first ??= ofType([name, ...rest], knowledge);
  }
  return first;
}

/** Stands for all names of another file that a text gives on. */
export const ALL_NAMES = '*';
const OF_PACKAGE = /(?:^|\/)__init__\.pyi?$/;
/** `export { a as b } from "./c"`, `export * from "./c"`, `export { a as b };` */
const EXPORTED = new RegExp(
  String.raw`(?<=^|\n)export\s+(?:(\*)|\{([^{}]{1,2000})\})\s*(?:from\s*["']([^"'\s]{1,120})["'])?`,
  'g',
);
/** `from .c import a as b`, which a package then has itself. */
const PACKED =
  /(?<=^|\n)from[ \t]+([\w.]{1,120})[ \t]+import[ \t]+(?:(\*)|\(([^()]{1,2000})\)|([^\n(]{1,400}))/g;

/** The clients of other files that a text gives on under names of its own, or under all of theirs. */
function handedOn(knowledge: Knowledge): readonly NamedClient[] {
  const { text, path } = knowledge;
  const isScript = isScriptFile(path);
  if (!isScript && !OF_PACKAGE.test(path)) return [];
  return [...matchesOf(text, isScript ? EXPORTED : PACKED)]
    .filter(({ index }) => isStatement(knowledge, index))
    .slice(0, MOST)
    .flatMap((match) =>
      isScript ? givenOn(match[3], match[1], match[2]) : givenOn(match[1], match[2], match[3] ?? match[4]),
    )
    .slice(0, MOST);
}

function givenOn(module: string | undefined, all: string | undefined, list = ''): readonly NamedClient[] {
  if (module === undefined) return [];
  if (all !== undefined) return [{ name: ALL_NAMES, host: null, from: { module, path: [] } }];
  return list.split(',').flatMap((part): readonly NamedClient[] => {
    const [, name, alias = name] = RENAMED.exec(part) ?? [];
    return name === undefined || alias === undefined
      ? []
      : [{ name: alias, host: null, from: { module, path: [name] } }];
  });
}
const RENAMED = /^\s*([\w$]{1,80})(?:\s+as\s+([\w$]{1,80}))?\s*$/;

/** The clients of a text that other files may call by their names, those too of which it leaves open whom they ask. */
export function clientsForOthers(knowledge: Knowledge, imports: Imports): readonly NamedClient[] {
  return [...made(knowledge, imports), ...handedOn(knowledge)];
}

function made(knowledge: Knowledge, imports: Imports): readonly NamedClient[] {
  return [...ownClients(knowledge)].map(([name, { host, region, regionBy, by, addressName }]) => ({
    name,
    host,
    ...fromAddress(addressName, knowledge, imports),
    ...(host !== null && region !== undefined && { region }),
    ...(host !== null && region === undefined && regionBy !== undefined && { regionBy }),
    ...(host === SELF && typeof by !== 'string' && { address: withoutSecrets(by.said) }),
  }));
}

/** The address of another file at which a client asks. */
function fromAddress(
  name: string | undefined,
  knowledge: Knowledge,
  imports: Imports,
): Pick<NamedClient, 'from'> {
  const from = name === undefined ? undefined : addressElsewhere(name, knowledge, imports);
  return from === undefined ? {} : { from };
}

/** The one region of a host that all calls which make a client are given, or their address has. */
function regionOf({ host, by, calls }: MadeHere, knowledge: Knowledge): string | undefined {
  if (host === null) return undefined;
  const told = calls.map((call) => regionOfCall(call, host, by, knowledge));
  return told.every((one) => one === told[0]) ? told[0] : undefined;
}

/** Where what makes a client may be given its region. */
function rangesOf(
  call: Bracket,
  by: HostEvidence | string,
  { text, variables }: Knowledge,
): readonly TextRange[] {
  const ranges: TextRange[] = [{ start: call.at, end: call.close }];
  // `session.client("bedrock-runtime")`: what the session is made with.
  const { name, rest } = firstOf(calleeBefore(text, call));
  const holder = rest.length === 0 ? undefined : variables.assignedTo(name, { at: call.at, isMember: false });
  if (holder !== undefined) ranges.push({ start: holder.from, end: variables.endOfValue(holder.from) });
  if (typeof by !== 'string') ranges.push({ start: by.at, end: by.end });
  return ranges;
}

/** An argument that is a variable. */
const GIVEN_NAME = /^[\w-]{1,60}["']?\s{0,8}[:=]\s{0,8}([A-Za-z_]\w{0,60})\s{0,8}[,)}]/;

function regionOfCall(
  call: Bracket,
  host: string,
  by: HostEvidence | string,
  knowledge: Knowledge,
): string | undefined {
  const { text, evidence, hosts, variables } = knowledge;
  const form = hosts.regionForm(host);
  if (form === undefined) return undefined;
  // Who calls the function may give another one than its parameter has by default.
  const isGiven = ({ at }: HostEvidence): boolean => {
    const [, parameter] = GIVEN_NAME.exec(textBehind(text, at, LONGEST_CALLEE)) ?? [];
    return parameter !== undefined && variables.isBound(parameter, at);
  };
  const said = rangesOf(call, by, knowledge)
    .flatMap((range) => evidence.in('regions', range))
    .filter((one) => form.test(one.said) && !isGiven(one));
  return said.every((one) => one.said === said[0]?.said) ? said[0]?.said : undefined;
}
