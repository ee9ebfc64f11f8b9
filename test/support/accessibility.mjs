/** What axe-core, the usual checker of web accessibility, says of what a window shows. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** Findings of lesser impact are advice. */
const SERIOUS = new Set(['serious', 'critical']);

/**
 * Holds a page, or a part of it, to the rules of axe-core.
 *
 * @param {import('playwright-core').Page | import('playwright-core').Frame} page
 * @param {string} [part] a selector; all of the page without one
 * @param {readonly string[]} [without] rules that are left out
 * @throws {Error} that lists each serious or critical finding with the elements it is about
 */
export async function expectAccessible(page, part, without = []) {
  // Through the debugger, so that the page's own policy, which lets no foreign script run, stays as its user has it.
  await page.evaluate(readFileSync(AXE, 'utf8'));
  const { violations, passes } = await page.evaluate(
    ({ selector, rules }) => globalThis.axe.run(selector ?? globalThis.document, { rules }),
    {
      selector: part,
      rules: Object.fromEntries(without.map((rule) => [rule, { enabled: false }])),
    },
  );
  if (passes.length === 0) throw new Error('The accessibility check looked at nothing.');
  const serious = violations.filter(({ impact }) => SERIOUS.has(impact));
  if (serious.length > 0) throw new Error(serious.map(describe).join('\n'));
}

/**
 * Holds rows of the editor's own lists to axe-core. The editor draws the two texts of a row with nothing between them, in
 * which the checker sees one word that no name holds; so that a row's name holds what is seen is compared here, without spaces.
 *
 * @param {import('playwright-core').Page} page
 * @param {string} list a selector
 * @throws {Error} as `expectAccessible`, and for a row whose name lacks what is seen
 */
export async function expectAccessibleRows(page, list) {
  await expectAccessible(page, list, ['label-content-name-mismatch']);
  const rows = await page
    .locator(`${list} [role=treeitem]`)
    .evaluateAll((elements) => elements.map((row) => [row.innerText, row.getAttribute('aria-label') ?? '']));
  const bare = (text) => text.replace(/[^\p{L}\p{N}]/gu, '');
  const nameless = rows.filter(([seen, name]) => bare(seen) === '' || !bare(name).includes(bare(seen)));
  if (rows.length === 0 || nameless.length > 0)
    throw new Error(`Rows whose name lacks what is seen: ${JSON.stringify(nameless)} of ${rows.length}`);
}

function describe({ id, help, nodes }) {
  const places = nodes
    .slice(0, 5)
    .map(
      ({ html, failureSummary }) => `  ${html.slice(0, 200)}\n    ${failureSummary.replaceAll('\n', ' ')}`,
    );
  return [`${id}: ${help} (${nodes.length} places)`, ...places].join('\n');
}
