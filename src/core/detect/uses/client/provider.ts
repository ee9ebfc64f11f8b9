import { perObject } from '../../../once';
import { hostedRegistry } from '../../../registries/names/hosted';
import { SELF } from '../../../vocabulary';
import type { HostEvidence } from '../../beside';
import { isOwn, isService, registryOfHost } from '../../host';
import type { Knowledge } from '../../knowledge';
import { keyWords } from '../../signatures/keys';
import { nearestKey } from '../../site';
import { FURTHEST, holds, textOf, type Part, type Surroundings } from '../../surroundings';
import { textBefore, textBehind } from '../../../text/pieces';
import { matchesOf } from '../../../text/matches';
import { wordByOrder } from '../../listing/pairs';
import { isOfOtherThing, ofItsThing } from '../otherThings';
import type { Decision, Place } from '../place';
import { AT_RUN_TIME, calledAt, isFile } from './asked';
import { hostIn, LONGEST_SETTING, namesAround, writtenAround } from './namesAround';
import { PURPOSE } from './otherAddresses';
import { asks, isMaker, sells, sellsNames } from './sellers';
import { byServer } from './server';

/** Who is asked by the provider that a setting, an argument or a name around says. */

/** A provider that the mapping, the names around it or the call say. */
export const byProvider: Decision = (place, around) => {
  if (isFile(place.match)) return undefined;
  const provider = providerOf(place, around);
  if (provider === undefined) return undefined;
  const azure = provider.host === 'openai' ? azureInstead(place) : undefined;
  if (azure !== undefined) return calledAt(azure);
  const key = nearestKey(place.site);
  // Where a repository is named, the Hub is where its weights come from.
  if (provider.host === 'huggingface' && REPOSITORY.test(key)) return undefined;
  // A tokenizer is a file of the Hub, whoever runs the model that it is for.
  if (provider.host !== SELF && place.registry === 'huggingface' && keyWords(key).includes('tokenizer'))
    return undefined;
  return (provider.host === SELF ? byServer(place, around) : undefined) ?? calledAt(provider);
};

/**
 * The address of Azure's service in settings that have no key for OpenAI's own: `AZURE_OPENAI_ENDPOINT` beside
 * `OPENAI_ASSISTANT_MODEL`.
 */
function azureInstead({ site, registry, knowledge }: Place): HostEvidence | undefined {
  return site.where === 'config' && registry === 'azure' && site.parents.length === 0
    ? onlyAzure(knowledge)
    : undefined;
}

const onlyAzure = perObject(({ evidence }: Knowledge): HostEvidence | undefined =>
  evidence.onlyHost('addresses') === 'azure' && evidence.all('secrets').every(({ host }) => host !== 'openai')
    ? evidence.all('addresses')[0]
    : undefined,
);

/** A provider whose address a user gives: `provider = Client.CustomOpenAI`, `provider: openai-compatible`. */
const OF_USER = new RegExp(
  String.raw`(?:provider|vendor|backend)(?:[-_]?(?:name|id|type))?["'\x60]?\s{0,8}(?::=|=>|[:=])\s{0,8}["'\x60]?` +
    String.raw`(?:\w{1,60}[.:]{1,2})?(?:custom(?:[-_]?(?:open-?ai|llm|api|endpoint|provider|service))?|` +
    String.raw`(?:open-?ai)?[-_]?compatible|open-?ai[-_]?like)(?![\w.-])`,
  'i',
);

/** What a setting is called that is for such a provider: `DEFAULT_CUSTOM_OPENAI_MODEL`, `openai_compatible: model:`. */
const FOR_OF_USER = /(?:^|[^a-z])custom[-_]?open-?ai|open-?ai[-_]?(?:compatible|compat|like)(?![a-z])/i;

