import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, posix, relative, resolve, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

const SRC = resolve(import.meta.dirname, '../../src');
const NODE = new Set([...builtinModules, ...builtinModules.map((name) => `node:${name}`)]);
/** Libraries the engine may use: pure JavaScript, without Node's or the browser's globals. */
const CORE_LIBRARIES = new Set([
  'yaml',
  'jsonc-parser',
  'smol-toml',
  'ignore',
  'spdx-expression-parse',
  'punycode/',
  'spdx-license-ids/index.json',
  'spdx-license-ids/deprecated.json',
]);

interface Import {
  readonly file: string;
  /** A path relative to `src` for our own files, else the module's name. */
  readonly target: string;
}

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.test.ts'))
    .map((entry) => join(entry.parentPath, entry.name));
}

function importsOf(file: string): Import[] {
  const text = readFileSync(file, 'utf8');
  const found = text.matchAll(/(?:\bfrom\s+|\bimport\s*\(?\s*|\brequire\s*\(\s*)['"]([^'"\n]+)['"]/g);
  const from = toSlash(relative(SRC, file));
  return [...found].map(([, name = '']) => ({
    file: from,
    target: name.startsWith('.') ? toSlash(relative(SRC, resolve(dirname(file), name))) : name,
  }));
}

const toSlash = (path: string): string => path.split(sep).join(posix.sep);
const imports = sources(SRC).flatMap(importsOf);
const within = (room: string) => imports.filter(({ file }) => file.startsWith(`${room}/`));
const show = (list: Import[]) => list.map(({ file, target }) => `${file} → ${target}`);

describe('layers', () => {
  it('sees the imports it judges', () => {
    expect(within('core').length).toBeGreaterThan(20);
  });

  it('keeps core pure: its own files and libraries that run anywhere', () => {
    expect(
      show(within('core').filter(({ target }) => !target.startsWith('core/') && !CORE_LIBRARIES.has(target))),
    ).toEqual([]);
  });

  it('imports vscode only in src/vscode and the two entries', () => {
    const strangers = imports.filter(
      ({ file, target }) =>
        target === 'vscode' && !file.startsWith('vscode/') && !/^extension(\.browser)?\.ts$/.test(file),
    );
    expect(show(strangers)).toEqual([]);
  });

  it('keeps vscode/ and node/ apart, and both out of the command line’s and the data’s rooms', () => {
    expect(
      show(within('vscode').filter(({ target }) => NODE.has(target) || /^(node|cli|data)\//.test(target))),
    ).toEqual([]);
    expect(show(within('node').filter(({ target }) => /^(vscode|cli|data)\//.test(target)))).toEqual([]);
    expect(show(within('cli').filter(({ target }) => target.startsWith('vscode/')))).toEqual([]);
  });

  it('keeps Node out of what the web host loads', () => {
    const web = imports.filter(
      ({ file, target }) =>
        file === 'extension.browser.ts' && (NODE.has(target) || target.startsWith('node/')),
    );
    expect(show(web)).toEqual([]);
  });

  it('has no cycle of imports', () => {
    const graph = new Map<string, string[]>();
    for (const { file, target } of imports.filter(isOwnFile))
      graph.set(stem(file), [...(graph.get(stem(file)) ?? []), target]);
    expect(findCycle(graph)).toEqual([]);
  });

  it('keeps the entries thin', () => {
    const lines = (name: string) => readFileSync(join(SRC, name), 'utf8').trimEnd().split('\n').length;
    expect(lines('cli/main.ts')).toBeLessThanOrEqual(20);
    expect(lines('extension.ts')).toBeLessThanOrEqual(40);
    expect(lines('extension.browser.ts')).toBeLessThanOrEqual(40);
  });
});

/** Types count too: files that need each other's types are read together or not at all. */
function isOwnFile({ target }: Import): boolean {
  return /^(core|vscode|node|cli|data)\//.test(target) && !target.includes('?');
}

function stem(file: string): string {
  return file.replace(/\.ts$/, '');
}

function findCycle(graph: Map<string, string[]>): string[] {
  const done = new Set<string>();
  const visit = (node: string, path: string[]): string[] => {
    if (path.includes(node)) return [...path.slice(path.indexOf(node)), node];
    if (done.has(node)) return [];
    for (const next of graph.get(node) ?? []) {
      const cycle = visit(next, [...path, node]);
      if (cycle.length > 0) return cycle;
    }
    done.add(node);
    return [];
  };
  for (const node of graph.keys()) {
    const cycle = visit(node, []);
    if (cycle.length > 0) return cycle;
  }
  return [];
}
