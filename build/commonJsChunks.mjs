/**
 * Chunks that Node loads by `require`. The bundler splits code that is shared, or loaded later, only in the form of ES modules; an
 * extension of VS Code has to be CommonJS, and Node starts a program of that form sooner.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * @param folder of the chunks, which is emptied before they are written
 * @param small how many characters a chunk that is shared has at most to stand with the others that are small in one file,
 * `chunks.js`: each file of its own costs who downloads it more than such a chunk
 * @returns a plugin for a build with `format: 'esm'`, `splitting: true`, `sourcemap: 'inline'` and `write: false`
 */
export function commonJsChunks(folder, small = 0) {
  return {
    name: 'common-js-chunks',
    setup({ initialOptions, esbuild: { build, transform }, onEnd }) {
      const { target, minify } = initialOptions;
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
        // `import()` becomes a `require` that is called later.
        supported: { 'dynamic-import': false },
      };
      onEnd(async ({ outputFiles = [], errors, metafile }) => {
        if (errors.length > 0) return;
        const together = smallChunks(outputFiles, metafile, { folder, limit: small });
        const files = await Promise.all(
          outputFiles
            .filter(({ path }) => !together.has(basename(path)))
            .map(async ({ path, text }) => ({
              path,
              ...(await transform(withPlainForm(text, together), form)),
            })),
        );
        const texts = new Map(outputFiles.map(({ path, text }) => [basename(path), text]));
        for (const file of new Set([...together.values()].map((one) => one.file))) {
          const built = await build({ ...form, ...inOneFile(file, together, texts) });
          const [map, code] = built.outputFiles.map(({ text }) => text);
          files.push({ path: join(folder, file), code: code.replace(LAST_COMMENT, ''), map });
        }
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
 * when they start shares one, what the lighter of the parts that are loaded later need another: nobody reads much that he does not need.
 * What an `import()` loads stays a file of its own, and so does what has a default export, which keeps the form of a module.
 */
function smallChunks(outputFiles, { outputs }, { folder, limit }) {
  const entries = Object.keys(outputs).filter((path) => outputs[path].entryPoint !== undefined);
  const isPart = (path) => basename(dirname(path)) === basename(folder);
  const parts = entries.filter(isPart).map((path) => reached(path, outputs));
  const sizes = parts.map((part) => [...part].reduce((sum, path) => sum + outputs[path].bytes, 0));
  const light = parts.filter((_, index) => sizes[index] < Math.max(...sizes) * LIGHT);
  const namesOf = (sets) => new Set(sets.flatMap((set) => [...set]).map((path) => basename(path)));
  const atStart = namesOf(entries.filter((path) => !isPart(path)).map((path) => reached(path, outputs)));
  const inLight = namesOf(light);
  const fileOf = (name) => (atStart.has(name) ? 'start.js' : inLight.has(name) ? 'light.js' : 'chunks.js');
  const alone = new Set(entries.map((path) => basename(path)));
  return new Map(
    outputFiles
      .filter(({ path, text }) => !alone.has(basename(path)) && isSmall(text, limit))
      .map(({ path }, index) => [basename(path), { file: fileOf(basename(path)), key: `c${index}` }]),
  );
}

/** What is loaded with a chunk at once, itself included. */
function reached(path, outputs, seen = new Set()) {
  if (seen.has(path) || outputs[path] === undefined) return seen;
  seen.add(path);
  for (const { path: imported, kind } of outputs[path].imports)
    if (kind === 'import-statement') reached(imported, outputs, seen);
  return seen;
}

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
  return withPlainExports(withLocalNames(text, together));
}

const IMPORT = /import (?:\{([^}]*)\} from )?"(\.[^"]*)";\n/y;

/**
 * What a chunk imports from others, as constants of its own. The bundler would ask the other chunk by a getter each time that a
 * name is used, which for what is called for each character costs more than the call. No import names what is assigned later:
 * chunks import each other in no circle, and what they export is assigned once.
 */
function withLocalNames(text, together) {
  let rewritten = '';
  let at = /^#!.*\n/.exec(text)?.[0].length ?? 0;
  const start = at;
  for (let found; (found = importAt(text, at)) !== null; at = IMPORT.lastIndex) {
    const [, names, path] = found;
    rewritten += `${names === undefined ? '' : `const {${names.replaceAll(' as ', ': ')}} = `}${loaded(path, together)};\n`;
  }
  return text.slice(0, start) + rewritten + text.slice(at);
}

function loaded(path, together) {
  const name = basename(path);
  const shared = together.get(name);
  return shared === undefined
    ? `require(${JSON.stringify(path)})`
    : `require(${JSON.stringify(path.replace(name, shared.file))}).${shared.key}()`;
}

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

function importAt(text, at) {
  IMPORT.lastIndex = at;
  return IMPORT.exec(text);
}

/**
 * What an entry may not reach by any import, its chunks cannot resolve where it runs.
 * @param metafile what esbuild says of the build
 * @throws naming the chunk that imports the module
 */
export function refuseImport(metafile, entry, module) {
  const seen = new Set();
  const visit = (path) => {
    if (seen.has(path)) return;
    seen.add(path);
    for (const imported of metafile.outputs[path]?.imports ?? []) {
      if (imported.path === module) throw new Error(`${entry} imports ${module} in ${path}.`);
      visit(imported.path);
    }
  };
  visit(entry);
}
