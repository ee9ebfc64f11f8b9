import { message, type Message } from '../message';
import { perObject } from '../once';
import { matchesOf } from '../text/matches';
import { callsBefore } from './brackets';
import { UNWRITTEN } from './environment';
import { isInComment } from './evidence';
import { hostOfRegistry, isAtOwnServer, isOwn, registryOfHost } from './host';
import { OFFERED, setTo, WITHOUT_WEIGHTS } from './uses/ownAddress';
import { CHANGES_ADDRESS } from './keptAddresses';
import type { Knowledge } from './knowledge';
import { isOnMachine } from './localFolders';
import { regionOf } from './regions';
import { licenseBeside } from './saidLicense';
import { nearestKey, type Site } from './site';
import { surroundingsOf, textOf, without, type Surroundings } from './surroundings';
import { byAddress } from './uses/client/address';
import { byBuilder, byProtocolClient } from './uses/client/protocolClient';
import {
  byClientClass,
  byClientLibrary,
  byOpenClient,
  byUnwrittenAddress,
  byVendorClient,
} from './uses/client/client';
import { byOperator, byServer } from './uses/client/server';
import { byPrefix } from './uses/client/prefix';
import { byPromptSchema } from './uses/client/promptSchema';
import { byProvider, byProviderOfUser } from './uses/client/provider';
import { isNeverAt } from './uses/client/sellers';
import { AT_RUN_TIME, calledAt, isAddressOpen, isToldByClient, withoutSecrets } from './uses/client/asked';
import { gatewayOf, isOfPlainClient } from './uses/client/callAround';
import { isReplaced } from './uses/client/namesAround';
import {
  byRouter,
  deploymentBesideModel,
  idOfGroup,
  nameAtRouter,
  nameBesideEngine,
  labelOfProviders,
  isKindGivenBack,
  nameBesideId,
  relatedBesideModel,
  nameLikeId,
  nameOfArtifact,
  nameOfFormat,
  nameOfPreset,
  nameOfRouter,
  nameOfTool,
  nameOfTarget,
  shownName,
  tokenizerOfModel,
  uploadTarget,
  isOutput,
} from './uses/labels';
import { isBarred } from './uses/barredByPolicy';
import { isOfCopiedClass } from './uses/copied';
import { byDefinedProvider, byListOfProvider, byRegisteredProvider } from './uses/definedProvider';
import {
  baseOfDeployment,
  besideDeployment,
  byAspire,
  byBoundParameter,
  byDeployment,
  byDeploymentArguments,
  byDeploymentCommand,
  deploymentLikeModel,
  nameOfCommand,
  nameOfTemplate,
  nameOfDeployment,
} from './uses/deployments';
import { isToldToHelper, nameBesideFull, nameOfEntry, slugBesideModel } from './uses/entries';
import { isKeptCall } from './uses/keptCalls';
import { isKeyCombination } from './uses/keyCombinations';
import {
  isDescribed,
  isExcluded,
  isExpectedInAnswer,
  isListed,
  isMadeUp,
  isMocked,
  isOfError,
  isOfPreview,
  isOfRow,
  isOfStandIn,
  isShortName,
  isToldOfField,
  isVariableOfPrompt,
} from './uses/listed';
import {
  byAlias,
  byGatewayServer,
  byInferenceAction,
  byProxyPlugin,
  byRoute,
  nameOfRoute,
} from './uses/gatewayRoutes';
import { aliasOfProvider, byProviderElsewhere } from './uses/customProviders';
import { byEndpoint } from './uses/endpoints';
import { byGivenAddress } from './uses/givenAddress';
import { byHandedClient, byHandedOver, isReported } from './uses/handed';
import { byImageArguments } from './uses/imageArguments';
import { byLoop, byVariablesOfHosts, isOnlyWritten } from './uses/looped';
import {
  givenName,
  idOfConstruct,
  inText,
  isHandled,
  isOfUsage,
  isProbed,
  isSpace,
  servedName,
} from './uses/named';
import {
  isAskedAbout,
  isOtherName,
  isForge,
  isAtForge,
  isOfForgeOnly,
  isIcon,
  isLookedUp,
  isMappedForLookup,
  isClusterName,
  isObjectReference,
  isOfAnswerHeader,
  isOfGoods,
  isOfKeeper,
  isOfQuota,
  isPattern,
  isProgram,
  isQueried,
  isRecorded,
  isResource,
  isSearchFilter,
  isTableOfDbt,
} from './uses/lookedUp';
import { byBranch, byFunctionsClient, byHubClient, byNamedProvider, byUnknownCase } from './uses/nearHost';
import { byHubs } from './uses/hubs';
import { byLocalEmbedder } from './uses/localEmbedder';
import { isToldBySpelling, namedByProvider } from './uses/nameAlone';
import { isOffered } from './uses/offered';
import { settleRegistry } from './spelledRegistry';
import { byOllamaClient, byOllamaRequest } from './uses/ollamaClient';
import { byOwnBackend } from './uses/ownBackend';
import { byOwnClient } from './uses/ownClient';
import { byOwnInterface } from './uses/ownInterface';
import type { Decision, Place, Use } from './uses/place';
import { byStatement } from './uses/queries';
import {
  isAttribute,
  isCounted,
  isInCatalog,
  isMeasured,
  isReportedFinding,
  isScored,
  isTokenized,
  isVocabulary,
} from './uses/recorded';
import { pinnedHosts } from './uses/pinned';
import { isOfPolicyInput } from './uses/policyInputs';
import { isForProvider } from './uses/presets';
import {
  byDefault,
  byNamesake,
  byNeighborsInCode,
  byNeighborsInSettings,
  byOnlyAddress,
  bySetting,
  bySpelling,
  isLogged,
  isLookedAt,
  isMigrated,
} from './uses/remaining';
import {
  byChosenProvider,
  byClass,
  byEntry,
  byFilledAddress,
  byInferenceAddress,
  byKinSetting,
  byNamedPlace,
  byOnlyInterface,
  byOpenRequest,
  byOwnServer,
  byProviderArgument,
  byRequests,
  byRequestsOfSeller,
  bySection,
} from './uses/saidHost';
import { isOnlyMoved, isSaved } from './uses/saved';
import { isInSavedAnswer } from './uses/savedAnswer';
import { isSearchedCode } from './uses/searchedCode';
import { isShown } from './uses/shown';
import { byPresetOfCluster, byServerVariable } from './uses/serverVariables';
import { isLeftOut, isOfNodeOff, isSwitchedOff } from './uses/switchedOff';
import { isTranslated } from './uses/translations';
import { byUnknownProvider } from './uses/unknownProvider';
import {
  isGivenBackToTokenizer,
  isOnlyAskedFor,
  isOnlyTokenized,
  isOnlyToldOf,
  isSaidUnused,
  isUnread,
} from './uses/unread';
import { isUnreadParameter } from './uses/unreadParameters';
import { byCloudTag, byCommand, byContainer, byCopy, byLoader, byTraining, byZoo } from './uses/sureLoader';
import { ADDRESS_VARIABLES, KEY_WORDS, ONLY_FOR_MODELS, resells, SWITCHES } from '../registries/tables';
import { isLibraryName } from '../registries/names/ollama';
import { splitProvider } from '../registries/names/providerPath';
import { memoized } from '../text/memo';
import type { TextRange } from '../text/range';
import { keyWords } from './signatures/keys';
import { SELF, type Registry } from '../vocabulary';

