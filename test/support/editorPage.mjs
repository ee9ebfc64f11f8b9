/** What a person does in a window of the editor: keys, pointer, and looking. */
import { slowness, timeLimit } from './machineSpeed.mjs';
import { readJson } from './project.mjs';

/** How long the window may take on a quiet machine to show something before that counts as not there. */
export const PATIENCE_MS = 20_000;

/**
 * Opens a folder in a window of a server that has the extension installed.
 *
 * @param {import('playwright-core').BrowserContext} context windows of the same one share the editor's scripts, which take
 *   seconds to load and compile; what an earlier window kept of its user is cleared
 * @param {import('./editorServer.mjs').EditorServer} server
 * @param {string} folder absolute
 * @param {string} [language] of the extension, as the editor calls it; the window itself has English words only
 */
export async function openPage(context, server, folder, language = 'en') {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Storage.clearDataForOrigin', {
    origin: server.origin,
    storageTypes: 'indexeddb,local_storage',
  });
  page.setDefaultTimeout(PATIENCE_MS * slowness());
  // What the editor's own translation of its words would set.
  if (language !== 'en')
    await page.addInitScript((name) => {
      globalThis._VSCODE_NLS_LANGUAGE = name;
    }, language);
  await page.goto(`${server.origin}/?${new URLSearchParams({ folder })}`);
  await page.waitForSelector('.monaco-workbench .explorer-folders-view .monaco-list-row');
  // Until its view is there, the editor does not know the extension's commands.
  await page.waitForSelector(`.activitybar [aria-label="${viewTitle(language)}"]`);
  return page;
}

function viewTitle(language) {
  return readJson(language === 'en' ? 'package.nls.json' : `package.nls.${language}.json`)[
    'view.container.title'
  ];
}

/** Runs a command by its name in the palette. */
export async function chooseCommand(page, name) {
  await openBox(page, 'F1');
  await answerBox(page, `>${name}`, name);
}

/**
 * Opens a file and puts the cursor at a place.
 *
 * @param {string} name of the file
 * @param {number} line from 1
 * @param {number} column from 1
 */
export async function openFile(page, name, line, column) {
  await openBox(page, 'Control+P');
  await answerBox(page, name, name);
  await page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
  await openBox(page, 'Control+G');
  await answerBox(page, `:${line}:${column}`, '');
}

/** Opens the box at the top of the window. While an earlier one closes, the key is lost. */
function openBox(page, key) {
  return pressUntil(page, key, page.locator('.quick-input-widget input.input:visible'));
}

/** Types into the box at the top of the window, and presses Enter once its first answer names what was asked for. */
export async function answerBox(page, text, wanted) {
  const box = page.locator('.quick-input-widget');
  const input = box.locator('input.input');
  await input.fill(text);
  await box.locator('.monaco-list-row.focused', { hasText: wanted }).waitFor();
  // An editor that has just opened takes the focus away from the box, and the key with it: then it is pressed again.
  for (const isOver = timeLimit(PATIENCE_MS, slowness()); !isOver(); ) {
    // A key pressed on a box that has gone would go into the editor.
    if (await box.isHidden()) return;
    await input.press('Enter', { timeout: 1000 * slowness() }).catch(() => undefined);
    if (await comes(box, { state: 'hidden', timeout: 1000 * slowness() })) return;
  }
  throw new Error(`The box at the top did not take "${text}".`);
}

/**
 * Rests the pointer on a word in the editor. Answers with the text of the hover once it says what is awaited: problems are
 * there at once, the card follows. An editor that is asked before the extension is ready has no card, and asks again only
 * when the pointer comes back.
 */
export async function hoverOver(page, word, awaited) {
  const hover = page.locator('.monaco-editor .monaco-hover:not(.hidden)', { hasText: awaited }).first();
  for (const isOver = timeLimit(PATIENCE_MS, slowness()); ; ) {
    await page.locator('.view-line span:not(:has(span))', { hasText: word }).first().hover();
    if (await comes(hover, { timeout: 5000 * slowness() })) return hover.innerText();
    if (isOver()) throw new Error(`The hover did not say "${awaited}".`);
    await page.mouse.move(0, 0);
  }
}

/** Whether a part of the window comes to be as it is waited for. */
function comes(locator, options) {
  return locator.waitFor(options).then(
    () => true,
    () => false,
  );
}

/**
 * Presses a key until something comes up: right after the text changed, or before the extension is ready, the editor
 * answers with nothing.
 */
export async function pressUntil(page, key, wanted) {
  const isOver = timeLimit(PATIENCE_MS, slowness());
  for (;;) {
    await page.keyboard.press(key);
    if (await comes(wanted.first(), { timeout: 3000 * slowness() })) return;
    if (isOver()) throw new Error(`${key} brought nothing up.`);
    await page.keyboard.press('Escape');
  }
}

/** The texts of the rows of a list or menu, as far as they are drawn. */
export async function rows(locator) {
  const texts = await locator.allInnerTexts();
  return texts.map((text) => text.replace(/\s+/g, ' ').trim());
}
