import { perObject } from '../../once';
import { LANGUAGE_TAG } from '../../text/languageTag';
import type { Knowledge } from '../knowledge';
import { mentioned, needing, TO_READ, type Place } from './place';

const FORMAT = String.raw`(?:json5?|jsonc|ya?ml|toml|properties|[cm]?[jt]s|php|rb|py|dart|ftl|po|pot|arb|xml|resx)`;

/**
 * Where programs keep the texts that people read, one file or folder a language: `i18n/locales/de.json`,
 * `languages/en.ts`, `locale/ja/LC_MESSAGES/app.po`, `values-de/strings.xml`, `Resources.fr.resx`; or all in one, as
 * Xcode does: `Localizable.xcstrings`.
 */
const TRANSLATION = new RegExp(
  String.raw`(?:^|/)(?:i18n|l10n|intl|locales?|langs?|languages?|translations?|messages)/(?:[\w.-]{1,60}/){0,3}` +
    String.raw`(?:[\w-]{1,60}[._-])?${LANGUAGE_TAG}(?:\.[\w-]{1,40})?\.${FORMAT}$|` +
    String.raw`(?:^|/)(?:i18n|l10n|locales?|langs?|languages?|translations?)/${LANGUAGE_TAG}/(?:[\w.-]{1,60}/){0,3}` +
    String.raw`[\w.-]{1,60}\.${FORMAT}$|` +
    String.raw`(?:^|/)values-[\w+-]{2,20}/strings\.xml$|\.lproj/[\w.-]{1,60}\.strings$|` +
    String.raw`\.${LANGUAGE_TAG}\.resx$|[\w-]\.arb$|\.pot?$|\.xcstrings$|\.xli?ff?$`,
);

/** What asks a model itself, in code, and in settings. */
const ASKS =
  /\.(?:create|generate\w{0,20}|complete|invoke|parse|stream\w{0,20})\(\s{0,40}[^)]{0,400}?\bmodel\b/;
/** What only programs that do something have: they wait for it, or define what does it in Python or Ruby. */
const ACTS = /\bawait\s|\basync\s|^[ \t]{0,20}def\s\w/m;

const isTranslation = perObject(
  ({ path, text, evidence }: Knowledge): boolean =>
    TRANSLATION.test(path) && !ASKS.test(text) && evidence.all('providers').length === 0,
);

/** Functions that give back a text in the language of who reads it. */
const TRANSLATES = /(?:^|[._])(?:t|tr|trans|translate|gettext|_|i18n|message|msg|defineMessages?|freeze)$/i;

/**
 * Whether a place in code is one of texts: in a mapping of them, in a program that does nothing else. A path alone
 * does not tell: `messages/by-id.ts` and `languages/it.ts` may ask for what a message or a language is about.
 */
function isOfTexts({ site: { call, where }, text, start, knowledge }: Place): boolean {
  if (where !== 'code') return true;
  if (call !== undefined && !TRANSLATES.test(call.callee)) return false;
  return knowledge.brackets.open(start).length > 0 && !ACTS.test(text);
}

/** A name in a file of translations: what people read of a model, not what a program asks for. */
export const isTranslated = needing({ loader: false }, (place) =>
  isTranslation(place.knowledge) && isOfTexts(place) ? mentioned(place.registry, TO_READ) : undefined,
);
