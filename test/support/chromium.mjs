import { existsSync } from 'node:fs';
import { installDebianPackages, which } from './debian.mjs';

const COMMANDS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const MAC_APPS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * A Chromium of this machine, installed through apt where there is none and that is allowed. `CHROMIUM` in the environment
 * names another one.
 *
 * @returns {Promise<string>} its path
 */
export async function ensureChromium() {
  const found = findChromium();
  if (found !== undefined) return found;
  await installDebianPackages(['chromium', 'fonts-dejavu-core'], 'A window of the editor');
  const installed = findChromium();
  if (installed === undefined)
    throw new Error('apt-get installed chromium, but no such command is on the PATH.');
  return installed;
}

function findChromium() {
  const named = process.env.CHROMIUM;
  if (named !== undefined) {
    if (!existsSync(named)) throw new Error(`CHROMIUM names ${named}, which does not exist.`);
    return named;
  }
  return COMMANDS.map(which).find((path) => path !== undefined) ?? MAC_APPS.find(existsSync);
}