/** The name of a service's model at a provider that a user gives an address: nobody knows who has the name there. */
export const byProviderOfUser: Decision = (place, around) => {
  const { registry, intent, match, site, knowledge } = place;
  if (!isService(registry) || intent.loader !== undefined || isFile(match)) return undefined;
  const isOfSetting =
    registry === 'openai' && [site.key, ...site.parents].some((key) => FOR_OF_USER.test(key));
  if (!isOfSetting && !mentionsUsersProvider(knowledge)) return undefined;
  return isOfSetting || OF_USER.test(textOf(place.text, around().own))
    ? { role: 'calls', host: null, why: [AT_RUN_TIME] }
    : undefined;
};

const mentionsUsersProvider = perObject(({ text }: Knowledge): boolean => OF_USER.test(text));

const REPOSITORY = new RegExp(
  String.raw`^(?:hf_?|hub_?)?(?:repo|repository|weights|checkpoint|artifact|snapshot|file)(?:_?(?:id|name|` +
    String.raw`path|file|sources?))?$`,
  'i',
);

/** The provider that the mapping, the names around or the call say. */
function providerOf(place: Place, around: () => Surroundings): HostEvidence | undefined {
  const { loader } = place.intent;
  if (loader !== undefined && loader.library !== 'gateway') return undefined;
  const key = keyOfPair(place);
  if (key === undefined) return providerAround(place, around);
  return isMaker(key.said, place) || !asks(place, key) ? undefined : key;
}

function providerAround(place: Place, around: () => Surroundings): HostEvidence | undefined {
  const { evidence, hosts } = place.knowledge;
  const { own, outer } = evidence.isNear('providers', place, FURTHEST) ? around() : NOTHING;
  const isItsUse = (one: HostEvidence): boolean => asks(place, one) && !isOfOtherUse(place, one, own);
  const mayAsk = (one: HostEvidence): boolean => isItsUse(one) && !isOfOtherThing(place, one);
  const said = evidence.inPart('providers', own).filter(isItsUse);
  const beside = ofItsThing(place, said)[0] ?? firstArgument(place) ?? providerOfRequests(place);
  if (beside !== undefined) return beside;
  const word = providerNamed(place);
  if (word !== undefined) {
    const said = sellerAround(place, word) ?? writtenAround(hostIn(word, hosts) ?? '', word);
    if (said.host !== '' && mayAsk(said)) return said;
  }
  const isOthers = ({ at }: HostEvidence): boolean => isOfOtherCall(at, place);
  return outer
    .slice(0, 2)
    .flatMap((part) =>
      evidence.directIn('providers', part).filter((one) => mayAsk(one) && !isOthers(one)),
    )[0];
}

/** The provider that is the key of the pair of a place: those of the pairs beside it are of theirs. */
function keyOfPair(place: Place): HostEvidence | undefined {
  const { hosts, brackets } = place.knowledge;
  const word = wordByOrder(place, brackets);
  const host = word === '' ? undefined : hostIn(word, hosts);
  return host === undefined ? undefined : writtenAround(host, word);
}

