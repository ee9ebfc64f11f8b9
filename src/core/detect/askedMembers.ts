import {
  ANY_KEY,
  hostAsked,
  isAccess,
  isOfWholeText,
  type NamePath,
  pathAt,
  pathGiven,
  pathsIn,
  pathsOf,
} from './askedConstants';
import { once, perObject } from '../once';
import { calledIn, functionOfArm } from './armFunctions';
import type { TextRange } from '../text/range';
import { declaredBefore } from './constants';
import { typesOf } from './statements';
import { addTo, grouped } from '../text/grouped';
import { matchesOf } from '../text/matches';
import { textBefore, textFrom } from '../text/pieces';
import { type Brackets, calleeBefore } from './brackets';
import type { Knowledge } from './knowledge';
import type { DynamicArgument, Site } from './site';
import type { Tracer } from './tracer';
import { countsTokens } from './uses/recorded';

/**
 * Which members of enumerations and other types, and which constants that are called like their models, clients ask
 * for: `client.messages.create(model=Llm.FAST.value)`. What a type has is only listed; the one that a client gets is
 * called.
 */

/** Where a name of a model stands that a text lists. */
interface Listed {
  readonly at: number;
  readonly site: Site;
}

/** A client that asks for a member: `host` is whom it asks, `undefined` where the text leaves that open. */
export interface AskedMember {
  readonly host: string | undefined;
  readonly callee: string;
}

/** So much of an argument is read, in characters. */
const LONGEST_ARGUMENT = 160;
/** Through so many names a member may come to a client. */
const DEEPEST = 3;

/**
 * @param asked arguments for a model that are no plain text
 * @returns by where a listed name stands, the first client that gets it by the name of its type and its own
 */
export function askedMembers(
  asked: readonly DynamicArgument[],
  listed: readonly Listed[],
  {
    knowledge,
    tracer,
    definedFor,
  }: {
    readonly knowledge: Knowledge;
    readonly tracer: Tracer;
    /** Where the value stands that the argument at a place is known to get. */
    readonly definedFor: (at: number) => number | undefined;
  },
): ReadonlyMap<number, AskedMember> {
  const found = new Map<number, AskedMember>();
  const { text } = knowledge;
  if (listed.length === 0) return found;
  // `tier`, `tier.model`: the variable stands for the member.
  const given = givenAsModels(knowledge).flatMap(({ path, callee, range }) =>
    [...pathsBehind([path], text, tracer), pathGiven(path, range.start, knowledge) ?? []].map((one) => ({
      path: one,
      callee,
    })),
  );
  if (asked.length + given.length === 0) return found;
  const members = membersByName(text, listed);
  const take = (those: readonly Pick<Member, 'at'>[], by: AskedMember): void => {
    for (const { at } of those) if (!found.has(at)) found.set(at, by);
  };
  const byFunction = once(() => membersByFunction(listed, knowledge));
  const own = new Map<number | undefined, Member>(
    [...members.values()].flat().map((member) => [member.at, member]),
  );
  for (const argument of asked) {
    const defined = own.get(definedFor(argument.range.start));
    const by = { host: hostAsked(argument, knowledge), callee: argument.site.call?.callee ?? '' };
    take(defined === undefined ? [] : [defined], by);
    for (const path of pathsBehind(pathsIn(text, argument.range), text, tracer))
      take(askedBy(path, members), by);
    for (const name of functionsGiven(argument, text, tracer)) take(byFunction().get(name) ?? [], by);
  }
  const taken = given.map(({ path, callee }) => ({ those: askedBy(path, members), callee }));
  if (new Set(taken.flatMap(({ those }) => those)).size <= MOST_GIVEN)
    for (const { those, callee } of taken) take(those, { host: undefined, callee });
  return found;
}

/** The functions and properties whose value an argument is; for which names a tokenizer is got asks nobody. */
function functionsGiven({ range, site }: DynamicArgument, text: string, tracer: Tracer): readonly string[] {
  return countsTokens(site.call?.callee ?? '')
    ? []
    : calledIn(textFrom(text, range.start, range.end, LONGEST_ARGUMENT), text, tracer);
}

/** So many members may be given as models: of more, something has a table. */
const MOST_GIVEN = 3;

