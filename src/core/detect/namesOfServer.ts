import { textBefore, textBehind } from '../text/pieces';
/**
 * The names that a server is told to answer to, one after the other: `--served-model-name house gpt-4o`, in a command
 * line, in a list of its words, over lines.
 */

/** Longest row of names that is read, in characters. */
const LONGEST_ROW = 600;
/** What stands between names, and the mark of a list in lines. */
const BETWEEN = /[\s"',\\[]+/;
const NAME = /^[A-Za-z\d\x80-\uffff](?:[\w./:@\x80-\uffff-]{0,199}[\w./@\x80-\uffff-])?$/;
const LAST = /^([^\]]+)\]/;
/** The end of a command's line: one that does not go on, where no further word of a list or row of strings follows. */
const LINE_END = /(?<!\\)\r?\n(?![ \t]*(?:-[ \t]|["',]))/;
const FLAG = /^--served[-_]model[-_]name(?![\w-])=?/;

/** The names that a row begins with. */
export function namesIn(row: string): readonly string[] {
  const names: string[] = [];
  for (const word of row.split(BETWEEN)) {
    const last = LAST.exec(word)?.[1];
    if (word === '' || word === '-') continue;
    if (!NAME.test(last ?? word)) break;
    names.push(last ?? word);
    if (last !== undefined) break;
  }
  return names;
}

/** The names behind a flag that ends at a place. */
export function namesBehindFlag(text: string, end: number): readonly string[] {
  const [row = ''] = textBehind(text, end, LONGEST_ROW).split(LINE_END, 1);
  return namesIn(row.replace(/^=/, ''));
}

/** Whether a place is behind such a flag, with nothing but other names between. */
export function isBehindFlag(text: string, at: number): boolean {
  const before = textBefore(text, at, LONGEST_ROW);
  const last = before.lastIndexOf('--served');
  const [flag] = (last < 0 ? null : FLAG.exec(before.slice(last))) ?? [];
  if (flag === undefined) return false;
  const between = before.slice(last + flag.length);
  return (
    !LINE_END.test(between) && between.split(BETWEEN).every((word) => /^-?$/.test(word) || NAME.test(word))
  );
}
