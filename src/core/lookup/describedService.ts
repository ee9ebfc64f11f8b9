import type { Catalog } from '../catalog/records';
import { isChosenName, serviceAt, type Service } from './service';

/**
 * A model at a host, with the life of the base there that the policy states for it. The base decides for a deployment, whose name its
 * owner chose, and for a name of which the host tells nothing where nobody has the weights of the base: what is made from it ends with it.
 * @param base the base that the policy states; `null` where it states none
 * @returns the service as it was, where the base decides nothing or nothing is told of it at the host
 */
export function describedService(catalog: Catalog, service: Service, base: string | null): Service {
  if (base === null) return service;
  const { host } = service;
  const decides = isChosenName(host) || (service.status.state === 'unknown' && isApiOnly(catalog, base));
  const run = decides ? serviceAt(catalog, host, base) : undefined;
  if (run === undefined || run.status.state === 'unknown') return service;
  const { status, endsNotBefore, note, source, calendarOf } = run;
  return {
    ...service,
    status,
    endsNotBefore,
    note,
    source,
    runs: run.id,
    ...(calendarOf !== undefined && { calendarOf }),
  };
}

function isApiOnly(catalog: Catalog, model: string): boolean {
  return catalog.resolve(model)?.record.openness === 'api-only';
}
