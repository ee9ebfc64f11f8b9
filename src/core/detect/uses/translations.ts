import { perObject } from '../../once';
import { LANGUAGE_TAG } from '../../text/languageTag';
import type { Knowledge } from '../knowledge';
import { mentioned, needing, TO_READ } from './place';

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

const isTranslation = perObject(
  ({ path, text, evidence }: Knowledge): boolean =>
    TRANSLATION.test(path) && !ASKS.test(text) && evidence.all('providers').length === 0,
);

/** A name in a file of translations: what people read of a model, not what a program asks for. */
export const isTranslated = needing({ loader: false }, ({ registry, knowledge }) =>
  isTranslation(knowledge) ? mentioned(registry, TO_READ) : undefined,
);
