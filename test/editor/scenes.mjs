/**
 * What a person does with the extension and sees of it, step by step in a real window. The editor tests play each scene
 * and hold it to what it must show; the screenshots are taken at the end of the same scenes.
 */
import { chooseCommand, hoverOver, openFile, pressUntil, rows } from '../support/editorPage.mjs';

/**
 * @typedef {{ name: string, title: string, play: (page: import('playwright-core').Page) => Promise<void> }} Scene
 *   `play` starts from a window of the demo workspace with nothing open, and rejects when something is not to be seen
 */

/** @type {Scene[]} */
export const SCENES = [
  {
    name: 'hover',
    title: 'the hover answers licence, openness and origin',
    async play(page) {
      await openFile(page, 'drafts.py', 6, 1);
      const text = await hoverOver(page, 'meta-llama/Llama-3.1-8B-Instruct');
      expectAll(text, ['Llama 3.1', 'Meta']);
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
      await openFile(page, 'search.py', 11, 40);
      await page.locator('.squiggly-error').first().waitFor();
      const menu = page.locator('.action-widget .monaco-list-row');
      await pressUntil(page, 'Control+.', menu);
      expectAll((await rows(menu)).join('\n'), ['Replace with', 'Ignore', 'exception']);
    },
  },
  {
    name: 'audit',
    title: 'the audit lists every model by what came out',
    async play(page) {
      await chooseCommand(page, 'Model License: Audit Workspace');
      const tree = page.locator('[id="workbench.view.extension.modelLicenseLens"] .monaco-list-row');
      await tree.nth(3).waitFor();
      await chooseCommand(page, 'Notifications: Clear All Notifications');
      expectAll((await rows(tree)).join('\n'), ['Errors', 'Warnings', 'No finding']);
      await tree.filter({ hasText: 'Errors' }).click();
      await tree.filter({ hasText: 'jinaai/jina-embeddings-v3' }).first().waitFor();
    },
  },
  {
    name: 'policy',
    title: 'the policy says of itself what ran out and what is wrong',
    async play(page) {
      await openFile(page, '.model-policy.yaml', 25, 1);
      await page.locator('.squiggly-warning').first().waitFor();
      await page.keyboard.type('licences: {}\n');
      await page.locator('.squiggly-error').first().waitFor();
      expectAll(await hoverOver(page, 'licences'), ['licences']);
    },
  },
  {
    name: 'lookup',
    title: 'a model that nobody knows is looked up once its user agrees, and the hover has source and day',
    async play(page) {
      await openFile(page, 'search.py', 17, 1);
      expectAll(await hoverOver(page, 'hikari-labs/ticket-router-small'), ['nothing is known', 'Look up on the Hub']);
      await page.locator('.monaco-hover a', { hasText: 'Look up on the Hub' }).click();
      const question = page.locator('.monaco-dialog-box');
      await question.waitFor();
      expectAll(await question.innerText(), ['127.0.0.1', 'The id of the model is sent']);
      await question.getByText('Turn On Look-ups').click();
      await page.locator('.tab.active', { hasText: 'ticket-router-small' }).waitFor();
      await page.locator('.tab', { hasText: 'search.py' }).click();
      await hoverOver(page, 'hikari-labs/ticket-router-small');
      // The problems are there first; what is known of the model, and from where, comes below them.
      const source = page.locator('.monaco-hover:not(.hidden)').getByText('/hikari-labs/ticket-router-small, ');
      await source.waitFor();
      expectAll(await page.locator('.monaco-hover:not(.hidden)').first().innerText(), ['Apache-2.0', `${new Date().getUTCFullYear()}-`]);
    },
  },
];

function expectAll(text, parts) {
  const missing = parts.filter((part) => !text.includes(part));
  if (missing.length > 0) throw new Error(`${missing.map((part) => `"${part}"`).join(', ')} is not to be seen in:\n${text}`);
}
