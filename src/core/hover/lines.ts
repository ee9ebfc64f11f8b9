/** Half-width columns of a line of the hover, at the sizes that the editor has by itself; its box is as wide in every language. */
const COLUMNS = 100;
/** What an icon takes with the blank behind it. */
const ICON = 'xx';

/** A card of more lines than this would have to be scrolled below the problem that the editor shows above it. */
export const MAX_LINES = 9;

/** How many lines a paragraph or bullet takes once it is drawn. */
export function drawnLines(markdown: string): number {
  const text = markdown
    .replace(/(?<!\\)\]\([^)]*\)/g, '')
    .replace(/(?<!\\)\$\([a-z~-]+\)/g, ICON)
    .replace(/\*\*|\\/g, '');
  return Math.max(1, Math.ceil(columnsOf(text) / COLUMNS));
}

/**
 * A text as far as it fits in one line: its first clauses, whole. What is left out stands on the page that the card links to.
 * A first clause that is longer is kept, and so is what is quoted, since a part of it would say something else.
 */
export function firstClauses(text: string): string {
  if (columnsOf(text) <= COLUMNS) return text;
  const quoted = [...text.matchAll(/“[^“”]*”|「[^「」]*」/g)].map(
    ({ index, 0: quote }) => [index, index + quote.length] as const,
  );
  const ends = [...text.matchAll(/[;:](?= )|[；：。]/g)]
    .map(({ index }) => index)
    .filter((at) => !quoted.some(([start, end]) => start < at && at < end));
  const end = ends.findLast((at) => columnsOf(text.slice(0, at)) <= COLUMNS) ?? ends[0];
  return end === undefined ? text : text.slice(0, end);
}

/** Chinese and Japanese characters are as wide as two others. */
function columnsOf(text: string): number {
  let columns = 0;
  for (const character of text)
    columns +=
      /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/.test(
        character,
      )
        ? 2
        : 1;
  return columns;
}
