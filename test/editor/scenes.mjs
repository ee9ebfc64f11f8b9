/**
 * What a person does with the extension and sees of it, step by step in a real window. The editor tests play each scene
 * and hold it to what it must show; the screenshots are taken at the end of the same scenes.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  answerBox,
  chooseCommand,
  hoverOver,
  openFile,
  PATIENCE_MS,
  pressUntil,
  rows,
} from '../support/editorPage.mjs';
import { expectAccessible, expectAccessibleRows } from '../support/accessibility.mjs';
import { slowness, timeLimit } from '../support/machineSpeed.mjs';
import { ROOT } from '../support/project.mjs';

/**
 * @typedef {{ name: string, title: string, play: (page: import('playwright-core').Page, workspace: string) =>
 *   Promise<void>, picture?: boolean, test?: boolean, look?: (page: import('playwright-core').Page, theme: string) =>
 *   Promise<void>, leaves?: string[], language?: string, fixture?: string }} Scene `play` starts from a window of the demo
 *   workspace, or of the fixture that is named, with nothing open, and rejects when something is not to be seen;
 *   `workspace` is its folder. `picture: false` ends with nothing to look at, `test: false` shows in a picture what tests of
 *   another kind hold. `look` is called after `play` in each theme, with the theme's id: for what colors must hold to.
 *   `leaves` are the commands that clear what is left beside open editors and changed files. `language` is what the editor
 *   speaks, English where it is left out. Scenes of one language and fixture stand together, since they share a window
 */

/** The ids of the editor's own themes, by the name that a picture in them gets. */
export const THEMES = {
  light: 'Light Modern',
  dark: 'Dark Modern',
  'high-contrast': 'Default High Contrast',
  'high-contrast-light': 'Default High Contrast Light',
};

