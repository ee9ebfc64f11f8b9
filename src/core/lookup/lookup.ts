import type { Catalog, Resolution } from '../catalog/records';
import { isWrittenName } from '../catalog/writtenName';
import type { HostSource } from '../catalog/hostRecords';
import type { Model, ModelStatus } from '../model';
import type { PolicyModel } from '../policy/policy';
import { apart } from '../text/interner';
import type { Registry } from '../vocabulary';
import { applyClaims } from './applyClaims';
import type { ClaimSource } from './claim';
import { describedService } from './describedService';
import { describeModel } from './describeModel';
import { applyPolicyModel, asNamed, namesake, statedBases, statedOf, underlying } from './policyModel';
import { inferredModel } from './inferredModel';
import { litellm } from '../registries/spelling/litellm';
import { isRegistry, isService, likelyHost, placedName, type HostedName } from './hostedName';
import { hubStatus, isChosenName, serviceAt, type Service, statusOn } from './service';
import { unlistedModel } from './unlistedModel';

export interface Lookup {
  /**
   * What is known of a name in any registry's spelling, or of `host:id`; `undefined` when nothing is. Synchronous: never the
   * network. The status is that of the name at its host: the given one, or the one whose names the registry spells.
   */
  find(spelling: string, registry?: Registry, host?: string): Model | undefined;
  /**
   * The same under a lock: what a policy states of its models counts only where it stands in the one that locks, or where nothing else is
   * known.
   * @param stated what that one states
   */
  under(stated: readonly PolicyModel[]): Lookup;
}

/**
 * What a name is of where it is asked for: a gateway spells makers in its own way, the Hub knows owners by their names only, and a host
 * has spellings of its own (`gpt-35-turbo` at Azure).
 */
export function resolvedAt(
  catalog: Pick<Catalog, 'resolve'>,
  {
    spelling,
    registry,
    host,
  }: { spelling: string; registry: Registry | undefined; host: string | undefined },
): Resolution | undefined {
  const found = catalog.resolve(spelling, registry);
  if (!isService(host) || isWrittenName(found)) return found;
  if (registry === 'huggingface' && host !== 'huggingface') return catalog.resolve(spelling) ?? found;
  const isOwn = registry === host || !isRegistry(host);
  if (isOwn || (found !== undefined && found.via !== 'family')) return found;
  const there = catalog.resolve(spelling, host);
  return there === undefined || there.via === 'family' ? found : there;
}

/**
 * The chain of a look-up: facts that the project gives about its own models win over all; then per fact the freshest of
 * the catalog's and of what `claims` holds from local files and the Hub.
 */
export function createLookup(
  catalog: Catalog,
  overrides: readonly PolicyModel[] = [],
  claims?: ClaimSource,
  today?: () => string,
): Lookup {
  const described = new Map<string, Model | undefined>();

  function known({ spelling, registry, host }: HostedName): Model | undefined {
    const resolution = resolvedAt(catalog, { spelling, registry, host });
    const place = host ?? likelyHost(catalog, spelling, { registry, found: resolution });
    const model = recorded(catalog, withHost({ spelling, registry, host: place }), resolution);
    const said =
      claims === undefined
        ? []
        : [...new Set([...claims.claimsOf(spelling), ...claims.claimsOf(model?.id ?? spelling)])];
    return said.length === 0 ? model : applyClaims(catalog, model, said);
  }

  /** @param below what the policy describes as made from it, so that a circle of bases has an end */
  function find(name: HostedName, below: readonly PolicyModel[] = []): Model | undefined {
    const model = known(name);
    const own = statedOf(overrides, name.spelling, model);
    if (own === undefined || below.includes(own)) return model;
    const further = [...below, own];
    const under = (place: HostedName): Model | undefined => find(place, further);
    const described =
      sameAs(catalog, { own, host: name.host }, under) ?? madeFrom({ catalog, name, own, model }, under);
    return { ...described, status: statusUnder(catalog, overrides, { name, own }) ?? described.status };
  }

  /** `host:id` goes before what the text as a whole may be, where something is known of the id there. */
  function asked(spelling: string): Model | undefined {
    const placed = statedOf(overrides, spelling) === undefined ? placedName(catalog, spelling) : undefined;
    return (placed && find(placed)) ?? find({ spelling });
  }

  let heard = claims?.version;
  let day = today?.();
  return {
    under: locking(overrides, claims, (models) => createLookup(catalog, models, claims, today)),
    find(asking, registry, host) {
      const spelling = apart(asking);
      const now = today?.();
      if (heard !== claims?.version || day !== now) described.clear();
      heard = claims?.version;
      day = now;
      const key = `${host ?? ''}:${registry ?? ''}:${spelling}`;
      if (!described.has(key))
        described.set(
          key,
          onDay(
            registry === undefined && host === undefined
              ? asked(spelling)
              : find(withHost({ spelling, registry, host })),
            now,
          ),
        );
      return described.get(key);
    },
  };
}

