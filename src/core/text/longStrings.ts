import { findMark, lineEnd, nextLine, skipSpaces } from './charClass';
import { textBefore, textFrom } from './pieces';

/** A string whose closing mark follows from its opening one. */
export interface LongString {
  readonly contentStart: number;
  readonly contentEnd: number;
  /** Where the text goes on behind the string. */
  readonly end: number;
  /** Where the rest of the line goes on that a here-document is announced on: its text stands on the lines below. */
  readonly lineGoesOn?: number;
  /** The word that ends a here-document, which often says what is in it: `<<~YAML`. */
  readonly label?: string;
}

/** Reads the string that opens at `at`; `undefined` when none does, `null` when one seems to that is never closed. */
export type ReadLongString = (text: string, at: number, end: number) => LongString | undefined | null;

/** How a language writes such strings: the first characters, and what reads them. */
export interface LongStringForm {
  readonly mark: string;
  readonly read: ReadLongString;
}

/** Longest opening mark that is read. */
const LONGEST_OPENING = 80;
const LONGEST_LABEL_LINE = 200;

/** `[[ … ]]`, `[==[ … ]==]` of Lua. */
export const LONG_BRACKETS: LongStringForm = {
  mark: '[',
  read: (text, at, end) =>
    follows(text, at, '[=')
      ? matched({ text, at, end }, /^\[(=*)\[/, ([, signs = '']) => `]${signs}]`)
      : undefined,
};

/** `r"…"`, `r#"…"#`, `br##"…"##` of Rust. */
export const RUST_RAW: LongStringForm = {
  mark: 'r',
  read: (text, at, end) =>
    follows(text, at, '#"')
      ? matched({ text, at, end }, /^r(#{0,20})"/, ([, signs = '']) => `"${signs}`)
      : undefined,
};

/** `R"(…)"`, `R"json(…)json"` of C++. */
export const CPP_RAW: LongStringForm = {
  mark: 'R"',
  read: (text, at, end) =>
    matched({ text, at, end }, /^R"([^\s()\\"]{0,16})\(/, ([, word = '']) => `)${word}"`),
};

/** `#"…"#` and `##"""…"""##` of Swift and CUE. */
export const HASHED: LongStringForm = {
  mark: '#',
  read: (text, at, end) =>
    matched({ text, at, end }, /^(#{1,8})("""|")/, ([, signs = '', quote = '']) => `${quote}${signs}`),
};

/** `r"(…)"`, `R"---[…]---"` of R. */
function rRaw(mark: string): LongStringForm {
  const closers: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };
  return {
    mark,
    read: (text, at, end) =>
      matched(
        { text, at, end },
        /^[rR](["'])(-*)([([{])/,
        ([, quote = '', dashes = '', open = '']) => `${closers[open] ?? ''}${dashes}${quote}`,
      ),
  };
}
export const R_RAW: readonly LongStringForm[] = ['r"', "r'", 'R"', "R'"].map(rRaw);

/** `"""…"""` of C#, with any number of quotes from three on: no escapes in it. */
export const CSHARP_RAW: LongStringForm = {
  mark: '"""',
  read: (text, at, end) => matched({ text, at, end }, /^"{3,20}/, ([quotes]) => quotes),
};

/** The same with parts that are computed: `$"""…{x}…"""`, `$$"""…{{x}}…"""`. */
export const CSHARP_RAW_FILLED: LongStringForm = {
  mark: '$',
  read: (text, at, end) =>
    follows(text, at, '$"')
      ? matched({ text, at, end }, /^\${1,8}("{3,20})/, ([, quotes = '']) => quotes)
      : undefined,
};

/**
 * `$$…$$`, `$body$…$body$` of PostgreSQL: the body of a function or block, or any other text.
 * https://www.postgresql.org/docs/current/sql-createfunction.html
 */
export const DOLLAR_QUOTED: LongStringForm = {
  mark: '$',
  read: (text, at, end) => {
    const found = matched({ text, at, end }, /^\$[A-Za-z_]*\$/, ([mark]) => mark);
    return found && { ...found, ...labelOfBody(text, at, found) };
  },
};

const LANGUAGE = /\blanguage\s{1,20}'?(?:pl)?(python|v8|sql|pgsql)/i;
/** What stands before the body of a function or block. */
const OF_BODY = /(?:\bas|\bdo(?:\s{1,20}language\s{1,20}\w{1,20})?)\s{0,80}$/i;
/** How far around a body its language is said, in characters. */
const LANGUAGE_REACH = 400;

/** In which language a body is, as the function says before or behind it: in SQL where it does not. */
function labelOfBody(text: string, at: number, { end }: LongString): { readonly label?: string } {
  const before = textBefore(text, at, LANGUAGE_REACH);
  if (!OF_BODY.test(before)) return {};
  const behind = text.slice(end, end + LANGUAGE_REACH).split(';', 1)[0] ?? '';
  const head = before.slice(before.lastIndexOf(';') + 1);
  const language = (LANGUAGE.exec(behind) ?? LANGUAGE.exec(head))?.[1]?.toLowerCase();
  return { label: language === 'python' ? 'python' : language === 'v8' ? 'javascript' : 'sql' };
}

/** One of these characters stands behind the first: asked before more is read. */
function follows(text: string, at: number, characters: string): boolean {
  return characters.includes(text.charAt(at + 1) || ' ');
}

interface Place {
  readonly text: string;
  readonly at: number;
  readonly end: number;
}

/** A string between what `opening` matches and the mark that follows from it; to the end of the text where that is missing. */
function matched(
  { text, at, end }: Place,
  opening: RegExp,
  closing: (found: RegExpExecArray) => string,
): LongString | undefined {
  const found = opening.exec(textFrom(text, at, end, LONGEST_OPENING));
  if (found === null) return undefined;
  const contentStart = at + found[0].length;
  const close = closing(found);
  const stop = findMark(text, close, contentStart, end);
  return stop < 0
    ? { contentStart, contentEnd: end, end }
    : { contentStart, contentEnd: stop, end: stop + close.length };
}

/** `<<~YAML`, `<<-'EOT'`, `<<EOT`: Ruby, Perl, HCL. */
export const HERE_DOCUMENT: LongStringForm = {
  mark: '<<',
  read: (text, at, end) => hereDocument({ text, at, end }, /^<<[-~]?(["'`]?)([A-Z_][A-Za-z0-9_]*)\1/),
};

/** `<<<EOT`, `<<<'JSON'` of PHP. */
export const PHP_HERE_DOCUMENT: LongStringForm = {
  mark: '<<<',
  read: (text, at, end) => hereDocument({ text, at, end }, /^<<<[ \t]*(["']?)([A-Za-z_]\w*)\1(?=\r?\n)/),
};

/** The lines below, up to one that begins with the label. */
function hereDocument({ text, at, end }: Place, opening: RegExp): LongString | undefined | null {
  const found = opening.exec(textFrom(text, at, end, LONGEST_OPENING));
  const label = found?.[2];
  if (found === null || label === undefined) return undefined;
  const lineGoesOn = at + found[0].length;
  const contentStart = nextLine(text, lineEnd(text, lineGoesOn, end), end);
  for (let line = contentStart; line < end; ) {
    const stop = lineEnd(text, line, end);
    const first = skipSpaces(text, line, stop);
    if (
      text.startsWith(label, first) &&
      stop - first < LONGEST_LABEL_LINE &&
      endsAt(text, first + label.length)
    )
      return { contentStart, contentEnd: line, end: first + label.length, lineGoesOn, label };
    line = nextLine(text, stop, end);
  }
  return null;
}

/** Nothing that a word goes on with. */
function endsAt(text: string, at: number): boolean {
  return !/[\w.-]/.test(text.charAt(at));
}
