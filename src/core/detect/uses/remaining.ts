import { languageOf } from '../../documents/fileTypes';
import { message } from '../../message';
import { perObject } from '../../once';
import { OCI_FILES } from '../../registries/oci/files';
import { ADDRESS_VARIABLES, RENAMES_OTHERS, TAKES_HUB_IDS } from '../../registries/tables';
import { matchesOf } from '../../text/matches';
import { textBefore, textBehind } from '../../text/pieces';
import { hostOfWords, type HostEvidence } from '../beside';
import { calleeBefore, type Bracket } from '../brackets';
import { hostOfRegistry, isOwn, isService, type Hosts } from '../host';
import { atLeast, lastName } from '../intent';
import type { Knowledge } from '../knowledge';
import { keyWords } from '../signatures/keys';
import { writesLine } from '../signatures/printers';
import { nearestKey } from '../site';
import { FURTHEST, lineBefore } from '../surroundings';
import { AT_RUN_TIME, calledAt, isFile } from './client/asked';
import { isNoDeployment, isOfOtherStem } from './client/otherAddresses';
import { isForOther } from './client/prefix';
import { isMakersHost, sellsNames } from './client/sellers';
import { namedByProvider, namedBySetting, nothingMore, spelledAlone, spelledAs } from './nameAlone';
import {
  CODE_WITHOUT_LOADER,
  listedAs,
  needing,
  NOT_CODE,
  WITHOUT_LOADER,
  type Decision,
  type Needs,
  type Place,
  type Use,
} from './place';
import { escapeRegExp } from '../../text/escapeRegExp';
import { type Registry, SELF } from '../../vocabulary';

/** `vendor.model`: so Bedrock and Oracle's service call the models of others. */
const VENDOR_NAME = /^(?:cohere|meta|google|xai|openai|nvidia)\.[a-z\d][\w.-]*$/i;

/**
 * A name that two services spell alike, in a file that is called by the other: `oci-genai-models.yml` has
 * `meta.llama-3.3-70b-instruct` (https://docs.oracle.com/en-us/iaas/Content/generative-ai/deprecating-on-demand.htm).
 */
export const byNamesake = needing(WITHOUT_LOADER, ({ text, start, end, registry, knowledge }) =>
  isService(registry) && VENDOR_NAME.test(text.slice(start, end)) && OCI_FILES.path.test(knowledge.path)
    ? { role: 'calls', host: OCI_FILES.registry, why: [spelledAs(OCI_FILES.registry)] }
    : undefined,
);

/** A setting, in a text that may have an address. */
const BESIDE_ADDRESS: Needs = { where: ['config'], loader: false, words: ['://'] };

/**
 * The name of a service's model among the variables of a program whose only address is another service's, which sells
 * it: `MODEL_NAME=claude-3-5-sonnet` and, in another paragraph, `OPENAI_BASE_URL=https://openrouter.ai/api/v1`. The
 * variable itself says no provider, and no key is there for any other.
 */
export const byOnlyAddress = needing(BESIDE_ADDRESS, (place) => {
  const { site, registry, match, knowledge } = place;
  if (!isService(registry) || isFile(match) || languageOf(knowledge.path) !== 'dotenv') return undefined;
  if (hostOfWords(nearestKey(site), knowledge.hosts) !== undefined) return undefined;
  const address = onlySeller(knowledge);
  return address !== undefined && sellsNames(address.host, place) ? calledAt(address) : undefined;
});

/** Variables that clients read an address from which they are given nowhere else. */
const READ_BY_CLIENTS: ReadonlySet<string> = new Set([...ADDRESS_VARIABLES.values()].flat());

/**
 * The one address of a text, where a client reads it by itself, it is a known service's that sells others' models, and
 * all keys are for it.
 */
const onlySeller = perObject(({ evidence, hosts, text }: Knowledge): HostEvidence | undefined => {
  const host = evidence.onlyHost('addresses') ?? SELF;
  if (host === SELF || host.includes('.') || isMakersHost(host)) return undefined;
  if (!evidence.all('addresses').every((one) => READ_BY_CLIENTS.has(evidence.keyOf(one)))) return undefined;
  const accounts = Array.from(matchesOf(text, ACCOUNT), ([name]) => hostOfAccount(name, hosts));
  const said = [
    ...accounts,
    ...[...evidence.all('secrets'), ...evidence.all('providers')].map((one) => one.host),
  ];
  // What speaks OpenAI's protocol is set up by variables that are called after it, unless the seller has its own.
  const isAskedForAll = said.every((one) => one === undefined || one === host || one === 'openai');
  const isOpenAI = said.includes('openai') && said.includes(host);
  return isAskedForAll && !isOpenAI ? evidence.all('addresses')[0] : undefined;
});

