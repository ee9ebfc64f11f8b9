import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { openPage } from '../support/editorPage.mjs';
import { startEditorServer } from '../support/editorServer.mjs';
import { launchBrowser } from '../support/editorWindow.mjs';
import { ensureHost } from '../support/hostInstall.mjs';
import { say } from '../support/processes.mjs';
import { OUT, ROOT } from '../support/project.mjs';
import { startSceneHub } from '../support/sceneHub.mjs';
import { withDemoCopy } from '../support/workspaceCopy.mjs';
import { SCENES, THEMES } from './scenes.mjs';

const SIZE = { width: 1280, height: 800 };

/**
 * Plays the scenes once, with the extension installed as a user has it. A scene that fails leaves a picture.
 *
 * @param {string} only just those whose name, "scene: …", contains it; empty for all
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function playScenes(only) {
  process.stdout.write('scenes, in a window of a VS Code server from the npm registry\n');
  const counts = { passed: 0, failed: 0 };
  const hub = await startSceneHub();
  const server = await startEditorServer(await ensureHost(), {
    installed: ROOT,
    env: { HF_ENDPOINT: hub.origin },
  });
  const browser = await launchBrowser();
  try {
    for (const scene of SCENES.filter(({ test = true }) => test)
      .flatMap(inItsThemes)
      .filter(({ title }) => `scene: ${title}`.includes(only))) {
      server.configure(scene.theme === undefined ? {} : { 'workbench.colorTheme': scene.theme });
      counts[(await play(browser, server, scene)) ? 'passed' : 'failed']++;
    }
  } finally {
    await browser.close();
    await server.stop();
    await hub.close();
  }
  return counts;
}

function inItsThemes(scene) {
  if (!scene.everyTheme) return [scene];
  return Object.entries(THEMES).map(([name, theme]) => ({
    ...scene,
    theme,
    name: `${scene.name}-${name}`,
    title: `${scene.title}: ${name}`,
  }));
}

async function play(browser, server, { name, title, language, fixture, play: act }) {
  return withDemoCopy(async (workspace) => {
    let page;
    try {
      page = await openPage(browser, server, workspace, SIZE, language);
      await act(page, workspace);
      process.stdout.write(`  ok    scene: ${title}\n`);
      return true;
    } catch (error) {
      say(`  FAIL  scene: ${title}\n      ${error.message.replaceAll('\n', '\n      ')}`);
      await picture(page, join(OUT, 'editor', `${name}.png`));
      return false;
    } finally {
      await page?.close();
    }
  }, fixture);
}

/** What a scene that failed looked like. A window that never opened, or is gone, has no picture. */
async function picture(page, path) {
  mkdirSync(dirname(path), { recursive: true });
  const taken = await page?.screenshot({ path }).catch(() => undefined);
  if (taken !== undefined) say(`      What it looked like is in ${path}`);
}
