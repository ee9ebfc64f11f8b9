/**
 * Chunks that are loaded by `require`. The bundler splits code that is shared, or loaded later, only in the form of ES modules; an
 * extension of VS Code has to be CommonJS, and Node starts a program of that form sooner. Where no `require` reads files, as in a
 * browser, an entry holds what it needs at once and fetches the others.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * @param folder of the chunks, which is emptied before they are written
 * @param small how many characters a chunk that is shared has at most to stand with the others that are small in one file,
 * `chunks.js`: each file of its own costs who downloads it more than such a chunk
 * @param fetching the entry that runs where no `require` reads files, the part of the program that it starts, and the name by which its
 * source calls what it is given: `first`, the modules of the files that are loaded with the part at once, itself before all, and `later`,
 * the names of those that they may load then
 * @returns a plugin for a build with `format: 'esm'`, `splitting: true`, `sourcemap: 'inline'` and `write: false`
 */
export function commonJsChunks(folder, small = 0, fetching = undefined) {
  return {
    name: 'common-js-chunks',
    setup({ initialOptions, esbuild: { build, transform }, onEnd }) {
      const { target, minify, external = [] } = initialOptions;
      // Blanks stay until the chunks have their form: a line that is rewritten stays the line that the source map means.
      if (minify)
        Object.assign(initialOptions, { minify: false, minifySyntax: true, minifyIdentifiers: true });
      initialOptions.metafile = true;
      const form = {
        format: 'cjs',
        platform: 'node',
        target,
        minify,
        sourcemap: true,
        // `import()` of what is no chunk becomes a `require` that is called later, too.
        supported: { 'dynamic-import': false },
      };
      onEnd(async ({ outputFiles = [], errors, metafile }) => {
        if (errors.length > 0) return;
        const idle = idleChunks(metafile);
        const texts = new Map(
          outputFiles.map(({ path, text }) => [
            basename(path),
            withPlainModules(withoutIdleImports(text, idle), external),
          ]),
        );
        const graph = importsOf(texts);
        const together = smallChunks(texts, { metafile, graph, folder, limit: small, fetching });
        const inForm = async (path, more = {}) => ({
          path,
          ...(await transform(withPlainForm(texts.get(basename(path)), together), { ...form, ...more })),
        });
        const isFetching = (path) => basename(path) === fileName(fetching?.entry);
        const alone = outputFiles.map(({ path }) => path).filter((path) => !together.has(basename(path)));
        const files = await Promise.all(
          alone.filter((path) => !isFetching(path)).map((path) => inForm(path)),
        );
        for (const file of new Set([...together.values()].map((one) => one.file))) {
          const built = await build({ ...form, ...inOneFile(file, together, texts) });
          const [map, code] = built.outputFiles.map(({ text }) => text);
          files.push({ path: join(folder, file), code: code.replace(LAST_COMMENT, ''), map });
        }
        for (const path of alone.filter(isFetching))
          files.push(await inForm(path, { banner: given(fetching, { files, graph, together }) }));
        rmSync(folder, { recursive: true, force: true });
        for (const { path, code, map } of files) {
          mkdirSync(dirname(path), { recursive: true });
          writeFileSync(path, `${code}//# sourceMappingURL=${basename(path)}.map\n`);
          writeFileSync(`${path}.map`, map);
        }
      });
    },
  };
}

/**
 * The chunks that share a file, with its name and that of the function there that runs each when it is first called. What programs load
 * when they start shares one, what the lighter of the parts that are loaded later need another, and what an entry holds that fetches the
 * others a third: nobody reads much that he does not need.
 * What an `import()` loads stays a file of its own, and so does what has a default export, which keeps the form of a module.
 */
