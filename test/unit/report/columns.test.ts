import { expect, it } from 'vitest';
import { columns } from '../../../src/core/report/columns';

it('makes columns as wide as their longest cell, of lines without ends', () => {
  expect(
    columns([
      ['ID', 'NAME', 'LAST'],
      ['longer', 'x', ''],
      ['a', 'long name', 'c'],
    ]),
  ).toEqual(['ID      NAME       LAST', 'longer  x', 'a       long name  c']);
});

it('shows what would be no plain line, and cuts what is too long', () => {
  expect(columns([['a\nb']]).join()).not.toContain('\n');
  expect(columns([['y'.repeat(200)]])).toEqual([`${'y'.repeat(99)}…`]);
  expect(columns([['y'.repeat(101)]])).toEqual([`${'y'.repeat(99)}…`]);
  expect(columns([['y'.repeat(100)]])).toEqual(['y'.repeat(100)]);
});
