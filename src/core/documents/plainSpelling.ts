import { BACKSLASH, isNameCode, isWordCode, NEWLINE, RETURN, skipSpaces } from '../text/charClass';
import { Decoder, type DecodedText } from './decodedText';
import { entityAt } from './entities';
import { escapeAt } from './escapes';
import { joinedLiterals } from './joinedLiterals';
import type { Spelling } from './spelling';

/** Characters back to the quote that opens the string an escape is in: no name is longer. */
const LONGEST_NAME = 400;
const MARKUP = new Set(['xml', 'html', 'vue', 'svelte', 'astro']);
/** Languages where a backslash at the end of a line goes on with the next one, inside a word too. */
const CONTINUED = new Set(
  (
    'python starlark javascript javascriptreact typescript typescriptreact c cpp objective-c cuda ' +
    'shellscript dockerfile rust toml yaml properties'
  ).split(' '),
);
/** Those of them that leave out the blanks the next line begins with. */
const FOLDED = new Set(['rust', 'toml', 'yaml', 'properties']);
const DOUBLE_QUOTE = 34;

/**
 * A text whose names are spelled as they are meant: `meta-llama\/Llama-3.1`, `"meta-llama\u002fLlama"`,
 * `meta-llama&#47;Llama`, `"meta-llama/" "Llama"` and `"meta-llama/" + "Llama"` all become `meta-llama/Llama`. Only
 * what is replaced by a character that names are made of is touched, so that quotes, brackets and line ends of the
 * text stay what they are to its reader. `undefined` when the text is spelled so already. Linear in the text.
 */
export function plainSpelling(text: string, language: string): DecodedText | undefined {
  const spellings = [
    ...escaped(text, language),
    ...(MARKUP.has(language) ? entities(text) : []),
    ...percents(text),
    ...joinedLiterals(text, language),
  ].sort((a, b) => a.start - b.start);
  return spellings.length === 0 ? undefined : replaced(text, spellings);
}

function replaced(text: string, spellings: readonly Spelling[]): DecodedText {
  const decoder = new Decoder(text);
  let at = 0;
  for (const { start, end, meaning } of spellings) {
    if (start < at) continue;
    decoder.copy(at, start);
    decoder.replace(start, end, meaning);
    at = end;
  }
  decoder.copy(at, text.length);
  return decoder.finish();
}

/** Escapes of characters that names are made of, in strings, and line ends in the middle of a name. */
function escaped(text: string, language: string): readonly Spelling[] {
  const found: Spelling[] = [];
  const strings = new StringStarts(text);
  for (let at = text.indexOf('\\'); at >= 0; at = text.indexOf('\\', at + 1)) {
    const code = text.charCodeAt(at + 1);
    const spelling =
      code === NEWLINE || code === RETURN
        ? continued(text, at, { language, strings })
        : language === 'properties'
          ? property(text, at)
          : isSpelledOut(code)
            ? character(text, at, strings)
            : code === BACKSLASH
              ? escapedTwice(text, at, strings)
              : undefined;
    if (spelling !== undefined) found.push(spelling);
    else if (code === BACKSLASH) at++;
  }
  return found;
}

/** `\/`, `\u…`, `\x…`, `\U…` */
function isSpelledOut(code: number): boolean {
  return code === 47 || code === 117 || code === 120 || code === 85;
}

function character(text: string, at: number, strings: StringStarts): Spelling | undefined {
  const { meaning, end } = escapeAt(text, at, text.length);
  const isPlain = text.charAt(at + 1) !== '/' && end === at + 2;
  if (isPlain || meaning.length !== 1 || !isNameCode(meaning.charCodeAt(0)) || !strings.reaches(at, end))
    return undefined;
  return { start: at, end, meaning };
}

/** `\\/` in a string: JSON that another program wrote, in a string of its own. */
function escapedTwice(text: string, at: number, strings: StringStarts): Spelling | undefined {
  const end = at + 3;
  const isInName = isWordCode(text.charCodeAt(at - 1)) && isWordCode(text.charCodeAt(end));
  return text.charAt(at + 2) === '/' && isInName && strings.reaches(at, end)
    ? { start: at, end, meaning: '/' }
    : undefined;
}

/** `llama3.1\:8b`: a properties file has no quotes, and every escape counts. */
function property(text: string, at: number): Spelling | undefined {
  const { meaning, end } = escapeAt(text, at, text.length);
  const isPlain = end === at + 2 && isWordCode(text.charCodeAt(at + 1));
  return !isPlain && meaning.length === 1 && isNameCode(meaning.charCodeAt(0))
    ? { start: at, end, meaning }
    : undefined;
}

/** `meta-llama/\` at the end of a line: the name goes on in the next one. */
function continued(
  text: string,
  at: number,
  { language, strings }: { language: string; strings: StringStarts },
): Spelling | undefined {
  if (!CONTINUED.has(language)) return undefined;
  const { end } = escapeAt(text, at, text.length);
  const folds = FOLDED.has(language);
  const next = folds ? skipSpaces(text, end, text.length) : end;
  const before = text.charCodeAt(at - 1);
  const isInName = isNameCode(before) && isWordCode(text.charCodeAt(next));
  if (!isInName && !isQuote(before)) return undefined;
  return !folds || language === 'properties' || strings.reaches(at, next)
    ? { start: at, end: next, meaning: '' }
    : undefined;
}

/**
 * Tells whether a place is in a string that has escapes, as far as nothing but a name stands between it and the opening
 * quote: those of {@link FOLDED} have them between double quotes.
 */
class StringStarts {
  /** Up to here the text was looked at, and whether what was looked at began with a quote. */
  private known = 0;
  private wasIn = false;

  constructor(private readonly text: string) {}

  reaches(at: number, end: number): boolean {
    let start = at - 1;
    while (start >= this.known && at - start < LONGEST_NAME && isNameCode(this.text.charCodeAt(start)))
      start--;
    const isIn = start < this.known ? this.wasIn : this.text.charCodeAt(start) === DOUBLE_QUOTE;
    this.known = end;
    this.wasIn = isIn;
    return isIn;
  }
}

function isQuote(code: number): boolean {
  return code === 34 || code === 39 || code === 96;
}

/** `meta-llama&#47;Llama-3.1-8B` */
function entities(text: string): readonly Spelling[] {
  const found: Spelling[] = [];
  for (let at = text.indexOf('&'); at >= 0; at = text.indexOf('&', at + 1)) {
    const entity = entityAt(text, at);
    if (entity === undefined || !isNameCode(entity.meaning.charCodeAt(0))) continue;
    found.push({ start: at, ...entity });
  }
  return found;
}

/**
 * `models/meta-llama%2FLlama-3.1-8B`: a name of two parts as one segment of an address. Elsewhere in an address `%2F`
 * keeps together what is one thing, such as the name of a branch.
 */
function percents(text: string): readonly Spelling[] {
  const found: Spelling[] = [];
  for (let at = text.indexOf('%2F'); at >= 0; at = text.indexOf('%2F', at + 3)) {
    const end = at + 3;
    let start = at;
    while (at - start < LONGEST_NAME && isWordOrMark(text.charCodeAt(start - 1))) start--;
    const before = text.charCodeAt(start - 1);
    const isSegment = before === 47 ? text.startsWith('models/', start - 7) : before !== 37;
    if (start < at && isSegment && isWordCode(text.charCodeAt(end)))
      found.push({ start: at, end, meaning: '/' });
  }
  return found;
}

/** What one part of a name is made of. */
function isWordOrMark(code: number): boolean {
  return isWordCode(code) || code === 45 || code === 46;
}
