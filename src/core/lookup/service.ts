import { hostAddress, matchAddress } from '../catalog/hostAddress';
import { isOnlyListed, isSuccessorOf } from '../catalog/hostIndex';
import type { HostRecord, HostSource, ServiceRecord } from '../catalog/hostRecords';
import type { Catalog, LicenseRecord, Resolution } from '../catalog/records';
import type { ModelStatus } from '../model';
import { hasEnded } from '../modelStatus';
import type { RevisionPin } from '../reference';
import { litellm } from '../registries/spelling/litellm';
import { CALLED_AT, SERVICES } from '../registries/tables';
import type { Registry } from '../vocabulary';
import { countryOf } from './origin';
import { versionsEnd } from './versionsEnd';

/** A model at a host: who runs it for the one who calls, under which name, and until when. */
export interface Service {
  /** Id of the host, or the name in its address where nobody knows it. */
  readonly host: string;
  /** How people call the host. */
  readonly name: string;
  /** The name that is called there. */
  readonly id: string;
  /** The base that the policy states for it, where its status is that of the base at this host. */
  readonly runs?: string;
  /** Who runs it, and the country of its headquarters; `null` where that is not known. */
  readonly operator: { readonly id: string; readonly name: string; readonly country: string | null } | null;
  /** Where requests are processed, as far as the name or the operator tells: a country, `EU` or `APAC`. */
  readonly region: string | null;
  /** The countries in which they may be processed, where the name leaves it open; none where it does not, or where nothing tells. */
  readonly possibleRegions: readonly string[];
  /** The pages from which the host was recorded, where those tell one of the two; none where nothing tells it. */
  readonly placeSources: readonly HostSource[];
  /** The host's business terms; `undefined` where they were not read. */
  readonly terms: LicenseRecord | undefined;
  readonly status: ModelStatus;
  /** The earliest day on which it may end, where no end is announced. */
  readonly endsNotBefore: string | null;
  /**
   * The day on which the last of its versions ends, where nothing is recorded of the name itself, and an end of each
   * version.
   */
  readonly versionsEnd: ReturnType<typeof versionsEnd>;
  /** What changes for a caller who moves to the successor, in the host's words. */
  readonly note: string | null;
  /** How people call the host whose calendar tells its status, where that is the maker's and not its own. */
  readonly calendarOf?: string;
  /** The page that tells its status; `null` where its name is not in the calendar. */
  readonly source: { readonly url: string; readonly read: string } | null;
  /** Whether that page is its own, or its maker's where that one's calendar tells it: what others list is less sure. */
  readonly isOwnPage: boolean;
  /** Its addresses without scheme; `*` stands for what differs by region or customer. */
  readonly endpoints: readonly string[];
  /** Whether the host is one of the catalog. */
  readonly known: boolean;
  /** Whether the host hands the call on to a service of others, which it chooses. */
  readonly passesOn: boolean;
}

/** Whether somebody read what the terms of a host say of commercial use. Where nothing tells who is called, nobody did. */
export function hasReadTerms(service: Pick<Service, 'terms'> | undefined): boolean {
  const terms = service?.terms;
  return terms !== undefined && terms.verification !== 'unverified' && terms.commercialUse !== 'unknown';
}

const ACTIVE: ModelStatus = { state: 'active' };

/** Nothing tells of a name at a host: neither that it goes on nor that it ended. */
const UNTOLD: ModelStatus = { state: 'unknown' };

/** The host whose names are spelled in a registry; `undefined` for one of weights, and where the spelling tells none. */
export function hostOfRegistry(registry: Registry): string | undefined {
  return SERVICES.has(registry) ? CALLED_AT.get(registry) : undefined;
}

/** Hosts at which a call names a deployment, whose name its owner chose: it need not be that of the model it runs. */
const OWN_NAMES: ReadonlySet<string> = new Set(['azure']);

/** Whether a name that is called at a host may be the owner's own. */
export function isChosenName(host: string): boolean {
  return OWN_NAMES.has(host);
}

