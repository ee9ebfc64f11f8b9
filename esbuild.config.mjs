/**
 * Builds what ships: the extension for the desktop and for the browser, the command line and the catalog.
 *
 * What a bundle may not reach, its build cannot resolve: `vscode` is external only to the two extension bundles, and
 * Node's modules only to those that run on Node. So an import across the layers fails here, not at a user's.
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import esbuild from 'esbuild';
import { thirdPartyNotices } from './build/thirdPartyNotices.mjs';

process.chdir(fileURLToPath(new URL('.', import.meta.url)));
const watch = process.argv.includes('--watch');

/** The Hub's packages carry tables of libraries and tasks, of which the GGUF reader uses two lists; they do not say that the rest may go. */
function withoutUnusedTables() {
  return {
    name: 'without-unused-tables',
    setup({ onResolve, resolve }) {
      onResolve({ filter: /./ }, async ({ path, pluginData, ...from }) => {
        const ofTables =
          path === '@huggingface/tasks' || /[\\/]@huggingface[\\/]tasks[\\/]/.test(from.importer);
        if (!ofTables || pluginData === 'resolved') return undefined;
        return {
          ...(await resolve(path, {
            kind: from.kind,
            importer: from.importer,
            resolveDir: from.resolveDir,
            pluginData: 'resolved',
          })),
          sideEffects: false,
        };
      });
    },
  };
}

const shared = {
  bundle: true,
  format: 'cjs',
  target: 'es2022',
  minify: !watch,
  sourcemap: true,
  // jsonc-parser's "main" is a UMD file whose inner requires cannot be bundled.
  mainFields: ['module', 'main'],
  logLevel: 'warning',
  plugins: [withoutUnusedTables()],
};
const onNode = { ...shared, platform: 'node' };

/** What its users get. */
const shipped = [
  { ...onNode, entryPoints: ['src/extension.ts'], outfile: 'dist/extension.js', external: ['vscode'] },
  {
    ...shared,
    platform: 'browser',
    mainFields: ['browser', 'module', 'main'],
    entryPoints: ['src/extension.browser.ts'],
    outfile: 'dist/extension.browser.js',
    external: ['vscode'],
  },
  {
    ...onNode,
    entryPoints: ['src/cli/main.ts'],
    outfile: 'dist/cli.js',
    banner: { js: '#!/usr/bin/env node' },
  },
  // What `mcp` loads beside the command line.
  { ...onNode, entryPoints: ['src/mcp/serve.ts'], outfile: 'dist/mcp.js' },
  // What `lsp` loads beside it.
  { ...onNode, entryPoints: ['src/lsp/serve.ts'], outfile: 'dist/lsp.js' },
];
const catalogTool = {
  ...onNode,
  entryPoints: ['src/catalog-tool/main.ts'],
  outfile: 'dist/catalogTool.js',
};

/** The compiled catalog and the schemas, which are data beside the code. */
function buildData() {
  for (const name of ['policy', 'audit'])
    copyFileSync(`src/catalog/schemas/${name}.schema.json`, `dist/${name}.schema.json`);
  const { status } = spawnSync(process.execPath, ['dist/catalogTool.js', 'build', 'dist/catalog.jsonl'], {
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error(`The catalog could not be built (exit code ${status}).`);
}

mkdirSync('dist', { recursive: true });
if (watch) {
  for (const bundle of [...shipped, catalogTool]) {
    const context = await esbuild.context({ ...bundle, logLevel: 'info' });
    await context.watch();
  }
} else {
  const built = await Promise.all([
    ...shipped.map((bundle) => esbuild.build({ ...bundle, metafile: true })),
    esbuild.build(catalogTool),
  ]);
  const metafiles = built.map(({ metafile }) => metafile).filter((metafile) => metafile !== undefined);
  writeFileSync('dist/THIRD_PARTY_NOTICES.txt', thirdPartyNotices(metafiles));
  buildData();
}
