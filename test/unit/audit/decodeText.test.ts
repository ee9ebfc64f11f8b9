import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../src/core/audit/decodeText';
import type { Decode } from '../../../src/core/ports';

const decode: Decode = (bytes, encoding) => new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** `検索機能の一覧表` */
const SHIFT_JIS = [...Buffer.from('8c9f8df58b40945c82cc88ea9797955c', 'hex')];

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

  it.each<readonly [string, readonly number[]]>([
    ['Shift_JIS', SHIFT_JIS],
    ['EUC-JP', [0xc9, 0xbd, 0xbc, 0xa8, 0xc6, 0xfc, 0xcb, 0xdc]],
    ['GBK', [0xb1, 0xed, 0xca, 0xbe, 0xc8, 0xd5, 0xb1, 0xbe]],
  ])('is read of %s, whose bytes may be those of marks of code', (_, japanese) => {
    const decoded = decodeText(Uint8Array.of(0x22, ...japanese, ...utf8('" a/b')), decode);
    expect(decoded).toMatchObject({ invalidCharacters: 0 });
    expect(decoded).toHaveProperty('text', expect.stringMatching(/^"[^\\"]{4,8}" a\/b$/));
  });

  it('is told as what it was read where its bytes alone say it', () => {
    const decoded = decodeText(Uint8Array.of(...utf8(`${'x = 1\n'.repeat(40)}# `), ...SHIFT_JIS), decode);
    expect(decoded).toEqual({
      text: `${'x = 1\n'.repeat(40)}# 検索機能の一覧表`,
      invalidCharacters: 0,
      guessed: 'shift_jis',
    });
  });

  it('keeps the bytes of ASCII, however much is broken, where nothing says what is half of a character', () => {
    expect(decodeText(Uint8Array.of(0x22, 0x8b, 0x40, 0x94, 0x5c, 0x22), decode)).toEqual({
      text: '"\uFFFD@\uFFFD\\"',
      invalidCharacters: 2,
    });
    // What one encoding takes for half of a character, and another does not.
    expect(decodeText(Uint8Array.of(0x22, 0xb1, 0xb2, 0xb3, 0x5c, 0x22), decode)).toEqual({
      text: '"\uFFFD\uFFFD\uFFFD\\"',
      invalidCharacters: 3,
    });
  });

  const utf16 = (text: string, littleEndian: boolean): number[] =>
    [...text].flatMap((character) => {
      const unit = character.charCodeAt(0);
      return littleEndian ? [unit & 0xff, unit >> 8] : [unit >> 8, unit & 0xff];
    });

  it.each<readonly [string, readonly number[], string | undefined]>([
    ['UTF-8 with a mark', [0xef, 0xbb, 0xbf, ...utf8('text')], 'text'],
    ['UTF-16 with the low byte first, with a mark', [0xff, 0xfe, ...utf16('té日', true)], 'té日'],
    ['UTF-16 with the high byte first, with a mark', [0xfe, 0xff, ...utf16('té日', false)], 'té日'],
    ['a mark alone', [0xff, 0xfe], ''],
    ['UTF-16 whose first character ends in a zero', [0xff, 0xfe, ...utf16('Āb', true)], 'Āb'],
    // What shares bytes with a mark is text.
    ['UTF-8 with the first byte of a mark', [...utf8('ｿb')], 'ｿb'],
    ['UTF-8 with the second', [...utf8('»ab')], '»ab'],
    ['UTF-8 with the third', [...utf8('a¿b')], 'a¿b'],
    ['UTF-8 with the first two', [...utf8('ﻻb')], 'ﻻb'],
    ['UTF-8 with the last two', [...utf8('\u2effb')], '\u2effb'],
    ['UTF-16 with the low byte first', utf16('plain text', true), 'plain text'],
    ['UTF-16 with the high byte first', utf16('plain text', false), 'plain text'],
    ['UTF-16 that is mostly not ASCII', utf16('日本語日本語日本語a', true), undefined],
    ['UTF-32', [0xff, 0xfe, 0, 0, 0x78, 0, 0, 0], undefined],
    ['a zero in a text', [...utf8('x'.repeat(99)), 0], `${'x'.repeat(99)}\0`],
    ['more zeros than a hundredth', [...utf8('x'.repeat(98)), 0], undefined],
    ['a zero beside what is not valid', [...utf8('x'.repeat(200)), 0, 0xff], undefined],
    ['a zero beside another control character', [...utf8('x'.repeat(200)), 0, 1], undefined],
    ['zeros', [0, 0, 0, 0], undefined],
    ['nothing', [], ''],
  ])('is read of %s', (_, bytes, text) => {
    expect(decodeText(Uint8Array.from(bytes), decode)).toEqual(
      text === undefined ? { reason: 'binary' } : { text, invalidCharacters: 0 },
    );
  });

  it.each([
    [0xff, 0x78],
    [0x78, 0xfe],
    [0xfe, 0x78],
    [0x78, 0xff],
  ])('is UTF-8 with an invalid byte where it begins with %i and %i', (first, second) =>
    expect(decodeText(Uint8Array.of(first, second, ...utf8('and more text')), decode)).toEqual({
      text: `${first === 0x78 ? 'x\uFFFD' : '\uFFFDx'}and more text`,
      invalidCharacters: 1,
    }),
  );

  it('counts half a character of UTF-16 as invalid, whatever bytes stand beside it', () => {
    // Two characters with the bytes that a replacement character has in UTF-8.
    const text = '뿯½ and more text';
    const bytes = Uint8Array.of(0xff, 0xfe, ...utf16(text, true), 0x00, 0xd8);
    expect(decodeText(bytes, decode)).toEqual({ text: `${text}\uFFFD`, invalidCharacters: 1 });
  });

  it('is read where a zero comes further down than git looks', () => {
    const text = (length: number): Uint8Array => Uint8Array.of(...utf8('x'.repeat(length)), 0, 1);
    expect(decodeText(text(8_000), decode)).toMatchObject({ invalidCharacters: 0 });
    expect(decodeText(text(7_999), decode)).toEqual({ reason: 'binary' });
  });

  it('is read where a tenth of it is not valid, and not where more is', () => {
    const bytes = (valid: number): Uint8Array => Uint8Array.of(...utf8('x'.repeat(valid - 1)), 1, 0xff);
    expect(decodeText(bytes(9), decode)).toMatchObject({ invalidCharacters: 1 });
    expect(decodeText(bytes(8), decode)).toEqual({ reason: 'not-utf8' });
  });

  const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

  it('is read of Latin-1, however short it is', () => {
    expect(decodeText(latin1('é: gpt-4o'), decode)).toEqual({ text: 'é: gpt-4o', invalidCharacters: 0 });
    expect(decodeText(latin1('\u0093ü\u0094'), decode)).toEqual({ reason: 'not-utf8' });
    expect(decodeText(latin1('say \u0093ok\u0094'), decode)).toMatchObject({ invalidCharacters: 0 });
    expect(decodeText(latin1('çà et \u0007 là'), decode)).toEqual({ reason: 'not-utf8' });
  });
});