/** A member given as a model: `.model(Llm.FAST.getId())`, `model = ModelId(Llm.FAST.id)`, `"model" => Llm::F`. */
const GIVEN = new RegExp(
  String.raw`(?<![\w$])(?:set_?)?model(?:_?(?:id|name))?["'\x60]?\s{0,8}(?:=>|to(?=\s)|[:=(](?![:=]))\s{0,40}` +
    String.raw`(?:[A-Z]\w{0,40}\(|\w{0,20}[sS]tr(?:ing)?\()?` +
    String.raw`((?:[A-Z]\w{0,80}(?:\.|::)){0,3}[A-Za-z_]\w{0,80}(?:(?:\.|::|->)\w{1,40}(?:\(\))?)?)(?=[\s,)}\];]|$)`,
  'gi',
);

interface Given {
  readonly path: NamePath;
  readonly callee: string;
  readonly range: TextRange;
}

/** The members that calls are given as models, by name or in a mapping that is one of their arguments. */
const givenAsModels = perObject(({ text, brackets }: Knowledge): readonly Given[] =>
  [...matchesOf(text, GIVEN)].flatMap(({ 0: whole, 1: expression = '', index }) => {
    const end = index + whole.length;
    const range = { start: end - expression.length, end };
    const callee = calleeAround(text, brackets, range.start);
    // `tier.id()`, `tier.id`: how the text of a member is got says nothing.
    const names = pathsOf(expression.replace(/\(\)$/, ''));
    return callee === undefined ? [] : names.map((path) => ({ path, callee, range }));
  }),
);

/** The members of types of other files that calls are given as models, of which this one says no more. */
export function membersOfOthers(knowledge: Knowledge): readonly Given[] {
  return givenAsModels(knowledge).flatMap((given) => {
    const { path, range } = given;
    const [type = '', member, ...rest] = pathGiven(path, range.start, knowledge) ?? path;
    const isMember = member !== undefined && !isAccess(member) && rest.every(isAccess);
    return isMember && TYPE_NAME.test(type) && !typesOf(knowledge).has(type)
      ? [{ ...given, path: [type, member] }]
      : [];
  });
}
/** A type, as its name is written. */
const TYPE_NAME = /^[A-Z][\w$]*[a-z]/;

/** The call that a place is an argument of, itself or in a mapping; `undefined` where it is of none. */
function calleeAround(text: string, brackets: Brackets, at: number): string | undefined {
  const [own, outer] = brackets.open(at);
  if (own === undefined) return undefined;
  const isArgument =
    own.mark !== '(' &&
    outer !== undefined &&
    /[(,]\s*(?:\w{1,40}\s?[:=]\s*)?$/.test(text.slice(outer.at, own.at));
  const call = isArgument ? outer : own;
  const callee = call.mark === '(' ? calleeBefore(text, call) : '';
  return callee === '' ? undefined : callee;
}

/** A value of a type: by the names that a text calls it, and the type where it is told. */
interface Member {
  readonly at: number;
  readonly names: readonly string[];
  readonly type: string | undefined;
}

type MembersByName = ReadonlyMap<string, readonly Member[]>;

/** The members among which functions and properties choose, by the names of these. */
function membersByFunction(
  listed: readonly Listed[],
  knowledge: Knowledge,
): ReadonlyMap<string, readonly Pick<Member, 'at'>[]> {
  const found = new Map<string, Pick<Member, 'at'>[]>();
  for (const { at } of listed) {
    const name = functionOfArm(at, knowledge);
    if (name !== undefined) addTo(found, name, { at });
  }
  return found;
}

function membersByName(text: string, listed: readonly Listed[]): MembersByName {
  const properties = propertiesIn(text);
  const members = listed.flatMap(({ at, site }) => {
    const member = { at, ...memberAt(text, at, site) };
    const others = member.names.flatMap((name) => properties.get(name) ?? []);
    return [...member.names, ...others].map((name) => ({ name, member }));
  });
  return new Map(
    [...grouped(members, ({ name }) => name)].map(([name, those]) => [
      name,
      those.map(({ member }) => member),
    ]),
  );
}

/**
 * A property or function that gives one member, and nothing else: `static var preferred: Llm { .fast }`,
 * `val preferred get() = Llm.FAST`.
 */
const PROPERTY = new RegExp(
  String.raw`\b(?:va[lr]|let|func|fun)\s+([A-Za-z_]\w{0,80})` +
    String.raw`(?:\(\w{0,10}\))?(?:\s?(?::|->)\s?[A-Z]\w{0,80})?(?:\s+get\(\))?\s{0,8}[={]\s{0,40}` +
    String.raw`(?:return\s+)?(?:[A-Z]\w{0,80})?\.([A-Za-z_]\w{0,80})(?:\.(?:value|rawValue|id))?\s{0,40}(?=[;}\n]|$)`,
  'g',
);

/** The names of such properties, by the member that they give. */
function propertiesIn(text: string): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const [, name = '', member = ''] of matchesOf(text, PROPERTY)) addTo(found, member, name);
  return found;
}

