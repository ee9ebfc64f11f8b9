import { message, type Message } from '../message';
import { isUse, type Role, SELF } from '../vocabulary';
import type { Service } from './service';

/** What one line says of the place where a model runs for the one who uses it. */
export interface Running {
  readonly role: Role;
  /** The id of a host, or `self` for the project's own machines; `null` where nobody knows. */
  readonly host: string | null;
  /** Who runs it for the project, where somebody else does. */
  readonly service: Pick<Service, 'name' | 'operator' | 'region'> | undefined;
}

/**
 * Who runs a model, from which country, and where, as the parts of one line: `called at Scaleway (France)` and `processed in EU`, or
 * `runs where this project deploys it`. The country of who made the model is another question. Empty for what is no use, and where
 * nobody knows who runs it.
 * @param countryName name of a country by its code, in the reader's language
 */
export function whereItRuns(
  { role, host, service }: Running,
  countryName: (code: string) => string,
): readonly Message[] {
  if (!isUse(role)) return [];
  if (service === undefined) return host === SELF ? [message('runs where this project deploys it')] : [];
  const { name, operator, region } = service;
  return [
    message('called at {0} ({1})', name, operatorPlace(operator, countryName)),
    ...(region === null ? [] : [message('processed in {0}', countryName(region))]),
  ];
}

/** Those whom a host hands calls on to, whoever they are. */
export function behindText(host: string): Message {
  return message('services behind {0}', host);
}

/**
 * Where requests are processed: at those behind a host that passes them on, in a country, or a region with all countries that it may be.
 * Findings and reports all ask here: who filters one of them by a place must not get what another objects to.
 * @returns `undefined` where nothing tells
 */
export function placeOfProcessing({
  region,
  possibleRegions = [],
  passesOn,
  name,
}: Pick<Service, 'region' | 'name'> & Partial<Pick<Service, 'possibleRegions' | 'passesOn'>>):
  | Message
  | string
  | undefined {
  if (region === null && passesOn === true) return behindText(name);
  if (possibleRegions.length === 0) return region ?? undefined;
  const countries = possibleRegions.join(', ');
  if (region !== null) return message('{0}: one of {1}', region, countries);
  return possibleRegions.length === 1 ? message('perhaps {0}', countries) : message('one of {0}', countries);
}

/** The country of an operator, as the rest of a line in brackets. */
export function operatorPlace(
  operator: Service['operator'],
  countryName: (code: string) => string,
): Message | string {
  if (operator === null) return message('operator unknown');
  return operator.country === null ? message('country unknown') : countryName(operator.country);
}
