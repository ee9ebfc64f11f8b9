import type { AuditedAddress, AuditResult } from '../audit/result';
import type { Catalog } from '../catalog/records';
import { hostDuties } from '../licenses/hostDuties';
import { isService, placedName } from '../lookup/hostedName';
import { mayHaveEndedSince, serviceAt, statusOn, type Service } from '../lookup/service';
import { english, render, type Translate } from '../message';
import type { ModelReference } from '../reference';
import type { Context } from '../vocabulary';
import type { ReportedService } from './auditReport';

/** Parts of a project that only tell of a use: nothing in them runs. */
export const TOLD: ReadonlySet<string> = new Set<Context>(['docs', 'data']);

/** The services that an audit found to be called, each once with its places, by host and name; of those without a name, by address. */
export function reportedServices(
  {
    references,
    addresses: ownAddresses,
    findings,
    today,
  }: Pick<AuditResult, 'references' | 'addresses' | 'findings' | 'today'>,
  translate: Translate = english,
): readonly ReportedService[] {
  const found = new Map<string, Called>();
  const call = (service: Service, { model, path, span }: Located, at: readonly string[]): void => {
    const key = keyOf(service);
    const { model: known, places = [], addresses = [] } = found.get(key) ?? {};
    found.set(key, {
      service,
      model: known ?? model,
      places: [...places, { path, line: span.line, column: span.column }],
      addresses: [...addresses, ...at],
    });
  };
  for (const located of references) {
    const { service, others = [], reference } = located;
    if (service !== undefined) call(service, located, addressIn(reference));
    for (const other of others) call(other, located, []);
  }
  for (const { service: own, others = [], path, span, reference } of untold(ownAddresses, found, findings))
    for (const service of [own, ...others]) {
      const key = keyOf(service);
      const { places = [] } = found.get(key) ?? {};
      const { context } = reference;
      found.set(key, {
        service,
        model: null,
        isAddress: true,
        places: [...places, { path, line: span.line, column: span.column, context }],
        addresses: service === own ? addressIn(reference) : [],
      });
    }
  return [...found.values()]
    .map(({ addresses, ...called }) => ({
      ...reported(called.service, { ...called, today, translate }),
      ...(addresses.length > 0 && { addresses: [...new Set(addresses)].sort() }),
    }))
    .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

type Located = Pick<AuditResult['references'][number], 'model' | 'path' | 'span'>;

interface Called extends Pick<ReportedService, 'model' | 'places' | 'isAddress'> {
  readonly service: Service;
  readonly addresses: readonly string[];
}

/**
 * The addresses of hosts at which no file names what it calls, or of which an error or warning speaks. Of a table of hosts, others say
 * which is called, and what only tells of a call makes none.
 */
function untold(
  addresses: readonly AuditedAddress[],
  named: ReadonlyMap<string, Called>,
  findings: AuditResult['findings'],
): readonly AuditedAddress[] {
  const told = new Set([...named.values()].map(({ service }) => placeOf(service)));
  const grave = findings.filter(
    ({ finding: { severity } }) => severity === 'error' || severity === 'warning',
  );
  const judged = new Set(grave.map(startOf));
  return addresses.filter(
    ({ service, reference: { context, confidence }, ...at }) =>
      confidence !== 'low' && !TOLD.has(context) && (!told.has(placeOf(service)) || judged.has(startOf(at))),
  );
}

function startOf({ path, span: { line, column } }: Pick<Located, 'path' | 'span'>): string {
  return `${path}:${line}:${column}`;
}

function placeOf({ host, region }: Pick<Service, 'host' | 'region'>): string {
  return `${host} ${region ?? ''}`;
}

/** The name in an address that is written in the text; the region of a setting is none, and has no dot. */
function addressIn({ region = '' }: ModelReference): readonly string[] {
  return region.includes('.') ? [region] : [];
}

/**
 * The same name at the same host is another service where it is processed in another place, or may be in other countries: a call whose
 * region is set says less of one whose region is not.
 */
export function keyOf({
  host,
  id,
  region,
  possibleRegions = [],
}: Pick<ReportedService, 'host' | 'id' | 'region' | 'possibleRegions'>): string {
  return `${host} ${id} ${region ?? ''} ${possibleRegions.join('|')}`;
}

/**
 * The service that a name is asked for at, `groq:llama-3.3-70b-versatile`, as reports tell of services; `undefined` where the text names no
 * host, and for the project's own machines.
 * @param model canonical id of what the name stands for
 * @param today `YYYY-MM-DD`
 */
export function askedService(
  catalog: Catalog,
  text: string,
  { model, today }: { readonly model: string | null; readonly today: string },
): Omit<ReportedService, 'places'> | undefined {
  const { host, spelling = '', registry } = placedName(catalog, text) ?? {};
  if (host === undefined || !isService(host)) return undefined;
  return facts(serviceAt(catalog, host, spelling, { registry }), { model, today, translate: english });
}

/** What a service is asked for, when, and the language in which it is told. */
interface Said {
  readonly model: string | null;
  readonly today: string;
  readonly translate: Translate;
}

function reported(
  service: Service,
  { places, isAddress, ...said }: Pick<ReportedService, 'model' | 'places' | 'isAddress'> & Said,
): ReportedService {
  return { ...facts(service, said), ...(isAddress && { isAddress }), places };
}

function facts(service: Service, { model, today, translate }: Said): Omit<ReportedService, 'places'> {
  const { state, date = null, successor = null } = statusOn(service.status, today);
  const since = mayHaveEndedSince(service, today);
  return {
    host: service.host,
    id: service.id,
    model,
    operator: service.operator?.id ?? null,
    country: service.operator?.country ?? null,
    terms: service.terms?.key ?? null,
    status: state,
    endsOn: date,
    ...(since !== null && { mayHaveEndedSince: since }),
    name: service.name,
    operatorName: service.operator?.name ?? null,
    region: service.region,
    ...(service.possibleRegions.length > 0 && { possibleRegions: service.possibleRegions }),
    ...(service.passesOn && { passesOn: true }),
    ...termsOf(service, translate),
    endpoints: service.endpoints,
    successor,
    source: sourceOf(service),
    ...listed(service),
    ...(service.calendarOf !== undefined && { calendarOf: service.calendarOf }),
  };
}

function termsOf(
  { terms }: Service,
  translate: Translate,
): Pick<ReportedService, 'termsName' | 'commercialUse' | 'holdsToLicense' | 'termsUrl' | 'duties'> {
  if (terms === undefined) return { termsName: null, termsUrl: null, duties: [] };
  const duties = hostDuties(terms).map(({ text, clause }) => ({ text: render(text, translate), clause }));
  return {
    termsName: terms.name,
    commercialUse: terms.commercialUse,
    ...(terms.modelTerms && { holdsToLicense: true as const }),
    termsUrl: terms.url,
    duties,
  };
}

function sourceOf({ source, versionsEnd }: Service): string | null {
  return (source ?? versionsEnd?.source)?.url ?? null;
}

function listed({ source, isOwnPage }: Service): Pick<ReportedService, 'isListed'> {
  return source === null || isOwnPage ? {} : { isListed: true };
}
