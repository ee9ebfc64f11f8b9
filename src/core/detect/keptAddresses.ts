import { languageOf } from '../documents/fileTypes';
import { perObject } from '../once';
import type { ClientName, NamedClient } from '../reference';
import { IDENTIFIER, PATH } from '../text/charClass';
import { grouped } from '../text/grouped';
import { matchesOf } from '../text/matches';
import { textBefore, textBehind, textFrom } from '../text/pieces';
import type { TextRange } from '../text/range';
import { SELF } from '../vocabulary';
import { isAsked } from './beside';
import { calleeBefore, callsBefore, type Bracket } from './brackets';
import { isInComment } from './evidence';
import type { Imports } from './imports';
import type { Knowledge } from './knowledge';
import { DEFAULT_NAME, firstOf, importedAs, ofPathOfName, ofType } from './namesElsewhere';
import { isStatement } from './statements';
import { lineStartOf } from './surroundings';
import { withoutSecrets } from './uses/client/asked';

/**
 * Addresses that a text keeps under names for other files, and the names of other files that it gives a client as its
 * address: `export const GATEWAY_URL = "https://openrouter.ai/api/v1"`, `new OpenAI({ baseURL: GATEWAY_URL })`.
 */

/** A variable of the environment, as the words of all languages have it. */
const VARIABLE = String.raw`\s{0,20}["']\w{1,80}["']`;
/**
 * What a value has before an address that it may get from elsewhere: the address is what it has by default.
 * `os.getenv("A", `, `ENV.fetch("A", `, `System.getenv().getOrDefault("A", `; `process.env.A ?? `;
 * `os.getenv("A") or `.
 */
const BY_DEFAULT =
  String.raw`(?:[\w.:]{0,40}(?:[eE]nv|ENV|environ)\w{0,20}(?:\(\))?` +
  String.raw`(?:\.(?:get|fetch|getOrDefault))?\(${VARIABLE},\s{0,20}(?:default\s{0,4}=\s{0,4})?|` +
  String.raw`(?:(?:process|import\.meta)\.env\.\w{1,80}|[\w.:$]{1,40}[([]${VARIABLE}[)\]])` +
  String.raw`\s{0,20}(?:\?\?|\?:|\|\||or\b)\s{0,20}|` +
  String.raw`Field\(\s{0,20}(?:default\s{0,4}=\s{0,4})?)?`;
