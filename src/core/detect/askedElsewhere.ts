import { type Message, message } from '../message';
import type { ClientName, Detection, ModelReference } from '../reference';
import { isUse, SELF } from '../vocabulary';
import { BUILDS_OWN, TAKES_HUB_IDS } from '../registries/tables';
import { type Hosts, isService, registryOfHost } from './host';
import { lastName } from './intent';
import { regionAt } from './regionAddresses';
import { regionOrRegions } from './regions';
import { isRequest } from './requests';
import { providerOfCallee } from './signatures/providers';
import { calledAt, callOf, isAddressOpen, isToldByClient, isToldByPackage } from './uses/client/asked';
import { isMakersHost, mayHaveName } from './uses/client/sellers';
import { isToldElsewhere } from './uses/customProviders';
import { atOwnAddress, ownAddressOf } from './uses/ownAddress';
import { GIVEN } from './uses/place';
import { isNamedAlone, isToldBySpelling, namedByProvider } from './uses/nameAlone';

/**
 * By {@link keptKey} of what a file keeps, the host that all other files ask for it, and a call that does; `null` where
 * they leave open whom they ask. By {@link clientKey} of a client that it calls, the host which that asks. By
 * {@link fileKey} of a file of weights that it names, the repository which that is got from, as callee. By
 * {@link classKey} a network that a file registers.
 */
export type AskedHosts = ReadonlyMap<string, AskedHost>;

/** Whom clients of other files ask. */
export interface AskedHost {
  readonly host: string | null;
  readonly callee: string;
  /** Where that processes what it is asked, as the client's file tells. */
  readonly region?: string;
  /** Where the client asks a machine of the project's own; the address that it is given. */
  readonly address?: string;
  /** Addresses that the program also writes for it, where nothing says which of them is meant; or regions. */
  readonly mayBe?: readonly string[];
  /** The program may get another region from outside. */
  readonly isDefault?: true;
  /** A file gives the client that address, which stands in another. */
  readonly isAddress?: true;
  /** What a loader or client gets is exactly that: no other entry, and no argument that is only called like a model. */
  readonly isExact?: true;
}

/** One key for the names that lead to a value. */
export function keptKey(path: readonly string[]): string {
  return path.join('\n');
}

/** The same for a client of another file. */
export function clientKey({ module, path }: ClientName): string {
  return keptKey(['', module, ...path]);
}

/** The same for a file of weights that another file of the tree tells the repository of. */
export function fileKey(name: string): string {
  return keptKey(['', '', name]);
}

/** The same for a network that another file of the tree registers under a name. */
export function classKey(name: string): string {
  return keptKey(['', '', '', name]);
}

/** The same for a region of another file. */
export function regionKey({ module, path }: ClientName): string {
  return keptKey(['', '', '', '', module, ...path]);
}

/** The same for the regions of those that get what a file keeps. */
export function givenRegionsKey(path: readonly string[]): string {
  return keptKey(['', '', '', '', '', ...path]);
}

/** Whether it is open where a call is processed that gets what code keeps under a name: its client may tell it. */
export function isRegionOpen({ role, keptAs, region, possibleRegions }: ModelReference): boolean {
  return role === 'calls' && keptAs !== undefined && region === undefined && possibleRegions === undefined;
}

/** Whether a name is given to what builds networks by their names: the project may have one of its own so. */
export function isClassOpen({ role, registry, where }: ModelReference): boolean {
  return role === 'loads' && BUILDS_OWN.has(registry) && where === 'code';
}

/** Whether a file of weights is named of which nothing is known, not even where it comes from. */
export function isFileOpen({ role, registry, model, evidence }: ModelReference): boolean {
  return (
    (role === 'loads' || role === 'lists') &&
    registry === 'local' &&
    model === null &&
    evidence[0] === 'weights-file' &&
    evidence.length === 1
  );
}

/** The repository that a file of weights comes from, where the text tells it and uses the file or the repository. */
export function isFileOfRepository({ evidence }: Pick<ModelReference, 'evidence'>): boolean {
  return evidence[0] === 'weights-file' && evidence[1] === 'repository';
}

const IN_ANOTHER_FILE = message('its repository stands in another file');

