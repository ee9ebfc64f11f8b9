import { SELF } from '../../../vocabulary';
import type { HostEvidence } from '../../beside';
import { hostOfRegistry, isService } from '../../host';
import { FURTHEST, textOf, type Surroundings } from '../../surroundings';
import { covers } from '../../../text/range';
import type { Decision, Place, Use } from '../place';
import { AT_RUN_TIME, calledAt, isFile } from './asked';
import { getsWeights, isMadeByCall, isOfPlainClient, providersBeside } from './callAround';
import { hostIn, namesAround, writtenAround } from './namesAround';
import { isOfOtherServer } from './otherAddresses';
import { prefixHost } from './prefixHost';
import { addressOfProtocolClient, clientAddress, makesClient } from './protocolClient';
import { isMakersHost, mayHaveName, sellsByMaker } from './sellers';

/** Who is asked for a name with a prefix: whom it names, or an address or a gateway that takes such names. */

/**
 * `groq/llama-3.3-70b`, `hosted_vllm/owner/name`: `openai/` says only which protocol is spoken, where an address is
 * given further out.
 */
export const byPrefix: Decision = (place, around) => {
  if (isFile(place.match)) return undefined;
  const prefix = prefixHost(place);
  const outer = addressFurtherOut(place, around);
  const said = prefix === undefined ? outer : askedByPrefix(place, prefix, { outer, around });
  if (said !== undefined) return calledAt(said);
  return atOpenBase(place, around) ?? (prefix && calledAt(prefix));
};

/** Who is asked for a name with a prefix, where that is not only the protocol that is spoken. */
function askedByPrefix(
  place: Place,
  prefix: HostEvidence,
  { outer, around }: { readonly outer: HostEvidence | undefined; readonly around: () => Surroundings },
): HostEvidence | undefined {
  if (outer !== undefined && isRouteAt(outer, prefix)) return outer;
  return (
    routerBeside(place, around) ??
    sellerNamed(place, prefix) ??
    sellerOfPrefix(place, prefix) ??
    outer ??
    addressOfOtherSeller(place, prefix)
  );
}

/** Whether a prefix is the way in which the seller or gateway at an address calls its models, after their makers. */
function isRouteAt({ host }: HostEvidence, prefix: HostEvidence): boolean {
  return sellsByMaker(host) && isMakersHost(prefix.host);
}

function addressFurtherOut(place: Place, around: () => Surroundings): HostEvidence | undefined {
  if (isProviderBeside(place, around) || isMadeByCall(place) || isOfPlainClient(place)) return undefined;
  if (isForOther(place)) return undefined;
  const outer = place.intent.loader === undefined ? outerAddress(place, around) : undefined;
  return outer ?? addressOfProtocolClient(place);
}

/** What is not for a client nearby, and no address of one is for it. */
export function isForOther(place: Place): boolean {
  return isOfOtherPackage(place) || getsWeights(place);
}

/** A constant of a package that has a client of its own, or loads weights. */
function isOfOtherPackage({ match, registry }: Place): boolean {
  return match.evidence === 'constant' && registry !== 'openai' && registry !== 'azure';
}