/** @type {Scene[]} */
export const SCENES = [
  {
    name: 'hover-japanese',
    title: 'hover, audit and report speak Japanese where the editor does',
    language: 'ja',
    // Not every machine has letters for it.
    picture: false,
    async play(page) {
      await openFile(page, 'drafts.py', 6, 1);
      expectAll(await hoverOver(page, 'meta-llama/Llama-3.1-8B-Instruct', 'モデルカード'), [
        '重み公開（利用制限あり）',
        'アメリカ合衆国 (US)',
        'モデルカード',
      ]);
      expectWhole(await measuredCard(page, CARD_LINK.ja), 'Japanese');
      await chooseCommand(page, 'Model License: ワークスペースを監査');
      const tree = page.locator('[id="workbench.view.extension.modelLicenseLens"] .monaco-list-row');
      await tree.nth(3).waitFor();
      expectAll((await rows(tree)).join('\n'), ['エラー', '警告', '指摘なし']);
      await chooseCommand(page, 'Model License: 監査レポートを表示');
      const report = await frameWith(page, 'main h1');
      expectAll(await report.locator('main').innerText(), ['使用している AI モデル', 'ライセンス上の義務']);
    },
  },
  ...[
    { name: 'china', file: 'china.py', shown: ['Not allowed', 'DashScope', 'China (CN)'] },
    {
      name: 'europe',
      file: 'europe.py',
      shown: ['Allowed', 'Scaleway', 'France (FR)', 'European Union (EU)'],
    },
    { name: 'own', file: 'compose.yaml', shown: ['Allowed', 'runs where this project deploys it'] },
  ].map(({ name, file, shown }) => ({
    name: `hosts-hover-${name}`,
    title: `the hover tells who runs the model: ${name}`,
    fixture: 'same-model',
    test: false,
    async play(page) {
      await openFile(page, file, 1, 1);
      expectAll(await hoverOver(page, /qwen3\.5-397b-a17b/i, 'Commercial use'), shown);
    },
  })),
  {
    name: 'hosts-tree',
    title: 'the audit view is grouped by who runs the models',
    fixture: 'same-model',
    leaves: ['Model License: Clear Audit Results'],
    async play(page) {
      await audit(page);
      const tree = page.locator('[id="workbench.view.extension.modelLicenseLens"] .monaco-list-row');
      await tree.nth(1).waitFor();
      await page.getByRole('button', { name: 'Group Audit Results By' }).first().click();
      await answerBox(page, 'Who runs it', 'Who runs it');
      await widenSideBar(page, WIDE_SIDE_BAR);
      for (const host of ['DashScope', 'Scaleway', 'own machines']) {
        const group = tree.filter({ hasText: host }).first();
        await group.waitFor();
        await group.click();
      }
      await tree.nth(5).waitFor();
      expectAll((await rows(tree)).join('\n'), [
        'China (CN) · processed in China (CN) · 1 place',
        'France (FR) · processed in European Union (EU) · 1 place',
        'no model service is called · 1 place',
        'which the policy denies',
      ]);
    },
  },
  {
    name: 'hosts-report',
    title: 'the report says what leaves the project, to whom, and where',
    fixture: 'same-model',
    test: false,
    async play(page) {
      await chooseCommand(page, 'Model License: Show Audit Report');
      const report = await frameWith(page, 'main h1');
      const title = report.getByText('What leaves this project, to whom, and where');
      await title.waitFor();
      await chooseCommand(page, 'Notifications: Clear All Notifications');
      await title.scrollIntoViewIfNeeded();
      await title.evaluate((element) => element.scrollIntoView());
      expectAll(await report.locator('main').innerText(), ['Scaleway (FR)', 'used by its weights']);
    },
  },
  {
    name: 'hover',
    title: 'the hover answers license, openness and origin',
    async play(page) {
      await openFile(page, 'drafts.py', 6, 1);
      await page.locator('.squiggly-warning').first().waitFor();
      // What the card alone says: the problem on the name comes up before it, and names the model too.
      const text = await hoverOver(page, 'meta-llama/Llama-3.1-8B-Instruct', 'Commercial use');
      expectAll(text, ['Llama 3.1', 'Meta']);
      const hover = page.locator('.monaco-editor .monaco-hover:not(.hidden)').first();
      const bar = hover.locator('.action', { hasText: 'Quick Fix' });
      await bar.waitFor();
      const [box, last] = [await hover.boundingBox(), await bar.boundingBox()];
      if (box === null || last === null || last.y + last.height > box.y + box.height)
        throw new Error('The actions of the hover are cut off.');
    },
  },
  {
    name: 'hover-lines',
    title: 'the card is whole and short beside its problem, whatever number of rules is broken',
    leaves: ['Model License: Clear Audit Results'],
    picture: false,
    async play(page) {
      await audit(page);
      for (const [file, line, name, rules] of MEASURED) {
        await openFile(page, file, line, 1);
        await hoverOver(page, name, CARD_LINK.en);
        expectWhole(await measuredCard(page, CARD_LINK.en), `${name}, ${rules} rules broken`);
        await page.keyboard.press('Escape');
      }
    },
  },
  {
    name: 'problems',
    title: 'names that the policy forbids are underlined',
    async play(page) {
      await openFile(page, 'media.py', 1, 1);
      await page.locator('.squiggly-error, .squiggly-warning').first().waitFor();
    },
  },
  {
    name: 'fixes',
    title: 'the light bulb offers models that the policy allows',
    async play(page) {
      const menu = await openFixes(page);
      expectAll((await rows(menu)).join('\n'), ['Replace with', 'Ignore', 'exception']);
    },
  },
  {
    name: 'audit',
    title: 'the audit lists every model by what came out',
    leaves: ['Model License: Clear Audit Results'],
    async play(page) {
      await audit(page);
      const tree = page.locator('[id="workbench.view.extension.modelLicenseLens"] .monaco-list-row');
      await tree.filter({ hasText: 'No finding' }).waitFor();
      expectAll((await rows(tree)).join('\n'), ['Errors', 'Warnings', 'No finding']);
      await tree.filter({ hasText: 'Errors' }).click();
      await tree.filter({ hasText: 'jinaai/jina-embeddings-v3' }).first().waitFor();
      // Below its place, each message has a row of its own.
      await tree
        .filter({ hasText: /^is api-only/ })
        .first()
        .waitFor();
      await expectAccessibleRows(page, '[id="workbench.view.extension.modelLicenseLens"] .monaco-list-rows');
    },
  },
  {
    name: 'panel',
    title: 'the report panel can be read in every theme, by everyone',
    leaves: ['Model License: Clear Audit Results'],
    async play(page) {
      await chooseCommand(page, 'Model License: Show Audit Report');
      const report = await frameWith(page, 'main h1');
      expectAll(await report.locator('main').innerText(), [
        'AI models of',
        'Origin by country',
        'What the licenses ask',
      ]);
      await chooseCommand(page, 'Notifications: Clear All Notifications');
    },
    async look(page, theme) {
      await expectAccessible(await frameWith(page, `body[data-vscode-theme-id="${theme}"] main h1`));
    },
  },
  {
    name: 'search',
    title: 'models are found by publisher and task, each row with license, openness and origin',
    async play(page) {
      await page.keyboard.press('F1');
      const box = page.locator('.quick-input-widget');
      await box.locator('input.input').fill('>Model License: Look Up Model');
      await box.locator('.monaco-list-row.focused', { hasText: 'Look Up' }).waitFor();
      await page.keyboard.press('Enter');
      await box.locator('.quick-input-title', { hasText: 'Look up a model' }).waitFor();
      await box.locator('input.input').fill('mistral text-generation apache-2.0');
      const row = box.locator('.monaco-list-row', { hasText: 'mistralai/' }).first();
      await row.waitFor();
      expectAll(await row.innerText(), ['apache-2.0', 'open weights', 'France (FR)']);
    },
  },
  {
    name: 'compare',
    title: 'models that are chosen one after another stand side by side',
    async play(page) {
      await page.keyboard.press('F1');
      const box = page.locator('.quick-input-widget');
      await box.locator('input.input').fill('>Model License: Compare Models');
      await box.locator('.monaco-list-row.focused', { hasText: 'Compare Models' }).waitFor();
      await page.keyboard.press('Enter');
      for (const [at, id] of ['Qwen/Qwen3-8B', 'mistralai/Mistral-7B-Instruct-v0.3'].entries()) {
        await box.locator('.quick-input-title', { hasText: `(${at + 1}/4)` }).waitFor();
        await box.locator('input.input').fill(id);
        await box.locator('.monaco-list-row.focused', { hasText: id }).waitFor();
        await page.keyboard.press('Enter');
      }
      await box.locator('.monaco-list-row.focused', { hasText: 'Compare Qwen/Qwen3-8B' }).waitFor();
      await page.keyboard.press('Enter');
      const comparison = await frameWith(page, 'h1:has-text("Models side by side")');
      expectAll(await comparison.locator('table').innerText(), [
        'apache-2.0',
        'open weights',
        'China (CN)',
        'France (FR)',
        '8B',
      ]);
    },
  },
  {
    name: 'policy',
    title: 'the policy says of itself what ran out and what is wrong',
    async play(page) {
      await openFile(page, '.model-policy.yaml', 25, 1);
      await page.locator('.squiggly-warning').first().waitFor();
      // At once: a problem of half a word would be in the hover.
      await page.keyboard.insertText('licences: {}\n');
      await page.locator('.squiggly-error').first().waitFor();
      expectAll(await hoverOver(page, 'licences', 'did you mean'), ['licenses']);
    },
  },
  {
    name: 'completion',
    title: 'the policy file proposes licenses with what they are',
    async play(page) {
      await openFile(page, '.model-policy.yaml', 17, 11);
      await page.keyboard.insertText('apache, ');
      for (const key of ['ArrowLeft', 'ArrowLeft']) await page.keyboard.press(key);
      const suggestions = page.locator('.suggest-widget.visible .monaco-list-row');
      await pressUntil(page, 'Control+Space', suggestions);
      expectAll((await rows(suggestions)).join('\n'), ['apache-2.0']);
    },
  },
  {
    name: 'exception',
    title: 'an exception is written into the policy with reason, approver and last day',
    picture: false,
    async play(page, workspace) {
      await chooseFix(page, 'Add an exception');
      for (const answer of ['compared on Japanese mail', 'legal', '2035-01-31'])
        await answerQuestion(page, answer);
      const before = readFileSync(join(ROOT, 'test/fixtures/demo/.model-policy.yaml'), 'utf8');
      const after = await saved(page, join(workspace, '.model-policy.yaml'), before);
      expectAll(after, [
        '  - model: jinaai/jina-embeddings-v3',
        'reason: compared on Japanese mail',
        'approvedBy: legal',
        'expires: 2035-01-31',
      ]);
      const lost = before.split('\n').filter((line) => !after.includes(line));
      if (lost.length > 0) throw new Error(`The policy lost what stood in it:\n${lost.join('\n')}`);
      await undoIn(page, '.model-policy.yaml');
      expectSame(await saved(page, join(workspace, '.model-policy.yaml'), after), before);
    },
  },
  {
    name: 'ignore',
    title: 'a finding is ignored on its line, with the reason beside it',
    picture: false,
    async play(page, workspace) {
      await chooseFix(page, 'Ignore license/denied on this line');
      await answerQuestion(page, 'only for the comparison');
      const file = 'service/kotoba/search.py';
      const before = readFileSync(join(ROOT, 'test/fixtures/demo', file), 'utf8');
      const after = await saved(page, join(workspace, file), before);
      expectAll(after, [
        '# model-license-lens: ignore[license/denied, license/non-commercial] only for the comparison',
      ]);
      await undoIn(page, 'search.py');
      expectSame(await saved(page, join(workspace, file), after), before);
    },
  },
  {
    name: 'export',
    title: "the exported report is the command line's, byte for byte",
    leaves: ['Model License: Clear Audit Results', 'Notifications: Clear All Notifications'],
    picture: false,
    async play(page, workspace) {
      // Before the editor's, which the audit would list as left out.
      const printed = auditOnCommandLine(workspace);
      await chooseCommand(page, 'Model License: Export Audit Report');
      await answerBox(page, 'JSON', 'JSON');
      // The question for the file may come in the same box, where the key above already took the name that it proposes.
      await page
        .locator('.quick-input-widget input[aria-label^="Folder path"]')
        .press('Enter', { timeout: 5000 * slowness() })
        .catch(() => undefined);
      const exported = await changed(join(workspace, 'model-audit.json'), '');
      const difference = firstDifference(exported, printed);
      if (difference !== undefined)
        throw new Error(`The editor's report differs from the command line's:\n${difference}`);
    },
  },
  {
    name: 'lookup',
    title: 'a model that nobody knows is looked up once its user agrees, and the hover has source and day',
    async play(page) {
      await openFile(page, 'search.py', 17, 1);
      expectAll(await hoverOver(page, 'hikari-labs/ticket-router-small', 'Look up on the Hub'), [
        'nothing is known',
        'Look up on the Hub',
      ]);
      await page.locator('.monaco-hover a', { hasText: 'Look up on the Hub' }).click();
      const question = page.locator('.monaco-dialog-box');
      await question.waitFor();
      expectAll(await question.innerText(), ['127.0.0.1', 'The id of the model is sent']);
      await question.getByText('Turn On Look-ups').click();
      await page.locator('.tab.active', { hasText: 'ticket-router-small' }).waitFor();
      await page.locator('.tab', { hasText: 'search.py' }).click();
      await hoverOver(page, 'hikari-labs/ticket-router-small');
      // The problems are there first; what is known of the model, and from where, comes below them.
      const source = page.locator('.monaco-hover:not(.hidden)').getByText('license: 127.0.0.1, ');
      await source.waitFor();
      expectAll(await page.locator('.monaco-hover:not(.hidden)').first().innerText(), [
        'Apache-2.0',
        `${new Date().getUTCFullYear()}-`,
      ]);
    },
  },
];

