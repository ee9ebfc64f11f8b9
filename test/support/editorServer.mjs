import { spawn } from 'node:child_process';
import {
  cpSync,
  createWriteStream,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { listFiles, PackageManager } from '@vscode/vsce';
import { slowness, timeLimit } from './machineSpeed.mjs';

/** On a quiet machine. */
const START_SECONDS = 60;

/** Keeps the editor's own offers out of the way of what is to be seen and tested, and what moves on its own: it is drawn without end. */
const QUIET = {
  'chat.disableAIFeatures': true,
  'editor.cursorBlinking': 'solid',
  // In a browser's window it is on: a slow machine would write what a test is about to take back.
  'files.autoSave': 'off',
  'git.openRepositoryInParentFolders': 'never',
  'telemetry.telemetryLevel': 'off',
  'workbench.reduceMotion': 'on',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
};

/** Nobody looks at the window of a suite, so it need not draw these. */
const UNSEEN = {
  'breadcrumbs.enabled': false,
  'editor.bracketPairColorization.enabled': false,
  'editor.minimap.enabled': false,
  'editor.occurrencesHighlight': 'off',
  'editor.stickyScroll.enabled': false,
  'git.enabled': false,
  'workbench.activityBar.location': 'hidden',
  'workbench.statusBar.visible': false,
  'workbench.tree.enableStickyScroll': false,
};

/**
 * @typedef {{ origin: string, authority: string, folder: string, configure: (settings: Record<string, unknown>) => void,
 *   stop: () => Promise<void> }} EditorServer `authority` is the one of its `vscode-remote` addresses, `folder` its own
 *   scratch folder, which `stop` removes; `configure` replaces the settings of the machine for windows that open later
 *
 * Starts a VS Code server on this machine's loopback address and waits until it answers.
 * @param {import('./hostInstall.mjs').Host} host
 * @param {object} [options]
 * @param {boolean} [options.trusted] false keeps workspace trust on, so that a folder opens in Restricted Mode
 * @param {string} [options.token] what a window must show to be let in; without one any process of this machine is
 * @param {boolean} [options.automation] lets the address load an extension under development and its tests
 * @param {string} [options.installed] the folder of a built extension, whose packed files are there as if they had been installed
 * @param {string} [options.workspace] the folder that a window opens when its address names none
 * @param {Record<string, unknown>} [options.settings] settings of the machine
 * @param {Record<string, string>} [options.env] added to the environment that extensions see
 * @returns {Promise<EditorServer>}
 */
export async function startEditorServer(
  host,
  { trusted = true, token, automation = false, installed, workspace, settings = {}, env = {} } = {},
) {
  const folder = mkdtempSync(join(tmpdir(), 'model-license-lens-editor-'));
  const configure = (given) =>
    writeMachineSettings(folder, { ...QUIET, ...(automation ? UNSEEN : {}), ...given });
  configure(settings);
  const port = await freePort();
  const child = spawn(
    host.node,
    [
      host.serverMain,
      '--host',
      '127.0.0.1',
      '--port',
      String(port),
      '--server-data-dir',
      folder,
      '--extensions-dir',
      await extensionsFolder(folder, installed),
      '--accept-server-license-terms',
      '--telemetry-level',
      'off',
      ...(token === undefined ? ['--without-connection-token'] : ['--connection-token', token]),
      ...(trusted ? ['--disable-workspace-trust'] : []),
      ...(automation ? ['--enable-smoke-test-driver'] : []),
      ...(workspace === undefined ? [] : ['--default-folder', workspace]),
    ],
    { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } },
  );
  const log = createWriteStream(join(folder, 'server.log'));
  child.stdout.pipe(log);
  child.stderr.pipe(log);
  const ended = new Promise((resolve) => child.once('close', resolve));

  const stop = async () => {
    child.kill();
    await ended;
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  };
  const origin = `http://127.0.0.1:${port}`;
  try {
    await Promise.race([
      answers(origin),
      ended.then((code) =>
        Promise.reject(
          new Error(
            `The editor's server ended with exit code ${code}; its output was:\n${readFileSync(join(folder, 'server.log'), 'utf8')}`,
          ),
        ),
      ),
    ]);
  } catch (error) {
    await stop();
    throw error;
  }
  return { origin, authority: `127.0.0.1:${port}`, folder, configure, stop };
}

function writeMachineSettings(folder, settings) {
  const machine = join(folder, 'data', 'Machine');
  mkdirSync(machine, { recursive: true });
  writeFileSync(join(machine, 'settings.json'), JSON.stringify(settings, null, 2));
}

/**
 * The server takes a folder beside no list of extensions for an installed one, and writes the list itself. It gets what is packed
 * of the extension and nothing else, as everybody has it who installs the package.
 */
async function extensionsFolder(folder, installed) {
  const extensions = join(folder, 'extensions');
  mkdirSync(extensions);
  if (installed === undefined) return extensions;
  for (const file of await listFiles({ cwd: installed, packageManager: PackageManager.None }))
    cpSync(join(installed, file), join(extensions, basename(installed), file));
  return extensions;
}

async function answers(origin) {
  for (const isOver = timeLimit(START_SECONDS * 1000, slowness()); !isOver(); ) {
    const answer = await fetch(`${origin}/version`).catch(() => undefined);
    if (answer?.ok) return;
    await sleep(200);
  }
  throw new Error(`The editor's server did not answer at ${origin} within ${START_SECONDS} s.`);
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
