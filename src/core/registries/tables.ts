import { REGISTRIES, type Registry } from '../vocabulary';
import type { AddressReader } from './address';
import { DEFINITIONS } from './index';
import type {
  ClientHome,
  ConstantsDefinition,
  LoaderDefinition,
  NameForm,
  OwnPath,
  ProgramDefinition,
  RegistryDefinition,
  SchemeForm,
  SwitchDefinition,
} from './registry';
import type { SpellingRule } from './spelling/rule';

/**
 * The look-up tables of the engine, each built once from the definitions of all registries. Nothing is known here of
 * any one registry: a row belongs into its folder.
 */

/** Each definition with its registry, in the order of the vocabulary. */
const ALL: readonly (readonly [Registry, RegistryDefinition])[] = REGISTRIES.map((registry) => [
  registry,
  DEFINITIONS[registry],
]);

/** A part of a definition, with the registry that it is of. */
export type Of<T> = T & { readonly registry: Registry };

/** The rows that every registry has under a field, with their registry. */
function rows<T extends object>(
  field: (definition: RegistryDefinition) => readonly T[] | undefined,
): Of<T>[] {
  return ALL.flatMap(([registry, definition]) =>
    (field(definition) ?? []).map((row): Of<T> => ({ ...row, registry })),
  );
}

/** Which registry has a word under a field. A word of two registries is a mistake of the definitions. */
function byWord(
  field: (definition: RegistryDefinition) => readonly string[] | undefined,
): Map<string, Registry> {
  const map = new Map<string, Registry>();
  for (const [registry, definition] of ALL) {
    for (const word of field(definition) ?? []) {
      const other = map.get(word);
      if (other !== undefined) throw new Error(`"${word}" is both of ${other} and of ${registry}`);
      map.set(word, registry);
    }
  }
  return map;
}

/** Longer words before their own beginnings. */
function byLength(map: ReadonlyMap<string, Registry>): ReadonlyMap<string, Registry> {
  return new Map([...map].sort(([a], [b]) => b.length - a.length));
}

/** The registries whose definition is of a kind. */
function those(is: (definition: RegistryDefinition) => boolean): ReadonlySet<Registry> {
  return new Set(ALL.filter(([, definition]) => is(definition)).map(([registry]) => registry));
}

/** `prefix/model`, in lower case. */
export const PREFIXES: ReadonlyMap<string, Registry> = byWord(({ prefixes }) => prefixes);
/** Words of settings for the provider of a model, without their marks. */
export const PROVIDERS: ReadonlyMap<string, Registry> = new Map(
  ALL.filter(([, { kind }]) => kind !== 'any').flatMap(([registry, { prefixes = [], providers = [] }]) =>
    [registry, ...prefixes, ...providers].map((word) => [word.replace(/[^a-z\d]/g, ''), registry] as const),
  ),
);
/** Modules of clients, with the host that they speak to. */
export const CLIENT_MODULES: readonly (readonly [module: string, host: string])[] = ALL.flatMap(
  ([registry, { modules = [] }]) => modules.map((module) => [module, registry] as const),
);
/** Registries whose module says nothing by itself. */
export const BROAD_MODULES = those(({ hasBroadModule }) => hasBroadModule === true);
/** Functions of query languages, with the host that they call. */
export const QUERY_CALLS: readonly (readonly [form: RegExp, host: string])[] = ALL.flatMap(
  ([registry, { queryCalls }]) => (queryCalls === undefined ? [] : [[queryCalls, registry] as const]),
);
/** Statements of query languages up to the name of a model, with the host that runs it. */
export const QUERY_STATEMENTS: readonly (readonly [form: RegExp, host: string])[] = ALL.flatMap(
  ([registry, { queryStatements = [] }]) => queryStatements.map((form) => [form, registry] as const),
);
/** Prefixes that are owners on the Hub as well. */
export const OWNER_PREFIXES: ReadonlySet<string> = new Set(
  ALL.flatMap(([, { ownerPrefixes }]) => ownerPrefixes ?? []),
);

/** Prefixes that are schemes of addresses of other things: images of containers, repositories of code, databases. */
export const OTHER_SCHEMES: ReadonlySet<string> = new Set(
  ALL.flatMap(([, { otherSchemes }]) => otherSchemes ?? []),
);

export const SCHEMES: readonly Of<SchemeForm>[] = rows(({ schemes }) => schemes);
/** Schemes before an `owner/name` of the Hub. */
export const ID_SCHEMES: readonly string[] = ALL.flatMap(([, { idSchemes }]) => idSchemes ?? []);

/** Readers of paths that only one registry has. */
export const OWN_PATHS: readonly (readonly [Registry, (value: string) => OwnPath | undefined])[] =
  ALL.flatMap(([registry, { ownPath }]) => (ownPath === undefined ? [] : [[registry, ownPath] as const]));

