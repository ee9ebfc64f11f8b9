import { expect, it } from 'vitest';
import { explainedVerdict, type ExplainedUse } from '../../../src/core/explain/explainedVerdict';
import { english, message, render } from '../../../src/core/message';
import { model } from '../report/sample';

const known = model('a/b');
const open = { ...known, license: { ...known.license, declared: null } };

it.each<[string, ExplainedUse['reference']['role'], ExplainedUse['model'], boolean, string | null, string]>([
  [
    'a call under the terms of its host',
    'calls',
    open,
    false,
    'ok',
    'the terms of the host, not the license',
  ],
  ['weights of a known license', 'loads', known, false, 'ok', 'nothing found against it'],
  ['weights of a license that is not known', 'loads', open, false, 'unknown', 'license not known'],
  ['a name that nobody knows', 'calls', undefined, false, 'unknown', 'nothing is known of the name'],
  ['a duty', 'loads', known, true, 'obligations', 'a duty that is due'],
  ['a mention', 'mentions', known, false, null, ''],
])('is told for %s', (_, role, of, owes, verdict, reason) => {
  const told = explainedVerdict({ reference: { role, context: 'product' }, model: of, findings: [], owes });
  expect(told.verdict).toBe(verdict);
  const reasons = told.by.map((one) => (typeof one === 'string' ? one : render(one, english)));
  expect(reasons.join()).toContain(reason);
});

it('says of duties that are all done that they are', () => {
  const use = { reference: { role: 'loads', context: 'product' }, model: known, findings: [] } as const;
  const reasonsOf = (isDone: boolean, owes = true) => explainedVerdict({ ...use, owes, isDone });
  expect(reasonsOf(false)).toEqual({ verdict: 'obligations', by: [message('a duty that is due')] });
  expect(reasonsOf(true)).toEqual({
    verdict: 'obligations',
    by: [message('duties that are due, each found in the files or stated by the policy to be done')],
  });
  expect(reasonsOf(true, false).verdict).toBe('ok');
});

it('does not say that the license has no say where the terms of the host hold callers to it', () => {
  const reference = { role: 'calls', context: 'product' } as const;
  const { verdict, by } = explainedVerdict({
    reference,
    model: known,
    findings: [],
    owes: false,
    isHeld: true,
  });
  expect(verdict).toBe('ok');
  expect(by.map((one) => (typeof one === 'string' ? one : render(one, english))).join()).toContain(
    'they hold callers to the license of the model',
  );
});

it('names what was found beside a use that it does not decide about, and does not call that nothing', () => {
  const found = (severity: 'information' | 'hint', rule = 'license/non-commercial') => ({
    rule,
    severity,
    range: { start: 0, end: 1 },
    message: message('limited'),
    model: 'a/b',
  });
  for (const severity of ['information', 'hint'] as const) {
    const use = { model: known, findings: [found(severity)], owes: false };
    const reference = { role: 'loads', context: 'product' } as const;
    const told = explainedVerdict({ ...use, reference });
    expect(told.verdict).toBe('ok');
    expect(told.by.map((one) => (typeof one === 'string' ? one : render(one, english)))).toEqual([
      'found as information only: license/non-commercial',
    ]);
    const pinned = { ...use, findings: [found('hint', 'model/unpinned-revision')] };
    expect(JSON.stringify(explainedVerdict({ ...pinned, reference }))).toContain('nothing found');
    expect(JSON.stringify(explainedVerdict({ ...use, reference, isExcused: true }))).toContain('excused');
  }
});
