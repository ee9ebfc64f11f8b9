import { describe, expect, it } from 'vitest';
import { barText, progressBar } from '../../../src/node/progressBar';

function drawnOn(isTTY: boolean, times: readonly number[]): string[] {
  const drawn: string[] = [];
  const stream = { isTTY, write: (text: string) => drawn.push(text) > 0 } as unknown as NodeJS.WriteStream;
  let call = 0;
  const bar = progressBar(stream, () => times[call++] ?? 0);
  for (let done = 1; done < times.length; done++) bar.update({ phase: 'read', done, total: 10 });
  bar.clear();
  return drawn;
}

describe('the bar', () => {
  it('shows on a terminal after a second, not more than ten times a second, and is wiped off', () => {
    const drawn = drawnOn(true, [0, 500, 1_000, 1_050, 1_100]);
    expect(drawn.map((text) => text.replace('\r\u001B[2K', ''))).toEqual([
      barText({ phase: 'read', done: 2, total: 10 }),
      barText({ phase: 'read', done: 4, total: 10 }),
      '',
    ]);
  });

  it('never shows when the stream goes elsewhere', () => {
    expect(drawnOn(false, [0, 5_000, 6_000])).toEqual([]);
  });

  it('says how far it is', () => {
    expect(barText({ phase: 'list', done: 12, total: 0 })).toBe('listing files … 12');
    expect(barText({ phase: 'read', done: 5, total: 10 })).toBe(
      `[${'#'.repeat(14)}${'.'.repeat(14)}] 50 %  5 of 10 files`,
    );
    const translate = (template: string): string => template.toUpperCase();
    expect(barText({ phase: 'ask', done: 5, total: 10 }, translate)).toMatch(/50 % {2}.* MODELS LOOKED UP$/);
  });
});