/** Names of the demo, from none to six broken rules: file, line, name, number of rules. */
const MEASURED = [
  ['drafts.py', 5, 'mistralai/Mistral-7B-Instruct-v0.3', 0],
  ['search.py', 8, 'BAAI/bge-m3', 1],
  ['search.py', 11, 'jinaai/jina-embeddings-v3', 2],
  ['drafts.py', 6, 'meta-llama/Llama-3.1-8B-Instruct', 3],
  ['media.py', 9, 'meta-llama/Llama-3.2-11B-Vision-Instruct', 4],
  ['media.py', 14, 'stabilityai/stable-diffusion-3.5-large', 6],
];

/** A link that every card ends with, as the editor's language has it. */
const CARD_LINK = { en: 'Details', ja: '詳細' };
const MAX_CARD_LINES = 9;

/**
 * The hover as it is drawn: how many lines the card has, by the height of its letters, and whether its first and last line are to be seen
 * without scrolling.
 */
function measuredCard(page, link) {
  return page
    .locator('.monaco-editor .monaco-hover:not(.hidden)')
    .first()
    .evaluate((hover, text) => {
      const box = hover.getBoundingClientRect();
      const card = [...hover.querySelectorAll('.rendered-markdown')].find((part) =>
        [...part.querySelectorAll('a')].some((anchor) => anchor.textContent === text),
      );
      const tops = new Set();
      const walker = globalThis.document.createTreeWalker(card, globalThis.NodeFilter.SHOW_TEXT);
      const range = globalThis.document.createRange();
      let [top, bottom] = [Infinity, 0];
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        if (node.textContent.trim() === '') continue;
        range.selectNodeContents(node);
        for (const { top: from, bottom: to } of range.getClientRects()) {
          // Letters of one line differ in height by a pixel or two.
          tops.add(Math.round((from + to) / 2 / 6));
          [top, bottom] = [Math.min(top, from), Math.max(bottom, to)];
        }
      }
      const lines = [...tops]
        .sort((a, b) => a - b)
        .filter((at, index, all) => index === 0 || at - all[index - 1] > 1);
      return {
        lines: lines.length,
        hidden: Math.max(0, box.top - top, bottom - box.bottom),
        text: card.innerText,
      };
    }, link);
}