/**
 * A decision by what the text speaks of elsewhere, which nothing hands the name to: a service that cannot have it is
 * not asked, and none has a folder of the machine.
 */
function ifMayHave(decide: Decision): Decision {
  const decided: Decision = (place, around) => {
    const use = decide(place, around);
    return use?.role === 'calls' &&
      use.host !== null &&
      ((use.host !== SELF && isOnMachine(place)) ||
        isNeverAt({ host: use.host, said: use.address ?? '' }, place))
      ? undefined
      : use;
  };
  return Object.assign(decided, decide.needs && { needs: decide.needs });
}

/**
 * In order: what only names a model; what surely loads or serves it; lists and tables; the client's address, prefix or
 * provider; the spelling; the neighborhood; nothing. The first decision that holds counts.
 */
const DECISIONS: readonly Decision[] = [
  inText,
  isShown,
  isOfUsage,
  isTranslated,
  isProbed,
  isHandled,
  isSpace,
  servedName,
  givenName,
  idOfConstruct,
  nameAtRouter,
  nameOfRoute,
  aliasOfProvider,
  nameBesideEngine,
  labelOfProviders,
  isKindGivenBack,
  nameBesideId,
  relatedBesideModel,
  deploymentBesideModel,
  deploymentLikeModel,
  nameOfDeployment,
  nameOfCommand,
  nameOfTemplate,
  baseOfDeployment,
  nameOfPreset,
  slugBesideModel,
  nameOfEntry,
  nameBesideFull,
  isToldToHelper,
  idOfGroup,
  nameLikeId,
  shownName,
  tokenizerOfModel,
  nameOfFormat,
  nameOfArtifact,
  nameOfRouter,
  nameOfTool,
  nameOfTarget,
  isInSavedAnswer,
  isDescribed,
  isToldOfField,
  isExpectedInAnswer,
  isVariableOfPrompt,
  uploadTarget,
  isOutput,
  isSaved,
  isOnlyMoved,
  isSaidUnused,
  isUnread,
  isUnreadParameter,
  isOnlyAskedFor,
  isOnlyTokenized,
  isGivenBackToTokenizer,
  isOnlyToldOf,
  isQueried,
  isLookedUp,
  isMappedForLookup,
  isRecorded,
  isPattern,
  isSearchedCode,
  isKeyCombination,
  isBarred,
  isOfPolicyInput,
  isAskedAbout,
  isSearchFilter,
  isClusterName,
  isObjectReference,
  isOtherName,
  isForge,
  isAtForge,
  isOfForgeOnly,
  isIcon,
  isProgram,
  isResource,
  isTableOfDbt,
  isOfGoods,
  isOfAnswerHeader,
  isOfKeeper,
  isOfQuota,
  isOnlyWritten,
  isMocked,
  isOfCopiedClass,
  byCloudTag,
  byCommand,
  byContainer,
  byCopy,
  isExcluded,
  isSwitchedOff,
  isOfNodeOff,
  isLeftOut,
  byDeployment,
  byBoundParameter,
  isInCatalog,
  isMeasured,
  isScored,
  isKeptCall,
  isAttribute,
  isReportedFinding,
  byTraining,
  byOllamaClient,
  byLoader,
  byLoop,
  byVariablesOfHosts,
  byServerVariable,
  byPresetOfCluster,
  byImageArguments,
  isOfRow,
  isOffered,
  byEndpoint,
  isShortName,
  isListed,
  isForProvider,
  isMadeUp,
  isOfStandIn,
  isOfPreview,
  isOfError,
  isMigrated,
  isTokenized,
  isCounted,
  isVocabulary,
  isLogged,
  isReported,
  byOwnInterface,
  byOperator,
  byDeploymentArguments,
  byDeploymentCommand,
  byAspire,
  byInferenceAddress,
  byFilledAddress,
  byAlias,
  byInferenceAction,
  byProxyPlugin,
  byGatewayServer,
  byZoo,
  byRegisteredProvider,
  byListOfProvider,
  byPromptSchema,
  byAddress,
  byLocalEmbedder,
  byStatement,
  byDefinedProvider,
  byBuilder,
  byHandedOver,
  byOpenClient,
  byVendorClient,
  byClientClass,
  byOwnClient,
  byNamedProvider,
  byHandedClient,
  byProviderArgument,
  byHubs,
  ifMayHave(bySection),
  byEntry,
  byUnknownProvider,
  byRoute,
  byGivenAddress,
  byPrefix,
  byProvider,
  byProviderOfUser,
  ifMayHave(byKinSetting),
  byBranch,
  byClass,
  byRequestsOfSeller,
  byFunctionsClient,
  byUnknownCase,
  byServer,
  byOllamaRequest,
  byProtocolClient,
  byClientLibrary,
  byNamesake,
  byOwnServer,
  byRouter,
  byProviderElsewhere,
  byOwnBackend,
  ifMayHave(byOnlyAddress),
  bySpelling,
  ifMayHave(byNeighborsInCode),
  ifMayHave(byNeighborsInSettings),
  isLookedAt,
  byUnwrittenAddress,
  byHubClient,
  byChosenProvider,
  ifMayHave(byRequests),
  ifMayHave(byOnlyInterface),
  byOpenRequest,
  byNamedPlace,
  bySetting,
  byDefault,
];

