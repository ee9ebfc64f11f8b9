import type { HostEvidence } from '../../beside';
import { type Brackets, calleeBefore, callsBefore } from '../../brackets';
import { ADDS, MAY_GIVE_ADDRESS } from '../../clients';
import { isService } from '../../host';
import { lastName } from '../../intent';
import type { Knowledge } from '../../knowledge';
import { keyWords } from '../../signatures/keys';
import { FURTHEST, type Surroundings } from '../../surroundings';
import { escapeRegExp } from '../../../text/escapeRegExp';
import { memoized } from '../../../text/memo';
import { textBefore, textBehind } from '../../../text/pieces';
import type { TextRange } from '../../../text/range';
import { matchesOf } from '../../../text/matches';
import { ofItsThing } from '../otherThings';
import type { Place } from '../place';
import { LONGEST_SETTING } from './namesAround';
import { isOfOtherServer } from './otherAddresses';

/** What the calls around a name say of its client: how it is made, what it is given, and who is called. */

/** Whether a name is given with one of several services that are added to what is built: nothing around is its own. */
export function isOfAdded({ text, start, site, knowledge: { brackets } }: Place): boolean {
  if (site.where !== 'code') return false;
  const call = brackets.around(start).find(({ mark }) => mark === '(');
  return call !== undefined && ADDS.test(textBefore(text, call.at, LONGEST_SETTING));
}

/** Whether the client that makes the request has no address, nor has its library: no other of the text is its. */
export function isOfPlainClient({ site, start, end, knowledge }: Place): boolean {
  if (site.where !== 'code') return false;
  const isPlain =
    knowledge.requestClients.isPlain({ start, end }) &&
    knowledge.clientAddresses.ofLibrary('openai', start) === undefined;
  return isPlain || clientOfRequest({ site, start, end, knowledge }) !== undefined;
}

/** The host of the client that makes the request which a name goes into, by the class of which that is made. */
export function clientOfRequest({
  site,
  start,
  end,
  knowledge,
}: Pick<Place, 'site' | 'start' | 'end' | 'knowledge'>): ReturnType<Knowledge['hostOfClient']> {
  const client = site.where === 'code' ? knowledge.hostOfClient({ start, end }) : undefined;
  const isSet =
    client?.host === 'openai' && knowledge.clientAddresses.ofLibrary('openai', start) !== undefined;
  return isSet ? undefined : client;
}

/**
 * `OpenAI()`, `Anthropic(api_key=key)`: the call that makes the client which is called around a place, given neither an
 * address nor a variable that may hold one.
 */
export function plainClientBefore(text: string, brackets: Brackets, at: number): string | undefined {
  return callsBefore(text, brackets, at)
    .map((call) => text.slice(call.start, call.end))
    .find((call) => PLAIN_CLIENT.test(call) && !MAY_GIVE_ADDRESS.test(call));
}

const PLAIN_CLIENT = new RegExp(
  String.raw`^(?:\w{1,60}(?:\.|::)){0,4}(?!New|Get|Create|Make|Build|With)[A-Z]\w{0,60}` +
    String.raw`\(\s{0,80}(?:\)?$|\{|["']|\w{1,40}\s?=)`,
);

/**
 * What the calls say of hosts whose results the calls around a name are made of, `OpenAI(base_url="…").chat…`, and the
 * options that the call is given for itself: `New(ctx, params, option.WithBaseURL("…"))`.
 */
export function evidenceInCall(place: Place, kind: 'addresses' | 'providers'): readonly HostEvidence[] {
  const { text, start, site, knowledge } = place;
  const { brackets, evidence } = knowledge;
  if (site.where !== 'code' || !evidence.isNear(kind, place, FURTHEST)) return [];
  const call = brackets.around(start).find(({ mark }) => mark === '(');
  const isOption = ({ at, end }: HostEvidence): boolean =>
    OPTION.test(text.slice(at, end)) && brackets.open(end)[1]?.at === call?.at;
  const options =
    call === undefined ? [] : evidence.in(kind, brackets.contentOf(call, start)).filter(isOption);
  const before = evidence.inPart(kind, callsBefore(text, brackets, start));
  return [...options, ...before.filter((one) => !isOfOtherServer(place, one))];
}

/** An option of one request: https://github.com/openai/openai-go#request-options */
const OPTION = /^(?:\w{1,40}\.)?[Ww]ith\w/;

