import { isDay } from '../isoDay';
import { LineIndex } from '../text/lineIndex';
import type { TextRange } from '../text/range';

/** What a comment for this project begins with. */
export const IGNORE_MARKER = 'model-license-lens:';

/** A comment `model-license-lens: ignore[rule, …] reason`, or `… until YYYY-MM-DD reason`. */
export interface InlineIgnore {
  /** From the marker to the end of the rules. */
  readonly range: TextRange;
  readonly rules: readonly string[];
  /** As written, with the day; `''` where none is given. */
  readonly reason: string;
  /** The last day on which it holds, as written; `null` where it states none. */
  readonly until: string | null;
  /** Whether it has an effect: it gives a reason, and the day it states is one that is not past. */
  readonly holds: boolean;
  /** The 1-based lines whose findings it silences: its own and the next one that is no such comment. */
  readonly lines: readonly number[];
}

/** An ignore comment of a file that was judged. */
export interface AppliedIgnore extends InlineIgnore {
  /** Those of its rules that had found something. */
  readonly silenced: ReadonlySet<string>;
}

/** Whether a comment silences a rule on a line (1-based). */
export function ignores(
  { holds, lines, rules }: Pick<InlineIgnore, 'holds' | 'lines' | 'rules'>,
  line: number,
  rule: string,
): boolean {
  return holds && lines.includes(line) && rules.includes(rule);
}

export interface InlineIgnores {
  readonly all: readonly InlineIgnore[];
  /** The comments that silence a rule at an offset. */
  at(offset: number, rule: string): readonly InlineIgnore[];
}

const NONE: InlineIgnores = { all: [], at: () => [] };

/** What can stand before the marker, in any of the languages: the mark that opens, or goes on with, a comment. */
const COMMENT_MARK = /(?:#|\/\/|\/\*|\*|<!--|--|;|%|\brem)\s*$/i;
const MARKDOWN_MARK = /<!--\s*$/;
const MARKDOWN = /\.(?:md|mdx|markdown|qmd|rmd)$/i;

/** `ignore`, the rules in brackets, and the rest of the line. */
const FORM = /^[ \t]*ignore\[([^\]\r\n]*)\][ \t]*([^\r\n]*)/;
/** What closes a comment, or a line of a notebook's source, after the reason. */
const CLOSING = ['-->', '*/', '--}}', '#}', '\\n', '"', ','];

/** `until 2027-03-31`, or another way to write a day, which is no reason either: of that nobody can tell how long it holds. */
const UNTIL =
  /\buntil[ \t]+(\d{4}[-/.]\d{1,2}(?:[-/.]\d{1,2})?|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4})(?![\w-])[,;:.]?/i;

/**
 * The ignore comments of a text.
 * @param path decides in which marks a comment is written: prose may show the syntax in code
 * @param today `YYYY-MM-DD`: comments that state a day expire by it
 */
export function readInlineIgnores(text: string, path: string, today: string): InlineIgnores {
  if (!text.includes(IGNORE_MARKER)) return NONE;
  const lines = new LineIndex(text);
  const found: (Omit<InlineIgnore, 'lines'> & { readonly line: number })[] = [];
  for (
    let at = text.indexOf(IGNORE_MARKER);
    at >= 0;
    at = text.indexOf(IGNORE_MARKER, at + IGNORE_MARKER.length)
  ) {
    const line = lines.positionAt(at).line;
    const before = text.slice(Math.max(lines.lineStart(line) ?? 0, at - 20), at);
    const match = FORM.exec(text.slice(at + IGNORE_MARKER.length, at + IGNORE_MARKER.length + 1_000));
    if (match === null || !(MARKDOWN.test(path) ? MARKDOWN_MARK : COMMENT_MARK).test(before)) continue;
    const [whole, list = '', rest = ''] = match;
    const end = at + IGNORE_MARKER.length + whole.length - rest.length;
    const reason = withoutClosing(rest);
    const until = UNTIL.exec(reason)?.[1] ?? null;
    const isReasoned = reason.replace(UNTIL, '').trim() !== '';
    found.push({
      range: { start: at, end: trimmedEnd(text, end) },
      rules: rulesIn(list),
      reason: isReasoned ? reason : '',
      until,
      holds: isReasoned && (until === null || (isDay(until) && until >= today)),
      line,
    });
  }
  return indexed(found, lines);
}

function rulesIn(list: string): readonly string[] {
  return list
    .split(',')
    .map((rule) => rule.trim())
    .filter((rule) => rule !== '');
}

/** A pattern for this would try each start of a long run of marks anew. */
function withoutClosing(text: string): string {
  let kept = text.trimEnd();
  for (;;) {
    const mark = CLOSING.find((closing) => kept.endsWith(closing));
    if (mark === undefined) return kept;
    kept = kept.slice(0, -mark.length).trimEnd();
  }
}

function trimmedEnd(text: string, end: number): number {
  let at = end;
  while (text[at - 1] === ' ' || text[at - 1] === '\t') at--;
  return at;
}

function indexed(
  found: readonly (Omit<InlineIgnore, 'lines'> & { readonly line: number })[],
  lines: LineIndex,
): InlineIgnores {
  const own = new Set(found.map(({ line }) => line));
  const all = found.map(({ line, ...ignore }): InlineIgnore => {
    let next = line + 1;
    while (own.has(next)) next++;
    return { ...ignore, lines: [line, next] };
  });
  return {
    all,
    at(offset, rule) {
      const { line } = lines.positionAt(offset);
      return all.filter((ignore) => ignores(ignore, line, rule));
    },
  };
}
