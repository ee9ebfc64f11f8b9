import { BACKSLASH, lineEnd, nextLine, trimEnd } from '../../text/charClass';
import { textFrom } from '../../text/pieces';
import type { TextRange } from '../../text/range';
import { keyKind } from '../signatures/keys';
import { ALONE, type Intake, type Site } from '../site';
import { templateValues } from '../templateValues';
import { unquotedRange, wordsOf } from './lineReader';
import { readShell } from './shellReader';

/** Longest beginning of a line that may give a variable its value. */
const LONGEST_START = 120;
const HASH = 35;
const TAB = 9;
const BLANK = 32;
const ASSIGNMENT = /^(?:export |override )?([A-Za-z_][\w.-]*) *(?:\?|::?|\+)?= */;

/**
 * What stands before a command of a recipe and is none of it: `@`, `-` and `+`, whether they are written or kept in a
 * variable, `$(Q)vllm`: https://www.gnu.org/software/make/manual/html_node/Recipes.html. Two hyphens begin a flag, and
 * behind blanks, as CMake goes on with the flags of a command, one does.
 */
const MARKS = new RegExp(
  String.raw`^(?:\t[ \t]{0,40}|[ ]{1,40}(?=-?@))(?:(?:[@+]|-(?![\w-]{0,40}=|-)|` +
    String.raw`\$[({]\w{1,20}[)}](?=[A-Za-z]))[ \t]{0,8}){1,4}`,
);

/** Reads a Makefile or Justfile: variables (`NAME := value`), and commands in all its other lines. */
export function readMakefile(intake: Intake, range: TextRange): void {
  let commands = range.start;
  for (let at = range.start; at < range.end; ) {
    const end = statementEnd(intake.text, at, range.end);
    const next = nextLine(intake.text, end, range.end);
    const found = ASSIGNMENT.exec(textFrom(intake.text, at, end, LONGEST_START));
    const isHead = found === null && isRuleHead(intake.text, at, end);
    if (found !== null || isHead) {
      if (at > commands) readShell(intake, { start: commands, end: at });
      if (found !== null) assign(intake, found[1] ?? '', { start: at + found[0].length, end });
      commands = next;
    } else commands = behindMarks(intake, commands, { start: at, end });
    at = next;
  }
  if (range.end > commands) readShell(intake, { start: commands, end: range.end });
}

/** Where the commands go on from: at the marks of a recipe those before it end, and it begins behind them. */
function behindMarks(intake: Intake, commands: number, { start, end }: TextRange): number {
  const marks = MARKS.exec(textFrom(intake.text, start, end, LONGEST_START))?.[0].length ?? 0;
  if (marks === 0) return commands;
  if (start > commands) readShell(intake, { start: commands, end: start });
  return start + marks;
}

/** `target: other targets`: names of files to make, no command. */
function isRuleHead(text: string, start: number, end: number): boolean {
  const first = text.charCodeAt(start);
  if (first === TAB || first === BLANK || first === HASH) return false;
  const line = text.slice(start, end);
  const colon = line.indexOf(':');
  return colon > 0 && /^[\w./%$(){} -]+:(?:\s|$)/.test(line.slice(0, colon + 2)) && !/[=;"']/.test(line);
}

/** The end of a line and of those that it goes on in. */
function statementEnd(text: string, start: number, limit: number): number {
  let end = lineEnd(text, start, limit);
  while (end < limit && text.charCodeAt(trimEnd(text, start, end) - 1) === BACKSLASH)
    end = lineEnd(text, nextLine(text, end, limit), limit);
  return end;
}

/**
 * What a function of Make gives by itself, and one word, is a value; several under a key for models are as many
 * values, and under any other key a command.
 */
function assign(intake: Intake, key: string, value: TextRange): void {
  const site: Site = { lexical: 'bare', where: 'config', ...ALONE, key };
  const written = { start: value.start, end: trimEnd(intake.text, value.start, value.end) };
  const given = templateValues(intake.text, written);
  if (given.length > 0) return given.forEach((one) => intake.value(one, site));
  const [words, comment] = split(intake.text, value);
  if (words.length !== 1 && keyKind(key) !== 'model') return readShell(intake, value);
  if (comment < value.end) readShell(intake, { start: comment, end: value.end });
  for (const word of words) {
    const content = unquotedRange(intake.text, word);
    intake.value(content, site);
    intake.define(key, content, content.start);
  }
}

/** The words of a value without the marks of continuation, and where the comment behind them begins. */
function split(text: string, value: TextRange): readonly [words: readonly TextRange[], comment: number] {
  const words = wordsOf(text, value);
  const mark = words.findIndex(({ start }) => text.charCodeAt(start) === HASH);
  const kept = (mark < 0 ? words : words.slice(0, mark)).filter(
    ({ start, end }) => !(end === start + 1 && text.charCodeAt(start) === BACKSLASH),
  );
  return [kept, words[mark]?.start ?? value.end];
}
