import { describe, expect, it } from 'vitest';
import { errorText } from '../../src/core/errorText';

describe('what an error says', () => {
  it('is its message', () => expect(errorText(new TypeError('no such file'))).toBe('no such file'));

  it('is what was thrown where that is no error', () => {
    expect([errorText('gone'), errorText(undefined), errorText(7)]).toEqual(['gone', 'undefined', '7']);
  });
});
