import { expect, it } from 'vitest';
import { mayHaveEndedSince, serviceAt } from '../../../src/core/lookup/service';
import { versionsEnd } from '../../../src/core/lookup/versionsEnd';
import { builtCatalog } from '../../support/builtCatalog';
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

it('is nothing at a host whose names go on after the versions that are recorded of them', () => {
  const outlived = [
    gone('talk-old', '2026-03-01'),
    service('talk-turbo'),
    gone('talk-turbo-0101', '2026-01-30'),
  ];
  const dated = [gone('talk-old-0202', '2026-01-01'), ...host.names];
  expect(versionsEnd({ ...host, names: [...dated, ...outlived] }, 'talk-max')).toBeNull();
  const together = [1, 2, 3, 4, 5].flatMap((number) => [
    gone(`sing-${number}`, '2026-01-01'),
    gone(`sing-${number}-0101`, '2026-01-01'),
  ]);
  const most = [...dated, ...outlived, ...together];
  expect(versionsEnd({ ...host, names: most }, 'talk-max')?.date).toBe('2026-01-30');
  expect(versionsEnd({ ...host, names: [...dated, ...outlived.slice(1)] }, 'talk-max')?.date).toBe(
    '2026-01-30',
  );
});

it.each([
  ['azure', 'gpt-35-turbo'],
  ['azure', 'gpt-4o-realtime-preview'],
  ['bedrock', 'anthropic.claude-3-haiku'],
  ['bedrock', 'anthropic.claude-sonnet-4'],
  ['groq', 'mixtral-8x7b'],
  ['baseten', 'deepseek-ai/DeepSeek-V3'],
  ['vertex', 'imagen-3.0-generate'],
])('is told at %s of %s', (id, name) => {
  expect(serviceAt(builtCatalog(), id, name).versionsEnd).not.toBeNull();
});

it.each(['qwen-max', 'qwen3-vl-plus'])('is not told at Alibaba Cloud of %s', (name) => {
  expect(serviceAt(builtCatalog(), 'alibaba', name).versionsEnd).toBeNull();
});

it('is the day since which the name may have ended, unless a version is asked for beside it', () => {
  const catalog = testCatalog(MODELS, [host]);
  const since = (today: string, site = {}) =>
    mayHaveEndedSince(serviceAt(catalog, 'talk', 'talk-max', site), today);
  expect(since('2026-01-30')).toBe('2026-01-30');
  expect(since('2026-01-29')).toBeNull();
  expect(since('2026-02-01', { revision: { value: '0403' } })).toBeNull();
});