/** What says to a client that the address it speaks to is one that the text does not write. */
const OPEN_BASE =
  /\b(?:api_?base|base_?ur[il])["']?\s{0,4}[:=]\s{0,4}(?!["'\x60]|(?:None|null|nil|undefined)\b)/i;

/**
 * `model: "openai/house-7b"` beside `api_base: url`: whoever speaks OpenAI's protocol there, which is likely OpenAI
 * where that has the name. `openai/gateway/gpt-4o` is asked for at some gateway, which likely has it from OpenAI: no
 * name of OpenAI's has a slash. Where a repository has what follows, that is what the protocol's service is asked for.
 */
function atOpenBase(place: Place, around: () => Surroundings): Use | undefined {
  const { text, start, end, registry, knowledge } = place;
  if (!text.startsWith('openai/', start)) return undefined;
  const name = text.slice(start + 'openai/'.length, end);
  if (name.includes('/') && !knowledge.knows(name, 'huggingface')) {
    const isOfOpenai = knowledge.knows(name.slice(name.lastIndexOf('/') + 1), 'openai');
    return { role: 'calls', host: isOfOpenai ? hostOfRegistry('openai') : null, why: [AT_RUN_TIME] };
  }
  if (!OPEN_BASE.test(textOf(text, around().own))) return undefined;
  return { role: 'calls', host: isService(registry) ? hostOfRegistry(registry) : null, why: [AT_RUN_TIME] };
}

/** `provider: requesty` beside `model: zai/glm-4.6`: a gateway is asked, which passes the call on to the prefix. */
function routerBeside(place: Place, around: () => Surroundings): HostEvidence | undefined {
  const { intent, knowledge } = place;
  return intent.loader === undefined
    ? providersBeside(place, around).find(({ host }) => knowledge.hosts.passesOn(host))
    : undefined;
}

/** Whoever sells what a prefix names, where that is more than the protocol that is spoken. */
function sellerOfPrefix(place: Place, prefix: HostEvidence): HostEvidence | undefined {
  return prefix.host === 'openai' ? undefined : (addressOfOtherSeller(place, prefix) ?? prefix);
}

/**
 * `GITHUB_MODELS_MODEL=openai/gpt-4o-mini`: a service that sells models under their makers' names is named by the
 * nearest name around which is a service's, and so the maker before the name is no provider.
 */
function sellerNamed(place: Place, prefix: HostEvidence): HostEvidence | undefined {
  const { hosts } = place.knowledge;
  // What runs models on a machine of one's own is no maker: `"ibm/granite": "ollama/granite3.1-dense"`.
  if (place.intent.loader !== undefined || prefix.host === SELF) return undefined;
  for (const name of namesAround(place)) {
    const host = hostIn(name, hosts);
    if (host === undefined) continue;
    return sellsByMaker(host) && host !== prefix.host ? writtenAround(host, name) : undefined;
  }
  return undefined;
}

/**
 * `deepseek/deepseek-v3` where all clients of OpenAI's protocol that a text makes are given the address of another: so
 * that one spells what it sells.
 */
function addressOfOtherSeller(place: Place, prefix: HostEvidence): HostEvidence | undefined {
  const { site, intent, registry, knowledge } = place;
  if (site.where !== 'code' || intent.loader !== undefined || isOfPlainClient(place)) return undefined;
  const address = clientAddress(knowledge);
  return address !== undefined &&
    address.host !== SELF &&
    address.host !== prefix.host &&
    (!isMakersHost(address.host) || !isService(registry) || mayHaveName(address.host, place)) &&
    makesClient(knowledge)
    ? address
    : undefined;
}
/**
 * A service stands in the own mapping or call: `provider: mistral`. `openai` may only say which protocol is spoken, but
 * in a call that gets a name without weights.
 */
function isProviderBeside(place: Place, around: () => Surroundings): boolean {
  const isOfProtocol = place.site.call === undefined || !place.isApiOnly;
  return providersBeside(place, around).some(
    ({ host }) => host !== SELF && !(host === 'openai' && isOfProtocol),
  );
}

function outerAddress(place: Place, around: () => Surroundings): HostEvidence | undefined {
  const { evidence, brackets } = place.knowledge;
  if (!evidence.isNear('addresses', place, FURTHEST)) return undefined;
  for (const part of around().outer) {
    // What a call beside gets is its own.
    const isGiven = ({ at }: HostEvidence): boolean =>
      brackets.around(at).some((one) => part.some((range) => covers(range, one.at)));
    const found = evidence
      .directIn('addresses', part)
      .filter((one) => !isGiven(one) && !isOfOtherServer(place, one))
      .at(-1);
    if (found !== undefined) return found;
    // Who is asked stands nearer than any address.
    if (evidence.directIn('providers', part).some(({ host }) => host !== SELF && host !== 'openai')) break;
  }
  return undefined;
}
