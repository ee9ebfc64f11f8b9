import { describe, expect, it } from 'vitest';
import { readsLike } from '../../../src/core/catalog/lookAlike';

describe('readsLike', () => {
  it.each([
    ['аpi.openai.com', 'api.openai.com'], // A Cyrillic а.
    ['xn--pi-6kc.openai.com', 'api.openai.com'],
    ['api.ｏpenai.com', 'api.openai.com'],
    ['api.öpenai.com', 'api.openai.com'],
  ])('%s reads like %s', (host, plain) => {
    expect(readsLike(host)).toBe(plain);
  });

  it.each(['api.openai.com', 'xn--', 'xn--\u{fffd}', 'xn--99999999999', '例え.jp', 'localhost'])(
    'says nothing of %s',
    (host) => {
      expect(readsLike(host)).toBeUndefined();
    },
  );
});