/** A variable that is what one has at a service. */
const ACCOUNT =
  /(?<![A-Za-z\d_])[A-Z][A-Z\d_]{1,60}_(?:KEY|TOKEN|SECRET|CREDENTIALS|ACCESS_KEY_ID|PROFILE)(?=[ \t]{0,4}=)/g;
/** The clouds have several services, which a word for none alone means. */
const OF_CLOUD = /^(?:AWS|GOOGLE|GCP|GCLOUD|AZURE|CLAUDE)_/;

function hostOfAccount(name: string, hosts: Hosts): string | undefined {
  return hostOfWords(name, hosts) ?? (OF_CLOUD.test(name) ? name : undefined);
}

/** Settings in sections, which do not speak of what stands in others. */
const SECTIONED = /^(?:yaml|jsonc?|toml|properties)$/;

/**
 * `summary-model: gpt-4o` in no section of a client, beside `spring.ai.openai` and `spring.ai.azure.openai`: either may
 * be asked, whichever stands first.
 */
function isOfEither({ site, registry, knowledge }: Place): boolean {
  const isOfOpenAi = registry === 'openai' || registry === 'azure';
  if (!isOfOpenAi || site.where !== 'config' || !SECTIONED.test(languageOf(knowledge.path))) return false;
  return hostOfWords(nearestKey(site), knowledge.hosts) === undefined && hasBothSections(knowledge);
}

/** Whether settings have addresses of OpenAI's service and of Azure's. */
const hasBothSections = perObject(({ evidence }: Knowledge): boolean => {
  const hosts = new Set(evidence.all('addresses').map(({ host }) => host));
  return hosts.has('openai') && hosts.has('azure');
});

/** What the spelling says: names of services can only be called, those of local programs only be loaded. */
export const bySpelling: Decision = (place) => {
  const { registry, intent, site, isApiOnly } = place;
  if (isOfEither(place)) return { role: 'calls', host: null, why: [AT_RUN_TIME] };
  if (isService(registry))
    return { role: 'calls', host: hostOfRegistry(registry), why: [spelledAlone(registry)] };
  // What has no weights is on no hub, whatever owner a gateway writes before it.
  if (isApiOnly && registry !== 'local' && registry !== 'ollama')
    return (
      byMakerBeside(place) ?? {
        role: 'calls',
        host: registry === 'huggingface' ? null : hostOfRegistry(registry),
        why: [message('there are no weights of it: it can only be called')],
      }
    );
  if (isOwn(registry) && (atLeast(intent, 'loose') || site.where === 'config'))
    return { role: 'loads', host: SELF, why: [spelledAs(registry)] };
  return undefined;
};

/**
 * `name="elevenlabs", env="ELEVENLABS_API_KEY", model="eleven_multilingual_v2"`: the maker's own service, where its
 * word or a key to it stands in the same mapping or call.
 */
function byMakerBeside({ text, registry, match, start, end, knowledge }: Place): Use | undefined {
  const { evidence, brackets, hosts } = knowledge;
  const [bracket] = brackets.open(start);
  const maker = knowledge.resolve(match.id, registry)?.record.publisher ?? '';
  const host = hosts.ofProvider(maker);
  if (host === undefined || host === SELF || bracket === undefined) return undefined;
  const own = brackets.contentOf(bracket, end);
  const isNamed = new RegExp(String.raw`["'\x60]${escapeRegExp(maker)}["'\x60]`, 'i').test(
    text.slice(own.start, own.end),
  );
  return isNamed || evidence.in('secrets', own).some((one) => one.host === host)
    ? { role: 'calls', host, why: [namedByProvider(maker)] }
    : undefined;
}

/** How far before a name a neighbor speaks for it, in characters. */
const REACH = 1_500;
/** A request of a client to whatever server it is pointed at: that server loads the model, not this text. */
const REQUEST = new RegExp(
  String.raw`\b(?:completions|responses|messages|embeddings|images|transcriptions|translations|` +
    String.raw`speech)\.(?:create|parse|stream|generate)$`,
);

