import { placeOfProcessing } from '../lookup/whereItRuns';
import { labeled, message, type Message } from '../message';
import { SELF } from '../vocabulary';
import type { AuditReport, ReportedReference, ReportedService, ServicePlace } from './auditReport';
import { ENGLISH, listed, say } from './language';
import { SURENESS_WORDS } from './licenseSource';
import { TOLD } from './reportedServices';
import { grouped } from '../text/grouped';
import { byGravity, decidingHints, type ModelRow, rulesOf, toldFindings } from './summary';

/** Roles in which the weights of a model are in the project's hands. */
const WITH_WEIGHTS: ReadonlySet<string> = new Set(['loads', 'serves', 'ships', 'derives']);

/** Whether a project has the weights of a model: what is only called is part of somebody else's product. */
export function hasWeights({ places }: { readonly places: readonly { readonly role: string }[] }): boolean {
  return places.some(({ role }) => WITH_WEIGHTS.has(role));
}

/** The uses of a model that no service runs. Whose machines its weights run on, no file need tell: a cloud, or those of customers. */
export function ownUses({ places }: Pick<ModelRow, 'places'>): readonly ReportedReference[] {
  return places.filter(
    ({ role, host, context = 'product' }) => WITH_WEIGHTS.has(role) && host === SELF && !TOLD.has(context),
  );
}

/** How many models the project uses by their weights, before their names, with a space behind it. */
export function stayingText(count: number, language = ENGLISH): string {
  const text =
    count === 1
      ? message(
          '1 model is used by its weights, not through a model service; on whose machines it runs is not known. The licenses of the weights apply:',
        )
      : message(
          '{0} models are used by their weights, not through a model service; on whose machines they run is not known. The licenses of the weights apply:',
          count,
        );
  return labeled(say(text, language), '');
}

/** What the terms of a host ask, once for all that is called there. */
export interface HostTerms {
  readonly host: string;
  readonly terms: string;
  readonly duties: readonly { readonly text: string; readonly clause: string | null }[];
}

/** The terms of the hosts that ask something of their callers, in the order of the services. */
export function hostTerms({ services = [] }: Pick<AuditReport, 'services'>): readonly HostTerms[] {
  const found = new Map<string, HostTerms>();
  for (const { name, termsName, duties = [] } of services) {
    const key = `${name}\n${termsName ?? ''}`;
    if (termsName !== null && duties.length > 0 && !found.has(key))
      found.set(key, { host: name, terms: termsName, duties });
  }
  return [...found.values()];
}

/**
 * Tells the rules that found something where a service is called, the gravest first, each once: those that the findings of the report
 * tell, and those of hints that decide a verdict.
 */
export function rulesAtServices(
  report: AuditReport,
): (service: Pick<ReportedService, 'places'>) => readonly string[] {
  const told = byGravity([...toldFindings(report), ...decidingHints(report)]);
  return ({ places }) => [...new Set(told.filter(placesAmong(places)).flatMap(rulesOf))];
}

/** The places at which a service is called, each with the part of the project it belongs to. */
export function calledPlaces(
  { places }: Pick<ReportedService, 'places'>,
  { references }: Pick<AuditReport, 'references'>,
): readonly ServicePlace[] {
  const contexts = new Map(
    references.filter(placesAmong(places)).map((reference) => [placeKey(reference), reference.context]),
  );
  return places.map((place) => {
    const context = place.context ?? contexts.get(placeKey(place));
    return { ...place, ...(context !== undefined && { context }) };
  });
}

/** A call of a host for what no text names, as if it were a reference to the address. */
export interface UnnamedCall extends ServicePlace {
  readonly id: string;
  readonly text: string;
  readonly role: 'calls';
  readonly registry: 'other';
  readonly model: null;
}

/** The places at which a host is called for what no text names, each with the service: they have no reference. */
export function unnamedCalls({ services = [] }: Pick<AuditReport, 'services'>): readonly {
  readonly service: ReportedService;
  readonly place: UnnamedCall;
}[] {
  return services
    .filter(({ isAddress }) => isAddress === true)
    .flatMap((service) =>
      service.places.map((place) => {
        const { id } = service;
        return { service, place: { ...place, id, text: id, role: 'calls', registry: 'other', model: null } };
      }),
    );
}

/** Tells the services that are called at a place. */
export function servicesAt({
  services = [],
}: Pick<AuditReport, 'services'>): (place: Place) => readonly ReportedService[] {
  const calls = services.flatMap((service) =>
    service.places.map((place) => ({ key: placeKey(place), service })),
  );
  const byPlace = grouped(calls, ({ key }) => key);
  return (place) => (byPlace.get(placeKey(place)) ?? []).map(({ service }) => service);
}

type Place = Pick<ServicePlace, 'path' | 'line' | 'column'>;

/** Tells the places that are among some: most lie in other files, which their paths tell. */
function placesAmong(places: readonly ServicePlace[]): (place: Place) => boolean {
  const paths = new Set(places.map(({ path }) => path));
  const keys = new Set(places.map(placeKey));
  return (place) => paths.has(place.path) && keys.has(placeKey(place));
}