/** The decisions whose needs a kind of place meets, whatever its text says. */
const byKind = memoized((kind) => {
  const [where = '', loader, key = '', nearest = ''] = kind.split(BETWEEN);
  return DECISIONS.filter(
    ({ needs = {} }) =>
      needs.where?.some((one) => one === where) !== false &&
      (needs.loader === undefined || needs.loader === (loader !== '')) &&
      needs.key?.(key) !== false &&
      needs.nearestKey?.(nearest) !== false,
  );
});

/** Between the parts of a kind of place: no key holds it. */
const BETWEEN = '\0';

/** Of each text, those of the decisions for a kind of place whose words it has. */
const BY_WORDS = perObject((_knowledge: Knowledge) => new Map<readonly Decision[], readonly Decision[]>());

/** The decisions whose needs a place meets, in order: what places have in common is looked at once for all of them. */
function decisionsFor({ site, intent: { loader }, knowledge }: Place): readonly Decision[] {
  const kind = [site.where, loader?.role ?? '', site.key, nearestKey(site)].join(BETWEEN);
  const all = byKind(kind);
  const known = BY_WORDS(knowledge);
  let decisions = known.get(all);
  if (decisions === undefined) {
    decisions = all.filter(({ needs }) => needs?.words?.some((word) => knowledge.mentions(word)) !== false);
    known.set(all, decisions);
  }
  return decisions;
}

