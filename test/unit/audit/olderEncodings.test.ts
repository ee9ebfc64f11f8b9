import { describe, expect, it } from 'vitest';
import { inOlderEncoding } from '../../../src/core/audit/olderEncodings';
import { decode } from '../../../src/node/host';

const bytesOf = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex, 'hex'));
const latin1 = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'));
const read = (bytes: Uint8Array): ReturnType<typeof inOlderEncoding> =>
  inOlderEncoding(bytes, decode(bytes, 'utf-8'), decode);

/** `機能` in Shift_JIS: too little to tell what it is. */
const WORD = '\x8b\x40\x94\x5c';

describe('a text in an older encoding', () => {
  it.each([
    [
      'shift_jis',
      '7072696e7428228c9f8df58b40945c22293b207072696e74282288ea9797955c222920202320945c97cd82c689c2945c90ab',
      'print("検索機能"); print("一覧表")  # 能力と可能性',
    ],
    [
      'shift_jis',
      '2f2f20c3deb0c082cc88ea9797955c82f08c9f8df582b782e98b40945c',
      '// ﾃﾞｰﾀの一覧表を検索する機能',
    ],
    ['euc-jp', '2320a5e2a5c7a5eba4ceccbec1b0a4f2c0dfc4eaa4b9a4eb', '# モデルの名前を設定する'],
    [
      'euc-kr',
      '2f2f20c7d1b1b9beee20b8f0b5a820c0ccb8a7c0bb20bcb3c1a4c7d5b4cfb4d9',
      '// 한국어 모델 이름을 설정합니다',
    ],
    [
      'gb18030',
      '78203d2022c4a3d0cd2220202320cbb5c3f7a3bad5e2c0efc9e8d6c3c4a3d0cdc3fbb3c6',
      'x = "模型"  # 说明：这里设置模型名称',
    ],
    [
      // A rare character among many.
      'gb18030',
      '78203d2022d6ece9462220202320cbb5c3f7a3bad5e2c0efc9e8d6c3c4a3d0cdc3fbb3c6b5c4b5d8b7bdd3d0badcb6e0a3acc7ebd4dad5e2c0efb0b4d5d5d0e8d2aad0deb8c4c3fbb3c6bacdb0e6b1bea3acb7f1d4f2b3ccd0f2c6f4b6afd2d4baf3b2bbc4dcbcd3d4d8d5fdc8b7b5c4cec4bcfe',
      'x = "朱镕"  # 说明：这里设置模型名称的地方有很多，请在这里按照需要修改名称和版本，否则程序启动以后不能加载正确的文件',
    ],
    [
      'big5',
      '737472696e672061203d2022a55cafe0aaed223b202f2f20b35ca668b57ba6a1a8cfa5ceb36fadd3bcd2abac',
      'string a = "功能表"; // 許多程式使用這個模型',
    ],
  ])('is %s where hardly a byte could be otherwise', (encoding, hex, text) =>
    expect(read(bytesOf(hex))).toEqual({ text, encoding, isGuessed: true }),
  );

  it('is not sure where a backslash behind the half of a character may end a string', () => {
    const words = '8c9f8df58b40945c82cc88ea9797955c';
    const file = (head: string, behind: string): Uint8Array =>
      Uint8Array.of(...Buffer.from(`${head}echo "`), ...bytesOf(words), ...Buffer.from(behind));
    expect(read(file('', '\\"'))).toBeUndefined();
    expect(read(file('# coding: cp932\n', '\\"'))).toBeUndefined();
    expect(read(file('', '\\n"; x = "\\\\"'))?.text).toBe('echo "検索機能の一覧表\\n"; x = "\\\\"');
  });

  it('is the same with a broken byte among many characters, and not among few', () => {
    const words = '9084985f8354815b836f815b82f08b4e93ae82b582dc82b7';
    expect(read(bytesOf(`${words.repeat(5)}ff`))?.encoding).toBe('shift_jis');
    expect(read(bytesOf(`${words}ff`))).toBeUndefined();
  });

  it.each([
    ['# -*- coding: cp932 -*-\n', 'shift_jis'],
    ['#!/usr/bin/env python\n# vim: set fileencoding=shift_jis :\n', 'shift_jis'],
    ['# encoding: Windows-31J\n', 'shift_jis'],
    ['// -*- mode: c++; coding: sjis -*-\n', 'shift_jis'],
    ['<?xml version="1.0" encoding="Big5"?>\n', 'big5'],
    ['<html><head><meta charset=gb2312>\n', 'gb18030'],
    ['<META http-equiv="Content-Type" content="text/html; charset=x-sjis">\n', 'shift_jis'],
  ])('is what it says of itself: %s', (head, encoding) =>
    expect(read(latin1(head + WORD))).toMatchObject({ encoding, isGuessed: false }),
  );

  it.each([
    ['code that says it of another file', 'open(x, encoding="cp932")\n', WORD],
    ['a comment that stands too low', 'x = 1\n# coding: cp932\n', WORD],
    ['bytes that do not fit', '# coding: cp932\n', '\xff'],
    ['an encoding of the West', '# coding: latin-1\n', WORD],
    ['nothing', '', WORD],
  ])('is not sure by %s', (_, head, body) => expect(read(latin1(head + body))).toBeUndefined());

  it.each([
    ['letters of French', 'le modèle général, préféré à côté de l’été'.replaceAll('’', '\x92')],
    ['quotes before letters', 'it\x92s what we don\x92t say, and you\x92ll see \x93so'],
    ['quotes before letters of French', '\x93\xc9t\xe9\x94, \x93\xe9cole\x94 et \x97\xe0'],
    ['capitals of Portuguese', 'CONFIGURA\xc7\xc3O, APLICA\xc7\xc3O, INFORMA\xc7\xd5ES'],
    ['dashes and bullets', '\x95 one \x96 two\n\x95 three \x97 four'],
    ['units', '20\xB0C, 5\xB5m, 3m\xB2, \xA35, \xBD cup'],
    ['Cyrillic', '\xEC\xEE\xE4\xE5\xEB\xFC \xE4\xEB\xFF \xF2\xE5\xEA\xF1\xF2\xE0'],
    ['a quote that is escaped behind a letter', 'print("caf\xe9\\"s", "fianc\xe9\\"s", "na\xefve\\"")'],
    ['words of an alphabet that happen to have its form', '# \x92\x86\x8a\x9a\x93\x86\x8f\\n'],
    [
      'the same with other letters',
      '# \xc5\xd4\xce\xd4\xd0\xbf\x20\xd4\xd4\xc8\xca\xc2\xd3\x20\xd7\xd9\xd5\xc6\xd3\xd7\xcd\\n',
    ],
    ['half a character at the end', 'x\x95'],
  ])('is none of East Asia by %s', (_, text) => expect(read(latin1(text))).toBeUndefined());

  it('is UTF-8 where more of it is valid than not, and neither where both are in it', () => {
    const words = bytesOf('8c9f8df58b40945c82cc88ea9797955c');
    const both = (utf8: string): Uint8Array => Uint8Array.of(...Buffer.from(utf8), 0x22, ...words, 0x22);
    expect(read(both(''))?.encoding).toBe('shift_jis');
    expect(read(both('検索機能の一覧表を検索する'))).toBeUndefined();
    expect(read(both('能'))).toBeUndefined();
  });
});
