import { perObject } from '../../once';
import { splitProvider } from '../../registries/names/providerPath';
import { CALLED_AT } from '../../registries/tables';
import { isService, type Hosts } from '../host';
import type { Knowledge } from '../knowledge';
import { handedName } from '../libraryRoute';
import { nearestKey } from '../site';
import { textOf, type Surroundings } from '../surroundings';
import { isFile } from './client/asked';
import { namedByProvider } from './nameAlone';
import { isOpen, NO_PROVIDER } from './saidHost';
import { type Decision, type Place, type Use } from './place';
import { matchesOf } from '../../text/matches';

/**
 * A key that says who provides a model and nothing else, and its value: `provider='acme'`, `modelProvider: acme`,
 * `proxy/acme`, `"provider": "@acme-prod"` or `"virtual_key": "acme-prod"` of a gateway that keeps the providers
 * (https://portkey.ai/docs/product/model-catalog).
 */
const PROVIDER = new RegExp(
  String.raw`(?<![a-z\d-])(?:(?:(?:llm|model|ai|api)[-_]?)?provider(?:[-_]?(?:name|id))?|virtual[-_]?key)` +
    String.raw`["'\x60]?\s{0,8}(?::=|=>|[:=])\s{0,8}(["'\x60]?)@?(?:proxy/)?([A-Za-z][\w-]{1,40})(?![\w.:/(-])\1`,
  'gi',
);

/** Libraries that ask whoever a name says: where it begins with a provider, that one is asked. */
const LIBRARY = /^(?:lite-?llm|lang-?chain|llama-?index|ai-?suite|ai-?sdk|any-?llm|instructor|haystack)$/i;
/** Keys for the model of a provider: an `embedding_model` beside a provider may be for a store of another one. */
const OF_PROVIDER = new RegExp(
  String.raw`^(?:(?:llm|ai|api|chat|default|base|main|primary|image|video|fast)[-_]?)?` +
    String.raw`(?:models?|llm|id|name|deployment)` +
    String.raw`(?:[-_]?(?:name|id|slug))?$`,
  'i',
);

/** Words for no provider, and for clouds that say nothing of the service there. */
const NO_WORD = new RegExp(
  String.raw`^(?:true|false|none|null|nil|undefined|auto\w*|any|unknown|self|own|same|user|str|string|provider|` +
    String.raw`option\w*|optional|enum|const|let|var|new|await|this|get\w*|aws|gcp|cloud|kubernetes|docker)$`,
  'i',
);

/** Forms that one service alone takes, whoever passes the name on to it: `us.anthropic.…-v1:0`, `publishers/…`. */
const OF_ONE_SERVICE = /^(?:form:bedrock|path:)/;

/**
 * Who is asked for a model where a provider is written beside its name that nobody knows: `provider='acme'` beside
 * `model='openai/gpt-4o'` is a cloud of its own, whatever it calls the model, and a prefix is the gateway's own.
 */
export const byUnknownProvider: Decision = (place, around) => {
  if (isFile(place.match) || OF_ONE_SERVICE.test(place.match.evidence)) return undefined;
  const said = gatewayBefore(place) ?? unknownBeside(place, around);
  return said === undefined ? undefined : askedAt(said);
};

/** Whether a place is open for any provider, or the name is one that services call themselves. */
function mayBeAsked(place: Place): boolean {
  return isOpen(place) || (isService(place.registry) && place.intent.loader === undefined);
}

function unknownBeside(place: Place, around: () => Surroundings): string | undefined {
  return mayBeAsked(place) && OF_PROVIDER.test(nearestKey(place.site)) && namesUnknown(place.knowledge)
    ? unknownIn(besideOf(place, around()), place)
    : undefined;
}

/**
 * The prefix of a gateway or service that no record tells of: `litellm_proxy/…`, `zenmux/…`. The word of a gateway says
 * it, whatever else the text loads.
 */
function gatewayBefore(place: Place): string | undefined {
  const { text, start, end, registry, intent, knowledge } = place;
  if (!mayBeAsked(place) && (registry !== 'other' || intent.loader !== undefined)) return undefined;
  const { hosts } = knowledge;
  const name = handedName(text.slice(start, end), knowledge);
  const path = splitProvider(name);
  if (path === undefined || CALLED_AT.has(path.registry)) return undefined;
  const isPrefix = name.charAt(path.prefix.length) === '/';
  return isPrefix && hosts.ofProvider(path.prefix) === undefined ? path.prefix : undefined;
}

function askedAt(said: string): Use {
  return { role: 'calls', host: null, why: [namedByProvider(said)] };
}

/** Sections for what a provider is asked with: `override_params` of Portkey, `parameters` of many. */
const PARAMETERS = /^(?:\w{1,20}_)?(?:params|parameters|options|settings|config|kwargs)$/i;

/** What the own mapping of a name says, and the one around where the own is a section of parameters. */
function besideOf({ text, site }: Place, { own, outer }: Surroundings): string {
  const [section = ''] = site.parents;
  return textOf(text, PARAMETERS.test(section) ? [...own, ...(outer[0] ?? [])] : own);
}

/** The one provider that a part says, where nobody knows it. */
function unknownIn(
  part: string,
  { text, start, end, site, knowledge: { hosts } }: Place,
): string | undefined {
  const words = [...matchesOf(part, PROVIDER)].flatMap(([, quote = '', word = '']) =>
    quote !== '' || site.where !== 'code' ? [word] : [],
  );
  const [first] = words;
  if (first === undefined || words.some((word) => word !== first)) return undefined;
  const isRouted = LIBRARY.test(first) && splitProvider(text.slice(start, end)) !== undefined;
  return isRouted || !isUnknown(first, hosts) ? undefined : first;
}

function isUnknown(word: string, hosts: Hosts): boolean {
  return !NO_WORD.test(word) && !NO_PROVIDER.test(word) && hosts.ofProvider(word) === undefined;
}

/** Whether a text names any provider that nobody knows. */
const namesUnknown = perObject(({ text, hosts }: Knowledge): boolean =>
  [...matchesOf(text, PROVIDER)].some(([, , word = '']) => isUnknown(word, hosts)),
);
