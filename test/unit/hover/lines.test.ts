import { describe, expect, it } from 'vitest';
import { drawnLines, firstClauses } from '../../../src/core/hover/lines';

describe('drawn lines', () => {
  it('counts what is seen: no addresses, no escapes, an icon as two letters', () => {
    expect(drawnLines('')).toBe(1);
    expect(drawnLines('x'.repeat(100))).toBe(1);
    expect(drawnLines('x'.repeat(101))).toBe(2);
    expect(drawnLines(`[${'x'.repeat(90)}](https://example.org/${'y'.repeat(90)})`)).toBe(1);
    expect(drawnLines(`$(symbol-variable) **${'\\-'.repeat(97)}**`)).toBe(1);
  });

  it('takes a character of Chinese or Japanese for two', () => {
    expect(drawnLines('重'.repeat(50))).toBe(1);
    expect(drawnLines('重'.repeat(51))).toBe(2);
  });
});

describe('first clauses', () => {
  it('leaves a text that fits as it is', () => {
    expect(firstClauses('short; all of it')).toBe('short; all of it');
  });

  it('keeps whole clauses of a longer one, as many as fit', () => {
    const rest = 'and so on '.repeat(12);
    expect(firstClauses(`It leaves out EU: people there; ${rest}`)).toBe('It leaves out EU: people there');
    expect(firstClauses(`地域を除外しています：${'詳'.repeat(60)}。`)).toBe('地域を除外しています');
  });

  it('keeps a first clause that is too long, and what is quoted', () => {
    const clause = 'word '.repeat(30).trim();
    expect(firstClauses(`${clause}; more`)).toBe(clause);
    const notice = `Ship the notice “${clause}: ${clause}”`;
    expect(firstClauses(notice)).toBe(notice);
  });
});
