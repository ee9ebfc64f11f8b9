import { matchesOf } from '../text/matches';
import { textBehind } from '../text/pieces';
import type { TextRange } from '../text/range';
import { lineStartOf } from './surroundings';

/** How far from a place its class begins and ends at most, in characters. */
const CLASS_REACH = 20_000;
const CLASS_HEAD = new RegExp(
  String.raw`(?:^|\n)([ \t]*)(?:(?:export|default|public|private|internal|protected|abstract|final|sealed|` +
    String.raw`static|data|open|pub|partial|case)\s+)*(?:class|object|struct|record|trait|impl|type)\s+` +
    String.raw`([A-Z]\w{2,60}|[a-z]\w{2,60}(?=\s{0,20}(?:\{|extends\b|implements\b)))`,
  'g',
);

/** The head of a class or its like: its name, where it begins, and how far it is indented. */
export interface ClassHead {
  readonly name: string;
  readonly at: number;
  readonly indent: number;
}

/** The innermost class in whose body a place stands, by how far its line is indented. */
export function classAround(text: string, start: number): ClassHead | undefined {
  const from = Math.max(0, start - CLASS_REACH);
  const line = lineStartOf(text, start);
  const indent = /^[ \t]*/.exec(text.slice(line, start))?.[0].length ?? 0;
  const head = [...matchesOf(text.slice(from, line), CLASS_HEAD)]
    .filter(([, lead = '']) => lead.length < indent)
    .at(-1);
  return head && { name: head[2] ?? '', at: from + head.index, indent: (head[1] ?? '').length };
}

/** The body of the class around a place: its braces, or the lines that are indented further than its head. */
export function bodyOf({ at, indent }: ClassHead, text: string, start: number): TextRange {
  const behind = textBehind(text, start, CLASS_REACH);
  const end = new RegExp(String.raw`\n[ \t]{0,${indent}}\S`).exec(behind)?.index ?? behind.length;
  return { start: at, end: start + end };
}