/** What the text does with a model, and who runs it, with the reason. */
export function useOf(place: Place): Use {
  let surroundings: Surroundings | undefined;
  const around = (): Surroundings => (surroundings ??= aroundOf(place));
  for (const decide of decisionsFor(place)) {
    const use = decide(place, around);
    if (use !== undefined) return asDecided(place, use, around);
  }
  return { role: 'mentions', host: null, why: [] };
}

/** What stands around a name, but for the branches that are not taken where it is. */
function aroundOf(place: Place): Surroundings {
  const { brackets, otherArms } = place.knowledge;
  const { own, outer } = surroundingsOf(place.text, brackets, place);
  if (place.site.where !== 'code') return { own, outer };
  const arms = otherArms.of(place.start);
  return { own: without(own, arms), outer: outer.map((part) => without(part, arms)) };
}

/** What was decided of a use, with what the rest of the text says of it. */
function asDecided(place: Place, use: Use, around: () => Surroundings): Use {
  const asked = redirected(place, withoutWeights(place, use), around);
  return besideDeployment(place, onItsWay(place, turned(place, asked), around), around);
}

/** Whether a text gives any client an address; what a comment says gives none. */
const givesAddress = perObject(({ text }: Knowledge) =>
  Array.from(matchesOf(text, ADDRESS_WORD)).some(({ index }) => !isInComment(text, index)),
);
const ADDRESS_WORD = /base_?ur[il]|api_?base|endpoint/gi;

