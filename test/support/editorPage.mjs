/** What a person does in a window of the editor: keys, pointer, and looking. */

/** How long the window may take to show something before that counts as not there. */
const PATIENCE_MS = 20_000;

/**
 * Opens a folder in a window of a server that has the extension installed.
 *
 * @param {import('playwright-core').Browser} browser
 * @param {import('./editorServer.mjs').EditorServer} server
 * @param {string} folder absolute
 * @param {{ width: number, height: number }} size
 */
export async function openPage(browser, server, folder, size) {
  // Twice as many pixels as points: the letters stay sharp on a fine screen.
  const page = await browser.newPage({ viewport: size, deviceScaleFactor: 2 });
  page.setDefaultTimeout(PATIENCE_MS);
  await page.goto(`${server.origin}/?${new URLSearchParams({ folder })}`);
  await page.waitForSelector('.monaco-workbench .explorer-folders-view .monaco-list-row');
  return page;
}

/** Runs a command by its name in the palette. */
export async function runCommand(page, name) {
  await page.keyboard.press('F1');
  await choose(page, `>${name}`);
}

/**
 * Opens a file and puts the cursor at a place.
 *
 * @param {number} line from 1
 * @param {number} column from 1
 */
export async function openFile(page, path, line = 1, column = 1) {
  await page.keyboard.press('Control+P');
  await choose(page, path);
  await page.waitForSelector(`.tab.active[data-resource-name="${path.split('/').at(-1)}"]`);
  await page.keyboard.press('Control+G');
  await choose(page, `:${line}:${column}`);
}

/** Types into the box at the top of the window and takes its first answer. */
async function choose(page, text) {
  const input = page.locator('.quick-input-widget input.input').first();
  await input.waitFor();
  await input.fill(text);
  const row = page.locator('.quick-input-list .monaco-list-row').first();
  await row.waitFor();
  // The rows follow the typing with a pause.
  await page.waitForTimeout(400);
  await page.keyboard.press('Enter');
  await page.locator('.quick-input-widget').first().waitFor({ state: 'hidden' });
}

/** Moves the pointer onto a word in the editor and waits for the hover. */
export async function hoverOver(page, word) {
  const token = page.locator('.view-line span', { hasText: word }).last();
  await token.hover();
  const hover = page.locator('.monaco-hover:not(.hidden) .monaco-hover-content').first();
  await hover.waitFor();
  return hover;
}