/** What stands before the name in code: the nearest address, else the service or the key that the text speaks of. */
export const byNeighborsInCode = needing(CODE_WITHOUT_LOADER, (place) => {
  const { site, start, knowledge, registry } = place;
  if (isForOther(place) || isDownloaded(place)) return undefined;
  const callee = site.call?.callee ?? '';
  const isRequest = REQUEST.test(callee);
  const isOpen = !knowledge.runsModels();
  if (!isRequest && !isOpen) return undefined;
  const address = knowledge.evidence.before('addresses', start, REACH);
  if (address !== undefined && isItsAddress(place, address)) return calledAt(address);
  if (!isRequest) return bySpokenOf(place, callee);
  const host = registry === 'huggingface' ? null : hostOfRegistry(registry);
  return { role: 'calls', host, why: [message('{0} calls it', lastName(callee))] };
});

/** How the path of a file goes on behind a repository, at the hubs. */
const OF_FILE = /^\/(?:resolve|raw)\/[^\s"'\x60]/;
/** Calls that make an address of a text or get what lies at one, and send nothing there. */
const FETCHES = new RegExp(
  String.raw`download|retrieve|fetch|` +
    String.raw`(?:^|[.:_ ])(?:ur[il]|http\w{0,10}|requests)(?:[.:](?!post|put|patch|send|request)\w{1,20})?$`,
  'i',
);

/**
 * Whether a name is in the address of a file at a hub, and nothing but what gets files is given it: a client before it
 * is asked for other things. A client or table that has the address may be asked to run what lies there.
 */
function isDownloaded({ match, text, start, end, knowledge }: Place): boolean {
  if (!match.evidence.startsWith('url:') || !OF_FILE.test(textBehind(text, end, OF_PATH))) return false;
  const { brackets, variables } = knowledge;
  const call = bracketAround(start, knowledge);
  if (call !== undefined) return call.mark === '(' && FETCHES.test(calleeBefore(text, call));
  const given = variables.givenTo(start);
  if (given === undefined) return true;
  return variables.usesOf(given).every((use) => {
    // A word of the address itself is no use.
    if (use.start > given.at && use.start < end + OF_PATH) return true;
    const user = brackets.around(use.start).find(({ mark }) => mark === '(');
    return user !== undefined && FETCHES.test(calleeBefore(text, user));
  });
}
const OF_PATH = 40;

/** The innermost bracket around a place in the same function. */
function bracketAround(at: number, { text, brackets }: Knowledge): Bracket | undefined {
  const [inner] = brackets.around(at);
  const isBody = inner?.mark === '{' && OF_BODY.test(textBefore(text, inner.at, OF_PATH));
  return isBody ? undefined : inner;
}
/** What stands before the body of a function or a class. */
const OF_BODY = /(?:=>|\)|\bdo|\bin|\b(?:class|object|struct|enum)\s[^{}()=]{1,30})\s{0,4}$/;

/** Whether an address before a name may be that of whom it is asked of: no hub's, nor for something else. */
function isItsAddress(place: Place, address: HostEvidence): boolean {
  const isOfHub = /^(?:huggingface|github)$/.test(address.host);
  return !isOfHub && !isNoDeployment(place, address) && !isOfOtherStem(place, address);
}

/** The service, or else the key to one, that the text speaks of before a place. */
function bySpokenOf(place: Place, callee: string): Use | undefined {
  const { knowledge, start } = place;
  const near = knowledge.serviceNear(start, callee);
  if (near !== undefined && isNotAskedFor(place, near)) return undefined;
  if (near !== undefined && isService(near)) return spokenOf(near, hostOfRegistry(near));
  const secret = knowledge.evidence.before('secrets', start, REACH);
  return secret && spokenOf(secret.said, secret.host);
}

/**
 * Whether a service that a text speaks of gives the models of others names of its own, and so is asked for none by its
 * id of the Hub: a template for a cloud also says what a container of the project loads.
 */
function isNotAskedFor({ registry, match, site, start, knowledge }: Place, near: Registry): boolean {
  const isOfHub = registry === 'huggingface' && match.id.includes('/');
  const isOwnName = RENAMES_OTHERS.has(near) && !TAKES_HUB_IDS.has(near);
  return isOfHub && isOwnName && knowledge.clientOf(site.call?.callee ?? '', start) !== near;
}