/**
 * Whether a client is given no address: it is made without one, or the text gives none to any. A text that gives one to
 * a client which is made already, or sets or takes away the variable itself, leaves that open.
 */
function isGivenNone(place: Place, variable: string): boolean {
  const { knowledge } = place;
  if (!givesAddress(knowledge)) return true;
  return isOfPlainClient(place) && !changesAddress(knowledge) && !variablesSet(knowledge).has(variable);
}

/** Whether code gives a client that is made already another address. */
const changesAddress = perObject(({ text }: Knowledge) =>
  Array.from(matchesOf(text, CHANGES_ADDRESS)).some(({ index }) => !isInComment(text, index)),
);
/** The variables that a program sets or takes away itself. */
const variablesSet = perObject(
  ({ text }: Knowledge): ReadonlySet<string> =>
    new Set(Array.from(matchesOf(text, VARIABLE_SET), ([, set, removed]) => set ?? removed ?? '')),
);
/** `os.environ["X"] = …`, `process.env.X = …`; `os.environ.pop("X")`, `delete process.env.X`, `os.Setenv("X", …)`. */
const VARIABLE_SET = new RegExp(
  String.raw`\b([A-Z][A-Z\d_]{2,60})["'\]]{0,2}\s{0,4}=(?![=>])|` +
    String.raw`\b(?:pop|del|delete|setdefault|(?:[sS]et|[uU]nset|[pP]ut)_?[eE]nv\w{0,10})\b[^\n;A-Z]{0,40}` +
    String.raw`\b([A-Z][A-Z\d_]{2,60})`,
  'g',
);

/**
 * At the address that a variable has which a client reads where it is given none: `OpenAI()` with `OPENAI_BASE_URL` in
 * a config map, or `llm -m gpt-5` in a job that sets it. That of a machine of the project's own is mostly the
 * developer's.
 */
function redirected(place: Place, use: Use, around: () => Surroundings): Use {
  const client = mayBeRedirected(use) ? registryOfHost(use.host ?? '') : undefined;
  if (client === undefined) return use;
  return bySettingOfProgram(place, use, client) ?? byVariable(place, use, { client, around });
}

/** At the address that code sets for all calls of a service before one of them. */
function bySettingOfProgram(place: Place, use: Use, client: Registry): Use | undefined {
  const { site, start, knowledge } = place;
  const set = site.where === 'code' ? knowledge.clientAddresses.setFor(client, start) : undefined;
  if (set === undefined || registryOfHost(set.host) === client) return undefined;
  const there = calledAt(set);
  return withoutWeights(place, { ...use, ...there, why: [...use.why, ...there.why] });
}

function byVariable(
  place: Place,
  use: Use,
  { client, around }: { readonly client: Registry; readonly around: () => Surroundings },
): Use {
  let isOpen = isMadeElsewhere(place, client);
  for (const variable of ADDRESS_VARIABLES.get(client) ?? []) {
    const address = addressOf(variable, place, { use, around });
    const host = address === undefined ? undefined : otherHost(address, place, use);
    if (host !== undefined && address !== undefined) {
      const why = setTo(variable, withoutSecrets(address));
      return { ...use, host, address, why: [...use.why, why] };
    }
    isOpen ||= address === UNWRITTEN;
  }
  return isOpen && !isAddressOpen(use.why) ? { ...use, why: [...use.why, AT_RUN_TIME] } : use;
}

/** The host of an address, where it is no machine of the project's own and not whom the use says already. */
function otherHost(address: string, { knowledge }: Place, use: Use): string | undefined {
  const host = knowledge.hosts.at(address);
  return host === SELF || host === use.host ? undefined : host;
}

