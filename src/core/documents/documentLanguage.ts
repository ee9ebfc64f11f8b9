import { isOpenFormat, languageOf } from './fileTypes';
import { isProse, languageByShape } from './shape';

/**
 * Comment marks of languages that nothing else is known of, as a line begins with them, and how such a language is
 * read.
 */
const BY_COMMENT: readonly (readonly [RegExp, string])[] = [
  [/^[ \t]*(?:\/\/|\/\*)/m, 'code'],
  [/^[ \t]*--(?!-)/m, 'dash-code'],
  [/^[ \t]*#/m, 'hash-code'],
  [/^[ \t]*;/m, 'lisp'],
];
const LONGEST_LOOK = 8_000;
/** Extensions of texts for people: what looks like a document in them is an example. */
const FOR_PEOPLE =
  /(?:^|\/)[^/]*\.(?:txt|text|log|out|adoc|asciidoc|tex|org|textile|wiki|rtf|diff|patch|po|srt|vtt)$/i;

/**
 * The language of a document: of its path or the editor's language id, and where these leave it open, of its shape. A
 * file that is neither known nor looks like anything known is read as code when it looks like code, and else as prose
 * (`plaintext`).
 */
export function documentLanguage(text: string, path: string, languageId?: string): string {
  const byPath = languageOf(path);
  const language = languageOf(path, languageId);
  const isOpen = byPath === 'plaintext' ? language === byPath : isOpenFormat(path);
  if (!isOpen || FOR_PEOPLE.test(path)) return language;
  const range = { start: 0, end: text.length };
  const shape = languageByShape(text, range);
  if (shape !== undefined) return byPath === 'html' && shape === 'xml' ? byPath : shape;
  return language === 'plaintext' && !isProse(text, range) ? codeLike(text) : language;
}

/** Texts for people by their names, whatever their extension. */
const PAPERS = new RegExp(
  String.raw`(?:^|/)(?:readme|licen[cs]e|notice|copying|authors|contributors|maintainers|change(?:log|s)|` +
    String.raw`history|news|contributing|install|todo|credits|security|citation)[^/]*$`,
  'i',
);

/**
 * Whether nothing is known of how a file is written: its path tells no format, it is none for people, and it looks
 * like nothing known. It is then read as running text, in which a name is only mentioned.
 */
export function isReadAsText(text: string, path: string): boolean {
  return (
    languageOf(path) === 'plaintext' &&
    !FOR_PEOPLE.test(path) &&
    !PAPERS.test(path) &&
    documentLanguage(text, path) === 'plaintext'
  );
}

function codeLike(text: string): string {
  const head = text.slice(0, LONGEST_LOOK);
  return BY_COMMENT.find(([comment]) => comment.test(head))?.[1] ?? 'hash-code';
}