/** Whether only names say whom the client asks that gets a model: the file which makes it may know better. */
export function mayBeAskedByOther(reference: ModelReference): boolean {
  const { role, why, registry, where } = reference;
  if (where === 'file' || (registry !== 'huggingface' && registry !== 'other' && !isService(registry)))
    return false;
  const isByName =
    isToldBySpelling(why) || isToldByClient(why) || isToldByPackage(why) || isToldElsewhere(why);
  if (role === 'calls' && isByName) return true;
  return isNamedAlone(why) || isNamedAfterOwner(reference);
}

/**
 * Whether only its spelling says who is asked for what code keeps under a name: who makes it, by the word before the
 * slash, or that it has weights; or else the address of a server that is kept beside.
 */
export function isHostOpen(reference: ModelReference): boolean {
  const { role, keptAs, why, isOnlyKept } = reference;
  if (keptAs === undefined) return false;
  return isOnlyKept === true || (role === 'calls' && isToldBySpelling(why)) || isNamedAfterOwner(reference);
}

/** Whether a file only lists what others may get by a name of its type's own. */
export function isMember({ role, keptAs }: Pick<ModelReference, 'role' | 'keptAs'>): boolean {
  return role === 'lists' && keptAs !== undefined;
}

/** `deepseek/name`, `owner/name`: services that sell the models of others have them under such names. */
function isNamedAfterOwner({ role, text, why }: ModelReference): boolean {
  const owner = text.slice(0, text.indexOf('/'));
  if (owner === '') return false;
  return role === 'calls'
    ? isSameMessage(why[0], namedByProvider(owner))
    : role === 'loads' && isNamedAlone(why);
}

function isSameMessage(a: Message | undefined, b: Message): boolean {
  return a?.template === b.template && a.args[0] === b.args[0];
}

/**
 * Whether clients of a host may ask for a name of which only the spelling says more. OpenAI's are those of all who took
 * over its interface.
 */
export function mayBeAskedAt(host: string, name: Parameters<typeof mayHaveName>[1]): boolean {
  return host !== SELF && host !== 'openai' && mayHaveName(host, name);
}

/** Whether a service calls models by their owners, as the Hub does. */
function takesOwners(host: string): boolean {
  const registry = registryOfHost(host);
  return registry !== undefined && registry !== 'huggingface' && TAKES_HUB_IDS.has(registry);
}

/** A detection in which what a file only keeps is asked for at the host whose clients in other files get it. */
export function withAskedHosts(
  found: Detection,
  asked: AskedHosts | undefined,
  context: AskedContext,
): Detection {
  if (asked === undefined || asked.size === 0) return found;
  return {
    ...found,
    references: found.references.map((reference) =>
      withRegion(withHost(reference, asked, context), asked, context.hosts),
    ),
    ...(found.addresses && {
      addresses: found.addresses.map((address) => withRegion(address, asked, context.hosts)),
    }),
  };
}

/** What a file only keeps, as others ask for it. */
function withHost(reference: ModelReference, asked: AskedHosts, context: AskedContext): ModelReference {
  const elsewhere = toldElsewhere(reference, asked, context);
  if (elsewhere !== undefined) return { ...reference, role: 'mentions', host: null, why: [elsewhere] };
  const { keptAs = [], askedBy } = reference;
  const client = askedBy && asked.get(clientKey(askedBy));
  if (client !== undefined) return withOthers(byClient(reference, client, context), client, context.hosts);
  const by = asked.get(keptKey(keptAs));
  if (by === undefined) return reference;
  const told = message('{0} gets it from here', lastName(by.callee));
  const atOwn = useAtOwnAddress(reference, by, context.isApiOnly);
  if (atOwn !== undefined)
    return withOthers({ ...reference, ...atOwn, why: [...atOwn.why, told] }, by, context.hosts);
  const use = useBy(reference, by, context.isApiOnly);
  if (use === undefined) return withOthers(reference, by, context.hosts);
  const why = isMember(reference) ? [told] : [told, ...reference.why.slice(1)];
  return withOthers({ ...reference, ...use, why }, by, context.hosts);
}