/** What else a text says of a call. */
interface CallSite {
  /** The registry that the name is spelled in. */
  readonly registry?: Registry | undefined;
  /** The region that is set for the call, or the name in the address that is called. */
  readonly region?: string | undefined;
  /** The regions that it may be, where several are set. */
  readonly possibleRegions?: readonly string[] | undefined;
  /** The type of the deployment that is called. */
  readonly deploymentType?: string | undefined;
  /** The version that is asked for beside the name. */
  readonly revision?: Pick<RevisionPin, 'value'> | undefined;
}

/** What is known of a name at a host. A host that is not in the catalog, `api.example.com`, is one whose operator is not known. */
export function serviceAt(catalog: Catalog, host: string, id: string, site: CallSite = {}): Service {
  const record = catalog.host(host);
  const entry = entryAt(catalog, host, id, site);
  const operator = operatorOf(catalog, record);
  const { place, possible } = record === undefined ? NOWHERE : placesOf(record, id, site);
  const isPlaced = place !== null || possible.length > 0;
  const life = lifeOf(catalog, entry, { host, record });
  const isUntold = record !== undefined && life.status.state === 'unknown' && site.revision === undefined;
  const isUnread = place !== null && record?.termsUnreadIn?.includes(place) === true;
  return {
    host,
    name: nameOfHost(catalog, host),
    id: entry?.form ?? id,
    operator,
    region: place,
    possibleRegions: possible,
    placeSources: sourcesOf(record, isPlaced),
    terms: isUnread ? undefined : catalog.license(record?.terms ?? ''),
    ...life,
    versionsEnd: isUntold ? versionsEnd(record, id) : null,
    endpoints: record?.endpoints ?? (/[.:]/.test(host) ? [host] : []),
    known: record !== undefined,
    passesOn: doesPassOn(record, site.region),
  };
}

function sourcesOf(record: HostRecord | undefined, isTold: boolean): readonly HostSource[] {
  return record !== undefined && isTold ? record.sources : [];
}

/** At an address of its own machines a host that passes calls on does not. */
function doesPassOn(record: HostRecord | undefined, region: string | undefined): boolean {
  if (record?.passesOn === undefined) return false;
  const address = hostAddress(region ?? '');
  const { except = [] } = record.passesOn;
  return address === undefined || !except.some((pattern) => matchAddress(pattern, address) > 0);
}

/**
 * What the calendar says of a name, which ends with the whole of its host at the latest. That a name is not in the calendar is no
 * evidence of an end.
 */
function lifeOf(
  catalog: Catalog,
  entry: Entry | undefined,
  { host, record }: { readonly host: string; readonly record: HostRecord | undefined },
): Pick<Service, 'status' | 'endsNotBefore' | 'note' | 'source' | 'isOwnPage' | 'calendarOf'> {
  const closing = record?.ended;
  const ownEnd = entry?.service.endsOn ?? null;
  if (closing !== undefined && (ownEnd === null || ownEnd >= closing.on)) {
    const { on, note = null, source } = closing;
    const isOwnPage = isPageOf(catalog, record, source.url);
    return { status: { state: 'retired', date: on }, endsNotBefore: null, note, source, isOwnPage };
  }
  if (entry === undefined)
    return { status: UNTOLD, endsNotBefore: null, note: null, source: null, isOwnPage: false };
  const { endsNotBefore, note, source } = entry.service;
  return {
    status: statusOf(catalog, entry.host, entry.service),
    endsNotBefore,
    note,
    source,
    isOwnPage: isPageOf(catalog, catalog.host(entry.host), source.url),
    ...(entry.host !== host && { calendarOf: nameOfHost(catalog, entry.host) }),
  };
}

/** Whether a page is the host's own: under a name of its addresses, of its terms, or one that is recorded as its own. */
function isPageOf(catalog: Catalog, record: HostRecord | undefined, url: string): boolean {
  const page = hostAddress(url);
  if (record === undefined || page === undefined) return false;
  const own = [...record.endpoints, catalog.license(record.terms ?? '')?.url ?? ''].flatMap(
    (address) => hostAddress(address)?.host ?? [],
  );
  return (
    own.some((name) => domainOf(name) === domainOf(page.host)) ||
    (record.ownPages ?? []).some((pattern) => matchAddress(pattern, page) > 0)
  );
}

/** The last two labels of a name: who holds them holds all names under them. */
function domainOf(name: string): string {
  return name.split('.').slice(-2).join('.');
}

