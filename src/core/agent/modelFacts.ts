import { originCodes } from '../lookup/originCountries';
import type { Service } from '../lookup/service';
import { statusOn } from '../lookup/service';
import { english, render } from '../message';
import type { Model } from '../model';
import type { Finding } from '../policy/finding';
import { furtherOf, messageOf } from '../policy/oneCause';
import { regionText } from '../report/services';
import { NO_TERMS } from '../wording';

/** The sources that matter for a decision; the pages of the extension list them all. */
const MAX_SOURCES = 4;

/**
 * A model as an agent is told of it: facts of the catalog and the project, in English, each traceable. Never text of a
 * model's card, which could talk to the agent.
 */
export function modelFacts(model: Model): object {
  const {
    id,
    license: { declared, effective },
    openness,
    publisher,
    lineage,
    status,
    released,
    created,
    task,
    contradictions,
    evidence,
  } = model;
  return {
    id,
    license:
      declared === null
        ? 'unknown'
        : {
            key: declared.key,
            name: declared.name,
            category: declared.category,
            commercialUse: declared.commercialUse,
          },
    ...(effective !== null && effective.key !== declared?.key && { licenseInEffect: effective.key }),
    openness: openness.level,
    publisher: publisher?.name ?? 'unknown',
    originCountries: originCodes(model, 'unknown'),
    bases: lineage.map(({ model: base, relation }) => `${relation}: ${base}`),
    status,
    released,
    ...(created !== undefined && { createdOnHub: created }),
    task,
    ...(contradictions.length > 0 && { contradictions }),
    sources: evidence
      .slice(0, MAX_SOURCES)
      .map(({ fact, source, date, confidence }) => ({ fact, source, date, confidence })),
  };
}

/**
 * Who runs a model for those who call it: whom prompts go to, from which country, under which terms, and until when. Not the facts of
 * who made the model.
 * @param today `YYYY-MM-DD`
 */
export function serviceFacts(service: Service, today: string): object {
  const { host, name, id, operator, terms, status, note, endpoints } = service;
  const { state, date, successor } = statusOn(status, today);
  return {
    host,
    name,
    calledAs: id,
    operator: operator?.name ?? 'unknown',
    operatorCountry: operator?.country ?? 'unknown',
    processedIn: regionText(service),
    ...(service.possibleRegions.length > 0 && { mayBeProcessedIn: service.possibleRegions }),
    terms:
      terms === undefined
        ? render(NO_TERMS)
        : { key: terms.key, name: terms.name, commercialUse: terms.commercialUse },
    status: state,
    ...(date !== undefined && { endsOn: date }),
    ...(successor !== undefined && { successor }),
    ...(note !== null && { note }),
    endpoints,
  };
}

/** A finding with the rules that it speaks for, as a report has it. */
export function findingFacts(finding: Finding): object {
  const { rule, severity, also = [] } = finding;
  const further = furtherOf(finding).map((one) => ({
    rule: one.rule,
    message: render(one.message, english),
  }));
  return {
    rule,
    severity,
    message: render(messageOf(finding), english),
    ...(also.length > 0 && { also }),
    ...(further.length > 0 && { further }),
  };
}
