import type { Catalog } from '../catalog/records';
import { isChosenName, serviceAt, type Service } from './service';

/**
 * A model at a host, with the life of the base there that the policy states for it. The base decides for a deployment, whose name its
 * owner chose, and for a name of which the host tells nothing where nobody has the weights of the base: what is made from it ends with it.
 * @param bases the bases that the policy states, nearest first: the first that decides and of which the host tells
 * @returns the service as it was, where no base decides or nothing is told of them at the host
 */
export function describedService(catalog: Catalog, service: Service, bases: readonly string[]): Service {
  const { host } = service;
  const run = bases
    .filter((base) => isChosenName(host) || (service.status.state === 'unknown' && isApiOnly(catalog, base)))
    .map((base) => serviceAt(catalog, host, base))
    .find(({ status }) => status.state !== 'unknown');
  if (run === undefined) return service;
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
