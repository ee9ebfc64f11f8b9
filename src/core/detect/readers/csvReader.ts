import { textFrom } from '../../text/pieces';
import type { TextRange } from '../../text/range';
import { keyKindIn } from '../signatures/keys';
import { ALONE, type Intake, type Site } from '../site';
import { eachLine, unquotedRange } from './lineReader';

const QUOTE = 34;
const LONGEST_HEADER = 2_000;
const TEXT: Site = { lexical: 'prose', where: 'prose', ...ALONE };

/**
 * Reads a table of separated values. The first line names the columns: what stands in one that is for models is read as
 * their value, everything else as text. A cell that is broken over lines is read as text.
 */
export function readSeparated(intake: Intake, range: TextRange): void {
  let columns: readonly (Site | undefined)[] | undefined;
  let separator = ',';
  eachLine(intake.text, range, (line) => {
    if (columns === undefined) {
      separator = separatorOf(textFrom(intake.text, line.start, line.end, LONGEST_HEADER));
      columns = cells(intake.text, line, separator).map((cell) => columnSite(intake, cell));
      return intake.prose(line, TEXT);
    }
    readRow(intake, line, { columns, separator });
  });
}

function readRow(
  intake: Intake,
  line: TextRange,
  { columns, separator }: { readonly columns: readonly (Site | undefined)[]; readonly separator: string },
): void {
  if (!columns.some((column) => column !== undefined)) return intake.prose(line, TEXT);
  cells(intake.text, line, separator).forEach((cell, at) => {
    const site = columns[at];
    const content = unquotedRange(intake.text, cell);
    if (site === undefined || /\s/.test(intake.text.slice(content.start, content.end)))
      intake.prose(cell, TEXT);
    else if (content.end > content.start) intake.value(content, site);
  });
}

/** The site of a column for models, all of whose values are one list; `undefined` for every other column. */
function columnSite(intake: Intake, cell: TextRange): Site | undefined {
  const content = unquotedRange(intake.text, cell);
  const key = intake.text.slice(content.start, content.end).trim();
  return keyKindIn(key, []) === 'model'
    ? { lexical: 'string', where: 'config', ...ALONE, key, group: intake.newGroup() }
    : undefined;
}

function separatorOf(header: string): string {
  return ['\t', ';', ','].find((mark) => header.includes(mark)) ?? ',';
}

/** The cells of a line. A separator inside quotes is none; a doubled quote opens them again at once. */
function cells(text: string, { start, end }: TextRange, separator: string): readonly TextRange[] {
  const found: TextRange[] = [];
  let from = start;
  let quoted = false;
  for (let at = start; at < end; at++) {
    if (text.charCodeAt(at) === QUOTE) quoted = !quoted;
    else if (!quoted && text[at] === separator) {
      found.push({ start: from, end: at });
      from = at + 1;
    }
  }
  return [...found, { start: from, end }];
}
