import { describe, expect, it } from 'vitest';
import { inlineProgramLanguage, wordText } from '../../../src/core/documents/inlineProgram';

describe('the language of a program on a command line', () => {
  it.each([
    ['python -c', 'python'],
    ['/usr/bin/python3.12 -uc', 'python'],
    ['poetry run python -c', 'python'],
    ['docker exec -i app sh -lc', 'shellscript'],
    ['kubectl exec pod -- /bin/bash -c', 'shellscript'],
    ['node --input-type=module -e', 'javascript'],
    ['deno eval', 'javascript'],
    ['ruby -e', 'ruby'],
    ['Rscript -e', 'r'],
    ['php -r', 'php'],
    ['pwsh -Command', 'powershell'],
  ])('%s: %s', (words, language) => expect(inlineProgramLanguage(words.split(' '))).toBe(language));

  it.each(['git commit -m', 'python -m', 'grep -e', 'gcc -c', 'bash script.sh', '-c'])('%s: none', (words) =>
    expect(inlineProgramLanguage(words.split(' '))).toBeUndefined(),
  );
});

describe('what a word of a shell means', () => {
  const meaning = (word: string): string => wordText(word, { start: 0, end: word.length }).text;

  it.each([
    [`'a "b" \\n'`, 'a "b" \\n'],
    ['"a \\"b\\" \\$c \\`d \\\\ \\n"', 'a "b" $c `d \\ \\n'],
    [`'a'"'"'b'`, "a'b"],
    ['a\\ b', 'a b'],
    ['"a \\\n b"', 'a  b'],
    ['"a \\\r\n b"', 'a  b'],
    [`"a 'b'"`, "a 'b'"],
  ])('%s', (word, text) => expect(meaning(word)).toBe(text));

  it('leads back to the source', () => {
    const word = '"f(\\"a/b\\")"';
    const decoded = wordText(word, { start: 0, end: word.length });
    const at = decoded.text.indexOf('a/b');
    const { start, end } = decoded.sourceRange({ start: at, end: at + 3 });
    expect(word.slice(start, end)).toBe('a/b');
  });
});
