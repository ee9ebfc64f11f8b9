/**
 * `npm start`: prints the audit of the demo workspace, then opens that workspace in an editor with the extension. Uses
 * nothing but Node until the packages are there. Without a terminal it ends after the audit.
 */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { which } from './debian.mjs';
import { startEditorServer } from './editorServer.mjs';
import { ensureHost } from './hostInstall.mjs';
import { ensureNodeModules } from './nodeModules.mjs';
import { npm, run, say, step } from './processes.mjs';
import { DEMO, ROOT } from './project.mjs';

/** The audit's exit code when there are findings, which a demo should have. */
const FINDINGS = 1;

try {
  await start();
} catch (error) {
  say(`\n${error.message}`);
  process.exitCode = 1;
}

async function start() {
  await ensureNodeModules();
  await step('building', () => npm(['run', '--silent', 'build']));
  await run(process.execPath, ['dist/cli.js', 'audit', 'test/fixtures/demo'], { accept: [0, FINDINGS] });
  if (process.stdin.isTTY && process.stdout.isTTY) await openEditor();
}

async function openEditor() {
  const code = which('code');
  if (code === undefined) return openInBrowser();
  say('\nOpening the demo workspace in VS Code …');
  await run(code, ['--new-window', `--extensionDevelopmentPath=${ROOT}`, '--disable-workspace-trust', DEMO]);
}

/** Serves the editor until Ctrl-C. The token in the address keeps other users of this machine out. */
async function openInBrowser() {
  say('\nThere is no command `code` here, so the editor is served to your browser.');
  const token = randomBytes(16).toString('hex');
  const server = await startEditorServer(await ensureHost(), { token, installed: ROOT, workspace: DEMO });
  const address = `${server.origin}/?tkn=${token}`;
  say(`\n  Open ${address}\n\n  Ctrl-C ends it.`);
  openBrowser(address);
  await Promise.race(
    ['SIGINT', 'SIGTERM', 'SIGHUP'].map((signal) => new Promise((resolve) => process.once(signal, resolve))),
  );
  await server.stop();
  say('\nEnded.');
}

/** Where there is a screen, the person need not copy the address. */
function openBrowser(address) {
  if (process.env.DISPLAY === undefined && process.env.WAYLAND_DISPLAY === undefined) return;
  const opener = which('xdg-open');
  if (opener !== undefined)
    spawn(opener, [address], { stdio: 'ignore', detached: true })
      .on('error', () => undefined)
      .unref();
}
