import { type CommercialUse, commercialUseOf, strictestUse } from '../lookup/commercialUse';
import { message, type Message } from '../message';
import { isUse, type LicenseCategory, SELF } from '../vocabulary';
import type { AuditReport, ReportedReference, ReportedService } from './auditReport';
import { type Language, listed, say } from './language';
import { licenseText } from './modelText';
import { servicesAt } from './services';
import type { ModelRow } from './summary';

/** What decides about the uses of a model: the license of its weights, the terms of those who run it for the project, or both. */
export interface Governing {
  /** Whether one of the uses is under the license of the weights; so is a name that is only mentioned. */
  readonly byLicense: boolean;
  /** The terms under which it is called, each once; `null` stands for those of a host of which none are recorded. */
  readonly terms: readonly Terms[];
}

export type Terms = Pick<ReportedService, 'terms' | 'commercialUse' | 'holdsToLicense'>;

export const NOT_RECORDED: Terms = { terms: null };

/** Whether a place is under the terms of a host. The license decides where nothing tells who runs it: the project may. */
export function isUnderTerms({
  role,
  host,
}: {
  readonly role: string;
  readonly host?: string | null;
}): boolean {
  return role === 'calls' && host !== null && host !== undefined && host !== SELF;
}

/** Tells what decides about a model by its places in a report. */
export function governingOf(
  report: Pick<AuditReport, 'services'>,
): (places: readonly ReportedReference[]) => Governing {
  const at = servicesAt(report);
  return (places) => {
    const uses = places.filter(({ role }) => isUse(role));
    // Reports of earlier versions tell of no service.
    const called = report.services === undefined ? [] : uses.filter(isUnderTerms);
    const found = called.flatMap((place): readonly Terms[] => {
      const services = at(place);
      return services.length === 0 ? [NOT_RECORDED] : services;
    });
    const terms = [...new Map(found.map((one) => [one.terms, one])).values()];
    return { byLicense: called.length === 0 || called.length < uses.length, terms };
  };
}

const TERMS_NOT_RECORDED = message('no terms recorded');

/**
 * The keys of the terms under which a model is called, before the license of its weights: for a model of which nobody else has the weights
 * they are all there is.
 * @param license of the weights, in words; `undefined` where nobody else has them or it is not known
 */
export function governedText(
  terms: readonly (string | null)[],
  license: string | undefined,
  say: { readonly text: (text: Message) => string; readonly list: (parts: readonly string[]) => string },
): string {
  const keys = [...new Set(terms)].map((key) => key ?? say.text(TERMS_NOT_RECORDED)).sort();
  if (keys.length === 0) return license ?? say.text(message('unknown'));
  const all = say.list(keys);
  return license === undefined ? all : say.text(message('{0}; weights: {1}', all, license));
}

/** What decides about the uses of a model, in the words of every surface. */
export function governingText(
  { model }: Pick<ModelRow, 'model'>,
  { byLicense, terms }: Governing,
  language: Language,
): string {
  const isOfWeights = byLicense || hasWeightsLicense(model);
  return governedText(
    terms.map((one) => one.terms),
    isOfWeights ? licenseText(model, language.translate) : undefined,
    { text: (text) => say(text, language), list: (parts) => listed(parts, language) },
  );
}

/** Whether a license of weights is known of a model, and not only the terms of who made it. */
function hasWeightsLicense(model: ModelRow['model']): boolean {
  const { declared = null } = model?.license ?? {};
  return declared !== null && declared.category !== 'proprietary-api' && declared.category !== 'unknown';
}

/** The kind of what decides: that of the license, or terms of an API where all uses are calls. */
export function governingCategory(
  { model }: Pick<ModelRow, 'model'>,
  { byLicense, terms }: Governing,
): LicenseCategory {
  if (byLicense) return (model?.license.effective ?? model?.license.declared)?.category ?? 'unknown';
  return terms.some((one) => categoryOfTerms(one) === 'unknown') ? 'unknown' : 'proprietary-api';
}

/** The kind of the terms of a host. */
export function categoryOfTerms({ terms }: Terms): LicenseCategory {
  return terms === null ? 'unknown' : 'proprietary-api';
}

/** What all that decides about a model says of commercial use. */
export function governingUse(
  model: NonNullable<ModelRow['model']>,
  { byLicense, terms }: Governing,
): CommercialUse {
  const ofTerms = terms.map((one) => ({ commercialUse: useUnder(one, model) }));
  return strictestUse([...ofTerms, ...(byLicense ? [{ commercialUse: commercialUseOf(model) }] : [])]);
}

/** What terms say of commercial use of a model, with what its license says where they hold callers to that as well. */
export function useUnder(
  { commercialUse = 'unknown', holdsToLicense }: Terms,
  model: ModelRow['model'],
): CommercialUse {
  if (holdsToLicense === undefined || model === undefined) return commercialUse;
  return strictestUse([{ commercialUse }, { commercialUse: commercialUseOf(model) }]);
}
