import { message } from '../message';
import type { ClientName, ModelReference } from '../reference';
import { hostedRegistry } from '../registries/names/hosted';
import { hubId } from '../registries/names/hubId';
import { splitProvider } from '../registries/names/providerPath';
import type { TextRange } from '../text/range';
import { isUse, SELF } from '../vocabulary';
import {
  askedConstants,
  isOfField,
  lastGiven,
  type NamePath,
  pathAt,
  pathsIn,
  pathsOf,
  stringGiven,
} from './askedConstants';
import { mayBeAskedAt, mayBeAskedByOther } from './askedElsewhere';
import { definedPlainly, mayBeMember, roleFor } from './askedHere';
import { askedMembers, memberPath, typeOfMember } from './askedMembers';
import { mayBeKeptForModel, valuesUnder } from './askedValues';
import type { FoundReferences } from './foundReferences';
import type { Imports } from './imports';
import type { Knowledge } from './knowledge';
import { type Intent, lastName } from './intent';
import { importedAddress } from './keptAddresses';
import { addressOfOwnClient, importedClient, pathCalled } from './ownClients';
import { isOfLiteral } from './listing/types';
import { isRequest } from './requests';
import { givesModel } from './signatures/providers';
import type { DynamicArgument, Site } from './site';
import { Tracer } from './tracer';
import { isAddressOpen } from './uses/client/asked';
import { calleeAround } from './uses/client/callAround';
import { isOnlyKept } from './uses/ownAddress';

/** Passes that tell who asks for what a text keeps under names, here or in another file. */

/** What a text asks for, and what it keeps. */
export interface AskedCode {
  readonly references: FoundReferences;
  readonly imports: Imports;
  /** What requests and known calls of clients get as their models. */
  readonly asked: () => readonly DynamicArgument[];
  /** Names in places for models of which no request and no known call says so. */
  readonly named: readonly DynamicArgument[];
  readonly intentOf: (site: Site) => Intent;
  /** The reference where a value is written: found before, or made one by what gets it. */
  readonly referenceAt: (range: TextRange, site: Site) => ModelReference | undefined;
}

/**
 * Names that only the client which gets them makes names of models: those that its owner chose, with a provider.
 * @returns where they stand, by where the arguments do that get them
 */
export function settleValues(code: AskedCode): ReadonlyMap<number, readonly number[]> {
  const { knowledge } = code.references;
  const { text } = knowledge;
  const settled = new Map<number, readonly number[]>();
  const tracer = new Tracer(text);
  // Many requests get their model by one name.
  const known = new Map<string, readonly TextRange[]>();
  const asked = code.asked();
  for (const [index, { range, site }] of [...asked, ...code.named].entries()) {
    const isGateway = code.intentOf(site).loader?.library === 'gateway';
    const all = pathsIn(text, range);
    const paths = isGateway ? all : all.filter(mayBeKeptForModel);
    const key = paths.map((path) => path.join('.')).join(' ');
    const values = known.get(key) ?? valuesUnder(paths, { text, tracer, pathsOf });
    known.set(key, values);
    const others = isGateway ? [] : all.filter((path) => !mayBeKeptForModel(path));
    const own = others.flatMap((path) => stringGiven(path, range.start, knowledge) ?? []);
    const names = isGateway ? values.filter((value) => isForGateway(value, text)) : [...values, ...own];
    // A plain path is a name on the Hub only by who gets it, and no client is known to.
    const sure =
      index < asked.length
        ? names
        : namesInForce(names, all, range.start, knowledge.variables).filter(
            (value) => !isOnlyOwned(value, code),
          );
    const references = sure.flatMap(
      (value) => code.referenceAt(value, { ...site, askedAt: range.start }) ?? [],
    );
    settled.set(
      range.start,
      references.map((reference) => reference.range.start),
    );
  }
  return settled;
}

/** The values of a name without those that the text overwrites before the place that gets it. */
function namesInForce(
  values: readonly TextRange[],
  [path = [], ...others]: readonly NamePath[],
  at: number,
  variables: Knowledge['variables'],
): readonly TextRange[] {
  const last = others.length > 0 ? undefined : lastGiven(path, at, variables);
  return last === undefined ? values : values.filter(({ start }) => start >= last.from);
}

/** Whether a value that nothing else tells for a model has the form `owner/name` alone, as other things do. */
function isOnlyOwned(range: TextRange, { references: { found, knowledge } }: AskedCode): boolean {
  if (found.has(range.start) || isForGateway(range, knowledge.text)) return false;
  return hubId(knowledge.text.slice(range.start, range.end)) !== undefined;
}

/** Whether a gateway can tell whom to ask for what stands at a place: by its prefix, or its form. */
function isForGateway({ start, end }: TextRange, text: string): boolean {
  const name = text.slice(start, end);
  return splitProvider(name) !== undefined || hostedRegistry(name) !== undefined;
}

/**
 * What only its spelling gave a host is asked for at the one whose clients alone get it by its name.
 * @returns where the requests stand whose models are kept in the text under a name
 */
export function settleAsked(
  code: AskedCode,
  uses: readonly ModelReference[],
  values: ReadonlyMap<number, readonly number[]>,
): ReadonlySet<number> {
  const { references } = code;
  const { knowledge } = references;
  const defined = definedPlainly(uses);
  const named = code.named.filter(({ range }) => (values.get(range.start) ?? []).length > 0);
  const { kept, hosts, open } = askedConstants([...code.asked(), ...named], {
    knowledge,
    places: placesOf(references).filter(({ at }) => references.found.has(at)),
    // Other functions of the text may have a variable of the same name: what is known to be meant goes first.
    definedFor: (at) => [defined.get(at) ?? values.get(at) ?? []].flat(),
  });
  for (const [at, { host, callee }] of hosts) {
    const place = references.places.get(at);
    const reference = references.found.get(at);
    const role = place && reference && roleFor(host, reference, place);
    if (place === undefined || role === undefined) continue;
    const why = [message('{0} gets it from here', lastName(callee))];
    references.found.set(at, references.referenceOf(place, { role, host, why }));
  }
  for (const [at, { range, site }] of open) {
    const reference = hosts.has(at) ? undefined : references.found.get(at);
    if (reference !== undefined)
      references.found.set(at, withClient(reference, code, range.start, site.call?.callee ?? ''));
  }
  return kept;
}

