import { describe, expect, it } from 'vitest';
import { tokenize } from '../../../src/core/text/lexer';
import { commentRanges } from '../../../src/core/text/lexicalState';
import { syntaxOf } from '../../../src/core/text/syntax';

function comments(text: string, language: string): readonly string[] {
  return commentRanges(text, language).map(({ start, end }) => text.slice(start, end));
}

describe('commentRanges', () => {
  it.each([
    ['python', "a = \"#no\" # yes\n'''# no\n# no'''\n#yes", ['# yes', '#yes']],
    [
      'typescript',
      'a = "//no"; // yes\n/* a\nb */ `/* no */ ${x}`; /re"/.test(s) // "yes',
      ['// yes', '/* a\nb */', '// "yes'],
    ],
    ['javascript', 'x = a / b; // yes "\ny = /["\']/; // too', ['// yes "', '// too']],
    ['java', 'String s = """\n// no\n"""; char c = \'"\'; // yes', ['// yes']],
    ['csharp', 'var s = @"c:\\"; var t = $"{d["a"] ?? "// no"}"; // yes', ['// yes']],
    ['go', 's := `// no` // yes', ['// yes']],
    ['rust', "fn f<'a>(x: &'a str) { let c = 'x'; } // yes", ['// yes']],
    ['cpp', 'const char *s = R"(// no)"; // yes', ['// yes']],
    ['sql', "select '--no', 'it''s' -- yes\n/* too */", ['-- yes', '/* too */']],
    ['lua', 'a = [[-- no]] --[[ yes ]] -- too', ['--[[ yes ]]', '-- too']],
    ['powershell', '<# yes #> $a = "# no" # too', ['<# yes #>', '# too']],
    ['php', '$a = "# no"; # yes\n// too', ['# yes', '// too']],
    ['terraform', 'a = "# no" # yes', ['# yes']],
    ['toml', "a = 'c:\\' # yes", ['# yes']],
    ['jsonc', '{"a": "// no" /* yes */}', ['/* yes */']],
    ['yaml', 'a: b#no # yes\n# too\nb: "# no"\nc: it\'s # also', ['# yes', '# too', '# also']],
    ['dotenv', 'A=b#no\n# yes\nB="x # no" # too', ['# yes', '# too']],
    ['ini', 'a=b ; yes\n# too', ['; yes', '# too']],
    ['dockerfile', 'FROM a#no\n# yes', ['# yes']],
    ['html', '<a b="c"><!-- yes --></a>', ['<!-- yes -->']],
    ['markdown', 'text <!-- yes\ntoo -->', ['<!-- yes\ntoo -->']],
    ['plaintext', '# no language, no comment', []],
    ['no-such-language', '// no', []],
  ])('%s', (language, text, expected) => expect(comments(text, language)).toEqual(expected));

  it('takes an open block to the end and never throws', () => {
    expect(comments('a /* b', 'c')).toEqual(['/* b']);
    expect(comments('', 'python')).toEqual([]);
    expect(comments('"""', 'python')).toEqual([]);
  });
});

describe('tokenize', () => {
  it('gives words, strings, comments and marks in order', () => {
    const text = 'f(a_1, "x\\"y", \'z\') # c';
    const tokens: string[] = [];
    const syntax = syntaxOf('python');
    if (syntax === undefined) throw new Error('no syntax for Python');
    tokenize(text, { start: 0, end: text.length }, syntax, {
      word: (start, end) => tokens.push(`word ${text.slice(start, end)}`),
      string: ({ contentStart, contentEnd }) => tokens.push(`string ${text.slice(contentStart, contentEnd)}`),
      comment: (start, end) => tokens.push(`comment ${text.slice(start, end)}`),
      punctuation: (code) => tokens.push(String.fromCharCode(code)),
      newline: () => tokens.push('newline'),
    });
    expect(tokens).toEqual([
      'word f',
      '(',
      'word a_1',
      ',',
      'string x\\"y',
      ',',
      'string z',
      ')',
      'comment # c',
    ]);
  });

  it('loses one line to a stray quote, not the rest', () => {
    expect(comments("don't\n# yes", 'python')).toEqual(['# yes']);
  });
});
