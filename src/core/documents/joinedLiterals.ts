import { isNameCode } from '../text/charClass';
import { matchesOf } from '../text/matches';
import type { Spelling } from './spelling';

/** Languages where string literals that stand beside each other are one. */
const JUXTAPOSED = ['python', 'starlark', 'c', 'cpp', 'objective-c', 'cuda', 'dart'];
/** Those of them where a line ends the statement: `when "claude-2"` and the string below are two. */
const JUXTAPOSED_IN_LINE = ['ruby'];
/** Signs that put two strings together, as a regular expression, and the languages that have them. */
const SIGNS: Readonly<Record<string, string>> = {
  [String.raw`\+`]:
    'python javascript javascriptreact typescript typescriptreact java kotlin scala groovy csharp ' +
    'fsharp go swift dart ruby rust powershell cpp jsonnet vb vue svelte astro html',
  [String.raw`\.`]: 'php perl',
  [String.raw`\.\.`]: 'lua',
  '<>': 'elixir haskell',
  [String.raw`\+\+`]: 'haskell zig erlang',
  '&': 'nim vb',
  [String.raw`\|\|`]: 'sql',
  [String.raw`\*`]: 'julia',
};

const PATTERNS = patterns();

/**
 * The seams between string literals that the language makes one of: `"meta-llama/" "Llama-3.1-8B"`,
 * `"meta-llama/" + "Llama-3.1-8B"`. Only seams in the middle of a name: both quotes stand beside a character that
 * names are made of.
 */
export function joinedLiterals(text: string, language: string): readonly Spelling[] {
  const pattern = PATTERNS.get(language);
  if (pattern === undefined) return [];
  const found: Spelling[] = [];
  for (const { index, 0: seam } of matchesOf(text, pattern)) {
    const end = index + seam.length;
    if (isNameCode(text.charCodeAt(index - 1)) && isNameCode(text.charCodeAt(end)))
      found.push({ start: index, end, meaning: '' });
  }
  return found;
}

/** A quote, the sign with few blanks around it, and the same quote. */
function patterns(): ReadonlyMap<string, RegExp> {
  const signs = new Map<string, string[]>();
  const add = (language: string, sign: string): void => {
    signs.set(language, [...(signs.get(language) ?? []), sign]);
  };
  for (const [sign, languages] of Object.entries(SIGNS))
    for (const language of languages.split(' ')) add(language, String.raw`\s{0,40}${sign}\s{0,40}`);
  for (const language of JUXTAPOSED_IN_LINE) add(language, String.raw`[ \t]{1,40}(?:\\\r?\n\s{0,40})?`);
  for (const language of JUXTAPOSED) add(language, String.raw`\s{1,40}(?:\\\r?\n\s{0,40})?`);
  return new Map(
    [...signs].map(([language, all]) => [
      language,
      new RegExp(String.raw`(["'])(?:${all.join('|')})\1`, 'g'),
    ]),
  );
}