/** What takes the values out of a type of Python. */
const TAKES_VALUES = /\bget_args\b|\.__args__\b/;

/**
 * Where names stand that something may be given by the names around them: a variable that is only declared to be of a
 * type, `model: Model` below `Model = Literal["…"]`, gets none of its values.
 */
function placesOf({
  places,
  knowledge,
}: FoundReferences): readonly { readonly at: number; readonly site: Site }[] {
  const { text, brackets } = knowledge;
  const all = [...places].map(([at, { site }]) => ({ at, site }));
  return text.includes('Literal') && !TAKES_VALUES.test(text)
    ? all.filter(({ at }) => !isOfLiteral(text, brackets, at))
    : all;
}

/** What a type has is only listed, but for the members that clients get. */
export function settleMembers(code: AskedCode, uses: readonly ModelReference[]): void {
  const { references } = code;
  const { knowledge } = references;
  const listed = placesOf(references).filter(
    ({ at, site }) => mayBeMember(site) && references.found.get(at)?.role === 'lists',
  );
  const defined = definedPlainly(uses);
  for (const [at, { host, callee }] of askedMembers(code.asked(), listed, {
    knowledge,
    definedFor: (start) => defined.get(start),
    tracer: new Tracer(knowledge.text),
  })) {
    const place = references.places.get(at);
    if (place === undefined) continue;
    const asked = host !== undefined && mayBeAskedAt(host, place) ? host : references.found.get(at)?.host;
    const by = asked ?? (place.registry === 'ollama' ? SELF : undefined);
    if (by === undefined) continue;
    const role = place.registry === 'ollama' && by === SELF ? 'loads' : 'calls';
    const why = [message('{0} gets it from here', lastName(callee))];
    references.found.set(at, references.referenceOf(place, { role, host: by, why }));
  }
}

/** A name that code asks for, with the names that lead to it: another file may ask for it by these. */
export function withPath(reference: ModelReference, code: AskedCode): ModelReference {
  const { role, range } = reference;
  const { places, knowledge } = code.references;
  const { text } = knowledge;
  const site = places.get(range.start)?.site;
  if (site === undefined) return reference;
  const { keptAs, memberOf } = namesAt(text, reference, site);
  const kept =
    keptAs.length === 0
      ? reference
      : {
          ...reference,
          keptAs,
          ...(memberOf !== undefined && { memberOf }),
          ...(isOnlyKept(reference, keptAs, knowledge) && { isOnlyKept: true as const }),
        };
  return isUse(role) && site.where === 'code' ? withClient(kept, code, range.start, site.call?.callee) : kept;
}

/** The names that lead to what a text uses or lists at a site, and the type of a member that these do not say. */
function namesAt(
  text: string,
  { role, range: { start } }: ModelReference,
  site: Site,
): { readonly keptAs: readonly string[]; readonly memberOf?: string | undefined } {
  if (isUse(role) && site.call === undefined) return { keptAs: pathAt(site, isOfField(text, start)) };
  if (role !== 'lists' || !mayBeMember(site)) return { keptAs: [] };
  const keptAs = memberPath(text, start, site);
  return { keptAs, memberOf: typeOfMember(text, start, keptAs) };
}

/** A name that what is called at a place gets, with that client where another file makes it or has its address. */
function withClient(reference: ModelReference, code: AskedCode, at: number, called?: string): ModelReference {
  const mayBeOfClient = mayBeAskedByOther(reference);
  if (reference.askedBy !== undefined || !(mayBeOfClient || isAddressOpen(reference.why))) return reference;
  const { knowledge } = code.references;
  const callee = called ?? calleeAround({ text: knowledge.text, start: at, knowledge });
  // What gets a name of the same word elsewhere in the text may not be what asks for it.
  const isHere = at === reference.range.start;
  const askedBy =
    (isHere ? addressGiven(reference, callee, at, code) : undefined) ??
    (mayBeOfClient && mayAsk(callee, reference)
      ? importedClient(callee, at, knowledge, code.imports)
      : undefined);
  return askedBy === undefined ? reference : { ...reference, askedBy };
}

/** Weights are asked for only by what makes a request of them, or gives a model of a client: others load them. */
function mayAsk(callee: string, { role }: ModelReference): boolean {
  return callee !== '' && (role !== 'loads' || isRequest(callee) || givesModel(callee));
}

/** The address of another file at which what is called at a place asks. */
function addressGiven(
  { role }: ModelReference,
  callee: string,
  at: number,
  { references: { knowledge }, imports }: AskedCode,
): ClientName | undefined {
  return role === 'calls' ? addressAsked(callee, at, knowledge, imports) : undefined;
}

/**
 * The address of another file at which what is called at a place asks, whatever it asks for.
 * @param callee what is called, as written
 */
export function addressAsked(
  callee: string,
  at: number,
  knowledge: Knowledge,
  imports: Imports,
): ClientName | undefined {
  const ownName = (): string | undefined => addressOfOwnClient(callee, at, knowledge);
  return importedAddress({ callee: pathCalled(callee, at, knowledge), at }, knowledge, { imports, ownName });
}
