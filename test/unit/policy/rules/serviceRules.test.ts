import { expect, it } from 'vitest';
import { createLookup } from '../../../../src/core/lookup/lookup';
import { english, render } from '../../../../src/core/message';
import { evaluate } from '../../../../src/core/policy/evaluate';
import { lifeText } from '../../../../src/core/policy/rules/serviceRules';
import { testCatalog } from '../../../support/catalog';
import { hostRecord, service } from '../../../support/hosts';
import { contextOf, detection, reference, words } from '../support';

type Service = Parameters<typeof lifeText>[0];

const TODAY = '2026-11-30';

/** What is said of a name at a host whose status is this. */
function said(status: object, ended: boolean, more: object = {}): string {
  const service = { id: 'a-1', name: 'Acme', status, ...more } as unknown as Service;
  return render(lifeText(service, ended, TODAY), english);
}

it.each([
  [{}, true, 'a-1 has ended at Acme'],
  [{ successor: 'a-2' }, true, 'a-1 has ended at Acme; its successor is a-2'],
  [{ date: '2026-10-01' }, true, 'a-1 ended at Acme on 2026-10-01'],
  [{ date: '2026-10-01', successor: 'a-2' }, true, 'a-1 ended at Acme on 2026-10-01; its successor is a-2'],
  [{}, false, 'a-1 is deprecated at Acme; no day is set for its end'],
  [{ successor: 'a-2' }, false, 'a-1 is deprecated at Acme; its successor is a-2'],
  [{ date: '2027-10-01' }, false, 'a-1 ends at Acme on 2027-10-01'],
  [{ date: '2027-10-01', successor: 'a-2' }, false, 'a-1 ends at Acme on 2027-10-01; its successor is a-2'],
])('the life of a name of status %j, ended %s: %s', (status, ended, text) => {
  expect(said(status, ended)).toBe(text);
});

it.each([
  ['2026-11-30', '2026-11-30'],
  ['2026-12-01', '2026-12-01 (tomorrow)'],
  ['2026-12-02', '2026-12-02 (in 2 days)'],
  ['2026-12-30', '2026-12-30 (in 30 days)'],
  ['2026-12-31', '2026-12-31'],
])('the days before an end on %s are counted when it is near: %s', (date, told) => {
  expect(said({ date }, false)).toBe(`a-1 ends at Acme on ${told}`);
});

it('says what a deployment runs, and of whom another calendar is', () => {
  expect(said({}, true, { runs: 'gpt-4o' })).toBe('a-1 (gpt-4o) has ended at Acme');
  expect(said({}, true, { calendarOf: 'Other' })).toBe('a-1 has ended at Other; nothing is recorded of Acme');
});

it('says of a fine-tune that its successor has to be trained', () => {
  const ended = service('gpt-4o-mini', { status: 'retired', successor: 'gpt-5' });
  const catalog = testCatalog([], [hostRecord('openai', { names: [ended, service('gpt-5')] })]);
  const told = (id: string): readonly string[] =>
    evaluate(id, detection([reference(id, { role: 'calls', registry: 'openai' })]), {
      ...contextOf('version: 1'),
      catalog,
      lookup: createLookup(catalog),
    }).findings.map(words);
  expect(told('ft:gpt-4o-mini:acme::abc').join()).toContain(
    'its successor is gpt-5, on which it has to be trained again',
  );
  expect(told('gpt-4o-mini').join()).not.toContain('trained');
});
