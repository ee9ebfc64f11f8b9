import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { BUNDLES, ENGLISH_BUNDLE, sourceSentences } from '../support/sentences.mjs';

type Sentences = Readonly<Record<string, string>>;

/** How each language says that something is not known. */
const NOT_KNOWN: Readonly<Record<string, RegExp>> = { ja: /不明|未知|分か/, 'zh-cn': /未知|已知|一无所知/ };
const LANGUAGES = Object.keys(NOT_KNOWN);

/** Names, which have no words of the language: that of the extension and that of the Hub. */
const NAMES = new Set(['extension.displayName', 'the Hub']);

function read(path: string): Sentences {
  return JSON.parse(readFileSync(path, 'utf8')) as Sentences;
}

/** What may not get lost in a translation: placeholders, code, links, words of a policy, and the dots that announce a question. */
function fixedParts(sentence: string): readonly string[] {
  return [...sentence.matchAll(/\{\d+\}|`[^`]*`|\]\([^)]*\)|use\.\w+|…$/g)].map(([part]) => part).sort();
}

function expectTranslated(english: Sentences, translated: Sentences): void {
  expect(Object.keys(translated).sort()).toEqual(Object.keys(english).sort());
  for (const [key, sentence] of Object.entries(english)) {
    const own = translated[key] ?? '';
    expect(own.trim(), key).toBe(own);
    expect(own, key).not.toBe('');
    expect(fixedParts(own), own).toEqual(fixedParts(sentence));
    // Marks alone are put together otherwise, and have no letters.
    if (!NAMES.has(key) && /\p{L}/u.test(key))
      expect(own, key).toMatch(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u);
  }
}

describe('the sentences of the source', () => {
  const { sentences, refused } = sourceSentences();

  test('can all be read before the program runs', () => {
    expect(refused).toEqual([]);
  });

  test('are those of the English bundle, each once and as it is (npm run l10n)', () => {
    expect(sentences.length).toBeGreaterThan(700);
    expect(Object.entries(read(join(BUNDLES, ENGLISH_BUNDLE)))).toEqual(
      sentences.map((sentence) => [sentence, sentence]),
    );
  });

  test('have a bundle for each language, and no other', () => {
    expect(readdirSync(BUNDLES).sort()).toEqual(
      [ENGLISH_BUNDLE, ...LANGUAGES.map((language) => `bundle.l10n.${language}.json`)].sort(),
    );
  });
});

describe.each(LANGUAGES)('the translation to %s', (language) => {
  test('has every sentence of the source, with the same placeholders', () => {
    expectTranslated(
      read(join(BUNDLES, ENGLISH_BUNDLE)),
      read(join(BUNDLES, `bundle.l10n.${language}.json`)),
    );
  });

  test('has every sentence of the manifest, with the same links', () => {
    expectTranslated(read('package.nls.json'), read(`package.nls.${language}.json`));
  });

  test('says of what is not known that it is not known', () => {
    const unknown = Object.entries(read(join(BUNDLES, `bundle.l10n.${language}.json`))).filter(([key]) =>
      /\bunknown\b|\bnot known\b|nothing is known/i.test(key.replace(/`[^`]*`/g, '')),
    );
    expect(unknown.length).toBeGreaterThan(30);
    for (const [key, sentence] of unknown) expect(sentence, key).toMatch(NOT_KNOWN[language] ?? /^$/);
  });
});
