import type { LicenseRecord } from '../../catalog/records';
import { hasReadTerms } from '../../lookup/service';
import { joined, message, type Message } from '../../message';
import type { Severity } from '../../vocabulary';
import type { Hit, Subject } from '../rule';
import { rank } from '../severity';

/**
 * Whether a license is what the project agrees to. Terms of the weights bind who runs them; who calls a hosted model is bound by its
 * operator's terms, which may be others.
 */
export function binds(license: LicenseRecord, { relation }: Pick<Subject, 'relation'>): boolean {
  return relation !== 'calls' || license.category === 'proprietary-api';
}

/**
 * Whether the terms of the service that is called hold its callers to the license of the weights as well. What that license leaves out then
 * speaks for the call too; whether its publisher gave the host other terms stays open.
 */
export function isHeld(license: LicenseRecord, subject: Pick<Subject, 'relation' | 'service'>): boolean {
  return !binds(license, subject) && holdsCallers(subject);
}

function holdsCallers({ service }: Pick<Subject, 'service'>): boolean {
  return service?.terms?.modelTerms !== undefined;
}

/** Whether a license speaks for a use: it binds, or the terms of the service that is called ask its callers for it. */
export function speaksFor(license: LicenseRecord, subject: Pick<Subject, 'relation' | 'service'>): boolean {
  return binds(license, subject) || isHeld(license, subject);
}

/** What is said of a license that speaks for a use; where only the terms of the service ask for it, that is said as well. */
export function asBound(text: Message, license: LicenseRecord, subject: Subject): Message {
  const { relation, service } = subject;
  const isAsked = relation === 'calls' && holdsCallers(subject) && license.key !== service?.terms?.key;
  return isAsked && service !== undefined
    ? joined(text, message('the terms of {0} hold callers to that license', service.name))
    : text;
}

/**
 * What binds in the place of a license: nothing where it does not bind; where a model is called at another host than its maker's, the terms
 * of that host in the place of the maker's contract, if they were read and do not hold callers to the terms of the model as well.
 */
export function bindingTerms(
  license: LicenseRecord,
  subject: Pick<Subject, 'relation' | 'service'>,
): LicenseRecord | undefined {
  if (!binds(license, subject)) return undefined;
  const { relation, service } = subject;
  const isRead = relation === 'calls' && service?.passesOn === false && hasReadTerms(service);
  const terms = isRead ? service.terms : undefined;
  return terms === undefined || terms.modelTerms !== undefined ? license : terms;
}

/**
 * All that asks something of a use: what binds of the licenses of the model, and the terms of the host that is called, to which whoever
 * calls it agreed, whatever they call there.
 */
export function askingTerms(
  subject: Pick<Subject, 'relation' | 'service' | 'effective'>,
): readonly LicenseRecord[] {
  const { effective, relation, service } = subject;
  const own = [...new Set(effective.parts.flatMap((license) => bindingTerms(license, subject) ?? []))];
  const terms = relation === 'calls' ? service?.terms : undefined;
  const isAsking = terms !== undefined && terms.verification !== 'unverified';
  return isAsking && own.every(({ key }) => key !== terms.key) ? [...own, terms] : own;
}

/** How grave it is that terms are broken which do not bind by themselves; nothing where they do. */
export function severityAtMost(license: LicenseRecord, subject: Subject): { readonly severity?: Severity } {
  return binds(license, subject) ? {} : { severity: severityUnbound(subject) };
}

/** What is told of terms, as it is where they bind by themselves, and else no graver than {@link severityAtMost}. */
export function noGraver(hit: Hit, license: LicenseRecord, subject: Subject): Hit {
  const { severity } = severityAtMost(license, subject);
  const isGraver = hit.severity === undefined || rank(hit.severity) < rank(severity);
  return severity !== undefined && isGraver ? { ...hit, severity } : hit;
}

/**
 * Whether nothing tells who runs a model that is called, as where the address of an own client is read from the environment:
 * it may be the project itself, whom the terms of the weights bind.
 */
export function mayRunIt({ relation, host }: Pick<Subject, 'relation' | 'host'>): boolean {
  return relation === 'calls' && host === undefined;
}

/**
 * How grave it is that terms of the weights are broken where they do not surely bind: what the project did not agree to is no reason to fail
 * it. Who published the weights sells the use of them under terms of its own; another host has them under these.
 */
export function severityUnbound(subject: Pick<Subject, 'relation' | 'host' | 'model' | 'context'>): Severity {
  if (mayRunIt(subject)) return 'warning';
  const { host, model, context } = subject;
  const operator = host === undefined ? undefined : context.catalog.host(host)?.operator;
  return typeof operator === 'string' && operator === model?.publisher?.id ? 'hint' : 'information';
}
