import { expect, it } from 'vitest';
import { LineLog } from '../../../src/node/lineLog';

function textOf(log: LineLog): string {
  return [...log.parts()].map(String).join('');
}

it('gives its lines again, in their order, as often as it is asked', () => {
  const log = new LineLog();
  expect(textOf(log)).toBe('');
  const lines = Array.from({ length: 30_000 }, (_, at) => `${at} モデル ${'x'.repeat(at % 40)}\n`);
  for (const line of lines) log.add(line);
  expect(textOf(log)).toBe(lines.join(''));
  log.add('last\n');
  expect(textOf(log)).toBe(`${lines.join('')}last\n`);
});
