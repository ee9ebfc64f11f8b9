/**
 * What two spellings of one model's name have in common: its words and numbers, whatever joins them.
 * `Llama-3.1-70B-Instruct`, `llama3-1-70b-instruct` and `llama-v3p1-70b-instruct` agree; `llama-3-11b` and
 * `llama-3.1-1b` do not, because numbers stay apart.
 */
export function nameKey(name: string): string {
  const words: string[] = [];
  let word = '';
  let kind = 0;
  const end = (): void => {
    if (word !== '') words.push(word);
    word = '';
  };
  const lower = name.toLowerCase();
  for (let at = 0; at < lower.length; at++) {
    const now = kindOf(lower.charCodeAt(at));
    if (now !== kind) end();
    kind = now;
    if (now !== OTHER) word += lower.charAt(at);
  }
  end();
  if (words[0] === 'meta' && words[1] === 'llama') words.shift();
  return words.join(' ');
}

const OTHER = 0;
const LETTER = 1;
const DIGIT = 2;

function kindOf(code: number): number {
  if (code >= 48 && code <= 57) return DIGIT;
  return (code >= 97 && code <= 122) || code > 127 ? LETTER : OTHER;
}
