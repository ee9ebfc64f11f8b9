import type { AuditedReference } from '../audit/result';
import type { Catalog } from '../catalog/records';
import { hostDuties } from '../licenses/hostDuties';
import { isService, placedName } from '../lookup/hostedName';
import { serviceAt, statusOn, type Service } from '../lookup/service';
import { english, render, type Translate } from '../message';
import type { ReportedService } from './auditReport';

/** The services that references use, each once with its places, by host and name. `today` is the day of the audit, `YYYY-MM-DD`. */
export function reportedServices(
  references: readonly AuditedReference[],
  today: string,
  translate: Translate = english,
): readonly ReportedService[] {
  const found = new Map<
    string,
    { service: Service; model: string | null; places: ReportedService['places'] }
  >();
  for (const { service, model, path, span } of references) {
    if (service === undefined) continue;
    const key = keyOf(service);
    const known = found.get(key);
    const place = { path, line: span.line, column: span.column };
    found.set(key, { service, model: known?.model ?? model, places: [...(known?.places ?? []), place] });
  }
  return [...found.values()]
    .map(({ service, model, places }) => reported(service, { model, places, today, translate }))
    .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

/** The same name at the same host is another service where it is processed in another place. */
function keyOf({ host, id, region }: Pick<Service, 'host' | 'id' | 'region'>): string {
  return `${host} ${id} ${region ?? ''}`;
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
  { places, ...said }: Pick<ReportedService, 'model' | 'places'> & Said,
): ReportedService {
  return { ...facts(service, said), places };
}

function facts(service: Service, { model, today, translate }: Said): Omit<ReportedService, 'places'> {
  const { state, date = null, successor = null } = statusOn(service.status, today);
  return {
    host: service.host,
    id: service.id,
    model,
    operator: service.operator?.id ?? null,
    country: service.operator?.country ?? null,
    terms: service.terms?.key ?? null,
    status: state,
    endsOn: date,
    name: service.name,
    operatorName: service.operator?.name ?? null,
    region: service.region,
    termsName: service.terms?.name ?? null,
    termsUrl: service.terms?.url ?? null,
    duties: (service.terms === undefined ? [] : hostDuties(service.terms)).map(({ text, clause }) => ({
      text: render(text, translate),
      clause,
    })),
    endpoints: service.endpoints,
    successor,
    source: service.source?.url ?? null,
  };
}
