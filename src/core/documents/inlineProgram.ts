import { BACKSLASH, NEWLINE, RETURN } from '../text/charClass';
import type { TextRange } from '../text/range';
import { Decoder, type DecodedText } from './decodedText';

interface Interpreter {
  readonly program: RegExp;
  /** The flag or command whose operand is the program's text. */
  readonly flag: RegExp;
  readonly language: string;
}

const INTERPRETERS: readonly Interpreter[] = [
  { program: /^(?:i?python|pypy)[\d.]*(?:\.exe)?$/, flag: /^-[a-zA-Z]*c$/, language: 'python' },
  {
    program: /^(?:node|nodejs|bun|deno|tsx|ts-node)$/,
    flag: /^(?:-e|-p|-pe|--eval|--print|eval)$/,
    language: 'javascript',
  },
  { program: /^j?ruby$/, flag: /^-e$/, language: 'ruby' },
  { program: /^Rscript$/, flag: /^-e$/, language: 'r' },
  { program: /^php$/, flag: /^-r$/, language: 'php' },
  { program: /^(?:(?:ba|z|da|k|a)?sh|su|runuser)$/, flag: /^-[a-z]*c$/, language: 'shellscript' },
  { program: /^(?:pwsh|powershell)(?:\.exe)?$/i, flag: /^-c(?:ommand)?$/i, language: 'powershell' },
];

/**
 * The language of a word of a command line that is a program's text: `python -c "…"`, `sh -lc '…'`.
 * @param before the words before it, the command's first word first
 */
export function inlineProgramLanguage(before: readonly string[]): string | undefined {
  const flag = before.at(-1) ?? '';
  const interpreter = before
    .slice(0, -1)
    .reverse()
    .map((word) => word.slice(word.lastIndexOf('/') + 1))
    .map((name) => INTERPRETERS.find(({ program }) => program.test(name)))
    .find((found) => found !== undefined);
  return interpreter?.flag.test(flag) === true ? interpreter.language : undefined;
}

const SINGLE = 39;
const DOUBLE = 34;
/** What a backslash takes the meaning of within double quotes, as POSIX has it (Shell Command Language, 2.2.3). */
const ESCAPED = /["\\$`]/;

/** What a word of a shell means: without its quotes and backslashes. */
export function wordText(source: string, { start, end }: TextRange): DecodedText {
  const decoder = new Decoder(source);
  let quote = 0;
  let from = start;
  for (let at = start; at < end; at++) {
    const code = source.charCodeAt(at);
    if (code === BACKSLASH && quote !== SINGLE) {
      const escape = escapeAt(source, at, quote === DOUBLE);
      if (escape === undefined) continue;
      decoder.copy(from, at);
      from = escape.from;
      at = escape.last;
    } else if (code === quote || (quote === 0 && (code === SINGLE || code === DOUBLE))) {
      decoder.copy(from, at);
      quote = quote === 0 ? code : 0;
      from = at + 1;
    }
  }
  decoder.copy(from, end);
  return decoder.finish();
}

/**
 * What a backslash takes the meaning of: where the text goes on behind the backslash, or behind the line end that it
 * joins lines at, and the last character that is read with it. `undefined` where it is a character like any other.
 */
function escapeAt(
  source: string,
  at: number,
  isQuoted: boolean,
): { readonly from: number; readonly last: number } | undefined {
  const next = source.charCodeAt(at + 1);
  if (next === NEWLINE || next === RETURN) {
    const isPair = next === RETURN && source.charCodeAt(at + 2) === NEWLINE;
    const from = at + (isPair ? 3 : 2);
    return { from, last: from - 1 };
  }
  return isQuoted && !ESCAPED.test(source.charAt(at + 1)) ? undefined : { from: at + 1, last: at + 1 };
}
