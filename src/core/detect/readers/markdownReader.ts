import {
  findMark,
  hasBlank,
  isBlankCode,
  lineEnd,
  nextLine,
  skipSpaces,
  SPACE,
  TAB,
  trimEnd,
} from '../../text/charClass';
import { textFrom } from '../../text/pieces';
import type { TextRange } from '../../text/range';
import { keyKind } from '../signatures/keys';
import { ALONE, type Intake, type Site } from '../site';

/** Reads a part of the text as another language. */
export type ReadAs = (language: string, range: TextRange) => void;

const PROSE: Site = { lexical: 'prose', where: 'prose', ...ALONE };
const BACKTICK = 96;
/** Longest cell that may be the name of a setting. */
const LONGEST_SETTING = 80;
const TILDE = 126;
const BACKSLASH = 92;
/** How far behind a brace that may close such a section a better one is looked for, in characters. */
const R_REACH = 20_000;
/** What pages call the commands of a shell. */
const SHELLS: ReadonlySet<string> = new Set(['sh', 'shell', 'bash', 'zsh', 'console']);
const OPENING_BRACE = 123;
const CLOSING_BRACE = 125;
/** Sections of a page of R that hold code: https://cran.r-project.org/doc/manuals/R-exts.html#Rd-format */
const CODE_OF_R = /^\\(?:examples|usage)\{\s*$/;

/** Reads Markdown and its relatives, also the pages of R: front matter, fences, links, tables and running text. */
export function readMarkdown(intake: Intake, range: TextRange, readAs: ReadAs): void {
  new MarkdownReader(intake, range, readAs).run();
}

class MarkdownReader {
  private readonly text: string;
  /** What the columns of the table that is open hold, `''` for no models. */
  private columns: readonly string[] | undefined;
  /** Numbers of the columns of that table. */
  private groups: number[] = [];

  constructor(
    private readonly intake: Intake,
    private readonly range: TextRange,
    private readonly readAs: ReadAs,
  ) {
    this.text = intake.text;
  }

  run(): void {
    let at = this.frontMatter(this.range.start);
    while (at < this.range.end) at = this.line(at);
  }

  /** YAML between `---` lines, or TOML between `+++`, at the very start. */
  private frontMatter(start: number): number {
    const mark = this.text.slice(start, start + 3);
    if (mark !== '---' && mark !== '+++') return start;
    let at = nextLine(this.text, lineEnd(this.text, start, this.range.end), this.range.end);
    const from = at;
    while (at < this.range.end) {
      const end = lineEnd(this.text, at, this.range.end);
      const next = nextLine(this.text, end, this.range.end);
      if (this.text.startsWith(mark, at) && trimEnd(this.text, at, end) === at + 3) {
        this.readAs(mark === '---' ? 'yaml' : 'toml', { start: from, end: at });
        return next;
      }
      at = next;
    }
    return start;
  }

  private line(start: number): number {
    const end = lineEnd(this.text, start, this.range.end);
    const from = this.skipContainers(start, end);
    const code = this.text.charCodeAt(from);
    if ((code === BACKTICK || code === TILDE) && this.opensFence(from, end, code))
      return this.fence({ start: from, end }, code);
    if (code === BACKSLASH && CODE_OF_R.test(this.text.slice(start, end))) return this.codeOfR(end);
    if (code === 124 || this.isTableRow(from, end)) this.row({ start: from, end });
    else {
      this.columns = undefined;
      this.groups = [];
      this.prose({ start: from, end });
    }
    return nextLine(this.text, end, this.range.end);
  }

  /** Quote marks, list marks and indentation before a fence. */
  private skipContainers(start: number, end: number): number {
    let at = skipSpaces(this.text, start, end);
    while (this.text.charCodeAt(at) === 62) at = skipSpaces(this.text, at + 1, end);
    return at;
  }

  /** At least three marks; behind three backticks no other may follow on the line. */
  private opensFence(start: number, end: number, mark: number): boolean {
    const length = this.fenceLength(start, end, mark);
    return length >= 3 && (mark === TILDE || findMark(this.text, '`', start + length, end) < 0);
  }

  private fenceLength(start: number, end: number, mark: number): number {
    let at = start;
    while (at < end && this.text.charCodeAt(at) === mark) at++;
    return at - start;
  }

  private fence(opening: TextRange, mark: number): number {
    const length = this.fenceLength(opening.start, opening.end, mark);
    const language = fenceLanguage(
      this.text.slice(opening.start + length, Math.min(opening.end, opening.start + length + 100)),
    );
    const from = nextLine(this.text, opening.end, this.range.end);
    let at = from;
    while (at < this.range.end) {
      const end = lineEnd(this.text, at, this.range.end);
      const start = this.skipContainers(at, end);
      if (this.text.charCodeAt(start) === mark && this.closes(start, end, length, mark)) {
        this.readFence(language, { start: from, end: at });
        return nextLine(this.text, end, this.range.end);
      }
      at = nextLine(this.text, end, this.range.end);
    }
    this.readFence(language, { start: from, end: this.range.end });
    return this.range.end;
  }

  private readFence(language: string, range: TextRange): void {
    this.readAs(SHELLS.has(language) && this.isObject(range) ? 'json' : language, range);
  }

  /** Whether a fence holds an object of JSON and nothing else: what a command answers is shown as the command is. */
  private isObject({ start, end }: TextRange): boolean {
    const last = trimEnd(this.text, start, end) - 1;
    return (
      this.text.charCodeAt(last) === CLOSING_BRACE &&
      /^\s{0,80}\{\s{0,80}"/.test(textFrom(this.text, start, end, 200))
    );
  }

  /** What a page of R shows as code, up to the brace that closes it at the beginning of a line. */
  private codeOfR(opening: number): number {
    const from = nextLine(this.text, opening, this.range.end);
    const at = this.endOfR(from);
    this.readAs('r', { start: from, end: at });
    return at < this.range.end
      ? nextLine(this.text, lineEnd(this.text, at, this.range.end), this.range.end)
      : at;
  }

  /**
   * The brace at the beginning of a line that closes what is open there; where the braces of strings or comments
   * leave none, the first one.
   */
  private endOfR(from: number): number {
    let first: number | undefined;
    let depth = 0;
    for (let at = from; at < Math.min(this.range.end, (first ?? at) + R_REACH); at++) {
      const code = this.text.charCodeAt(at);
      if (code === BACKSLASH) at++;
      else if (code === OPENING_BRACE) depth++;
      else if (code === CLOSING_BRACE) {
        if (this.text.charAt(at - 1) === '\n') {
          if (depth <= 0) return at;
          first ??= at;
        }
        depth--;
      }
    }
    return first ?? this.range.end;
  }

  private closes(start: number, end: number, length: number, mark: number): boolean {
    const run = this.fenceLength(start, end, mark);
    return run >= length && trimEnd(this.text, start, end) === start + run;
  }

  private isTableRow(start: number, end: number): boolean {
    for (let at = start; at < end; at++) {
      if (
        this.text.charCodeAt(at) === 124 &&
        isBlankCode(this.text.charCodeAt(at + 1)) &&
        isBlankCode(this.text.charCodeAt(at - 1))
      )
        return true;
    }
    return false;
  }

  /** The cells of a row are values: a cell that is one name is read as one. */
  private row(line: TextRange): void {
    let start = this.text.charCodeAt(line.start) === 124 ? line.start + 1 : line.start;
    const { columns } = this;
    const headings: string[] = [];
    let key = '';
    let column = 0;
    while (start < line.end) {
      let end = start;
      while (end < line.end && this.text.charCodeAt(end) !== 124) end++;
      const group = (this.groups[column] ??= this.intake.newGroup());
      this.cell({ start, end }, { key: key === '' ? (columns?.[column] ?? '') : key, group });
      column++;
      if (columns === undefined) headings.push(this.headingIn({ start, end }));
      else if (key === '') key = this.settingIn({ start, end });
      start = end + 1;
    }
    this.columns ??= headings;
  }

  /** A heading that says that models stand below it: `Model`, `Default model`. */
  private headingIn(range: TextRange): string {
    const start = this.skipMarks(range);
    const heading = textFrom(this.text, start, range.end, LONGEST_SETTING).replace(/(?<![*\s])[*\s]+$/, '');
    return /^[A-Za-z]+(?: [A-Za-z]+){0,2}$/.test(heading) && keyKind(heading) === 'model' ? heading : '';
  }

  /** `OPENAI_MODEL`: a cell that names a setting says what the other cells of its row are values of. */
  private settingIn(range: TextRange): string {
    const start = this.skipMarks(range);
    const found = /^-{0,2}[A-Za-z]+(?:[_-][A-Za-z]+)+(?=[`*\s]*$)/.exec(
      textFrom(this.text, start, range.end, LONGEST_SETTING),
    );
    return found === null || keyKind(found[0]) !== 'model' ? '' : found[0];
  }

  private cell(range: TextRange, place: { readonly key: string; readonly group: number }): void {
    const start = this.skipMarks(range);
    let { end } = range;
    while (end > start && isMark(this.text.charCodeAt(end - 1))) end--;
    if (end <= start) return;
    const single = !hasBlank(this.text, start, end) && !OPENS_LINK.has(this.text.charCodeAt(start));
    const isCode = this.text.charCodeAt(start - 1) === BACKTICK;
    if (single)
      this.intake.value(
        { start, end },
        { ...PROSE, lexical: 'span', ...place, ...(!isCode && { isCell: true }) },
      );
    else this.prose(range);
  }

  private skipMarks({ start, end }: TextRange): number {
    let at = start;
    while (at < end && isMark(this.text.charCodeAt(at))) at++;
    return at;
  }

  private prose(range: TextRange): void {
    this.intake.prose(range, PROSE);
  }
}

/** What a link begins with, or a tag: `[text](address)`, `<address>`. */
const OPENS_LINK = new Set([91, 60]);

/** Spaces and the marks of emphasis and code around a cell's content. */
function isMark(code: number): boolean {
  return code === SPACE || code === TAB || code === 42 || code === BACKTICK;
}

/** `python title="x"`, `{.python}`, `{python}` → `python`. */
function fenceLanguage(info: string): string {
  const found = /^[\s{.]*([A-Za-z+#-][\w+#-]*)/.exec(info);
  return found?.[1]?.toLowerCase() ?? '';
}
