import { perObject } from '../../../once';
import { resells } from '../../../registries/tables';
import { type Registry, SELF } from '../../../vocabulary';
import { isRequestPath, type HostEvidence } from '../../beside';
import { calleeBefore } from '../../brackets';
import { hostOfRegistry, isOwn, isService, registryOfHost } from '../../host';
import { atLeast, type Intent } from '../../intent';
import type { Knowledge } from '../../knowledge';
import { matchesOf } from '../../../text/matches';
import { spelledAs } from '../nameAlone';
import { needing, type Needs, type Place, type Use } from '../place';
import { askedBy, AT_RUN_TIME, calledAt, callOf, isFile, madeBefore } from './asked';
import { calleeOf, getsWeights, isMadeByCall, isOfAdded, isOfPlainClient, statementOf } from './callAround';
import { isOfCloudForm, mayHaveName, sellsNames } from './sellers';

/** Clients of a protocol that several services speak, made in one place and asked in another. */

/** Classes of clients that speak to whatever address they are given. */
const ANY_CLIENT = /\b(?:Async|Azure|Chat){0,2}(?:OpenAI|Anthropic)\s*\(/g;

/** How many clients a text makes that speak to whatever address they are given. */
export function clientsMade(text: string): number {
  return [...matchesOf(text, ANY_CLIENT)].length;
}

const MAKES_CLIENT = new RegExp(
  String.raw`\b(?:(?:Async|Azure|Chat){0,2}OpenAI\w{0,20}\s{0,4}(?:\(|\.(?:builder|factory)\(|::)|` +
    String.raw`ModelClient\(|ChatCompletionsClient\()`,
);

/** Whether a text makes a client of OpenAI's protocol. */
export const makesClient = perObject(({ text }: Knowledge): boolean => MAKES_CLIENT.test(text));

/** The only address that a text gives a client of OpenAI's protocol that it makes. */
export function addressOfProtocolClient(place: Place): HostEvidence | undefined {
  return place.site.where === 'code' && place.knowledge.protocolClients.at(place.start) === 'openai'
    ? onlyAddress(place)
    : undefined;
}

/** Code that builds something, in lower case. */
const BUILT: Needs = { where: ['code'], loader: false, words: ['builder(', 'default(', 'new('] };

/**
 * A class whose name says the provider builds the client or model in the same statement:
 * `MistralAiChatModel.builder()`.
 */
export const byBuilder = needing(BUILT, (place) => {
  const { site, match, knowledge } = place;
  if (isFile(match)) return undefined;
  const name = site.call === undefined ? undefined : builderOf(place);
  const host = name === undefined ? undefined : knowledge.vendors.ofClass(name);
  return name === undefined || host === undefined ? undefined : builtBy(name, host, place);
});

/** The class that builds the client or model in the chain of calls that a value is given in. */
function builderOf(place: Place): string | undefined {
  const statement = statementOf(place);
  if (statement === undefined) return undefined;
  return [...matchesOf(place.text.slice(statement.start, place.start), BUILDER)].at(-1)?.[1];
}

/** What a client that a class builds for a host does with a name: OpenAI's also speaks to others. */
function builtBy(name: string, host: string, { registry }: Place): Use | undefined {
  if (host !== 'openai') return askedBy(name, host);
  const why = callOf(name);
  if (isService(registry))
    return { role: 'calls', host: resells(registry, host) ? host : hostOfRegistry(registry), why: [why] };
  return isOwn(registry) ? undefined : { role: 'calls', host: null, why: [why, AT_RUN_TIME] };
}

const BUILDER = /\b([A-Z][A-Za-z\d]{2,60})(?:\.|::)(?:builder|newBuilder|default|new)\(/g;

/**
 * A client of a protocol that several services speak, in a language whose clients are not told by their modules. What
 * another service calls so is asked for there; where the name is nobody's own, the address tells, which is not
 * written.
 */
export const byProtocolClient = needing({ where: ['code'] }, (place) => {
  const { intent, registry, match, knowledge } = place;
  if (isFile(match) || isOwn(registry) || !atLeast(intent, 'model')) return undefined;
  if (isToldByCall(place)) return undefined;
  if (isMadeByCall(place)) return { role: 'calls', host: 'openai', why: [callOf(calleeOf(place))] };
  const client = knowledge.protocolClients.at(place.start);
  if (client === undefined) return undefined;
  const address = onlyAddress(place);
  // Azure's client speaks to resources of Azure, whose addresses need not be written.
  const isOfOther = client === 'azure' && registryOfHost(address?.host ?? '') !== client;
  return address === undefined || isOfOther ? calledBy(client, place) : calledAt(address);
});

/**
 * Whether what gets a name tells whose it is: `.AddOpenAIChatCompletion("gpt-4o", key)` is of no other service that is
 * added beside it.
 */
function isToldByCall(place: Place): boolean {
  const { intent } = place;
  return (
    loadsOrCallsOthers(intent) || (intent.loader !== undefined && isOfAdded(place)) || getsWeights(place)
  );
}

/**
 * The address that a text gives its client where it gives one alone, in whatever statement: the client is made in one
 * function and asked in another, or by a configuration that is made first. None where the host would not have the name.
 */
function onlyAddress(place: Place): HostEvidence | undefined {
  const { isApiOnly, hasWeights, registry, knowledge } = place;
  const address = clientAddress(knowledge);
  if (address === undefined || isMadeInPlace(place, address) || isOfPlainClient(place)) return undefined;
  // A server of the project's own has weights: what has none is asked for by another client of the text, where there
  // is one.
  if (address.host === SELF) {
    const hasIt = !isOfCloudForm(place) && (hasWeights || !(isApiOnly || isService(registry)));
    return hasIt || knowledge.protocolClients.makesOneWith(address.at) ? address : undefined;
  }
  return mayRun(address, place) ? address : undefined;
}

/**
 * Whether a host may have a name: as its own, with its weights, or as one that it resells. One whose names nobody
 * spells has it where the text makes no other client.
 */
export function mayRun({ host, said }: HostEvidence, place: Place): boolean {
  const { isApiOnly, hasWeights, registry, knowledge } = place;
  if (!isService(registry) || (hasWeights && !isApiOnly && !isOfCloudForm(place))) return true;
  if (registryOfHost(host) !== undefined && mayHaveName(host, place)) return true;
  const isAsked = !host.includes('.') || isRequestPath(said);
  return isAsked && knowledge.protocolClients.makesOne() && sellsNames(host, place);
}

/** A client that the call makes which gets the name: `openai.New(openai.WithModel("…"))`. */
const MAKES = /(?:^|\.)New(?:LLM|Model|Client|ChatModel)?$/;

/** Whether a name is given to a client where that is made, and an address to another one. */
function isMadeInPlace({ text, start, knowledge: { brackets } }: Place, { at }: HostEvidence): boolean {
  const made = brackets.around(start).find((one) => one.mark === '(' && MAKES.test(calleeBefore(text, one)));
  return made !== undefined && (at < made.at || at > made.close);
}

/** The address of the one host that all clients of a text are given, told once a text. */
export const clientAddress = perObject(({ text, evidence }: Knowledge): HostEvidence | undefined => {
  const [address, ...others] = clientsBases(text, evidence.all('addresses'));
  return others.every(({ host }) => host === address?.host) ? address : undefined;
});

/**
 * How the address of a client is called, whatever stands before it: `config.BaseURL`, `withBaseUri(`,
 * `with_api_base(`, `endpoint` where nothing else is.
 */
const CLIENT_BASE = /^(?:[\w.]*(?:base[-_]?(?:ur[il]|path)|api[-_]?base|uri[-_]?base)|endpoint)\b/i;

/** How it is called where only the name of the host is given, of a service that is known: `host: "api.groq.com"`. */
const CLIENT_HOST = /^(?:[\w.]*[._])?host\b/i;

/** Those of addresses that a client is given, by their keys. */
export function clientsBases(text: string, addresses: readonly HostEvidence[]): readonly HostEvidence[] {
  return addresses.filter((address) => isClientsBase(text, address));
}

/** Whether a place gives a client its address, by its key. */
export function isClientsBase(text: string, { at, end, host, said }: HostEvidence): boolean {
  const given = text.slice(at, end);
  if (CLIENT_BASE.test(given)) return true;
  return host !== SELF && !/[.:]/.test(host) && said.includes('.') && CLIENT_HOST.test(given);
}

/** The call is known, and no request to OpenAI's service. */
function loadsOrCallsOthers({ loader }: Intent): boolean {
  return loader !== undefined && (loader.role !== 'calls' || loader.registry !== 'openai');
}

/** Where a client of a protocol asks for a name: at its own service, unless the name is another service's. */
function calledBy(client: Registry, place: Place): Use | undefined {
  const { intent, registry, knowledge } = place;
  const why = madeBefore(client);
  if (!isService(registry))
    return client === 'openai' && !knowledge.protocolClients.isPlain()
      ? { role: 'calls', host: null, why: [why, AT_RUN_TIME] }
      : { role: 'calls', host: hostOfRegistry(client), why: [why] };
  if (registry === client || resells(client, registry) || resells(registry, client)) {
    const open = client === 'openai' && knowledge.protocolClients.isOpen() ? [AT_RUN_TIME] : [];
    return { role: 'calls', host: hostOfRegistry(client), why: [why, ...open] };
  }
  return (
    intent.loader && {
      role: 'calls',
      host: hostOfRegistry(registry),
      why: [spelledAs(registry)],
    }
  );
}
