/**
 * `npm run session [-- --minutes N]`: hours of work in a real editor within minutes (10). Prints what is left of the
 * extension host's memory, problems of files that are gone, and processor time while nobody does anything. The exit code
 * is 1 where one of them does not hold.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { bundleSession } from '../support/bundleSuites.mjs';
import { startEditorServer } from '../support/editorServer.mjs';
import { launchBrowser, runSuiteInWindow, windowAddress } from '../support/editorWindow.mjs';
import { ensureHost } from '../support/hostInstall.mjs';
import { slowness } from '../support/machineSpeed.mjs';
import { OUT } from '../support/project.mjs';
import { readSuiteOutput } from '../support/suiteOutput.mjs';
import { withDemoCopy } from '../support/workspaceCopy.mjs';

/** To start the editor, and for what is done after the last round. */
const AROUND_SECONDS = 240;

const { values } = parseArgs({ options: { minutes: { type: 'string', default: '10' } } });
const minutes = Number(values.minutes);
if (!(minutes > 0)) throw new Error(`--minutes ${values.minutes}: a number of minutes is needed`);
const installed = await ensureHost();
const { extension, suite } = await bundleSession(minutes);
const output = readSuiteOutput(join(OUT, 'editor', 'session.log'));
const browser = await launchBrowser();
try {
  await withDemoCopy(async (folder) => {
    const server = await startEditorServer(installed, { trusted: true, automation: true });
    try {
      await runSuiteInWindow(browser, windowAddress(server, { folder, extension, tests: suite }), {
        onLog: output.take,
        seconds: minutes * 60 + AROUND_SECONDS * slowness(),
      });
    } finally {
      await server.stop();
    }
  });
} finally {
  await browser.close();
}
const { passed, failed } = output.counts();
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
