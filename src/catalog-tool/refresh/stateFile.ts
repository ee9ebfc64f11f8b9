import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Cache } from '../../core';

/**
 * Opens the answers that a refresh has so far: a file that only grows, one line an answer, where the last line of a key
 * counts. A run that is cut off loses at most the line it was writing; the next run reads the others and goes on.
 * Throws when the file cannot be read and written.
 */
export async function openStateFile(path: string): Promise<Cache> {
  await mkdir(dirname(path), { recursive: true });
  await appendFile(path, '', { mode: 0o600 });
  const text = await readFile(path, 'utf8');
  const entries = new Map(text.split('\n').flatMap(readLine));
  let begin = text === '' || text.endsWith('\n') ? '' : '\n';
  let writing = Promise.resolve();
  return {
    get: async (key) => entries.get(key),
    async set(key, value) {
      entries.set(key, value);
      const line = `${begin}${JSON.stringify([key, value])}\n`;
      begin = '';
      await (writing = writing.then(() => appendFile(path, line)));
    },
    async clear() {
      entries.clear();
    },
  };
}

/** A line that is damaged, or half written, counts as absent. */
function readLine(line: string): [string, string][] {
  try {
    const [key, value] = JSON.parse(line) as unknown[];
    return typeof key === 'string' && typeof value === 'string' ? [[key, value]] : [];
  } catch {
    return [];
  }
}