/** The names of the member that has a value at a site, and of its type. */
function memberAt(text: string, at: number, site: Site): Omit<Member, 'at'> {
  const { names, type } = saidAt(text, at, site);
  return { names, type: type ?? typeBefore(text, at, names) };
}

function saidAt(text: string, at: number, site: Site): Omit<Member, 'at'> {
  const { call } = site;
  const declared = declaredBefore(text, at);
  // `GPT_4("gpt-4", 8192)`: the member is called like a constructor.
  if (call !== undefined) {
    const isMember = call.argument === 0 && /^[A-Za-z]\w*$/.test(call.callee);
    return { names: isMember ? [call.callee, ...declared] : declared, type: undefined };
  }
  const path = pathAt(site).filter((name) => name !== ANY_KEY);
  const own = path.at(-1);
  return own === undefined || FIELD.test(own)
    ? { names: declared, type: undefined }
    : { names: [own, ...declared], type: path.at(-2) };
}

/** What declares a type, up to its name; a member of one has a value itself: `object Fast : Llm("…")`. */
const TYPE = new RegExp(
  String.raw`\b(?:class|enum|object|interface|struct|impl|trait|module|namespace)\s+([A-Z]\w{0,80})\b` +
    String.raw`(?!\s{0,8}(?:extends\b|:)\s{0,8}[\w.]{1,80}\(\s{0,8}["'])`,
  'g',
);
/** How far before a member its type is declared, in characters. */
const TYPE_REACH = 8_000;

/** The last type that is declared before a member, which may be one of that type itself: `object Fast : Llm("…")`. */
function typeBefore(text: string, at: number, names: readonly string[]): string | undefined {
  const before = textBefore(text, at, TYPE_REACH);
  const types = [...matchesOf(before, TYPE)].map(([, name = '']) => name);
  return types.filter((name) => !names.includes(name)).at(-1);
}

/** What the value of a member is called in all of them. */
const FIELD = /^(?:id|name|value|code|slug|model(?:_?(?:id|name))?|raw_?value|\w*string|return)$/i;

/** The members of a type that an expression of these names gets, the way to the text of a value aside. */
function askedBy(path: NamePath, members: MembersByName): readonly Member[] {
  const lead = isAccess(path.at(-1)) ? path.slice(0, -1) : path;
  return [...new Set([path, lead])].flatMap((one) => {
    const own = one.at(-1);
    const holder = one.at(-2);
    const those = own === undefined || !isOfWholeText(one) ? [] : (members.get(own) ?? []);
    return holder === undefined ? those : those.filter(({ type }) => type === undefined || type === holder);
  });
}

/** The names by which other files ask for the member that has a value at a site; none where it is no member. */
export function memberPath(text: string, at: number, site: Site): NamePath {
  const { names, type } = saidAt(text, at, site);
  const [own] = names;
  if (own === undefined) return [];
  return type === undefined ? [own] : [type, own];
}

/** The type of a member that a value at a place has these names in, where they are only its own. */
export function typeOfMember(text: string, at: number, path: NamePath): string | undefined {
  return path.length === 1 ? typeBefore(text, at, path) : undefined;
}

/** The names of an expression, and those of what its variable is given. */
function pathsBehind(paths: readonly NamePath[], text: string, tracer: Tracer): readonly NamePath[] {
  const found = [...paths];
  const seen = new Set<string>();
  let step = paths;
  for (let depth = 0; depth < DEEPEST; depth++) {
    const variables = step.flatMap(([name = '', ...rest]) =>
      rest.length <= 1 && !seen.has(name) ? [name] : [],
    );
    for (const name of variables) seen.add(name);
    step = variables.flatMap((name) =>
      tracer.expressionsOf(name).flatMap(({ start, end }) => pathsOf(text.slice(start, end))),
    );
    found.push(...step);
  }
  return found;
}
