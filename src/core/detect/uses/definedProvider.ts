import { perObject } from '../../once';
import { SERVES_OTHERS } from '../../registries/tables';
import { escapeRegExp } from '../../text/escapeRegExp';
import { textBefore } from '../../text/pieces';
import { plainName } from '../../text/plainName';
import { matchesOf } from '../../text/matches';
import { SELF } from '../../vocabulary';
import type { HostEvidence } from '../beside';
import { registryOfHost, type Hosts } from '../host';
import type { Knowledge } from '../knowledge';
import { lineStartOf, textOf } from '../surroundings';
import { calledAt, isFile } from './client/asked';
import type { Decision, Place } from './place';

/**
 * Providers that a text defines itself, with a name and an address: `[model_providers.sf] base_url = "https://…"` of
 * Codex, `"providers": { "sf": { "baseUrl": "https://…" } }` of OpenCode, `{ "name": "sf", "api_base_url": … }` of
 * routers. What another part of the text asks of them goes to that address.
 */

/** Sections between a provider and its address. */
const BETWEEN = /^(?:options|config|settings|params|litellm_params|client|connection|http|api|endpoint)$/i;
/** An entry that says how a mapping is called. */
const NAME = new RegExp(
  String.raw`(?<![\w-])["']?(?:name|id|key|provider)["']?\s{0,4}(?:=>|[:=])\s{0,4}["']?([A-Za-z][\w-]{0,40})["']?` +
    String.raw`(?=\s{0,8}(?:[,;}\n]|$))`,
  'g',
);
/** An entry that says which provider of models is asked: one of traces, of accounts or of a cache runs none. */
const SAID = new RegExp(
  String.raw`(?<![\w-])["']?(?:(?:llms?|models?|ai|api|chat|completions?|default|main|primary|text|code|vision|image|` +
    String.raw`embeddings?|embedder|rerank(?:er|ing)?|speech|voice|tts|stt|asr|inference|generation|reasoning|small|` +
    String.raw`fast|custom|own)[-_]){0,3}(?:provider|endpoint|backend|service|client|connection)` +
    String.raw`(?:[-_]?(?:name|id|ref))?["']?\s{0,4}(?:=>|[:=])\s{0,4}["']?([A-Za-z][\w-]{0,40})["']?`,
  'gi',
);
/** A key before the braces of its mapping. */
const KEY = /["'`]?([A-Za-z][\w-]{0,40})["'`]?\s{0,4}(?::|=>|=)\s{0,8}$/;
/** The longest mapping whose entries are read, in characters. */
const LONGEST = 2_000;
/** How far out sections are looked at. */
const DEPTH = 3;

/** A provider that the text defines, by the prefix of a name or the provider that is written beside it. */
export const byDefinedProvider: Decision = (place, around) => {
  if (isFile(place.match)) return undefined;
  const defined = definedProviders(place.knowledge);
  if (defined.size === 0) return undefined;
  const own = textOf(place.text, around().own);
  const word =
    wordIn(own, defined) ?? (saysSeller(own, place.knowledge.hosts) ? undefined : prefixOf(place, defined));
  const address = word === undefined ? undefined : defined.get(plainName(word));
  return address && isOfDocument(address, place) ? calledAt(address) : undefined;
};

/** The same where code registers its clients under keys: `registry.languageModel('sf:owner/name')`. */
export const byRegisteredProvider: Decision = (place) => {
  if (place.site.where !== 'code' || registered(place.knowledge).length === 0) return undefined;
  const defined = definedProviders(place.knowledge);
  const key = prefixOf(place, defined);
  const said =
    key === undefined || !isRegistered(key, place.knowledge) ? undefined : defined.get(plainName(key));
  return said && calledAt(said);
};

/**
 * What stands before a model of Koog's own lists, which are of one provider each: `DeepSeekModels.DeepSeekChat`, see
 * https://docs.koog.ai/prompt-api.
 */
const OF_LIST = /(?<![\w.])([A-Z][A-Za-z]{1,30})Models\.(?:[A-Z]\w{0,40}\.){0,2}$/;
/** A client with one level of calls in each thing that it is given. */
const GIVEN_FIRST = String.raw`LLMClient\((?:[^(),]|\((?:[^()]|\([^()]{0,80}\)){0,120}\)){0,200}`;
/**
 * Settings of its clients, which begin with the address, and settings that are not written where a client gets them: by
 * either a provider's client may be given another's address.
 */
const GIVES_ADDRESS = new RegExp(
  String.raw`(?:ClientSettings|LLMClient)\([^()]{0,200}(?:base|endpoint|host)\w{0,20}\s{0,4}=|` +
    String.raw`ClientSettings\((?!\s{0,40}(?:\)|timeout\w{0,20}\s{0,4}=))|` +
    String.raw`${GIVEN_FIRST},(?!\s{0,40}(?:\)|clock\s{0,4}=|` +
    String.raw`(?:settings\s{0,4}=\s{0,4})?(?:new\s{1,4})?\w{0,40}ClientSettings\())`,
  'i',
);

/** Whether a text uses Koog, and surely gives none of its clients an address. */
const listsAreAsked = perObject(
  ({ text }: Knowledge): boolean => text.includes('ai.koog.') && !GIVES_ADDRESS.test(text),
);

/** A model of a list of one provider is asked for there, whatever other clients the text makes. */
export const byListOfProvider: Decision = ({ text, start, site, knowledge }) => {
  if (site.where !== 'code' || !listsAreAsked(knowledge)) return undefined;
  const said = OF_LIST.exec(textBefore(text, start, 120))?.[1];
  const host = said === undefined ? undefined : knowledge.hosts.ofProvider(said);
  return said === undefined || host === undefined || host === SELF
    ? undefined
    : calledAt({ host, said, kind: 'provider' });
};

/** No other document of YAML begins between an address and a name. */
function isOfDocument({ at }: HostEvidence, { text, start }: Place): boolean {
  return !/\n---[ \t]*\r?\n/.test(text.slice(Math.min(at, start), Math.max(at, start)));
}

/** `sf/owner/name`, `sf,owner/name`: the prefix before a name, or at its beginning. */
function prefixOf(
  { text, start, end }: Place,
  defined: ReadonlyMap<string, HostEvidence>,
): string | undefined {
  const before = /["'\s=]([A-Za-z][\w-]{0,40})[/,:]$/.exec(textBefore(text, start, 44))?.[1];
  const within = /^([A-Za-z][\w-]{0,40})[/,:]/.exec(text.slice(start, end))?.[1];
  return [before, within].find((word) => word !== undefined && defined.has(plainName(word)));
}

/** The first of the providers that a part says. */
function wordIn(part: string, defined: ReadonlyMap<string, HostEvidence>): string | undefined {
  for (const [, word = ''] of matchesOf(part, SAID)) if (defined.has(plainName(word))) return word;
  return undefined;
}

/** Whether a part says a known service of models of many makers: what stands before a name is then its maker. */
function saysSeller(part: string, hosts: Hosts): boolean {
  return Array.from(matchesOf(part, SAID), ([, word = '']) => hosts.ofProvider(word)).some((host) => {
    const registry = host === undefined ? undefined : registryOfHost(host);
    return registry !== undefined && SERVES_OTHERS.has(registry);
  });
}

const definedProviders = perObject((knowledge: Knowledge): ReadonlyMap<string, HostEvidence> => {
  const defined = new Map<string, HostEvidence>();
  for (const address of knowledge.evidence.all('addresses'))
    for (const name of namesOf(address, knowledge)) {
      const word = plainName(name);
      if (!defined.has(word)) defined.set(word, address);
    }
  for (const { key, client } of registered(knowledge)) {
    defined.delete(plainName(key));
    const said = clientNamed(client, knowledge);
    if (said !== undefined) defined.set(plainName(key), said);
  }
  return defined;
});

/** https://ai-sdk.dev/docs/reference/ai-sdk-core/provider-registry, with the clients of the providers by their keys. */
const REGISTRY = /\b(?:experimental_)?createProviderRegistry\(\s{0,20}\{([^{}]{1,800})\}/g;
const ENTRY =
  /(?<![\w$.:])["']?([A-Za-z][\w-]{0,40})["']?(?:\s{0,4}:\s{0,4}([A-Za-z_$][\w$]{0,60}))?\s{0,20}(?=,|$)/g;

interface Registered {
  readonly key: string;
  /** The variable that has its client. */
  readonly client: string;
}

const registered = perObject(({ text }: Knowledge): readonly Registered[] =>
  text.includes('createProviderRegistry(')
    ? [...matchesOf(text, REGISTRY)].flatMap(([, entries = '']) =>
        Array.from(matchesOf(entries.trimEnd(), ENTRY), ([, key = '', client = key]) => ({ key, client })),
      )
    : [],
);

/** Whether a text registers a client under a key, which stands before the names that it is asked for. */
export function isRegistered(key: string, knowledge: Knowledge): boolean {
  return registered(knowledge).some((one) => one.key === key);
}

/** What makes a client at the address that it has by default; one that is given another, or anything, may not be. */
const MADE_PLAINLY = /^\s{0,8}create([A-Za-z]\w{1,60})\(\s{0,20}(?:\{([^{}]{0,400})\}\s{0,8},?\s{0,20})?\)/;
const MAY_GIVE_ADDRESS = /\.\.\.|base_?url|endpoint|host|resource|fetch/i;

/** What tells whom the client of a variable asks: the address that it is given, or else its name. */
function clientNamed(name: string, knowledge: Knowledge): HostEvidence | undefined {
  const { evidence, requestClients, hosts } = knowledge;
  const address = evidence.all('addresses').find((one) => requestClients.givenTo(one) === name);
  const host = hosts.ofProvider(name);
  if (address !== undefined || host === undefined || !isByDefault(name, host, knowledge)) return address;
  return { host, said: name, kind: 'provider', at: 0, end: 0 };
}

/** Whether a variable has a client of a service at its own address: as a package gives it, or made without another. */
function isByDefault(name: string, host: string, { text, variables, hosts }: Knowledge): boolean {
  const given = variables.givenAnywhere(name);
  if (given.length === 0) return isImported(name, text);
  return given.every(({ from }) => {
    const [, maker, options = ''] = MADE_PLAINLY.exec(text.slice(from, variables.endOfValue(from))) ?? [];
    const its = maker === undefined ? undefined : hosts.ofProvider(maker);
    return maker !== undefined && (its ?? host) === host && !MAY_GIVE_ADDRESS.test(options);
  });
}

/** Whether a package gives a text something under a name, as `openai` of `@ai-sdk/openai`. */
function isImported(name: string, text: string): boolean {
  const form = new RegExp(String.raw`(?<![\w$])${escapeRegExp(name)}\s{0,8}(?:,|$)`);
  return [...matchesOf(text, IMPORTED)].some(([, names = '']) => form.test(names.trimEnd()));
}
const IMPORTED = /\bimport\s{1,8}\{([^{}]{1,400})\}\s{0,8}from\s{0,8}["'](?:@\w|\w)/g;

/** What the mapping is called that an address is in. */
function namesOf({ at }: HostEvidence, { text, brackets }: Knowledge): readonly string[] {
  const open = brackets.open(at).slice(0, DEPTH);
  if (open.length === 0) return namesByLines(text, at);
  const names: string[] = [];
  for (const { at: start, close, mark } of open) {
    if (mark !== '{') break;
    const inside = close - start > LONGEST ? '' : text.slice(start + 1, close);
    names.push(...Array.from(matchesOf(inside, NAME), ([, name = '']) => name).slice(0, 1));
    const key = KEY.exec(textBefore(text, start, 60))?.[1];
    if (key === undefined) break;
    if (!BETWEEN.test(key)) return [...names, key];
  }
  return names;
}

/** The header of the section of TOML that a text ends in. */
const SECTION = /\n\[+([^\]\n]{1,120})\]+[ \t]*(?:#[^\n]*)?\n(?:(?!\n\[)[^])*$/;
/** The name of the element of a list of YAML that a text ends in. */
const ELEMENT =
  /\n[ \t]*-[ \t]+(?:name|id|key|provider):[ \t]*["']?([A-Za-z][\w-]{0,40})["']?[ \t]*\n(?:(?![ \t]*-[ \t])[^\n]*\n)*$/;
/** A key of YAML that holds a mapping. */
const HOLDER = /^[ \t]*(?:- +)?["']?([A-Za-z][\w-]{0,40})["']?:[ \t]*$/;

/** The same in YAML and TOML: the section, the name of the element, the key that the lines are indented under. */
function namesByLines(text: string, at: number): readonly string[] {
  const line = lineStartOf(text, at);
  const before = `\n${textBefore(text, line, LONGEST)}`;
  const section = SECTION.exec(before)?.[1];
  if (section !== undefined) return section.replaceAll(/["']/g, '').split('.').slice(-1);
  const element = ELEMENT.exec(before)?.[1];
  return element === undefined ? holdersOf(before, indentOf(text.slice(line, at + 1))) : [element];
}

/** The first key that is no section between, of the lines further out. */
function holdersOf(before: string, from: number): readonly string[] {
  let indent = from;
  for (const written of before.split('\n').reverse()) {
    const isEmpty = /^\s*(?:#|$)/.test(written);
    if (isEmpty || indentOf(written) >= indent) continue;
    indent = indentOf(written);
    const key = HOLDER.exec(written)?.[1];
    if (key === undefined) return [];
    if (!BETWEEN.test(key)) return [key];
  }
  return [];
}

/** Blanks before the first word of a line, the mark of a list counted as such. */
function indentOf(line: string): number {
  return /^[ \t]*(?:- +)?/.exec(line)?.[0].length ?? 0;
}
