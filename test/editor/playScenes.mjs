import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { chooseCommand, openPage } from '../support/editorPage.mjs';
import { startEditorServer } from '../support/editorServer.mjs';
import { launchBrowser } from '../support/editorWindow.mjs';
import { ensureHost } from '../support/hostInstall.mjs';
import { say } from '../support/processes.mjs';
import { OUT, ROOT } from '../support/project.mjs';
import { startSceneHub } from '../support/sceneHub.mjs';
import { copyFixture } from '../support/workspaceCopy.mjs';
import { SCENES, THEMES } from './scenes.mjs';

const SIZE = { width: 1280, height: 800 };

/**
 * Plays the scenes once, with the extension installed as a user has it. What fails leaves a picture.
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
  let window;
  try {
    const context = await browser.newContext({ viewport: SIZE });
    for (const scene of SCENES.filter(({ title, test = true }) => test && `scene: ${title}`.includes(only))) {
      window = await windowFor(scene, window, () => openWindow(context, server, scene));
      const { passed, failed } = await play(window, scene, server);
      counts.passed += passed;
      counts.failed += failed;
      Object.assign(window, { played: scene, broken: failed > 0 });
    }
  } finally {
    await window?.close();
    await browser.close();
    await server.stop();
    await hub.close();
  }
  return counts;
}

/** A window of a scene's workspace with nothing open: the present one is tidied up, since a new one takes many seconds. */
async function windowFor({ language, fixture }, present, openNew) {
  if (present?.broken === false && present.language === language && present.fixture === fixture) {
    const tidy = await tidyUp(present).then(
      () => true,
      (error) => {
        say(`  The window could not be tidied up, so a new one is opened: ${error.message.split('\n')[0]}`);
        return false;
      },
    );
    if (tidy) return present;
  }
  await present?.close();
  return openNew();
}

async function openWindow(context, server, { language, fixture }) {
  const workspace = copyFixture(fixture);
  const page = await openPage(context, server, workspace.folder, language).catch((error) => {
    workspace.remove();
    throw error;
  });
  const close = async () => {
    await page.close();
    workspace.remove();
  };
  return { page, workspace, language, fixture, close };
}

/** Closes what a scene opened and undoes what it changed. */
async function tidyUp({ page, workspace, played: { leaves } }) {
  for (const key of ['Escape', 'Escape']) await page.keyboard.press(key);
  await chooseCommand(page, 'View: Close All Editors');
  await page.locator('.monaco-dialog-box:visible, .editor-group-watermark:visible').first().waitFor();
  const question = page.locator('.monaco-dialog-box');
  if (await question.isVisible()) await question.getByText("Don't Save", { exact: true }).click();
  await page.locator('.editor-group-watermark:visible').first().waitFor();
  workspace.restore();
  for (const command of leaves ?? []) await chooseCommand(page, command);
  await chooseCommand(page, 'View: Show Explorer');
}

/** Plays a scene, and looks again in each theme where the scene asks for it. */
async function play({ page, workspace }, { name, title, play: act, look }, server) {
  const counts = { passed: 0, failed: 0 };
  const step = async (called, pictured, work) => {
    try {
      await work();
      process.stdout.write(`  ok    scene: ${called}\n`);
      counts.passed++;
    } catch (error) {
      say(`  FAIL  scene: ${called}\n      ${error.message.replaceAll('\n', '\n      ')}`);
      await picture(page, join(OUT, 'editor', `${pictured}.png`));
      counts.failed++;
    }
  };
  await step(title, name, () => act(page, workspace.folder));
  if (look === undefined || counts.failed > 0) return counts;
  for (const [theme, id] of Object.entries(THEMES)) {
    await step(`${title}: ${theme}`, `${name}-${theme}`, async () => {
      server.configure({ 'workbench.colorTheme': id });
      await look(page, id);
    });
  }
  server.configure({});
  return counts;
}

/** What a scene that failed looked like. A window that is gone has no picture. */
async function picture(page, path) {
  mkdirSync(dirname(path), { recursive: true });
  const taken = await page.screenshot({ path }).catch(() => undefined);
  if (taken !== undefined) say(`      What it looked like is in ${path}`);
}
