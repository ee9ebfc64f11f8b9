import { resellsOnlyWeights } from '../../../registries/tables';
import { SELF } from '../../../vocabulary';
import type { HostEvidence } from '../../beside';
import { addressOfBody, requestAddress } from '../../clients';
import { registryOfHost } from '../../host';
import { lastName } from '../../intent';
import { nearestKey } from '../../site';
import { FURTHEST, stemOf, type Part, type Surroundings } from '../../surroundings';
import { textBefore } from '../../../text/pieces';
import { matchesOf } from '../../../text/matches';
import { addressBesideModel } from '../besideModel';
import { mentioned, type Decision, type Place, type Use } from '../place';
import { AT_RUN_TIME, calledAt, isFile } from './asked';
import {
  calleeOf,
  evidenceInCall,
  isOfAdded,
  isOfPlainClient,
  plainClientBefore,
  providersBeside,
  statementOf,
} from './callAround';
import { isReplaced, LONGEST_SETTING } from './namesAround';
import {
  isForOtherPurpose,
  isLoadedInPlace,
  isNoDeployment,
  isOfOtherModel,
  isOfOtherPair,
  isOfOtherProvider,
  isOfOtherRoute,
  isOfOtherServer,
  isOfOtherStem,
  isOfTool,
  OF_CLIENT,
  ofSamePurpose,
} from './otherAddresses';
import { hasOwnProtocol, isMakersHost, isNeverAt, mayBeAsked, sellsNames } from './sellers';

/** An address that is written for the client of a name: which of those in its call, request, mapping or paragraph. */

/** An address that is written for the client, in the same call, mapping or request. */
export const byAddress: Decision = (place, around) => {
  if (isFile(place.match)) return byOwnServer(place, around);
  if (isOfPlainClient(place)) return undefined;
  const address = addressFor(place, around);
  if (address === undefined || isOfCloud(address, place)) return undefined;
  if (isFilledIn(address, place)) return mentioned(undefined, AT_RUN_TIME);
  return calledAt((address.host === SELF ? sellerBehind(place, around) : undefined) ?? address);
};

function addressFor(place: Place, around: () => Surroundings): HostEvidence | undefined {
  return (
    addressOfRequesting(place) ??
    addressOfCallee(place) ??
    (isOfAdded(place) ? undefined : (addressAround(place, around) ?? addressOfRequest(place))) ??
    addressOfSentBody(place) ??
    addressFilledWith(place)
  );
}

/**
 * `provider: watsonx` beside `api_base: http://localhost:8080`: a service that sells others' models by a protocol of
 * its own, which no server of weights speaks. What answers at the address passes the call on to it.
 */
function sellerBehind(place: Place, around: () => Surroundings): HostEvidence | undefined {
  return providersBeside(place, around).find(
    (one) =>
      isOfModel(one, place.text) &&
      hasOwnProtocol(one.host) &&
      !isMakersHost(one.host) &&
      sellsNames(one.host, place),
  );
}