/** The host of the gateway whose client calls a model, and passes the call on: `Portkey(provider="openai")`. */
export function gatewayOf(place: Place): string | undefined {
  const { text, start, site, knowledge } = place;
  if (site.where !== 'code' || !knowledge.vendors.usesGateway()) return undefined;
  const made = callsBefore(text, knowledge.brackets, start).map((call) => text.slice(call.start, call.end));
  const callees = [calleeOf(place), ...made.map((call) => call.split('(', 1)[0] ?? '')];
  const address = callees
    .map((callee) => knowledge.vendors.gatewayOf(callee))
    .find((one) => one !== undefined);
  return address === undefined ? undefined : knowledge.hosts.at(address);
}

/** The providers that are said in the own mapping of a place, or to the client that is made where it is asked. */
export function providersBeside(place: Place, around: () => Surroundings): readonly HostEvidence[] {
  const { evidence } = place.knowledge;
  if (!evidence.isNear('providers', place, FURTHEST)) return [];
  const beside = [...evidence.inPart('providers', around().own), ...evidenceInCall(place, 'providers')];
  return ofItsThing(place, beside);
}

/** The first words of functions that get weights, as people call them: `load_llm`, `downloadModel`, `LoadWeights`. */
const GETS = new Set(['load', 'download', 'preload']);

/**
 * Whether a function from elsewhere is called by its own name to get the weights of what a hub has: one that the text
 * itself declares may only make a client.
 */
export function getsWeights({ site, registry, isApiOnly, knowledge }: Place): boolean {
  const name = lastName(site.call?.callee ?? '');
  return (
    GETS.has(keyWords(name)[0] ?? '') &&
    !isService(registry) &&
    !isApiOnly &&
    !declaring(name).test(knowledge.text)
  );
}

/** `def load(`, `func (a *A) Load(`, `const load =`, and `Model load(String name) {` where types say it. */
const declaring = memoized(
  (name: string): RegExp =>
    new RegExp(
      String.raw`\b(?:def|function|func|fun|fn|const|let|var|val)\s+(?:\([^()]{0,80}\)\s{0,4})?` +
        String.raw`${escapeRegExp(name)}\b|[\w>\]]\s{1,4}${escapeRegExp(name)}\s{0,4}\([^()]{0,300}\)[\w\s,]{0,80}\{`,
    ),
);

/**
 * OpenAI's own client, made in the call with a name and a key, but no address: `new ChatClient("gpt-4o", key)`, also
 * where its type stands before the name that it is given, `ChatClient chat = new("gpt-4o", key)`.
 */
export function isMadeByCall({ text, start, intent, registry, knowledge: { brackets } }: Place): boolean {
  const [made] = brackets.around(start);
  if (intent.loader?.registry !== 'openai' || registry !== 'openai' || made?.mark !== '(') return false;
  return (
    MADE_NEW.test(textBefore(text, made.at, LONGEST_SETTING)) &&
    !/ur[il]|base|endpoint|options|config/i.test(text.slice(made.at, made.close))
  );
}

const MADE_NEW = /\bnew(?:\s{1,4}[\w.]{1,80})?\s{0,4}$/;

export function calleeOf(place: Place): string {
  return place.site.call?.callee ?? calleeAround(place);
}

/** The name of the call whose argument, or a mapping in whose argument, a place is in. */
export function calleeAround({
  text,
  start,
  knowledge,
}: Pick<Place, 'text' | 'start' | 'knowledge'>): string {
  for (const bracket of knowledge.brackets.around(start).slice(0, 3)) {
    if (bracket.mark === '[') return '';
    if (bracket.mark === '(') return calleeBefore(text, bracket);
  }
  return '';
}

/** The chain of calls that a value is given in: `Model.builder().baseUrl("…").modelName("…")`. */
export function statementOf({ text, start, end }: Place): TextRange | undefined {
  const low = Math.max(0, start - 600);
  const before = text.slice(low, start);
  const line = before.slice(before.lastIndexOf('\n') + 1);
  const called = CALLED_BEHIND.exec(before);
  if (
    !/^\s*\.|\)\s{0,40}[.?]\w{1,80}\s{0,40}\($/.test(line) &&
    !/\)\s{0,80}\??\.\w{1,80}\(["'`]?$/.test(before) &&
    called === null
  )
    return undefined;
  const head = called === null ? before : before.slice(0, called.index);
  const blank = [...matchesOf(head, BLANK_LINE)].at(-1)?.index ?? -1;
  const from = Math.max(head.lastIndexOf(';'), head.lastIndexOf('{'), blank);
  const behind = textBehind(text, end, 400).split(/;|\n[ \t]*\r?\n/, 1)[0] ?? '';
  return { start: low + from + 1, end: end + behind.length };
}

/** `OpenAI(base_url="…").chat.completions.create(model="…`, and the same with an object. */
const CALLED_BEHIND = /\)(?:\s{0,40}\??\.\w{1,80}){1,6}\(\{?[^(){};]{0,200}$/;
const BLANK_LINE = /\n[ \t]*\r?\n/g;