interface Host {
  readonly registry: Registry;
  readonly read: AddressReader;
}
const ADDRESSES = rows(({ addresses }) => addresses);
const HOSTS: ReadonlyMap<string, Host> = new Map(
  ADDRESSES.flatMap((form) => (form.host === undefined ? [] : [[form.host, form] as const])),
);
const HOST_FORMS = ADDRESSES.filter(({ isHost }) => isHost !== undefined);

/** How the addresses of models on this host (in lower case) are read. */
export function hostOf(host: string): Host | undefined {
  return HOSTS.get(host) ?? HOST_FORMS.find(({ isHost }) => isHost?.(host));
}

/** Hosts that texts write without a scheme before them, with the `/` behind. */
export const BARE_HOSTS: readonly string[] = ADDRESSES.flatMap(({ host, isBare }) =>
  host !== undefined && isBare === true ? [`${host}/`] : [],
);

/** Parts of the addresses of the services' APIs. */
export const API_HOSTS: readonly (readonly [part: string, registry: Registry])[] = [
  ...byWord(({ apiHosts }) => apiHosts),
];

/** Classes of clients. */
export const CLIENTS: ReadonlyMap<string, Registry> = byWord(({ clients }) => clients);
/** Where clients of a service speak to unless another address is given, by its registry. */
export const HOMES: ReadonlyMap<string, readonly ClientHome[]> = new Map(
  ALL.flatMap(([registry, { homes }]) => (homes === undefined ? [] : [[registry, homes] as const])),
);
/** Those whose clients speak a protocol of their own. */
export const OWN_PROTOCOL = those(({ hasOwnProtocol }) => hasOwnProtocol === true);
/** What makes a client, longer words before their own beginnings. */
export const MAKERS: ReadonlyMap<string, Registry> = byLength(byWord(({ makers }) => makers));
/** Packages that such clients come from. */
export const PACKAGES: ReadonlyMap<string, Registry> = byLength(byWord(({ packages }) => packages));
/** Constants of clients that stand for models. */
export const CONSTANTS: readonly Of<ConstantsDefinition>[] = rows(({ constants }) => constants);
/** How the constants of a registry's clients may write its names otherwise. */
export const RESPELLED: ReadonlyMap<Registry, (letters: string) => readonly string[]> = new Map(
  ALL.flatMap(([registry, { respelled }]) =>
    respelled === undefined ? [] : [[registry, respelled] as const],
  ),
);
/** Functions that make a model of a name. */
export const FACTORIES: ReadonlyMap<string, Registry> = byWord(({ factories }) => factories);
/** Factories of speech, whose models may have ordinary words for names. */
export const SPEECH_FACTORIES: ReadonlySet<string> = new Set(
  ALL.flatMap(([, { speechFactories }]) => speechFactories ?? []),
);
export const LOADERS: readonly Of<LoaderDefinition>[] = rows(({ loaders }) => loaders);
export const PROGRAMS: readonly Of<ProgramDefinition>[] = rows(({ programs }) => programs);

/** Words that show which service a text talks to, in lower case, longer ones before their own beginnings. */
export const MARKS: ReadonlyMap<string, Registry> = byLength(
  byWord(({ marks, environment }) => [
    ...(marks ?? []),
    ...(environment ?? []).map((name) => name.toLowerCase()),
  ]),
);
/** Variables that turn the client of one service to another, in the order of the registries that they turn to. */
export const SWITCHES: readonly (readonly [to: Registry, turned: SwitchDefinition])[] = ALL.flatMap(
  ([registry, { switches }]) => (switches ?? []).map((turned) => [registry, turned] as const),
);
/** Variables that the client libraries of services read another address from. */
export const ADDRESS_VARIABLES: ReadonlyMap<Registry, readonly string[]> = new Map(
  ALL.flatMap(([registry, { addressVariables }]) =>
    addressVariables === undefined ? [] : [[registry, addressVariables] as const],
  ),
);
/** Marks that a `/` behind makes the prefix of one name. */
export const PREFIX_MARKS: ReadonlySet<string> = new Set(
  ALL.flatMap(([, { prefixMarks }]) => prefixMarks ?? []),
);
/** Files that set up one service's cloud alone. */
export const FILES: readonly (readonly [form: RegExp, registry: Registry])[] = ALL.flatMap(
  ([registry, { files }]) => (files === undefined ? [] : [[files, registry] as const]),
);
/** What stands beside the name of a model that a deployment at a service runs. */
export const DEPLOYMENT_ENTRIES: readonly (readonly [form: RegExp, registry: Registry])[] = ALL.flatMap(
  ([registry, { deploymentEntry }]) =>
    deploymentEntry === undefined ? [] : [[deploymentEntry, registry] as const],
);
/** Words of keys and calls. */
export const KEY_WORDS: ReadonlyMap<string, Registry> = byWord(({ keyWords }) => keyWords);

