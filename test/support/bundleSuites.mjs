import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { slowness } from './machineSpeed.mjs';
import { OUT, ROOT, readJson } from './project.mjs';

const SCRIPTS = join(ROOT, 'test', 'editor', 'hosts');

/**
 * Bundles the editor tests, one script for each kind of window.
 *
 * @param {string} only run just the tests whose name contains this; empty for all
 * @returns {Promise<{ desktop: Window, restricted: Window, web: Window }>}
 *
 * @typedef {{ extension: string, suite: string }} Window the folder of the extension to load, and the suite to run
 */
export async function bundleSuites(only) {
  const web = webExtension();
  const suites = {
    desktop: { extension: ROOT, suite: join(OUT, 'editor', 'desktop.js') },
    restricted: { extension: ROOT, suite: join(OUT, 'editor', 'restricted.js') },
    // An editor runs a suite in the extension host of the extension in whose folder it lies, else in the one on Node.
    web: { extension: web, suite: join(web, 'suite', 'web.js') },
  };
  await Promise.all(
    Object.entries(suites).map(([name, { suite }]) =>
      bundle(name, suite, { ONLY_TESTS: JSON.stringify(only) }),
    ),
  );
  return suites;
}

/**
 * Bundles the long session in an editor.
 *
 * @param {number} minutes how long it lasts
 * @returns {Promise<Window>}
 */
export async function bundleSession(minutes) {
  const suite = join(OUT, 'editor', 'session.js');
  await bundle('session', suite, { ONLY_TESTS: '""', MINUTES: String(minutes) });
  return { extension: ROOT, suite };
}

async function bundle(name, outfile, define) {
  const esbuild = await import('esbuild');
  await esbuild.build({
    entryPoints: [join(SCRIPTS, `${name}.ts`)],
    outfile,
    platform: name === 'web' ? 'browser' : 'node',
    bundle: true,
    // A suite is loaded for what it does; package.json says of the shipped code that its files do nothing by being loaded.
    ignoreAnnotations: true,
    format: 'cjs',
    target: 'es2022',
    sourcemap: 'inline',
    external: ['vscode'],
    logLevel: 'warning',
    define: { ...define, SLOWNESS: String(slowness()) },
  });
}

/** A copy of the built extension that has nothing but its web entry, as an editor in a browser sees it. */
function webExtension() {
  const folder = join(OUT, 'web-extension');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  // Without `main`, and free of a wish for the workspace's side, only the browser's extension host can take it.
  const manifest = readJson('package.json');
  delete manifest.main;
  delete manifest.extensionKind;
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest, null, 2));
  for (const name of ['package.nls.json', 'dist', 'media'])
    cpSync(join(ROOT, name), join(folder, name), { recursive: true });
  return folder;
}
