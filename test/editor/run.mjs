/**
 * Runs the editor tests: `node test/editor/run.mjs [--report FILE] [part of a test's name]`.
 *
 * The suite is one; where it runs is chosen here: in a downloaded VS Code where that can be had, else in a VS Code server
 * from the npm registry with a headless browser as its window. `EDITOR_HOST=desktop` or `EDITOR_HOST=server` decides it.
 * The scenes, in which keys are pressed and pixels looked at, need the server and so Linux.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { bundleSuites } from '../support/bundleSuites.mjs';
import {
  desktopEditorIsPossible,
  downloadDesktopEditor,
  runSuiteOnDesktop,
} from '../support/desktopEditor.mjs';
import { startEditorServer } from '../support/editorServer.mjs';
import { launchBrowser, runSuiteInWindow, windowAddress } from '../support/editorWindow.mjs';
import { ensureHost } from '../support/hostInstall.mjs';
import { slowness } from '../support/machineSpeed.mjs';
import { say } from '../support/processes.mjs';
import { OUT } from '../support/project.mjs';
import { readSuiteOutput } from '../support/suiteOutput.mjs';
import { withDemoCopy } from '../support/workspaceCopy.mjs';
import { playScenes } from './playScenes.mjs';

/** A suite may run this long on a quiet machine before its window is taken for dead. */
const LIMIT_SECONDS = 600;

const {
  values: { report },
  positionals: [only = ''],
} = parseArgs({ options: { report: { type: 'string' } }, allowPositionals: true });
const suites = await bundleSuites(only);
const windows = [
  { title: 'desktop extension', name: 'desktop', trusted: true, web: false, ...suites.desktop },
  { title: 'Restricted Mode', name: 'restricted', trusted: false, web: false, ...suites.restricted },
  { title: 'web extension', name: 'web', trusted: true, web: true, ...suites.web },
];
const host = await chooseHost();
const total = { passed: 0, failed: 0 };
try {
  for (const window of windows) add(await runWindow(window));
  if (process.platform === 'linux') add(await playScenes(only));
} finally {
  await host.close();
}
if (report !== undefined) writeFileSync(report, JSON.stringify({ ...total, skipped: 0 }));
if (total.passed + total.failed === 0) say(`No editor test is called "${only}".`);
process.stdout.write(`editor: ${total.passed} passed, ${total.failed} failed\n`);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;

function add({ passed, failed }) {
  total.passed += passed;
  total.failed += failed;
}

async function runWindow(window) {
  process.stdout.write(`${window.title}, in ${host.title}\n`);
  const output = readSuiteOutput(join(OUT, 'editor', `${window.name}.log`));
  try {
    await withDemoCopy((folder) => host.run({ ...window, folder }, output.take));
  } catch (error) {
    say(`  ${error.message}`);
  }
  const counts = output.counts();
  // All are asked for and none ran: the suite was not loaded.
  if (only === '' && counts.passed + counts.failed === 0) counts.failed = 1;
  if (counts.failed > 0) say(`  What else the window said is in ${output.logFile}`);
  return counts;
}

async function chooseHost() {
  const wish = process.env.EDITOR_HOST;
  if (wish === 'desktop' || (wish !== 'server' && (await desktopEditorIsPossible()))) return desktopHost();
  return serverHost();
}

async function desktopHost() {
  const program = await downloadDesktopEditor();
  return {
    title: 'a downloaded VS Code',
    run: (window, onLog) => runSuiteOnDesktop(program, window, onLog),
    close: async () => undefined,
  };
}

async function serverHost() {
  const installed = await ensureHost();
  const browser = await launchBrowser();
  return {
    title: 'a VS Code server from the npm registry',
    async run({ folder, extension, suite, trusted }, onLog) {
      const server = await startEditorServer(installed, { trusted, automation: true });
      try {
        return await runSuiteInWindow(browser, windowAddress(server, { folder, extension, tests: suite }), {
          onLog,
          seconds: LIMIT_SECONDS * slowness(),
        });
      } finally {
        await server.stop();
      }
    },
    close: () => browser.close(),
  };
}
