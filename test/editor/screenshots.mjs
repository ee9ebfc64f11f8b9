/**
 * `npm run screenshots`: plays the scenes in each theme and takes a picture at the end of each one, into
 * test/screenshots. With `--readme` the ones that the README shows are also written to media/screenshots. `--only NAME`
 * takes one scene, `--theme NAME` one theme.
 */
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startEditorServer } from '../support/editorServer.mjs';
import { openPage } from '../support/editorPage.mjs';
import { launchBrowser } from '../support/editorWindow.mjs';
import { ensureHost } from '../support/hostInstall.mjs';
import { say } from '../support/processes.mjs';
import { ROOT } from '../support/project.mjs';
import { startSceneHub } from '../support/sceneHub.mjs';
import { withDemoCopy } from '../support/workspaceCopy.mjs';
import { SCENES, THEMES } from './scenes.mjs';

/** The pictures of the README, by scene and theme. */
const FOR_README = ['hover-dark', 'fixes-dark', 'audit-light', 'hosts-tree-light'];

/** Leaves out what would only make a picture smaller to read. */
const PLAIN = {
  'breadcrumbs.enabled': false,
  'editor.minimap.enabled': false,
  'editor.fontSize': 14,
  'window.commandCenter': false,
  'workbench.layoutControl.enabled': false,
  'workbench.tips.enabled': false,
};
const SIZE = { width: 1180, height: 720 };

const { values } = parseArgs({
  options: { readme: { type: 'boolean' }, only: { type: 'string' }, theme: { type: 'string' } },
});
const folder = join(ROOT, 'test', 'screenshots');
mkdirSync(folder, { recursive: true });
const host = await ensureHost();
const browser = await launchBrowser();
// Twice as many pixels as points: the letters stay sharp on a fine screen.
const context = await browser.newContext({ viewport: SIZE, deviceScaleFactor: 2 });
let failed = 0;
try {
  for (const [theme, label] of Object.entries(THEMES)) {
    if (values.theme === undefined || values.theme === theme) await takeAll(theme, label);
  }
} finally {
  await browser.close();
}
if (values.readme) publish();
process.exitCode = failed > 0 ? 1 : 0;

async function takeAll(theme, label) {
  const hub = await startSceneHub();
  const server = await startEditorServer(host, {
    installed: ROOT,
    env: { HF_ENDPOINT: hub.origin },
    settings: { ...PLAIN, 'workbench.colorTheme': label },
  });
  try {
    for (const scene of SCENES.filter(({ picture = true }) => picture)) {
      if (values.only === undefined || values.only === scene.name) await take(server, scene, theme);
    }
  } finally {
    await server.stop();
    await hub.close();
  }
}

/** A scene that does not show what it must is still pictured: that is how one sees why. */
async function take(server, { name, language, fixture, play }, theme) {
  await withDemoCopy(async (workspace) => {
    const page = await openPage(context, server, workspace, language);
    try {
      await play(page, workspace);
    } catch (error) {
      failed++;
      say(`${name} (${theme}): ${error.message}`);
    }
    const path = join(folder, `${name}-${theme}.png`);
    await page.screenshot({ path });
    process.stdout.write(`${path}\n`);
    await page.close();
  }, fixture);
}

function publish() {
  const target = join(ROOT, 'media', 'screenshots');
  mkdirSync(target, { recursive: true });
  for (const name of FOR_README) copyFileSync(join(folder, `${name}.png`), join(target, `${name}.png`));
}