/** The day until which a host promised to run a model, where that day is over; `null` where it has not come. */
export function promisedUntil({ status, endsNotBefore }: Service, today: string): string | null {
  return status.state === 'active' && endsNotBefore !== null && endsNotBefore <= today ? endsNotBefore : null;
}

/**
 * The day since which a host may have ended a name: it promised it no longer than that, or the last of its versions
 * ended then. `null` where no such day has come.
 */
export function mayHaveEndedSince(service: Service, today: string): string | null {
  const promised = promisedUntil(service, today);
  const { status, versionsEnd: last } = service;
  return promised ?? (status.state === 'unknown' && last !== null && last.date <= today ? last.date : null);
}

/** How people call a host. */
function nameOfHost(catalog: Catalog, host: string): string {
  const record = catalog.host(host);
  return record?.name ?? operatorOf(catalog, record)?.name ?? host;
}

function operatorOf(catalog: Catalog, record: HostRecord | undefined): Service['operator'] {
  const operator = catalog.organization(record?.operator ?? '');
  return operator === undefined
    ? null
    : { id: operator.id, name: operator.name, country: countryOf(catalog, operator) };
}

/**
 * The status on a day, `YYYY-MM-DD`: the catalog is older than its reader, so an end that it announces may have come since, and the day
 * until which a name was promised may be over.
 */
export function statusOn(status: ModelStatus, today: string): ModelStatus {
  const { endsNotBefore } = status;
  if (status.state === 'active' && endsNotBefore !== undefined && endsNotBefore <= today)
    return { ...status, state: 'unknown' };
  if (status.state !== 'deprecated' && status.state !== 'retired') return status;
  return { ...status, state: hasEnded(status, today) ? 'retired' : 'deprecated' };
}

/** The host from which weights are fetched by their names on the Hub. */
export const HUB = 'huggingface';

/**
 * Whether a repository is still on the Hub: its publisher can take it away. Of a name without a record nobody saw that there is one,
 * and of a model that only services give out no host was named whose calendar could tell.
 */
export function hubStatus(
  catalog: Catalog,
  { record, via }: Pick<Resolution, 'record' | 'via'>,
): ModelStatus {
  const service = record.registry === 'huggingface' ? catalog.service(HUB, record.id) : undefined;
  if (service !== undefined) return statusOf(catalog, HUB, service);
  return via === 'family' || record.openness === 'api-only' ? UNTOLD : ACTIVE;
}

interface Entry {
  readonly host: string;
  readonly service: ServiceRecord;
  /** The name without the provider before it. */
  readonly form: string;
}

/**
 * The entry of a calendar that is about a name: the host's own; else that of the record which the host's registry has the name as
 * another name of; else, for a service that forwards, the maker's. What the maker alone runs and has ended, no list of such a service
 * keeps alive.
 */
export function calendarEntry(
  catalog: Catalog,
  host: string,
  written: string,
  registry?: Registry,
): Entry | undefined {
  const name = written.trim();
  const routed = litellm(name);
  for (const form of [name, ...(routed === undefined ? [] : [routed.spelling])]) {
    const service = entryUnder(catalog, host, form, registry);
    if (service === undefined || isSuccessorOf(name, service)) continue;
    const maker = service.status === 'active' ? forwarded(catalog, host, name) : undefined;
    return maker !== undefined && maker.service.status !== 'active' ? maker : { host, service, form };
  }
  return forwarded(catalog, host, name, true);
}

/** The entry of a name, or of the record that it is another name of where the name itself is only listed. */
function entryUnder(
  catalog: Catalog,
  host: string,
  form: string,
  registry: Registry | undefined,
): ServiceRecord | undefined {
  const own = catalog.service(host, form);
  if (own !== undefined && !isOnlyListed(own)) return own;
  const other = otherName(catalog, host, form, registry);
  return own === undefined || (other !== undefined && !isOnlyListed(other)) ? other : own;
}

/** Where deployments are named by their owners, the version of a model stands beside its name, and in calendars behind it: `gpt-4-0613`. */
function entryAt(
  catalog: Catalog,
  host: string,
  id: string,
  { registry, revision }: CallSite,
): Entry | undefined {
  const form = revision === undefined || !isChosenName(host) ? undefined : `${id}-${revision.value}`;
  const service = form === undefined ? undefined : catalog.service(host, form);
  return form === undefined || service === undefined
    ? calendarEntry(catalog, host, id, registry)
    : { host, service, form };
}

