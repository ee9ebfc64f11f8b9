import { languageOf } from '../documents/fileTypes';
import { LANGUAGE_TAG } from '../text/languageTag';
import { commentRanges } from '../text/lexicalState';
import { textBefore } from '../text/pieces';
import { contains, type TextRange } from '../text/range';

/** A file in which words that a license wants shown or kept were found. */
export interface Shown {
  readonly path: string;
  readonly text: string;
}

/**
 * Whether required words are said to people at a place. Licenses ask to "prominently display" them (Llama 3.1 s.1.b.i, Kimi K2's
 * modified MIT) or to keep them in a notice, and some prescribe no more than the model's name: so a list of models, an id, a value of
 * configuration, an order to show the words, or a longer name that begins with them is no such statement.
 */
export function isSaidToPeople(range: TextRange, file: Shown): boolean {
  const reader = readerOf(file.path);
  if (reader === undefined || !standsAlone(range, file.text) || isHidden(range, file)) return false;
  const words = file.text.slice(range.start, range.end);
  return SAYS_SOMETHING.test(words)
    ? !isQuoted(range, file.text, reader) && !isOrder(range, file.text)
    : isCredit(range, file, reader);
}

// ── Who reads a file ────────────────────────────────────────────────────────────────────────────────────────────

/** `notice`: recipients. `prose`: readers of documentation. `interface`: users of what is built. */
type Reader = 'notice' | 'prose' | 'interface';

const NOTICE =
  /(?:^|\/)(?:[^/]*[-_.])?(?:notices?|attributions?|credits|acknowledge?ments|third[-_ ]?party[^/]*)(?:\.(?:md|txt|rst|html?))?$/i;
const TEST =
  /(?:^|\/)(?:tests?|__tests__|__mocks__|__snapshots__|fixtures?|testdata|specs?|mocks?)\/|(?:^|\/)test_[^/]*$|[._-](?:test|tests|spec|vitest|snap|mock)\.[a-z]+$/i;
/** Tables, records of runs and pictures, which have no language of their own here. */
const DATA = /\.(?:csv|tsv|log|lock|patch|diff|snap|svg|sum|bib|srt|vtt|dat)$/i;
/** Sentences of an interface, kept apart from its code. */
const SENTENCES =
  /(?:^|[/._-])(?:i18n|l10n|locales?|lang|languages?|translations?|messages|strings)(?:[/._-]|$)|\.(?:lproj|arb|ftl|po|strings|resx)(?:\/|$)/i;
/** The same in a file that is called after its language, and the texts of a site. */
const OF_LANGUAGE = new RegExp(String.raw`(?:^|/)${LANGUAGE_TAG}\.(?:json5?|jsonc|ya?ml|toml|properties)$`);
const OF_SITE = /(?:^|\/)content\/(?:[^/]+\/)*[^/]+\.(?:json5?|ya?ml|toml)$/i;
const INTERFACE_XML = /\.(?:xaml|axml|fxml|storyboard|xib)$/i;

const INTERFACES = [SENTENCES, OF_LANGUAGE, OF_SITE, INTERFACE_XML];

const PROSE = new Set(['markdown', 'mdx', 'quarto', 'restructuredtext', 'plaintext']);
/** What programs read. */
const CONFIGURATION = new Set([
  'yaml',
  'toml',
  'json',
  'jsonc',
  'jsonl',
  'properties',
  'ini',
  'dotenv',
  'terraform',
  'bicep',
  'xml',
  'jupyter',
  'pip-requirements',
  'dockerfile',
  'modelfile',
  'makefile',
  'shellscript',
  'powershell',
  'sql',
  'graphql',
  'proto',
  'css',
  'nix',
]);

/** Whether a file has readers to whom anything in it could be said. */
export function hasReader(path: string): boolean {
  return readerOf(path) !== undefined;
}

function readerOf(path: string): Reader | undefined {
  if (NOTICE.test(path)) return 'notice';
  if (TEST.test(path) || DATA.test(path)) return undefined;
  if (INTERFACES.some((form) => form.test(path))) return 'interface';
  const language = languageOf(path);
  if (PROSE.has(language)) return 'prose';
  return CONFIGURATION.has(language) ? undefined : 'interface';
}