function expectWhole({ lines, hidden, text }, where) {
  const said = `${where}: ${lines} lines, ${hidden} pixels hidden`;
  if (lines > MAX_CARD_LINES || hidden > 0 || text.includes('…')) throw new Error(`${said}:\n${text}`);
}

/**
 * Audits the workspace, and waits for the message that ends the audit. The rows of its view do not tell the end: the editor shows those
 * of an earlier audit once more when they were cleared while the view was hidden.
 */
async function audit(page) {
  await chooseCommand(page, 'Model License: Audit Workspace');
  await page.locator('.notification-toast', { hasText: 'Export Report…' }).first().waitFor();
  await chooseCommand(page, 'Notifications: Clear All Notifications');
}

/** The frame of a page in the editor, once it shows an element. Such a page stands in a frame within a frame. */
async function frameWith(page, selector) {
  for (const isOver = timeLimit(PATIENCE_MS, slowness()); !isOver(); ) {
    for (const frame of page.frames()) {
      if (
        (await frame
          .locator(selector)
          .count()
          .catch(() => 0)) > 0
      )
        return frame;
    }
    await sleep(100);
  }
  throw new Error(`No page in the editor shows ${selector}.`);
}

/** So wide that a row of the tree is not cut. */
const WIDE_SIDE_BAR = 1000;

