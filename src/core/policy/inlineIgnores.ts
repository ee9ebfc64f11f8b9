import { isDay } from '../isoDay';
import { LineIndex } from '../text/lineIndex';
import type { TextRange } from '../text/range';
import { statedEnd } from './statedEnd';

/** What a comment for this project begins with. */
export const IGNORE_MARKER = 'model-license-lens:';

/** The same before its colon, and the colon that input methods for Japanese and Chinese write for it. */
const NAME = IGNORE_MARKER.slice(0, -1);
const COLON = /[:：]/;

/** A comment `model-license-lens: ignore[rule, …] reason`, or `… until YYYY-MM-DD reason`. */
export interface InlineIgnore {
  /** From the marker to the end of the rules. */
  readonly range: TextRange;
  readonly rules: readonly string[];
  /** As written, with the day; `''` where none is given. */
  readonly reason: string;
  /** The last day on which it holds; the words for its end where they are no day; `null` where it states no end. */
  readonly until: string | null;
  /** Whether it has an effect: it gives a reason, and the day it states is one that is not past. */
  readonly holds: boolean;
  /** The 1-based lines whose findings it silences: that of the code it stands behind; on a line of its own, the next one that is no such comment too. */
  readonly lines: readonly number[];
}

/** An ignore comment of a file that was judged. */
export interface AppliedIgnore extends InlineIgnore {
  /** Those of its rules that had found something. */
  readonly silenced: ReadonlySet<string>;
  /** The models that this was about. */
  readonly models: ReadonlySet<string>;
}

/** A comment with the findings that it silenced. */
export function applyIgnore(
  ignore: InlineIgnore,
  silenced: readonly { readonly rule: string; readonly model: string | null }[],
): AppliedIgnore {
  return {
    ...ignore,
    silenced: new Set(silenced.map(({ rule }) => rule)),
    models: new Set(silenced.flatMap(({ model }) => model ?? [])),
  };
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
const MARKDOWN = /\.(?:md|mdc|mdx|markdown|qmd|rmd)$/i;

/** All that can stand before the mark of a comment on a line of its own: what opens a block, a list, or a line of a notebook's source. */
const OWN_LINE = /^[\s"'>*{/#;%@-]*$/;

/** `ignore`, the rules in brackets, and the rest of the line. Without the brackets it has no effect, which is told. */
const FORM = /^[ \t\u3000]*ignore(?:[[［]([^\]］\r\n]*)[\]］]|(?![\w-]))[ \t\u3000]*([^\r\n]*)/;
const BETWEEN_RULES = /[,，、]/;
/** How much of a line can stand before the mark of a comment on a line of its own. */
const MOST_BEFORE = 200;
/** What closes a comment that code may follow, by what opens it. */
const BLOCK_ENDS: ReadonlyMap<string, string> = new Map([
  ['/*', '*/'],
  ['*', '*/'],
  ['<!--', '-->'],
]);
/** What closes a comment, or a line of a notebook's source, after the reason. */
const CLOSING = ['-->', '*/', '--}}', '#}', '\\n', '"', ','];

/**
 * The ignore comments of a text.
 * @param path decides in which marks a comment is written: prose may show the syntax in code
 * @param today `YYYY-MM-DD`: comments that state a day expire by it
 */
export function readInlineIgnores(text: string, path: string, today: string): InlineIgnores {
  if (!text.includes(NAME)) return NONE;
  const lines = new LineIndex(text);
  const mark = MARKDOWN.test(path) ? MARKDOWN_MARK : COMMENT_MARK;
  const found: ReadIgnore[] = [];
  for (let at = text.indexOf(NAME); at >= 0; at = text.indexOf(NAME, at + NAME.length)) {
    const { line } = lines.positionAt(at);
    const lineStart = lines.lineStart(line) ?? 0;
    const opening = mark.exec(text.slice(Math.max(lineStart, at - 20), at))?.[0];
    if (opening === undefined) continue;
    const before = at - opening.length - lineStart;
    const ignore = readIgnore(text, at, { end: BLOCK_ENDS.get(opening.trim()), today });
    if (ignore === undefined) continue;
    const { isFollowed, ...read } = ignore;
    const isFirst = before <= MOST_BEFORE && OWN_LINE.test(text.slice(lineStart, lineStart + before));
    found.push({ ...read, line, isAlone: isFirst && !isFollowed });
  }
  return indexed(found, lines);
}

/** A comment with what tells for which lines it is. */
interface ReadIgnore extends Omit<InlineIgnore, 'lines'> {
  readonly line: number;
  /** Whether there is nothing else on its line. */
  readonly isAlone: boolean;
}

/**
 * What is written from the marker on; `undefined` where it is no such comment.
 * @param end what closes the comment on its line, where its mark is one that is closed
 */
function readIgnore(
  text: string,
  at: number,
  { end, today }: { readonly end: string | undefined; readonly today: string },
): (Omit<InlineIgnore, 'lines'> & { readonly isFollowed: boolean }) | undefined {
  const from = at + IGNORE_MARKER.length;
  const match = COLON.test(text[from - 1] ?? '') ? FORM.exec(text.slice(from, from + 1_000)) : null;
  if (match === null) return undefined;
  const [whole, list = '', rest = ''] = match;
  const [comment = '', code = ''] = end === undefined ? [rest] : rest.split(end);
  const reason = withoutClosing(comment);
  const { whole: stated = '', until = null } = statedEnd(reason) ?? {};
  const isReasoned = /[^\s\p{P}]/u.test(reason.replace(stated, ''));
  return {
    range: { start: at, end: trimmedEnd(text, from + whole.length - rest.length) },
    rules: rulesIn(list),
    reason: isReasoned ? reason : '',
    until,
    holds: isReasoned && (until === null || (isDay(until) && until >= today)),
    isFollowed: withoutClosing(code).replace(/^[\s}]*/, '') !== '',
  };
}

function rulesIn(list: string): readonly string[] {
  return list
    .split(BETWEEN_RULES)
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

/**
 * What begins the line on which a text of several lines ends: the code behind is of no comment that the text shows.
 * `"""; ask(…)`, `` `); ask(…) ``, `]])`, `"@;`
 */
const ENDS_TEXT = /^\s*(?:"{3}|'{3}|["'`]@?|\]=*\]|\)\w{0,16}")#{0,3}\s*[;,).\]}]/;

function indexed(found: readonly ReadIgnore[], lines: LineIndex): InlineIgnores {
  const own = new Set(found.filter(({ isAlone }) => isAlone).map(({ line }) => line));
  const all = found.map(({ line, isAlone, ...ignore }): InlineIgnore => {
    let next = line + 1;
    while (own.has(next)) next++;
    const isShown = ENDS_TEXT.test(lines.lineText(next));
    return { ...ignore, lines: isAlone && !isShown ? [line, next] : [line] };
  });
  return {
    all,
    at(offset, rule) {
      const { line } = lines.positionAt(offset);
      return all.filter((ignore) => ignores(ignore, line, rule));
    },
  };
}