/** A reference with the regions that other files have for the client which asks for it. */
function withRegion(reference: ModelReference, asked: AskedHosts, hosts: Hosts): ModelReference {
  const { host, role, region: own, possibleRegions, keptAs = [], regionsBy = [] } = reference;
  const form = host === null || role !== 'calls' ? undefined : hosts.regionForm(host);
  // What the text or another client tells of it is nearer.
  if (form === undefined || possibleRegions !== undefined || tellsOne(own, form)) return reference;
  const given = asked.get(givenRegionsKey(keptAs)) ?? [];
  const kept = [...regionsBy.flatMap((name) => asked.get(regionKey(name)) ?? []), given].flat();
  const regions = kept
    .flatMap(({ address = [], mayBe = [] }) => [address, mayBe].flat())
    .filter((one) => form.test(one));
  if (regions.length === 0) return reference;
  const isOpen =
    kept.length < regionsBy.length ||
    kept.some(({ address, mayBe, isDefault }) => isDefault || address === undefined || mayBe !== undefined);
  return { ...reference, ...regionOrRegions(regions, own), ...(isOpen && { isRegionDefault: true }) };
}

/** Whether a region is one, and no name of a machine. */
function tellsOne(region: string | undefined, form: RegExp): boolean {
  return region !== undefined && form.test(region);
}

/** Why what a file names is no use of its own, where another file says what it is. */
function toldElsewhere(
  reference: ModelReference,
  asked: AskedHosts,
  { isListed }: AskedContext,
): Message | undefined {
  const { text } = reference;
  if (isFileOpen(reference) && asked.has(fileKey(text))) return IN_ANOTHER_FILE;
  const isOwn = isClassOpen(reference) && asked.has(classKey(text)) && !isListed(reference);
  return isOwn ? GIVEN : undefined;
}

/** A reference that the client of another file asks for: whom that asks, and where that processes it. */
function byClient(reference: ModelReference, client: AskedHost, context: AskedContext): ModelReference {
  const { host, region, address, callee, isDefault } = client;
  if (address !== undefined && (host === SELF || client.isAddress))
    return byAddress(reference, { host, address }, context);
  const asked = ofClient(reference, host, context.isApiOnly);
  const found: ModelReference =
    asked === undefined
      ? reference
      : { ...reference, role: 'calls', host: asked, why: [callOf(callee), ...reference.why.slice(1)] };
  const isRegion =
    region !== undefined &&
    found.host !== null &&
    context.hosts.regionForm(found.host)?.test(region) === true;
  return isRegion && found.role === 'calls' && found.region === undefined
    ? { ...found, region, ...(isDefault && { isRegionDefault: true }) }
    : found;
}

/** A reference that is asked for at the address of another file, or by a client which asks there. */
function byAddress(
  reference: ModelReference,
  { host, address }: { readonly host: string | null; readonly address: string },
  { isApiOnly, hosts }: AskedContext,
): ModelReference {
  const isOther = reference.askedBy?.isOfRequest === true && !hosts.answersAt(address);
  if (host === null || isOther) return reference;
  return host === SELF
    ? { ...reference, ...atOwnAddress(address, reference, isApiOnly(reference)) }
    : atAddress(reference, { host, address }, hosts);
}

/**
 * A reference that is asked for at an address which stands in another file. That tells where it is processed; what was
 * told of another host is not of this one.
 */
function atAddress(
  { region: written, possibleRegions, deploymentType, via: _via, passedTo, ...reference }: ModelReference,
  { host, address }: { readonly host: string; readonly address: string },
  hosts: Hosts,
): ModelReference {
  const { role, why } = calledAt({ host, said: address, kind: 'address' });
  const others = reference.why.filter((one) => !isAddressOpen([one]));
  const isSame = reference.host === host;
  const region = regionAt(address, host, { hosts, written: isSame ? written : undefined });
  const gateway = hosts.via(address);
  return {
    ...reference,
    role,
    host,
    why: [...why, ...others],
    ...(region === undefined ? isSame && possibleRegions !== undefined && { possibleRegions } : { region }),
    ...(isSame && deploymentType !== undefined && { deploymentType }),
    ...(gateway !== undefined && { via: gateway }),
    ...(isSame && passedTo !== undefined && { passedTo }),
  };
}

/** A reference that may also go to other addresses of the program. */
function withOthers(
  reference: ModelReference,
  { mayBe = [] }: Pick<AskedHost, 'mayBe'>,
  hosts: Hosts,
): ModelReference {
  if (mayBe.length === 0 || !isUse(reference.role)) return reference;
  const others = new Map<string, string>();
  for (const address of mayBe) {
    const at = otherHostAt(address, reference, hosts);
    if (at !== undefined && !others.has(at)) others.set(at, address);
  }
  if (others.size === 0) return reference;
  const reasons = [...others].flatMap(([at, said]) => calledAt({ host: at, said, kind: 'address' }).why);
  return { ...reference, otherHosts: [...others.keys()], why: [...reference.why, ...reasons] };
}