/** Draws the border between the side bar and the editor to a place, in pixels from the left. */
async function widenSideBar(page, x) {
  const border = await page.locator('.part.sidebar').boundingBox();
  if (border === null) throw new Error('There is no side bar.');
  const y = border.y + border.height / 2;
  await page.mouse.move(border.x + border.width + 1, y);
  await page.mouse.down();
  await page.mouse.move(x, y, { steps: 4 });
  await page.mouse.up();
}

/** Opens the menu of fixes on the model that the demo's policy denies. */
async function openFixes(page) {
  await openFile(page, 'search.py', 11, 40);
  await page.locator('.squiggly-error').first().waitFor();
  const menu = page.locator('.action-widget .monaco-list-row');
  await pressUntil(page, 'Control+.', menu);
  return menu;
}

/**
 * Chooses a fix that asks something. A menu that is drawn anew while it is clicked closes without an answer: then it is opened
 * once more.
 */
async function chooseFix(page, title) {
  const question = page.locator('.quick-input-widget input.input');
  for (const isOver = timeLimit(PATIENCE_MS, slowness()); ; ) {
    const menu = await openFixes(page);
    await menu.filter({ hasText: title }).first().click();
    const isAsked = await question.waitFor({ timeout: ANSWER_MS * slowness() }).then(
      () => true,
      () => false,
    );
    if (isAsked) return;
    if (isOver()) throw new Error(`"${title}" asked nothing.`);
  }
}