/** What the bases that a policy states tell of the end of a name at its host; `undefined` where it tells nothing. */
function statusUnder(
  catalog: Catalog,
  overrides: readonly PolicyModel[],
  { name: { spelling, registry, host }, own }: { readonly name: HostedName; readonly own: PolicyModel },
): ModelStatus | undefined {
  if (host === undefined || !isService(host)) return undefined;
  const bases = statedBases(overrides, own);
  const service = describedService(catalog, serviceAt(catalog, host, spelling, { registry }), bases);
  return service.runs === undefined ? undefined : service.status;
}

/** The recorded model that the policy says a name is, with the status that it has at the host where the name is asked for. */
function sameAs(
  catalog: Catalog,
  { own, host }: { readonly own: PolicyModel; readonly host: string | undefined },
  find: (name: HostedName) => Model | undefined,
): Model | undefined {
  const spelling = namesake(own);
  if (spelling === undefined) return undefined;
  const there = host === undefined ? undefined : find({ spelling, host });
  return asNamed(catalog, own, there) ?? asNamed(catalog, own, find({ spelling }));
}

/** A model as the policy describes it over what else is known of it, with what it was made from. */
function madeFrom(
  {
    catalog,
    name,
    own,
    model,
  }: {
    readonly catalog: Catalog;
    readonly name: HostedName;
    readonly own: PolicyModel;
    readonly model: Model | undefined;
  },
  find: (name: HostedName) => Model | undefined,
): Model {
  const from = underlying(own);
  const base = from === null ? undefined : find({ spelling: from });
  return applyPolicyModel(catalog, { ...own, base: from }, model ?? startOf(name, own, base), base);
}

/**
 * Makes the look-up under a lock from another one, which is the same where the policy adds nothing.
 * @param overrides all that the policy states of its models
 */
function locking(
  overrides: readonly PolicyModel[],
  claims: ClaimSource | undefined,
  make: (models: readonly PolicyModel[]) => Lookup,
): Lookup['under'] {
  const made = new WeakMap<readonly PolicyModel[], { readonly lookup: Lookup; readonly heard: unknown }>();
  return function (this: Lookup, stated) {
    const added = overrides.filter(({ id }) => !isAmong(stated, id));
    if (added.length === 0 && stated.length === overrides.length) return this;
    const heard = claims?.version;
    const known = made.get(stated);
    if (known !== undefined && known.heard === heard) return known.lookup;
    const without = make(stated);
    const open = added.map((model) => leftOpen(model, without.find(model.id)));
    const lookup = make([...stated, ...open]);
    made.set(stated, { lookup, heard });
    return lookup;
  };
}

function isAmong(models: readonly PolicyModel[], id: string): boolean {
  return models.some((model) => model.id.toLowerCase() === id.toLowerCase());
}

/** What a policy states of a model that nothing else tells. */
function leftOpen(stated: PolicyModel, known: Model | undefined): PolicyModel {
  // Another name adds what its model is bound by, and takes nothing away: nor does it enter a locked list under that name.
  const { is: _, ...facts } = stated;
  if (known === undefined) return { ...facts, base: underlying(stated) };
  const { license, publisher, openness, lineage } = known;
  return {
    ...facts,
    license: (license.effective ?? license.declared) === null ? stated.license : null,
    origin: (publisher?.country ?? null) === null ? stated.origin : null,
    openness: openness.level === 'unknown' ? stated.openness : null,
    base: lineage.length === 0 ? underlying(stated) : null,
  };
}

