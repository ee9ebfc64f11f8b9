import { perObject } from '../../once';
import { LANGUAGE_TAG } from '../../text/languageTag';
import { textBefore, textBehind } from '../../text/pieces';
import { keyKind, keyWords } from '../signatures/keys';
import { nearestKey } from '../site';
import { textOf, type Surroundings } from '../surroundings';
import type { Hosts } from '../host';
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

/** What a record of settings says besides its model: how a model is asked, or of which language it is. */
const SETS = new RegExp(
  String.raw`(?<![\w-])["']?(?:(?:system_?|user_?)?prompt(?:_?template)?|instructions?|temperature|top_?p|` +
    String.raw`max_?(?:completion_?|output_?)?tokens|voice(?:_?(?:id|name))?|tts|stt|reasoning_?effort)["']?` +
    String.raw`\s{0,4}(?:=>|[:=])|` +
    String.raw`(?<![\w-])["']?(?:locale|lang(?:uage)?(?:_?code)?)["']?\s{0,4}(?:=>|[:=])\s{0,4}` +
    String.raw`["']?${LANGUAGE_TAG}["']?\s{0,4}(?:[,;}\n]|$)`,
  'i',
);
/** What stands behind a value that is nothing but a name. */
const WHOLE_ENDS = /^["'\x60]?[ \t]{0,8}(?:[,;)}\]<\r\n#]|\/\/|$)/;
const WHOLE_BEGINS = /(?:[:=]|=>)\s{0,8}["'\x60]?$/;

/** `{ locale: "de", model: "gpt-4o", voice: "alloy" }`: what is set for a language, and no text in it. */
function isSetForLanguage({ site, text, start, end }: Place, around: () => Surroundings): boolean {
  return (
    keyKind(nearestKey(site)) === 'model' &&
    WHOLE_BEGINS.test(textBefore(text, start, LONGEST_GAP)) &&
    WHOLE_ENDS.test(textBehind(text, end, LONGEST_GAP)) &&
    SETS.test(textOf(text, around().own))
  );
}

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

/**
 * Where the same texts stand in the language that they are written in. Programs keep settings there, too:
 * https://developer.android.com/guide/topics/resources/string-resource
 */
const SOURCE = new RegExp(
  String.raw`(?:^|/)values/strings\.xml$|\.resx$|` +
    String.raw`(?:^|/)(?:messages|strings|labels|i18n|translations?)(?:[_-]${LANGUAGE_TAG})?\.properties$`,
  'i',
);
/** The element or line of such a text, up to the text. */
const ENTRY = new RegExp(
  String.raw`<(?:string|data|item)\b([^<>]{0,200})>(?:\s{0,40}<value>)?[^<>]*$|` +
    String.raw`(?:^|\n)[ \t]*([\w.-]{1,120})[ \t]*[=:][^\n]*$`,
);
const NAME = /\bname="([^"]{0,120})"/;
/** What an entry is, by the last word of its name: what a program reads itself, or a text for people. */
const OF_SETTING = /^(?:default|models?|llms?|chat|completions?|embeddings?|id|key|value|engine|deployment)$/;
const FOR_PEOPLE =
  /^(?:hint|placeholder|label|title|subtitle|text|summary|description|desc|message|example|help|tooltip)s?$/;
/** Of the words for people, those that are what a model does as well. */
const TASK = /^(?:text|summary|description|message|title)s?$/;
/** What entries are about that are settings as a rule, wherever the word stands. */
const OF_MODEL = /^(?:models?|llms?|gpt|ai|bots?|assistants?|versions?)$/;
/** A value that is nothing but a name, by what stands before and behind it. */
const VALUE_BEGINS = /[>=:]\s*["']?$/;
const VALUE_ENDS = /^["']?(?:\s*<|[ \t]*(?:[\r\n]|$))/;
/** What may follow that word, beside the name of a provider: which of several it is. */
const WHICH =
  /^(?:\d+|name|large|medium|small|mini|big|fast|smart|cheap|main|primary|secondary|fallback|openai|ai|of|for)$/;
const UNTRANSLATED = /\btranslatable="false"/;
const LONGEST_ENTRY = 400;
const LONGEST_GAP = 40;

/**
 * Whether an entry of such a file is a text for people, and no setting, which what nobody is to translate is, and what
 * the name of a provider is said of: `summary_model`, `openai_voice`. Where the name of a model is all that it says, it
 * is a text only if it is called so, and not after a task that the provider in its name is asked for: `openai.summary`.
 */
function isText({ text, start, end, knowledge: { hosts } }: Place): boolean {
  const before = textBefore(text, start, LONGEST_ENTRY);
  const [, attributes, key] = ENTRY.exec(before) ?? [];
  const name = key ?? NAME.exec(attributes ?? '')?.[1] ?? '';
  if (name === '' || UNTRANSLATED.test(attributes ?? '')) return false;
  const isWhole = VALUE_BEGINS.test(before) && VALUE_ENDS.test(textBehind(text, end, LONGEST_GAP));
  return isNameOfText(keyWords(name), hosts, isWhole);
}

function isNameOfText(words: readonly string[], hosts: Hosts, isWhole: boolean): boolean {
  const isProvider = (word: string): boolean => hosts.ofProvider(word) !== undefined;
  const last = words.findLast((word) => !WHICH.test(word) && !isProvider(word)) ?? '';
  const isTask = isWhole && TASK.test(last) && words.every((word) => word === last || isProvider(word));
  if (FOR_PEOPLE.test(last)) return words.length === 1 || !isTask;
  if (isWhole || words.some((word) => OF_MODEL.test(word))) return false;
  return !(OF_SETTING.test(last) || words[0] === 'default' || words.some(isProvider));
}

/** A name in a file of translations: what people read of a model, not what a program asks for. */
export const isTranslated = needing({ loader: false }, (place, around) => {
  const { registry, knowledge } = place;
  return (isTranslation(knowledge) && isOfTexts(place) && !isSetForLanguage(place, around)) ||
    (SOURCE.test(knowledge.path) && isText(place))
    ? mentioned(registry, TO_READ)
    : undefined;
});
