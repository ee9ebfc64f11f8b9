import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What `npm run evaluate -- record` writes: a line for each labeled file. */
export const RECORDED = join(import.meta.dirname, 'recorded.jsonl');

/** What was recorded of each labeled file. */
export function recorded() {
  const lines = readFileSync(RECORDED, 'utf8').trimEnd().split('\n');
  return new Map(lines.map((line) => JSON.parse(line)).map(({ path, found }) => [path, found]));
}

/**
 * One line for each reference.
 *
 * @param {readonly object[]} references of detection
 * @param {{ positionAt(offset: number): { line: number, column: number } }} lines of the text
 */
export function toldOf(references, lines) {
  return references.map(
    ({ range, text, registry, id, role, host, region, context, where, confidence, evidence, revision }) => {
      const { line, column } = lines.positionAt(range.start);
      const use = [role, host ?? '-', ...(region === undefined ? [] : [region]), context, where].join(' ');
      const pinned = revision === undefined ? '' : ` @ ${JSON.stringify(revision)}`;
      return `${line}:${column} ${text}: ${registry}:${id}, ${use}, ${confidence} by ${evidence.join(', ')}${pinned}`;
    },
  );
}
