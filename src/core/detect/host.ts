import { hostAddress, matchAddress } from '../catalog/hostAddress';
import type { HostRecord } from '../catalog/hostRecords';
import type { Catalog } from '../catalog/records';
import type { ProviderName } from '../registries/names/providerPath';
import {
  BY_HOST,
  CALLED_AT,
  PASSED_ON,
  PROVIDERS,
  RUN_HERE,
  SERVED_BESIDE,
  SERVICES,
} from '../registries/tables';
import { once } from '../once';
import { gramsOf } from '../text/grams';
import { memoized } from '../text/memo';
import { plainName } from '../text/plainName';
import { keyWords } from './signatures/keys';
import { type Registry, SELF } from '../vocabulary';

/**
 * Who runs a model for the one who calls it: which host an address, the word for a provider, or a registry stands for.
 * A host that is a registry as well has the registry's name. What operator and terms a host has is not known here.
 */

/** Which hosts addresses and words for providers stand for, by the records of the catalog. */
export interface Hosts {
  /**
   * The host at an address (`https://api.groq.com/openai/v1`, `localhost:11434`): {@link SELF} for this machine, a
   * private network, a name of one label (a service of the same compose file or cluster); the name itself where
   * nobody knows it; `undefined` where the address is not written.
   */
  at(address: string): string | undefined;
  /** The gateway at an address from which calls are passed on to the host that {@link at} tells; else `undefined`. */
  via(address: string): string | undefined;
  /** Whether a service of the catalog answers requests at an address, which is no other page of its operator. */
  answersAt(address: string): boolean;
  /** Whether a text may have such an address, by the last two labels of the names in it. */
  areNamedIn(text: string): boolean;
  /** The same also of an address without a scheme; less sharp, and told without a look at the text. */
  mayBeNamedIn(text: string): boolean;
  /**
   * The host that a word for a provider stands for: `azure_openai`, `LLMProvider.Ollama`, `lm-studio`; `undefined`
   * for every other word.
   */
  ofProvider(word: string): string | undefined;
  /** The hosts that have a name in their calendar just as it is written: in other case it is a label for people. */
  naming(name: string): readonly string[];
  /** Whether a host hands calls on to services of others that it chooses. */
  passesOn(host: string): boolean;
  /** Who runs a service that surely answers with models of its own alone; `undefined` for every other host. */
  onlyMaker(host: string): string | undefined;
  /** How settings write a region of a host; `undefined` where none of its settings tells one. */
  regionForm(host: string): RegExp | undefined;
  /** The hosts that have such a form. */
  readonly inRegions: readonly string[];
  /** Whether a label of an address, or the region of a setting, is a place where a host processes requests. */
  isPlace(host: string, label: string): boolean;
  /** The words for types of deployments, by host, from the type that reaches furthest on. */
  readonly deploymentTypes: ReadonlyMap<string, readonly RegExp[]>;
}

const known = new WeakMap<Catalog, Hosts>();

/** The hosts of a catalog, made once for each. */
export function hostsOf(catalog: Catalog): Hosts {
  let hosts = known.get(catalog);
  if (hosts === undefined) known.set(catalog, (hosts = createHosts(catalog)));
  return hosts;
}

function createHosts(catalog: Catalog): Hosts {
  const words = new Map(
    catalog.hosts.flatMap(({ id, words: others }) =>
      [id, ...others].map((word) => [plainName(word), id] as const),
    ),
  );
  const ofPlainWord = (word: string): string | undefined => {
    if (OWN_PROVIDERS.has(word)) return SELF;
    const registry = PROVIDERS.get(word);
    return words.get(word) ?? (registry === undefined ? undefined : (hostOfRegistry(registry) ?? undefined));
  };
  const forms = new Map(
    catalog.hosts.flatMap(({ id, regions: { form } }) =>
      form === undefined ? [] : [[id, new RegExp(form)] as const],
    ),
  );
  const services = catalog.hosts.filter(({ id }) => id !== SELF);
  const domains = new Set(services.flatMap(({ endpoints }) => endpoints.map((pattern) => domainOf(pattern))));
  const named = [...domains];
  const mayBeNamedIn = (text: string): boolean => gramsOf(text).mayHaveAny(named);
  const hostsOfName = once(() => hostsByName(services));
  const at = memoized((address) => ofPlainWord(plainName(providerIn(address))) ?? hostAt(address, catalog));
  return {
    at,
    via: memoized((address) => {
      const gateway = providerIn(address) === '' ? undefined : hostAt(address, catalog);
      return gateway === at(address) ? undefined : gateway;
    }),
    answersAt: memoized((address) => answers(services, domains, address)),
    areNamedIn: (text) => mayBeNamedIn(text) && namesDomain(text, domains),
    mayBeNamedIn,
    ofProvider: memoized((word) => ofPlainWord(plainName(word))),
    naming: (name) => hostsOfName().get(name) ?? [],
    passesOn: (host) => catalog.host(host)?.passesOn !== undefined,
    onlyMaker: memoized((host) => onlyMakerAt(catalog.host(host))),
    regionForm: (host) => forms.get(host),
    inRegions: [...forms.keys()],
    isPlace: (host, label) => Object.hasOwn(catalog.host(host)?.regions.places ?? {}, label),
    deploymentTypes: new Map(
      catalog.hosts.flatMap(({ id, regions: { deploymentTypes = [] } }) =>
        deploymentTypes.length === 0
          ? []
          : [[id, deploymentTypes.map(({ word }) => new RegExp(`^(?:${word})$`))] as const],
      ),
    ),
  };
}

