/**
 * Which languages a model is for, as far as its name and its publisher tell. The languages that cards name are too few to go by: many
 * name English alone. So this only keeps a replacement from losing one: where it is not known that another model covers what the
 * first one does, it is not offered.
 */
export type Coverage =
  /** Many languages. */
  | 'many'
  /** As many as the name of the family says: NLLB-200, MADLAD-400. */
  | { readonly count: number }
  /** One language, by its code, or a pair such as `ja-en`. */
  | { readonly language: string }
  /** Nothing tells. */
  | undefined;

const MANY =
  /multilingual|cross-?lingual|(?:^|[-_/])(?:xlm|mbert|mt5|mbart|labse|mmarco|bge-m3|nllb|madlad\d*|seamless|m2m\d*|aya|mms-1b|xtts|polylm)|whisper(?!.*(?:\.en|-en)(?:[-_.]|$))|-m3(?:[-_.]|$)/i;

const COUNTED = /(?:^|[-_/])(?:nllb-|madlad|m2m|mbart-large-|mms-1b-l)(\d{2,4})(?![\d.]|[bm](?![a-z]))/i;

/** Families whose publications count their languages, where a name does not. */
const COUNTED_FAMILIES: readonly (readonly [name: RegExp, count: number])[] = [
  // "any pair of 200+ languages": https://github.com/facebookresearch/fairseq/blob/nllb/README.md
  [/(?:^|[-_/])nllb/i, 200],
  // "Scaling Speech Technology to 1,000+ Languages": https://arxiv.org/abs/2305.13516
  [/(?:^|[-_/])mms-1b-all/i, 1000],
];

/** What is for many languages, of which nobody counted how many, is for no more than these. */
const UNCOUNTED = 100;

/** Words of names by the language that they stand for. */
const LANGUAGES: readonly (readonly [language: string, word: RegExp])[] = [
  [
    'ja',
    /(?:^|[-_/.])(?:ja|jp|jpn|japanese|nihongo|kotoba|kana|karakuri|elyza|rinna|plamo|youri|calm\d?|sarashina\d*|glucose|ruri)(?:[-_/.]|$)|swallow|japanese/i,
  ],
  ['ko', /(?:^|[-_/.])(?:ko|kor|korean|kanana|exaone|kure|klue)(?:[-_/.]|$)|korean/i],
  ['zh', /(?:^|[-_/.])(?:zh|chinese)(?:[-_/.]|$)|chinese/i],
  ['vi', /(?:^|[-_/.])(?:vi|vn|vietnamese)(?:[-_/.]|$)|phobert|vietnamese/i],
  ['ar', /(?:^|[-_/.])(?:ar|arabic|jais|allam|arabert)(?:[-_/.]|$)|arabic/i],
  ['id', /(?:^|[-_/.])(?:indonesian|sahabatai|indobert)(?:[-_/.]|$)/i],
  ['de', /(?:^|[-_/.])(?:de|german|leo)(?:[-_/.]|$)|german/i],
  ['fr', /(?:^|[-_/.])(?:fr|french)(?:[-_/.]|$)|camembert|french/i],
  ['es', /(?:^|[-_/.])(?:es|spanish|beto)(?:[-_/.]|$)|spanish/i],
  ['pt', /(?:^|[-_/.])(?:pt-br|portuguese)(?:[-_/.]|$)|portuguese|bertimbau/i],
  ['ru', /(?:^|[-_/.])(?:ru|russian|rubert)(?:[-_/.]|$)|russian/i],
  ['it', /italian/i],
  ['african', /(?:^|[-_/])afri/i],
  ['en', /(?:^|[-_/.])(?:en|eng|english|librispeech|960h)(?:[-_/.]|$)|english|distil-whisper|distil-large/i],
];

/** Further codes of ISO 639-1, which stand for a language only at the end of a name: `e5-base-trm-nl`, `bert-base-pl-v2`. */
const LAST = /[-_](nl|pl|sv|tr|fa|th|uk|cs|sk|ro|hu|el|he|bg|fi|da|nb|hi|bn|ta|ur)(?:[-_]v?\d[\d.]{0,5})?$/i;
/** The languages of these codes. */
const SPELLED_OUT =
  /(dutch|polish|swedish|turkish|persian|thai|ukrainian|czech|slovak|romanian|hungarian|greek|hebrew|bulgarian|finnish|danish|norwegian|hindi|bengali|tamil|urdu)/i;

/** A translator of one pair: `opus-mt-ja-en`, `nllb-finetuned-en2ko`. */
const PAIR =
  /(?:(?:^|[-_/])(?:opus-mt|mt)-(?:[a-z]+-)?([a-z]{2,3}-[a-z]{2,3})|[-_]([a-z]{2}2[a-z]{2}))(?:$|[-_.])/i;

/** What one of many languages was kept for: `Chatterbox-Multilingual-hi`, `…-Multilingual-zh-cmn`. */
const LOCALE = /multilingual.*[-_]([a-z]{2})(?:[-_][a-z]{2,5}){0,2}$/i;

/** The language of a pipeline of spaCy's: https://spacy.io/models#conventions */
const PIPELINE = /(?:^|\/)([a-z]{2})_(?:core|dep|ent|sent|pipeline)_/i;

/** What the names of a model, and of what it was made from, tell: the first that tells anything. */
export function coverageOf(names: readonly string[]): Coverage {
  return names.map(coverageIn).find((coverage) => coverage !== undefined);
}

function coverageIn(name: string): Coverage {
  const language = languageIn(name);
  if (language !== undefined) return { language };
  const [, count] = COUNTED.exec(name) ?? [];
  if (count !== undefined) return { count: Number(count) };
  const family = COUNTED_FAMILIES.find(([word]) => word.test(name));
  if (family !== undefined) return { count: family[1] };
  return MANY.test(name) ? 'many' : undefined;
}

function languageIn(name: string): string | undefined {
  const [, first, second] = PAIR.exec(name) ?? [];
  const [, locale] = LOCALE.exec(name) ?? PIPELINE.exec(name) ?? [];
  const code = first ?? second?.replace('2', '-') ?? locale;
  if (code !== undefined) return code.toLowerCase();
  if (!/multilingual/i.test(name)) {
    const [, other] = LAST.exec(name) ?? SPELLED_OUT.exec(name) ?? [];
    const language = LANGUAGES.find(([, word]) => word.test(name))?.[0] ?? other?.toLowerCase();
    if (language !== undefined) return language;
  }
  return /bilingual/i.test(name) ? 'bilingual' : undefined;
}

/** Tasks whose models are mostly of one language, so that one of which nothing is told covers nothing more. */
const OF_ONE_LANGUAGE: ReadonlySet<string> = new Set([
  'feature-extraction',
  'text-ranking',
  'automatic-speech-recognition',
  'text-to-speech',
  'translation',
]);

/** Whether a model of one coverage does in all languages what one of the wanted coverage does. */
export function covers(candidate: Coverage, wanted: Coverage, task: string): boolean {
  if (candidate === 'many') return !isCounted(wanted) || wanted.count <= UNCOUNTED;
  if (isCounted(candidate))
    return candidate.count >= (isCounted(wanted) ? wanted.count : wanted === 'many' ? UNCOUNTED : 0);
  if (wanted === 'many' || isCounted(wanted)) return false;
  if (candidate === undefined)
    return wanted === undefined ? !OF_ONE_LANGUAGE.has(task) : wanted.language === 'en';
  return wanted !== undefined && candidate.language === wanted.language;
}

function isCounted(coverage: Coverage): coverage is { readonly count: number } {
  return typeof coverage === 'object' && 'count' in coverage;
}
