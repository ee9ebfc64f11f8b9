import { matchesOf } from '../text/matches';
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

/**
 * What stands before the names that llama.cpp's server is told to answer to
 * (https://github.com/ggml-org/llama.cpp/blob/master/tools/server/README.md), and that of llama-cpp-python.
 */
const ALIAS_FLAG =
  String.raw`(?<![\w-])(?:-a|--alias|--model_alias|LLAMA_ARG_ALIAS)(?![\w-])["']?` +
  String.raw`(?:[\s"',=:\\]|-(?=\s)){1,40}`;
const LLAMA_ALIAS = new RegExp(
  String.raw`${ALIAS_FLAG}([A-Za-z\d\x80-\uffff][\w./:@,\x80-\uffff-]{0,199})`,
  'g',
);
const BEHIND_ALIAS_FLAG = new RegExp(`${ALIAS_FLAG}$`);
const LONGEST_ALIAS_FLAG = 80;
const LLAMA = /llama[-_.]?(?:server|cpp)/i;
/** How far before its flag the server is named, in characters: many programs have a flag `-a`. */
const LLAMA_REACH = 1_000;

/** All names that a text gives what llama.cpp's server runs. */
export function aliasesOfLlama(text: string): readonly string[] {
  if (!LLAMA.test(text)) return [];
  return [...matchesOf(text, LLAMA_ALIAS)].flatMap(({ 1: names = '', index, 0: { length } }) =>
    isOfLlama(text, index + length) ? names.split(',').filter((name) => name !== '') : [],
  );
}

/** Whether a place is behind such a flag. */
export function isAliasOfLlama(text: string, at: number): boolean {
  return BEHIND_ALIAS_FLAG.test(textBefore(text, at, LONGEST_ALIAS_FLAG)) && isOfLlama(text, at);
}

function isOfLlama(text: string, at: number): boolean {
  return LLAMA.test(textBefore(text, at, LLAMA_REACH));
}
