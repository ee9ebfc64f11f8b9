import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run, step } from './processes.mjs';

/**
 * @param {string} command
 * @returns {string | undefined} where a command is on the PATH
 */
export function which(command) {
  const names = process.platform === 'win32' ? [`${command}.exe`, `${command}.cmd`] : [command];
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const found = names.map((name) => join(folder, name)).find(existsSync);
    if (folder !== '' && found !== undefined) return found;
  }
  return undefined;
}

/** How apt-get may be called here without a question: as root, through sudo without a password, or not at all. */
function aptCommand() {
  if (which('apt-get') === undefined) return undefined;
  if (process.getuid?.() === 0) return ['apt-get'];
  const sudo = which('sudo') !== undefined && spawnSync('sudo', ['-n', 'true']).status === 0;
  return sudo ? ['sudo', '-n', 'apt-get'] : undefined;
}

/**
 * Installs Debian packages, where that is allowed without a password.
 *
 * @param {string[]} packages
 * @param {string} why for the error: what cannot be done without them
 */
export async function installDebianPackages(packages, why) {
  const apt = aptCommand();
  if (apt === undefined)
    throw new Error(
      `${why} needs ${packages.join(', ')}. Please install ${packages.length === 1 ? 'it' : 'them'} and try again.`,
    );
  const [command, ...first] = apt;
  await step(`installing ${packages.join(', ')} with apt-get`, async () => {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const quiet = ['-qq', '-o', 'Dpkg::Use-Pty=0'];
    await run(command, [...first, 'update', ...quiet], { env });
    await run(command, [...first, 'install', '-y', '--no-install-recommends', ...quiet, ...packages], {
      env,
    });
  });
}
