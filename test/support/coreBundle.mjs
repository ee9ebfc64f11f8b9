import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { ROOT } from './project.mjs';
import { withScratch } from './scratch.mjs';

/**
 * Bundles parts of the engine from their sources for a program that is no TypeScript, and removes them when it is done.
 *
 * @template T
 * @param {readonly string[]} exports lines such as `export { decodeCatalog } from './catalog/compiled';`, from `src/core`
 * @param {(bundle: URL) => Promise<T>} use
 * @param {string} [root] folder of the checkout that the sources are of; this one without it
 * @returns {Promise<T>}
 */
export function withCoreBundle(exports, use, root = ROOT) {
  return withScratch(async (folder) => {
    const outfile = join(folder, 'engine.mjs');
    const stdin = { contents: exports.join('\n'), resolveDir: join(root, 'src', 'core'), loader: 'ts' };
    await build({
      stdin,
      bundle: true,
      platform: 'node',
      format: 'esm',
      outfile,
      mainFields: ['module', 'main'],
      /** Libraries that are CommonJS ask for Node's modules by `require`. */
      banner: {
        js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
      },
      logLevel: 'error',
    });
    return use(pathToFileURL(outfile));
  });
}