/** A name that the catalog has for a record of the host's own registry: `claude-3-opus-latest` is `claude-3-opus-20240229`. */
function otherName(
  catalog: Catalog,
  host: string,
  name: string,
  registry: Registry | undefined,
): ServiceRecord | undefined {
  if (registry === undefined || hostOfRegistry(registry) !== host || name.includes('/')) return undefined;
  const found = catalog.resolve(name, registry);
  if (found === undefined || found.record.registry !== registry) return undefined;
  const { id, aliases } = found.record;
  const lower = name.toLowerCase();
  return lower === `${id.toLowerCase()}-latest` || aliases.some((alias) => alias.toLowerCase() === lower)
    ? catalog.service(host, id)
    : undefined;
}

/**
 * `anthropic/claude-2.1` and `openrouter/anthropic/claude-2.1` at a service that passes requests on: who made it has a calendar of its
 * own. A name without its maker is that of the record that it stands for.
 * @param respelled whether the maker may spell the name otherwise: that is too little against what the service itself lists
 */
function forwarded(catalog: Catalog, host: string, name: string, respelled = false): Entry | undefined {
  if (catalog.host(host)?.passesOn === undefined) return undefined;
  const path = name.toLowerCase().startsWith(`${host}/`) ? name.slice(host.length + 1) : name;
  const maker = litellm(path) ?? ofRecord(catalog, path);
  const makersHost = maker && hostOfRegistry(maker.registry);
  if (maker === undefined || makersHost === undefined || makersHost === host) return undefined;
  const found = catalog.resolve(maker.spelling, maker.registry);
  const model = found?.record;
  const service =
    catalog.service(makersHost, maker.spelling) ??
    (respelled && found !== undefined && isOwnSpelling(found, maker.registry)
      ? catalog.service(makersHost, found.record.id)
      : undefined);
  const isMakersOnly = model === undefined || model.openness === 'api-only';
  // `perplexity/sonar` came in place of `sonar`: what ended is the name without its maker.
  if (service === undefined || isSuccessorOf(path, service) || !isMakersOnly) return undefined;
  return { host: makersHost, service, form: name };
}

/** Whether a name is only another spelling of that of a maker's own record, as OpenRouter's `claude-3.5-sonnet` of `claude-3-5-sonnet`. */
function isOwnSpelling({ record, via }: Resolution, registry: Registry): boolean {
  return record.registry === registry && (via === 'spelling' || via === 'alias');
}

function ofRecord(
  catalog: Catalog,
  spelling: string,
): { readonly registry: Registry; readonly spelling: string } | undefined {
  const found = catalog.resolve(spelling);
  return found === undefined || found.via === 'family'
    ? undefined
    : { registry: found.record.registry, spelling };
}

function statusOf(catalog: Catalog, host: string, service: ServiceRecord): ModelStatus {
  const notBefore = service.endsNotBefore === null ? {} : { endsNotBefore: service.endsNotBefore };
  if (service.status === 'active') return { ...ACTIVE, ...notBefore };
  const successor = lastSuccessor(catalog, host, service);
  return {
    state: service.status,
    ...(service.endsOn !== null && { date: service.endsOn }),
    ...(successor !== undefined && { successor }),
    ...(service.endsOn === null && notBefore),
  };
}

/** Old pages name successors that are gone themselves by now: theirs are followed. */
function lastSuccessor(catalog: Catalog, host: string, { id, successor }: ServiceRecord): string | undefined {
  const seen = new Set([id.toLowerCase()]);
  let last: string | undefined;
  for (let next = successor; next !== null && !seen.has(next.toLowerCase()); ) {
    seen.add(next.toLowerCase());
    last = next;
    const after = catalog.service(host, next);
    next = after === undefined || after.status === 'active' ? null : after.successor;
  }
  return last;
}

/** Where a call is routed to wherever there is room: no place can be told. */
const ANYWHERE = /(?:^|[./])global(?:[./]|$)/;

