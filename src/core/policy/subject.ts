import { effectiveLicense, type EffectiveLicense } from '../licenses/effectiveLicense';
import { relationOf } from '../licenses/roles';
import type { Catalog, LicenseRecord } from '../catalog/records';
import { isNamedAlone, isToldByServer } from '../detect/uses/nameAlone';
import { isToldByOwnAddress } from '../detect/uses/ownAddress';
import { languageOf } from '../documents/fileTypes';
import { FETCHED_BY_SERVER } from '../registries/tables';
import { describedService } from '../lookup/describedService';
import { hostOf } from '../lookup/hostOf';
import { isService } from '../lookup/hostedName';
import { serviceAt, type Service } from '../lookup/service';
import { basesOf } from '../lookup/bases';
import { statedIn } from '../lookup/licenseSummary';
import { licenseFor } from '../lookup/modelTerms';
import { statedBases, statedOf } from '../lookup/policyModel';
import type { Model } from '../model';
import type { ModelReference } from '../reference';
import type { EvaluationContext } from './evaluationContext';
import type { Subject } from './rule';

interface Licenses {
  readonly declared: LicenseRecord | undefined;
  readonly effective: EffectiveLicense;
}

const NOTHING: Licenses = {
  declared: undefined,
  effective: { license: undefined, parts: [], bases: [], findings: [] },
};

/** Most references of an audit name the same few models. */
const known = new WeakMap<Model, Licenses>();

/** The program that a container begins with. */
const ENTRYPOINT = /(?:^|[/_-])entrypoint(?:\.\w{1,5})?$/i;

/** Whether a file says what the image of the product has, or gets when it is started. */
export function isOfImage(path: string): boolean {
  return languageOf(path) === 'dockerfile' || ENTRYPOINT.test(path);
}

/**
 * Whether another program than the product gets the weights. A server at the user's does, unless the image of the product has
 * them from its build on or gets them itself; a server that is asked at an address has them already. A name that stands for itself may be for
 * anyone: then nobody says that the product comes with them. Copyleft asks too much for that doubt.
 */
function isGotByAnother(
  { registry, why }: ModelReference,
  { path }: EvaluationContext,
  { effective: { parts } }: Licenses,
): boolean {
  if (isToldByOwnAddress(why)) return true;
  if (path !== undefined && isOfImage(path)) return false;
  return (
    FETCHED_BY_SERVER.has(registry) ||
    isToldByServer(why) ||
    (isNamedAlone(why) && !parts.some(({ category }) => category === 'copyleft'))
  );
}

/** Everything the rules look at for one reference. */
export function subjectOf(reference: ModelReference, context: EvaluationContext): Subject {
  const host = hostOf(reference);
  const model = context.lookup.find(reference.id, reference.registry, host);
  const licenses = model === undefined ? NOTHING : licensesOf(model, context.catalog);
  const service = isService(host) ? calledAt(host, { reference, model, context }) : undefined;
  const { via, passedTo = [], otherHosts = [] } = reference;
  return {
    reference,
    model,
    relation: relationOf(reference.role, context.policy?.use, isGotByAnother(reference, context, licenses)),
    host,
    service,
    via: via === undefined ? undefined : serviceAt(context.catalog, via, reference.id),
    passedTo: passedTo.map((one) => serviceAt(context.catalog, one, reference.id)),
    elsewhere: otherHosts.map((one) => serviceAt(context.catalog, one, reference.id)),
    ...licenses,
    context,
  };
}

/** What is called at a host, which has the end of the bases that the policy states for it. */
function calledAt(
  host: string,
  { reference, model, context }: Pick<Subject, 'reference' | 'model' | 'context'>,
): Service {
  const { catalog, policy } = context;
  const service = serviceAt(catalog, host, reference.id, reference);
  if (policy === undefined) return service;
  const stated = statedOf(policy.models, reference.id, model);
  return describedService(catalog, service, statedBases(policy.models, stated));
}

/** The records behind a model's license and its bases'. */
export function licensesOf(model: Model, catalog: Catalog): Licenses {
  let licenses = known.get(model);
  if (licenses === undefined) {
    const { key, also = [], phrase } = statedIn(model.license);
    const declared = key === null ? undefined : licenseFor(catalog, key, phrase);
    const further = also.flatMap((other) => catalog.license(other) ?? []);
    licenses = { declared, effective: effectiveLicense(declared, basesOf(catalog, model), further) };
    known.set(model, licenses);
  }
  return licenses;
}
