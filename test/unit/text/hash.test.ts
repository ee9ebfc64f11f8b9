import { describe, expect, it } from 'vitest';
import { hashText, uuidOf } from '../../../src/core/text/hash';

describe('a UUID made from a text', () => {
  it('is the same however the text is cut into parts, and another one for another text', () => {
    const whole = uuidOf(['model-license-lens']);
    expect(whole).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(uuidOf(['model', '', '-license', '-lens'])).toBe(whole);
    expect(uuidOf(['model-license-len'])).not.toBe(whole);
  });

  it('begins with the hash of the text', () => {
    expect(uuidOf(['x']).replaceAll('-', '').slice(0, 12)).toBe(hashText('x').slice(0, 12));
  });
});