function smallChunks(texts, { metafile: { outputs }, graph, folder, limit, fetching }) {
  const entries = Object.keys(outputs).filter((path) => outputs[path].entryPoint !== undefined);
  const isPart = (path) => basename(dirname(path)) === basename(folder);
  const parts = entries.filter(isPart).map((path) => reached(basename(path), graph));
  const sizes = parts.map((part) => [...part].reduce((sum, name) => sum + texts.get(name).length, 0));
  const inLight = namesOf(parts.filter((_, index) => sizes[index] < Math.max(...sizes) * LIGHT));
  const programs = entries.filter((path) => !isPart(path));
  const atStart = namesOf(programs.map((path) => reached(basename(path), graph)));
  const inFirst = namesOf(fetching === undefined ? [] : [reached(fileName(fetching.part), graph)]);
  const groups = { 'first.js': inFirst, 'start.js': atStart, 'light.js': inLight };
  const fileOf = (name) => Object.keys(groups).find((file) => groups[file].has(name)) ?? 'chunks.js';
  const alone = new Set(entries.map((path) => basename(path)));
  return new Map(
    [...texts]
      .filter(([name, text]) => !alone.has(name) && isSmall(text, limit))
      .map(([name], index) => [name, { file: fileOf(name), key: `c${index}` }]),
  );
}

const namesOf = (sets) => new Set(sets.flatMap((set) => [...set]));

/** The chunks that each chunk loads, at once and later. */
function importsOf(texts) {
  const now = (text) => importsIn(text).imports.map(({ path }) => basename(path));
  const later = (text) => [...text.matchAll(LATER)].map(([, path]) => basename(path));
  return new Map([...texts].map(([name, text]) => [name, { now: now(text), later: later(text) }]));
}

/** What is loaded with a chunk at once, itself before all; what that loads later too where it is meant. */
function reached(name, graph, { alsoLater = false, seen = new Set() } = {}) {
  if (seen.has(name)) return seen;
  seen.add(name);
  const { now, later } = graph.get(name);
  for (const imported of alsoLater ? [...now, ...later] : now) reached(imported, graph, { alsoLater, seen });
  return seen;
}

/** The declaration of what an entry is given that fetches files. */
function given({ part, name }, { files, graph, together }) {
  const filesAmong = (chunks) => new Set([...chunks].map((chunk) => together.get(chunk)?.file ?? chunk));
  const first = filesAmong(reached(fileName(part), graph));
  const all = filesAmong(reached(fileName(part), graph, { alsoLater: true }));
  const later = [...all].filter((file) => !first.has(file));
  const codeOf = (file) => files.find(({ path }) => basename(path) === file).code;
  const modules = [...first].map(
    (file) => `${JSON.stringify(file)}: (module, exports, require) => {${codeOf(file)}}`,
  );
  return `const ${name} = { first: { ${modules.join(', ')} }, later: ${JSON.stringify(later)} };`;
}

const fileName = (entry) => `${entry}.js`;

/** Up to this part of the largest, what is loaded with a part of the program is light. */
const LIGHT = 1 / 4;

const LAST_COMMENT = /\/\/# sourceMappingURL=.*\n$/;

function isSmall(text, limit) {
  return text.replace(LAST_COMMENT, '').length <= limit && !DEFAULT.test(EXPORTS.exec(text)?.[1] ?? '');
}

/** The build of the file. */
function inOneFile(file, together, texts) {
  const own = [...together].filter(([, one]) => one.file === file);
  const names = new Set(own.map(([name]) => name));
  const others = new Map([...together].filter(([name]) => !names.has(name)));
  const functions = own.map(([name, { key }]) => `${key}: () => require(${JSON.stringify(`./${name}`)})`);
  return {
    bundle: true,
    write: false,
    outfile: file,
    stdin: { contents: `module.exports = {${functions.join(', ')}};` },
    plugins: [
      {
        name: 'small-chunks',
        setup({ onResolve, onLoad }) {
          onResolve({ filter: /./ }, ({ path }) =>
            names.has(basename(path))
              ? { path: basename(path), namespace: 'chunk' }
              : { path, external: true },
          );
          onLoad({ filter: /./, namespace: 'chunk' }, ({ path }) => ({
            contents: withPlainForm(texts.get(path), others),
          }));
        },
      },
    ],
  };
}

function withPlainForm(text, together) {
  return withPlainExports(withPlainLoads(withLocalNames(text, together)));
}

const IMPORT = /import (?:\{([^}]*)\} from )?"(\.[^"]*)";\n/y;

/** The imports from other chunks, which are the first that a chunk says, and where they stand. */
function importsIn(text) {
  const imports = [];
  const start = /^#!.*\n/.exec(text)?.[0].length ?? 0;
  let end = start;
  for (let found; (found = importAt(text, end)) !== null; end = IMPORT.lastIndex) {
    const [written, names, path] = found;
    imports.push({ written, names, path });
  }
  return { imports, start, end };
}

