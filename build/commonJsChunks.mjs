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
    setup({ initialOptions: { target, minify }, esbuild: { transform }, onEnd }) {
      onEnd(async ({ outputFiles = [], errors }) => {
        if (errors.length > 0) return;
        const transformed = await Promise.all(
          outputFiles.map(async ({ path, text }) => ({
            path,
            ...(await transform(text, {
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