/**
 * Nobody may have written down what a service sells of others. One whose record dates the ends of names, all of its
 * own, and has others that go on, is known for what it answers to.
 */
function onlyMakerAt(record: HostRecord | undefined): string | undefined {
  if (record === undefined || record.resells.length > 0 || record.passesOn !== undefined) return undefined;
  const ends = record.names.filter(({ status, endsOn }) => status === 'retired' || endsOn !== null);
  const isKnown = ends.some(({ endsOn }) => endsOn !== null) && ends.length < record.names.length;
  return isKnown ? (record.operator ?? undefined) : undefined;
}

function hostsByName(hosts: readonly HostRecord[]): ReadonlyMap<string, readonly string[]> {
  const byName = new Map<string, string[]>();
  for (const { id: host, names } of hosts)
    for (const { id, aliases } of names)
      for (const name of [id, ...aliases]) {
        const known = byName.get(name);
        if (known === undefined) byName.set(name, [host]);
        else if (known.at(-1) !== host) known.push(host);
      }
  return byName;
}

function answers(services: readonly HostRecord[], domains: ReadonlySet<string>, written: string): boolean {
  const address = hostAddress(written);
  return (
    address !== undefined &&
    domains.has(domainOf(address.host)) &&
    !SERVED_BESIDE.some((form) => form.test(written.trim())) &&
    services.some(({ endpoints }) => endpoints.some((pattern) => matchAddress(pattern, address) > 0))
  );
}

/** Splits a name with the word of a host before it: `scaleway/qwen3.6-27b`. `undefined` where no host has that word. */
export function splitHost(value: string, hosts: Hosts): Omit<ProviderName, 'registry'> | undefined {
  const at = value.indexOf('/') + 1;
  const prefix = value.slice(0, Math.max(0, at - 1));
  const host = /^[a-z\d][\w.-]{1,40}$/.test(prefix) ? hosts.ofProvider(prefix) : undefined;
  return host === undefined || host === SELF || at === value.length
    ? undefined
    : { prefix, rest: value.slice(at), at };
}