// ── The words and what is around them ───────────────────────────────────────────────────────────────────────────

/** Words that say by themselves what they are about: "Built with Llama", "… is licensed under …". The others are only a name. */
const SAYS_SOMETHING =
  /\b(?:built|powered|improved|made|using|licensed|provided|supported|is|are|includes)\b/i;

/** What ends the mark-up of a word: `</strong>`, `**`, `](https://example.org)`. */
const CLOSED = /^(?:<\/[\w-]{1,20}>|[*_]{1,3}(?![\p{L}\p{N}_])|\](?:\([^()\s]{0,60}\))?){1,4}/u;

/** A letter, digit or mark of an id on either side makes it part of something longer; so does a name that goes on after a blank. */
function standsAlone({ start, end }: TextRange, text: string): boolean {
  if (/[\p{L}\p{N}_/@-]$/u.test(textBefore(text, start, 2))) return false;
  const after = text
    .slice(end, end + 80)
    .replace(CLOSED, '')
    .slice(0, 40);
  if (/^(?:[\p{L}\p{N}_/@-]|[.:][\p{L}\p{N}])/u.test(after)) return false;
  // "Built with Llama 3.1" shows the words; "Built with Llama Stack" and "Kimi K2 0905" name something else.
  const version = SAYS_SOMETHING.test(text.slice(start, end))
    ? (/^ v?\d+(?:\.\d+)*(?![\w-])/.exec(after)?.[0] ?? '')
    : '';
  return !/^[ \t]+[\p{Lu}\d]/u.test(after.slice(version.length));
}

/** In a comment, in code that a document quotes, or between the marks of code. */
function isHidden(range: TextRange, { path, text }: Shown): boolean {
  const before = text.slice(0, range.start);
  if (before.lastIndexOf('<!--') > before.lastIndexOf('-->')) return true;
  const language = languageOf(path);
  if (!PROSE.has(language))
    return commentRanges(text, language).some((comment) => contains(comment, range.start));
  if (text[range.start - 1] === '`' || text[range.end] === '`') return true;
  return (before.match(/^[ \t]*(?:```|~~~)/gm) ?? []).length % 2 === 1;
}

const OPENING = /["'“‘«「]$/;
const CLOSING = /^[.,]?["'”’»」]/;

/** In a document words in quotation marks are spoken of; in code the marks only open and close a string. */
function isQuoted({ start, end }: TextRange, text: string, reader: Reader): boolean {
  return (
    reader === 'prose' && OPENING.test(textBefore(text, start, 1)) && CLOSING.test(text.slice(end, end + 2))
  );
}

const ORDER = /\b(?:must|should|shall|requires?|required|asks?|need(?:s|ed)?|display|show)\b[^.!?]*$/i;

function isOrder({ start }: TextRange, text: string): boolean {
  return ORDER.test(lineBefore(text, start));
}

/** A name is a credit after words that make it one, and alone as a paragraph of the file that greets people or of a notice. */
function isCredit(range: TextRange, { path, text }: Shown, reader: Reader): boolean {
  if (CREDITING.test(textBefore(text, range.start, 80).replace(/<[^<>]*>|[*_[("'“]/g, ' ')))
    return !isOrder(range, text);
  return (reader === 'notice' || README.test(path)) && isParagraph(range, text);
}

const CREDITING = /\b(?:powered|built|made|driven|created|developed|generated)\s+(?:by|with|on|using)\s+$/i;
const README = /(?:^|\/)readme(?:\.[a-z]+)*$/i;

function isParagraph({ start, end }: TextRange, text: string): boolean {
  return (
    /(?:^|\n[ \t]*\r?\n)[ \t]*$/.test(textBefore(text, start, 20)) &&
    /^[.]?[ \t]*(?:$|\r?\n[ \t]*(?:\r?\n|$))/.test(text.slice(end, end + 20))
  );
}

function lineBefore(text: string, offset: number): string {
  return text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
}
