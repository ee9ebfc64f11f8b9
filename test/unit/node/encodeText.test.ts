import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../src/core';
import { encodeText } from '../../../src/node/encodeText';
import { decode } from '../../../src/node/host';

/** `# 日本検索機能の一覧表` and others, in older encodings of East Asia and in one of the West. */
const OLDER = {
  shift_jis: [0x23, 0x20, 0x93, 0xfa, 0x96, 0x7b, ...Buffer.from('8c9f8df58b40945c82cc88ea9797955c', 'hex')],
  'euc-jp': [0x23, 0x20, 0xc6, 0xfc, 0xcb, 0xdc, 0xb8, 0xec, 0xa4, 0xce, 0xc9, 0xbd],
  'euc-kr': [0x23, 0x20, 0xc7, 0xd1, 0xb1, 0xb9, 0xbe, 0xee, 0x20, 0xc0, 0xcc, 0xb8, 0xa7],
  big5: [0x23, 0x20, ...Buffer.from('b35ca668b57ba6a1a8cfa5ceb36fadd3bcd2abac', 'hex')],
  gb18030: [0x23, 0x20, 0xc4, 0xe3, 0xba, 0xc3, 0xa3, 0xac, 0xca, 0xc0, 0xbd, 0xe7],
  'windows-1252': [0x23, 0x20, 0x63, 0x61, 0x66, 0xe9],
};
const NAME = '\nmodel = "gpt-4"\n';

const bytesOf = (first: readonly number[], rest: string): Buffer =>
  Buffer.concat([Uint8Array.from(first), Buffer.from(rest)]);

const replaced = (bytes: Uint8Array, by: string): Uint8Array | undefined => {
  const decoded = decodeText(bytes, decode);
  return 'text' in decoded ? encodeText(decoded.text.replace('gpt-4', by), bytes) : undefined;
};

describe('a changed text in the encoding of its file', () => {
  it.each(Object.entries(OLDER))('is written in %s', (_, first) => {
    expect(replaced(bytesOf(first, NAME), 'gpt-5.1')).toEqual(
      bytesOf(first, NAME.replace('gpt-4', 'gpt-5.1')),
    );
  });

  it.each([
    ['UTF-8', Buffer.from(`# 日本${NAME}`), Buffer.from('# 日本\nmodel = "gpt-5"\n')],
    [
      'UTF-8 behind a mark',
      Buffer.from(`\uFEFF# 日本${NAME}`),
      Buffer.from('\uFEFF# 日本\nmodel = "gpt-5"\n'),
    ],
    [
      'UTF-16, low byte first',
      Buffer.from(`\uFEFF# 日本${NAME}`, 'utf16le'),
      Buffer.from('\uFEFF# 日本\nmodel = "gpt-5"\n', 'utf16le'),
    ],
    [
      'UTF-16, high byte first',
      Buffer.from(`\uFEFF# 日本${NAME}`, 'utf16le').swap16(),
      Buffer.from('\uFEFF# 日本\nmodel = "gpt-5"\n', 'utf16le').swap16(),
    ],
  ])('is written in %s', (_, before, after) => {
    expect(replaced(before, 'gpt-5')).toEqual(after);
  });

  it('has a character that the file writes elsewhere, and none that it does not', () => {
    const file = bytesOf(OLDER.shift_jis, NAME);
    expect(replaced(file, '本')).toEqual(
      Buffer.concat([
        Uint8Array.from(OLDER.shift_jis),
        Buffer.from('\nmodel = "'),
        Uint8Array.of(0x96, 0x7b),
        Buffer.from('"\n'),
      ]),
    );
    expect(replaced(file, '東')).toBeUndefined();
  });

  it('keeps bytes that are read as no character, also of one that is written so', () => {
    const comment = `${'# plain text\n'.repeat(30)}# \uFFFD: `;
    const file = (name: string): Buffer =>
      Buffer.concat([
        Buffer.from(comment),
        Uint8Array.from(OLDER.shift_jis),
        Buffer.from(name),
        Uint8Array.of(0xe3, 0x81),
      ]);
    expect(replaced(file(NAME), 'gpt-5.1')).toEqual(file(NAME.replace('gpt-4', 'gpt-5.1')));
    expect(replaced(file(NAME), '\uFFFD')).toBeUndefined();
  });

  it('has no character that a file whose encoding is not sure may write otherwise', () => {
    // One word, which may be of several encodings, or letters of the West.
    const file = bytesOf([0x23, 0x20, 0x8b, 0x40, 0x94, 0x5c], NAME);
    expect(replaced(file, 'gpt-5')).toEqual(
      bytesOf([0x23, 0x20, 0x8b, 0x40, 0x94, 0x5c], NAME.replace('4', '5')),
    );
    expect(replaced(file, '東')).toBeUndefined();
    expect(replaced(Buffer.from(`# \uFFFD${NAME}`), '東')).toEqual(
      Buffer.from(`# \uFFFD${NAME.replace('gpt-4', '東')}`),
    );
  });

  it('is not written where a character stands there in two ways, or the file is no text', () => {
    // Vendors have given this character two places.
    const twice = Array.from({ length: 80 }, (_, at) => [0x81, 0xe6, 0x87, 0x9a][at % 4] ?? 0);
    expect(replaced(bytesOf(twice, NAME), 'gpt-5')).toBeUndefined();
    expect(encodeText('x', Uint8Array.of(0x7f, 0x45, 0, 0, 1, 2, 3, 0))).toBeUndefined();
  });
});