/** An address that is all of a string. */
const ADDRESS = /["'`](https?:\/\/[^\s"'`<>{}$]{4,300})["'`]/g;
/** A name that is given what stands behind it, up to the string's own mark. */
const KEPT = new RegExp(
  String.raw`(?<!["'-])(?<!(?<!exports)\.)(${IDENTIFIER})(?:[ \t]{0,4}:[ \t]{0,4}[^=\n"'\x60{}]{1,60}=|` +
    String.raw`\s{0,4}(?::=|[=:])(?![=>]))\s{0,20}(${BY_DEFAULT})[a-z]?$`,
);
/** How far before an address its name is looked for. */
const LONGEST_LEAD = 300;
/** How many of them of one text are read. */
const MOST = 200;
/** What a class or an object is called, at the end of what stands before its brace. */
const HOLDER = new RegExp(
  String.raw`(?:(?:class|object|enum|struct|interface|module)\s{1,4}(${IDENTIFIER})[^{}()=;]{0,120}|` +
    String.raw`(export\s{1,4}default|module\.exports\s{0,4}=)\s{0,4}|` +
    String.raw`(${IDENTIFIER})\s{0,4}(?::\s{0,4}[^=\n{}]{1,60})?[=:]\s{0,4}(?:Object\.freeze\()?)$`,
);
const LONGEST_HEAD = 300;
const CLASS_OF_LINES = new RegExp(String.raw`^[ \t]*(?:class|module)\s+(${IDENTIFIER})`);
/** How many lines before a member the head of its class is looked for. */
const MOST_LINES = 200;

/** The addresses that other files may get by their names. */
export function addressesForOthers(knowledge: Knowledge, imports: Imports): readonly NamedClient[] {
  return keptForOthers(addressesIn(knowledge), knowledge, imports);
}

/** What a text writes that other files may get by their names, and what it puts in place of theirs. */
export function keptForOthers(
  written: readonly Written[],
  knowledge: Knowledge,
  imports: Imports,
): readonly NamedClient[] {
  if (written.length === 0) return [];
  const setters = settersIn(written, knowledge);
  const kept = written.flatMap(({ at, host, address, isPart }) => {
    const named = nameOf(at, knowledge);
    if (named === undefined) return [];
    const mayBe = othersOf(named, at, { written, setters, knowledge });
    const isOnce = named.isOnce && mayBe.length === 0;
    const one = {
      // A machine of the project's own that stands where nothing else is set is the developer's.
      host: named.isOnce && !(named.isDefault && host === SELF) ? host : null,
      address: withoutSecrets(address),
      isAddress: true as const,
      ...((isPart === true || named.isFromOutside) && { isDefault: true as const }),
      ...(!isOnce && { mayBe: [...new Set([address, ...mayBe].map(withoutSecrets))] }),
    };
    return named.names.map((name) => ({ name, ...one }));
  });
  return [...kept, ...givenToOthers(setters, knowledge, imports)];
}

/** What clients are given, where a text writes it: an address at which models are asked for, or a region. */
export interface Written {
  readonly at: number;
  readonly host: string | null;
  readonly address: string;
  /** It is not all of its value. */
  readonly isPart?: boolean;
}

function addressesIn({ text, hosts }: Knowledge): readonly Written[] {
  if (!text.includes('://')) return [];
  return [...matchesOf(text, ADDRESS)].slice(0, MOST).flatMap(({ 1: address = '', index }) => {
    const host = isAsked(address, hosts) ? hosts.at(address) : undefined;
    return host === undefined ? [] : [{ at: index, host, address }];
  });
}

/** An address that is put in place of what an object, a class or a module has under a name. */
interface Setter extends Written {
  /** `settings.url` */
  readonly path: string;
}

function settersIn(written: readonly Written[], { text }: Knowledge): readonly Setter[] {
  return written.flatMap((one) => {
    const lead = SETS.exec(textBefore(text, one.at, LONGEST_LEAD));
    if (lead === null || isInComment(text, one.at)) return [];
    // One of the forms has matched: its holder and name, or its variable.
    const [, ...parts] = lead;
    return [{ ...one, path: parts.filter((part) => part !== undefined).join('.') }];
  });
}

/**
 * `settings.url = `, `settings["url"] = `; `setattr(settings, "url", `; `Object.assign(settings, { url: `,
 * `settings.update(url=`; `flag.StringVar(&urls.LLM, "llm", `.
 */
const SETS = new RegExp(
  String.raw`(?:(?<![\w$.>:-])(${PATH})(?:\.|::|\[["'])(${IDENTIFIER})(?:["']\])?\s{0,4}(?<!:)=\s{0,20}|` +
    String.raw`setattr\(\s{0,20}(${PATH}),\s{0,20}["'](${IDENTIFIER})["'],\s{0,20}|` +
    String.raw`(?:assign|merge|extend|update)\(\s{0,20}(${PATH}),\s{0,20}\{[^{}]{0,100}?(?<![\w$])` +
    String.raw`["']?(${IDENTIFIER})["']?\s{0,4}:\s{0,20}|` +
    String.raw`StringVarP?\(\s{0,20}&(${PATH}),\s{0,20}(?:"[^"\n]{0,40}",\s{0,20}){1,2})` +
    String.raw`(?:new\s{1,4}(?:Uri|URL)\(\s{0,4})?(?:${BY_DEFAULT})$`,
);

/** The addresses that a text puts in place of those of other files. */
function givenToOthers(
  setters: readonly Setter[],
  knowledge: Knowledge,
  imports: Imports,
): readonly NamedClient[] {
  return setters.flatMap(({ path, host, address }) => {
    const sets = addressElsewhere(path, knowledge, imports);
    return sets === undefined
      ? []
      : [{ name: path, host, address: withoutSecrets(address), isAddress: true as const, sets }];
  });
}

/** The other addresses that a text writes for a name: in the same value, in other statements, from outside. */
function othersOf(
  { name, names, isWhole }: Named,
  at: number,
  { written, setters, knowledge: { variables } }: Addresses,
): readonly string[] {
  const own = variables.givenTo(at);
  const given = [...(own?.name === name ? [own] : []), ...(isWhole ? variables.givenAnywhere(name) : [])].map(
    ({ from }) => ({ start: from, end: variables.endOfValue(from) }),
  );
  const isOther = (one: Written): boolean =>
    one.at !== at && given.some(({ start, end }) => start <= one.at && one.at < end);
  return [...written.filter(isOther), ...setters.filter(({ path }) => names.includes(path))].map(
    ({ address }) => address,
  );
}

/** All addresses of a text. */
interface Addresses {
  readonly written: readonly Written[];
  readonly setters: readonly Setter[];
  readonly knowledge: Knowledge;
}

interface Named {
  readonly name: string;
  /** By which others get it. */
  readonly names: readonly string[];
  /** The text as a whole has it. */
  readonly isWhole: boolean;
  readonly isOnce: boolean;
  readonly isDefault: boolean;
  /** The environment may have another value: for a variable of it, or a field of a class of settings. */
  readonly isFromOutside: boolean;
}

/** The names under which others get the address that begins at a place. */
function nameOf(at: number, knowledge: Knowledge): Named | undefined {
  const { text } = knowledge;
  const [lead = '', name = '', chosen = ''] = KEPT.exec(textBefore(text, at, LONGEST_LEAD)) ?? [];
  const start = at - lead.length;
  const holder = name === '' || !isStatement(knowledge, start) ? undefined : holderOf(start, knowledge);
  if (holder === undefined) return undefined;
  return {
    name,
    isWhole: holder === '',
    names: holder === '' ? [name] : holdersOf(holder, knowledge).map((one) => `${one}.${name}`),
    isOnce: !mayBeGivenAgain(name, at, holder, knowledge),
    isDefault: chosen !== '' || holder !== '',
    isFromOutside: chosen !== '' || (holder !== '' && languageOf(knowledge.path) === 'python'),
  };
}

/** What has the names of a class or an object: it itself, and the variables that are a new one. */
function holdersOf(holder: string, knowledge: Knowledge): readonly string[] {
  return [holder, ...(instances(knowledge).get(holder) ?? []).map(([, variable = '']) => variable)];
}

/** Whether a text may give a name something else, too: in a branch, by what it spreads, or by all of another file. */
function mayBeGivenAgain(name: string, at: number, holder: string, knowledge: Knowledge): boolean {
  const { text, brackets, variables } = knowledge;
  if (takesAll(knowledge) || membersGiven(knowledge).has(name)) return true;
  if (holder === '') return variables.givenAnywhere(name).length > 1;
  const setters = [`${holder}[`, `Object.assign(${holder}`, `${holder}.update(`, `setattr(${holder}`];
  if (setters.some((setter) => text.includes(setter))) return true;
  const [body] = brackets.open(at);
  return body !== undefined && SPREAD.test(textFrom(text, at, body.close, LONGEST_CALL));
}
const takesAll = perObject(({ text }: Knowledge) =>
  /(?:^|\n)[ \t]*from[ \t]+\S{1,80}[ \t]+import[ \t]+\*/.test(text),
);
/** `self.name = …`, `settings.name = …` */
const membersGiven = perObject(
  ({ text }: Knowledge): ReadonlySet<string> =>
    new Set(Array.from(matchesOf(text, MEMBER_GIVEN), ([, name = '']) => name)),
);
const MEMBER_GIVEN = new RegExp(String.raw`(?<!exports)\.(${IDENTIFIER})\s{0,4}=(?![=>])`, 'g');
const SPREAD = /\.\.\.|\*\*/;

/** By its class, the variables of a text as a whole that are a new object, `settings = Settings()`, or make one. */
const instances = perObject(({ text }: Knowledge) =>
  grouped([...matchesOf(text, INSTANCE), ...matchesOf(text, MAKES_INSTANCE)], ([, , type = '']) => type),
);
/** A function that gives one: `def get_settings() -> Settings:` */
const MAKES_INSTANCE = new RegExp(
  String.raw`(?<=^|\n)(?:async\s{1,4})?def\s{1,4}(${IDENTIFIER})\(\s{0,20}\)\s{0,4}` +
    String.raw`(?:->\s{0,4}["']?|:\s{1,40}return\s{1,4}(?=\w{1,60}\(\)))(${IDENTIFIER})`,
  'g',
);
const INSTANCE = new RegExp(
  String.raw`(?<=^|\n)(?:(?:export|const|let|var|val)\s{1,4}){0,2}(${IDENTIFIER})\s{0,4}` +
    String.raw`(?::\s{0,4}[^=\n]{1,60})?=\s{0,4}(?:new\s{1,4})?(${IDENTIFIER})\(\s{0,20}\)[ \t]{0,8}(?=[;#\n]|//|$)`,
  'g',
);

/**
 * What has the name that stands at a place: a class or an object.
 * @returns `''` for the text as a whole, and `undefined` for a function
 */
function holderOf(at: number, { text, brackets }: Knowledge): string | undefined {
  const [inner, ...outer] = brackets.open(at);
  return inner === undefined ? ofLines(text, at) : holderBy(inner, outer, text);
}

/** The same by the brackets around; an object that is in another has its name behind that: `config.aws`. */
function holderBy(inner: Bracket, outer: readonly Bracket[], text: string): string | undefined {
  const head = textBefore(text, inner.at, LONGEST_HEAD);
  // Constants of Go that are declared together.
  if (inner.mark === '(' && DECLARES.test(head)) return '';
  const [, type, exported, object] = HOLDER.exec(head) ?? [];
  if (exported !== undefined) return DEFAULT_NAME;
  const isWhole = outer.length === 0 || outer[0]?.mark === '(' || type !== undefined;
  return isWhole || object === undefined ? (type ?? object) : behindOuter(object, outer, text);
}

function behindOuter(name: string, [inner, ...outer]: readonly Bracket[], text: string): string | undefined {
  const isDeep = inner === undefined || outer.length > MOST_HOLDERS;
  const holder = isDeep ? undefined : holderBy(inner, outer, text);
  return holder === undefined || holder === '' ? undefined : `${holder}.${name}`;
}
const MOST_HOLDERS = 4;
const DECLARES = /(?:^|\n)(?:const|var)\s{1,4}$/;

/** The same in a language whose lines tell by their indentation. */
function ofLines(text: string, at: number): string | undefined {
  const start = lineStartOf(text, at);
  const indent = /^[ \t]*/.exec(textBehind(text, start, LONGEST_HEAD))?.[0].length ?? 0;
  if (indent === 0) return '';
  for (let end = start - 1, count = 0; end > 0 && count < MOST_LINES; count++) {
    const from = lineStartOf(text, end);
    const line = text.slice(from, end);
    const own = /^[ \t]*(?=\S)/.exec(line)?.[0].length;
    if (own !== undefined && own < indent) return CLASS_OF_LINES.exec(line)?.[1];
    end = from - 1;
  }
  return undefined;
}

/** What a client gets its address by, with the name that has it: `baseURL: GATEWAY_URL`, `.baseUrl(Urls.LLM)`. */
const GIVEN = new RegExp(
  String.raw`(?<![\w$-])(?:with_?|set_?)?(?:base_?ur[il]|ur[il]_base|(?:\w{1,20}_)?api_?base|(?:azure_?)?end_?point|` +
    String.raw`server_?url|api_?url|base_?path)["'\]]{0,2}\s{0,8}(?::=|=>|[:=(])(?![=>])\s{0,8}` +
    String.raw`(?:new\s{1,4}(?:Uri|URL)\(\s{0,4})?(${PATH})(?=!?\s{0,8}(?:[,;)}\]\n]|as\s))` +
    // Where the expression goes on in the next line, it is not all of it.
    String.raw`(?!\s{0,80}(?:(?:if|or|and|else)\b|\?|\|\|))`,
  'gi',
);
/** The same where the name is that of the argument itself: `new OpenAI({ baseURL, apiKey })`. */
const SHORTHAND = /(?<=[{,]\s{0,40})(base_?ur[il])(?=\s{0,8}[,}])/gi;
/** The address of a request that is written out: `fetch(CHAT_URL, …)`, `post(f"{BASE}/chat", …)`, `post(BASE + …`. */
const REQUESTED = new RegExp(
  String.raw`^\(\s{0,40}(?:(?:["'\x60](?:POST|post)["'\x60]|http\.MethodPost)\s{0,4},\s{0,40})?` +
    String.raw`(?:url\s{0,4}[=:]\s{0,4})?(?:[fF$]{0,2}["'\x60][$#]?\{\s{0,4}(${PATH})\s{0,4}\}|` +
    String.raw`(${PATH})\s{0,4}(?=[,+]))`,
);
/** What makes a request, by its last name. */
const REQUEST = /(?:^|[.:])(?:fetch|post|request|NewRequest\w{0,11}|Post\w{0,6}|axios|got|\$fetch|ofetch)$/;
const LONGEST_CALL = 4_000;
const LONGEST_CALLEE = 80;
/** So many brackets around a model are looked at for what sends it. */
const MOST_AROUND = 4;

/** Where it is open whom a client asks. */
interface AskedPlace {
  /** What is called: the client, whatever makes the parts of its request. */
  readonly callee: string;
  readonly at: number;
}

/**
 * The name of another file by which the client gets its address that is called at a place, or the request that is made
 * there.
 * @param ownName tells the name by which a client of the text's own that is called gets it
 * @returns `undefined` where it gets none by such a name, or by several
 */
export function importedAddress(
  place: AskedPlace,
  knowledge: Knowledge,
  { imports, ownName }: { readonly imports: Imports; readonly ownName: () => string | undefined },
): ClientName | undefined {
  if (changesAddress(knowledge)) return undefined;
  const given = pathsGiven(place, knowledge);
  const ofClient = given.length > 0 ? given : [ownName() ?? []].flat();
  const [path, ...others] = new Set(ofClient.length > 0 ? ofClient : sentTo(place, knowledge));
  if (path === undefined || others.length > 0) return undefined;
  const found = givenElsewhere(path, place.at, knowledge, imports);
  return found === undefined || ofClient.length > 0 ? found : { ...found, isOfRequest: true };
}

/** What a name at a place stands for in another file, also through a variable of the text that is given just that. */
export function givenElsewhere(
  path: string,
  at: number,
  knowledge: Knowledge,
  imports: Imports,
): ClientName | undefined {
  const origin = originOf(path, at, knowledge);
  if (isGivenHere(namesOf(origin)[0] ?? '', at, knowledge, imports)) return undefined;
  return addressElsewhere(origin, knowledge, imports);
}

/** `config.URL` of `url = config.URL`, `get_settings().url` of `settings = get_settings()`. */
function originOf(path: string, at: number, { text, variables }: Knowledge): string {
  const [name = '', ...rest] = namesOf(path);
  const made = variables.assignedTo(name, { at, isMember: false });
  if (made === undefined || variables.othersOf(made, 1).length > 0) return path;
  const value = textFrom(text, made.from, variables.endOfValue(made.from), LONGEST_LEAD);
  const origin = PLAIN.exec(value)?.[1];
  return origin === undefined || namesOf(origin)[0] === name ? path : [origin, ...rest].join('.');
}
const PLAIN = new RegExp(String.raw`^\s{0,8}(?:(?:await|new)\s{1,4})?(${PATH}(?:\(\))?)\s{0,8};?$`);

/** Whether a text, also in a comment, gives a client that is made already another address. */
const changesAddress = perObject(
  ({ text }: Knowledge) => matchesOf(text, CHANGES_ADDRESS).next().done === false,
);
/** `client.base_url = url`, `setattr(client, "base_url", url)`. */
export const CHANGES_ADDRESS =
  /[.>]\s{0,4}_?(?:base_?ur[il]|api_?base)\s{0,4}=(?![=>])|["']_?base_?ur[il]["']\s{0,4},/gi;

/** Whether a text gives a name at a place something else than what it imports under it. */
function isGivenHere(name: string, at: number, { text, variables }: Knowledge, imports: Imports): boolean {
  const own = [variables.assignedTo(name, { at, isMember: false })?.at, variables.boundAt(name, at)];
  // What scripts require under the name is given there, too.
  const isOfImport = (place: number): boolean =>
    imports
      .allOf(name)
      .some((one) => one.at <= place && !textFrom(text, one.at, place, LONGEST_CALL).includes(')'));
  return own.some((place) => place !== undefined && !isOfImport(place));
}

/** The address of another file that a name stands for, as written. */
export function addressElsewhere(
  path: string,
  knowledge: Knowledge,
  imports: Imports,
): ClientName | undefined {
  const names = namesOf(path);
  const [name = '', ...rest] = names;
  return (
    importedAs(names, knowledge, imports, 'value') ??
    (rest.length > 0 ? ofType(names, knowledge, 'value') : ofPathOfName(name, knowledge))
  );
}

function namesOf(path: string): readonly string[] {
  return path.replaceAll(/\(\)|["'\]]/g, '').split(/\??\.|::|\[/);
}

/** The names that lead to the address of whom is asked at a place: as its call says, or what makes its client. */
function pathsGiven({ callee, at }: AskedPlace, knowledge: Knowledge): readonly string[] {
  const { text, brackets, variables } = knowledge;
  const around = brackets.around(at).slice(0, MOST_AROUND);
  const own = around.find(({ mark }) => mark === '(') ?? around[0];
  const here = own === undefined ? [] : givenIn({ start: own.at, end: own.close }, knowledge);
  if (here.length > 0) return here;
  const chain = callsBefore(text, brackets, at).flatMap((call) => givenIn(call, knowledge));
  if (chain.length > 0) return chain;
  const { name, isMember } = firstOf(callee);
  const [made] = [name, name.replace(/^\$/, '')].flatMap(
    (one) => variables.assignedTo(one, { at, isMember }) ?? [],
  );
  return made === undefined || variables.choiceAt(made.from) !== undefined
    ? []
    : givenIn({ start: made.from, end: variables.endOfValue(made.from) }, knowledge);
}

/** The name by which the request gets its address that sends what stands at a place, not what a call makes of it. */
function sentTo({ at }: AskedPlace, knowledge: Knowledge): readonly string[] {
  const { text, brackets } = knowledge;
  for (const call of brackets.around(at).slice(0, MOST_AROUND)) {
    const callee = call.mark === '(' ? calleeBefore(text, call) : undefined;
    if (callee === undefined) continue;
    if (REQUEST.test(callee)) return requestedBy(call, knowledge);
    if (!WRITES_BODY.test(callee)) return [];
  }
  return [];
}

/** What writes the body of a request. */
const WRITES_BODY =
  /(?:stringify|dumps|marshal|encode|serialize\w{0,10}|dict|json|body|new\w{0,8}(?:reader|buffer))$/i;

/** The names that a stretch of a text gives as addresses, but for those that are given to something else in it. */
export function givenIn({ start, end }: TextRange, knowledge: Knowledge): readonly string[] {
  // With the bracket that closes a call: a name ends before it.
  const written = textFrom(knowledge.text, start, end + 1, LONGEST_CALL);
  return [GIVEN, SHORTHAND].flatMap((form) =>
    [...matchesOf(written, form)].flatMap(({ 1: path = '', index }) =>
      isOfClient(start + index, start, knowledge) && !isInComment(knowledge.text, start + index)
        ? [path]
        : [],
    ),
  );
}

/** Whether what stands at a place in a call is a setting of what the call makes or asks. */
function isOfClient(at: number, start: number, { text, brackets }: Knowledge): boolean {
  const inner = brackets.around(at).filter((one) => one.at >= start);
  return inner.every((one) => {
    const before = textBefore(text, one.at, LONGEST_CALLEE);
    if (one.mark === '{') return !OF_OTHER.test(before);
    // The call itself is no other.
    const isOwn = one.mark === '(' && (one.at === start || one === inner.at(-1));
    if (isOwn) return !WRAPS.test(textBehind(text, one.at, LONGEST_CALLEE));
    return one.mark === '(' && OF_SETTINGS.test(before);
  });
}

/** The key of a record in the arguments of a client that holds no settings of it: `metadata: {`. */
const OF_OTHER =
  /(?<![\w-])(?!\w*(?:config|option|client|setting|http))[\w-]{1,60}["']?\s{0,4}(?::|=>|=)\s{0,4}$/i;
/** What settings of a client are made by: `OpenAIHost(`, `option.WithBaseURL(`, `new Uri(`. */
const OF_SETTINGS = /(?:config|option|setting|client|host|ur[il]|openai|factory|builder)\w{0,20}$/i;
/** What gets a client that is made already: `observe(new OpenAI(), …`, `wrap(client, …`. */
const WRAPS = new RegExp(
  String.raw`^\(\s{0,40}(?:(?:await|new)\s{1,4}){0,2}[\w.]{0,60}(?:OpenAI|Anthropic|Client|Mistral)\w{0,20}\(|` +
    String.raw`^\(\s{0,40}[a-z_]\w{0,40}\s{0,4},`,
  'i',
);

/** The name by which a request that is written out gets its address, also through a variable. */
function requestedBy({ at }: Bracket, { text, variables }: Knowledge): readonly string[] {
  const { filled, plain } = requested(textBehind(text, at, LONGEST_HEAD));
  const made = plain === undefined ? undefined : variables.assignedTo(plain, { at, isMember: false });
  if (made === undefined) return [filled ?? plain ?? []].flat();
  const value = textFrom(text, made.from, variables.endOfValue(made.from), LONGEST_HEAD);
  const inner = requested(`(${value},`);
  return [inner.filled ?? inner.plain ?? []].flat();
}

/** The name that is filled into the address of a request, or that is it. */
function requested(call: string): {
  readonly filled?: string | undefined;
  readonly plain?: string | undefined;
} {
  const [, filled, plain] = REQUESTED.exec(call) ?? [];
  return { filled, plain };
}