/** `new OpenAI({ baseURL: url }).chat.completions.create(…)`: made where it asks, at an address from elsewhere. */
function isMadeElsewhere({ site, text, start, knowledge }: Place, client: Registry): boolean {
  const isGiven = (call: TextRange): boolean => GIVES_ADDRESS.test(text.slice(call.start, call.end));
  return (
    client === 'openai' && site.where === 'code' && callsBefore(text, knowledge.brackets, start).some(isGiven)
  );
}

/** What a client is given an address by that is not written; nothing is none. */
const GIVES_ADDRESS = new RegExp(
  String.raw`\b(?:base_?ur[il]|api_?base|endpoint)["'\]]{0,2}\s{0,8}(?:=>|[:=])` +
    String.raw`(?!\s{0,8}["'\x60]?(?:https?:|None|null|nil|undefined))`,
  'i',
);

function mayBeRedirected({ role, host, address }: Use): boolean {
  return role === 'calls' && host !== null && address === undefined;
}

/**
 * What a variable is set to for a program: by the project for one that the code is, by the text for one that it starts,
 * and by the project again where the text lets that one have variables from elsewhere.
 */
function addressOf(
  variable: string,
  place: Place,
  { use, around }: { readonly use: Use; readonly around: () => Surroundings },
): string | undefined {
  const { text, site, start, knowledge } = place;
  const { where } = site;
  const { environment, evidence } = knowledge;
  if (where === 'code')
    return isToldByClient(use.why) && isGivenNone(place, variable) && !isReplaced(place)
      ? (environment.around.get(variable) ?? evidence.setTo(variable))
      : undefined;
  if (where !== 'cli' && where !== 'config') return undefined;
  return (
    environment.addressAt(variable, start) ??
    (takesVariables(text, around()) ? evidence.setTo(variable) : undefined)
  );
}

/**
 * How a container of Kubernetes, or a service of a compose file, gets variables that another file sets:
 * https://kubernetes.io/docs/tasks/configure-pod-container/configure-pod-configmap,
 * https://docs.docker.com/reference/compose-file/services/#env_file
 */
