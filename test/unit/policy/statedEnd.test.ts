import { describe, expect, it } from 'vitest';
import { endAndReason, statedEnd } from '../../../src/core/policy/statedEnd';

describe('the end that a comment states', () => {
  it.each([
    ['until 2027-03-31 pilot only', '2027-03-31', 'pilot only'],
    ['until 2027-03-31: pilot only', '2027-03-31', 'pilot only'],
    ['pilot only', null, 'pilot only'],
    ['pilot (until 2027-03-31)', '2027-03-31', 'pilot'],
    ['pilot until 2027-03-31 only', '2027-03-31', 'pilot only'],
    ['試験のみ（2027-03-31まで）', '2027-03-31', '試験のみ'],
    ['試験（期限：２０２７－０３－３１）中', '2027-03-31', '試験中'],
    ['試験のみ（山田承認）2027-03-31まで', '2027-03-31', '試験のみ（山田承認）'],
  ])('is told apart from its reason: %s', (words, until, reason) => {
    expect(endAndReason(words)).toEqual({ until, reason });
  });

  it.each([
    '2026-12-31まで 試験',
    '試験のみ（2026-12-31まで）',
    '試験のみ（2026-12-31(木)まで）',
    '試験 2026-12-31 23:59まで',
    'まで 2026-12-31 試験',
    '失効日 2026-12-31 試験',
    '試験、有効期限は2026-12-31',
    '〜2026-12-31 試験',
    '試験（～2026-12-31）',
    '2026-11-01〜2026-12-31 試験',
    '2026-11-01から2026-12-31まで 試験',
    '試験 2026-12-31に失効',
    '2026-12-31限り',
    '试用，有效期至2026-12-31',
    '试用，截至2026-12-31',
    '试用（2026-12-31到期）',
    '試用，2026-12-31為止',
    'by 2026-12-31 gone',
    'a pilot, expires 2026-12-31',
    'a pilot, expiry date: 2026-12-31',
    'a pilot, valid through 2026-12-31',
    'a pilot, valid to 2026-12-31',
    'a pilot till 2026-12-31',
    'a pilot, no later than 2026-12-31',
    'a pilot from 2026-11-01 to 2026-12-31',
    'the trial ends on 2026-12-31',
    'pilot (~2026-12-31)',
  ])('is read: %s', (words) => {
    expect(statedEnd(words)?.until).toBe('2026-12-31');
  });

  it.each([
    ['R8.12.31まで 試験', 'R8.12.31まで'],
    ['試験 R9.3まで', 'R9.3まで'],
    ['試験、令和8年12月31日まで', '令和8年12月31日まで'],
    ['令8.12.31 試験', '令8.12.31'],
    ['2026-12 まで 試験', '2026-12 まで'],
    ['2026-12 試験', '2026-12'],
    ['試験は12/31まで', '12/31まで'],
    ['試験は3月末まで', '3月末まで'],
    ['試験は年度末まで', '年度末まで'],
    ['年内のみ 試験', '年内のみ'],
    ['試験、有効期間 3か月', '有効期間 3'],
    ['試験（期限：本番切替）', '期限:本番切替)'],
    ['2026-12-31前 试用', '2026-12-31前'],
    ['试用到年底前', '到年底'],
    ['试用，有效期30天', '有效期30'],
    ['试用，有效期至2026年12月', '有效期至2026年12月'],
    ['a pilot, expires Dec 31, 2026', 'expires Dec'],
    ['a pilot, valid for 30 days', 'valid for 30 days'],
    ['remove before 2026-12-31', 'before 2026-12-31'],
    ['a pilot until the end of the year', 'until the end of'],
    ['a pilot by 31 December', 'by 31 December'],
    ['a pilot by 2026-12-31-ish', 'by 2026-12-31-ish'],
  ])('is told as it stands where it is no day: %s', (words, end) => {
    expect(statedEnd(words)?.until).toBe(end);
  });

  it.each([
    'approved by Jan Novak',
    'approved by April on 2026-11-01',
    'approved 2026-11-01, see #12',
    'used by 20000 people, up to 2048 tokens',
    'not loaded until marketing asks',
    '2026-11-01から試験',
    '2026-11-01より試験',
    '承認日 2026-11-01',
    '3件まで許可',
    'gpt-4o-2024-08-06まで',
    'from gpt-4o-2024-08-06 to 2024-11-20',
    '期限：なし',
    '期限切れのため差し替え中',
    '数年内のみ',
    '批准于2026-11-01',
  ])('is none: %s', (words) => {
    expect(statedEnd(words)).toBeUndefined();
  });
});