/**
 * The place of processing: what the beginning of the name says (`eu.` may leave the region that is set, and `global.` any), else the
 * region or address of the call, else the operator's own word.
 */
function regionOf(
  { regions: { from, places } }: HostRecord,
  id: string,
  written: string | undefined,
): string | null {
  if (from === 'id-prefix') {
    const last = lastPart(id);
    if (ANYWHERE.test(last)) return null;
    const stated = byPrefix(places, last);
    if (stated !== undefined) return stated;
  }
  const stated = written === undefined ? null : placeOf(places, written);
  return stated ?? places['*'] ?? null;
}

/** Where a call is processed, and where it may be. */
interface Processing {
  readonly place: string | null;
  readonly possible: readonly string[];
}

const NOWHERE: Processing = { place: null, possible: [] };

/** The place of a call; where several regions are set, the one country that all are in, or each of theirs. */
function placesOf(record: HostRecord, id: string, site: CallSite): Processing {
  const region = site.region?.toLowerCase();
  const place = regionOf(record, id, region);
  const several = (site.possibleRegions ?? []).map((one) => one.toLowerCase());
  const zone = zoneOf(record, site.deploymentType, region === undefined ? several : [region]);
  if (zone.length > 0)
    return zone.length === 1 ? { place: zone[0] ?? null, possible: [] } : { place: null, possible: zone };
  const span = keptIn(record, id, region === undefined ? several : [region]) ?? spanOf(record, id, region);
  if (place !== null || span.length > 0) return { place, possible: span };
  const set = several.map((one) => regionOf(record, id, one));
  const countries = [...new Set(set)];
  const possible = countries.filter((country) => country !== null).sort();
  return countries.length === 1 ? { place: countries[0] ?? null, possible: [] } : { place: null, possible };
}

/**
 * All countries that the type of a deployment lets a request go to from its regions, or from any where none is known;
 * none where it stays in its region.
 */
function zoneOf(
  { regions: { deploymentTypes = [], places } }: HostRecord,
  written: string | undefined,
  regions: readonly string[],
): readonly string[] {
  if (written === undefined) return [];
  const zones = deploymentTypes.find(({ word }) => new RegExp(`^(?:${word})$`).test(written))?.zones ?? [];
  const countries = regions.flatMap((one) => placeOf(places, one) ?? []);
  const own = zones.filter((zone) => countries.some((country) => zone.includes(country)));
  return [...new Set((own.length > 0 ? own : zones).flat())].sort();
}

/** The countries that a call does not leave, by the beginning of its name, where it is sent from one of them; `undefined` where it is not. */
function keptIn(
  { regions: { keeps = {}, places } }: HostRecord,
  id: string,
  sentFrom: readonly string[],
): readonly string[] | undefined {
  const kept = byPrefix(keeps, lastPart(id));
  const isKept = sentFrom.length > 0 && sentFrom.every((one) => kept?.includes(placeOf(places, one) ?? ''));
  return isKept ? kept : undefined;
}

/** All countries that the beginning of a name leaves open, or the address that is called. */
function spanOf(
  { regions: { spans = {} } }: HostRecord,
  id: string,
  written: string | undefined,
): readonly string[] {
  return byPrefix(spans, lastPart(id)) ?? (written === undefined ? undefined : spans[written]) ?? [];
}

function lastPart(id: string): string {
  const name = id.toLowerCase();
  return name.slice(name.lastIndexOf('/') + 1);
}

/** What stands under the longest prefix with a point behind it that a name begins with. */
function byPrefix<T>(table: Readonly<Record<string, T>>, name: string): T | undefined {
  const [longest] = Object.entries(table)
    .filter(([key]) => key.endsWith('.') && name.startsWith(key.toLowerCase()))
    .sort(([a], [b]) => b.length - a.length);
  return longest?.[1];
}

/** A setting is a place by itself; in an address the place is one of the labels, or the beginning of one: `europe-west4-aiplatform`. */
function placeOf(places: Readonly<Record<string, string>>, written: string): string | null {
  const labels = written.split('.');
  const keys = [written, ...labels, ...labels.map((label) => label.replace(/-aiplatform$/, ''))];
  const key = keys.find((one) => Object.hasOwn(places, one));
  return (key === undefined ? undefined : places[key]) ?? null;
}
