import { message } from '../../message';
import { IDENTIFIER, IN_WORD } from '../../text/charClass';
import { escapeRegExp } from '../../text/escapeRegExp';
import { matchesOf } from '../../text/matches';
import { textBehind } from '../../text/pieces';
import { SELF } from '../../vocabulary';
import type { HostEvidence } from '../beside';
import { calleeBefore } from '../brackets';
import { givenTo, OTHER_FUNCTION } from '../clients';
import { isService } from '../host';
import { lastName } from '../intent';
import { textOf } from '../surroundings';
import { callOf, calledAt, isFile } from './client/asked';
import { isMaker, mayHaveName } from './client/sellers';
import { isOpen } from './saidHost';
import { CODE_WITHOUT_LOADER, listedAs, needing, type Needs, type Place } from './place';

/**
 * What a name is handed to, itself or in a mapping, and what is handed to a call beside it: a client that a class with
 * the name of a service makes, a recorder of events, a client that was made before.
 */

/** How far behind a mapping a call may get it. */
const HANDED_WITHIN = 1_500;

/** The calls whose argument a place stands in: at once, or those that get the variable which is given the mapping. */
function callsWith({ text, start, knowledge }: Place): readonly string[] {
  for (const { at, mark, close } of knowledge.brackets.around(start).slice(0, 3)) {
    const callee = mark === '(' ? calleeBefore(text, { at }) : '';
    const { name } = givenTo(text, at);
    if (callee !== '' && name === '') return [callee];
    const handed = name === '' ? [] : callsOf(name, text, close);
    if (handed.length > 0) return handed;
    if (callee !== '') return [callee];
  }
  return [];
}

/** The calls behind a place, in the same function, that get a variable; none where anything else does. */
function callsOf(name: string, text: string, from: number): readonly string[] {
  const behind = textBehind(text, from, HANDED_WITHIN);
  const other = behind.search(OTHER_FUNCTION);
  const body = other < 0 ? behind : behind.slice(0, other);
  const places = [
    ...body.matchAll(new RegExp(String.raw`(?<![${IN_WORD}.])${escapeRegExp(name)}(?![${IN_WORD}])`, 'g')),
  ];
  const calls = places.flatMap(({ index }) => HANDED.exec(body.slice(0, index))?.[1] ?? []);
  return calls.length === places.length ? calls : [];
}

/** A call up to its argument, which may be spread or lent. */
const HANDED = new RegExp(String.raw`([${IN_WORD}.:]{1,120})\(\s{0,20}(?:\*{1,2}|\.{3}|&(?:mut\s)?)?$`);

/**
 * A class with the name of a service gets the name, at once or in a mapping: `GroqLLM.getInstance(config)`. It is asked
 * for there.
 */
export const byHandedClient = needing(CODE_WITHOUT_LOADER, (place) => {
  const { registry, match, knowledge } = place;
  if (isFile(match) || !(isOpen(place) || isService(registry))) return undefined;
  const [callee = '', ...others] = callsWith(place);
  const parts = callee.split(/\.|::/);
  const name = parts.find((part) => CLASS.test(part)) ?? parts.slice(1).findLast((part) => TYPE.test(part));
  const host = name === undefined || others.length > 0 ? undefined : knowledge.vendors.ofClass(name);
  return host !== undefined && name !== undefined && mayAsk(host, name, place)
    ? { role: 'calls', host, why: [callOf(callee)] }
    : undefined;
});

/** The name of a class that makes clients, or is one. */
const CLASS = /^[A-Z][A-Za-z\d]*(?:LLM|Llm|Client|Provider|Service|Api|API|Chat|Agent)$/;
/** A kind of such a class, whatever its own name ends in: `LLMProvider2.GithubCopilot`. */
const TYPE = /^[A-Z][a-z]/;

/** Whether the service that a class is called after may have a name: others load weights of the maker. */
function mayAsk(host: string, word: string, place: Place): boolean {
  if (host === SELF || host === 'openai' || host === 'huggingface' || isMaker(word, place)) return false;
  return !isService(place.registry) || mayHaveName(host, place);
}

/** An argument that is a client or a model which was made before: `llm=llm`, `openai_client=client`. */
const MADE_BEFORE = new RegExp(
  String.raw`(?<![\w.])(?:\w{0,40}client|llm|(?:model_?)?provider)["']?\s{0,4}[=:]\s{0,4}(?:self\.|this\.)?` +
    String.raw`(${IDENTIFIER})(?=\s*(?:[,)}\n]|$))`,
  'gi',
);
const GETS_CLIENT: Needs = { where: ['code'], words: ['client', 'llm', 'provider'] };

/**
 * A client that is handed to the call beside the name, and was made with an address or for a provider:
 * `llm = LLM(provider="azure")`, `Chat(llm=llm, model="gpt-4o")`.
 */
export const byHandedOver = needing(GETS_CLIENT, (place, around) => {
  const { loader } = place.intent;
  if (isFile(place.match) || (loader !== undefined && loader.role !== 'calls')) return undefined;
  for (const [, name = ''] of matchesOf(textOf(place.text, around().own), MADE_BEFORE)) {
    const said = saidToMaker(name, place);
    if (said !== undefined) return calledAt(said);
  }
  return undefined;
});

/** The address or provider in the call that made a variable last before a place. */
function saidToMaker(name: string, { text, start, knowledge }: Place): HostEvidence | undefined {
  const { brackets, evidence, clientAddresses } = knowledge;
  const form = new RegExp(
    String.raw`(?<![${IN_WORD}.])${escapeRegExp(name)}\s{0,4}(?::[^=\n]{1,60})?=\s{0,4}` +
      String.raw`(?:(?:await|new)\s{1,4})?[\w.]{1,80}\(`,
    'g',
  );
  const from = Math.max(0, start - MADE_WITHIN);
  const made = [...matchesOf(text.slice(from, start), form)].at(-1);
  if (made === undefined) return clientAddresses.of(name, start);
  const open = from + made.index + made[0].length;
  const [bracket] = brackets.open(open);
  if (bracket === undefined) return undefined;
  const given = brackets.contentOf(bracket, open);
  return evidence.in('providers', given)[0] ?? evidence.in('addresses', given).at(-1);
}

/** How far before a call the client that it gets may be made, in characters. */
const MADE_WITHIN = 4_000;

/** Calls that record what was done for somebody who measures it, and ask no model. */
const RECORDS = new RegExp(
  String.raw`(?:^|[.:])(?:capture|track|identify|(?:log|record|report|send|track|capture)_?event|` +
    String.raw`(?:log|record|report|save|store|track)_?(?:\w{1,12}_?)?(?:usage|spend|costs?|telemetry)|` +
    String.raw`set_?attributes?|log_?params?)$`,
  'i',
);

/**
 * A record that goes to analytics or to a trace, at once or in a variable: `posthog.capture("asked", { model: … })`,
 * `client.capture(request)`.
 */
export const isReported = needing(CODE_WITHOUT_LOADER, (place) => {
  const [callee = '', ...others] = callsWith(place);
  return RECORDS.test(callee) && others.every((other) => RECORDS.test(other))
    ? listedAs(place.registry, message('{0} loads nothing', lastName(callee)))
    : undefined;
});
