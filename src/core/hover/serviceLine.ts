import { hasReadTerms, mayHaveEndedSince, type Service } from '../lookup/service';
import { whereItRuns } from '../lookup/whereItRuns';
import { message, render, type Message } from '../message';
import { hasEnded } from '../modelStatus';
import { isUse } from '../vocabulary';
import type { Card } from './card';
import { plain } from './markdown';

/**
 * `called at Mistral (FR), ends 2026-11-30 → mistral-small-latest`: who runs the model, from which country, and until when. The
 * origin of the model itself stands in the first line.
 */
export function serviceLine({
  terms: { service },
  reference,
  context,
  translate,
  countryName,
}: Card): string | undefined {
  if (service === undefined || !isUse(reference.role)) return undefined;
  const { via } = reference;
  const said = [
    ...whereItRuns({ role: reference.role, host: service.host, service }, countryName),
    ...(via === undefined ? [] : [message('passed on by {0}', context.catalog.host(via)?.name ?? via)]),
    ...(endOf(service, context.today) ?? []),
  ].map((part) => render(part, translate));
  const successor = service.status.successor === undefined ? '' : ` → ${service.status.successor}`;
  const terms = termsText(service, translate);
  return `$(cloud) ${plain(`${said.join(', ')}${successor} · ${terms}`)}`;
}

/** Which terms apply, and whether anybody read them. */
function termsText(service: Service, translate: Card['translate']): string {
  const { terms } = service;
  if (terms === undefined) return render(message('no terms recorded'), translate);
  return hasReadTerms(service)
    ? terms.name
    : render(message('{0}, commercial use not known', terms.name), translate);
}

function endOf(service: Service, today: string): readonly Message[] | undefined {
  const { status, endsNotBefore } = service;
  const { state, date } = status;
  if (state !== 'retired' && state !== 'deprecated') {
    const since = mayHaveEndedSince(service, today);
    if (since !== null) return [message('may have ended since {0}', since)];
    return endsNotBefore === null ? undefined : [message('no end before {0}', endsNotBefore)];
  }
  const isOver = hasEnded(status, today);
  if (date === undefined) return [isOver ? message('has ended') : message('deprecated')];
  return [isOver ? message('ended {0}', date) : message('ends {0}', date)];
}
