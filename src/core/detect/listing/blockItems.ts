import { lineBefore } from '../surroundings';

/** Items of lists in YAML's block style. */

/** So far an item is looked through, in characters before and behind a place. */
export const ITEM_REACH = 1_500;

/** Where the line of a place ends. */
function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

/** The item of a list in YAML's block style that a place is in, and whether the list has others. */
export function blockItem(
  text: string,
  start: number,
): { readonly text: string; readonly hasKin: boolean } | undefined {
  const own = lineBefore(text, start);
  const dash = /^ *(?=- )/.exec(own)?.[0].length ?? own.search(/\S|$/) - 2;
  if (dash < 0) return undefined;
  const isHead = (line: string): boolean => line.startsWith('- ', dash) && line.search(/\S/) === dash;
  const isEdge = edgeOf(dash + 1);
  const low = Math.max(0, start - ITEM_REACH);
  let from = start - own.length;
  for (let line = own; !isEdge(line); line = lineBefore(text, from - 1), from -= line.length + 1)
    if (from <= low) return undefined;
  if (!isHead(text.slice(from, from + dash + 2))) return undefined;
  const to = edgeBehind(text, start, isEdge);
  const hasKin = isHead(text.slice(to + 1, to + dash + 3)) || isHead(edgeBefore(text, from, { low, isEdge }));
  return { text: text.slice(from, to), hasKin };
}

/** Tells the lines that end what is indented so far: those further out. A comment, however far out, ends nothing. */
export function edgeOf(column: number): (line: string) => boolean {
  return (line) => {
    const at = line.search(/\S/);
    return at >= 0 && at < column && line.charAt(at) !== '#';
  };
}

/** The nearest line before a place that is an edge, or the last one that is looked at. */
export function edgeBefore(
  text: string,
  from: number,
  { low, isEdge }: { readonly low: number; readonly isEdge: (line: string) => boolean },
): string {
  let line = '';
  for (let at = from; at > low && !isEdge(line); at -= line.length + 1) line = lineBefore(text, at - 1);
  return line;
}

/** Where the last line behind a place ends that no edge precedes. */
export function edgeBehind(text: string, start: number, isEdge: (line: string) => boolean): number {
  const high = start + ITEM_REACH;
  let to = lineEnd(text, start);
  while (to < high && to < text.length && !isEdge(text.slice(to + 1, lineEnd(text, to + 1))))
    to = lineEnd(text, to + 1);
  return to;
}
