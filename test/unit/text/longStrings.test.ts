import { describe, expect, it } from 'vitest';
import { tokenize } from '../../../src/core/text/lexer';
import { syntaxOf } from '../../../src/core/text/syntax';

/** The strings of a text and the words outside of them. */
function tokensOf(text: string, language: string): readonly string[] {
  const found: string[] = [];
  const ignore = (): void => undefined;
  const syntax = syntaxOf(language);
  if (syntax === undefined) throw new Error(language);
  tokenize(text, { start: 0, end: text.length }, syntax, {
    word: (start, end) => found.push(text.slice(start, end)),
    comment: ignore,
    punctuation: ignore,
    newline: ignore,
    string: ({ contentStart, contentEnd, label }) =>
      found.push(`${label ?? ''}<${text.slice(contentStart, contentEnd)}>`),
  });
  return found;
}

describe('strings whose end follows from their beginning', () => {
  it.each([
    ['lua', 'a = [==[x]]y]==] b', ['a', '<x]]y>', 'b']],
    ['lua', 'a[1] = b', ['a', '1', 'b']],
    ['rust', 'a(r##"x"#y"##, b)', ['a', '<x"#y>', 'b']],
    ['rust', 'let r = return_value;', ['let', 'r', 'return_value']],
    ['cpp', 'a = R"json({"x":1})json"; b', ['a', '<{"x":1}>', 'b']],
    ['swift', 'a = #"x"y"#; b', ['a', '<x"y>', 'b']],
    ['swift', '#if DEBUG', ['if', 'DEBUG']],
    ['r', 'a <- r"---(x)")---"; b', ['a', '<x)">', 'b']],
    ['csharp', 'a = """"x"""y""""; b', ['a', '<x"""y>', 'b']],
    ['csharp', 'a = $"""x "y" {z}"""; b = $"c"', ['a', '<x "y" {z}>', 'b', '<c>']],
    ['csharp', 'a = $$"""x {{y}}"""; b', ['a', '<x {{y}}>', 'b']],
    ['sql', "select $a$it's$a$ b", ['select', "<it's>", 'b']],
    ['sql', 'do $$x$$', ['do', 'sql<x>']],
    ['sql', 'as $b$x$b$ language plpgsql', ['as', 'sql<x>', 'language', 'plpgsql']],
    ['sql', 'as $$x$$ language plpython3u', ['as', 'python<x>', 'language', 'plpython3u']],
    ['sql', 'language plv8 as $$x$$', ['language', 'plv8', 'as', 'javascript<x>']],
    [
      'sql',
      'as $$x$$; as $$y$$ language plpython3u',
      ['as', 'sql<x>', 'as', 'python<y>', 'language', 'plpython3u'],
    ],
    ['ruby', 'f(<<~YAML, b)\n  x\n  YAML\nc', ['f', 'YAML<  x\n>', 'b', 'c']],
    ['perl', 'print <<"EOT";\nx y\nEOT\nc', ['print', 'EOT<x y\n>', 'c']],
    ['terraform', 'a = <<-EOT\n  x\n  EOT\nb = 1', ['a', 'EOT<  x\n>', 'b', '1']],
    ['php', "$a = <<<'JSON'\nx\nJSON;\n$b", ['$a', 'JSON<x\n>', '$b']],
    ['ruby', 'list <<ITEM\nno end', ['list', 'ITEM', 'no', 'end']],
    ['ruby', 'a <<B\nx\nBODY\nB\nc', ['a', 'B<x\nBODY\n>', 'c']],
    ['nix', "a = ''x y''; b", ['a', '<x y>', 'b']],
    ['jsonnet', 'a: |||\n  x\n|||, b', ['a', '<\n  x\n>', 'b']],
  ])('%s %j', (language, text, tokens) => expect(tokensOf(text, language)).toEqual(tokens));

  it('takes one that is not closed to the end, and no more here-documents after several without an end', () => {
    expect(tokensOf('a = [[x', 'lua')).toEqual(['a', '<x>']);
    const text = 'a <<A\n'.repeat(5) + 'b <<B\nx\nB\n';
    expect(tokensOf(text, 'ruby').filter((token) => token.includes('<'))).toEqual([]);
  });
});
