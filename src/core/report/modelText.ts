import { originChain } from '../lookup/originCountries';
import { message, render, type Translate } from '../message';
import { declaredKeys, type Model } from '../model';
import { isLicenseInferred } from '../policy/sureness';
import { EVIDENCE_WORDS, OPENNESS_WORDS } from '../wording';
import { ENGLISH, type Language, say, sayWord } from './language';

const UNKNOWN = message('unknown');

export function unknownText(language: Language = ENGLISH): string {
  return say(UNKNOWN, language);
}

/** The level of openness, as a policy writes it for English readers. */
export function opennessText(model: Model | undefined, language: Language = ENGLISH): string {
  const level = model?.openness.level ?? 'unknown';
  return level === 'unknown' ? unknownText(language) : sayWord(level, OPENNESS_WORDS, language);
}

/**
 * The license of a model by its key, with a word where nobody read it.
 * @param translate of the language that is read; English without it
 */
export function licenseText(model: Model | undefined, translate?: Translate): string {
  const text = statedText(model, translate);
  return model !== undefined && isLicenseInferred(model)
    ? render(message('{0} ({1})', text, EVIDENCE_WORDS.inferred), translate)
    : text;
}

function statedText(model: Model | undefined, translate: Translate | undefined): string {
  const { declared, effective } = model?.license ?? { declared: null, effective: null };
  const own =
    declared === null
      ? render(UNKNOWN, translate)
      : declared.key === 'none-stated'
        ? render(message('none stated'), translate)
        : ((model && declaredKeys(model)) ?? declared.key);
  return effective !== null &&
    effective.category !== 'unknown' &&
    effective.key !== declared?.key &&
    !isAlso(model, effective.key)
    ? render(message('{0} (in effect {1})', own, effective.key), translate)
    : own;
}

/** Whether a license is one of those that the model itself states beside the first. */
function isAlso(model: Model | undefined, key: string): boolean {
  return model?.license.also?.some((license) => license.key === key) === true;
}

/**
 * The publisher's country and those of its bases, each once, and those that only a name hints at: `JP ← US, perhaps ← CN`.
 * @param countryName how a country is called, its code where nothing else is given
 */
export function originText(
  model: Model | undefined,
  translate?: Translate,
  countryName: (code: string) => string = (code) => code,
): string {
  const chain = originChain(model, countryName) ?? UNKNOWN;
  return typeof chain === 'string' ? chain : render(chain, translate);
}
