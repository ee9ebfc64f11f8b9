import { expect, it } from 'vitest';
import { mayHaveEndedSince, serviceAt } from '../../../src/core/lookup/service';
import { versionsEnd } from '../../../src/core/lookup/versionsEnd';
import { MODELS, testCatalog } from '../../support/catalog';
import { hostRecord, service } from '../../support/hosts';

const gone = (name: string, endsOn: string | null) => service(name, { status: 'retired', endsOn });
const host = hostRecord('talk', {
  names: [
    gone('talk-max-0403', '2026-01-30'),
    gone('talk-max-2024-09-19', '2025-06-01'),
    gone('talk-plus-0806', '2025-06-01'),
    service('talk-plus-1127'),
    gone('talk-old-0101', null),
  ],
});

it.each([
  ['talk-max', '2026-01-30'],
  ['talk-plus', undefined],
  ['talk-old', undefined],
  ['talk', undefined],
])('of %s is the last day of its versions, where each has one: %s', (name, date) => {
  expect(versionsEnd(host, name)?.date).toBe(date);
});

it('is nothing in a calendar of ends alone', () => {
  expect(versionsEnd({ ...host, names: [gone('talk-max-0403', '2026-01-30')] }, 'talk-max')).toBeNull();
});

it('is the day since which the name may have ended, unless a version is asked for beside it', () => {
  const catalog = testCatalog(MODELS, [host]);
  const since = (today: string, site = {}) =>
    mayHaveEndedSince(serviceAt(catalog, 'talk', 'talk-max', site), today);
  expect(since('2026-01-30')).toBe('2026-01-30');
  expect(since('2026-01-29')).toBeNull();
  expect(since('2026-02-01', { revision: { value: '0403' } })).toBeNull();
});
