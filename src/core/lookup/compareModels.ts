import type { Catalog, LicenseRecord } from '../catalog/records';
import { sizeIn } from '../licenses/limits';
import { barredUses } from '../licenses/terms';
import { message, type Message, render, sideBySide, type Translate } from '../message';
import type { Model } from '../model';
import { licenseText, originText } from '../report/modelText';
import { AI_ACT_WORDS, barredUsesText, COMMERCIAL_WORDS, OPENNESS_WORDS } from '../wording';
import { commercialUseOf, licensesOf } from './commercialUse';
import { livesAt, statusLine } from './hostLives';
import { jointTerms } from './jointTerms';

/** As people say them: 8B. */
const COUNTS = new Intl.NumberFormat('en-US', { notation: 'compact', maximumFractionDigits: 1 });

/** More columns than this fit neither a page nor a terminal. */
export const MAX_COMPARED = 4;

/** One fact of several models, side by side. */
export interface ComparedFact {
  readonly fact: Message;
  /** A text for each model, in the order given; empty where the model is unknown or nothing is known of it. */
  readonly values: readonly string[];
}

/** The day of a comparison, and the language of its reader. */
export interface ComparedOn {
  /** `YYYY-MM-DD` */
  readonly today: string;
  readonly translate?: Translate;
  /** What a country's code is shown as; by default itself. */
  readonly countryName?: (code: string) => string;
}

/**
 * What people choose a model by: license, openness, origin, size, state. A fact that is known of none is left out.
 * @param models in the order of the columns; `undefined` for one that is not known
 */
export function compareModels(
  models: readonly (Model | undefined)[],
  catalog: Catalog,
  { today, translate, countryName }: ComparedOn,
): readonly ComparedFact[] {
  const say = (text: Message): string => render(text, translate);
  const termsOf = (model: Model): readonly LicenseRecord[] =>
    [...new Set(licensesOf(model).flatMap(({ key }) => key ?? []))].flatMap(
      (key) => catalog.license(key) ?? [],
    );
  const facts: readonly (readonly [Message, (model: Model) => string | null | undefined])[] = [
    [message('Commercial use'), (model) => say(COMMERCIAL_WORDS[commercialUseOf(model)])],
    [message('License'), (model) => licenseText(model, translate)],
    [message('Barred uses'), (model) => barredIn(termsOf(model), translate)],
    [message('Barred regions'), (model) => barredRegions(termsOf(model), say, countryName)],
    [message('Limits'), (model) => limitsIn(termsOf(model), say)],
    [message('Words to show'), ({ license }) => license.phrase],
    [
      message('EU AI Act'),
      (model) => {
        const reading = jointTerms(model, catalog)?.aiActOpenSource;
        return reading && say(AI_ACT_WORDS[reading]);
      },
    ],
    [message('Openness'), ({ openness }) => say(OPENNESS_WORDS[openness.level])],
    [message('Publisher'), ({ publisher }) => publisher?.name],
    [message('Origin'), (model) => originText(model, translate, countryName)],
    [message('Task'), ({ task }) => task],
    [message('Languages'), ({ languages }) => languages?.join(', ')],
    [message('Parameters'), ({ parameters }) => (parameters === null ? null : COUNTS.format(parameters))],
    [message('Released'), ({ released }) => released],
    [message('Created on the Hub'), ({ created }) => created],
    [
      message('Access'),
      ({ gated }) => (gated === true ? say(message('its terms must be accepted first')) : null),
    ],
    [message('Status'), (model) => statusLine(model, livesAt(catalog, model.id, today), say)],
  ];
  return facts
    .map(([fact, of]) => ({ fact, values: models.map((model) => (model && of(model)) ?? '') }))
    .filter(({ values }) => values.some((value) => value !== ''));
}

/** The uses that any of the licenses bars. */
function barredIn(licenses: readonly LicenseRecord[], translate: Translate | undefined): string {
  return barredUsesText(new Set(licenses.flatMap((license) => [...barredUses(license)])), translate);
}

/** The sizes from which any of the licenses asks for more, or grants nothing. */
function limitsIn(licenses: readonly LicenseRecord[], say: (text: Message) => string): string {
  const sizes = licenses.flatMap(({ thresholds }) => thresholds).map(sizeIn);
  const said = new Set(sizes.map((size) => (typeof size === 'string' ? size : say(size))));
  return sideBySide([...said], say);
}

/** The places that any of the licenses leaves out; one that only holds for some models says for which. */
function barredRegions(
  licenses: readonly LicenseRecord[],
  say: (text: Message) => string,
  nameOf: (code: string) => string = (code) => code,
): string {
  const places = licenses
    .flatMap(({ regions }) => regions)
    .map(({ regions, appliesTo }) => {
      const names = regions.map(nameOf).join(', ');
      return appliesTo === 'all' ? names : say(message('{0} (models that take more than text)', names));
    });
  return sideBySide(places, say);
}
