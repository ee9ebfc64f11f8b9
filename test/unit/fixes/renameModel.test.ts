import { expect, it } from 'vitest';
import { refusedName, renameModel } from '../../../src/core/fixes/renameModel';
import { createLookup } from '../../../src/core/lookup/lookup';
import { render } from '../../../src/core/message';
import type { Finding } from '../../../src/core/policy/finding';
import { testCatalog } from '../../support/catalog';
import { hostRecord, service } from '../../support/hosts';
import { judgedText, reference } from '../policy/support';
import { fixContext } from './support';

const SUCCESSOR = 'perplexity/sonar';
const catalog = testCatalog(
  [],
  [hostRecord('perplexity', { names: [service('sonar', { status: 'retired', successor: SUCCESSOR })] })],
);

/** What is written for the successor of `sonar` where a text names it so, and why it is not proposed. */
function moved(text: string): readonly unknown[] {
  const file = fixContext({ text, ids: [] });
  const context = { ...file, evaluation: { ...file.evaluation, catalog, lookup: createLookup(catalog) } };
  const more = { text, range: { start: 0, end: text.length } };
  const finding: Finding = {
    ...judgedText('claude-2.1', ['claude-2.1'], undefined, { role: 'calls' }).findings[0]!,
    rule: 'model/retired',
    reference: reference('sonar', { role: 'calls', registry: 'perplexity', reference: more }),
    data: { successor: SUCCESSOR },
  };
  const refused = refusedName(finding, context);
  return [renameModel(finding, context).length, refused && render(refused)];
}

it('says nothing of a successor that stands there already, whatever was read as its maker', () => {
  expect(moved('sonar')).toEqual([0, expect.stringContaining(`${SUCCESSOR} is not proposed`)]);
  expect(moved(SUCCESSOR)).toEqual([0, undefined]);
});