/** Whether a provider is said for the model itself, and not for another job, as `guardrail_provider` is. */
function isOfModel({ at, end }: HostEvidence, text: string): boolean {
  const [before = ''] = KEY_BEFORE.exec(textBefore(text, at, LONGEST_SETTING)) ?? [];
  return MODELS_PROVIDER.test(before + text.slice(at, end));
}
const KEY_BEFORE = /[\w.-]{0,60}$/;
const MODELS_PROVIDER =
  /^(?:(?:custom[-_])?(?:llm|model)[-_.]?)?provider(?:[-_]?(?:name|id))?["'\x60]?\s{0,20}[:=]/i;

/** As Ollama and Docker's runner take a repository of the Hub: https://huggingface.co/docs/hub/ollama */
const OF_HUB = /^(?:hf\.co|huggingface\.co)\/[\w.-]+\/[\w.-]/;

/** A server of the project's own beside a repository of the Hub, `hf.co/owner/name`: it gets and runs that. */
function byOwnServer(place: Place, around: () => Surroundings): Use | undefined {
  if (!OF_HUB.test(place.text.slice(place.start, place.end))) return undefined;
  const address = addressAround(place, around);
  return address?.host === SELF ? calledAt(address) : undefined;
}

/** Words of an address that its reader replaces. */
const TO_REPLACE =
  /replace[-_]?(?:me|this|with)|[<{[]\s?your|\byour[-_]|[-_/.]your[-_.]|\bx{3,}\b|change[-_]?me/i;

/**
 * A deployment at a resource of Azure that the reader has to name: `https://REPLACE_ME.openai.azure.com`. Its name is
 * as made up, unless it is that of a model.
 */
function isFilledIn({ host, said }: HostEvidence, { match, knowledge }: Place): boolean {
  return host === 'azure' && TO_REPLACE.test(said) && knowledge.resolve(match.id) === undefined;
}

/**
 * Only the name of a variable speaks of the address, and the class of the client of somebody else's cloud; or it says
 * `openAiEndpoint` where the text speaks of Azure, whose service is called so as well.
 */
function isOfCloud({ said, host }: HostEvidence, place: Place): boolean {
  if (/[./:]/.test(said)) return false;
  return (
    (host === 'openai' && place.registry === 'azure') ||
    place.knowledge.vendors.isOfCloud(lastName(calleeOf(place)))
  );
}

/** The address of the client that makes the request which a name goes into, at once or by variables. */
function addressOfRequesting(place: Place): HostEvidence | undefined {
  if (place.site.where !== 'code' || isReplaced(place)) return undefined;
  const address = place.knowledge.requestClients.of(place);
  return address === undefined || isOfOtherRoute(place, address) ? undefined : address;
}

/** The address that the called client was made with. */
function addressOfCallee(place: Place): HostEvidence | undefined {
  const callee = calleeOf(place);
  const address = callee === '' ? undefined : place.knowledge.clientAddresses.of(callee, place.start);
  return address === undefined || (isReplaced(place) && !place.text.includes(address.said))
    ? undefined
    : address;
}

/**
 * The address of the request whose body a name stands in. Settings request nothing, their structure tells, and an
 * operand is its own command's.
 */
function addressOfRequest(place: Place): HostEvidence | undefined {
  return place.site.where === 'config' || place.site.operand !== undefined
    ? undefined
    : requestAddress(place.text, place.knowledge.evidence, place);
}

/** The address that a body is sent to which is made before. */
function addressOfSentBody({ text, site, start, end, knowledge }: Place): HostEvidence | undefined {
  const { evidence, brackets } = knowledge;
  const callee = site.call?.callee ?? '';
  return site.lexical === 'comment' || site.lexical === 'prose'
    ? undefined
    : addressOfBody(text, evidence, brackets, { start, end, callee });
}

/** The last address in the mapping or paragraph around, or in the chain of calls that a value is given in. */
function addressAround(place: Place, around: () => Surroundings): HostEvidence | undefined {
  const { site, knowledge } = place;
  const { evidence } = knowledge;
  // `OpenAI().chat.completions.create(…)`: a client that is made where it is called has no other's address.
  if (isOfOwnClient(place)) return evidenceInCall(place, 'addresses')[0];
  const own = evidence.isNear('addresses', place, FURTHEST) ? around().own : [];
  const written = ofOwnSettings(place, ofOneOrDirect(place, own))
    .filter(
      (one) => !isOfOtherClient(place, one) && !isForOtherPurpose(place, one) && !isOfOtherStem(place, one),
    )
    .filter((one) => !isOfOtherServer(place, one) && !isOfOtherRoute(place, one))
    .filter((one) => !isOfOtherProvider(place, one, own) && !isOfOtherModel(place, one, own))
    .filter(
      (one) =>
        isOfOwnCall(place, one) ||
        !(isNeverAt(one, place, evidence.keyOf(one)) || isNoDeployment(place, one)),
    )
    .filter(
      (one) => !isOfOtherPair(place, one, own) && !isOfTool(place, one) && !isLoadedInPlace(place, one, own),
    );
  if (written.length > 0) return (ofSamePurpose(place, written) ?? written).at(-1);
  const made = evidenceInCall(place, 'addresses')[0];
  if (made !== undefined) return made;
  const statement = site.where === 'code' ? statementOf(place) : undefined;
  if (statement === undefined) {
    const beside = addressBesideModel(place);
    const mayHave = beside !== undefined && mayBeAsked(beside.host, place);
    return mayHave && !isNeverAt(beside, place, evidence.keyOf(beside)) ? beside : undefined;
  }
  return evidence
    .in('addresses', statement)
    .filter((one) => !isOfOtherServer(place, one) && !isOfOtherElement(place, one))
    .at(-1);
}

/**
 * Of the addresses of several providers in one mapping of settings, those whose keys begin as that of the model:
 * `siliconCloudHost` for `siliconCloudModel`, and for `model` the ones whose keys say no provider. A key that begins
 * with a provider which has no address there has none, but for OpenAI's name, which is that of a protocol too.
 */
function ofOwnSettings(
  { site, knowledge: { evidence, hosts } }: Place,
  addresses: readonly HostEvidence[],
): readonly HostEvidence[] {
  const stemAt = (one: HostEvidence): string => stemOf(evidence.keyOf(one));
  if (new Set(addresses.map(stemAt)).size < 2) return addresses;
  const own = stemOf(nearestKey(site));
  const same = addresses.filter((one) => own === stemAt(one) || own.startsWith(`${stemAt(one) || own} `));
  if (same.length > 0) return same;
  const host = hosts.ofProvider(own.split(' ', 1)[0] ?? '');
  const mayHaveAny = host === undefined || host === 'openai';
  return mayHaveAny || addresses.some((one) => one.host === host) ? addresses : [];
}

/** Whether a name is given to a client that is made where it is called, and is told everything there. */
function isOfOwnClient({ text, start, site, knowledge: { brackets } }: Place): boolean {
  if (site.where !== 'code' || site.call === undefined) return false;
  return plainClientBefore(text, brackets, start) !== undefined;
}

/** Whether a call gets both a name as its model and an address: what it asks for is asked there, whoever has it. */
function isOfOwnCall(
  { site, intent, start, knowledge: { brackets } }: Place,
  { at, end }: HostEvidence,
): boolean {
  if (site.where !== 'code' || site.call === undefined) return false;
  const call = brackets.around(start).find(({ mark }) => mark === '(');
  const isGiven = call !== undefined && call.at < end && at < call.close;
  return isGiven && (intent.loader !== undefined || OF_CLIENT.test(site.key));
}

/** What may end a statement or an element: a comma, and a line that neither goes on nor is gone on with. */
const ENDS = /,|[^\s=(,.{:+\\|&]\s{0,40}\n(?=[ \t]*[^\s.?:)\]}&|+])/g;

/** The end of an arm of a `switch`, an element or a statement stands between an address and the chain of a name. */
function isOfOtherElement(
  { text, start, knowledge: { brackets } }: Place,
  { at, end }: HostEvidence,
): boolean {
  const open = brackets.around(start);
  const around = open[open.findIndex(({ mark }) => mark === '(') + 1];
  const from = Math.min(end, start);
  const between = text.slice(from, Math.max(at, start));
  return [...matchesOf(between, ENDS)].some(
    ({ 0: mark, index }) => brackets.open(from + index + mark.length - 1)[0]?.at === around?.at,
  );
}

/**
 * The addresses in a part; only its direct entries where the mappings in it have those of several hosts, as a table of
 * providers beside the name has them.
 */
function ofOneOrDirect({ knowledge: { evidence } }: Place, own: Part): readonly HostEvidence[] {
  const all = evidence.inPart('addresses', own);
  if (all.every(({ host }) => host === all[0]?.host)) return all;
  const direct = evidence.directIn('addresses', own);
  const nested = new Set(all.filter((one) => !direct.includes(one)).map(({ host }) => host));
  return nested.size > 1 ? direct : all;
}

/** The address of the client that gets the value of a field or variable. */
function addressFilledWith({ site, knowledge }: Place): HostEvidence | undefined {
  if (site.call !== undefined) return undefined;
  return site.where === 'code'
    ? knowledge.clientAddresses.filledWith(site.key)
    : knowledge.clientAddresses.sentWith(site.key);
}

/**
 * The address of another client in the lines around, which runs none of the maker's models without weights:
 * `groq = OpenAI(base_url=…)` before `model = "gpt-4o"`.
 */
function isOfOtherClient({ site, registry, isApiOnly }: Place, { host }: HostEvidence): boolean {
  const other = registryOfHost(host);
  return (
    site.where === 'code' &&
    site.call === undefined &&
    isApiOnly &&
    other !== undefined &&
    resellsOnlyWeights(other, registry)
  );
}