const FROM_ELSEWHERE = /(?<![\w-])["']?(?:envFrom|env_file)["']?\s{0,4}:/;

function takesVariables(text: string, { outer }: Surroundings): boolean {
  return outer.slice(0, 3).some((part) => FROM_ELSEWHERE.test(textOf(text, part)));
}

/**
 * At the service that the client of another is turned to by a variable that the project's configuration sets, or, for
 * a name in settings, that the file is called after or the clients of its program ask.
 */
function turned(place: Place, use: Use): Use {
  if (use.role !== 'calls' || use.host === null || use.address !== undefined) return use;
  const isSpelled = isToldBySpelling(use.why) && !place.match.evidence.startsWith('url:');
  const [to, why] =
    (isSpelled ? byFileName(place, use.host) : undefined) ??
    bySwitch(place, use.host, isSpelled) ??
    (isToldByKey(use.why, place.site) ? byMadeClient(place, use.host) : undefined) ??
    [];
  return to === undefined || why === undefined
    ? use
    : { ...use, host: hostOfRegistry(to), why: [...use.why, why] };
}

type Turned = readonly [to: Registry, why: Message];

function byFileName({ knowledge: { path } }: Place, host: string): Turned | undefined {
  const service = serviceOfFile(path);
  const maker = registryOfHost(host);
  return service !== undefined && maker !== undefined && service !== maker && resells(service, maker)
    ? [service, message('the file is called after {0}', service)]
    : undefined;
}

/** The switches of clients that a text does not turn off itself. */
const turnable = perObject(({ text }: Knowledge) => SWITCHES.filter(([, { unless }]) => !unless.test(text)));

function bySwitch({ knowledge }: Place, host: string, isSpelled: boolean): Turned | undefined {
  const { evidence } = knowledge;
  for (const [to, { variable, from }] of turnable(knowledge)) {
    if (hostOfRegistry(from) !== host) continue;
    if (evidence.isOn(variable)) return [to, message('{0} is set to on', variable)];
    if (isSpelled && evidence.askedInstead(from) === to)
      return [to, message('the clients of its program ask {0}', to)];
  }
  return undefined;
}

/** Whether a word of its key alone told the provider: that says whose model it is, as the name does. */
function isToldByKey([first]: readonly Message[], site: Site): boolean {
  const { template, args = [] } = first ?? {};
  return template === namedByProvider('').template && args[0] === nearestKey(site);
}

/** What is commented out, in the languages of such clients. */
const COMMENTS = /(?<![^\s;])(?:#|\/\/)[^\n]*/g;

/** The switches by which all clients that a text makes are turned: looked for once in each text. */
const onlyMade = perObject(({ text: written }: Knowledge) => {
  const text = written.replace(COMMENTS, '');
  return SWITCHES.filter(
    ([, { makes, makesFrom, key }]) => makes.test(text) && !makesFrom.test(text) && !key.test(text),
  );
});

/** The service that every client is made for which the text makes. */
function byMadeClient({ knowledge }: Place, host: string): Turned | undefined {
  const [to] = onlyMade(knowledge).find(([, { from }]) => hostOfRegistry(from) === host) ?? [];
  return to === undefined ? undefined : [to, message('the clients of its program ask {0}', to)];
}

/** The one service for models of others that a file is called after: `anthropic_vertexai.json`. */
const serviceOfFile = memoized((path): Registry | undefined => {
  const words = keyWords(path.slice(path.lastIndexOf('/') + 1).replace(/\.\w+$/, ''));
  const named = words.flatMap((word) => KEY_WORDS.get(word) ?? []);
  const services = new Set(named.filter((one) => ONLY_FOR_MODELS.has(one)));
  return services.size === 1 ? [...services][0] : undefined;
});

/** With the region and the license that the text tells, who passes the call on, and to whom. */
function onItsWay(place: Place, use: Use, around: () => Surroundings): Use {
  const via = use.address === undefined ? gatewayTo(place, use) : place.knowledge.hosts.via(use.address);
  const passedTo = pinnedHosts(place, use, around);
  const license = licenseBeside(place, use, around);
  return {
    ...use,
    ...regionOf(place, use, around),
    ...(via !== undefined && { via }),
    ...(passedTo !== undefined && { passedTo }),
    ...(license !== undefined && { license }),
  };
}

function gatewayTo(place: Place, { role, host }: Use): string | undefined {
  const gateway = role === 'calls' ? gatewayOf(place) : undefined;
  return gateway === host ? undefined : gateway;
}

/** Who is asked for a name without weights: the Hub has none, and so the provider that the name begins with. */
function hostWithoutWeights({ registry, match, knowledge: { hosts } }: Place): string | null {
  if (registry !== 'huggingface') return hostOfRegistry(registry);
  const path = splitProvider(match.id);
  return (path && hosts.ofProvider(path.prefix)) ?? null;
}

/** What a service alone has under a name that Ollama gives to weights: `mistral-large`. */
function isInLibrary(place: Place, use: Use): boolean {
  return isLibraryName(place.match.id) && settleRegistry(place, use) === 'ollama';
}

/** A model of which there are no weights can only be called, whatever loads it; what local programs run has weights. */
function withoutWeights(place: Place, use: Use): Use {
  const { registry, isApiOnly } = place;
  const isLoaded = use.role === 'loads' || use.role === 'serves' || use.role === 'ships';
  if (!isLoaded || !isApiOnly || isOwn(registry) || isInLibrary(place, use)) return use;
  if (use.host === SELF && isAtOwnServer(use.address ?? ''))
    // It has other weights under the name, which its own settings tell.
    return { role: 'mentions', host: SELF, why: [...use.why, OFFERED] };
  return {
    role: 'calls',
    host: use.host !== SELF ? use.host : use.address === undefined ? hostWithoutWeights(place) : null,
    why: [...use.why, WITHOUT_WEIGHTS],
  };
}