/** The last two labels of the name that an address without a scheme begins with, as written. */
export function domainOf(address: string): string {
  const [name = ''] = /^[^/?#:\s"'`<>)\]]*/.exec(address) ?? [];
  return name.split('.').slice(-2).join('.');
}

const LONGEST_NAME = 100;

function namesDomain(text: string, domains: ReadonlySet<string>): boolean {
  for (let at = text.indexOf('://'); at >= 0; at = text.indexOf('://', at + 3))
    if (domains.has(domainOf(text.slice(at + 3, at + LONGEST_NAME)))) return true;
  return false;
}

/**
 * The part of an address between scheme or user and port or path; a scheme without a host behind it has none. What only
 * a port follows is no scheme: `reranker:8000`.
 */
const AUTHORITY = new RegExp(
  String.raw`^(?:[a-z][a-z\d+.-]*:(?!\d{1,5}(?:[/?#]|$)))?(?://)?(?:[^@/?#\s]*@)?` +
    String.raw`(\[[\da-f:.]+\]|[^:/?#\s[\]]+(?=[:/?#\s]|$))(?!://)`,
  'i',
);
/**
 * Names of this machine, of machines beside it, and addresses that are not routed on the internet (RFC 1918, RFC
 * 4193, RFC 4291, RFC 6762, RFC 6761, RFC 8375).
 */
const OWN_NAME = new RegExp(
  String.raw`^(?:localhost|host\.docker\.internal|host\.containers\.internal|gateway\.docker\.internal|` +
    String.raw`\[::1?\]|\[(?:f[cd][\da-f]{2}|fe[89ab][\da-f]):[\da-f:.]*\]|0\.0\.0\.0|127(?:\.\d{1,3}){3}|` +
    String.raw`10(?:\.\d{1,3}){3}|192\.168(?:\.\d{1,3}){2}|172\.(?:1[6-9]|2\d|3[01])(?:\.\d{1,3}){2}|` +
    String.raw`169\.254(?:\.\d{1,3}){2}|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])(?:\.\d{1,3}){2})$|\.(?:local|` +
    String.raw`localhost|localdomain|internal|svc|lan|home|intranet|test|corp)$|\.home\.arpa$|` +
    String.raw`\.svc\.cluster\.local$`,
);
/** What is filled in when the program runs, or stands for an address that the reader has to give. */
const HOLE = /[<>{}$*%]|^(?:your|my|xxx|example)\b|\bexample\.(?:com|org|net)$/i;

/** The provider that an address of a gateway passes calls on to; `''` for every other address. */
function providerIn(address: string): string {
  for (const form of PASSED_ON) {
    const provider = form.exec(address.trim())?.[1];
    if (provider !== undefined) return provider;
  }
  return '';
}

function hostAt(address: string, catalog: Catalog): string | undefined {
  const written = address.trim();
  const name = nameIn(written);
  if (name === '') return undefined;
  // A host of an organization's own records may be a machine of its network: https://llm.acme.internal
  const record = catalog.hostAt(hostAddress(written) ?? { host: name, port: null, path: '' });
  if (record !== undefined) return record.id;
  if (OWN_NAME.test(name)) return SELF;
  return HOLE.test(name) ? undefined : unknownHost(name, written);
}

/** The name or number of the machine that an address is of, in lower case; `''` when it has none. */
function nameIn(address: string): string {
  const [, name = ''] = AUTHORITY.exec(address) ?? [];
  return name.toLowerCase().replace(/\.$/, '');
}

/** Whether an address is of a machine in the own network, whoever has records of it. */
export function isOwnMachine(address: string): boolean {
  const written = address.trim();
  const name = nameIn(written);
  return OWN_NAME.test(name) || (name !== '' && unknownHost(name, written) === SELF);
}

/** A host that the catalog does not have: itself, or this machine when nobody else can have the name. */
function unknownHost(name: string, written: string): string | undefined {
  if (name.startsWith('[')) return name;
  if (!name.includes('.')) return /^[a-z][\w-]*$/.test(name) && isAddressed(written) ? SELF : undefined;
  return /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+$/u.test(name) ? name : undefined;
}

/** A name of one label is an address only with a scheme or a port. */
function isAddressed(address: string): boolean {
  return /^[a-z]+:\/\/|:\d{2,5}(?:\/|$)/i.test(address);
}

/** Servers that people run for themselves, whatever asks them. */
const OWN_SERVERS: readonly string[] =
  'ollama lmstudio llamaserver llamacppserver vllm localai xinference sglang tgi tei koboldcpp jan lemonade'.split(
    ' ',
  );
/**
 * Programs and libraries that run models where the project runs: whatever client speaks to them, the weights come
 * here.
 */
const OWN_PROVIDERS: ReadonlySet<string> = new Set([
  ...OWN_SERVERS,
  ...(
    'ollamachat llamacpp llamacpppython llamafile hostedvllm vllmopenai local localhost ' +
    'textgenerationinference textembeddingsinference gpt4all oobabooga ' +
    'textgenerationwebui kobold mlx mlxlm ' +
    'tabbyapi tabby exllama exllamav2 dmr dockermodelrunner transformers sentencetransformers ' +
    'huggingfacelocal ctransformers openvino onnx ' +
    'onnxruntime infinity lmdeploy ramalama fastembed bumblebee candle webllm mlc mlcllm ' +
    'fasterwhisper whispercpp whisperkit whisperx mlxwhisper lightningwhispermlx insanelyfastwhisper sherpaonnx ' +
    'mlxvlm mlxaudio coreml ctranslate2 exllamav3 aphrodite nitro cortex llamaedge docker foundrylocal'
  ).split(' '),
]);

/**
 * Whether a word for a provider, or a key that begins with one, is of a server of one's own: `lm-studio`,
 * `OLLAMA_HOST`.
 */
export function namesOwnServer(said: string): boolean {
  const words = keyWords(said);
  return [1, 2, 3].some((count) => OWN_SERVERS.includes(words.slice(0, count).join('')));
}

/** Words behind the name of a server that say no more: `ollama-0`, `vllm-service`. */
const OF_SERVER = /^(?:server|api|svc|service|host|\d{1,4})$/;
/** Names of servers that are words for other things, too. */
const MAY_BE_OTHER = new Set(['jan', 'tei', 'tgi']);

/**
 * Whether an address is that of a server of one's own which runs models itself: its machine is called after it and no
 * more, `http://localai:8080`. A proxy, gateway or router in front, `http://ollama-proxy`, may pass calls on.
 */
export function isAtOwnServer(address: string): boolean {
  const words = keyWords(nameIn(address.trim()).split('.', 1)[0] ?? '');
  const name = words.filter((word, index) => index === 0 || !OF_SERVER.test(word)).join('');
  return OWN_SERVERS.includes(name) && !MAY_BE_OTHER.has(name);
}

/** Whether names of this registry are names at a service: they can only be called. */
export function isService(registry: Registry): boolean {
  return SERVICES.has(registry);
}

/** Whether names of this registry are loaded where the project runs. */
export function isOwn(registry: Registry): boolean {
  return RUN_HERE.has(registry);
}

/** The host that calls a name of this registry go to when no other is written; `null` where the spelling tells none. */
export function hostOfRegistry(registry: Registry): string | null {
  return RUN_HERE.has(registry) ? SELF : (CALLED_AT.get(registry) ?? null);
}

/** The registry in which a host's own names are spelled, where there is one. */
export function registryOfHost(host: string): Registry | undefined {
  return BY_HOST.get(host);
}
