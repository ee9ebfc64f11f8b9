import type { ImportedName } from '../reference';
import { IN_WORD, WORD_START } from '../text/charClass';
import { grouped } from '../text/grouped';
import { firstMatch } from '../text/matches';
import { textBefore, textFrom } from '../text/pieces';
import type { TextRange } from '../text/range';
import { SELF } from '../vocabulary';
import type { HostEvidence } from './beside';
import type { Assignment } from './codeVariables';
import { hostOfRegistry } from './host';
import type { Imported } from './imports';
import type { Knowledge } from './knowledge';
import { loopedType } from './loopedTypes';
import { ownClientAsked } from './ownClients';
import { isOfTypes } from './requests';
import type { DynamicArgument, Site } from './site';
import { withoutSecrets } from './uses/client/asked';

/**
 * Who is asked for a model that a text keeps under a name, told by the clients that get it by that name:
 * `azure(NAMES[kind])`, `client.chat.completions.create(model=MODELS.chat)`.
 */

/** The names that lead to a value, from the outermost: `MODELS`, `chat`. */
export type NamePath = readonly string[];

/** Stands for the key of a table that is only known when the program runs. */
export const ANY_KEY = '*';
/** What a value may be wrapped in on its way to a client, and what may be added to say its type. */
const WRAPPED = new RegExp(
  String.raw`^(?:str|[sS]tring|aws\.String|to\.Ptr|to_string|` +
    String.raw`(?:\w{1,40}\.)?(?:[A-Z]\w{0,40})?Model(?:Name|I[Dd])?)\(([^()]{1,120})\)$`,
);
const TYPED = /(?:!|(?<=\S)\s{1,4}as\s[\w.[\]"'| ]{1,60})$/;
/** `NAMES[kind] ?? NAMES.fast`: one or the other. */
const OTHERWISE = /\?\?|\|\||\bor\b/;
const NAME = String.raw`${WORD_START}{1,80}`;
const FIRST = new RegExp(
  String.raw`^(?:(?:\$?this|[sS]elf|static|cls|exports|@)(?:\.|::|->|(?<=@)))?\$?(${NAME})`,
);
/** `.chat`, `?.chat`, `::CHAT`, `->chat`; `["chat"]`, `[:chat]`, `.get("chat")`; `[kind]`, `.get(kind, "chat")`. */
const NEXT = new RegExp(
  String.raw`^(?:(?:\?\.|\.|::|->)\$?(${NAME})(?![${IN_WORD}(])|` +
    String.raw`(?:\?\.)?(?:\[|\.(?:get|fetch|at)\()(?:["'\x60:]([${IN_WORD}.-]{1,80})["'\x60]?|[^()[\]"'\x60,]{1,80})` +
    String.raw`(?:,\s?["'\x60]?[\w./:-]{1,120}["'\x60]?)?[\])])`,
);
const MOST_PARTS = 6;
/** How the text of a member of a type is got: `.value`, `.rawValue`, `.getId()`. */
const ACCESS =
  /^(?:value|raw_?value|id|name|code|slug|to_?string|as_?(?:str|ref)|model_?(?:id|name)?|get_?\w{1,20})$/i;
const ACCESSED = /^(?:\.|::|->)([A-Za-z_]\w{0,40})\(\)$/;

/** What a text keeps under names, and who asks for it by these. */
export interface AskedConstants {
  /** Where the arguments stand that are names of what the text keeps. */
  readonly kept: ReadonlySet<number>;
  /** By where a value stands, the one host whose clients get it, and one of these. */
  readonly hosts: ReadonlyMap<number, { readonly host: string; readonly callee: string }>;
  /** By where a value stands that others get, of whom the text does not tell whom they ask, the first of these. */
  readonly open: ReadonlyMap<number, DynamicArgument>;
}

/**
 * @param asked arguments for a model that are no plain text
 * @param places where names of models stand in the text
 * @param definedFor tells where the values stand that the argument at a place is known to get
 */
export function askedConstants(
  asked: readonly DynamicArgument[],
  {
    knowledge,
    places,
    definedFor,
  }: {
    readonly knowledge: Knowledge;
    readonly places: readonly { readonly at: number; readonly site: Site }[];
    readonly definedFor: (at: number) => readonly number[];
  },
): AskedConstants {
  const kept = new Set<number>();
  const open = new Map<number, DynamicArgument>();
  const told: HostsByPlace = new Map();
  const beside: HostsByPlace = new Map();
  const named = asked.length === 0 ? undefined : byFirstName(places);
  const under = (path: NamePath): readonly Kept[] =>
    path.flatMap((name) => named?.get(name) ?? []).filter((one) => leadsTo(path, one.path));
  for (const argument of asked) {
    const { start } = argument.range;
    const paths = pathsIn(knowledge.text, argument.range).filter(isOfWholeText);
    const values = [...paths.flatMap(under), ...definedFor(start).map((at) => ({ at }))];
    if (values.length > 0) kept.add(start);
    const host = hostAsked(argument, knowledge);
    const callee = argument.site.call?.callee ?? '';
    for (const { at } of values) {
      addHost(told, at, [host, callee]);
      if (host === undefined && !open.has(at)) open.set(at, argument);
    }
    for (const { at } of paths.map(tableOf).flatMap(under)) addHost(beside, at, [host, callee]);
  }
  // What nobody gets is for whom all other entries of its table are.
  const hosts = [...beside, ...told].flatMap(([at, hostsOf]) => {
    if (hostsOf === beside.get(at) && told.has(at)) return [];
    const [[host, callee] = [undefined, ''], ...others] = hostsOf;
    return host === undefined || others.length > 0 ? [] : [[at, { host, callee }] as const];
  });
  return { kept, hosts: new Map(hosts), open };
}

type HostsByPlace = Map<number, Map<string | undefined, string>>;

function addHost(
  hosts: HostsByPlace,
  at: number,
  [host, callee]: readonly [string | undefined, string],
): void {
  const those = hosts.get(at);
  if (those === undefined) hosts.set(at, new Map([[host, callee]]));
  else those.set(host, callee);
}

interface Kept {
  readonly at: number;
  readonly path: NamePath;
}

function byFirstName(
  places: readonly { readonly at: number; readonly site: Site }[],
): ReadonlyMap<string, readonly Kept[]> {
  const kept = places.flatMap(({ at, site }) => {
    const path = pathAt(site);
    return path.length === 0 ? [] : [{ at, path }];
  });
  return grouped(kept, ({ path: [first = ''] }) => first);
}

/** Longest expression that is read: what is longer is more than names. */
const LONGEST_EXPRESSION = 160;

/** The names by which the expression in a range of a text gets its value. */
export function pathsIn(text: string, { start, end }: TextRange): readonly NamePath[] {
  return end - start > LONGEST_EXPRESSION ? [] : pathsOf(text.slice(start, end));
}

/** Through so many variables a name is followed to what leads to its value. */
const DEEPEST = 3;
/** The type of a variable, behind its name: `model: ClaudeModel = `. */
const TYPE_BEHIND = new RegExp(String.raw`:\s{0,4}((?:[A-Z\x80-\uffff])[${IN_WORD}]{0,80})\??\s{0,4}=`);

/**
 * The names that lead to what a variable, parameter or field is given that an expression is, `ClaudeModel`, `OLD` for
 * `self.model.value` and `model: ClaudeModel = ClaudeModel.OLD`; a member whose type is told may stand without it.
 * @param at where the expression stands
 * @returns `undefined` where it is none, or is given more than names
 */
export function pathGiven(path: NamePath, at: number, knowledge: Knowledge): NamePath | undefined {
  let found: NamePath | undefined;
  for (let depth = 0, own = path, place = at; depth < DEEPEST; depth++) {
    const next = givenBefore(own, place, knowledge);
    if (next === undefined) break;
    found = own = next.path;
    place = next.at;
  }
  return found;
}

/** What a plain name, of a variable or a member of the class, was given last before a place. */
export function lastGiven(
  path: NamePath,
  at: number,
  variables: Knowledge['variables'],
): Assignment | undefined {
  const [name = '', ...rest] = withoutAccess(path);
  if (rest.length > 0) return undefined;
  return (
    variables.assignedTo(name, { at, isMember: false }) ?? variables.assignedTo(name, { at, isMember: true })
  );
}

/** The names of an expression without what gets the text of a member. */
function withoutAccess(path: NamePath): NamePath {
  return isAccess(path.at(-1)) && path.length > 1 ? path.slice(0, -1) : path;
}

/** The names that lead to what the text gives a variable before a place, and where it does. */
function givenBefore(
  path: NamePath,
  at: number,
  { text, variables }: Knowledge,
): { readonly path: NamePath; readonly at: number } | undefined {
  const given = lastGiven(path, at, variables);
  if (given === undefined) return undefined;
  const value = text.slice(given.from, variables.endOfValue(given.from)).trim();
  const [, type = ''] = TYPE_BEHIND.exec(text.slice(given.at, given.from)) ?? [];
  const [next, ...others] =
    value.length > LONGEST_EXPRESSION ? [] : pathsOf(value.startsWith('.') ? type + value : value);
  return next === undefined || others.length > 0 ? undefined : { path: next, at: given.at };
}

/** A string of one word that is all of a value, with what makes it another type's behind: `"…".to_string()`. */
const STRING_ALONE = new RegExp(
  String.raw`^[a-zA-Z]{0,2}(["'\x60])([^\s"'\x60\\]{2,120})\1(?:\.(?:to_string|to_owned|into|freeze)(?:\(\))?)?` +
    String.raw`[;,]?(?:\s{0,8}(?:#|//).{0,120})?$`,
);

/**
 * Where the string stands that a variable has at a place: the last one that the text gives it before, in the same
 * function, class or file. What is called like a model or a constant is asked for in other ways, too.
 * @returns `undefined` where the text gives it anything else
 */
export function stringGiven(
  path: NamePath,
  at: number,
  { text, variables }: Knowledge,
): TextRange | undefined {
  const given = lastGiven(path, at, variables);
  if (given === undefined || given.isEntry) return undefined;
  const value = textFrom(text, given.from, variables.endOfValue(given.from), LONGEST_EXPRESSION);
  const [, quote = '', word] = STRING_ALONE.exec(value.trim()) ?? [];
  if (word === undefined) return undefined;
  const start = given.from + value.indexOf(quote) + 1;
  return { start, end: start + word.length };
}

/** The names by which an expression gets its value; none where it is more than a name or a table that is looked up. */
export function pathsOf(expression: string): readonly NamePath[] {
  const chosen = firstMatch(expression, CHOICES);
  if (chosen !== undefined) return chosen.slice(1).flatMap((part = '') => pathsOf(part));
  const paths = expression.split(OTHERWISE).map((part) => pathOf(part.trim()));
  return paths.flatMap((path) => (path === undefined ? [] : [path]));
}

/** `long ? Tier.DEEP : Tier.QUICK`, `DEEP if long else QUICK`, `if (long) Tier.DEEP else Tier.QUICK`. */
const CHOSEN = String.raw`([${IN_WORD}.:]{1,80}(?:\(\))?)`;
const CHOICES: readonly RegExp[] = [
  String.raw`^[^?"'\x60]{1,120}[^?]\?\s{1,40}${CHOSEN}\s{1,40}:\s{1,40}([^?:"'\x60]{1,120})$`,
  String.raw`^${CHOSEN}\s{1,40}if\s[^"'\x60]{1,120}?\selse\s{1,40}(.{1,120})$`,
  String.raw`^if\b[^"'\x60{}]{1,120}?[\s)]\{?\s{0,40}${CHOSEN}\s{0,40}\}?\s{0,40}else\s{0,40}\{?\s{0,40}` +
    String.raw`${CHOSEN}\s{0,40}\}?$`,
].map((form) => new RegExp(form));

function pathOf(written: string): NamePath | undefined {
  const plain = written.replace(TYPED, '');
  const expression = (WRAPPED.exec(plain)?.[1] ?? plain).trim();
  const first = FIRST.exec(expression);
  if (first?.[1] === undefined) return undefined;
  const path = [first[1]];
  let rest = expression.slice(first[0].length);
  while (rest !== '' && path.length < MOST_PARTS) {
    const next = NEXT.exec(rest);
    if (next === null) return accessed(path, rest);
    path.push(next[1] ?? next[2] ?? ANY_KEY);
    rest = rest.slice(next[0].length);
  }
  return rest === '' ? path : undefined;
}

/** Names with what gets the text of the member that they lead to; `undefined` where the rest is something else. */
function accessed(path: NamePath, rest: string): NamePath | undefined {
  const [, access] = ACCESSED.exec(rest) ?? [];
  return isAccess(access) && path.length > 1 ? [...path, access] : undefined;
}

/** Whether the last name of an expression only gets the text of a member of a type. */
export function isAccess(name: string | undefined): name is string {
  return name !== undefined && ACCESS.test(name);
}

/** The names that lead to a value at a site in code: those of the tables and sections around it, and its own. */
export function pathAt({ key, parents, where }: Site, isOfField = false): NamePath {
  if (where !== 'code') return [];
  const path = [...parents]
    .reverse()
    .concat(key)
    .filter((name) => name !== '' && name !== 'exports');
  // An entry without a key of its own is one of several, but for the default of a field.
  return !isOfField && key === '' && path.length > 0 ? [...path, ANY_KEY] : path;
}

/** What makes a field of a class of settings, up to its first argument, which is the default. */
const FIELD = /(?<![\w$])(?:Field|field|attrib|ib)\(\s{0,80}[a-z]{0,2}["']$/;
const LONGEST_FIELD = 100;

/** Whether a value is the default of a field: `chat: str = Field("…", description="…")`. */
export function isOfField(text: string, start: number): boolean {
  return FIELD.test(textBefore(text, start, LONGEST_FIELD));
}

/**
 * Whether an expression with one path gets the value that is kept under another. Classes and modules may stand before
 * the name of what they hold.
 */
export function leadsTo(asked: NamePath, kept: NamePath): boolean {
  return (
    endsIn(asked, kept) || (asked.length > 2 && isAccess(asked.at(-1)) && endsIn(asked.slice(0, -1), kept))
  );
}

function endsIn(asked: NamePath, kept: NamePath): boolean {
  if (asked.length === 0 || kept.length === 0) return false;
  const lead = asked.length - kept.length;
  if (lead < 0 || !asked.slice(0, lead).every((name) => HOLDER.test(name))) return false;
  return kept.every((name, index) => {
    const own = asked[index + lead];
    return own === name || (index > 0 && (own === ANY_KEY || name === ANY_KEY));
  });
}

/** The names that lead to any entry of the table that a value is in; none where it is in no table. */
export function tableOf(kept: NamePath): NamePath {
  return kept.length < 2 ? [] : [...kept.slice(0, -1), ANY_KEY];
}

/** A class, an enumeration or a module, as their names are written; most other scripts have no capitals to tell. */
const HOLDER = /^(?:[A-Z\x80-\uffff]|models?$|constants?$|config$|settings$|names$)/;

/** A name that is the same thing wherever a text has it: no variable of one function. */
export function isOfWholeText(path: NamePath): boolean {
  return path.length > 1 || /^[A-Z]/.test(path[0] ?? '');
}

/**
 * The host that a client asks which gets its model by a name: by its address or else its class or package.
 * @returns `undefined` where the text leaves open whom it asks
 */
export function hostAsked(argument: DynamicArgument, knowledge: Knowledge): string | undefined {
  const {
    range,
    site: { call },
  } = argument;
  const callee = call?.callee ?? '';
  const address = addressAsked(argument, knowledge);
  if (address !== undefined) return address.host;
  if (callee === '' || knowledge.vendors.isGivenAddress(callee, range.start)) return undefined;
  return (
    knowledge.vendors.of(callee, call?.module, range.start) ??
    ownClientAsked(callee, range.start, knowledge)?.host ??
    hostOfClass(callee, range.start, knowledge)
  );
}

/** The address that is written for such a client. */
function addressAsked(
  { range, site: { call } }: DynamicArgument,
  knowledge: Knowledge,
): HostEvidence | undefined {
  return knowledge.requestClients.of(range) ?? knowledge.clientAddresses.of(call?.callee ?? '', range.start);
}

/** Who is asked for what an argument gets from another file. */
function whoIsAsked(argument: DynamicArgument, knowledge: Knowledge): Pick<ImportedName, 'host' | 'address'> {
  const host = hostAsked(argument, knowledge) ?? null;
  const address = host === SELF ? addressAsked(argument, knowledge) : undefined;
  return { host, ...(address && { address: withoutSecrets(address.said) }) };
}

/** The host of the class of which a client is made that is called at a place, or of the type of its request. */
function hostOfClass(callee: string, at: number, knowledge: Knowledge): string | undefined {
  const made = isOfTypes(callee) ? knowledge.protocolClients.at(at) : knowledge.clientOf(callee, at);
  return made === undefined ? undefined : (hostOfRegistry(made) ?? undefined);
}

/**
 * The name of another file by which an argument gets its value: one that is imported, or of a class or package.
 * @param importOf tells what a name of the text stands for
 */
export function importedName(
  argument: DynamicArgument,
  knowledge: Knowledge,
  importOf: (name: string) => Imported | undefined,
): ImportedName | undefined {
  const [own, ...others] = pathsIn(knowledge.text, argument.range);
  if (own === undefined || others.length > 0) return undefined;
  const looped = loopedMembers(own, argument, knowledge, importOf);
  if (looped !== undefined) return looped;
  const { path: known, imported } = knownAs(own, argument.range.start, knowledge, importOf);
  const [first = '', ...rest] = known;
  const path = [first, ...rest];
  if (imported === undefined)
    return rest.length === 0 ? undefined : { module: first, path, ...whoIsAsked(argument, knowledge) };
  const named = imported.name === '' ? rest : [imported.name, ...rest];
  return named.length === 0
    ? undefined
    : { module: imported.module, path: named, ...whoIsAsked(argument, knowledge) };
}

/** A path as it stands at a place, or as it was given to that, and what its first name stands for. */
function knownAs(
  own: readonly string[],
  at: number,
  knowledge: Knowledge,
  importOf: (name: string) => Imported | undefined,
): { readonly path: readonly string[]; readonly imported: Imported | undefined } {
  const imported = importOf(own[0] ?? '');
  const given = imported === undefined ? pathGiven(own, at, knowledge) : undefined;
  return given === undefined ? { path: own, imported } : { path: given, imported: importOf(given[0] ?? '') };
}

/** All members of a type of another file, where an argument is the one that a loop over it is at. */
function loopedMembers(
  path: NamePath,
  argument: DynamicArgument,
  knowledge: Knowledge,
  importOf: (name: string) => Imported | undefined,
): ImportedName | undefined {
  const [name = '', ...rest] = withoutAccess(path);
  const type = rest.length > 0 ? undefined : loopedType(name, argument.range.start, knowledge);
  if (type === undefined) return undefined;
  const imported = importOf(type) ?? { module: type, name: type };
  const holder = imported.name === '' ? [] : [imported.name];
  return {
    module: imported.module,
    path: [...holder, ANY_KEY],
    ...whoIsAsked(argument, knowledge),
    isEach: true,
  };
}