function placeKey({ path, line, column }: Place): string {
  return `${path}:${line}:${column}`;
}

/** Where a service is called: at the addresses that the files give, else at any of its host's. */
export function endpointsOf({ endpoints, addresses = endpoints }: ReportedService): readonly string[] {
  return addresses.map((address) => `https://${address}`);
}

/** The name of a host, as reports tell it. */
export function hostName({ host, name }: ReportedService, language = ENGLISH): string {
  return host === NO_HOST ? say(message('not known'), language) : name;
}

/** What is called at a host, or that it is chosen when the program runs. */
export function calledText<T>(
  { id, isAddress }: ReportedService,
  code: (text: string) => T,
  language = ENGLISH,
): T | string {
  return isAddress === true ? say(message('a model chosen when the program runs'), language) : code(id);
}

/** The operator and its country, or that nobody knows it: `SiliconFlow (CN)`. */
export function operatorText({ operatorName, country }: ReportedService, language = ENGLISH): string {
  if (operatorName === null) return say(message('operator unknown'), language);
  return country === null
    ? say(message('{0} (country unknown)', operatorName), language)
    : `${operatorName} (${country})`;
}

/** A host with who runs it and where that processes, as a part of a sentence: `Azure, Microsoft (US), processed in EU`. */
export function whoseText(service: ReportedService, language = ENGLISH): string {
  const { name, operatorName, country, region, possibleRegions = [] } = service;
  const operator = operatorText(service, language);
  const host = name === operatorName ? operator : listed([hostName(service, language), operator], language);
  const isSaid = region === null || region === country;
  if (isSaid && possibleRegions.length === 0) return host;
  return say(message('{0}, processed in {1}', host, regionText(service, language)), language);
}

/** What tells where requests are processed. */
type Processing = Pick<ReportedService, 'region' | 'possibleRegions' | 'passesOn' | 'name'>;

/** Where requests are processed, in the words of every surface; `undefined` where nothing tells. */
export function processedIn(service: Processing, language = ENGLISH): string | undefined {
  const place = placeOfProcessing(service);
  return typeof place === 'object' ? say(place, language) : place;
}

/** The same for people, who are told as well that nothing tells it. */
export function regionText(service: Processing, language = ENGLISH): string {
  return processedIn(service, language) ?? say(message('not stated'), language);
}

/** What tells a service from the same name at the same host that is processed elsewhere: `EU`, and the countries that it may be. */
export function placeTag({ region, possibleRegions = [] }: Processing): string {
  return [...(region === null ? [] : [region]), ...possibleRegions].join('-');
}

/**
 * That a service ends or has ended, at whom where only its maker's calendar tells, whether only others list it, and what is named in its
 * place; empty while it goes on.
 */
export function endText(service: ReportedService, language = ENGLISH): string {
  const { status, successor, isListed, calendarOf, mayHaveEndedSince: since } = service;
  if (since !== undefined) return say(message('may have ended since {0}', since), language);
  if (status !== 'deprecated' && status !== 'retired') return '';
  const end = calendarOf === undefined ? endOf(service) : message('{0}, at {1}', endOf(service), calendarOf);
  const told = isListed === true ? message('{0} ({1})', end, SURENESS_WORDS.listed) : end;
  return [say(told, language), ...(successor === null ? [] : [`→ ${successor}`])].join(' ');
}

function endOf({ status, endsOn }: ReportedService): Message {
  const ended = status === 'retired';
  if (endsOn === null) return ended ? message('ended') : message('deprecated');
  return ended ? message('ended {0}', endsOn) : message('ends {0}', endsOn);
}

/** In place of the id of a host that nothing tells. */
const NO_HOST = 'unknown';

/**
 * What is called: the services of a report, and the models that are called where nothing tells who runs them, which no list of services
 * has.
 */
export function calledServices(report: AuditReport, rows: readonly ModelRow[]): readonly ReportedService[] {
  const { services = [] } = report;
  const placed = new Set(services.flatMap(({ places }) => places.map(placeKey)));
  const open = rows
    .map((row) => ({
      ...row,
      places: row.places.filter((place) => place.role === 'calls' && !placed.has(placeKey(place))),
    }))
    .filter(({ places }) => places.length > 0)
    .map(
      ({ id, model, places }): ReportedService => ({
        host: NO_HOST,
        id,
        model: model?.id ?? null,
        operator: null,
        country: null,
        terms: null,
        status: model?.status.state ?? 'unknown',
        endsOn: model?.status.date ?? null,
        name: 'unknown host',
        operatorName: null,
        region: null,
        termsName: null,
        termsUrl: null,
        endpoints: [],
        successor: model?.status.successor ?? null,
        source: null,
        places: places.map(({ path, line, column }) => ({ path, line, column })),
      }),
    );
  return [...services, ...open];
}