/**
 * The further host at an address. A machine of the project's own is who runs it where nothing else does, and none.
 * What is only likely is judged as such: its own host counts, too, where it is written.
 */
function otherHostAt(
  address: string,
  { role, host, why, askedBy }: ModelReference,
  hosts: Hosts,
): string | undefined {
  const at = hosts.at(address);
  const isSettled = role !== 'calls' || !isAddressOpen(why);
  if (at === undefined || at === SELF || (isSettled && at === host)) return undefined;
  return askedBy?.isOfRequest !== true || hosts.answersAt(address) ? at : undefined;
}

/** What is known of models and hosts where others ask for them. */
interface AskedContext {
  /** Whether nobody has the weights of a model but its publisher. */
  readonly isApiOnly: (reference: ModelReference) => boolean;
  /** Whether the catalog has a record of a model, more than what its owner alone tells. */
  readonly isListed: (reference: ModelReference) => boolean;
  readonly hosts: Hosts;
}

/** Whom the client of another file asks, where that is not what the text says itself and may be asked for it. */
function ofClient(
  reference: ModelReference,
  host: string | null,
  isApiOnly: (reference: ModelReference) => boolean,
): string | undefined {
  if (host === null || host === SELF || host === 'openai' || host === reference.host) return undefined;
  const name = { registry: reference.registry, isApiOnly: isApiOnly(reference) };
  // A name of no service's spelling is asked for under it wherever the client asks.
  return isService(reference.registry) && isMakersHost(host) && !mayBeAskedAt(host, name) ? undefined : host;
}

/** What others do with what a file keeps where they ask a machine of the project's own for it. */
function useAtOwnAddress(
  reference: ModelReference,
  { host, address, isExact }: AskedHost,
  isApiOnly: (reference: ModelReference) => boolean,
): ReturnType<typeof atOwnAddress> | undefined {
  // Where the address stands beside what is kept, that is told already.
  if (host !== SELF || address === undefined || ownAddressOf(reference) === address) return undefined;
  const canOnlyBeCalled = isApiOnly(reference);
  const isAsked = isMember(reference) ? canOnlyBeCalled || isExact === true : isHostOpen(reference);
  return isAsked ? atOwnAddress(address, reference, canOnlyBeCalled) : undefined;
}

/** What others do with what a file keeps, where that is not what the file says itself. */
function useBy(
  reference: ModelReference,
  by: AskedHost,
  isApiOnly: (reference: ModelReference) => boolean,
): Pick<ModelReference, 'role' | 'host'> | undefined {
  const host = hostOf(reference, by.host, isApiOnly);
  if (host !== undefined) return { role: 'calls', host };
  return isMember(reference) ? useOfWeights(reference, by) : undefined;
}

/** What others do with a member that has weights, and is no name of a service: who asks nobody else loads them. */
function useOfWeights(
  { registry }: ModelReference,
  { host, callee, isExact }: AskedHost,
): Pick<ModelReference, 'role' | 'host'> | undefined {
  if (registry === 'ollama') return { role: 'loads', host: SELF };
  if (isExact !== true || registry !== 'huggingface') return undefined;
  const isAsked = isRequest(callee) || providerOfCallee(callee) !== undefined;
  return isAsked && host !== SELF ? { role: 'calls', host } : { role: 'loads', host: SELF };
}

/** Whom others ask for what a file keeps, where that is not what the file says itself. */
function hostOf(
  reference: ModelReference,
  asked: string | null,
  isApiOnly: (reference: ModelReference) => boolean,
): string | undefined {
  const { registry, host } = reference;
  const isAskedSo =
    asked !== null &&
    (isNamedAfterOwner(reference)
      ? takesOwners(asked)
      : mayBeAskedAt(asked, { registry, isApiOnly: isApiOnly(reference) }));
  if (isMember(reference)) return (isAskedSo ? asked : host) ?? undefined;
  return isAskedSo && isHostOpen(reference) && asked !== host ? asked : undefined;
}
