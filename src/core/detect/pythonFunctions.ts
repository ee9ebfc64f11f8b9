import type { TextRange } from '../text/range';
import { textBehind } from '../text/pieces';
import { lineStartOf } from './surroundings';

/**
 * The function of Python that a line is in the body of: the first line above that is less far in is that of a `def`.
 * @param start of a place in the line
 * @param indent of the line
 * @returns from the `def` to the next function; `undefined` where the line is in none
 */
export function functionAt(text: string, start: number, indent: string): TextRange | undefined {
  let depth = indent.length;
  const own = lineStartOf(text, start);
  let from = own;
  const above = text
    .slice(Math.max(0, start - LONGEST_FUNCTION), own)
    .split('\n')
    .slice(0, -1);
  for (const line of above.reverse()) {
    from -= line.length + 1;
    const column = line.search(/\S/);
    if (column < 0 || column >= depth) continue;
    if (/^\s*(?:async\s+)?def\s/.test(line)) return { start: from, end: endOfBlock(text, start, column) };
    if (!/^\s*(?:if|else|elif|for|while|try|except|finally|with|match|case)\b.*:\s*(?:#.*)?$/.test(line))
      return undefined;
    depth = column;
  }
  return undefined;
}

/** Where the next function or class begins that is no further in than a column: text in quotes may stand anywhere. */
function endOfBlock(text: string, start: number, column: number): number {
  const end = new RegExp(
    String.raw`\n(?=[ \t]{0,${column}}(?:(?:async[ \t]+)?def|class|@\w{1,80}|if __name__)\b)`,
  );
  const behind = textBehind(text, start, LONGEST_FUNCTION);
  return start + (end.exec(behind)?.index ?? behind.length);
}

/** So far above its line the head of a function is looked for, and below it the end, in characters. */
const LONGEST_FUNCTION = 20_000;
