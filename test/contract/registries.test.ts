import { readdirSync, readFileSync, existsSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { REGISTRIES } from '../../src/core/vocabulary';

const CORE = resolve(import.meta.dirname, '../../src/core');
const ROOM = join(CORE, 'registries');
/** Folders of the room that belong to no one registry. */
const SHARED = ['names', 'spelling'];
/** Most files of core in which a registry's literal name may stand: its folder, the vocabulary, and one that needs it. */
const MOST_FILES = 3;

/** Each file of core by its path below it. */
const sources = readdirSync(CORE, { withFileTypes: true, recursive: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.test.ts'))
  .map((entry) => join(entry.parentPath, entry.name))
  .map((path) => ({ path: relative(CORE, path), text: readFileSync(path, 'utf8') }));

/** How many files have the registry's name as a string of its own. Its folder counts once. */
function filesThatName(registry: string): number {
  const name = new RegExp(`(['"\`])${registry}\\1`);
  const folder = join('registries', registry, '/');
  const places = sources
    .filter(({ text }) => name.test(text))
    .map(({ path }) => (path.startsWith(folder) ? folder : path));
  return new Set(places).size;
}

describe('registries', () => {
  it('has one folder for each registry of the vocabulary', () => {
    const folders = readdirSync(ROOM, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(folders.map(({ name }) => name).sort()).toEqual([...REGISTRIES, ...SHARED].sort());
  });

  it.each(REGISTRIES)('gives %s a definition, a test and a README of three lines', (registry) => {
    const folder = join(ROOM, registry);
    expect(existsSync(join(folder, 'index.ts'))).toBe(true);
    expect(existsSync(join(folder, `${registry}.test.ts`))).toBe(true);
    expect(readFileSync(join(folder, 'README.md'), 'utf8').trimEnd().split('\n')).toHaveLength(3);
  });

  it('keeps what is known of a registry in its folder', () => {
    const counts = REGISTRIES.map(filesThatName).sort((a, b) => a - b);
    expect(counts[0]).toBeGreaterThan(0);
    expect(counts[Math.floor(counts.length / 2)]).toBeLessThanOrEqual(MOST_FILES);
  });
});
