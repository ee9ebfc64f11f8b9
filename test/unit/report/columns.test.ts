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

it('shows what would be no plain line', () => {
  expect(columns([['a\nb']]).join()).not.toContain('\n');
});

it('goes on in the next line where a cell is too wide, and cuts nothing', () => {
  expect(
    columns(
      [
        ['one', 'Allowed; the terms were not read', 'last'],
        ['two', 'Allowed', 'x'],
      ],
      12,
    ),
  ).toEqual(['one  Allowed; the  last', '     terms were', '     not read', 'two  Allowed       x']);
});

it('breaks a word only where it is wider than any column may be', () => {
  const id = 'y'.repeat(60);
  expect(columns([[`${id} and more`, 'z']], 12)).toEqual([`${id}  z`, 'and more']);
  expect(columns([['y'.repeat(100)]])).toEqual(['y'.repeat(100)]);
  expect(columns([['y'.repeat(201)]])).toEqual(['y'.repeat(100), 'y'.repeat(100), 'y']);
});

it('counts characters of East Asia as the two columns that they take', () => {
  expect(
    columns([
      ['モデル', 'x'],
      ['许可（一）', 'y'],
      ['abcdef', 'z'],
    ]),
  ).toEqual(['モデル      x', '许可（一）  y', 'abcdef      z']);
});

it('breaks lines of East Asia by their width between any characters, but for marks that end or begin no line', () => {
  expect(columns([['記号「第一」、第二のみ', 'x']], 12)).toEqual(['記号「第      x', '一」、第二の', 'み']);
  expect(columns([['結果は json、table で書く', 'x']], 12)).toEqual([
    '結果は       x',
    'json、table',
    'で書く',
  ]);
  expect(columns([[' '.repeat(30), 'x']], 12)).toEqual(['  x']);
});
