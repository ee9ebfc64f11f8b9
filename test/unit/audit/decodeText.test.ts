import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../src/core/audit/decodeText';
import type { Decode } from '../../../src/core/ports';

const decode: Decode = (bytes, encoding) => new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('the text of a file', () => {
  it('counts the bytes that are not valid', () => {
    expect(decodeText(Uint8Array.of(...utf8('a long enough text '), 0xff), decode)).toEqual({
      text: 'a long enough text \uFFFD',
      invalidCharacters: 1,
    });
  });

  it('does not count the replacement character where the file has it', () => {
    expect(decodeText(utf8('text.replace("\uFFFD", "")'), decode)).toEqual({
      text: 'text.replace("\uFFFD", "")',
      invalidCharacters: 0,
    });
    expect(decodeText(utf8('\uFFFD\uFFFD'), decode)).toEqual({ text: '\uFFFD\uFFFD', invalidCharacters: 0 });
  });

  it('tells written ones from invalid ones in one file', () => {
    const bytes = Uint8Array.of(...utf8('one \uFFFD that is written and '), 0xc3, ...utf8(' that is not'));
    expect(decodeText(bytes, decode)).toMatchObject({ invalidCharacters: 1 });
  });

  it('is none where most of it cannot be read', () => {
    expect(decodeText(Uint8Array.of(0xff, 0xfe + 1, 0xc3, 0x28, 0xa0), decode)).toEqual({
      reason: 'not-utf8',
    });
  });
});
