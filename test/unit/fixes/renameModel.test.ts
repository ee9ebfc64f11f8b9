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

it('moves no fine-tune of a customer to a successor, which knows nothing of the training, but the model it was made from', () => {
  const ending = service('gpt-4o-mini', { status: 'retired', successor: 'gpt-5' });
  const openai = testCatalog([], [hostRecord('openai', { names: [ending, service('gpt-5')] })]);
  const movedTo = (id: string, text = id): readonly unknown[] => {
    const file = fixContext({ text, ids: [] });
    const evaluation = { ...file.evaluation, catalog: openai, lookup: createLookup(openai) };
    const more = { text, host: 'openai', range: { start: 0, end: text.length } };
    const finding: Finding = {
      ...judgedText('claude-2.1', ['claude-2.1'], undefined, { role: 'calls' }).findings[0]!,
      rule: 'model/retired',
      reference: reference(id, { role: 'calls', registry: 'openai', reference: more }),
      data: { successor: 'gpt-5' },
    };
    const refused = refusedName(finding, { ...file, evaluation });
    return [renameModel(finding, { ...file, evaluation }).length, refused && render(refused)];
  };
  const refused = [0, 'gpt-5 is not proposed: a fine-tune has to be trained again on another model'];
  expect(movedTo('ft:gpt-4o-mini:acme:router:abc123')).toEqual(refused);
  expect(movedTo('ft:gpt-4o-mini:acme::abc123', 'openai/ft:gpt-4o-mini:acme::abc123')).toEqual(refused);
  expect(movedTo('gpt-4o-mini')).toEqual([1, undefined]);
});

it('keeps no route behind a successor with which its host does not list it', () => {
  const listed = testCatalog(
    [],
    [
      hostRecord('openrouter', {
        names: [
          service('x-ai/grok-3', { status: 'retired' }),
          service('x-ai/grok-4'),
          service('x-ai/grok-4:free'),
        ],
      }),
    ],
  );
  const movedTo = (text: string): readonly unknown[] => {
    const file = fixContext({ text, ids: [] });
    const context = {
      ...file,
      evaluation: { ...file.evaluation, catalog: listed, lookup: createLookup(listed) },
    };
    const more = { text, host: 'openrouter', range: { start: 0, end: text.length } };
    const finding: Finding = {
      ...judgedText('claude-2.1', ['claude-2.1'], undefined, { role: 'calls' }).findings[0]!,
      rule: 'model/retired',
      reference: reference('x-ai/grok-3', { role: 'calls', registry: 'openrouter', reference: more }),
      data: { successor: 'x-ai/grok-4' },
    };
    const refused = refusedName(finding, context);
    return [renameModel(finding, context).length, refused && render(refused)];
  };
  expect(movedTo('x-ai/grok-3')).toEqual([1, undefined]);
  expect(movedTo('x-ai/grok-3:free')).toEqual([1, undefined]);
  expect(movedTo('openrouter/x-ai/grok-3:beta')).toEqual([
    0,
    'x-ai/grok-4 is not proposed: nothing tells that x-ai/grok-4:beta exists; choose a name with or without :beta',
  ]);
});

it('says nothing of a successor that stands there already, whatever was read as its maker', () => {
  expect(moved('sonar')).toEqual([0, expect.stringContaining(`${SUCCESSOR} is not proposed`)]);
  expect(moved(SUCCESSOR)).toEqual([0, undefined]);
});
