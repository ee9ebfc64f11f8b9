import { describe, expect, it } from 'vitest';
import { guessEncoding, guessUtf16 } from '../../../src/core/audit/guessEncoding';

const bytesOf = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex, 'hex'));
const latin1 = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'));

describe('the encoding of a text that is no UTF-8', () => {
  it.each([
    [
      'shift_jis',
      '2f2f208c9f8df58b40945c0a636c6173732043207b20737472696e672096bc203d2022955c223b207d',
      '// 検索機能\nclass C { string 名 = "表"; }',
    ],
    ['shift_jis', '7469746c653d88ea9797955c0a6d6f64656c3d78', 'title=一覧表\nmodel=x'],
    [
      'shift_jis',
      '72656d209084985f8354815b836f815b82f08b4e93ae82b582dc82b70a736574204d3d78',
      'rem 推論サーバーを起動します\nset M=x',
    ],
    ['euc-jp', '2320a5e2a5c7a5eba4ceccbec1b0a4f2c0dfc4eaa4b9a4eb0a78', '# モデルの名前を設定する\nx'],
    [
      'euc-kr',
      '2f2f20c7d1b1b9beee20b8f0b5a820c0ccb8a7c0bb20bcb3c1a4c7d5b4cfb4d90a78',
      '// 한국어 모델 이름을 설정합니다\nx',
    ],
    [
      'gb18030',
      '737472696e6720c4a3d0cd203d2022c4a3d0cde946223b202f2f20cbb5c3f7a3bad5e2c0efc9e8d6c3c4a3d0cdc3fbb3c6',
      'string 模型 = "模型镕"; // 说明：这里设置模型名称',
    ],
    [
      'big5',
      '737472696e672061203d2022a55cafe0aaed223b202f2f20b35ca668b57ba6a1a8cfa5ceb36fadd3bcd2abac',
      'string a = "功能表"; // 許多程式使用這個模型',
    ],
  ])('is %s where it says most in it', (encoding, hex, text) => {
    expect(guessEncoding(bytesOf(hex))).toBe(encoding);
    expect(new TextDecoder(encoding).decode(bytesOf(hex))).toBe(text);
  });

  it('is the same where one byte is broken', () =>
    expect(guessEncoding(bytesOf('9084985f8354815b836f815b82f08b4e93ae82b582dc82b7ff'))).toBe('shift_jis'));

  it.each([
    ['letters of French', 'le modèle général, préféré à côté de l’été'.replaceAll('’', '\x92')],
    ['quotes before letters', 'it\x92s what we don\x92t say, and you\x92ll see \x93so'],
    ['dashes and bullets', '\x95 one \x96 two\n\x95 three \x97 four'],
    ['units', '20\xB0C, 5\xB5m, 3m\xB2, \xA35, \xBD cup'],
    ['Cyrillic', '\xEC\xEE\xE4\xE5\xEB\xFC \xE4\xEB\xFF \xF2\xE5\xEA\xF1\xF2\xE0'],
    ['a backslash behind a bullet', 'print("\x95\\n")'],
    ['nothing beyond ASCII', 'plain'],
    ['half a character at the end', 'x\x95'],
  ])('is not guessed of %s', (_, text) => expect(guessEncoding(latin1(text))).toBeUndefined());
});

describe('UTF-16 without a mark', () => {
  const utf16 = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'utf16le'));
  const swapped = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'utf16le').swap16());

  it.each([
    ['ASCII', 'plain text'],
    ['half Japanese', '# 検索に使うモデルの名前一覧\u3000全部\nmodel = x'],
    ['Korean', '# 한국어 모델 이름\nmodel: x'],
    ['some Cyrillic', 'a long enough line of text: ЯБ'],
  ])('is seen in %s', (_, text) => {
    expect(guessUtf16(utf16(text))).toBe('utf-16le');
    expect(guessUtf16(swapped(text))).toBe('utf-16be');
  });

  it.each([
    [
      'bytes of a table',
      Uint8Array.from({ length: 400 }, (_, index) => (index * 37) & (index % 3 === 0 ? 0 : 255)),
    ],
    ['zeros', new Uint8Array(16)],
    ['no text beside its characters', utf16('日本語日本語日本語a')],
    ['nothing', new Uint8Array(0)],
  ])('is not seen in %s', (_, bytes) => expect(guessUtf16(bytes)).toBeUndefined());
});