function importAt(text, at) {
  IMPORT.lastIndex = at;
  return IMPORT.exec(text);
}

/** The chunks that nobody needs to run of whom he takes nothing: they hold own files alone, which say that they do nothing by being loaded. */
function idleChunks({ outputs }) {
  const isIdle = (path) =>
    !Object.keys(outputs[path].inputs).some((input) => input.includes('node_modules/'));
  return new Set(
    Object.keys(outputs)
      .filter(isIdle)
      .map((path) => basename(path)),
  );
}

/** Without the imports of idle chunks that take nothing, of which the bundler leaves one for each that an entry reaches. */
function withoutIdleImports(text, idle) {
  const { imports, start, end } = importsIn(text);
  const kept = imports.filter(({ names, path }) => names !== undefined || !idle.has(basename(path)));
  const lines = '\n'.repeat(imports.length - kept.length);
  return text.slice(0, start) + kept.map(({ written }) => written).join('') + lines + text.slice(end);
}

/**
 * What a chunk imports from others, as constants of its own. The bundler would ask the other chunk by a getter each time that a
 * name is used, which for what is called for each character costs more than the call. No import names what is assigned later:
 * chunks import each other in no circle, and what they export is assigned once.
 */
function withLocalNames(text, together) {
  const { imports, start, end } = importsIn(text);
  const rewritten = imports.map(({ names, path }) => {
    const constants = names === undefined ? '' : `const {${names.replaceAll(' as ', ': ')}} = `;
    return `${constants}${loaded(path, together)};\n`;
  });
  return text.slice(0, start) + rewritten.join('') + text.slice(end);
}

function loaded(path, together) {
  const name = basename(path);
  const shared = together.get(name);
  return shared === undefined
    ? `require(${JSON.stringify(path)})`
    : `require(${JSON.stringify(path.replace(name, shared.file))}).${shared.key}()`;
}

/** Modules of the host as they are, asked for once: the bundler would copy all their names, for each file of a chunk anew. */
function withPlainModules(text, modules) {
  const taken = new Map();
  return text.replaceAll(WHOLE_MODULE, (whole, name, module) => {
    if (!modules.includes(module)) return whole;
    const value = taken.get(module) ?? `require(${JSON.stringify(module)})`;
    if (!taken.has(module)) taken.set(module, name);
    return `const ${name} = ${value};`;
  });
}

const WHOLE_MODULE = /^import \* as ([\w$]+) from "([^."][^"]*)";$/gm;

/**
 * What a chunk loads later, as what `require` gives or promises: the bundler would copy it first, which takes that it is there. A chunk
 * that has a default says itself that it is a module.
 */
function withPlainLoads(text) {
  return text.replaceAll(LATER, 'Promise.resolve().then(() => require("$1"))');
}

const LATER = /\bimport\("(\.[^"]*)"\)/g;

const EXPORTS = /^export \{([^}]*)\};$/m;
const DEFAULT = /\bas default\b/;

/**
 * What a chunk exports, as properties of an object: the bundler would define a getter for each, by helpers that every chunk repeats.
 * Where one is the default, its helpers mark the chunk as a module, which who loads it later asks for.
 */
function withPlainExports(text) {
  return text.replace(EXPORTS, (whole, names) =>
    DEFAULT.test(names)
      ? whole
      : `module.exports = {${names.replaceAll(/([\w$]+) as ([\w$]+)/g, '$2: $1')}};`,
  );
}

/**
 * What an entry may not reach by any import, its chunks cannot resolve where it runs.
 * @param metafile what esbuild says of the build
 * @param isRefused asked of each import that is no chunk
 * @throws naming the chunk that imports the module
 */
export function refuseImport(metafile, entry, isRefused) {
  const seen = new Set();
  const visit = (path) => {
    seen.add(path);
    for (const { path: imported } of metafile.outputs[path].imports) {
      if (seen.has(imported)) continue;
      if (metafile.outputs[imported] !== undefined) visit(imported);
      else if (isRefused(imported)) throw new Error(`${entry} imports ${imported} in ${path}.`);
    }
  };
  visit(entry);
}