/** Types into the question that is shown and waits for it to go, or for the next one. */
async function answerQuestion(page, text) {
  const box = page.locator('.quick-input-widget');
  await box.locator('input.input').waitFor();
  const title = await box.locator('.quick-input-title').innerText();
  await box.locator('input.input').fill(text);
  await page.keyboard.press('Enter');
  await page.waitForFunction((asked) => {
    const now = globalThis.document.querySelector('.quick-input-widget');
    return now?.style.display === 'none' || now?.querySelector('.quick-input-title')?.textContent !== asked;
  }, title);
}

/** Takes the last change of a file back and saves it. */
async function undoIn(page, name) {
  await openFile(page, name, 1, 1);
  await page.keyboard.press('Control+Z');
}

function expectSame(now, before) {
  const difference = firstDifference(now, before);
  if (difference !== undefined) throw new Error(`Undone, the text is not what it was:\n${difference}`);
}

/** A fix that was chosen asks this soon. */
const ANSWER_MS = 10_000;
/** A file that is saved is there this soon. */
const SAVING_MS = 2000;

/** Saves until a file is not what it was, and gives what it is: the edit may be made only after the first time. */
async function saved(page, path, before) {
  for (const isOver = timeLimit(PATIENCE_MS, slowness()); !isOver(); ) {
    await chooseCommand(page, 'File: Save All Files');
    const now = await changed(path, before, SAVING_MS).catch(() => undefined);
    if (now !== undefined) return now;
  }
  throw new Error(`${path} was not written.`);
}

/** Waits until a file is not what it was, and gives what it is: what stands there twice, and is not empty as while it is written. */
async function changed(path, before, patience = PATIENCE_MS) {
  let last = before;
  for (const isOver = timeLimit(patience, slowness()); !isOver(); ) {
    const now = existsSync(path) ? readFileSync(path, 'utf8') : before;
    if (now !== before && now !== '' && now === last) return now;
    last = now;
    await sleep(100);
  }
  throw new Error(`${path} was not written.`);
}

/** The first line in which two texts differ, with its number; `undefined` when they are the same. */
function firstDifference(one, other) {
  if (one === other) return undefined;
  const [ours, theirs] = [one.split('\n'), other.split('\n')];
  const line = ours.findIndex((text, index) => text !== theirs[index]);
  return `line ${line + 1}: ${ours[line]}\nagainst: ${theirs[line]}`;
}

function auditOnCommandLine(workspace) {
  const args = [join(ROOT, 'dist', 'cli.js'), 'audit', '--format', 'json', '--fail-on', 'never'];
  return execFileSync(process.execPath, args, {
    cwd: workspace,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    maxBuffer: 1 << 28,
  });
}

function expectAll(text, parts) {
  const missing = parts.filter((part) => !text.includes(part));
  if (missing.length > 0)
    throw new Error(`${missing.map((part) => `"${part}"`).join(', ')} is not to be seen in:\n${text}`);
}
