/**
 * Chunks that Node loads by `require`. The bundler splits code that is shared, or loaded later, only in the form of ES modules; an
 * extension of VS Code has to be CommonJS, and Node starts a program of that form sooner.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * @param folder of the chunks, which is emptied before they are written
 * @returns a plugin for a build with `format: 'esm'`, `splitting: true`, `sourcemap: 'inline'` and `write: false`
 */
export function commonJsChunks(folder) {
  return {
    name: 'common-js-chunks',
    setup({ initialOptions, esbuild: { transform }, onEnd }) {
      const { target, minify } = initialOptions;
      // Blanks stay until the chunks have their form: a line that is rewritten stays the line that the source map means.
      if (minify)
        Object.assign(initialOptions, { minify: false, minifySyntax: true, minifyIdentifiers: true });
      onEnd(async ({ outputFiles = [], errors }) => {
        if (errors.length > 0) return;
        const transformed = await Promise.all(
          outputFiles.map(async ({ path, text }) => ({
            path,
            ...(await transform(withPlainExports(withLocalNames(text)), {
              format: 'cjs',
              platform: 'node',
              target,
              minify,
              sourcemap: true,
              // `import()` becomes a `require` that is called later.
              supported: { 'dynamic-import': false },
            })),
          })),
        );
        rmSync(folder, { recursive: true, force: true });
        for (const { path, code, map } of transformed) {
          mkdirSync(dirname(path), { recursive: true });
          writeFileSync(path, `${code}//# sourceMappingURL=${path.slice(dirname(path).length + 1)}.map\n`);
          writeFileSync(`${path}.map`, map);
        }
      });
    },
  };
}

const IMPORT = /import (?:\{([^}]*)\} from )?"(\.[^"]*)";\n/y;

/**
 * What a chunk imports from others, as constants of its own. The bundler would ask the other chunk by a getter each time that a
 * name is used, which for what is called for each character costs more than the call. No import names what is assigned later:
 * chunks import each other in no circle, and what they export is assigned once.
 */
function withLocalNames(text) {
  let rewritten = '';
  let at = /^#!.*\n/.exec(text)?.[0].length ?? 0;
  const start = at;
  for (let found; (found = importAt(text, at)) !== null; at = IMPORT.lastIndex) {
    const [, names, path] = found;
    rewritten += `${names === undefined ? '' : `const {${names.replaceAll(' as ', ': ')}} = `}require(${JSON.stringify(path)});\n`;
  }
  return text.slice(0, start) + rewritten + text.slice(at);
}

const EXPORTS = /^export \{([^}]*)\};$/m;

/**
 * What a chunk exports, as properties of an object: the bundler would define a getter for each, by helpers that every chunk repeats.
 * Where one is the default, its helpers mark the chunk as a module, which who loads it later asks for.
 */
function withPlainExports(text) {
  return text.replace(EXPORTS, (whole, names) =>
    /\bas default\b/.test(names)
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
