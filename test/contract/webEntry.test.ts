import { readFileSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { beforeAll, expect, it } from 'vitest';
import { audit, createEngine, decodeCatalog, type Catalog } from '../../src/core';
import { diskFiles } from '../../src/node/fileSource';

/**
 * The built entry of the web where a browser's worker has nothing of Node: no `require` but the editor's, no `process`, no `Buffer`.
 * What it reads, it reads through the editor. In the editor's own host, the suite of `test/editor` runs it.
 */
const worker = createContext({
  TextDecoder,
  TextEncoder,
  setTimeout: (later: () => void) => void timers.push(later),
});
const timers: (() => void)[] = [];
const read: string[] = [];

/** Stands for the editor: whatever is asked of it can be called, made and asked further. */
const anything: object = new Proxy(function () {}, {
  get: (_, name) => (name === 'prototype' ? {} : anything),
  apply: () => anything,
});
const Uri = { joinPath: (...parts: readonly string[]) => join(...(parts as [string, ...string[]])) };
const fs = {
  readFile: async (path: string) => {
    read.push(basename(path));
    return readFileSync(path);
  },
};
const editor = withOwn({ Uri, workspace: withOwn({ fs }) });

function withOwn(own: object): object {
  return Object.assign(Object.create(anything) as object, own);
}

type Require = (path: string) => unknown;

function run<T>(file: string, require: Require): T {
  const module = { exports: {} };
  const text = readFileSync(resolve('dist', file), 'utf8');
  const body = runInContext(`(function (module, exports, require) {${text}\n})`, worker, { filename: file });
  (body as (module: object, exports: object, require: Require) => void)(module, module.exports, require);
  return module.exports as T;
}

const editorAlone: Require = (path) => {
  if (path !== 'vscode') throw new Error(`The editor has no ${path}.`);
  return editor;
};
const done = new Map<string, object>();
/** What the entry holds or fetches, required without it. */
const required: Require = (path) => {
  if (!path.startsWith('./')) return editorAlone(path);
  const file = path.slice('./'.length);
  if (file !== 'first.js' && !read.includes(file)) throw new Error(`The entry does not fetch ${file}.`);
  const module = done.get(file) ?? run<object>(`lib/${file}`, required);
  done.set(file, module);
  return module;
};

let atOnce: number;
beforeAll(async () => {
  const { activate } = run<{ activate: (context: object) => void }>('extension.browser.js', editorAlone);
  activate({ extensionUri: resolve('.'), extension: anything, subscriptions: [] });
  atOnce = read.length;
  for (const later of timers) later();
  await new Promise((resolve) => setImmediate(resolve));
});

it('is little, and activates without reading anything', () => {
  expect(statSync('dist/extension.browser.js').size).toBeLessThan(10_000);
  expect(atOnce).toBe(0);
});

it('then fetches the files that the desktop has, each once, and nothing of the command line', () => {
  expect(read).toEqual(expect.arrayContaining(['start.js', expect.stringMatching(/^workroom-/)]));
  expect(new Set(read).size).toBe(read.length);
  expect(read.filter((file) => /^(?:command-|mcp|lsp|searchThread)/.test(file))).toEqual([]);
});

it('has all that its files need, and none of them needs Node', () => {
  for (const file of read) if (file.endsWith('.js')) required(`./${file}`);
  expect(done.size).toBeGreaterThanOrEqual(read.length);
});

it('finds there what is found on Node', async () => {
  const part = <T>(name: string): T => {
    const file = read.find((one) => new RegExp(`^${name}-\\w+\\.js$`).test(one));
    return required(`./${file}`) as T;
  };
  const there = {
    ...part<{ decodeCatalog: typeof decodeCatalog }>('compiled'),
    ...part<{ createEngine: typeof createEngine }>('engine'),
    ...part<{ audit: typeof audit }>('audit'),
  };
  const text = readFileSync('dist/catalog.jsonl', 'utf8');
  const clock = { now: () => Date.UTC(2026, 10, 27) };
  const found = async (parts: typeof there, catalog: Catalog): Promise<string> => {
    const { references, findings } = await parts.audit(
      { folders: [{ name: 'demo', source: diskFiles('test/fixtures/demo') }] },
      {
        engine: parts.createEngine(catalog, clock),
        decode: (bytes, encoding) => new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes),
        clock,
        pause: () => Promise.resolve(),
      },
    );
    return JSON.stringify([
      references.map(({ path, span, model }) => [path, span, model]),
      findings.map(({ path, span, fixes }) => [path, span, fixes]),
    ]);
  };
  const here = await found({ audit, createEngine, decodeCatalog }, decodeCatalog(text));
  expect(here.length).toBeGreaterThan(10_000);
  expect(await found(there, there.decodeCatalog(text))).toBe(here);
});
