import { isBlankCode, lineEnd, nextLine } from './charClass';
import { tokenize } from './lexer';
import type { TextRange } from './range';
import { syntaxOf, type Syntax } from './syntax';

/**
 * Where the comments of a text are, their marks included, in order. `language` is a VS Code language id; a language that
 * is not known has no comments.
 */
export function commentRanges(text: string, language: string): readonly TextRange[] {
  const syntax = syntaxOf(language);
  if (syntax === undefined) return [];
  return syntax.strings.length === 0 && syntax.blockComments.length === 0
    ? wholeWordComments(text, syntax)
    : tokenComments(text, syntax);
}

/** @param withStrings gives where its strings are, too */
function tokenComments(text: string, syntax: Syntax, withStrings = false): readonly TextRange[] {
  const found: TextRange[] = [];
  const ignore = (): void => undefined;
  tokenize(text, { start: 0, end: text.length }, syntax, {
    word: ignore,
    string: withStrings ? ({ start, end }) => found.push({ start, end }) : ignore,
    punctuation: ignore,
    newline: ignore,
    comment: (start, end) => found.push({ start, end }),
  });
  return found;
}

/** Where the comments and the strings of code are, in order: what stands in them is no statement. */
export function unreadRanges(text: string, language: string): readonly TextRange[] {
  const syntax = syntaxOf(language);
  return syntax === undefined || syntax.strings.length === 0 ? [] : tokenComments(text, syntax, true);
}

/** In files of lines (YAML, `.env`, INI) a comment mark only counts at the start of a line or after a blank, and outside quotes. */
function wholeWordComments(text: string, syntax: Syntax): readonly TextRange[] {
  const found: TextRange[] = [];
  for (let start = 0; start < text.length; ) {
    const end = lineEnd(text, start, text.length);
    const at = commentStart(text, { start, end }, syntax);
    if (at < end) found.push({ start: at, end });
    start = nextLine(text, end, text.length);
  }
  return found;
}

/** Where the comment of a line starts; the end of the line when it has none. */
export function commentStart(text: string, line: TextRange, syntax: Syntax): number {
  let quote = 0;
  for (let at = line.start; at < line.end; at++) {
    const code = text.charCodeAt(at);
    if (code > 96 && code < 123) continue;
    if (quote !== 0) {
      if (code === quote) quote = 0;
      continue;
    }
    const fresh = at === line.start || isBlankCode(text.charCodeAt(at - 1));
    if (fresh && opensComment(text, at, syntax)) return at;
    if ((code === 34 || code === 39) && !isInsideWord(text, at, line.start)) quote = code;
  }
  return line.end;
}

function opensComment(text: string, at: number, { lineComments }: Syntax): boolean {
  for (const mark of lineComments)
    if (text.charCodeAt(at) === mark.charCodeAt(0) && text.startsWith(mark, at)) return true;
  return false;
}

/** An apostrophe in a word opens no string. */
function isInsideWord(text: string, at: number, start: number): boolean {
  const before = at > start ? text.charCodeAt(at - 1) : 32;
  return (
    !isBlankCode(before) &&
    before !== 58 &&
    before !== 61 &&
    before !== 44 &&
    before !== 91 &&
    before !== 123 &&
    before !== 40
  );
}