/** What is known of a name that the policy alone describes: a deployment runs its base, and weights in the tree have no owner. */
function startOf(
  { registry, host }: HostedName,
  { id }: PolicyModel,
  base: Model | undefined,
): Model | undefined {
  if (base !== undefined && isService(host) && isChosenName(host)) return deploymentOf(base, id);
  return registry === 'local' ? unlistedModel(id, registry) : undefined;
}

/** A deployment of which nothing is known but the model that it runs: who released that, and how open it is. */
function deploymentOf({ registry, publisher, openness }: Model, id: string): Model {
  return { ...unlistedModel(id, registry), publisher, openness };
}

function withHost({
  spelling,
  registry,
  host,
}: { readonly spelling: string } & {
  readonly [Key in 'registry' | 'host']: HostedName[Key] | undefined;
}): HostedName {
  return { spelling, ...(registry && { registry }), ...(host !== undefined && { host }) };
}

/** What the catalog says of a name, with the status that it has where it is asked for. */
function recorded(
  catalog: Catalog,
  { spelling, registry, host }: HostedName,
  resolution: Resolution | undefined,
): Model | undefined {
  if (!isService(host)) {
    return resolution && { ...describeModel(catalog, resolution), status: hubStatus(catalog, resolution) };
  }
  const service = serviceAt(catalog, host, spelling, { registry: registry ?? resolution?.registry });
  const { status, source } = service;
  const own = ownName(catalog, { spelling, host }, resolution);
  if (own !== undefined) return own;
  const found = resolution ?? ofCalendar(catalog, withHost({ spelling, registry, host }));
  if (found !== undefined) return withLife(describeModel(catalog, found), service);
  const record = catalog.host(host);
  const inferred = record && inferredModel(catalog, record, spelling, registry);
  if (inferred !== undefined) return { ...inferred, status };
  return source === null ? undefined : onlyInCalendar({ spelling, registry }, status, source);
}

/** A model with the status that its name has at a host, and the page of the calendar which tells that it ends. */
function withLife(model: Model, { status, source, isOwnPage }: Service): Model {
  const isTold = model.evidence.some(({ fact }) => fact === 'status');
  if (isTold || source === null || status.date === undefined) return { ...model, status };
  const { url, read } = source;
  const evidence = {
    fact: 'status',
    source: url,
    date: read,
    confidence: isOwnPage ? 'high' : 'medium',
    origin: 'catalog',
  } as const;
  return { ...model, status, evidence: [...model.evidence, evidence] };
}

/** A name of which only its calendar tells: that the host has or had it, and until when. */
function onlyInCalendar(
  { spelling, registry = 'other' }: { readonly spelling: string; readonly registry: Registry | undefined },
  status: ModelStatus,
  { url, read }: HostSource,
): Model {
  return {
    ...unlistedModel(spelling, registry),
    status,
    evidence: [{ fact: 'status', source: url, date: read, confidence: 'medium', origin: 'catalog' }],
  };
}

/**
 * `openai/` before a name may only be the protocol: at a host that runs its own models alone, what follows is the name, unless the
 * whole is a record.
 */
function ownName(
  catalog: Catalog,
  { spelling, host = '' }: HostedName,
  resolution: Resolution | undefined,
): Model | undefined {
  const routed = litellm(spelling.trim());
  const isOwnOnly = catalog.host(host)?.resells.length === 0;
  if (routed === undefined || !isOwnOnly || (resolution !== undefined && resolution.via !== 'family'))
    return undefined;
  const registry = isRegistry(host) ? host : 'other';
  const { spelling: name } = routed;
  return recorded(catalog, { spelling: name, registry, host }, catalog.resolve(name, registry));
}

/** The record that the host's calendar names for a name of its own, or that has the name under which it stands there. */
function ofCalendar(catalog: Catalog, { spelling, registry, host = '' }: HostedName): Resolution | undefined {
  const service = catalog.service(host, spelling);
  if (service === undefined) return undefined;
  const record = service.model === null ? undefined : catalog.model(service.model);
  if (record === undefined) return catalog.resolve(service.id, registry);
  return { record, registry: record.registry, via: 'alias', renamed: false };
}

function onDay(model: Model | undefined, today: string | undefined): Model | undefined {
  return model === undefined || today === undefined
    ? model
    : { ...model, status: statusOn(model.status, today) };
}
