/** The VS Code that people install, where this machine can download it and has a screen, if only one in memory. */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { which } from './debian.mjs';
import { ROOT } from './project.mjs';

const RELEASES = 'https://update.code.visualstudio.com/api/releases/stable';

/** Long enough for a slow line, short enough for a machine without one. */
const PROBE_MS = 5000;

/** @returns {Promise<boolean>} whether VS Code can be downloaded and shown here */
export async function desktopEditorIsPossible() {
  if (process.platform === 'linux' && process.env.DISPLAY === undefined && which('xvfb-run') === undefined)
    return false;
  const answer = await fetch(RELEASES, { signal: AbortSignal.timeout(PROBE_MS) }).catch(() => undefined);
  return answer?.ok === true;
}

/**
 * Downloads VS Code, or finds the copy of an earlier run. `VSCODE_VERSION` chooses another version than the newest.
 *
 * @returns {Promise<string>} its program
 */
export async function downloadDesktopEditor() {
  const { downloadAndUnzipVSCode } = await import('@vscode/test-electron');
  return downloadAndUnzipVSCode({
    version: process.env.VSCODE_VERSION ?? 'stable',
    cachePath: join(ROOT, '.vscode-test'),
  });
}

/**
 * Runs a suite in a window of its own, with settings and extensions of its own.
 *
 * @param {string} program of {@link downloadDesktopEditor}
 * @param {{ folder: string, extension: string, suite: string, trusted: boolean, web: boolean }} what absolute paths;
 *   `web` runs the extension in the browser's extension host
 * @param {(text: string) => void} onLog receives what the window writes to its console
 * @returns {Promise<number>} the exit code
 */
export async function runSuiteOnDesktop(program, { folder, extension, suite, trusted, web }, onLog) {
  const scratch = mkdtempSync(join(tmpdir(), 'model-license-lens-desktop-'));
  const user = join(scratch, 'data', 'User');
  mkdirSync(user, { recursive: true });
  writeFileSync(
    join(user, 'settings.json'),
    JSON.stringify({ 'security.workspace.trust.startupPrompt': 'never' }),
  );
  const args = [
    folder,
    `--extensionDevelopmentPath=${extension}`,
    `--extensionTestsPath=${suite}`,
    `--user-data-dir=${join(scratch, 'data')}`,
    `--extensions-dir=${join(scratch, 'extensions')}`,
    '--no-sandbox',
    '--disable-gpu',
    '--disable-updates',
    '--skip-welcome',
    '--skip-release-notes',
    '--disable-telemetry',
    ...(trusted ? ['--disable-workspace-trust'] : []),
    ...(web ? ['--extensionDevelopmentKind=web'] : []),
  ];
  const headless = process.platform === 'linux' && process.env.DISPLAY === undefined;
  const [command, ...first] = headless ? ['xvfb-run', '-a', program] : [program];
  try {
    return await new Promise((resolve, reject) => {
      const child = spawn(command, [...first, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
      for (const stream of [child.stdout, child.stderr]) {
        let rest = '';
        stream.on('data', (chunk) => {
          const lines = (rest + chunk).split('\n');
          rest = lines.pop();
          for (const line of lines) onLog(line);
        });
      }
      child.on('error', reject);
      child.on('close', (code) => resolve(code ?? 1));
    });
  } finally {
    rmSync(scratch, { recursive: true, force: true, maxRetries: 3 });
  }
}
