import { expect, it } from 'vitest';
import { memoized } from '../../../src/core/text/memo';
import { heldBytes } from '../../support/heldBytes';

/** A remembered function that keeps about four answers, and what it was asked to work out. */
function remembered(answer: (text: string) => string | undefined | null = (text) => `of ${text}`) {
  const asked: string[] = [];
  const of = memoized((text) => {
    asked.push(text);
    return answer(text);
  }, 4);
  return { of, asked };
}

it('works out each answer once', () => {
  const { of, asked } = remembered();
  expect([of('a'), of('b'), of('a'), of('b')]).toEqual(['of a', 'of b', 'of a', 'of b']);
  expect(asked).toEqual(['a', 'b']);
});

it.each([undefined, null])('remembers that the answer is %s', (nothing) => {
  const { of, asked } = remembered(() => nothing);
  expect([of('a'), of('a')]).toEqual([nothing, nothing]);
  expect(asked).toEqual(['a']);
});

it('keeps what is asked for again and again, and forgets the rest', () => {
  const { of, asked } = remembered();
  for (const text of ['b', 'c', 'd', 'e', 'f', 'g']) {
    of('often');
    of(text);
  }
  expect(asked.filter((text) => text === 'often')).toEqual(['often']);
  of('b');
  expect(asked.filter((text) => text === 'b')).toEqual(['b', 'b']);
});

it('keeps fewer answers where texts are long', () => {
  const { of, asked } = remembered();
  const long = 'x'.repeat(100);
  for (const text of ['short', `${long}1`, `${long}2`, `${long}3`, 'short']) of(text);
  expect(asked.filter((text) => text === 'short')).toEqual(['short', 'short']);
});

it('may be asked again while it works out an answer', () => {
  const length: (text: string) => number = memoized(
    (text) => (text === '' ? 0 : 1 + length(text.slice(1))),
    2,
  );
  expect(length('abcdefgh')).toBe(8);
});

it('keeps no text in memory of which it was asked a part', () => {
  const of = memoized((part) => [part.slice(5)]);
  const before = heldBytes();
  for (let text = 0; text < 64; text++) of(`${text}`.padEnd(1_000_000, 'x').slice(0, 40));
  expect(heldBytes() - before).toBeLessThan(32_000_000);
  expect(of('x'.repeat(40))).toEqual(['x'.repeat(35)]);
});