/** A setting that chooses who has a model, by its key and what the key begins with. */
const CHOOSES_PROVIDER = /(?<![\w-])(\w{2,60})_(?:provider|engine|vendor|platform|backend)["']?\s{0,4}[:=]/gi;

/**
 * `LLM_PROVIDER` beside `EMBEDDING_MODEL_PREF` and `EMBEDDING_ENGINE`, `WHISPER_PROVIDER` beside `LLM_MODEL`: the
 * provider of models that do something else, as the key says which chooses it.
 */
function isOfOtherUse({ site, knowledge: { evidence } }: Place, one: HostEvidence, own: Part): boolean {
  if (site.where !== 'config' || !holds(own, one.at)) return false;
  const purposesOf = (key: string): readonly string[] => keyWords(key).filter((word) => PURPOSE.test(word));
  const its = purposesOf(evidence.wholeKeyOf(one));
  const purposes = purposesOf(nearestKey(site));
  if (its.length > 0) return !its.some((word) => purposes.includes(word));
  return (
    purposes.length > 0 &&
    [...matchesOf(evidence.settingsOf(own), CHOOSES_PROVIDER)].some(([, other = '']) =>
      purposesOf(other).some((word) => purposes.includes(word)),
    )
  );
}

/** The provider that calls are told which get the variable of a name: `completion(model=MODEL, provider="…")`. */
function providerOfRequests(place: Place): HostEvidence | undefined {
  const said = place.site.where === 'code' ? place.knowledge.requestClients.providerOf(place) : undefined;
  return said !== undefined && asks(place, said) ? said : undefined;
}

/** Whether what is said at a place is an argument of another call in code. */
function isOfOtherCall(at: number, { site, start, knowledge: { brackets } }: Place): boolean {
  if (site.where !== 'code') return false;
  const [own] = brackets.open(at);
  return own?.mark === '(' && (start < own.at || start > own.close);
}

/** The nearest name around that says a provider, and not only who made the model. */
function providerNamed(place: Place): string | undefined {
  const { hosts } = place.knowledge;
  const word = namesAround(place).find(
    (name) => hostedRegistry(name) === undefined && hostIn(name, hosts) !== undefined,
  );
  return word === undefined || isMaker(word, place) || isFamilyOfTag(word, place) ? undefined : word;
}

/** `QWEN = "qwen2.5:7b"`: a maker's word that the name of weights in a local library begins with says the family. */
function isFamilyOfTag(word: string, { registry, match }: Place): boolean {
  return isOwn(registry) && match.id.toLowerCase().startsWith(keyWords(word)[0] ?? word);
}

/** The cloud whose section holds that of a maker whose models it sells: `vertex.ai.gemini`. */
function sellerAround(place: Place, maker: string): HostEvidence | undefined {
  const { hosts } = place.knowledge;
  const made = registryOfHost(hostIn(maker, hosts) ?? '');
  const names = namesAround(place);
  if (made === undefined || made === 'openai') return undefined;
  for (const name of names.slice(names.indexOf(maker) + 1)) {
    const host = hosts.ofProvider(name);
    if (host !== undefined && sells(host, made)) return writtenAround(host, name);
  }
  return undefined;
}

/**
 * A provider as the first argument of a call that gets the name as well, `LLMFactory.create("azure", model="…")`, or
 * right behind that: `CREATE MODEL('chat', 'gpt-4o', 'azure')` of Flock (https://dais-polymtl.github.io/flock/).
 */
const FIRST_ARGUMENT = /^\s*["'\x60:]([A-Za-z][\w-]{1,30})["'\x60]?\s*,/;

function firstArgument(place: Place): HostEvidence | undefined {
  const { registry, knowledge } = place;
  const words = [FIRST_ARGUMENT.exec(argumentsBefore(place))?.[1], argumentBehind(place)];
  const word = words.find((one = '') => knowledge.hosts.ofProvider(one) !== undefined) ?? '';
  const said = writtenAround(knowledge.hosts.ofProvider(word) ?? '', word);
  if (said.host === '' || isMaker(word, place) || !asks(place, said)) return undefined;
  return !isService(registry) || sellsNames(said.host, place) ? said : undefined;
}

/** The word that is the next argument of a statement which names a model for a provider. */
function argumentBehind({ text, start, end }: Place): string | undefined {
  if (!MAKES_MODEL.test(textBefore(text, start, LONGEST_SETTING))) return undefined;
  return (
    /^["']\s{0,8},\s{0,8}["']([A-Za-z][\w-]{1,30})["']/.exec(textBehind(text, end, LONGEST_SETTING))?.[1] ??
    ''
  );
}

const MAKES_MODEL = /\b(?:create|update)\s(?:global\s|local\s)?model\s?\([^()]{0,120}$/i;

/** The arguments of a call before a value that it gets; `''` where it is in none. */
function argumentsBefore({ text, start, site, knowledge: { brackets } }: Place): string {
  const [bracket] = site.where === 'code' && site.call !== undefined ? brackets.around(start) : [];
  return bracket?.mark === '(' ? text.slice(bracket.at + 1, start) : '';
}

const NOTHING: Surroundings = { own: [], outer: [] };
