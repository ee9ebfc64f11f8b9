import { describe, expect, it } from 'vitest';
import { errorText, reasonOf, ToldError } from '../../src/core/errorText';
import { message } from '../../src/core/message';

describe('what an error says', () => {
  it('is its message', () => expect(errorText(new TypeError('no such file'))).toBe('no such file'));

  it('is what was thrown where that is no error', () => {
    expect([errorText('gone'), errorText(undefined), errorText(7)]).toEqual(['gone', 'undefined', '7']);
  });
});

describe('the reason of an error', () => {
  it('is a sentence to translate where it has one, which is its message in English', () => {
    const told = message('{0} is not in a git work tree.', '/app');
    expect(reasonOf(new ToldError(told))).toBe(told);
    expect(errorText(new ToldError(told))).toBe('/app is not in a git work tree.');
    expect([reasonOf(new Error('EACCES')), reasonOf('gone')]).toEqual(['EACCES', 'gone']);
  });
});
