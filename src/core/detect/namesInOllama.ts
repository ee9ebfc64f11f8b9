import { matchesOf } from '../text/matches';
import { textBefore } from '../text/pieces';

/**
 * The names that a text gives what Ollama has, by its commands and its interface:
 * https://docs.ollama.com/cli, https://docs.ollama.com/api/copy, https://docs.ollama.com/api/create
 */

/** Between the words of a command, also of one that is a list of words. */
const GAP = String.raw`(?:[ \t"',]|\\\r?\n){1,40}`;
const NAME = String.raw`[A-Za-z\d\x80-\uffff][\w./:@\x80-\uffff-]{0,199}`;
const FLAG = String.raw`(?:--?[\w-]{1,20}(?:=[^\s"',]{1,120}|${GAP}[^\s"',-][^\s"',]{0,119})?${GAP}){0,3}`;
const COMMAND =
  String.raw`(?<![\w-])ollama${GAP}(?:cp${GAP}[\w./:@$\{}-]{1,200}${GAP}|` + String.raw`create${GAP}${FLAG})`;
/** The address of a request to it, up to what it is asked. */
const ADDRESS = String.raw`(?:11434|[oO][lL][lL][aA][mM][aA][\w.-]{0,40}\}?(?::\d{2,5})?)\/api\/`;
/** The first entry of a request that has the new name, between marks that a string in another has escaped. */
const ENTRY = (keys: string): string =>
  String.raw`\b(?:(?!\b(?:${keys})\\?["']?\s{0,8}:|:\/\/)[^;)}]){0,300}?\b(?:${keys})\\?["']?\s{0,8}:\s{0,8}\\?["']`;
const REQUEST = String.raw`${ADDRESS}(?:copy${ENTRY('destination')}|create${ENTRY('model|name')})`;
const GIVES = String.raw`(?:${COMMAND}|${REQUEST})`;
const GIVEN = new RegExp(`${GIVES}(${NAME})`, 'g');
const BEFORE = new RegExp(`${GIVES}$`);
const LONGEST = 600;

/** All names that a text gives so. */
export function namesInOllama(text: string): readonly string[] {
  if (!OLLAMA.test(text)) return [];
  return [...matchesOf(text, GIVEN)].map(([, name = '']) => name);
}

const OLLAMA = /ollama|:11434\/api\//i;

/** Whether a name stands where it is given so. */
export function isGivenInOllama(text: string, at: number): boolean {
  return BEFORE.test(textBefore(text, at, LONGEST));
}