const SETTINGS: Needs = { where: NOT_CODE, loader: false };

/** A key to a service in the same mapping or paragraph of settings, where no server of the project's own stands. */
export const byNeighborsInSettings = needing(SETTINGS, (place, around) => {
  const { site, knowledge } = place;
  const { evidence } = knowledge;
  if (site.key.startsWith('-')) return undefined;
  if (!evidence.isNear('secrets', place, FURTHEST)) return undefined;
  const { own, outer } = around();
  const secret = [own, ...outer.slice(0, 2)]
    .flatMap((part) => evidence.inPart('secrets', part))
    .find((one) => !isNoDeployment(place, one));
  return secret === undefined || [own, ...outer].some((part) => evidence.inPart('servers', part).length > 0)
    ? undefined
    : spokenOf(secret.said, secret.host);
});

function spokenOf(said: string, host: string | null): Use {
  return { role: 'calls', host, why: [message('the text speaks of {0} before it', said)] };
}

/** Calls that do no more than look at a name. */
const LOOKS = new RegExp(
  String.raw`(?:^|[._:])(?:parse\w*|filter\w*|print\w*|log\w*|info|debug|warn\w*|error|find\w*|exclude|` +
    String.raw`split\w*|replace\w*|format\w*|count\w*|encode\w*|normalize\w*|is_\w+|has_\w+|is[A-Z]\w*|` +
    String.raw`has[A-Z]\w*|supports?\w*|get_?(?:price|cost|limit|max|context|token)\w*|echo|describe|it|test|` +
    String.raw`puts|validate\w*|check\w*|setenv|set_env|remove\w*|delete\w*|raise|throw|Error|Exception|` +
    String.raw`add_argument|(?<!_)option|regex|compile|calculate\w*|estimate\w*|tokens?\w*|encoding_for_model|` +
    String.raw`encodingForModel|get_encoding|for_model|lookup\w*)$`,
);

/** A name that is a line of a log: nothing is asked by it. */
export const isLogged = needing(CODE_WITHOUT_LOADER, ({ site }) =>
  site.call !== undefined && site.key === '' && writesLine(site.call.callee)
    ? listedAs(undefined, message('{0} loads nothing', lastName(site.call.callee)))
    : undefined,
);

/** A migration changes records, whatever they name. */
export const isMigrated: Decision = ({ intent, context, registry }) =>
  context === 'migration' && !atLeast(intent, 'loader')
    ? listedAs(registry, message('a migration changes records, it runs no model'))
    : undefined;

/** A call that only looks at a name does nothing with the model. */
export const isLookedAt: Decision = ({ site }) =>
  site.call !== undefined && site.key === '' && LOOKS.test(site.call.callee)
    ? listedAs(undefined, message('{0} loads nothing', lastName(site.call.callee)))
    : undefined;

/** A setting for a model, an address or file of weights, the word of a command: whoever runs the text loads it. */
export const bySetting: Decision = ({ site, intent, match }) => {
  const name = nearestKey(site) || lastName(site.call?.callee ?? '');
  if (site.where === 'config' && keyWords(site.key).some((word) => word === 'serve'))
    return { role: 'serves', host: SELF, why: [namedBySetting(name)] };
  if (atLeast(intent, 'model')) return { role: 'loads', host: SELF, why: [namedBySetting(name)] };
  if (/^(?:url:|scheme:|weights-file$)/.test(match.evidence))
    return { role: 'loads', host: SELF, why: [message('the address or file is of weights')] };
  return site.where === 'cli'
    ? { role: 'loads', host: SELF, why: [message('a command is given it')] }
    : undefined;
};

/**
 * Nothing says more: in data a name is listed, elsewhere it is taken for one that is loaded, so that nothing passes
 * unseen.
 */
export const byDefault: Decision = (place) =>
  place.context === 'data' || isBareWord(place)
    ? listedAs(undefined, message('nothing says that it is used'))
    : { role: 'loads', host: SELF, why: [nothingMore()] };

/** A word of a setting that is a line by itself and under no telling key. */
function isBareWord({ site, intent, registry, text, start }: Place): boolean {
  return (
    site.where === 'config' &&
    intent.strength === 'loose' &&
    registry !== 'local' &&
    !/^(?:repo|path|source|url|uri|base|target|hf|from)/i.test(nearestKey(site)) &&
    /^\s*["'[]?$/.test(lineBefore(text, start))
  );
}
