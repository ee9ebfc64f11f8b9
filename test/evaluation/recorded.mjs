import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

const FIXTURES = join(import.meta.dirname, '..', 'fixtures');
/** Projects among the fixtures whose texts name models the way people do. */
const PROJECTS = ['demo', 'hosted-calls'];

/** What `npm run evaluate -- record` writes: a line for each labeled file, and for each of some fixtures. */
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

/** Files of fixtures that are recorded too: the path as detection is told it, and the text. */
export function fixtures() {
  return PROJECTS.flatMap((project) =>
    readdirSync(join(FIXTURES, project), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name)),
  )
    .map((file) => ({
      path: relative(FIXTURES, file).split(sep).join('/'),
      text: readFileSync(file, 'utf8'),
    }))
    .filter(({ text }) => !text.includes('\0'))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}
