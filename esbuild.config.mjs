/**
 * Builds what ships: the extension for the desktop and for the browser, the command line and the catalog.
 *
 * What a bundle may not reach, its build cannot resolve: Node's modules are external only to what runs on Node, and a chunk of the
 * command line that imports `vscode` is refused. So an import across the layers fails here, not at a user's.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import esbuild from 'esbuild';
import { commonJsChunks, refuseImport } from './build/commonJsChunks.mjs';
import { directImports } from './build/directImports.mjs';
import { thirdPartyNotices } from './build/thirdPartyNotices.mjs';

process.chdir(fileURLToPath(new URL('.', import.meta.url)));
/** Up to this many characters, a chunk of its own saves no start what it costs the download. */
const SMALL = 16_000;
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

/**
 * The protocol's library brings a validator of JSON Schema for what a server asks people to fill in. The server here asks nothing, so the
 * validator stays out.
 */
function withoutFormValidator() {
  return {
    name: 'without-form-validator',
    setup({ onLoad }) {
      onLoad({ filter: /[\\/]@modelcontextprotocol[\\/]sdk[\\/].*[\\/]ajv-provider\.js$/ }, () => ({
        contents: `export class AjvJsonSchemaValidator {
          getValidator() {
            throw new Error('This server asks for no input.');
          }
        }`,
      }));
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
  plugins: [withoutUnusedTables(), withoutFormValidator(), directImports(resolve('src/core/index.ts'))],
};
const onNode = {
  ...shared,
  platform: 'node',
  // The form of ES modules, which `yaml` gives browsers alone: from the other one nothing that is not used could be left out.
  alias: { yaml: resolve('node_modules/yaml/browser/index.js') },
};

/** Each command of the command line by the name of its file, which tells what the extension leaves out. */
const commands = Object.fromEntries(
  readdirSync('src/cli/commands')
    .filter((file) => file.endsWith('.ts') && file !== 'index.ts')
    .map((file) => [`lib/command-${file.slice(0, -'.ts'.length)}`, `src/cli/commands/${file}`]),
);

/** What its users get. */
const shipped = {
  ...onNode,
  // The extension, on the desktop and in a browser, and the command line: small files that load what they need, much of it the same.
  format: 'esm',
  splitting: true,
  entryPoints: {
    extension: 'src/extension.ts',
    'extension.browser': 'src/extension.browser.ts',
    'lib/browser': 'src/vscode/activateInBrowser.ts',
    cli: 'src/cli/main.ts',
    'lib/mcp': 'src/mcp/serve.ts',
    'lib/lsp': 'src/lsp/serve.ts',
    'lib/searchThread': 'src/node/searchThread.ts',
    ...commands,
  },
  outdir: 'dist',
  chunkNames: 'lib/[name]-[hash]',
  external: ['vscode'],
  sourcemap: 'inline',
  write: false,
  plugins: [
    ...shared.plugins,
    commonJsChunks('dist/lib', SMALL, { entry: 'extension.browser', part: 'browser', name: 'CODE' }),
  ],
};
const catalogTool = {
  ...onNode,
  entryPoints: ['src/catalog-tool/main.ts'],
  outfile: 'dist/catalogTool.js',
};

/** The compiled catalog and the schemas, which are data beside the code. */
function buildData() {
  for (const name of ['policy', 'audit']) {
    const schema = JSON.parse(readFileSync(`src/catalog/schemas/${name}.schema.json`, 'utf8'));
    writeFileSync(`dist/${name}.schema.json`, JSON.stringify(schema));
  }
  const { status } = spawnSync(process.execPath, ['dist/catalogTool.js', 'build', 'dist/catalog.jsonl'], {
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error(`The catalog could not be built (exit code ${status}).`);
}

mkdirSync('dist', { recursive: true });
if (watch) {
  for (const bundle of [shipped, catalogTool]) {
    const context = await esbuild.context({ ...bundle, logLevel: 'info' });
    await context.watch();
  }
} else {
  const [{ metafile }] = await Promise.all([
    esbuild.build({ ...shipped, metafile: true }),
    esbuild.build(catalogTool),
  ]);
  refuseImport(metafile, 'dist/cli.js', (module) => module === 'vscode');
  // Where there is no Node. The entry there fetches the chunks that it is told of: one that it imports, it would miss.
  refuseImport(metafile, 'dist/lib/browser.js', (module) => module !== 'vscode');
  writeFileSync('dist/THIRD_PARTY_NOTICES.txt', thirdPartyNotices([metafile]));
  buildData();
}