/** Forms of the services' own names, longer starts before their own beginnings. */
export const NAME_FORMS: readonly Of<NameForm>[] = rows(({ names }) => names).sort(
  (a, b) => b.start.length - a.start.length,
);

/** What services put before the names that other services have for their models. */
export const NAME_PREFIXES: readonly { readonly prefix: string; readonly registry: Registry }[] = ALL.flatMap(
  ([registry, { namePrefix }]) => (namePrefix === undefined ? [] : [{ prefix: namePrefix, registry }]),
);

/** Registries of libraries that run weights in the program itself: they have no server. */
export const LIBRARIES = those(({ kind }) => kind === 'library');

/** Registries of repositories of weights. */
export const HUBS = those(({ kind }) => kind === 'hub');
/** Registries of services: a name in them is called, never loaded. */
export const SERVICES = those(({ kind }) => kind === 'service');
/** Those whose models run where the project runs. */
export const RUN_HERE = those(
  ({ kind, runsHere }) => kind === 'library' || kind === 'files' || runsHere === true,
);
/** Those whose weights a server at the user's gets and keeps. */
export const FETCHED_BY_SERVER = those(({ isFetchedByItsServer }) => isFetchedByItsServer === true);
/** Services that sell models under their ids of the Hub. */
export const RESELLERS = those(({ kind, takesHubIds }) => kind === 'service' && takesHubIds === true);
/** The host that calls to models of a registry go to. */
export const CALLED_AT: ReadonlyMap<Registry, string> = new Map(
  ALL.flatMap(([registry, { kind, calledAt }]) => (kind === 'any' ? [] : [[registry, calledAt ?? registry]])),
);
/** Registries by the hosts whose own names are theirs. */
export const BY_HOST: ReadonlyMap<string, Registry> = new Map(
  ALL.flatMap(([registry, { kind, hasOwnIds }]) =>
    kind === 'service' || hasOwnIds === true ? [[registry as string, registry]] : [],
  ),
);
/** Registries whose names have the form `owner/name`, besides the Hub. */
export const TAKES_HUB_IDS = those(({ takesHubIds }) => takesHubIds === true);
export const HOLDS_FILES = those(({ holdsFiles }) => holdsFiles === true);
export const PLAIN_NAMES = those(({ hasPlainNames }) => hasPlainNames === true);
export const DISTINCT_NAMES = those(({ hasDistinctNames }) => hasDistinctNames === true);
export const NEEDS_CONTEXT = those(({ needsContext }) => needsContext === true);
/** Registries under whose names a project may have networks of its own. */
export const BUILDS_OWN = those(({ buildsOwn }) => buildsOwn === true);
/** Services that run models of the Hub and of other services, often under the names that those have there. */
export const SERVES_OTHERS = those(({ servesOthers }) => servesOthers === true);
/** Addresses at which services pass calls on to the provider that the path names. */
export const PASSED_ON: readonly RegExp[] = ALL.flatMap(([, { passesOn }]) => passesOn ?? []);
/** Addresses of services at which no model is asked. */
export const SERVED_BESIDE: readonly RegExp[] = ALL.flatMap(([, { otherAddresses }]) => otherAddresses ?? []);
/** Registries whose ids look like those of the Hub, with other owners. */
export const NAMES_OWNERS = those(({ namesOwners }) => namesOwners === true);
/** Services that give the models of others names of their own form. */
export const RENAMES_OTHERS = those(({ renamesOthers }) => renamesOthers === true);
/** Those of them that nothing else is called after. */
export const ONLY_FOR_MODELS = those(
  ({ renamesOthers, isWholeCloud }) => renamesOthers === true && isWholeCloud !== true,
);

/** Whether a service sells a maker's models under the maker's own names. */
export function resells(service: Registry, maker: Registry): boolean {
  return DEFINITIONS[service].resells?.includes(maker) === true;
}

/** Whether it is written down whose models a service sells under their makers' names: it has no other maker's. */
export function listsMakers(service: Registry): boolean {
  return DEFINITIONS[service].resells !== undefined;
}

/** Whether a service runs only those models of a maker whose weights are published. */
export function resellsOnlyWeights(service: Registry, maker: Registry): boolean {
  return DEFINITIONS[service].resellsOnlyWeightsOf?.includes(maker) === true;
}

/** The rule of a registry's spellings. */
export function spellingOf(registry: Registry): SpellingRule | undefined {
  return DEFINITIONS[registry].spelling;
}

/** The rules that are tried for a name of no known form. */
export const TRIED_WITHOUT_FORM: readonly SpellingRule[] = ALL.filter(
  ([, { triedWithoutForm }]) => triedWithoutForm !== undefined,
)
  .sort(([, a], [, b]) => (a.triedWithoutForm ?? 0) - (b.triedWithoutForm ?? 0))
  .flatMap(([, { spelling }]) => spelling ?? []);
